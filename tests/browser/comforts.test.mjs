// Small help with reading and writing: drafts that survive, quotations, names, keys, code.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { MODES, Server, Visitor, openBrowser } from "./harness.mjs";
import { administrator, ask, postThatSays, seeNotice, signIn, signOut, signUp } from "./steps.mjs";

const ADA = { name: "Ada Asks", email: "ada@example.com", password: "six green garden hoses" };
const BOB = { name: "Bob Knows", email: "bob@example.com", password: "four rusty rain gauges" };
const CODE = "Look:\n\n```rust\n// blink\nlet light: Option<u8> = Some(1); // \"</span><script>\"\n```\n\nThe end *is* near.";

let browser;
let server;
let path;

before(async () => {
  server = await Server.start({ args: ["demo"] });
  browser = await openBrowser();
  for (const somebody of [ADA, BOB]) {
    const visitor = await Visitor.arrive(browser, server.url);
    await visitor.open("/");
    await signUp(visitor, server, somebody);
    if (somebody === ADA) {
      path = await ask(visitor, { category: "Plus, orders and accounts", title: "Why does the light blink?", body: CODE, tags: "light" });
    }
    await visitor.leave();
  }
});

after(async () => {
  await browser?.close();
  await server?.stop();
});

async function arrive(person, mode) {
  const visitor = await Visitor.arrive(browser, server.url, MODES[mode ?? "with a mouse"]);
  await signIn(visitor, person);
  await visitor.open(path);
  return visitor;
}

const answerOf = (visitor) => visitor.page.locator("#answer textarea");
const draftsOf = (visitor) =>
  visitor.page.evaluate(() => Object.entries(localStorage).filter(([key]) => key.startsWith("draft:")));
const untilDraft = (visitor, words) =>
  visitor.page.waitForFunction((said) => JSON.stringify(localStorage).includes(said), words);

/** Goes on in another tab of the same browser, as if the first one had been closed by accident. */
async function reopen(visitor) {
  await visitor.page.close();
  visitor.page = await visitor.context.newPage();
  visitor.watch();
  await visitor.open(path);
}

test("a draft survives a closed tab, and is gone once it is posted", async () => {
  const bob = await arrive(BOB);
  await answerOf(bob).fill("It waits for the net");
  await reopen(bob);
  assert.equal(await answerOf(bob).inputValue(), "It waits for the net");
  const note = bob.page.locator(".draft-note");
  assert.match(await note.innerText(), /^Your draft from 1 minute ago is back\./);
  await bob.expectAccessible();
  await bob.press(bob.button("Discard it"));
  assert.equal(await answerOf(bob).inputValue(), "");
  assert.deepEqual(await draftsOf(bob), []);

  await answerOf(bob).fill("It waits for the network.");
  await bob.follow(bob.button("Post answer"));
  await seeNotice(bob, "Your answer is posted");
  assert.equal(await answerOf(bob).inputValue(), "");
  assert.deepEqual(await draftsOf(bob), []);
  await bob.leave();
});

test("a draft is nobody else's, holds no secret, and ends with signing out", async () => {
  const bob = await arrive(BOB);
  await answerOf(bob).fill("Half a thought");
  await untilDraft(bob, "Half a thought");
  const kept = JSON.stringify(await draftsOf(bob));
  assert.doesNotMatch(kept, /form_key|password/);
  // Another account in the same browser sees nothing of it.
  await bob.page.evaluate(() => {
    const [key] = Object.keys(localStorage);
    localStorage.setItem(key.replace(/^draft:\d+/, "draft:999999"), localStorage.getItem(key).replace("Half", "Foreign"));
  });
  await bob.open(path);
  assert.equal(await answerOf(bob).inputValue(), "Half a thought");
  await signOut(bob);
  const left = (await draftsOf(bob)).map(([key]) => key);
  assert.ok(left.every((key) => key.startsWith("draft:999999:")), left.join());
  await bob.leave();
});

test("what is sent again after a fault or a new version of the terms leaves no draft", async () => {
  const root = await arrive(await administrator(server));
  const bob = await arrive(BOB);
  // Signed out meanwhile, in another tab.
  await answerOf(bob).fill("Sent while signed out.");
  await untilDraft(bob, "Sent while signed out.");
  const [session] = (await bob.context.cookies()).filter((cookie) => cookie.name.endsWith("session"));
  await bob.context.clearCookies({ name: session.name });
  await bob.follow(bob.button("Post answer"));
  assert.equal(await bob.page.getByLabel("Text").inputValue(), "Sent while signed out.");
  await bob.expectAccessible();
  await bob.context.addCookies([session]);
  await bob.follow(bob.button("Send it again"));
  await seeNotice(bob, "Your answer is posted");
  assert.equal(await answerOf(bob).inputValue(), "");
  assert.deepEqual(await draftsOf(bob), []);

  await root.open("/admin/documents/terms");
  await root.page.locator("main textarea").fill("Be kind.");
  await root.page.locator("[name=asks_consent]").check();
  await root.follow(root.page.locator("main form button[type=submit]:not([formaction])").last());
  await root.leave();
  await answerOf(bob).fill("Sent before agreeing.");
  await untilDraft(bob, "Sent before agreeing.");
  await bob.follow(bob.button("Post answer"));
  await bob.follow(bob.button("I agree, go on"));
  await seeNotice(bob, "Your answer is posted");
  assert.equal(await answerOf(bob).inputValue(), "");
  assert.deepEqual(await draftsOf(bob), []);
  await bob.leave();
});

