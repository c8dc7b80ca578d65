//! Articles whole, as a search index reads them and as the page of a search shows them.

use std::collections::HashMap;

use chrono::{DateTime, NaiveDateTime, Utc};
use diesel::prelude::*;

use super::{audience_of, language_of};
use crate::domain::article::ArticleState;
use crate::domain::category::Audience;
use crate::domain::id::{ArticleId, TagId, UserId};
use crate::domain::language::Language;
use crate::domain::sight::Sight;
use crate::store::native::among;
use crate::store::schema::{article_tags, articles, sections, tags};
use crate::store::time::utc;
use crate::store::written::shown_body;
use crate::store::{Db, StoreError};
use crate::text::SafeHtml;

const PUBLISHED: &str = ArticleState::Published.as_str();

/// A published article with its whole text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct WholeArticle {
    /// Its id.
    pub id: ArticleId,
    /// Who it is for.
    pub audience: Audience,
    /// What it is written in.
    pub language: Language,
    /// Who wrote it.
    pub author: Option<UserId>,
    /// When it was last published.
    pub published_at: DateTime<Utc>,
    /// The name of its section.
    pub section: String,
    /// Its title.
    pub title: String,
    /// The answer in a sentence or two.
    pub short_answer: String,
    /// The whole of it.
    pub body: SafeHtml,
    /// Its tags: their ids and names.
    pub tags: Vec<(TagId, String)>,
}

type Row = (
    i64,
    (String, String),
    Option<i64>,
    (Option<NaiveDateTime>, NaiveDateTime),
    (String, String, String),
    (String, i16, String),
);

/// These articles whole, in this order; those that are not published or not in sight are left out. Two queries, however many
/// there are.
pub fn whole(db: &mut Db, sight: Sight, ids: &[ArticleId]) -> Result<Vec<WholeArticle>, StoreError> {
    if ids.is_empty() {
        return Ok(Vec::new());
    }
    let rows: Vec<Row> = articles::table
        .inner_join(sections::table)
        .filter(among(articles::id, ids.iter().map(|id| id.get())))
        .filter(articles::state.eq(PUBLISHED))
        .filter(among(articles::audience, sight.audience_names()))
        .select((
            articles::id,
            (articles::audience, articles::language),
            articles::author_id,
            (articles::published_at, articles::created_at),
            (sections::name, articles::title, articles::short_answer),
            (articles::body_html, articles::renderer, articles::body_markdown),
        ))
        .load(db)?;
    let mut tags = tags_of(db, rows.iter().map(|row| row.0))?;
    let whole = rows.into_iter().map(|row| {
        let tags = tags.remove(&row.0).unwrap_or_default();
        whole_of(row, tags)
    });
    let mut whole = whole.collect::<Result<Vec<_>, StoreError>>()?;
    whole.sort_by_key(|article| ids.iter().position(|id| *id == article.id));
    Ok(whole)
}

fn whole_of(row: Row, tags: Vec<(TagId, String)>) -> Result<WholeArticle, StoreError> {
    let (id, (audience, language), author, (published_at, created_at), words, body) = row;
    Ok(WholeArticle {
        id: ArticleId::stored(id),
        audience: audience_of(id, &audience)?,
        language: language_of(id, &language)?,
        author: author.map(UserId::stored),
        // What is published has a time of that.
        published_at: utc(published_at.unwrap_or(created_at)),
        section: words.0,
        title: words.1,
        short_answer: words.2,
        body: shown_body(body.0, body.1, || body.2),
        tags,
    })
}

fn tags_of(db: &mut Db, ids: impl Iterator<Item = i64>) -> Result<HashMap<i64, Vec<(TagId, String)>>, StoreError> {
    let rows: Vec<(i64, i64, String)> = article_tags::table
        .inner_join(tags::table)
        .filter(among(article_tags::article_id, ids))
        .select((article_tags::article_id, tags::id, tags::name))
        .load(db)?;
    let mut found: HashMap<i64, Vec<(TagId, String)>> = HashMap::new();
    for (article, id, name) in rows {
        found.entry(article).or_default().push((TagId::stored(id), name));
    }
    Ok(found)
}

/// The next published articles behind an id, in the order of their ids.
pub fn ids_after(db: &mut Db, after: i64, size: i64) -> Result<Vec<ArticleId>, StoreError> {
    let ids: Vec<i64> = articles::table
        .filter(articles::state.eq(PUBLISHED))
        .filter(articles::id.gt(after))
        .order(articles::id)
        .limit(size)
        .select(articles::id)
        .load(db)?;
    Ok(ids.into_iter().map(ArticleId::stored).collect())
}

/// How many articles are published.
pub fn published_count(db: &mut Db) -> Result<i64, StoreError> {
    let counts: Vec<i64> = sections::table.select(sections::article_count).load(db)?;
    Ok(counts.into_iter().sum())
}
