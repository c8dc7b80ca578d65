//! Pictures from elsewhere: a link stands in their place until a copy does.

use std::io::{Read, Write};
use std::net::{SocketAddr, TcpListener};
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, Mutex};

use chrono::Duration;

use super::{count, png, upload};
use crate::support::TestApp;

/// Paths with what each is answered.
type Answers = Arc<Mutex<Vec<(String, Vec<u8>)>>>;

/// The world outside, on this machine: answers each path with what was put there, and counts who asks.
struct World {
    address: SocketAddr,
    answers: Answers,
    asked: Arc<AtomicUsize>,
}

impl World {
    fn new() -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").unwrap();
        let world = Self {
            address: listener.local_addr().unwrap(),
            answers: Arc::default(),
            asked: Arc::default(),
        };
        let (answers, asked) = (Arc::clone(&world.answers), Arc::clone(&world.asked));
        std::thread::spawn(move || {
            for stream in listener.incoming() {
                let Ok(mut stream) = stream else { return };
                let (mut head, mut byte) = (Vec::new(), [0]);
                while !head.ends_with(b"\r\n\r\n") && matches!(stream.read(&mut byte), Ok(1)) {
                    head.push(byte[0]);
                }
                asked.fetch_add(1, Ordering::SeqCst);
                let head = String::from_utf8_lossy(&head).into_owned();
                let path = head.split(' ').nth(1).unwrap_or_default();
                let answers = answers.lock().unwrap();
                let found = answers.iter().rev().find(|(known, _)| known == path);
                let missing = b"HTTP/1.1 404 Not Found\r\ncontent-length: 0\r\nconnection: close\r\n\r\n".to_vec();
                let _gone = stream.write_all(found.map_or(&missing, |(_, answer)| answer));
            }
        });
        world
    }

    fn put(&self, path: &str, status: &str, headers: &str, body: &[u8]) {
        let head = format!(
            "HTTP/1.1 {status}\r\n{headers}content-length: {}\r\nconnection: close\r\n\r\n",
            body.len()
        );
        let answer = [head.as_bytes(), body].concat();
        self.answers.lock().unwrap().push((path.to_owned(), answer));
    }

    fn url(&self, path: &str) -> String {
        format!("http://{}{path}", self.address)
    }
}

#[test]
fn a_link_stands_in_place_of_a_picture_until_it_was_copied() {
    let app = TestApp::spawn();
    let world = World::new();
    world.put("/a.png?x=1&y=2", "200 OK", "content-type: text/html\r\n", &png(700));
    let there = world.url("/a.png?x=1&y=2");
    let text = format!("So it looks: ![A pattern]({there}) and again ![]({there})");
    let thread = app.by("ada", |ada| ada.ask_saying("help", "What is this?", &text));
    let path = format!("/threads/{thread}");
    let visitor = app.visitor();
    let page = visitor.visit(&path);
    assert_eq!(page.texts(".prose img"), Vec::<String>::new());
    assert_eq!(
        page.attributes(".prose a.picture-elsewhere", "href"),
        [there.as_str(); 2]
    );
    assert_eq!(page.texts(".prose a.picture-elsewhere")[0], "A pattern");
    let policy = page.header("content-security-policy").unwrap();
    assert!(policy.contains("img-src 'self' data:;"), "{policy}");

    app.work_reaching(world.address);
    let page = visitor.visit(&path);
    let shown = page.attributes(".prose img", "src");
    assert_eq!(shown, ["/uploads/1/700x700/a.png"; 2]);
    assert_eq!(page.attributes(".prose img", "alt"), ["A pattern", ""]);
    assert_eq!(visitor.get(&shown[0]).status, 200);
    assert_eq!(world.asked.load(Ordering::SeqCst), 1, "once for all");

    // An edit shows it at once again, without asking.
    let edited = app.signed_in("ada").submit(
        &format!("/threads/{thread}/-/edit"),
        &format!("form[action='/threads/{thread}/-/edit']"),
        &[("body", &format!("Better: ![A pattern]({there})"))],
    );
    assert_eq!(edited.status, 303, "{}", edited.body);
    app.work_reaching(world.address);
    assert_eq!(
        visitor.visit(&path).attributes(".prose img", "src"),
        ["/uploads/1/700x700/a.png"]
    );
    assert_eq!((world.asked.load(Ordering::SeqCst), count(&app)), (1, 1));
    app.pass(Duration::days(60));
    app.work();
    assert_eq!(visitor.get(&shown[0]).status, 200);
}

