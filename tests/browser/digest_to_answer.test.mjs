// From a letter to the page and back, in one go, while three weeks pass: a visitor asks for digests, reads one, follows what it
// names, chooses fewer parts and stops them logged out; an asker answers the letter about their question, and the answer stands
// on its page. Each part with a mouse, at 360 px without JavaScript, and by keyboard only.

import assert from "node:assert/strict";
import { writeFile } from "node:fs/promises";
import { request } from "node:http";
import { join } from "node:path";
import { after, before, describe, test } from "node:test";
import { pathToFileURL } from "node:url";
import { fromGmail, fromPhone, fromThunderbird } from "./answers.mjs";
import { MovedClock, noClock } from "./clock.mjs";
import { MODES, Server, Visitor, newDataDir, openBrowser, pipe, removeDataDir } from "./harness.mjs";
import { lettersTo, waitForLetter } from "./letters.mjs";
import { administrator, answer, ask, enrol, postThatSays, seeNotice, signIn, welcomeAll } from "./steps.mjs";

const SECRET = "a-secret-of-the-mail-server";
const VARIABLES = {
  TANYA_MAIL_INCOMING: "reply@forum.example.org",
  TANYA_INCOMING_SECRET: SECRET,
};
const WAYS = [
  { mode: "with a mouse", writes: fromGmail, brings: byWebhook },
  { mode: "at 360 px without JavaScript", writes: fromPhone, brings: byWebhook },
  { mode: "by keyboard only", writes: fromThunderbird, brings: byPipe },
];
const PEOPLE = WAYS.map((way, place) => ({
  ...way,
  number: place + 1,
  reader: `reader${place + 1}@example.net`,
  asker: { name: `Asker ${place + 1}`, email: `asker${place + 1}@example.com`, password: "six green garden hoses" },
  title: `Why does valve ${place + 1} whistle at dawn?`,
}));
/** Their mail program stops digests by itself. */
const BY_PROGRAM = "program@example.net";
/** They stop nothing, so that their letters tell when others would have come. */
const FAITHFUL = "faithful@example.net";
const RESOLVED = "Resolved and worth reading";
const ARTICLES = "New articles";

let browser;
let clock;
let dataDir;
let helper;
let server;

async function byWebhook(raw) {
  const url = `${server.url}/incoming/mail`;
  const answered = await fetch(url, { method: "POST", body: raw, headers: { authorization: `Bearer ${SECRET}`, "content-type": "message/rfc822" } });
  assert.equal(answered.status, 200);
}

async function byPipe(raw, letter) {
  const args = ["receive-mail", "--recipient", letter.headers["reply-to"]];
  await pipe({ dataDir: join(dataDir, "demo"), args, input: raw, variables: { ...VARIABLES, ...clock.environment } });
}

async function subscribe(email, mode = MODES["with a mouse"]) {
  const visitor = await Visitor.arrive(browser, server.url, mode);
  await visitor.open("/digests");
  await visitor.expectAccessible();
  await visitor.type(visitor.field("E-mail address"), email);
  await visitor.follow(visitor.button("Send me digests"));
  assert.ok(await visitor.content.getByText("A letter is on its way").isVisible());
  await visitor.open(await server.linkTo(email, "/letters/confirm-digests/"));
  await visitor.expectAccessible();
  await visitor.follow(visitor.button("Yes, send me digests"));
  assert.ok(await visitor.content.getByText("You can choose what they are about").isVisible());
  await visitor.leave();
}

async function publish(title) {
  await helper.open("/articles");
  await helper.follow(helper.link("New article", helper.content));
  await helper.type(helper.field("What does it answer?"), title);
  await helper.type(helper.field("The short answer"), "Half a turn.");
  await helper.type(helper.field("The whole answer"), "Turn the screw by half a turn.");
  await helper.follow(helper.button("Save draft"));
  await helper.follow(helper.button("Hand in for review"));
  await helper.open("/moderation/articles");
  await helper.follow(helper.link(title, helper.content));
  await helper.follow(helper.button("Publish"));
  await seeNotice(helper, "It is published");
}

async function asks(visitor, title) {
  return ask(visitor, { category: "Plus, orders and accounts", title, body: "It began on Tuesday, and gets louder." });
}

async function accepts(visitor, path, words) {
  await visitor.open(path);
  await visitor.follow(visitor.button(/^This solved it/, postThatSays(visitor, words)));
  await seeNotice(visitor, "The question is resolved");
}

