// Says to readers by ear what another script has done: one status for the whole page.
"use strict";

(() => {
  const STAY = 2000; // milliseconds, as long as the eye is told
  const told = document.createElement("p");
  let timer = 0;
  told.className = "unseen";
  told.setAttribute("role", "status");
  // It stands there before it says anything: a region that comes with its words is not always read out.
  document.querySelector("main").append(told);

  document.addEventListener("told", ({ detail }) => {
    clearTimeout(timer);
    told.textContent = detail;
    timer = setTimeout(() => {
      told.textContent = "";
    }, STAY);
  });
})();
