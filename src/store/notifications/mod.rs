//! What people are told of.
//!
//! A fact (a *tiding*) is one row, written in the transaction of the fact; whoever is told of it has a row beside it. People whom it
//! concerns, and the first few watchers, are told in the same transaction; the rest, who may be thousands, by a job in batches
//! (`Job::SpreadTiding`), so that a reply in a thread that everybody watches takes no longer than another. Joining watchers when
//! somebody reads would be cheaper to write, but then neither what was read nor what was wished at that time could be told.
//!
//! A fact that is undone ends its tiding; what is deleted or out of sight is left out when it is read. So nobody is shown more than
//! they may see, whatever they were told.

mod affected;
mod choices;
mod facts;
mod letters;
mod list;
mod mentioning;
mod reading;
mod spreading;

use std::collections::{BTreeSet, HashMap};

use chrono::{DateTime, Utc};
use diesel::prelude::*;

use super::native::each;
use super::schema::{notifications, tidings};
use super::time::row_time;
use super::{Db, StoreError, changes, jobs, subscriptions, users};
use crate::domain::category::Audience;
use crate::domain::change::{ChangeVerb, Noun};
use crate::domain::id::{TidingId, UserId};
use crate::domain::job::Job;
use crate::domain::moderation::Act;
use crate::domain::notification::{NotificationKind, TidingKind};
use crate::domain::sight::Sight;
use crate::domain::subscription::{Nearness, Wishes};

pub use choices::{by_mail, choose_by_mail};
pub(super) use facts::{
    accepted, asked, commented, linked, merged_into_solved, moderated, replied, solved, split_off, unaccepted,
    unlinked, unmerged, unsolved,
};
pub(super) use letters::drop_just_begun;
pub use letters::{ThreadLetter, deferred_count, forget_letter, is_letter_due, post_letters, thread_letter};
pub use list::{Notification, PAGE, Told, Unread, page, unread, unread_having};
pub(super) use mentioning::{Post, reworded};
pub(super) use reading::{forget, read_thread};
pub use reading::{read, read_up_to, sweep, told_among};
pub use spreading::spread;

/// How many watchers are told in the transaction of the fact.
const FEW: i64 = 20;
/// How many are told in each transaction of the job.
const MANY: i64 = 500;

/// Something that happened.
struct NewTiding<'a> {
    kind: TidingKind,
    thread: i64,
    audience: Audience,
    reply: Option<i64>,
    comment: Option<i64>,
    article: Option<i64>,
    act: Option<Act>,
    reason: &'a str,
    /// Who did it; nobody in particular holds a post.
    by: Option<UserId>,
    /// Whether others than those whom it concerns are told: watchers, or people who have the problem too.
    spreads: bool,
}

impl<'a> NewTiding<'a> {
    fn new(kind: TidingKind, thread: i64, audience: Audience, by: impl Into<Option<UserId>>) -> Self {
        Self {
            kind,
            thread,
            audience,
            reply: None,
            comment: None,
            article: None,
            act: None,
            reason: "",
            by: by.into(),
            spreads: true,
        }
    }
}

/// People who are told, each with how it concerns them.
type People = Vec<(i64, NotificationKind)>;

/// Tells whom it concerns, and the first of those who want to hear of it. Without anybody nothing is written.
fn tell(tx: &mut Db, tiding: &NewTiding<'_>, concerned: &People, now: DateTime<Utc>) -> Result<(), StoreError> {
    let (others, more) = match tiding.spreads {
        true => others(tx, tiding.kind, (tiding.thread, tiding.reply), 0, FEW)?,
        false => (BTreeSet::new(), None),
    };
    let scene = (tiding.kind, tiding.thread, tiding.audience);
    let hearers = hearers(tx, scene, tiding.by.map(UserId::get), concerned, &others)?;
    if hearers.is_empty() && more.is_none() {
        return Ok(());
    }
    let id: i64 = diesel::insert_into(tidings::table)
        .values((
            tidings::kind.eq(tiding.kind.as_str()),
            tidings::thread_id.eq(tiding.thread),
            tidings::reply_id.eq(tiding.reply),
            tidings::comment_id.eq(tiding.comment),
            tidings::article_id.eq(tiding.article),
            tidings::act.eq(tiding.act.map(Act::as_str)),
            tidings::reason.eq(tiding.reason),
            tidings::by_id.eq(tiding.by.map(UserId::get)),
            tidings::happened_at.eq(row_time(now)),
        ))
        .returning(tidings::id)
        .get_result(tx)?;
    let id = TidingId::stored(id);
    write(tx, id, tiding.thread, &hearers, now, now)?;
    if let Some(after) = more {
        let after = UserId::stored(after);
        jobs::enqueue(tx, &Job::SpreadTiding { tiding: id, after }, now)?;
    }
    Ok(())
}

