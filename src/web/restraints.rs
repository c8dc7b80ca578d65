//! What moderators do about somebody's conduct: warn, silence, suspend, and take that back; and that a warning was read.

use actix_web::HttpRequest;
use actix_web::http::Method;
use serde::Deserialize;

use super::extract::{Form, Id, NoFields, Query};
use super::routing::WRITING;
use super::sign_in::{Back, way_back};
use super::views::restraints::{Conduct, Typed};
use super::{Fault, Moderator, ModeratorOrStaff, Reply, SignedIn, Visit, see_other_with, unprocessable, views};
use crate::domain::id::{RestraintId, UserId};
use crate::domain::problem::Problems;
use crate::domain::restraint::{RestraintInput, RestraintKind, may_restrain, piece_of_name};
use crate::store::restraints::{self, Restraining};
use crate::store::users::profiles;
use crate::store::{StoreError, removals, staff_notes};

/// What led to the page.
#[derive(Debug, Default, Deserialize)]
pub struct AboutQuery {
    #[serde(default)]
    about: String,
}

/// `GET /moderation/people/{id}`: what was said to a person about their conduct, and the forms for more.
pub async fn show(ModeratorOrStaff(by): ModeratorOrStaff, id: Id<UserId>, query: Query<AboutQuery>) -> Reply {
    let about = piece_of_name(&query.0.about).map(|_| query.0.about).unwrap_or_default();
    let input = RestraintInput {
        ends: "week".to_owned(),
        about,
        ..RestraintInput::default()
    };
    let conduct = load(&by, id.0).await?;
    let typed = Typed {
        restraint: input,
        ..Typed::default()
    };
    views::restraints::page(&by.visit, &conduct, &typed, &[]).show(&by.visit)
}

async fn load(SignedIn { visit, user }: &SignedIn, id: UserId) -> Result<Conduct, Fault> {
    let sight = visit.sight();
    let found = visit.site.store.read(move |db| {
        let card = profiles::seen_card(db, sight, id)?;
        if card.is_closed {
            return Err(StoreError::NotFound);
        }
        Ok((
            (card, removals::in_force(db, id)?),
            restraints::of(db, id)?,
            staff_notes::about(db, id)?,
        ))
    });
    let ((card, removed), restraints, notes) = found.await.map_err(|error: StoreError| error)?;
    Ok(Conduct {
        is_theirs: may_restrain(user, card.person()),
        card,
        removed,
        restraints,
        notes,
    })
}

/// `POST /moderation/people/{id}/restrain`
pub async fn impose(Moderator(by): Moderator, id: Id<UserId>, input: Form<RestraintInput>) -> Reply {
    let (visit, user) = (&by.visit, by.user.clone());
    let (id, input, now) = (id.0, input.0, visit.now);
    let draft = match input.parse(now) {
        Ok(draft) => draft,
        Err(problems) => return mend(&by, id, input, &problems).await,
    };
    let kind = draft.kind;
    let done = visit
        .site
        .store
        .write(move |tx| restraints::impose(tx, &user, id, &draft, now));
    let page = visit.site.urls.conduct(id);
    match done.await.map_err(|error: StoreError| error)? {
        Restraining::Done => see_other_with(&page, done_key(kind)),
        Restraining::Unchanged => see_other_with(&page, "unchanged"),
        Restraining::NotYours => Err(Fault::Forbidden),
        Restraining::LastAdmin => mend(&by, id, input, &Problems::one("restraint", "problem-last-admin")).await,
    }
}

fn done_key(kind: RestraintKind) -> &'static str {
    match kind {
        RestraintKind::Warning => "person-warned",
        RestraintKind::Silence => "person-silenced",
        RestraintKind::Suspension => "person-suspended",
    }
}

async fn mend(by: &SignedIn, id: UserId, input: RestraintInput, problems: &Problems) -> Reply {
    let typed = Typed {
        restraint: input,
        ..Typed::default()
    };
    again(by, id, &typed, problems).await
}

/// The page again, with what was typed into one of its forms and is to be mended.
pub(super) async fn again(by: &SignedIn, id: UserId, typed: &Typed, problems: &Problems) -> Reply {
    let conduct = load(by, id).await?;
    let problems = views::problems(&by.visit, problems);
    unprocessable(
        &by.visit,
        views::restraints::page(&by.visit, &conduct, typed, &problems),
    )
}

/// `POST /moderation/restraints/{id}/lift`
pub async fn lift(Moderator(SignedIn { visit, user }): Moderator, id: Id<RestraintId>, _: Form<NoFields>) -> Reply {
    let (id, now) = (id.0, visit.now);
    let lifted = visit.site.store.write(move |tx| {
        let person = restraints::find(tx, id)?.user;
        Ok((person, restraints::lift(tx, &user, id, now)?))
    });
    let (person, outcome) = lifted.await.map_err(|error: StoreError| error)?;
    taken_back(&visit, person, outcome, "restraint-lifted")
}

/// Back to the person's page after an act on them was taken back, or could not be.
pub(super) fn taken_back(visit: &Visit, person: UserId, outcome: Restraining, done: &'static str) -> Reply {
    let page = visit.site.urls.conduct(person);
    match outcome {
        Restraining::Done => see_other_with(&page, done),
        Restraining::Unchanged | Restraining::LastAdmin => see_other_with(&page, "unchanged"),
        Restraining::NotYours => Err(Fault::Forbidden),
    }
}

/// `GET /notifications/conduct`: all that moderators said to the viewer about their conduct.
pub async fn own(SignedIn { visit, user }: SignedIn) -> Reply {
    let id = user.id;
    let found = visit.site.store.read(move |db| restraints::of(db, id));
    let said = found.await.map_err(|error: StoreError| error)?;
    views::restraints::own(&visit, &said).show(&visit)
}

/// `POST /warnings/{id}/read`: back to where the warning stood.
pub async fn read(SignedIn { visit, user }: SignedIn, id: Id<RestraintId>, form: Form<Back>) -> Reply {
    let (id, now) = (id.0, visit.now);
    let done = visit.site.store.write(move |tx| restraints::read(tx, user.id, id, now));
    done.await.map_err(|error: StoreError| error)?;
    see_other_with(&way_back(&visit, &form.0.back), "warning-read")
}

/// Whoever is silenced is told so before anything is made of what they wrote; it is given back.
pub(super) async fn check(request: &HttpRequest) -> Result<(), Fault> {
    let pattern = request.match_pattern().unwrap_or_default();
    if request.method() != Method::POST || !WRITING.contains(&pattern.as_str()) {
        return Ok(());
    }
    let visit = Visit::of_request(request.clone()).await?;
    match visit.viewer.user().is_some_and(|user| user.is_silenced) {
        true => Err(Fault::Silenced),
        false => Ok(()),
    }
}
