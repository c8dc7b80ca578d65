// Shows, while a question is being written, what may answer it already and what in it should not stand in public.
"use strict";

(() => {
  const PAUSE = 350; // milliseconds without typing before anything is asked for
  const SHORTEST = 3; // characters of a title that say something

  const suggestions = document.querySelector("#suggestions");
  const secrets = document.querySelector("#secrets");
  const form = suggestions?.closest("form");
  if (!form || !secrets) return;

  const NEVER = new Set(["name", "email", "password", "agreed", "file", "alt"]);
  const OURS = new Set(["suggested_for", "different", "pointed_out"]);
  const said = new Map(); // what each place has said, so that it is said once
  let timer = 0;
  let going = new AbortController();
  let asked = "";

  const typed = () => new URLSearchParams([...new FormData(form)].filter(([name]) => !NEVER.has(name)));

  /** What the answer depends on. */
  const question = () => JSON.stringify([...typed()].filter(([name]) => !OURS.has(name)));

  /** Changes what stands above without moving what is being read or typed. */
  const keepStill = (change) => {
    const held = document.activeElement;
    const before = held.getBoundingClientRect().top;
    change();
    if (held.isConnected && held !== document.body) window.scrollBy(0, held.getBoundingClientRect().top - before);
  };

  const tell = (place) => {
    const words = [...place.querySelectorAll("[data-told]")].map((one) => one.dataset.told).join(" ");
    if (words && words !== said.get(place)) document.dispatchEvent(new CustomEvent("told", { detail: words }));
    said.set(place, words);
  };

  const post = async (address, signal) => {
    const answer = await fetch(address, { method: "POST", body: typed(), headers: { accept: "text/html" }, signal });
    if (!answer.ok) throw new Error(String(answer.status));
    return new DOMParser().parseFromString(await answer.text(), "text/html");
  };

  /** Puts in what has come, unless somebody is just about to press something there. */
  const put = (place, page) => {
    const came = page.querySelector(`#${place.id}`);
    if (!came || place.contains(document.activeElement)) return;
    keepStill(() => place.replaceChildren(...came.childNodes));
    tell(place);
  };

  const ask = async () => {
    const now = question();
    // Known problems depend on the category alone.
    const isEarly = form.elements.title.value.trim().length < SHORTEST && !form.elements.category?.value;
    if (now === asked || isEarly) return;
    asked = now;
    going.abort();
    going = new AbortController();
    const { signal } = going;
    const page = await post(suggestions.dataset.source, signal).catch((error) => {
      if (!signal.aborted) asked = "";
      throw error;
    });
    if (signal.aborted) return;
    put(suggestions, page);
    put(secrets, page);
  };

  const askSoon = () => {
    clearTimeout(timer);
    timer = setTimeout(() => ask().catch(() => {}), PAUSE);
  };

  const differ = async () => {
    going.abort();
    const page = await post(suggestions.dataset.different);
    keepStill(() => suggestions.replaceChildren(...page.querySelector("#suggestions").childNodes));
    suggestions.querySelector("[tabindex]")?.focus();
    tell(suggestions);
  };

  form.addEventListener("input", askSoon);
  form.addEventListener("change", askSoon);
  suggestions.addEventListener("click", (event) => {
    if (event.target.closest("[data-differs]")) differ().catch(() => {});
  });
  // What was carried here, or comes back from a draft, is a question too.
  askSoon();
})();
