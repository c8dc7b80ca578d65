//! An answer of the server, and what every page must be like.

use std::collections::HashSet;

use scraper::{ElementRef, Html, Selector};
use ureq::Body;
use ureq::http::{HeaderMap, Response};

use super::client::ORIGIN;
use super::form::{self, FilledForm};

/// An answer.
pub struct Page {
    /// The path and query that were asked for.
    pub path: String,
    /// The status.
    pub status: u16,
    /// The headers.
    pub headers: HeaderMap,
    /// The body, as text.
    pub body: String,
    /// The body, as it came.
    pub bytes: Vec<u8>,
    is_head: bool,
}

impl Page {
    pub(super) fn read(method: &str, path: &str, response: Response<Body>) -> Result<Self, ureq::Error> {
        let (parts, mut body) = response.into_parts();
        let body = body.with_config().limit(64 << 20).read_to_vec()?;
        Ok(Self {
            path: path.to_owned(),
            status: parts.status.as_u16(),
            headers: parts.headers,
            body: String::from_utf8_lossy(&body).into_owned(),
            bytes: body,
            is_head: method == "HEAD",
        })
    }

    /// A header of the answer.
    pub fn header(&self, name: &str) -> Option<&str> {
        self.headers.get(name).and_then(|value| value.to_str().ok())
    }

    /// Where the answer leads, as a path of this site, without what stands behind `#`.
    pub fn location(&self) -> Option<String> {
        let location = self.header("location")?;
        let location = location.strip_prefix(ORIGIN).unwrap_or(location);
        assert!(location.starts_with('/'), "{} leads away to {location}", self.path);
        Some(location.split('#').next().unwrap_or_default().to_owned())
    }

    /// The page as a tree.
    pub fn html(&self) -> Html {
        Html::parse_document(&self.body)
    }

    /// The texts of all elements that a selector finds, with runs of white space as one blank.
    pub fn texts(&self, selector: &str) -> Vec<String> {
        self.html().select(&select(selector)).map(text_of).collect()
    }

    /// The text of the one element that a selector finds.
    pub fn text(&self, selector: &str) -> String {
        let mut texts = self.texts(selector);
        assert_eq!(texts.len(), 1, "{selector} on {}: {texts:?}\n{}", self.path, self.body);
        texts.remove(0)
    }

    /// Whether a selector finds anything.
    pub fn has(&self, selector: &str) -> bool {
        self.html().select(&select(selector)).next().is_some()
    }

    /// The values of an attribute of all elements that a selector finds.
    pub fn attributes(&self, selector: &str, name: &str) -> Vec<String> {
        let html = self.html();
        html.select(&select(selector))
            .filter_map(|element| element.attr(name).map(str::to_owned))
            .collect()
    }

    /// The first form that a selector finds, with what is filled in already.
    pub fn form(&self, selector: &str) -> FilledForm {
        let html = self.html();
        let found = html
            .select(&select(selector))
            .find(|element| element.value().name() == "form");
        let found =
            found.unwrap_or_else(|| panic!("no form {selector} on {} ({})\n{}", self.path, self.status, self.body));
        form::read(&html, found, &self.path)
    }

    /// All forms of the page.
    pub fn forms(&self) -> Vec<FilledForm> {
        let html = self.html();
        html.select(&select("form"))
            .map(|found| form::read(&html, found, &self.path))
            .collect()
    }

    /// Texts and spoken attributes that look like the key of a phrase.
    pub(super) fn bare_keys(&self) -> Vec<String> {
        let is_key = |text: &&str| {
            text.contains('-')
                && text
                    .chars()
                    .all(|c| c.is_ascii_lowercase() || c == '-' || c == '.' || c.is_ascii_digit())
        };
        let html = self.html();
        let mut found: Vec<&str> = html.root_element().text().map(str::trim).filter(is_key).collect();
        for element in html.select(&select("[aria-label], [title], [placeholder], [alt]")) {
            let spoken = ["aria-label", "title", "placeholder", "alt"]
                .into_iter()
                .filter_map(|name| element.attr(name));
            found.extend(spoken.filter(is_key));
        }
        found.into_iter().map(str::to_owned).collect()
    }

    /// A letter as its reader's program shows it: it carries its own styles, and may do nothing else.
    fn is_specimen(&self) -> bool {
        let is_sandboxed = self
            .header("content-security-policy")
            .is_some_and(|policy| policy.ends_with("; sandbox"));
        is_sandboxed && self.path.starts_with("/admin/letters/specimens/")
    }

