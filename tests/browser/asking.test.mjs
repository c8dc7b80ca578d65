// Asking: a visitor writes the question first and signs up in the same step; what is wrong is said beside the fields and
// nothing that was typed is lost; sending twice or coming back never makes a second post.

import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { MODES, Server, Visitor, openBrowser } from "./harness.mjs";
import { administrator, confirm, goOn, introduce, postThatSays, rowOf, seeNotice, signUp } from "./steps.mjs";

const BODY = "It worked until the update.\n\n    hub: lost valve 2\n\nI expected it to **come back**.";

let browser;
let server;

before(async () => {
  server = await Server.start({ args: ["demo"] });
  browser = await openBrowser();
});

after(async () => {
  await browser?.close();
  await server?.stop();
});

const person = (name) => ({
  name,
  email: `${name.toLowerCase().replace(/\W+/g, ".")}@example.com`,
  password: "seven dry watering cans",
});

describe("a visitor asks first and signs up in the same step", () => {
  const modes = ["with a mouse", "without JavaScript", "at 360 px", "at 360 px without JavaScript", "by keyboard only"];
  for (const [place, name] of modes.entries()) {
    test(name, async () => {
      const visitor = await Visitor.arrive(browser, server.url, MODES[name]);
      const title = `Valve ${place + 1} is lost after every update`;
      const asker = person(`Asker ${place + 1}`);
      await visitor.open("/categories/devices");
      await visitor.follow(visitor.link("Ask", visitor.content));
      await visitor.type(visitor.field("What is the problem?"), title);
      await visitor.type(visitor.field("What happened, and what did you expect?"), BODY);
      await introduce(visitor, { ...asker, password: "short" });
      await visitor.follow(visitor.button("Sign up and post question"));
      await seeWhatIsWrong(visitor, title);

      await visitor.type(visitor.field("Which device is it about?"), "Valve V1");
      await visitor.type(visitor.field("Password"), asker.password);
      await visitor.follow(visitor.button("Sign up and post question"));
      await goOn(visitor, asker);
      assert.match(visitor.page.url(), /\/sign-up\/sent$/);
      await visitor.expectAccessible();
      assert.equal(await countNewest(visitor, title), 0, "the question is there before the address is confirmed");

      await confirm(visitor, server, asker);
      await seeNotice(visitor, "your question is posted");
      assert.equal(await visitor.content.getByRole("heading", { level: 1 }).innerText(), title);
      assert.ok(await visitor.content.getByText("Valve V1", { exact: true }).isVisible());
      await visitor.expectAccessible();
      assert.equal(await countNewest(visitor, title), 1);
      await visitor.leave();
    });
  }
});

/** The field that the category asks for and the password are wrong; everything else stands as it was typed. */
async function seeWhatIsWrong(visitor, title) {
  const summary = visitor.content.getByRole("alert");
  assert.match(await summary.innerText(), /it is needed to help you[^]*at least 10 characters/);
  assert.equal(await visitor.field("What is the problem?").inputValue(), title);
  assert.equal((await visitor.field("What happened, and what did you expect?").inputValue()).replaceAll("\r\n", "\n"), BODY);
  assert.match(await visitor.field("E-mail address").inputValue(), /@example\.com$/);
  await visitor.expectAccessible();
  await visitor.press(summary.getByRole("link").first());
  const device = visitor.field("Which device is it about?");
  assert.equal(await device.getAttribute("aria-invalid"), "true");
  assert.ok(await device.evaluate((element) => element === document.activeElement), "the problem does not lead to its field");
}

async function countNewest(visitor, title) {
  await visitor.open("/threads?sort=new");
  return rowOf(visitor, title).count();
}

