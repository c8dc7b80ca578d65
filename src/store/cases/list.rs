//! The queue of open cases, the most harmful first and of those the oldest; and which pieces of a page have one.

use std::collections::HashMap;

use chrono::{DateTime, NaiveDateTime, Utc};
use diesel::prelude::*;
use diesel::sql_types::{BigInt, Nullable, Text, Timestamp};

use super::standing::{PLACE, Place, STANDING};
use crate::domain::case::{HoldReason, Piece, claim_holds};
use crate::domain::flag::FlagReason;
use crate::domain::id::{CaseId, CommentId, ReplyId, ThreadId, UserId};
use crate::domain::sight::Sight;
use crate::store::authors::{Author, Authors};
use crate::store::native::{among, audiences};
use crate::store::schema::cases;
use crate::store::time::utc;
use crate::store::{Db, StoreError};

/// How many cases of the queue are read.
pub const QUEUE: i64 = 50;
/// Among how many cases those are looked for that somebody looks after who is no moderator: theirs are few, and others stand between.
const AMONG: i64 = 1_000;
/// The most cases that are counted.
pub const MOST_COUNTED: i64 = 100;

/// A case in the queue.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct QueueRow {
    /// The case.
    pub id: CaseId,
    /// What it is about.
    pub piece: Piece,
    /// The thread in which that stands, and its title.
    pub thread: (ThreadId, String),
    /// Who wrote it.
    pub author: Author,
    /// How much harm it does, from 1 to 4.
    pub harm: i64,
    /// The most harmful reason that was given.
    pub worst: Option<FlagReason>,
    /// How many people flagged it.
    pub flag_count: i64,
    /// Since when it waits.
    pub opened_at: DateTime<Utc>,
    /// Since when it is held, and why, if it is.
    pub held: Option<(DateTime<Utc>, HoldReason)>,
    /// Why a scan found it, if one did.
    pub found: Option<HoldReason>,
    /// Who has it in hand, and since when.
    pub claimed: Option<(Author, DateTime<Utc>)>,
}

impl QueueRow {
    /// Where it stands in the queue.
    fn position(&self) -> (i64, DateTime<Utc>, CaseId) {
        (-self.harm, self.opened_at, self.id)
    }

    /// Whether somebody else has it in hand.
    pub fn is_with_another(&self, viewer: UserId) -> bool {
        self.claimed.as_ref().is_some_and(|(by, _)| by.id != Some(viewer))
    }
}

#[derive(QueryableByName)]
pub(super) struct Row {
    #[diesel(sql_type = BigInt)]
    pub(super) id: i64,
    #[diesel(embed)]
    place: Place,
    #[diesel(sql_type = Nullable<BigInt>)]
    author_id: Option<i64>,
    #[diesel(sql_type = BigInt)]
    harm: i64,
    #[diesel(sql_type = Nullable<Text>)]
    worst: Option<String>,
    #[diesel(sql_type = BigInt)]
    flag_count: i64,
    #[diesel(sql_type = Timestamp)]
    opened_at: NaiveDateTime,
    #[diesel(sql_type = Nullable<Timestamp>)]
    held_at: Option<NaiveDateTime>,
    #[diesel(sql_type = Nullable<Text>)]
    held_for: Option<String>,
    #[diesel(sql_type = Nullable<Text>)]
    found_for: Option<String>,
    #[diesel(sql_type = Nullable<Timestamp>)]
    claimed_at: Option<NaiveDateTime>,
    #[diesel(sql_type = Nullable<BigInt>)]
    claimed_by_id: Option<i64>,
}

/// What is read of a case for its row.
pub(super) fn columns() -> String {
    format!(
        "waiting.id as id, {PLACE}, waiting.author_id as author_id, waiting.harm as harm, waiting.worst as worst, \
         waiting.flag_count as flag_count, waiting.opened_at as opened_at, waiting.held_at as held_at, \
         waiting.held_for as held_for, waiting.found_for as found_for, waiting.claimed_at as claimed_at, waiting.claimed_by_id as claimed_by_id"
    )
}

impl Row {
    pub(super) fn people(&self) -> [Option<i64>; 2] {
        [self.author_id, self.claimed_by_id]
    }

