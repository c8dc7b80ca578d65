//! What machines read in the head of a page: search engines, sites that show a link to it, readers of feeds.

use maud::{Markup, html};

use super::json_ld::JsonLd;

/// What machines read in the head of a page.
#[derive(Debug, Clone, Default)]
pub struct Head {
    /// The one true address of the page.
    pub canonical: Option<String>,
    /// What the page holds, in a sentence or two.
    pub description: Option<String>,
    /// What robots may do, such as `noindex`.
    pub robots: Option<String>,
    /// The Atom feed of the page.
    pub feed: Option<String>,
    /// The picture that stands for the page where it is linked to.
    pub picture: Option<Picture>,
    /// What search engines are told.
    pub json_ld: Vec<JsonLd>,
}

/// A picture that stands for a page elsewhere.
#[derive(Debug, Clone)]
pub struct Picture {
    /// Its whole address.
    pub address: String,
    /// What it shows, in words.
    pub alt: String,
    /// How wide it is, in pixels.
    pub width: u32,
    /// How high it is, in pixels.
    pub height: u32,
}

/// The elements of the head that only machines read.
pub fn for_machines(head: &Head, site_name: &str, title: &str) -> Markup {
    html! {
        @if let Some(description) = &head.description { meta name="description" content=(description); }
        @if let Some(robots) = &head.robots { meta name="robots" content=(robots); }
        @if let Some(canonical) = &head.canonical {
            link rel="canonical" href=(canonical);
            @if head.robots.is_none() { (card(head, canonical, site_name, title)) }
        }
        @if let Some(feed) = &head.feed { link rel="alternate" type="application/atom+xml" title=(title) href=(feed); }
        @for block in &head.json_ld { (block) }
    }
}

/// How other sites show a link to the page.
fn card(head: &Head, canonical: &str, site_name: &str, title: &str) -> Markup {
    let (kind, look) = if head.picture.is_some() {
        ("article", "summary_large_image")
    } else {
        ("website", "summary")
    };
    html! {
        meta property="og:type" content=(kind);
        meta property="og:site_name" content=(site_name);
        meta property="og:title" content=(title);
        meta property="og:url" content=(canonical);
        @if let Some(description) = &head.description { meta property="og:description" content=(description); }
        @if let Some(picture) = &head.picture {
            meta property="og:image" content=(picture.address);
            meta property="og:image:type" content="image/png";
            meta property="og:image:width" content=(picture.width);
            meta property="og:image:height" content=(picture.height);
            meta property="og:image:alt" content=(picture.alt);
        }
        meta name="twitter:card" content=(look);
    }
}
