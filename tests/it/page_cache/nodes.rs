//! Several nodes: whoever has seen a change never sees an older page, and the others see it within a second.

use std::time::{Duration, Instant};

use diesel::connection::SimpleConnection;
use tanya::domain::change::{ChangeVerb, Noun};
use tanya::store::{Db, StoreError, changes, settings};

use super::{AHEAD, Kept, PATIENCE};
use crate::kill::sign_in;
use crate::support::{Child, Client, Database, TestApp};

#[test]
fn whoever_has_seen_a_new_setting_sees_it_at_a_node_that_has_not_heard_of_it() {
    let mut kept = Kept::spawn();
    kept.follow();
    let now = kept.app.now();
    kept.app
        .write(|tx| settings::change(tx, |all| all.site_name = "The other forum".to_owned(), now));
    let seen = format!("seen={}", kept.app.site.store.last_written());
    let ada = kept.app.visitor().with_cookie(seen);
    assert!(ada.get("/threads").body.contains("The other forum"));
    // Whoever makes up a number costs a look at the log, not all that is kept.
    kept.follow();
    let held = kept.read_kept("/threads").body;
    let before = kept.app.site.pages.moment();
    assert_eq!(
        kept.app.visitor().with_cookie(AHEAD.to_owned()).get("/threads").body,
        held
    );
    assert_eq!(kept.app.site.pages.moment(), before);
}

#[test]
fn a_server_that_has_written_nothing_yet_has_seen_no_more_than_the_log() {
    let database = Database::with_cast();
    // As an import of many changes leaves it: ids far beyond the numbers of transactions.
    let now = chrono::Utc::now();
    let as_imported = |tx: &mut Db| {
        if Database::is_postgres() {
            tx.batch_execute("alter table changes alter column id restart with 9000000000000")?;
        }
        changes::record(tx, Noun::Settings, ChangeVerb::Changed, now)
    };
    database.store().write_now::<_, StoreError>(as_imported).unwrap();
    let mut kept = Kept::on(TestApp::on(database));
    let last = kept.app.site.store.last_written();
    assert!(last > 0);
    let until = Instant::now() + PATIENCE;
    while !kept.app.site.pages.may_answer(Some(last)) {
        assert!(Instant::now() < until, "{last} is ahead of the log");
        kept.follow();
    }
}

#[test]
fn what_one_process_writes_another_shows_within_a_second() {
    let database = Database::with_cast();
    let (one_folder, other_folder) = (tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap());
    let one = Child::serve(one_folder.path(), &database.address());
    let other = Child::serve(other_folder.path(), &database.address());
    let ada = sign_in(one.address, "ada");
    let asked = ada.submit(
        "/threads/new?category=help",
        "main form[method=post]",
        &[
            ("title", "Why does the light blink?"),
            ("body", "It blinks at night."),
            ("category", "help"),
        ],
    );
    let path = asked.location().expect("it was posted");
    let reader = Client::new(other.address);
    let patience = Instant::now() + Duration::from_secs(30);
    while reader.get(&path).header("etag").is_none() {
        assert!(Instant::now() < patience, "the page is never kept");
    }
    for number in 0..5 {
        let text = format!("Answer number {number} to this.");
        let answer_form = "form[action$='/replies']";
        assert_eq!(ada.submit(&path, answer_form, &[("body", &text)]).status, 303);
        let posted = Instant::now();
        // Whoever wrote and goes on without a session sees it at once, at every node.
        let seen = ada.cookie("seen").expect("it says how far this browser has seen");
        let writer = Client::new(other.address).with_cookie(format!("seen={seen}"));
        assert!(
            writer.get(&path).body.contains(&text),
            "an older page after a newer one"
        );
        loop {
            let asked = posted.elapsed();
            if reader.get(&path).body.contains(&text) {
                break;
            }
            assert!(
                asked < Duration::from_secs(1),
                "an older page {asked:?} after the write"
            );
        }
    }
}
