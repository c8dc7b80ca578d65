// Somebody in front of a browser, in one of the ways in which people use one.
//
// What a journey does with a page is said through a visitor, so that the same journey runs with a mouse, by keyboard
// alone, without scripts, and on a phone. Every page that a visitor sees is watched: a script error, a request that the
// content security policy blocked, an answer of 500 or more, or a page wider than the screen fails the journey.

import assert from "node:assert/strict";
import { mkdir } from "node:fs/promises";
import { createRequire } from "node:module";
import { join } from "node:path";
import { chromium } from "playwright-core";
import { ROOT } from "./server.mjs";

const { source: axeSource } = createRequire(import.meta.url)("axe-core");
const SCREENSHOTS = join(ROOT, "target/screenshots");

const DESKTOP = { viewport: { width: 1280, height: 800 } };
const PHONE = { viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true };

/** Ways in which people use a browser; where axe would see what it sees in another way too, it is left out. */
export const MODES = {
  "with a mouse": { ...DESKTOP },
  "without JavaScript": { ...DESKTOP, javaScriptEnabled: false, leavesOutAxe: true },
  "at 360 px": { ...PHONE },
  "at 360 px without JavaScript": { ...PHONE, javaScriptEnabled: false },
  "in the dark": { ...DESKTOP, colorScheme: "dark" },
  "by keyboard only": { ...DESKTOP, keyboardOnly: true, leavesOutAxe: true },
};

/** In the dark only the colours differ. */
const RULES_OF = { light: undefined, dark: ["color-contrast"] };

/** What screenshots are taken of: each width in each scheme. */
export const SCREENS = [DESKTOP, PHONE].flatMap((screen) =>
  ["light", "dark"].map((colorScheme) => ({ ...screen, colorScheme, axeRules: RULES_OF[colorScheme] })),
);

export async function openBrowser(more = []) {
  return chromium.launch({
    executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
    args: ["--disable-dev-shm-usage", ...more],
  });
}

export class Visitor {
  /** Somebody new, who has never been here. */
  static async arrive(browser, baseURL, mode = MODES["with a mouse"]) {
    const visitor = new Visitor();
    const { keyboardOnly = false, leavesOutAxe, axeRules, ...options } = mode;
    visitor.mode = mode;
    visitor.options = options;
    visitor.keyboardOnly = keyboardOnly;
    visitor.browser = browser;
    visitor.context = await browser.newContext({ baseURL, reducedMotion: "reduce", locale: "en-GB", ...options });
    visitor.context.setDefaultTimeout(10_000);
    visitor.page = await visitor.context.newPage();
    visitor.complaints = [];
    visitor.watch();
    return visitor;
  }

  watch() {
    this.page.on("console", (message) => {
      // The browser logs every answer of 400 or more as an error; forms and missing pages answer so on purpose.
      const isAnswer = message.text().startsWith("Failed to load resource");
      if (message.type() === "error" && !isAnswer) this.complaints.push(`console: ${message.text()}`);
    });
    this.page.on("pageerror", (error) => this.complaints.push(`script: ${error.message}`));
    this.page.on("response", (answer) => {
      if (answer.status() >= 500) this.complaints.push(`${answer.status()} from ${answer.url()}`);
    });
    this.page.on("requestfailed", (request) => {
      const why = request.failure()?.errorText ?? "";
      if (!why.includes("ERR_ABORTED")) this.complaints.push(`${why}: ${request.url()}`);
    });
  }

  async leave() {
    await this.context.close();
    await this.copyContext?.close();
    assert.deepEqual(this.complaints, []);
  }

  async open(path) {
    return this.page.goto(path);
  }

  /** The main content, without the frame around every page. */
  get content() {
    return this.page.getByRole("main");
  }

  link(name, within = this.page) {
    return within.getByRole("link", { name });
  }

  button(name, within = this.page) {
    return within.getByRole("button", { name });
  }

  field(label, within = this.page) {
    return within.getByLabel(label);
  }

  /** Follows a link or presses a button, and waits for where it leads. */
  async press(target) {
    await this.reach(target);
    await this.activate(target);
    await this.page.waitForLoadState("load");
  }

  /** Follows a link or sends a form that must lead to another document. */
  async follow(target) {
    // The way there by keyboard may take longer than any page does to load.
    await this.reach(target);
    // "load" of the page at hand has long passed, so that the next one is the next page's.
    await Promise.all([this.page.waitForEvent("load"), this.activate(target)]);
  }

  async reach(target) {
    if (this.keyboardOnly) await this.tabTo(target);
  }

  async activate(target) {
    if (this.keyboardOnly) await this.page.keyboard.press("Enter");
    else await target.click();
  }

  async type(field, text) {
    if (this.keyboardOnly) {
      await this.tabTo(field);
      await this.page.keyboard.press("ControlOrMeta+A");
      await this.page.keyboard.insertText(text);
    } else {
      await field.fill(text);
    }
  }

