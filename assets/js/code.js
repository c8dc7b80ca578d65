// Gives each block of code a button that copies it.
"use strict";

(() => {
  const STAY = 2000; // milliseconds for which “copied” is shown
  const words = document.querySelector("#comforts")?.dataset;
  const blocks = document.querySelectorAll(".prose pre");
  // Browsers offer the clipboard only over https and on loopback.
  if (!words || !blocks.length || !navigator.clipboard) return;

  const copy = async (button, pre) => {
    await navigator.clipboard.writeText(pre.textContent);
    document.dispatchEvent(new CustomEvent("told", { detail: words.copied }));
    button.textContent = words.copied;
    setTimeout(() => {
      button.textContent = words.copy;
    }, STAY);
  };

  for (const pre of blocks) {
    const box = document.createElement("div");
    const button = document.createElement("button");
    box.className = "code-block";
    button.type = "button";
    button.className = "button copy-code";
    button.textContent = words.copy;
    button.addEventListener("click", () => copy(button, pre).catch(() => {}));
    pre.replaceWith(box);
    box.append(pre, button);
  }
})();
