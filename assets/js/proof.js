// Works out what a sign-up has to prove: a number that gives a hash of the challenge so many zero bits. It costs a person a second
// while they type, and whoever signs up by the thousand much. Without this, a question or a moderator stands in its place.
"use strict";

(() => {
  const CHUNK = 200; // hashes between two breaths, so that the page stays usable on a phone
  const STEP = 25; // percent between two words to readers by ear

  const place = document.querySelector("[data-challenge]");
  const form = place?.closest("form");
  const hasher = window.crypto?.subtle; // only where the page came by TLS, or from this machine
  if (!form || !hasher) return;

  const field = place.querySelector("[name=proof]");
  const progress = place.querySelector("progress");
  const bits = Number(place.dataset.bits);
  const encoder = new TextEncoder();
  let work = null; // the promise of the number, once it is looked for
  let hasGivenUp = false;
  let isWaiting = false;

  const tell = (words) => document.dispatchEvent(new CustomEvent("told", { detail: words }));
  const breathe = () => new Promise((resolve) => setTimeout(resolve));

  /** With how many zero bits a hash begins. */
  const zeros = (hash) => {
    const bytes = new Uint8Array(hash);
    const first = bytes.findIndex((byte) => byte !== 0);
    return first < 0 ? bytes.length * 8 : first * 8 + Math.clz32(bytes[first]) - 24;
  };

  const tryFrom = async (challenge, from) => {
    const tries = Array.from({ length: CHUNK }, (_, step) => `${challenge}.${from + step}`);
    const hashes = await Promise.all(tries.map((text) => hasher.digest("SHA-256", encoder.encode(text))));
    return tries[hashes.findIndex((hash) => zeros(hash) >= bits)];
  };

  /** How likely it was to be found by now, in percent: the work has no other end. */
  const show = (count) => {
    const before = progress.value;
    progress.value = Math.min(99, Math.round(100 * (1 - Math.exp(-count / 2 ** bits))));
    if (isWaiting && Math.floor(progress.value / STEP) > Math.floor(before / STEP)) {
      tell(place.dataset.going.replace("%", String(progress.value)));
    }
  };

  const find = async () => {
    const { challenge } = place.dataset;
    let count = 0;
    let proof;
    while (!proof) {
      proof = await tryFrom(challenge, count);
      count += CHUNK;
      show(count);
      await breathe();
    }
    field.value = proof;
  };

  const begin = () => {
    work ??= find().catch(() => {
      hasGivenUp = true; // the sign-up goes the way of those without a script
    });
    return work;
  };

  /** Holds the form until the proof is there; its button says what it waits for. */
  const wait = async (button) => {
    isWaiting = true;
    const label = button ? [...button.childNodes] : [];
    place.hidden = false;
    button?.setAttribute("aria-disabled", "true");
    button?.replaceChildren(place.dataset.waits);
    tell(place.dataset.waits);
    await begin();
    tell(place.dataset.done);
    place.hidden = true;
    button?.replaceChildren(...label);
    button?.removeAttribute("aria-disabled");
    isWaiting = false;
    form.requestSubmit(button);
  };

  form.addEventListener("submit", (event) => {
    // A preview signs nobody up.
    if (field.value || hasGivenUp || event.submitter?.hasAttribute("formaction")) return;
    event.preventDefault();
    if (!isWaiting) wait(event.submitter);
  });

  // Whoever only looks at the form works nothing out.
  (place.closest("fieldset") ?? form).addEventListener("focusin", begin, { once: true });

  /** Coming back by the browser's back button shows a challenge that was used: the same page has another one. */
  const renew = async () => {
    field.value = "";
    work = null;
    progress.value = 0;
    const answer = await fetch(form.action);
    const page = new DOMParser().parseFromString(await answer.text(), "text/html");
    place.dataset.challenge = page.querySelector("[data-challenge]").dataset.challenge;
  };
  window.addEventListener("pageshow", (event) => {
    if (event.persisted) renew().catch(() => {});
  });
  // Some browsers fill in what stood there before.
  field.value = "";
})();
