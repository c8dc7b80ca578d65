//! Digests: visitors ask for them, members have them in their settings, and everybody's letters lead to a page of choices and one
//! that stops them.

mod choosing;
mod letters;
mod own;

use actix_web::HttpRequest;

use self::choosing::{Form as ChoicesForm, first, read};
use super::extract::Form;
use super::{Reply, Visit, see_other, throttle as slowness, unprocessable, views};
use crate::domain::account::Viewer;
use crate::domain::digest::{ChoicesInput, is_zone};
use crate::domain::email::EmailAddress;
use crate::domain::problem::Problems;
use crate::store::throttle::{self, Subject, Trying};
use crate::store::{StoreError, subscribers};
use crate::web::Fault;
use crate::web::views::components::Problem;
use crate::web::views::digests::Asking;

pub use letters::{choices_form, choose, confirm, confirm_form, stop, stop_form};
pub use own::{save, show, stop_own};

/// The fields of a form, each as often as it was sent.
type Fields = Vec<(String, String)>;

/// `GET /digests`
pub async fn form(visit: Visit) -> Reply {
    if visit.viewer.user().is_some() {
        return see_other(&visit.site.urls.own_digests());
    }
    let input = first(&visit, &Viewer::Anonymous);
    page(&visit, "", &input, &[]).await?.show(&visit)
}

/// `POST /digests`: a letter asks whether the owner of the address wants them. The answer is the same whoever that is.
pub async fn ask(visit: Visit, request: HttpRequest, form: Form<Fields>) -> Reply {
    let (typed, rest) = without_address(form.0)?;
    let mut problems = Problems::none();
    let email = problems.keep("email", EmailAddress::parse(&typed));
    let before = ChoicesInput {
        categories: Vec::new(),
        ..first(&visit, &Viewer::Anonymous)
    };
    let form = read(&visit, &Viewer::Anonymous, &rest, before).await?;
    let (email, choices, input) = match (email, form) {
        (Some(email), ChoicesForm::Good(choices, input)) => (email, choices, input),
        (_, form) => {
            let (input, more) = form.problems();
            let all: Vec<Problem> = views::problems(&visit, &problems).into_iter().chain(more).collect();
            return unprocessable(&visit, page(&visit, &typed, &input, &all).await?);
        }
    };
    let (network, now) = (slowness::network(&visit, &request), visit.now);
    let asked = visit.site.store.write(move |tx| {
        let subjects = [Subject::LettersTo(&email), Subject::LettersFrom(&network)];
        let trying = throttle::attempt(tx, &subjects, now)?;
        if trying == Trying::GoAhead {
            subscribers::ask(tx, &email, &choices, now)?;
        }
        Ok::<_, StoreError>(trying)
    });
    match asked.await? {
        Trying::GoAhead => see_other(&visit.site.urls.digests_sent()),
        Trying::Wait(wait) => {
            let problems = [slowness::problem(&visit, "email", wait)];
            slowness::slow_down(&visit, page(&visit, &typed, &input, &problems).await?, wait)
        }
    }
}

/// `GET /digests/sent`
pub async fn sent(visit: Visit) -> Reply {
    views::digests::sent(&visit).unlisted().show(&visit)
}

/// The address that was typed, and the other fields; a time zone that only the browser knows is left out, as nobody typed it.
fn without_address(fields: Fields) -> Result<(String, Fields), Fault> {
    let (mut typed, mut rest): (Fields, Fields) = fields.into_iter().partition(|(name, _)| name == "email");
    rest.retain(|(name, value)| name != "zone" || is_zone(value));
    match (typed.pop(), typed.is_empty()) {
        (Some((_, typed)), true) => Ok((typed, rest)),
        _ => Err(Fault::Malformed("malformed-form")),
    }
}

async fn page(
    visit: &Visit,
    typed: &str,
    input: &ChoicesInput,
    problems: &[Problem],
) -> Result<crate::web::page::Page, Fault> {
    let offered = choosing::offered(visit, &Viewer::Anonymous, None).await?;
    let asking = Asking {
        typed,
        input,
        offered: &offered,
    };
    Ok(views::digests::ask(visit, &asking, problems))
}
