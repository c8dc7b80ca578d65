// Pictures in posts: chosen without JavaScript and on a phone, pasted and dropped with it; described, shown, and never lost.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { MODES, Server, Visitor, openBrowser } from "./harness.mjs";
import { ask, enrol, seeNotice, signIn, welcomeAll } from "./steps.mjs";

const ADA = { name: "Ada Asks", email: "ada@example.com", password: "six green garden hoses" };
/** Has files of a day of her own: a newcomer brings five. */
const EVE = { name: "Eve Pastes", email: "eve@example.com", password: "nine old oak barrels" };

let browser;
let server;
let path;
let picture;

before(async () => {
  server = await Server.start({ args: ["demo"] });
  browser = await openBrowser();
  await welcomeAll(browser, server);
  await enrol(browser, server, [ADA, EVE]);
  const ada = await arrive();
  path = await ask(ada, { category: "Plus, orders and accounts", title: "Why does the light blink?", body: "It blinks red." });
  // A picture of the page itself, wide enough for a smaller width.
  picture = await ada.page.screenshot({ type: "png" });
  await ada.leave();
});

after(async () => {
  await browser?.close();
  await server?.stop();
});

async function arrive(mode = "with a mouse", person = ADA) {
  const visitor = await Visitor.arrive(browser, server.url, MODES[mode]);
  await visitor.open("/");
  await signIn(visitor, person);
  return visitor;
}

const textOf = (visitor) => visitor.page.locator("#answer textarea");
const saidOf = (visitor) => visitor.page.locator("#answer .attach-said");
const file = (name) => ({ name, mimeType: "image/png", buffer: picture });

/** Hands a file to the page as pasting or dropping does. */
async function hand(visitor, kind, names) {
  const bytes = picture.toString("base64");
  await textOf(visitor).evaluate(
    (text, { kind, names, bytes }) => {
      const data = new DataTransfer();
      const raw = Uint8Array.from(atob(bytes), (sign) => sign.charCodeAt(0));
      for (const name of names) data.items.add(new File([raw], name, { type: "image/png" }));
      const event =
        kind === "paste"
          ? new ClipboardEvent("paste", { clipboardData: data, bubbles: true, cancelable: true })
          : new DragEvent("drop", { dataTransfer: data, bubbles: true, cancelable: true });
      text.dispatchEvent(event);
    },
    { kind, names, bytes },
  );
}

for (const mode of ["with a mouse", "without JavaScript", "at 360 px", "at 360 px without JavaScript"]) {
  test(`a picture is chosen, described, and stands in the answer, ${mode}`, async () => {
    const ada = await arrive(mode);
    await ada.open(path);
    await textOf(ada).fill("This is what I see:");
    await ada.page.locator("#answer details.attach > summary").click();
    await ada.expectAccessible();
    await ada.field("Picture or file").setInputFiles(file("my screen.png"));
    await ada.field("What the picture shows").fill("A page of the forum");
    const button = ada.button("Put it into the text");
    if (mode.includes("without")) {
      await ada.follow(button);
      assert.equal(await ada.page.locator("#answer .preview img").getAttribute("alt"), "A page of the forum");
    } else {
      await button.click();
      await saidOf(ada).filter({ hasText: "my screen.png stands in your text" }).waitFor();
    }
    const text = await textOf(ada).inputValue();
    assert.match(text, /^This is what I see:\n\n!\[A page of the forum\]\(\/uploads\/\d+\/\d+x\d+\/my%20screen\.png\)\n$/);
    await ada.follow(ada.button("Post answer"));
    await seeNotice(ada, "Your answer is posted");
    const shown = ada.page.locator("#replies img").last();
    await shown.scrollIntoViewIfNeeded();
    await shown.evaluate((image) => image.decode());
    const [width, room] = await shown.evaluate((image) => [image.clientWidth, document.documentElement.clientWidth]);
    assert.ok(width > 0 && width <= room, `${width} of ${room}`);
    await ada.expectAccessible();
    await ada.leave();
  });
}

test("pictures are pasted and dropped, one after the other, and a description is asked for", async () => {
  const eve = await arrive("with a mouse", EVE);
  await eve.open(path);
  await textOf(eve).fill("Look:");
  await hand(eve, "paste", ["one.png"]);
  await saidOf(eve).filter({ hasText: "has no description" }).waitFor();
  assert.match(await textOf(eve).inputValue(), /^Look:\n\n!\[\]\(\/uploads\/.*one\.png\)\n$/);
  await eve.page.keyboard.type("The first one");
  assert.match(await textOf(eve).inputValue(), /!\[The first one\]/, "the cursor stands where the description goes");
  await textOf(eve).evaluate((text) => text.setSelectionRange(text.value.length, text.value.length));
  await hand(eve, "drop", ["two.png", "three.png"]);
  await eve.page.waitForFunction(() => document.querySelector("#answer textarea").value.includes("three.png"));
  const text = await textOf(eve).inputValue();
  assert.ok(text.indexOf("two.png") > text.indexOf("one.png"), text);
  await eve.leave();
});

test("what is refused or does not arrive is said, and the text stays", async () => {
  const eve = await arrive("with a mouse", EVE);
  await eve.open(path);
  await textOf(eve).fill("My words.");
  await eve.page.locator("#answer details.attach > summary").click();
  const drawing = { name: "a.svg", mimeType: "image/svg+xml", buffer: Buffer.from("<svg onload='alert(1)'/>") };
  await eve.field("Picture or file").setInputFiles(drawing);
  await eve.button("Put it into the text").click();
  await saidOf(eve).filter({ hasText: "SVG drawings can hold scripts" }).waitFor();
  await eve.page.route("**/uploads", (route) => route.abort());
  await hand(eve, "paste", ["lost.png"]);
  await saidOf(eve).filter({ hasText: "lost.png could not be sent" }).waitFor();
  assert.equal(await textOf(eve).inputValue(), "My words.");
  eve.complaints = eve.complaints.filter((complaint) => !complaint.includes("/uploads"));
  await eve.leave();
});