test("without a connection a text stays in the page", async () => {
  const bob = await arrive(BOB);
  await answerOf(bob).fill("Sent from a tunnel");
  await bob.context.setOffline(true);
  await bob.button("Post answer").click();
  assert.match(await bob.page.getByRole("alert").innerText(), /You are offline/);
  assert.equal(await answerOf(bob).inputValue(), "Sent from a tunnel");
  await bob.context.setOffline(false);
  await bob.page.getByRole("alert").waitFor({ state: "detached" });
  await bob.follow(bob.button("Post answer"));
  await seeNotice(bob, "Your answer is posted");
  assert.deepEqual(await draftsOf(bob), []);
  // Live updates were cut off too, as they must be.
  bob.complaints = bob.complaints.filter((complaint) => !complaint.includes("ERR_INTERNET_DISCONNECTED"));
  await bob.leave();
});

test("a post is quoted, or what of it is selected", async () => {
  const bob = await arrive(BOB);
  const question = postThatSays(bob, "The end is near");
  await bob.press(bob.link("Quote", question));
  await bob.page.waitForFunction(() => document.querySelector("#answer textarea").value !== "");
  const whole = await answerOf(bob).inputValue();
  assert.match(whole, /^> \[Ada Asks\]\(\/threads\/\d+\/[^)]+\):\n>\n> Look:\n>\n> ```rust\n/);
  assert.match(whole, /> The end \*is\* near\.\n\n$/);

  await answerOf(bob).fill("First.");
  await question.locator(".prose p").last().selectText();
  await bob.page.locator(".quote-selection").click();
  assert.match(await answerOf(bob).inputValue(), /^First\.\n\n> \[Ada Asks\]\([^)]+\):\n>\n> The end is near\.\n\n$/);
  await bob.leave();
});

test("a post is quoted without JavaScript", async () => {
  const bob = await arrive(BOB, "at 360 px without JavaScript");
  await bob.follow(bob.link("Quote", postThatSays(bob, "The end is near")));
  assert.match(await answerOf(bob).inputValue(), /> The end \*is\* near\.\s*$/);
  await bob.expectAccessible();
  await bob.leave();
});

test("a name is completed by keyboard", async () => {
  const bob = await arrive(BOB, "by keyboard only");
  await bob.tabTo(answerOf(bob));
  await bob.page.keyboard.type("Thanks @ad");
  const list = bob.page.getByRole("listbox", { name: "People" });
  await list.waitFor();
  assert.match(await list.innerText(), /Ada Asks/);
  assert.ok(await bob.page.getByRole("status").getByText("1 person found", { exact: true }).count());
  await bob.page.keyboard.press("ArrowDown");
  const marked = await answerOf(bob).getAttribute("aria-activedescendant");
  assert.equal(await bob.page.locator(`#${marked}`).getAttribute("aria-selected"), "true");
  await bob.page.keyboard.press("Enter");
  assert.match(await answerOf(bob).inputValue(), /^Thanks \[@Ada Asks\]\(\/users\/\d+\/ada-asks\) $/);
  assert.equal(await list.count(), 0, "the list stays open");
  await bob.leave();
});

test("names are proposed accessibly", async () => {
  const bob = await arrive(BOB);
  await answerOf(bob).pressSequentially("@ada");
  await bob.page.getByRole("listbox", { name: "People" }).waitFor();
  await bob.expectAccessible();
  await bob.page.keyboard.press("Escape");
  assert.equal(await bob.page.getByRole("listbox").count(), 0);
  await bob.leave();
});

