//! How the words of an article come to be: written, changed, and put back to an earlier version.

use chrono::{DateTime, Utc};
use diesel::dsl::exists;
use diesel::prelude::*;

use super::wording::{self, NewVersion};
use super::{ArticleSource, Held, changed, hold, source};
use crate::domain::account::User;
use crate::domain::article::{ArticleDraft, ArticleState};
use crate::domain::change::{ChangeVerb, Noun};
use crate::domain::id::{ArticleId, ReplyId};
use crate::domain::role::Role;
use crate::domain::sight::Sight;
use crate::domain::slug::fold;
use crate::domain::tag::TagName;
use crate::store::native::among;
use crate::store::revisions::Revision;
use crate::store::schema::{articles, sections, users};
use crate::store::time::row_time;
use crate::store::users::staff_membership;
use crate::store::written::Written;
use crate::store::{
    Db, StoreError, article_citations, changes, guides, proposals, sections as section_store, submissions,
};

/// How saving an article ended.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Saving {
    /// It is saved.
    Saved(ArticleId),
    /// The same form made this article before.
    SavedBefore(ArticleId),
    /// It was so already.
    Unchanged,
    /// The user may not change it.
    NotYours,
    /// Somebody saved another version meanwhile, which this is.
    Raced(Box<ArticleSource>),
    /// It is published and cites an answer that is deleted, and nobody said that it is to be saved nevertheless.
    CitesDeleted,
    /// Something that the form names is not there, or not free.
    Refused(Refusal),
}

/// Why an article is not saved as it was typed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Refusal {
    /// There is no such section any more.
    Section,
    /// There is no such article of which this is a version in another language.
    Original,
    /// That article has a version in this language already.
    LanguageTaken,
    /// Nobody of this name writes articles.
    Owner,
    /// An article that it points to is not there.
    SeeAlso,
}

/// What a draft names, looked up.
struct Found {
    original: Option<i64>,
    owner: Option<i64>,
}

/// Writes an article; it is a draft. `draft.reason` says nothing yet.
pub fn write(
    tx: &mut Db,
    author: &User,
    sight: Sight,
    draft: &ArticleDraft,
    body: &Written,
    form_key: &str,
    now: DateTime<Utc>,
) -> Result<Saving, StoreError> {
    if !author.writes_articles() || !sight.includes(draft.audience) {
        return Ok(Saving::NotYours);
    }
    if let Some(id) = submissions::claim(tx, author.id, form_key, now)? {
        return Ok(Saving::SavedBefore(ArticleId::stored(id)));
    }
    let found = match look_up(tx, sight, draft, None)? {
        Ok(found) => found,
        Err(refusal) => {
            submissions::release(tx, author.id, form_key)?;
            return Ok(Saving::Refused(refusal));
        }
    };
    let id: i64 = diesel::insert_into(articles::table)
        .values((
            articles::state.eq(ArticleState::Draft.as_str()),
            articles::author_id.eq(Some(author.id.get())),
            articles::created_at.eq(row_time(now)),
            columns(draft, &found, body, now),
        ))
        .returning(articles::id)
        .get_result(tx)?;
    wording::put(tx, id, draft, now)?;
    article_citations::put(tx, id, &draft.cites)?;
    save_version(tx, author, id, 1, draft, body, now)?;
    submissions::settle(tx, author.id, form_key, id)?;
    let id = ArticleId::stored(id);
    changes::record(tx, Noun::Article(id), ChangeVerb::Made, now)?;
    Ok(Saving::Saved(id))
}

/// Saves another version of an article, unless `version` is no longer the newest.
#[expect(clippy::too_many_arguments, reason = "who, what, and the version that they saw")]
pub fn edit(
    tx: &mut Db,
    editor: &User,
    sight: Sight,
    id: ArticleId,
    version: i64,
    draft: &ArticleDraft,
    body: &Written,
    now: DateTime<Utc>,
) -> Result<Saving, StoreError> {
    let held = hold(tx, sight, id)?;
    if !held.state.may_be_edited_by(editor) || !sight.includes(draft.audience) {
        return Ok(Saving::NotYours);
    }
    if held.version != version {
        return Ok(Saving::Raced(Box::new(source(tx, sight, id)?)));
    }
    if held.state == ArticleState::Published
        && !draft.despite_deleted
        && article_citations::has_deleted(tx, &draft.cites)?
    {
        return Ok(Saving::CitesDeleted);
    }
    let found = match look_up(tx, sight, draft, Some(held.id))? {
        Ok(found) => found,
        Err(refusal) => return Ok(Saving::Refused(refusal)),
    };
    let before = wording::present(tx, held.id)?;
    diesel::update(articles::table.find(held.id))
        .set(columns(draft, &found, body, now))
        .execute(tx)?;
    wording::put(tx, held.id, draft, now)?;
    article_citations::put(tx, held.id, &draft.cites)?;
    if before != wording::present(tx, held.id)? {
        save_version(tx, editor, held.id, held.version + 1, draft, body, now)?;
        proposals::revised(tx, held.id)?;
    }
    guides::keep_steps_of(tx, held.id, &body.shown())?;
    count_moved(tx, &held, draft)?;
    changed(tx, held.id, now)?;
    Ok(Saving::Saved(id))
}

