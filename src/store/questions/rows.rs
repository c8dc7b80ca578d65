//! What other rows say of a question: its facts again, as well as these allow.
//!
//! They do not tell who was of the staff at the time, nor what was deleted and brought back since.

use std::collections::{BTreeMap, BTreeSet};

use chrono::NaiveDateTime;
use diesel::dsl::exists;
use diesel::prelude::*;

use super::facts::Facts;
use crate::domain::article::LinkKind;
use crate::domain::id::{ArticleId, ReplyId, ThreadId, UserId};
use crate::domain::question::{Answerer, Fact, FactKind, Removal, What};
use crate::domain::resolution::{CloseReason, Precision, When};
use crate::domain::role::Role;
use crate::domain::thread::ThreadKind;
use crate::store::native::among;
use crate::store::schema::{
    acceptances, article_links, closures, merged_replies, merges, question_facts, reopenings, replies, threads, users,
};
use crate::store::time::utc;
use crate::store::users::staff_membership;
use crate::store::{Db, StoreError};

/// The facts of those of these threads that are questions, as other rows tell them.
pub fn told_by_rows(db: &mut Db, ids: &[ThreadId]) -> Result<Facts, StoreError> {
    let mut telling = Telling::begin(db, ids)?;
    telling.tell_merges(db)?;
    telling.tell_replies(db)?;
    telling.tell_acceptances(db)?;
    telling.tell_links(db)?;
    telling.tell_closures(db)?;
    telling.tell_reopenings(db)?;
    Ok(telling.facts)
}

/// Who asked: an account, or only a name.
type Asker = (Option<i64>, Option<String>);

/// What is told so far.
struct Telling {
    ids: Vec<i64>,
    askers: BTreeMap<i64, Asker>,
    deleted: BTreeMap<i64, (NaiveDateTime, Option<i64>)>,
    facts: Facts,
}

fn exactly(what: What, at: NaiveDateTime, by: Option<i64>) -> Fact {
    Fact {
        what,
        at: When::Exact(utc(at)),
        by: by.map(UserId::stored),
    }
}

impl Telling {
    fn begin(db: &mut Db, ids: &[ThreadId]) -> Result<Self, StoreError> {
        type Row = (i64, Asker, NaiveDateTime, Option<NaiveDateTime>, Option<i64>);
        let rows: Vec<Row> = threads::table
            .filter(among(threads::id, ids.iter().map(|id| id.get())))
            .filter(threads::kind.eq(ThreadKind::Question.as_str()))
            .select((
                threads::id,
                (threads::author_id, threads::author_name),
                threads::created_at,
                threads::deleted_at,
                threads::deleted_by_id,
            ))
            .load(db)?;
        let mut telling = Self {
            ids: rows.iter().map(|row| row.0).collect(),
            askers: BTreeMap::new(),
            deleted: BTreeMap::new(),
            facts: Facts::new(),
        };
        for (id, asker, created_at, deleted_at, deleted_by) in rows {
            telling.tell(id, exactly(What::Asked, created_at, asker.0));
            telling.askers.insert(id, asker);
            telling
                .deleted
                .extend(deleted_at.map(|deleted_at| (id, (deleted_at, deleted_by))));
        }
        Ok(telling)
    }

    fn tell(&mut self, thread: i64, fact: Fact) {
        self.facts.entry(ThreadId::stored(thread)).or_default().push(fact);
    }

    fn asker(&self, thread: i64) -> Option<i64> {
        self.askers.get(&thread)?.0
    }

    /// A merged thread is deleted too, which is no deletion of the question.
    fn tell_merges(&mut self, db: &mut Db) -> Result<(), StoreError> {
        type Row = (i64, i64, NaiveDateTime, Option<i64>);
        let rows: Vec<Row> = merges::table
            .filter(among(merges::thread_id, self.ids.iter().copied()))
            .filter(merges::undone_at.is_null())
            .select((
                merges::thread_id,
                merges::target_id,
                merges::merged_at,
                merges::merged_by_id,
            ))
            .load(db)?;
        for (thread, target, at, by) in rows {
            let into = ThreadId::stored(target);
            self.tell(thread, exactly(What::Merged { into }, at, by));
            self.deleted.remove(&thread);
        }
        for (thread, (at, by)) in std::mem::take(&mut self.deleted) {
            let asker = self.asker(thread).map(UserId::stored);
            let why = Removal::by(by.map(UserId::stored), asker, Removal::Other);
            self.tell(thread, exactly(What::Deleted { why }, at, by));
        }
        Ok(())
    }

