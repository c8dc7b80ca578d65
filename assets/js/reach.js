// Small help for keyboards: menus close by Escape or by a press elsewhere, wide blocks can be scrolled, problems get the focus.
"use strict";

(() => {
  const close = (menu) => {
    menu.open = false;
  };

  document.addEventListener("click", (event) => {
    for (const menu of document.querySelectorAll("details.menu[open]")) {
      if (!menu.contains(event.target)) close(menu);
    }
  });

  document.addEventListener("keydown", (event) => {
    if (event.key !== "Escape") return;
    const menu = event.target.closest?.("details[open]");
    if (!menu) return;
    close(menu);
    menu.querySelector("summary")?.focus();
  });

  const blocks = document.querySelectorAll(".prose pre, .prose table");
  const reach = () => {
    for (const block of blocks) {
      if (block.scrollWidth > block.clientWidth) block.tabIndex = 0;
      else block.removeAttribute("tabindex");
    }
  };
  reach();
  window.addEventListener("resize", reach);

  document.querySelector(".problems")?.focus();
})();
