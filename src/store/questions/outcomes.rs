//! Outcomes: what came of each question, derived from its facts and kept in a row.

use std::collections::{BTreeMap, BTreeSet};

use chrono::{DateTime, NaiveDateTime, Utc};
use diesel::prelude::*;

use super::facts::{complete, recorded};
use super::{fields, figures};
use crate::domain::id::{ArticleId, CategoryId, ReplyId, ThreadId, UserId};
use crate::domain::question::{
    Anomaly, Answer, Answerer, Closed, How, Outcome, Party, Removal, Removed, Resolution, Turn, What, derive,
};
use crate::domain::resolution::{CloseReason, Precision, When};
use crate::domain::thread::ThreadKind;
use crate::store::native::{among, each};
use crate::store::schema::{merges, question_outcomes, threads};
use crate::store::time::{row_time, utc};
use crate::store::{Db, StoreError, merges as merge_store};

/// How many rows one statement writes; each has thirty-two values.
const ROWS: usize = 500;
/// How many duplicates of duplicates are followed at most, as for those who read them.
const MOST_STEPS: usize = 30;

/// What came of a question, as its row keeps it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Kept {
    /// The question.
    pub thread: ThreadId,
    /// Where it lives by now.
    pub category: CategoryId,
    /// Who asked, if they have an account.
    pub asker: Option<UserId>,
    /// How many people have the same problem besides.
    pub me_too_count: i64,
    /// What came of it.
    pub outcome: Outcome,
}

/// What is kept of these questions, for the program itself: whoever shows it looks first who may see them.
pub fn kept(db: &mut Db, ids: &[ThreadId]) -> Result<BTreeMap<ThreadId, Kept>, StoreError> {
    let rows: Vec<Row> = question_outcomes::table
        .filter(among(question_outcomes::thread_id, ids.iter().map(|id| id.get())))
        .load(db)?;
    rows.into_iter()
        .map(|row| {
            let strange = StoreError::Unexpected(format!("outcome of thread {}", row.thread_id));
            let kept = kept_in(row).ok_or(strange)?;
            Ok((kept.thread, kept))
        })
        .collect()
}

/// Derives what came of these questions, and of those that depend on them, and keeps what is new.
///
/// Of those in `brought` other rows are asked besides what was noted: they may have come in from another forum.
pub fn reckon(
    tx: &mut Db,
    ids: &BTreeSet<ThreadId>,
    brought: &BTreeSet<ThreadId>,
    now: DateTime<Utc>,
) -> Result<(), StoreError> {
    let mut next = ids.clone();
    for _ in 0..MOST_STEPS {
        if next.is_empty() {
            break;
        }
        let moved = reckon_once(tx, &next, brought, now)?;
        next = dependants(tx, &moved)?;
    }
    Ok(())
}

/// Answers which of them may have moved others: those that are resolved otherwise than before, and merged ones.
fn reckon_once(
    tx: &mut Db,
    ids: &BTreeSet<ThreadId>,
    brought: &BTreeSet<ThreadId>,
    now: DateTime<Utc>,
) -> Result<BTreeSet<ThreadId>, StoreError> {
    let found = derived(tx, ids, brought, now)?;
    let before = kept(tx, &found.iter().map(|kept| kept.thread).collect::<Vec<_>>())?;
    let mut moved = BTreeSet::new();
    let mut changed = Vec::new();
    for found in found {
        let before = before.get(&found.thread);
        let resolution = |kept: &Kept| (kept.outcome.resolution, kept.outcome.merged_into);
        if before.map(resolution) != Some(resolution(&found)) {
            moved.insert(found.thread);
        }
        if before != Some(&found) {
            changed.push(found);
        }
    }
    put(tx, &changed)?;
    figures::put(tx, &changed)?;
    fields::keep(tx, ids)?;
    Ok(moved)
}

type Head = (i64, i64, Option<i64>, i64);

fn derived(
    tx: &mut Db,
    ids: &BTreeSet<ThreadId>,
    brought: &BTreeSet<ThreadId>,
    now: DateTime<Utc>,
) -> Result<Vec<Kept>, StoreError> {
    let heads: Vec<Head> = threads::table
        .filter(among(threads::id, ids.iter().map(|id| id.get())))
        .filter(threads::kind.eq(ThreadKind::Question.as_str()))
        .order(threads::id)
        .select((
            threads::id,
            threads::category_id,
            threads::author_id,
            threads::me_too_count,
        ))
        .load(tx)?;
    let ids: Vec<ThreadId> = heads.iter().map(|head| ThreadId::stored(head.0)).collect();
    let mut facts = recorded(tx, &ids)?;
    let is_whole = |id: &ThreadId| {
        let mut noted = facts.get(id).into_iter().flatten();
        !brought.contains(id) && noted.any(|fact| fact.what == What::Asked)
    };
    let partial: Vec<ThreadId> = ids.into_iter().filter(|id| !is_whole(id)).collect();
    facts.extend(complete(tx, &partial)?);
    let mut found = Vec::new();
    for (id, category, asker, me_too_count) in heads {
        let (thread, asker) = (ThreadId::stored(id), asker.map(UserId::stored));
        let facts = facts.remove(&thread).unwrap_or_default();
        let of = |original: Option<&Resolution>| derive(asker, &facts, original, now);
        let alone = of(None);
        let original = alone.as_ref().and_then(|outcome| outcome.closed?.original);
        let outcome = match original {
            Some(original) => of(resolution_of(tx, original)?.as_ref()),
            None => alone,
        };
        found.extend(outcome.map(|outcome| Kept {
            thread,
            category: CategoryId::stored(category),
            asker,
            me_too_count,
            outcome,
        }));
    }
    Ok(found)
}