    fn tell_replies(&mut self, db: &mut Db) -> Result<(), StoreError> {
        let rows = replies_under(db, &self.ids)?;
        let came = came_by_merges(db, &self.ids)?;
        let moved: Vec<i64> = came.keys().map(|(_, reply)| *reply).collect();
        let were = answerers_of(db, &moved)?;
        for row in rows {
            let asker = self.askers.get(&row.thread).cloned().unwrap_or_default();
            let answerer = match were.get(&row.id) {
                _ if row.is_by(&asker) => Answerer::Asker,
                Some(was) => *was,
                None => row.answerer(),
            };
            let reply = ReplyId::stored(row.id);
            let since = came.get(&(row.thread, row.id)).copied().unwrap_or(row.created_at);
            let answered = What::Answered { reply, answerer };
            self.tell(row.thread, exactly(answered, since, row.author.0));
            if let Some(deleted_at) = row.deleted_at {
                // It may have been deleted before it came here.
                let gone = exactly(What::Withdrawn { reply }, deleted_at.max(since), row.deleted_by);
                self.tell(row.thread, gone);
            }
        }
        Ok(())
    }

    fn tell_acceptances(&mut self, db: &mut Db) -> Result<(), StoreError> {
        let carried = carried_by_merges(db, &self.ids)?;
        for row in acceptances_of(db, &self.ids)? {
            let reply = ReplyId::stored(row.reply);
            let strange = || StoreError::Unexpected(format!("acceptance {}", row.id));
            let precision = Precision::parse(&row.precision).ok_or_else(strange)?;
            let on_behalf_of = self.asker(row.thread).filter(|_| row.on_behalf).map(UserId::stored);
            let begun = match carried.get(&row.id) {
                Some((at, by)) => exactly(What::Carried { reply }, *at, *by),
                None => Fact {
                    what: What::Accepted { reply, on_behalf_of },
                    at: When::from_parts(row.accepted_at.map(utc), precision),
                    by: row.accepted_by.map(UserId::stored),
                },
            };
            self.tell(row.thread, begun);
            if let Some(ended_at) = row.ended_at {
                self.tell(row.thread, exactly(What::Unaccepted { reply }, ended_at, row.ended_by));
            }
        }
        Ok(())
    }

    fn tell_links(&mut self, db: &mut Db) -> Result<(), StoreError> {
        type Row = (
            (i64, i64),
            (NaiveDateTime, Option<i64>),
            Option<NaiveDateTime>,
            (Option<NaiveDateTime>, Option<i64>),
        );
        let rows: Vec<Row> = article_links::table
            .filter(among(article_links::thread_id, self.ids.iter().copied()))
            .filter(article_links::kind.eq(LinkKind::Answers.as_str()))
            .order((article_links::thread_id, article_links::id))
            .select((
                (article_links::thread_id, article_links::article_id),
                (article_links::linked_at, article_links::linked_by_id),
                article_links::confirmed_at,
                (article_links::ended_at, article_links::ended_by_id),
            ))
            .load(db)?;
        for ((thread, article), linked, confirmed_at, ended) in rows {
            let article = ArticleId::stored(article);
            self.tell(thread, exactly(What::Linked { article }, linked.0, linked.1));
            if let Some(at) = confirmed_at {
                self.tell(thread, exactly(What::Confirmed { article }, at, self.asker(thread)));
            }
            if let Some(at) = ended.0 {
                self.tell(thread, exactly(What::Unlinked { article }, at, ended.1));
            }
        }
        Ok(())
    }

    fn tell_closures(&mut self, db: &mut Db) -> Result<(), StoreError> {
        type Row = (
            i64,
            (String, Option<i64>),
            (NaiveDateTime, Option<i64>),
            (Option<NaiveDateTime>, Option<i64>),
        );
        let rows: Vec<Row> = closures::table
            .filter(among(closures::thread_id, self.ids.iter().copied()))
            .order((closures::thread_id, closures::id))
            .select((
                closures::thread_id,
                (closures::reason, closures::original_id),
                (closures::closed_at, closures::closed_by_id),
                (closures::ended_at, closures::ended_by_id),
            ))
            .load(db)?;
        for (thread, (reason, original), closed, ended) in rows {
            let strange = || StoreError::Unexpected(format!("closure of thread {thread}"));
            let closing = What::Closed {
                reason: CloseReason::parse(&reason).ok_or_else(strange)?,
                original: original.map(ThreadId::stored),
            };
            self.tell(thread, exactly(closing, closed.0, closed.1));
            if let Some(at) = ended.0 {
                self.tell(thread, exactly(What::Opened, at, ended.1));
            }
        }
        Ok(())
    }

    fn tell_reopenings(&mut self, db: &mut Db) -> Result<(), StoreError> {
        let rows: Vec<(i64, NaiveDateTime, Option<i64>)> = reopenings::table
            .filter(among(reopenings::thread_id, self.ids.iter().copied()))
            .filter(reopenings::closure_id.is_null())
            .order((reopenings::thread_id, reopenings::id))
            .select((
                reopenings::thread_id,
                reopenings::reopened_at,
                reopenings::reopened_by_id,
            ))
            .load(db)?;
        for (thread, at, by) in rows {
            self.tell(thread, exactly(What::Reopened, at, by));
        }
        Ok(())
    }
}

