// What moderators do to a thread: each act is one step away, says what it did, and stands in the moderation log.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { MODES, Server, Visitor, openBrowser } from "./harness.mjs";
import { administrator, ask, enrol, rowOf, seeNotice, signIn, welcomeAll } from "./steps.mjs";

const ADA = { name: "Ada Asks", email: "ada@example.com", password: "six green garden hoses" };
const CAT = { name: "Cat Keeps Order", email: "cat@example.com", password: "two brass garden taps" };

let browser;
let server;

before(async () => {
  server = await Server.start({ args: ["demo"] });
  browser = await openBrowser();
  await welcomeAll(browser, server);
  await enrol(browser, server, [ADA, CAT]);
  await makeModerator(CAT);
});

after(async () => {
  await browser?.close();
  await server?.stop();
});

async function makeModerator({ name }) {
  const admin = await Visitor.arrive(browser, server.url);
  await signIn(admin, await administrator(server));
  await admin.open("/admin/people");
  await admin.follow(admin.link(name));
  await admin.choose(admin.content.getByRole("radio", { name: "Moderator" }));
  await admin.follow(admin.button("Change the role"));
  await seeNotice(admin, "The role is changed");
  await admin.expectAccessible();
  await admin.leave();
}

for (const name of ["with a mouse", "at 360 px without JavaScript", "by keyboard only"]) {
  test(`a moderator keeps a thread in order ${name}`, async () => {
    const title = `Where did my two coupons go? (${name})`;
    const ada = await Visitor.arrive(browser, server.url, MODES["with a mouse"]);
    await signIn(ada, ADA);
    const path = await ask(ada, {
      category: "Plus, orders and accounts",
      title,
      body: "They were there yesterday.",
      tags: "plus",
    });
    const cat = await Visitor.arrive(browser, server.url, MODES[name]);
    await signIn(cat, CAT);
    await cat.open(path);
    await cat.expectAccessible();
    await pin(cat, path, title);
    await retag(cat);
    await move(cat);
    await lock(cat, ada, path);
    await closeAsDuplicate(cat, path);
    await reopen(cat);
    await deleteAndBringBack(cat, ada, path);
    await seeLog(cat, title);
    await ada.leave();
    await cat.leave();
  });
}

const bar = (cat) => cat.content.getByRole("region", { name: "Moderation" });
const act = (cat, label) => bar(cat).locator("summary").filter({ hasText: label });

async function pin(cat, path, title) {
  await cat.follow(cat.button("Pin", bar(cat)));
  await seeNotice(cat, "stays on top");
  await cat.open("/categories/billing");
  assert.match(await cat.content.getByRole("listitem").filter({ hasText: "Pinned" }).first().innerText(), new RegExp(title.slice(0, 20)));
  await cat.open(path);
  await cat.follow(cat.button("Unpin", bar(cat)));
  await seeNotice(cat, "no longer stays on top");
}

async function retag(cat) {
  await cat.disclose(act(cat, "Retag"));
  await cat.type(cat.field(/^Tags \(/, bar(cat)), "plus, no-such+tag!");
  await cat.follow(cat.button("Save tags"));
  assert.match(await cat.content.getByRole("alert").innerText(), /A tag has letters, digits/);
  assert.equal(await cat.field(/^Tags \(/, bar(cat)).inputValue(), "plus, no-such+tag!");
  await cat.expectAccessible();
  await cat.type(cat.field(/^Tags \(/, bar(cat)), "plus, payment");
  await cat.follow(cat.button("Save tags"));
  await seeNotice(cat, "The tags are saved");
  assert.ok(await cat.link("payment", cat.content).isVisible());
}

async function move(cat) {
  await cat.disclose(act(cat, "Move"));
  await cat.choose(cat.field("To category"), "Apps and local API");
  await cat.follow(cat.button("Move", bar(cat)));
  await seeNotice(cat, "The thread is moved");
  assert.ok(await cat.link("Apps and local API", cat.content.getByRole("navigation")).isVisible());
}

async function lock(cat, ada, path) {
  await cat.follow(cat.button("Lock", bar(cat)));
  await seeNotice(cat, "The thread is locked");
  await cat.expectAccessible();
  await ada.open(path);
  assert.ok(await ada.content.getByText("This thread takes no more posts.").isVisible());
  assert.equal(await ada.field("Your text").count(), 0);
  await cat.follow(cat.button("Unlock", bar(cat)));
  await seeNotice(cat, "takes posts again");
}

/** The other thread is asked for, and what was typed is kept. */
async function closeAsDuplicate(cat, path) {
  await cat.disclose(act(cat, "Close"));
  await cat.choose(cat.field("Reason"), "Duplicate: the same was asked before.");
  await cat.type(cat.field(/^A word to the asker/), "The answer there is fresh.");
  await cat.follow(cat.button("Close thread"));
  assert.match(await cat.content.getByRole("alert").innerText(), /the number of another thread/);
  assert.equal(await cat.field(/^A word to the asker/).inputValue(), "The answer there is fresh.");
  await cat.expectAccessible();
  await cat.type(cat.field(/^The thread that asks the same/), "/threads/20");
  await cat.follow(cat.button("Close thread"));
  await seeNotice(cat, "The thread is closed");
  await cat.open(path);
  assert.ok(await cat.content.getByText("The answer there is fresh.").isVisible());
  assert.ok(await cat.content.locator('.notice a[href^="/threads/20/"]').isVisible());
  await cat.expectAccessible();
  await cat.screenshot("thread-duplicate");
}

async function reopen(cat) {
  await cat.disclose(act(cat, "Reopen"));
  await cat.type(cat.field("Why is it open again?"), "It is another plan.");
  await cat.follow(cat.button("Reopen", bar(cat)));
  await seeNotice(cat, "The question is open again");
}

async function deleteAndBringBack(cat, ada, path) {
  await cat.open(path);
  const question = cat.content.getByRole("article").first();
  await cat.disclose(question.locator("summary").filter({ hasText: "Delete" }));
  await cat.type(question.getByLabel(/^Why\?/), "Holds an order number");
  await cat.follow(cat.button("Delete it", question));
  await seeNotice(cat, "The thread is deleted");
  const answered = await ada.open(path);
  assert.equal(answered.status(), 410);
  assert.ok(await ada.content.getByRole("heading", { name: "This was deleted" }).isVisible());
  await ada.expectAccessible();
  await cat.open(path);
  await cat.expectAccessible();
  await cat.screenshot("thread-deleted");
  await cat.follow(cat.button("Undelete"));
  await seeNotice(cat, "It is back");
  assert.equal((await ada.open(path)).status(), 200);
}

async function seeLog(cat, title) {
  await cat.open("/moderation/log");
  await cat.expectAccessible();
  const rows = await cat.content.getByRole("row").filter({ hasText: title }).allInnerTexts();
  const log = rows.join("\n");
  for (const verb of ["Pinned", "Unpinned", "tags of", "Moved", "Locked", "Unlocked", "Closed", "Reopened", "Deleted", "Brought back"]) {
    assert.ok(log.includes(verb), `"${verb}" is not in the moderation log:\n${log}`);
  }
  assert.match(log, /Holds an order number/);
  assert.ok(rows.every((row) => row.includes(CAT.name)));
  assert.equal(await rowOf(cat, title).count(), 0);
}
