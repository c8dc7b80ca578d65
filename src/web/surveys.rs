//! Surveys: the page behind the link of an invitation, and what is sent from it.

use actix_web::http::StatusCode;
use actix_web::web::Path;

use super::extract::Form;
use super::signed::{discreet, holder, show};
use super::views::components::Problem;
use super::{Fault, Reply, Visit, see_other_with, views};
use crate::domain::id::SurveyId;
use crate::domain::signed_link::LinkPurpose;
use crate::domain::survey::SurveyInput;
use crate::store::StoreError;
use crate::store::signed_links::Holder;
use crate::store::surveys::{self, Answering, SurveyPage};

/// `GET /letters/survey/{token}`: changes nothing, however often it is followed.
pub async fn form(visit: Visit, token: Path<String>) -> Reply {
    let holder = match holder(&visit, LinkPurpose::Survey, &token).await? {
        Ok(holder) => holder,
        Err(dead) => return Ok(dead),
    };
    let survey = survey(&visit, &holder).await?;
    let input = survey.answer.as_ref().map(|(answer, _)| SurveyInput::from(answer));
    show_form(&visit, &survey, &input.unwrap_or_default(), &[])
}

/// `POST /letters/survey/{token}`: answers it, or changes the answer.
pub async fn answer(visit: Visit, token: Path<String>, form: Form<SurveyInput>) -> Reply {
    let holder = match holder(&visit, LinkPurpose::Survey, &token).await? {
        Ok(holder) => holder,
        Err(dead) => return Ok(dead),
    };
    let input = form.0;
    let said = match input.parse() {
        Ok(said) => said,
        Err(problems) => {
            let problems = views::problems(&visit, &problems);
            return show_form(&visit, &survey(&visit, &holder).await?, &input, &problems);
        }
    };
    let (asker, id, now) = (holder.user.id, survey_of(&holder)?, visit.now);
    let answering = visit
        .site
        .store
        .write(move |tx| surveys::answer(tx, asker, id, &said, now));
    match answering.await.map_err(|error: StoreError| error)? {
        Answering::Answered => discreet(see_other_with(&visit.path, "survey-answered")),
        Answering::Changed => discreet(see_other_with(&visit.path, "survey-changed")),
        Answering::Over => show_form(&visit, &survey(&visit, &holder).await?, &input, &[]),
    }
}

fn survey_of(holder: &Holder) -> Result<SurveyId, Fault> {
    let id = holder.link.about.first().copied();
    id.map(SurveyId::stored).ok_or(Fault::NotFound)
}

async fn survey(visit: &Visit, holder: &Holder) -> Result<SurveyPage, Fault> {
    let (asker, id) = (holder.user.clone(), survey_of(holder)?);
    let found = visit.site.store.read(move |db| surveys::page(db, &asker, id));
    Ok(found.await.map_err(|error: StoreError| error)?)
}

fn show_form(visit: &Visit, survey: &SurveyPage, input: &SurveyInput, problems: &[Problem]) -> Reply {
    let status = match problems {
        [] => StatusCode::OK,
        _ => StatusCode::UNPROCESSABLE_ENTITY,
    };
    show(
        visit,
        views::surveys::page(visit, survey, input, problems).status(status),
    )
}
