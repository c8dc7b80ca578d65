// A second factor: set up with an app's codes, asked for after the password, replaced once by a recovery code, and ended.

import assert from "node:assert/strict";
import { createHmac } from "node:crypto";
import { after, before, test } from "node:test";
import { Ground, send } from "./ground.mjs";
import { MODES, Visitor, openBrowser } from "./harness.mjs";
import { seeNotice } from "./steps.mjs";

/** How long a code stands in an app, in milliseconds. */
const STEP = 30_000;

let browser;
let ground;

before(async () => {
  [ground, browser] = await Promise.all([Ground.lay(), openBrowser()]);
});

after(async () => {
  await browser?.close();
  await ground?.clear();
});

/** The code that an app shows (RFC 6238) in this step of time or one after it, of a secret in base 32 as a page reads it out. */
function code(secret, later = 0) {
  const letters = [...secret.replaceAll(" ", "")];
  const bits = letters.map((letter) => "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567".indexOf(letter).toString(2).padStart(5, "0")).join("");
  const key = Buffer.from(bits.match(/.{8}/g).map((byte) => Number.parseInt(byte, 2)));
  const counter = Buffer.alloc(8);
  counter.writeBigUInt64BE(BigInt(Math.floor(Date.now() / STEP) + later));
  const hash = createHmac("sha1", key).update(counter).digest();
  const number = hash.readUInt32BE(hash.at(-1) & 0xf) & 0x7fffffff;
  return String(number % 1_000_000).padStart(6, "0");
}

for (const [nth, mode] of ["with a mouse", "at 360 px without JavaScript"].entries()) {
  test(`a second factor is set up, asked for, replaced by a recovery code, and ended ${mode}`, async () => {
    const person = await ground.member(`Ada Asks ${nth + 1}`);
    const own = await ground.visitor(browser, person, mode);
    const { secret, codes } = await setUp(own, person);
    await signInByCode(person, mode, secret);
    await signInByRecoveryCode(person, mode, codes);
    await end(own, person);
    await own.leave();
  });
}

/** A wrong code turns nothing on; the right one shows the recovery codes, once. */
async function setUp(own, { password }) {
  await own.open("/settings/second-factor");
  await own.expectAccessible();
  await own.type(own.field("Current password"), password);
  await own.follow(own.button("Set up a second factor"));
  await own.expectAccessible();
  const secret = await own.content.locator("code.secret").innerText();
  await own.type(own.field("Code"), code(secret) === "000000" ? "000001" : "000000");
  await own.follow(own.button("Turn it on"));
  assert.match(await own.content.getByRole("alert").innerText(), /not the code that the app should show/);
  await own.expectAccessible();
  assert.equal(await own.content.locator("code.secret").innerText(), secret, "the secret is another one after a slip");
  await own.type(own.field("Code"), code(secret));
  await own.follow(own.button("Turn it on"));
  await own.expectAccessible();
  const codes = await own.content.locator(".recovery-codes code").allInnerTexts();
  assert.equal(new Set(codes).size, 10);
  await own.follow(own.link("I have them"));
  assert.ok(await own.content.getByText("a code is asked for after your password").isVisible());
  assert.equal((await own.page.content()).includes(codes[0]), false, "the recovery codes are shown again");
  await own.expectAccessible();
  return { secret, codes };
}

/** Gives the password in a browser of its own, which leads to the form that asks for a code. */
async function givePassword({ email, password }, mode) {
  const other = await Visitor.arrive(browser, ground.server.url, MODES[mode]);
  await other.open("/sign-in?back=/settings/sessions");
  await other.type(other.field("E-mail address"), email);
  await other.type(other.field("Password"), password);
  await other.follow(other.button("Sign in", other.content));
  assert.ok(await other.content.getByRole("heading", { name: "Enter your code" }).isVisible());
  return other;
}

async function give(other, text) {
  await other.type(other.field("Code"), text);
  await other.follow(other.button("Sign in", other.content));
}

const isIn = (other) => new URL(other.page.url()).pathname === "/settings/sessions";

/** The password alone opens nothing; the next code signs in, and the same one no second time. */
async function signInByCode(person, mode, secret) {
  const other = await givePassword(person, mode);
  await other.expectAccessible();
  await other.open("/settings/sessions");
  assert.equal(isIn(other), false, "the password alone signs in");
  await other.open("/sign-in/code?back=/settings/sessions");
  const next = code(secret, 1);
  await give(other, next);
  assert.ok(isIn(other), `a code leads to ${other.page.url()}`);
  await other.leave();
  const again = await givePassword(person, mode);
  await give(again, next);
  assert.match(await again.content.getByRole("alert").innerText(), /not right, or was used already/);
  await again.expectAccessible();
  await again.leave();
}

/** A recovery code signs in once. */
async function signInByRecoveryCode(person, mode, codes) {
  const other = await givePassword(person, mode);
  await give(other, codes[3]);
  assert.ok(isIn(other), `a recovery code leads to ${other.page.url()}`);
  await other.open("/settings/second-factor");
  assert.match(await other.content.innerText(), /9 recovery codes/);
  await other.leave();
  const again = await givePassword(person, mode);
  await give(again, codes[3]);
  assert.match(await again.content.getByRole("alert").innerText(), /not right, or was used already/);
  await again.leave();
}

/** It is ended by the password, which alone signs in from then on. */
async function end(own, { email, password }) {
  await own.open("/settings/second-factor");
  await own.type(own.field("Current password").last(), password);
  await own.follow(own.button("End the second factor"));
  await seeNotice(own, "No code is asked for any more");
  await own.expectAccessible();
  const elsewhere = await ground.newcomer("Somewhere else");
  assert.equal(await send(elsewhere, "/sign-in", { email, password, back: "/settings/sessions" }), "/settings/sessions");
}
