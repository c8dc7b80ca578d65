//! The texts themselves: read once more for what quotes them, then gone.

use chrono::{DateTime, Utc};
use diesel::prelude::*;

use super::{AT_ONCE, Pieces};
use crate::domain::erasing::Quotations;
use crate::domain::redaction::MARK;
use crate::store::native::among;
use crate::store::schema::{
    ask_sessions, comments, incoming_messages, moderations, question_fields, replies, revisions, threads,
};
use crate::store::time::row_time;
use crate::store::{Db, StoreError};
use crate::text::RENDERER_VERSION;

/// What makes a quotation of these pieces, of all their versions.
pub(super) fn quotations(db: &mut Db, pieces: &Pieces) -> Result<Quotations, StoreError> {
    let mut found = Quotations::default();
    for id in &pieces.threads {
        let (title, body): (String, String) = threads::table
            .find(id)
            .select((threads::title, threads::body_markdown))
            .first(db)?;
        found.add(&title);
        found.add(&body);
    }
    macro_rules! add {
        ($table:ident, $of:expr, $ids:expr) => {
            for some in $ids.chunks(AT_ONCE) {
                let rows = $table::table.filter(among($of, some.iter().copied()));
                for body in rows.select($table::body_markdown).load::<String>(db)? {
                    found.add(&body);
                }
            }
        };
    }
    add!(replies, replies::id, pieces.replies);
    add!(comments, comments::id, pieces.comments);
    add!(revisions, revisions::id, versions(db, pieces)?);
    Ok(found)
}

/// Every version of these pieces.
fn versions(db: &mut Db, pieces: &Pieces) -> Result<Vec<i64>, StoreError> {
    let mut found: Vec<i64> = Vec::new();
    for some in pieces.replies.chunks(AT_ONCE) {
        let rows = revisions::table.filter(among(revisions::reply_id.assume_not_null(), some.iter().copied()));
        found.extend(rows.select(revisions::id).load::<i64>(db)?);
    }
    for some in pieces.threads.chunks(AT_ONCE) {
        let rows = revisions::table
            .filter(among(revisions::thread_id, some.iter().copied()))
            .filter(revisions::reply_id.is_null());
        found.extend(rows.select(revisions::id).load::<i64>(db)?);
    }
    Ok(found)
}

/// Takes the texts away, with what of them lies elsewhere: versions, answers to a template, messages, what was typed into the ask form.
pub(super) fn forget(tx: &mut Db, pieces: &Pieces, now: DateTime<Utc>) -> Result<(), StoreError> {
    let versions = versions(tx, pieces)?;
    for some in versions.chunks(AT_ONCE) {
        diesel::delete(revisions::table.filter(among(revisions::id, some.iter().copied()))).execute(tx)?;
    }
    for id in &pieces.threads {
        forget_thread(tx, *id, now)?;
    }
    for some in pieces.replies.chunks(AT_ONCE) {
        diesel::update(replies::table.filter(among(replies::id, some.iter().copied())))
            .set((
                replies::body_markdown.eq(""),
                replies::body_html.eq(""),
                replies::body_source.eq(None::<String>),
                replies::renderer.eq(RENDERER_VERSION),
                replies::erased_at.eq(Some(row_time(now))),
            ))
            .execute(tx)?;
        let reply = incoming_messages::reply_id.assume_not_null();
        diesel::update(incoming_messages::table.filter(among(reply, some.iter().copied())))
            .set((
                incoming_messages::raw.eq(None::<Vec<u8>>),
                incoming_messages::subject.eq(None::<String>),
            ))
            .execute(tx)?;
    }
    for some in pieces.comments.chunks(AT_ONCE) {
        diesel::update(comments::table.filter(among(comments::id, some.iter().copied())))
            .set((
                comments::body_markdown.eq(""),
                comments::body_html.eq(""),
                comments::renderer.eq(RENDERER_VERSION),
                comments::erased_at.eq(Some(row_time(now))),
            ))
            .execute(tx)?;
        // Comments have no history: the log keeps what an edit changed.
        let comment = moderations::comment_id.assume_not_null();
        diesel::update(moderations::table.filter(among(comment, some.iter().copied())))
            .set((
                moderations::was.eq(None::<String>),
                moderations::became.eq(None::<String>),
            ))
            .execute(tx)?;
    }
    Ok(())
}

fn forget_thread(tx: &mut Db, id: i64, now: DateTime<Utc>) -> Result<(), StoreError> {
    diesel::update(threads::table.find(id))
        .set((
            threads::title.eq(MARK),
            threads::body_markdown.eq(""),
            threads::body_html.eq(""),
            threads::body_source.eq(None::<String>),
            threads::template_answers.eq("[]"),
            threads::renderer.eq(RENDERER_VERSION),
            threads::erased_at.eq(Some(row_time(now))),
        ))
        .execute(tx)?;
    diesel::delete(question_fields::table.filter(question_fields::thread_id.eq(id))).execute(tx)?;
    diesel::update(ask_sessions::table.filter(ask_sessions::thread_id.eq(id)))
        .set(ask_sessions::title.eq(""))
        .execute(tx)?;
    diesel::update(incoming_messages::table.filter(incoming_messages::thread_id.eq(id)))
        .set((
            incoming_messages::raw.eq(None::<Vec<u8>>),
            incoming_messages::subject.eq(None::<String>),
        ))
        .execute(tx)?;
    Ok(())
}
