//! How a row of the table of addresses is answered.
//!
//! What belongs here: who is let in, what is asked before a handler gets what a request brings, and what no row answers. Which
//! addresses there are stands in `routes`.

use actix_web::dev::{Payload, ResourceDef};
use actix_web::web::{self, Data};
use actix_web::{FromRequest, Handler, HttpRequest, HttpResponse, Responder};
use futures_util::future::LocalBoxFuture;

use super::access::{Access, check};
use super::pace::{self, Patience};
use super::rates::{self, class_of};
use super::routes::TABLE;
use super::{Fault, Reply, Site, consent, kept, restraints, uploads};
use crate::domain::rate::RateClass;

/// A row of the table.
#[derive(Debug, Clone, Copy)]
pub struct Route {
    /// `GET` or `POST`.
    pub method: &'static str,
    /// The pattern of the path.
    pub path: &'static str,
    /// Who may.
    pub access: Access,
}

/// What is posted here stands in the forum: whoever owes a consent is asked for it first.
pub const POSTING: &[&str] = &[
    "/threads/new",
    "/articles/new",
    "/articles/{id}/-/edit",
    "/threads/{id}/-/replies",
    "/threads/{id}/-/comments",
    "/threads/{id}/-/edit",
    "/replies/{id}/comments",
    "/replies/{id}/edit",
    "/comments/{id}/edit",
];

/// The forms with which a file may come along.
pub const ATTACHING: &[&str] = &[
    "/threads/new",
    "/threads/new/preview",
    "/threads/{id}/-/replies",
    "/threads/{id}/-/replies/preview",
    "/threads/{id}/-/replies/insert",
    "/threads/{id}/-/edit",
    "/threads/{id}/-/edit/preview",
    "/replies/{id}/edit",
    "/replies/{id}/edit/preview",
];

/// What is posted here puts words in front of others: whoever is silenced may not.
pub const WRITING: &[&str] = &[
    "/threads/new",
    "/articles/new",
    "/articles/{id}/-/edit",
    "/threads/{id}/-/replies",
    "/threads/{id}/-/comments",
    "/threads/{id}/-/edit",
    "/threads/{id}/-/flag",
    "/threads/{id}/-/reopen",
    "/threads/{id}/-/retag",
    "/replies/{id}/comments",
    "/replies/{id}/edit",
    "/replies/{id}/flag",
    "/comments/{id}/edit",
    "/comments/{id}/flag",
    "/settings",
];

/// Asks who comes before anything is made of what they bring, so that a row lets in the same whatever it is sent.
pub(super) fn let_in<H, Args>(
    route: &Route,
    handler: H,
) -> impl Fn(HttpRequest, web::Payload) -> LocalBoxFuture<'static, Answer> + Clone
where
    H: Handler<Args> + Clone,
    H::Output: Responder,
    Args: FromRequest,
{
    let (route, class) = (*route, class_of(route.method, route.path));
    move |request, payload| {
        let handler = handler.clone();
        Box::pin(async move {
            let may = let_through(&route, class, &request).await;
            let patience = request.app_data::<Data<Site>>().map(|site| site.patience);
            let patience = patience.unwrap_or(Patience::for_people());
            let (payload, cut) = pace::kept_up(request.method(), payload.into_inner(), patience);
            let answer = answered(&request, payload, may, &handler).await;
            if cut.is_made() {
                return Err(Fault::TooSlow.into());
            }
            answer
        })
    }
}

/// What the handler says, unless something else is to be said first.
async fn answered<H, Args>(request: &HttpRequest, payload: Payload, may: Result<(), Fault>, handler: &H) -> Answer
where
    H: Handler<Args>,
    H::Output: Responder,
    Args: FromRequest,
{
    let payload = uploads::take_along(request, payload, may.is_ok()).await?;
    // Whoever may not is given back what they wrote.
    let payload = kept::keep(request, payload).await;
    may?;
    restraints::check(request).await?;
    let mut payload = match consent::ask_before(request, payload).await? {
        consent::Asked::GoOn(payload) => payload,
        consent::Asked::Answered(page) => return Ok(page),
    };
    let arguments = Args::from_request(request, &mut payload).await;
    let output = handler.call(arguments.map_err(Into::into)?).await;
    Ok(output.respond_to(request).map_into_boxed_body())
}

/// Whether a request is let in, and how often.
async fn let_through(route: &Route, class: Option<RateClass>, request: &HttpRequest) -> Result<(), Fault> {
    rates::of_network(class, request)?;
    check(route, request).await?;
    rates::of_account(class, request).await
}

type Answer = Result<HttpResponse, actix_web::Error>;

/// Whatever no row answers: a wrong method where the path is known, else a page that does not exist.
pub(super) async fn elsewhere(request: HttpRequest) -> Reply {
    rates::of_network(Some(RateClass::Reading), &request)?;
    let path = request.path();
    let mut allowed: Vec<&str> = TABLE
        .iter()
        .filter(|row| ResourceDef::new(row.path).is_match(path))
        .map(|row| row.method)
        .collect();
    allowed.sort_unstable();
    allowed.dedup();
    if !allowed.is_empty() {
        return Err(Fault::WrongMethod(allowed.join(", ").replace("GET", "GET, HEAD")));
    }
    Err::<HttpResponse, _>(Fault::NotFound)
}
