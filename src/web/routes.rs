//! The table of contents: every address, in the order in which a visitor meets the pages.
//!
//! Each row says who may: the handler's signature enforces it, and a test asks every row as every viewer.

use actix_web::dev::ResourceDef;
use actix_web::guard;
use actix_web::web::{self, Data, ServiceConfig};
use actix_web::{HttpRequest, HttpResponse};

use super::{Fault, Reply, Site};
use super::{assets, health, metrics};

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