/// What is kept of an original, or of the question into which that was merged.
fn resolution_of(db: &mut Db, original: ThreadId) -> Result<Option<Resolution>, StoreError> {
    let here = merge_store::follow(db, original)?;
    Ok(kept(db, &[here])?
        .remove(&here)
        .and_then(|kept| kept.outcome.resolution))
}

/// The duplicates of these questions, and of those that are merged into them.
fn dependants(db: &mut Db, moved: &BTreeSet<ThreadId>) -> Result<BTreeSet<ThreadId>, StoreError> {
    let mut originals: BTreeSet<i64> = moved.iter().map(|id| id.get()).collect();
    for _ in 0..MOST_STEPS {
        let merged: Vec<i64> = merges::table
            .filter(among(merges::target_id, originals.iter().copied()))
            .filter(merges::undone_at.is_null())
            .select(merges::thread_id)
            .load(db)?;
        let count = originals.len();
        originals.extend(merged);
        if originals.len() == count {
            break;
        }
    }
    let duplicates: Vec<i64> = question_outcomes::table
        .filter(among(question_outcomes::original_id.assume_not_null(), originals))
        .select(question_outcomes::thread_id)
        .load(db)?;
    Ok(duplicates.into_iter().map(ThreadId::stored).collect())
}

fn put(tx: &mut Db, kept: &[Kept]) -> Result<(), StoreError> {
    let ids = kept.iter().map(|kept| kept.thread.get());
    if kept.is_empty() {
        return Ok(());
    }
    diesel::delete(question_outcomes::table.filter(among(question_outcomes::thread_id, ids))).execute(tx)?;
    let rows: Vec<Row> = kept.iter().map(row_of).collect();
    for rows in rows.chunks(ROWS) {
        each!(tx => diesel::insert_into(question_outcomes::table).values(rows).execute(tx))?;
    }
    Ok(())
}

/// A row, in the order of its columns.
#[derive(Debug, Clone, Queryable, Insertable)]
#[diesel(table_name = question_outcomes, treat_none_as_default_value = false)]
struct Row {
    thread_id: i64,
    category_id: i64,
    asker_id: Option<i64>,
    asked_at: NaiveDateTime,
    answered_at: Option<NaiveDateTime>,
    answer_precision: Option<String>,
    answered_by: Option<String>,
    answer_id: Option<i64>,
    answerer_id: Option<i64>,
    staff_answered_at: Option<NaiveDateTime>,
    staff_answer_precision: Option<String>,
    staff_answer_id: Option<i64>,
    staff_answerer_id: Option<i64>,
    resolved_at: Option<NaiveDateTime>,
    resolution_precision: Option<String>,
    resolved_how: Option<String>,
    resolution_undone_at: Option<NaiveDateTime>,
    accepted_reply_id: Option<i64>,
    accepted_author_id: Option<i64>,
    settling_article_id: Option<i64>,
    reopened_count: i64,
    closed_at: Option<NaiveDateTime>,
    close_reason: Option<String>,
    original_id: Option<i64>,
    removed_at: Option<NaiveDateTime>,
    removal: Option<String>,
    merged_into_id: Option<i64>,
    me_too_count: i64,
    turn: String,
    turn_since: NaiveDateTime,
    is_open: bool,
    anomaly: Option<String>,
}

