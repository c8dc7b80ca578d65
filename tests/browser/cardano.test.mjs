// The main journey, on a real forum that was imported: its first administrator sets it up; somebody finds an unanswered
// question by its tag, signs up, confirms by the letter, answers; the asker claims the imported account, signs in and
// accepts; the list says so.

import assert from "node:assert/strict";
import { join } from "node:path";
import { after, before, describe, test } from "node:test";
import { trustEverybody } from "./ground.mjs";
import {
  MODES,
  SCREENS,
  Server,
  TEST_DATA,
  Visitor,
  command,
  copyDataDir,
  newDataDir,
  openBrowser,
  removeDataDir,
} from "./harness.mjs";
import { answer, introduce, postThatSays, rowOf, seeNotice, signIn, signOut, signUp } from "./steps.mjs";

const MODES_OF_THE_JOURNEY = [
  "with a mouse",
  "without JavaScript",
  "at 360 px",
  "at 360 px without JavaScript",
  "by keyboard only",
];
const ADMINISTRATOR = { name: "Ines Keeper", email: "ines@example.com", password: "eleven brass door keys" };
const ANSWERER = { name: "Bob Answers", email: "bob@example.com", password: "a quiet harbour at dusk" };
const ASKER = { email: "asker@example.com", password: "nine slow grey herons" };
const TAG = "staking";
const skip = TEST_DATA ? false : "TANYA_TEST_DATA is not set";

describe("the Cardano forum", { skip }, () => {
  let browser;
  let imported;

  before(async () => {
    imported = await newDataDir();
    await command(imported, "import", "--create", "stackexchange", join(TEST_DATA, "stackexchange/cardano"));
    browser = await openBrowser();
  });

  after(async () => {
    await browser?.close();
    await removeDataDir(imported);
  });

  async function withForum(use) {
    const dataDir = await copyDataDir(imported);
    const server = await Server.start({ dataDir });
    try {
      await use(server);
    } finally {
      await server.stop();
      await removeDataDir(dataDir);
    }
  }

  for (const name of MODES_OF_THE_JOURNEY) {
    test(`a question is answered and the answer accepted ${name}`, () =>
      withForum((server) => journey(browser, server, MODES[name], name === "without JavaScript")));
  }

  for (const screen of SCREENS) {
    test(`real threads fit ${screen.viewport.width} px, ${screen.colorScheme}`, () =>
      withForum((server) => look(browser, server, screen)));
  }
});

async function journey(browser, server, mode, claimsByCommand) {
  const administrator = await Visitor.arrive(browser, server.url, mode);
  await setUp(administrator, server);

  const answerer = await Visitor.arrive(browser, server.url, mode);
  const question = await findUnanswered(answerer);
  await signUp(answerer, server, ANSWERER);
  await answerer.open(question.path);
  await answer(answerer, "Restart the node with `--fresh`, then wait **one epoch**.");
  await answerer.expectAccessible();
  assert.ok(await postThatSays(answerer, "one epoch").isVisible());
  await answerer.screenshot("journey-answered");
  await signOut(answerer);
  await answerer.leave();

  const link = claimsByCommand
    ? await claimLinkByCommand(server, question.askerId)
    : await claimLinkByPage(administrator, question.askerId);
  await administrator.leave();

  const asker = await Visitor.arrive(browser, server.url, mode);
  await claimAccount(asker, server, link);
  await signOut(asker);
  await signIn(asker, ASKER);
  await accept(asker, question);
  await seeResolved(asker, question);
  await asker.leave();
}

/** The first administrator, by the code that the program printed. */
async function setUp(visitor, server) {
  const [, code] = await server.printed(/give the code (\S+)/);
  await visitor.open("/");
  assert.match(visitor.page.url(), /\/set-up$/, "a forum without an administrator does not lead to its set-up");
  await visitor.expectAccessible();
  await visitor.type(visitor.field("Code"), code);
  await introduce(visitor, ADMINISTRATOR);
  await visitor.follow(visitor.button("Set up the forum"));
  await seeNotice(visitor, "The forum is yours");
  await trustEverybody({ request: visitor.context.request });
}

