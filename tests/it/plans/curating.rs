//! What redacting, splitting and pins that end ask of the database.

use chrono::{DateTime, Utc};
use diesel::prelude::*;
use diesel::sql_types::BigInt;
use tanya::domain::body::Reason;
use tanya::domain::case::Piece;
use tanya::domain::id::{CategoryId, CommentId, ReplyId, SelectionId, ThreadId, UserId};
use tanya::domain::redaction::Words;
use tanya::domain::selection::{Doing, Order};
use tanya::domain::sight::Sight;
use tanya::domain::split::SplitDraft;
use tanya::domain::tag::TagName;
use tanya::domain::title::Title;
use tanya::store::{
    Db, comments, erasing, redactions, replies, selections, splits, tag_synonyms, tags, threads, users,
};

use super::pages::{Ask, named};
use crate::support::beginning;

const THREAD: ThreadId = ThreadId::stored(7);
const SPLIT: ThreadId = ThreadId::stored(21);

/// What is asked and written, by name.
pub fn all() -> Vec<(String, Ask)> {
    let now = beginning();
    vec![
        named("what a redaction would change", |db| {
            redactions::plan(db, Sight::everything(), THREAD, &Words::parse("a note").unwrap())
        }),
        named("what may be split off", |db| {
            splits::choice(db, Sight::everything(), SPLIT, Some(ReplyId::stored(8)))
        }),
        named("a split", move |db| {
            let cat = users::find(db, UserId::stored(3))?;
            let choice = splits::choice(db, Sight::everything(), SPLIT, None)?;
            let draft = SplitDraft {
                replies: choice.candidates.iter().map(|one| one.reply).take(2).collect(),
                title: Title::parse("Something else").unwrap(),
                category: CategoryId::stored(1),
                reason: Reason::default(),
            };
            splits::split(db, &cat, Sight::everything(), SPLIT, &draft, now)?;
            splits::of_thread(db, Sight::everything(), SPLIT)
        }),
        named("a pin until a day", move |db| {
            let cat = users::find(db, UserId::stored(3))?;
            threads::pin_until(
                db,
                &cat,
                Sight::everything(),
                THREAD,
                now + chrono::Duration::days(1),
                now,
            )?;
            threads::unpin_due(db, now + chrono::Duration::days(2))
        }),
        a_selection(now),
        named("synonyms of a tag", move |db| {
            let (sight, by) = (Sight::public(), UserId::stored(3));
            let tag = tags::page(db, Sight::everything(), "", 0, 1)?.remove(0);
            let name = TagName::parse("another-name").unwrap();
            tag_synonyms::add(db, by, tag.id(), &name, now)?;
            tag_synonyms::of_tag(db, tag.id())?;
            tags::by_name(db, Sight::everything(), "another-name")?;
            tags::complete(db, sight, "anoth", 8)?;
            tag_synonyms::remove(db, by, tag.id(), &name, now)
        }),
        a_final_deletion(now),
        named("a redaction", move |db| {
            let cat = users::find(db, UserId::stored(3))?;
            let words = Words::parse("a note").unwrap();
            redactions::redact(db, &cat, Sight::everything(), THREAD, (&words, &Reason::default()), now)
        }),
    ]
}

fn a_selection(now: DateTime<Utc>) -> (String, Ask) {
    named("an act on a selection, and taking it back", move |db| {
        let (cat, sight) = (users::find(db, UserId::stored(3))?, Sight::everything());
        let threads = (41..46).map(|id| Piece::Thread(ThreadId::stored(id)));
        let order = Order {
            pieces: threads.chain([Piece::Reply(ReplyId::stored(3))]).collect(),
            doing: Doing::Delete,
            reason: Reason::default(),
        };
        let moves = Order {
            doing: Doing::Move(CategoryId::stored(2)),
            ..order.clone()
        };
        for order in [moves, order] {
            selections::carry_out(db, &cat, sight, &order, now)?;
        }
        let done = newest_selection(db);
        selections::undo(db, &cat, sight, done, now)
    })
}

fn a_final_deletion(now: DateTime<Utc>) -> (String, Ask) {
    named("a final deletion", move |db| {
        let (cat, sight, no) = (
            users::find(db, UserId::stored(3))?,
            Sight::everything(),
            Reason::default(),
        );
        // What waits for a moderator in a thread keeps it, so several are tried.
        for id in 31..36 {
            threads::delete(db, &cat, sight, ThreadId::stored(id), &no, now)?;
        }
        replies::delete(db, &cat, sight, ReplyId::stored(2), &no, now)?;
        comments::delete(db, &cat, sight, CommentId::stored(2), now)?;
        let late = now + chrono::Duration::days(31);
        while erasing::sweep(db, late)? > 0 {}
        Ok(())
    })
}

#[derive(QueryableByName)]
struct Newest {
    #[diesel(sql_type = BigInt)]
    id: i64,
}

fn newest_selection(db: &mut Db) -> SelectionId {
    let newest =
        diesel::sql_query("select id from selections where id > 0 order by id desc limit 1").get_result::<Newest>(db);
    SelectionId::stored(newest.unwrap().id)
}
