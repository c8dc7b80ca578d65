// Accounts: the set-up of an empty forum, a wrong and a forgotten password, the profile, other sessions.

import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { MODES, Server, Visitor, openBrowser } from "./harness.mjs";
import { administrator, followFrame, goOn, introduce, seeNotice, signIn, signOut, signUp } from "./steps.mjs";

const MODES_OF_ACCOUNTS = ["with a mouse", "at 360 px without JavaScript", "by keyboard only"];
const KEEPER = { name: "Ines Keeper", email: "ines@example.com", password: "eleven brass door keys" };

let browser;

before(async () => {
  browser = await openBrowser();
});

after(async () => {
  await browser?.close();
});

describe("an empty forum", () => {
  for (const name of MODES_OF_ACCOUNTS) {
    test(`is set up and takes its first question ${name}`, async () => {
      const server = await Server.start();
      try {
        const visitor = await Visitor.arrive(browser, server.url, MODES[name]);
        await setUp(visitor, server);
        await makeCategory(visitor);
        await visitor.leave();
      } finally {
        await server.stop();
      }
    });
  }
});

/** A wrong code is refused, and what was typed beside it is kept; the printed one opens the forum, once. */
async function setUp(visitor, server) {
  const [, code] = await server.printed(/give the code (\S+)/);
  await visitor.open("/");
  assert.match(visitor.page.url(), /\/set-up$/);
  await visitor.expectAccessible();
  await visitor.screenshot("set-up");
  await visitor.type(visitor.field("Code"), "not-the-code");
  await introduce(visitor, KEEPER);
  await visitor.follow(visitor.button("Set up the forum"));
  assert.match(await visitor.content.getByRole("alert").innerText(), /not the code/);
  assert.equal(await visitor.field("E-mail address").inputValue(), KEEPER.email);
  await visitor.expectAccessible();
  await visitor.type(visitor.field("Code"), code);
  await visitor.type(visitor.field("Password"), KEEPER.password);
  await visitor.follow(visitor.button("Set up the forum"));
  await seeNotice(visitor, "The forum is yours");
  await visitor.expectAccessible();
  await visitor.screenshot("first-steps");
  assert.equal((await visitor.open("/set-up")).status(), 404);
}

async function makeCategory(visitor) {
  await visitor.open("/");
  await visitor.expectAccessible();
  await visitor.screenshot("home-empty");
  await visitor.follow(visitor.link("Make the first category"));
  await visitor.type(visitor.field("Name", visitor.content), "Lamps");
  await visitor.follow(visitor.button("Make the category"));
  assert.ok(await visitor.link("Lamps", visitor.content).isVisible());
  await followFrame(visitor, "Ask");
  await visitor.type(visitor.field("What is the problem?"), "The lamp hums at night");
  await visitor.type(visitor.field("What happened, and what did you expect?"), "It should be silent.");
  await visitor.follow(visitor.button("Post question"));
  await goOn(visitor);
  await seeNotice(visitor, "Your question is posted");
  await visitor.open("/categories/lamps");
  assert.ok(await visitor.link("The lamp hums at night").isVisible());
}

describe("people of a forum", () => {
  let server;
  before(async () => {
    server = await Server.start({ args: ["demo"] });
  });
  after(async () => {
    await server?.stop();
  });

  for (const [place, name] of MODES_OF_ACCOUNTS.entries()) {
    test(`a forgotten password is chosen anew ${name}`, async () => {
      const visitor = await Visitor.arrive(browser, server.url, MODES[name]);
      const forgetful = { name: `Forgetful ${place}`, email: `forgetful${place}@example.com`, password: "one lost pair of glasses" };
      await visitor.open("/");
      await signUp(visitor, server, forgetful);
      await signOut(visitor);
      await tryWrongPassword(visitor, forgetful);
      await visitor.follow(visitor.link("Forgot the password?"));
      await visitor.type(visitor.field("E-mail address"), forgetful.email);
      await visitor.follow(visitor.button("Send the letter"));
      await visitor.expectAccessible();
      await visitor.open(await server.linkTo(forgetful.email, "/reset-password/"));
      await visitor.type(visitor.field("New password"), "found them on my nose");
      await visitor.follow(visitor.button("Save the password"));
      await seeNotice(visitor, "The password is changed");
      await signOut(visitor);
      await signIn(visitor, { ...forgetful, password: "found them on my nose" });
      await changeProfile(visitor, forgetful);
      await visitor.leave();
    });
  }

  test("an address without an account is answered like one with an account", async () => {
    const visitor = await Visitor.arrive(browser, server.url);
    const told = [];
    for (const email of ["nobody@example.com", "admin@example.com"]) {
      await visitor.open("/forgotten-password");
      await visitor.type(visitor.field("E-mail address"), email);
      await visitor.follow(visitor.button("Send the letter"));
      told.push(await visitor.content.innerText());
    }
    assert.equal(told[0], told[1]);
    await visitor.leave();
  });

  test("one's data can be downloaded again without loading the page anew", async () => {
    const visitor = await Visitor.arrive(browser, server.url);
    await signIn(visitor, await administrator(server));
    await visitor.open("/settings/data");
    for (let time = 0; time < 2; time += 1) {
      await visitor.page.locator("form[data-stays] button:not([aria-disabled])").waitFor();
      const file = visitor.page.waitForEvent("download");
      await visitor.button("Download").click();
      assert.match((await file).suggestedFilename(), /^account-\d+\.json$/);
    }
    await visitor.leave();
  });

  test("signing out elsewhere ends the other browser's session", async () => {
    const keeper = await administrator(server);
    const [here, there] = [await Visitor.arrive(browser, server.url), await Visitor.arrive(browser, server.url)];
    await signIn(here, keeper);
    await signIn(there, keeper);
    await here.open("/settings/sessions");
    await here.follow(here.button("Sign out everywhere else"));
    await seeNotice(here, "Every other browser is signed out");
    await there.open("/settings/sessions");
    assert.match(there.page.url(), /\/sign-in/);
    await here.leave();
    await there.leave();
  });
});

async function tryWrongPassword(visitor, { email }) {
  await visitor.open("/sign-in");
  await visitor.type(visitor.field("E-mail address"), email);
  await visitor.type(visitor.field("Password"), "not that one, surely");
  await visitor.follow(visitor.button("Sign in", visitor.content));
  assert.match(await visitor.content.getByRole("alert").innerText(), /do not match an account/);
  assert.equal(await visitor.field("E-mail address").inputValue(), email);
  await visitor.expectAccessible();
}

async function changeProfile(visitor, { name }) {
  await visitor.open("/settings");
  await visitor.expectAccessible();
  await visitor.type(visitor.field(/^About you/), "I water *tomatoes*.");
  await visitor.follow(visitor.button("Save the profile"));
  await seeNotice(visitor, "The profile is saved");
  await visitor.follow(visitor.link("See your page"));
  assert.ok(await visitor.content.getByRole("heading", { level: 1, name }).isVisible());
  assert.ok(await visitor.content.locator("em").filter({ hasText: "tomatoes" }).isVisible());
  await visitor.expectAccessible();
}
