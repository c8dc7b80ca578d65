//! Is it alive, is it ready: for whoever watches the machine.

use actix_web::HttpResponse;
use actix_web::web::Data;

use super::{Reply, Site};
use crate::store::{Db, StoreError};

/// `GET /healthz`: the process answers.
pub async fn healthz() -> Reply {
    Ok(HttpResponse::Ok()
        .content_type("text/plain; charset=utf-8")
        .body("ok\n"))
}

/// `GET /readyz`: the database answers too.
pub async fn readyz(site: Data<Site>) -> Reply {
    let answered = site.store.read::<_, StoreError>(Db::answers).await;
    Ok(match answered {
        Ok(_) => HttpResponse::Ok()
            .content_type("text/plain; charset=utf-8")
            .body("ready\n"),
        Err(error) => {
            tracing::warn!(%error, "not ready");
            HttpResponse::ServiceUnavailable()
                .content_type("text/plain; charset=utf-8")
                .body("the database does not answer\n")
        }
    })
}
