//! What merging, duplicates and known problems ask of the database.

use tanya::domain::body::Reason;
use tanya::domain::id::{CategoryId, ReplyId, ThreadId, UserId};
use tanya::domain::sight::Sight;
use tanya::store::imports::find_numbered_reply;
use tanya::store::{duplicates, known_problems, merges, users, votes};

use super::pages::{Ask, named};
use crate::support::beginning;

const MERGED: ThreadId = ThreadId::stored(13);
const TARGET: ThreadId = ThreadId::stored(15);
const PROBLEM: ThreadId = ThreadId::stored(3_001);

/// What is asked and written, by name.
pub fn all() -> Vec<(String, Ask)> {
    let now = beginning();
    let moderator = |db: &mut tanya::store::Db| users::find(db, UserId::stored(3));
    vec![
        named("what a merge would do", |db| {
            merges::plan(db, Sight::everything(), MERGED, TARGET)
        }),
        named("merging", move |db| {
            let cat = moderator(db)?;
            let reason = Reason::default();
            merges::merge(db, &cat, Sight::everything(), MERGED, TARGET, &reason, now)
        }),
        named("where a merged thread stands", |db| {
            merges::landing(db, Sight::everything(), MERGED)?;
            find_numbered_reply(db, MERGED.get(), 2)
        }),
        named("what points to the target", |db| {
            duplicates::of(db, Sight::public(), TARGET)
        }),
        named("undoing a merge", move |db| {
            let cat = moderator(db)?;
            merges::undo(db, &cat, Sight::everything(), MERGED, now)?;
            drop(merges::opened(db, ReplyId::stored(1)));
            Ok(())
        }),
        named("the last original", |db| {
            duplicates::leads_back(db, MERGED, ThreadId::stored(9))?;
            duplicates::last_original(db, Sight::public(), ThreadId::stored(9))
        }),
        named("known problems", |db| {
            known_problems::of_category(db, Some(UserId::stored(2)), Sight::public(), CategoryId::stored(1))?;
            known_problems::of_thread(db, Sight::everything(), PROBLEM)
        }),
        named("telling of a known problem", move |db| {
            let (cat, sight) = (moderator(db)?, Sight::everything());
            known_problems::begin(db, &cat, sight, PROBLEM, CategoryId::stored(1), now)?;
            let bob = users::find(db, UserId::stored(2))?;
            votes::me_too(db, &bob, sight, PROBLEM, true, now)?;
            votes::me_too(db, &bob, sight, PROBLEM, false, now)?;
            known_problems::end(db, &cat, sight, PROBLEM, now)
        }),
    ]
}
