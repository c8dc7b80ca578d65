// A form that is sent once is not sent twice by an impatient second press.
"use strict";

(() => {
  const IMPATIENCE = 3_000; // milliseconds in which a second press is the same as the first
  const sent = new WeakSet();

  const release = (form) => {
    sent.delete(form);
    for (const button of form.querySelectorAll("button[aria-disabled]")) button.removeAttribute("aria-disabled");
  };

  document.addEventListener("submit", (event) => {
    const form = event.target;
    const method = event.submitter?.formMethod || form.method;
    if (event.defaultPrevented || method !== "post") return;
    if (sent.has(form)) {
      event.preventDefault();
      return;
    }
    sent.add(form);
    // Not `disabled`: a disabled button would not send its own name and would lose the focus.
    for (const button of form.querySelectorAll("button")) button.setAttribute("aria-disabled", "true");
    // What answers with a file leaves the page as it is: let it be sent again.
    if (form.hasAttribute("data-stays")) setTimeout(release, IMPATIENCE, form);
  });

  // Coming back by the browser's back button shows the page as it was left: let it be sent again.
  window.addEventListener("pageshow", (event) => {
    if (!event.persisted) return;
    for (const form of document.forms) release(form);
  });
})();
