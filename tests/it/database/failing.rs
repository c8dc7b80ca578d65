//! A database that stops taking what is written while the forum runs: pages are still read, each refusal says what it
//! is, and what was acknowledged before is there afterwards.

use diesel::connection::SimpleConnection;
use tanya::domain::id::ThreadId;
use tanya::domain::sight::Sight;
use tanya::store::db::ConnectionPurpose;
use tanya::store::{Db, StoreError, threads};

use crate::support::{Client, Database, Page, TestApp};

struct Forum {
    app: TestApp,
    thread: ThreadId,
}

impl Forum {
    fn new() -> Self {
        let app = TestApp::spawn();
        let thread = app.by("ada", |ada| ada.ask("help", "Will this be kept?", "keeping"));
        Self { app, thread }
    }

    fn path(&self) -> String {
        format!("/threads/{}", self.thread)
    }

    /// Sends the form under a thread.
    fn reply(&self, client: &Client, text: &str) -> Page {
        client.submit(&self.path(), "form[action$='/replies']", &[("body", text)])
    }

    fn replies(&self) -> i64 {
        let rows = self
            .app
            .read(|db| threads::list(db, Sight::everything(), &everything(), None, 10))
            .items;
        rows.iter().find(|row| row.id == self.thread).unwrap().reply_count
    }

    /// What must hold while nothing can be written: every reader is served, and no figure has moved.
    fn check_still_read(&self, browser: &Client, replies: i64) {
        for client in [browser, &self.app.visitor()] {
            let page = client.visit(&self.path());
            assert_eq!(page.status, 200);
            assert!(page.body.contains("This was acknowledged."));
            assert_eq!(client.get("/readyz").status, 200);
        }
        assert_eq!(self.replies(), replies);
    }

    fn on_writer(&self, statement: &'static str) {
        let done: Result<(), StoreError> = self.app.store().write_now(|tx| Ok(tx.batch_execute(statement)?));
        done.unwrap();
    }
}

fn everything() -> tanya::domain::thread::Listing {
    tanya::domain::thread::Listing {
        is: None,
        category: None,
        tag: None,
        sort: tanya::domain::thread::Sort::New,
    }
}

fn check_refused(page: &Page, status: u16) {
    assert_eq!(page.status, status, "{}", page.body);
    assert!(page.has("main h1"), "{}", page.body);
}

#[test]
fn a_full_disk_costs_nothing_that_was_acknowledged() {
    if Database::is_postgres() {
        return; // The disk of a server is not ours to fill; its message is tried beside the store's errors.
    }
    let forum = Forum::new();
    let bob = forum.app.signed_in("bob");
    assert_eq!(forum.reply(&bob, "This was acknowledged.").status, 303);
    // No page more than there is.
    forum.on_writer("pragma max_page_count = 1");
    let long = "There is no room for this. ".repeat(2_000);
    check_refused(&forum.reply(&bob, &long), 507);
    forum.check_still_read(&bob, 1);
    forum.on_writer("pragma max_page_count = 1000000");
    assert_eq!(forum.reply(&bob, &long).status, 303, "there is room again");
    assert_eq!(forum.replies(), 2);
}

#[test]
fn a_database_that_may_only_be_read_costs_nothing_that_was_acknowledged() {
    let forum = Forum::new();
    let bob = forum.app.signed_in("bob");
    assert_eq!(forum.reply(&bob, "This was acknowledged.").status, 303);
    let (off, on) = if Database::is_postgres() {
        (
            "set session characteristics as transaction read only",
            "set session characteristics as transaction read write",
        )
    } else {
        ("pragma query_only = on", "pragma query_only = off")
    };
    forum.on_writer(off);
    check_refused(&forum.reply(&bob, "This cannot be written."), 507);
    forum.check_still_read(&bob, 1);
    if !Database::is_postgres() {
        return; // Such a connection of SQLite does not even begin a transaction in which it could be told otherwise.
    }
    forum.on_writer(on);
    assert_eq!(forum.reply(&bob, "This can.").status, 303);
    assert_eq!(forum.replies(), 2);
}

#[test]
fn a_locked_database_asks_for_patience_and_still_reads() {
    let forum = Forum::new();
    let bob = forum.app.signed_in("bob");
    assert_eq!(forum.reply(&bob, "This was acknowledged.").status, 303);
    let form = bob
        .visit(&forum.path())
        .form("form[action$='/replies']")
        .with(&[("body", "Patience.")]);
    let mut other = open(forum.app.store().url());
    let lock = if Database::is_postgres() {
        "begin; lock table threads in exclusive mode"
    } else {
        "begin immediate"
    };
    other.batch_execute(lock).unwrap();
    let page = std::thread::scope(|scope| {
        let waiting = scope.spawn(|| bob.send_form(&form));
        forum.check_still_read(&forum.app.visitor(), 1);
        if Database::is_postgres() {
            other.batch_execute("rollback").unwrap(); // There a writer waits for its turn.
        }
        waiting.join().unwrap()
    });
    if Database::is_postgres() {
        assert_eq!(page.status, 303);
    } else {
        check_refused(&page, 503);
        assert!(page.header("retry-after").is_some());
        other.batch_execute("rollback").unwrap();
        assert_eq!(
            bob.send_form(&form).status,
            303,
            "the same form goes through afterwards"
        );
    }
    assert_eq!(forum.replies(), 2, "once");
}

#[test]
fn a_server_that_restarts_is_found_again() {
    if !Database::is_postgres() {
        return;
    }
    let forum = Forum::new();
    let bob = forum.app.signed_in("bob");
    assert_eq!(forum.reply(&bob, "This was acknowledged.").status, 303);
    let mut other = open(forum.app.store().url());
    let end = "select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()";
    other.batch_execute(end).unwrap();
    // Connections that were open are found dead once each; none is given out twice.
    let answers: Vec<u16> = (0..20)
        .map(|_| forum.app.visitor().visit(&forum.path()).status)
        .collect();
    assert!(answers.iter().all(|status| matches!(status, 200 | 503)), "{answers:?}");
    assert_eq!(answers[12..], [200; 8], "{answers:?}");
    let form = || bob.visit(&forum.path());
    while form().status != 200 {}
    let statuses: Vec<u16> = (0..6)
        .map(|n| forum.reply(&bob, &format!("Attempt {n}.")).status)
        .collect();
    assert_eq!(statuses.last(), Some(&303), "{statuses:?}");
    let posted = statuses.iter().filter(|status| **status == 303).count();
    assert_eq!(forum.replies(), 1 + i64::try_from(posted).unwrap());
}

fn open(url: &tanya::store::DatabaseUrl) -> Db {
    url.open(ConnectionPurpose::Write).unwrap()
}
