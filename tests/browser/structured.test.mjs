// What search engines are told of the demo forum, judged by others: Adobe's validator of Google's rich results, and the
// vocabulary of schema.org as the types that Google publishes; and the fields that Google documents as required.

import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import { rm, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { after, before, test } from "node:test";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import Validator from "@adobe/structured-data-validator";
import WebAutoExtractor from "@marbec/web-auto-extractor";
import { Server } from "./harness.mjs";

const HERE = dirname(fileURLToPath(import.meta.url));
const run = promisify(execFile);

let server;

before(async () => {
  server = await Server.start({ args: ["demo"] });
});

after(async () => {
  await server?.stop();
});

async function page(path) {
  const answer = await fetch(new URL(path, server.url));
  assert.equal(answer.status, 200, path);
  return answer.text();
}

/** The first link on a page that leads to a thread. */
async function firstThread(path) {
  const found = (await page(path)).matchAll(/href="(\/threads\/\d+\/[^"?#]+)"/g);
  return found.next().value[1];
}

/** The blocks of a page, as they stand there. */
function blocks(html) {
  const found = html.matchAll(/<script type="application\/ld\+json">(.*?)<\/script>/gs);
  return [...found].map(([, json]) => JSON.parse(json));
}

const PAGES = {
  "a resolved question": { path: () => firstThread("/threads?is=resolved&sort=votes"), kinds: ["QAPage", "BreadcrumbList"] },
  "a discussion": { path: () => firstThread("/categories/ideas"), kinds: ["DiscussionForumPosting", "BreadcrumbList"] },
  "an announcement": { path: () => firstThread("/categories/news"), kinds: ["DiscussionForumPosting", "BreadcrumbList"] },
  "a category": { path: () => "/categories/devices", kinds: ["BreadcrumbList"] },
  "a tag": { path: () => "/tags/hub", kinds: ["BreadcrumbList"] },
};

/** What Google requires: developers.google.com/search/docs/appearance/structured-data. */
const REQUIRED = {
  QAPage: ["mainEntity"],
  Question: ["answerCount", "name", ["acceptedAnswer", "suggestedAnswer"]],
  Answer: ["text"],
  DiscussionForumPosting: ["author", "datePublished", ["text", "image", "video"]],
  Comment: ["author", "datePublished", ["text", "image", "video"]],
  Person: ["name"],
  BreadcrumbList: ["itemListElement"],
  ListItem: ["position", "name", "item"],
  InteractionCounter: ["interactionType", "userInteractionCount"],
};

function missing(thing) {
  if (Array.isArray(thing)) return thing.flatMap(missing);
  if (thing === null || typeof thing !== "object") return [];
  const required = REQUIRED[thing["@type"]] ?? [`nothing is known of ${thing["@type"]}`];
  const lacks = required.filter((field) => ![field].flat().some((name) => name in thing && thing[name] !== ""));
  return [...lacks.map((field) => `${thing["@type"]} lacks ${field}`), ...Object.values(thing).flatMap(missing)];
}

for (const [name, { path, kinds }] of Object.entries(PAGES)) {
  test(`the structured data of ${name} is in order`, async () => {
    const html = await page(await path());
    const found = blocks(html);
    assert.deepEqual(found.map((block) => block["@type"]), kinds);
    assert.deepEqual(missing(found), []);
    assert.deepEqual(await judged(html), []);
  });
}

/** What Adobe's validator finds wrong. */
async function judged(html) {
  const extracted = new WebAutoExtractor({ addLocation: true }).parse(html);
  return [...(extracted.errors ?? []), ...(await new Validator().validate(extracted))];
}

test("the validator does look", async () => {
  const html = await page("/categories/devices");
  assert.notDeepEqual(await judged(html.replaceAll('"item":', '"thing":').replaceAll('"position":', '"place":')), []);
});

test("the structured data knows only words of schema.org", async () => {
  const lines = ['import type { Thing, WithContext } from "schema-dts";'];
  for (const { path } of Object.values(PAGES)) {
    for (const block of blocks(await page(await path()))) {
      lines.push(`export const x${lines.length}: WithContext<Thing> = ${JSON.stringify(block, asReference)};`);
    }
  }
  const refused = await compile(lines);
  assert.equal(refused, "");
  // The compiler does look: a made-up word is refused.
  assert.match(await compile([lines[0], 'export const x: WithContext<Thing> = { "@context": "https://schema.org", "@type": "QAPage", madeUp: 1 };']), /madeUp/);
});

/** Google documents the kind of an interaction as a bare address; the vocabulary knows it as a reference to one. */
function asReference(name, value) {
  return name === "interactionType" ? { "@id": value } : value;
}

/** What the compiler says of a source; nothing when it is content. */
async function compile(lines) {
  const source = join(HERE, `structured-${process.pid}.check.ts`);
  await writeFile(source, lines.join("\n"));
  const compiler = join(HERE, "node_modules/typescript/bin/tsc");
  const settings = ["--noEmit", "--strict", "--skipLibCheck", "--target", "es2022", "--module", "nodenext"];
  try {
    await run(process.execPath, [compiler, ...settings, source]);
    return "";
  } catch (refusal) {
    return refusal.stdout || String(refusal);
  } finally {
    await rm(source, { force: true });
  }
}
