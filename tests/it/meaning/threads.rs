//! What threads mean is told by a job, follows what is written, and finds what shares no word.

use chrono::Duration;
use tanya::domain::body::Reason;
use tanya::domain::draft::ThreadEdit;
use tanya::domain::id::ThreadId;
use tanya::domain::sight::Sight;
use tanya::meaning::Known;
use tanya::search::embedded::{Hit, Visible};
use tanya::search::follower::Follower;
use tanya::search::meanings::{Meanings, Pace, Step};
use tanya::store::written::Written;
use tanya::store::{thread_vectors, threads};
use tempfile::TempDir;

use super::tiny;
use crate::support::TestApp;

pub struct Forum {
    pub app: TestApp,
    model: TempDir,
}

impl Forum {
    pub fn spawn() -> Self {
        let model = tempfile::tempdir().unwrap();
        tiny::write(model.path());
        let app = TestApp::configured(&[("TANYA_EMBEDDING_MODEL", model.path().to_str().unwrap())]);
        Self { app, model }
    }

    fn meanings(&self) -> &Meanings {
        self.app.site.search.meanings().unwrap()
    }

    fn known(&self) -> &Known {
        self.meanings().known()
    }

    pub fn ask(&self, title: &str) -> ThreadId {
        self.app.by("bob", |bob| bob.ask("help", title, "things"))
    }

    /// Lets the schedule ask for what is to be done, does it, and reads what came of it.
    pub fn settle(&self) {
        self.app.settle_changes();
        self.app.pass(Duration::seconds(1));
        self.app.work();
        // What the work wrote has to be read too.
        self.app.settle_changes();
        self.app.pass(Duration::seconds(1));
        self.app.work();
        self.meanings().refresh(self.app.store()).unwrap();
        assert!(!self.meanings().has_work(self.app.store()).unwrap());
    }

    fn rename(&self, thread: ThreadId, title: &str) {
        self.app.by("bob", |bob| {
            let edit = ThreadEdit::parse(title, &[], "things", &format!("This is about {title}."), "").unwrap();
            let body = Written::body(&edit.body);
            threads::edit(bob.tx, &bob.author, Sight::everything(), thread, &edit, &body, bob.now)
        });
    }

    fn delete(&self, thread: ThreadId) {
        self.app.by("cat", |cat| {
            threads::delete(
                cat.tx,
                &cat.author,
                Sight::everything(),
                thread,
                &Reason::default(),
                cat.now,
            )
        });
    }

    /// Brings all that is there into the index.
    pub fn index(&self) {
        self.app.settle_changes();
        let search = self.app.site.search.clone();
        Follower::new(self.app.store().clone(), search, self.app.clock.clone())
            .catch_up()
            .unwrap();
    }

    fn similar(&self, title: &str) -> Vec<ThreadId> {
        self.index();
        let (search, now) = (&self.app.site.search, self.app.now());
        let found = search.similar(title, "", &Visible::default(), now, 5).unwrap();
        found.hits.iter().filter_map(Hit::thread).collect()
    }
}

#[test]
fn a_job_tells_what_threads_mean_and_follows_what_is_written() {
    let forum = Forum::spawn();
    let (leak, invoice) = (forum.ask("Why does my valve leak"), forum.ask("Invoice missing"));
    forum.settle();
    assert_eq!(forum.known().count(), 2);
    let later = forum.ask("The tap does drip");
    let before = forum.known().of(invoice).unwrap();
    forum.rename(invoice, "Why does my tap drip");
    forum.settle();
    assert_eq!(forum.known().count(), 3);
    assert_ne!(forum.known().of(invoice).unwrap(), before);
    let near = forum.known().between(leak, later).unwrap();
    assert!(near > 0.8, "{near}");
    let neighbours = forum.known().neighbours(leak, 5);
    assert_eq!(neighbours.len(), 2);
    assert!(neighbours.iter().all(|(id, _)| *id != leak));
    forum.delete(later);
    forum.settle();
    assert_eq!((forum.known().count(), forum.known().of(later)), (2, None));
}

