//! How a browser searches here from its own bar.

use actix_web::HttpResponse;
use actix_web::http::header;
use actix_web::web::Data;

use super::{Reply, Site, views};

/// `GET /opensearch.xml`: the same for everybody, in the forum's own language.
pub async fn show(site: Data<Site>) -> Reply {
    Ok(HttpResponse::Ok()
        .content_type("application/opensearchdescription+xml; charset=utf-8")
        .insert_header((header::CACHE_CONTROL, "public, max-age=3600"))
        .body(views::opensearch::description(&site)))
}
