//! An article with all that stands on its page, in a fixed number of queries; and its source, for the form that changes it.

use chrono::{DateTime, NaiveDateTime, Utc};
use diesel::prelude::*;

use super::{Name, audience_of, kind_of, language_of, state_of, wording};
use crate::domain::article::{ArticleInput, ArticleKind, ArticleState};
use crate::domain::category::Audience;
use crate::domain::id::{ArticleId, SectionId};
use crate::domain::language::Language;
use crate::domain::sight::Sight;
use crate::store::article_citations::{self, DeletedCitation};
use crate::store::article_links::{self, Answered};
use crate::store::authors::{Author, Authors};
use crate::store::native::among;
use crate::store::schema::{articles, sections};
use crate::store::time::utc;
use crate::store::written::shown_body;
use crate::store::{Db, StoreError, tags};
use crate::text::SafeHtml;

/// The same article in another language.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OtherLanguage {
    /// The language.
    pub language: Language,
    /// The article.
    pub id: ArticleId,
    /// Its title.
    pub title: String,
}

/// All that stands on an article's page.
#[derive(Debug, Clone)]
pub struct ArticlePage {
    /// Its id.
    pub id: ArticleId,
    /// Its title.
    pub title: String,
    /// The answer in a sentence or two.
    pub short_answer: String,
    /// The whole of it.
    pub body: SafeHtml,
    /// How it is read.
    pub kind: ArticleKind,
    /// How far it is.
    pub state: ArticleState,
    /// Who it is for.
    pub audience: Audience,
    /// What it is written in.
    pub language: Language,
    /// The number of its newest version.
    pub version: i64,
    /// The sections that it stands in, from the top.
    pub way: Vec<(SectionId, String)>,
    /// Who wrote it.
    pub author: Author,
    /// Who said last that it is right.
    pub reviewer: Option<Author>,
    /// Who keeps it right.
    pub owner: Option<Author>,
    /// When it was begun.
    pub created_at: DateTime<Utc>,
    /// When its words were last changed.
    pub edited_at: DateTime<Utc>,
    /// When it was last published.
    pub published_at: Option<DateTime<Utc>>,
    /// When somebody last said that it is right.
    pub reviewed_at: Option<DateTime<Utc>>,
    /// When somebody should look whether it still is.
    pub review_at: Option<DateTime<Utc>>,
    /// How often it was read.
    pub view_count: i64,
    /// How many readers it helped.
    pub helpful_count: i64,
    /// How many it did not help.
    pub unhelpful_count: i64,
    /// What it is about, as far as threads in sight are about it too.
    pub tags: Vec<String>,
    /// Other articles worth a look.
    pub see_also: Vec<Name>,
    /// The same in other languages.
    pub languages: Vec<OtherLanguage>,
    /// The answers that it cites and that are deleted.
    pub deleted_citations: Vec<DeletedCitation>,
    /// The threads in sight that it answers.
    pub answered: Answered,
}

#[derive(Queryable)]
struct Row {
    id: i64,
    marks: (String, String, String, String),
    people: (Option<i64>, Option<i64>, Option<i64>),
    times: (
        NaiveDateTime,
        NaiveDateTime,
        Option<NaiveDateTime>,
        Option<NaiveDateTime>,
        Option<NaiveDateTime>,
    ),
    counts: (i64, i64, i64, i64),
    original_id: Option<i64>,
    section: (i64, Option<i64>, String),
    words: (String, String),
    body: (String, i16, String),
}

/// The page of an article; absent when it is out of sight.
pub fn page(db: &mut Db, sight: Sight, id: ArticleId) -> Result<ArticlePage, StoreError> {
    let row = load(db, id)?;
    let state = state_of(row.id, &row.marks.0)?;
    let audience = audience_of(row.id, &row.marks.1)?;
    if !state.is_in_sight(audience, sight) {
        return Err(StoreError::NotFound);
    }
    let people = Authors::load(db, [row.people.0, row.people.1, row.people.2])?;
    let person = |id: Option<i64>| id.map(|id| people.of(Some(id), None));
    let carried = wording::tags_of(db, row.id)?;
    Ok(ArticlePage {
        id,
        kind: kind_of(row.id, &row.marks.3)?,
        state,
        audience,
        language: language_of(row.id, &row.marks.2)?,
        version: row.counts.3,
        way: way(db, row.section)?,
        author: people.of(row.people.0, None),
        reviewer: person(row.people.1),
        owner: person(row.people.2),
        created_at: utc(row.times.0),
        edited_at: utc(row.times.1),
        published_at: row.times.2.map(utc),
        reviewed_at: row.times.3.map(utc),
        review_at: row.times.4.map(utc),
        view_count: row.counts.0,
        helpful_count: row.counts.1,
        unhelpful_count: row.counts.2,
        tags: tags::in_sight_of(db, sight, &carried)?,
        see_also: wording::see_also(db, sight, row.id)?,
        languages: languages(db, sight, row.id, row.original_id)?,
        deleted_citations: article_citations::deleted(db, sight, row.id)?,
        answered: article_links::answered(db, sight, id)?,
        title: row.words.0,
        short_answer: row.words.1,
        body: shown_body(row.body.0, row.body.1, || row.body.2),
    })
}

