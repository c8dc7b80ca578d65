//! Holding: a piece of writing is hidden as if it were deleted, and waits for a moderator. Its author sees that, and why.

use chrono::{DateTime, NaiveDateTime, Utc};
use diesel::prelude::*;
use diesel::sql_types::{BigInt, Nullable, Text, Timestamp};

use super::cases::{self, HeldPiece, PLACE, Place, STANDING, WORDS, Words, proper};
use super::moderations::{self, Moderated};
use super::schema::cases as cases_table;
use super::time::{row_time, utc};
use super::{Db, StoreError};
use crate::domain::case::{HoldReason, Piece};
use crate::domain::flag::FlagReason;
use crate::domain::id::{ThreadId, UserId};
use crate::domain::question::Removal;
use crate::domain::sight::Sight;
use crate::text::SafeHtml;

/// How many held pieces of their own somebody is shown on a page.
const SHOWN: i64 = 10;
/// The harm of what nobody can read: it waits behind what everybody can.
const HARMLESS: i64 = 1;

/// How holding ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Holding {
    /// It is hidden, and waits for a moderator.
    Held,
    /// It is hidden already.
    HiddenBefore,
    /// Flags alone do not hide it, as somebody vouches for it: an asker who accepted it, or the moderator who wrote it.
    Spared,
}

/// Hides a piece until a moderator has looked at it, in the transaction in which it is flagged or posted.
pub fn hold(tx: &mut Db, piece: Piece, why: HoldReason, now: DateTime<Utc>) -> Result<Holding, StoreError> {
    hold_for(tx, piece, why, "", now)
}

/// The same, with what in it is the reason, which the desk says.
pub fn hold_for(
    tx: &mut Db,
    piece: Piece,
    why: HoldReason,
    words: &str,
    now: DateTime<Utc>,
) -> Result<Holding, StoreError> {
    let piece = proper(tx, piece)?;
    let held = HeldPiece::take(tx, Sight::everything(), piece)?;
    if held.is_deleted() {
        return Ok(Holding::HiddenBefore);
    }
    if why == HoldReason::Flagged && held.is_vouched_for(tx)? {
        return Ok(Holding::Spared);
    }
    let removal = match why {
        HoldReason::Spam => Removal::Spam,
        HoldReason::Flagged | HoldReason::Watched | HoldReason::Hasty | HoldReason::Trapped | HoldReason::Doubted => {
            Removal::Other
        }
    };
    held.hide(tx, None, removal, now)?;
    let case = cases::open(tx, piece, held.author(), now)?;
    diesel::update(cases_table::table.find(case.id))
        .set((
            cases_table::held_at.eq(Some(row_time(now))),
            cases_table::held_for.eq(Some(why.as_str())),
            cases_table::harm.eq(HARMLESS),
        ))
        .execute(tx)?;
    // What a scan found in it stays.
    if !words.is_empty() {
        diesel::update(cases_table::table.find(case.id))
            .set(cases_table::held_words.eq(words))
            .execute(tx)?;
    }
    moderations::log_hold(tx, &held, why, now)?;
    Ok(Holding::Held)
}

/// Something of one's own that is held.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OwnHeld {
    /// What it is.
    pub piece: Piece,
    /// The thread in which it stands, with its title.
    pub thread: (ThreadId, String),
    /// Since when it waits.
    pub held_at: DateTime<Utc>,
    /// Why.
    pub why: HoldReason,
    /// As what members flagged it, if they did.
    pub flagged_as: Option<FlagReason>,
    /// The text.
    pub body: SafeHtml,
}

#[derive(QueryableByName)]
struct Row {
    #[diesel(embed)]
    place: Place,
    #[diesel(embed)]
    words: Words,
    #[diesel(sql_type = Timestamp)]
    held_at: NaiveDateTime,
    #[diesel(sql_type = Text)]
    held_for: String,
    #[diesel(sql_type = Nullable<Text>)]
    worst: Option<String>,
}

/// What somebody wrote in a thread that waits for a moderator, the oldest first; the thread's own text too.
pub fn own_in(db: &mut Db, author: UserId, thread: ThreadId) -> Result<Vec<OwnHeld>, StoreError> {
    let rows: Vec<Row> = diesel::sql_query(format!(
        "select {PLACE}, {WORDS}, waiting.held_at as held_at, waiting.held_for as held_for, waiting.worst as worst \
         from cases as waiting {STANDING} \
         where waiting.author_id = $1 and waiting.held_at is not null and waiting.decided_at is null and threads.id = $2 \
         order by waiting.id limit {SHOWN}",
    ))
    .bind::<BigInt, _>(author.get())
    .bind::<BigInt, _>(thread.get())
    .load(db)?;
    rows.into_iter().map(own_held).collect()
}

fn own_held(row: Row) -> Result<OwnHeld, StoreError> {
    let piece = row.place.piece()?;
    let strange = || StoreError::Unexpected(format!("why {piece:?} is held"));
    Ok(OwnHeld {
        piece,
        thread: row.place.thread(),
        held_at: utc(row.held_at),
        why: HoldReason::parse(&row.held_for).ok_or_else(strange)?,
        flagged_as: row.worst.as_deref().and_then(FlagReason::parse),
        body: row.words.shown(piece),
    })
}

/// The thread in which a piece of somebody's own stands that is held, with its title; `None` when it is not theirs, or not held.
pub fn home_of_own(db: &mut Db, author: UserId, piece: Piece) -> Result<Option<(ThreadId, String)>, StoreError> {
    let (column, id) = match piece {
        Piece::Thread(id) => ("thread_id", id.get()),
        Piece::Reply(id) => ("reply_id", id.get()),
        Piece::Comment(id) => ("comment_id", id.get()),
    };
    let home: Option<Place> = diesel::sql_query(format!(
        "select {PLACE} from cases as waiting {STANDING} \
         where waiting.{column} = $1 and waiting.author_id = $2 and waiting.held_at is not null and waiting.decided_at is null",
    ))
    .bind::<BigInt, _>(id)
    .bind::<BigInt, _>(author.get())
    .get_result(db)
    .optional()?;
    Ok(home.map(Place::thread))
}
