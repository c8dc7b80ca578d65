// What strangers write to run their script in a reader's browser (payloads.mjs) comes through every door that takes text, and is
// read in a browser that heeds no content security policy: what makes texts safe has to hold by itself. No script runs, no
// dialog opens, no request leaves, and nothing that could do so stands in a page.

import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { after, before, describe, test } from "node:test";
import { trustEverybody } from "./ground.mjs";
import { Server, command, newDataDir, openBrowser, removeDataDir } from "./harness.mjs";
import { NOWHERE_ELSE, arriveUnprotected, dump, linksIn, pagesOf, read, send } from "./hostile.mjs";
import { waitForLetter } from "./letters.mjs";
import { LEAK, PAYLOADS, SOME } from "./payloads.mjs";
import { enrol, introduce, signIn } from "./steps.mjs";

const TRIED = process.env.TANYA_TEST_LONG ? PAYLOADS : SOME;
const SECRET = "a-secret-of-the-mail-server";
const ROOT = { name: "Root", email: "root@example.com", password: "eleven brass door keys" };
const BOB = { name: "Bob Knows", email: "bob@example.com", password: "four rusty rain gauges" };
/** A picture of one dot. */
const DOT = "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR4nGNgAAAAAgABSK+kcQAAAABJRU5ErkJggg==";

let askForm;
let bob;
let browser;
let dataDir;
let root;
let server;

function rows(statement) {
  const program = "import sqlite3, sys\ndb = sqlite3.connect(sys.argv[1], timeout=20)\nprint(*[row[0] for row in db.execute(sys.argv[2])], sep='\\n')\ndb.commit()";
  const done = spawnSync("python3", ["-c", program, join(dataDir, "tanya.db"), statement], { encoding: "utf8" });
  assert.equal(done.status, 0, done.stderr);
  return done.stdout.split("\n").filter((line) => line !== "");
}

async function until(isSo, what) {
  const latest = Date.now() + 120_000;
  while (!isSo()) {
    assert.ok(Date.now() < latest, `in vain: ${what}`);
    await new Promise((done) => setTimeout(done, 200));
  }
}

async function start(port) {
  const variables = { TANYA_MAIL_INCOMING: "reply@forum.example.org", TANYA_INCOMING_SECRET: SECRET, TANYA_RATE_LIMITS: "off" };
  return Server.start({ dataDir, port, variables });
}

async function rootAsks(title) {
  const { path } = await send(root, askForm, "^/threads/new", { title, body: "It began on Tuesday.", tags: "", kind: "question" });
  assert.match(path, /^\/threads\/\d+/);
  return path;
}

async function setUp() {
  const [, code] = await server.printed(/give the code (\S+)/);
  root = await arriveUnprotected(browser, server);
  await root.open("/set-up");
  await root.type(root.field(/code/i, root.content), code);
  await introduce(root, ROOT);
  await root.page.locator("main form button[type=submit]").click();
  await root.page.waitForURL((url) => url.pathname !== "/set-up");
  await trustEverybody({ request: root.context.request });
  const [category] = await linksIn(root, ["/"], "^/categories/");
  askForm = `/threads/new?category=${category.split("/")[2].split("?")[0]}`;
  await enrol(browser, server, [BOB]);
  bob = await arriveUnprotected(browser, server);
  await signIn(bob, BOB);
}

const tallies = (count) => Array.from({ length: count }, () => ({ sent: 0, taken: 0 }));

/** Sends what the form has to take, and counts whether it did: only what is kept can be read by others. */
async function give(tally, path, leadsTo, fields) {
  const sent = await send(root, path, leadsTo, fields);
  tally.sent += 1;
  tally.taken += Number(sent.status < 400);
  return sent;
}

/** Some are refused, such as what is nothing but invisible signs. */
function seeThatMostWereTaken({ sent, taken }, what) {
  assert.ok(sent > 0 && taken >= sent * 0.9, `${taken} of ${sent} ${what} were taken`);
}

/** Has bob answer a question of root. */
async function bobAnswers(path) {
  await send(bob, path, "/replies$", { body: "Half a turn." });
  return path.match(/^\/threads\/(\d+)/)[1];
}

