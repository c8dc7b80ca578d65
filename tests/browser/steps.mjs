// Steps that several journeys share: arriving in an account, asking, answering, counting.

import assert from "node:assert/strict";
import { trustEverybody } from "./ground.mjs";
import { Visitor } from "./visitor.mjs";

/** A link of the frame around the page; on a narrow screen it stands in the menu. */
export async function followFrame(visitor, name) {
  const banner = visitor.page.getByRole("banner");
  const visible = visitor.link(name, banner).filter({ visible: true });
  if ((await visible.count()) === 0) await visitor.disclose(banner.locator("summary"));
  await visitor.follow(visible.first());
}

/** Who looks after a demo forum, as the program printed it. */
export async function administrator(server) {
  const [, email, password] = await server.printed(/Sign in as (\S+), password: (\S+)/);
  return { email, password };
}

/** Takes nobody of a demo forum for a program, and lets newcomers post as much as they like. */
export async function welcomeAll(browser, server) {
  const keeper = await Visitor.arrive(browser, server.url);
  await signIn(keeper, await administrator(server));
  await trustEverybody({ request: keeper.context.request });
  await keeper.leave();
}

export async function signIn(visitor, { email, password }) {
  await visitor.open("/sign-in");
  await visitor.type(visitor.field("E-mail address"), email);
  await visitor.type(visitor.field("Password"), password);
  await visitor.follow(visitor.button("Sign in", visitor.content));
  assert.doesNotMatch(visitor.page.url(), /\/sign-in/, "signing in did not succeed");
}

export async function signOut(visitor) {
  await visitor.disclose(visitor.page.getByRole("banner").locator("summary"));
  await visitor.follow(visitor.button("Sign out"));
  await seeNotice(visitor, "You are signed out");
}

/** Fills in the three fields of a sign-up, wherever they stand. */
export async function introduce(visitor, { name, email, password }) {
  await visitor.type(visitor.field("Name", visitor.content), name);
  await visitor.type(visitor.field("E-mail address", visitor.content), email);
  await visitor.type(visitor.field("Password", visitor.content), password);
}

/** Finds the sign-up form from any page, fills it in and confirms the address by the letter. */
export async function signUp(visitor, server, person) {
  await followFrame(visitor, "Sign in");
  await visitor.follow(visitor.link("Sign up", visitor.content));
  await visitor.expectAccessible();
  await introduce(visitor, person);
  await visitor.follow(visitor.button("Sign up", visitor.content));
  await visitor.expectAccessible();
  await confirm(visitor, server, person);
  await seeNotice(visitor, "Your address is confirmed");
}

/** Everybody signs up on a page of their own, and leaves. */
export async function enrol(browser, server, people) {
  for (const person of people) {
    const visitor = await Visitor.arrive(browser, server.url);
    await visitor.open("/");
    await signUp(visitor, server, person);
    await visitor.leave();
  }
}

/** Follows the link of the letter and presses the button that it leads to. */
export async function confirm(visitor, server, { email }) {
  await visitor.open(await server.linkTo(email, "/sign-up/confirm/"));
  await visitor.expectAccessible();
  await visitor.follow(visitor.button("Confirm and sign in"));
}

/** Asks as somebody who is signed in, and gives the address of the question. */
export async function ask(visitor, { category, title, body, tags = "" }) {
  await followFrame(visitor, "Ask");
  await visitor.type(visitor.field("What is the problem?"), title);
  await visitor.choose(visitor.field("Category"), category);
  await visitor.type(visitor.field("What happened, and what did you expect?"), body);
  await visitor.type(visitor.field(/^Tags \(/), tags);
  await visitor.follow(visitor.button("Post question"));
  await goOn(visitor);
  await seeNotice(visitor, "Your question is posted");
  return new URL(visitor.page.url()).pathname;
}

/** Goes on from the step that shows what may answer a question already, if it is there; a visitor types the password again. */
export async function goOn(visitor, { password } = {}) {
  const different = visitor.button(/^My question is different: /);
  if ((await different.count()) === 0) return;
  await visitor.expectAccessible();
  if (password) await visitor.type(visitor.field("Password", visitor.content), password);
  await visitor.follow(different);
}

export async function answer(visitor, text) {
  await visitor.type(visitor.field("Your text"), text);
  await visitor.follow(visitor.button("Post answer"));
  await seeNotice(visitor, "Your answer is posted");
}

/** What just happened stands at the top of the page, in words. */
export async function seeNotice(visitor, words) {
  const notice = visitor.content.locator(".notice").filter({ hasText: words });
  assert.ok(await notice.first().isVisible(), `"${words}" is not said on ${visitor.page.url()}`);
}

/** A post of the thread at hand that says this. */
export function postThatSays(visitor, words) {
  return visitor.content.getByRole("article").filter({ hasText: words });
}

/** The line of a list of threads with this title. */
export function rowOf(visitor, title) {
  return visitor.content.getByRole("listitem").filter({ hasText: title });
}
