//! The links that stop letters: one press or one POST, without a session, for ever.

use chrono::Duration;
use tanya::domain::id::ThreadId;
use tanya::domain::subscription::Level;
use tanya::store::{signed_links, subscriptions};

use super::id_of;
use super::letters::{visit, within};
use crate::support::{ORIGIN, TestApp};

struct Stopping {
    app: TestApp,
    thread: ThreadId,
    thread_way: String,
    all: String,
}

fn path(text: &str, beginning: &str) -> String {
    let address = text
        .split_whitespace()
        .find(|word| word.contains(beginning))
        .unwrap_or_else(|| panic!("{beginning} is not in {text}"));
    address.strip_prefix(ORIGIN).unwrap_or(address).to_owned()
}

impl Stopping {
    fn begin() -> Self {
        let app = TestApp::spawn();
        let thread = app.by("ada", |ada| ada.ask("help", "Why does it blink?", "light"));
        app.by("bob", |bob| bob.reply(thread, "The network."));
        let letter = within(&app, 6).remove(0);
        Self {
            thread,
            thread_way: path(&letter.text, "/letters/stop/"),
            all: path(&letter.text, "/letters/stop-all/"),
            app,
        }
    }

    fn level(&self) -> Level {
        let ada = id_of(&self.app, "ada");
        let wishes = self.app.read(|db| subscriptions::of_thread(db, ada, self.thread));
        wishes.shown(true)
    }

    /// What a mail program posts: no cookie, no origin, a body that says what it is.
    fn one_click(&self, path: &str) -> u16 {
        let body = ("application/x-www-form-urlencoded", &b"List-Unsubscribe=One-Click"[..]);
        let page = self.app.visitor().send_with("POST", path, &[], Some(body)).unwrap();
        assert!(page.location().is_none(), "RFC 8058 wants no redirect");
        page.status
    }

    fn next_letters(&self) -> usize {
        visit(&self.app, "ada", self.thread);
        self.app.by("bob", |bob| bob.reply(self.thread, "Once more."));
        within(&self.app, 20).len()
    }
}

#[test]
fn looking_at_the_links_changes_nothing() {
    let stopping = Stopping::begin();
    let scanner = stopping.app.visitor();
    for _ in 0..3 {
        for path in [&stopping.thread_way, &stopping.all] {
            let page = scanner.get(path);
            assert_eq!(page.status, 200, "{}", page.body);
            assert_eq!(page.header("referrer-policy"), Some("no-referrer"));
        }
    }
    assert_eq!(stopping.level(), Level::Watching);
    assert_eq!(stopping.next_letters(), 1);
}

#[test]
fn a_mail_program_stops_letters_about_a_thread_with_one_post() {
    let stopping = Stopping::begin();
    assert_eq!(stopping.one_click(&stopping.thread_way), 200);
    assert_eq!(stopping.level(), Level::Muted);
    assert_eq!(stopping.next_letters(), 0);
    assert_eq!(stopping.one_click(&stopping.thread_way), 200, "as often as it likes");
}

#[test]
fn a_person_stops_them_with_one_press_or_all_of_them_with_two() {
    let stopping = Stopping::begin();
    let reader = stopping.app.visitor();
    let page = reader.get(&stopping.thread_way);
    assert!(page.body.contains("Why does it blink?"), "{}", page.body);
    let all = page.attributes("main a[href*='stop-all']", "href").remove(0);
    let stopped = reader.send_form(&reader.get(all.strip_prefix(ORIGIN).unwrap_or(&all)).form("main form"));
    assert_eq!(stopped.status, 200, "{}", stopped.body);
    assert_eq!(stopping.level(), Level::Watching, "the thread is still watched");
    assert_eq!(stopping.next_letters(), 0);
    let pressed = reader.send_form(&page.form("main form"));
    assert_eq!(pressed.status, 200);
    assert_eq!(stopping.level(), Level::Muted);
}

#[test]
fn links_that_stop_never_run_out_and_outlive_the_key() {
    let stopping = Stopping::begin();
    stopping.app.pass(Duration::days(4_000));
    stopping.app.letters();
    let now = stopping.app.now();
    stopping.app.write(|tx| signed_links::end_key(tx, now));
    assert_eq!(stopping.app.visitor().get(&stopping.thread_way).status, 200);
    assert_eq!(stopping.one_click(&stopping.all), 200);
    assert_eq!(stopping.one_click(&stopping.thread_way), 200);
    assert_eq!(stopping.level(), Level::Muted);
}

#[test]
fn a_link_that_was_changed_or_is_for_something_else_stops_nothing() {
    let stopping = Stopping::begin();
    let mut forged = stopping.thread_way.clone();
    let last = forged.pop().unwrap();
    forged.push(if last == 'A' { 'B' } else { 'A' });
    let other = stopping.all.replace("stop-all", "stop");
    for path in [forged, other] {
        assert_eq!(stopping.one_click(&path), 410, "{path}");
    }
    assert_eq!(stopping.level(), Level::Watching);
}
