//! The name, and what people say about themselves.

use serde::Deserialize;

use crate::domain::account::User;
use crate::domain::person::PersonName;
use crate::domain::problem::Problems;
use crate::domain::sign_up::About;
use crate::store::StoreError;
use crate::store::users::profiles::{self, Editing};
use crate::text::{markdown, time};
use crate::web::extract::Form;
use crate::web::page::Page;
use crate::web::views::components::Problem;
use crate::web::{Fault, Reply, SignedIn, Visit, see_other_with, unprocessable, views};

/// The fields of the profile.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ProfileForm {
    name: String,
    about: String,
}

/// `GET /settings`
pub async fn show(SignedIn { visit, user }: SignedIn) -> Reply {
    page(&visit, &user, None, &[]).await?.unlisted().show(&visit)
}

/// `POST /settings`: the profile; a changed name shows everywhere at once.
pub async fn save(SignedIn { visit, user }: SignedIn, form: Form<ProfileForm>) -> Reply {
    let mut problems = Problems::none();
    let name = problems.keep("name", PersonName::parse(&form.0.name));
    let about = problems.keep("about", About::parse(&form.0.about));
    let (Some(name), Some(about)) = (name, about) else {
        let problems = views::problems(&visit, &problems);
        return unprocessable(&visit, page(&visit, &user, Some(&form.0), &problems).await?);
    };
    let (id, now) = (user.id, visit.now);
    let rendered = markdown::render(about.as_str());
    let edited = visit
        .site
        .store
        .write(move |tx| profiles::edit(tx, id, &name, about.as_str(), &rendered, now));
    let problem = match edited.await.map_err(|error: StoreError| error)? {
        Editing::Saved => return see_other_with(&visit.site.urls.settings(), "profile-saved"),
        Editing::NameTaken => views::problem(&visit, "name", "problem-name-taken"),
        Editing::TooSoon(wait) => {
            let wait = time::length(&visit.phrases, wait);
            Problem::new(
                "name",
                visit.phrases.tell("problem-name-soon", &[("wait", wait.into())]),
            )
            .labelled(views::problem_label(&visit, "name"))
        }
    };
    unprocessable(&visit, page(&visit, &user, Some(&form.0), &[problem]).await?)
}

/// The page as it is stored, or with what was typed.
async fn page(visit: &Visit, user: &User, typed: Option<&ProfileForm>, problems: &[Problem]) -> Result<Page, Fault> {
    let id = user.id;
    let own = visit.site.store.read(move |db| profiles::own(db, id));
    let mut own = own.await.map_err(|error: StoreError| error)?;
    let profile = visit.site.urls.user(id, &own.name);
    if let Some(ProfileForm { name, about }) = typed {
        own.name.clone_from(name);
        own.about.clone_from(about);
    }
    Ok(views::settings::profile(visit, &own, &profile, problems))
}
