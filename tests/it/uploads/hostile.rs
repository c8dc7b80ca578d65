//! Files that lie, break and bomb, and names that lead elsewhere: none hurts, and each has its sentence.

use std::fs;
use std::path::Path;

use chrono::Duration;
use tanya::domain::upload::REFUSALS;

use super::{EDGE, address, count, png, send, upload};
use crate::support::{Page, TestApp};

/// The types by which files are given out; none of them is run by a browser.
const GIVEN_AS: &[&str] = &[
    "image/png",
    "image/jpeg",
    "application/pdf",
    "text/plain; charset=utf-8",
    "application/zip",
    "application/gzip",
    "video/mp4",
    "video/webm",
];

fn said(page: &Page, field: &str) -> String {
    let said: serde_json::Value = serde_json::from_str(&page.body).unwrap();
    said[field].as_str().unwrap().to_owned()
}

#[test]
fn each_file_of_the_set_is_kept_harmless_or_refused_with_its_sentence() {
    let app = TestApp::spawn();
    let dan = app.signed_in("dan");
    let sentences = app.site.languages.choose("en");
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/uploads");
    let (mut kept, mut refused) = (0, 0);
    for (nth, file) in fs::read_dir(folder).unwrap().enumerate() {
        let file = file.unwrap();
        let name = file.file_name().into_string().unwrap();
        if nth % 20 == 0 {
            app.pass(Duration::minutes(1));
        }
        let page = send(&dan, "/uploads", &[], Some((&name, &fs::read(file.path()).unwrap())));
        if page.status == 422 {
            let problem = said(&page, "problem");
            let values = [("limit", 40.into())];
            let is_known = REFUSALS.iter().any(|key| problem == sentences.tell(key, &values));
            assert!(is_known, "{name}: {problem}");
            refused += 1;
            continue;
        }
        assert_eq!(page.status, 201, "{name}: {}", page.body);
        let given = dan.get(&address(&said(&page, "line")));
        let kind = given.header("content-type").unwrap();
        assert!(GIVEN_AS.contains(&kind), "{name}: {kind}");
        let way = given.header("content-disposition").unwrap();
        assert_eq!(way.starts_with("inline;"), kind.starts_with("image/"), "{name}: {way}");
        assert_eq!(given.header("x-content-type-options"), Some("nosniff"), "{name}");
        let policy = given.header("content-security-policy").unwrap();
        assert!(policy.starts_with("default-src 'none'; sandbox"), "{name}: {policy}");
        kept += 1;
    }
    assert!(kept > 20 && refused > 30, "{kept} kept, {refused} refused");
    assert_eq!(count(&app), kept);
    app.pass(Duration::hours(25));
    app.work();
    assert_eq!((count(&app), app.stored_files()), (0, 0));
}

#[test]
fn a_name_leads_nowhere_and_reads_as_it_is() {
    let app = TestApp::spawn();
    let dan = app.signed_in("dan");
    for (nth, (sent, path)) in [
        ("../../../../etc/passwd", "passwd.txt"),
        ("..\\\\..\\\\boot.ini", "boot.ini"),
        ("/etc/cron.d/x", "x.txt"),
        ("invoice\u{202e}fdp.exe", "invoicefdp.exe.txt"),
        ("a\u{200b}b\u{feff}.txt", "ab.txt"),
        ("con.txt:stream", "con.txtstream.txt"),
        ("index.html", "index.html.txt"),
        (".htaccess", "htaccess.txt"),
        ("-rf.txt", "rf.txt"),
        ("", "file.txt"),
    ]
    .into_iter()
    .enumerate()
    {
        let line = upload(&dan, sent, format!("text {nth}").as_bytes(), "");
        let address = address(&line);
        let name = address.rsplit('/').next().unwrap();
        assert_eq!(name, path, "{sent:?}");
        let given = dan.get(&address);
        assert_eq!(given.body, format!("text {nth}"), "{sent:?}");
        let way = given.header("content-disposition").unwrap();
        assert!(!way.contains(['/', '\\', '\u{202e}']), "{way}");
    }
    // Neither the number nor the name of an address leads to another file of this machine.
    for path in [
        "/uploads/1/..%2f..%2f..%2fetc%2fpasswd",
        "/uploads/..%2f..%2f/passwd.txt",
        "/uploads/1/640/..%2ftanya.db",
        "/uploads/1/%00",
        "/uploads/-1/passwd.txt",
        "/uploads/99999999999999999999/passwd.txt",
    ] {
        assert_eq!(dan.get(path).status, 404, "{path}");
    }
    for strange in ['\0', '\u{7f}'] {
        let head = format!("content-disposition: form-data; name=\"file\"; filename=\"a{strange}.png\"");
        let refused = dan.post_body("/uploads", &content_type(), &body(head.as_bytes(), b"text"));
        assert_eq!(refused.status, 400, "a head takes no {strange:?}");
    }
    app.pass(Duration::hours(25));
    app.work();
}

fn content_type() -> String {
    format!("multipart/form-data; boundary={EDGE}")
}

fn body(head: &[u8], bytes: &[u8]) -> Vec<u8> {
    let (edge, end) = (format!("--{EDGE}\r\n"), format!("\r\n--{EDGE}--\r\n"));
    [edge.as_bytes(), head, b"\r\n\r\n", bytes, end.as_bytes()].concat()
}

#[test]
fn a_form_that_is_no_form_ends_early_and_loses_nobody() {
    let app = TestApp::spawn();
    let dan = app.signed_in("dan");
    let file = b"content-disposition: form-data; name=\"file\"; filename=\"a.txt\"";
    let field = b"content-disposition: form-data; name=\"x\"";
    let endless_head = [&file[..], b"\r\nx-y: ", &vec![b'z'; 300_000]].concat();
    let many_heads = [&file[..], &b"\r\nx-y: z".repeat(100)].concat();
    let many_parts = format!("--{EDGE}\r\ncontent-disposition: form-data; name=\"x\"\r\n\r\n\r\n").repeat(5_000);
    let mut no_end = body(file, b"text");
    no_end.truncate(no_end.len() - 20);
    let cases: [(&str, Vec<u8>, &[u16]); 8] = [
        ("an endless head", body(&endless_head, b"text"), &[400, 413]),
        ("many lines of a head", body(&many_heads, b"text"), &[400]),
        ("many parts", many_parts.into_bytes(), &[413]),
        ("a large field", body(field, &vec![b'x'; 600_000]), &[413]),
        (
            "an endless line before the first part",
            vec![b'x'; 300_000],
            &[400, 413],
        ),
        ("no end", no_end, &[400]),
        (
            "a part without a name",
            body(b"content-type: text/plain", b"text"),
            &[400],
        ),
        ("a field that is no text", body(field, b"\xff\xfe"), &[400]),
    ];
    for (what, sent, expected) in cases {
        let page = dan.post_body("/uploads", &content_type(), &sent);
        assert!(expected.contains(&page.status), "{what}: {}", page.status);
    }
    for without in [
        "multipart/form-data",
        "multipart/form-data; boundary=\"\"",
        "multipart/mixed; boundary=x",
    ] {
        let page = dan.post_body("/uploads", without, &body(file, b"text"));
        assert!([400, 415].contains(&page.status), "{without}: {}", page.status);
    }
    assert_eq!((count(&app), app.stored_files()), (0, 0));
    upload(&dan, "a.png", &png(20), "");
    app.pass(Duration::hours(25));
    app.work();
}
