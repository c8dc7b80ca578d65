//! Redacting a thread: the words are given, a page shows where they stand, and one confirmation takes them out for good.

use serde::Deserialize;

use super::after_deed;
use super::finding::merged_to;
use crate::domain::body::Reason;
use crate::domain::id::ThreadId;
use crate::domain::problem::Problems;
use crate::domain::redaction::Words;
use crate::store::{StoreError, redactions, threads};
use crate::web::extract::{Form, Id};
use crate::web::views::threads::RedactPage;
use crate::web::{Fault, Reply, SignedIn, ThreadModerator, Visit, see_other, unprocessable, views};

/// `GET /threads/{id}/-/redact`
pub async fn redact_form(ThreadModerator(SignedIn { visit, .. }): ThreadModerator, id: Id<ThreadId>) -> Reply {
    if let Some(address) = merged_to(&visit.site, visit.sight(), id.0).await? {
        return see_other(&address);
    }
    let title = title(&visit, id.0).await?;
    views::threads::redact(&visit, &RedactPage::empty(id.0, &title))
        .unlisted()
        .show(&visit)
}

async fn title(visit: &Visit, id: ThreadId) -> Result<String, Fault> {
    let sight = visit.sight();
    let title = visit.site.store.read(move |db| threads::title_of(db, sight, id));
    Ok(title.await.map_err(|error: StoreError| error)?)
}

/// The form that redacts, and the one that asks what that would do.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RedactForm {
    redact_words: String,
    redact_reason: String,
}

impl RedactForm {
    fn parse(&self) -> Result<(Words, Reason), Problems> {
        let mut problems = Problems::none();
        let words = problems.keep("redact_words", Words::parse(&self.redact_words));
        let reason = problems.keep("redact_reason", Reason::required(&self.redact_reason));
        match (words, reason) {
            // The log keeps the reason, and nobody may read the words there.
            (Some(words), Some(reason)) if words.stand_in(reason.as_str()) => {
                Err(Problems::one("redact_reason", "problem-redact-reason-tells"))
            }
            (Some(words), Some(reason)) => Ok((words, reason)),
            _ => Err(problems),
        }
    }
}

/// `POST /threads/{id}/-/redact/plan`: where the words stand; nothing is changed yet.
pub async fn redact_plan(
    ThreadModerator(SignedIn { visit, .. }): ThreadModerator,
    id: Id<ThreadId>,
    form: Form<RedactForm>,
) -> Reply {
    let (id, form) = (id.0, form.0);
    let words = match form.parse() {
        Ok((words, _)) => words,
        Err(problems) => return mend(&visit, id, &form, &problems).await,
    };
    let (sight, title) = (visit.sight(), title(&visit, id).await?);
    let found = visit.site.store.read(move |db| redactions::plan(db, sight, id, &words));
    let found = found.await.map_err(|error: StoreError| error)?;
    let page = RedactPage {
        words: &form.redact_words,
        reason: &form.redact_reason,
        found: Some(&found),
        ..RedactPage::empty(id, &title)
    };
    views::threads::redact(&visit, &page).unlisted().show(&visit)
}

async fn mend(visit: &Visit, id: ThreadId, form: &RedactForm, problems: &Problems) -> Reply {
    let (title, problems) = (title(visit, id).await?, views::problems(visit, problems));
    let page = RedactPage {
        words: &form.redact_words,
        reason: &form.redact_reason,
        problems: &problems,
        ..RedactPage::empty(id, &title)
    };
    unprocessable(visit, views::threads::redact(visit, &page))
}

/// `POST /threads/{id}/-/redact`
pub async fn redact(
    ThreadModerator(SignedIn { visit, user }): ThreadModerator,
    id: Id<ThreadId>,
    form: Form<RedactForm>,
) -> Reply {
    let (sight, now, id, form) = (visit.sight(), visit.now, id.0, form.0);
    let (words, reason) = match form.parse() {
        Ok(parsed) => parsed,
        Err(problems) => return mend(&visit, id, &form, &problems).await,
    };
    let deed = visit
        .site
        .store
        .write(move |tx| redactions::redact(tx, &user, sight, id, (&words, &reason), now));
    after_deed(&visit, id, deed.await.map_err(|error: StoreError| error)?, "redacted").await
}
