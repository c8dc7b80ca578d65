//! One's own settings: the profile, the password, the browsers that are signed in.

use serde::Deserialize;

use super::extract::Form;
use super::page::Page;
use super::views::components::Problem;
use super::{Fault, Reply, SignedIn, Visit, see_other_with, throttle as slowness, unprocessable, views};
use crate::domain::account::{Password, User};
use crate::domain::email::EmailAddress;
use crate::domain::person::PersonName;
use crate::domain::problem::Problems;
use crate::domain::sign_up::About;
use crate::store::throttle::{self, Subject, Trying};
use crate::store::users::{passwords, profiles};
use crate::store::{StoreError, sessions};
use crate::text::markdown;

/// The fields of the profile.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ProfileForm {
    name: String,
    about: String,
}

/// The fields of the password.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PasswordForm {
    current_password: String,
    new_password: String,
}

/// `GET /settings`
pub async fn show(signed_in: SignedIn) -> Reply {
    let SignedIn { visit, user } = signed_in;
    page(&visit, &user, None, &[]).await?.unlisted().show(&visit)
}

/// `POST /settings`: the profile.
pub async fn save(signed_in: SignedIn, form: Form<ProfileForm>) -> Reply {
    let SignedIn { visit, user } = signed_in;
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
    match edited.await.map_err(|error: StoreError| error)? {
        profiles::Editing::Saved => see_other_with(&visit.site.urls.settings(), "profile-saved"),
        profiles::Editing::NameTaken => {
            let problems = [views::problem(&visit, "name", "problem-name-taken")];
            unprocessable(&visit, page(&visit, &user, Some(&form.0), &problems).await?)
        }
    }
}

/// `POST /settings/password`: ends every other session.
pub async fn change_password(signed_in: SignedIn, form: Form<PasswordForm>) -> Reply {
    let SignedIn { visit, user } = signed_in;
    let mut problems = Problems::none();
    let Some(new) = problems.keep("new_password", Password::choose(&form.0.new_password)) else {
        let problems = views::problems(&visit, &problems);
        return unprocessable(&visit, page(&visit, &user, None, &problems).await?);
    };
    match compare(&visit, &user, &form.0.current_password).await? {
        Comparing::Right => {}
        Comparing::Wrong => {
            let problems = [views::problem(&visit, "current_password", "settings-password-wrong")];
            return unprocessable(&visit, page(&visit, &user, None, &problems).await?);
        }
        Comparing::Wait(wait) => {
            let problems = [slowness::problem(&visit, "current_password", wait)];
            return slowness::slow_down(&visit, page(&visit, &user, None, &problems).await?, wait);
        }
    }
    let hash = visit.site.passwords.hash(new).await?;
    let session = visit.session.ok_or(Fault::Forbidden)?;
    let (id, now) = (user.id, visit.now);
    let changed = visit
        .site
        .store
        .write(move |tx| passwords::change(tx, id, session, &hash, now));
    changed.await.map_err(|error: StoreError| error)?;
    see_other_with(&visit.site.urls.settings(), "password-changed")
}

/// `POST /settings/sessions/end`: signs out everywhere but here.
pub async fn end_other_sessions(signed_in: SignedIn) -> Reply {
    let SignedIn { visit, user } = signed_in;
    let (id, session) = (user.id, visit.session);
    let ended = visit.site.store.write(move |tx| sessions::end_others(tx, id, session));
    ended.await.map_err(|error: StoreError| error)?;
    see_other_with(&visit.site.urls.settings(), "sessions-ended")
}

/// The page as it is stored, or with what was typed into the profile.
async fn page(visit: &Visit, user: &User, typed: Option<&ProfileForm>, problems: &[Problem]) -> Result<Page, Fault> {
    let (id, now) = (user.id, visit.now);
    let read = visit
        .site
        .store
        .read(move |db| Ok::<_, StoreError>((profiles::own(db, id)?, sessions::of_user(db, id, now)?)));
    let (mut own, sessions) = read.await?;
    let saved_name = own.name.clone();
    if let Some(ProfileForm { name, about }) = typed {
        own.name.clone_from(name);
        own.about.clone_from(about);
    }
    let profile = visit.site.urls.user(id, &saved_name);
    Ok(views::settings::page(visit, &own, &profile, &sessions, problems))
}

/// How comparing the present password ended.
enum Comparing {
    Right,
    Wrong,
    Wait(chrono::Duration),
}

/// A stolen session must not be a way to guess the password.
async fn compare(visit: &Visit, user: &User, offered: &str) -> Result<Comparing, Fault> {
    let (id, now) = (user.id, visit.now);
    let counted = visit.site.store.write(move |tx| {
        let own = profiles::own(tx, id)?;
        let email = own.email.and_then(|email| EmailAddress::parse(&email).ok());
        let subjects: Vec<Subject<'_>> = email.iter().map(Subject::Account).collect();
        Ok::<_, StoreError>(match throttle::attempt(tx, &subjects, now)? {
            Trying::Wait(wait) => Err(wait),
            Trying::GoAhead => Ok(passwords::password_hash(tx, id)?),
        })
    });
    let hash = match counted.await? {
        Ok(hash) => hash,
        Err(wait) => return Ok(Comparing::Wait(wait)),
    };
    let is_right = visit
        .site
        .passwords
        .verify_or_pretend(hash, Password::offered(offered))
        .await?;
    Ok(if is_right { Comparing::Right } else { Comparing::Wrong })
}
