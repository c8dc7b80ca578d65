//! The style sheet, scripts and icons, embedded, under names that carry their hash.

use std::collections::HashMap;

use actix_web::http::header;
use actix_web::web::{Data, Path};
use actix_web::{HttpRequest, HttpResponse};
use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use rust_embed::RustEmbed;
use sha2::{Digest, Sha256};

use super::{Fault, Reply, Site};
use crate::urls::Urls;

#[derive(RustEmbed)]
#[folder = "assets/"]
#[include = "css/*.css"]
#[include = "js/*.js"]
#[include = "icons/*.svg"]
struct Embedded;

/// One embedded file.
struct Asset {
    bytes: Vec<u8>,
    content_type: &'static str,
}

/// The embedded files by their hashed names.
pub struct Assets {
    by_hashed_name: HashMap<String, Asset>,
    hashed_names: HashMap<String, String>,
}

impl Assets {
    /// Reads the embedded files and names each after its content.
    pub fn load() -> Self {
        let mut assets = Self {
            by_hashed_name: HashMap::new(),
            hashed_names: HashMap::new(),
        };
        for path in Embedded::iter() {
            if let Some(file) = Embedded::get(&path) {
                assets.add(&path, file.data.into_owned());
            }
        }
        assets
    }

    /// The address of a file such as `css/tanya.css`.
    pub fn address(&self, urls: &Urls, path: &str) -> String {
        urls.asset(self.hashed_names.get(path).map_or(path, String::as_str))
    }

    /// The addresses of all scripts, in the order of their names.
    pub fn scripts(&self, urls: &Urls) -> Vec<String> {
        let mut paths: Vec<_> = self.hashed_names.keys().filter(|path| path.ends_with(".js")).collect();
        paths.sort();
        paths.into_iter().map(|path| self.address(urls, path)).collect()
    }

    fn add(&mut self, path: &str, bytes: Vec<u8>) {
        let hash = URL_SAFE_NO_PAD.encode(Sha256::digest(&bytes));
        let file = path.rsplit('/').next().unwrap_or(path);
        let (stem, extension) = file.rsplit_once('.').unwrap_or((file, ""));
        let hashed = format!("{stem}.{}.{extension}", hash.get(..12).unwrap_or(&hash));
        let content_type = match extension {
            "css" => "text/css; charset=utf-8",
            "js" => "text/javascript; charset=utf-8",
            "svg" => "image/svg+xml",
            _ => "application/octet-stream",
        };
        self.hashed_names.insert(path.to_owned(), hashed.clone());
        self.by_hashed_name.insert(hashed, Asset { bytes, content_type });
    }
}

/// `GET /assets/{name}`: a file that never changes under its name.
pub async fn show(site: Data<Site>, name: Path<String>, request: HttpRequest) -> Reply {
    let asset = site.assets.by_hashed_name.get(name.as_str()).ok_or(Fault::NotFound)?;
    let known = request.headers().get(header::IF_NONE_MATCH).is_some();
    let mut response = if known {
        HttpResponse::NotModified()
    } else {
        HttpResponse::Ok()
    };
    response.insert_header((header::CACHE_CONTROL, "public, max-age=31536000, immutable"));
    response.insert_header((header::ETAG, format!("\"{name}\"")));
    if known {
        return Ok(response.finish());
    }
    Ok(response.content_type(asset.content_type).body(asset.bytes.clone()))
}
