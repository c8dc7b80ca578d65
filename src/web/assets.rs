//! The style sheet, scripts and icons, embedded, under names that carry their hash.

use std::collections::HashMap;
use std::sync::{Arc, OnceLock, PoisonError, RwLock};

use actix_web::http::header::{self, EntityTag, HeaderMap};
use actix_web::web::{Bytes, Data, Path};
use actix_web::{HttpRequest, HttpResponse};
use base64::Engine;
use base64::engine::general_purpose::{STANDARD, URL_SAFE_NO_PAD};
use rust_embed::RustEmbed;
use sha2::{Digest, Sha256};

use super::conditional::knows;
use super::encoding::{Effort, Encoding};
use super::middleware::RESOURCE_POLICY;
use super::{Fault, Reply, Site};
use crate::domain::colour::{Colour, Palette, Shades};
use crate::domain::setting::FIRST_ACCENT;
use crate::store::{StoreError, logos};
use crate::urls::Urls;

#[derive(RustEmbed)]
#[folder = "assets/"]
#[include = "css/*.css"]
#[include = "js/*.js"]
#[include = "icons/*.svg"]
struct Embedded;

/// The name of the one file that holds all scripts.
const BUNDLE: &str = "js/tanya.js";
/// The style sheet, written with the first accent.
const STYLE: &str = "css/tanya.css";

/// One embedded file, and how it travels once it is packed.
struct Asset {
    plain: Bytes,
    packed: OnceLock<Packed>,
    content_type: &'static str,
}

/// A file as small as can be; `None` in an encoding that fails.
struct Packed {
    brotli: Option<Bytes>,
    gzip: Option<Bytes>,
}

impl Asset {
    fn new(bytes: Vec<u8>, content_type: &'static str) -> Self {
        Self {
            plain: Bytes::from(bytes),
            packed: OnceLock::new(),
            content_type,
        }
    }

    /// Packs the file once, which takes longer than a request should wait.
    fn pack(&self) {
        let pack = |encoding: Encoding| encoding.pack(&self.plain, Effort::Always).map(Bytes::from);
        self.packed.get_or_init(|| Packed {
            brotli: pack(Encoding::Brotli),
            gzip: pack(Encoding::Gzip),
        });
    }

    /// The file as a browser takes it; as it is while nobody has packed it.
    fn suiting(&self, accepted: &HeaderMap) -> (&Bytes, Encoding) {
        let packed = self.packed.get();
        let (kept, encoding) = match Encoding::choose(accepted, Effort::Always) {
            Encoding::Brotli => (packed.and_then(|packed| packed.brotli.as_ref()), Encoding::Brotli),
            Encoding::Gzip | Encoding::Zstd => (packed.and_then(|packed| packed.gzip.as_ref()), Encoding::Gzip),
            Encoding::Identity => (None, Encoding::Identity),
        };
        kept.map_or((&self.plain, Encoding::Identity), |kept| (kept, encoding))
    }
}

/// The embedded files by their hashed names.
pub struct Assets {
    by_hashed_name: HashMap<String, Arc<Asset>>,
    hashed_names: HashMap<String, String>,
    favicon: String,
    /// The style sheet in the forum's own accent, under its name, since it was first asked for.
    in_accent: RwLock<Option<(String, Arc<Asset>)>>,
}

impl Assets {
    /// Reads the embedded files and names each after its content; the scripts become one, so that a page asks once.
    pub fn load() -> Self {
        let mut assets = Self {
            by_hashed_name: HashMap::new(),
            hashed_names: HashMap::new(),
            favicon: Embedded::get("icons/favicon.svg")
                .map_or_else(String::new, |file| String::from_utf8_lossy(&file.data).into_owned()),
            in_accent: RwLock::new(None),
        };
        let mut paths: Vec<_> = Embedded::iter().collect();
        paths.sort();
        let mut scripts = Vec::new();
        for path in paths {
            match Embedded::get(&path) {
                Some(file) if path.ends_with(".js") => scripts.extend_from_slice(&file.data),
                Some(file) => assets.add(&path, file.data.into_owned()),
                None => {}
            }
        }
        assets.add(BUNDLE, scripts);
        assets
    }

