// Answers to letters, as programs of people write them: what is quoted and signed comes along.

/** The lines of a letter as a program quotes them. */
function quoted(text) {
  return text
    .trimEnd()
    .split(/\r?\n/)
    .map((line) => (line === "" ? ">" : `> ${line}`));
}

function head({ letter, from, number, kind }) {
  const to = letter.headers["reply-to"];
  return [
    `From: ${from.name} <${from.email}>`,
    `To: ${to}`,
    `Subject: Re: ${letter.subject}`,
    "Date: Wed, 04 Mar 2026 10:20:00 +0000",
    `Message-ID: <answer-${number}@mail.example.com>`,
    `In-Reply-To: ${letter.headers["message-id"]}`,
    `References: ${letter.headers.references ?? ""} ${letter.headers["message-id"]}`,
    "MIME-Version: 1.0",
    `Content-Type: ${kind}`,
    "",
  ];
}

/** Gmail: the same as text and as HTML, the letter quoted below. */
export function fromGmail({ letter, from, number, own }) {
  const to = letter.headers["reply-to"];
  const introduction = `On Wed, Mar 4, 2026 at 10:06 AM Forum <${to}> wrote:`;
  const signature = [from.name, "Facilities, Example Ltd."];
  return [
    ...head({ letter, from, number, kind: 'multipart/alternative; boundary="b1"' }),
    "--b1",
    'Content-Type: text/plain; charset="UTF-8"',
    "",
    own,
    "",
    "-- ",
    ...signature,
    "",
    introduction,
    "",
    ...quoted(letter.text),
    "",
    "--b1",
    'Content-Type: text/html; charset="UTF-8"',
    "",
    `<div dir="ltr"><div>${own}</div><div><br></div><span class="gmail_signature_prefix">-- </span><br>`,
    `<div dir="ltr" class="gmail_signature"><div dir="ltr">${signature.join("<br>")}</div></div></div><br>`,
    `<div class="gmail_quote gmail_quote_container"><div dir="ltr" class="gmail_attr">${introduction.replaceAll("<", "&lt;").replaceAll(">", "&gt;")}<br></div>`,
    `<blockquote class="gmail_quote" style="margin:0px 0px 0px 0.8ex">${letter.html}</blockquote></div>`,
    "",
    "--b1--",
    "",
  ].join("\r\n");
}

/** A phone: plain text, its own advertisement, and the letter quoted below. */
export function fromPhone({ letter, from, number, own }) {
  return [
    ...head({ letter, from, number, kind: "text/plain; charset=utf-8" }),
    own,
    "",
    "Sent from my iPhone",
    "",
    `> On 4 Mar 2026, at 10:06, Forum <${letter.headers["reply-to"]}> wrote:`,
    ">",
    ...quoted(letter.text),
    "",
  ].join("\r\n");
}

/** Thunderbird: the letter quoted above, the answer below it, and a signature. */
export function fromThunderbird({ letter, from, number, own }) {
  return [
    ...head({ letter, from, number, kind: "text/plain; charset=UTF-8; format=flowed" }),
    "On 04/03/2026 10:06, Forum wrote:",
    ...quoted(letter.text),
    "",
    own,
    "",
    "-- ",
    `${from.name}, on weekdays until four`,
    "",
  ].join("\r\n");
}
