// Puts a canned reply into the answer at once: the page that the button would open holds it.
"use strict";

(() => {
  const button = document.querySelector("#answer [data-canned]");
  const text = document.querySelector("#answer textarea");
  if (!button || !text) return;
  const form = button.form;

  const insert = async () => {
    const typed = new FormData(form);
    typed.delete("file"); // it stays where it was chosen
    const answer = await fetch(button.formAction, { method: "POST", body: new URLSearchParams(typed) });
    const page = new DOMParser().parseFromString(await answer.text(), "text/html");
    const filled = page.querySelector("#answer textarea")?.value;
    if (!answer.ok || filled === undefined) throw new Error(String(answer.status));
    text.value = filled;
    form.elements.canned.value = "";
    text.focus();
    text.setSelectionRange(text.value.length, text.value.length);
    text.dispatchEvent(new Event("input", { bubbles: true }));
  };

  button.addEventListener("click", (event) => {
    event.preventDefault();
    if (!form.elements.canned.value) return;
    insert().catch(() => form.requestSubmit(button));
  });
})();
