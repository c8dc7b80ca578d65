//! Replies: posting, changing, accepting, voting, and their permanent addresses.

mod editing;

use actix_web::HttpResponse;
use actix_web::http::header;
use serde::Deserialize;

use super::deeds::after_deed;
use super::extract::{Form, Id, Query};
use super::flags::held_home;
use super::preview::{previewed, written};
use super::threads::{Pointed, address, is_news, mend_deletion, pointed_out_in, with_drafts};
use super::views::components::Problem;
use super::views::threads::Drafts;
use super::{Fault, Reply, SignedIn, ThreadModerator, Visit, newcomers, screened, see_other, see_other_with, views};
use crate::domain::body::Reason;
use crate::domain::case::Piece;
use crate::domain::draft::parse_body;
use crate::domain::id::{ReplyId, ThreadId};
use crate::domain::problem::Problems;
use crate::domain::question::Removal;
use crate::domain::spam::Manner;
use crate::domain::token::FormKey;
use crate::domain::upload::FileField;
use crate::domain::vote::Vote;
use crate::store::outcome::{Deed, Posting};
use crate::store::replies::{self, Accepting, ReplySource};
use crate::store::{StoreError, announcements, manners, merges, revisions, thanks, threads, votes};
use crate::web::threads::CommentsQuery;

pub use editing::{change, edit_form, preview_edit};

/// The fields of the reply form.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ReplyForm {
    form_key: String,
    body: String,
    #[serde(default)]
    pointed_out: String,
    #[serde(default)]
    pub(super) canned: String,
    #[serde(default)]
    pub(super) file: FileField,
    #[serde(default)]
    alt: String,
    #[serde(default)]
    begun: String,
    #[serde(default)]
    second_thought: String,
}

/// `POST /threads/{id}/-/replies`
pub async fn create(SignedIn { visit, user }: SignedIn, id: Id<ThreadId>, form: Form<ReplyForm>) -> Reply {
    let (sight, now, id) = (visit.sight(), visit.now, id.0);
    let typed = Typed::read(&form.0)?;
    let body = match form.0.file.checked().and_then(|()| parse_body(typed.body)) {
        Ok(body) => written(body).await?,
        Err(problems) => return mend(&visit, id, &typed, &problems).await,
    };
    let pointed = pointed_out_in(typed.body).await?;
    if is_news(&pointed, &form.0.pointed_out) {
        return point_out(&visit, id, &typed, &pointed).await;
    }
    let (used, manner) = (typed.key.clone(), form.0.manner());
    let posted = visit.site.store.write(move |tx| {
        let posting = replies::post(tx, &user, sight, id, &body, used.as_str(), now)?;
        if let Posting::Posted(reply) = posting {
            manners::mind(tx, &user, Piece::Reply(reply), &manner, now)?;
        }
        Ok(posting)
    });
    match posted.await.map_err(|error: StoreError| error)? {
        Posting::Posted(reply) => posted_at(&visit, reply, Some("reply-posted")).await,
        Posting::PostedBefore(reply) => posted_at(&visit, reply, None).await,
        Posting::NotAllowed => Err(Fault::Forbidden),
        Posting::Blocked(words) => {
            let problems = [screened::problem(&visit, "body", &words)];
            with_drafts(&visit, id, typed.drafts(&problems)).await
        }
        Posting::Locked => {
            let problems = Problems::one("body", "problem-thread-locked");
            mend(&visit, id, &typed, &problems).await
        }
        Posting::NotYet(limit) => {
            let problems = [newcomers::problem(&visit, "body", limit)];
            with_drafts(&visit, id, typed.drafts(&problems)).await
        }
    }
}

/// Leads to a reply that was posted or changed, held or not.
async fn posted_at(visit: &Visit, id: ReplyId, notice: Option<&'static str>) -> Reply {
    let place = on_page(visit, id).await;
    screened::led_to(visit, Piece::Reply(id), place, notice).await
}

impl ReplyForm {
    /// How it was filled.
    fn manner(&self) -> Manner {
        Manner {
            begun: self.begun.clone(),
            unseen: self.second_thought.clone(),
            ..Manner::default()
        }
    }
}

/// What was typed into the reply form.
pub(super) struct Typed<'a> {
    pub(super) body: &'a str,
    alt: &'a str,
    begun: &'a str,
    key: FormKey,
}

impl<'a> Typed<'a> {
    pub(super) fn read(form: &'a ReplyForm) -> Result<Self, Fault> {
        Ok(Self {
            body: &form.body,
            alt: &form.alt,
            begun: &form.begun,
            key: FormKey::offered(&form.form_key).ok_or(Fault::Malformed("malformed-form"))?,
        })
    }

    /// The same, in the form of the thread's page.
    pub(super) fn drafts(&'a self, problems: &'a [Problem]) -> Drafts<'a> {
        Drafts {
            reply: Some((self.body, problems)),
            alt: self.alt,
            key: Some(&self.key),
            begun: self.begun,
            ..Drafts::default()
        }
    }
}

