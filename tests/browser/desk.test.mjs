// Flags and the desk: somebody flags a post, its author learns that it waits, and a moderator decides.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { MODES, Server, Visitor, openBrowser } from "./harness.mjs";
import { administrator, ask, enrol, seeNotice, signIn, welcomeAll } from "./steps.mjs";

const ADA = { name: "Ada Asks", email: "ada@example.com", password: "six green garden hoses" };
const BOB = { name: "Bob Knows", email: "bob@example.com", password: "four rusty rain gauges" };
const CAT = { name: "Cat Keeps Order", email: "cat@example.com", password: "two brass garden taps" };

let browser;
let server;

before(async () => {
  server = await Server.start({ args: ["demo"] });
  browser = await openBrowser();
  await welcomeAll(browser, server);
  await enrol(browser, server, [ADA, BOB, CAT]);
  const admin = await Visitor.arrive(browser, server.url);
  await signIn(admin, await administrator(server));
  await admin.open("/admin/people");
  await admin.follow(admin.link(CAT.name));
  await admin.choose(admin.content.getByRole("radio", { name: "Moderator" }));
  await admin.follow(admin.button("Change the role"));
  await admin.leave();
});

after(async () => {
  await browser?.close();
  await server?.stop();
});

async function arrive(person, mode) {
  const visitor = await Visitor.arrive(browser, server.url, MODES[mode ?? "with a mouse"]);
  await signIn(visitor, person);
  return visitor;
}

const flagLink = (visitor, within) => visitor.link("Flag", within).first();

async function flag(visitor, path, reason) {
  await visitor.open(path);
  await visitor.choose(visitor.field(reason));
  await visitor.follow(visitor.button("Flag it"));
  await seeNotice(visitor, "Flagged");
}

for (const [index, mode] of ["with a mouse", "at 360 px without JavaScript", "by keyboard only"].entries()) {
  test(`a post is flagged, and a moderator decides ${mode}`, async () => {
    const path = `/threads/${30 + index}`;
    const bob = await arrive(BOB, mode);
    await bob.open(path);
    await bob.follow(flagLink(bob, bob.content.getByRole("article").first()));
    await bob.expectAccessible();
    await bob.follow(bob.button("Flag it"));
    assert.match(await bob.content.getByRole("alert").innerText(), /Choose what is wrong/);
    await bob.choose(bob.field("Advertising"));
    await bob.type(bob.field(/^More for the moderators/), "It mocks beginners.");
    await bob.follow(bob.button("Flag it"));
    await seeNotice(bob, "A moderator will look at it");
    await bob.expectAccessible();
    const cat = await arrive(CAT, mode);
    await cat.open("/moderation");
    await cat.expectAccessible();
    await cat.screenshot("desk");
    await cat.follow(cat.link("Begin"));
    assert.ok(await cat.content.getByText("It mocks beginners.").isVisible());
    await cat.expectAccessible();
    await cat.screenshot("desk-case");
    await cat.type(cat.field(/^Why, for the author/), "Be kind.");
    await cat.follow(cat.button("Delete", cat.content).first());
    await seeNotice(cat, "That was the last one");
    assert.equal((await bob.open(path)).status(), 410);
    await bob.leave();
    await cat.follow(cat.button("Undo", cat.content));
    await seeNotice(cat, "It waits again");
    await cat.expectAccessible();
    await cat.follow(cat.button(/^Leave it$/, cat.content));
    await seeNotice(cat, "That was the last one");
    assert.equal((await cat.open(path)).status(), 200);
    await cat.leave();
  });
}

test("a post that hides itself is shown to its author with the reason, and to nobody else", async () => {
  const ada = await arrive(ADA);
  const question = { category: "Plus, orders and accounts", title: "Where can I buy cheap keys?", body: "They are cheap at keys.example." };
  const address = (await ask(ada, question)).replace(/^(\/threads\/\d+).*/, "$1");
  const cat = await arrive(CAT);
  await flag(cat, `${address}/-/flag`, "Advertising");
  await ada.open(address);
  assert.match(await ada.content.innerText(), /waits for a moderator[^]*advertising/);
  await ada.expectAccessible();
  await ada.screenshot("held");
  const bob = await arrive(BOB);
  assert.equal((await bob.open(address)).status(), 410);
  await cat.open("/moderation");
  await cat.follow(cat.link("Begin"));
  await cat.follow(cat.button("Bring it back", cat.content));
  assert.equal((await bob.open(address)).status(), 200);
  for (const visitor of [ada, bob, cat]) await visitor.leave();
});

test("keys are left alone while somebody types, and lead back from the reason", async () => {
  const bob = await arrive(BOB);
  await flag(bob, "/threads/40/-/flag", "Rude");
  await bob.leave();
  const cat = await arrive(CAT);
  await cat.open("/moderation");
  await Promise.all([cat.page.waitForEvent("load"), cat.page.keyboard.press("n")]);
  const address = cat.page.url();
  await cat.page.keyboard.press("w");
  await cat.page.keyboard.type("dull");
  await cat.page.keyboard.press("Enter");
  assert.equal(await cat.field(/^Why, for the author/).inputValue(), "dull");
  assert.equal(cat.page.url(), address, "the enter key decides nothing");
  await cat.page.keyboard.press("Escape");
  await Promise.all([cat.page.waitForEvent("load"), cat.page.keyboard.press("d")]);
  await cat.open("/moderation/log");
  assert.match(await cat.content.innerText(), /Deleted[^]*dull/);
  await cat.leave();
});