const isDigest = (letter) => letter.headers["list-id"]?.includes("digest") ?? false;

/** The digest that came after so many others. */
async function digest(email, before) {
  await waitForLetter(server.letters, email, (letter, place, all) => isDigest(letter) && all.filter(isDigest).length > before);
  const digests = (await lettersTo(server.letters, email)).filter(isDigest);
  assert.equal(digests.length, before + 1, `${email} got ${digests.length} digests`);
  return digests.at(-1);
}

/** Reads a letter as a mail program shows it. */
async function read(visitor, letter, name) {
  const file = join(dataDir, `${name}.html`);
  await writeFile(file, letter.html);
  await visitor.open(pathToFileURL(file).href);
  await visitor.expectToFit();
}

/** What is told by a letter, answered by mail, stands on the page once. */
async function answerByMail({ mode, number, asker, title, writes, brings }) {
  const visitor = await Visitor.arrive(browser, server.url, MODES[mode]);
  await signIn(visitor, asker);
  const path = await asks(visitor, title);
  // Where the clock stands still, whoever looked at their question just now has read what is said at that moment.
  await clock.move(`2026-03-04 ${8 + number}:45:00`);
  await helper.open(path);
  await answer(helper, `Turn the screw of valve ${number} by half a turn.`);
  await clock.move(`2026-03-04 ${9 + number}:30:00`);
  const letter = await waitForLetter(server.letters, asker.email, ({ subject }) => subject.includes(title));
  assert.match(letter.text, /Turn the screw/);
  assert.match(letter.headers["reply-to"], /^reply\+[^@]+@forum\.example\.org$/);
  await read(visitor, letter, `thread-letter-${number}`);
  const own = `I turned screw ${number}, and it whistles no more.`;
  const raw = writes({ letter, from: asker, number, own });
  await brings(raw, letter);
  // A mail server that heard no answer sends it again.
  await brings(raw, letter);
  const shown = await untilShown(visitor, path, own);
  assert.equal(await postThatSays(visitor, own).count(), 1);
  assert.match(shown, /by mail/);
  for (const cut of ["Facilities", "iPhone", "weekdays until four", "wrote:", "letters about", "reply+"]) {
    assert.ok(!shown.includes(cut), `"${cut}" stands in: ${shown}`);
  }
  assert.equal((shown.match(/Turn the screw/g) ?? []).length, 0, "what was quoted is cut");
  await visitor.expectAccessible();
  await visitor.screenshot("answered-by-mail");
  await accepts(visitor, path, "Turn the screw of valve");
  await visitor.leave();
  return path;
}

async function untilShown(visitor, path, own) {
  const latest = Date.now() + 20_000;
  while (Date.now() < latest) {
    await visitor.open(path);
    const post = postThatSays(visitor, own);
    if ((await post.count()) > 0) return post.first().innerText();
  }
  return assert.fail(`the answer never stood on ${path}`);
}

async function untick(visitor, box) {
  await visitor.reach(box);
  if (visitor.keyboardOnly) await visitor.page.keyboard.press("Space");
  else await box.uncheck();
}

/** A digest is read, what it names is followed, and its parts are made fewer. */
async function readAndChooseFewer({ mode, reader, number }) {
  const visitor = await Visitor.arrive(browser, server.url, MODES[mode]);
  const letter = await digest(reader, 0);
  await read(visitor, letter, `first-digest-${number}`);
  const { page } = visitor;
  for (const section of [RESOLVED, ARTICLES]) assert.ok(await page.getByText(section, { exact: true }).isVisible(), section);
  assert.ok(await visitor.link("How is a valve adjusted?").isVisible());
  await visitor.screenshot("digest-letter");
  await visitor.follow(visitor.link(PEOPLE[0].title));
  assert.equal(await page.getByRole("heading", { level: 1 }).innerText(), PEOPLE[0].title);
  assert.ok(await postThatSays(visitor, "Turn the screw of valve 1").first().isVisible(), "the answer is there");

  await read(visitor, letter, `first-digest-${number}`);
  await visitor.follow(visitor.link(/^Choose what digests are about/));
  await visitor.expectAccessible();
  await untick(visitor, visitor.content.getByLabel(RESOLVED));
  await visitor.follow(visitor.button("Save"));
  await seeNotice(visitor, "Your choices are saved.");
  await visitor.leave();
}

