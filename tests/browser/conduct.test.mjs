// Conduct: what a member sees who is warned, silenced or suspended; notes that only those read who look after the forum; and
// canned replies.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { Ground, send } from "./ground.mjs";
import { openBrowser } from "./harness.mjs";
import { answer, postThatSays, seeNotice } from "./steps.mjs";

const REASON = "Three of your answers advertise a shop.";
const NOTE = "Was warned in the old forum, too.";

let browser;
let ground;
let people;
let lamp;
let reply;

before(async () => {
  [ground, browser] = await Promise.all([Ground.lay(), openBrowser()]);
  const [ada, bob, cat, dan, eve] = await ground.members("Ada Asks", "Bob Knows", "Cat Keeps Order", "Dan Answers", "Eve Helps");
  await ground.promote(cat, "moderator");
  await ground.promote(eve, "helper");
  await send(ground.keeper, `/admin/people/${dan.id}/staff`, { staff: "true" });
  people = { ada, bob, cat, dan, eve };
  lamp = await ground.ask(ada, "Which lamp is bright enough?", "The hall is long and dark.");
  reply = await ground.answer(bob, lamp, "The one of my shop.");
});

after(async () => {
  await browser?.close();
  await ground?.clear();
});

/** What is done about somebody, from the page of their conduct. */
async function act(cat, kind, fill = async () => {}) {
  await cat.choose(cat.content.getByRole("radio", { name: new RegExp(`^${kind}`) }));
  await cat.type(cat.field("Reason", cat.content).first(), REASON);
  await fill(cat);
  await cat.follow(cat.button("Act and tell them"));
}

/** The words of a notice that says this, in one line. */
async function noticeThatSays(visitor, words) {
  await seeNotice(visitor, words);
  const notice = visitor.content.locator(".notice").filter({ hasText: words }).first();
  return (await notice.innerText()).replace(/\s+/g, " ");
}

async function restrain(kind, mode, fill) {
  const cat = await ground.visitor(browser, people.cat, mode);
  await cat.open(`/moderation/people/${people.bob.id}?about=${reply.slice(1).replace("replies/", "reply-")}`);
  await act(cat, kind, fill);
  await cat.expectAccessible();
  return cat;
}

/** Takes a restraint back, by the button beside it, which is gone then. */
async function takeBack(cat, kind) {
  const button = cat.button("Take it back", cat.content.getByRole("listitem").filter({ hasText: kind }));
  await cat.follow(button);
  await seeNotice(cat, "It is taken back");
  assert.equal(await button.count(), 0);
  await cat.leave();
}

test("a warning stands on every page of whoever is warned until they have read it", async () => {
  const cat = await ground.visitor(browser, people.cat, "without JavaScript");
  await cat.open(lamp);
  await cat.follow(cat.link("Conduct", postThatSays(cat, "The one of my shop.")));
  assert.ok(await cat.link("The answer in question", cat.content).isVisible());
  await cat.expectAccessible();
  await act(cat, "Warn");
  await seeNotice(cat, "They are warned");
  const bob = await ground.visitor(browser, people.bob, "at 360 px without JavaScript");
  for (const path of ["/", "/settings", lamp]) {
    await bob.open(path);
    assert.ok((await noticeThatSays(bob, "A moderator asks you to mind this")).includes(REASON));
    await bob.expectToFit();
  }
  await bob.expectAccessible();
  assert.match(await bob.link("The answer in question").getAttribute("href"), new RegExp(`${reply}$`));
  await bob.follow(bob.button("I have read this"));
  assert.ok(bob.page.url().includes(lamp), "the button leads away from where the warning stood");
  assert.equal(await bob.content.getByText(REASON).count(), 0);
  await bob.leave();
  await cat.open(`/moderation/people/${people.bob.id}`);
  assert.match(await cat.content.getByRole("listitem").filter({ hasText: "Warned" }).innerText(), /Cat Keeps Order[^]*read/);
  await cat.leave();
});

test("whoever is silenced reads why and until when, and keeps what they typed", async () => {
  const bob = await ground.visitor(browser, people.bob, "with a mouse");
  await bob.open(lamp);
  await bob.type(bob.field("Your text"), "I had not finished yet.");
  const cat = await restrain("Silence", "by keyboard only");
  await seeNotice(cat, "They may not write, and a letter tells them why");
  await bob.follow(bob.button("Post answer"));
  assert.ok(await bob.content.getByRole("heading", { name: "You may not write at present" }).isVisible());
  assert.match(await noticeThatSays(bob, "You may read here but not write"), new RegExp(`This ends on .+${REASON}`));
  assert.equal(await bob.content.getByRole("textbox").last().inputValue(), "I had not finished yet.");
  await bob.expectAccessible();
  await bob.open(lamp);
  assert.equal(await bob.field("Your text").count(), 0);
  await bob.expectAccessible();
  await takeBack(cat, "Silenced");
  await bob.open(lamp);
  assert.equal(await bob.content.getByText(REASON).count(), 0);
  assert.equal(await bob.field("Your text").inputValue(), "I had not finished yet.", "the draft is kept");
  await answer(bob, "Now I may again.");
  await bob.leave();
});

