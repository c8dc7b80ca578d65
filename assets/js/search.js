// Shows what is found while one types, and lets the arrow keys lead through it; without this, the button searches.
"use strict";

(() => {
  const PAUSE = 250; // milliseconds without typing before anything is asked for
  const SHORTEST = 2; // characters; a single one finds too much
  const form = document.querySelector("form[data-instant]");
  const field = form?.elements.q;
  if (!field || !document.querySelector("#found")) return;

  let shown = field.defaultValue.trim();
  let asking = new AbortController();
  let timer = 0;

  const addressOf = (typed) => {
    const address = new URL(form.action);
    if (typed) address.searchParams.set("q", typed);
    return address;
  };

  const show = (found, typed) => {
    shown = typed;
    document.querySelector("#found").replaceWith(found);
    document.title = found.dataset.title;
    document.dispatchEvent(new CustomEvent("told", { detail: found.dataset.told }));
    // Last, as a browser refuses it to who changes the address too often.
    history.replaceState(history.state, "", addressOf(typed));
  };

  const ask = async () => {
    const typed = field.value.trim();
    asking.abort();
    if (typed === shown || (typed && [...typed].length < SHORTEST)) return;
    asking = new AbortController();
    const source = addressOf(typed);
    source.searchParams.set("part", "results");
    const answer = await fetch(source, { signal: asking.signal });
    const page = new DOMParser().parseFromString(await answer.text(), "text/html");
    const found = page.querySelector("#found");
    if (answer.ok && found) show(document.adoptNode(found), typed);
  };

  // Whatever cannot be asked now stays as it is: the button still searches.
  const askSoon = (pause) => {
    clearTimeout(timer);
    timer = setTimeout(() => ask().catch(() => {}), pause);
  };

  const links = () => [...document.querySelectorAll("#found .result-title a")];

  /** Goes through the results, and from the first one back to the field. */
  const step = (by) => {
    const all = links();
    const at = all.indexOf(document.activeElement);
    const next = at + by < 0 ? field : all[at + by];
    next?.focus();
    return next !== undefined;
  };

  field.addEventListener("input", (event) => {
    if (!event.isComposing) askSoon(PAUSE);
  });
  field.addEventListener("compositionend", () => askSoon(PAUSE));
  form.addEventListener("submit", () => {
    clearTimeout(timer);
    asking.abort();
  });
  // A browser that comes back may fill the field with what was typed last.
  window.addEventListener("pageshow", () => askSoon(0));

  document.addEventListener("keydown", (event) => {
    const { key, target } = event;
    if (event.defaultPrevented || event.isComposing || event.ctrlKey || event.metaKey || event.altKey) return;
    const isAtResult = target.closest?.("#found .result-title") != null;
    let isDone = false;
    if (key === "ArrowDown" && (target === field || isAtResult)) isDone = step(1);
    else if (key === "ArrowUp" && isAtResult) isDone = step(-1);
    else if (key === "Escape" && isAtResult) {
      field.focus();
      isDone = true;
    }
    if (isDone) event.preventDefault();
  });
})();
