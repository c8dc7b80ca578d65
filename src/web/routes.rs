//! The table of contents: every address, in the order in which a visitor meets the pages.
//!
//! Each row says who may: the handler's signature enforces it, and a test asks every row as every viewer.

use actix_web::dev::ResourceDef;
use actix_web::guard;
use actix_web::web::{self, Data, ServiceConfig};
use actix_web::{HttpRequest, HttpResponse};

use super::{Fault, Reply, Site};
use super::{assets, claim, forgotten_password, health, metrics, set_up, settings, sign_in, sign_up, users};

/// Who an address answers.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Access {
    /// Whoever asks.
    Anyone,
    /// People who are signed in; others are led to the sign-in page.
    SignedIn,
    /// Moderators and administrators.
    Moderator,
    /// Administrators.
    Admin,
    /// Loopback and the declared networks.
    Operator,
    /// Whoever holds the secret in the address.
    Holder,
}

/// A row of the table.
#[derive(Debug, Clone, Copy)]
pub struct Route {
    /// `GET` or `POST`.
    pub method: &'static str,
    /// The pattern of the path.
    pub path: &'static str,
    /// Who may.
    pub access: Access,
}

macro_rules! routes {
    ($($method:ident $path:literal $access:ident $handler:expr;)+) => {
        /// Every address of the site.
        pub const TABLE: &[Route] =
            &[$(Route { method: stringify!($method), path: $path, access: Access::$access }),+];

        /// Gives every address its handler.
        pub fn configure(config: &mut ServiceConfig) {
            $(config.route($path, routes!(@method $method).to($handler));)+
            config.default_service(web::to(elsewhere));
        }
    };
    (@method GET) => { web::route().guard(guard::Any(guard::Get()).or(guard::Head())) };
    (@method POST) => { web::post() };
}

routes! {
    // For machines.
    GET  "/healthz"        Anyone   health::healthz;
    GET  "/readyz"         Anyone   health::readyz;
    GET  "/metrics"        Operator metrics::show;
    GET  "/assets/{name}"  Anyone   assets::show;

    // Coming in.
    GET  "/set-up"                   Anyone   set_up::form;
    POST "/set-up"                   Anyone   set_up::set_up;
    GET  "/sign-up"                  Anyone   sign_up::form;
    POST "/sign-up"                  Anyone   sign_up::sign_up;
    GET  "/sign-up/sent"             Anyone   sign_up::sent;
    GET  "/sign-up/confirm/{token}"  Holder   sign_up::confirm_form;
    POST "/sign-up/confirm/{token}"  Holder   sign_up::confirm;
    GET  "/sign-in"                  Anyone   sign_in::form;
    POST "/sign-in"                  Anyone   sign_in::sign_in;
    POST "/sign-out"                 Anyone   sign_in::sign_out;
    GET  "/forgotten-password"       Anyone   forgotten_password::form;
    POST "/forgotten-password"       Anyone   forgotten_password::ask;
    GET  "/reset-password/{token}"   Holder   forgotten_password::reset_form;
    POST "/reset-password/{token}"   Holder   forgotten_password::reset;
    GET  "/claim/{token}"            Holder   claim::form;
    POST "/claim/{token}"            Holder   claim::claim;

    // People.
    GET  "/users/{id}"               Anyone   users::show;
    GET  "/users/{id}/{name}"        Anyone   users::show;
    GET  "/settings"                 SignedIn settings::show;
    POST "/settings"                 SignedIn settings::save;
    POST "/settings/password"        SignedIn settings::change_password;
    POST "/settings/sessions/end"    SignedIn settings::end_other_sessions;
}

/// Whatever no row answers: a wrong method where the path is known, else a page that does not exist.
async fn elsewhere(request: HttpRequest, site: Data<Site>) -> Reply {
    let path = request.path();
    let mut allowed: Vec<&str> = TABLE
        .iter()
        .filter(|row| ResourceDef::new(row.path).is_match(path))
        .map(|row| row.method)
        .collect();
    allowed.sort_unstable();
    allowed.dedup();
    if !allowed.is_empty() {
        return Err(Fault::WrongMethod(allowed.join(", ").replace("GET", "GET, HEAD")));
    }
    drop(site);
    Err::<HttpResponse, _>(Fault::NotFound)
}
