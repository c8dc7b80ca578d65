// A moderator's morning: twenty cases wait, each takes a key, no pointer is touched, and the next case has the focus at once.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { Ground } from "./ground.mjs";
import { openBrowser } from "./harness.mjs";
import { seeNotice } from "./steps.mjs";

/** How long a moderator waits for the next case, in milliseconds. */
const PATIENCE = 200;
/** How many times that the slowest of them may take: a disk or a scheduler may pause once. */
const MOST = 5;
/** How busy a machine may be that still counts for something. */
const BUSIEST = 5;
/** How long a calculation is watched to learn how busy the machine is, in milliseconds. */
const LOOK = 40;
/** The reasons for flags, the most harmful first: the desk's order. */
const REASONS = ["personal", "rude", "spam", "off_topic"];
/** Each key with what the page of the case says afterwards. */
const DECISIONS = {
  l: /Cat Keeps Order left it\./,
  d: /Cat Keeps Order deleted it\./,
  s: /Cat Keeps Order deleted it as advertising\./,
  x: /Cat Keeps Order closed the thread\./,
};
const TOPICS = ["hums", "flickers", "smells", "buzzes", "leaks", "wobbles", "rusts", "hisses", "fades", "sparks", "tilts", "blinks"];

let browser;
let ground;
let cat;

before(async () => {
  [ground, browser] = await Promise.all([Ground.lay(), openBrowser()]);
});

after(async () => {
  await browser?.close();
  await ground?.clear();
});

/** Twelve questions, four answers and four comments, each flagged; gives them in the order in which they should come. */
async function fillTheDesk() {
  const [ada, bob, moderator] = await ground.members("Ada Asks", "Bob Knows", "Cat Keeps Order");
  await ground.promote(moderator, "moderator");
  cat = moderator;
  const quiet = await ground.ask(bob, "Which lamps are quiet?", "I look for one.");
  const pieces = [];
  for (const topic of TOPICS) pieces.push(await ground.ask(ada, `The lamp ${topic} at night`, `It ${topic} from ten to four.`));
  for (const topic of TOPICS.slice(0, 4)) {
    pieces.push(await ground.answer(ada, quiet, `Not the one that ${topic}.`));
    pieces.push(await ground.comment(ada, quiet, `Mine ${topic} too.`));
  }
  const flagged = pieces.map((piece, nth) => ({ piece, reason: REASONS[(nth * 3) % REASONS.length] }));
  for (const { piece, reason } of flagged) await ground.flag(bob, piece, reason);
  return REASONS.flatMap((reason) => flagged.filter((each) => each.reason === reason)).map(({ piece }) => piece);
}

/** Notes in the page when a key goes down, and when the heading of a case has the focus and was painted. */
function watchTheClock() {
  const now = () => performance.timeOrigin + performance.now();
  const count = (what) => sessionStorage.setItem(what, Number(sessionStorage.getItem(what) ?? 0) + 1);
  const lookOut = () => {
    if (document.activeElement?.id !== "case") return requestAnimationFrame(lookOut);
    // The frame after the one that shows it.
    return requestAnimationFrame(() => (window.focusedAt = now()));
  };
  addEventListener("keydown", () => (count("keys"), sessionStorage.setItem("pressedAt", now())), true);
  addEventListener("pointerdown", () => count("pointers"), true);
  requestAnimationFrame(lookOut);
}

/** Presses a key that must lead to a case, and tells its address and how long that took. */
async function pressTo(visitor, key) {
  await Promise.all([visitor.page.waitForEvent("load"), visitor.page.keyboard.press(key)]);
  await visitor.page.waitForFunction(() => window.focusedAt);
  const waited = await visitor.page.evaluate(() => window.focusedAt - Number(sessionStorage.getItem("pressedAt")));
  return { path: new URL(visitor.page.url()).pathname, waited };
}

