//! Articles that answer a thread: linked by helpers, suggested to them, and what the asker says of it.

use std::sync::Arc;

use chrono::{DateTime, Utc};
use serde::Deserialize;

use super::moderating::mend;
use super::{address, after_deed};
use crate::domain::account::User;
use crate::domain::article::LinkKind;
use crate::domain::id::{ArticleId, ReplyId, ThreadId};
use crate::domain::permission::{Verb, may};
use crate::domain::problem::{Fault as TextFault, Problems};
use crate::domain::sight::Sight;
use crate::search::embedded::{Filters, Hit, Visible};
use crate::search::query::{Only, Query};
use crate::search::{Asked, Search};
use crate::store::article_links::{self, Linking};
use crate::store::articles::{self, Name};
use crate::store::threads::ThreadPage;
use crate::store::{Db, StoreError, proposals};
use crate::text::excerpt;
use crate::urls::{article_named, articles_linked};
use crate::web::extract::{Form, Id};
use crate::web::views::threads::Typed;
use crate::web::{Fault, Reply, SignedIn, Visit, see_other_with};

/// How many articles are suggested for a thread, and how many words find.
const MOST: usize = 5;
/// How many hits are looked at for that: some may be linked already.
const LOOKED_AT: usize = 15;
/// How much of a thread's text is compared with articles, in characters.
const COMPARED: usize = 2_000;

/// The form that links an article: named by its address, its number or words that find it, or one of those that are suggested.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct LinkForm {
    article: String,
    kind: String,
}

/// `POST /threads/{id}/-/link`
pub async fn link(SignedIn { visit, user }: SignedIn, id: Id<ThreadId>, form: Form<LinkForm>) -> Reply {
    let (sight, now, id) = (visit.sight(), visit.now, id.0);
    if !may(&user, Verb::LinkArticle, None) {
        return Err(Fault::Forbidden);
    }
    let found = match article_named(&form.0.article) {
        Some(_) => Vec::new(),
        None => with_words(&visit, &form.0.article).await?,
    };
    let (article, kind) = match read(&form.0, &found) {
        Ok(read) => read,
        Err(problems) => return again(&visit, id, &form.0, &found, &problems).await,
    };
    let linking = visit
        .site
        .store
        .write(move |tx| article_links::link(tx, &user, sight, (id, article), kind, now));
    let refused = |key| Problems::one("article", key);
    match linking.await.map_err(|error: StoreError| error)? {
        Linking::Linked => {
            let notice = match kind {
                LinkKind::Answers => "article-answers",
                LinkKind::Related => "article-related",
            };
            see_other_with(&address(&visit, id).await?, notice)
        }
        Linking::Unchanged => see_other_with(&address(&visit, id).await?, "unchanged"),
        Linking::NotYours => Err(Fault::Forbidden),
        Linking::Locked => Err(Fault::Locked),
        Linking::NoSuchArticle => again(&visit, id, &form.0, &[], &refused("problem-article-unpublished")).await,
        Linking::NotForAll => again(&visit, id, &form.0, &[], &refused("problem-article-not-for-all")).await,
    }
}

fn read(form: &LinkForm, found: &[Name]) -> Result<(ArticleId, LinkKind), Problems> {
    let mut problems = Problems::none();
    let wrong = match found {
        [] => "problem-article-unknown",
        [_, ..] => "problem-article-choose",
    };
    let article = article_named(&form.article).ok_or(TextFault::new(wrong));
    let article = problems.keep("article", article);
    let kind = LinkKind::parse(&form.kind).ok_or(TextFault::new("problem-choice"));
    let kind = problems.keep("kind", kind);
    article.zip(kind).ok_or(problems)
}

async fn again(visit: &Visit, id: ThreadId, form: &LinkForm, found: &[Name], problems: &Problems) -> Reply {
    let typed = Typed::Link {
        article: &form.article,
        kind: &form.kind,
        found,
    };
    mend(visit, id, typed, problems).await
}

/// The articles in sight that these words find, the best first.
async fn with_words(visit: &Visit, words: &str) -> Result<Vec<Name>, Fault> {
    let (search, sight, now) = (Arc::clone(&visit.site.search), visit.sight(), visit.now);
    // PostgreSQL keeps no null character, so nothing holds one.
    let query = Query::parse(&words.replace('\0', " "));
    if !query.has_words() {
        return Ok(Vec::new());
    }
    let query = Query {
        only: Some(Only::Articles),
        ..query
    };
    let found = visit.site.store.read_long(move |db: &mut Db| {
        let asked = Asked {
            query: &query,
            filters: &Filters::default(),
            visible: &Visible::to(sight, &[]),
            now,
        };
        let answer = search.find(&asked, 0, MOST)?.unwrap_or_default();
        Ok::<_, Fault>(articles::named(db, sight, &ids_of(&answer.hits))?)
    });
    found.await
}

