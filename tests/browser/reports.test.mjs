// A week of a forum, played with a clock that the test moves: every figure on the page of reports is what a count by hand says.

import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { MovedClock, noClock } from "./clock.mjs";
import { MODES, Server, Visitor, newDataDir, openBrowser, removeDataDir } from "./harness.mjs";
import { administrator, answer, ask, enrol, postThatSays, seeNotice, signIn, welcomeAll } from "./steps.mjs";

const ANA = { name: "Ana Asks", email: "ana@example.com", password: "six green garden hoses" };
const BEN = { name: "Ben Knows", email: "ben@example.com", password: "four rusty rain gauges" };
const CLEO = { name: "Cleo Comes", email: "cleo@example.com", password: "nine quiet water butts" };
const DAN = { name: "Dan Does", email: "dan@example.com", password: "two leaky old sprinklers" };

const WEEK = "/reports?from=2026-03-02&to=2026-03-08&tag=week-ten";

let browser;
let clock;
let dataDir;
let server;
const here = {};

/** Monday is the second of March. */
const DAYS = { monday: "02", tuesday: "03", wednesday: "04", thursday: "05", sunday: "08" };

function at(day, time) {
  return clock.move(`2026-03-${DAYS[day]} ${time}:00`);
}

async function asks(visitor, title) {
  return ask(visitor, {
    category: "Plus, orders and accounts",
    title,
    body: "It was ordered last week, and nothing has happened since.",
    tags: "week-ten",
  });
}

async function answers(visitor, path, words) {
  await visitor.open(path);
  await answer(visitor, words);
}

async function accepts(visitor, path, words) {
  await visitor.open(path);
  await visitor.follow(visitor.button(/^This solved it/, postThatSays(visitor, words)));
  await seeNotice(visitor, "The question is resolved");
}

async function reopens(visitor, path) {
  await visitor.open(path);
  await visitor.disclose(visitor.content.locator("summary").filter({ hasText: "Still not working" }));
  await visitor.type(visitor.field("What happens now?"), "It is there again.");
  await visitor.follow(visitor.button("Reopen the question"));
  await seeNotice(visitor, "The question is open again");
}

/**
 * Six questions of seven people, told in the order of time:
 *
 * | question | asked | first answer | resolution |
 * |---|---|---|---|
 * | one | Mon 09:00, Ana | Ben, after 1 h | confirmed after 3 h |
 * | two | Mon 09:30, Cleo; Ana too | Ben, after 24 h | confirmed on Wed, undone an hour later |
 * | three | Tue 10:00, Ana | none | none |
 * | four | Wed 08:00, Cleo | the administrator, after 30 min | confirmed after 24 h, undone, and again after 26 h |
 * | five | Wed 12:00, Dan | Dan's own, after 6 h, which he accepts | one's own, after 6 h |
 * | six | Thu 15:00, Ben | Dan, after 90 min | none |
 */
async function play() {
  const { ana, ben, cleo, dan, admin } = here;
  await at("monday", "09:00");
  const one = await asks(ana, "When does the first parcel come?");
  await at("monday", "09:30");
  const two = await asks(cleo, "Is the second invoice wrong?");
  await at("monday", "10:00");
  await answers(ben, one, "It comes by the end of the month.");
  await at("monday", "12:00");
  await accepts(ana, one, "end of the month");
  await at("monday", "13:00");
  await ana.open(two);
  await ana.follow(ana.button("I have this too"));
  await at("tuesday", "09:30");
  await answers(ben, two, "Send it back, and another one is made.");
  await at("tuesday", "10:00");
  await asks(ana, "Why is my third voucher refused?");
  await at("wednesday", "08:00");
  const four = await asks(cleo, "Can four people share Plus?");
  await at("wednesday", "08:30");
  await answers(admin, four, "Five may, from the family page on.");
  await at("wednesday", "09:30");
  await accepts(cleo, two, "another one is made");
  await at("wednesday", "10:30");
  await reopens(cleo, two);
  await at("wednesday", "12:00");
  const five = await asks(dan, "How do I cancel a fifth order?");
  await at("wednesday", "18:00");
  await answers(dan, five, "Found it: in the app, below the order.");
  await accepts(dan, five, "below the order");
  await at("thursday", "08:00");
  await accepts(cleo, four, "from the family page on");
  await at("thursday", "09:00");
  await reopens(cleo, four);
  await at("thursday", "10:00");
  await accepts(cleo, four, "from the family page on");
  await at("thursday", "15:00");
  const six = await asks(ben, "Where is the sixth bill?");
  await at("thursday", "16:30");
  await answers(dan, six, "Is it among the letters of last year?");
}

