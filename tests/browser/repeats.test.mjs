// Repeated questions: three people ask the same in other words, one is answered, a moderator adopts the article that this
// proposes, and the others find their question resolved by it. What is declined stays away.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { MODES, SCREENS, Server, Visitor, openBrowser } from "./harness.mjs";
import { administrator, answer, ask, enrol, seeNotice, signIn, welcomeAll } from "./steps.mjs";
import { command } from "./server.mjs";

const CATEGORY = "Plus, orders and accounts";
const PATIENCE_MS = 120_000;
const PEOPLE = ["Ada Asks", "Ben Wonders", "Cleo Seeks"].map((name, place) => ({
  name,
  email: `asker${place}@example.com`,
  password: "six green garden hoses",
}));

/** The same question in three wordings, for each way of using a browser. */
const STORIES = {
  "with a mouse": {
    titles: [
      "How do I clean green algae out of the fogger nozzle?",
      "Green algae in my fogger nozzle: how can I clean it?",
      "Fogger nozzle full of green algae, how to clean that out",
    ],
    solution: "Soak the fogger nozzle in vinegar for one night. Then rinse the nozzle with warm water until the algae are gone.",
  },
  "at 360 px without JavaScript": {
    titles: [
      "Squirrels chew through the soaker hose, what helps?",
      "What helps when squirrels chew the soaker hose?",
      "My soaker hose: squirrels chew through it all the time",
    ],
    solution: "Put the soaker hose into a steel sleeve. Squirrels do not chew through steel, and the sleeve lasts for years.",
  },
  "by keyboard only": {
    titles: [
      "My cat sleeps on the seedling heating mat, how do I keep her off?",
      "How can I keep the cat off the seedling heating mat?",
      "Cat sleeps on my heating mat with the seedlings: keep her off how?",
    ],
    solution: "Lay orange peel around the heating mat. A cat does not like the smell of oranges and keeps off the mat.",
  },
};

/** Questions of which nobody wants an article. */
const DECLINED = [
  "Hedgehog sleeps under the compost heater, is that safe?",
  "Is it safe when a hedgehog sleeps under the compost heater?",
  "A hedgehog sleeps below my compost heater: safe or not?",
];

let browser;
let server;
let keeper;

before(async () => {
  server = await Server.start({ args: ["demo"] });
  browser = await openBrowser();
  keeper = await administrator(server);
  await welcomeAll(browser, server);
  await enrol(browser, server, PEOPLE);
});

after(async () => {
  await browser?.close();
  await server?.stop();
});

async function as(person, mode) {
  const visitor = await Visitor.arrive(browser, server.url, mode);
  await signIn(visitor, person);
  return visitor;
}

/** Everybody asks in their own words; gives the addresses of the questions. */
async function askAll(titles, mode) {
  const paths = [];
  for (const [place, title] of titles.entries()) {
    const visitor = await as(PEOPLE[place], mode);
    paths.push(await ask(visitor, { category: CATEGORY, title, body: `${title} I tried what I could.` }));
    await visitor.leave();
  }
  return paths;
}

/** Opens the desk until a proposal of this kind about one of these questions stands there, and gives its line. */
async function untilProposed(visitor, kind, titles) {
  const latest = Date.now() + PATIENCE_MS;
  for (;;) {
    await visitor.open("/moderation/repeats");
    for (const title of titles) {
      const row = visitor.content.getByRole("row").filter({ hasText: title }).filter({ hasText: kind });
      if ((await row.count()) === 1) return { row, title };
    }
    assert.ok(Date.now() < latest, `"${kind}" is never proposed for ${titles[0]}:\n${await visitor.content.innerText()}`);
    await new Promise((done) => setTimeout(done, 200));
  }
}

