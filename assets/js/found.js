// Takes out of the address what says from which search somebody came: it is noted, and nothing to hand on with a link.
"use strict";

(() => {
  const here = new URL(location.href);
  if (!here.searchParams.has("found")) return;
  here.searchParams.delete("found");
  history.replaceState(history.state, "", here);
})();
