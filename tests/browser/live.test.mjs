// Live updates: an answer that comes while a thread is read is told of, whatever became of the connection meanwhile.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { Server, Visitor, openBrowser } from "./harness.mjs";
import { administrator, answer, signIn } from "./steps.mjs";

/** When a page asks for its stream, and when it comes back at the latest after a refusal; the clock is turned on. */
const SETTLED_MS = 3_000;
const REFUSED_MS = 60_000;

let browser;
let server;
let helper;
let path;

before(async () => {
  server = await Server.start({ args: ["demo"] });
  browser = await openBrowser();
  helper = await Visitor.arrive(browser, server.url);
  await signIn(helper, await administrator(server));
  await helper.open("/threads?is=unanswered");
  path = await helper.content.locator(".thread a.cover").first().getAttribute("href");
});

after(async () => {
  await helper?.leave();
  await browser?.close();
  await server?.stop();
});

const isStream = (thing) => new URL(thing.url()).pathname === "/live";
const news = (visitor) => visitor.page.locator(".live-news a");
const isHeld = (visitor) => visitor.page.evaluate(async () => (await navigator.locks.query()).held.length > 0);

/** Somebody who has the thread open in a tab whose clock the test turns on. */
async function reader() {
  const visitor = await Visitor.arrive(browser, server.url);
  await visitor.page.clock.install();
  await visitor.open(path);
  return visitor;
}

/** Turns the clock on until the page has asked for its stream, and gives the answer. */
async function listening(visitor, milliseconds = SETTLED_MS) {
  const [answered] = await Promise.all([
    visitor.page.waitForEvent("response", isStream),
    visitor.page.clock.runFor(milliseconds),
  ]);
  return answered;
}

async function somebodyAnswers(text) {
  await helper.open(path);
  await answer(helper, text);
}

/** As when another tab or window comes before this one, or goes away again. */
async function turn(visitor, isHidden) {
  await visitor.page.evaluate((hidden) => {
    Object.defineProperty(document, "hidden", { configurable: true, get: () => hidden });
    document.dispatchEvent(new Event("visibilitychange"));
  }, isHidden);
}

/** Answers requests for the stream one after the other in these ways, and the rest as the server does. */
async function streams(visitor, ...ways) {
  await visitor.page.route("**/live", (route) => (ways.shift() ?? ((asked) => asked.continue()))(route));
}

const stream = (body) => (route) => route.fulfill({ contentType: "text/event-stream", body });

test("an answer is told of in an open page, and the link leads to it", async () => {
  const visitor = await reader();
  assert.equal((await listening(visitor)).status(), 200);
  await somebodyAnswers("It waits for the network, I think.");
  await news(visitor).waitFor();
  await visitor.expectAccessible();
  await visitor.press(news(visitor));
  await visitor.content.getByText("It waits for the network, I think.").waitFor();
  await visitor.leave();
});

test("tabs share one connection, and another tab takes over from one that is hidden", async () => {
  const visitor = await reader();
  let asked = 0;
  visitor.context.on("request", (request) => (asked += isStream(request) ? 1 : 0));
  await listening(visitor);
  const other = Object.assign(Object.create(visitor), { page: await visitor.context.newPage() });
  await other.page.clock.install();
  await other.open(path);
  await other.page.clock.runFor(SETTLED_MS);
  await somebodyAnswers("Two tabs hear this.");
  await Promise.all([news(visitor).waitFor(), news(other).waitFor()]);
  assert.equal(asked, 1, "each tab has a connection of its own");

  await Promise.all([
    visitor.page.waitForEvent("requestfailed", isStream),
    other.page.waitForEvent("response", isStream),
    turn(visitor, true),
  ]);
  await Promise.all([other.page.waitForEvent("requestfailed", isStream), turn(other, true)]);
  assert.equal(await isHeld(visitor), false, "a hidden tab holds the connection");
  assert.equal(asked, 2);
  await visitor.leave();
});

test("a tab that was hidden is told what came meanwhile", async () => {
  const visitor = await reader();
  await listening(visitor);
  await turn(visitor, true);
  await somebodyAnswers("Said behind the back.");
  assert.equal(await news(visitor).isVisible(), false);
  await turn(visitor, false);
  await news(visitor).waitFor();
  await visitor.leave();
});

test("a stream that ended is opened again, and what came between is told", async () => {
  const visitor = await reader();
  let answered;
  const isAnswered = new Promise((done) => (answered = done));
  // The second stream says nothing: only asking for what was missed can find the answer.
  const second = (route) => isAnswered.then(() => stream("retry: 600000\n\n")(route));
  await streams(visitor, stream("retry: 50\n\n"), second);
  await listening(visitor);
  await somebodyAnswers("Said between two streams.");
  answered();
  await news(visitor).waitFor();
  await visitor.leave();
});

for (const status of [204, 502, 503]) {
  test(`after an answer of ${status} the tab lets others try, comes again, and is told what it missed`, async () => {
    const visitor = await reader();
    await streams(visitor, (route) => route.fulfill({ status }), stream("retry: 600000\n\n"));
    assert.equal((await listening(visitor)).status(), status);
    await visitor.page.waitForFunction(async () => (await navigator.locks.query()).held.length === 0);
    await somebodyAnswers(`Said while there was no stream (${status}).`);
    assert.equal((await listening(visitor, REFUSED_MS)).status(), 200);
    await news(visitor).waitFor();
    visitor.complaints = visitor.complaints.filter((complaint) => !complaint.startsWith(`${status} from`));
    await visitor.leave();
  });
}