/** From the tags to the tag, to its unanswered questions, to the first whose asker has an account. */
async function findUnanswered(visitor) {
  await visitor.open("/tags");
  await visitor.expectAccessible();
  await visitor.follow(visitor.content.locator(`a[href="/tags/${TAG}"]`));
  await visitor.follow(visitor.link("Unanswered", visitor.content.getByRole("navigation")));
  await visitor.expectAccessible();
  const rows = visitor.content.locator('a[href^="/threads/"]:not([href*="?"]):not([href$="/new"])');
  const paths = await rows.evaluateAll((links) => links.map((link) => link.getAttribute("href")));
  for (const path of paths) {
    await visitor.open(path);
    const asker = visitor.content.locator('.thread-head a[href^="/users/"]');
    if (await asker.count()) {
      await visitor.expectAccessible();
      const [, askerId] = (await asker.getAttribute("href")).match(/\/users\/(\d+)/);
      const title = await visitor.content.getByRole("heading", { level: 1 }).innerText();
      return { path, title: title.trim(), askerId };
    }
  }
  return assert.fail(`no unanswered question about ${TAG} has an asker`);
}

async function claimLinkByCommand(server, askerId) {
  const { stdout } = await command(server.dataDir, "admin", "claim-link", askerId);
  return new URL(stdout.match(/https?:\/\/\S+/)[0]).pathname;
}

async function claimLinkByPage(visitor, askerId) {
  await visitor.open(`/admin/people/${askerId}`);
  await visitor.expectAccessible();
  await visitor.follow(visitor.button("Make a link"));
  await visitor.expectAccessible();
  return new URL(await visitor.content.locator(".secret").innerText()).pathname;
}

async function claimAccount(visitor, server, link) {
  await visitor.open(link);
  await visitor.expectAccessible();
  await visitor.type(visitor.field("E-mail address"), ASKER.email);
  await visitor.follow(visitor.button("Send the letter"));
  await visitor.expectAccessible();
  await visitor.open(await server.linkTo(ASKER.email, "/reset-password/"));
  await visitor.expectAccessible();
  await visitor.type(visitor.field("New password"), ASKER.password);
  await visitor.follow(visitor.button("Save the password"));
}

async function accept(visitor, { path }) {
  await visitor.open(path);
  await visitor.expectAccessible();
  await visitor.follow(visitor.button(/^This solved it/, postThatSays(visitor, "one epoch")));
  await visitor.expectAccessible();
  assert.ok(await postThatSays(visitor, "Accepted answer").isVisible());
  await visitor.screenshot("journey-accepted");
}

async function seeResolved(visitor, { title }) {
  await visitor.open(`/tags/${TAG}`);
  await visitor.follow(visitor.link("Resolved", visitor.content.getByRole("navigation")));
  const row = rowOf(visitor, title);
  assert.equal(await row.count(), 1, `${title} is not among the resolved questions`);
  assert.ok(await row.getByText("Resolved", { exact: true }).isVisible());
  await visitor.expectAccessible();
}

/** Lists and threads as people really write them: long titles, code, formulas, many answers. */
async function look(browser, server, screen) {
  const visitor = await Visitor.arrive(browser, server.url, screen);
  await visitor.open("/threads?sort=votes");
  await visitor.screenshot("cardano-threads");
  await visitor.expectAccessible();
  const rows = visitor.content.locator(".thread a");
  const paths = await rows.evaluateAll((links) => links.map((link) => link.getAttribute("href")));
  for (const [place, path] of paths.slice(0, 12).entries()) {
    await visitor.open(path);
    if (place < 3) await visitor.screenshot(`cardano-thread-${place + 1}`);
    await visitor.expectToFit();
    if (place < 3) await visitor.expectAccessible();
  }
  for (const [name, path] of Object.entries({ tags: "/tags", tag: `/tags/${TAG}`, user: "/users/50" })) {
    await visitor.open(path);
    await visitor.screenshot(`cardano-${name}`);
    await visitor.expectAccessible();
  }
  await visitor.leave();
}