    /// Packs every file, and the style sheet in the forum's own accent, on a thread of its own: requests that come before
    /// it is done are answered with less effort.
    pub fn pack_in_background(&self, urls: &Urls, own: Colour) {
        let style = self.style(urls, own);
        let in_accent = style.rsplit('/').next().and_then(|name| self.in_accent(name, own));
        let all: Vec<_> = self.by_hashed_name.values().cloned().chain(in_accent).collect();
        std::thread::spawn(move || all.iter().for_each(|asset| asset.pack()));
    }

    /// The address of a file such as `css/tanya.css`.
    pub fn address(&self, urls: &Urls, path: &str) -> String {
        urls.asset(self.hashed_names.get(path).map_or(path, String::as_str))
    }

    /// The address of all scripts.
    pub fn scripts(&self, urls: &Urls) -> String {
        self.address(urls, BUNDLE)
    }

    /// The address of the style sheet in this accent; the address tells it, so that every node finds it.
    pub fn style(&self, urls: &Urls, accent: Colour) -> String {
        let plain = self.address(urls, STYLE);
        if accent == FIRST_ACCENT {
            return plain;
        }
        let stem = plain.strip_suffix(".css").unwrap_or(&plain);
        format!("{stem}.{}.css", accent.digits())
    }

    /// The small picture of a browser's tab in this accent, written out, so that no page asks for it.
    pub fn favicon(&self, accent: Colour) -> String {
        let drawn = self.favicon.replace(&FIRST_ACCENT.to_string(), &accent.to_string());
        format!("data:image/svg+xml;base64,{}", STANDARD.encode(drawn))
    }

    /// The style sheet in the accent that a name tells; the forum's own is kept, those of previews are made each time.
    fn in_accent(&self, name: &str, own: Colour) -> Option<Arc<Asset>> {
        let kept = self.in_accent.read().unwrap_or_else(PoisonError::into_inner).clone();
        if let Some((_, asset)) = kept.filter(|(known, _)| known == name) {
            return Some(asset);
        }
        let plain = self.hashed_names.get(STYLE)?;
        let digits = name.strip_prefix(plain.strip_suffix("css")?)?.strip_suffix(".css")?;
        let accent = Colour::parse(digits).filter(|accent| accent.digits() == digits)?;
        let palette = Palette::of(accent).ok()?;
        let mut sheet = self.by_hashed_name.get(plain)?.plain.to_vec();
        sheet.extend_from_slice(rules(&palette).as_bytes());
        let asset = Arc::new(Asset::new(sheet, "text/css; charset=utf-8"));
        if accent == own {
            let mut kept = self.in_accent.write().unwrap_or_else(PoisonError::into_inner);
            *kept = Some((name.to_owned(), Arc::clone(&asset)));
            let asset = Arc::clone(&asset);
            std::thread::spawn(move || asset.pack());
        }
        Some(asset)
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
        self.by_hashed_name
            .insert(hashed, Arc::new(Asset::new(bytes, content_type)));
    }
}

/// What an accent changes in the style sheet; it comes last there and so outweighs the first accent.
fn rules(palette: &Palette) -> String {
    let pairs = [
        ("accent", palette.accent),
        ("accent-strong", palette.strong),
        ("accent-wash", palette.wash),
        ("on-accent", palette.on_accent),
        ("band", palette.band),
    ];
    let mut rules = String::from(":root{");
    for (name, Shades { light, dark }) in pairs {
        rules.push_str(&format!("--{name}:light-dark({light},{dark});"));
    }
    let (ink, tint, focus) = (palette.band_ink, palette.band_tint, palette.accent.light);
    rules.push_str(&format!(
        "--band-ink:{ink};--band-tint:{tint};--focus:light-dark({focus},#ffcf6b)}}\n"
    ));
    rules
}

/// `GET /assets/{name}`: a file that never changes under its name.
pub async fn show(site: Data<Site>, name: Path<String>, request: HttpRequest) -> Reply {
    let own = site.settings().accent;
    if let Some(asset) = site.assets.by_hashed_name.get(name.as_str()) {
        return Ok(answer(&name, asset, true, &request));
    }
    if let Some(asset) = site.assets.in_accent(&name, own) {
        let is_kept = site.assets.style(&site.urls, own).ends_with(name.as_str());
        return Ok(answer(&name, &asset, is_kept, &request));
    }
    let hash = name.strip_prefix("logo.").and_then(|rest| rest.strip_suffix(".png"));
    let hash = hash.ok_or(Fault::NotFound)?.to_owned();
    let found = site.store.read(move |db| logos::find(db, &hash)).await;
    let logo = Asset::new(found.map_err(|error: StoreError| error)?, "image/png");
    Ok(answer(&name, &logo, false, &request))
}

