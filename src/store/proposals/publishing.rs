//! What publishing an adopted article does: it answers the threads that were left ticked, and their askers are told, in the
//! same transaction.

use std::collections::BTreeSet;

use chrono::{DateTime, Utc};
use diesel::dsl::exists;
use diesel::prelude::*;

use crate::domain::account::User;
use crate::domain::article::{ArticleState, LinkKind};
use crate::domain::id::{ArticleId, ProposalId, ThreadId, UserId};
use crate::domain::proposal::{ProposalKind, ProposalState};
use crate::domain::sight::Sight;
use crate::store::article_links::{self, Linking};
use crate::store::native::among;
use crate::store::schema::{acceptances, article_links as links, articles, proposal_members, proposals, threads};
use crate::store::{Db, StoreError, notifications, repeats};

/// What became of the threads that an article was to answer.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Telling {
    /// How many it answers now.
    pub linked: usize,
    /// How many it cannot: not everybody who reads them may read the article, or they are locked or gone.
    pub passed_over: usize,
}

/// An article was written for an adopted proposal.
pub fn written(tx: &mut Db, id: ProposalId, article: ArticleId) -> Result<(), StoreError> {
    let adopted = proposals::table
        .find(id.get())
        .filter(proposals::state.eq(ProposalState::Adopted.as_str()))
        .filter(proposals::kind.eq(ProposalKind::Article.as_str()))
        .filter(proposals::article_id.is_null());
    diesel::update(adopted)
        .set(proposals::article_id.eq(Some(article.get())))
        .execute(tx)?;
    Ok(())
}

/// Before an article is held that adopted proposals wait for: waits for those who decide on proposals, who hold threads too.
pub(in crate::store) fn take_turn_for(tx: &mut Db, article: ArticleId) -> Result<(), StoreError> {
    if waiting_for(tx, article)?.is_empty() {
        return Ok(());
    }
    repeats::take_turn(tx)?;
    // Threads come before articles wherever both are held.
    let ids = ticked(tx, article)?;
    if let Db::Postgres(db) = tx {
        let rows = threads::table.filter(among(threads::id, ids.iter().map(|id| id.get())));
        rows.order(threads::id)
            .select(threads::id)
            .for_no_key_update()
            .load::<i64>(db)?;
    }
    Ok(())
}

/// An article is published: whatever proposals waited for it are done.
pub(in crate::store) fn published(
    tx: &mut Db,
    by: &User,
    sight: Sight,
    article: ArticleId,
    now: DateTime<Utc>,
) -> Result<Telling, StoreError> {
    let waiting = waiting_for(tx, article)?;
    if waiting.is_empty() {
        return Ok(Telling::default());
    }
    let ticked = ticked(tx, article)?;
    diesel::update(proposals::table.filter(among(proposals::id, waiting)))
        .set((
            proposals::state.eq(ProposalState::Done.as_str()),
            proposals::version.eq(proposals::version + 1),
        ))
        .execute(tx)?;
    link_and_tell(tx, by, sight, article, &ticked, now)
}

fn waiting_for(db: &mut Db, article: ArticleId) -> Result<Vec<i64>, StoreError> {
    Ok(proposals::table
        .filter(proposals::article_id.eq(article.get()))
        .filter(proposals::state.eq(ProposalState::Adopted.as_str()))
        .select(proposals::id)
        .load(db)?)
}

/// The threads that are to be linked once an article is published, in the order of their ids.
fn ticked(db: &mut Db, article: ArticleId) -> Result<Vec<ThreadId>, StoreError> {
    let ids: Vec<i64> = proposal_members::table
        .inner_join(proposals::table)
        .filter(proposals::article_id.eq(article.get()))
        .filter(proposals::state.eq(ProposalState::Adopted.as_str()))
        .filter(proposal_members::is_ticked.eq(Some(true)))
        .order(proposal_members::thread_id)
        .select(proposal_members::thread_id)
        .distinct()
        .load(db)?;
    Ok(ids.into_iter().map(ThreadId::stored).collect())
}

/// Links threads to the article that answers them, of which each asker is told, by one letter at most; what cannot be linked is
/// passed over.
pub(super) fn link_and_tell(
    tx: &mut Db,
    by: &User,
    sight: Sight,
    article: ArticleId,
    ids: &[ThreadId],
    now: DateTime<Utc>,
) -> Result<Telling, StoreError> {
    let mut linked = Vec::new();
    let mut telling = Telling::default();
    for thread in ids {
        match article_links::link(tx, by, sight, (*thread, article), LinkKind::Answers, now) {
            Ok(Linking::Linked) => linked.push(*thread),
            Ok(Linking::Unchanged) => {}
            Ok(Linking::NotYours | Linking::Locked | Linking::NoSuchArticle | Linking::NotForAll)
            | Err(StoreError::NotFound) => telling.passed_over += 1,
            Err(error) => return Err(error),
        }
    }
    telling.linked = linked.len();
    let mut told = BTreeSet::from([by.id.get()]);
    let askers: Vec<(i64, Option<i64>)> = threads::table
        .filter(among(threads::id, linked.iter().map(|id| id.get())))
        .order(threads::id)
        .select((threads::id, threads::author_id))
        .load(tx)?;
    for (thread, asker) in askers {
        if let Some(asker) = asker.filter(|asker| !told.insert(*asker)) {
            notifications::drop_just_begun(tx, UserId::stored(asker), ThreadId::stored(thread), now)?;
        }
    }
    Ok(telling)
}

/// What the letter says that tells of an article.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Told {
    /// Who asked.
    pub asker: UserId,
    /// Their question, and its title.
    pub thread: (ThreadId, String),
    /// The article, and its title.
    pub article: (ArticleId, String),
    /// The article's answer in a sentence or two.
    pub short_answer: String,
    /// Whether something else had settled the question: an accepted answer.
    pub was_settled: bool,
}

/// What the asker of a question is told of the article that answers it; `None` when it no longer does, or nobody is there to
/// be told.
pub fn told(db: &mut Db, thread: ThreadId, article: ArticleId) -> Result<Option<Told>, StoreError> {
    let accepted = acceptances::table
        .filter(acceptances::thread_id.eq(threads::id))
        .filter(acceptances::ended_at.is_null());
    type Row = (Option<i64>, String, (String, String), bool);
    let row: Option<Row> = links::table
        .inner_join(articles::table)
        .inner_join(threads::table)
        .filter(links::thread_id.eq(thread.get()))
        .filter(links::article_id.eq(article.get()))
        .filter(links::kind.eq(LinkKind::Answers.as_str()))
        .filter(links::ended_at.is_null())
        .filter(articles::state.eq(ArticleState::Published.as_str()))
        .filter(threads::deleted_at.is_null())
        .select((
            threads::author_id,
            threads::title,
            (articles::title, articles::short_answer),
            exists(accepted),
        ))
        .first(db)
        .optional()?;
    Ok(row.and_then(|(asker, title, article_words, was_settled)| {
        Some(Told {
            asker: UserId::stored(asker?),
            thread: (thread, title),
            article: (article, article_words.0),
            short_answer: article_words.1,
            was_settled,
        })
    }))
}
