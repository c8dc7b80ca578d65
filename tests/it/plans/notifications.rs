//! What telling people asks of the database, and what their pages ask.

use std::collections::HashSet;

use chrono::{DateTime, Utc};
use tanya::domain::id::{ThreadId, TidingId, UserId};
use tanya::domain::sight::Sight;
use tanya::domain::subscription::Level;
use tanya::store::users::Having;
use tanya::store::{notifications, subscriptions, users};

use super::pages::{Ask, named};

/// A thread of the filled forum that is not merged, and one of its people.
const THREAD: ThreadId = ThreadId::stored(12);
const READER: UserId = UserId::stored(2);

fn now() -> DateTime<Utc> {
    "2025-01-05T00:00:00Z".parse().unwrap()
}

/// Somebody who was told everything that can be told.
fn told() -> Having {
    Having {
        has_unread: true,
        has_notice: true,
        ..Having::default()
    }
}

/// What is asked and written, by name.
pub fn all() -> Vec<(String, Ask)> {
    vec![
        named("bell", |db| {
            notifications::unread_having(db, READER, Sight::public(), &told())
        }),
        named("what somebody was told", |db| {
            let page = notifications::page(db, READER, Sight::everything(), None)?;
            notifications::page(db, READER, Sight::public(), page.more)
        }),
        named("marking as read", |db| {
            notifications::read(db, READER, TidingId::stored(9), now())?;
            notifications::read_up_to(db, UserId::stored(77), TidingId::stored(90), now())
        }),
        named("telling the rest", |db| {
            notifications::spread(db, TidingId::stored(9_050), UserId::stored(1), now())
        }),
        named("who listens", |db| {
            let told = [TidingId::stored(9), TidingId::stored(10)];
            notifications::told_among(db, &told, &[READER, UserId::stored(3)])
        }),
        named("forgetting", |db| {
            notifications::sweep(db, "2026-01-01T00:05:00Z".parse().unwrap())
        }),
        named("what goes by mail", |db| {
            notifications::by_mail(db, READER)?;
            notifications::choose_by_mail(db, READER, &HashSet::new())?;
            notifications::deferred_count(db, READER)
        }),
        named("letters about threads", |db| {
            let early: DateTime<Utc> = "2025-01-01T00:10:00Z".parse().unwrap();
            notifications::is_letter_due(db, early)?;
            notifications::post_letters(db, 3, early)?;
            notifications::post_letters(db, 0, early)?;
            let posted_at = early.timestamp_micros();
            for thread in 1..12 {
                notifications::thread_letter(db, READER, ThreadId::stored(thread), posted_at, early)?;
            }
            notifications::forget_letter(db, READER, THREAD, posted_at)
        }),
        named("what somebody watches", |db| {
            let page = subscriptions::page(db, READER, Sight::everything(), None)?;
            subscriptions::page(db, READER, Sight::public(), page.more)
        }),
        named("how much somebody wants to hear", |db| {
            let sight = Sight::everything();
            subscriptions::of_thread(db, READER, THREAD)?;
            subscriptions::choose_for_thread(db, READER, sight, THREAD, Level::Watching, now())?;
            subscriptions::choose_for_thread(db, READER, sight, THREAD, Level::Muted, now())?;
            subscriptions::choose_for_category(db, READER, sight, "help", Level::Watching, now())?;
            subscriptions::choose_for_category(db, READER, sight, "help", Level::Normal, now())?;
            subscriptions::choose_for_tag(db, READER, sight, "tag-7", Level::Muted, now())?;
            subscriptions::choose_for_tag(db, READER, sight, "tag-7", Level::Normal, now())?;
            users::watch_answered(db, READER, true)
        }),
    ]
}
