//! Comments: posting, changing, deleting, and their permanent addresses.

use std::future::ready;

use actix_web::HttpResponse;
use actix_web::http::header;
use serde::Deserialize;

use super::deeds::after_deed;
use super::extract::{Form, Id};
use super::flags::held_home;
use super::threads::with_drafts;
use super::views::components::Problem;
use super::views::threads::{CommentDraft, Drafts};
use super::{Fault, Reply, SignedIn, ThreadModerator, Visit, newcomers, screened, unprocessable, views};
use crate::domain::case::Piece;
use crate::domain::draft::parse_comment;
use crate::domain::id::{CommentId, ReplyId, ThreadId};
use crate::domain::permission::{Verb, may_in};
use crate::domain::spam::Manner;
use crate::domain::token::FormKey;
use crate::store::comments::{self, CommentOn, CommentSource};
use crate::store::outcome::{Deed, Posting};
use crate::store::written::Written;
use crate::store::{StoreError, manners, replies};

/// The fields of a comment's form.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CommentForm {
    form_key: String,
    comment: String,
    #[serde(default)]
    begun: String,
}

impl CommentForm {
    /// How it was filled.
    fn manner(&self) -> Manner {
        Manner {
            begun: self.begun.clone(),
            ..Manner::default()
        }
    }
}

/// `POST /threads/{id}/-/comments`
pub async fn on_thread(author: SignedIn, id: Id<ThreadId>, form: Form<CommentForm>) -> Reply {
    post(author, id.0, CommentOn::Thread(id.0), form.0).await
}

/// `POST /replies/{id}/comments`
pub async fn on_reply(author: SignedIn, id: Id<ReplyId>, form: Form<CommentForm>) -> Reply {
    let (sight, reply) = (author.visit.sight(), id.0);
    let source = author
        .visit
        .site
        .store
        .read(move |db| replies::source(db, sight, reply));
    let thread = source.await.map_err(|error: StoreError| error)?.thread;
    post(author, thread, CommentOn::Reply(reply), form.0).await
}

async fn post(SignedIn { visit, user }: SignedIn, thread: ThreadId, on: CommentOn, form: CommentForm) -> Reply {
    let (sight, now) = (visit.sight(), visit.now);
    let key = FormKey::offered(&form.form_key).ok_or(Fault::Malformed("malformed-form"))?;
    let body = match parse_comment(&form.comment) {
        Ok(comment) => Written::comment(&comment),
        Err(problems) => {
            let problems = views::problems(&visit, &problems);
            return mend(&visit, thread, on, &form, &key, &problems).await;
        }
    };
    let (used, manner) = (key.clone(), form.manner());
    let posted = visit.site.store.write(move |tx| {
        let posting = comments::post(tx, &user, sight, on, &body, used.as_str(), now)?;
        if let Posting::Posted(comment) = posting {
            manners::mind(tx, &user, Piece::Comment(comment), &manner, now)?;
        }
        Ok(posting)
    });
    match posted.await.map_err(|error: StoreError| error)? {
        Posting::Posted(id) => posted_at(&visit, id, Some("comment-posted")).await,
        Posting::PostedBefore(id) => posted_at(&visit, id, None).await,
        Posting::NotAllowed => Err(Fault::Forbidden),
        Posting::Blocked(words) => {
            let problems = [screened::problem(&visit, "comment", &words)];
            mend(&visit, thread, on, &form, &key, &problems).await
        }
        Posting::Locked => {
            let problems = [views::problem(&visit, "comment", "problem-thread-locked")];
            mend(&visit, thread, on, &form, &key, &problems).await
        }
        Posting::NotYet(limit) => {
            let problems = [newcomers::problem(&visit, "comment", limit)];
            mend(&visit, thread, on, &form, &key, &problems).await
        }
    }
}

async fn mend(
    visit: &Visit,
    thread: ThreadId,
    on: CommentOn,
    form: &CommentForm,
    key: &FormKey,
    problems: &[Problem],
) -> Reply {
    let typed = form.comment.as_str();
    let comment = Some(CommentDraft { on, typed, problems });
    with_drafts(
        visit,
        thread,
        Drafts {
            comment,
            key: Some(key),
            begun: &form.begun,
            ..Drafts::default()
        },
    )
    .await
}

/// Leads to a comment that was posted or changed, held or not.
async fn posted_at(visit: &Visit, id: CommentId, notice: Option<&'static str>) -> Reply {
    let place = on_page(visit, id).await;
    screened::led_to(visit, Piece::Comment(id), place, notice).await
}

