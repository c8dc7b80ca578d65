//! What belongs to the words of an article: its tags, the words by which it is found, what it points to, and every saved version.

use chrono::{DateTime, Utc};
use diesel::prelude::*;

use super::Name;
use crate::domain::article::{ArticleDraft, beginnings};
use crate::domain::id::{ArticleId, UserId};
use crate::domain::sight::Sight;
use crate::domain::tag::TagName;
use crate::store::authors::Authors;
use crate::store::revisions::{MOST_SHOWN, Revision};
use crate::store::schema::{article_revisions, article_tags, article_words, articles, see_alsos, tags};
use crate::store::time::{row_time, utc};
use crate::store::written::Written;
use crate::store::{Db, StoreError, tags as tag_store};

/// The names of the tags of an article.
pub(super) fn tags_of(db: &mut Db, id: i64) -> Result<Vec<String>, StoreError> {
    Ok(article_tags::table
        .inner_join(tags::table)
        .filter(article_tags::article_id.eq(id))
        .order(tags::name)
        .select(tags::name)
        .load(db)?)
}

/// The articles that an article points to, as far as they are in sight.
pub(super) fn see_also(db: &mut Db, sight: Sight, id: i64) -> Result<Vec<Name>, StoreError> {
    let ids: Vec<ArticleId> = see_also_ids(db, id)?.into_iter().map(ArticleId::stored).collect();
    super::named(db, sight, &ids)
}

/// The numbers of the articles that an article points to, for its form.
pub(super) fn see_also_ids(db: &mut Db, id: i64) -> Result<Vec<i64>, StoreError> {
    Ok(see_alsos::table
        .filter(see_alsos::article_id.eq(id))
        .order(see_alsos::place)
        .select(see_alsos::other_id)
        .load(db)?)
}

/// Gives an article the tags, words and pointers of a draft.
pub(super) fn put(tx: &mut Db, id: i64, draft: &ArticleDraft, now: DateTime<Utc>) -> Result<(), StoreError> {
    put_tags(tx, id, draft.title.as_str(), &draft.tags, now)?;
    diesel::delete(see_alsos::table.filter(see_alsos::article_id.eq(id))).execute(tx)?;
    let others = draft.see_also.iter().filter(|other| other.get() != id);
    for (other, place) in others.zip(1_i64..) {
        diesel::insert_into(see_alsos::table)
            .values((
                see_alsos::article_id.eq(id),
                see_alsos::other_id.eq(other.get()),
                see_alsos::place.eq(place),
            ))
            .execute(tx)?;
    }
    Ok(())
}

/// Gives an article these tags, and the words of its title and of them.
pub(super) fn put_tags(
    tx: &mut Db,
    id: i64,
    title: &str,
    names: &[TagName],
    now: DateTime<Utc>,
) -> Result<(), StoreError> {
    diesel::delete(article_tags::table.filter(article_tags::article_id.eq(id))).execute(tx)?;
    for tag in tag_store::ensure_all(tx, names, now)? {
        diesel::insert_into(article_tags::table)
            .values((article_tags::article_id.eq(id), article_tags::tag_id.eq(tag)))
            .execute(tx)?;
    }
    put_words(tx, id, title)
}

/// Gives an article the words by which it is found: those of its title and of its tags.
fn put_words(tx: &mut Db, id: i64, title: &str) -> Result<(), StoreError> {
    let tags = tags_of(tx, id)?;
    diesel::delete(article_words::table.filter(article_words::article_id.eq(id))).execute(tx)?;
    for word in beginnings([title].into_iter().chain(tags.iter().map(String::as_str))) {
        diesel::insert_into(article_words::table)
            .values((article_words::word.eq(word), article_words::article_id.eq(id)))
            .execute(tx)?;
    }
    Ok(())
}

/// A title, a short answer, a text.
pub(in crate::store) type Texts = (String, String, String);