/// An earlier version with what its text is rendered to, and why the article goes back to it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Earlier {
    /// The version, as it is kept for ever.
    pub revision: Revision,
    /// Its text.
    pub body: Written,
    /// Why, in a few words.
    pub reason: String,
    /// The answers that its text leads to.
    pub cites: Vec<ReplyId>,
}

/// Puts the words of an article back to an earlier version, which becomes the newest one, unless `version` no longer is.
pub fn restore(
    tx: &mut Db,
    editor: &User,
    sight: Sight,
    id: ArticleId,
    version: i64,
    earlier: &Earlier,
    now: DateTime<Utc>,
) -> Result<Saving, StoreError> {
    let held = hold(tx, sight, id)?;
    if !held.state.may_be_edited_by(editor) {
        return Ok(Saving::NotYours);
    }
    if held.version != version {
        return Ok(Saving::Raced(Box::new(source(tx, sight, id)?)));
    }
    let (old, body) = (&earlier.revision, &earlier.body);
    let (title, short_answer) = (
        old.title.clone().unwrap_or_default(),
        old.short_answer.clone().unwrap_or_default(),
    );
    let tags = old.tags.clone().unwrap_or_default();
    let present = wording::present(tx, held.id)?;
    if present == (title.clone(), short_answer.clone(), tags.clone(), old.body.clone()) {
        return Ok(Saving::Unchanged);
    }
    let names = TagName::parse_list(&tags);
    let names = names.map_err(|_| StoreError::Unexpected(format!("article {id}: tags of version {}", old.number)))?;
    wording::put_tags(tx, held.id, &title, &names, now)?;
    let newest = NewVersion {
        article: held.id,
        number: held.version + 1,
        editor: editor.id,
        reason: &earlier.reason,
        title: &title,
        short_answer: &short_answer,
        tags: &tags,
        body: &body.markdown,
    };
    wording::save(tx, &newest, now)?;
    diesel::update(articles::table.find(held.id))
        .set((
            articles::title.eq(&title),
            articles::short_answer.eq(&short_answer),
            articles::version.eq(newest.number),
            words(body),
            articles::edited_at.eq(row_time(now)),
        ))
        .execute(tx)?;
    article_citations::put(tx, held.id, &earlier.cites)?;
    guides::keep_steps_of(tx, held.id, &body.shown())?;
    changed(tx, held.id, now)?;
    Ok(Saving::Saved(id))
}

fn save_version(
    tx: &mut Db,
    editor: &User,
    id: i64,
    number: i64,
    draft: &ArticleDraft,
    body: &Written,
    now: DateTime<Utc>,
) -> Result<(), StoreError> {
    let tags = wording::tags_of(tx, id)?.join(", ");
    let version = NewVersion {
        article: id,
        number,
        editor: editor.id,
        reason: draft.reason.as_str(),
        title: draft.title.as_str(),
        short_answer: &draft.short_answer,
        tags: &tags,
        body: &body.markdown,
    };
    wording::save(tx, &version, now)?;
    diesel::update(articles::table.find(id))
        .set(articles::version.eq(number))
        .execute(tx)?;
    Ok(())
}

type Words<'a> = (
    diesel::dsl::Eq<articles::body_markdown, &'a str>,
    diesel::dsl::Eq<articles::body_html, &'a str>,
    diesel::dsl::Eq<articles::renderer, i16>,
);

fn words(body: &Written) -> Words<'_> {
    (
        articles::body_markdown.eq(body.markdown.as_str()),
        articles::body_html.eq(body.html.as_str()),
        articles::renderer.eq(body.renderer),
    )
}

type Columns<'a> = (
    diesel::dsl::Eq<articles::kind, &'static str>,
    diesel::dsl::Eq<articles::section_id, i64>,
    diesel::dsl::Eq<articles::audience, String>,
    diesel::dsl::Eq<articles::language, &'static str>,
    diesel::dsl::Eq<articles::original_id, Option<i64>>,
    diesel::dsl::Eq<articles::owner_id, Option<i64>>,
    diesel::dsl::Eq<articles::review_at, Option<chrono::NaiveDateTime>>,
    diesel::dsl::Eq<articles::title, &'a str>,
    diesel::dsl::Eq<articles::short_answer, &'a str>,
    Words<'a>,
    diesel::dsl::Eq<articles::edited_at, chrono::NaiveDateTime>,
);

