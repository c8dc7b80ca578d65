// Notifications: the bell counts, live in another tab too; the page leads to what is new and is marked as read; threads are
// watched and muted: with a mouse, at 360 px without JavaScript, by keyboard only.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { MODES, Server, Visitor, openBrowser } from "./harness.mjs";
import { administrator, answer, ask, enrol, seeNotice, signIn, welcomeAll } from "./steps.mjs";

/** When a page asks for its stream; the clock is turned on. */
const SETTLED_MS = 3_000;
const MODES_OF_ASKERS = ["with a mouse", "at 360 px without JavaScript", "by keyboard only"];
const ASKERS = [...MODES_OF_ASKERS, "in two tabs"].map((mode, place) => ({
  mode,
  name: `Asker ${place + 1}`,
  email: `asker${place + 1}@example.com`,
  password: "six green garden hoses",
}));

let browser;
let server;
let helper;

before(async () => {
  server = await Server.start({ args: ["demo"] });
  browser = await openBrowser();
  await welcomeAll(browser, server);
  await enrol(browser, server, ASKERS);
  helper = await Visitor.arrive(browser, server.url);
  await signIn(helper, await administrator(server));
});

after(async () => {
  await helper?.leave();
  await browser?.close();
  await server?.stop();
});

const bell = (visitor) => visitor.page.getByRole("banner").getByRole("link", { name: /^Notifications/ });
const label = (visitor) => bell(visitor).getAttribute("aria-label");

async function question(visitor, title) {
  return ask(visitor, { category: "Plus, orders and accounts", title, body: "It began this morning, and I do not know why." });
}

async function somebodyAnswers(path, text) {
  await helper.open(path);
  await answer(helper, text);
}

for (const person of ASKERS.slice(0, MODES_OF_ASKERS.length)) {
  test(`an answer is told by the bell and read on its page: ${person.mode}`, async () => {
    const visitor = await Visitor.arrive(browser, server.url, MODES[person.mode]);
    await signIn(visitor, person);
    assert.equal(await label(visitor), "Notifications, none unread");
    const path = await question(visitor, `Why does my hub hum, asks ${person.name}?`);
    await somebodyAnswers(path, "Move it away from the radio.");
    await visitor.open("/");
    assert.equal(await label(visitor), "Notifications, 1 unread");
    await visitor.expectAccessible();
    const title = await visitor.page.title();
    assert.ok(!title.includes("1"), title);

    await visitor.follow(bell(visitor));
    await visitor.expectAccessible();
    const row = visitor.content.getByRole("listitem").filter({ hasText: "answered your question" });
    assert.match(await row.first().innerText(), /Move it away from the radio\./);
    await visitor.follow(visitor.link(/Why does my hub hum/, row.first()));
    await visitor.content.getByText("Move it away from the radio.").first().waitFor();
    await visitor.open("/");
    assert.equal(await label(visitor), "Notifications, none unread");

    await somebodyAnswers(path, "Or turn it off and on.");
    await visitor.open("/notifications");
    await visitor.follow(visitor.button("Mark all as read", visitor.content));
    await seeNotice(visitor, "All of it is marked as read");
    assert.equal(await label(visitor), "Notifications, none unread");
    await visitor.leave();
  });

  test(`a thread is muted on its page, and then tells nothing: ${person.mode}`, async () => {
    const visitor = await Visitor.arrive(browser, server.url, MODES[person.mode]);
    await signIn(visitor, person);
    const path = await question(visitor, `Does the lamp need a hub, asks ${person.name}?`);
    await visitor.disclose(visitor.content.locator("summary").filter({ hasText: "Watching" }));
    await visitor.expectAccessible();
    await visitor.follow(visitor.button(/^Mute/, visitor.content));
    await seeNotice(visitor, "You are told of nothing more here");
    await somebodyAnswers(path, "It does not.");
    await visitor.open("/");
    assert.equal(await label(visitor), "Notifications, none unread");
    await visitor.leave();
  });
}

test("the bell counts in every tab while an answer comes", async () => {
  const visitor = await Visitor.arrive(browser, server.url);
  await signIn(visitor, ASKERS.at(-1));
  const path = await question(visitor, "Why does the plug click at night?");
  await visitor.page.clock.install();
  await visitor.open("/");
  const isStream = (answer) => new URL(answer.url()).pathname === "/live";
  await Promise.all([visitor.page.waitForEvent("response", isStream), visitor.page.clock.runFor(SETTLED_MS)]);
  const other = Object.assign(Object.create(visitor), { page: await visitor.context.newPage() });
  await other.page.clock.install();
  await other.open("/threads");
  await other.page.clock.runFor(SETTLED_MS);
  await somebodyAnswers(path, "The relay does that.");
  for (const tab of [visitor, other]) {
    await tab.page.getByRole("link", { name: "Notifications, 1 unread" }).waitFor();
    assert.equal(await bell(tab).locator(".bell-count").innerText(), "1");
  }
  await visitor.leave();
});
