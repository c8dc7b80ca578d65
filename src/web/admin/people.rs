//! People: found, given roles, put into the staff, suspended, and led to their imported accounts.

use actix_web::http::header::{self, HeaderValue};
use serde::Deserialize;

use crate::domain::body::Reason;
use crate::domain::id::UserId;
use crate::domain::problem::{Fault as Unfit, Problems};
use crate::domain::role::Role;
use crate::store::users::directory;
use crate::store::users::passwords::{self, ClaimLink};
use crate::store::users::roles::{self, Governance, Governing};
use crate::store::{Db, StoreError};
use crate::web::extract::{After, Id, NoFields, Query, Sent};
use crate::web::views::admin::people::Typed;
use crate::web::{Administrator, Fault, Reply, SignedIn, Visit, see_other_with, unprocessable, views};

/// How many people stand on a page.
const SIZE: i64 = 50;

/// Whom the list is asked for.
#[derive(Debug, Deserialize)]
pub struct PeopleQuery {
    #[serde(default)]
    q: String,
}

/// The fields of the form for a role.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RoleForm {
    role: String,
    role_reason: String,
}

/// The fields of the form for the staff.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct StaffForm {
    staff: bool,
}

/// The fields of the form that suspends.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SuspensionForm {
    suspension_reason: String,
}

/// `GET /admin/people`: from the newest.
pub async fn list(admin: Administrator, query: Query<PeopleQuery>, after: After) -> Reply {
    let visit = admin.0.visit;
    let (q, after) = (query.0.q, after.0);
    let beginning = q.clone();
    let people = visit
        .site
        .store
        .read(move |db| directory::page(db, &beginning, after, SIZE))
        .await?;
    views::admin::people::list(&visit, &q, &people, after.is_some()).show(&visit)
}

/// `GET /admin/people/{id}`
pub async fn show(admin: Administrator, id: Id<UserId>) -> Reply {
    let visit = admin.0.visit;
    let page = visit
        .site
        .store
        .read(move |db| directory::person_page(db, id.0))
        .await?;
    views::admin::people::page(&visit, &page, &Typed::default(), &[]).show(&visit)
}

/// `POST /admin/people/{id}/role`
pub async fn change_role(Sent(admin, form): Sent<Administrator, RoleForm>, id: Id<UserId>) -> Reply {
    let mut problems = Problems::none();
    let role = problems.keep("role", Role::parse(&form.role).ok_or(Unfit::new("problem-choice")));
    let reason = problems.keep("role_reason", Reason::parse(&form.role_reason));
    let typed = Typed {
        role: Some(form.role),
        role_reason: form.role_reason,
        ..Typed::default()
    };
    let (Some(role), Some(reason)) = (role, reason) else {
        return again(&admin.0.visit, id.0, &typed, &problems).await;
    };
    let by = governance(&admin, id.0, reason);
    match govern(&admin.0.visit, move |tx| roles::change_role(tx, &by, role)).await? {
        Governing::LastAdmin => {
            again(
                &admin.0.visit,
                id.0,
                &typed,
                &Problems::one("role", "problem-last-admin"),
            )
            .await
        }
        // Whoever gives up the role has no business here any more.
        Governing::Done if admin.0.user.id == id.0 => {
            see_other_with(&admin.0.visit.site.urls.home(), "own-role-changed")
        }
        outcome => done(&admin.0.visit, id.0, outcome, "role-changed"),
    }
}

/// `POST /admin/people/{id}/staff`: into it, or out of it.
pub async fn set_staff(Sent(admin, form): Sent<Administrator, StaffForm>, id: Id<UserId>) -> Reply {
    let (by, staff) = (governance(&admin, id.0, Reason::default()), form.staff);
    let outcome = govern(&admin.0.visit, move |tx| roles::set_staff(tx, &by, staff)).await?;
    let key = if staff { "staff-joined" } else { "staff-left" };
    done(&admin.0.visit, id.0, outcome, key)
}