/// What a form decides of a row.
fn columns<'a>(draft: &'a ArticleDraft, found: &Found, body: &'a Written, now: DateTime<Utc>) -> Columns<'a> {
    (
        articles::kind.eq(draft.kind.as_str()),
        articles::section_id.eq(draft.section.get()),
        articles::audience.eq(draft.audience.to_string()),
        articles::language.eq(draft.language.code()),
        articles::original_id.eq(found.original),
        articles::owner_id.eq(found.owner),
        articles::review_at.eq(draft.review_at.map(row_time)),
        articles::title.eq(draft.title.as_str()),
        articles::short_answer.eq(draft.short_answer.as_str()),
        words(body),
        articles::edited_at.eq(row_time(now)),
    )
}

/// Looks up what a draft names, or says what of it is not there.
fn look_up(
    tx: &mut Db,
    sight: Sight,
    draft: &ArticleDraft,
    own: Option<i64>,
) -> Result<Result<Found, Refusal>, StoreError> {
    let section = sections::table.find(draft.section.get());
    if !diesel::select(exists(section)).get_result::<bool>(tx)? {
        return Ok(Err(Refusal::Section));
    }
    let original = match original(tx, sight, draft, own)? {
        Ok(original) => original,
        Err(refusal) => return Ok(Err(refusal)),
    };
    let owner = match &draft.owner {
        Some(name) => match writer_named(tx, name)? {
            Some(owner) => Some(owner),
            None => return Ok(Err(Refusal::Owner)),
        },
        None => None,
    };
    let others: i64 = articles::table
        .filter(among(articles::id, draft.see_also.iter().map(|id| id.get())))
        .filter(among(articles::audience, sight.audience_names()))
        .count()
        .get_result(tx)?;
    if usize::try_from(others) != Ok(draft.see_also.len()) {
        return Ok(Err(Refusal::SeeAlso));
    }
    Ok(Ok(Found { original, owner }))
}

/// The article of which a draft is a version in another language: never itself a version, so that all of them find each
/// other, and no two of them in one language.
fn original(
    tx: &mut Db,
    sight: Sight,
    draft: &ArticleDraft,
    own: Option<i64>,
) -> Result<Result<Option<i64>, Refusal>, StoreError> {
    let Some(named) = draft.original else {
        return Ok(Ok(None));
    };
    let row: Option<(i64, Option<i64>, String)> = articles::table
        .find(named.get())
        .filter(among(articles::audience, sight.audience_names()))
        .select((articles::id, articles::original_id, articles::language))
        .first(tx)
        .optional()?;
    let Some((id, above, _)) = row else {
        return Ok(Err(Refusal::Original));
    };
    let root = above.unwrap_or(id);
    let own = own.unwrap_or(0);
    let has_versions: bool =
        diesel::select(exists(articles::table.filter(articles::original_id.eq(own)))).get_result(tx)?;
    if root == own || has_versions {
        return Ok(Err(Refusal::Original));
    }
    let alike = articles::table
        .filter(articles::language.eq(draft.language.code()))
        .filter(articles::id.ne(own));
    let is_taken: bool = diesel::select(exists(alike.filter(articles::original_id.eq(root)))).get_result(tx)?;
    let is_roots: bool = diesel::select(exists(alike.filter(articles::id.eq(root)))).get_result(tx)?;
    Ok(if is_taken || is_roots {
        Err(Refusal::LanguageTaken)
    } else {
        Ok(Some(root))
    })
}

/// Somebody of this name who writes articles; the one with the oldest account of several.
fn writer_named(tx: &mut Db, name: &str) -> Result<Option<i64>, StoreError> {
    let writes = among(users::role, [Role::Moderator.as_str(), Role::Admin.as_str()]);
    let named: Vec<(i64, bool, bool)> = users::table
        .filter(users::name_folded.eq(fold(name)))
        .filter(users::closed_at.is_null())
        .order(users::id)
        .select((users::id, writes, exists(staff_membership())))
        .load(tx)?;
    Ok(named
        .into_iter()
        .find(|(_, writes, is_staff)| *writes || *is_staff)
        .map(|(id, _, _)| id))
}

/// Counts a published article in the section and for the readers that it has now.
fn count_moved(tx: &mut Db, held: &Held, draft: &ArticleDraft) -> Result<(), StoreError> {
    let (before, after) = ((held.section_id, held.audience), (draft.section.get(), draft.audience));
    if held.state != ArticleState::Published || before == after {
        return Ok(());
    }
    let mut counts = [(before, -1), (after, 1)];
    counts.sort_by_key(|((section, _), more)| (*section, *more));
    for ((section, audience), more) in counts {
        section_store::count(tx, section, audience, more)?;
    }
    Ok(())
}
