use std::path::Path;

use super::*;

/// Every message in the corpus, with the words expected of it.
fn corpus() -> Vec<(String, Vec<u8>, String)> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/incoming");
    let mut messages = Vec::new();
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.extension().is_some_and(|extension| extension == "eml") {
            let expected = std::fs::read_to_string(path.with_extension("md")).unwrap();
            let name = path.file_stem().unwrap().to_string_lossy().into_owned();
            messages.push((name, std::fs::read(&path).unwrap(), expected));
        }
    }
    messages.sort();
    messages
}

#[test]
fn what_people_wrote_is_found_in_the_mail_of_every_program() {
    let corpus = corpus();
    assert!(corpus.len() >= 70, "{}", corpus.len());
    let mut wrong = Vec::new();
    for (name, raw, expected) in &corpus {
        let own = read(raw).map(|incoming| incoming.own);
        if own.as_deref() != Ok(expected.trim_end()) {
            wrong.push(format!(
                "{name}: expected\n{expected}\nfound\n{}\n",
                own.unwrap_or_else(|error| error.to_string())
            ));
        }
    }
    assert!(
        wrong.is_empty(),
        "{} of {}\n{}",
        wrong.len(),
        corpus.len(),
        wrong.join("\n")
    );
}

#[test]
fn line_ends_do_not_matter() {
    for (name, raw, expected) in corpus() {
        if String::from_utf8_lossy(&raw).contains("utf-16") {
            continue;
        }
        let bare: Vec<u8> = raw.into_iter().filter(|byte| *byte != b'\r').collect();
        let own = read(&bare).unwrap().own;
        assert_eq!(own, expected.trim_end(), "{name}");
    }
}

fn message(head: &str, body: &str) -> Incoming {
    read(format!("From: Ada <ada@example.com>\r\nTo: reply+x@forum.example.org\r\n{head}\r\n{body}").as_bytes())
        .unwrap()
}

#[test]
fn who_a_message_is_from_is_one_address() {
    let from = |field: &str| {
        let raw = format!("{field}\r\nSubject: x\r\n\r\ny");
        let incoming = read(raw.as_bytes()).unwrap();
        incoming.from.map(|from| from.as_str().to_owned())
    };
    assert_eq!(from("From: Ada <ada@example.com>").as_deref(), Some("ada@example.com"));
    assert_eq!(from("From: ada@example.com").as_deref(), Some("ada@example.com"));
    assert_eq!(
        from("From: \"bob@evil.example\" <ada@example.com>").as_deref(),
        Some("ada@example.com")
    );
    assert_eq!(
        from("From: =?utf-8?B?w4RkYQ==?= <ada@example.com>").as_deref(),
        Some("ada@example.com")
    );
    for nobody in [
        "From: ada@example.com, bob@example.com",
        "From: ada@example.com\r\nFrom: bob@example.com",
        "From: Ada",
        "From: <>",
        "From: ada@[127.0.0.1]",
        "From: \"a b\"@example.com",
        "X: y",
    ] {
        assert_eq!(from(nobody), None, "{nobody}");
    }
}

#[test]
fn where_a_message_went_is_told_by_every_field() {
    let raw = "Delivered-To: reply+a@forum.example.org\r\nX-Original-To: Reply+B@forum.example.org\r\nFrom: a@b.example\r\nTo: Forum <reply+c@forum.example.org>, x@y.example\r\nCc: reply+d@forum.example.org\r\n\r\n";
    let expected = [
        "reply+a@forum.example.org",
        "reply+b@forum.example.org",
        "reply+c@forum.example.org",
        "x@y.example",
        "reply+d@forum.example.org",
    ];
    assert_eq!(read(raw.as_bytes()).unwrap().recipients, expected);
}