    pub(super) fn dress(self, people: &Authors, now: DateTime<Utc>) -> Result<QueueRow, StoreError> {
        let piece = self.place.piece()?;
        let held_for = self.held_for.as_deref().and_then(HoldReason::parse);
        let claimed = self.claimed_at.map(utc).filter(|at| claim_holds(*at, now));
        Ok(QueueRow {
            id: CaseId::stored(self.id),
            piece,
            thread: self.place.thread(),
            author: people.of(self.author_id, None),
            harm: self.harm,
            worst: self.worst.as_deref().and_then(FlagReason::parse),
            flag_count: self.flag_count,
            opened_at: utc(self.opened_at),
            held: self.held_at.map(utc).zip(held_for),
            found: self.found_for.as_deref().and_then(HoldReason::parse),
            claimed: claimed.map(|at| (people.of(self.claimed_by_id, None), at)),
        })
    }
}

/// How many cases are looked at to find so many of somebody's.
fn looked_at(sight: Sight, wanted: i64) -> i64 {
    match sight.is_of_groups() {
        true => AMONG,
        false => wanted,
    }
}

/// The first of the queue, as many as a page shows.
pub fn queue(db: &mut Db, sight: Sight, now: DateTime<Utc>) -> Result<Vec<QueueRow>, StoreError> {
    let rows: Vec<Row> = diesel::sql_query(format!(
        "select {columns} from (select * from cases where decided_at is null order by harm desc, opened_at, id limit $1) \
         as waiting {STANDING} where categories.audience in ({audiences})",
        columns = columns(),
        audiences = audiences(sight),
    ))
    .bind::<BigInt, _>(looked_at(sight, QUEUE))
    .load(db)?;
    let people = Authors::load(db, rows.iter().flat_map(Row::people))?;
    let rows = rows.into_iter().map(|row| row.dress(&people, now));
    let mut rows: Vec<QueueRow> = rows.collect::<Result<_, _>>()?;
    rows.sort_by_key(QueueRow::position);
    rows.truncate(usize::try_from(QUEUE).unwrap_or_default());
    Ok(rows)
}

/// A case as the queue has it, wherever it stands there; absent when its piece is out of sight.
pub fn row(db: &mut Db, sight: Sight, id: CaseId, now: DateTime<Utc>) -> Result<QueueRow, StoreError> {
    let row: Row = diesel::sql_query(format!(
        "select {columns} from cases as waiting {STANDING} where waiting.id = $1 and categories.audience in ({audiences})",
        columns = columns(),
        audiences = audiences(sight),
    ))
    .bind::<BigInt, _>(id.get())
    .get_result(db)?;
    let people = Authors::load(db, row.people())?;
    row.dress(&people, now)
}

/// The next case for somebody: the first behind the one that they had, else the first of all; none that another person has in hand.
pub fn next<'q>(queue: &'q [QueueRow], viewer: UserId, behind: Option<&QueueRow>) -> Option<&'q QueueRow> {
    let is_free = |row: &&QueueRow| !row.is_with_another(viewer) && behind.is_none_or(|had| had.id != row.id);
    let position = behind.map(QueueRow::position);
    let later = queue
        .iter()
        .filter(is_free)
        .find(|row| position.is_some_and(|position| row.position() > position));
    later.or_else(|| queue.iter().find(is_free))
}

#[derive(QueryableByName)]
struct Counted {
    #[diesel(sql_type = BigInt)]
    count: i64,
}

/// How many cases wait, up to [`MOST_COUNTED`].
pub fn waiting_count(db: &mut Db, sight: Sight) -> Result<i64, StoreError> {
    let counted: Counted = diesel::sql_query(format!(
        "select count(*) as count from (select thread_id, reply_id, comment_id from cases where decided_at is null \
         order by harm desc, opened_at, id limit {most}) as waiting {STANDING} \
         where categories.audience in ({audiences})",
        most = looked_at(sight, MOST_COUNTED),
        audiences = audiences(sight),
    ))
    .get_result(db)?;
    Ok(counted.count.min(MOST_COUNTED))
}

/// Which of a page's pieces have an open case.
pub fn open_among(
    db: &mut Db,
    thread: ThreadId,
    replies: &[ReplyId],
    comments: &[CommentId],
) -> Result<HashMap<Piece, CaseId>, StoreError> {
    type Found = (i64, (Option<i64>, Option<i64>, Option<i64>));
    let is_of_page = cases::thread_id
        .eq(thread.get())
        .or(among(cases::reply_id, replies.iter().map(|id| id.get())))
        .or(among(cases::comment_id, comments.iter().map(|id| id.get())));
    let rows: Vec<Found> = cases::table
        .filter(cases::decided_at.is_null())
        .filter(is_of_page)
        .select((cases::id, (cases::thread_id, cases::reply_id, cases::comment_id)))
        .load(db)?;
    let found = |(id, columns): Found| Some((Piece::of_columns(columns)?, CaseId::stored(id)));
    Ok(rows.into_iter().filter_map(found).collect())
}
