//! What happened lately that concerns many: read once for all digests that are due together.

use std::collections::HashMap;

use chrono::{DateTime, NaiveDateTime, Utc};
use diesel::dsl::{exists, not};
use diesel::prelude::*;

use crate::domain::article::{ArticleState, LinkKind};
use crate::domain::category::Audience;
use crate::domain::digest::{ArticleEvent, Events, Figures, ThreadEvent, Window};
use crate::domain::proposal::ProposalState;
use crate::domain::resolution::CloseReason;
use crate::domain::sight::Sight;
use crate::domain::thread::Standing;
use crate::store::native::among;
use crate::store::schema::{
    acceptances, article_links, article_tags, articles, categories, closures, proposals, question_figures, thread_tags,
    threads,
};
use crate::store::threads::hidden_categories;
use crate::store::time::{row_time, utc};
use crate::store::{Db, StoreError};

/// The most questions of a kind that are looked at, the newest ones: what a digest names are five, and how many more there are.
const MOST_THREADS: i64 = 50_000;
/// The most articles.
const MOST_ARTICLES: i64 = 2_000;
/// The most proposals, those that most people asked for.
const MOST_PROPOSALS: i64 = 100;
/// The most questions that the figures of a window are made of.
const MOST_FIGURES: i64 = 200_000;

type ThreadTuple = (i64, NaiveDateTime, i64, i64, i64);
type ArticleTuple = (i64, Option<NaiveDateTime>, String, String, Option<i64>);

/// What happened within a span of time.
pub fn events(db: &mut Db, span: Window) -> Result<Events, StoreError> {
    let audiences = audiences(db)?;
    let unanswered = unanswered(db, span)?;
    let mut resolved = accepted(db, span)?;
    resolved.extend(linked(db, span)?);
    resolved.extend(closed_as_duplicates(db, span)?);
    Ok(Events {
        unanswered: with_tags(db, unanswered, &audiences)?,
        resolved: with_tags(db, resolved, &audiences)?,
        articles: published(db, span)?,
        proposals: proposed(db)?,
        reviews: due_reviews(db, span)?,
    })
}

fn audiences(db: &mut Db) -> Result<HashMap<i64, Audience>, StoreError> {
    let rows: Vec<(i64, String)> = categories::table
        .select((categories::id, categories::audience))
        .load(db)?;
    let known = |(id, audience): (i64, String)| Some((id, Audience::parse(&audience)?));
    Ok(rows.into_iter().filter_map(known).collect())
}

fn unanswered(db: &mut Db, span: Window) -> Result<Vec<ThreadTuple>, StoreError> {
    Ok(threads::table
        .filter(threads::standing.eq(Standing::Unanswered.as_str()))
        .filter(threads::deleted_at.is_null())
        .filter(threads::created_at.ge(row_time(span.from)))
        .filter(threads::created_at.lt(row_time(span.to)))
        .order((threads::created_at.desc(), threads::id.desc()))
        .limit(MOST_THREADS)
        .select((
            threads::id,
            threads::created_at,
            threads::category_id,
            threads::me_too_count,
            threads::view_count,
        ))
        .load(db)?)
}

/// Questions by when an answer was accepted, unless an article had answered them before: each is told by what settled it first.
fn accepted(db: &mut Db, span: Window) -> Result<Vec<ThreadTuple>, StoreError> {
    let accepted_at = acceptances::accepted_at.assume_not_null();
    let answered_before = article_links::table
        .filter(article_links::thread_id.eq(acceptances::thread_id))
        .filter(article_links::kind.eq(LinkKind::Answers.as_str()))
        .filter(article_links::ended_at.is_null())
        .filter(article_links::linked_at.lt(accepted_at));
    Ok(acceptances::table
        .inner_join(threads::table)
        .filter(acceptances::ended_at.is_null())
        .filter(acceptances::accepted_at.is_not_null())
        .filter(accepted_at.ge(row_time(span.from)))
        .filter(accepted_at.lt(row_time(span.to)))
        .filter(not(exists(answered_before)))
        .filter(threads::deleted_at.is_null())
        .order((acceptances::accepted_at.desc(), acceptances::id.desc()))
        .limit(MOST_THREADS)
        .select((
            threads::id,
            accepted_at,
            threads::category_id,
            threads::me_too_count,
            threads::view_count,
        ))
        .load(db)?)
}

