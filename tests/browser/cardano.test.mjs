// The main journey, on a real forum that was imported: somebody finds an unanswered question by its tag, signs up,
// confirms by the letter, answers; the asker claims the imported account, signs in and accepts; the list says so.

import assert from "node:assert/strict";
import { join } from "node:path";
import { after, before, describe, test } from "node:test";
import {
  MODES,
  Server,
  TEST_DATA,
  Visitor,
  command,
  copyDataDir,
  newDataDir,
  openBrowser,
  removeDataDir,
} from "./harness.mjs";
import { signIn, signOut, signUp } from "./steps.mjs";

const MODES_OF_THE_JOURNEY = [
  "with a mouse",
  "without JavaScript",
  "at 360 px",
  "at 360 px without JavaScript",
  "by keyboard only",
];
const ANSWERER = { name: "Bob Answers", email: "bob@example.com", password: "a quiet harbour at dusk" };
const ASKER = { email: "asker@example.com", password: "nine slow grey herons" };
const TAG = "staking";
const skip = TEST_DATA ? false : "TANYA_TEST_DATA is not set";

describe("the Cardano forum", { skip }, () => {
  let browser;
  let imported;

  before(async () => {
    imported = await newDataDir();
    await command(imported, "import", "stackexchange", join(TEST_DATA, "stackexchange/cardano"));
    browser = await openBrowser();
  });

  after(async () => {
    await browser?.close();
    await removeDataDir(imported);
  });

  for (const name of MODES_OF_THE_JOURNEY) {
    test(`a question is answered and the answer accepted ${name}`, async () => {
      const dataDir = await copyDataDir(imported);
      const server = await Server.start({ dataDir });
      try {
        await journey(browser, server, MODES[name]);
      } finally {
        await server.stop();
        await removeDataDir(dataDir);
      }
    });
  }
});

async function journey(browser, server, mode) {
  const answerer = await Visitor.arrive(browser, server.url, mode);
  const question = await findUnanswered(answerer);
  await signUp(answerer, server, ANSWERER);
  await answer(answerer, question);
  await signOut(answerer);
  await answerer.leave();

  const asker = await Visitor.arrive(browser, server.url, mode);
  await claimAccount(asker, server, question.askerId);
  await signOut(asker);
  await signIn(asker, ASKER);
  await accept(asker, question);
  await seeResolved(asker, question);
  await asker.leave();
}

/** From the home page to the tag, to its unanswered questions, to the first whose asker has an account. */
async function findUnanswered(visitor) {
  await visitor.open("/tags");
  await visitor.expectAccessible();
  await visitor.follow(visitor.content.locator(`a[href="/tags/${TAG}"]`).first());
  await visitor.follow(visitor.link(/^unanswered/i, visitor.content).first());
  await visitor.expectAccessible();
  const rows = visitor.content.locator('a[href^="/threads/"]:not([href*="?"])');
  const paths = await rows.evaluateAll((links) => links.map((link) => link.getAttribute("href")));
  for (const path of new Set(paths)) {
    await visitor.open(path);
    const asker = visitor.content.locator('a[href^="/users/"]').first();
    if (await asker.count()) {
      await visitor.expectAccessible();
      const [, askerId] = (await asker.getAttribute("href")).match(/\/users\/(\d+)/);
      const title = await visitor.content.getByRole("heading", { level: 1 }).innerText();
      return { path, title: title.trim(), askerId };
    }
  }
  return assert.fail(`no unanswered question about ${TAG} has an asker`);
}

async function answer(visitor, { path }) {
  await visitor.open(path);
  const write = visitor.content.locator("summary").filter({ hasText: /write an answer/i });
  if (await write.count()) await visitor.disclose(write);
  await visitor.type(visitor.field(/answer/i, visitor.content), "Restart the node with `--fresh`, then wait **one epoch**.");
  await visitor.follow(visitor.button(/post answer/i));
  await visitor.expectAccessible();
  assert.ok(await visitor.content.getByText("one epoch").isVisible());
  await visitor.screenshot("journey-answered");
}

async function claimAccount(visitor, server, askerId) {
  const { stdout } = await command(server.dataDir, "admin", "claim-link", askerId, "--public-url", server.url);
  const [link] = stdout.match(/https?:\/\/\S+/);
  await visitor.open(new URL(link).pathname);
  await visitor.expectAccessible();
  await visitor.type(visitor.field(/e-?mail/i), ASKER.email);
  await visitor.type(visitor.field(/password/i), ASKER.password);
  await visitor.follow(visitor.content.getByRole("button").last());
}

async function accept(visitor, { path }) {
  await visitor.open(path);
  await visitor.expectAccessible();
  await visitor.follow(visitor.button(/accept/i, visitor.content).first());
  await visitor.expectAccessible();
  assert.ok(await visitor.content.getByText(/accepted answer/i).first().isVisible());
  await visitor.screenshot("journey-accepted");
}

async function seeResolved(visitor, { title }) {
  await visitor.open(`/tags/${TAG}`);
  await visitor.follow(visitor.link(/^resolved/i, visitor.content).first());
  const row = visitor.content.getByRole("listitem").filter({ hasText: title });
  assert.equal(await row.count(), 1, `${title} is not among the resolved questions`);
  assert.ok(await row.getByText(/resolved/i).first().isVisible());
  await visitor.expectAccessible();
}
