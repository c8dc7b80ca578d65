//! How a row of the table of addresses is answered.
//!
//! What belongs here: who is let in, what is asked before a handler gets what a request brings, and what no row answers. Which
//! addresses there are stands in `routes`.

use actix_web::dev::ResourceDef;
use actix_web::web::Payload;
use actix_web::{FromRequest, Handler, HttpRequest, HttpResponse, Responder};
use futures_util::future::LocalBoxFuture;

use super::access::{Access, check};
use super::routes::TABLE;
use super::{Fault, Reply, consent, kept};

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

/// Asks who comes before anything is made of what they bring, so that a row lets in the same whatever it is sent.
pub(super) fn let_in<H, Args>(
    access: Access,
    handler: H,
) -> impl Fn(HttpRequest, Payload) -> LocalBoxFuture<'static, Answer> + Clone
where
    H: Handler<Args> + Clone,
    H::Output: Responder,
    Args: FromRequest,
{
    move |request, payload| {
        let handler = handler.clone();
        Box::pin(async move {
            let may = check(access, &request).await;
            // Whoever may not is given back what they wrote.
            let payload = kept::keep(&request, payload).await;
            may?;
            let mut payload = match consent::ask_before(&request, payload).await? {
                consent::Asked::GoOn(payload) => payload,
                consent::Asked::Answered(page) => return Ok(page),
            };
            let arguments = Args::from_request(&request, &mut payload).await;
            let output = handler.call(arguments.map_err(Into::into)?).await;
            Ok(output.respond_to(&request).map_into_boxed_body())
        })
    }
}

type Answer = Result<HttpResponse, actix_web::Error>;

/// Whatever no row answers: a wrong method where the path is known, else a page that does not exist.
pub(super) async fn elsewhere(request: HttpRequest) -> Reply {
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
