// Quotes a post, or what of it is selected, into the answer that is being written.
"use strict";

(() => {
  const words = document.querySelector("#comforts")?.dataset;
  const text = document.querySelector("#answer textarea");
  if (!words || !text) return;

  const button = document.createElement("button");
  button.type = "button";
  button.className = "button quote-selection";
  button.textContent = words.quote;
  button.hidden = true;
  document.querySelector("main").append(button);

  /** What is selected within the text of one post, and that post's Quote link. */
  const selected = () => {
    const selection = document.getSelection();
    const said = selection.toString().trim();
    if (!said || !selection.rangeCount) return null;
    const range = selection.getRangeAt(0);
    const around = range.commonAncestorContainer;
    const inside = around.nodeType === Node.ELEMENT_NODE ? around : around.parentElement;
    const link = inside?.closest(".post > .prose")?.closest(".post").querySelector("a[data-quote]");
    return link ? { said, range, link, isCode: Boolean(inside.closest("pre")) } : null;
  };

  const insert = (quoted) => {
    const before = text.value.trimEnd();
    text.value = `${before}${before ? "\n\n" : ""}${quoted.trimEnd()}\n\n`;
    text.focus();
    text.setSelectionRange(text.value.length, text.value.length);
    text.scrollIntoView({ block: "center" });
    text.dispatchEvent(new Event("input", { bubbles: true }));
  };

  const quoteSelection = ({ said, link, isCode }) => {
    const lines = said.split("\n");
    const whole = isCode ? ["```", ...lines, "```"] : lines;
    insert([link.dataset.quote, "", ...whole].map((line) => `> ${line}`.trimEnd()).join("\n"));
    document.getSelection().removeAllRanges();
    button.hidden = true;
  };

  /** The whole post as it was written, which the page behind the link holds. */
  const quotePost = async (link) => {
    const answer = await fetch(link.href);
    const page = new DOMParser().parseFromString(await answer.text(), "text/html");
    const quoted = page.querySelector("#answer textarea")?.value;
    if (!answer.ok || !quoted) throw new Error(String(answer.status));
    insert(quoted);
  };

  document.addEventListener("click", (event) => {
    const link = event.target.closest("a[data-quote]");
    if (!link || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    const found = selected();
    if (found?.link === link) quoteSelection(found);
    else quotePost(link).catch(() => location.assign(link.href));
  });

  button.addEventListener("pointerdown", (event) => event.preventDefault());
  button.addEventListener("click", () => {
    const found = selected();
    if (found) quoteSelection(found);
  });

  let timer = 0;
  document.addEventListener("selectionchange", () => {
    clearTimeout(timer);
    timer = setTimeout(() => {
      const found = selected();
      button.hidden = !found;
      if (!found) return;
      const box = found.range.getBoundingClientRect();
      const widest = document.documentElement.clientWidth - button.offsetWidth - 8;
      button.style.left = `${Math.max(8, Math.min(widest, box.left)) + window.scrollX}px`;
      button.style.top = `${box.bottom + window.scrollY + 8}px`;
    }, 200);
  });
})();