/// `POST /admin/people/{id}/suspend`: with a reason, which stands in the log.
pub async fn suspend(Sent(admin, form): Sent<Administrator, SuspensionForm>, id: Id<UserId>) -> Reply {
    let mut problems = Problems::none();
    let reason = problems.keep("suspension_reason", Reason::required(&form.suspension_reason));
    let typed = Typed {
        suspension_reason: form.suspension_reason,
        ..Typed::default()
    };
    if admin.0.user.id == id.0 {
        problems = Problems::one("suspension_reason", "problem-suspend-self");
    }
    let (Some(reason), true) = (reason, problems.is_empty()) else {
        return again(&admin.0.visit, id.0, &typed, &problems).await;
    };
    let by = governance(&admin, id.0, reason);
    match govern(&admin.0.visit, move |tx| roles::suspend(tx, &by)).await? {
        Governing::LastAdmin => {
            let problems = Problems::one("suspension_reason", "problem-last-admin");
            again(&admin.0.visit, id.0, &typed, &problems).await
        }
        outcome => done(&admin.0.visit, id.0, outcome, "suspended"),
    }
}

/// `POST /admin/people/{id}/unsuspend`
pub async fn unsuspend(admin: Administrator, id: Id<UserId>) -> Reply {
    let by = governance(&admin, id.0, Reason::default());
    let outcome = govern(&admin.0.visit, move |tx| roles::unsuspend(tx, &by)).await?;
    done(&admin.0.visit, id.0, outcome, "unsuspended")
}

/// `POST /admin/people/{id}/second-factor`: takes one that was lost; its owner is told.
pub async fn end_second_factor(Sent(admin, _): Sent<Administrator, NoFields>, id: Id<UserId>) -> Reply {
    let by = governance(&admin, id.0, Reason::default());
    let outcome = govern(&admin.0.visit, move |tx| roles::end_second_factor(tx, &by)).await?;
    done(&admin.0.visit, id.0, outcome, "person-second-factor-ended")
}

/// `POST /admin/people/{id}/claim-link`: the answer shows the link, once; no address, log or cache keeps it.
pub async fn claim_link(Sent(admin, _): Sent<Administrator, NoFields>, id: Id<UserId>) -> Reply {
    let visit = admin.0.visit;
    let (id, now) = (id.0, visit.now);
    let issued = visit.site.store.write(move |tx| {
        let person = directory::person_row(tx, id)?;
        Ok::<_, StoreError>((person, passwords::issue_claim(tx, id, now)?))
    });
    match issued.await? {
        (person, ClaimLink::Issued(token)) => {
            let mut response = views::admin::people::claim_link(&visit, &person, &token).response(&visit);
            response
                .headers_mut()
                .insert(header::CACHE_CONTROL, HeaderValue::from_static("no-store"));
            Ok(response)
        }
        (_, ClaimLink::NotClaimable) => see_other_with(&visit.site.urls.admin_person(id), "not-claimable"),
    }
}

fn governance(admin: &Administrator, user: UserId, reason: Reason) -> Governance {
    let SignedIn { visit, user: by } = &admin.0;
    Governance {
        admin: Some(by.id),
        user,
        reason,
        now: visit.now,
    }
}

async fn govern(
    visit: &Visit,
    act: impl FnOnce(&mut Db) -> Result<Governing, StoreError> + Send + 'static,
) -> Result<Governing, Fault> {
    Ok(visit.site.store.write(act).await?)
}

fn done(visit: &Visit, id: UserId, outcome: Governing, key: &'static str) -> Reply {
    let key = if outcome == Governing::Unchanged {
        "person-unchanged"
    } else {
        key
    };
    see_other_with(&visit.site.urls.admin_person(id), key)
}

async fn again(visit: &Visit, id: UserId, typed: &Typed, problems: &Problems) -> Reply {
    let page = visit.site.store.read(move |db| directory::person_page(db, id)).await?;
    let problems = views::problems(visit, problems);
    unprocessable(visit, views::admin::people::page(visit, &page, typed, &problems))
}
