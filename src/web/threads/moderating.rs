//! What moderators do to a thread; its author may delete and retag.

use chrono::{DateTime, Utc};
use serde::Deserialize;

use super::finding::{Named, named};
use super::{after_deed, with_drafts};
use crate::domain::account::User;
use crate::domain::body::Reason;
use crate::domain::id::{ReplyId, ThreadId};
use crate::domain::problem::{Fault as TextFault, Problems};
use crate::domain::question::Removal;
use crate::domain::resolution::CloseReason;
use crate::domain::restraint::day;
use crate::domain::sight::Sight;
use crate::domain::tag::TagName;
use crate::store::finding::SimilarThread;
use crate::store::outcome::Deed;
use crate::store::threads::Closing;
use crate::store::{Db, StoreError, categories, duplicates, merges, threads};
use crate::web::extract::{Form, Id};
use crate::web::views::threads::{DeletionDraft, Drafts, ModerationDraft, Typed};
use crate::web::{Fault, Reply, SignedIn, ThreadModerator, Visit, see_other_with, views};

/// The form that closes a thread.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CloseForm {
    close_reason: String,
    #[serde(default)]
    original: String,
    /// One of the threads that were offered, and the words for which they were.
    #[serde(default)]
    found: String,
    #[serde(default)]
    found_for: String,
    #[serde(default)]
    close_note: String,
}

impl CloseForm {
    fn typed<'a>(&'a self, found: &'a [SimilarThread]) -> Typed<'a> {
        Typed::Close {
            reason: &self.close_reason,
            original: &self.original,
            found,
            note: &self.close_note,
        }
    }

    /// What names the original: the thread that was chosen, unless other words were typed since.
    fn named(&self) -> &str {
        match self.found_for == self.original {
            true if !self.found.is_empty() => &self.found,
            _ => &self.original,
        }
    }
}

/// `POST /threads/{id}/-/close`: also as a duplicate of another thread, named by its address, its number or words that find it.
pub async fn close(
    ThreadModerator(SignedIn { visit, user }): ThreadModerator,
    id: Id<ThreadId>,
    form: Form<CloseForm>,
) -> Reply {
    let (sight, now, id) = (visit.sight(), visit.now, id.0);
    let mut found = Vec::new();
    let original = match named(&visit, id, form.0.named()).await? {
        Named::Thread(original) => Ok(original),
        Named::Nothing => Err("problem-original-missing"),
        Named::Words(threads) if threads.is_empty() => Err("problem-words-find-none"),
        Named::Words(threads) => {
            found = threads;
            Err("problem-original-choose")
        }
    };
    let closing = match closing(&form.0, original) {
        Ok(closing) => closing,
        Err(problems) => return mend(&visit, id, form.0.typed(&found), &problems).await,
    };
    let closed = visit
        .site
        .store
        .write(move |tx| close_unless_wrong(tx, &user, sight, id, closing, now));
    match closed.await.map_err(|error: StoreError| error)? {
        Ok(deed) => after_deed(&visit, id, deed, "closed").await,
        Err(wrong) => {
            let problems = Problems::one("original", wrong);
            mend(&visit, id, form.0.typed(&[]), &problems).await
        }
    }
}

/// Closes a thread, or says what is wrong with its original: a merged one stands for where it was merged into.
fn close_unless_wrong(
    tx: &mut Db,
    by: &User,
    sight: Sight,
    id: ThreadId,
    closing: Closing,
    now: DateTime<Utc>,
) -> Result<Result<Deed, &'static str>, StoreError> {
    let original = closing
        .original
        .map(|original| merges::follow(tx, original))
        .transpose()?;
    if let Some(original) = original {
        match threads::title_of(tx, sight, original) {
            Err(StoreError::NotFound) => return Ok(Err("problem-original-missing")),
            title => drop(title?),
        }
        if original == id {
            return Ok(Err("problem-original-itself"));
        }
        if duplicates::leads_back(tx, id, original)? {
            return Ok(Err("problem-original-circle"));
        }
    }
    threads::close(tx, by, sight, id, &Closing { original, ..closing }, now).map(Ok)
}

