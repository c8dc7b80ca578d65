// Takes the pictures of the README anew, from the demo forum: node tests/browser/pictures.mjs

import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import { SCREENS, Server, Visitor, openBrowser } from "./harness.mjs";
import { ROOT } from "./server.mjs";

const THREAD = "Charged twice for Plus within a week";
const PICTURES = [
  { name: "thread", screen: SCREENS[0], size: { width: 1280, height: 900 } },
  { name: "thread-phone", screen: SCREENS[2], size: { width: 360, height: 740 } },
];

const folder = join(ROOT, "docs/images");
await mkdir(folder, { recursive: true });
const server = await Server.start({ args: ["demo"] });
const browser = await openBrowser();
try {
  for (const { name, screen, size } of PICTURES) {
    const visitor = await Visitor.arrive(browser, server.url, { ...screen, viewport: size });
    await visitor.open("/categories/billing?is=resolved");
    await visitor.follow(visitor.link(THREAD));
    await visitor.page.screenshot({ path: join(folder, `${name}.png`) });
    await visitor.leave();
  }
} finally {
  await browser.close();
  await server.stop();
}