fn load(db: &mut Db, id: ArticleId) -> Result<Row, StoreError> {
    Ok(articles::table
        .inner_join(sections::table)
        .filter(articles::id.eq(id.get()))
        .select((
            articles::id,
            (articles::state, articles::audience, articles::language, articles::kind),
            (articles::author_id, articles::reviewer_id, articles::owner_id),
            (
                articles::created_at,
                articles::edited_at,
                articles::published_at,
                articles::reviewed_at,
                articles::review_at,
            ),
            (
                articles::view_count,
                articles::helpful_count,
                articles::unhelpful_count,
                articles::version,
            ),
            articles::original_id,
            (sections::id, sections::parent_id, sections::name),
            (articles::title, articles::short_answer),
            (articles::body_html, articles::renderer, articles::body_markdown),
        ))
        .first(db)?)
}

/// The sections down to the one in which an article stands.
fn way(db: &mut Db, section: (i64, Option<i64>, String)) -> Result<Vec<(SectionId, String)>, StoreError> {
    let mut way = Vec::new();
    if let Some(parent) = section.1 {
        let name: String = sections::table.find(parent).select(sections::name).first(db)?;
        way.push((SectionId::stored(parent), name));
    }
    way.push((SectionId::stored(section.0), section.2));
    Ok(way)
}

/// The published versions of an article in other languages.
fn languages(db: &mut Db, sight: Sight, id: i64, original: Option<i64>) -> Result<Vec<OtherLanguage>, StoreError> {
    let root = original.unwrap_or(id);
    let versions: Vec<(i64, String, String)> = articles::table
        .filter(articles::original_id.eq(root).or(articles::id.eq(root)))
        .filter(articles::id.ne(id))
        .filter(articles::state.eq(ArticleState::Published.as_str()))
        .filter(among(articles::audience, sight.audience_names()))
        .select((articles::id, articles::language, articles::title))
        .load(db)?;
    let version = |(id, language, title): (i64, String, String)| {
        Ok(OtherLanguage {
            language: language_of(id, &language)?,
            id: ArticleId::stored(id),
            title,
        })
    };
    versions.into_iter().map(version).collect()
}

/// An article's source: what its form shows.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ArticleSource {
    /// The fields of the form; `after` is the newest version.
    pub input: ArticleInput,
    /// How far it is.
    pub state: ArticleState,
}

/// An article's source; absent when it is out of sight.
pub fn source(db: &mut Db, sight: Sight, id: ArticleId) -> Result<ArticleSource, StoreError> {
    let row = load(db, id)?;
    let state = state_of(row.id, &row.marks.0)?;
    if !state.is_in_sight(audience_of(row.id, &row.marks.1)?, sight) {
        return Err(StoreError::NotFound);
    }
    let owner = Authors::load(db, [row.people.2])?.of(row.people.2, None).name;
    let see_also: Vec<String> = wording::see_also_ids(db, row.id)?.iter().map(i64::to_string).collect();
    let input = ArticleInput {
        title: row.words.0,
        kind: row.marks.3,
        section: row.section.0.to_string(),
        audience: row.marks.1,
        language: row.marks.2,
        original: row.original_id.map_or_else(String::new, |id| id.to_string()),
        short_answer: row.words.1,
        body: row.body.2,
        tags: wording::tags_of(db, row.id)?.join(", "),
        see_also: see_also.join(", "),
        owner: owner.unwrap_or_default(),
        review_on: row.times.4.map_or_else(String::new, |at| at.date().to_string()),
        reason: String::new(),
        after: row.counts.3.to_string(),
        form_key: String::new(),
        despite_deleted: false,
        proposal: String::new(),
    };
    Ok(ArticleSource { input, state })
}
