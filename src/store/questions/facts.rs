//! Facts: noted as they happen, and made up from other rows where nobody was there to note them.

use std::collections::BTreeMap;

use chrono::{DateTime, NaiveDateTime, Utc};
use diesel::prelude::*;

use super::rows::told_by_rows;
use crate::domain::id::{ArticleId, ReplyId, ThreadId, UserId};
use crate::domain::question::{Answerer, Fact, FactKind, Removal, What};
use crate::domain::resolution::{CloseReason, Precision, When};
use crate::domain::thread::ThreadKind;
use crate::store::native::{among, each};
use crate::store::schema::question_facts;
use crate::store::threads::Held;
use crate::store::time::{row_time, utc};
use crate::store::{Db, StoreError};

/// How many rows one statement writes.
const ROWS: usize = 500;

/// Notes what happened to a question, in the transaction that does it; other threads have no facts.
pub(in crate::store) fn note(
    tx: &mut Db,
    held: &Held,
    what: What,
    by: impl Into<Option<UserId>>,
    now: DateTime<Utc>,
) -> Result<(), StoreError> {
    if held.kind != ThreadKind::Question {
        return Ok(());
    }
    note_of(tx, held.id, what, by, now)
}

/// [`note`] for a thread that is known to be a question.
pub(in crate::store) fn note_of(
    tx: &mut Db,
    question: i64,
    what: What,
    by: impl Into<Option<UserId>>,
    now: DateTime<Utc>,
) -> Result<(), StoreError> {
    let fact = Fact {
        what,
        at: When::Exact(now),
        by: by.into(),
    };
    write(tx, &[row_of(question, &fact)])
}

#[derive(Debug, Clone, Copy, Insertable)]
#[diesel(table_name = question_facts, treat_none_as_default_value = false)]
struct NewFact {
    thread_id: i64,
    kind: &'static str,
    happened_at: Option<NaiveDateTime>,
    precision: &'static str,
    by_id: Option<i64>,
    on_behalf_of_id: Option<i64>,
    reply_id: Option<i64>,
    article_id: Option<i64>,
    other_id: Option<i64>,
    detail: Option<&'static str>,
}

fn row_of(thread: i64, fact: &Fact) -> NewFact {
    let (on_behalf_of, detail) = match fact.what {
        What::Accepted { on_behalf_of, .. } => (on_behalf_of, None),
        What::Answered { answerer, .. } => (None, Some(answerer.as_str())),
        What::Closed { reason, .. } => (None, Some(reason.as_str())),
        What::Deleted { why } => (None, Some(why.as_str())),
        _ => (None, None),
    };
    NewFact {
        thread_id: thread,
        kind: fact.what.kind().as_str(),
        happened_at: fact.at.time().map(row_time),
        precision: fact.at.precision().as_str(),
        by_id: fact.by.map(UserId::get),
        on_behalf_of_id: on_behalf_of.map(UserId::get),
        reply_id: fact.what.reply().map(ReplyId::get),
        article_id: fact.what.article().map(ArticleId::get),
        other_id: fact.what.other().map(ThreadId::get),
        detail,
    }
}

fn write(tx: &mut Db, rows: &[NewFact]) -> Result<(), StoreError> {
    for rows in rows.chunks(ROWS) {
        each!(tx => diesel::insert_into(question_facts::table).values(rows).execute(tx))?;
    }
    Ok(())
}

/// The facts of some threads.
pub type Facts = BTreeMap<ThreadId, Vec<Fact>>;

type Row = (
    (i64, i64, String),
    (Option<NaiveDateTime>, String, Option<i64>, Option<i64>),
    (Option<i64>, Option<i64>, Option<i64>, Option<String>),
);

/// What was noted of these questions, in the order in which it was written down.
pub fn recorded(db: &mut Db, ids: &[ThreadId]) -> Result<Facts, StoreError> {
    let rows: Vec<Row> = question_facts::table
        .filter(among(question_facts::thread_id, ids.iter().map(|id| id.get())))
        .order((question_facts::thread_id, question_facts::id))
        .select((
            (question_facts::id, question_facts::thread_id, question_facts::kind),
            (
                question_facts::happened_at,
                question_facts::precision,
                question_facts::by_id,
                question_facts::on_behalf_of_id,
            ),
            (
                question_facts::reply_id,
                question_facts::article_id,
                question_facts::other_id,
                question_facts::detail,
            ),
        ))
        .load(db)?;
    let mut facts = Facts::new();
    for row in rows {
        let (id, thread) = (row.0.0, ThreadId::stored(row.0.1));
        let fact = fact_of(row).ok_or_else(|| StoreError::Unexpected(format!("fact {id}")))?;
        facts.entry(thread).or_default().push(fact);
    }
    Ok(facts)
}

fn fact_of(((_, _, kind), (at, precision, by, on_behalf_of), about): Row) -> Option<Fact> {
    let (reply, article, other, detail) = about;
    let reply = || reply.map(ReplyId::stored);
    let article = || article.map(ArticleId::stored);
    let detail = || detail.as_deref();
    let what = match FactKind::parse(&kind)? {
        FactKind::Asked => What::Asked,
        FactKind::Answered => What::Answered {
            reply: reply()?,
            answerer: Answerer::parse(detail()?)?,
        },
        FactKind::Withdrawn => What::Withdrawn { reply: reply()? },
        FactKind::Reinstated => What::Reinstated { reply: reply()? },
        FactKind::Parted => What::Parted { reply: reply()? },
        FactKind::Accepted => What::Accepted {
            reply: reply()?,
            on_behalf_of: on_behalf_of.map(UserId::stored),
        },
        FactKind::Carried => What::Carried { reply: reply()? },
        FactKind::Unaccepted => What::Unaccepted { reply: reply()? },
        FactKind::CarriedBack => What::CarriedBack { reply: reply()? },
        FactKind::Linked => What::Linked { article: article()? },
        FactKind::Unlinked => What::Unlinked { article: article()? },
        FactKind::Confirmed => What::Confirmed { article: article()? },
        FactKind::Reopened => What::Reopened,
        FactKind::Closed => What::Closed {
            reason: CloseReason::parse(detail()?)?,
            original: other.map(ThreadId::stored),
        },
        FactKind::Opened => What::Opened,
        FactKind::Deleted => What::Deleted {
            why: Removal::parse(detail()?)?,
        },
        FactKind::Restored => What::Restored,
        FactKind::Merged => What::Merged {
            into: ThreadId::stored(other?),
        },
        FactKind::Unmerged => What::Unmerged,
    };
    Some(Fact {
        what,
        at: When::from_parts(at.map(utc), Precision::parse(&precision)?),
        by: by.map(UserId::stored),
    })
}

/// All facts of these questions, after those are written down that nobody noted but other rows tell: what came in from another
/// forum, what is older than facts, and what a merge brought.
pub fn complete(tx: &mut Db, ids: &[ThreadId]) -> Result<Facts, StoreError> {
    // In this order: what is committed in between is noted then, and not yet told.
    let told = told_by_rows(tx, ids)?;
    let mut facts = recorded(tx, ids)?;
    let mut missing = Vec::new();
    for (thread, told) in told {
        let known = facts.entry(thread).or_default();
        for fact in told {
            if !known.iter().any(|known| known.tells_the_same_as(&fact)) {
                missing.push(row_of(thread.get(), &fact));
                known.push(fact);
            }
        }
    }
    write(tx, &missing)?;
    Ok(facts)
}