#[derive(Queryable)]
struct ReplyRow {
    id: i64,
    thread: i64,
    author: (Option<i64>, Option<String>),
    created_at: NaiveDateTime,
    deleted_at: Option<NaiveDateTime>,
    deleted_by: Option<i64>,
    role: Option<String>,
    is_staff: bool,
}

impl ReplyRow {
    /// By their accounts, or, without, by their names.
    fn is_by(&self, asker: &Asker) -> bool {
        self.author == *asker && (asker.0.is_some() || asker.1.is_some())
    }

    /// What the author is by now.
    fn answerer(&self) -> Answerer {
        let role = self.role.as_deref().and_then(Role::parse);
        Answerer::of_role(role.unwrap_or(Role::Member), self.is_staff)
    }
}

/// The replies under these threads, without the own texts of merged ones.
fn replies_under(db: &mut Db, threads: &[i64]) -> Result<Vec<ReplyRow>, StoreError> {
    Ok(replies::table
        .left_join(users::table.on(users::id.nullable().eq(replies::author_id)))
        .filter(among(replies::thread_id, threads.iter().copied()))
        .filter(replies::opens_id.is_null())
        .order((replies::thread_id, replies::id))
        .select((
            replies::id,
            replies::thread_id,
            (replies::author_id, replies::author_name),
            replies::created_at,
            replies::deleted_at,
            replies::deleted_by_id,
            users::role.nullable(),
            exists(staff_membership()),
        ))
        .load(db)?)
}

/// Which replies came into these threads with merged ones, and when.
fn came_by_merges(db: &mut Db, targets: &[i64]) -> Result<BTreeMap<(i64, i64), NaiveDateTime>, StoreError> {
    let rows: Vec<(i64, i64, NaiveDateTime)> = merges::table
        .inner_join(merged_replies::table)
        .filter(among(merges::target_id, targets.iter().copied()))
        .filter(merges::undone_at.is_null())
        .select((merges::target_id, merged_replies::reply_id, merges::merged_at))
        .load(db)?;
    Ok(rows
        .into_iter()
        .map(|(target, reply, at)| ((target, reply), at))
        .collect())
}

/// Which acceptances came into these threads with merged ones: when, and who merged.
fn carried_by_merges(db: &mut Db, targets: &[i64]) -> Result<BTreeMap<i64, (NaiveDateTime, Option<i64>)>, StoreError> {
    let rows: Vec<(Option<i64>, NaiveDateTime, Option<i64>)> = merges::table
        .filter(among(merges::target_id, targets.iter().copied()))
        .filter(merges::undone_at.is_null())
        .filter(merges::acceptance_id.is_not_null())
        .select((merges::acceptance_id, merges::merged_at, merges::merged_by_id))
        .load(db)?;
    Ok(rows
        .into_iter()
        .filter_map(|(acceptance, at, by)| Some((acceptance?, (at, by))))
        .collect())
}

/// What the authors of these replies were when they wrote them, where that was noted in the thread that they came from.
fn answerers_of(db: &mut Db, replies: &[i64]) -> Result<BTreeMap<i64, Answerer>, StoreError> {
    if replies.is_empty() {
        return Ok(BTreeMap::new());
    }
    let wanted: BTreeSet<i64> = replies.iter().copied().collect();
    let rows: Vec<(Option<i64>, Option<String>)> = question_facts::table
        .filter(among(question_facts::reply_id.assume_not_null(), wanted))
        .filter(question_facts::reply_id.is_not_null())
        .filter(question_facts::kind.eq(FactKind::Answered.as_str()))
        .order(question_facts::id)
        .select((question_facts::reply_id, question_facts::detail))
        .load(db)?;
    let answerer = |(reply, detail): (Option<i64>, Option<String>)| {
        let answerer = Answerer::parse(&detail?)?;
        (answerer != Answerer::Asker).then_some((reply?, answerer))
    };
    Ok(rows.into_iter().filter_map(answerer).collect())
}

#[derive(Queryable)]
struct AcceptanceRow {
    id: i64,
    thread: i64,
    reply: i64,
    accepted_by: Option<i64>,
    on_behalf: bool,
    accepted_at: Option<NaiveDateTime>,
    precision: String,
    ended_at: Option<NaiveDateTime>,
    ended_by: Option<i64>,
}

fn acceptances_of(db: &mut Db, threads: &[i64]) -> Result<Vec<AcceptanceRow>, StoreError> {
    Ok(acceptances::table
        .filter(among(acceptances::thread_id, threads.iter().copied()))
        .order((acceptances::thread_id, acceptances::id))
        .select((
            acceptances::id,
            acceptances::thread_id,
            acceptances::reply_id,
            acceptances::accepted_by_id,
            acceptances::on_behalf,
            acceptances::accepted_at,
            acceptances::precision,
            acceptances::ended_at,
            acceptances::ended_by_id,
        ))
        .load(db)?)
}
