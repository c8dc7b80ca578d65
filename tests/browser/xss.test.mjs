// What strangers write to run their script in a reader's browser (payloads.mjs) comes through every door that takes text, and is
// read in a browser that heeds no content security policy: what makes texts safe has to hold by itself. No script runs, no
// dialog opens, no request leaves, and nothing that could do so stands in a page.

import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { after, before, describe, test } from "node:test";
import { Server, Visitor, command, newDataDir, openBrowser, removeDataDir } from "./harness.mjs";
import { waitForLetter } from "./letters.mjs";
import { PAYLOADS, SOME } from "./payloads.mjs";
import { answer, enrol, introduce, signIn } from "./steps.mjs";

const TRIED = process.env.TANYA_TEST_LONG ? PAYLOADS : SOME;
const SECRET = "a-secret-of-the-mail-server";
const ROOT = { name: "Root", email: "root@example.com", password: "eleven brass door keys" };
const BOB = { name: "Bob Knows", email: "bob@example.com", password: "four rusty rain gauges" };
const AT_ONCE = 4;

let askForm;
let browser;
let dataDir;
let root;
let server;

/** Signs that no XML file can hold, whatever stands for them. */
const NOT_IN_XML = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g;

function attribute(text) {
  const signs = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "\n": "&#xA;", "\r": "&#xD;", "\t": "&#x9;" };
  return text.replace(NOT_IN_XML, "").replace(/[&<>"\n\r\t]/g, (sign) => signs[sign]);
}

function xml(noun, rows) {
  const lines = rows.map((row) => `<row ${Object.entries(row).map(([name, text]) => `${name}="${attribute(String(text))}"`).join(" ")} />`);
  return `<?xml version="1.0" encoding="utf-8"?>\n<${noun}>\n${lines.join("\n")}\n</${noun}>\n`;
}

/** A dump whose every text is a payload: people and what they say of themselves, titles, texts, tags, comments, names of the past. */
async function dump(folder) {
  await mkdir(folder, { recursive: true });
  const at = "2024-03-02T10:00:00.000";
  const posts = TRIED.flatMap((payload, place) => [
    { Id: 2 * place + 1, PostTypeId: 1, CreationDate: at, Score: 1, ViewCount: 1, Body: payload, OwnerUserId: place + 1, Title: payload, Tags: `<${payload}>` },
    { Id: 2 * place + 2, PostTypeId: 2, ParentId: 2 * place + 1, CreationDate: at, Score: 1, Body: `<p>${payload}</p>`, OwnerDisplayName: payload },
  ]);
  const files = {
    users: TRIED.map((payload, place) => ({ Id: place + 1, DisplayName: payload, CreationDate: at, AboutMe: payload, Location: payload, WebsiteUrl: payload })),
    posts,
    comments: TRIED.map((payload, place) => ({ Id: place + 1, PostId: 2 * place + 1, Score: 0, Text: payload, CreationDate: at, UserDisplayName: payload })),
    tags: TRIED.map((payload, place) => ({ Id: place + 1, TagName: payload, Count: 1 })),
    votes: [],
    postlinks: [],
  };
  for (const [noun, rows] of Object.entries(files)) {
    const name = { postlinks: "PostLinks" }[noun] ?? noun[0].toUpperCase() + noun.slice(1);
    await writeFile(join(folder, `${name}.xml`), xml(noun, rows));
  }
}

/** A browser that heeds no policy, and remembers every dialog and every request that leaves. */
async function reader() {
  const visitor = await Visitor.arrive(browser, server.url, { viewport: { width: 1280, height: 800 }, bypassCSP: true });
  visitor.left = [];
  visitor.context.on("page", (page) => page.on("dialog", (dialog) => dialog.dismiss().catch(() => {})));
  await visitor.context.route("**/*", (route) => {
    const { origin, protocol } = new URL(route.request().url());
    if (origin === server.url) return route.continue();
    if (protocol !== "data:" || route.request().isNavigationRequest()) visitor.left.push(route.request().url());
    return route.abort();
  });
  visitor.watchPage = (page) => {
    page.on("dialog", (dialog) => {
      visitor.left.push(`dialog: ${dialog.message()}`);
      dialog.dismiss().catch(() => {});
    });
    return page;
  };
  visitor.watchPage(visitor.page);
  return visitor;
}

/** In the page: everything that could run or ask for something, though nobody touched it; then everything is touched. */
function findWhatCouldRun() {
  const found = [];
  const isSafe = (address) => {
    const scheme = /^[\u0000-\u0020]*([^/?#:]*):/.exec(address.replace(/[\t\n\r]/g, ""))?.[1].toLowerCase();
    return scheme === undefined || ["http", "https", "mailto", "tel"].includes(scheme);
  };
  // The forum's own icon, in the colour that was chosen for it.
  const isIcon = (element, address) => element.matches("head > link[rel=icon]") && /^data:image\/svg\+xml;base64,[A-Za-z0-9+/=]+$/.test(address);
  const loads = new Set(["IMG", "SOURCE", "VIDEO", "AUDIO", "TRACK", "INPUT", "LINK", "SCRIPT", "IMAGE", "USE"]);
  for (const element of document.querySelectorAll("*")) {
    const name = element.tagName.toUpperCase();
    const isData = name === "SCRIPT" && element.type === "application/ld+json";
    if (["IFRAME", "OBJECT", "EMBED", "BASE", "FRAME", "FRAMESET", "APPLET", "PORTAL", "STYLE", "ANIMATE", "SET", "FOREIGNOBJECT", "MATH"].includes(name)) found.push(element.outerHTML);
    if (name === "SCRIPT" && !isData && !new URL(element.src, location.href).pathname.startsWith("/assets/")) found.push(element.outerHTML);
    if (name === "META" && element.httpEquiv) found.push(element.outerHTML);
    for (const { name: attributeName, value } of element.attributes) {
      if (attributeName.startsWith("on") || attributeName === "style" || attributeName === "srcdoc") found.push(element.outerHTML);
      if (["href", "src", "action", "formaction", "xlink:href", "data", "poster", "background", "srcset", "ping", "manifest"].includes(attributeName)) {
        if (isIcon(element, value)) continue;
        const isForeign = loads.has(name) && !["canonical", "alternate"].includes(element.rel) && new URL(value, location.href).origin !== location.origin;
        if (!isSafe(value) || isForeign) found.push(element.outerHTML);
      }
    }
    for (const event of ["mouseover", "pointerenter", "focus", "animationstart", "transitionend", "toggle", "load", "error"]) {
      if (element.closest("main")) element.dispatchEvent(new Event(event));
    }
  }
  return found;
}

/** Opens pages, several at once, and fails for the first in which something ran, could run, or asked for something elsewhere. */
async function read(visitor, paths) {
  const waiting = [...new Set(paths)];
  const seen = [];
  await Promise.all(
    Array.from({ length: AT_ONCE }, async () => {
      const page = visitor.watchPage(await visitor.context.newPage());
      for (let path = waiting.shift(); path !== undefined; path = waiting.shift()) {
        const answer = await page.goto(path, { waitUntil: "load" });
        assert.ok(answer.status() < 500, `${answer.status()} from ${path}`);
        assert.deepEqual(await page.evaluate(findWhatCouldRun), [], `in ${path}`);
        assert.deepEqual(visitor.left.splice(0), [], `left from ${path}`);
        seen.push(path);
      }
      await page.close();
    }),
  );
  return seen.length;
}

/** In the page of somebody: sends a form as they would, found by where it leads; what it says beside `fields` stays as it is. */
async function send(visitor, path, leadsTo, fields) {
  const sent = await visitor.page.evaluate(
    async ([path, leadsTo, fields]) => {
      const page = await fetch(path);
      const document = new DOMParser().parseFromString(await page.text(), "text/html");
      const form = [...document.forms].find((form) => new RegExp(leadsTo).test(form.getAttribute("action") ?? path));
      if (!form) return { problem: `no form leads to ${leadsTo} on ${path} (${page.status})` };
      const data = new URLSearchParams([...new FormData(form)].filter(([, value]) => typeof value === "string"));
      for (const [name, value] of Object.entries(fields)) data.set(name, value);
      const action = form.getAttribute("action") ?? path;
      let answer = await fetch(action, { method: "POST", body: data });
      const text = await answer.text();
      if (text.includes('name="different"')) {
        const step = new DOMParser().parseFromString(text, "text/html");
        const again = [...step.forms].find((form) => form.querySelector('[name="different"]'));
        const more = new URLSearchParams(new FormData(again));
        more.set("different", "yes");
        answer = await fetch(again.getAttribute("action"), { method: "POST", body: more });
      }
      return { status: answer.status, path: new URL(answer.url).pathname };
    },
    [path, leadsTo, fields],
  );
  assert.equal(sent.problem, undefined);
  assert.ok(sent.status < 500, `${sent.status} from ${leadsTo} for ${JSON.stringify(fields)}`);
  return sent;
}

/** The addresses of a list's pages, from the first to the last. */
async function pagesOf(visitor, first) {
  const found = [first];
  for (let path = first; path; ) {
    path = await visitor.page.evaluate(async (path) => {
      const document = new DOMParser().parseFromString(await (await fetch(path)).text(), "text/html");
      return document.querySelector('a[rel~="next"]')?.getAttribute("href");
    }, path);
    if (path) found.push(path);
  }
  return found;
}

/** What the pages of a list lead to. */
async function linksIn(visitor, lists, pattern) {
  const found = await visitor.page.evaluate(
    async ([lists, pattern]) => {
      const links = [];
      for (const path of lists) {
        const document = new DOMParser().parseFromString(await (await fetch(path)).text(), "text/html");
        links.push(...[...document.querySelectorAll("main a[href]")].map((link) => link.getAttribute("href")));
      }
      return links.filter((link) => new RegExp(pattern).test(link));
    },
    [lists, pattern],
  );
  return [...new Set(found.map((link) => link.replace(/#.*/, "")))];
}

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
  root = await reader();
  await root.open("/set-up");
  await root.type(root.field(/code/i, root.content), code);
  await introduce(root, ROOT);
  await root.page.locator("main form button[type=submit]").click();
  await root.page.waitForURL((url) => url.pathname !== "/set-up");
  const [category] = await linksIn(root, ["/"], "^/categories/");
  askForm = `/threads/new?category=${category.split("/")[2].split("?")[0]}`;
}

describe("scripts of strangers", () => {
  before(async () => {
    browser = await openBrowser();
    dataDir = await newDataDir();
    await dump(join(dataDir, "dump"));
    await command(dataDir, "import", "--create", "stackexchange", join(dataDir, "dump"));
    server = await start();
    await setUp();
  });

  after(async () => {
    await browser?.close();
    await server?.stop();
    if (dataDir) await removeDataDir(dataDir);
  });

  test("a browser that heeds no policy would tell", async () => {
    const visitor = await reader();
    await visitor.open("/about/permissions");
    const found = await visitor.page.evaluate((source) => {
      document.querySelector("main").insertAdjacentHTML("beforeend", `<img src=x onerror="alert(1)"><a href="java&#9;script:1">a</a><img src="https://leak.invalid/1">`);
      return new Function(`return (${source})()`)();
    }, findWhatCouldRun.toString());
    assert.equal(found.length, 3);
    await visitor.page.waitForTimeout(300);
    assert.ok(visitor.left.includes("dialog: 1") && visitor.left.includes("https://leak.invalid/1"), JSON.stringify(visitor.left));
    visitor.complaints.length = 0; // that it was not let through
    await visitor.leave();
  });

  test("in an imported dump run nowhere", async () => {
    const lists = await pagesOf(root, "/threads");
    const threads = await linksIn(root, lists, "^/threads/\\d+/");
    assert.ok(threads.length >= TRIED.length * 0.9, `${threads.length} threads of ${TRIED.length} were imported`);
    const people = await linksIn(root, threads, "^/users/\\d+/");
    await read(root, [...lists, ...threads, ...people, "/tags", "/", "/reports", "/admin/people", "/admin/tags"]);
    const visitor = await reader();
    await read(visitor, [...lists, ...threads]);
    await visitor.leave();
  });

  test("in titles, texts, answers, comments, tags, reasons and flags run nowhere", async () => {
    const paths = [];
    for (const payload of TRIED) {
      const { path } = await send(root, askForm, "^/threads/new", { title: payload, body: payload, tags: payload, kind: "question" });
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
    const visitor = await reader();
    await read(visitor, paths.filter((path) => !path.startsWith("/admin")));
    await visitor.leave();
    await read(root, paths.filter((path) => path.startsWith("/admin")));
    await read(root, ["/reports/searches", "/reports"]);
  });

  test("in names and what somebody says of themselves run nowhere", async () => {
    const profile = (await linksIn(root, ["/settings"], "^/users/\\d+")).at(0) ?? "/users/1";
    for (const payload of TRIED) {
      await send(root, "/settings", "^/settings$", { name: payload, about: payload, website: payload, location: payload });
      await read(root, ["/settings", profile]);
    }
    await send(root, "/settings", "^/settings$", { name: ROOT.name });
  });

  test("in articles, categories, sections, tags and the forum's own words run nowhere", async () => {
    const paths = new Set(["/articles", "/articles/faq", "/moderation/articles", "/admin/categories", "/admin/sections", "/"]);
    await send(root, "/admin/sections/new", "^/admin/sections/new", { name: "Words", description: "" });
    for (const payload of TRIED) {
      await send(root, "/admin/sections/new", "^/admin/sections/new", { name: payload, description: payload });
      const { path } = await send(root, "/articles/new", "^/articles/new", { title: payload, short_answer: payload, body: payload, tags: payload });
      if (/^\/articles\/\d+/.test(path)) {
        const [, id] = path.match(/^\/articles\/(\d+)/);
        await send(root, path, "/state$", { state: "published" });
        paths.add(path).add(`/articles/${id}/-/history`).add(`/articles/${id}/-/edit`);
      }
      await send(root, "/admin/appearance", "^/admin/appearance$", { site_name: payload.slice(0, 40), welcome: payload, footer_links: `words ${payload}` });
      await read(root, ["/admin/appearance", "/"]);
    }
    for (const [place, payload] of TRIED.slice(0, 40).entries()) {
      await send(root, "/admin/categories/new", "^/admin/categories/new", { name: `${payload} ${place}`.slice(-60), slug: `c${place}`, description: payload, template: `${payload}\n*${payload}` });
      paths.add(`/categories/c${place}`).add(`/admin/categories/c${place}`).add(`/threads/new?category=c${place}`);
    }
    assert.ok(paths.size > TRIED.length * 2, "articles could be written");
    await read(root, [...paths]);
  });

  test("in incoming mail run nowhere", async () => {
    await enrol(browser, server, [BOB]);
    const path = await rootAsks("What is answered by mail?");
    const bob = await Visitor.arrive(browser, server.url);
    await signIn(bob, BOB);
    await bob.open(path);
    await answer(bob, "Half a turn.");
    await bob.leave();
    const [, id] = path.match(/^\/threads\/(\d+)/);
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
    const [, id] = path.match(/^\/threads\/(\d+)/);
    const bob = await Visitor.arrive(browser, server.url);
    await signIn(bob, BOB);
    await bob.open(path);
    await answer(bob, "Half a turn.");
    await bob.leave();
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
    for (const payload of TRIED) {
      for (const document of ["terms", "privacy", "imprint"]) {
        await send(root, `/admin/documents/${document}`, `^/admin/documents/${document}$`, { body: payload });
      }
      await read(root, ["/about/terms", "/about/privacy", "/about/imprint", "/consent"]);
    }
  });
});
