//! Which answers an article cites, by the addresses in its newest text, and which of those are deleted.

use diesel::dsl::exists;
use diesel::prelude::*;

use super::authors::Authors;
use super::native::among;
use super::schema::{article_citations, categories, replies, threads};
use super::{Db, StoreError};
use crate::domain::category::Audience;
use crate::domain::id::ReplyId;
use crate::domain::sight::Sight;

/// How many deleted answers an article's page names.
const MOST_NAMED: i64 = 20;

/// An answer that an article cites and that is deleted, itself or with its thread.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DeletedCitation {
    /// The answer.
    pub reply: ReplyId,
    /// Who wrote it, if anybody knows, and the title of its thread; nothing when its category is out of sight.
    pub told: Option<(Option<String>, String)>,
}

/// Notes which answers an article cites now; numbers of answers that never were are left out.
pub(super) fn put(tx: &mut Db, article: i64, cited: &[ReplyId]) -> Result<(), StoreError> {
    diesel::delete(article_citations::table.filter(article_citations::article_id.eq(article))).execute(tx)?;
    let known: Vec<i64> = replies::table
        .filter(among(replies::id, cited.iter().map(|reply| reply.get())))
        .order(replies::id)
        .select(replies::id)
        .load(tx)?;
    for reply in known {
        diesel::insert_into(article_citations::table)
            .values((
                article_citations::article_id.eq(article),
                article_citations::reply_id.eq(reply),
            ))
            .execute(tx)?;
    }
    Ok(())
}

/// The answers that an article cites and that are deleted; those out of sight without a word about them.
pub(super) fn deleted(db: &mut Db, sight: Sight, article: i64) -> Result<Vec<DeletedCitation>, StoreError> {
    type Row = (i64, Option<i64>, Option<String>, String, String);
    let rows: Vec<Row> = article_citations::table
        .inner_join(replies::table.inner_join(threads::table.inner_join(categories::table)))
        .filter(article_citations::article_id.eq(article))
        .filter(replies::deleted_at.is_not_null().or(threads::deleted_at.is_not_null()))
        .order(article_citations::reply_id)
        .limit(MOST_NAMED)
        .select((
            replies::id,
            replies::author_id,
            replies::author_name,
            threads::title,
            categories::audience,
        ))
        .load(db)?;
    let people = Authors::load(db, rows.iter().map(|row| row.1))?;
    let citation = |(id, author, name, title, audience): Row| {
        let is_in_sight = Audience::parse(&audience).is_some_and(|audience| sight.includes(audience));
        DeletedCitation {
            reply: ReplyId::stored(id),
            told: is_in_sight.then(|| (people.of(author, name).name, title)),
        }
    };
    Ok(rows.into_iter().map(citation).collect())
}

/// Whether any of these answers is deleted.
pub(super) fn has_deleted(db: &mut Db, cited: &[ReplyId]) -> Result<bool, StoreError> {
    let deleted = replies::table
        .inner_join(threads::table)
        .filter(among(replies::id, cited.iter().map(|reply| reply.get())))
        .filter(replies::deleted_at.is_not_null().or(threads::deleted_at.is_not_null()));
    Ok(diesel::select(exists(deleted)).get_result(db)?)
}
