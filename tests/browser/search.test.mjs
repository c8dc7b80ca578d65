// Finding an answer from the home page, in every way that people use a browser.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { MODES, Server, Visitor, openBrowser } from "./harness.mjs";
import { administrator, signIn } from "./steps.mjs";

let browser;
let server;

before(async () => {
  server = await Server.start({ args: ["demo"] });
  browser = await openBrowser();
});

after(async () => {
  await browser?.close();
  await server?.stop();
});

/** The index is filled after the start; whoever searches meanwhile is asked to try again. */
async function untilFilled(visitor) {
  const patience = Date.now() + 60_000;
  for (;;) {
    await visitor.open("/search?q=valve");
    if ((await visitor.content.locator(".result").count()) > 0) return;
    assert.ok(Date.now() < patience, "the index is never filled");
  }
}

for (const [name, mode] of Object.entries(MODES)) {
  test(`a visitor finds the answer before asking ${name}`, async () => {
    const visitor = await Visitor.arrive(browser, server.url, mode);
    await untilFilled(visitor);
    await visitor.open("/");
    await visitor.type(visitor.field("What do you need help with?"), "vlave offline");
    await visitor.follow(visitor.button("Search", visitor.content));
    assert.match(visitor.page.url(), /\/search\?q=vlave/);
    assert.ok(await visitor.content.getByText("Nobody writes “vlave” here; shown is “valve”.").isVisible());
    await visitor.expectAccessible();
    await visitor.expectToFit();

    const field = visitor.field("Search questions, answers and articles");
    await visitor.type(field, "valve is:resolved -rechargeable");
    await visitor.follow(visitor.button("Search", visitor.content));
    const results = visitor.content.locator(".result");
    assert.ok((await results.count()) > 0);
    assert.equal(await results.filter({ hasText: "rechargeable" }).count(), 0);
    await visitor.follow(results.first().getByRole("link"));
    assert.match(visitor.page.url(), /\/threads\/\d+\//);
    assert.ok(await visitor.content.getByText("Accepted answer").first().isVisible());
    await visitor.leave();
  });
}

test("what is not found leads to the ask form with the words carried over", async () => {
  const visitor = await Visitor.arrive(browser, server.url, MODES["at 360 px without JavaScript"]);
  await untilFilled(visitor);
  await visitor.open("/search?q=submarine+periscope");
  await visitor.follow(visitor.link("Ask a new question", visitor.content));
  assert.equal(await visitor.field("What is the problem?").inputValue(), "submarine periscope");
  await visitor.leave();
});

/** A browser of somebody who reads, not of a machine: a robot's searches are not counted. */
const READER = { userAgent: "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0" };

test("results come while one types, and the arrow keys lead through them", async () => {
  const visitor = await Visitor.arrive(browser, server.url, { ...MODES["with a mouse"], ...READER });
  await untilFilled(visitor);
  await visitor.open("/search");
  const { page } = visitor;
  const field = visitor.field("Search questions, answers and articles");
  const asked = [];
  page.on("request", (request) => asked.push(request.url()));
  await field.pressSequentially("valve", { delay: 20 });
  const results = visitor.content.locator(".result");
  await results.first().waitFor();
  assert.match(page.url(), /\/search\?q=valve$/);
  assert.match(await page.title(), /^Search for valve · /);
  assert.equal(asked.length, 1, `one question for five letters, not ${asked}`);
  assert.match(await page.getByRole("status").filter({ hasText: /\d+ (threads?|results?)/ }).first().textContent(), /\d+ (threads?|results?)/);
  await visitor.expectAccessible();

  const links = visitor.content.locator(".result-title a");
  const isActive = (target) => target.evaluate((element) => element === document.activeElement);
  await page.keyboard.press("ArrowDown");
  assert.ok(await isActive(links.nth(0)));
  await page.keyboard.press("ArrowDown");
  assert.ok(await isActive(links.nth(1)));
  await page.keyboard.press("ArrowUp");
  await page.keyboard.press("ArrowUp");
  assert.ok(await isActive(field));
  assert.equal(await field.inputValue(), "valve");
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Escape");
  assert.ok(await isActive(field));
  assert.equal(await field.inputValue(), "valve", "leaving the results empties nothing");

  await page.keyboard.press("ArrowDown");
  await Promise.all([page.waitForEvent("load"), page.keyboard.press("Enter")]);
  assert.match(page.url(), /\/(threads|articles)\/\d+\/[^?]+$/, "where somebody came from is no part of what they hand on");
  await page.goBack();
  await results.first().waitFor();
  assert.equal(await field.inputValue(), "valve");
  assert.ok((await results.count()) > 1);
  await visitor.leave();
});

test("a search that nothing answers leads on while one types", async () => {
  const visitor = await Visitor.arrive(browser, server.url, MODES["at 360 px"]);
  await untilFilled(visitor);
  await visitor.open("/search?q=valve");
  await visitor.type(visitor.field("Search questions, answers and articles"), "valve tag:nothing");
  await visitor.link(/Search the words alone/, visitor.content).waitFor();
  await visitor.expectAccessible();
  await visitor.follow(visitor.link(/Search the words alone/, visitor.content));
  assert.ok((await visitor.content.locator(".result").count()) > 0);
  await visitor.leave();
});

test("who looks after the forum sees what found no answer", async () => {
  const visitor = await Visitor.arrive(browser, server.url, { ...MODES["without JavaScript"], ...READER });
  await untilFilled(visitor);
  await visitor.open("/search?q=flux+capacitor");
  await visitor.open("/search?q=valve+offline");
  await visitor.follow(visitor.content.locator(".result-title a").first());
  await signIn(visitor, await administrator(server));
  // What is noted is written every few seconds.
  const patience = Date.now() + 20_000;
  const row = (words) => visitor.content.getByRole("row").filter({ hasText: words });
  do {
    assert.ok(Date.now() < patience, "the report never shows the search that found nothing, and it alone");
    await visitor.open("/reports/searches");
    // What was opened from a search may be written a little after the search.
  } while ((await row("flux capacitor").count()) === 0 || (await row("valve offline").count()) > 0);
  await visitor.expectAccessible();
  await visitor.follow(visitor.link("Ask it", row("flux capacitor")));
  assert.equal(await visitor.field("What is the problem?").inputValue(), "flux capacitor");
  await visitor.leave();
});
