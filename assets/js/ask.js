// Shows what a category asks for as soon as it is chosen, in place; without this, the Preview button does.
"use strict";

(() => {
  const asks = document.querySelector("#category-asks");
  const form = asks?.closest("form");
  const preview = form?.querySelector("[data-preview-button]");
  if (!preview) return;

  let asked = 0;

  const show = async () => {
    const turn = ++asked;
    const typed = new FormData(form);
    for (const name of ["password", "file"]) typed.delete(name);
    const answer = await fetch(preview.formAction, { method: "POST", body: new URLSearchParams(typed) });
    if (!answer.ok || turn !== asked) return;
    const page = new DOMParser().parseFromString(await answer.text(), "text/html");
    const button = "form > button[type=submit]";
    asks.replaceChildren(...page.querySelector("#category-asks").childNodes);
    form.querySelector(button).replaceChildren(...page.querySelector(`main ${button}`).childNodes);
  };

  form.elements.category.addEventListener("change", () => show().catch(() => {}));
})();
