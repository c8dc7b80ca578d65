//! Merging one thread into another, and taking that back: addresses, standing, counts, sight and races.

mod addresses;
mod duplicates;
mod races;
pub mod restoring;
mod standing;

use std::time::{Duration, Instant};

use tanya::domain::account::Viewer;
use tanya::domain::body::Reason;
use tanya::domain::id::{ReplyId, ThreadId};
use tanya::domain::sight::Sight;
use tanya::search::Asked;
use tanya::search::embedded::{Filters, Visible};
use tanya::search::follower::Follower;
use tanya::search::query::Query;
use tanya::store::merges::{self, Merging, Undoing};

use crate::support::TestApp;

const MERGE: &str = "main form[method=post][action$='/-/merge']";
const UNMERGE: &str = "form[action$='/-/unmerge']";

/// Two questions of two people with an answer each: the one that is merged, and the one that stays.
pub struct Pair {
    pub merged: ThreadId,
    pub target: ThreadId,
    pub answer: ReplyId,
    pub other: ReplyId,
}

impl Pair {
    pub fn of(app: &TestApp) -> Self {
        let merged = app.by("ada", |ada| {
            ada.ask("help", "Why does the lamp blink at night?", "light")
        });
        let answer = app.by("bob", |bob| bob.reply(merged, "It looks for the network."));
        app.clock.pass(chrono::Duration::minutes(5));
        let target = app.by("dan", |dan| dan.ask("help", "Why does the lamp blink?", "light, lamp"));
        let other = app.by("eve", |eve| eve.reply(target, "Its battery is low."));
        app.clock.pass(chrono::Duration::minutes(5));
        Self {
            merged,
            target,
            answer,
            other,
        }
    }
}

/// Merges through the store, as somebody of the cast.
pub fn merge_as(app: &TestApp, name: &str, id: ThreadId, into: ThreadId) -> Merging {
    let (user, now) = (app.user(name), app.now());
    let sight = Sight::of(&Viewer::User(user.clone()));
    app.write(|tx| merges::merge(tx, &user, sight, id, into, &Reason::default(), now))
}

/// Merges, which must be done.
pub fn merge(app: &TestApp, id: ThreadId, into: ThreadId) -> ReplyId {
    match merge_as(app, "root", id, into) {
        Merging::Merged(opening) => opening,
        other => panic!("not merged: {other:?}"),
    }
}

/// Has the index follow until these words find so many threads: PostgreSQL holds changes back while a transaction is open
/// anywhere.
pub fn indexed(app: &TestApp, words: &str, count: usize) {
    let (store, search) = (app.store().clone(), app.site.search.clone());
    let mut follower = Follower::new(store, search, app.clock.clone());
    let (query, until) = (Query::parse(words), Instant::now() + Duration::from_secs(30));
    loop {
        follower.catch_up().unwrap();
        let asked = Asked {
            query: &query,
            filters: &Filters::default(),
            visible: &Visible::default(),
            now: app.now(),
        };
        let found = app.site.search.find(&asked, 0, 10).unwrap();
        if found.is_some_and(|answer| answer.counts.all == count) {
            return;
        }
        assert!(Instant::now() < until, "{words} are not found");
    }
}

/// Takes a merge back through the store.
pub fn undo(app: &TestApp, id: ThreadId) -> Undoing {
    let (user, now) = (app.user("root"), app.now());
    app.write(|tx| merges::undo(tx, &user, Sight::everything(), id, now))
}

#[test]
fn a_moderator_merges_by_a_page_that_says_what_will_happen_and_takes_it_back() {
    let app = TestApp::spawn();
    let pair = Pair::of(&app);
    let (cat, path) = (app.signed_in("cat"), format!("/threads/{}/-/merge", pair.merged));
    let thread = cat.visit(&format!("/threads/{}", pair.merged));
    assert_eq!(
        thread.attributes(".moderation-bar a[href$='/-/merge']", "href"),
        std::slice::from_ref(&path)
    );
    assert_eq!(app.signed_in("bob").get(&path).status, 403);
    let asked = cat.submit(&path, "main form[method=get]", &[("q", &pair.target.to_string())]);
    let sides = asked.texts(".merge-sides dd > a");
    assert_eq!(sides, ["Why does the lamp blink at night?", "Why does the lamp blink?"]);
    assert!(asked.text(".merge-will").contains("its 1 reply moves along"));

    let form = asked.form(MERGE).with(&[("merge_reason", "The same lamp.")]);
    let merged = cat.send_form(&form);
    assert_eq!(merged.status, 303, "{}", merged.body);
    let page = cat.visit(&merged.location().unwrap());
    assert!(
        page.path.starts_with(&format!("/threads/{}/", pair.target)),
        "{}",
        page.path
    );
    assert_eq!(
        page.texts(".opening-note strong"),
        ["Why does the lamp blink at night?"]
    );
    assert_eq!(page.texts("#replies-head"), ["3 answers"]);
    let log = cat.get("/moderation/log").body;
    assert!(log.contains("Merged into another thread") && log.contains("The same lamp."));

    let undone = cat.send_form(&page.form(UNMERGE));
    let alone = cat.visit(&undone.location().unwrap());
    assert!(
        alone.path.starts_with(&format!("/threads/{}/", pair.merged)),
        "{}",
        alone.path
    );
    assert_eq!(alone.texts(".post .prose").len(), 2);
    assert!(!alone.has(".opening-note"));
    // The form of before finds nothing to undo.
    let again = cat.send_form(&page.form(UNMERGE));
    assert_eq!(again.status, 303);
}

#[test]
fn words_find_the_other_thread_and_what_is_refused_is_said_beside_the_choice() {
    let app = TestApp::spawn();
    let pair = Pair::of(&app);
    let talk = app.by("ada", |ada| ada.start("help", "discussion", "Lamps we like", ""));
    indexed(&app, "battery lamp blink", 1);
    let (cat, path) = (app.signed_in("cat"), format!("/threads/{}/-/merge", pair.merged));
    let found = cat.submit(&path, "main form[method=get]", &[("q", "battery lamp blink")]);
    assert_eq!(found.texts(".merge-found a"), ["Why does the lamp blink?"]);
    let confirm = cat.get(&found.attributes(".merge-found a", "href").remove(0));
    assert!(confirm.has(MERGE));
    let none = cat.submit(&path, "main form[method=get]", &[("q", "zzzz qqqq")]);
    assert_eq!(
        (none.status, none.form("main form[method=get]").value("q")),
        (422, Some("zzzz qqqq"))
    );
    for (other, words) in [
        (pair.merged.to_string(), "same thread"),
        (talk.to_string(), "different kinds"),
    ] {
        let page = cat.submit(&path, "main form[method=get]", &[("q", &other)]);
        assert!(page.text(".notice.failure").contains(words), "{}", page.body);
        assert!(!page.has(MERGE));
        let refused = cat.post(&path, &[("into", &*other)]);
        assert_eq!(refused.status, 422, "{other}");
    }
    assert_eq!(
        cat.submit(&path, "main form[method=get]", &[("q", "99999")]).status,
        422
    );
    assert_eq!(cat.post(&path, &[("into", "99999")]).status, 404);
}
