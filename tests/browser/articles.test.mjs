// The knowledge base: read with a mouse, on a phone without JavaScript and by keyboard; written, published, and linked to
// a question that its asker finds solved.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { MODES, SCREENS, Server, Visitor, openBrowser } from "./harness.mjs";
import { administrator, ask, enrol, followFrame, seeNotice, signIn, welcomeAll } from "./steps.mjs";

const ADA = { name: "Ada Asks", email: "ada@example.com", password: "six green garden hoses" };

let browser;
let server;
let keeper;

before(async () => {
  server = await Server.start({ args: ["demo"] });
  browser = await openBrowser();
  keeper = await administrator(server);
  await welcomeAll(browser, server);
  await enrol(browser, server, [ADA]);
});

after(async () => {
  await browser?.close();
  await server?.stop();
});

test("articles are read on every screen", async () => {
  for (const screen of SCREENS) {
    const visitor = await Visitor.arrive(browser, server.url, screen);
    for (const [path, name] of [
      ["/articles", "articles"],
      ["/articles/faq", "articles-faq"],
      ["/articles/sections/2", "articles-section"],
      ["/articles/1", "article"],
    ]) {
      await visitor.open(path);
      await visitor.expectAccessible();
      await visitor.screenshot(name);
    }
    await visitor.leave();
  }
});

for (const name of ["with a mouse", "at 360 px without JavaScript", "by keyboard only"]) {
  test(`a visitor finds an answer and says that it did not help, ${name}`, async () => {
    const visitor = await Visitor.arrive(browser, server.url, MODES[name]);
    await visitor.open("/");
    await followFrame(visitor, "Articles");
    await visitor.follow(visitor.link("Hub and radio", visitor.content).first());
    await visitor.follow(visitor.link("What do the lights of the hub's ring mean?", visitor.content));
    assert.ok(await visitor.content.getByText("red misses a device").isVisible(), "the short answer stands first");
    assert.ok(await visitor.link("Bahasa Indonesia", visitor.content).isVisible());
    await visitor.press(visitor.link("Amber", visitor.content));
    assert.match(visitor.page.url(), /#h-amber$/);
    await visitor.disclose(visitor.content.locator("summary").filter({ hasText: "No" }));
    await visitor.type(visitor.field(/^What is missing or wrong/), "My ring is green.");
    await visitor.follow(visitor.button("Send"));
    await seeNotice(visitor, "it did not help");
    await visitor.expectAccessible();
    await visitor.leave();
  });

  test(`an article is written, published and linked, and its asker finds it solved, ${name}`, async () => {
    const cat = await Visitor.arrive(browser, server.url, MODES[name]);
    const ada = await Visitor.arrive(browser, server.url, MODES[name]);
    await signIn(cat, keeper);
    await signIn(ada, ADA);
    const title = `Descaling a fogger nozzle (${name})`;
    await writeAndPublish(cat, title);
    const path = await ask(ada, {
      category: "Plus, orders and accounts",
      title: `My fogger nozzle is full of scale (${name})`,
      body: "It only drips.",
    });
    await link(cat, path, title);
    await undoAndConfirm(ada, cat, path, title);
    await cat.leave();
    await ada.leave();
  });
}

async function writeAndPublish(cat, title) {
  await cat.open("/articles");
  await cat.follow(cat.link("New article", cat.content));
  await cat.expectAccessible();
  await cat.type(cat.field("What does it answer?"), title);
  await cat.type(cat.field("The short answer"), "A night in vinegar.");
  await cat.type(cat.field("The whole answer"), "## Soak\n\nA night in vinegar.\n\n## Rinse\n\nUntil it runs clear.\n\n## Done\n\nPut it back.");
  await cat.follow(cat.button("Save draft"));
  await seeNotice(cat, "The draft is saved");
  await cat.follow(cat.button("Hand in for review"));
  await cat.open("/moderation/articles");
  await cat.expectAccessible();
  await cat.screenshot("article-desk");
  await cat.follow(cat.link(title, cat.content));
  await cat.follow(cat.button("Publish"));
  await seeNotice(cat, "It is published");
  await cat.expectAccessible();
}

/** One press opens the act, the next one links what is suggested. */
async function link(cat, path, title) {
  await cat.open(path);
  await cat.disclose(cat.content.locator("summary").filter({ hasText: "Link article" }));
  await cat.expectAccessible();
  await cat.screenshot("thread-link-article");
  await cat.follow(cat.button(`Answers it ${title}`));
  await seeNotice(cat, "linked as the answer");
  await cat.expectAccessible();
}

/** It does not work, with a reason; then it does. */
async function undoAndConfirm(ada, cat, path, title) {
  await ada.open(path);
  assert.ok(await ada.content.getByText("Resolved by an article").first().isVisible());
  await ada.expectAccessible();
  await ada.screenshot("thread-answered-by-article");
  await ada.disclose(ada.content.locator("summary").filter({ hasText: "Still not working" }));
  await ada.type(ada.field("What happens now?"), "It drips as before.");
  await ada.follow(ada.button("Reopen the question"));
  await seeNotice(ada, "The question is open again");
  assert.equal(await ada.content.getByText("Resolved by an article").count(), 0);
  await link(cat, path, title);
  await ada.open(path);
  await ada.follow(ada.button("Solved"));
  await seeNotice(ada, "The question stays resolved");
  assert.ok(await ada.content.getByText("The asker says that it worked").isVisible());
}

test("an article prints without what is around it", async () => {
  const visitor = await Visitor.arrive(browser, server.url);
  await visitor.open("/articles/1");
  await visitor.page.emulateMedia({ media: "print" });
  assert.ok(await visitor.content.getByRole("heading", { level: 1 }).isVisible());
  for (const around of [".site-header", ".next-step", ".column-aside", "#answered"]) {
    assert.equal(await visitor.page.locator(around).first().isVisible(), false, around);
  }
  await visitor.leave();
});