/** Outcomes follow what happens within seconds: waits until the last answer is among them. */
async function untilKnown() {
  const latest = Date.now() + 30_000;
  // Each time another choice: the report of the same one may be kept.
  for (let day = 9; Date.now() < latest; day = (day % 19) + 9) {
    const path = WEEK.replace("/reports", "/reports/figures.json").replace("2026-03-08", `2026-03-${String(day).padStart(2, "0")}`);
    const answer = await here.admin.page.request.get(server.url + path);
    const { questions, to_answer: wait, to_resolution: end } = (await answer.json()).figures.resolving;
    if (questions === 6 && wait.curve.events === 5 && end.curve.events === 3) return;
    await new Promise((done) => setTimeout(done, 200));
  }
  assert.fail("what came of the questions is not known after 30 s");
}

/** What the page says of a figure: its paragraphs, and the cells of its tables, row by row. */
async function told(visitor, name) {
  const section = visitor.content.locator("section.report").filter({
    has: visitor.page.getByRole("heading", { name, exact: true }),
  });
  assert.equal(await section.count(), 1, `there is one section "${name}"`);
  const plain = (text) => text.replace(/[\s\u00a0\u202f\u2068\u2069]+/g, " ").trim();
  const cells = await section.locator("table tr").evaluateAll((rows) =>
    rows.map((row) => [...row.cells].map((cell) => cell.textContent)),
  );
  return {
    words: plain(await section.evaluate((element) => element.textContent)),
    rows: cells.map((row) => row.map(plain)),
  };
}

/** The cells of the row that begins with this word. */
function row(rows, head) {
  const found = rows.find(([first]) => first === head);
  assert.ok(found, `no row "${head}" in ${JSON.stringify(rows)}`);
  return found.slice(1);
}

describe("a week of a forum", { skip: noClock }, () => {
  before(async () => {
    browser = await openBrowser();
    dataDir = await newDataDir();
    clock = await MovedClock.at(dataDir, "2026-03-02 08:00:00");
    server = await Server.start({ args: ["demo"], dataDir, clock });
    await welcomeAll(browser, server);
    await enrol(browser, server, [ANA, BEN, CLEO, DAN]);
    const people = { ana: ANA, ben: BEN, cleo: CLEO, dan: DAN, admin: await administrator(server) };
    for (const [name, person] of Object.entries(people)) {
      here[name] = await Visitor.arrive(browser, server.url);
      await signIn(here[name], person);
    }
    await play();
    await untilKnown();
    await at("sunday", "23:00");
  });

  after(async () => {
    await browser?.close();
    await server?.stop();
    if (dataDir) await removeDataDir(dataDir);
  });

  for (const name of ["with a mouse", "at 360 px without JavaScript", "by keyboard only"]) {
    test(`every figure is what a count by hand says, ${name}`, async () => {
      const reader = await Visitor.arrive(browser, server.url, MODES[name]);
      await signIn(reader, await administrator(server));
      await reader.open(WEEK);
      await reader.expectAccessible();
      await reader.screenshot("reports-of-a-week");
      await seeFigures(reader);
      await seeFiles(reader);
      await reader.leave();
    });
  }

  test("what needs a week to be said is said a week later", async () => {
    await clock.move("2026-03-16 00:00:00");
    const { admin } = here;
    // One more day, without questions: a report of the very same choice may still be kept.
    await admin.open(WEEK.replace("to=2026-03-08", "to=2026-03-09"));
    const inTime = await told(admin, "Resolved in time");
    assert.deepEqual(row(inTime.rows, "7 d"), ["50.0 % (18.8 %–81.2 %)", "6"]);
    assert.deepEqual(row(inTime.rows, "30 d"), ["too early to say", "0"]);
    const open = await told(admin, "Open now");
    assert.deepEqual(row(open.rows, "7 to 30 days"), ["2", "1"]);
  });
});

