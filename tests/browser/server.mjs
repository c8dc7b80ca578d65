// Starts the program as an operator would, on a folder and a port of its own, and stops it again.

import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { once } from "node:events";
import { cp, mkdtemp, readFile, rm } from "node:fs/promises";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { waitForLink } from "./letters.mjs";

export const ROOT = resolve(dirname(fileURLToPath(import.meta.url)), "../..");
const BINARY = process.env.TANYA_BINARY ?? join(ROOT, "target/debug/tanya");

/** How long the program may take to answer at first; an unoptimised build fills the demo forum in this time too. */
const READY_WITHIN_MS = 60_000;
/** How long the program may take to finish what it has in hand. */
const STOPPED_WITHIN_MS = 15_000;

export async function newDataDir() {
  return mkdtemp(join(tmpdir(), "tanya-browser-"));
}

/** A copy of a data folder that no server has open: a forum as another test left it. */
export async function copyDataDir(source) {
  const copy = await newDataDir();
  await cp(source, copy, { recursive: true });
  return copy;
}

export async function removeDataDir(dataDir) {
  await rm(dataDir, { recursive: true, force: true });
}

/** What the program is told: nothing of the tester's own settings but where programs are. */
function environment(dataDir, port) {
  const { PATH, HOME, TMPDIR, LANG } = process.env;
  return {
    ...Object.fromEntries(Object.entries({ PATH, HOME, TMPDIR, LANG }).filter(([, value]) => value !== undefined)),
    TANYA_DATA_DIR: dataDir,
    ...(port && { TANYA_BIND: `127.0.0.1:${port}`, TANYA_PUBLIC_URL: `http://127.0.0.1:${port}` }),
  };
}

/** Runs one command to its end and gives what it printed; fails when the command did. */
export async function command(dataDir, ...args) {
  return pipe({ dataDir, args });
}

/** The same with something on its standard input, and further variables. */
export async function pipe({ dataDir, args, input = "", variables }) {
  const env = { ...environment(dataDir), ...variables };
  const child = spawn(BINARY, args, { cwd: dataDir, env, stdio: ["pipe", "pipe", "pipe"] });
  // A command that reads nothing may have gone by then.
  child.stdin.on("error", () => {});
  child.stdin.end(input);
  let stdout = "";
  let stderr = "";
  child.stdout.on("data", (chunk) => (stdout += chunk));
  child.stderr.on("data", (chunk) => (stderr += chunk));
  const [code] = await once(child, "close");
  assert.equal(code, 0, `tanya ${args.join(" ")} failed:\n${stdout}${stderr}`);
  return { stdout, stderr };
}

export class Server {
  /** Starts `tanya serve`, or what `args` says, and returns once it is ready; it may look at a clock that the test moves, or
   * listen where another one listened before. */
  static async start({ args = ["serve"], dataDir, clock, variables, port } = {}) {
    const server = new Server();
    server.keepsDataDir = dataDir !== undefined;
    server.dataDir = dataDir ?? (await newDataDir());
    // The demo is a forum of its own inside the folder.
    server.letters = join(server.dataDir, args.includes("demo") ? "demo/letters" : "letters");
    port ??= await freePort();
    server.url = `http://127.0.0.1:${port}`;
    server.log = "";
    server.child = spawn(BINARY, args, {
      cwd: server.dataDir,
      env: { ...environment(server.dataDir, port), ...clock?.environment, ...variables },
      stdio: ["ignore", "pipe", "pipe"],
    });
    for (const stream of [server.child.stdout, server.child.stderr]) {
      stream.on("data", (chunk) => (server.log += chunk));
    }
    server.ended = once(server.child, "close");
    try {
      await server.untilReady();
    } catch (problem) {
      server.child.kill("SIGKILL");
      throw problem;
    }
    return server;
  }

  async untilReady() {
    const latest = Date.now() + READY_WITHIN_MS;
    while (Date.now() < latest) {
      if (this.child.exitCode !== null) throw new Error(`the program ended at once:\n${this.log}`);
      const answer = await fetch(`${this.url}/readyz`).catch(() => null);
      if (answer?.ok) return;
      await new Promise((done) => setTimeout(done, 50));
    }
    throw new Error(`the program was not ready within ${READY_WITHIN_MS} ms:\n${this.log}`);
  }

  /** Waits until what the program printed matches, and gives the match. */
  async printed(pattern) {
    const latest = Date.now() + 5_000;
    while (Date.now() < latest) {
      const match = this.log.match(pattern);
      if (match) return match;
      await new Promise((done) => setTimeout(done, 50));
    }
    throw new Error(`the program never printed ${pattern}:\n${this.log}`);
  }

  /** The link of the latest letter to an address that leads below `path`; waits until there is such a letter. */
  async linkTo(address, path) {
    return waitForLink(this.letters, address, path);
  }

  /** Asks the program to end, and fails unless it does so in good order. */
  async stop() {
    this.child.kill("SIGTERM");
    const timer = setTimeout(() => this.child.kill("SIGKILL"), STOPPED_WITHIN_MS);
    const [code, signal] = await this.ended;
    clearTimeout(timer);
    if (!this.keepsDataDir) await removeDataDir(this.dataDir);
    assert.equal(signal, null, `the program did not end within ${STOPPED_WITHIN_MS} ms:\n${this.log}`);
    assert.equal(code, 0, `the program ended with ${code}:\n${this.log}`);
    assert.doesNotMatch(this.log, /panicked at/, this.log);
  }
}

async function freePort() {
  const listener = createServer();
  listener.listen(0, "127.0.0.1");
  await once(listener, "listening");
  const { port } = listener.address();
  listener.close();
  await once(listener, "close");
  return port;
}

/** The folder with real dumps, or nothing. */
export const TEST_DATA = process.env.TANYA_TEST_DATA;

/** One file of the project, as text. */
export async function projectFile(path) {
  return readFile(join(ROOT, path), "utf8");
}