fn closing(form: &CloseForm, original: Result<ThreadId, &'static str>) -> Result<Closing, Problems> {
    let mut problems = Problems::none();
    let reason = CloseReason::parse(&form.close_reason).ok_or(TextFault::new("problem-choice"));
    let reason = problems.keep("close_reason", reason);
    let note = problems.keep("close_note", Reason::parse(&form.close_note));
    let original = match reason {
        Some(CloseReason::Duplicate) => match original {
            Ok(original) => Some(original),
            Err(wrong) => {
                problems.add("original", wrong);
                None
            }
        },
        _ => None,
    };
    match (reason, note) {
        (Some(reason), Some(note)) if problems.is_empty() => Ok(Closing { reason, original, note }),
        _ => Err(problems),
    }
}

pub(super) async fn mend(visit: &Visit, id: ThreadId, typed: Typed<'_>, problems: &Problems) -> Reply {
    let problems = &views::problems(visit, problems);
    let drafts = Drafts {
        moderation: Some(ModerationDraft { typed, problems }),
        ..Drafts::default()
    };
    with_drafts(visit, id, drafts).await
}

/// A form that may give a reason.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ReasonForm {
    #[serde(default)]
    reason: String,
}

impl ReasonForm {
    /// The reason; too long a one is refused, as no page has a field for it.
    pub fn reason(&self) -> Result<Reason, Fault> {
        Reason::parse(&self.reason).map_err(|_| Fault::Malformed("malformed-form"))
    }
}

/// `POST /threads/{id}/-/lock`
pub async fn lock(by: ThreadModerator, id: Id<ThreadId>, form: Form<ReasonForm>) -> Reply {
    set_lock(by.0, id.0, true, form.0.reason()?).await
}

/// `POST /threads/{id}/-/unlock`
pub async fn unlock(by: ThreadModerator, id: Id<ThreadId>, form: Form<ReasonForm>) -> Reply {
    set_lock(by.0, id.0, false, form.0.reason()?).await
}

async fn set_lock(SignedIn { visit, user }: SignedIn, id: ThreadId, locked: bool, reason: Reason) -> Reply {
    let (sight, now) = (visit.sight(), visit.now);
    let deed = visit
        .site
        .store
        .write(move |tx| threads::lock(tx, &user, sight, id, locked, &reason, now));
    let deed = deed.await.map_err(|error: StoreError| error)?;
    after_deed(&visit, id, deed, if locked { "locked" } else { "unlocked" }).await
}

/// `POST /threads/{id}/-/pin`
pub async fn pin(by: ThreadModerator, id: Id<ThreadId>) -> Reply {
    set_pin(by.0, id.0, true).await
}

/// `POST /threads/{id}/-/unpin`
pub async fn unpin(by: ThreadModerator, id: Id<ThreadId>) -> Reply {
    set_pin(by.0, id.0, false).await
}

async fn set_pin(SignedIn { visit, user }: SignedIn, id: ThreadId, pinned: bool) -> Reply {
    let (sight, now) = (visit.sight(), visit.now);
    let deed = visit
        .site
        .store
        .write(move |tx| threads::pin(tx, &user, sight, id, pinned, now));
    let deed = deed.await.map_err(|error: StoreError| error)?;
    after_deed(&visit, id, deed, if pinned { "pinned" } else { "unpinned" }).await
}

/// The form that pins a thread until a day.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PinForm {
    pin_until: String,
}

/// `POST /threads/{id}/-/pin-until`
pub async fn pin_until(
    ThreadModerator(SignedIn { visit, user }): ThreadModerator,
    id: Id<ThreadId>,
    form: Form<PinForm>,
) -> Reply {
    let (sight, now, id) = (visit.sight(), visit.now, id.0);
    let mut problems = Problems::none();
    let Some(until) = problems.keep("pin_until", day(&form.0.pin_until, now)) else {
        return mend(&visit, id, Typed::Pin(&form.0.pin_until), &problems).await;
    };
    let deed = visit
        .site
        .store
        .write(move |tx| threads::pin_until(tx, &user, sight, id, until, now));
    after_deed(&visit, id, deed.await.map_err(|error: StoreError| error)?, "pinned").await
}

