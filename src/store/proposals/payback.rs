//! What an adopted article pays back: how many people ask its question in a week, before it was published and since.
//!
//! Its question is what the threads ask that it answers, and whatever is in their groups, so that those who ask later count too.

use std::collections::{BTreeMap, BTreeSet};

use chrono::{DateTime, Duration, NaiveDateTime, Utc};
use diesel::prelude::*;

use crate::domain::article::{ArticleState, LinkKind};
use crate::domain::id::ArticleId;
use crate::domain::proposal::{ProposalKind, ProposalState};
use crate::domain::sight::Sight;
use crate::store::native::among;
use crate::store::schema::{article_links, articles, categories, proposals, repeat_members, threads};
use crate::store::time::utc;
use crate::store::{Db, StoreError};

/// How many weeks before the article are counted.
const WEEKS_BEFORE: i64 = 12;
/// How many weeks since are told one by one.
const WEEKS_SINCE: i64 = 26;
/// How many articles the desk tells of.
const MOST_ARTICLES: i64 = 30;
/// The most rows that are read of anything.
const MOST_READ: i64 = 50_000;

/// A week and how often the question was asked in it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Week {
    /// When it began.
    pub from: DateTime<Utc>,
    /// How many asked.
    pub count: i64,
    /// Whether the article was there.
    pub is_since: bool,
}

/// What an article pays back.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Payback {
    /// The article.
    pub article: (ArticleId, String),
    /// When it was published.
    pub published_at: DateTime<Utc>,
    /// How many asked in the weeks before, and how many weeks that were: twelve, or since the first one asked.
    pub before: (i64, i64),
    /// How many asked since, and how many weeks that are, the present one with them.
    pub since: (i64, i64),
    /// Week by week, the oldest first.
    pub weeks: Vec<Week>,
}

impl Payback {
    /// How many asked in a week before, in tenths.
    pub fn tenths_before(&self) -> i64 {
        self.before.0 * 10 / self.before.1.max(1)
    }

    /// How many ask in a week since, in tenths.
    pub fn tenths_since(&self) -> i64 {
        self.since.0 * 10 / self.since.1.max(1)
    }
}

/// What an article pays back; `None` when no proposal led to it, or it is not published. The caller has seen to the sight.
pub fn payback(db: &mut Db, sight: Sight, id: ArticleId, now: DateTime<Utc>) -> Result<Option<Payback>, StoreError> {
    let adopted = proposals::table
        .filter(proposals::article_id.eq(id.get()))
        .filter(proposals::state.eq(ProposalState::Done.as_str()))
        .filter(proposals::kind.ne(ProposalKind::Revision.as_str()));
    if !diesel::select(diesel::dsl::exists(adopted)).get_result::<bool>(db)? {
        return Ok(None);
    }
    Ok(of_articles(db, sight, &[id.get()], now)?.into_iter().next())
}

/// What the articles pay back that came of proposals last.
pub fn paybacks(db: &mut Db, sight: Sight, now: DateTime<Utc>) -> Result<Vec<Payback>, StoreError> {
    let ids: Vec<Option<i64>> = proposals::table
        .filter(proposals::decided_at.is_not_null())
        .filter(proposals::state.eq(ProposalState::Done.as_str()))
        .filter(proposals::kind.eq(ProposalKind::Article.as_str()))
        .order((proposals::decided_at.desc(), proposals::id.desc()))
        .limit(MOST_ARTICLES)
        .select(proposals::article_id)
        .load(db)?;
    let ids: Vec<i64> = ids.into_iter().flatten().collect();
    of_articles(db, sight, &ids, now)
}

fn of_articles(db: &mut Db, sight: Sight, ids: &[i64], now: DateTime<Utc>) -> Result<Vec<Payback>, StoreError> {
    let rows: Vec<(i64, String, Option<NaiveDateTime>)> = articles::table
        .filter(among(articles::id, ids.iter().copied()))
        .filter(articles::state.eq(ArticleState::Published.as_str()))
        .filter(among(articles::audience, sight.audience_names()))
        .select((articles::id, articles::title, articles::published_at))
        .load(db)?;
    let mut rows: Vec<_> = rows
        .into_iter()
        .filter_map(|(id, title, at)| Some((id, title, utc(at?))))
        .collect();
    rows.sort_by_key(|row| ids.iter().position(|id| *id == row.0));
    let numbers: Vec<i64> = rows.iter().map(|row| row.0).collect();
    let mut asked = asked(db, sight, &numbers)?;
    let told = rows.into_iter().map(|(id, title, published_at)| {
        let asked = asked.remove(&id).unwrap_or_default();
        tell((ArticleId::stored(id), title), published_at, &asked, now)
    });
    Ok(told.collect())
}

