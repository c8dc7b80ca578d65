// What the suite of hostile texts needs: a browser that would run them, a look for whatever could run, and every kind of form
// sent with them. The texts are in payloads.mjs.

import assert from "node:assert/strict";
import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { Visitor } from "./harness.mjs";

/** No name leads anywhere: what a page asks for elsewhere is told, and not sent. */
export const NOWHERE_ELSE = ["--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1"];
const AT_ONCE = 4;

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
export async function dump(folder, payloads) {
  await mkdir(folder, { recursive: true });
  const at = "2024-03-02T10:00:00.000";
  const posts = payloads.flatMap((payload, place) => [
    { Id: 2 * place + 1, PostTypeId: 1, CreationDate: at, Score: 1, ViewCount: 1, Body: payload, OwnerUserId: place + 1, Title: payload, Tags: `<${payload}>` },
    { Id: 2 * place + 2, PostTypeId: 2, ParentId: 2 * place + 1, CreationDate: at, Score: 1, Body: `<p>${payload}</p>`, OwnerDisplayName: payload },
  ]);
  const files = {
    users: payloads.map((payload, place) => ({ Id: place + 1, DisplayName: payload, CreationDate: at, AboutMe: payload, Location: payload, WebsiteUrl: payload })),
    posts,
    comments: payloads.map((payload, place) => ({ Id: place + 1, PostId: 2 * place + 1, Score: 0, Text: payload, CreationDate: at, UserDisplayName: payload })),
    tags: payloads.map((payload, place) => ({ Id: place + 1, TagName: payload, Count: 1 })),
    votes: [],
    postlinks: [],
  };
  for (const [noun, rows] of Object.entries(files)) {
    const name = { postlinks: "PostLinks" }[noun] ?? noun[0].toUpperCase() + noun.slice(1);
    await writeFile(join(folder, `${name}.xml`), xml(noun, rows));
  }
}

/** Somebody whose browser heeds no policy, and remembers every dialog and every request that would leave. */
export async function arriveUnprotected(browser, server) {
  const visitor = await Visitor.arrive(browser, server.url, { viewport: { width: 1280, height: 800 }, bypassCSP: true });
  visitor.left = [];
  visitor.pages = [];
  const watch = (page) =>
    page.on("dialog", (dialog) => {
      visitor.left.push(`dialog: ${dialog.message()}`);
      dialog.dismiss().catch(() => {});
    });
  watch(visitor.page);
  visitor.context.on("page", watch);
  visitor.context.on("request", (request) => {
    const { origin, protocol } = new URL(request.url());
    if (origin !== server.url && (protocol !== "data:" || request.isNavigationRequest())) visitor.left.push(request.url());
  });
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
export async function read(visitor, paths) {
  const waiting = [...new Set(paths)];
  while (visitor.pages.length < Math.min(AT_ONCE, waiting.length)) visitor.pages.push(await visitor.context.newPage());
  await Promise.all(
    visitor.pages.map(async (page) => {
      for (let path = waiting.shift(); path !== undefined; path = waiting.shift()) {
        const answer = await page.goto(path, { waitUntil: "load" });
        assert.ok(answer.status() < 500, `${answer.status()} from ${path}`);
        assert.deepEqual(await page.evaluate(findWhatCouldRun), [], `in ${path}`);
        assert.deepEqual(visitor.left.splice(0), [], `left from ${path}`);
      }
    }),
  );
}

/** In the page of somebody: sends a form as a browser does, found by where it leads, with a file when there is one; what it says
 * beside `fields` stays as it is. */
export async function send(visitor, path, leadsTo, fields, file) {
  const sent = await visitor.page.evaluate(sendForm, [path, leadsTo, fields, file]);
  assert.equal(sent.problem, undefined);
  assert.ok(sent.status < 500, `${sent.status} from ${leadsTo} for ${JSON.stringify(fields)}`);
  return sent;
}

async function sendForm([path, leadsTo, fields, file]) {
  const parse = (text) => new DOMParser().parseFromString(text, "text/html");
  const page = await fetch(path);
  const form = [...parse(await page.text()).forms].find((form) => new RegExp(leadsTo).test(form.getAttribute("action") ?? path));
  if (!form) return { problem: `no form leads to ${leadsTo} on ${path} (${page.status})` };
  const data = new FormData(form);
  const strange = Object.keys(fields).find((name) => !form.elements.namedItem(name));
  if (strange) return { problem: `the form that leads to ${leadsTo} on ${path} has no ${strange}` };
  for (const [name, value] of Object.entries(fields)) data.set(name, value);
  if (file) data.set("file", new File([file.text ?? Uint8Array.from(atob(file.base64), (sign) => sign.charCodeAt(0))], file.name));
  const isOfParts = form.enctype === "multipart/form-data";
  if (file && !isOfParts) return { problem: `the form that leads to ${leadsTo} on ${path} takes no file` };
  const action = form.getAttribute("action") ?? path;
  let answer = await fetch(action, { method: "POST", body: isOfParts ? data : new URLSearchParams(data) });
  const text = await answer.text();
  const again = [...parse(text).forms].find((form) => form.querySelector('[name="different"]'));
  if (again) {
    const more = new URLSearchParams(new FormData(again));
    more.set("different", "yes");
    answer = await fetch(again.getAttribute("action"), { method: "POST", body: more });
  }
  return { status: answer.status, path: new URL(answer.url).pathname };
}

/** The addresses of a list's pages, from the first to the last. */
export async function pagesOf(visitor, first) {
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
export async function linksIn(visitor, lists, pattern) {
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