  /** Chooses an entry of a select, a radio button, or a box to tick. */
  async choose(field, label) {
    const kind = await field.evaluate((element) => element.localName);
    if (kind === "select" && this.keyboardOnly) {
      await this.tabTo(field);
      await this.page.keyboard.type(label);
      const chosen = await field.evaluate((element) => element.selectedOptions[0].label);
      assert.equal(chosen, label, "typing its first letters did not choose the entry");
    } else if (kind === "select") {
      await field.selectOption({ label });
    } else if (this.keyboardOnly && (await field.evaluate((element) => element.type === "radio"))) {
      await this.chooseByArrows(field);
    } else if (this.keyboardOnly) {
      await this.tabTo(field);
      if (!(await field.isChecked())) await this.page.keyboard.press("Space");
    } else {
      await field.check();
    }
  }

  /** Tab reaches one button of a group, the arrows the others. */
  async chooseByArrows(field) {
    const name = await field.getAttribute("name");
    const group = field.locator("xpath=ancestor::form").locator(`input[type=radio][name="${name}"]`);
    const checked = group.and(this.page.locator(":checked"));
    await this.tabTo((await checked.count()) === 1 ? checked : group.first());
    if ((await checked.count()) === 0) await this.page.keyboard.press("Space");
    for (let presses = await group.count(); presses > 0 && !(await field.isChecked()); presses -= 1) {
      await this.page.keyboard.press("ArrowDown");
    }
    assert.ok(await field.isChecked(), `no arrow leads to ${field}`);
  }

  /** Opens a disclosure, when it is there and closed. */
  async disclose(summary) {
    const isOpen = await summary.evaluate((element) => element.closest("details")?.open ?? true);
    if (!isOpen) await this.press(summary);
  }

  /** Presses Tab until the target has the focus; every stop on the way must show where the focus is. */
  async tabTo(target) {
    assert.equal(await target.count(), 1, `${target} is not exactly one thing on ${this.page.url()}`);
    for (let presses = 0; presses < 400; presses += 1) {
      if (await target.evaluate((element) => element === document.activeElement)) return;
      await this.page.keyboard.press("Tab");
      const hidden = await this.page.evaluate(focusThatCannotBeSeen);
      assert.equal(hidden, null, `the focus cannot be seen on ${hidden} (${this.page.url()})`);
    }
    assert.fail(`400 presses of Tab never reached ${target} on ${this.page.url()}`);
  }

  /** Fails when the page is wider than the screen. */
  async expectToFit() {
    const [needed, given] = await this.page.evaluate(() => [
      document.documentElement.scrollWidth,
      document.documentElement.clientWidth,
    ]);
    assert.ok(needed <= given, `${this.page.url()} is ${needed} px wide on a screen of ${given} px`);
  }

  /** Fails on anything that axe finds, and when the page is wider than the screen. */
  async expectAccessible() {
    await this.expectToFit();
    if (this.mode.leavesOutAxe) return;
    const violations =
      this.mode.javaScriptEnabled === false ? await this.judgeCopy() : await judge(this.page, this.mode.axeRules);
    const told = violations.map(
      ({ id, help, nodes }) => `${id}: ${help}\n${nodes.map((node) => `    ${node.html}\n    ${node.failureSummary}`).join("\n")}`,
    );
    assert.equal(told.length, 0, `${this.page.url()}\n${told.join("\n")}`);
  }

  /** axe needs a script engine: the same page is judged in a window that has one, but loads none of its scripts. */
  async judgeCopy() {
    this.copied = await this.page.content();
    this.copy ??= await this.openCopy();
    await this.copy.goto(this.page.url());
    return judge(this.copy, this.mode.axeRules);
  }

  async openCopy() {
    this.copyContext = await this.browser.newContext({ ...this.options, javaScriptEnabled: true, reducedMotion: "reduce" });
    const page = await this.copyContext.newPage();
    await page.route("**/*", (route) => {
      const request = route.request();
      if (request.resourceType() === "script") return route.abort();
      if (!request.isNavigationRequest()) return route.continue();
      return route.fulfill({ contentType: "text/html; charset=utf-8", body: this.copied });
    });
    return page;
  }

  /** Keeps a picture of the whole page, named by what it shows, the width and the scheme. */
  async screenshot(name) {
    await mkdir(SCREENSHOTS, { recursive: true });
    const { viewport, colorScheme = "light" } = this.mode;
    const file = `${name}-${viewport.width}-${colorScheme}.png`;
    await this.page.screenshot({ path: join(SCREENSHOTS, file), fullPage: true });
  }
}

/** What axe finds wrong; all its rules unless some are named. */
async function judge(page, rules) {
  await page.evaluate(`${axeSource}; undefined`);
  const { violations } = await page.evaluate(
    (runOnly) => globalThis.axe.run(document, { resultTypes: ["violations"], ...(runOnly && { runOnly }) }),
    rules,
  );
  return violations;
}

/** Runs in the page: the focused element, in words, when nothing shows that it has the focus. */
function focusThatCannotBeSeen() {
  const focused = document.activeElement;
  if (!focused || focused === document.body || focused === document.documentElement) return null;
  const marked = [focused, focused.closest("label"), focused.parentElement].filter(Boolean);
  // A link that covers a whole row is marked around the row.
  const styles = [...marked.map((element) => getComputedStyle(element)), getComputedStyle(focused, "::after")];
  const isMarked = styles.some((style) => (style.outlineStyle !== "none" && Number.parseFloat(style.outlineWidth) > 0) || style.boxShadow !== "none");
  const box = focused.getBoundingClientRect();
  return isMarked && box.width > 0 && box.height > 0 ? null : focused.outerHTML.slice(0, 120);
}