/// When the question of each article was asked.
fn asked(db: &mut Db, sight: Sight, ids: &[i64]) -> Result<BTreeMap<i64, Vec<DateTime<Utc>>>, StoreError> {
    let links: Vec<(i64, i64)> = article_links::table
        .filter(among(article_links::article_id, ids.iter().copied()))
        .filter(article_links::kind.eq(LinkKind::Answers.as_str()))
        .filter(article_links::ended_at.is_null())
        .limit(MOST_READ)
        .select((article_links::article_id, article_links::thread_id))
        .load(db)?;
    let groups: Vec<(i64, i64)> = repeat_members::table
        .filter(among(repeat_members::thread_id, links.iter().map(|link| link.1)))
        .select((repeat_members::thread_id, repeat_members::group_id))
        .load(db)?;
    let groups: BTreeMap<i64, i64> = groups.into_iter().collect();
    let members: Vec<(i64, i64)> = repeat_members::table
        .filter(among(repeat_members::group_id, groups.values().copied()))
        .limit(MOST_READ)
        .select((repeat_members::group_id, repeat_members::thread_id))
        .load(db)?;
    let mut by_group: BTreeMap<i64, Vec<i64>> = BTreeMap::new();
    for (group, thread) in members {
        by_group.entry(group).or_default().push(thread);
    }
    let mut threads_of: BTreeMap<i64, BTreeSet<i64>> = BTreeMap::new();
    for (article, thread) in links {
        let own = threads_of.entry(article).or_default();
        own.insert(thread);
        own.extend(
            groups
                .get(&thread)
                .and_then(|group| by_group.get(group))
                .into_iter()
                .flatten(),
        );
    }
    let all: BTreeSet<i64> = threads_of.values().flatten().copied().collect();
    let times = times(db, sight, all)?;
    let told = threads_of.into_iter().map(|(article, threads)| {
        let asked = threads.iter().filter_map(|thread| times.get(thread).copied()).collect();
        (article, asked)
    });
    Ok(told.collect())
}

fn times(db: &mut Db, sight: Sight, ids: BTreeSet<i64>) -> Result<BTreeMap<i64, DateTime<Utc>>, StoreError> {
    let rows: Vec<(i64, NaiveDateTime)> = threads::table
        .inner_join(categories::table)
        .filter(among(threads::id, ids))
        .filter(threads::deleted_at.is_null())
        .filter(among(categories::audience, sight.audience_names()))
        .select((threads::id, threads::created_at))
        .load(db)?;
    Ok(rows.into_iter().map(|(id, at)| (id, utc(at))).collect())
}

/// Counts by weeks from the moment of publishing, backwards and forwards.
fn tell(
    article: (ArticleId, String),
    published_at: DateTime<Utc>,
    asked: &[DateTime<Utc>],
    now: DateTime<Utc>,
) -> Payback {
    let week = |number: i64| published_at + Duration::weeks(number);
    let within = |from: DateTime<Utc>, to: DateTime<Utc>| {
        let count = asked.iter().filter(|at| (from..to).contains(*at)).count();
        i64::try_from(count).unwrap_or(i64::MAX)
    };
    let weeks_since = weeks_in(now - published_at);
    let first = asked.iter().min().copied().unwrap_or(published_at);
    let weeks_before = weeks_in(published_at - first).min(WEEKS_BEFORE);
    let told = (-weeks_before..weeks_since.min(WEEKS_SINCE)).map(|number| Week {
        from: week(number),
        count: within(week(number), week(number + 1)),
        is_since: number >= 0,
    });
    Payback {
        article,
        published_at,
        before: (within(week(-weeks_before), published_at), weeks_before),
        since: (within(published_at, now + Duration::seconds(1)), weeks_since),
        weeks: told.collect(),
    }
}

/// How many weeks have begun in a span; at least one.
fn weeks_in(span: Duration) -> i64 {
    (span.num_seconds().max(0) / Duration::weeks(1).num_seconds()) + 1
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn repeats_are_counted_by_weeks_from_publishing() {
        let at = |days: i64| DateTime::from_timestamp(1_800_000_000, 0).unwrap() + Duration::days(days);
        let asked = [at(-20), at(-3), at(-2), at(-1), at(1), at(15)];
        let told = tell((ArticleId::stored(1), "A".to_owned()), at(0), &asked, at(16));
        assert_eq!((told.before, told.since), ((4, 3), (2, 3)));
        assert_eq!((told.tenths_before(), told.tenths_since()), (13, 6));
        let counts: Vec<i64> = told.weeks.iter().map(|week| week.count).collect();
        assert_eq!(counts, [1, 0, 3, 1, 0, 1]);
        assert_eq!(told.weeks.iter().filter(|week| week.is_since).count(), 3);
    }
}
