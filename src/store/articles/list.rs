//! Lists of articles: the sections' home, a section, what is asked most, what needs a hand, what may answer a thread.

use std::collections::HashMap;

use chrono::{DateTime, Utc};
use diesel::dsl::exists;
use diesel::prelude::*;

use super::spoken::{once, root_of};
use super::{Name, audience_of, language_of, state_of};
use crate::domain::article::{ArticleState, beginnings};
use crate::domain::category::Audience;
use crate::domain::cursor::{Cursor, PageOf};
use crate::domain::id::{ArticleId, SectionId};
use crate::domain::language::Language;
use crate::domain::sight::Sight;
use crate::store::native::among;
use crate::store::schema::{article_citations, article_words, articles, replies, sections, threads};
use crate::store::sections::{self as section_store, Section};
use crate::store::time::{row_time, utc};
use crate::store::{Db, StoreError};

/// How many articles the home page names in each of its lists.
const MOST_AT_HOME: i64 = 6;
/// How many of the questions that are asked most are listed.
const MOST_FREQUENT: i64 = 50;
/// How many versions an article may have: so many rows are read for each that a list names.
const LANGUAGES: i64 = Language::ALL.len() as i64;
/// How many articles each list of the desk names.
const MOST_ON_DESK: i64 = 30;
/// How many articles are suggested for a thread.
const MOST_SUGGESTED: usize = 5;
/// How many are looked at for that: some are not published, or out of sight.
const MOST_LOOKED_AT: usize = 40;
/// How often articles may share a word with a thread, all words together; beyond that, its words say little.
const MOST_SHARED: i64 = 5_000;
/// An article has to be found of no help so often before the desk names it.
const LEAST_UNHELPED: i64 = 3;

/// An article as a line of a list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ArticleRow {
    /// Its id.
    pub id: ArticleId,
    /// Its title.
    pub title: String,
    /// The answer in a sentence or two.
    pub short_answer: String,
    /// How far it is.
    pub state: ArticleState,
    /// Who it is for.
    pub audience: Audience,
    /// What it is written in.
    pub language: Language,
    /// The article that it is a version of in another language.
    pub original: Option<ArticleId>,
    /// The name of its section.
    pub section: String,
    /// When its words were last changed.
    pub edited_at: DateTime<Utc>,
    /// When somebody should look whether it is still right.
    pub review_at: Option<DateTime<Utc>>,
    /// How often it was read.
    pub view_count: i64,
    /// How many readers it helped.
    pub helpful_count: i64,
    /// How many it did not help.
    pub unhelpful_count: i64,
}

type Row = (
    (i64, Option<i64>),
    (String, String),
    (String, String, String),
    String,
    (chrono::NaiveDateTime, Option<chrono::NaiveDateTime>),
    (i64, i64, i64),
);

fn row(((id, original), words, marks, section, times, counts): Row) -> Result<ArticleRow, StoreError> {
    Ok(ArticleRow {
        id: ArticleId::stored(id),
        title: words.0,
        short_answer: words.1,
        state: state_of(id, &marks.0)?,
        audience: audience_of(id, &marks.1)?,
        language: language_of(id, &marks.2)?,
        original: original.map(ArticleId::stored),
        section,
        edited_at: utc(times.0),
        review_at: times.1.map(utc),
        view_count: counts.0,
        helpful_count: counts.1,
        unhelpful_count: counts.2,
    })
}

/// The articles of a state for these readers, to be put in an order.
#[diesel::dsl::auto_type]
fn rows_of(state: &'static str) -> _ {
    articles::table
        .inner_join(sections::table)
        .filter(articles::state.eq(state))
        .select((
            (articles::id, articles::original_id),
            (articles::title, articles::short_answer),
            (articles::state, articles::audience, articles::language),
            sections::name,
            (articles::edited_at, articles::review_at),
            (articles::view_count, articles::helpful_count, articles::unhelpful_count),
        ))
}

/// Reads rows in an order; the audience is asked of each as it is read, since few are out of sight.
macro_rules! read {
    ($db:expr, $sight:expr, $query:expr) => {{
        let found: Vec<Row> = $query
            .filter(among(articles::audience, $sight.audience_names()))
            .load($db)?;
        found
            .into_iter()
            .map(row)
            .collect::<Result<Vec<ArticleRow>, StoreError>>()
    }};
}

const PUBLISHED: &str = ArticleState::Published.as_str();

