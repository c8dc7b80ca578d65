//! Whose turn it is to feed a search server, and which of its indexes hold what.
//!
//! What belongs here: the row that all nodes share. What does not: what is sent (`search/meilisearch/feeding.rs`).

use chrono::{DateTime, Duration, NaiveDateTime, Utc};
use diesel::prelude::*;

use super::changes::{self, Position};
use super::native::NativeDsl;
use super::schema::{followers, search_feeds};
use super::time::{row_time, utc};
use super::{Db, StoreError};

/// How long a turn holds; a node that has not renewed it by then has died, or hangs.
pub const TURN: Duration = Duration::seconds(60);

/// One index of a search server: the shape of its documents, and when the server made it, in the server's own words.
///
/// The server tells that time with every index and keeps it when two indexes change places: so it says which is which.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Made {
    /// The version of the documents and settings.
    pub version: u32,
    /// When it was made.
    pub at: String,
}

/// An index that is being filled, all threads up to this id being in it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Filling {
    /// The index.
    pub made: Made,
    /// The last thread.
    pub to: i64,
}

/// How far a search server is.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Feed {
    /// The index that answers.
    pub serving: Option<Made>,
    /// The index that will take its place.
    pub filling: Option<Filling>,
    /// Whether somebody asked for all to be sent anew.
    pub is_wanted_anew: bool,
    /// What it knows of the change log.
    pub position: Position,
}

/// The row as every node sees it.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Seen {
    /// How far the server is.
    pub feed: Feed,
    /// When its position was last moved; `None` when it never was.
    pub moved_at: Option<DateTime<Utc>>,
    /// Since when the oldest change waits that the server was not told.
    pub waiting_since: Option<DateTime<Utc>>,
    /// Until when somebody feeds it.
    pub held_until: Option<DateTime<Utc>>,
}

type Row = (
    (Option<String>, Option<String>, Option<i64>),
    bool,
    Option<NaiveDateTime>,
    Option<NaiveDateTime>,
);

/// How far a server is, by its follower's name, and who feeds it.
pub fn seen(db: &mut Db, follower: &str) -> Result<Seen, StoreError> {
    let row: Option<Row> = search_feeds::table
        .find(follower)
        .left_join(followers::table.on(followers::name.eq(search_feeds::follower)))
        .select((
            (search_feeds::serving, search_feeds::filling, search_feeds::filled_to),
            search_feeds::is_wanted_anew,
            search_feeds::held_until,
            followers::moved_at.nullable(),
        ))
        .first(db)
        .optional()?;
    let Some(((serving, filling, filled_to), is_wanted_anew, held_until, moved_at)) = row else {
        return Ok(Seen::default());
    };
    let position = changes::position(db, follower)?;
    let waiting = changes::after(db, position, 1)?;
    let filling = filling.and_then(|said| Made::read(&said)).zip(filled_to);
    Ok(Seen {
        feed: Feed {
            serving: serving.and_then(|said| Made::read(&said)),
            filling: filling.map(|(made, to)| Filling { made, to }),
            is_wanted_anew,
            position,
        },
        moved_at: moved_at.map(utc),
        waiting_since: waiting.first().map(|change| change.recorded_at),
        held_until: held_until.map(utc),
    })
}

/// Takes the turn to feed a server, or renews it: a conditional update, so that two nodes never have it. Answers whether
/// it is theirs.
pub fn take(tx: &mut Db, follower: &str, node: &str, now: DateTime<Utc>) -> Result<bool, StoreError> {
    diesel::insert_into(search_feeds::table)
        .values(search_feeds::follower.eq(follower))
        .on_conflict_do_nothing()
        .native()
        .execute(tx)?;
    let free = search_feeds::held_by
        .is_null()
        .or(search_feeds::held_by.eq(node))
        .or(search_feeds::held_until.le(row_time(now)));
    let taken = diesel::update(search_feeds::table.find(follower).filter(free))
        .set((
            search_feeds::held_by.eq(Some(node)),
            search_feeds::held_until.eq(Some(row_time(now + TURN))),
        ))
        .execute(tx)?;
    Ok(taken == 1)
}

/// Lets another node have the turn; answers whether it was this one's.
pub fn release(tx: &mut Db, follower: &str, node: &str) -> Result<bool, StoreError> {
    let held = search_feeds::table
        .find(follower)
        .filter(search_feeds::held_by.eq(node));
    let released = diesel::update(held)
        .set((
            search_feeds::held_by.eq(None::<String>),
            search_feeds::held_until.eq(None::<NaiveDateTime>),
        ))
        .execute(tx)?;
    Ok(released == 1)
}

/// Writes down how far the server is, together with its position in the change log. Answers whether the turn was still
/// the node's own; when it was not, nothing is written. Whether all is wanted anew is left as it is: somebody may just have asked.
pub fn keep(tx: &mut Db, follower: &str, node: &str, feed: &Feed, now: DateTime<Utc>) -> Result<bool, StoreError> {
    let held = search_feeds::table
        .find(follower)
        .filter(search_feeds::held_by.eq(node));
    let kept = diesel::update(held)
        .set((
            search_feeds::serving.eq(feed.serving.as_ref().map(Made::said)),
            search_feeds::filling.eq(feed.filling.as_ref().map(|filling| filling.made.said())),
            search_feeds::filled_to.eq(feed.filling.as_ref().map(|filling| filling.to)),
        ))
        .execute(tx)?;
    if kept == 1 {
        changes::advance(tx, follower, feed.position, now)?;
    }
    Ok(kept == 1)
}

/// Asks for all to be sent anew; answers whether there is anything to replace.
pub fn want_anew(tx: &mut Db, follower: &str) -> Result<bool, StoreError> {
    let wanted = diesel::update(search_feeds::table.find(follower))
        .set(search_feeds::is_wanted_anew.eq(true))
        .execute(tx)?;
    Ok(wanted == 1)
}

/// Says that what [`want_anew`] asked for has begun.
pub fn hear(tx: &mut Db, follower: &str) -> Result<(), StoreError> {
    diesel::update(search_feeds::table.find(follower))
        .set(search_feeds::is_wanted_anew.eq(false))
        .execute(tx)?;
    Ok(())
}

impl Made {
    fn said(&self) -> String {
        format!("{} {}", self.version, self.at)
    }

    fn read(said: &str) -> Option<Self> {
        let (version, at) = said.split_once(' ')?;
        Some(Self {
            version: version.parse().ok()?,
            at: at.to_owned(),
        })
    }
}

impl Seen {
    /// For how long the oldest change waits that the server was not told.
    pub fn behind(&self, now: DateTime<Utc>) -> Duration {
        let waits = self.waiting_since.map(|since| now - since);
        waits.unwrap_or_default().max(Duration::zero())
    }
}
