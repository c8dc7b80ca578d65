//! The articles that came of a thread, with all of their versions.

use diesel::prelude::*;

use super::{PlaceKind, Reach, Search};
use crate::domain::audience::Audience;
use crate::domain::id::ArticleId;
use crate::store::schema::{article_revisions, articles};
use crate::store::written::Written;
use crate::store::{Db, StoreError, articles as article_store};

/// A title, a short answer, a text.
type ArticleTexts = (String, String, String);

pub(super) fn rewrite(db: &mut Db, search: &mut Search<'_>, reach: &Reach) -> Result<(), StoreError> {
    for id in &reach.articles {
        let (audience, texts): (String, ArticleTexts) = articles::table
            .find(id)
            .select((
                articles::audience,
                (articles::title, articles::short_answer, articles::body_markdown),
            ))
            .first(db)?;
        let sight = search.looks;
        let is_seen =
            sight.is_none_or(|sight| Audience::parse(&audience).is_some_and(|audience| sight.includes(audience)));
        if let Some((title, short_answer, body)) = article_without(search, texts, is_seen) {
            let written = Written::anew(&body);
            diesel::update(articles::table.find(id))
                .set((
                    articles::title.eq(&title),
                    articles::short_answer.eq(short_answer),
                    articles::body_markdown.eq(&written.markdown),
                    articles::body_html.eq(&written.html),
                    articles::renderer.eq(written.renderer),
                ))
                .execute(db)?;
            article_store::put_words(db, *id, &title)?;
            search.articles.push(ArticleId::stored(*id));
        }
        let versions: Vec<(i64, String, ArticleTexts)> = article_revisions::table
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
    (reason, texts): (String, ArticleTexts),
    is_seen: bool,
) -> Result<(), StoreError> {
    if let Some(reason) = search.meet_seen(PlaceKind::Article, None, &reason, is_seen) {
        diesel::update(article_revisions::table.find(version))
            .set(article_revisions::reason.eq(reason))
            .execute(db)?;
    }
    if let Some((title, short_answer, body)) = article_without(search, texts, is_seen) {
        diesel::update(article_revisions::table.find(version))
            .set((
                article_revisions::title.eq(title),
                article_revisions::short_answer.eq(short_answer),
                article_revisions::body_markdown.eq(body),
            ))
            .execute(db)?;
    }
    Ok(())
}

/// The texts of an article without the words; `None` when they stand in none of these, or it only looks.
fn article_without(search: &mut Search<'_>, texts: ArticleTexts, is_seen: bool) -> Option<ArticleTexts> {
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