/// Questions by when an article was said to answer them, unless an answer or another article had settled them.
fn linked(db: &mut Db, span: Window) -> Result<Vec<ThreadTuple>, StoreError> {
    let accepted_before = acceptances::table
        .filter(acceptances::thread_id.eq(article_links::thread_id))
        .filter(acceptances::ended_at.is_null())
        .filter(
            acceptances::accepted_at
                .is_null()
                .or(acceptances::accepted_at.assume_not_null().le(article_links::linked_at)),
        );
    let other = diesel::alias!(article_links as other_links);
    let answered_before = other
        .filter(other.field(article_links::thread_id).eq(article_links::thread_id))
        .filter(other.field(article_links::kind).eq(LinkKind::Answers.as_str()))
        .filter(other.field(article_links::ended_at).is_null())
        .filter(other.field(article_links::id).lt(article_links::id));
    Ok(article_links::table
        .inner_join(threads::table)
        .filter(article_links::kind.eq(LinkKind::Answers.as_str()))
        .filter(article_links::ended_at.is_null())
        .filter(article_links::linked_at.ge(row_time(span.from)))
        .filter(article_links::linked_at.lt(row_time(span.to)))
        .filter(not(exists(accepted_before)))
        .filter(not(exists(answered_before)))
        .filter(threads::deleted_at.is_null())
        .order(article_links::linked_at.desc())
        .limit(MOST_THREADS)
        .select((
            threads::id,
            article_links::linked_at,
            threads::category_id,
            threads::me_too_count,
            threads::view_count,
        ))
        .load(db)?)
}

/// Questions by when they were closed as duplicates of questions that are resolved. An original that is resolved later is told itself.
fn closed_as_duplicates(db: &mut Db, span: Window) -> Result<Vec<ThreadTuple>, StoreError> {
    let originals = diesel::alias!(threads as originals);
    let resolved = originals
        .filter(originals.field(threads::id).nullable().eq(closures::original_id))
        .filter(originals.field(threads::standing).eq(Standing::Resolved.as_str()))
        .filter(originals.field(threads::deleted_at).is_null());
    Ok(closures::table
        .inner_join(threads::table.on(threads::id.eq(closures::thread_id)))
        .filter(closures::ended_at.is_null())
        .filter(closures::reason.eq(CloseReason::Duplicate.as_str()))
        .filter(closures::closed_at.ge(row_time(span.from)))
        .filter(closures::closed_at.lt(row_time(span.to)))
        // Whatever settled it besides is told of it.
        .filter(threads::standing.ne(Standing::Resolved.as_str()))
        .filter(threads::deleted_at.is_null())
        .filter(exists(resolved))
        .order(closures::closed_at.desc())
        .limit(MOST_THREADS)
        .select((
            threads::id,
            closures::closed_at,
            threads::category_id,
            threads::me_too_count,
            threads::view_count,
        ))
        .load(db)?)
}

fn with_tags(
    db: &mut Db,
    rows: Vec<ThreadTuple>,
    audiences: &HashMap<i64, Audience>,
) -> Result<Vec<ThreadEvent>, StoreError> {
    let tags: Vec<(i64, i64)> = thread_tags::table
        .filter(among(thread_tags::thread_id, rows.iter().map(|row| row.0)))
        .select((thread_tags::thread_id, thread_tags::tag_id))
        .load(db)?;
    let mut tags = lists(tags);
    let event = |(id, at, category, me_toos, views): ThreadTuple| {
        Some(ThreadEvent {
            at: utc(at),
            id,
            category,
            audience: audiences.get(&category).copied()?,
            tags: tags.remove(&id).unwrap_or_default().into_boxed_slice(),
            people: me_toos + 1,
            views,
        })
    };
    Ok(rows.into_iter().filter_map(event).collect())
}

