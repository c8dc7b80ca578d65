//! The demo forum, planted into a database of its own, stands as it was written.

use super::*;
use crate::domain::notification::NotificationKind;
use crate::domain::role::Role;
use crate::domain::slug::slug;
use crate::domain::thread::Standing;
use crate::import::demo::ADMINISTRATOR;
use crate::store::DatabaseUrl;
use crate::store::migrations::migrate;
use crate::store::threads::Wanted;
use crate::store::{notifications, users};

fn planted(folder: &std::path::Path, keys: Option<Keys<'_>>, now: DateTime<Utc>) -> (Demo, Store) {
    let url = DatabaseUrl::of_data_dir(folder);
    migrate(&url).unwrap();
    let store = Store::open(&url).unwrap();
    let demo = Demo::load().unwrap();
    let address = |id, title: &str| format!("/threads/{id}/{}", slug(title));
    plant(&demo, &store, &address, keys, now).unwrap();
    (demo, store)
}

#[test]
fn whoever_has_the_keys_is_told_of_a_reply_a_mention_and_an_acceptance() {
    let folder = tempfile::tempdir().unwrap();
    let now: DateTime<Utc> = "2026-11-21T12:00:00Z".parse().unwrap();
    let email = EmailAddress::parse("admin@example.com").unwrap();
    let keys = Keys {
        name: ADMINISTRATOR,
        email: &email,
        password_hash: "a hash",
    };
    let (_, store) = planted(folder.path(), Some(keys), now);
    let told = |db: &mut Db| {
        let id = users::with_address(db, &email)?.ok_or(StoreError::NotFound)?;
        assert_eq!(users::find(db, id)?.role, Role::Admin);
        let page = notifications::page(db, id, Sight::everything(), None)?;
        Ok::<_, StoreError>(page.items)
    };
    let told = store.read_now(told).unwrap();
    assert!(told.iter().all(|note| !note.is_read));
    for kind in [
        NotificationKind::Answered,
        NotificationKind::Mentioned,
        NotificationKind::Accepted,
    ] {
        assert!(told.iter().any(|note| note.kind == kind), "{kind}");
    }
    let age = now - told[0].happened_at;
    assert!(age < chrono::Duration::days(2), "the newest is {age} old");
}

#[test]
fn the_whole_demo_stands_as_it_was_written() {
    let folder = tempfile::tempdir().unwrap();
    let now: DateTime<Utc> = "2026-11-21T12:00:00Z".parse().unwrap();
    let (demo, store) = planted(folder.path(), None, now);

    let everything = Sight::everything();
    let viewer = Viewer::Anonymous;
    for (number, thread) in (1..).zip(&demo.threads) {
        let id = ThreadId::stored(number);
        let page = store
            .read_now(|db| threads::page(db, &viewer, everything, id, Wanted::default()))
            .unwrap();
        assert_eq!(page.standing, thread.standing(), "{}", thread.id);
        assert_eq!(page.reply_count, thread.replies.len() as i64, "{}", thread.id);
        assert_eq!(page.post.up_count, thread.up.len() as i64, "{}", thread.id);
        assert_eq!(page.post.comment_count, thread.comments.len() as i64, "{}", thread.id);
        assert_eq!(page.me_too_count, thread.me_too.len() as i64, "{}", thread.id);
        assert_eq!(page.view_count, i64::from(thread.views), "{}", thread.id);
        assert_eq!(page.post.created_at, thread.asked_at(now), "{}", thread.id);
        assert_eq!(page.is_locked, thread.locked.is_some(), "{}", thread.id);
        assert!(
            !page.post.body.as_str().contains("thread:"),
            "{} links to a thread that is not there",
            thread.id
        );
        let replies = page.replies.items.iter().chain(&page.accepted);
        for (_, reply) in replies {
            assert!(
                !reply.body.as_str().contains("thread:"),
                "{} links to a thread that is not there",
                thread.id
            );
        }
        assert_eq!(page.acceptance.is_some(), page.standing == Standing::Resolved);
    }
    let categories = store.read_now(|db| categories::list(db, everything)).unwrap();
    let total: i64 = categories.iter().map(|category| category.thread_count).sum();
    assert_eq!(total, demo.threads.len() as i64);
}
