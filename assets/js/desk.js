// Keys of the moderators' desk: each presses the button, or follows the link, that shows it.
"use strict";

(() => {
  if (!document.querySelector("[data-key]")) return;

  const isOn = () => {
    try {
      return localStorage.getItem("shortcuts") !== "off";
    } catch {
      return true;
    }
  };

  /** The field in which a reason is typed, and the way back to the keys. */
  const field = document.querySelector("[data-key-field] input");
  const why = field?.closest("[data-key-field]").dataset.keyField;
  field?.addEventListener("keydown", (event) => {
    if (event.key !== "Escape" || event.isComposing) return;
    event.preventDefault();
    document.querySelector("#case")?.focus();
  });

  document.addEventListener("keydown", (event) => {
    const { key, target } = event;
    if (event.defaultPrevented || event.isComposing || event.repeat || event.ctrlKey || event.metaKey || event.altKey) return;
    if (target.closest?.("input, select, textarea, dialog, [contenteditable]") || !isOn()) return;
    const pressed = [...document.querySelectorAll("[data-key]")].find((each) => each.dataset.key === key);
    if (key === why) field.focus();
    else if (pressed) pressed.click();
    else return;
    event.preventDefault();
  });
})();
