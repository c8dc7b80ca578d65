// Reads the letters that the program wrote as files.

import { readFile, readdir, stat } from "node:fs/promises";
import { join } from "node:path";

/** How long a letter may take: the program writes it within a second, on a busy machine a little later. */
const ARRIVES_WITHIN_MS = 20_000;

/** The link below `path` of the newest letter to an address in a folder of .eml files; waits until there is one. */
export async function waitForLink(folder, address, path) {
  const latest = Date.now() + ARRIVES_WITHIN_MS;
  while (Date.now() < latest) {
    const letters = (await readLetters(folder)).filter(({ to }) => to.toLowerCase().includes(address.toLowerCase()));
    const links = letters.flatMap((letter) => letter.links).filter((link) => new URL(link).pathname.startsWith(path));
    if (links.length > 0) return links.at(-1);
    await new Promise((done) => setTimeout(done, 50));
  }
  throw new Error(`no letter to ${address} with a link to ${path} arrived in ${folder}`);
}

/** The newest letter to an address of which `isMeant` is true; waits until there is one. */
export async function waitForLetter(folder, address, isMeant) {
  const latest = Date.now() + ARRIVES_WITHIN_MS;
  while (Date.now() < latest) {
    const letter = (await lettersTo(folder, address)).findLast(isMeant);
    if (letter) return letter;
    await new Promise((done) => setTimeout(done, 50));
  }
  throw new Error(`no such letter to ${address} arrived in ${folder}: ${isMeant}`);
}

/** All letters to an address, the oldest first. */
export async function lettersTo(folder, address) {
  return (await readLetters(folder)).filter(({ to }) => to.includes(address));
}

async function readLetters(folder) {
  const names = (await readdir(folder).catch(() => [])).filter((name) => name.endsWith(".eml"));
  const letters = [];
  for (const name of names) {
    const path = join(folder, name);
    letters.push({ writtenAt: (await stat(path)).mtimeMs, ...parseLetter(await readFile(path, "utf8")) });
  }
  return letters.sort((a, b) => a.writtenAt - b.writtenAt);
}

/** A letter's headers, recipient, subject, its text, plain and as HTML, and the addresses that stand in the plain one. */
export function parseLetter(source) {
  const { headers } = splitPart(source);
  const text = textOf(source, "text/plain");
  return {
    headers,
    to: headers.to ?? "",
    subject: decodeWords(headers.subject ?? ""),
    text,
    html: textOf(source, "text/html"),
    links: text.match(/https?:\/\/[^\s<>"')]+/g) ?? [],
  };
}

function splitPart(source) {
  const [head, ...rest] = source.split(/\r?\n\r?\n/);
  const headers = {};
  for (const line of head.replace(/\r?\n[ \t]+/g, " ").split(/\r?\n/)) {
    const colon = line.indexOf(":");
    if (colon > 0) headers[line.slice(0, colon).toLowerCase()] = line.slice(colon + 1).trim();
  }
  return { headers, body: rest.join("\n\n") };
}

function textOf(source, kind) {
  const { headers, body } = splitPart(source);
  const type = headers["content-type"] ?? "text/plain";
  const boundary = type.match(/boundary="?([^";]+)"?/i)?.[1];
  if (boundary) {
    const parts = body.split(`--${boundary}`).slice(1, -1);
    return parts.map((part) => textOf(part.replace(/^\r?\n/, ""), kind)).find((text) => text !== "") ?? "";
  }
  if (!type.toLowerCase().startsWith(kind)) return "";
  const encoding = (headers["content-transfer-encoding"] ?? "7bit").toLowerCase();
  if (encoding === "base64") return Buffer.from(body, "base64").toString("utf8");
  if (encoding === "quoted-printable") return decodeQuotedPrintable(body);
  return body;
}

function decodeQuotedPrintable(text) {
  const joined = text.replace(/=\r?\n/g, "");
  const bytes = Buffer.from(joined, "utf8").toString("latin1");
  const decoded = bytes.replace(/=([0-9A-F]{2})/gi, (_, hex) => String.fromCharCode(Number.parseInt(hex, 16)));
  return Buffer.from(decoded, "latin1").toString("utf8");
}

/** Header words such as =?utf-8?b?…?= and =?utf-8?Q?…?=. */
function decodeWords(value) {
  return value
    .replace(/\?=\s+=\?/g, "?==?")
    .replace(/=\?utf-8\?([bq])\?([^?]*)\?=/gi, (_, way, word) =>
      way.toLowerCase() === "b"
        ? Buffer.from(word, "base64").toString("utf8")
        : decodeQuotedPrintable(word.replaceAll("_", "=20")),
    );
}
