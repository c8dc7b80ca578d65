// Merging two threads and taking that back, and known problems: what a moderator does, and what readers and askers then see.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { MODES, Server, Visitor, openBrowser } from "./harness.mjs";
import { administrator, answer, ask, enrol, seeNotice, signIn, welcomeAll } from "./steps.mjs";

const ADA = { name: "Ada Asks", email: "ada@example.com", password: "six green garden hoses" };
const HOME = "Plus, orders and accounts";

let browser;
let server;
let admin;

before(async () => {
  server = await Server.start({ args: ["demo"] });
  browser = await openBrowser();
  admin = await administrator(server);
  await welcomeAll(browser, server);
  await enrol(browser, server, [ADA]);
});

after(async () => {
  await browser?.close();
  await server?.stop();
});

const bar = (cat) => cat.content.getByRole("region", { name: "Moderation" });

for (const name of ["with a mouse", "at 360 px without JavaScript", "by keyboard only"]) {
  test(`a thread is merged into another one and taken apart again ${name}`, async () => {
    const ada = await Visitor.arrive(browser, server.url, MODES["with a mouse"]);
    await signIn(ada, ADA);
    const words = [`Where is the violet coupon (${name})?`, `My violet coupon is gone (${name})`];
    const kept = await ask(ada, { category: HOME, title: words[0], body: "It was there yesterday." });
    const merged = await ask(ada, { category: HOME, title: words[1], body: "I looked everywhere." });

    const cat = await Visitor.arrive(browser, server.url, MODES[name]);
    await signIn(cat, admin);
    await cat.open(merged);
    await answer(cat, "It ended at midnight.");
    await cat.open(merged);
    await cat.follow(cat.link("Merge", bar(cat)));
    await cat.expectAccessible();
    await cat.type(cat.field("Into which thread?"), "zzzz qqqq");
    await cat.follow(cat.button("Find", cat.content));
    assert.match(await cat.content.getByRole("alert").innerText(), /find no thread/);
    await cat.expectAccessible();
    await cat.type(cat.field("Into which thread?"), new URL(kept, server.url).href);
    await cat.follow(cat.button("Find", cat.content));
    await cat.expectAccessible();
    await cat.content.getByText("its 1 reply moves along").waitFor();
    await cat.type(cat.field(/^Why\? Other moderators read it/), "The same coupon.");
    await cat.follow(cat.button("Merge", cat.content));
    await seeNotice(cat, "The threads are merged");
    await cat.expectAccessible();
    assert.equal(new URL(cat.page.url()).pathname, kept);

    await ada.open(merged);
    assert.equal(new URL(ada.page.url()).pathname, kept, "the old address does not lead on");
    await ada.content.getByText("It ended at midnight.").waitFor();
    await ada.content.getByText(words[1]).first().waitFor();

    await cat.disclose(cat.content.locator("summary").filter({ hasText: "Undo the merge" }));
    await cat.follow(cat.button(/^Take apart/, cat.content));
    await seeNotice(cat, "stands by itself again");
    assert.equal(new URL(cat.page.url()).pathname, merged);
    await cat.content.getByText("It ended at midnight.").waitFor();
    await ada.leave();
    await cat.leave();
  });

  test(`a known problem is what whoever is about to ask reads first ${name}`, async () => {
    const title = `Orders stop at noon (${name})`;
    const cat = await Visitor.arrive(browser, server.url, MODES[name]);
    await signIn(cat, admin);
    await cat.open("/threads/new?category=news");
    await cat.type(cat.field("What is the problem?"), title);
    await cat.type(cat.field("What happened, and what did you expect?"), "We are looking into it.");
    await cat.follow(cat.button("Post", cat.content));
    const announced = new URL(cat.page.url()).pathname;
    await cat.disclose(bar(cat).locator("summary").filter({ hasText: "Known problem" }));
    await cat.choose(cat.field("In which category do people ask about it?"), HOME);
    await cat.follow(cat.button("Show it there", bar(cat)));
    await seeNotice(cat, "Whoever asks in that category sees this first");
    await cat.expectAccessible();

    const ada = await Visitor.arrive(browser, server.url, MODES[name]);
    await signIn(ada, ADA);
    await ada.open("/categories/billing");
    await ada.content.getByRole("region", { name: "Known problems" }).getByRole("link", { name: title }).waitFor();
    await ada.expectAccessible();
    await ada.open("/threads/new?category=billing");
    const problems = ada.content.getByRole("region", { name: "Known problems" });
    await problems.getByRole("link", { name: title }).waitFor();
    await ada.expectAccessible();
    await ada.follow(problems.getByRole("button", { name: /Me too/ }).filter({ hasText: title }));
    await seeNotice(ada, "You are counted");
    assert.equal(new URL(ada.page.url()).pathname, announced);
    await ada.expectAccessible();

    await cat.open(announced);
    await cat.disclose(bar(cat).locator("summary").filter({ hasText: "Solved" }));
    await cat.follow(cat.button("This is solved", bar(cat)));
    await seeNotice(cat, "The problem is solved");
    await ada.open("/threads/new?category=billing");
    assert.equal(await ada.content.getByText(title).count(), 0, "what is solved is still shown");
    await ada.leave();
    await cat.leave();
  });
}
