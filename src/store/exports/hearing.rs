//! What a person was told of, and what they want to hear of.

use chrono::NaiveDateTime;
use diesel::prelude::*;

use super::{Item, PAGE, Post, Rows, after_id, by_id};
use crate::domain::account::Viewer;
use crate::domain::cursor::Cursor;
use crate::domain::id::{ThreadId, UserId};
use crate::domain::sight::Sight;
use crate::store::native::among;
use crate::store::schema::{categories, letter_choices, notifications, subscriptions, tags, threads};
use crate::store::time::utc;
use crate::store::{Db, users};

pub(super) fn own_notifications(db: &mut Db, user: i64, after: Option<Cursor>) -> Rows {
    type Row = (i64, (i64, String), String, NaiveDateTime, Option<NaiveDateTime>);
    // The titles are others' words: what is out of sight by now is left out.
    let sight = Sight::of(&Viewer::User(users::find(db, UserId::stored(user))?));
    let rows: Vec<Row> = notifications::table
        .inner_join(threads::table.inner_join(categories::table))
        .filter(notifications::user_id.eq(user))
        .filter(among(categories::audience, sight.audience_names()))
        .filter(notifications::tiding_id.gt(after_id(after)))
        .order(notifications::tiding_id)
        .limit(PAGE + 1)
        .select((
            notifications::tiding_id,
            (threads::id, threads::title),
            notifications::kind,
            notifications::happened_at,
            notifications::read_at,
        ))
        .load(db)?;
    let item = |(id, (thread, title), kind, happened_at, read_at): Row| {
        let fields = serde_json::json!({
            "kind": kind,
            "thread_id": thread,
            "happened_at": utc(happened_at),
            "read_at": read_at.map(utc),
        });
        let post = Some(Post::Thread(ThreadId::stored(thread), title));
        (by_id(id), Item { post, fields })
    };
    Ok(rows.into_iter().map(item).collect())
}

pub(super) fn own_subscriptions(db: &mut Db, user: i64, after: Option<Cursor>) -> Rows {
    type Row = (i64, Option<i64>, Option<String>, Option<String>, String, NaiveDateTime);
    let rows: Vec<Row> = subscriptions::table
        .left_join(categories::table)
        .left_join(tags::table)
        .filter(subscriptions::user_id.eq(user))
        .filter(subscriptions::id.gt(after_id(after)))
        .order(subscriptions::id)
        .limit(PAGE + 1)
        .select((
            subscriptions::id,
            subscriptions::thread_id,
            categories::slug.nullable(),
            tags::name.nullable(),
            subscriptions::level,
            subscriptions::subscribed_at,
        ))
        .load(db)?;
    let item = |(id, thread, category, tag, level, at): Row| {
        let fields = serde_json::json!({
            "thread_id": thread,
            "category": category,
            "tag": tag,
            "level": level,
            "subscribed_at": utc(at),
        });
        (by_id(id), Item { post: None, fields })
    };
    Ok(rows.into_iter().map(item).collect())
}

/// One for each kind at most, so that there is no second page.
pub(super) fn own_letter_choices(db: &mut Db, user: i64, after: Option<Cursor>) -> Rows {
    if after.is_some() {
        return Ok(Vec::new());
    }
    let rows: Vec<(String, bool)> = letter_choices::table
        .filter(letter_choices::user_id.eq(user))
        .order(letter_choices::kind)
        .select((letter_choices::kind, letter_choices::is_by_mail))
        .load(db)?;
    let item = |(kind, is_by_mail)| {
        let fields = serde_json::json!({ "kind": kind, "is_by_mail": is_by_mail });
        (by_id(1), Item { post: None, fields })
    };
    Ok(rows.into_iter().map(item).collect())
}