/// Puts other texts into an article that nobody edits: they lost what may not stand there any more.
pub(in crate::store) fn reword(tx: &mut Db, id: i64, (title, short_answer, body): &Texts) -> Result<(), StoreError> {
    let written = Written::anew(body);
    diesel::update(articles::table.find(id))
        .set((
            articles::title.eq(title),
            articles::short_answer.eq(short_answer),
            articles::body_markdown.eq(&written.markdown),
            articles::body_html.eq(&written.html),
            articles::renderer.eq(written.renderer),
        ))
        .execute(tx)?;
    put_words(tx, id, title)
}

/// The same with one of its versions.
pub(in crate::store) fn reword_version(
    tx: &mut Db,
    version: (i64, i64),
    (title, short_answer, body): &Texts,
) -> Result<(), StoreError> {
    diesel::update(article_revisions::table.find(version))
        .set((
            article_revisions::title.eq(title),
            article_revisions::short_answer.eq(short_answer),
            article_revisions::body_markdown.eq(body),
        ))
        .execute(tx)?;
    Ok(())
}

/// A version to save.
pub(super) struct NewVersion<'a> {
    pub(super) article: i64,
    pub(super) number: i64,
    pub(super) editor: UserId,
    pub(super) reason: &'a str,
    pub(super) title: &'a str,
    pub(super) short_answer: &'a str,
    pub(super) tags: &'a str,
    pub(super) body: &'a str,
}

/// Saves a version.
pub(super) fn save(tx: &mut Db, version: &NewVersion<'_>, now: DateTime<Utc>) -> Result<(), StoreError> {
    diesel::insert_into(article_revisions::table)
        .values((
            article_revisions::article_id.eq(version.article),
            article_revisions::number.eq(version.number),
            article_revisions::editor_id.eq(Some(version.editor.get())),
            article_revisions::created_at.eq(row_time(now)),
            article_revisions::reason.eq(version.reason),
            article_revisions::title.eq(version.title),
            article_revisions::short_answer.eq(version.short_answer),
            article_revisions::tags.eq(version.tags),
            article_revisions::body_markdown.eq(version.body),
        ))
        .execute(tx)?;
    Ok(())
}

type Row = (
    i64,
    Option<i64>,
    chrono::NaiveDateTime,
    String,
    String,
    String,
    String,
    String,
);

#[diesel::dsl::auto_type]
fn rows() -> _ {
    article_revisions::table.select((
        article_revisions::number,
        article_revisions::editor_id,
        article_revisions::created_at,
        article_revisions::reason,
        article_revisions::title,
        article_revisions::short_answer,
        article_revisions::tags,
        article_revisions::body_markdown,
    ))
}

/// The history of an article, the newest version first. The caller has seen to the sight.
pub fn history(db: &mut Db, id: ArticleId) -> Result<Vec<Revision>, StoreError> {
    let rows: Vec<Row> = rows()
        .filter(article_revisions::article_id.eq(id.get()))
        .order(article_revisions::number.desc())
        .limit(MOST_SHOWN)
        .load(db)?;
    let editors = Authors::load(db, rows.iter().map(|row| row.1))?;
    Ok(rows.into_iter().map(|row| shown(row, &editors)).collect())
}

/// One saved version of an article. The caller has seen to the sight.
pub fn revision(db: &mut Db, id: ArticleId, number: i64) -> Result<Revision, StoreError> {
    let row: Row = rows()
        .filter(article_revisions::article_id.eq(id.get()))
        .filter(article_revisions::number.eq(number))
        .first(db)?;
    let editors = Authors::load(db, [row.1])?;
    Ok(shown(row, &editors))
}

fn shown(row: Row, editors: &Authors) -> Revision {
    Revision {
        number: row.0,
        editor: editors.of(row.1, None),
        created_at: utc(row.2),
        reason: row.3,
        title: Some(row.4),
        short_answer: Some(row.5),
        tags: Some(row.6),
        answers: Vec::new(),
        body: row.7,
    }
}

/// The words of an article as they are now: title, short answer, tags and text.
pub(super) fn present(db: &mut Db, id: i64) -> Result<(String, String, String, String), StoreError> {
    let (title, short_answer, body): (String, String, String) = articles::table
        .find(id)
        .select((articles::title, articles::short_answer, articles::body_markdown))
        .first(db)?;
    Ok((title, short_answer, tags_of(db, id)?.join(", "), body))
}
