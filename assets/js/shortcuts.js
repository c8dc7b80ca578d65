// Keys that lead somewhere, and the sheet that lists them; whoever switches them off is not surprised by them.
"use strict";

(() => {
  const words = document.querySelector("#comforts")?.dataset;
  if (!words) return;

  const PLACE = "shortcuts";
  const PATIENCE = 1500; // milliseconds in which the second key of two must follow
  const GO = { h: words.home, t: words.threads, u: words.unanswered };
  const link = document.querySelector(`.site-footer a[href="${words.shortcuts}"]`);
  let began = 0;
  let sheet;

  const isOn = () => {
    try {
      return localStorage.getItem(PLACE) !== "off";
    } catch {
      return true;
    }
  };

  /** Shows the box that switches them, and keeps what it says. */
  const enhance = (within) => {
    const box = within.querySelector("[data-shortcuts-switch]");
    if (!box) return;
    box.checked = isOn();
    box.closest("[hidden]").hidden = false;
    box.addEventListener("change", () => {
      try {
        if (box.checked) localStorage.removeItem(PLACE);
        else localStorage.setItem(PLACE, "off");
      } catch {
        // Kept only while the browser keeps anything.
      }
    });
  };

  const make = async () => {
    const answer = await fetch(words.shortcuts);
    const page = new DOMParser().parseFromString(await answer.text(), "text/html");
    const content = page.querySelector("#shortcuts");
    const title = page.querySelector("h1")?.textContent;
    if (!answer.ok || !content) throw new Error(String(answer.status));
    const dialog = document.createElement("dialog");
    const heading = document.createElement("h2");
    const close = document.createElement("button");
    close.type = "button";
    close.className = "button";
    close.textContent = words.close;
    close.addEventListener("click", () => dialog.close());
    dialog.className = "sheet";
    dialog.setAttribute("aria-label", title);
    heading.textContent = title;
    dialog.append(heading, content, close);
    document.body.append(dialog);
    enhance(dialog);
    return dialog;
  };

  const open = async () => {
    if (document.querySelector("#shortcuts") && !sheet) return; // this page is the sheet
    sheet ??= await make();
    if (!sheet.open) sheet.showModal();
  };

  /** The posts of a thread, or the lines of a list, in the order in which they stand. */
  const step = (by) => {
    const posts = [...document.querySelectorAll("main .post")];
    const stops = posts.length ? posts : [...document.querySelectorAll("main .thread .cover")];
    if (!stops.length) return;
    const at = stops.findIndex((stop) => stop.contains(document.activeElement));
    const stop = stops[at < 0 ? 0 : Math.min(stops.length - 1, Math.max(0, at + by))];
    if (posts.length) stop.tabIndex = -1;
    stop.focus();
    stop.scrollIntoView({ block: posts.length ? "start" : "center" });
  };

  const reply = () => {
    const field = document.querySelector("#answer textarea, #answer a");
    field?.focus();
    field?.scrollIntoView({ block: "center" });
  };

  const KEYS = {
    "?": () => open().catch(() => location.assign(words.shortcuts)),
    c: () => location.assign(words.ask),
    j: () => step(1),
    k: () => step(-1),
    r: reply,
  };

  /** Presses the button, or follows the link, that shows this key; a key of its own leads into the field of a reason, and back. */
  const pressed = (event) => {
    if (event.repeat) return false;
    const button = [...document.querySelectorAll("[data-key]")].find((each) => each.dataset.key === event.key);
    if (why?.closest("[data-key-field]").dataset.keyField === event.key) why.focus();
    else if (button) button.click();
    else return false;
    event.preventDefault();
    return true;
  };

  const why = document.querySelector("[data-key-field] input");
  why?.addEventListener("keydown", (event) => {
    if (event.key !== "Escape" || event.isComposing) return;
    event.preventDefault();
    document.querySelector("#case")?.focus();
  });

  /** Whether a key belongs to where it is typed; a sheet that was just closed may hold the focus until the next frame. */
  const isTaken = (target) =>
    target.closest?.("input, select, textarea, dialog, [contenteditable]") && !target.closest("dialog:not([open])");

  document.addEventListener("keydown", (event) => {
    const { key, target } = event;
    if (event.defaultPrevented || event.isComposing || event.ctrlKey || event.metaKey || event.altKey) return;
    if (isTaken(target) || !isOn()) return;
    if (pressed(event)) return;
    const follows = Date.now() - began < PATIENCE;
    began = 0;
    if (follows && GO[key]) location.assign(GO[key]);
    else if (key === "g") began = Date.now();
    else if (Object.hasOwn(KEYS, key)) KEYS[key]();
    else return;
    event.preventDefault();
  });

  link?.addEventListener("click", (event) => {
    if (event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    open().catch(() => location.assign(words.shortcuts));
  });

  enhance(document);
})();
