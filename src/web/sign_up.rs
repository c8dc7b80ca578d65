//! Signing up: the form, and the letter that is on its way.

mod confirming;

use actix_web::HttpRequest;
use actix_web::http::StatusCode;
use chrono::Duration;
use serde::Deserialize;

use super::extract::{Form, Query};
use super::sign_in::{Back, way_back};
use super::views::components::Problem;
use super::{Fault, Reply, Visit, see_other, set_up, throttle as slowness, unprocessable, views};
use crate::domain::draft::AskInput;
use crate::domain::email::EmailAddress;
use crate::domain::id::InvitationId;
use crate::domain::problem::Problems;
use crate::domain::sign_up::{SignUpDraft, SignUpInput};
use crate::domain::spam::{Doubt, Manner};
use crate::store::sign_ups::{self, Begun, NewSignUp};
use crate::store::throttle::{self, Subject, Trying};
use crate::store::{Db, StoreError, doubts, users};
use crate::urls::is_local_path;

pub use confirming::{confirm, confirm_form};

/// The fields of the sign-up form.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SignUpForm {
    name: String,
    email: String,
    password: String,
    #[serde(default)]
    back: String,
    #[serde(default)]
    agreed: String,
    #[serde(default)]
    second_thought: String,
    #[serde(default)]
    proof: String,
    #[serde(default)]
    plain_answer: String,
}

/// `GET /sign-up`
pub async fn form(visit: Visit, back: Query<Back>) -> Reply {
    let back = &back.0.back;
    if visit.viewer.user().is_some() {
        return see_other(&way_back(&visit, back));
    }
    if set_up::is_needed(&visit).await? {
        return see_other(&visit.site.urls.set_up());
    }
    views::sign_up::page(&visit, &SignUpInput::default(), back, &[]).show(&visit)
}

/// `POST /sign-up`
pub async fn sign_up(visit: Visit, request: HttpRequest, form: Form<SignUpForm>) -> Reply {
    if set_up::is_needed(&visit).await? {
        return see_other(&visit.site.urls.set_up());
    }
    let SignUpForm {
        name,
        email,
        password,
        back,
        agreed,
        second_thought,
        proof,
        plain_answer,
    } = form.0;
    let input = SignUpInput {
        name,
        email,
        password,
        agreed,
    };
    let manner = Manner {
        unseen: second_thought,
        proof,
        plain_answer,
        ..Manner::default()
    };
    if manner.is_trapped() {
        let problems = [trapped(&visit)];
        return unprocessable(&visit, views::sign_up::page(&visit, &input, &back, &problems));
    }
    let mut problems = Problems::none();
    let Some(draft) = SignUpDraft::parse(&input, &visit.site.settings().documents, &mut problems) else {
        let problems = views::problems(&visit, &problems);
        return unprocessable(&visit, views::sign_up::page(&visit, &input, &back, &problems));
    };
    match begin(&visit, &request, draft, None, (&back, &manner)).await? {
        Beginning::LetterSent => see_other(&visit.site.urls.sign_up_sent()),
        Beginning::Closed(_) => views::sign_up::page(&visit, &input, &back, &[])
            .status(StatusCode::FORBIDDEN)
            .show(&visit),
        Beginning::Unanswered => {
            let problems = [unanswered(&visit)];
            unprocessable(&visit, views::sign_up::page(&visit, &input, &back, &problems))
        }
        Beginning::NameTaken => {
            let problems = [views::problem(&visit, "name", "problem-name-taken")];
            unprocessable(&visit, views::sign_up::page(&visit, &input, &back, &problems))
        }
        Beginning::Wait(wait) => {
            let problems = [slowness::problem(&visit, "email", wait)];
            slowness::slow_down(&visit, views::sign_up::page(&visit, &input, &back, &problems), wait)
        }
    }
}

/// The problem of a sign-up whose form was filled as people do not fill it; it is said at the first field that they see.
pub fn trapped(visit: &Visit) -> Problem {
    views::problem(visit, "name", "problem-unseen-field")
}

/// The problem of a sign-up whose browser proved nothing, and which did not answer the question for those.
pub fn unanswered(visit: &Visit) -> Problem {
    views::problem(visit, "plain_answer", "problem-plain-answer")
}

/// A question that was written before signing up.
#[derive(Debug, Clone, Copy)]
pub struct Written<'a> {
    /// As it was typed.
    pub input: &'a AskInput,
    /// The visit to the ask form in which it was written.
    pub session: &'a str,
}

impl Written<'_> {
    /// The question and its visit as the row of a sign-up keeps them.
    fn kept(self) -> Result<(String, String), Fault> {
        let question = serde_json::to_string(self.input).map_err(|error| Fault::Broken(error.to_string()))?;
        Ok((question, self.session.to_owned()))
    }
}

/// How a sign-up began, as far as the visitor may know.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Beginning {
    /// A letter is on its way; which one, the owner of the address will see.
    LetterSent,
    /// Somebody else has that name.
    NameTaken,
    /// Too many letters were asked for; not before this long.
    Wait(Duration),
    /// The forum takes no sign-ups; the key of the sentence that says why.
    Closed(&'static str),
    /// Their browser proved nothing, and the question for those is not answered.
    Unanswered,
}