#[test]
fn a_thread_that_shares_no_word_is_found_by_what_it_means() {
    let forum = Forum::spawn();
    let leak = forum.ask("Garden valve leak");
    for title in ["Invoice missing", "Printer offline"] {
        forum.ask(title);
    }
    assert_eq!(forum.similar("tap drip"), [], "no vector is known yet");
    forum.settle();
    assert_eq!(forum.similar("tap drip").first(), Some(&leak));
    forum.delete(leak);
    assert!(
        !forum.similar("tap drip").contains(&leak),
        "also before the vector is gone"
    );
    forum.settle();
}

#[test]
fn what_did_not_change_is_not_told_anew_and_what_is_told_twice_is_the_same() {
    let forum = Forum::spawn();
    let thread = forum.ask("Why does my valve leak");
    forum.settle();
    forum.app.by("ada", |ada| ada.reply(thread, "With a wrench."));
    let store = forum.app.store();
    let model = forum.meanings().model();
    let before = forum
        .app
        .read(|db| thread_vectors::progress(db, model.fingerprint()))
        .unwrap();
    let (again, other) = (again(&forum), again(&forum));
    forum.app.settle_changes();
    while again.step(store, Pace::Full, forum.app.now()).unwrap() != Step::Idle {}
    while other.step(store, Pace::Full, forum.app.now()).unwrap() != Step::Idle {}
    let after = forum
        .app
        .read(|db| thread_vectors::progress(db, model.fingerprint()))
        .unwrap();
    assert!(after.position > before.position && after.model == before.model);
    forum.settle();
    assert_eq!(forum.known().count(), 1);
}

/// The same model, loaded by another node.
fn again(forum: &Forum) -> Meanings {
    let model = tanya::meaning::Model::load(forum.model.path()).unwrap();
    Meanings::new(std::sync::Arc::new(model))
}

#[test]
fn another_model_reads_everything_anew_and_the_old_vectors_go() {
    let forum = Forum::spawn();
    for title in ["Why does my valve leak", "Invoice missing"] {
        forum.ask(title);
    }
    forum.settle();
    let store = forum.app.store();
    let old = forum.meanings().model().fingerprint().to_owned();
    tiny::write_seeded(forum.model.path(), 8);
    let other = again(&forum);
    other.refresh(store).unwrap();
    assert_eq!(other.known().count(), 0, "those of another model are none of its own");
    while other.step(store, Pace::Full, forum.app.now()).unwrap() != Step::Idle {}
    other.refresh(store).unwrap();
    assert_eq!(other.known().count(), 2);
    assert_eq!(forum.app.read(|db| thread_vectors::progress(db, &old)), None);
    forum.meanings().refresh(store).unwrap();
    assert_eq!(
        forum.known().count(),
        0,
        "a node that still has the old one goes on with words"
    );
}

#[test]
fn all_vectors_can_be_removed_and_are_made_anew() {
    let forum = Forum::spawn();
    forum.ask("Why does my valve leak");
    forum.settle();
    while forum.app.write(|tx| thread_vectors::remove(tx, None)) > 0 {}
    forum.meanings().refresh(forum.app.store()).unwrap();
    assert_eq!(forum.known().count(), 0);
    forum.settle();
    assert_eq!(forum.known().count(), 1);
}

#[test]
fn a_model_that_rested_for_longer_than_the_log_remembers_begins_anew() {
    let forum = Forum::spawn();
    forum.ask("Why does my valve leak");
    forum.settle();
    let fingerprint = forum.meanings().model().fingerprint();
    let begin = |forum: &Forum| {
        forum
            .app
            .write(|tx| thread_vectors::begin(tx, fingerprint, forum.app.now()))
    };
    let before = begin(&forum);
    forum.app.clock.pass(Duration::days(79));
    assert_eq!(begin(&forum).model, before.model);
    forum.app.clock.pass(Duration::days(2));
    let after = begin(&forum);
    assert!(after.model != before.model && !after.is_filled);
    forum.settle();
    assert_eq!(forum.known().count(), 1);
}

#[test]
fn a_forum_that_is_there_is_read_to_its_end_in_pieces() {
    let forum = Forum::spawn();
    for at in 0..70 {
        forum.ask(&format!("Pump {at} does leak"));
    }
    forum.settle();
    assert_eq!(forum.known().count(), 70);
}