/// Those who may want to hear of it besides those whom it concerns, in the order of their numbers, and the last of them when
/// there may be more.
fn others(
    db: &mut Db,
    kind: TidingKind,
    (thread, reply): (i64, Option<i64>),
    after: i64,
    limit: i64,
) -> Result<(BTreeSet<i64>, Option<i64>), StoreError> {
    match kind {
        TidingKind::Asked | TidingKind::Replied => subscriptions::watchers(db, thread, after, limit),
        TidingKind::Commented => subscriptions::watchers_of_thread(db, thread, after, limit),
        TidingKind::Moderated => Ok((BTreeSet::new(), None)),
        TidingKind::Accepted | TidingKind::Linked | TidingKind::Solved => {
            affected::affected(db, kind, (thread, reply), after, limit)
        }
    }
}

/// Those who are told: able to sign in, with the thing in sight, and wishing to hear of it. Nobody hears of their own deeds, and
/// everybody once, as it concerns them most of what they wish to hear.
fn hearers(
    db: &mut Db,
    (kind, thread, audience): (TidingKind, i64, Audience),
    by: Option<i64>,
    concerned: &People,
    others: &BTreeSet<i64>,
) -> Result<People, StoreError> {
    let mut ids: BTreeSet<i64> = concerned
        .iter()
        .map(|(id, _)| *id)
        .chain(others.iter().copied())
        .collect();
    ids.retain(|id| Some(*id) != by);
    if ids.is_empty() {
        return Ok(Vec::new());
    }
    let ids: Vec<i64> = ids.into_iter().collect();
    let sights: HashMap<i64, Sight> = users::sights_of(db, &ids)?;
    let wishes = subscriptions::wishes_of(db, thread, &ids)?;
    let nothing = Wishes::default();
    let mut known: BTreeSet<i64> = by.into_iter().collect();
    let mut told = People::new();
    let of_others = others.iter().map(|id| {
        let nearness = wishes.get(id).map_or(Nearness::Nowhere, |wishes| wishes.in_force().1);
        (*id, for_others(kind, nearness))
    });
    for (id, kind) in concerned.iter().copied().chain(of_others) {
        let sees = sights.get(&id).is_some_and(|sight| sight.includes(audience));
        if sees && kind.is_heard(wishes.get(&id).unwrap_or(&nothing)) && known.insert(id) {
            told.push((id, kind));
        }
    }
    Ok(told)
}

/// How it concerns those whom it does not concern by itself.
fn for_others(kind: TidingKind, nearness: Nearness) -> NotificationKind {
    match kind {
        TidingKind::Accepted | TidingKind::Linked | TidingKind::Solved => NotificationKind::Solved,
        _ if nearness == Nearness::Thread => NotificationKind::Watched,
        _ => NotificationKind::Around,
    }
}

/// Writes the rows of those who are told, who may have been told before.
fn write(
    tx: &mut Db,
    tiding: TidingId,
    thread: i64,
    people: &People,
    happened_at: DateTime<Utc>,
    now: DateTime<Utc>,
) -> Result<(), StoreError> {
    if people.is_empty() {
        return Ok(());
    }
    let ids: Vec<i64> = people.iter().map(|(person, _)| *person).collect();
    let choices = choices::of(tx, &ids)?;
    let rows: Vec<_> = people
        .iter()
        .map(|(person, kind)| {
            (
                notifications::tiding_id.eq(tiding.get()),
                notifications::user_id.eq(*person),
                notifications::thread_id.eq(thread),
                notifications::kind.eq(kind.as_str()),
                notifications::happened_at.eq(row_time(happened_at)),
                notifications::is_by_mail.eq(choices.is_by_mail(*person, *kind)),
            )
        })
        .collect();
    each!(tx => diesel::insert_into(notifications::table).values(&rows).on_conflict_do_nothing().execute(tx))?;
    let by_mail = people
        .iter()
        .filter(|(person, kind)| choices.is_by_mail(*person, *kind));
    let mut by_mail: Vec<i64> = by_mail.map(|(person, _)| *person).collect();
    // In one order, so that two who write at once never wait for each other.
    by_mail.sort_unstable();
    letters::wait(tx, thread, &by_mail, happened_at)?;
    changes::record(tx, Noun::Tiding(tiding), ChangeVerb::Made, now)
}
