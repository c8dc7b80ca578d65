// A private category: an administrator makes a group, the category and a link; whoever comes in by the link sees it, nobody else
// does. On the screen of a phone, so that each of these pages fits one.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { Ground } from "./ground.mjs";
import { MODES, Visitor, openBrowser } from "./harness.mjs";
import { answer, ask, introduce, rowOf } from "./steps.mjs";

const GROUP = "Keyholders of the lighthouse";
const CATEGORY = "Vault";
/** An address that tells nothing: a page that is not there names it to those who typed it. */
const VAULT = "/categories/north";
const TITLE = "Where is the spare key of the cellar?";
const IVY = { name: "Ivy Invited", email: "ivy@example.com", password: "six new brass keys" };
/** What nobody reads who is not in the group: of the category, its group and what stands in it. */
const SECRET = /vault|spare key|cellar|Keyholders|under the mat/i;
/** How long the index of searches may take to follow, in milliseconds. */
const FOLLOWS_WITHIN = 20_000;

let browser;
let ground;
let ada;
let otto;

before(async () => {
  [ground, browser] = await Promise.all([Ground.lay(), openBrowser()]);
  [ada, otto] = await ground.members("Ada Asks", "Otto Outside");
});

after(async () => {
  await browser?.close();
  await ground?.clear();
});

test("a private category is opened to a group, the invited see it, and nobody else learns of it", async () => {
  const keeper = await ground.visitor(browser, ground.keeper, "at 360 px");
  await makeGroup(keeper);
  await makeCategory(keeper);
  const link = await invite(keeper);
  const path = await comeIn(link);
  await join(link, path);
  await seeWhatIsUsed(keeper, link);
  await keeper.leave();
  await stayOutside(link, path);
});

async function makeGroup(keeper) {
  await keeper.open("/admin/groups");
  await keeper.type(keeper.field("Name", keeper.content), GROUP);
  await keeper.type(keeper.field(/^Who is in it/), "Those who have a key.");
  await keeper.follow(keeper.button("Make group"));
  assert.ok(await keeper.content.getByRole("heading", { name: GROUP, exact: true }).isVisible());
  await keeper.expectAccessible();
}

/** A category in which the people of the group may answer. */
async function makeCategory(keeper) {
  await keeper.open("/admin/categories/new");
  await keeper.type(keeper.field("Name", keeper.content), CATEGORY);
  await keeper.type(keeper.field(/^Address/), "north");
  await keeper.choose(keeper.content.getByRole("radio", { name: /^Private/ }));
  await keeper.follow(keeper.button("Make the category"));
  await keeper.open(`/admin${VAULT}`);
  await keeper.choose(keeper.field(`What ${GROUP} may do`), "Answer");
  await keeper.expectAccessible();
  await keeper.follow(keeper.button("Save", keeper.content.getByRole("row").filter({ hasText: GROUP })));
  const chosen = await keeper.field(`What ${GROUP} may do`).evaluate((field) => field.selectedOptions[0].label);
  assert.equal(chosen, "Answer");
  await keeper.open("/admin/groups");
  await keeper.expectAccessible();
  await keeper.follow(keeper.link(GROUP, keeper.content));
  assert.match(await keeper.content.innerText(), /Vault: Answer/);
}

/** A link that two people may use, shown once. */
async function invite(keeper) {
  await keeper.open("/admin/invitations");
  await keeper.type(keeper.field("How many people may use the link"), "2");
  await keeper.choose(keeper.content.getByRole("checkbox", { name: GROUP }));
  await keeper.follow(keeper.button("Give invitation"));
  await keeper.expectAccessible();
  return keeper.content.locator(".secret code").innerText();
}

/** Somebody new in a browser of their own: signs up by the link, confirms the address, and asks in the private category. */
async function comeIn(link) {
  const ivy = await Visitor.arrive(browser, ground.server.url, MODES["at 360 px without JavaScript"]);
  await ivy.open(link);
  assert.ok(await ivy.content.getByText(`You will be in: ${GROUP}.`).isVisible());
  await ivy.expectAccessible();
  await introduce(ivy, IVY);
  await ivy.follow(ivy.button("Sign up", ivy.content));
  await ivy.open(await ground.server.linkTo(IVY.email, "/sign-up/confirm/"));
  await ivy.follow(ivy.button("Confirm and sign in"));
  await ivy.open("/");
  await ivy.follow(ivy.link(CATEGORY, ivy.content).first());
  assert.equal(new URL(ivy.page.url()).pathname, VAULT);
  await ivy.expectAccessible();
  const path = await ask(ivy, { category: CATEGORY, title: TITLE, body: "The cellar is shut." });
  await ivy.expectAccessible();
  await ivy.open(VAULT);
  assert.ok(await rowOf(ivy, TITLE).isVisible());
  await ivy.leave();
  return path;
}

/** A member takes the other place with the account that they have: nothing is there before, everything after. */
async function join(link, path) {
  const visitor = await ground.visitor(browser, ada);
  assert.equal((await visitor.open(path)).status(), 404);
  await visitor.open(link);
  assert.ok(await visitor.content.getByText("You are signed in as Ada Asks.").isVisible());
  await visitor.expectAccessible();
  await visitor.follow(visitor.button("Accept invitation"));
  assert.equal((await visitor.open(path)).status(), 200);
  await answer(visitor, "Look under the mat.");
  await visitor.leave();
}

/** The list says that both places are taken, and does not show the link again. */
async function seeWhatIsUsed(keeper, link) {
  await keeper.open("/admin/invitations");
  assert.match(await keeper.content.getByRole("row").filter({ hasText: "Whoever has the link" }).innerText(), /2 of 2/);
  assert.equal((await keeper.page.content()).includes(new URL(link).pathname), false, "the link is shown again");
  await keeper.expectAccessible();
}

/** No address that may name it tells outsiders anything. */
async function stayOutside(link, path) {
  const thread = path.match(/^\/threads\/\d+/)[0];
  const lists = ["/", "/threads", "/threads?is=open", "/tags", "/search?q=shut", "/threads/new", "/articles"];
  const machines = ["/feeds/all.atom", "/feeds/unanswered.atom", "/sitemap.xml", `/feeds${thread}.atom`, "/feeds/categories/north.atom"];
  await untilFound(thread);
  const stranger = await ground.newcomer("Stranger");
  for (const address of [...lists, ...machines, thread, VAULT, "/replies/1", "/users/2", "/users/4"]) {
    for (const { name, request } of [otto, stranger]) {
      const answered = await request.get(address);
      assert.doesNotMatch(await answered.text(), SECRET, `${name} reads of it on ${address}`);
    }
  }
  const visitor = await ground.visitor(browser, otto, "at 360 px");
  for (const address of [thread, VAULT, "/replies/1"]) assert.equal((await visitor.open(address)).status(), 404, address);
  await visitor.expectAccessible();
  assert.equal((await visitor.open(link)).status(), 410);
  assert.ok(await visitor.content.getByRole("heading", { name: "This invitation is over" }).isVisible());
  await visitor.expectAccessible();
  await visitor.leave();
}

/** An outsider who finds nothing proves something only once the invited do. */
async function untilFound(thread) {
  const latest = Date.now() + FOLLOWS_WITHIN;
  while (!(await (await ada.request.get("/search?q=shut")).text()).includes(`href="${thread}/`)) {
    assert.ok(Date.now() < latest, `the search did not follow within ${FOLLOWS_WITHIN} ms`);
    await new Promise((done) => setTimeout(done, 50));
  }
}