async fn mend(visit: &Visit, id: ThreadId, typed: &Typed<'_>, problems: &Problems) -> Reply {
    let problems = views::problems(visit, problems);
    with_drafts(visit, id, typed.drafts(&problems)).await
}

/// What in a reply should not stand in public is pointed out once; the form's button then posts it as it is.
async fn point_out(visit: &Visit, id: ThreadId, typed: &Typed<'_>, pointed: &[Pointed]) -> Reply {
    let drafts = Drafts {
        pointed,
        ..typed.drafts(&[])
    };
    with_drafts(visit, id, drafts).await
}

/// `POST /threads/{id}/-/replies/preview`: the thread's page again, with how the reply will look.
pub async fn preview(SignedIn { visit, .. }: SignedIn, id: Id<ThreadId>, form: Form<ReplyForm>) -> Reply {
    let typed = Typed::read(&form.0)?;
    if let Err(problems) = form.0.file.checked() {
        return mend(&visit, id.0, &typed, &problems).await;
    }
    let shown = match previewed(typed.body).await? {
        Ok(shown) => shown,
        Err(problems) => return mend(&visit, id.0, &typed, &problems).await,
    };
    let pointed = pointed_out_in(typed.body).await?;
    let drafts = Drafts {
        preview: Some(&shown),
        pointed: &pointed,
        ..typed.drafts(&[])
    };
    with_drafts(&visit, id.0, drafts).await
}

/// `GET /replies/{id}`: leads to where the reply stands.
pub async fn show(visit: Visit, id: Id<ReplyId>) -> Reply {
    let address = match on_page(&visit, id.0).await {
        Err(Fault::NotFound) => match was_opening(&visit, id.0).await? {
            Some(thread) => address(&visit, thread).await?,
            None => match held_home(&visit, Piece::Reply(id.0)).await? {
                Some(address) => address,
                None => return Err(absent(&visit, id.0).await?),
            },
        },
        address => address?,
    };
    Ok(HttpResponse::Found()
        .insert_header((header::LOCATION, address))
        .finish())
}

/// `GET /threads/{id}/-/latest`: leads to the latest reply, or to the thread while it has none.
pub async fn latest(visit: Visit, id: Id<ThreadId>) -> Reply {
    let (sight, id) = (visit.sight(), id.0);
    let found = visit.site.store.read(move |db| {
        let id = merges::follow(db, id)?;
        let title = threads::title_of(db, sight, id)?;
        Ok((id, title, announcements::newest(db, sight, id, 0)?))
    });
    let (id, title, latest) = found.await.map_err(|error: StoreError| error)?;
    let urls = &visit.site.urls;
    let address = latest.map_or_else(
        || urls.thread(id, &title),
        |reply| urls.reply_on_page(id, &title, reply),
    );
    Ok(HttpResponse::Found()
        .insert_header((header::LOCATION, address))
        .finish())
}

/// The thread whose text this reply was while that was merged into another one.
async fn was_opening(visit: &Visit, id: ReplyId) -> Result<Option<ThreadId>, Fault> {
    match visit.site.store.read(move |db| merges::opened(db, id)).await {
        Ok(thread) => Ok(Some(thread)),
        Err(StoreError::NotFound) => Ok(None),
        Err(error) => Err(error.into()),
    }
}

/// Why a reply that was not found has no address: it never was in sight, or it was and is deleted.
async fn absent(visit: &Visit, id: ReplyId) -> Result<Fault, Fault> {
    let sight = visit.sight();
    let gone = visit.site.store.read(move |db| replies::is_gone(db, sight, id));
    let is_gone = gone.await.map_err(|error: StoreError| error)?;
    Ok(if is_gone { Fault::Gone } else { Fault::NotFound })
}

async fn source(visit: &Visit, id: ReplyId) -> Result<ReplySource, Fault> {
    let sight = visit.sight();
    Ok(visit
        .site
        .store
        .read(move |db| replies::source(db, sight, id))
        .await
        .map_err(|error: StoreError| error)?)
}

/// Where a reply stands on its thread's page.
pub async fn on_page(visit: &Visit, id: ReplyId) -> Result<String, Fault> {
    let source = source(visit, id).await?;
    Ok(visit.site.urls.reply_on_page(source.thread, &source.title, id))
}

/// `GET /replies/{id}/history`
pub async fn history(visit: Visit, id: Id<ReplyId>) -> Reply {
    let source = source(&visit, id.0).await?;
    let (thread, id) = (source.thread, id.0);
    let revisions = visit
        .site
        .store
        .read(move |db| revisions::history(db, thread, Some(id)));
    let revisions = revisions.await.map_err(|error: StoreError| error)?;
    let back = visit.site.urls.reply_on_page(source.thread, &source.title, id);
    views::history::page(&visit, &source.title, &back, &revisions)
        .unlisted()
        .show(&visit)
}

