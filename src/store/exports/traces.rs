//! What stands behind a person's posts: earlier versions, reasons, places, readings, and what they agreed to.

use chrono::{DateTime, NaiveDateTime, Utc};
use diesel::prelude::*;
use serde::Serialize;

use super::{Item, PAGE, Post, Rows, after_id, by_id};
use crate::domain::browser::Browser;
use crate::domain::cursor::Cursor;
use crate::domain::id::{ReplyId, UserId};
use crate::store::schema::{
    address_changes, articles, doubts, known_browsers, readings, reopenings, replies, restraints, revisions, threads,
    uploads,
};
use crate::store::time::utc;
use crate::store::{Db, StoreError, consents};

/// A document that was agreed to.
#[derive(Debug, Clone, Serialize)]
pub struct Consent {
    /// Which one.
    pub document: String,
    /// In which version.
    pub version: i64,
    /// When.
    pub agreed_at: DateTime<Utc>,
}

/// An address that waits to take the place of the present one.
#[derive(Debug, Clone, Serialize)]
pub struct WaitingAddress {
    /// The address.
    pub email: String,
    /// When it was asked for.
    pub asked_at: DateTime<Utc>,
    /// Until when its letter can be answered.
    pub expires_at: DateTime<Utc>,
}

pub(super) fn own_consents(db: &mut Db, user: UserId) -> Result<Vec<Consent>, StoreError> {
    let consent = |(document, version, agreed_at)| Consent {
        document,
        version,
        agreed_at,
    };
    Ok(consents::of(db, user)?.into_iter().map(consent).collect())
}

pub(super) fn own_waiting_address(db: &mut Db, user: UserId) -> Result<Option<WaitingAddress>, StoreError> {
    let row: Option<(String, NaiveDateTime, NaiveDateTime)> = address_changes::table
        .find(user.get())
        .select((
            address_changes::email,
            address_changes::asked_at,
            address_changes::expires_at,
        ))
        .first(db)
        .optional()?;
    Ok(row.map(|(email, asked_at, expires_at)| WaitingAddress {
        email,
        asked_at: utc(asked_at),
        expires_at: utc(expires_at),
    }))
}

pub(super) fn own_places(db: &mut Db, user: i64, after: Option<Cursor>) -> Rows {
    let rows: Vec<(i64, String, String, NaiveDateTime, NaiveDateTime)> = known_browsers::table
        .filter(known_browsers::user_id.eq(user))
        .filter(known_browsers::id.gt(after_id(after)))
        .order(known_browsers::id)
        .limit(PAGE + 1)
        .select((
            known_browsers::id,
            known_browsers::browser,
            known_browsers::network,
            known_browsers::first_seen_at,
            known_browsers::seen_at,
        ))
        .load(db)?;
    let item = |(id, label, network, first_seen_at, seen_at): (i64, String, String, _, _)| {
        let browser = Browser::labelled(&label);
        let fields = serde_json::json!({
            "browser": browser.program,
            "system": browser.system,
            "network": network,
            "first_seen_at": utc(first_seen_at),
            "seen_at": utc(seen_at),
        });
        (by_id(id), Item { post: None, fields })
    };
    Ok(rows.into_iter().map(item).collect())
}

/// What the person brought; its bytes are behind its address.
pub(super) fn own_uploads(db: &mut Db, user: i64, after: Option<Cursor>) -> Rows {
    type Row = (i64, Option<i64>, Option<i64>, (String, String, i64), NaiveDateTime);
    let from = after.unwrap_or(Cursor { key: i64::MIN, id: 0 });
    let at = from.moment().unwrap_or_default().naive_utc();
    let rows: Vec<Row> = uploads::table
        .filter(uploads::owner_id.eq(Some(user)))
        .filter(uploads::made_at.ge(at))
        .filter(uploads::made_at.gt(at).or(uploads::id.gt(from.id)))
        .order((uploads::made_at, uploads::id))
        .limit(PAGE + 1)
        .select((
            uploads::id,
            uploads::thread_id,
            uploads::reply_id,
            (uploads::name, uploads::alt, uploads::byte_count),
            uploads::made_at,
        ))
        .load(db)?;
    let item = |(id, thread, reply, (name, alt, bytes), made_at): Row| {
        let fields = serde_json::json!({
            "id": id,
            "thread_id": thread,
            "reply_id": reply,
            "name": name,
            "description": alt,
            "bytes": bytes,
            "made_at": utc(made_at),
        });
        (Cursor::at(utc(made_at), id), Item { post: None, fields })
    };
    Ok(rows.into_iter().map(item).collect())
}

pub(super) fn own_readings(db: &mut Db, user: i64, after: Option<Cursor>) -> Rows {
    let rows: Vec<(i64, NaiveDateTime, i64)> = readings::table
        .filter(readings::user_id.eq(user))
        .filter(readings::thread_id.gt(after_id(after)))
        .order(readings::thread_id)
        .limit(PAGE + 1)
        .select((readings::thread_id, readings::read_at, readings::seen_count))
        .load(db)?;
    let item = |(id, read_at, seen_count)| {
        let fields = serde_json::json!({ "thread_id": id, "read_at": utc(read_at), "seen_replies": seen_count });
        (by_id(id), Item { post: None, fields })
    };
    Ok(rows.into_iter().map(item).collect())
}

