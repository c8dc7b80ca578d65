// Says that a thread has new answers while it is being read: one connection for all tabs of a browser, none while they
// are hidden.
"use strict";

(() => {
  const place = document.querySelector("[data-live-thread]");
  if (!place || !window.EventSource || !navigator.locks || !window.BroadcastChannel) return;

  const link = place.querySelector("a");
  const channel = new BroadcastChannel("live");
  let leave = () => {};

  /** Shows the link, unless the reply stands on the page already. */
  const hear = ({ thread, reply }) => {
    if (String(thread) !== place.dataset.liveThread || !reply) return;
    if (document.getElementById(`reply-${reply}`)) return;
    link.href = place.dataset.liveReply.replace("0", reply);
    link.hidden = false;
  };

  /** What came while this tab was hidden. */
  const catchUp = async () => {
    const answer = await fetch(place.dataset.liveNewest);
    if (answer.ok) hear(await answer.json());
  };

  /** Listens for all tabs, when no other tab does. */
  const listen = () => {
    const gone = new AbortController();
    const hold = () =>
      new Promise((resolve) => {
        const source = new EventSource(place.dataset.liveStream);
        source.addEventListener("reply", (event) => {
          const news = JSON.parse(event.data);
          channel.postMessage(news);
          hear(news);
        });
        leave = () => {
          source.close();
          resolve();
        };
        if (gone.signal.aborted) leave();
      });
    leave = () => gone.abort();
    navigator.locks.request("live", { signal: gone.signal }, hold).catch(() => {});
  };

  channel.addEventListener("message", (event) => hear(event.data));
  document.addEventListener("visibilitychange", () => {
    leave();
    if (document.hidden) return;
    listen();
    catchUp().catch(() => {});
  });
  window.addEventListener("pagehide", () => leave());
  window.addEventListener("pageshow", (event) => {
    if (event.persisted) listen();
  });
  if (!document.hidden) listen();
})();