/// `GET /comments/{id}`: leads to where the comment stands.
pub async fn show(visit: Visit, id: Id<CommentId>) -> Reply {
    let address = match on_page(&visit, id.0).await {
        Err(Fault::NotFound) => held_home(&visit, Piece::Comment(id.0)).await?.ok_or(Fault::NotFound)?,
        address => address?,
    };
    Ok(HttpResponse::Found()
        .insert_header((header::LOCATION, address))
        .finish())
}

async fn source(visit: &Visit, id: CommentId) -> Result<CommentSource, Fault> {
    let sight = visit.sight();
    Ok(visit
        .site
        .store
        .read(move |db| comments::source(db, sight, id))
        .await
        .map_err(|error: StoreError| error)?)
}

/// Where a comment stands: on its thread's page while it is one of the first, else on the page of all comments.
async fn on_page(visit: &Visit, id: CommentId) -> Result<String, Fault> {
    let source = source(visit, id).await?;
    Ok(place(visit, &source, id))
}

fn place(visit: &Visit, source: &CommentSource, id: CommentId) -> String {
    let urls = &visit.site.urls;
    match (source.reply, source.is_among_first) {
        (Some(reply), true) => urls.comment_on_reply_on_page(source.thread, &source.title, reply, id),
        (None, true) => urls.comment_on_page(&urls.thread(source.thread, &source.title), id),
        (Some(reply), false) => urls.comment_on_page(&urls.reply_part(reply, "comments"), id),
        (None, false) => urls.comment_on_page(&urls.thread_part(source.thread, "comments"), id),
    }
}

/// The fields of the form that changes a comment.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct EditForm {
    comment: String,
}

/// `GET /comments/{id}/edit`
pub async fn edit_form(SignedIn { visit, user }: SignedIn, id: Id<CommentId>) -> Reply {
    let source = source(&visit, id.0).await?;
    if !may_in(&user, source.audience, Verb::EditComment, source.author) {
        return Err(Fault::Forbidden);
    }
    views::comments::edit(&visit, id.0, &source.body, &[])
        .unlisted()
        .show(&visit)
}

/// `POST /comments/{id}/edit`
pub async fn change(SignedIn { visit, user }: SignedIn, id: Id<CommentId>, form: Form<EditForm>) -> Reply {
    let (sight, now, id) = (visit.sight(), visit.now, id.0);
    let body = match parse_comment(&form.0.comment) {
        Ok(comment) => Written::comment(&comment),
        Err(problems) => {
            let problems = views::problems(&visit, &problems);
            return unprocessable(&visit, views::comments::edit(&visit, id, &form.0.comment, &problems));
        }
    };
    if let Err(problems) = newcomers::check_links(&visit, &user, "comment", &body) {
        let problems = views::problems(&visit, &problems);
        return unprocessable(&visit, views::comments::edit(&visit, id, &form.0.comment, &problems));
    }
    let deed = visit
        .site
        .store
        .write(move |tx| comments::edit(tx, &user, sight, id, &body, now));
    match deed.await.map_err(|error: StoreError| error)? {
        Deed::Done(()) => posted_at(&visit, id, Some("edited")).await,
        Deed::Blocked(words) => {
            let problems = [screened::problem(&visit, "comment", &words)];
            unprocessable(&visit, views::comments::edit(&visit, id, &form.0.comment, &problems))
        }
        deed => after_deed(&visit, on_page(&visit, id), deed, "edited").await,
    }
}

/// `POST /comments/{id}/delete`
pub async fn delete(SignedIn { visit, user }: SignedIn, id: Id<CommentId>) -> Reply {
    let (sight, now, id) = (visit.sight(), visit.now, id.0);
    let source = source(&visit, id).await?;
    let deed = visit
        .site
        .store
        .write(move |tx| comments::delete(tx, &user, sight, id, now));
    let deed = deed.await.map_err(|error: StoreError| error)?;
    let thread = visit.site.urls.thread(source.thread, &source.title);
    after_deed(&visit, ready(Ok(thread)), deed, "comment-deleted").await
}

/// `POST /comments/{id}/undelete`
pub async fn undelete(ThreadModerator(SignedIn { visit, user }): ThreadModerator, id: Id<CommentId>) -> Reply {
    let (sight, now, id) = (visit.sight(), visit.now, id.0);
    let deed = visit
        .site
        .store
        .write(move |tx| comments::undelete(tx, &user, sight, id, now));
    let deed = deed.await.map_err(|error: StoreError| error)?;
    after_deed(&visit, on_page(&visit, id), deed, "undeleted").await
}