describe("scripts of strangers", () => {
  before(async () => {
    browser = await openBrowser(NOWHERE_ELSE);
    dataDir = await newDataDir();
    await dump(join(dataDir, "dump"), TRIED);
    await command(dataDir, "import", "--create", "stackexchange", join(dataDir, "dump"));
    server = await start();
    await setUp();
  });

  after(async () => {
    await browser?.close();
    await server?.stop();
    if (dataDir) await removeDataDir(dataDir);
  });

  test("in an imported dump run nowhere", async () => {
    const lists = await pagesOf(root, "/threads");
    const threads = await linksIn(root, lists, "^/threads/\\d+/");
    assert.ok(threads.length >= TRIED.length * 0.9, `${threads.length} threads of ${TRIED.length} were imported`);
    const people = await linksIn(root, threads, "^/users/\\d+/");
    await read(root, [...lists, ...threads, ...people, "/tags", "/", "/reports", "/admin/people", "/admin/tags"]);
    const visitor = await arriveUnprotected(browser, server);
    await read(visitor, [...lists, ...threads]);
    await visitor.leave();
  });

  test("in titles, texts, answers, comments, tags, reasons and flags run nowhere", async () => {
    const paths = [];
    for (const payload of TRIED) {
      await send(root, askForm, "^/threads/new", { title: "Which tags are these?", body: payload, tags: payload, kind: "question" });
      const { path } = await send(root, askForm, "^/threads/new", { title: payload, body: payload, tags: "x", kind: "question" });
      // Some are refused, such as a title that is nothing but invisible signs; the form gives them back.
      const at = /^\/threads\/\d+/.test(path) ? path : (await send(root, askForm, "^/threads/new", { title: "Plain words here", body: payload, tags: "x", kind: "question" })).path;
      if (!/^\/threads\/\d+/.test(at)) continue;
      const [, id] = at.match(/^\/threads\/(\d+)/);
      await send(root, at, "/replies$|/reply$", { body: payload });
      await send(root, at, "comments?$", { comment: payload });
      await send(root, `/threads/${id}/-/edit`, "/edit$", { title: `${payload} again`, body: `${payload}\n\nagain`, reason: payload });
      paths.push(at, `/threads/${id}/-/history`, `/threads/${id}/-/edit`);
    }
    assert.ok(paths.length >= TRIED.length * 2.5, `${paths.length / 3} questions of ${TRIED.length} could be asked`);
    await read(root, [...paths, ...(await pagesOf(root, "/threads?sort=new")), "/moderation/log", "/notifications", "/settings/watching"]);
  });

  test("in what is asked for, and given back by forms, run nowhere", async () => {
    const paths = TRIED.flatMap((payload) => {
      const words = encodeURIComponent(payload.replace(/[\ud800-\udfff]/g, ""));
      return [`/search?q=${words}`, `/threads?tag=${words}`, `/sign-in?back=${words}`, `/threads/new?q=${words}`, `/${words}`, `/tags?q=${words}`, `/admin/people?q=${words}`];
    });
    const visitor = await arriveUnprotected(browser, server);
    await read(visitor, paths.filter((path) => !path.startsWith("/admin")));
    await visitor.leave();
    await read(root, paths.filter((path) => path.startsWith("/admin")));
    await read(root, ["/reports/searches", "/reports"]);
  });

  test("in names and what somebody says of themselves run nowhere", async () => {
    const profile = (await linksIn(root, ["/settings"], "^/users/\\d+")).at(0) ?? "/users/1";
    const [tally] = tallies(1);
    for (const payload of TRIED) {
      await send(root, "/settings", "^/settings$", { name: payload, about: payload });
      await give(tally, "/settings", "^/settings$", { name: ROOT.name, about: payload });
      await read(root, ["/settings", profile]);
    }
    seeThatMostWereTaken(tally, "words about oneself");
  });

  test("in articles, categories, sections, tags and the forum's own words run nowhere", async () => {
    const paths = new Set(["/articles", "/articles/faq", "/moderation/articles", "/admin/categories", "/admin/sections", "/"]);
    const [articles, appearances, categories] = tallies(3);
    await send(root, "/admin/sections/new", "^/admin/sections/new", { name: "Words", description: "" });
    for (const payload of TRIED) {
      await send(root, "/admin/sections/new", "^/admin/sections/new", { name: payload, description: payload });
      await send(root, "/articles/new", "^/articles/new", { title: "Which tags?", short_answer: payload, body: payload, tags: payload });
      const { path } = await give(articles, "/articles/new", "^/articles/new", { title: payload, short_answer: payload, body: payload, tags: "x" });
      if (/^\/articles\/\d+/.test(path)) {
        const [, id] = path.match(/^\/articles\/(\d+)/);
        await send(root, path, "/state$", { to: "published" });
        paths.add(path).add(`/articles/${id}/-/history`).add(`/articles/${id}/-/edit`);
      }
      await send(root, "/admin/appearance", "^/admin/appearance$", { footer_links: `words ${payload}` });
      await give(appearances, "/admin/appearance", "^/admin/appearance$", { site_name: payload.slice(0, 40), welcome: payload, footer_links: "" });
      await read(root, ["/admin/appearance", "/"]);
    }
    for (const [place, payload] of TRIED.slice(0, 40).entries()) {
      await give(categories, "/admin/categories/new", "^/admin/categories/new", { name: `${payload} ${place}`.slice(-60), slug: `c${place}`, description: payload, template: `${payload}\n*${payload}` });
      paths.add(`/categories/c${place}`).add(`/admin/categories/c${place}`).add(`/threads/new?category=c${place}`);
    }
    seeThatMostWereTaken(articles, "articles");
    assert.ok(paths.size > TRIED.length * 2, "articles could be written");
    seeThatMostWereTaken(appearances, "appearances");
    seeThatMostWereTaken(categories, "categories");
    await read(root, [...paths]);
  });

  test("in incoming mail run nowhere", async () => {
    const path = await rootAsks("What is answered by mail?");
    const id = await bobAnswers(path);
    await until(() => rows(`select count(*) from thread_letters where thread_id = ${id}`)[0] === "1", "a letter waits");
    rows(`update thread_letters set due_at = '2020-01-01 00:00:00' where thread_id = ${id}`); // not until others might come along
    const { headers } = await waitForLetter(server.letters, ROOT.email, ({ subject }) => subject.includes("answered by mail"));
    for (const [place, payload] of TRIED.entries()) {
      const named = `=?utf-8?B?${Buffer.from(payload.slice(0, 40)).toString("base64")}?=`;
      const html = Buffer.from(`<p>words before</p>${payload}<p>words after</p>`).toString("base64");
      const raw = [
        `From: ${named} <${ROOT.email}>`, `To: ${headers["reply-to"]}`, `Subject: ${named}`, `Message-ID: <script-${place}@mail.example.com>`, "Date: Fri, 27 Nov 2026 10:00:00 +0000",
        "MIME-Version: 1.0", "Content-Type: text/html; charset=utf-8", "Content-Transfer-Encoding: base64", "", html, "",
      ].join("\r\n");
      const sent = await fetch(`${server.url}/incoming/mail`, { method: "POST", body: raw, headers: { authorization: `Bearer ${SECRET}`, "content-type": "message/rfc822" } });
      assert.equal(sent.status, 200);
    }
    await until(() => rows("select count(*) from incoming_messages where read_at is null")[0] === "0", "incoming mail is read");
    const [posted] = rows("select count(*) from incoming_messages where outcome = 'posted'");
    assert.ok(Number(posted) > TRIED.length * 0.8, `${posted} of ${TRIED.length} were posted`);
    await read(root, [...(await pagesOf(root, path)), ...(await pagesOf(root, "/admin/incoming"))]);
  });

  test("in what askers say to a survey run nowhere", async () => {
    const path = await rootAsks("What is asked back about?");
    const id = await bobAnswers(path);
    await root.open(path);
    await root.page.getByRole("button", { name: /^This solved it/ }).click();
    await root.page.waitForLoadState();
    await until(() => rows(`select count(*) from question_outcomes where thread_id = ${id} and resolved_at is not null`)[0] === "1", "the outcome follows");
    await server.stop();
    const older = ["asked_at", "answered_at", "resolved_at"].map((column) => `${column} = datetime(${column}, '-3 days')`);
    rows(`update question_outcomes set ${older.join(", ")} where thread_id = ${id}`);
    server = await start(new URL(server.url).port);
    const link = new URL(await server.linkTo(ROOT.email, "/letters/survey/")).pathname;
    for (const payload of TRIED) {
      await send(root, link, "/letters/survey/", { rating: "5", effort: "1", comment: payload });
      await read(root, ["/reports/comments", link]);
    }
  });

  test("in documents run nowhere", async () => {
    const documents = ["terms", "privacy", "imprint"];
    for (let place = 0; place < TRIED.length; place += documents.length) {
      for (const [nth, document] of documents.entries()) {
        await send(root, `/admin/documents/${document}`, `^/admin/documents/${document}$`, { body: TRIED[(place + nth) % TRIED.length] });
      }
      await read(root, [...documents.map((document) => `/about/${document}`), "/consent"]);
    }
  });

  test("in names and descriptions of files run nowhere", async () => {
    const many = { newcomer_a_day: "1000", member_a_day: "1000", regular_a_day: "1000" };
    await send(root, "/admin/uploads", "^/admin/uploads$", many);
    const paths = new Set();
    const files = [];
    for (const [place, payload] of TRIED.entries()) {
      const path = await rootAsks(`What is in file ${place}?`);
      await send(root, path, "/replies$", { body: "A picture.", alt: payload }, { name: `${payload}.png`, base64: DOT });
      await send(bob, path, "/replies$", { body: "A file." }, { name: payload, text: `Words ${place}` });
      // What looks like a drawing or a page is refused.
      await send(bob, path, "/replies$", { body: "Another file." }, { name: `${place}.txt`, text: `${payload} ${place}` });
      paths.add(path);
      files.push(...(await linksIn(root, [path], "^/uploads/")));
    }
    assert.ok(files.length >= TRIED.length * 0.9, `${files.length} files of ${TRIED.length} were kept`);
    await read(root, [...paths, ...(await pagesOf(root, "/threads?sort=new"))]);
    const pictures = Number(rows("select count(*) from uploads where width is not null")[0]);
    assert.ok(pictures >= TRIED.length * 0.9, `${pictures} pictures of ${TRIED.length} were kept`);
    for (const path of files) {
      const given = await fetch(`${server.url}${path}`);
      assert.match(given.headers.get("content-disposition"), /^attachment;/, path);
      assert.equal(given.headers.get("x-content-type-options"), "nosniff", path);
    }
  });

  test("in what moderators and those who flag write run nowhere", async () => {
    const profile = (await linksIn(bob, ["/settings"], "^/users/\\d+"))[0];
    const person = `/moderation/people/${profile.split("/")[2]}`;
    const [contacts, closings, openings] = tallies(3);
    const paths = new Set(["/moderation", "/moderation/log", person, "/admin/groups", "/settings/canned-replies", "/admin/asking"]);
    for (const [place, payload] of TRIED.entries()) {
      const path = await rootAsks(`What is wrong with ${place}?`);
      const thread = `/threads/${path.split("/")[2]}`;
      await send(bob, `${thread}/-/flag`, "/flag$", { flag_reason: "other", flag_words: payload });
      if (place % 40 === 39) rows("update flags set flagged_at = '2020-01-01 00:00:00'"); // nobody flags more than fifty a day
      await send(root, person, "/notes$", { note: payload });
      await send(root, "/settings/canned-replies", "/canned-replies$", { canned_title: `${payload} ${place}`.slice(0, 60), canned_body: payload });
      await send(root, "/admin/groups", "/groups$", { name: `${place} ${payload}`.slice(0, 40), description: payload });
      await send(root, "/admin/asking", "^/admin/asking$", { contact_label: payload.slice(0, 40), contact_address: payload });
      await give(contacts, "/admin/asking", "^/admin/asking$", { contact_label: payload.slice(0, 40), contact_address: "https://example.org/help" });
      await bobAnswers(path);
      const closed = await give(closings, path, "/close$", { close_reason: "off_topic", close_note: payload });
      if (closed.status < 400) await give(openings, path, "/reopen$", { reopen_reason: payload });
      await send(root, path, "^/replies/\\d+.*/delete$", { reason: payload });
      paths.add(thread);
    }
    seeThatMostWereTaken(contacts, "contacts");
    seeThatMostWereTaken(closings, "closings");
    seeThatMostWereTaken(openings, "openings");
    const [noted, flagged] = ["staff_notes", "flags"].map((table) => Number(rows(`select count(*) from ${table}`)[0]));
    assert.ok(noted >= TRIED.length * 0.9 && flagged >= TRIED.length * 0.9, `${noted} notes, ${flagged} flags of ${TRIED.length}`);
    await read(root, [...paths, ...(await linksIn(root, ["/admin/groups"], "^/admin/groups/\\d+")), ...(await pagesOf(root, "/moderation/log"))]);
  });

  // The last: what it leaves behind would be told of in all the others.
  test("would be told if they were shown as they came", async () => {
    const visitor = await arriveUnprotected(browser, server);
    const told = [
      ["<img src=x onerror=alert(1)>", "dialog: 1"],
      ["<script>alert(1)</script>", "dialog: 1"],
      [`<img src="https://${LEAK}/1">`, `https://${LEAK}/1`],
      ['<a href="java&#9;script:alert(1)">words</a>'],
      ['<p style="color:red">words</p>'],
    ];
    for (const [html, what] of told) {
      const path = await rootAsks("What would be told?");
      rows(`update threads set body_html = '${html}' where id = ${path.split("/")[2]}`);
      await assert.rejects(read(visitor, [path]), { message: /^in \/threads/ }, html);
      if (what) await until(() => visitor.left.includes(what), html);
      visitor.left.length = 0;
    }
    visitor.complaints.length = 0; // what was asked for elsewhere did not come
    await visitor.leave();
  });
});
