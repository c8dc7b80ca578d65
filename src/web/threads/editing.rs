//! Changing a thread, and reading its history.

use serde::Deserialize;

use super::after_deed;
use crate::domain::draft::ThreadEdit;
use crate::domain::id::ThreadId;
use crate::domain::permission::{Verb, may};
use crate::domain::problem::Problems;
use crate::store::{StoreError, revisions, threads};
use crate::web::extract::{Form, Id};
use crate::web::preview::{previewed, written};
use crate::web::views::threads::EditForm as EditPage;
use crate::web::{Fault, Reply, SignedIn, Visit, unprocessable, views};

/// The fields of the form that changes a thread.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct EditForm {
    title: String,
    tags: String,
    body: String,
    #[serde(default)]
    reason: String,
}

/// `GET /threads/{id}/-/edit`
pub async fn edit_form(SignedIn { visit, user }: SignedIn, id: Id<ThreadId>) -> Reply {
    let (sight, id) = (visit.sight(), id.0);
    let source = visit.site.store.read(move |db| threads::source(db, sight, id));
    let source = source.await.map_err(|error: StoreError| error)?;
    if !may(&user, Verb::EditThread, source.author) {
        return Err(Fault::Forbidden);
    }
    let form = EditForm {
        title: source.title,
        tags: source.tags.join(", "),
        body: source.body,
        reason: String::new(),
    };
    views::threads::edit(&visit, &of(id, &form)).unlisted().show(&visit)
}

/// `POST /threads/{id}/-/edit/preview`
pub async fn preview_edit(SignedIn { visit, .. }: SignedIn, id: Id<ThreadId>, form: Form<EditForm>) -> Reply {
    match previewed(&form.0.body).await? {
        Ok(shown) => {
            let preview = Some(&shown);
            let page = EditPage {
                preview,
                ..of(id.0, &form.0)
            };
            views::threads::edit(&visit, &page).unlisted().show(&visit)
        }
        Err(problems) => mend(&visit, id.0, &form.0, &problems),
    }
}

/// `POST /threads/{id}/-/edit`
pub async fn change(SignedIn { visit, user }: SignedIn, id: Id<ThreadId>, form: Form<EditForm>) -> Reply {
    let (sight, now, id, form) = (visit.sight(), visit.now, id.0, form.0);
    let edit = match ThreadEdit::parse(&form.title, &form.tags, &form.body, &form.reason) {
        Ok(edit) => edit,
        Err(problems) => return mend(&visit, id, &form, &problems),
    };
    let body = written(edit.body.clone()).await?;
    let deed = visit
        .site
        .store
        .write(move |tx| threads::edit(tx, &user, sight, id, &edit, &body, now));
    after_deed(&visit, id, deed.await.map_err(|error: StoreError| error)?, "edited").await
}

fn mend(visit: &Visit, id: ThreadId, form: &EditForm, problems: &Problems) -> Reply {
    let problems = &views::problems(visit, problems);
    let page = EditPage {
        problems,
        ..of(id, form)
    };
    unprocessable(visit, views::threads::edit(visit, &page))
}

fn of(id: ThreadId, form: &EditForm) -> EditPage<'_> {
    EditPage {
        id,
        title: &form.title,
        tags: &form.tags,
        body: &form.body,
        reason: &form.reason,
        problems: &[],
        preview: None,
    }
}

/// `GET /threads/{id}/-/history`
pub async fn history(visit: Visit, id: Id<ThreadId>) -> Reply {
    let (sight, id) = (visit.sight(), id.0);
    let found = visit.site.store.read(move |db| {
        let title = threads::title_of(db, sight, id)?;
        Ok((title, revisions::history(db, id, None)?))
    });
    let (title, revisions) = found.await.map_err(|error: StoreError| error)?;
    let back = visit.site.urls.thread(id, &title);
    views::history::page(&visit, &title, &back, &revisions)
        .unlisted()
        .show(&visit)
}
