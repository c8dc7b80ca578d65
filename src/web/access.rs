//! Who an address answers.

use std::future::Future;
use std::pin::Pin;

use actix_web::dev::Payload;
use actix_web::web::Data;
use actix_web::{FromRequest, HttpRequest};

use super::routing::Route;
use super::visit::at_least;
use super::{Administrator, Fault, Moderator, ModeratorOrStaff, ReportReader, SignedIn, Site};
use crate::domain::invitation::may_invite;
use crate::domain::role::Role;

/// What a forum that is for members only still shows everybody: how to come in, the documents that a visitor agrees to, and what a
/// browser or a machine of the operator needs for these.
const OPEN: &[&str] = &[
    "/healthz",
    "/readyz",
    "/assets/{name}",
    "/robots.txt",
    "/opensearch.xml",
    "/incoming/mail",
    "/language",
    "/set-up",
    "/sign-up",
    "/sign-up/sent",
    "/sign-in",
    "/sign-in/code",
    "/sign-out",
    "/forgotten-password",
    "/about/terms",
    "/about/terms/{version}",
    "/about/privacy",
    "/about/privacy/{version}",
    "/about/imprint",
    "/about/imprint/{version}",
];

/// Who an address answers.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Access {
    /// Whoever asks.
    Anyone,
    /// People who are signed in; others are led to the sign-in page.
    SignedIn,
    /// Moderators and administrators.
    Moderator,
    /// Moderators, administrators, and whoever moderates a private category; where, the verb asks.
    ThreadModerator,
    /// Moderators, administrators, and the staff, whatever their role.
    ModeratorOrStaff,
    /// Whoever may read reports: moderators, administrators and the staff, or everybody where an administrator published them.
    ReportReader,
    /// Administrators, and moderators where the forum lets them invite.
    Inviter,
    /// Administrators.
    Admin,
    /// Loopback and the declared networks.
    Operator,
    /// Whoever holds the secret in the address.
    Holder,
}

/// A visit by a moderator, an administrator, or somebody who moderates a private category: the verb asks where.
pub struct ThreadModerator(pub SignedIn);

impl FromRequest for ThreadModerator {
    type Error = Fault;
    type Future = Pin<Box<dyn Future<Output = Result<Self, Fault>>>>;

    fn from_request(request: &HttpRequest, payload: &mut Payload) -> Self::Future {
        let signed_in = SignedIn::from_request(request, payload);
        Box::pin(async move {
            let signed_in = signed_in.await?;
            match signed_in.user.grants.moderates() {
                true => Ok(Self(signed_in)),
                false => at_least(signed_in, Role::Moderator).map(Self),
            }
        })
    }
}

/// A visit by somebody who may invite: an administrator, or a moderator where the forum lets them.
pub struct Inviter(pub SignedIn);

impl FromRequest for Inviter {
    type Error = Fault;
    type Future = Pin<Box<dyn Future<Output = Result<Self, Fault>>>>;

    fn from_request(request: &HttpRequest, payload: &mut Payload) -> Self::Future {
        let signed_in = SignedIn::from_request(request, payload);
        Box::pin(async move {
            let signed_in = signed_in.await?;
            let moderators_invite = signed_in.visit.site.settings().moderators_invite;
            match may_invite(&signed_in.user, moderators_invite) {
                true => Ok(Self(signed_in)),
                false => at_least(signed_in, Role::Admin).map(Self),
            }
        })
    }
}

/// Whether what the row shows is for members only.
fn is_closed(path: &str, request: &HttpRequest) -> bool {
    let site = request.app_data::<Data<Site>>();
    site.is_some_and(|site| site.settings().is_for_members) && !OPEN.contains(&path)
}

/// Whether the row lets this viewer in; the handlers of operators and holders see for themselves.
pub(super) async fn check(route: &Route, request: &HttpRequest) -> Result<(), Fault> {
    let nothing = &mut Payload::None;
    // Figures that are published to everybody are published to all members then.
    if matches!(route.access, Access::Anyone | Access::ReportReader) && is_closed(route.path, request) {
        SignedIn::from_request(request, nothing).await?;
    }
    match route.access {
        Access::Anyone | Access::Operator | Access::Holder => Ok(()),
        Access::SignedIn => SignedIn::from_request(request, nothing).await.map(|_| ()),
        Access::Moderator => Moderator::from_request(request, nothing).await.map(|_| ()),
        Access::ThreadModerator => ThreadModerator::from_request(request, nothing).await.map(|_| ()),
        Access::ModeratorOrStaff => ModeratorOrStaff::from_request(request, nothing).await.map(|_| ()),
        Access::ReportReader => ReportReader::from_request(request, nothing).await.map(|_| ()),
        Access::Inviter => Inviter::from_request(request, nothing).await.map(|_| ()),
        Access::Admin => Administrator::from_request(request, nothing).await.map(|_| ()),
    }
}