fn row_of(kept: &Kept) -> Row {
    let outcome = &kept.outcome;
    let (answer, staff, resolution) = (outcome.first_answer, outcome.first_staff_answer, outcome.resolution);
    let time = |at: Option<When>| at.and_then(When::time).map(row_time);
    let precision = |at: Option<When>| at.map(|at| at.precision().to_string());
    let answer_at = answer.map(|answer| answer.at);
    let staff_at = staff.map(|answer| answer.at);
    let resolved_at = resolution.map(|resolution| resolution.at);
    Row {
        thread_id: kept.thread.get(),
        category_id: kept.category.get(),
        asker_id: kept.asker.map(UserId::get),
        asked_at: row_time(outcome.asked_at),
        answered_at: time(answer_at),
        answer_precision: precision(answer_at),
        answered_by: answer.map(|answer| answer.answerer.to_string()),
        answer_id: answer.map(|answer| answer.reply.get()),
        answerer_id: answer.and_then(|answer| answer.author).map(UserId::get),
        staff_answered_at: time(staff_at),
        staff_answer_precision: precision(staff_at),
        staff_answer_id: staff.map(|answer| answer.reply.get()),
        staff_answerer_id: staff.and_then(|answer| answer.author).map(UserId::get),
        resolved_at: time(resolved_at),
        resolution_precision: precision(resolved_at),
        resolved_how: resolution.map(|resolution| resolution.how.to_string()),
        resolution_undone_at: resolution.and_then(|resolution| resolution.undone_at).map(row_time),
        accepted_reply_id: resolution.and_then(|resolution| resolution.reply).map(ReplyId::get),
        accepted_author_id: resolution.and_then(|resolution| resolution.author).map(UserId::get),
        settling_article_id: resolution.and_then(|resolution| resolution.article).map(ArticleId::get),
        reopened_count: outcome.reopened_count,
        closed_at: time(outcome.closed.map(|closed| closed.at)),
        close_reason: outcome.closed.map(|closed| closed.reason.to_string()),
        original_id: outcome.closed.and_then(|closed| closed.original).map(ThreadId::get),
        removed_at: time(outcome.removed.map(|removed| removed.at)),
        removal: outcome.removed.map(|removed| removed.why.to_string()),
        merged_into_id: outcome.merged_into.map(ThreadId::get),
        me_too_count: kept.me_too_count,
        turn: outcome.turn.whose.to_string(),
        turn_since: row_time(outcome.turn.since),
        is_open: outcome.is_open,
        anomaly: outcome.anomaly.map(|anomaly| anomaly.to_string()),
    }
}

/// A point in time of two columns; one without a precision of its own is exact, or unknown.
fn when(at: Option<NaiveDateTime>, precision: Option<&str>) -> Option<When> {
    let known = if at.is_some() {
        Precision::Exact
    } else {
        Precision::Unknown
    };
    let precision = precision.map_or(Some(known), Precision::parse)?;
    Some(When::from_parts(at.map(utc), precision))
}

fn kept_in(row: Row) -> Option<Kept> {
    let outcome = Outcome {
        asked_at: utc(row.asked_at),
        first_answer: match (row.answer_id, &row.answered_by) {
            (Some(reply), Some(answerer)) => Some(Answer {
                reply: ReplyId::stored(reply),
                author: row.answerer_id.map(UserId::stored),
                answerer: Answerer::parse(answerer)?,
                at: when(row.answered_at, row.answer_precision.as_deref())?,
            }),
            _ => None,
        },
        first_staff_answer: match row.staff_answer_id {
            Some(reply) => Some(Answer {
                reply: ReplyId::stored(reply),
                author: row.staff_answerer_id.map(UserId::stored),
                answerer: Answerer::Staff,
                at: when(row.staff_answered_at, row.staff_answer_precision.as_deref())?,
            }),
            None => None,
        },
        resolution: resolution_in(&row)?,
        reopened_count: row.reopened_count,
        closed: match &row.close_reason {
            Some(reason) => Some(Closed {
                at: when(row.closed_at, None)?,
                reason: CloseReason::parse(reason)?,
                original: row.original_id.map(ThreadId::stored),
            }),
            None => None,
        },
        removed: match &row.removal {
            Some(why) => Some(Removed {
                at: when(row.removed_at, None)?,
                why: Removal::parse(why)?,
            }),
            None => None,
        },
        merged_into: row.merged_into_id.map(ThreadId::stored),
        turn: Turn {
            whose: Party::parse(&row.turn)?,
            since: utc(row.turn_since),
        },
        is_open: row.is_open,
        anomaly: match &row.anomaly {
            Some(anomaly) => Some(Anomaly::parse(anomaly)?),
            None => None,
        },
    };
    Some(Kept {
        thread: ThreadId::stored(row.thread_id),
        category: CategoryId::stored(row.category_id),
        asker: row.asker_id.map(UserId::stored),
        me_too_count: row.me_too_count,
        outcome,
    })
}

/// `None` for a row of a newer program; `Some(None)` for a question that is not resolved.
fn resolution_in(row: &Row) -> Option<Option<Resolution>> {
    let Some(how) = &row.resolved_how else {
        return Some(None);
    };
    Some(Some(Resolution {
        how: How::parse(how)?,
        at: when(row.resolved_at, row.resolution_precision.as_deref())?,
        undone_at: row.resolution_undone_at.map(utc),
        reply: row.accepted_reply_id.map(ReplyId::stored),
        author: row.accepted_author_id.map(UserId::stored),
        article: row.settling_article_id.map(ArticleId::stored),
    }))
}
