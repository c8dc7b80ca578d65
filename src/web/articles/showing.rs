//! Reading: the sections, what is asked most, one article, its history; and the desk of those who write.

use std::sync::Arc;

use actix_web::HttpRequest;
use chrono::{DateTime, Utc};

use crate::domain::article::ArticleKind;
use crate::domain::category::Audience;
use crate::domain::id::{ArticleId, SectionId};
use crate::domain::searching::Period;
use crate::domain::subject::Home;
use crate::search::Search;
use crate::search::embedded::{IndexError, Visible};
use crate::store::articles::ArticlePage;
use crate::store::searches::{self, WithoutArticle};
use crate::store::{StoreError, article_opinions, articles, guides, proposals, sections};
use crate::text::guide::Guide;
use crate::web::cache::Shows;
use crate::web::extract::{After, Id};
use crate::web::views::articles::{OpinionDraft, Shown};
use crate::web::views_counted::Viewed;
use crate::web::{Fault, ModeratorOrStaff, Reply, SignedIn, Visit, moved_unless_at, unprocessable, views};

/// Words that found no article so often within a month stand on the desk.
const LEAST_MISSED: i64 = 3;
/// How many of them are looked at for that.
const MOST_MISSED: i64 = 20;
/// How many articles stand on a page of a section.
const SIZE: i64 = 30;

/// `GET /articles`
pub async fn home(visit: Visit) -> Reply {
    let sight = visit.sight();
    let language = visit.phrases.spoken();
    let home = visit
        .site
        .store
        .read(move |db| articles::home(db, sight, language))
        .await?;
    views::articles::home(&visit, &home).kept(Shows::Lists).show(&visit)
}

/// `GET /articles/faq`
pub async fn frequent(visit: Visit) -> Reply {
    let sight = visit.sight();
    let language = visit.phrases.spoken();
    let rows = visit
        .site
        .store
        .read(move |db| articles::frequent(db, sight, language))
        .await?;
    views::articles::frequent(&visit, &rows).kept(Shows::Lists).show(&visit)
}

/// `GET /articles/sections/{id}/{slug}` and without a slug: a wrong one leads to the right address.
pub async fn section(visit: Visit, request: HttpRequest, id: Id<SectionId>, after: After) -> Reply {
    let (sight, id, after) = (visit.sight(), id.0, after.0);
    let found = visit.site.store.read(move |db| {
        let all = sections::list(db, sight)?;
        let section = all.iter().find(|section| section.id == id).cloned();
        let section = section.ok_or(StoreError::NotFound)?;
        let rows = articles::in_section(db, sight, id, after, SIZE)?;
        Ok((all, section, rows))
    });
    let (all, section, rows) = found.await.map_err(|error: StoreError| error)?;
    let address = visit.site.urls.section(id, &section.name, None);
    if let Some(moved) = moved_unless_at(&request, &address) {
        return Ok(moved);
    }
    views::articles::section(&visit, &all, &section, &rows, after)
        .kept(Shows::Lists)
        .show(&visit)
}

/// `GET /articles/{id}/{slug}` and without a slug: a wrong one leads to the right address.
pub async fn show(visit: Visit, request: HttpRequest, id: Id<ArticleId>) -> Reply {
    let shown = found(&visit, id.0).await?;
    let article = &shown.article;
    if let Some(moved) = moved_unless_at(&request, &visit.site.urls.article(article.id, &article.title)) {
        return Ok(moved);
    }
    let viewed = Viewed::Article(article.id);
    visit
        .site
        .views
        .count(&request, viewed, article.author.id, visit.viewer.id());
    views::articles::page(&visit, &shown, None)
        .kept(Shows::Lists)
        .viewed(viewed)
        .show(&visit)
}

/// The article's page again, with an opinion that is to be mended.
pub(super) async fn with_opinion(visit: &Visit, id: ArticleId, draft: OpinionDraft<'_>) -> Reply {
    let shown = load(visit, id).await?;
    unprocessable(visit, views::articles::page(visit, &shown, Some(draft)))
}