/** Each share is out of so many that its interval is wide: Wilson's, and for curves Greenwood's on the log-log scale. */
async function seeFigures(reader) {
  const asked = await told(reader, "Questions asked");
  assert.match(asked.words, /6 questions were asked\. Half had an answer within 1 h 30 min\. Half were resolved within 26 h\./);
  assert.match(asked.words, /Questions6People with these problems7/);

  const answered = await told(reader, "Time to the first answer");
  assert.match(answered.words, /it came for 5 of 6/);
  assert.deepEqual(row(answered.rows, "1 h"), ["33.3 % (9.6 %–80.5 %)", "5"]);
  assert.deepEqual(row(answered.rows, "6 h"), ["66.7 % (32.4 %–95.4 %)", "3"]);
  assert.deepEqual(row(answered.rows, "24 h"), ["83.3 % (48.3 %–99.2 %)", "2"]);
  assert.deepEqual(row(answered.rows, "2026-03-02 to 2026-03-08"), ["1 h 30 min (30 min–no end)", "not reached", "6"]);
  const byStaff = await told(reader, "Time to the first answer of the staff");
  assert.match(byStaff.words, /it came for 0 of 6/);

  const resolved = await told(reader, "Time to resolution");
  assert.match(resolved.words, /it came for 3 of 6/);
  assert.deepEqual(row(resolved.rows, "6 h"), ["33.3 % (9.6 %–80.5 %)", "5"]);
  assert.deepEqual(row(resolved.rows, "24 h"), ["33.3 % (9.6 %–80.5 %)", "4"]);
  assert.deepEqual(row(resolved.rows, "3 d"), ["50.0 % (19.6 %–88.9 %)", "3"]);
  assert.deepEqual(row(resolved.rows, "2026-03-02 to 2026-03-08"), ["26 h (3 h–no end)", "not reached", "6"]);
  const inTime = await told(reader, "Resolved in time");
  assert.deepEqual(row(inTime.rows, "24 h"), ["33.3 % (9.7 %–70.0 %)", "6"]);
  assert.deepEqual(row(inTime.rows, "7 d"), ["too early to say", "0"]);

  const how = await told(reader, "How questions were resolved");
  assert.deepEqual(how.rows.slice(1), [
    ["Confirmed by the asker", "66.7 % (20.8 %–93.9 %)"],
    ["Accepted an answer of one’s own", "33.3 % (6.1 %–79.2 %)"],
  ]);
  const who = await told(reader, "Who answered first");
  assert.deepEqual(who.rows.slice(1), [
    ["The asker", "20.0 % (3.6 %–62.4 %)"],
    ["Moderators", "20.0 % (3.6 %–62.4 %)"],
    ["Members", "60.0 % (23.1 %–88.2 %)"],
  ]);
  assert.match((await told(reader, "The first answer was the accepted one")).words, /100\.0 % .*, out of 3\./);
  assert.match((await told(reader, "Reopened")).words, /33\.3 % .*, out of 3\./);

  const open = await told(reader, "Open now");
  assert.match(open.words, /: 3\. Somebody waits for an answer: 2\. Without any answer for more than a day: 1\./);
  assert.deepEqual(row(open.rows, "3 to 7 days"), ["2", "1"]);
  const elsewhere = open.rows.slice(1).filter(([age]) => age !== "3 to 7 days");
  assert.ok(elsewhere.every((cells) => cells.slice(1).every((cell) => cell === "0")), JSON.stringify(open.rows));
}

/** The file behind the figures has each question, and what programs are told is what the page says. */
async function seeFiles(reader) {
  const file = await load(reader, "All questions behind these figures (CSV)");
  const [head, ...rows] = file.trim().split("\r\n").map((line) => line.split(","));
  const column = (name) => rows.map((cells) => cells[head.indexOf(name)]);
  const seconds = (name, came) => column(name).filter((_, place) => column(came)[place] === "1").map(Number);
  assert.equal(rows.length, 6);
  assert.deepEqual(seconds("answer_seconds", "answer_came"), [3_600, 86_400, 1_800, 21_600, 5_400]);
  assert.deepEqual(seconds("resolution_seconds", "resolution_came"), [10_800, 93_600, 21_600]);
  assert.deepEqual(column("resolved_how"), ["confirmed", "", "", "confirmed", "own", ""]);
  const { figures } = JSON.parse(await load(reader, "These figures for programs (JSON)"));
  assert.equal(figures.resolving.questions, 6);
  assert.equal(figures.resolving.people, 7);
  assert.equal(figures.resolving.to_answer.curve.median.seconds, 5_400);
}

async function load(reader, name) {
  const answer = await reader.page.request.get(await reader.link(name, reader.content).getAttribute("href"));
  assert.equal(answer.status(), 200);
  return answer.text();
}
