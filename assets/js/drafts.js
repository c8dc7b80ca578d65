// Keeps what is being written in this browser until it is posted, and says so when there is no connection.
//
// A draft belongs to a form and to whoever looks: nobody else who uses the browser is shown it. It is forgotten when the
// server has taken the post, when its writer signs out, and when it is old.
"use strict";

(() => {
  const words = document.querySelector("#comforts")?.dataset;
  if (!words) return;

  const WRITTEN = "form:has([data-preview-url], textarea[name=comment])";
  const GOES_ON = "form[data-goes-on]"; // what was sent once and is sent again from here
  const NEVER = new Set(["name", "email", "password"]);
  const PAUSE = 400; // milliseconds without typing before a draft is kept
  const DAY = 86_400_000; // milliseconds
  const LIFE = (words.viewer ? 30 : 1) * DAY; // a visitor may be anybody
  const MOST = 30;
  const SENT = "draft-sent"; // which draft was sent by this tab and waits for the server's word
  const CARRIED = "draft-carried"; // what a visitor wrote before they went to sign in

  /** Without a connection nothing is sent, so that the page with the text in it stays. */
  const warn = (form) => {
    let note = document.querySelector(".offline-note");
    if (!note) {
      note = document.createElement("p");
      note.className = "offline-note";
      note.setAttribute("role", "alert");
      document.querySelector("main").append(note);
      window.addEventListener("online", () => note.remove(), { once: true });
    }
    note.textContent = form.matches(WRITTEN) ? words.offlineKept : words.offline;
  };
  document.addEventListener("submit", (event) => {
    const method = event.submitter?.formMethod || event.target.method;
    if (navigator.onLine || method !== "post") return;
    event.preventDefault();
    warn(event.target);
  });

  let kept;
  let ofTab;
  try {
    kept = window.localStorage;
    ofTab = window.sessionStorage;
  } catch {
    return; // The browser keeps nothing.
  }

  const isDraft = (key) => key.startsWith("draft:");
  const ours = `draft:${words.viewer ?? ""}:`;
  const keyOf = (form) => ours + new URL(form.action).pathname;
  const first = new WeakMap(); // what stood in a form when the page came
  const waiting = new Map(); // forms with what is not kept yet
  let onItsWay = null; // the draft of what goes on from this page; whoever looks may have changed since it was kept

  const read = (place, key) => {
    try {
      return JSON.parse(place.getItem(key));
    } catch {
      return null;
    }
  };

  /** What was typed, without keys, passwords and who somebody is. */
  const typed = (form) =>
    [...new FormData(form)].filter(([name, value]) => {
      const type = form.elements[name]?.type;
      return typeof value === "string" && !NEVER.has(name) && type !== "hidden" && type !== "password";
    });

  /** What is kept of a form: also when it was begun, as whoever comes back to a draft has written for long. */
  const now = (form, fields) => ({ at: Date.now(), begun: form.elements.begun?.value, fields });

  const keep = (form) => {
    clearTimeout(waiting.get(form));
    waiting.delete(form);
    const fields = typed(form);
    try {
      if (JSON.stringify(fields) === first.get(form)) kept.removeItem(keyOf(form));
      else kept.setItem(keyOf(form), JSON.stringify({ ...now(form, fields), until: Date.now() + LIFE }));
    } catch {
      // The browser's place is full: the text still stands in the page.
    }
  };

  const keepAll = () => {
    for (const form of [...waiting.keys()]) keep(form);
  };

  /** Forgets what is old, and the oldest when there are many. */
  const sweep = () => {
    const drafts = Object.keys(kept).filter(isDraft);
    const age = (key) => read(kept, key)?.at ?? 0;
    drafts.sort((one, other) => age(other) - age(one));
    drafts.forEach((key, place) => {
      const until = read(kept, key)?.until ?? 0;
      if (place >= MOST || until < Date.now()) kept.removeItem(key);
    });
  };

  /** Forgets a draft that the server has taken: it led this tab from the form's address to another page. */
  const settle = () => {
    const sent = ofTab.getItem(SENT);
    ofTab.removeItem(SENT);
    if (document.querySelector(GOES_ON)) {
      onItsWay = sent;
      return;
    }
    const [way] = performance.getEntriesByType("navigation");
    const wasLed = way?.type === "navigate" && way.redirectCount > 0;
    if (sent && wasLed && location.pathname !== words.signIn) kept.removeItem(sent);
  };

  const ago = (at) => {
    const format = new Intl.RelativeTimeFormat(document.documentElement.lang, { numeric: "auto" });
    const minutes = Math.max(1, Math.round((Date.now() - at) / 60_000));
    if (minutes < 60) return format.format(-minutes, "minute");
    if (minutes < 24 * 60) return format.format(-Math.round(minutes / 60), "hour");
    return format.format(-Math.round(minutes / (24 * 60)), "day");
  };

  const say = (form, at) => {
    const note = document.createElement("p");
    const discard = document.createElement("button");
    note.className = "draft-note";
    note.setAttribute("role", "status");
    discard.type = "button";
    discard.className = "button quiet";
    discard.textContent = words.draftDiscard;
    discard.addEventListener("click", () => {
      form.reset();
      form.elements.category?.dispatchEvent(new Event("change"));
      clearTimeout(waiting.get(form));
      waiting.delete(form);
      kept.removeItem(keyOf(form));
      note.remove();
      form.querySelector("textarea").focus();
    });
    form.prepend(note);
    note.append(words.draftBack.replace("%", ago(at)), " ", discard);
  };

  const fill = (form, fields) => {
    const isQuoting = new URLSearchParams(location.search).has("quote");
    for (const [name, value] of fields) {
      const field = form.elements[name];
      if (!field || field.value === value) continue;
      const quoted = isQuoting && field.localName === "textarea" ? field.value : "";
      field.value = quoted && !value.includes(quoted.trim()) ? `${value.trimEnd()}\n\n${quoted}` : value;
      if (name === "category") field.dispatchEvent(new Event("change"));
    }
  };

  const restore = (form) => {
    first.set(form, JSON.stringify(typed(form)));
    // A form that came back with its problems, a preview or a warning, brought what was typed with it.
    if (form.querySelector(".preview:not([hidden]), [name=pointed_out], [aria-invalid=true]")) {
      first.delete(form);
      return keep(form);
    }
    const asks = form.querySelector("#category-asks");
    const carried = asks && !form.querySelector("[data-keeps-form]") && read(ofTab, CARRIED);
    if (carried) ofTab.removeItem(CARRIED);
    const draft = carried || read(kept, keyOf(form));
    if (!draft) return;
    fill(form, draft.fields);
    if (draft.begun && form.elements.begun) form.elements.begun.value = draft.begun;
    say(form, draft.at);
    const folded = form.closest("details");
    if (folded) folded.open = true;
    // What a category asks for comes a moment after it was chosen.
    if (asks) new MutationObserver(() => fillLate(form, asks, draft.fields)).observe(asks, { childList: true });
    if (carried) keep(form);
  };

  const fillLate = (form, asks, fields) => {
    for (const [name, value] of fields) {
      const field = asks.querySelector(`textarea[name="${CSS.escape(name)}"]`);
      if (field && !field.value) field.value = value;
    }
  };

  settle();
  sweep();
  for (const form of document.querySelectorAll(WRITTEN)) restore(form);

  document.addEventListener("input", (event) => {
    const form = event.target.form;
    if (!form?.matches(WRITTEN)) return;
    clearTimeout(waiting.get(form));
    waiting.set(form, setTimeout(() => keep(form), PAUSE));
  });
  document.addEventListener("visibilitychange", keepAll);
  window.addEventListener("pagehide", keepAll);

  document.addEventListener("submit", (event) => {
    const form = event.target;
    keepAll();
    if (event.defaultPrevented) return;
    if (new URL(form.action).pathname === words.signOut) {
      for (const key of Object.keys(kept)) if (key.startsWith(ours)) kept.removeItem(key);
    }
    const isPreview = event.submitter?.hasAttribute("formaction");
    if (form.matches(GOES_ON)) ofTab.setItem(SENT, onItsWay ?? keyOf(form));
    else if (form.matches(WRITTEN) && !isPreview) ofTab.setItem(SENT, keyOf(form));
  });

  document.querySelector("a[data-keeps-form]")?.addEventListener("click", (event) => {
    const form = event.target.closest("form");
    // Where nobody can sign up there may be no form, but what was written before.
    const key = form ? keyOf(form) : ours + location.pathname;
    const draft = form ? now(form, typed(form)) : read(kept, key);
    if (draft) ofTab.setItem(CARRIED, JSON.stringify(draft));
    clearTimeout(waiting.get(form));
    waiting.delete(form);
    kept.removeItem(key);
  });
})();