/** The next digest is shorter; one button, logged out, ends them. */
async function readTheShorterAndStop({ mode, reader, number }) {
  const visitor = await Visitor.arrive(browser, server.url, MODES[mode]);
  const letter = await digest(reader, 1);
  await read(visitor, letter, `second-digest-${number}`);
  assert.ok(await visitor.link("How is a filter cleaned?").isVisible());
  assert.equal(await visitor.page.getByText(RESOLVED).count(), 0, "what was left out is left out");
  await visitor.follow(visitor.link(/^Stop all digests/));
  await visitor.expectAccessible();
  assert.equal(await visitor.page.getByRole("banner").getByRole("button", { name: "Sign out" }).count(), 0);
  assert.equal(await visitor.content.getByRole("button").count(), 1, "the page has one button");
  await visitor.follow(visitor.button("Stop all digests"));
  assert.ok(await visitor.content.getByText("No digest comes any more").first().isVisible());
  await visitor.leave();
}

/** What a mail program sends by itself (RFC 8058): no cookie, no origin. */
async function stopByProgram(letter) {
  assert.equal(letter.headers["list-unsubscribe-post"], "List-Unsubscribe=One-Click");
  const [, url] = letter.headers["list-unsubscribe"].match(/<(http[^>]+)>/);
  const body = "List-Unsubscribe=One-Click";
  const headers = { "content-type": "application/x-www-form-urlencoded", "content-length": body.length };
  const answered = await new Promise((resolve, reject) => {
    const sent = request(url, { method: "POST", headers }, resolve);
    sent.on("error", reject);
    sent.end(body);
  });
  answered.resume();
  assert.equal(answered.statusCode, 200, "no redirect, no question");
  assert.equal(answered.headers.location, undefined);
}

describe("from a letter to the page and back", { skip: noClock }, () => {
  before(async () => {
    browser = await openBrowser();
    dataDir = await newDataDir();
    // A Wednesday; digests come on Mondays at eight.
    clock = await MovedClock.at(dataDir, "2026-03-04 09:00:00");
    server = await Server.start({ args: ["demo"], dataDir, clock, variables: VARIABLES });
    helper = await Visitor.arrive(browser, server.url);
    await signIn(helper, await administrator(server));
    await welcomeAll(browser, server);
    await enrol(browser, server, PEOPLE.map(({ asker }) => asker));
  });

  after(async () => {
    await helper?.leave();
    await browser?.close();
    await server?.stop();
    if (dataDir) await removeDataDir(dataDir);
  });

  for (const person of PEOPLE) {
    test(`a visitor without an account asks for digests ${person.mode}`, () => subscribe(person.reader, MODES[person.mode]));
  }

  test("two more readers ask for digests", async () => {
    for (const email of [BY_PROGRAM, FAITHFUL]) await subscribe(email);
    await publish("How is a valve adjusted?");
  });

  for (const person of PEOPLE) {
    test(`an asker answers a letter by mail, and it stands on the page, ${person.mode}`, () => answerByMail(person));
  }

  test("a week passes", () => clock.move("2026-03-10 09:00:00"));

  for (const person of PEOPLE) {
    test(`the digest leads to what it names, and to fewer parts, ${person.mode}`, () => readAndChooseFewer(person));
  }

  test("another week passes, with a mail program that stops digests by itself", async () => {
    await stopByProgram(await digest(BY_PROGRAM, 0));
    const path = await asks(helper, "Why does the filter drip?");
    await answer(helper, "Because it is full.");
    await accepts(helper, path, "Because it is full.");
    await publish("How is a filter cleaned?");
    await clock.move("2026-03-17 09:00:00");
    assert.match((await digest(FAITHFUL, 1)).text, /Why does the filter drip\?/);
  });

  for (const person of PEOPLE) {
    test(`a shorter digest comes, and is stopped by one button, ${person.mode}`, () => readTheShorterAndStop(person));
  }

  test("nothing comes to whoever stopped", async () => {
    await publish("How is a pump emptied?");
    await clock.move("2026-03-24 09:00:00");
    await digest(FAITHFUL, 2);
    const counts = {};
    for (const email of [BY_PROGRAM, ...PEOPLE.map(({ reader }) => reader)]) {
      counts[email] = (await lettersTo(server.letters, email)).filter(isDigest).length;
    }
    assert.deepEqual(Object.values(counts), [1, 2, 2, 2], JSON.stringify(counts));
  });
});
