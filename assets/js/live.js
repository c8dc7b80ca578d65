// Says that a thread has new answers while it is being read, and keeps the bell's count true: one connection for all tabs of
// a browser, none while they are hidden.
"use strict";

(() => {
  // Milliseconds after the page is there until the first connection: whoever only looks costs nothing more.
  const SETTLED = 3_000;
  // Milliseconds, and up to as many more, after a refusal: tabs that were refused together do not come back together.
  const REFUSED = 30_000;

  const place = document.querySelector("[data-live-thread]");
  const bell = document.querySelector("[data-live-bell]");
  if (!(place || bell) || !window.EventSource || !navigator.locks || !window.BroadcastChannel) return;

  const link = place?.querySelector("a");
  const channel = new BroadcastChannel("live");
  let timer = 0;
  let leave = () => {};

  /** Shows the link, unless the reply stands on the page already. */
  const hear = ({ thread, reply }) => {
    if (String(thread) !== place?.dataset.liveThread || !reply) return;
    if (document.getElementById(`reply-${reply}`)) return;
    link.href = place.dataset.liveReply.replace("0", reply);
    link.hidden = false;
  };

  /** Shows how much is unread, in the server's words. */
  const ring = ({ count, label, shown }) => {
    if (!bell || !label) return;
    const figure = bell.querySelector(".bell-count");
    bell.setAttribute("aria-label", label);
    figure.textContent = shown;
    figure.hidden = !count;
  };

  const ask = (address) =>
    fetch(address)
      .then((answer) => (answer.ok && !answer.redirected ? answer.json() : {}))
      .catch(() => ({}));

  /** What came while nobody listened; what cannot be asked now is asked at the next connection. */
  const catchUp = () => {
    if (place) ask(place.dataset.liveNewest).then(hear);
    if (bell) ask(bell.dataset.liveCount).then(ring);
  };

  /** Asks once for all tabs how much is unread. */
  const recount = async () => {
    if (!bell) return;
    const unread = await ask(bell.dataset.liveCount);
    channel.postMessage({ unread });
    ring(unread);
  };

  /** Keeps the connection, and the lock that says so, until this tab leaves or is refused. */
  const connect = (gone) =>
    new Promise((resolve) => {
      if (gone.aborted) return resolve();
      const source = new EventSource((place ?? bell).dataset.liveStream);
      const end = () => {
        source.close();
        resolve();
      };
      gone.addEventListener("abort", end);
      source.addEventListener("open", () => {
        channel.postMessage({ missed: true });
        catchUp();
      });
      source.addEventListener("reply", (event) => {
        const news = JSON.parse(event.data);
        channel.postMessage(news);
        hear(news);
      });
      source.addEventListener("notification", recount);
      // A browser tries again by itself only after a connection that broke, never after an answer other than 200.
      source.addEventListener("error", () => {
        if (source.readyState !== EventSource.CLOSED) return;
        end();
        timer = setTimeout(listen, REFUSED * (1 + Math.random()));
      });
    });

  const stop = () => {
    clearTimeout(timer);
    leave();
  };

  /** Listens for all tabs, when no other tab does. */
  const listen = () => {
    stop();
    if (document.hidden) return;
    const gone = new AbortController();
    leave = () => gone.abort();
    navigator.locks.request("live", { signal: gone.signal }, () => connect(gone.signal)).catch(() => {});
  };

  const comeBack = () => {
    listen();
    if (!document.hidden) catchUp();
  };

  channel.addEventListener("message", ({ data }) => {
    if (data.missed) catchUp();
    else if (data.unread) ring(data.unread);
    else hear(data);
  });
  document.addEventListener("visibilitychange", comeBack);
  window.addEventListener("pagehide", stop);
  window.addEventListener("pageshow", (event) => {
    if (event.persisted) comeBack();
    else timer = setTimeout(listen, SETTLED);
  });
})();
