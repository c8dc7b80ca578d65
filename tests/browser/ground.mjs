// A small forum for a journey to begin on, made by requests in place of clicks: what a journey is not about costs it no time.

import assert from "node:assert/strict";
import { randomUUID } from "node:crypto";
import { request } from "playwright-core";
import { Server } from "./server.mjs";
import { MODES, Visitor } from "./visitor.mjs";

/** What newcomers may: whatever they like. */
const UNLIMITED = { newcomer_links: "0", newcomer_threads: "0", newcomer_replies: "0" };

const PASSWORD = "eleven brass door keys";
/** What an administrator saves so that nobody is taken for a program: what a journey is not about is done at once. */
const TRUSTING = { fewest_seconds: "0", proof_bits: "0" };

/** Sends a form, which must be taken, and gives the address to which it leads. */
export async function send(person, path, fields = {}) {
  const answer = await person.request.post(path, {
    form: fields,
    headers: { "sec-fetch-site": "same-origin" },
    maxRedirects: 0,
  });
  assert.equal(answer.status(), 303, `${path} answered ${answer.status()}:\n${await answer.text()}`);
  return answer.headers().location;
}

/** Sends the form of a page as it stands there, with these fields changed. */
export async function change(person, path, fields) {
  const page = await (await person.request.get(path)).text();
  const form = page.split(`action="${path}"`)[1].split("</form>")[0];
  const standing = {};
  for (const [input] of form.matchAll(/<input [^>]*>/g)) {
    const [name, value] = ["name", "value"].map((part) => input.match(new RegExp(` ${part}="([^"]*)"`))?.[1]);
    const isLeftOut = /type="(checkbox|radio)"/.test(input) && !/ checked/.test(input);
    if (name && !isLeftOut) standing[name] = value ?? "";
  }
  return send(person, path, { ...standing, ...fields });
}

/** Has an administrator take nobody for a program, and let newcomers post as much as they like. */
export async function trustEverybody(keeper) {
  await change(keeper, "/admin/moderation", TRUSTING);
  await change(keeper, "/admin/trust", UNLIMITED);
}

export class Ground {
  /** Starts a forum with an administrator and one category, "Lamps", on which newcomers may post as much as they like. */
  static async lay() {
    const ground = new Ground();
    ground.senders = [];
    ground.server = await Server.start();
    const [, code] = await ground.server.printed(/give the code (\S+)/);
    ground.keeper = await ground.newcomer("Ines Keeper");
    await send(ground.keeper, "/set-up", { code, ...named(ground.keeper) });
    await trustEverybody(ground.keeper);
    await ground.category({ name: "Lamps", audience: "public" });
    return ground;
  }

  async clear() {
    for (const sender of this.senders) await sender.dispose();
    await this.server.stop();
  }

  /** Somebody without an account as yet. */
  async newcomer(name) {
    const email = `${name.toLowerCase().replace(/\W+/g, ".")}@example.com`;
    const person = { name, email, password: PASSWORD };
    person.request = await request.newContext({ baseURL: this.server.url });
    this.senders.push(person.request);
    return person;
  }

  /** People who sign up and confirm their addresses, all at once: for each name somebody who is signed in. */
  async members(...names) {
    return Promise.all(names.map((name) => this.member(name)));
  }

  async member(name) {
    const person = await this.newcomer(name);
    await send(person, "/sign-up", named(person));
    const link = await this.server.linkTo(person.email, "/sign-up/confirm/");
    await send(person, new URL(link).pathname);
    person.id = await numberOf(person);
    return person;
  }

  /** Gives somebody a role: `helper`, `moderator` or `admin`. */
  async promote(person, role) {
    await send(this.keeper, `/admin/people/${person.id}/role`, { role, role_reason: "" });
  }

  async category({ name, audience }) {
    const fields = { name, audience, slug: "", description: "", questions: "true", template: "" };
    await send(this.keeper, "/admin/categories/new", fields);
  }

  /** Asks, and gives the question's address without its words, such as `/threads/7`. */
  async ask(person, title, body, category = "lamps") {
    // The asker has said already that no other thread helps.
    const told = { kind: "question", different: "true", tags: "" };
    const location = await send(person, "/threads/new", { ...told, form_key: randomUUID(), category, title, body });
    return location.match(/\/threads\/\d+/)[0];
  }

  /** Answers below a question, and gives the answer's address. */
  async answer(person, thread, body) {
    const location = await send(person, `${thread}/-/replies`, { form_key: randomUUID(), body });
    return `/replies/${location.match(/reply-(\d+)/)[1]}`;
  }

  /** Comments on a question, and gives the comment's address. */
  async comment(person, thread, words) {
    const location = await send(person, `${thread}/-/comments`, { form_key: randomUUID(), comment: words });
    return `/comments/${location.match(/comment-(\d+)/)[1]}`;
  }

  /** Flags a post: as `spam`, `rude`, `personal` or `off_topic`. */
  async flag(person, piece, reason) {
    const path = piece.startsWith("/threads/") ? `${piece}/-/flag` : `${piece}/flag`;
    await send(person, path, { flag_reason: reason, flag_words: "" });
  }

  /** Somebody who is signed in, in front of a browser; without a person a stranger. */
  async visitor(browser, person, mode = "with a mouse") {
    const visitor = await Visitor.arrive(browser, this.server.url, MODES[mode]);
    if (person) await visitor.context.addCookies(await sessionOf(person));
    return visitor;
  }
}

function named({ name, email, password }) {
  return { name, email, password };
}

/** What keeps somebody signed in, without the notices of what they sent before. */
async function sessionOf(person) {
  const { cookies } = await person.request.storageState();
  return cookies.filter(({ name }) => name.endsWith("session"));
}

/** The number of somebody's own page, as their settings tell it. */
async function numberOf(person) {
  const settings = await person.request.get("/settings");
  return (await settings.text()).match(/\/users\/(\d+)\//)[1];
}