/// The form that moves a thread.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct MoveForm {
    category: String,
}

/// `POST /threads/{id}/-/move`
pub async fn r#move(
    ThreadModerator(SignedIn { visit, user }): ThreadModerator,
    id: Id<ThreadId>,
    form: Form<MoveForm>,
) -> Reply {
    let (sight, now, id, slug) = (visit.sight(), visit.now, id.0, form.0.category);
    let deed = visit.site.store.write(move |tx| {
        let category = categories::by_slug(tx, sight, &slug)?;
        threads::r#move(tx, &user, sight, id, category.id, now)
    });
    after_deed(&visit, id, deed.await.map_err(|error: StoreError| error)?, "moved").await
}

/// The form that changes a thread's tags.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RetagForm {
    retag: String,
}

/// `POST /threads/{id}/-/retag`
pub async fn retag(SignedIn { visit, user }: SignedIn, id: Id<ThreadId>, form: Form<RetagForm>) -> Reply {
    let (sight, now, id) = (visit.sight(), visit.now, id.0);
    let mut problems = Problems::none();
    let Some(names) = problems.keep("retag", TagName::parse_list(&form.0.retag)) else {
        return mend(&visit, id, Typed::Retag(&form.0.retag), &problems).await;
    };
    let deed = visit
        .site
        .store
        .write(move |tx| threads::retag(tx, &user, sight, id, &names, now));
    after_deed(&visit, id, deed.await.map_err(|error: StoreError| error)?, "retagged").await
}

/// The form that deletes a thread.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct DeletionForm {
    #[serde(default)]
    reason: String,
    #[serde(default)]
    removal: Option<String>,
}

/// `POST /threads/{id}/-/delete`
pub async fn delete(SignedIn { visit, user }: SignedIn, id: Id<ThreadId>, form: Form<DeletionForm>) -> Reply {
    let (sight, now, id) = (visit.sight(), visit.now, id.0);
    let said = form.0.removal.as_deref().map_or(Some(Removal::Other), Removal::parse);
    let why = said.filter(|why| Removal::SAID.contains(why));
    let why = why.ok_or(Fault::Malformed("malformed-form"))?;
    let mut problems = Problems::none();
    let Some(reason) = problems.keep("reason", Reason::parse(&form.0.reason)) else {
        return mend_deletion(&visit, id, None, (why, &form.0.reason), &problems).await;
    };
    let deed = visit
        .site
        .store
        .write(move |tx| threads::delete_as(tx, &user, sight, id, (why, &reason), now));
    match deed.await.map_err(|error: StoreError| error)? {
        Deed::Done(()) => see_other_with(&visit.site.urls.threads(), "thread-deleted"),
        deed => after_deed(&visit, id, deed, "thread-deleted").await,
    }
}

/// The thread's page again, with the form that deletes a post of it.
pub async fn mend_deletion(
    visit: &Visit,
    id: ThreadId,
    reply: Option<ReplyId>,
    (removal, typed): (Removal, &str),
    problems: &Problems,
) -> Reply {
    let problems = &views::problems(visit, problems);
    let drafts = Drafts {
        deletion: Some(DeletionDraft {
            reply,
            removal,
            typed,
            problems,
        }),
        ..Drafts::default()
    };
    with_drafts(visit, id, drafts).await
}

/// `POST /threads/{id}/-/undelete`
pub async fn undelete(ThreadModerator(SignedIn { visit, user }): ThreadModerator, id: Id<ThreadId>) -> Reply {
    let (sight, now, id) = (visit.sight(), visit.now, id.0);
    let deed = visit
        .site
        .store
        .write(move |tx| threads::undelete(tx, &user, sight, id, now));
    after_deed(&visit, id, deed.await.map_err(|error: StoreError| error)?, "undeleted").await
}
