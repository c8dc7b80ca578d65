//! One's own second factor: set up with an app, its recovery codes, ended.

use serde::Deserialize;

use super::proof::{Unproven, prove};
use crate::domain::account::User;
use crate::domain::second_factor::OfferedCode;
use crate::store::throttle::{self, Subject, Trying};
use crate::store::users::profiles;
use crate::store::users::second_factors::{self, Confirming};
use crate::store::{Db, StoreError};
use crate::web::extract::Form;
use crate::web::page::Page;
use crate::web::second_step::unkept;
use crate::web::views::components::Problem;
use crate::web::views::settings::OwnSecondFactor;
use crate::web::{
    Fault, Reply, SignedIn, Visit, see_other, see_other_with, throttle as slowness, unprocessable, views,
};

/// The field of forms that ask for the password.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ProofForm {
    password: String,
}

/// The field of the form that ends it.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct EndForm {
    end_password: String,
}

/// The field of the form that confirms.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CodeForm {
    code: String,
}

/// `GET /settings/second-factor`
pub async fn show(SignedIn { visit, user }: SignedIn) -> Reply {
    let page = page(&visit, &user, &[]).await?;
    page.unlisted().show(&visit).map(unkept)
}

/// `POST /settings/second-factor`: the secret stands on the page for an hour, until a code shows that an app has it.
pub async fn begin(SignedIn { visit, user }: SignedIn, form: Form<ProofForm>) -> Reply {
    if let Err(unproven) = prove(&visit, &user, "password", &form.0.password).await? {
        return refuse(&visit, &user, unproven).await;
    }
    let (id, now) = (user.id, visit.now);
    let begun = visit.site.store.write(move |tx| second_factors::begin(tx, id, now));
    begun.await.map_err(|error: StoreError| error)?;
    see_other(&visit.site.urls.second_factor())
}

/// `POST /settings/second-factor/confirm`: the answer shows the recovery codes, once.
pub async fn confirm(SignedIn { visit, user }: SignedIn, form: Form<CodeForm>) -> Reply {
    let code = match OfferedCode::parse(&form.0.code) {
        Some(OfferedCode::Otp(code)) => code,
        _ => return wrong(&visit, &user, "problem-code").await,
    };
    let (id, session, now) = (user.id, visit.session, visit.now);
    let confirmed = visit.site.store.write(move |tx| {
        let subject = Subject::SecondFactor(id);
        if let Trying::Wait(wait) = throttle::attempt(tx, std::slice::from_ref(&subject), now)? {
            return Ok::<_, StoreError>(Err(wait));
        }
        let confirmed = second_factors::confirm(tx, id, session, code, now)?;
        if confirmed != Confirming::Wrong {
            throttle::clear(tx, &subject)?;
        }
        Ok(Ok(confirmed))
    });
    match confirmed.await? {
        Ok(Confirming::On(codes)) => views::settings::recovery_codes(&visit, &codes)
            .unlisted()
            .show(&visit)
            .map(unkept),
        Ok(Confirming::Wrong) => wrong(&visit, &user, "second-factor-wrong").await,
        Ok(Confirming::NotBegun) => see_other_with(&visit.site.urls.second_factor(), "second-factor-late"),
        Err(wait) => {
            let problem = slowness::problem(&visit, "code", wait);
            let wait = Some(wait);
            refuse(&visit, &user, Unproven { problem, wait }).await
        }
    }
}

/// `POST /settings/second-factor/codes`: the answer shows other ones, once; those from before are good for nothing.
pub async fn renew_codes(SignedIn { visit, user }: SignedIn, form: Form<ProofForm>) -> Reply {
    if let Err(unproven) = prove(&visit, &user, "password", &form.0.password).await? {
        return refuse(&visit, &user, unproven).await;
    }
    let id = user.id;
    let renewed = visit.site.store.write(move |tx| second_factors::renew_codes(tx, id));
    match renewed.await.map_err(|error: StoreError| error)? {
        Some(codes) => views::settings::recovery_codes(&visit, &codes)
            .unlisted()
            .show(&visit)
            .map(unkept),
        None => see_other(&visit.site.urls.second_factor()),
    }
}

/// `POST /settings/second-factor/end`
pub async fn end(SignedIn { visit, user }: SignedIn, form: Form<EndForm>) -> Reply {
    if let Err(unproven) = prove(&visit, &user, "end_password", &form.0.end_password).await? {
        return refuse(&visit, &user, unproven).await;
    }
    let (id, now) = (user.id, visit.now);
    let ended = visit.site.store.write(move |tx| second_factors::end(tx, id, now));
    ended.await.map_err(|error: StoreError| error)?;
    see_other_with(&visit.site.urls.second_factor(), "second-factor-ended")
}

async fn wrong(visit: &Visit, user: &User, key: &'static str) -> Reply {
    let problem = views::problem(visit, "code", key);
    refuse(visit, user, Unproven { problem, wait: None }).await
}

/// Shows the page again: mend it, or wait first.
async fn refuse(visit: &Visit, user: &User, unproven: Unproven) -> Reply {
    let page = page(visit, user, &[unproven.problem]).await?;
    let answer = match unproven.wait {
        Some(wait) => slowness::slow_down(visit, page, wait),
        None => unprocessable(visit, page),
    };
    answer.map(unkept)
}

async fn page(visit: &Visit, user: &User, problems: &[Problem]) -> Result<Page, Fault> {
    let (id, now) = (user.id, visit.now);
    let read = visit.site.store.read(move |db: &mut Db| {
        let found = second_factors::find(db, id, now)?;
        Ok::<_, StoreError>((found, profiles::own(db, id)?.email))
    });
    let (found, email) = read.await?;
    let own = OwnSecondFactor {
        found,
        account: email.unwrap_or_else(|| user.name.clone()),
    };
    Ok(views::settings::second_factor(visit, &own, problems))
}
