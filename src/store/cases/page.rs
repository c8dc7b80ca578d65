//! One case with everything that its page shows: the text, who flagged it and why, and what was decided.

use chrono::{DateTime, Duration, NaiveDateTime, Utc};
use diesel::prelude::*;
use diesel::sql_types::{BigInt, Bool, Nullable, Text, Timestamp};

use super::list::{QueueRow, Row, columns, row};
use super::standing::{STANDING, WORDS, Words};
use crate::domain::case::{Decision, FlagOutcome};
use crate::domain::flag::FlagReason;
use crate::domain::id::{CaseId, UserId};
use crate::domain::sight::Sight;
use crate::store::authors::{Author, Authors};
use crate::store::native::audiences;
use crate::store::schema::{cases, flags};
use crate::store::time::{row_time, utc};
use crate::store::{Db, StoreError};
use crate::text::SafeHtml;

/// How many flags of a case are shown.
const FLAGS: i64 = 20;
/// For how long a decision can be taken back from the line below the queue; the log offers it later, too.
const LAST: Duration = Duration::hours(1);

/// A case on its page.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CasePage {
    /// The case as the queue has it.
    pub row: QueueRow,
    /// The name of the category.
    pub category: String,
    /// When the piece was written.
    pub written_at: DateTime<Utc>,
    /// The text.
    pub body: SafeHtml,
    /// What in it is why it is held, or why a scan found it; may be empty.
    pub held_words: String,
    /// Whether nobody but moderators sees it, be it held or deleted.
    pub is_hidden: bool,
    /// Whether the thread around it is deleted.
    pub is_thread_deleted: bool,
    /// The flags, the heaviest first.
    pub flags: Vec<FlagView>,
    /// Who decided what, when and why.
    pub decided: Option<(Author, Decision, DateTime<Utc>, String)>,
}

/// A flag on the page of its case.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FlagView {
    /// Whose it is.
    pub by: Author,
    /// Why.
    pub reason: FlagReason,
    /// In their words.
    pub words: String,
    /// When.
    pub flagged_at: DateTime<Utc>,
    /// How much it weighs, in thousandths of a member's.
    pub weight: i64,
    /// What became of it.
    pub outcome: Option<FlagOutcome>,
}

#[derive(QueryableByName)]
struct Whole {
    #[diesel(embed)]
    queued: Row,
    #[diesel(sql_type = Text)]
    category: String,
    #[diesel(sql_type = Timestamp)]
    written_at: NaiveDateTime,
    #[diesel(embed)]
    words: Words,
    #[diesel(sql_type = Text)]
    held_words: String,
    #[diesel(sql_type = Bool)]
    is_hidden: bool,
    #[diesel(sql_type = Bool)]
    is_thread_deleted: bool,
    #[diesel(sql_type = Nullable<Timestamp>)]
    decided_at: Option<NaiveDateTime>,
    #[diesel(sql_type = Nullable<BigInt>)]
    decided_by_id: Option<i64>,
    #[diesel(sql_type = Nullable<Text>)]
    decision: Option<String>,
    #[diesel(sql_type = Text)]
    note: String,
}

