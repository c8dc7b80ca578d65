// The visitor, tried on made-up pages: what it watches for must make it complain.

import assert from "node:assert/strict";
import { once } from "node:events";
import { createServer } from "node:http";
import { after, before, test } from "node:test";
import { MODES, Visitor, openBrowser } from "./harness.mjs";

const page = (content, head = "") =>
  `<!doctype html><html lang="en"><head><title>A page</title>${head}</head><body><main><h1>A page</h1>${content}</main></body></html>`;

const PAGES = {
  "/good": page('<a href="/other">Other</a><form method="post" action="/other"><label>Name <input name="name"></label><button>Send</button></form>'),
  "/other": page("<p>Arrived</p>"),
  "/without-alternative": page('<img src="data:image/gif;base64,R0lGODlhAQABAAAAACw=">'),
  "/wide": page('<pre>' + "wide ".repeat(400) + "</pre>"),
  "/inline-script": page("<script>document.title = 1</script>"),
  "/unseen-focus": page('<a href="/other">Other</a>', '<link rel="stylesheet" href="/unseen.css">'),
  "/broken": page("<p>Sorry</p>"),
};

let browser;
let server;
let url;

before(async () => {
  server = createServer((request, answer) => {
    if (request.url === "/unseen.css") {
      answer.writeHead(200, { "content-type": "text/css" }).end("a:focus { outline: none }");
      return;
    }
    answer.writeHead(request.url === "/broken" ? 500 : 200, {
      "content-type": "text/html; charset=utf-8",
      "content-security-policy": "default-src 'none'; style-src 'self'; img-src data:; form-action 'self'",
    });
    answer.end(PAGES[request.url] ?? page("<p>Nothing</p>"));
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  url = `http://127.0.0.1:${server.address().port}`;
  browser = await openBrowser();
});

after(async () => {
  await browser.close();
  server.closeAllConnections();
  server.close();
});

for (const [name, mode] of Object.entries(MODES)) {
  test(`a good page passes ${name}`, async () => {
    const visitor = await Visitor.arrive(browser, url, mode);
    await visitor.open("/good");
    await visitor.expectAccessible();
    await visitor.type(visitor.field("Name"), "ada");
    assert.equal(await visitor.field("Name").inputValue(), "ada");
    await visitor.follow(visitor.button("Send"));
    assert.ok(await visitor.content.getByText("Arrived").isVisible());
    await visitor.leave();
  });
}

for (const name of ["with a mouse", "at 360 px without JavaScript"]) {
  test(`a picture without an alternative is found ${name}`, async () => {
    const visitor = await Visitor.arrive(browser, url, MODES[name]);
    await visitor.open("/without-alternative");
    await assert.rejects(visitor.expectAccessible(), /image-alt/);
    await visitor.leave();
  });
}

test("a page that is wider than the screen is found", async () => {
  const visitor = await Visitor.arrive(browser, url, MODES["at 360 px"]);
  await visitor.open("/wide");
  await assert.rejects(visitor.expectToFit(), /px wide/);
  await visitor.leave();
});

test("a focus that cannot be seen is found", async () => {
  const visitor = await Visitor.arrive(browser, url, MODES["by keyboard only"]);
  await visitor.open("/unseen-focus");
  await assert.rejects(visitor.tabTo(visitor.link("Other")), /focus cannot be seen/);
  await visitor.leave();
});

test("a script that the policy blocks, and an answer of 500, are complaints", async () => {
  const visitor = await Visitor.arrive(browser, url);
  await visitor.open("/inline-script");
  await visitor.open("/broken");
  await assert.rejects(visitor.leave(), (error) => /inline script/.test(error.message) && /500 from/.test(error.message));
});
