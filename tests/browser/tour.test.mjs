// A tour of the demo forum: what a customer who comes to read sees, in every way of using a browser, and a picture of
// every kind of page at both widths, light and dark.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { MODES, SCREENS, Server, Visitor, openBrowser } from "./harness.mjs";
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

/** The first link of the content that leads below a path. */
const first = (prefix) => (visitor) => visitor.content.locator(`a[href^="${prefix}"]`).first().getAttribute("href");
const firstOn = (path, prefix) => async (visitor) => {
  await visitor.open(path);
  return first(prefix)(visitor);
};
const THREAD = "/threads/";

/** Every kind of page that anybody may see: its name, and its address or how to find one. */
const PAGES = {
  home: "/",
  threads: "/threads",
  "threads-unanswered": "/threads?is=unanswered",
  "thread-resolved": firstOn("/threads?is=resolved", THREAD),
  "thread-unanswered": firstOn("/threads?is=unanswered", THREAD),
  category: firstOn("/", "/categories/"),
  tags: "/tags",
  tag: firstOn("/tags", "/tags/"),
  user: firstOn("/threads", "/users/"),
  ask: "/threads/new",
  "sign-in": "/sign-in",
  "sign-up": "/sign-up",
  "forgotten-password": "/forgotten-password",
  permissions: "/about/permissions",
  "not-found": "/threads/999999999",
};

/** Pages for those who look after the forum. */
const ADMIN_PAGES = {
  settings: "/settings",
  "admin-settings": "/admin/settings",
  "admin-categories": "/admin/categories",
  "admin-new-category": "/admin/categories/new",
  "admin-tags": "/admin/tags",
  "admin-people": "/admin/people",
  "admin-jobs": "/admin/jobs",
  "moderation-log": "/moderation/log",
  "ask-as-administrator": "/threads/new",
  "thread-as-administrator": firstOn("/threads?is=unanswered", THREAD),
};

const screenName = ({ viewport, colorScheme }) => `at ${viewport.width} px, ${colorScheme}`;

async function look(visitor, pages) {
  const problems = [];
  for (const [name, place] of Object.entries(pages)) {
    const path = typeof place === "string" ? place : await place(visitor);
    await visitor.open(path);
    await visitor.screenshot(name);
    await visitor.expectAccessible().catch((problem) => problems.push(`${name}: ${problem.message}`));
  }
  assert.equal(problems.length, 0, problems.join("\n\n"));
}

for (const screen of SCREENS) {
  test(`every public page ${screenName(screen)}`, async () => {
    const visitor = await Visitor.arrive(browser, server.url, screen);
    await look(visitor, PAGES);
    await visitor.leave();
  });

  test(`every page of an administrator ${screenName(screen)}`, async () => {
    const visitor = await Visitor.arrive(browser, server.url, screen);
    await signIn(visitor, await administrator(server));
    await look(visitor, ADMIN_PAGES);
    await visitor.leave();
  });
}

for (const [name, mode] of Object.entries(MODES)) {
  test(`from the home page to an accepted answer ${name}`, async () => {
    const visitor = await Visitor.arrive(browser, server.url, mode);
    await visitor.open("/");
    await visitor.follow(visitor.content.locator('a[href^="/categories/"]').first());
    assert.match(visitor.page.url(), /\/categories\//);
    await visitor.follow(visitor.link(/^resolved/i, visitor.content).first());
    await visitor.follow(visitor.content.locator(`a[href^="${THREAD}"]`).first());
    assert.ok(await visitor.content.getByText(/accepted answer/i).first().isVisible());
    assert.ok(await visitor.content.getByText(/^resolved/i).first().isVisible());
    await visitor.leave();
  });
}

test("the skip link is the first stop and leads past the frame", async () => {
  const visitor = await Visitor.arrive(browser, server.url, MODES["by keyboard only"]);
  await visitor.open("/threads");
  await visitor.page.keyboard.press("Tab");
  const skip = visitor.link(/skip/i);
  assert.ok(await skip.evaluate((element) => element === document.activeElement));
  await visitor.page.keyboard.press("Enter");
  await visitor.page.keyboard.press("Tab");
  assert.ok(await visitor.page.evaluate(() => document.querySelector("main").contains(document.activeElement)));
  await visitor.leave();
});