/// A case; absent when its piece is out of sight.
pub fn page(db: &mut Db, sight: Sight, id: CaseId, now: DateTime<Utc>) -> Result<CasePage, StoreError> {
    let whole: Whole = diesel::sql_query(format!(
        "select {columns}, {WORDS}, categories.name as category, \
             coalesce(comments.created_at, replies.created_at, threads.created_at) as written_at, \
             (case when waiting.comment_id is not null then comments.deleted_at \
                 when waiting.reply_id is not null then replies.deleted_at \
                 else threads.deleted_at end is not null) as is_hidden, \
             (threads.deleted_at is not null) as is_thread_deleted, waiting.held_words as held_words, waiting.decided_at as decided_at, \
             waiting.decided_by_id as decided_by_id, waiting.decision as decision, waiting.note as note \
         from cases as waiting {STANDING} where waiting.id = $1 and categories.audience in ({audiences})",
        columns = columns(),
        audiences = audiences(sight),
    ))
    .bind::<BigInt, _>(id.get())
    .get_result(db)?;
    let flags = flags_of(db, id)?;
    let mut people: Vec<Option<i64>> = whole.queued.people().to_vec();
    people.push(whole.decided_by_id);
    people.extend(flags.iter().map(|row| Some(row.0)));
    let people = Authors::load(db, people)?;
    let decision = whole.decision.as_deref().and_then(Decision::parse);
    let by = people.of(whole.decided_by_id, None);
    let decided = whole
        .decided_at
        .zip(decision)
        .map(|(at, decision)| (by, decision, utc(at), whole.note));
    let row = whole.queued.dress(&people, now)?;
    Ok(CasePage {
        body: whole.words.shown(row.piece),
        row,
        category: whole.category,
        written_at: utc(whole.written_at),
        held_words: whole.held_words,
        is_hidden: whole.is_hidden,
        is_thread_deleted: whole.is_thread_deleted,
        flags: flags.into_iter().filter_map(|row| flag_view(row, &people)).collect(),
        decided,
    })
}

type FlagRow = (i64, String, String, NaiveDateTime, i64, Option<String>);

fn flags_of(db: &mut Db, id: CaseId) -> Result<Vec<FlagRow>, StoreError> {
    let mut rows: Vec<FlagRow> = flags::table
        .filter(flags::case_id.eq(id.get()))
        .filter(flags::withdrawn_at.is_null())
        .limit(FLAGS)
        .select((
            flags::user_id,
            flags::reason,
            flags::words,
            flags::flagged_at,
            flags::weight,
            flags::outcome,
        ))
        .load(db)?;
    rows.sort_by_key(|row| std::cmp::Reverse(row.4));
    Ok(rows)
}

fn flag_view((by, reason, words, at, weight, outcome): FlagRow, people: &Authors) -> Option<FlagView> {
    Some(FlagView {
        by: people.of(Some(by), None),
        reason: FlagReason::parse(&reason)?,
        words,
        flagged_at: utc(at),
        weight,
        outcome: outcome.as_deref().and_then(FlagOutcome::parse),
    })
}

/// What somebody decided last, while the page offers to take it back.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LastDecision {
    /// On what.
    pub id: CaseId,
    /// The thread's title.
    pub title: String,
    /// How.
    pub decision: Decision,
    /// When.
    pub decided_at: DateTime<Utc>,
    /// Who wrote it, while they are removed with everything that they wrote: then only that is taken back.
    pub removed: Option<UserId>,
}

/// What somebody decided last, within the last hour.
pub fn last_decision(
    db: &mut Db,
    sight: Sight,
    by: UserId,
    now: DateTime<Utc>,
) -> Result<Option<LastDecision>, StoreError> {
    let last: Option<(i64, Option<String>, Option<NaiveDateTime>)> = cases::table
        .filter(cases::decided_by_id.eq(by.get()))
        .filter(cases::decided_at.ge(row_time(now - LAST)))
        .order((cases::decided_at.desc(), cases::id.desc()))
        .select((cases::id, cases::decision, cases::decided_at))
        .first(db)
        .optional()?;
    let Some((id, Some(decision), Some(decided_at))) = last else {
        return Ok(None);
    };
    let Some(decision) = Decision::parse(&decision).filter(|decision| *decision != Decision::Lapsed) else {
        return Ok(None);
    };
    let id = CaseId::stored(id);
    match row(db, sight, id, now) {
        Ok(row) => Ok(Some(LastDecision {
            id,
            title: row.thread.1,
            decision,
            decided_at: utc(decided_at),
            removed: row.author.removed,
        })),
        Err(StoreError::NotFound) => Ok(None),
        Err(error) => Err(error),
    }
}