#[test]
fn what_no_person_wrote_is_told() {
    use Automatic::{AutoReply, AutoSubmitted, MailServer, MailingList, NullSender, Precedence};
    for (head, nature) in [
        ("Auto-Submitted: auto-replied\r\n", Nature::Automatic(AutoSubmitted)),
        (
            "auto-submitted: AUTO-GENERATED (x)\r\n",
            Nature::Automatic(AutoSubmitted),
        ),
        ("X-Autoreply: yes\r\n", Nature::Automatic(AutoReply)),
        (
            "X-Auto-Response-Suppress: DR, OOF, AutoReply\r\n",
            Nature::Automatic(AutoReply),
        ),
        ("Precedence: bulk\r\n", Nature::Automatic(Precedence)),
        ("Precedence: auto_reply\r\n", Nature::Automatic(AutoReply)),
        ("Return-Path: <>\r\n", Nature::Automatic(NullSender)),
        (
            "List-Id: <thread-12.forum.example.org>\r\n",
            Nature::Automatic(MailingList),
        ),
        (
            "Subject: =?utf-8?Q?R=C3=A9ponse_automatique=C2=A0: x?=\r\n",
            Nature::Automatic(AutoReply),
        ),
        ("Subject: Automatic reply: Printer\r\n", Nature::Automatic(AutoReply)),
        ("X-Failed-Recipients: x@y.example\r\n", Nature::Automatic(MailServer)),
        (
            "Content-Type: multipart/report; report-type=delivery-status; boundary=x\r\n",
            Nature::Report(Report::Delivery),
        ),
        (
            "Content-Type: multipart/report; report-type=feedback-report; boundary=x\r\n",
            Nature::Report(Report::Complaint),
        ),
        (
            "Auto-Submitted: no\r\nReturn-Path: <ada@example.com>\r\nSubject: Re: Automatic reply\r\n",
            Nature::Personal,
        ),
        ("", Nature::Personal),
    ] {
        assert_eq!(message(head, "x").nature, nature, "{head}");
    }
}

#[test]
fn attachments_are_named_and_handed_on_as_they_came() {
    let bomb = "UEsDBBQAAAAIAA".repeat(100_000);
    let body = format!(
        "--x\r\nContent-Type: text/plain\r\n\r\nSee it.\r\n--x\r\nContent-Type: application/zip; name=\"bomb.zip\"\r\nContent-Transfer-Encoding: base64\r\n\r\n{bomb}\r\n--x\r\nContent-Disposition: attachment; filename=\"../../etc/pass\twd.txt\"\r\n\r\nsecret\r\n--x\r\nContent-Type: message/rfc822\r\n\r\nSubject: inner\r\n\r\ninner\r\n--x--\r\n"
    );
    let incoming = message("Content-Type: multipart/mixed; boundary=x\r\n", &body);
    assert_eq!(incoming.own, "See it.");
    assert_eq!(
        incoming.attachments.names,
        ["bomb.zip", "pass wd.txt", "message-rfc822"]
    );
    let files = &incoming.attachments.files;
    assert_eq!(
        (files.len(), &*files[1].name, &*files[1].bytes),
        (3, "pass wd.txt", &b"secret"[..])
    );
    assert!(files[0].bytes.starts_with(b"PK\x03\x04") && files[0].bytes.len() < bomb.len());
    let logo = "--x\r\nContent-Type: image/png; name=logo.png\r\nContent-ID: <logo>\r\n\r\ny\r\n--x--\r\n";
    let attachments = message("Content-Type: multipart/related; boundary=x\r\n", logo).attachments;
    assert_eq!((attachments.names.len(), attachments.files.len()), (1, 0));
    let many = "--x\r\nContent-Type: image/png; name=a.png\r\n\r\ny\r\n".repeat(150);
    let attachments = message("Content-Type: multipart/mixed; boundary=x\r\n", &many).attachments;
    assert_eq!((attachments.names.len(), attachments.more_count), (20, 130));
    assert_eq!(attachments.files.len(), 10);
}

#[test]
fn what_is_no_message_is_refused_and_what_is_large_takes_little() {
    assert_eq!(read(b""), Err(Refusal::NoMessage));
    assert_eq!(read(b"\0\0\0\0"), Err(Refusal::NoMessage));
    assert_eq!(read(&vec![b'x'; LARGEST + 1]), Err(Refusal::TooLarge));
    let mut large = b"From: a@b.example\r\nContent-Type: text/html\r\n\r\n<p>Mine.</p>".to_vec();
    large.resize(LARGEST, b'x');
    assert!(read(&large).unwrap().own.starts_with("Mine."));
    let deep: String = (0..10_000)
        .map(|level| format!("Content-Type: multipart/mixed; boundary=b{level}\r\n\r\n--b{level}\r\n"))
        .collect();
    assert_eq!(read(format!("From: a@b.example\r\n{deep}").as_bytes()).unwrap().own, "");
    let nested = "Content-Type: message/rfc822\r\n\r\n".repeat(10_000);
    assert_eq!(
        read(format!("From: a@b.example\r\n{nested}").as_bytes())
            .unwrap()
            .attachments
            .names
            .len(),
        1
    );
    let wide = format!("From: a@b.example\r\n{}\r\nx", "X-Header: y\r\n".repeat(500_000));
    assert_eq!(read(wide.as_bytes()).unwrap().from.unwrap().as_str(), "a@b.example");
}

