// The reader of letters, tried on letters of each form.

import assert from "node:assert/strict";
import { test } from "node:test";
import { parseLetter } from "./letters.mjs";

const LINK = "http://127.0.0.1:8080/sign-up/confirm/abc_DEF-123";

test("a plain letter", () => {
  const letter = parseLetter(`To: <ada@example.com>\r\nSubject: Confirm\r\n your address\r\n\r\nHello\r\n\r\n${LINK}\r\n`);
  assert.equal(letter.to, "<ada@example.com>");
  assert.equal(letter.subject, "Confirm your address");
  assert.deepEqual(letter.links, [LINK]);
});

test("two parts, quoted-printable", () => {
  const lines = [
    "To: ada@example.com",
    "Subject: =?utf-8?b?QmVzdMOkdGlnZW4=?= =?utf-8?Q?_Sie=21?=",
    'Content-Type: multipart/alternative; boundary="x1"',
    "",
    "--x1",
    "Content-Type: text/plain; charset=utf-8",
    "Content-Transfer-Encoding: quoted-printable",
    "",
    "Gr=C3=BC=C3=9Fe <http://127.0.0.1:8080/sign-up/con=",
    "firm/abc_DEF-123>",
    "--x1",
    "Content-Type: text/html; charset=utf-8",
    "",
    "<a href='http://elsewhere/'>x</a>",
    "--x1--",
  ];
  const letter = parseLetter(lines.join("\r\n"));
  assert.equal(letter.subject, "Bestätigen Sie!");
  assert.match(letter.text, /^Grüße/);
  assert.deepEqual(letter.links, [LINK]);
});

test("base64", () => {
  const body = Buffer.from(`Hier: ${LINK}\n`).toString("base64");
  const head = "To: a@b\nContent-Type: text/plain; charset=utf-8\nContent-Transfer-Encoding: base64";
  assert.deepEqual(parseLetter(`${head}\n\n${body}`).links, [LINK]);
});
