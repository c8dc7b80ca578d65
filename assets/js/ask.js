// Shows what a category asks for as soon as it is chosen; without this, the Preview button does.
"use strict";

(() => {
  const category = document.querySelector("form #category");
  const preview = category?.form.querySelector("[data-preview-button]");
  if (!category || !preview || !category.form.elements.form_key) return;

  category.addEventListener("change", () => {
    const form = category.form;
    form.action = `${preview.getAttribute("formaction")}#category`;
    form.submit();
  });
})();
