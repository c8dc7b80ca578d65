// Help while asking: with scripts it stands under the title while it is typed, without them on a step before posting; nothing
// that was typed is lost on any way.

import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { MODES, SCREENS, Server, Visitor, openBrowser } from "./harness.mjs";
import { administrator, goOn, introduce, rowOf, seeNotice, signIn } from "./steps.mjs";

const TITLE = "The valve is offline after a power cut";
const BODY = "It blinks red since then.\n\n    valve: lost";
const HEADING = "These may answer it already";

let browser;
let server;

before(async () => {
  server = await Server.start({ args: ["demo"] });
  browser = await openBrowser();
  await untilSuggested();
});

after(async () => {
  await browser?.close();
  await server?.stop();
});

/** The index is filled after the start; and of twenty visitors one sees no suggestions, so the administrator turns that off. */
async function untilSuggested() {
  const visitor = await Visitor.arrive(browser, server.url);
  await signIn(visitor, await administrator(server));
  await visitor.open("/admin/asking");
  await visitor.type(visitor.field("Contact: name"), "Write to our support");
  await visitor.type(visitor.field("Contact: address"), "mailto:support@example.com");
  await visitor.type(visitor.field("Visitors without suggestions"), "0");
  await visitor.follow(visitor.button("Save the settings"));
  await seeNotice(visitor, "The settings are saved");
  await visitor.expectAccessible();
  const patience = Date.now() + 60_000;
  for (;;) {
    const form = { form_key: "a-key-of-browser-tests", title: TITLE };
    const answer = await visitor.page.request.post("/threads/new/suggestions", { form, headers: { origin: server.url } });
    if ((await answer.text()).includes("This solved it")) break;
    assert.ok(Date.now() < patience, "nothing is ever suggested");
  }
  await visitor.leave();
}

const list = (visitor) => visitor.content.getByRole("region", { name: HEADING });

/** Runs in the page: gathers what readers by ear are told. */
function listen() {
  globalThis.heard = [];
  document.addEventListener("told", ({ detail }) => globalThis.heard.push(detail));
}

async function write(visitor, title = TITLE) {
  await visitor.open("/threads/new?category=billing");
  if (visitor.mode.javaScriptEnabled !== false) await visitor.page.evaluate(listen);
  await visitor.type(visitor.field("What happened, and what did you expect?"), BODY);
  await visitor.type(visitor.field("What is the problem?"), title);
}

async function seeWhatWasTyped(visitor) {
  assert.equal(await visitor.field("What is the problem?").inputValue(), TITLE);
  assert.equal((await visitor.field("What happened, and what did you expect?").inputValue()).replaceAll("\r\n", "\n"), BODY);
}

for (const name of ["with a mouse", "at 360 px", "by keyboard only"]) {
  test(`the likely answer stands under the title while it is typed ${name}`, async () => {
    const visitor = await Visitor.arrive(browser, server.url, MODES[name]);
    await write(visitor);
    await list(visitor).waitFor();
    await visitor.expectAccessible();
    const heard = await visitor.page.evaluate(() => globalThis.heard);
    assert.match(heard.join(), /may answer it/, "readers by ear are not told");

    const [beside] = await Promise.all([
      visitor.context.waitForEvent("page"),
      visitor.press(list(visitor).getByRole("listitem").first().getByRole("link").first()),
    ]);
    await beside.waitForURL(/\/threads\/\d+\/[a-z]/);
    await beside.close();
    await seeWhatWasTyped(visitor);

    await visitor.press(visitor.button("My question is different", visitor.content));
    await list(visitor).waitFor({ state: "detached" });
    const contact = visitor.content.getByRole("link", { name: "Write to our support" });
    await contact.first().waitFor();
    const held = await visitor.page.evaluate(() => document.activeElement.textContent);
    assert.match(held, /your question is a new one/, "the focus is lost");
    await visitor.expectAccessible();
    await visitor.type(visitor.field("What is the problem?"), `${TITLE} again`);
    await visitor.page.waitForResponse(/suggestions/);
    assert.equal(await list(visitor).count(), 0, "it comes back");
    await visitor.type(visitor.field("What is the problem?"), TITLE);
    await seeWhatWasTyped(visitor);
    await visitor.leave();
  });
}