/// The file, packed as well as can be when it was packed once for all; else it is compressed on the way, like any text.
fn answer(name: &str, asset: &Asset, is_kept: bool, request: &HttpRequest) -> HttpResponse {
    let tag = EntityTag::new_strong(name.to_owned());
    let known = knows(request, &tag);
    let mut response = if known {
        HttpResponse::NotModified()
    } else {
        HttpResponse::Ok()
    };
    response.insert_header((header::CACHE_CONTROL, "public, max-age=31536000, immutable"));
    // Letters, feed readers and chats show icons and the logo.
    response.insert_header((RESOURCE_POLICY, "cross-origin"));
    response.insert_header((header::ETAG, tag.to_string()));
    if known {
        return response.finish();
    }
    if !is_kept {
        return response.content_type(asset.content_type).body(asset.plain.clone());
    }
    let (body, encoding) = asset.suiting(request.headers());
    if let Some(encoding) = encoding.header() {
        response.insert_header((header::CONTENT_ENCODING, encoding));
        response.insert_header((header::VARY, "accept-encoding"));
    }
    response.content_type(asset.content_type).body(body.clone())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::colour::{DARK_GROUNDS, LIGHT_GROUNDS};

    #[test]
    fn the_grounds_that_accents_are_measured_on_are_those_of_the_style_sheet() {
        let sheet = Embedded::get(STYLE).unwrap();
        let sheet = std::str::from_utf8(&sheet.data).unwrap();
        for ((name, light), dark) in ["paper", "card", "sunk"].iter().zip(LIGHT_GROUNDS).zip(DARK_GROUNDS) {
            let light = light.to_string().replace("#ffffff", "#fff");
            let rule = format!("--{name}: light-dark({light}, {dark});");
            assert!(sheet.contains(&rule), "{rule}");
        }
        assert!(sheet.contains(&format!("--accent: light-dark({FIRST_ACCENT},")));
        for name in [
            "accent",
            "accent-strong",
            "accent-wash",
            "on-accent",
            "band",
            "band-ink",
            "band-tint",
            "focus",
        ] {
            assert!(sheet.contains(&format!("--{name}: ")), "{name}");
        }
    }

    #[test]
    fn nobody_waits_until_a_file_is_packed() {
        let asset = Asset::new("body { color: red } ".repeat(100).into_bytes(), "text/css");
        let mut accepted = HeaderMap::new();
        accepted.insert(header::ACCEPT_ENCODING, header::HeaderValue::from_static("gzip, br"));
        let encoding = |accepted: &HeaderMap| asset.suiting(accepted).1;
        assert_eq!(encoding(&accepted), Encoding::Identity);
        asset.pack();
        assert_eq!(encoding(&accepted), Encoding::Brotli);
        accepted.insert(header::ACCEPT_ENCODING, header::HeaderValue::from_static("gzip, zstd"));
        assert_eq!(encoding(&accepted), Encoding::Gzip);
        assert_eq!(encoding(&HeaderMap::new()), Encoding::Identity);
    }

    #[test]
    fn the_address_of_a_style_sheet_tells_its_accent_and_nothing_else_finds_one() {
        let assets = Assets::load();
        let urls = Urls::new(&url::Url::parse("https://forum.example.com").unwrap());
        let accent = Colour::parse("#0a5c36").unwrap();
        let address = assets.style(&urls, accent);
        let name = address.rsplit('/').next().unwrap();
        let sheet = assets.in_accent(name, accent).unwrap();
        assert!(
            std::str::from_utf8(&sheet.plain)
                .unwrap()
                .contains("--accent:light-dark(#0a5c36,#")
        );
        assert!(
            Arc::ptr_eq(&sheet, &assets.in_accent(name, accent).unwrap()),
            "it is made once"
        );
        for wrong in [
            name.replace("0a5c36", "0A5C36"),
            name.replace("0a5c36", "ffee00"),
            format!("x{name}"),
        ] {
            assert!(assets.in_accent(&wrong, accent).is_none(), "{wrong}");
        }
        assert_eq!(assets.style(&urls, FIRST_ACCENT), assets.address(&urls, STYLE));
    }
}