for (const [name, { titles, solution }] of Object.entries(STORIES)) {
  test(`three who ask the same get one article, ${name}`, async () => {
    const mode = MODES[name];
    const paths = await askAll(titles, mode);
    const cat = await as(keeper, mode);

    const first = await untilProposed(cat, "Needs an answer first", titles);
    await cat.expectAccessible();
    await cat.follow(cat.link(first.title, first.row));
    await cat.expectAccessible();
    assert.equal(await cat.content.locator(".member").count(), 3);
    assert.match(await cat.content.locator(".member-why").first().innerText(), /\d+ % .*(words|title|meaning)/);

    await cat.open(paths[0]);
    assert.ok(await cat.link("Asked 3 times: see the group", cat.content).isVisible());
    await answer(cat, solution);
    const ada = await as(PEOPLE[0], mode);
    await ada.open(paths[0]);
    await ada.follow(ada.button(/^(Accept|This solved it)/, ada.content).first());

    const second = await untilProposed(cat, "New article", titles);
    await cat.follow(cat.link(second.title, second.row));
    await cat.expectAccessible();
    await cat.screenshot("proposal");
    const draft = cat.content.locator(".proposal-draft");
    assert.ok((await draft.getByRole("link").count()) > 0, "the draft cites its answers");
    await cat.follow(cat.button("Adopt and write the article"));
    await writeAndPublish(cat, titles[0]);

    for (const [place, path] of paths.entries()) {
      const reader = place === 0 ? ada : await as(PEOPLE[place], mode);
      if (place > 0) {
        await reader.open("/notifications");
        assert.ok((await reader.content.getByText(titles[0]).count()) > 0, "the asker is told of the article");
      }
      await reader.open(path);
      const byArticle = await reader.content.getByText("Resolved by an article").count();
      assert.equal(byArticle > 0, place > 0, `${path} is resolved by what settled it`);
      await reader.expectAccessible();
      if (place > 0) {
        await reader.follow(reader.link(titles[0], reader.content).first());
        assert.ok(await reader.content.getByText("in short").first().isVisible());
        assert.equal(await reader.content.locator(".payback").count(), 0, "members see no payback");
      }
      await reader.leave();
    }
    await cat.leave();
  });
}

async function writeAndPublish(cat, title) {
  assert.ok(await cat.content.getByText("Begun from repeated questions").isVisible());
  await cat.expectAccessible();
  assert.notEqual(await cat.field("The whole answer").inputValue(), "", "the draft stands in the editor");
  await cat.type(cat.field("What does it answer?"), title);
  await cat.type(cat.field("The short answer"), "This is the answer in short.");
  await cat.follow(cat.button("Save draft"));
  await seeNotice(cat, "The draft is saved");
  await cat.follow(cat.button("Publish"));
  await seeNotice(cat, "It is published");
  assert.match(await cat.content.locator(".payback").innerText(), /3\.0 a week before \(3 in 1 week\), 0\.0 a week since/);
  await cat.disclose(cat.content.locator("summary").filter({ hasText: "The numbers behind it" }));
  await cat.expectAccessible();
  await cat.screenshot("article-payback");
}

test("what is declined stays away, also when everything is compared anew", async () => {
  await askAll(DECLINED, MODES["with a mouse"]);
  const cat = await as(keeper, MODES["at 360 px"]);
  const { row, title } = await untilProposed(cat, "Needs an answer first", DECLINED);
  await cat.follow(cat.link(title, row));
  await cat.follow(cat.button("Decline"));
  assert.ok(await cat.page.getByRole("alert").isVisible(), "a reason is asked for");
  await cat.expectAccessible();
  await cat.type(cat.field("Why not?"), "That is for a hedgehog forum.");
  await cat.follow(cat.button("Decline"));
  await seeNotice(cat, "It is declined");
  await command(server.dataDir, "repeats", "--rescan", "--data-dir", `${server.dataDir}/demo`);
  await cat.open("/moderation/repeats");
  assert.equal(await cat.content.getByRole("row").filter({ hasText: "edgehog" }).count(), 0);
  await cat.follow(cat.link("Decided", cat.content));
  assert.ok(await cat.content.getByRole("row").filter({ hasText: "edgehog" }).isVisible());
  await cat.leave();
});

test("the desk is read on every screen", async () => {
  for (const screen of SCREENS) {
    const visitor = await as(keeper, screen);
    await visitor.open("/moderation/repeats?show=decided");
    await visitor.expectAccessible();
    await visitor.screenshot("repeats-desk");
    await visitor.open("/moderation/articles");
    await visitor.expectAccessible();
    await visitor.leave();
  }
});
