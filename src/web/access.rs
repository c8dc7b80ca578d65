//! Who an address answers.

use actix_web::{FromRequest, HttpRequest};

use super::{Administrator, Fault, Moderator, ModeratorOrStaff, ReportReader, SignedIn};

/// Who an address answers.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Access {
    /// Whoever asks.
    Anyone,
    /// People who are signed in; others are led to the sign-in page.
    SignedIn,
    /// Moderators and administrators.
    Moderator,
    /// Moderators, administrators, and the staff, whatever their role.
    ModeratorOrStaff,
    /// Whoever may read reports: moderators, administrators and the staff, or everybody where an administrator published them.
    ReportReader,
    /// Administrators.
    Admin,
    /// Loopback and the declared networks.
    Operator,
    /// Whoever holds the secret in the address.
    Holder,
}

/// Whether the row lets this viewer in; the handlers of operators and holders see for themselves.
pub(super) async fn check(access: Access, request: &HttpRequest) -> Result<(), Fault> {
    let nothing = &mut actix_web::dev::Payload::None;
    match access {
        Access::Anyone | Access::Operator | Access::Holder => Ok(()),
        Access::SignedIn => SignedIn::from_request(request, nothing).await.map(|_| ()),
        Access::Moderator => Moderator::from_request(request, nothing).await.map(|_| ()),
        Access::ModeratorOrStaff => ModeratorOrStaff::from_request(request, nothing).await.map(|_| ()),
        Access::ReportReader => ReportReader::from_request(request, nothing).await.map(|_| ()),
        Access::Admin => Administrator::from_request(request, nothing).await.map(|_| ()),
    }
}
