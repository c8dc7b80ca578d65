//! Votes, thanks and acceptances, which a person gave to others' posts, and what they said to surveys.

use chrono::NaiveDateTime;
use diesel::prelude::*;

use super::{Item, PAGE, Post, Rows, after_id, by_id};
use crate::domain::cursor::Cursor;
use crate::domain::id::ReplyId;
use crate::store::Db;
use crate::store::schema::{acceptances, cases, flags, me_toos, reply_votes, surveys, thanks, thread_votes};
use crate::store::time::utc;

pub(super) fn own_thread_votes(db: &mut Db, user: i64, after: Option<Cursor>) -> Rows {
    let rows: Vec<(i64, String, NaiveDateTime)> = thread_votes::table
        .filter(thread_votes::user_id.eq(user))
        .filter(thread_votes::thread_id.gt(after_id(after)))
        .order(thread_votes::thread_id)
        .limit(PAGE + 1)
        .select((thread_votes::thread_id, thread_votes::direction, thread_votes::voted_at))
        .load(db)?;
    let item = |(id, direction, at): (i64, String, _)| {
        let fields = serde_json::json!({ "thread_id": id, "vote": direction, "voted_at": utc(at) });
        (by_id(id), Item { post: None, fields })
    };
    Ok(rows.into_iter().map(item).collect())
}

pub(super) fn own_reply_votes(db: &mut Db, user: i64, after: Option<Cursor>) -> Rows {
    let rows: Vec<(i64, String, NaiveDateTime)> = reply_votes::table
        .filter(reply_votes::user_id.eq(user))
        .filter(reply_votes::reply_id.gt(after_id(after)))
        .order(reply_votes::reply_id)
        .limit(PAGE + 1)
        .select((reply_votes::reply_id, reply_votes::direction, reply_votes::voted_at))
        .load(db)?;
    let item = |(id, direction, at): (i64, String, _)| {
        let fields = serde_json::json!({ "reply_id": id, "vote": direction, "voted_at": utc(at) });
        let post = Some(Post::Reply(ReplyId::stored(id)));
        (by_id(id), Item { post, fields })
    };
    Ok(rows.into_iter().map(item).collect())
}

pub(super) fn own_me_toos(db: &mut Db, user: i64, after: Option<Cursor>) -> Rows {
    let rows: Vec<(i64, NaiveDateTime)> = me_toos::table
        .filter(me_toos::user_id.eq(user))
        .filter(me_toos::thread_id.gt(after_id(after)))
        .order(me_toos::thread_id)
        .limit(PAGE + 1)
        .select((me_toos::thread_id, me_toos::joined_at))
        .load(db)?;
    let item = |(id, at)| {
        let fields = serde_json::json!({ "thread_id": id, "joined_at": utc(at) });
        (by_id(id), Item { post: None, fields })
    };
    Ok(rows.into_iter().map(item).collect())
}

pub(super) fn own_flags(db: &mut Db, user: i64, after: Option<Cursor>) -> Rows {
    type Row = (
        i64,
        (Option<i64>, Option<i64>, Option<i64>),
        (String, String, Option<String>),
        (NaiveDateTime, Option<NaiveDateTime>),
    );
    let rows: Vec<Row> = flags::table
        .inner_join(cases::table)
        .filter(flags::user_id.eq(user))
        .filter(flags::id.gt(after_id(after)))
        .order(flags::id)
        .limit(PAGE + 1)
        .select((
            flags::id,
            (cases::thread_id, cases::reply_id, cases::comment_id),
            (flags::reason, flags::words, flags::outcome),
            (flags::flagged_at, flags::withdrawn_at),
        ))
        .load(db)?;
    let item = |(id, (thread, reply, comment), (reason, words, outcome), (at, withdrawn_at)): Row| {
        let fields = serde_json::json!({
            "thread_id": thread,
            "reply_id": reply,
            "comment_id": comment,
            "reason": reason,
            "words": words,
            "outcome": outcome,
            "flagged_at": utc(at),
            "withdrawn_at": withdrawn_at.map(utc),
        });
        (by_id(id), Item { post: None, fields })
    };
    Ok(rows.into_iter().map(item).collect())
}

pub(super) fn own_thanks(db: &mut Db, user: i64, after: Option<Cursor>) -> Rows {
    let rows: Vec<(i64, NaiveDateTime)> = thanks::table
        .filter(thanks::user_id.eq(user))
        .filter(thanks::reply_id.gt(after_id(after)))
        .order(thanks::reply_id)
        .limit(PAGE + 1)
        .select((thanks::reply_id, thanks::thanked_at))
        .load(db)?;
    let item = |(id, at)| {
        let fields = serde_json::json!({ "reply_id": id, "thanked_at": utc(at) });
        let post = Some(Post::Reply(ReplyId::stored(id)));
        (by_id(id), Item { post, fields })
    };
    Ok(rows.into_iter().map(item).collect())
}

pub(super) fn own_acceptances(db: &mut Db, user: i64, after: Option<Cursor>) -> Rows {
    type Row = (
        i64,
        i64,
        i64,
        bool,
        Option<NaiveDateTime>,
        String,
        Option<NaiveDateTime>,
    );
    let rows: Vec<Row> = acceptances::table
        .filter(acceptances::accepted_by_id.eq(Some(user)))
        .filter(acceptances::id.gt(after_id(after)))
        .order(acceptances::id)
        .limit(PAGE + 1)
        .select((
            acceptances::id,
            acceptances::thread_id,
            acceptances::reply_id,
            acceptances::on_behalf,
            acceptances::accepted_at,
            acceptances::precision,
            acceptances::ended_at,
        ))
        .load(db)?;
    let item = |(id, thread, reply, on_behalf, accepted_at, precision, ended_at): Row| {
        let fields = serde_json::json!({
            "thread_id": thread,
            "reply_id": reply,
            "on_behalf": on_behalf,
            "accepted_at": accepted_at.map(utc),
            "precision": precision,
            "ended_at": ended_at.map(utc),
        });
        let post = Some(Post::Reply(ReplyId::stored(reply)));
        (by_id(id), Item { post, fields })
    };
    Ok(rows.into_iter().map(item).collect())
}

pub(super) fn own_surveys(db: &mut Db, user: i64, after: Option<Cursor>) -> Rows {
    type Times = (NaiveDateTime, Option<NaiveDateTime>);
    type Said = (Option<i64>, Option<i64>, Option<String>);
    let rows: Vec<(i64, i64, Times, Said)> = surveys::table
        .filter(surveys::user_id.eq(user))
        .filter(surveys::id.gt(after_id(after)))
        .order(surveys::id)
        .limit(PAGE + 1)
        .select((
            surveys::id,
            surveys::thread_id,
            (surveys::invited_at, surveys::answered_at),
            (surveys::rating, surveys::effort, surveys::comment),
        ))
        .load(db)?;
    let item = |(id, thread, (invited_at, answered_at), (rating, effort, comment)): (i64, i64, Times, Said)| {
        let fields = serde_json::json!({
            "thread_id": thread,
            "invited_at": utc(invited_at),
            "answered_at": answered_at.map(utc),
            "rating": rating,
            "effort": effort,
            "comment": comment,
        });
        (by_id(id), Item { post: None, fields })
    };
    Ok(rows.into_iter().map(item).collect())
}
