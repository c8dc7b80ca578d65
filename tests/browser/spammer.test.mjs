// A spammer's day: signs up, is kept from leaving ten links at once, leaves them in five places, is flagged and hidden, removed in one act, and brought back in one.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { Ground, change } from "./ground.mjs";
import { MODES, Visitor, openBrowser } from "./harness.mjs";
import { answer, ask, seeNotice, signIn, signUp } from "./steps.mjs";

const SAM = { name: "Sam Sells", email: "sam@example.com", password: "ten cheap lamps today" };
const LINKS = Array.from({ length: 10 }, (_, nth) => `- [bargain ${nth + 1}](https://shop-${nth + 1}.example/lamps)`);
/** As many as a newcomer may put into a post. */
const PAIRS = LINKS.flatMap((link, nth) => (nth % 2 ? [] : [`${link}\n${LINKS[nth + 1]}`]));
const TITLE = "Bargain lamps for everybody";
/** What of it must not be read anywhere while it is removed. */
const TRACES = /shop-\d+\.example|Bargain lamps|Sam Sells|sam-sells/i;
/** How long the index of searches may take to follow, in milliseconds. */
const FOLLOWS_WITHIN = 20_000;

let browser;
let ground;
let people;

before(async () => {
  [ground, browser] = await Promise.all([Ground.lay(), openBrowser()]);
  const [ada, bob, cat, dan, eve] = await ground.members("Ada Asks", "Bob Knows", "Cat Keeps Order", "Dan Reads", "Eve Helps");
  await ground.promote(cat, "moderator");
  await ground.promote(eve, "helper");
  await change(ground.keeper, "/admin/trust", { newcomer_links: "2" });
  people = { ada, bob, cat, dan, eve, stranger: await ground.newcomer("Stranger") };
});

after(async () => {
  await browser?.close();
  await ground?.clear();
});

test("a spammer is flagged, hidden, removed in one act, gone for everybody, and back in one act as if nothing had been", async () => {
  const lamp = await ground.ask(people.ada, "Which lamp is bright enough?", "The hall is long and dark.");
  const offer = await advertise(lamp);
  await flagUntilHidden(offer);
  const cat = await ground.visitor(browser, people.cat);
  await findFromTheDesk(cat);
  const paths = await everywhere(lamp, offer);
  await until("the search finds the answer", searchFinds);
  const before = await readAll(paths);
  assert.match(before.stranger[`${lamp}`], TRACES);
  await remove(cat);
  await seeNothing(paths);
  await bringBack(cat);
  await until("the search finds the answer again", searchFinds);
  seeTheSame(await readAll(paths), before);
  await seeTheSpammer(offer);
  await cat.leave();
});