/// Numbers that are the same in every run.
struct Dice(u64);

impl Dice {
    fn below(&mut self, end: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        usize::try_from(self.0 % end.max(1) as u64).unwrap()
    }
}

/// Pieces that matter to a parser, put where they do not belong.
const PIECES: &[&[u8]] = &[
    b"\r\n\r\n",
    b"\n",
    b"--",
    b"--=_b1\r\n",
    b"--000000000000a1--\r\n",
    b"Content-Type: text/html; charset=utf-16\r\n",
    b"Content-Transfer-Encoding: base64\r\n",
    b"Content-Type: multipart/mixed; boundary=\"\"\r\n",
    b"Content-Type: multipart/mixed; boundary=\"x\"\r\n\r\n--x\r\n",
    b"=?utf-8?B?",
    b"?=",
    b"\xff\xfe",
    b"\0",
    b"=",
    b"=\r\n",
    b"<blockquote type=cite>",
    b"</div>",
    b"<table><tr><td>",
    b"<!--",
    b"&#",
    b"On Fri, 27 Nov 2026 at 09:58, A <a@b.example> wrote:\r\n",
    b"> ",
    b">>>>>>>>",
    b"-- \r\n",
    b"From: \r\n",
    b"From: a@b.example\r\nSent: 1\r\nTo: x\r\nSubject: y\r\n",
    b"(((((((",
    b"\"",
    b"\\",
    b"filename*0*=utf-8''%",
    "\u{202E}é日".as_bytes(),
    b"<pre>",
    b";",
    b":",
];

fn mutated(raw: &[u8], dice: &mut Dice) -> Vec<u8> {
    let mut bytes = raw.to_vec();
    for _ in 0..=dice.below(6) {
        let at = dice.below(bytes.len() + 1);
        match dice.below(5) {
            0 => bytes.truncate(at),
            1 => {
                let end = (at + dice.below(200)).min(bytes.len());
                bytes.drain(at..end);
            }
            2 => {
                let end = (at + dice.below(400)).min(bytes.len());
                let copied = bytes[at..end].to_vec();
                let to = dice.below(bytes.len() + 1);
                bytes.splice(to..to, copied);
            }
            3 => {
                let piece = PIECES[dice.below(PIECES.len())];
                bytes.splice(at..at, piece.repeat(1 + dice.below(4)));
            }
            _ => {
                if let Some(byte) = bytes.get_mut(at) {
                    *byte = u8::try_from(dice.below(256)).unwrap();
                }
            }
        }
    }
    bytes
}

#[test]
fn html_spells_out_no_control_character() {
    let raw = b"From: ada@example.com\nContent-Type: text/html\n\n<p>one&#7;two&#x1b;[0m&#65279;three</p>\n";
    assert_eq!(read(raw).unwrap().own, "onetwo\\[0mthree");
}

/// The short form of `fuzz/`: whatever is done to a message, it is read in bounded time and gives a text that a post may hold.
#[test]
fn a_changed_message_is_read_too() {
    let corpus = corpus();
    let is_long = std::env::var_os("TANYA_TEST_LONG").is_some();
    let seconds = if is_long { 300 } else { 3 };
    let mut dice = Dice(0x7A4A_11A5);
    let began = std::time::Instant::now();
    let mut count = 0;
    while began.elapsed().as_secs() < seconds {
        let (name, raw, _) = &corpus[dice.below(corpus.len())];
        let changed = mutated(raw, &mut dice);
        let began = std::time::Instant::now();
        if let Ok(incoming) = read(&changed) {
            let strange = incoming
                .own
                .chars()
                .find(|c| c.is_control() && !matches!(c, '\n' | '\t'));
            assert_eq!(strange, None, "{name}, message {count}");
        }
        assert!(began.elapsed().as_secs() < 5, "{name}, message {count}");
        count += 1;
    }
    assert!(count > 100, "{count}");
}
