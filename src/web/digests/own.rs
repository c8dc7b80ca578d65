//! One's own digests, in the settings.

use super::Fields;
use super::choosing::{Form as ChoicesForm, first, offered, read};
use crate::domain::account::{User, Viewer};
use crate::domain::digest::{ChoicesInput, Section};
use crate::store::StoreError;
use crate::store::subscribers::{self, Subscriber};
use crate::web::extract::Form;
use crate::web::page::Page;
use crate::web::views::components::Problem;
use crate::web::views::digests::Choosing;
use crate::web::{Fault, Reply, SignedIn, Visit, see_other_with, unprocessable, views};

/// `GET /settings/digests`
pub async fn show(SignedIn { visit, user }: SignedIn) -> Reply {
    page(&visit, &user, None, &[]).await?.unlisted().show(&visit)
}

/// `POST /settings/digests`: whoever gets none gets them from now on, as the address is proven.
pub async fn save(SignedIn { visit, user }: SignedIn, form: Form<Fields>) -> Reply {
    let viewer = Viewer::User(user.clone());
    let before = ChoicesInput {
        categories: Vec::new(),
        sections: Vec::new(),
        ..first(&visit, &viewer)
    };
    let choices = match read(&visit, &viewer, &form.0, before).await? {
        ChoicesForm::Good(choices, _) => choices,
        ChoicesForm::Wrong(input, problems) => {
            return unprocessable(&visit, page(&visit, &user, Some(input), &problems).await?);
        }
    };
    let (id, now) = (user.id, visit.now);
    let saved = visit.site.store.write(move |tx| {
        let got_them = subscribers::of_member(tx, id)?.is_some_and(|one| one.is_in_force());
        subscribers::subscribe(tx, id, &choices, now)?;
        Ok::<_, StoreError>(got_them)
    });
    let notice = if saved.await? { "digests-saved" } else { "digests-on" };
    see_other_with(&visit.site.urls.own_digests(), notice)
}

/// `POST /settings/digests/stop`
pub async fn stop_own(SignedIn { visit, user }: SignedIn) -> Reply {
    let now = visit.now;
    let stopped = visit
        .site
        .store
        .write(move |tx| match subscribers::of_member(tx, user.id)? {
            Some(subscriber) => subscribers::stop(tx, subscriber.id, now).map(|_| ()),
            None => Ok(()),
        });
    stopped.await.map_err(|error: StoreError| error)?;
    see_other_with(&visit.site.urls.own_digests(), "digests-stopped")
}

/// The page as it is stored, or with what was typed.
async fn page(visit: &Visit, user: &User, typed: Option<ChoicesInput>, problems: &[Problem]) -> Result<Page, Fault> {
    let id = user.id;
    let found = visit.site.store.read(move |db| subscribers::of_member(db, id));
    let subscriber: Option<Subscriber> = found.await.map_err(|error: StoreError| error)?;
    let viewer = Viewer::User(user.clone());
    let offered = offered(visit, &viewer, subscriber.as_ref()).await?;
    let sections = Section::offered(&viewer);
    let is_first = subscriber.is_none() && typed.is_none();
    let stored = || match &subscriber {
        Some(one) => ChoicesInput::of(&one.choices, offered.slugs.clone(), &offered.tags, &sections),
        None => first(visit, &viewer),
    };
    let input = typed.unwrap_or_else(stored);
    let choosing = Choosing {
        input: &input,
        offered: &offered,
        sections: &sections,
        has_language: false,
        is_first,
    };
    Ok(views::settings::digests(
        visit,
        &choosing,
        subscriber.as_ref(),
        problems,
    ))
}
