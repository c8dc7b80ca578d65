// Shows beside the editor how a text will look, without leaving the page.
"use strict";

(() => {
  const PAUSE = 400; // milliseconds without typing before the preview follows

  for (const editor of document.querySelectorAll("[data-preview-url]")) {
    const text = editor.querySelector("textarea");
    const button = editor.querySelector("[data-preview-button]");
    const section = editor.querySelector(".preview");
    const target = editor.querySelector("[data-preview-target]");
    if (!text || !button || !section || !target) continue;

    let asked = 0;
    let timer = 0;
    let gaveUp = false;

    const show = async () => {
      const turn = ++asked;
      const answer = await fetch(editor.dataset.previewUrl, {
        method: "POST",
        body: new URLSearchParams({ body: text.value }),
        headers: { accept: "text/html" },
      });
      if (!answer.ok) throw new Error(String(answer.status));
      const html = await answer.text();
      // The server has made this HTML safe; a slower, older answer must not replace a newer one.
      if (turn !== asked) return;
      target.innerHTML = html;
      section.hidden = false;
    };

    button.setAttribute("aria-expanded", String(!section.hidden));
    button.addEventListener("click", async (event) => {
      if (gaveUp) return;
      event.preventDefault();
      if (!section.hidden) {
        section.hidden = true;
        button.setAttribute("aria-expanded", "false");
        return;
      }
      try {
        await show();
        button.setAttribute("aria-expanded", "true");
      } catch {
        gaveUp = true;
        button.click();
      }
    });

    text.addEventListener("input", () => {
      clearTimeout(timer);
      if (!section.hidden) timer = setTimeout(() => show().catch(() => {}), PAUSE);
    });
  }
})();