for (const [name, mode] of Object.entries(MODES)) {
  test(`an answer that was suggested ends the visit ${name}`, async () => {
    const visitor = await Visitor.arrive(browser, server.url, mode);
    await write(visitor);
    if (mode.javaScriptEnabled === false) {
      await introduce(visitor, { name: "Nobody Yet", email: "nobody.yet@mail.example.com", password: "seven dry watering cans" });
      await visitor.follow(visitor.button("Sign up and post question"));
    }
    await list(visitor).waitFor();
    await visitor.expectAccessible();
    await visitor.follow(list(visitor).getByRole("button", { name: /^This solved it/ }).first());
    assert.match(visitor.page.url(), /\/threads\/\d+\//);
    await seeNotice(visitor, "Thank you for saying that this solved it");
    await visitor.leave();
  });
}

for (const name of ["without JavaScript", "at 360 px without JavaScript"]) {
  test(`without a script the step before posting shows it, and both ways lead on ${name}`, async () => {
    const visitor = await Visitor.arrive(browser, server.url, MODES[name]);
    await write(visitor);
    const asker = { name: `Different ${name.length}`, email: `different.${name.length}@example.com`, password: "seven dry watering cans" };
    await introduce(visitor, asker);
    await visitor.follow(visitor.button("Sign up and post question"));
    assert.equal(await visitor.content.getByRole("heading", { level: 1 }).innerText(), HEADING);
    await visitor.expectAccessible();
    await visitor.type(visitor.field("Password", visitor.content), asker.password);
    await visitor.follow(visitor.button("My question is different: sign up and post it"));
    assert.match(visitor.page.url(), /\/sign-up\/sent$/);

    await write(visitor);
    await introduce(visitor, { ...asker, name: `${asker.name} Too`, email: `too.${asker.email}` });
    await visitor.follow(visitor.button("Sign up and post question"));
    await visitor.follow(visitor.button("Change my question"));
    await seeWhatWasTyped(visitor);
    assert.equal(await visitor.field("Name", visitor.content).inputValue(), `${asker.name} Too`);
    await visitor.type(visitor.field("Password", visitor.content), asker.password);
    await visitor.follow(visitor.button("Sign up and post question"));
    assert.match(visitor.page.url(), /\/sign-up\/sent$/, "what was seen is not shown again");
    await visitor.leave();
  });
}

test("with a script the question is posted at the first press, as everything was seen", async () => {
  const visitor = await Visitor.arrive(browser, server.url, MODES["at 360 px"]);
  await signIn(visitor, await administrator(server));
  await write(visitor);
  await list(visitor).waitFor();
  await visitor.follow(visitor.button("Post question"));
  await seeNotice(visitor, "Your question is posted");
  await visitor.open("/threads?sort=new");
  assert.equal(await rowOf(visitor, TITLE).count(), 1);
  await visitor.leave();
});

test("what is being read stays where it is while suggestions come", async () => {
  const visitor = await Visitor.arrive(browser, server.url, MODES["at 360 px"]);
  await visitor.open("/threads/new?category=billing");
  await visitor.field("What is the problem?").fill(TITLE);
  const body = visitor.field("What happened, and what did you expect?");
  await body.focus();
  const before = await body.evaluate((element) => element.getBoundingClientRect().top);
  await list(visitor).waitFor();
  const moved = (await body.evaluate((element) => element.getBoundingClientRect().top)) - before;
  assert.ok(Math.abs(moved) < 2, `the field that is typed in moved by ${moved} px`);
  await visitor.leave();
});

describe("what should not stand in public is pointed out", () => {
  for (const name of ["with a mouse", "at 360 px without JavaScript"]) {
    test(name, async () => {
      const visitor = await Visitor.arrive(browser, server.url, MODES[name]);
      await signIn(visitor, await administrator(server));
      await visitor.open("/threads/new?category=billing");
      await visitor.type(visitor.field("What is the problem?"), `Where is the receipt (${name})?`);
      await visitor.type(visitor.field("What happened, and what did you expect?"), "Write to me at ada@analytical.io.");
      if (MODES[name].javaScriptEnabled === false) await visitor.follow(visitor.button("Post question"));
      const notice = visitor.content.locator(".secrets");
      await notice.waitFor();
      assert.match(await notice.innerText(), /Text: an e-mail address\s+ad•••io/);
      await visitor.expectAccessible();
      const isStep = (await visitor.button(/^My question is different: post it as it is/).count()) > 0;
      if (!isStep) await visitor.follow(visitor.button(MODES[name].javaScriptEnabled === false ? "Post it as it is" : "Post question"));
      await goOn(visitor);
      await seeNotice(visitor, "Your question is posted");
      await visitor.leave();
    });
  }
});

test("pictures of the form with its help", async () => {
  for (const screen of SCREENS) {
    const visitor = await Visitor.arrive(browser, server.url, screen);
    await write(visitor);
    await visitor.type(visitor.field("What happened, and what did you expect?"), `${BODY}\n\nMail ada@analytical.io`);
    await list(visitor).waitFor();
    await visitor.content.locator(".secrets").waitFor();
    await visitor.expectAccessible();
    await visitor.screenshot("ask-with-suggestions");
    await visitor.leave();
  }
});
