// Reading in one's own language, and pages turned round for scripts that run from right to left.

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

for (const [name, mode] of Object.entries(MODES)) {
  test(`a visitor chooses a language and keeps it ${name}`, async () => {
    const visitor = await Visitor.arrive(browser, server.url, mode);
    await visitor.open("/threads?is=open");
    await visitor.follow(visitor.button("Bahasa Indonesia"));
    assert.match(visitor.page.url(), /\/threads\?is=open$/);
    assert.equal(await visitor.page.locator("html").getAttribute("lang"), "id");
    await visitor.expectAccessible();
    await visitor.open("/threads/20");
    assert.ok(await visitor.button("Filipino").isVisible());
    assert.equal(await visitor.page.locator("html").getAttribute("lang"), "id");
    await visitor.expectAccessible();
    await visitor.leave();
  });
}

test("a browser that asks for a language gets it", async () => {
  const visitor = await Visitor.arrive(browser, server.url, { ...MODES["at 360 px"], locale: "fil-PH" });
  for (const path of ["/", "/threads", "/threads/20", "/threads/new", "/sign-up", "/about/permissions"]) {
    await visitor.open(path);
    assert.equal(await visitor.page.locator("html").getAttribute("lang"), "fil", path);
    await visitor.expectAccessible();
  }
  await visitor.leave();
});

/** Pages of every layout: lists, a thread with its answers, forms, tables, notices. */
const PAGES = ["/", "/threads", "/threads?is=resolved", "/threads/20", "/categories/devices", "/tags", "/threads/new", "/sign-in", "/about/permissions", "/nowhere"];
const ADMIN_PAGES = ["/settings", "/admin", "/admin/categories", "/admin/people", "/admin/jobs", "/moderation/log", "/threads/20"];

async function turnRound(visitor, paths) {
  for (const path of paths) {
    await visitor.open(path);
    await visitor.page.evaluate(() => document.documentElement.setAttribute("dir", "rtl"));
    await visitor.expectToFit();
    // What is wider than the screen would stick out on the left, where no page can be scrolled to.
    const outside = await visitor.page.evaluate(() =>
      [...document.querySelectorAll("header *, main > *, footer *")]
        .filter((element) => element.checkVisibility() && !element.matches(".unseen, .skip"))
        .filter((element) => element.getBoundingClientRect().left < -1)
        .map((element) => element.outerHTML.slice(0, 120)),
    );
    assert.deepEqual(outside, [], path);
  }
}

test("pages that run from right to left fit a screen of 360 px", async () => {
  const visitor = await Visitor.arrive(browser, server.url, MODES["at 360 px"]);
  await turnRound(visitor, PAGES);
  await signIn(visitor, await administrator(server));
  await turnRound(visitor, ADMIN_PAGES);
  await visitor.leave();
});