/// An article's page, and for those who write why it did not help, where people left it, and what it pays back.
async fn load(visit: &Visit, id: ArticleId) -> Result<Shown, Fault> {
    let (sight, now) = (visit.sight(), visit.now);
    let found = visit.site.store.read(move |db| {
        let article: ArticlePage = articles::page(db, sight, id)?;
        let guide = guide_of(&article);
        let (opinions, answers) = match (sight.sees_drafts(), &guide) {
            (true, Some(guide)) => (
                article_opinions::reasons(db, id)?,
                guides::answers(db, id, &guide.plan)?,
            ),
            (true, None) => (article_opinions::reasons(db, id)?, Vec::new()),
            (false, _) => (Vec::new(), Vec::new()),
        };
        let payback = match sight.sees_drafts() {
            true => proposals::payback(db, sight, id, now)?,
            false => None,
        };
        Ok(Shown {
            article,
            guide,
            opinions,
            answers,
            payback,
        })
    });
    Ok(found.await.map_err(|error: StoreError| error)?)
}

/// The steps of an article that is a guide. A text that no longer makes one is read from the top to the end.
fn guide_of(article: &ArticlePage) -> Option<Guide> {
    let is_guide = article.kind == ArticleKind::Guide;
    Guide::read(&article.body).ok().filter(|_| is_guide)
}

/// The same; one that is retired is gone.
pub(super) async fn found(visit: &Visit, id: ArticleId) -> Result<Shown, Fault> {
    match load(visit, id).await {
        Err(Fault::NotFound) => Err(absent(visit, id).await?),
        shown => shown,
    }
}

/// Why an article that was not found has no page: it never was in sight, or it was and is retired.
async fn absent(visit: &Visit, id: ArticleId) -> Result<Fault, Fault> {
    let sight = visit.sight();
    let gone = visit.site.store.read(move |db| articles::is_gone(db, sight, id));
    let is_gone = gone.await.map_err(|error: StoreError| error)?;
    Ok(if is_gone { Fault::Gone } else { Fault::NotFound })
}

/// `GET /articles/{id}/-/history`: for those who write, as it holds what was never published.
pub async fn history(writer: ModeratorOrStaff, id: Id<ArticleId>) -> Reply {
    let SignedIn { visit, user } = writer.0;
    let (sight, id) = (visit.sight(), id.0);
    let found = visit.site.store.read(move |db| {
        let article = articles::page(db, sight, id)?;
        Ok((article, articles::history(db, id)?))
    });
    let (article, revisions) = found.await.map_err(|error: StoreError| error)?;
    views::articles::history(&visit, &user, &article, &revisions).show(&visit)
}

/// `GET /moderation/articles`: what needs a hand.
pub async fn desk(writer: ModeratorOrStaff) -> Reply {
    let visit = writer.0.visit;
    let (search, sight, now) = (Arc::clone(&visit.site.search), visit.sight(), visit.now);
    let found = visit.site.store.read(move |db| {
        let desk = articles::desk(db, sight, now)?;
        let missing = searches::without_article(db, Period::Month, LEAST_MISSED, MOST_MISSED)?;
        let missing = still_missing(missing, &search, now)?;
        Ok::<_, Fault>((desk, missing, proposals::paybacks(db, sight, now)?))
    });
    let (desk, missing, paybacks) = found.await?;
    views::articles::desk(&visit, &desk, &missing, &paybacks).show(&visit)
}

/// Those of these words that find no article by now that members may see.
fn still_missing(
    missing: Vec<WithoutArticle>,
    search: &Search,
    now: DateTime<Utc>,
) -> Result<Vec<WithoutArticle>, IndexError> {
    let visible = Visible {
        hidden: vec![Home::Articles(Audience::Staff).number()],
        ..Visible::default()
    };
    let mut still = Vec::new();
    for words in missing {
        if !search.finds_article(&words.words, &visible, now)? {
            still.push(words);
        }
    }
    Ok(still)
}
