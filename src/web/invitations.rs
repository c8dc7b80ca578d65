//! Coming in by an invitation: with a new account, or with the one that one has.

use actix_web::HttpRequest;
use actix_web::http::StatusCode;
use actix_web::web::Path;
use serde::Deserialize;

use super::extract::Form;
use super::sign_in::{agent, with_session};
use super::sign_up::{Beginning, By, begin_by};
use super::{Fault, Reply, Visit, see_other, see_other_with, set_up, throttle, unprocessable, views};
use crate::domain::problem::Problems;
use crate::domain::sign_up::{SignUpDraft, SignUpInput};
use crate::domain::token::Token;
use crate::store::invitations::{self, Open};
use crate::store::{StoreError, sessions, sign_ups, users};

/// The fields of the form of an invitation; whoever is signed in sends none.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct InvitationForm {
    #[serde(default)]
    name: String,
    #[serde(default)]
    email: String,
    #[serde(default)]
    password: String,
    #[serde(default)]
    agreed: String,
}

/// `GET /invitations/{token}`: what it opens; link scanners follow links but press nothing.
pub async fn form(visit: Visit, token: Path<String>) -> Reply {
    if set_up::is_needed(&visit).await? {
        return see_other(&visit.site.urls.set_up());
    }
    match opened(&visit, &token).await? {
        Some(open) => views::invitations::page(&visit, &open, &SignUpInput::default(), &[]).show(&visit),
        None => over(&visit),
    }
}

async fn opened(visit: &Visit, token: &str) -> Result<Option<Open>, Fault> {
    let Some(token) = Token::offered(token) else {
        return Ok(None);
    };
    let now = visit.now;
    Ok(visit
        .site
        .store
        .read(move |db| invitations::opened(db, &token, now))
        .await?)
}

fn over(visit: &Visit) -> Reply {
    views::invitations::over(visit).status(StatusCode::GONE).show(visit)
}

/// `POST /invitations/{token}`: a member joins, somebody whose letter proves their address has an account, anybody else gets a
/// letter to confirm theirs.
pub async fn come_in(visit: Visit, request: HttpRequest, token: Path<String>, form: Form<InvitationForm>) -> Reply {
    if set_up::is_needed(&visit).await? {
        return see_other(&visit.site.urls.set_up());
    }
    let Some(open) = opened(&visit, &token).await? else {
        return over(&visit);
    };
    if let Some(user) = visit.viewer.id() {
        let (id, now) = (open.id, visit.now);
        let used = visit.site.store.write(move |tx| invitations::use_up(tx, id, user, now));
        return match used.await.map_err(|error: StoreError| error)? {
            true => see_other_with(&visit.site.urls.home(), "invitation-joined"),
            false => over(&visit),
        };
    }
    let form = form.0;
    let input = SignUpInput {
        name: form.name,
        email: open
            .email
            .as_ref()
            .map_or(form.email, |email| email.as_str().to_owned()),
        password: form.password,
        agreed: form.agreed,
    };
    let mut problems = Problems::none();
    let Some(draft) = SignUpDraft::parse(&input, &visit.site.settings().documents, &mut problems) else {
        return mend(&visit, &open, &input, &views::problems(&visit, &problems));
    };
    match open.email {
        Some(_) => at_once(&visit, &request, &open, draft, &input).await,
        None => by_letter(&visit, &request, &open, draft, &input).await,
    }
}

fn mend(visit: &Visit, open: &Open, input: &SignUpInput, problems: &[views::components::Problem]) -> Reply {
    unprocessable(visit, views::invitations::page(visit, open, input, problems))
}

async fn by_letter(
    visit: &Visit,
    request: &HttpRequest,
    open: &Open,
    draft: SignUpDraft,
    input: &SignUpInput,
) -> Reply {
    let by = By::Invitation(open.id);
    match begin_by(visit, request, draft, None, ("", by)).await? {
        Beginning::LetterSent => see_other(&visit.site.urls.sign_up_sent()),
        Beginning::Closed(_) | Beginning::Unanswered => over(visit),
        Beginning::NameTaken => name_taken(visit, open, input),
        Beginning::Wait(wait) => {
            let problems = [throttle::problem(visit, "email", wait)];
            throttle::slow_down(visit, views::invitations::page(visit, open, input, &problems), wait)
        }
    }
}

fn name_taken(visit: &Visit, open: &Open, input: &SignUpInput) -> Reply {
    mend(
        visit,
        open,
        input,
        &[views::problem(visit, "name", "problem-name-taken")],
    )
}

async fn at_once(visit: &Visit, request: &HttpRequest, open: &Open, draft: SignUpDraft, input: &SignUpInput) -> Reply {
    let SignUpDraft {
        name,
        email,
        password,
        agreed,
    } = draft;
    let wanted = name.clone();
    if visit.site.store.read(move |db| users::has_name(db, &wanted)).await? {
        return name_taken(visit, open, input);
    }
    let hash = throttle::made(visit, visit.site.passwords.hash(password).await, |_| Ok(())).await?;
    let (agent, now, id, language) = (agent(request), visit.now, open.id, visit.chosen);
    let made = visit.site.store.write(move |tx| {
        let made = sign_ups::come_in(tx, (id, &email), (&name, &hash), (language, agreed.as_ref()), now)?;
        made.map(|user| sessions::open(tx, user, &agent, now)).transpose()
    });
    match made.await.map_err(|error: StoreError| error)? {
        Some(session) => {
            let answer = see_other_with(&visit.site.urls.home(), "invitation-joined");
            with_session(visit, answer, &session)
        }
        // Somebody has had this address all along: they sign in, and come in then.
        None => see_other(&visit.site.urls.sign_in_and_return(&visit.path)),
    }
}
