// Signing up: the work that a browser does meanwhile, and the ways of those without JavaScript.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { Ground, send } from "./ground.mjs";
import { openBrowser } from "./harness.mjs";
import { ask, confirm, introduce, seeNotice } from "./steps.mjs";

const PASSWORD = "seven dry watering cans";
const WITHOUT = "at 360 px without JavaScript";

let browser;
let ground;

before(async () => {
  [ground, browser] = await Promise.all([Ground.lay(), openBrowser()]);
});

after(async () => {
  await browser?.close();
  await ground?.clear();
});

/** What sign-ups have to show from now on, and what is asked of those who show nothing. */
async function rules(more = {}) {
  const fields = { members_to_hide: "3", spam_percent: "95", fewest_seconds: "0", proof_bits: "8", ...more };
  await send(ground.keeper, "/admin/moderation", fields);
}

const person = (name) => ({ name, email: `${name.toLowerCase()}@example.com`, password: PASSWORD });

/** Nobody's hash is ready before the page is told to let go. */
function hold() {
  const { digest } = SubtleCrypto.prototype;
  const gate = new Promise((resolve) => (window.letGo = resolve));
  SubtleCrypto.prototype.digest = async function (...all) {
    await gate;
    return digest.apply(this, all);
  };
}

for (const mode of ["with a mouse", "by keyboard only", "at 360 px"]) {
  test(`the button waits for the work and says so ${mode}`, async () => {
    await rules();
    const visitor = await ground.visitor(browser, null, mode);
    await visitor.page.addInitScript(hold);
    await visitor.open("/sign-up");
    const zoe = person(`Zoe${mode.length}`);
    await introduce(visitor, zoe);
    const button = visitor.button("Sign up", visitor.content);
    await visitor.reach(button);
    await visitor.activate(button);
    const waiting = visitor.button(/^One moment/, visitor.content);
    await waiting.waitFor();
    assert.equal(await waiting.getAttribute("aria-disabled"), "true");
    assert.ok(await visitor.content.getByRole("progressbar", { name: "Worked out" }).isVisible());
    assert.match(await visitor.content.getByRole("status").last().innerText(), /your browser works something out/);
    assert.match(visitor.page.url(), /\/sign-up$/, "it was sent without the work");
    await visitor.expectAccessible();

    await Promise.all([visitor.page.waitForURL(/\/sign-up\/sent$/), visitor.page.evaluate(() => window.letGo())]);
    await confirm(visitor, ground.server, zoe);
    await seeNotice(visitor, "Your address is confirmed");
    await ask(visitor, { category: "Lamps", title: `Which lamp suits ${zoe.name}?`, body: "The hall is dark." });
    const stranger = await ground.visitor(browser);
    assert.equal((await stranger.open(visitor.page.url())).status(), 200, "their first post waits");
    await stranger.leave();
    await visitor.leave();
  });
}

test("without JavaScript a moderator looks at the first posts", async () => {
  await rules();
  const visitor = await ground.visitor(browser, null, WITHOUT);
  await visitor.open("/sign-up");
  // A search by text leaves out what stands for those without JavaScript.
  assert.match(await visitor.content.locator("noscript").innerText(), /Without JavaScript, a moderator looks at your first posts/);
  await visitor.expectAccessible();
  const yan = person("Yan");
  await introduce(visitor, yan);
  await visitor.follow(visitor.button("Sign up", visitor.content));
  await confirm(visitor, ground.server, yan);
  await visitor.open("/threads/new?category=lamps");
  await visitor.type(visitor.field("What is the problem?"), "Which lamp suits Yan?");
  await visitor.type(visitor.field("What happened, and what did you expect?"), "The hall is dark.");
  await visitor.follow(visitor.button("Post question"));
  await seeNotice(visitor, "waits for a moderator");
  await visitor.leave();

  const keeper = await ground.visitor(browser, ground.keeper);
  await keeper.open("/moderation");
  await keeper.expectAccessible();
  await keeper.follow(keeper.content.getByRole("link", { name: "Yan", exact: true }));
  assert.match(await keeper.content.innerText(), /did not do the work of a sign-up/);
  await keeper.expectAccessible();
  await keeper.page.keyboard.press("l");
  await keeper.page.waitForURL(/\/moderation(\?|$)/);
  await keeper.leave();
});

test("without JavaScript a question of the site is answered instead", async () => {
  await rules({ plain_question: "What colour is the lamp?", plain_answer: "red" });
  const visitor = await ground.visitor(browser, null, WITHOUT);
  await visitor.open("/sign-up");
  const bea = person("Bea");
  await introduce(visitor, bea);
  await visitor.type(visitor.field("What colour is the lamp?"), "green");
  await visitor.follow(visitor.button("Sign up", visitor.content));
  assert.match(await visitor.content.getByRole("alert").innerText(), /This is not the answer/);
  await visitor.expectAccessible();
  await visitor.type(visitor.field("Password", visitor.content), PASSWORD);
  await visitor.type(visitor.field("What colour is the lamp?"), "Red");
  await visitor.follow(visitor.button("Sign up", visitor.content));
  assert.match(visitor.page.url(), /\/sign-up\/sent$/);
  await visitor.leave();
});

test("a draft that comes back was begun when it was", async () => {
  await rules({ proof_bits: "0", fewest_seconds: "60" });
  const member = await ground.member("Draft Writer");
  const first = await ground.visitor(browser, member);
  await first.open("/threads/new?category=lamps");
  const begun = (visitor) => visitor.page.locator("main form [name=begun]").first().inputValue();
  const early = await begun(first);
  await first.type(first.field("What is the problem?"), "Which lamp is bright enough?");
  await first.type(first.field("What happened, and what did you expect?"), "It is dark.");
  await first.page.waitForFunction(() => Object.keys(localStorage).some((key) => key.startsWith("draft:")));
  await first.page.reload();
  await first.page.locator(".draft-note").waitFor();
  assert.equal(await begun(first), early, "a draft that came back is as new as its page");
  await first.leave();
});
