//! The demo forum, planted into a database of its own, stands as it was written.

use super::*;
use crate::domain::slug::slug;
use crate::domain::thread::Standing;
use crate::store::DatabaseUrl;
use crate::store::migrations::migrate;
use crate::store::threads::Wanted;

#[test]
fn the_whole_demo_stands_as_it_was_written() {
    let folder = tempfile::tempdir().unwrap();
    let url = DatabaseUrl::of_data_dir(folder.path());
    migrate(&url).unwrap();
    let store = Store::open(&url).unwrap();
    let demo = Demo::load().unwrap();
    let now: DateTime<Utc> = "2026-11-21T12:00:00Z".parse().unwrap();
    plant(
        &demo,
        &store,
        &|id, title| format!("/threads/{id}/{}", slug(title)),
        now,
    )
    .unwrap();

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