#[test]
fn what_is_no_picture_stays_a_link_and_what_is_away_is_tried_again() {
    let app = TestApp::spawn();
    let world = World::new();
    world.put("/a.svg", "200 OK", "", b"<svg/>");
    world.put("/a.pdf", "200 OK", "", b"%PDF-1.7");
    world.put(
        "/inside",
        "302 Found",
        "location: http://169.254.169.254/latest\r\n",
        b"",
    );
    world.put("/round", "302 Found", "location: /round\r\n", b"");
    world.put("/later.png", "503 Later", "", b"");
    world.put("/moved", "301 Moved", "location: /found.png\r\n", b"");
    world.put("/found.png", "200 OK", "", &png(20));
    let paths = ["/a.svg", "/a.pdf", "/inside", "/round", "/gone", "/later.png", "/moved"];
    let text: String = paths
        .iter()
        .map(|path| format!("![x]({})\n\n", world.url(path)))
        .collect();
    let thread = app.by("ada", |ada| ada.ask("help", "What is this?", "light"));
    app.by("bob", |bob| bob.reply(thread, &text));
    app.work_reaching(world.address);
    let page = app.visitor().visit(&format!("/threads/{thread}"));
    assert_eq!(page.attributes(".prose img", "src").len(), 1, "the one that was found");
    assert_eq!(page.texts(".prose a.picture-elsewhere").len(), 6);
    world.put("/later.png", "200 OK", "", &png(30));
    app.pass(Duration::hours(4));
    app.work_reaching(world.address);
    let page = app.visitor().visit(&format!("/threads/{thread}"));
    assert_eq!(page.attributes(".prose img", "src").len(), 2);
    assert_eq!(count(&app), 2);
    // Nothing is tried for ever.
    app.pass(Duration::days(3));
    app.work_reaching(world.address);
    app.pass(Duration::days(3));
    app.work();
}

#[test]
fn nothing_is_copied_where_the_setting_says_so_nor_from_inside() {
    let app = TestApp::spawn();
    let world = World::new();
    world.put("/a.png", "200 OK", "", &png(20));
    let text = format!("![x]({})", world.url("/a.png"));
    app.by("ada", |ada| ada.ask_saying("help", "What is this?", &text));
    app.work();
    assert_eq!(
        world.asked.load(Ordering::SeqCst),
        0,
        "this machine is not the world outside"
    );
    let root = app.signed_in("root");
    let form = root
        .visit("/admin/uploads")
        .form("form[action='/admin/uploads']")
        .without("copies_pictures");
    assert_eq!(root.send_form(&form).status, 303);
    app.by("ada", |ada| ada.ask_saying("help", "What is that?", &text));
    app.work_reaching(world.address);
    assert_eq!((world.asked.load(Ordering::SeqCst), count(&app)), (0, 0));
}

#[test]
fn copies_are_bounded_by_trust_as_uploads_are_and_leave_with_the_text() {
    let app = TestApp::spawn();
    let fields = [("newcomer_a_day", "2"), ("member_a_day", "2")];
    app.signed_in("root")
        .submit("/admin/uploads", "form[action='/admin/uploads']", &fields);
    let world = World::new();
    let paths = ["/a.png", "/b.png", "/c.png"];
    for (path, side) in paths.iter().zip(20..) {
        world.put(path, "200 OK", "", &png(side));
    }
    let text: String = paths.map(|path| format!("![x]({})\n\n", world.url(path))).concat();
    let thread = app.by("ada", |ada| ada.ask_saying("help", "What is this?", &text));
    app.work_reaching(world.address);
    assert_eq!(
        (count(&app), world.asked.load(Ordering::SeqCst)),
        (2, 2),
        "no more for now"
    );
    upload(&app.signed_in("ada"), "own.png", &png(40), "");
    app.pass(Duration::hours(4));
    app.work_reaching(world.address);
    assert_eq!(world.asked.load(Ordering::SeqCst), 2);
    app.pass(Duration::hours(24));
    app.work_reaching(world.address);
    let shown = app
        .visitor()
        .visit(&format!("/threads/{thread}"))
        .attributes(".prose img", "src");
    assert_eq!(shown.len(), 3);

    let edit = format!("/threads/{thread}/-/edit");
    let body = format!("![x]({})", world.url("/a.png"));
    let saved = app
        .signed_in("ada")
        .submit(&edit, &format!("form[action='{edit}']"), &[("body", &body)]);
    assert_eq!(saved.status, 303, "{}", saved.body);
    app.work_reaching(world.address);
    let of = |path: &str| shown.iter().find(|address| address.ends_with(path)).unwrap();
    assert_eq!(app.visitor().get(of("/a.png")).status, 200);
    assert_eq!(
        app.visitor().get(of("/b.png")).status,
        404,
        "it stands in no text any more"
    );
    app.pass(Duration::days(31));
    app.work();
    assert_eq!((count(&app), app.stored_files()), (1, 1));
}
