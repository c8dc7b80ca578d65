//! Articles that answer a thread: linked by helpers, suggested to them, and what the asker says of it.

use serde::Deserialize;

use super::moderating::mend;
use super::{address, after_deed};
use crate::domain::account::User;
use crate::domain::article::LinkKind;
use crate::domain::id::{ArticleId, ReplyId, ThreadId};
use crate::domain::permission::{Verb, may};
use crate::domain::problem::{Fault as TextFault, Problems};
use crate::domain::sight::Sight;
use crate::store::article_links::{self, Linking};
use crate::store::articles;
use crate::store::threads::ThreadPage;
use crate::store::{Db, StoreError, proposals};
use crate::urls::{article_named, articles_linked};
use crate::web::extract::{Form, Id};
use crate::web::views::threads::Typed;
use crate::web::{Fault, Reply, SignedIn, Visit, see_other_with};

/// The form that links an article: named by its address or its number, or one of those that are suggested.
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
    let (article, kind) = match read(&form.0) {
        Ok(read) => read,
        Err(problems) => return again(&visit, id, &form.0, &problems).await,
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
        Linking::NoSuchArticle => again(&visit, id, &form.0, &refused("problem-article-unpublished")).await,
        Linking::NotForAll => again(&visit, id, &form.0, &refused("problem-article-not-for-all")).await,
    }
}

fn read(form: &LinkForm) -> Result<(ArticleId, LinkKind), Problems> {
    let mut problems = Problems::none();
    let article = article_named(&form.article).ok_or(TextFault::new("problem-article-unknown"));
    let article = problems.keep("article", article);
    let kind = LinkKind::parse(&form.kind).ok_or(TextFault::new("problem-choice"));
    let kind = problems.keep("kind", kind);
    article.zip(kind).ok_or(problems)
}

async fn again(visit: &Visit, id: ThreadId, form: &LinkForm, problems: &Problems) -> Reply {
    let typed = Typed::Link {
        article: &form.article,
        kind: &form.kind,
    };
    mend(visit, id, typed, problems).await
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

/// Puts on a thread's page, for those who may link articles, which may answer it and which its replies name; and, for those who
/// write them, what is proposed.
pub(super) fn offer(
    db: &mut Db,
    user: Option<&User>,
    sight: Sight,
    base: &str,
    page: &mut ThreadPage,
) -> Result<(), StoreError> {
    if user.is_some_and(User::writes_articles) {
        page.proposal = proposals::of_thread(db, sight, page.id)?;
    }
    let may_link = user.is_some_and(|user| may(user, Verb::LinkArticle, page.post.author.id));
    if !may_link || page.post.deleted_at.is_some() {
        return Ok(());
    }
    let is_linked = |id: &ArticleId| page.articles.iter().any(|linked| linked.id == *id);
    let suggested = articles::suggested(db, sight, &page.title, &page.tags)?;
    let mentioned = mentioned(page, base);
    let ids: Vec<ArticleId> = mentioned
        .iter()
        .map(|(_, id)| *id)
        .filter(|id| !is_linked(id))
        .collect();
    let names = articles::named(db, sight, &ids)?;
    let named = |(reply, id): (ReplyId, ArticleId)| {
        let name = names.iter().find(|(known, _)| *known == id)?;
        Some((reply, name.clone()))
    };
    let mentioned = mentioned.into_iter().filter_map(named).collect();
    page.suggested = suggested.into_iter().filter(|(id, _)| !is_linked(id)).collect();
    page.mentioned = mentioned;
    Ok(())
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
