// Whoever goes from the ask form to sign in finds there again what was typed.
"use strict";

(() => {
  const PLACE = "question";
  const link = document.querySelector("a[data-keeps-form]");
  const form = document.querySelector("form:has(#category-asks)");

  link?.addEventListener("click", () => {
    const typed = new FormData(form);
    for (const name of ["form_key", "name", "email", "password"]) typed.delete(name);
    sessionStorage.setItem(PLACE, JSON.stringify([...typed]));
  });

  const kept = form && !link && sessionStorage.getItem(PLACE);
  if (!kept) return;
  sessionStorage.removeItem(PLACE);
  for (const [name, value] of JSON.parse(kept)) {
    const field = form.elements[name];
    if (field && !field.value) field.value = value;
  }
  form.elements.category.dispatchEvent(new Event("change"));
})();
