//! The pages by which the forum is run, in one frame.

pub mod appearance;
pub mod asking;
pub mod categories;
pub mod documents;
pub mod groups;
pub mod incoming;
pub mod invitations;
pub mod jobs;
pub mod letters;
pub mod moderation;
pub mod overview;
pub mod people;
pub mod reports;
pub mod scans;
pub mod sections;
pub mod settings;
pub mod specimens;
pub mod tags;
pub mod trust;
pub mod uploads;
pub mod watched_words;

use maud::{Markup, html};

use super::components::{Link, Pen, link_tabs};
use crate::web::Visit;
use crate::web::page::Page;

/// The parts of the administration, in the order of their links.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Part {
    Overview,
    Settings,
    Asking,
    Moderation,
    WatchedWords,
    Trust,
    Uploads,
    Reports,
    Appearance,
    Documents,
    Categories,
    Sections,
    Tags,
    People,
    Groups,
    Invitations,
    Letters,
    Incoming,
    Jobs,
}

/// A page of one part, below the links to all parts.
fn part(visit: &Visit, pen: &Pen<'_>, part: Part, title: &str, content: &Markup) -> Page {
    let urls = &visit.site.urls;
    let parts = [
        (Part::Overview, "admin-overview", urls.admin()),
        (Part::Settings, "admin-settings", urls.admin_settings()),
        (Part::Asking, "admin-asking", urls.admin_asking()),
        (Part::Moderation, "admin-moderation", urls.admin_moderation()),
        (Part::WatchedWords, "admin-watched-words", urls.admin_watched_words()),
        (Part::Trust, "admin-trust", urls.admin_trust()),
        (Part::Uploads, "admin-uploads", urls.admin_uploads()),
        (Part::Reports, "admin-reports", urls.admin_reports()),
        (Part::Appearance, "admin-appearance", urls.admin_appearance()),
        (Part::Documents, "admin-documents", urls.admin_documents()),
        (Part::Categories, "admin-categories", urls.admin_categories()),
        (Part::Sections, "admin-sections", urls.admin_sections()),
        (Part::Tags, "admin-tags", urls.admin_tags()),
        (Part::People, "admin-people", urls.admin_people()),
        (Part::Groups, "admin-groups", urls.admin_groups()),
        (Part::Invitations, "admin-invitations", urls.admin_invitations()),
        (Part::Letters, "admin-letters", urls.admin_letters()),
        (Part::Incoming, "admin-incoming", urls.admin_incoming()),
        (Part::Jobs, "admin-jobs", urls.admin_jobs()),
    ];
    let links = parts.map(|(other, key, href)| Link::new(pen.say(key), href).current_if(other == part));
    let whole_title = pen.tell("admin-title-of", &[("title", title.into())]);
    let content = html! {
        div.admin-parts { (link_tabs(&pen.say("admin-title"), &links)) }
        (content)
    };
    Page::new(whole_title, content).unlisted()
}

/// The content in a column for reading and filling in, in line with the links above it.
fn column(content: &Markup) -> Markup {
    html! { div.column-main { (content) } }
}
