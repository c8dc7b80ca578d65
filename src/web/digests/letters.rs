//! Behind the links of digests and of the letter that asks for a word first: they work for whoever holds the link, signed in or not.

use actix_web::http::StatusCode;
use actix_web::web::Path;

use super::Fields;
use super::choosing::{Form as ChoicesForm, offered, read};
use crate::domain::account::Viewer;
use crate::domain::digest::{ChoicesInput, Section};
use crate::domain::email::EmailAddress;
use crate::domain::id::SubscriberId;
use crate::domain::signed_link::LinkPurpose;
use crate::store::subscribers::{self, Confirming, Reader, Subscriber};
use crate::store::{StoreError, users};
use crate::web::extract::{Form, NoFields};
use crate::web::signed::{discreet, show};
use crate::web::views::components::Problem;
use crate::web::views::digests::Choosing;
use crate::web::{Fault, Reply, Visit, see_other_with, views};

/// `GET /letters/confirm-digests/{token}`: changes nothing, as programs that scan letters follow every link.
pub async fn confirm_form(visit: Visit, token: Path<String>) -> Reply {
    match held(&visit, LinkPurpose::ConfirmDigests, &token).await? {
        Some(held) if held.subscriber.is_in_force() => confirmed(&visit, "digests-confirmed-before"),
        Some(held) if held.subscriber.ended_at.is_none() => {
            show(&visit, views::digests::confirm(&visit, held.email.as_str()))
        }
        _ => gone(&visit),
    }
}

/// `POST /letters/confirm-digests/{token}`
pub async fn confirm(visit: Visit, token: Path<String>, _form: Form<NoFields>) -> Reply {
    let Some(held) = held(&visit, LinkPurpose::ConfirmDigests, &token).await? else {
        return gone(&visit);
    };
    let (id, now) = (held.subscriber.id, visit.now);
    let confirming = visit.site.store.write(move |tx| subscribers::confirm(tx, id, now));
    match confirming.await.map_err(|error: StoreError| error)? {
        Confirming::Confirmed => confirmed(&visit, "digests-confirmed"),
        Confirming::Before => confirmed(&visit, "digests-confirmed-before"),
        Confirming::Gone => gone(&visit),
    }
}

/// `GET /letters/choices/{token}`
pub async fn choices_form(visit: Visit, token: Path<String>) -> Reply {
    match held(&visit, LinkPurpose::Choices, &token).await? {
        Some(held) if held.subscriber.is_in_force() => choices_page(&visit, &held, None, &[]).await,
        _ => gone(&visit),
    }
}

/// `POST /letters/choices/{token}`: the form of choices, or the button below it that stops all.
pub async fn choose(visit: Visit, token: Path<String>, form: Form<Fields>) -> Reply {
    let Some(held) = held(&visit, LinkPurpose::Choices, &token).await? else {
        return gone(&visit);
    };
    if !held.subscriber.is_in_force() {
        return gone(&visit);
    }
    let (id, now) = (held.subscriber.id, visit.now);
    if form.0.iter().any(|(name, _)| name == "stop") {
        return stop_now(&visit, id).await;
    }
    let before = ChoicesInput {
        categories: Vec::new(),
        sections: Vec::new(),
        ..held.input(Vec::new(), &[])
    };
    let choices = match read(&visit, &held.viewer, &form.0, before).await? {
        ChoicesForm::Good(choices, _) => choices,
        ChoicesForm::Wrong(input, problems) => return choices_page(&visit, &held, Some(input), &problems).await,
    };
    let saved = visit
        .site
        .store
        .write(move |tx| subscribers::choose(tx, id, &choices, now));
    saved.await.map_err(|error: StoreError| error)?;
    discreet(see_other_with(&visit.path, "digests-saved"))
}

/// `GET /letters/stop-digests/{token}`: a page with one button.
pub async fn stop_form(visit: Visit, token: Path<String>) -> Reply {
    match stopping(&visit, &token).await? {
        Some(_) => show(&visit, views::digests::stop(&visit)),
        None => show(&visit, views::digests::nothing(&visit)),
    }
}

/// `POST /letters/stop-digests/{token}`: from the page's button, or from a mail program by itself (RFC 8058), which sends neither
/// cookie nor origin and whose body says nothing that the address does not.
pub async fn stop(visit: Visit, token: Path<String>) -> Reply {
    match stopping(&visit, &token).await? {
        Some(id) => stop_now(&visit, id).await,
        None => show(&visit, views::digests::nothing(&visit)),
    }
}

async fn stop_now(visit: &Visit, id: SubscriberId) -> Reply {
    let now = visit.now;
    let stopped = visit.site.store.write(move |tx| subscribers::stop(tx, id, now));
    stopped.await.map_err(|error: StoreError| error)?;
    show(visit, views::digests::stopped(visit))
}

/// Whose digests a link stops; such links are good for ever.
async fn stopping(visit: &Visit, token: &str) -> Result<Option<SubscriberId>, Fault> {
    let (token, now) = (token.to_owned(), visit.now);
    let found = visit.site.store.read(move |db| {
        let holder = subscribers::holder(db, LinkPurpose::StopDigests, &token, now)?;
        match holder {
            Some(id) => Ok::<_, StoreError>(subscribers::find(db, id)?.map(|one| one.id)),
            None => Ok(None),
        }
    });
    Ok(found.await?)
}

/// A subscriber who holds a link, and who they are here.
struct Held {
    subscriber: Subscriber,
    email: EmailAddress,
    viewer: Viewer,
}

impl Held {
    fn sections(&self) -> Vec<Section> {
        Section::offered(&self.viewer)
    }

    fn input(&self, slugs: Vec<String>, tags: &[String]) -> ChoicesInput {
        ChoicesInput::of(&self.subscriber.choices, slugs, tags, &self.sections())
    }
}

async fn held(visit: &Visit, purpose: LinkPurpose, token: &str) -> Result<Option<Held>, Fault> {
    let (token, now) = (token.to_owned(), visit.now);
    let found = visit.site.store.read(move |db| {
        let Some(id) = subscribers::holder(db, purpose, &token, now)? else {
            return Ok::<_, StoreError>(None);
        };
        let (Some(subscriber), Some((email, _))) = (subscribers::find(db, id)?, subscribers::letter_box(db, id)?)
        else {
            return Ok(None);
        };
        let viewer = match subscriber.reader {
            Reader::Member(user) => Viewer::User(users::find(db, user)?),
            Reader::Address(_) => Viewer::Anonymous,
        };
        Ok(Some(Held {
            subscriber,
            email,
            viewer,
        }))
    });
    Ok(found.await?)
}

async fn choices_page(visit: &Visit, held: &Held, typed: Option<ChoicesInput>, problems: &[Problem]) -> Reply {
    let offered = offered(visit, &held.viewer, Some(&held.subscriber)).await?;
    let input = typed.unwrap_or_else(|| held.input(offered.slugs.clone(), &offered.tags));
    let choosing = Choosing {
        input: &input,
        offered: &offered,
        sections: &held.sections(),
        has_language: held.viewer.user().is_none(),
        is_first: false,
    };
    let status = match problems {
        [] => StatusCode::OK,
        _ => StatusCode::UNPROCESSABLE_ENTITY,
    };
    let page = views::digests::choices(visit, held.email.as_str(), &choosing, problems);
    show(visit, page.status(status))
}

fn confirmed(visit: &Visit, key: &str) -> Reply {
    show(visit, views::digests::confirmed(visit, key))
}

fn gone(visit: &Visit) -> Reply {
    show(visit, views::digests::gone(visit).status(StatusCode::GONE))
}
