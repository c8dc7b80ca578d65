//! Files that people bring: with the form of a post, or by themselves for a script; and how they are given out.

mod along;
mod incoming;
mod serving;

use std::sync::Arc;

use actix_web::{HttpRequest, HttpResponse, web};
use serde_json::json;
use tokio::sync::Semaphore;

use self::incoming::{Brought, InHand, LARGEST_IN_HAND};
use super::{Fault, Reply, SignedIn, Visit, views};
use crate::domain::account::User;
use crate::domain::problem::Fault as Refusal;
use crate::domain::upload::{Upload, alt};
use crate::store::uploads::{Whose, has_brought};
use crate::store::{Store, StoreError};
use crate::text::attaching;
use crate::uploads::{Depot, DepotError, KeepError, Turns, keep};

pub use along::take_along;
pub use serving::{show, show_sized};

/// What takes files in and gives them out.
pub struct Intake {
    /// Where bytes lie.
    pub depot: Depot,
    turns: Turns,
    in_hand: Arc<Semaphore>,
    of_each: InHand,
}

impl Intake {
    /// An intake before this store of bytes.
    pub fn new(depot: Depot, turns: Turns) -> Self {
        Self {
            depot,
            turns,
            in_hand: Arc::new(Semaphore::new(LARGEST_IN_HAND)),
            of_each: InHand::default(),
        }
    }
}

/// `POST /uploads`: a file that a script sends while somebody writes; answers the line of Markdown that shows it.
pub async fn create(SignedIn { visit, user }: SignedIn, request: HttpRequest, payload: web::Payload) -> Reply {
    let brought = incoming::read(&request, payload.into_inner(), Some(&visit)).await?;
    match take_in(&visit, &user, brought).await? {
        Ok(upload) => Ok(HttpResponse::Created().json(json!({
            "line": line(&visit, &upload),
            "wantsAlt": upload.kind.is_picture() && upload.alt.is_empty(),
        }))),
        Err(refusal) => {
            let problem = views::fault(&visit, "file", refusal);
            Ok(HttpResponse::UnprocessableEntity().json(json!({ "problem": problem.message })))
        }
    }
}

/// Keeps a file that somebody brought, or says why not.
async fn take_in(visit: &Visit, user: &User, brought: Brought) -> Result<Result<Upload, Refusal>, Fault> {
    let limit = visit.site.settings().uploads.of(user);
    let file = match brought.file {
        Some(Ok(file)) => file,
        Some(Err(refusal)) => return Ok(Err(refusal)),
        None => return Ok(Err(Refusal::new("problem-upload-empty"))),
    };
    let whose = Whose {
        owner: Some(user.id),
        most_a_day: limit.a_day,
        post: None,
        source: None,
        now: visit.now,
    };
    // Nobody's work is begun that would not be kept.
    if is_enough(&visit.site.store, &whose).await? {
        return Ok(Err(refused_by(limit.a_day)));
    }
    let intake = &visit.site.uploads;
    let prepared = match intake.turns.prepare(file.bytes, file.name).await {
        Ok(prepared) => prepared,
        Err(refusal) => return Ok(Err(refusal)),
    };
    drop(file.room);
    match keep(&visit.site.store, &intake.depot, whose, prepared, alt(&brought.alt)).await {
        Ok(upload) => Ok(Ok(upload)),
        Err(KeepError::Refused(_)) => Ok(Err(refused_by(limit.a_day))),
        Err(KeepError::Store(StoreError::Full | StoreError::ReadOnly)) => Ok(Err(Refusal::new("problem-upload-full"))),
        Err(KeepError::Store(error)) => Err(error.into()),
        Err(KeepError::Depot(error)) => {
            tracing::error!(%error, "a file was not kept");
            Ok(Err(Refusal::new(match error {
                DepotError::Full(_) => "problem-upload-full",
                DepotError::Missing(_) | DepotError::Failed(_) => "problem-upload-away",
            })))
        }
    }
}

async fn is_enough(store: &Store, whose: &Whose) -> Result<bool, Fault> {
    let whose = whose.clone();
    let asked = store.read(move |db| has_brought(db, &whose));
    Ok(asked.await.map_err(|error: StoreError| error)?)
}

fn refused_by(a_day: i64) -> Refusal {
    match a_day {
        0 => Refusal::new("problem-upload-none"),
        most => Refusal::with_limit("problem-upload-many", most),
    }
}

/// The line of Markdown that shows a picture, or leads to a file.
fn line(visit: &Visit, upload: &Upload) -> String {
    attaching::line(&visit.phrases, upload, &visit.site.urls.upload(upload))
}
