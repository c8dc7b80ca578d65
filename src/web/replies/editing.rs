//! Changing a reply.

use serde::Deserialize;

use super::{after, posted_at, source};
use crate::domain::body::{Body, Reason};
use crate::domain::id::ReplyId;
use crate::domain::permission::{Verb, may_in};
use crate::domain::problem::Problems;
use crate::domain::upload::FileField;
use crate::store::outcome::Deed;
use crate::store::{StoreError, replies};
use crate::web::extract::{Form, Id};
use crate::web::preview::{previewed, written};
use crate::web::views::replies::EditForm as EditPage;
use crate::web::{Fault, Reply, SignedIn, Visit, newcomers, screened, unprocessable, views};

/// The fields of the form that changes a reply.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct EditForm {
    body: String,
    #[serde(default)]
    reason: String,
    #[serde(default)]
    file: FileField,
    #[serde(default)]
    alt: String,
}

/// `GET /replies/{id}/edit`
pub async fn edit_form(SignedIn { visit, user }: SignedIn, id: Id<ReplyId>) -> Reply {
    let source = source(&visit, id.0).await?;
    if !may_in(&user, source.audience, Verb::EditReply, source.author) {
        return Err(Fault::Forbidden);
    }
    let form = EditPage {
        id: id.0,
        body: &source.body,
        reason: "",
        alt: "",
        problems: &[],
        preview: None,
    };
    views::replies::edit(&visit, &form).unlisted().show(&visit)
}

/// `POST /replies/{id}/edit/preview`
pub async fn preview_edit(SignedIn { visit, .. }: SignedIn, id: Id<ReplyId>, form: Form<EditForm>) -> Reply {
    let page = of(id.0, &form.0);
    if let Err(problems) = form.0.file.checked() {
        return mend(&visit, page, &problems);
    }
    match previewed(&form.0.body).await? {
        Ok(shown) => {
            let preview = Some(&shown);
            let page = EditPage { preview, ..page };
            views::replies::edit(&visit, &page).unlisted().show(&visit)
        }
        Err(problems) => mend(&visit, page, &problems),
    }
}

/// `POST /replies/{id}/edit`
pub async fn change(SignedIn { visit, user }: SignedIn, id: Id<ReplyId>, form: Form<EditForm>) -> Reply {
    let (sight, now, id, form) = (visit.sight(), visit.now, id.0, form.0);
    let mut problems = Problems::none();
    if let Err(refused) = form.file.checked() {
        problems.extend(refused);
    }
    let reason = problems.keep("reason", Reason::parse(&form.reason));
    let body = problems.keep("body", Body::parse(&form.body));
    let (Some(reason), Some(body), true) = (reason, body, problems.is_empty()) else {
        return mend(&visit, of(id, &form), &problems);
    };
    let body = written(body).await?;
    if let Err(problems) = newcomers::check_links(&visit, &user, "body", &body) {
        return mend(&visit, of(id, &form), &problems);
    }
    let deed = visit
        .site
        .store
        .write(move |tx| replies::edit(tx, &user, sight, id, &body, &reason, now));
    match deed.await.map_err(|error: StoreError| error)? {
        Deed::Done(()) => posted_at(&visit, id, Some("edited")).await,
        Deed::Blocked(words) => {
            let problems = &[screened::problem(&visit, "body", &words)];
            let page = EditPage {
                problems,
                ..of(id, &form)
            };
            unprocessable(&visit, views::replies::edit(&visit, &page))
        }
        deed => after(&visit, id, deed, "edited").await,
    }
}

fn mend(visit: &Visit, page: EditPage<'_>, problems: &Problems) -> Reply {
    let problems = &views::problems(visit, problems);
    unprocessable(visit, views::replies::edit(visit, &EditPage { problems, ..page }))
}

fn of(id: ReplyId, form: &EditForm) -> EditPage<'_> {
    EditPage {
        id,
        body: &form.body,
        reason: &form.reason,
        alt: &form.alt,
        problems: &[],
        preview: None,
    }
}
