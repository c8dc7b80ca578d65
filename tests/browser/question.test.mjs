// A question from its first words to its end: comments, answers, votes, edits with their history, an acceptance, a
// reopening with its reason.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { MODES, Server, Visitor, openBrowser } from "./harness.mjs";
import { answer, ask, enrol, postThatSays, seeNotice, signIn, signOut, welcomeAll } from "./steps.mjs";

const ADA = { name: "Ada Asks", email: "ada@example.com", password: "six green garden hoses" };
const BOB = { name: "Bob Knows", email: "bob@example.com", password: "four rusty rain gauges" };

let browser;
let server;

before(async () => {
  server = await Server.start({ args: ["demo"] });
  browser = await openBrowser();
  await welcomeAll(browser, server);
  await enrol(browser, server, [ADA, BOB]);
});

after(async () => {
  await browser?.close();
  await server?.stop();
});

for (const name of ["with a mouse", "at 360 px without JavaScript", "by keyboard only"]) {
  test(`a question lives through everything ${name}`, async () => {
    const ada = await Visitor.arrive(browser, server.url, MODES[name]);
    const bob = await Visitor.arrive(browser, server.url, MODES[name]);
    await signIn(ada, ADA);
    await signIn(bob, BOB);
    const path = await ask(ada, {
      category: "Plus, orders and accounts",
      title: `Paid in spring, still not Plus (${name})`,
      body: "The card was charged.\n\nThe app says **free plan**.",
      tags: "plus, payment",
    });
    await seeWaiting(ada);
    await helpAndComment(bob, path);
    await editAndSeeHistory(ada, path);
    await acceptAndReopen(ada, path);
    await takeBackOwnAnswer(bob, path);
    await ada.leave();
    await bob.leave();
  });
}

async function seeWaiting(ada) {
  assert.ok(await ada.content.getByRole("heading", { name: "Your question is waiting for an answer" }).isVisible());
  assert.ok(await ada.link("payment", ada.content).isVisible());
  await ada.expectAccessible();
}

/** Bob has it too, asks back in a comment, mends the comment, answers, and cannot vote for himself. */
async function helpAndComment(bob, path) {
  await bob.open(path);
  await bob.follow(bob.button("I have this too"));
  await seeNotice(bob, "You are counted among those who have this problem");
  const question = bob.content.getByRole("article").first();
  await bob.disclose(question.locator("summary").filter({ hasText: "Comment" }));
  await bob.type(question.getByLabel("Your comment"), "Which stroe did you buy it in?");
  await bob.follow(bob.button("Post comment", question));
  await seeNotice(bob, "Your comment is posted");
  const comment = question.getByRole("listitem").filter({ hasText: "stroe" });
  await bob.follow(bob.link("Edit", comment));
  await bob.type(bob.field("Your comment"), "Which store did you buy it in?");
  await bob.follow(bob.button("Save"));
  assert.ok(await bob.content.getByText("Which store did you buy it in?").isVisible());

  await answer(bob, "Sign out of the app and in again: the plan is read when you sign in.");
  const own = postThatSays(bob, "the plan is read");
  assert.equal(await bob.button(/^This helped/, own).count(), 0, "somebody may vote for their own answer");
  await bob.follow(bob.button(/^This helped/, question));
  await seeNotice(bob, "Your vote is counted");
  assert.equal(await bob.button(/^This helped/, question).getAttribute("aria-pressed"), "true");
  await bob.expectAccessible();
}

async function editAndSeeHistory(ada, path) {
  await ada.open(path);
  await ada.follow(ada.link("Edit", ada.content.getByRole("article").first()));
  await ada.expectAccessible();
  await ada.type(ada.field("What happened, and what did you expect?"), "The card was charged.\n\nThe app says **trial plan**.");
  await ada.type(ada.field(/^Why is it changed\?/), "It changed over night");
  await ada.follow(ada.button("Save"));
  await seeNotice(ada, "The change is saved");
  await ada.follow(ada.link(/^edited/, ada.content));
  await ada.expectAccessible();
  await ada.screenshot("history-of-edits");
  assert.match(await ada.content.locator("ins").innerText(), /trial/);
  assert.match(await ada.content.locator("del").innerText(), /free/);
  assert.ok(await ada.content.getByText("It changed over night").isVisible());
}

/** It solves it; it comes back, with a reason; a reason is asked for, and what was typed is kept. */
async function acceptAndReopen(ada, path) {
  await ada.open(path);
  assert.ok(await ada.content.getByRole("heading", { name: "Which answer solved it?" }).isVisible());
  await ada.follow(ada.button(/^This solved it/, postThatSays(ada, "the plan is read")));
  await seeNotice(ada, "The question is resolved");
  await ada.expectAccessible();
  const whoAccepted = ada.content.getByText("accepted by Ada Asks");
  assert.equal(await whoAccepted.count(), 2, "under the title and at the answer");
  assert.ok((await whoAccepted.first().isVisible()) && (await whoAccepted.last().isVisible()));

  await ada.disclose(ada.content.locator("summary").filter({ hasText: "Still not working" }));
  await ada.type(ada.field("What happens now?"), " ");
  await ada.follow(ada.button("Reopen the question"));
  assert.match(await ada.content.getByRole("alert").innerText(), /Say why/);
  await ada.type(ada.field("What happens now?"), "After an hour it is the trial again.");
  await ada.follow(ada.button("Reopen the question"));
  await seeNotice(ada, "The question is open again");
  assert.ok(await ada.content.getByText("After an hour it is the trial again.").isVisible());
  await ada.expectAccessible();
  await ada.screenshot("thread-reopened");

  await ada.follow(ada.button(/^This solved it/, postThatSays(ada, "the plan is read")));
  await ada.follow(ada.button("Not the solution"));
  await seeNotice(ada, "no longer accepted");
}

async function takeBackOwnAnswer(bob, path) {
  await bob.open(path);
  const own = postThatSays(bob, "the plan is read");
  await bob.disclose(own.locator("summary").filter({ hasText: "Delete" }));
  await bob.follow(bob.button("Delete it", own));
  await seeNotice(bob, "The answer is deleted");
  assert.equal(await postThatSays(bob, "the plan is read").count(), 0);
  await signOut(bob);
}