/// What lets somebody sign up.
#[derive(Debug, Clone, Copy)]
pub(super) enum By<'a> {
    /// An invitation, which is proof enough.
    Invitation(InvitationId),
    /// What they prove by how they filled the form.
    Proof(&'a Manner),
}

/// Why the forum takes no sign-ups, as the key of a sentence; `None` while it does.
pub async fn closed(visit: &Visit) -> Result<Option<&'static str>, Fault> {
    if !visit.site.settings().sign_up_is_open {
        return Ok(Some("sign-up-closed"));
    }
    Ok(set_up::is_needed(visit).await?.then_some("sign-up-not-yet"))
}

/// Begins a sign-up, perhaps with the question that was written first: also the last step of asking as a visitor.
///
/// `back` is where confirming leads when no question waits; what is no path of this site is forgotten. `manner` is how the form was
/// filled.
pub async fn begin(
    visit: &Visit,
    request: &HttpRequest,
    draft: SignUpDraft,
    question: Option<Written<'_>>,
    (back, manner): (&str, &Manner),
) -> Result<Beginning, Fault> {
    if let Some(why) = closed(visit).await? {
        return Ok(Beginning::Closed(why));
    }
    begin_by(visit, request, draft, question, (back, By::Proof(manner))).await
}

/// The same for whoever is let in, by an invitation or by what they prove.
pub(super) async fn begin_by(
    visit: &Visit,
    request: &HttpRequest,
    draft: SignUpDraft,
    question: Option<Written<'_>>,
    (back, by): (&str, By<'_>),
) -> Result<Beginning, Fault> {
    let (site, now) = (&visit.site, visit.now);
    let (question, ask_session) = question.map(Written::kept).transpose()?.unzip();
    let SignUpDraft {
        name,
        email,
        password,
        agreed,
    } = draft;
    // Everybody can see who has which name: asking first spares the hashing, and costs no try.
    let wanted = name.clone();
    if site.store.read(move |db| users::has_name(db, &wanted)).await? {
        return Ok(Beginning::NameTaken);
    }
    let network = slowness::network(visit, request);
    let doubt = match counted(visit, (&email, &network), by, question.is_some()).await? {
        Ok(doubt) => doubt,
        Err(stopped) => return Ok(stopped),
    };
    let (to, from) = (email.clone(), network.clone());
    let give_back = move |tx: &mut Db| {
        throttle::take_back(tx, &Subject::LettersTo(&to))?;
        throttle::take_back(tx, &Subject::LettersFrom(&from))
    };
    let password_hash = slowness::made(visit, site.passwords.hash(password).await, give_back.clone()).await?;
    let new = NewSignUp {
        name,
        email,
        password_hash,
        question,
        back: is_local_path(back).then(|| back.to_owned()),
        language: visit.chosen,
        agreed,
        ask_session,
        doubt,
        network: Some(network),
    };
    let invitation = match by {
        By::Invitation(id) => Some(id),
        By::Proof(_) => None,
    };
    let begun = site.store.write(move |tx| {
        let begun = sign_ups::begin_by(tx, &new, invitation, now)?;
        if begun == Begun::NameTaken {
            give_back(tx)?;
        }
        Ok::<_, StoreError>(begun)
    });
    Ok(match begun.await? {
        Begun::Started | Begun::AlreadyRegistered => Beginning::LetterSent,
        Begun::NameTaken => Beginning::NameTaken,
    })
}

/// Counts a sign-up and uses up what it proves: why it is doubted, if it is, or how it ended already.
async fn counted(
    visit: &Visit,
    (email, network): (&EmailAddress, &str),
    by: By<'_>,
    wrote: bool,
) -> Result<Result<Option<Doubt>, Beginning>, Fault> {
    let (to, from, now) = (email.clone(), network.to_owned(), visit.now);
    let manner = match by {
        By::Invitation(_) => None,
        By::Proof(manner) => Some(manner.clone()),
    };
    let counted = visit.site.store.write(move |tx| {
        let trying = throttle::attempt(tx, &[Subject::LettersTo(&to), Subject::LettersFrom(&from)], now)?;
        let doubt = match (trying, &manner) {
            (Trying::GoAhead, Some(manner)) => doubts::of_sign_up(tx, manner, wrote, &from, now)?,
            _ => None,
        };
        Ok((trying, doubt))
    });
    let (trying, doubt) = counted.await.map_err(|error: StoreError| error)?;
    if let Trying::Wait(wait) = trying {
        return Ok(Err(Beginning::Wait(wait)));
    }
    if doubt == Some(Doubt::Unproven) && visit.site.settings().spam.question.is_some() {
        return Ok(Err(Beginning::Unanswered));
    }
    Ok(Ok(doubt))
}

/// `GET /sign-up/sent`
pub async fn sent(visit: Visit) -> Reply {
    views::sign_up::sent(&visit).unlisted().show(&visit)
}