/// All that stands on the home page of the knowledge base.
#[derive(Debug, Clone)]
pub struct Home {
    /// The sections, each followed by those within it.
    pub sections: Vec<Section>,
    /// The articles that helped most readers.
    pub helpful: Vec<ArticleRow>,
    /// The articles that are read most.
    pub viewed: Vec<ArticleRow>,
}

/// The home page in this sight and language.
pub fn home(db: &mut Db, sight: Sight, language: Language) -> Result<Home, StoreError> {
    let helpful = rows_of(PUBLISHED)
        .filter(articles::helpful_count.gt(0))
        .order((articles::helpful_count.desc(), articles::id.desc()))
        .limit(MOST_AT_HOME * LANGUAGES);
    let viewed = rows_of(PUBLISHED)
        .order((articles::view_count.desc(), articles::id.desc()))
        .limit(MOST_AT_HOME * LANGUAGES);
    let (helpful, viewed) = (read!(db, sight, helpful)?, read!(db, sight, viewed)?);
    let versions = versions_of(db, sight, helpful.iter().chain(&viewed))?;
    Ok(Home {
        sections: section_store::list(db, sight)?,
        helpful: once(&helpful, &versions, language, MOST_AT_HOME),
        viewed: once(&viewed, &versions, language, MOST_AT_HOME),
    })
}

/// Every published version in sight of the articles in these rows.
fn versions_of<'a>(
    db: &mut Db,
    sight: Sight,
    rows: impl Iterator<Item = &'a ArticleRow>,
) -> Result<Vec<ArticleRow>, StoreError> {
    let mut roots: Vec<i64> = rows.map(|row| root_of(row).get()).collect();
    roots.sort_unstable();
    roots.dedup();
    let originals = rows_of(PUBLISHED).filter(among(articles::id, roots.iter().copied()));
    let translations = rows_of(PUBLISHED).filter(among(articles::original_id, roots.iter().copied()));
    let mut versions = read!(db, sight, originals)?;
    versions.extend(read!(db, sight, translations)?);
    Ok(versions)
}

/// The published articles of a section, those that are read most first. The caller has looked the section up in its sight.
pub fn in_section(
    db: &mut Db,
    sight: Sight,
    section: SectionId,
    after: Option<Cursor>,
    size: i64,
) -> Result<PageOf<ArticleRow>, StoreError> {
    let mut query = rows_of(PUBLISHED)
        .filter(articles::section_id.eq(section.get()))
        .order((articles::view_count.desc(), articles::id.desc()))
        .limit(size + 1)
        .into_boxed();
    if let Some(Cursor { key, id }) = after {
        query = query
            .filter(articles::view_count.le(key))
            .filter(articles::view_count.lt(key).or(articles::id.lt(id)));
    }
    let rows = read!(db, sight, query)?;
    let position = |row: &ArticleRow| Cursor {
        key: row.view_count,
        id: row.id.get(),
    };
    Ok(PageOf::cut(rows, usize::try_from(size).unwrap_or_default(), position))
}

/// What is asked most: the articles that answer most threads, then those that are read most; each once, in this language
/// where it is there.
pub fn frequent(db: &mut Db, sight: Sight, language: Language) -> Result<Vec<ArticleRow>, StoreError> {
    let query = rows_of(PUBLISHED)
        .order((
            articles::answer_count.desc(),
            articles::view_count.desc(),
            articles::id.desc(),
        ))
        .limit(MOST_FREQUENT * LANGUAGES);
    let rows = read!(db, sight, query)?;
    let versions = versions_of(db, sight, rows.iter())?;
    Ok(once(&rows, &versions, language, MOST_FREQUENT))
}

/// What needs a hand.
#[derive(Debug, Clone)]
pub struct Desk {
    /// What waits for somebody to say that it is right.
    pub in_review: Vec<ArticleRow>,
    /// What is being written.
    pub drafts: Vec<ArticleRow>,
    /// What somebody should look over, the longest due first.
    pub due: Vec<ArticleRow>,
    /// What cites an answer that is deleted.
    pub cites_deleted: Vec<ArticleRow>,
    /// What is read and does not help.
    pub unhelpful: Vec<ArticleRow>,
    /// What was taken out of sight.
    pub retired: Vec<ArticleRow>,
}