test("whoever is suspended is signed out, and told why and until which day", async () => {
  const end = new Date(Date.now() + 10 * 24 * 3600 * 1000);
  const bob = await ground.visitor(browser, people.bob, "at 360 px");
  await bob.open("/settings");
  const cat = await restrain("Suspend", "with a mouse", async (visitor) => {
    await visitor.choose(visitor.field("For how long"), "Until a day");
    await visitor.follow(visitor.button("Act and tell them"));
    assert.match(await visitor.content.getByRole("alert").innerText(), /Type a day to come within ten years/);
    await visitor.expectAccessible();
    await visitor.type(visitor.field(/^Day on which it ends/), end.toISOString().slice(0, 10));
  });
  await seeNotice(cat, "They are suspended and signed out everywhere");
  await bob.open("/settings");
  assert.match(bob.page.url(), /\/sign-in/);
  await trySigningIn(bob);
  const day = end.toLocaleDateString("en-GB", { day: "numeric", month: "short", year: "numeric", timeZone: "UTC" });
  const told = await noticeThatSays(bob, "This account is suspended");
  assert.ok(told.includes(day) && told.includes(REASON), `${told} does not name ${day}`);
  await bob.expectAccessible();
  await takeBack(cat, "Suspended");
  await trySigningIn(bob);
  assert.doesNotMatch(bob.page.url(), /\/sign-in/);
  await bob.leave();
});

async function trySigningIn(visitor) {
  const { email, password } = people.bob;
  await visitor.open("/sign-in?back=/settings");
  await visitor.type(visitor.field("E-mail address"), email);
  await visitor.type(visitor.field("Password"), password);
  await visitor.follow(visitor.button("Sign in", visitor.content));
}

test("a note about a member is read by moderators and the staff, and by nobody else", async () => {
  const [page, profile] = [`/moderation/people/${people.bob.id}`, `/users/${people.bob.id}`];
  const cat = await ground.visitor(browser, people.cat, "by keyboard only");
  await cat.open(page);
  await cat.type(cat.field("Another note"), NOTE);
  await cat.follow(cat.button("Keep the note"));
  await seeNotice(cat, "The note is kept");
  await cat.leave();
  const dan = await ground.visitor(browser, people.dan, "at 360 px");
  for (const path of [profile, page]) {
    await dan.open(path);
    assert.ok(await dan.content.getByText(NOTE).isVisible(), `the staff miss the note on ${path}`);
    await dan.expectAccessible();
  }
  assert.equal(await dan.button("Take it back").count(), 0, "only its author takes a note back");
  await dan.leave();
  const stranger = await ground.newcomer("Stranger");
  for (const { name, request } of [people.bob, people.ada, people.eve, stranger]) {
    for (const path of [profile, page]) {
      const answered = await request.get(path);
      assert.equal((await answered.text()).includes(NOTE), false, `${name} reads the note on ${path}`);
      const isShown = answered.status() === 200 && !answered.url().includes("/sign-in");
      assert.equal(isShown, path === profile, `${path} answers ${name} with ${answered.status()}`);
    }
  }
});

for (const [nth, mode] of ["with a mouse", "at 360 px without JavaScript"].entries()) {
  test(`a canned reply is kept, and put behind what was typed ${mode}`, async () => {
    const title = `Which model? (${nth})`;
    const eve = await ground.visitor(browser, people.eve, mode);
    await eve.open("/settings/canned-replies");
    await eve.type(eve.field("Title", eve.content), title);
    await eve.type(eve.field("Text", eve.content), "Dear {name}, which model do you have? It matters for “{title}”.");
    await eve.follow(eve.button("Keep it"));
    await eve.expectAccessible();
    await eve.open(lamp);
    await eve.type(eve.field("Your text"), "Good day.");
    await eve.choose(eve.field("Canned reply"), title);
    await insert(eve);
    const text = await eve.field("Your text").inputValue();
    assert.match(text, /^Good day\.\s+Dear Ada Asks, which model do you have\? It matters for “Which lamp is bright enough\?”\.\s*$/);
    await eve.expectAccessible();
    await eve.follow(eve.button("Post answer"));
    await seeNotice(eve, "Your answer is posted");
    assert.ok(await postThatSays(eve, "Dear Ada Asks, which model").first().isVisible());
    await eve.leave();
  });
}

/** A script puts it in at once and leaves the cursor behind it; without one the page comes again. */
async function insert(eve) {
  const button = eve.button("Insert", eve.content);
  if (eve.mode.javaScriptEnabled === false) return eve.follow(button);
  const documents = await eve.page.evaluate(() => performance.timeOrigin);
  await eve.press(button);
  await eve.page.waitForFunction(() => document.activeElement.matches("#answer textarea"));
  assert.equal(await eve.page.evaluate(() => performance.timeOrigin), documents, "the page was loaded anew");
  const [place, length] = await eve.field("Your text").evaluate((field) => [field.selectionStart, field.value.length]);
  assert.equal(place, length, "the cursor is not behind the text");
}
