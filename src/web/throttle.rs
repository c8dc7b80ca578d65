//! Slowing down: a form that was sent too often is shown again and says when to come back.

use actix_web::HttpRequest;
use actix_web::http::StatusCode;
use actix_web::http::header::{self, HeaderValue};
use chrono::Duration;

use super::page::Page;
use super::views::components::Problem;
use super::{Fault, Reply, Visit, client, views};
use crate::domain::network::network_of;
use crate::passwords::PasswordsError;
use crate::store::{Db, StoreError};
use crate::text::time;

/// The network that a request comes from, as failures are counted.
pub fn network(visit: &Visit, request: &HttpRequest) -> String {
    network_of(client::address(request, &visit.site))
}

/// What came of hashing or comparing a password. A try that was counted for it is given back when it was not made, as
/// when the server is busy.
pub async fn made<T>(
    visit: &Visit,
    outcome: Result<T, PasswordsError>,
    give_back: impl FnOnce(&mut Db) -> Result<(), StoreError> + Send + 'static,
) -> Result<T, Fault> {
    if outcome.is_err() {
        visit.site.store.write(give_back).await?;
    }
    Ok(outcome?)
}

/// The problem that says how long to wait, beside a field of the form.
pub fn problem(visit: &Visit, field: &str, wait: Duration) -> Problem {
    let wait = time::length(&visit.phrases, whole_seconds(wait));
    let message = visit.phrases.tell("too-many-tries", &[("wait", wait.into())]);
    Problem::new(field, message).labelled(views::problem_label(visit, field))
}

/// Shows the form again as `429`, with the seconds to wait in `Retry-After`.
pub fn slow_down(visit: &Visit, page: Page, wait: Duration) -> Reply {
    let mut response = page.status(StatusCode::TOO_MANY_REQUESTS).unlisted().response(visit);
    let seconds = HeaderValue::from(whole_seconds(wait).num_seconds());
    response.headers_mut().insert(header::RETRY_AFTER, seconds);
    Ok(response)
}

/// A begun second counts whole: who comes back on time must not be early.
pub(super) fn whole_seconds(wait: Duration) -> Duration {
    let begun = i64::from(wait.subsec_nanos() > 0);
    Duration::seconds(wait.num_seconds() + begun)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_begun_second_counts_whole() {
        assert_eq!(whole_seconds(Duration::milliseconds(1_001)), Duration::seconds(2));
        assert_eq!(whole_seconds(Duration::seconds(2)), Duration::seconds(2));
    }
}
