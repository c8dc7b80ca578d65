// A visitor asks for digests, says so again from the letter, reads one, chooses fewer parts, and stops them: nobody signs in.

import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { readFile, readdir } from "node:fs/promises";
import { join } from "node:path";
import { after, before, describe, test } from "node:test";
import { MODES, Server, Visitor, newDataDir, openBrowser, removeDataDir } from "./harness.mjs";
import { parseLetter } from "./letters.mjs";
import { seeNotice } from "./steps.mjs";

const READERS = ["with a mouse", "at 360 px without JavaScript", "by keyboard only"].map((mode, place) => ({
  mode,
  email: `reader${place + 1}@example.net`,
}));

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

/** The demo forum goes on as a forum of its own, after its readers have waited for years. */
async function letTimePass() {
  await server.stop();
  rows(
    "update subscribers set asked_at = '2020-01-01 00:00:00', confirmed_at = '2020-01-01 00:00:00', " +
      "covered_at = '2020-01-01 00:00:00', due_at = '2020-01-02 00:00:00' where due_at is not null",
  );
  server = await Server.start({ args: ["serve", "--data-dir", join(dataDir, "demo")], dataDir });
  server.letters = join(dataDir, "demo", "letters");
}

/** The newest letter to an address, as it was written. */
async function letterTo(email) {
  const names = (await readdir(server.letters)).filter((name) => name.endsWith(".eml")).sort();
  const letters = await Promise.all(names.map((name) => readFile(join(server.letters, name), "utf8")));
  return letters.findLast((letter) => parseLetter(letter).to.includes(email));
}

async function subscribe(reader) {
  const visitor = await Visitor.arrive(browser, server.url, { ...MODES[reader.mode], timezoneId: "Asia/Manila" });
  await visitor.open("/digests");
  await visitor.expectAccessible();
  await visitor.expectToFit();
  await visitor.screenshot("digests-ask");
  await visitor.type(visitor.field("E-mail address"), reader.email);
  await visitor.follow(visitor.button("Send me digests"));
  assert.ok(await visitor.content.getByText("A letter is on its way").isVisible());
  await visitor.leave();
  const another = await Visitor.arrive(browser, server.url, MODES[reader.mode]);
  await another.open(await server.linkTo(reader.email, "/letters/confirm-digests/"));
  await another.expectAccessible();
  await another.follow(another.button("Yes, send me digests"));
  assert.ok(await another.content.getByText("You can choose what they are about").isVisible());
  await another.leave();
}

async function untick(visitor, box) {
  await visitor.reach(box);
  if (visitor.keyboardOnly) await visitor.page.keyboard.press("Space");
  else await box.uncheck();
}

async function chooseFewer(reader) {
  const visitor = await Visitor.arrive(browser, server.url, MODES[reader.mode]);
  await visitor.open(await server.linkTo(reader.email, "/letters/choices/"));
  await visitor.expectAccessible();
  await visitor.expectToFit();
  await visitor.screenshot("digests-choices");
  const hasScripts = MODES[reader.mode].javaScriptEnabled !== false;
  assert.equal(await visitor.field("Time zone").inputValue(), hasScripts ? "Asia/Manila" : "UTC");
  await untick(visitor, visitor.content.getByLabel("New articles"));
  await visitor.follow(visitor.button("Save"));
  await seeNotice(visitor, "Your choices are saved.");
  assert.equal(await visitor.content.getByLabel("New articles").isChecked(), false);
  assert.equal(await visitor.content.getByLabel("Resolved and worth reading").isChecked(), true);
  await visitor.leave();
}

async function stop(reader) {
  const visitor = await Visitor.arrive(browser, server.url, MODES[reader.mode]);
  await visitor.open(await server.linkTo(reader.email, "/letters/stop-digests/"));
  await visitor.expectAccessible();
  await visitor.follow(visitor.button("Stop all digests"));
  assert.ok(await visitor.content.getByText("No digest comes any more").first().isVisible());
  await visitor.leave();
}

describe("digests without an account", { skip }, () => {
  before(async () => {
    browser = await openBrowser();
    dataDir = await newDataDir();
    server = await Server.start({ args: ["demo"], dataDir });
    for (const reader of READERS) await subscribe(reader);
    await letTimePass();
  });

  after(async () => {
    await browser?.close();
    await server?.stop();
    if (dataDir) await removeDataDir(dataDir);
  });

  for (const reader of READERS) {
    test(`a reader chooses fewer parts and stops all ${reader.mode}`, async () => {
      await server.linkTo(reader.email, "/letters/choices/");
      const letter = await letterTo(reader.email);
      assert.match(letter, /^List-Unsubscribe-Post: List-Unsubscribe=One-Click/m);
      assert.match(parseLetter(letter).text, /Resolved and worth reading/);
      await chooseFewer(reader);
      await stop(reader);
    });
  }

  test("a mail program stops them by itself", async () => {
    const [reader] = READERS;
    const link = await server.linkTo(reader.email, "/letters/stop-digests/");
    const page = await fetch(link, { method: "POST", body: new URLSearchParams({ "List-Unsubscribe": "One-Click" }), redirect: "manual" });
    assert.equal(page.status, 200);
  });
});
