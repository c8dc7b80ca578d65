//! Canned replies: kept in one's settings, and put into the answer that is being written.

use super::extract::{Form, Id, NoFields};
use super::replies::{ReplyForm, Typed};
use super::threads::with_drafts;
use super::views::threads::Drafts;
use super::{Fault, Reply, SignedIn, Visit, see_other_with, unprocessable, views};
use crate::domain::canned_reply::{CannedInput, MOST_CANNED, appended, filled};
use crate::domain::id::{CannedReplyId, ThreadId};
use crate::domain::problem::{Fault as TextFault, Problems};
use crate::store::authors::names_of;
use crate::store::canned_replies::{self, CannedReply, Keeping};
use crate::store::{StoreError, threads};
use crate::text::quotation::escaped;

/// `GET /settings/canned-replies`
pub async fn show(signed_in: SignedIn) -> Reply {
    let own = own(&signed_in).await?;
    let visit = signed_in.visit;
    views::settings::canned_replies(&visit, &own, &CannedInput::default(), &[])
        .unlisted()
        .show(&visit)
}

/// Those that somebody has; whoever has none for lack of a role may not see the page.
async fn own(SignedIn { visit, user }: &SignedIn) -> Result<Vec<CannedReply>, Fault> {
    if !user.uses_canned_replies() {
        return Err(Fault::Forbidden);
    }
    let id = user.id;
    let found = visit.site.store.read(move |db| canned_replies::of(db, id));
    Ok(found.await.map_err(|error: StoreError| error)?)
}

/// `POST /settings/canned-replies`
pub async fn make(signed_in: SignedIn, input: Form<CannedInput>) -> Reply {
    let own = own(&signed_in).await?;
    let SignedIn { visit, user } = signed_in;
    let mend = |problems: &Problems| {
        let problems = views::problems(&visit, problems);
        unprocessable(
            &visit,
            views::settings::canned_replies(&visit, &own, &input.0, &problems),
        )
    };
    let draft = match input.0.parse() {
        Ok(draft) => draft,
        Err(problems) => return mend(&problems),
    };
    let now = visit.now;
    let made = visit
        .site
        .store
        .write(move |tx| canned_replies::make(tx, &user, &draft, now));
    match made.await.map_err(|error: StoreError| error)? {
        Keeping::Done => see_other_with(&visit.site.urls.canned_replies(), "canned-kept"),
        Keeping::NotYours => Err(Fault::Forbidden),
        Keeping::TooMany => {
            let mut problems = Problems::none();
            let fault = TextFault::with_limit("problem-canned-most", MOST_CANNED);
            problems.keep::<()>("canned_title", Err(fault));
            mend(&problems)
        }
    }
}

/// `GET /settings/canned-replies/{id}`
pub async fn form(SignedIn { visit, user }: SignedIn, id: Id<CannedReplyId>) -> Reply {
    let own = user.id;
    let found = visit.site.store.read(move |db| canned_replies::find(db, own, id.0));
    let found = found.await.map_err(|error: StoreError| error)?;
    if !user.uses_canned_replies() || (found.is_shared && !user.shares_canned_replies()) {
        return Err(Fault::Forbidden);
    }
    let input = CannedInput {
        canned_title: found.title,
        canned_body: found.body,
        is_shared: found.is_shared,
    };
    views::settings::canned_reply(&visit, id.0, &input, &[])
        .unlisted()
        .show(&visit)
}

/// `POST /settings/canned-replies/{id}`
pub async fn change(SignedIn { visit, user }: SignedIn, id: Id<CannedReplyId>, input: Form<CannedInput>) -> Reply {
    if !user.uses_canned_replies() {
        return Err(Fault::Forbidden);
    }
    let draft = match input.0.parse() {
        Ok(draft) => draft,
        Err(problems) => {
            let problems = views::problems(&visit, &problems);
            return unprocessable(&visit, views::settings::canned_reply(&visit, id.0, &input.0, &problems));
        }
    };
    let now = visit.now;
    let changed = visit
        .site
        .store
        .write(move |tx| canned_replies::change(tx, &user, id.0, &draft, now));
    kept(&visit, changed.await.map_err(|error: StoreError| error)?, "canned-kept")
}

/// `POST /settings/canned-replies/{id}/delete`
pub async fn delete(SignedIn { visit, user }: SignedIn, id: Id<CannedReplyId>, _: Form<NoFields>) -> Reply {
    let deleted = visit
        .site
        .store
        .write(move |tx| canned_replies::delete(tx, &user, id.0));
    kept(
        &visit,
        deleted.await.map_err(|error: StoreError| error)?,
        "canned-deleted",
    )
}

fn kept(visit: &Visit, keeping: Keeping, said: &'static str) -> Reply {
    match keeping {
        Keeping::Done => see_other_with(&visit.site.urls.canned_replies(), said),
        Keeping::NotYours | Keeping::TooMany => Err(Fault::Forbidden),
    }
}

/// `POST /threads/{id}/-/replies/insert`: the thread's page again, with a canned reply behind what was typed.
pub async fn insert(SignedIn { visit, user }: SignedIn, id: Id<ThreadId>, form: Form<ReplyForm>) -> Reply {
    let typed = Typed::read(&form.0)?;
    let (sight, thread, chosen) = (visit.sight(), id.0, form.0.canned.parse::<CannedReplyId>().ok());
    let found = visit.site.store.read(move |db| {
        let source = threads::source(db, sight, thread)?;
        let asker = names_of(db, source.author.as_slice())?.into_values().next();
        let canned = match chosen.filter(|_| user.uses_canned_replies()) {
            Some(canned) => Some(canned_replies::find(db, user.id, canned)?),
            None => None,
        };
        Ok((source.title, asker, canned))
    });
    let (title, asker, canned) = found.await.map_err(|error: StoreError| error)?;
    let body = match canned {
        Some(canned) => {
            let name = asker.unwrap_or_else(|| visit.say("former-member"));
            appended(typed.body, &filled(&canned.body, &escaped(&name), &escaped(&title)))
        }
        None => typed.body.to_owned(),
    };
    let refused = form.0.file.checked().err();
    let problems = refused.map_or_else(Vec::new, |refused| views::problems(&visit, &refused));
    let drafts = Drafts {
        reply: Some((&body, &problems)),
        is_filled: true,
        ..typed.drafts(&[])
    };
    with_drafts(&visit, thread, drafts).await
}
