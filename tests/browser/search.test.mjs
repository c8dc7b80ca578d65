// Finding an answer from the home page, in every way that people use a browser.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { MODES, Server, Visitor, openBrowser } from "./harness.mjs";

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

    const field = visitor.field("Search questions and answers");
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
