// A permanent link copies its address instead of going there.
"use strict";

(() => {
  const STAY = 2000; // milliseconds for which “copied” is shown

  document.addEventListener("click", async (event) => {
    const link = event.target.closest("a[data-copy]");
    // Browsers offer the clipboard only over https and on loopback; elsewhere the link stays a link.
    if (!link || !navigator.clipboard || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    const label = link.querySelector("[data-copy-label]");
    const words = label.textContent;
    try {
      await navigator.clipboard.writeText(link.href);
    } catch {
      location.assign(link.href);
      return;
    }
    if (words === link.dataset.copied) return;
    document.dispatchEvent(new CustomEvent("told", { detail: link.dataset.copied }));
    label.textContent = link.dataset.copied;
    setTimeout(() => {
      label.textContent = words;
    }, STAY);
  });
})();