/** The piece that the case at hand is about. */
async function pieceOf(visitor) {
  const href = await visitor.content.locator(".page-head p a").getAttribute("href");
  return href.match(/^\/(?:threads|replies|comments)\/\d+/)[0];
}

test("twenty cases are decided, a key for each and no pointer, the focus always on the next one, shown within 200 ms", async () => {
  const expected = await fillTheDesk();
  const visitor = await ground.visitor(browser, cat);
  await visitor.context.addInitScript(watchTheClock);
  await visitor.open("/moderation");
  await visitor.expectAccessible();
  const [cases, pressed, waits, loads] = [[], [], [], []];
  let { path } = await pressTo(visitor, "n");
  for (const [nth, piece] of expected.entries()) {
    assert.equal(await pieceOf(visitor), piece, `case ${nth + 1} is another one`);
    // Only a thread can be closed.
    const keys = piece.startsWith("/threads/") ? ["l", "d", "s", "x"] : ["l", "d", "s"];
    const key = keys[nth % keys.length];
    cases.push(path);
    pressed.push(key);
    if (nth + 1 === expected.length) break;
    const next = await pressTo(visitor, key);
    waits.push(next.waited);
    loads.push(business());
    path = next.path;
  }
  await Promise.all([visitor.page.waitForEvent("load"), visitor.page.keyboard.press(pressed.at(-1))]);
  await seeNotice(visitor, "That was the last one");
  assert.ok(await visitor.content.getByText("No post is flagged, held or found by a scan.").isVisible());
  await seeWhatWasTouched(visitor, expected.length + 1);
  judgeTheWaits(waits, middle(loads));
  await seeDecisions(cases, pressed);
  await undoTheLast(visitor, cases.at(-1));
  await visitor.leave();
});

async function seeWhatWasTouched(visitor, keys) {
  const touched = await visitor.page.evaluate(() => ({ ...sessionStorage }));
  assert.equal(Number(touched.keys), keys, "one key begins, and one decides each case");
  assert.equal(touched.pointers, undefined, "a pointer was used");
}

/** How many times longer than alone a calculation takes here now: 1 on a free core, more where others want it too. */
function business() {
  const [begun, spent] = [performance.now(), process.cpuUsage()];
  while (performance.now() - begun < LOOK);
  const { user, system } = process.cpuUsage(spent);
  return Math.max(1, Math.min(BUSIEST, ((performance.now() - begun) * 1_000) / (user + system)));
}

const middle = (numbers) => numbers.toSorted((one, other) => one - other)[Math.floor(numbers.length / 2)];

/** Whoever shares the machine with something else waits in proportion. */
function judgeTheWaits(waits, load) {
  const [typical, worst, patience] = [middle(waits), Math.max(...waits), PATIENCE * load];
  const told = `${Math.round(typical)} ms as a rule, ${Math.round(worst)} ms at most, on a machine ${load.toFixed(1)} times slower than alone`;
  console.log(`from the key to the next case: ${told}`);
  assert.ok(typical > 0 && typical < patience, told);
  assert.ok(worst < MOST * patience, told);
}

/** Each case says what was pressed for it: none was skipped, and none was decided for another. */
async function seeDecisions(cases, pressed) {
  assert.equal(new Set(cases).size, cases.length, "a case was shown twice");
  const pages = cases.map(async (path) => (await cat.request.get(path)).text());
  for (const [nth, page] of (await Promise.all(pages)).entries()) {
    assert.match(page, DECISIONS[pressed[nth]], `case ${nth + 1}, for which ${pressed[nth]} was pressed`);
  }
}

async function undoTheLast(visitor, last) {
  const back = await pressTo(visitor, "u");
  assert.equal(back.path, last);
  await seeNotice(visitor, "It waits again");
  await visitor.expectAccessible();
  assert.equal(await visitor.content.locator("ol.queue li").count(), 1, "only the last one waits again");
  await Promise.all([visitor.page.waitForEvent("load"), visitor.page.keyboard.press("l")]);
  await seeNotice(visitor, "That was the last one");
}
