//! The articles that came of a thread, with all of their versions.

use diesel::prelude::*;

use super::{PlaceKind, Reach, Search};
use crate::domain::audience::Audience;
use crate::domain::id::ArticleId;
use crate::store::articles::Texts;
use crate::store::schema::{article_revisions, articles};
use crate::store::{Db, StoreError, articles as article_store};

pub(super) fn rewrite(db: &mut Db, search: &mut Search<'_>, reach: &Reach) -> Result<(), StoreError> {
    for id in &reach.articles {
        let (audience, texts): (String, Texts) = articles::table
            .find(id)
            .select((
                articles::audience,
                (articles::title, articles::short_answer, articles::body_markdown),
            ))
            .first(db)?;
        let sight = search.looks;
        let is_seen =
            sight.is_none_or(|sight| Audience::parse(&audience).is_some_and(|audience| sight.includes(audience)));
        if let Some(texts) = article_without(search, texts, is_seen) {
            article_store::reword(db, *id, &texts)?;
            search.articles.push(ArticleId::stored(*id));
        }
        let versions: Vec<(i64, String, Texts)> = article_revisions::table
            .filter(article_revisions::article_id.eq(id))
            .select((
                article_revisions::number,
                article_revisions::reason,
                (
                    article_revisions::title,
                    article_revisions::short_answer,
                    article_revisions::body_markdown,
                ),
            ))
            .load(db)?;
        for (number, reason, texts) in versions {
            of_article_version(db, search, (*id, number), (reason, texts), is_seen)?;
        }
    }
    Ok(())
}

fn of_article_version(
    db: &mut Db,
    search: &mut Search<'_>,
    version: (i64, i64),
    (reason, texts): (String, Texts),
    is_seen: bool,
) -> Result<(), StoreError> {
    if let Some(reason) = search.meet_seen(PlaceKind::Article, None, &reason, is_seen) {
        diesel::update(article_revisions::table.find(version))
            .set(article_revisions::reason.eq(reason))
            .execute(db)?;
    }
    if let Some(texts) = article_without(search, texts, is_seen) {
        article_store::reword_version(db, version, &texts)?;
    }
    Ok(())
}

/// The texts of an article without the words; `None` when they stand in none of these, or it only looks.
fn article_without(search: &mut Search<'_>, texts: Texts, is_seen: bool) -> Option<Texts> {
    let (title, short_answer, body) = texts;
    let mut is_met = false;
    let mut without = |text: String| match search.meet_seen(PlaceKind::Article, None, &text, is_seen) {
        Some(without) => {
            is_met = true;
            without
        }
        None => text,
    };
    let texts = (without(title), without(short_answer), without(body));
    is_met.then_some(texts)
}