for (const name of ["with a mouse", "without JavaScript", "at 360 px without JavaScript"]) {
  test(`what a category asks for shows once it is chosen ${name}`, async () => {
    const visitor = await Visitor.arrive(browser, server.url, MODES[name]);
    await visitor.open("/threads/new");
    await visitor.type(visitor.field("What is the problem?"), "A probe sulks");
    await visitor.choose(visitor.field("Category"), "Set-up and devices");
    if (MODES[name].javaScriptEnabled === false) await visitor.follow(visitor.button("Preview"));
    await visitor.field("Which device is it about?").waitFor();
    assert.equal(await visitor.field("What is the problem?").inputValue(), "A probe sulks");
    await visitor.choose(visitor.field("Category"), "Plus, orders and accounts");
    if (MODES[name].javaScriptEnabled === false) await visitor.follow(visitor.button("Preview"));
    await visitor.field("Which device is it about?").waitFor({ state: "detached" });
    await visitor.leave();
  });

  test(`the preview shows how a question will look ${name}`, async () => {
    const visitor = await Visitor.arrive(browser, server.url, MODES[name]);
    await visitor.open("/threads/new?category=billing");
    await visitor.type(visitor.field("What happened, and what did you expect?"), BODY);
    await visitor.press(visitor.button("Preview"));
    await visitor.content.locator(".preview strong").filter({ hasText: "come back" }).waitFor();
    await visitor.expectAccessible();
    await visitor.leave();
  });
}

test("whoever has an account signs in without losing what was typed", async () => {
  const visitor = await Visitor.arrive(browser, server.url, MODES["at 360 px"]);
  await visitor.open("/threads/new");
  await visitor.type(visitor.field("What is the problem?"), "A probe sulks");
  await visitor.choose(visitor.field("Category"), "Plus, orders and accounts");
  await visitor.type(visitor.field("What happened, and what did you expect?"), BODY);
  await visitor.follow(visitor.link("I have an account"));
  const { email, password } = await administrator(server);
  await visitor.type(visitor.field("E-mail address"), email);
  await visitor.type(visitor.field("Password"), password);
  await visitor.follow(visitor.button("Sign in", visitor.content));
  assert.equal(await visitor.field("What is the problem?").inputValue(), "A probe sulks");
  assert.equal(await visitor.field("Category").inputValue(), "billing");
  assert.equal(await visitor.field("What happened, and what did you expect?").inputValue(), BODY);
  // What is asked for is shown to whoever may bring files, too.
  await visitor.choose(visitor.field("Category"), "Set-up and devices");
  await visitor.field("Which device is it about?").waitFor();
  await visitor.leave();
});

describe("sending twice and coming back make no second post", () => {
  let member;
  before(async () => {
    member = person("Impatient Member");
  });

  // Words that nothing in the forum has, so that there is no step between.
  const questions = { "with a mouse": "Quokka xylophone brigade", "without JavaScript": "Marzipan zeppelin umbrella" };
  for (const [name, title] of Object.entries(questions)) {
    test(name, async () => {
      const visitor = await Visitor.arrive(browser, server.url, MODES[name]);
      const asker = { ...member, name: `${member.name} ${name.length}`, email: `${name.length}.${member.email}` };
      await visitor.open("/");
      await signUp(visitor, server, asker);
      await visitor.open("/threads/new?category=billing");
      await visitor.type(visitor.field("What is the problem?"), title);
      await visitor.type(visitor.field("What happened, and what did you expect?"), `${title}.`);
      await pressTwice(visitor, visitor.button("Post question"));
      const thread = new URL(visitor.page.url()).pathname;
      await comeBackAndSend(visitor, "Post question");
      assert.equal(await countNewest(visitor, title), 1);

      await visitor.open(thread);
      await visitor.type(visitor.field("Your text"), "It was the fuse.");
      await pressTwice(visitor, visitor.button("Post answer"));
      await comeBackAndSend(visitor, "Post answer");
      await visitor.open(thread);
      assert.equal(await postThatSays(visitor, "It was the fuse.").count(), 1);
      await visitor.leave();
    });
  }
});

async function pressTwice(visitor, button) {
  const arrived = visitor.page.waitForEvent("load");
  await button.dblclick({ noWaitAfter: true });
  await arrived;
  await visitor.page.waitForURL(/\/threads\/\d+\//);
}

/** The browser's back button shows the form as it was sent; whoever sends it again is led to what is there. */
async function comeBackAndSend(visitor, label) {
  await visitor.page.goBack();
  await visitor.follow(visitor.button(label));
  assert.match(visitor.page.url(), /\/threads\/\d+\//);
}
