// Says in which time zone somebody is who has not chosen one: their browser knows.
"use strict";

(() => {
  const { timeZone } = Intl.DateTimeFormat().resolvedOptions();
  if (!timeZone) return;
  for (const field of document.querySelectorAll('[data-first-zone] [name="zone"]')) field.value = timeZone;
})();
