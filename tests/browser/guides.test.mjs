// Guides: followed to each of their ends on every kind of browser, written by whoever keeps them, and printed whole.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { MODES, SCREENS, Server, Visitor, openBrowser } from "./harness.mjs";
import { administrator, followFrame, seeNotice, signIn } from "./steps.mjs";

const TITLE = "My hub does not join the Wi-Fi";

let browser;
let server;
let keeper;

before(async () => {
  server = await Server.start({ args: ["demo"] });
  browser = await openBrowser();
  keeper = await administrator(server);
});

after(async () => {
  await browser?.close();
  await server?.stop();
});

const worked = (visitor) => visitor.button("It worked", visitor.content);
const didNot = (visitor) => visitor.button("It did not", visitor.content);
const heading = (visitor) => visitor.page.locator("#step").innerText();

async function openGuide(visitor) {
  await visitor.open("/");
  await followFrame(visitor, "Articles");
  await visitor.follow(visitor.link("Hub and radio", visitor.content).first());
  await visitor.follow(visitor.link(TITLE, visitor.content));
}

for (const name of ["with a mouse", "at 360 px", "at 360 px without JavaScript", "in the dark", "by keyboard only"]) {
  test(`a guide is followed until it worked, ${name}`, async () => {
    const visitor = await Visitor.arrive(browser, server.url, MODES[name]);
    await openGuide(visitor);
    assert.match(await heading(visitor), /Step 1:\s+Look what the ring says/);
    await visitor.expectAccessible();
    await visitor.follow(didNot(visitor));
    assert.match(await heading(visitor), /Step 2:\s+Switch 2\.4 GHz on/);
    const focused = await visitor.page.evaluate(() => document.activeElement?.id);
    assert.equal(focused, "step", "whoever hears the page hears where it went");
    await visitor.expectAccessible();
    assert.match(await visitor.content.locator(".guide-done").innerText(), /Look what the ring says\s+did not work/);
    await visitor.follow(visitor.link("Look what the ring says", visitor.content));
    await visitor.follow(didNot(visitor));
    await visitor.follow(worked(visitor));
    assert.match(await heading(visitor), /Solved/);
    await visitor.expectAccessible();
    await visitor.leave();
  });

  test(`a guide that did not help becomes a question, ${name}`, async () => {
    const visitor = await Visitor.arrive(browser, server.url, MODES[name]);
    await openGuide(visitor);
    // No contact is set, so that the last step leads to the forum.
    for (let step = 0; step < 5; step += 1) await visitor.follow(didNot(visitor));
    assert.match(visitor.page.url(), /\/threads\/new\?/);
    assert.match(await visitor.field("What is the problem?").inputValue(), /the guide did not help/);
    const body = await visitor.field("What happened, and what did you expect?").inputValue();
    assert.match(body, /^I followed the guide \[My hub does not join the Wi-Fi\]/);
    assert.match(body, /5\. Reset the hub: did not work/);
    await visitor.expectAccessible();
    await visitor.leave();
  });
}

test("the steps, the ends and the figures on every screen", async () => {
  const cat = await Visitor.arrive(browser, server.url);
  await signIn(cat, keeper);
  await cat.open("/admin/asking");
  await cat.type(cat.field("Contact: name"), "Write to our support");
  await cat.type(cat.field("Contact: address"), "mailto:help@example.com");
  await cat.follow(cat.button("Save"));
  await cat.leave();
  for (const screen of SCREENS) {
    const visitor = await Visitor.arrive(browser, server.url, screen);
    await openGuide(visitor);
    await visitor.screenshot("guide");
    await visitor.press(visitor.link("All steps on one page", visitor.content));
    assert.equal(await visitor.page.locator("#all-steps h2").count(), 5);
    await visitor.expectAccessible();
    await visitor.screenshot("guide-all");
    await visitor.follow(didNot(visitor));
    await visitor.screenshot("guide-step");
    for (let step = 1; step < 5; step += 1) await visitor.follow(didNot(visitor));
    assert.match(await heading(visitor), /A person has to look at this/);
    assert.ok(await visitor.link("Write to our support", visitor.content).isVisible());
    await visitor.expectAccessible();
    await visitor.screenshot("guide-contact");
    await visitor.leave();
    const keeping = await Visitor.arrive(browser, server.url, screen);
    await signIn(keeping, keeper);
    await openGuide(keeping);
    assert.ok(await keeping.content.getByText("Where people leave this guide").first().isVisible());
    await keeping.expectAccessible();
    await keeping.screenshot("guide-leaving");
    await keeping.leave();
  }
});

for (const name of ["at 360 px without JavaScript", "by keyboard only"]) {
  test(`a guide is written, mended and checked, ${name}`, async () => {
    const cat = await Visitor.arrive(browser, server.url, MODES[name]);
    await signIn(cat, keeper);
    await cat.open("/articles/new");
    await cat.type(cat.field("What does it answer?"), `The fogger drips (${name})`);
    await cat.choose(cat.field("How it is read"), "A guide: step by step");
    await cat.type(cat.field("The short answer"), "Mostly a nozzle full of scale.");
    await cat.type(cat.field("The whole answer"), "## Rinse the nozzle\n\nRinse it.\n\nIt did not: Soak it\n\n## Change it\n\nPut in another one.");
    await cat.follow(cat.button("Save draft"));
    assert.match(await cat.content.locator(".problems").innerText(), /Step 1: what stands after “It did not”/);
    await cat.expectAccessible();
    await cat.type(cat.field("The whole answer"), "## Rinse the nozzle\n\nRinse it.\n\n## Change it\n\nPut in another one.\n\nIt did not: contact");
    await cat.disclose(cat.content.locator("summary").filter({ hasText: "How a guide is written" }));
    await cat.follow(cat.button("Check the steps"));
    assert.match(await cat.content.locator(".guide-checked").innerText(), /reach a person/);
    await cat.expectAccessible();
    await cat.screenshot("guide-form");
    await cat.follow(cat.button("Save draft"));
    await seeNotice(cat, "The draft is saved");
    assert.match(await heading(cat), /Step 1:\s+Rinse the nozzle/);
    await cat.leave();
  });
}

test("a guide prints all its steps", async () => {
  const visitor = await Visitor.arrive(browser, server.url);
  await openGuide(visitor);
  assert.equal(await visitor.page.locator("#all-steps").isVisible(), false);
  await visitor.page.emulateMedia({ media: "print" });
  assert.equal(await visitor.page.locator("#all-steps h2").filter({ visible: true }).count(), 5);
  for (const around of [".guide-step", ".next-step", ".guide-all-link"]) {
    assert.equal(await visitor.page.locator(around).first().isVisible(), false, around);
  }
  await visitor.leave();
});
