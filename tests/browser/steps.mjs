// Steps that several journeys share: arriving in an account, asking, answering.

import assert from "node:assert/strict";

/** A link of the frame around the page; on a narrow screen it stands in the menu. */
export async function followFrame(visitor, name) {
  const visible = visitor.link(name, visitor.page.getByRole("banner")).filter({ visible: true });
  if ((await visible.count()) === 0) await visitor.disclose(visitor.page.getByRole("banner").locator("summary").last());
  await visitor.follow(visible.first());
}

/** Who looks after a demo forum, as the program printed it. */
export async function administrator(server) {
  const [, email] = await server.printed(/administrator\D*?(\S+@[\w.-]+)/i);
  const [, password] = await server.printed(/password:?\s+(\S+)/i);
  return { email, password };
}

export async function signIn(visitor, { email, password }) {
  await visitor.open("/sign-in");
  await visitor.type(visitor.field(/e-?mail/i), email);
  await visitor.type(visitor.field(/password/i), password);
  await visitor.follow(visitor.button(/sign in/i, visitor.content));
  assert.doesNotMatch(visitor.page.url(), /\/sign-in/, "signing in did not succeed");
}

/** Fills in the sign-up form and confirms the address by the letter. */
export async function signUp(visitor, server, { name, email, password }) {
  await followFrame(visitor, /sign up/i);
  await visitor.expectAccessible();
  await visitor.type(visitor.field(/name/i), name);
  await visitor.type(visitor.field(/e-?mail/i), email);
  await visitor.type(visitor.field(/password/i), password);
  await visitor.follow(visitor.button(/sign up/i, visitor.content));
  await visitor.expectAccessible();
  const letter = await server.letterTo(email);
  const link = letter.links.find((link) => link.includes("/sign-up/confirm/"));
  assert.ok(link, `no confirmation in the letter:\n${letter.text}`);
  await visitor.open(link);
  const confirm = visitor.button(/confirm/i, visitor.content);
  if (await confirm.count()) await visitor.follow(confirm);
}

export async function signOut(visitor) {
  await visitor.disclose(visitor.page.getByRole("banner").locator("summary").last());
  await visitor.follow(visitor.button(/sign out/i));
}
