// A tour of the demo forum: what a customer who comes to read sees, in every way of using a browser, and a picture of
// every kind of page at both widths, light and dark.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { MODES, SCREENS, Server, Visitor, openBrowser } from "./harness.mjs";
import { administrator, seeNotice, signIn, signUp } from "./steps.mjs";

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

/** How to find a page: the first link on a page that leads below a path. */
const firstOn = (path, prefix) => async (visitor) => {
  await visitor.open(path);
  const links = visitor.content.locator(`a[href^="${prefix}"]:not([href^="/threads/new"])`);
  return links.first().getAttribute("href");
};
const THREAD = "/threads/";

/** Every kind of page that anybody may see: its name, and its address or how to find one. */
const PAGES = {
  home: "/",
  threads: "/threads",
  "threads-unanswered": "/threads?is=unanswered",
  "threads-empty": "/threads?tag=hub&category=news&is=unanswered",
  "thread-resolved": firstOn("/threads?is=resolved&sort=votes", THREAD),
  "thread-unanswered": firstOn("/threads?is=unanswered", THREAD),
  "thread-closed": (visitor) => threadMarked(visitor, "Closed"),
  discussion: firstOn("/categories/ideas", THREAD),
  announcement: firstOn("/categories/news", THREAD),
  history: firstOn("/threads/20", "/replies/"),
  category: "/categories/devices",
  tags: "/tags",
  "tags-none": "/tags?q=zzzz",
  tag: "/tags/hub",
  user: firstOn("/threads/20", "/users/"),
  search: "/search",
  "search-found": "/search?q=valve+offline",
  "search-none": "/search?q=zzzzzz",
  "search-too-narrow": "/search?q=valve+tag%3Anothing",
  "search-corrected": "/search?q=vlave+offline",
  ask: "/threads/new",
  "ask-with-template": "/threads/new?category=devices",
  "sign-in": "/sign-in",
  "sign-up": "/sign-up",
  "sign-up-sent": "/sign-up/sent",
  "sign-up-expired": `/sign-up/confirm/${"x".repeat(43)}`,
  "forgotten-password": "/forgotten-password",
  permissions: "/about/permissions",
  shortcuts: "/about/shortcuts",
  design: "/design",
  comments: async (visitor) => `/threads/${(await firstOn("/threads?is=resolved&sort=votes", THREAD)(visitor)).split("/")[2]}/-/comments`,
  "not-found": "/threads/999999999",
};

/** Pages for those who look after the forum. */
const ADMIN_PAGES = {
  settings: "/settings",
  "settings-account": "/settings/account",
  "settings-sessions": "/settings/sessions",
  "settings-data": "/settings/data",
  "settings-close": "/settings/close",
  "admin-appearance": "/admin/appearance",
  "admin-documents": "/admin/documents",
  "admin-document": "/admin/documents/terms",
  "admin-overview": "/admin",
  "admin-settings": "/admin/settings",
  "admin-categories": "/admin/categories",
  "admin-category": "/admin/categories/devices",
  "admin-new-category": "/admin/categories/new",
  "admin-tags": "/admin/tags",
  "admin-tag": "/admin/tags/hub/edit",
  "admin-people": "/admin/people",
  "admin-person": firstOn("/admin/people", "/admin/people/"),
  "admin-groups": "/admin/groups",
  "admin-group": "/admin/groups/1",
  "admin-jobs": "/admin/jobs",
  "moderation-log": "/moderation/log",
  reports: "/reports?from=2020-01-01",
  "report-definitions": "/reports/definitions",
  "report-anomalies": "/reports/anomalies",
  "report-comments": "/reports/comments",
  searches: "/reports/searches",
  "ask-as-administrator": "/threads/new?category=schedules",
  "thread-as-administrator": firstOn("/threads?is=unanswered", THREAD),
  "resolved-as-administrator": firstOn("/threads?is=resolved&sort=votes", THREAD),
  "edit-thread": "/threads/20/-/edit",
};

async function threadMarked(visitor, mark) {
  await visitor.open("/categories/devices");
  const row = visitor.content.getByRole("listitem").filter({ has: visitor.page.getByText(mark, { exact: true }) });
  return row.first().getByRole("link").getAttribute("href");
}

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
    await visitor.follow(visitor.link("Set-up and devices", visitor.content).first());
    assert.match(visitor.page.url(), /\/categories\/devices/);
    await visitor.follow(visitor.link("Resolved", visitor.content.getByRole("navigation")));
    await visitor.follow(visitor.content.locator(".thread a").first());
    const accepted = visitor.content.getByRole("article").filter({ hasText: "Accepted answer" });
    assert.equal(await accepted.count(), 1);
    assert.ok(await visitor.content.getByText("Resolved", { exact: true }).first().isVisible());
    await visitor.press(visitor.link("See the answer"));
    const { y } = await accepted.boundingBox();
    assert.ok(y >= -1 && y < mode.viewport.height, `the accepted answer is ${y} px down`);
    await visitor.leave();
  });
}

test("the skip link is the first stop and leads past the frame", async () => {
  const visitor = await Visitor.arrive(browser, server.url, MODES["by keyboard only"]);
  await visitor.open("/threads");
  await visitor.page.keyboard.press("Tab");
  const skip = visitor.link("Skip to the content");
  assert.ok(await skip.evaluate((element) => element === document.activeElement));
  await visitor.page.keyboard.press("Enter");
  await visitor.page.keyboard.press("Tab");
  assert.ok(await visitor.page.evaluate(() => document.querySelector("main").contains(document.activeElement)));
  await visitor.leave();
});