test("keys lead through the forum, have a sheet, and can be switched off", async () => {
  const bob = await arrive(BOB, "by keyboard only");
  const { keyboard } = bob.page;
  await keyboard.press("?");
  const sheet = bob.page.getByRole("dialog", { name: "Keyboard shortcuts" });
  await sheet.waitFor();
  assert.match(await sheet.innerText(), /Next post/);
  await keyboard.press("Escape");
  await sheet.waitFor({ state: "hidden" });

  const focused = () => bob.page.evaluate(() => document.activeElement.id);
  await keyboard.press("j");
  assert.equal(await focused(), "question");
  await keyboard.press("j");
  assert.match(await focused(), /^reply-/);
  await keyboard.press("k");
  assert.equal(await focused(), "question");
  await keyboard.press("r");
  await keyboard.type("ghc?");
  assert.equal(await answerOf(bob).inputValue(), "ghc?", "keys act while somebody types");
  await answerOf(bob).fill("");
  await answerOf(bob).blur();
  await keyboard.press("g");
  await Promise.all([bob.page.waitForURL(/\?is=unanswered$/), keyboard.press("u")]);
  await keyboard.press("j");
  assert.equal(await bob.page.evaluate(() => document.activeElement.className), "cover");

  await keyboard.press("?");
  await sheet.waitFor();
  await bob.page.getByLabel("Use these keys in this browser").uncheck();
  await keyboard.press("Escape");
  await keyboard.press("c");
  await keyboard.press("?");
  assert.match(bob.page.url(), /is=unanswered$/);
  assert.equal(await sheet.isVisible(), false);
  await bob.leave();
});

test("the sheet is a page too", async () => {
  for (const mode of ["at 360 px", "at 360 px without JavaScript", "in the dark"]) {
    const visitor = await Visitor.arrive(browser, server.url, MODES[mode]);
    await visitor.open("/");
    await visitor.press(visitor.link("Keyboard shortcuts"));
    if (mode.endsWith("JavaScript")) assert.match(visitor.page.url(), /\/about\/shortcuts$/);
    else await visitor.page.getByRole("dialog").waitFor();
    await visitor.expectAccessible();
    await visitor.leave();
  }
});

for (const mode of ["with a mouse", "in the dark", "at 360 px without JavaScript"]) {
  test(`code has colours that can be read ${mode}`, async () => {
    const visitor = await Visitor.arrive(browser, server.url, MODES[mode]);
    await visitor.open(path);
    const block = visitor.content.locator(".prose pre").first();
    assert.equal(await block.locator(".code-comment").first().innerText(), "// blink");
    assert.equal(await block.locator(".code-keyword").first().innerText(), "let");
    assert.equal(await block.locator("script").count(), 0);
    await visitor.expectAccessible();
    await visitor.screenshot("code");
    await visitor.leave();
  });
}

const writtenAfter = (element) => element.evaluate((node) => getComputedStyle(node, "::after").content);

test("the exact time is there by keyboard, where its link led, for fingers, and in print", async () => {
  const exact = /UTC/;
  const bob = await arrive(BOB, "by keyboard only");
  await bob.open("/threads?is=resolved&sort=votes");
  await bob.follow(bob.content.locator(".thread a.cover").first());
  const link = bob.content.locator(".byline .permalink").first();
  assert.match(await link.getAttribute("title"), exact);
  assert.doesNotMatch(await writtenAfter(link), exact);
  await bob.tabTo(link);
  assert.match(await writtenAfter(link), exact);
  await bob.press(link);
  await link.blur();
  assert.match(await writtenAfter(link), exact, "the post that was led to does not tell");
  const head = bob.content.locator(".thread-head time").first();
  assert.doesNotMatch(await writtenAfter(head), exact);
  await bob.page.emulateMedia({ media: "print" });
  assert.match(await writtenAfter(head), exact);
  await bob.leave();
  const phone = await arrive(BOB, "at 360 px");
  assert.match(await writtenAfter(phone.content.locator(".thread-head time").first()), exact);
  await phone.expectAccessible();
  await phone.leave();
});

test("a permanent link is copied, and one status tells of it", async () => {
  const bob = await arrive(BOB);
  await bob.context.grantPermissions(["clipboard-read", "clipboard-write"]);
  await bob.link("Share", bob.content).first().click();
  await bob.page.getByRole("status").getByText("Link copied").waitFor({ state: "attached" });
  assert.match(await bob.page.evaluate(() => navigator.clipboard.readText()), /^http.*\/threads\/\d+/);
  assert.equal(await bob.page.locator(".actions [aria-live]").count(), 0);
  await bob.leave();
});

test("a block of code is copied", async () => {
  const visitor = await Visitor.arrive(browser, server.url);
  await visitor.context.grantPermissions(["clipboard-read", "clipboard-write"]);
  await visitor.open(path);
  await visitor.button("Copy", visitor.content).first().click();
  await visitor.page.getByRole("status").filter({ hasText: "Copied" }).waitFor({ state: "attached" });
  const copied = await visitor.page.evaluate(() => navigator.clipboard.readText());
  assert.equal(copied, '// blink\nlet light: Option<u8> = Some(1); // "</span><script>"\n');
  await visitor.leave();
});