/// `GET /replies/{id}/comments`: all comments of a reply.
pub async fn comments(visit: Visit, id: Id<ReplyId>, query: Query<CommentsQuery>) -> Reply {
    let (id, after) = (id.0, query.0.after()?);
    let source = source(&visit, id).await?;
    let (thread, sight) = (source.thread, visit.sight().at(source.audience));
    let comments = visit
        .site
        .store
        .read(move |db| threads::comments_of(db, sight, thread, Some(id), after, 50));
    let comments = comments.await.map_err(|error: StoreError| error)?;
    let urls = &visit.site.urls;
    let (back, here) = (
        urls.reply_on_page(thread, &source.title, id),
        urls.reply_part(id, "comments"),
    );
    views::threads::comments(&visit, &source.title, &back, &here, &comments).show(&visit)
}

/// `POST /replies/{id}/up`
pub async fn up(voter: SignedIn, id: Id<ReplyId>) -> Reply {
    vote(voter, id.0, Some(Vote::Up)).await
}

/// `POST /replies/{id}/down`
pub async fn down(voter: SignedIn, id: Id<ReplyId>) -> Reply {
    vote(voter, id.0, Some(Vote::Down)).await
}

/// `POST /replies/{id}/unvote`
pub async fn unvote(voter: SignedIn, id: Id<ReplyId>) -> Reply {
    vote(voter, id.0, None).await
}

async fn vote(SignedIn { visit, user }: SignedIn, id: ReplyId, vote: Option<Vote>) -> Reply {
    let (sight, now) = (visit.sight(), visit.now);
    let deed = visit
        .site
        .store
        .write(move |tx| votes::on_reply(tx, &user, sight, id, vote, now));
    let deed = deed.await.map_err(|error: StoreError| error)?;
    after(&visit, id, deed, if vote.is_some() { "voted" } else { "unvoted" }).await
}

/// `POST /replies/{id}/thank`
pub async fn thank(user: SignedIn, id: Id<ReplyId>) -> Reply {
    set_thanks(user, id.0, true).await
}

/// `POST /replies/{id}/unthank`
pub async fn unthank(user: SignedIn, id: Id<ReplyId>) -> Reply {
    set_thanks(user, id.0, false).await
}

async fn set_thanks(SignedIn { visit, user }: SignedIn, id: ReplyId, thanks_for_it: bool) -> Reply {
    let (sight, now) = (visit.sight(), visit.now);
    let deed = visit
        .site
        .store
        .write(move |tx| thanks::thank(tx, &user, sight, id, thanks_for_it, now));
    let deed = deed.await.map_err(|error: StoreError| error)?;
    after(&visit, id, deed, if thanks_for_it { "thanked" } else { "unthanked" }).await
}

/// `POST /replies/{id}/accept`
pub async fn accept(SignedIn { visit, user }: SignedIn, id: Id<ReplyId>) -> Reply {
    let (sight, now, id) = (visit.sight(), visit.now, id.0);
    let accepted = visit
        .site
        .store
        .write(move |tx| replies::accept(tx, &user, sight, id, now));
    match accepted.await.map_err(|error: StoreError| error)? {
        Accepting::Accepted => see_other_with(&on_page(&visit, id).await?, "accepted"),
        Accepting::AlreadyAccepted => see_other(&on_page(&visit, id).await?),
        Accepting::NotYours | Accepting::NotAQuestion => Err(Fault::Forbidden),
    }
}

/// `POST /replies/{id}/unaccept`
pub async fn unaccept(SignedIn { visit, user }: SignedIn, id: Id<ReplyId>) -> Reply {
    let (sight, now, id) = (visit.sight(), visit.now, id.0);
    let deed = visit
        .site
        .store
        .write(move |tx| replies::unaccept(tx, &user, sight, id, now));
    after(&visit, id, deed.await.map_err(|error: StoreError| error)?, "unaccepted").await
}

/// The form that deletes a reply.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct DeleteForm {
    #[serde(default)]
    reason: String,
}

/// `POST /replies/{id}/delete`
pub async fn delete(SignedIn { visit, user }: SignedIn, id: Id<ReplyId>, form: Form<DeleteForm>) -> Reply {
    let (sight, now, id) = (visit.sight(), visit.now, id.0);
    let ReplySource { thread, .. } = source(&visit, id).await?;
    let mut problems = Problems::none();
    let Some(reason) = problems.keep("reason", Reason::parse(&form.0.reason)) else {
        return mend_deletion(&visit, thread, Some(id), (Removal::Other, &form.0.reason), &problems).await;
    };
    let deed = visit
        .site
        .store
        .write(move |tx| replies::delete(tx, &user, sight, id, &reason, now));
    super::threads::after_deed(
        &visit,
        thread,
        deed.await.map_err(|error: StoreError| error)?,
        "reply-deleted",
    )
    .await
}

/// `POST /replies/{id}/undelete`
pub async fn undelete(ThreadModerator(SignedIn { visit, user }): ThreadModerator, id: Id<ReplyId>) -> Reply {
    let (sight, now, id) = (visit.sight(), visit.now, id.0);
    let deed = visit
        .site
        .store
        .write(move |tx| replies::undelete(tx, &user, sight, id, now));
    after(&visit, id, deed.await.map_err(|error: StoreError| error)?, "undeleted").await
}

async fn after(visit: &Visit, id: ReplyId, deed: Deed, notice: &'static str) -> Reply {
    after_deed(visit, on_page(visit, id), deed, notice).await
}