test("what is typed on the home page stands in the ask form", async () => {
  const visitor = await Visitor.arrive(browser, server.url, MODES["at 360 px without JavaScript"]);
  await visitor.open("/");
  await visitor.type(visitor.field("What do you need help with?"), "The hub blinks red");
  await visitor.follow(visitor.button("Ask a question"));
  assert.equal(await visitor.field("What is the problem?").inputValue(), "The hub blinks red");
  await visitor.leave();
});

test("at 200 % a page is as wide as the window, and nothing is cut off", async () => {
  // Zooming a window of 1280 px leaves half of it in CSS pixels, each twice as wide.
  const zoomed = { viewport: { width: 640, height: 400 }, deviceScaleFactor: 2 };
  const visitor = await Visitor.arrive(browser, server.url, zoomed);
  for (const path of ["/", "/threads", await PAGES["thread-resolved"](visitor), "/threads/new", "/about/permissions"]) {
    await visitor.open(path);
    await visitor.expectToFit();
    assert.ok(await visitor.content.getByRole("heading", { level: 1 }).isVisible(), path);
  }
  await visitor.leave();
});

test("a thread in print is its posts, without what one presses", async () => {
  const visitor = await Visitor.arrive(browser, server.url);
  await visitor.open(await PAGES["thread-resolved"](visitor));
  await visitor.page.emulateMedia({ media: "print" });
  for (const gone of ["header.site-header", "nav", ".column-aside", ".actions", "#answer", ".site-footer"]) {
    assert.equal(await visitor.page.locator(gone).filter({ visible: true }).count(), 0, gone);
  }
  const accepted = visitor.content.getByRole("article").filter({ hasText: "Accepted answer" });
  assert.ok(await accepted.isVisible());
  assert.ok(await visitor.content.getByRole("heading", { level: 1 }).isVisible());
  await visitor.screenshot("thread-in-print");
  await visitor.leave();
});

test("with forced colours what only a ground told apart has a border", async () => {
  const visitor = await Visitor.arrive(browser, server.url);
  await visitor.page.emulateMedia({ forcedColors: "active" });
  await visitor.open(await PAGES["thread-resolved"](visitor));
  const borders = (selector) =>
    visitor.content.locator(selector).filter({ visible: true }).first().evaluate((element) => {
      const { borderInlineStartWidth, borderInlineStartStyle } = getComputedStyle(element);
      return borderInlineStartStyle === "none" ? 0 : Number.parseFloat(borderInlineStartWidth);
    });
  assert.ok((await borders(".mark")) >= 1);
  assert.ok((await borders(".post.accepted")) >= 4);
  await visitor.expectAccessible();
  await visitor.screenshot("thread-forced-colours");
  await visitor.leave();
});

/** What follows changes the forum, so it stands last. */
const MEMBER = { name: "Mia Member", email: "mia@example.com", password: "nine yellow paper boats" };

async function seeAndJudge(visitor, name) {
  await visitor.screenshot(name);
  await visitor.expectAccessible();
}

/** Deletes the first idea, and gives its address. */
async function deleteIdea(keeper) {
  const path = await firstOn("/categories/ideas", THREAD)(keeper);
  await keeper.open(path);
  const question = keeper.content.locator("#question");
  await keeper.disclose(question.locator("summary").filter({ hasText: "Delete" }));
  await keeper.follow(keeper.button("Delete it", question));
  await seeNotice(keeper, "is deleted");
  return path;
}

test("pages that take a deed to be seen", async () => {
  const keeper = await Visitor.arrive(browser, server.url);
  await signIn(keeper, await administrator(server));
  const gone = await deleteIdea(keeper);
  const question = await PAGES["thread-unanswered"](keeper);
  const member = await Visitor.arrive(browser, server.url);
  await member.open("/");
  await signUp(member, server, MEMBER);
  await member.leave();
  await keeper.open("/admin/documents/terms");
  await keeper.type(keeper.field("Text"), "# Be kind\n\nAnd **patient**.");
  await keeper.field("Ask everybody for consent again").check();
  await keeper.follow(keeper.button("Publish as a new version"));
  await keeper.leave();

  for (const screen of SCREENS) {
    const visitor = await Visitor.arrive(browser, server.url, screen);
    assert.equal((await visitor.open(gone)).status(), 410);
    await seeAndJudge(visitor, "gone");
    await visitor.open("/about/terms");
    await seeAndJudge(visitor, "terms");
    await signIn(visitor, MEMBER);
    await visitor.open(question);
    await seeAndJudge(visitor, "consent-owed");
    await visitor.type(visitor.field("Your text"), "It waits for the network.");
    await visitor.follow(visitor.button("Post answer"));
    await seeAndJudge(visitor, "consent");
    await visitor.leave();
  }
});

for (const screen of SCREENS) {
  test(`the preview of an appearance ${screenName(screen)}`, async () => {
    const visitor = await Visitor.arrive(browser, server.url, screen);
    await signIn(visitor, await administrator(server));
    await visitor.open("/admin/appearance");
    await visitor.type(visitor.field("Accent colour", visitor.content).first(), "#0a5c36");
    await visitor.follow(visitor.button("Preview", visitor.content));
    assert.match(await visitor.content.innerText(), /Nothing is saved yet/);
    await seeAndJudge(visitor, "admin-appearance-preview");
    await visitor.leave();
  });
}