/// Versions that the person saved of their own posts; what they changed in others' is others' text.
pub(super) fn own_revisions(db: &mut Db, user: i64, after: Option<Cursor>) -> Rows {
    type Row = (
        (i64, i64, Option<i64>, i64),
        (Option<String>, Option<String>, String),
        (String, NaiveDateTime),
    );
    let of_thread = revisions::reply_id.is_null().and(threads::author_id.eq(Some(user)));
    let rows: Vec<Row> = revisions::table
        .inner_join(threads::table)
        .left_join(replies::table)
        .filter(revisions::editor_id.eq(Some(user)))
        .filter(revisions::id.gt(after_id(after)))
        .filter(of_thread.or(replies::author_id.eq(Some(user))))
        .order(revisions::id)
        .limit(PAGE + 1)
        .select((
            (
                revisions::id,
                revisions::thread_id,
                revisions::reply_id,
                revisions::number,
            ),
            (revisions::title, revisions::tags, revisions::body_markdown),
            (revisions::reason, revisions::created_at),
        ))
        .load(db)?;
    let item = |((id, thread, reply, number), (title, tags, body), (reason, at)): Row| {
        let fields = serde_json::json!({
            "thread_id": thread,
            "reply_id": reply,
            "number": number,
            "title": title,
            "tags": tags,
            "markdown": body,
            "reason": reason,
            "created_at": utc(at),
        });
        let post = reply.map(|reply| Post::Reply(ReplyId::stored(reply)));
        (by_id(id), Item { post, fields })
    };
    Ok(rows.into_iter().map(item).collect())
}

/// Articles are few, and their earlier versions are those of everybody who writes.
pub(super) fn own_articles(db: &mut Db, user: i64, after: Option<Cursor>) -> Rows {
    type Row = (i64, String, (String, String, String), NaiveDateTime);
    let rows: Vec<Row> = articles::table
        .filter(articles::author_id.eq(Some(user)))
        .filter(articles::id.gt(after_id(after)))
        .order(articles::id)
        .limit(PAGE + 1)
        .select((
            articles::id,
            articles::state,
            (articles::title, articles::short_answer, articles::body_markdown),
            articles::created_at,
        ))
        .load(db)?;
    let item = |(id, state, (title, short_answer, body), at): (i64, String, (String, String, String), _)| {
        let fields = serde_json::json!({
            "article_id": id,
            "state": state,
            "title": title,
            "short_answer": short_answer,
            "markdown": body,
            "created_at": utc(at),
        });
        (by_id(id), Item { post: None, fields })
    };
    Ok(rows.into_iter().map(item).collect())
}

pub(super) fn own_reopenings(db: &mut Db, user: i64, after: Option<Cursor>) -> Rows {
    let rows: Vec<(i64, i64, String, NaiveDateTime)> = reopenings::table
        .filter(reopenings::reopened_by_id.eq(Some(user)))
        .filter(reopenings::id.gt(after_id(after)))
        .order(reopenings::id)
        .limit(PAGE + 1)
        .select((
            reopenings::id,
            reopenings::thread_id,
            reopenings::reason,
            reopenings::reopened_at,
        ))
        .load(db)?;
    let item = |(id, thread, reason, at): (i64, i64, String, _)| {
        let fields = serde_json::json!({ "thread_id": thread, "reason": reason, "reopened_at": utc(at) });
        (by_id(id), Item { post: None, fields })
    };
    Ok(rows.into_iter().map(item).collect())
}

/// Why a moderator looked at their account, and how that was decided.
pub(super) fn own_doubts(db: &mut Db, user: i64, after: Option<Cursor>) -> Rows {
    type Row = (i64, String, NaiveDateTime, Option<String>, Option<NaiveDateTime>);
    let rows: Vec<Row> = doubts::table
        .filter(doubts::user_id.eq(user))
        .filter(doubts::user_id.gt(after_id(after)))
        .select((
            doubts::user_id,
            doubts::reason,
            doubts::opened_at,
            doubts::decision,
            doubts::decided_at,
        ))
        .load(db)?;
    let item = |(id, reason, opened_at, decision, decided_at): Row| {
        let fields = serde_json::json!({
            "reason": reason,
            "opened_at": utc(opened_at),
            "decision": decision,
            "decided_at": decided_at.map(utc),
        });
        (by_id(id), Item { post: None, fields })
    };
    Ok(rows.into_iter().map(item).collect())
}

/// What moderators said to the person: theirs to know, but for whose act it was.
pub(super) fn own_restraints(db: &mut Db, user: i64, after: Option<Cursor>) -> Rows {
    type Row = (
        (i64, String, String),
        (
            NaiveDateTime,
            Option<NaiveDateTime>,
            Option<NaiveDateTime>,
            Option<NaiveDateTime>,
        ),
    );
    let rows: Vec<Row> = restraints::table
        .filter(restraints::user_id.eq(user))
        .filter(restraints::id.gt(after_id(after)))
        .order(restraints::id)
        .limit(PAGE + 1)
        .select((
            (restraints::id, restraints::kind, restraints::reason),
            (
                restraints::begun_at,
                restraints::ends_at,
                restraints::ended_at,
                restraints::read_at,
            ),
        ))
        .load(db)?;
    let item = |((id, kind, reason), (begun_at, ends_at, ended_at, read_at)): Row| {
        let fields = serde_json::json!({
            "kind": kind,
            "reason": reason,
            "begun_at": utc(begun_at),
            "ends_at": ends_at.map(utc),
            "ended_at": ended_at.map(utc),
            "read_at": read_at.map(utc),
        });
        (by_id(id), Item { post: None, fields })
    };
    Ok(rows.into_iter().map(item).collect())
}