/// The desk in this sight.
pub fn desk(db: &mut Db, sight: Sight, now: DateTime<Utc>) -> Result<Desk, StoreError> {
    let due = rows_of(PUBLISHED)
        .filter(articles::review_at.le(row_time(now)))
        .order((articles::review_at.asc(), articles::id.asc()))
        .limit(MOST_ON_DESK);
    let deleted = replies::deleted_at.is_not_null().or(threads::deleted_at.is_not_null());
    let citing = article_citations::table
        .inner_join(replies::table.inner_join(threads::table))
        .filter(article_citations::article_id.eq(articles::id))
        .filter(deleted);
    let cites_deleted = rows_of(PUBLISHED)
        .filter(exists(citing))
        .order(articles::id.desc())
        .limit(MOST_ON_DESK);
    // At least every third opinion is that it did not help.
    let unhelpful = rows_of(PUBLISHED)
        .filter(articles::unhelpful_count.ge(LEAST_UNHELPED))
        .filter((articles::unhelpful_count * 2_i64).ge(articles::helpful_count))
        .order((articles::unhelpful_count.desc(), articles::id.desc()))
        .limit(MOST_ON_DESK);
    Ok(Desk {
        in_review: by_edit(db, sight, ArticleState::Review)?,
        drafts: by_edit(db, sight, ArticleState::Draft)?,
        due: read!(db, sight, due)?,
        cites_deleted: read!(db, sight, cites_deleted)?,
        unhelpful: read!(db, sight, unhelpful)?,
        retired: by_edit(db, sight, ArticleState::Retired)?,
    })
}

fn by_edit(db: &mut Db, sight: Sight, state: ArticleState) -> Result<Vec<ArticleRow>, StoreError> {
    let query = rows_of(state.as_str())
        .order((articles::edited_at.desc(), articles::id.desc()))
        .limit(MOST_ON_DESK);
    read!(db, sight, query)
}

/// The next published articles behind `after` in the order of their ids: what a sitemap lists.
pub fn whole_list(db: &mut Db, sight: Sight, after: i64, size: i64) -> Result<Vec<Name>, StoreError> {
    let rows: Vec<(i64, String)> = articles::table
        .filter(articles::id.gt(after))
        .filter(articles::state.eq(PUBLISHED))
        .filter(among(articles::audience, sight.audience_names()))
        .order(articles::id)
        .limit(size)
        .select((articles::id, articles::title))
        .load(db)?;
    Ok(rows
        .into_iter()
        .map(|(id, title)| (ArticleId::stored(id), title))
        .collect())
}

/// The published articles with these ids that are in sight, in this order.
pub fn named(db: &mut Db, sight: Sight, ids: &[ArticleId]) -> Result<Vec<Name>, StoreError> {
    if ids.is_empty() {
        return Ok(Vec::new());
    }
    let rows: Vec<(i64, String)> = articles::table
        .filter(among(articles::id, ids.iter().map(|id| id.get())))
        .filter(articles::state.eq(PUBLISHED))
        .filter(among(articles::audience, sight.audience_names()))
        .select((articles::id, articles::title))
        .load(db)?;
    let mut named: Vec<Name> = rows
        .into_iter()
        .map(|(id, title)| (ArticleId::stored(id), title))
        .collect();
    named.sort_by_key(|(id, _)| ids.iter().position(|other| other == id));
    Ok(named)
}

/// The published articles whose titles and tags share most words with these of a thread.
pub fn suggested(db: &mut Db, sight: Sight, title: &str, tags: &[String]) -> Result<Vec<Name>, StoreError> {
    let words = beginnings([title].into_iter().chain(tags.iter().map(String::as_str)));
    if words.is_empty() {
        return Ok(Vec::new());
    }
    let shared: Vec<i64> = article_words::table
        .filter(among(article_words::word, words))
        .limit(MOST_SHARED)
        .select(article_words::article_id)
        .load(db)?;
    let ids = most_shared(shared);
    let mut named = named(db, sight, &ids)?;
    named.truncate(MOST_SUGGESTED);
    Ok(named)
}

/// The articles that are named most often, the newer ones first among equals.
fn most_shared(shared: Vec<i64>) -> Vec<ArticleId> {
    let mut counts: HashMap<i64, i64> = HashMap::new();
    for id in shared {
        *counts.entry(id).or_default() += 1;
    }
    let mut ids: Vec<(i64, i64)> = counts.into_iter().map(|(id, count)| (count, id)).collect();
    ids.sort_unstable_by(|one, other| other.cmp(one));
    let best = ids.into_iter().take(MOST_LOOKED_AT);
    best.map(|(_, id)| ArticleId::stored(id)).collect()
}