    fn policies(&self) -> &'static [&'static str] {
        if self.path.starts_with("/uploads/") && self.header("etag").is_some() {
            return &["default-src 'none'", "sandbox"];
        }
        match self.is_specimen() {
            true => &["default-src 'none'", "form-action 'none'", "base-uri 'none'", "sandbox"],
            false => &[
                "default-src 'none'",
                "script-src 'self'",
                "style-src 'self'",
                "form-action 'self'",
                "base-uri 'none'",
            ],
        }
    }

    /// Checks what holds for every answer of the site.
    pub(super) fn check(&self) {
        let place = format!("{} ({})", self.path, self.status);
        assert_ne!(self.status, 500, "{place} is broken:\n{}", self.body);
        let policy = self
            .header("content-security-policy")
            .unwrap_or_else(|| panic!("{place} has no CSP"));
        let directives: Vec<&str> = policy.split(';').map(str::trim).collect();
        for needed in self.policies() {
            assert!(directives.contains(needed), "{place}: {needed} is not in {policy}");
        }
        let is_strict = !policy.contains("unsafe") || self.is_specimen();
        assert!(
            directives.contains(&"frame-ancestors 'none'") && is_strict,
            "{place}: {policy}"
        );
        self.check_headers(&place);
        let kind = self.header("content-type").unwrap_or_default();
        assert!(
            self.is_head || self.body.is_empty() || !kind.is_empty(),
            "{place} has no content type"
        );
        if kind.starts_with("text/html") && !self.body.is_empty() {
            assert_eq!(kind, "text/html; charset=utf-8", "{place}");
            if !self.is_specimen() {
                self.check_html(&place);
            }
        }
        // Where a part was asked for that is not there, the head says what is.
        let is_error = self.status >= 400 && self.status != 416 && !self.is_head;
        assert!(!is_error || !self.body.is_empty(), "{place} says nothing");
    }

    /// What a browser is told not to do with an answer.
    fn check_headers(&self, place: &str) {
        for (name, value) in [
            ("x-content-type-options", "nosniff"),
            ("x-frame-options", "DENY"),
            ("cross-origin-opener-policy", "same-origin"),
        ] {
            assert_eq!(self.header(name), Some(value), "{place}: {name}");
        }
        let permissions = self.header("permissions-policy").unwrap_or_default();
        for feature in ["camera", "geolocation", "microphone", "payment", "usb"] {
            let is_off = permissions.split(", ").any(|part| part == format!("{feature}=()"));
            assert!(is_off, "{place} may use {feature}: {permissions}");
        }
        let referrers = self.header("referrer-policy");
        let is_quiet = matches!(
            referrers,
            Some("strict-origin-when-cross-origin" | "no-referrer" | "same-origin")
        );
        assert!(is_quiet, "{place}: {referrers:?}");
        // Only what is nobody's secret may be shown by other sites.
        let resources = self.header("cross-origin-resource-policy");
        let is_public = self.status < 300 && (self.path.starts_with("/assets/") || self.path.contains("/-/picture-"));
        let is_known = self.status == 304 && self.path.starts_with("/assets/");
        let expected = if is_public || is_known || self.is_picture_of_all() {
            "cross-origin"
        } else {
            "same-origin"
        };
        assert_eq!(resources, Some(expected), "{place}");
    }

    /// Whether it is a picture of a post that everybody sees, which feeds carry.
    fn is_picture_of_all(&self) -> bool {
        let path = self.path.split('?').next().unwrap_or_default();
        let is_picture = [".png", ".jpg"].iter().any(|ending| path.ends_with(ending));
        let is_kept = self.header("cache-control") == Some("private, max-age=86400");
        self.path.starts_with("/uploads/") && self.status < 400 && is_picture && is_kept
    }

    fn check_html(&self, place: &str) {
        let html = self.html();
        let is_whole = self.body.starts_with("<!DOCTYPE html>");
        if is_whole {
            for needed in ["html[lang]", "head > title", "body", "main"] {
                assert!(html.select(&select(needed)).next().is_some(), "{place} has no {needed}");
            }
        }
        let mut ids = HashSet::new();
        for element in html.select(&select("*")) {
            let name = element.value().name();
            assert_ne!(name, "style", "{place} has a style element");
            let is_data = element.attr("type") == Some("application/ld+json");
            assert!(
                name != "script" || is_data || element.attr("src").is_some(),
                "{place} has a script in its text"
            );
            for (attribute, value) in element.value().attrs() {
                assert!(!attribute.starts_with("on"), "{place}: <{name} {attribute}>");
                assert_ne!(attribute, "style", "{place}: <{name} style={value}>");
                let is_script = value.trim_start().to_ascii_lowercase().starts_with("javascript:");
                assert!(!is_script, "{place}: <{name} {attribute}={value}>");
            }
            if let Some(id) = element.attr("id") {
                assert!(ids.insert(id.to_owned()), "{place} has two elements with the id {id}");
            }
        }
        for label in html.select(&select("label[for]")) {
            let target = label.attr("for").unwrap_or_default();
            assert!(
                ids.contains(target),
                "{place}: a label for #{target}, which is not there"
            );
        }
    }
}

/// A selector of a test, which must be one.
pub(super) fn select(selector: &str) -> Selector {
    Selector::parse(selector).unwrap_or_else(|error| panic!("{selector}: {error}"))
}

/// The text within an element, with runs of white space as one blank.
fn text_of(element: ElementRef<'_>) -> String {
    element
        .text()
        .collect::<String>()
        .split_whitespace()
        .collect::<Vec<_>>()
        .join(" ")
}