/** Signs up on a phone, asks and answers with ten links in all, since no post takes more than two, and comments; gives the thread's address. */
async function advertise(lamp) {
  const sam = await Visitor.arrive(browser, ground.server.url, MODES["at 360 px"]);
  await sam.open("/");
  await signUp(sam, ground.server, SAM);
  const path = await ask(sam, { category: "Lamps", title: TITLE, body: `Have a look:\n\n${PAIRS[0]}` });
  const links = sam.content.locator(".post a[href^='https://shop-']");
  assert.equal(await links.count(), 2);
  for (const rel of await links.evaluateAll((all) => all.map((link) => link.rel))) assert.match(rel, /nofollow/);
  await sam.open(lamp);
  await refused(sam, `Nothing beats these:\n\n${LINKS.join("\n")}`);
  for (const pair of PAIRS.slice(1)) await answer(sam, `Nothing beats these:\n\n${pair}`);
  await sam.expectToFit();
  const session = sam.context.request;
  await ground.comment({ request: session }, lamp, "Or see https://shop-11.example/ at once.");
  SAM.id = (await (await session.get("/settings")).text()).match(/\/users\/(\d+)\//)[1];
  await sam.leave();
  return path.match(/^\/threads\/\d+/)[0];
}

/** Ten links are more than a newcomer's answer may have: it says so, and nothing of the text is lost. */
async function refused(sam, text) {
  await sam.type(sam.field("Your text"), text);
  await sam.follow(sam.button("Post answer"));
  await sam.expectAccessible();
  assert.match(await sam.content.getByRole("alert").innerText(), /As a newcomer you can put 2 links to other sites into a post/);
  assert.equal(await sam.field("Your text").inputValue(), text);
}

/** A member flags it, which hides nothing yet; others do so too, until it waits for a moderator. */
async function flagUntilHidden(offer) {
  const bob = await ground.visitor(browser, people.bob, "without JavaScript");
  await bob.open(offer);
  await bob.follow(bob.link("Flag", bob.content.getByRole("article").first()).first());
  await bob.choose(bob.field("Advertising"));
  await bob.follow(bob.button("Flag it"));
  await seeNotice(bob, "A moderator will look at it");
  await ground.flag(people.dan, offer, "spam");
  assert.equal((await bob.open(offer)).status(), 200, "two newcomers hide nothing");
  await ground.flag(people.eve, offer, "spam");
  assert.equal((await bob.open(offer)).status(), 410);
  await bob.expectAccessible();
  await bob.leave();
  assert.equal((await read(people.stranger, offer)).status, 410);
}

/** From the desk to the case, and from there to the page of whoever wrote it. */
async function findFromTheDesk(cat) {
  await cat.open("/moderation");
  await cat.follow(cat.link("Begin"));
  assert.ok(await cat.content.getByText("It is hidden, because the flags of members weigh enough.").isVisible());
  await cat.expectAccessible();
  await cat.follow(cat.link("Conduct", cat.content));
  assert.equal(new URL(cat.page.url()).pathname, `/moderation/people/${SAM.id}`);
  await cat.expectAccessible();
}

/** All pages on which something of it may stand, for each viewer; of moderators those that show what is public too. */
async function everywhere(lamp, offer) {
  const person = `/users/${SAM.id}`;
  const lists = ["/", "/threads", "/threads?is=unanswered", "/categories/lamps", "/tags", "/search?q=bargain"];
  const machines = ["/feeds/all.atom", "/feeds/categories/lamps.atom", `/feeds/threads/${lamp.split("/")[2]}.atom`, "/sitemap.xml"];
  const paths = [...lists, lamp, offer, person, ...machines];
  return { stranger: paths, ada: paths, dan: paths, eve: paths, cat: ["/moderation", ...lists] };
}

/** What each viewer reads on each page. */
async function readAll(paths) {
  const told = {};
  for (const [viewer, own] of Object.entries(paths)) {
    const pages = own.map(async (path) => {
      const { status, text } = await read(people[viewer], path);
      return [path, `${status}\n${text}`];
    });
    told[viewer] = Object.fromEntries(await Promise.all(pages));
  }
  return told;
}

function seeTheSame(after, before) {
  for (const [viewer, pages] of Object.entries(before)) {
    for (const [path, text] of Object.entries(pages)) {
      assert.equal(after[viewer][path], text, `${viewer} reads something else on ${path}`);
    }
  }
}

/** The words of a page without what each look changes: what is new, how long ago it was, how often seen, and notices. */
async function read({ request }, path) {
  const page = await request.get(path);
  const text = (await page.text())
    .replace(/^[^]*<main/, "<main")
    .replace(/<div class="notices"[^]*?<\/p><\/div><\/div><\/div>/, "")
    .replace(/>\d+ new</g, "><")
    .replace(/<time datetime="([^"]*)"[^>]*>[^<]*<\/time>/g, "$1")
    .replace(/<dt>Seen<\/dt><dd>[^<]*<\/dd>/, "")
    .replace(/<updated>[^<]*<\/updated>/g, "")
    .replace(/<[^>]*>/g, (tag) => tag.match(/ (?:href|id)="[^"]*"/g)?.join("") ?? " ")
    .replace(/\s+/g, " ");
  return { status: page.status(), text };
}

/** Whether the question is found by a word that stands in the spammer's answer alone. */
async function searchFinds() {
  return (await read(people.stranger, "/search?q=bargain")).text.includes("Which lamp is bright enough?");
}

async function until(what, isSo) {
  const latest = Date.now() + FOLLOWS_WITHIN;
  while (!(await isSo())) {
    assert.ok(Date.now() < latest, `${what}: not within ${FOLLOWS_WITHIN} ms`);
    await new Promise((done) => setTimeout(done, 50));
  }
}

async function remove(cat) {
  await cat.type(cat.field(/^Reason \(optional\)/), "Ten links to shops.");
  await cat.follow(cat.button("Remove with everything they wrote"));
  await seeNotice(cat, "They are removed with everything that they wrote");
  await seeNotice(cat, "removed them with 6 posts");
  await cat.expectAccessible();
}

async function seeNothing(paths) {
  await until("the search forgets it", async () => !(await searchFinds()));
  for (const [viewer, pages] of Object.entries(await readAll(paths))) {
    // To whoever removed it the desk names what they decided last.
    delete pages["/moderation"];
    for (const [path, text] of Object.entries(pages)) {
      assert.doesNotMatch(text, TRACES, `${viewer} still reads it on ${path}`);
    }
  }
  const stranger = await ground.visitor(browser);
  assert.equal((await stranger.open(`/users/${SAM.id}`)).status(), 410);
  assert.ok(await stranger.content.getByText("A moderator removed it with everything that it wrote.").isVisible());
  await stranger.expectAccessible();
  await stranger.open("/sign-in");
  await stranger.type(stranger.field("E-mail address"), SAM.email);
  await stranger.type(stranger.field("Password"), SAM.password);
  await stranger.follow(stranger.button("Sign in", stranger.content));
  await seeNotice(stranger, "This account is suspended. This has no end set.");
  await stranger.leave();
}

async function bringBack(cat) {
  await cat.open("/moderation");
  await cat.expectAccessible();
  assert.equal(await cat.button("Undo", cat.content).count(), 0, "one post of a removed person is put back by itself");
  await cat.follow(cat.link("Conduct", cat.content.locator(".undo-line")));
  assert.equal(new URL(cat.page.url()).pathname, `/moderation/people/${SAM.id}`);
  await cat.follow(cat.button("Bring everything back"));
  await seeNotice(cat, "They are back with everything that was removed");
  assert.equal(await cat.button("Bring everything back").count(), 0);
  await cat.expectAccessible();
  await cat.open("/moderation/log");
  const rows = await cat.content.getByRole("row").filter({ hasText: SAM.name }).allInnerTexts();
  assert.match(rows.join("\n"), /Brought back with everything they wrote[^]*Removed with everything they wrote[^]*Ten links to shops\./);
}

/** The spammer is who they were: signed in again, with the thread that waits for a moderator still. */
async function seeTheSpammer(offer) {
  const sam = await Visitor.arrive(browser, ground.server.url);
  await signIn(sam, SAM);
  await sam.open(offer);
  assert.match(await sam.content.innerText(), /Your thread waits for a moderator[^]*advertising/);
  await sam.leave();
}
