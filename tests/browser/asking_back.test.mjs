// Askers are asked back by letter: a scanner follows the links first, then the asker says what solved the question, or that
// nothing did, and how satisfied they are; nobody signs in.

import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { after, before, describe, test } from "node:test";
import { MODES, Server, Visitor, newDataDir, openBrowser, removeDataDir } from "./harness.mjs";
import { answer, ask, enrol, seeNotice, signIn, welcomeAll } from "./steps.mjs";

const MODES_OF_ASKERS = ["with a mouse", "at 360 px without JavaScript", "by keyboard only"];
const ASKERS = MODES_OF_ASKERS.map((mode, place) => ({
  mode,
  name: `Asker ${place + 1}`,
  email: `asker${place + 1}@example.com`,
  password: "six green garden hoses",
}));
const BOB = { name: "Bob Knows", email: "bob@example.com", password: "four rusty rain gauges" };

/** Time cannot be waited for: rows are made older while no server has them open, by a Python that has SQLite. */
const CHANGE_ROWS = `
import sqlite3, sys
db = sqlite3.connect(sys.argv[1])
print(db.execute(sys.argv[2]).fetchall())
db.commit()
`;
const python = spawnSync("python3", ["-c", "import sqlite3"]);
const skip = python.status === 0 ? false : "there is no Python with SQLite to make rows older with";

let browser;
let dataDir;
let server;

function rows(statement) {
  const file = join(dataDir, "demo", "tanya.db");
  const done = spawnSync("python3", ["-c", CHANGE_ROWS, file, statement], { encoding: "utf8" });
  assert.equal(done.status, 0, done.stderr);
  return done.stdout.trim();
}

/** The demo forum goes on as a forum of its own. */
async function goOn() {
  server = await Server.start({ args: ["serve", "--data-dir", join(dataDir, "demo")], dataDir });
  server.letters = join(dataDir, "demo", "letters");
}

async function untilOutcomes(count) {
  const latest = Date.now() + 30_000;
  const found = "select count(*) from question_outcomes where answered_at > datetime('now', '-1 hour')";
  while (rows(found) !== `[(${count},)]`) {
    assert.ok(Date.now() < latest, `outcomes do not follow: ${rows(found)}`);
    await new Promise((done) => setTimeout(done, 200));
  }
}

async function askAndAnswer(person) {
  const asker = await Visitor.arrive(browser, server.url);
  await signIn(asker, person);
  const path = await ask(asker, {
    category: "Plus, orders and accounts",
    title: `Paid by ${person.name}, still not Plus`,
    body: "The card was charged, and nothing happened.",
  });
  await asker.leave();
  const bob = await Visitor.arrive(browser, server.url);
  await signIn(bob, BOB);
  await bob.open(path);
  await answer(bob, `Sign out and in again, ${person.name}.`);
  await bob.leave();
  return path;
}

/** What mail filters do: they follow every link, by GET and HEAD, and press nothing. */
async function scan(link) {
  for (let time = 0; time < 3; time += 1) {
    for (const method of ["HEAD", "GET"]) {
      const page = await fetch(link, { method, headers: { "user-agent": "LinkScanner/1.0" } });
      assert.equal(page.status, 200);
      assert.equal(page.headers.get("referrer-policy"), "no-referrer");
    }
  }
}

describe("askers are asked back", { skip }, () => {
  before(async () => {
    browser = await openBrowser();
    dataDir = await newDataDir();
    server = await Server.start({ args: ["demo"], dataDir });
    await welcomeAll(browser, server);
    await enrol(browser, server, [...ASKERS, BOB]);
    for (const person of ASKERS) person.path = await askAndAnswer(person);
    await untilOutcomes(ASKERS.length);
    await server.stop();
    rows(
      "update question_outcomes set asked_at = datetime(asked_at, '-4 days'), answered_at = datetime(answered_at, '-4 days') " +
        "where answered_at > datetime('now', '-1 hour')",
    );
    await goOn();
  });

  after(async () => {
    await browser?.close();
    await server?.stop();
    if (dataDir) await removeDataDir(dataDir);
  });

  for (const person of ASKERS) {
    test(`a scanner changes nothing, and the asker is believed ${person.mode}`, async () => {
      const solved = await server.linkTo(person.email, "/letters/solved/");
      const notWorking = await server.linkTo(person.email, "/letters/not-working/");
      await scan(solved);
      await scan(notWorking);
      const asker = await Visitor.arrive(browser, server.url, MODES[person.mode]);
      await asker.open(person.path);
      assert.equal(await asker.content.getByText("Accepted answer").count(), 0, "a scanner has accepted an answer");
      await sayNotWorking(asker, notWorking);
      await saySolved(asker, solved);
      await asker.leave();
    });
  }

  test("a day later the asker says how it was, and changes it", async () => {
    const [person] = ASKERS;
    await server.stop();
    rows("update reminders set reminded_at = datetime(reminded_at, '-40 days')");
    rows(
      "update question_outcomes set asked_at = datetime(asked_at, '-2 days'), answered_at = datetime(answered_at, '-2 days'), " +
        "resolved_at = datetime(resolved_at, '-2 days') where resolved_at > datetime('now', '-1 hour')",
    );
    await goOn();
    const link = await server.linkTo(person.email, "/letters/survey/");
    await scan(link);
    for (const mode of MODES_OF_ASKERS) {
      const asker = await Visitor.arrive(browser, server.url, MODES[mode]);
      await answerSurvey(asker, link);
      await asker.leave();
    }
    assert.equal(rows("select count(*), min(rating) from surveys where answered_at is not null"), "[(1, 5)]");
  });
});

async function sayNotWorking(asker, link) {
  await asker.open(link);
  await asker.expectAccessible();
  await asker.screenshot("reminder-not-working");
  await asker.type(asker.field(/^What happens now\?/), "It did not help yet.");
  await asker.follow(asker.button("Say that it still does not work"));
  await seeNotice(asker, "Those who help see that your question waits for them");
  await asker.expectAccessible();
  await asker.follow(asker.link("To the question", asker.content));
  assert.ok(await asker.content.getByText("It did not help yet.").isVisible());
}

async function saySolved(asker, link) {
  await asker.open(link);
  await asker.expectAccessible();
  await asker.screenshot("reminder-solved");
  await asker.follow(asker.button("This one solved it"));
  await seeNotice(asker, "the question is resolved");
  await asker.expectAccessible();
  await asker.follow(asker.link("To the question", asker.content));
  assert.ok(await asker.content.getByText("Accepted answer").first().isVisible());
}

async function answerSurvey(asker, link) {
  await asker.open(link);
  await asker.expectAccessible();
  await asker.screenshot("survey");
  await asker.choose(asker.content.getByLabel("5 – very satisfied"));
  await asker.choose(asker.content.getByLabel("1 – very hard"));
  await asker.type(asker.field(/^What could we do better\?/), "Tell me earlier.");
  await asker.follow(asker.button("Send"));
  await seeNotice(asker, /Thank you\. Your answer is saved|Your answer is changed/);
  assert.ok(await asker.content.getByLabel("5 – very satisfied").isChecked());
  await asker.expectAccessible();
}