fn lists(pairs: Vec<(i64, i64)>) -> HashMap<i64, Vec<i64>> {
    let mut lists: HashMap<i64, Vec<i64>> = HashMap::new();
    for (of, one) in pairs {
        lists.entry(of).or_default().push(one);
    }
    lists
}

fn published(db: &mut Db, span: Window) -> Result<Vec<ArticleEvent>, StoreError> {
    let rows: Vec<ArticleTuple> = articles::table
        .filter(articles::state.eq(ArticleState::Published.as_str()))
        .filter(articles::published_at.ge(Some(row_time(span.from))))
        .filter(articles::published_at.lt(Some(row_time(span.to))))
        .order((articles::published_at.desc(), articles::id.desc()))
        .limit(MOST_ARTICLES)
        .select((
            articles::id,
            articles::published_at,
            articles::audience,
            articles::language,
            articles::original_id,
        ))
        .load(db)?;
    let tags: Vec<(i64, i64)> = article_tags::table
        .filter(among(article_tags::article_id, rows.iter().map(|row| row.0)))
        .select((article_tags::article_id, article_tags::tag_id))
        .load(db)?;
    let mut tags = lists(tags);
    let event = |(id, at, audience, language, original): ArticleTuple| {
        Some(ArticleEvent {
            at: utc(at?),
            id,
            audience: Audience::parse(&audience)?,
            language,
            is_translation: original.is_some(),
            tags: tags.remove(&id).unwrap_or_default().into_boxed_slice(),
        })
    };
    Ok(rows.into_iter().filter_map(event).collect())
}

/// Of the open proposals those that most people asked for.
fn proposed(db: &mut Db) -> Result<Vec<(DateTime<Utc>, i64, i64)>, StoreError> {
    let rows: Vec<(NaiveDateTime, i64, i64)> = proposals::table
        .filter(proposals::state.eq(ProposalState::Open.as_str()))
        .order((proposals::people_count.desc(), proposals::id.desc()))
        .limit(MOST_PROPOSALS)
        .select((proposals::made_at, proposals::id, proposals::people_count))
        .load(db)?;
    Ok(rows.into_iter().map(|(at, id, people)| (utc(at), id, people)).collect())
}

fn due_reviews(db: &mut Db, span: Window) -> Result<Vec<(DateTime<Utc>, i64)>, StoreError> {
    let rows: Vec<(Option<NaiveDateTime>, i64)> = articles::table
        .filter(articles::state.eq(ArticleState::Published.as_str()))
        .filter(articles::review_at.ge(Some(row_time(span.from))))
        .filter(articles::review_at.lt(Some(row_time(span.to))))
        .order((articles::review_at, articles::id))
        .limit(MOST_ARTICLES)
        .select((articles::review_at, articles::id))
        .load(db)?;
    Ok(rows.into_iter().filter_map(|(at, id)| Some((utc(at?), id))).collect())
}

/// How the questions went that were asked within a window, as far as they are in sight.
pub fn figures(db: &mut Db, sight: Sight, window: Window) -> Result<Figures, StoreError> {
    let rows: Vec<(i64, Option<i64>, bool)> = question_figures::table
        .filter(question_figures::asked_second.ge(window.from.timestamp()))
        .filter(question_figures::asked_second.lt(window.to.timestamp()))
        .filter(question_figures::left_out.is_null())
        .filter(question_figures::category_id.ne_all(hidden_categories(db, sight)?))
        .order(question_figures::asked_second)
        .limit(MOST_FIGURES)
        .select((
            question_figures::asked_second,
            question_figures::answer_second,
            question_figures::resolved_how.is_not_null(),
        ))
        .load(db)?;
    let mut waits: Vec<i64> = rows
        .iter()
        .filter_map(|(asked, answered, _)| Some((*answered)? - asked))
        .collect();
    waits.sort_unstable();
    let count = |length: usize| i64::try_from(length).unwrap_or(i64::MAX);
    Ok(Figures {
        asked: count(rows.len()),
        answered: count(waits.len()),
        resolved: count(rows.iter().filter(|row| row.2).count()),
        median_wait: waits.get(waits.len() / 2).copied(),
    })
}
