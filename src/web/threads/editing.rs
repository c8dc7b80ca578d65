//! Changing a thread, and reading its history.

use serde::Deserialize;

use super::{address, after_deed, led_on};
use crate::domain::case::Piece;
use crate::domain::draft::{Asked, ThreadEdit};
use crate::domain::id::ThreadId;
use crate::domain::permission::{Verb, may_in};
use crate::domain::problem::Problems;
use crate::domain::upload::FileField;
use crate::store::outcome::Deed;
use crate::store::threads::ThreadSource;
use crate::store::{StoreError, revisions, threads};
use crate::web::extract::{Form, Id};
use crate::web::preview::{previewed, written};
use crate::web::views::threads::EditForm as EditPage;
use crate::web::{Fault, Reply, SignedIn, Visit, newcomers, screened, unprocessable, views};

/// The fields of the form that changes a thread; `asked` holds the labels of the answers, a line for each.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct EditForm {
    title: String,
    tags: String,
    body: String,
    #[serde(default)]
    reason: String,
    #[serde(default)]
    file: FileField,
    #[serde(default)]
    alt: String,
    #[serde(default)]
    asked: String,
    #[serde(default)]
    answer_0: String,
    #[serde(default)]
    answer_1: String,
    #[serde(default)]
    answer_2: String,
    #[serde(default)]
    answer_3: String,
    #[serde(default)]
    answer_4: String,
    #[serde(default)]
    answer_5: String,
    #[serde(default)]
    answer_6: String,
    #[serde(default)]
    answer_7: String,
}

impl EditForm {
    /// What was typed to what is asked, by its label: the category may ask for something else meanwhile.
    fn typed(&self, asked: Vec<Asked>) -> Vec<Asked> {
        let typed = [
            &self.answer_0,
            &self.answer_1,
            &self.answer_2,
            &self.answer_3,
            &self.answer_4,
            &self.answer_5,
            &self.answer_6,
            &self.answer_7,
        ];
        let mut typed: Vec<_> = self.asked.lines().zip(typed).collect();
        let mut retyped = |one: Asked| match typed.iter().position(|(label, _)| *label == one.label) {
            Some(place) => Asked {
                answer: typed.remove(place).1.clone(),
                ..one
            },
            None => one,
        };
        asked.into_iter().map(&mut retyped).collect()
    }
}

/// `GET /threads/{id}/-/edit`
pub async fn edit_form(SignedIn { visit, user }: SignedIn, id: Id<ThreadId>) -> Reply {
    let source = source(&visit, id.0).await?;
    if !may_in(&user, source.audience, Verb::EditThread, source.author) {
        return Err(Fault::Forbidden);
    }
    let form = EditForm {
        title: source.title,
        tags: source.tags.join(", "),
        body: source.body,
        ..EditForm::default()
    };
    views::threads::edit(&visit, &of(id.0, &form, &source.asked))
        .unlisted()
        .show(&visit)
}

async fn source(visit: &Visit, id: ThreadId) -> Result<ThreadSource, Fault> {
    let sight = visit.sight();
    let source = visit.site.store.read(move |db| threads::source(db, sight, id));
    Ok(source.await.map_err(|error: StoreError| error)?)
}

/// `POST /threads/{id}/-/edit/preview`
pub async fn preview_edit(SignedIn { visit, .. }: SignedIn, id: Id<ThreadId>, form: Form<EditForm>) -> Reply {
    let asked = form.0.typed(source(&visit, id.0).await?.asked);
    let page = of(id.0, &form.0, &asked);
    if let Err(problems) = form.0.file.checked() {
        return mend(&visit, page, &problems);
    }
    match previewed(&form.0.body).await? {
        Ok(shown) => {
            let preview = Some(&shown);
            let page = EditPage { preview, ..page };
            views::threads::edit(&visit, &page).unlisted().show(&visit)
        }
        Err(problems) => mend(&visit, page, &problems),
    }
}

/// `POST /threads/{id}/-/edit`
pub async fn change(SignedIn { visit, user }: SignedIn, id: Id<ThreadId>, form: Form<EditForm>) -> Reply {
    let (sight, now, id, form) = (visit.sight(), visit.now, id.0, form.0);
    let asked = form.typed(source(&visit, id).await?.asked);
    if let Err(problems) = form.file.checked() {
        return mend(&visit, of(id, &form, &asked), &problems);
    }
    let edit = match ThreadEdit::parse(&form.title, &asked, &form.tags, &form.body, &form.reason) {
        Ok(edit) => edit,
        Err(problems) => return mend(&visit, of(id, &form, &asked), &problems),
    };
    let body = written(edit.body.clone()).await?;
    if let Err(problems) = newcomers::check_links(&visit, &user, "body", &body) {
        return mend(&visit, of(id, &form, &asked), &problems);
    }
    let deed = visit
        .site
        .store
        .write(move |tx| threads::edit(tx, &user, sight, id, &edit, &body, now));
    match deed.await.map_err(|error: StoreError| error)? {
        Deed::Done(()) => {
            let place = address(&visit, id).await;
            screened::led_to(&visit, Piece::Thread(id), place, Some("edited")).await
        }
        Deed::Blocked(words) => {
            let problems = &[screened::problem(&visit, "body", &words)];
            let page = EditPage {
                problems,
                ..of(id, &form, &asked)
            };
            unprocessable(&visit, views::threads::edit(&visit, &page))
        }
        deed => after_deed(&visit, id, deed, "edited").await,
    }
}

fn mend(visit: &Visit, page: EditPage<'_>, problems: &Problems) -> Reply {
    let problems = &views::problems(visit, problems);
    unprocessable(visit, views::threads::edit(visit, &EditPage { problems, ..page }))
}

fn of<'a>(id: ThreadId, form: &'a EditForm, asked: &'a [Asked]) -> EditPage<'a> {
    EditPage {
        id,
        title: &form.title,
        asked,
        tags: &form.tags,
        body: &form.body,
        reason: &form.reason,
        alt: &form.alt,
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
    let (title, revisions) = match found.await {
        Err(StoreError::NotFound) => return led_on(&visit.site, sight, id).await,
        found => found?,
    };
    let back = visit.site.urls.thread(id, &title);
    views::history::page(&visit, &title, &back, &revisions)
        .unlisted()
        .show(&visit)
}
