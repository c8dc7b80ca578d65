//! Proving by the password that it is really oneself: a stolen session must not be enough, nor a way to guess it.

use chrono::Duration;

use crate::domain::account::{Password, User};
use crate::domain::email::EmailAddress;
use crate::store::throttle::{self, Subject, Trying};
use crate::store::users::{passwords, profiles};
use crate::store::{Db, StoreError};
use crate::web::views::components::Problem;
use crate::web::{Fault, Visit, throttle as slowness, views};

/// Why a password was not taken.
pub(super) struct Unproven {
    /// What the page says beside the field.
    pub(super) problem: Problem,
    /// How long to wait before another try.
    pub(super) wait: Option<Duration>,
}

/// Compares the password that was typed into `field` with the person's own.
pub(super) async fn prove(
    visit: &Visit,
    user: &User,
    field: &'static str,
    offered: &str,
) -> Result<Result<(), Unproven>, Fault> {
    let (id, now) = (user.id, visit.now);
    let counted = visit.site.store.write(move |tx| {
        let own = profiles::own(tx, id)?;
        let email = own.email.and_then(|email| EmailAddress::parse(&email).ok());
        let subjects: Vec<Subject<'_>> = email.iter().map(Subject::Account).collect();
        Ok::<_, StoreError>(match throttle::attempt(tx, &subjects, now)? {
            Trying::Wait(wait) => Err(wait),
            Trying::GoAhead => Ok((passwords::password_hash(tx, id)?, email)),
        })
    });
    let (hash, email) = match counted.await? {
        Ok(found) => found,
        Err(wait) => {
            return Ok(Err(Unproven {
                problem: slowness::problem(visit, field, wait),
                wait: Some(wait),
            }));
        }
    };
    let compared = visit
        .site
        .passwords
        .verify_or_pretend(hash, Password::offered(offered))
        .await;
    let counted = email.clone();
    let give_back = move |tx: &mut Db| {
        let back = counted.map(|email| throttle::take_back(tx, &Subject::Account(&email)));
        back.transpose().map(|_| ())
    };
    if !slowness::made(visit, compared, give_back).await? {
        return Ok(Err(Unproven {
            problem: views::problem(visit, field, "settings-password-wrong"),
            wait: None,
        }));
    }
    if let Some(email) = email {
        let cleared = visit
            .site
            .store
            .write(move |tx| throttle::clear(tx, &Subject::Account(&email)));
        cleared.await.map_err(|error: StoreError| error)?;
    }
    Ok(Ok(()))
}