fn ids_of(hits: &[Hit]) -> Vec<ArticleId> {
    hits.iter().filter_map(|hit| hit.subject.article()).collect()
}

/// The form that takes a link back.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct UnlinkForm {
    article: ArticleId,
}

/// `POST /threads/{id}/-/unlink`
pub async fn unlink(SignedIn { visit, user }: SignedIn, id: Id<ThreadId>, form: Form<UnlinkForm>) -> Reply {
    let (sight, now, id, article) = (visit.sight(), visit.now, id.0, form.0.article);
    let deed = visit
        .site
        .store
        .write(move |tx| article_links::unlink(tx, &user, sight, (id, article), now));
    let deed = deed.await.map_err(|error: StoreError| error)?;
    after_deed(&visit, id, deed, "article-unlinked").await
}

/// `POST /threads/{id}/-/solved`: the asker says that the article has solved it.
pub async fn solved_by_article(SignedIn { visit, user }: SignedIn, id: Id<ThreadId>) -> Reply {
    let (sight, now, id) = (visit.sight(), visit.now, id.0);
    let deed = visit
        .site
        .store
        .write(move |tx| article_links::confirm(tx, &user, sight, id, now));
    let deed = deed.await.map_err(|error: StoreError| error)?;
    after_deed(&visit, id, deed, "article-confirmed").await
}

/// What it takes to offer articles to those who may link them.
pub(super) struct Offering {
    search: Arc<Search>,
    user: Option<User>,
    sight: Sight,
    base: String,
    now: DateTime<Utc>,
}

impl Offering {
    /// To whoever looks.
    pub(super) fn of(visit: &Visit) -> Self {
        Self {
            search: Arc::clone(&visit.site.search),
            user: visit.viewer.user().cloned(),
            sight: visit.sight(),
            base: visit.site.urls.absolute(""),
            now: visit.now,
        }
    }

    /// Puts on a thread's page, for those who may link articles, which may answer it and which its replies name; and, for those
    /// who write them, what is proposed.
    pub(super) fn offer(&self, db: &mut Db, page: &mut ThreadPage) -> Result<(), StoreError> {
        let user = self.user.as_ref();
        if user.is_some_and(User::writes_articles) {
            page.proposal = proposals::of_thread(db, self.sight, page.id)?;
        }
        let may_link = user.is_some_and(|user| may(user, Verb::LinkArticle, page.post.author.id));
        if !may_link || page.post.deleted_at.is_some() {
            return Ok(());
        }
        let is_linked = |id: &ArticleId| page.articles.iter().any(|linked| linked.id == *id);
        let suggested = self.suggested(db, page)?;
        let mentioned = mentioned(page, &self.base);
        let ids: Vec<ArticleId> = mentioned
            .iter()
            .map(|(_, id)| *id)
            .filter(|id| !is_linked(id))
            .collect();
        let names = articles::named(db, self.sight, &ids)?;
        let named = |(reply, id): (ReplyId, ArticleId)| {
            let name = names.iter().find(|(known, _)| *known == id)?;
            Some((reply, name.clone()))
        };
        let mentioned = mentioned.into_iter().filter_map(named).collect();
        let suggested = suggested.into_iter().filter(|(id, _)| !is_linked(id));
        page.suggested = suggested.take(MOST).collect();
        page.mentioned = mentioned;
        Ok(())
    }

    /// The articles that may answer a thread, the best first; by the words of their titles while there is no index to ask.
    fn suggested(&self, db: &mut Db, page: &ThreadPage) -> Result<Vec<Name>, StoreError> {
        let (body, visible) = (excerpt::words(&page.post.body, COMPARED), Visible::to(self.sight, &[]));
        match self
            .search
            .articles_for(&page.title, &body, &visible, self.now, LOOKED_AT)
        {
            Ok(Some(hits)) => return articles::named(db, self.sight, &ids_of(&hits)),
            Ok(None) => {}
            // The page does without.
            Err(error) => tracing::warn!(%error, "articles for a thread could not be found"),
        }
        articles::suggested(db, self.sight, &page.title, &page.tags)
    }
}

/// The articles whose addresses the replies of a page contain.
fn mentioned(page: &ThreadPage, base: &str) -> Vec<(ReplyId, ArticleId)> {
    let replies = page.accepted.iter().chain(&page.replies.items);
    let alive = replies.filter(|(_, reply)| reply.deleted_at.is_none());
    alive
        .flat_map(|(reply, view)| {
            let linked = articles_linked(view.body.as_str(), base).into_iter();
            linked.map(|article| (*reply, article))
        })
        .collect()
}
