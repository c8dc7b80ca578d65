//! The frame around every page: head, header, notices, content, footer.

use maud::{DOCTYPE, Markup, html};

use super::components::{Bell, Face, Icon, Link, Notice, Pen, avatar, bell, icon, notices};
use super::head::{Head, for_machines};
use crate::domain::language::Language;

/// The signed-in viewer, as the header shows them.
#[derive(Debug, Clone)]
pub struct ViewerBadge {
    /// Their name.
    pub name: String,
    /// Their page.
    pub href: String,
    /// Whether something is new to them.
    pub bell: Bell,
    /// Links of their own, such as settings.
    pub links: Vec<Link>,
    /// Where signing out posts.
    pub sign_out_action: String,
}

/// Addresses that every page leads to.
#[derive(Debug, Clone)]
pub struct Ways {
    /// The home page.
    pub home: String,
    /// The ask form.
    pub ask: String,
    /// The sign-in form.
    pub sign_in: String,
    /// The sign-up form.
    pub sign_up: String,
    /// How browsers search here.
    pub search_description: String,
}

/// Addresses of the embedded files, with their hashed names.
#[derive(Debug, Clone)]
pub struct AssetLinks {
    /// The style sheet.
    pub style: String,
    /// The scripts, which only enhance.
    pub scripts: String,
    /// The small picture of the site.
    pub favicon: Option<String>,
    /// The picture in the header, in place of the drawn one.
    pub logo: Option<LogoLink>,
}

/// The picture in the header.
#[derive(Debug, Clone)]
pub struct LogoLink {
    /// Where it is.
    pub src: String,
    /// Pixels across.
    pub width: u32,
    /// Pixels down.
    pub height: u32,
}

/// The form of the footer in which another language is chosen.
#[derive(Debug, Clone)]
pub struct LanguageMenu {
    /// Where it posts.
    pub action: String,
    /// The page to come back to.
    pub back: String,
}

/// Everything around the content of a page, filled by the web layer for each request.
#[derive(Clone)]
pub struct Frame<'a> {
    /// What components write with.
    pub pen: Pen<'a>,
    /// The reader's language as a tag, such as `en`.
    pub language: String,
    /// Which way that language runs: `ltr` or `rtl`.
    pub direction: &'static str,
    /// The name of the site.
    pub site_name: String,
    /// Addresses that every page leads to.
    pub ways: Ways,
    /// Addresses of the embedded files.
    pub assets: AssetLinks,
    /// What machines read.
    pub head: Head,
    /// Who is looking; `None` for a visitor.
    pub viewer: Option<ViewerBadge>,
    /// The main links of the header (threads, tags, …).
    pub links: Vec<Link>,
    /// Links for those who look after the site (moderation, administration), when allowed.
    pub staff_links: Vec<Link>,
    /// The links of the footer (permissions, feeds, …).
    pub footer_links: Vec<Link>,
    /// Where another language is chosen.
    pub languages: LanguageMenu,
    /// What just happened.
    pub notices: Vec<Notice>,
    /// What the scripts are told.
    pub told: Markup,
}

/// A whole page.
pub fn page(frame: &Frame<'_>, title: &str, content: Markup) -> Markup {
    let pen = &frame.pen;
    html! {
        (DOCTYPE)
        html lang=(frame.language) dir=(frame.direction) {
            (head(frame, title))
            body {
                a.skip href="#content" { (pen.say("layout-skip")) }
                (header(frame))
                main #content tabindex="-1" {
                    (notices(pen, &frame.notices))
                    (content)
                }
                (footer(frame))
                (frame.told)
            }
        }
    }
}

fn head(frame: &Frame<'_>, title: &str) -> Markup {
    let whole_title = if title == frame.site_name || title.is_empty() {
        frame.site_name.clone()
    } else {
        format!("{title} · {}", frame.site_name)
    };
    html! {
        head {
            meta charset="utf-8";
            meta name="viewport" content="width=device-width, initial-scale=1";
            meta name="color-scheme" content="light dark";
            title { (whole_title) }
            (for_machines(&frame.head, &frame.site_name, title))
            link rel="stylesheet" href=(frame.assets.style);
            link rel="search" type="application/opensearchdescription+xml" title=(frame.site_name) href=(frame.ways.search_description);
            @if let Some(favicon) = &frame.assets.favicon { link rel="icon" href=(favicon); }
            script src=(frame.assets.scripts) defer {}
        }
    }
}

fn header(frame: &Frame<'_>) -> Markup {
    let pen = &frame.pen;
    html! {
        header.site-header {
            div.site-bar {
                a.site-name href=(frame.ways.home) {
                    @if let Some(logo) = &frame.assets.logo {
                        img.site-logo src=(logo.src) alt=(frame.site_name) width=(logo.width) height=(logo.height);
                    } @else {
                        (icon(pen, Icon::Logo)) span dir="auto" { (frame.site_name) }
                    }
                }
                nav.site-links aria-label=(pen.say("layout-links")) { (link_list(&frame.links)) }
                a.button.primary.ask-link href=(frame.ways.ask) { (pen.say("layout-ask")) }
                @if frame.viewer.is_none() {
                    a.button.quiet.sign-in-link href=(frame.ways.sign_in) { (pen.say("layout-sign-in")) }
                }
                @if let Some(viewer) = &frame.viewer { (bell(pen, &viewer.bell)) }
                (menu(frame))
            }
        }
    }
}

fn link_list(links: &[Link]) -> Markup {
    html! {
        ul {
            @for link in links {
                li { a href=(link.href) aria-current=[link.current.then_some("page")] { (link.label) } }
            }
        }
    }
}

/// The menu behind the viewer's avatar; on a phone it also holds the main links.
fn menu(frame: &Frame<'_>) -> Markup {
    let pen = &frame.pen;
    html! {
        details.menu.visitor[frame.viewer.is_none()] {
            summary {
                @if let Some(viewer) = &frame.viewer {
                    (avatar(&viewer.name, Face::Medium))
                    span.unseen { (pen.tell("layout-menu-of", &[("name", viewer.name.clone().into())])) }
                } @else {
                    (icon(pen, Icon::Menu))
                    span.unseen { (pen.say("layout-menu")) }
                }
            }
            nav.menu-panel aria-label=(pen.say("layout-menu")) {
                @if let Some(viewer) = &frame.viewer {
                    p.menu-who { a href=(viewer.href) { bdi { (viewer.name) } } }
                }
                div.menu-main { (link_list(&frame.links)) }
                @if !frame.staff_links.is_empty() { (link_list(&frame.staff_links)) }
                (menu_account(frame))
            }
        }
    }
}

fn menu_account(frame: &Frame<'_>) -> Markup {
    let pen = &frame.pen;
    html! {
        @if let Some(viewer) = &frame.viewer {
            (link_list(&viewer.links))
            form method="post" action=(viewer.sign_out_action) {
                button.menu-button type="submit" { (icon(pen, Icon::SignOut)) (pen.say("layout-sign-out")) }
            }
        } @else {
            ul {
                li { a href=(frame.ways.sign_in) { (pen.say("layout-sign-in")) } }
                li { a href=(frame.ways.sign_up) { (pen.say("layout-sign-up")) } }
            }
        }
    }
}

fn footer(frame: &Frame<'_>) -> Markup {
    let pen = &frame.pen;
    html! {
        footer.site-footer {
            div.site-bar {
                p dir="auto" { (frame.site_name) }
                nav aria-label=(pen.say("layout-footer-links")) { (link_list(&frame.footer_links)) }
                (language_menu(frame))
            }
        }
    }
}

/// The languages, each by the name that its readers know.
fn language_menu(frame: &Frame<'_>) -> Markup {
    let menu = &frame.languages;
    html! {
        form.languages method="post" action=(menu.action) aria-label=(frame.pen.say("layout-language")) {
            input type="hidden" name="back" value=(menu.back);
            @for language in Language::ALL {
                @let is_this = language.code() == frame.language;
                button type="submit" name="language" value=(language.code()) lang=(language.code())
                    aria-current=[is_this.then_some("true")] { (language.own_name()) }
            }
        }
    }
}

/// The content in two columns: the text, and a column of facts beside it from 1024 px, under it below.
pub fn columns(content: Markup, aside: Markup) -> Markup {
    html! {
        div.columns {
            div.column-main { (content) }
            aside.column-aside { (aside) }
        }
    }
}

/// The content in a single narrow column, for forms and for reading.
pub fn narrow(content: Markup) -> Markup {
    html! { div.narrow { (content) } }
}

/// The content in a slim column in the middle, for short forms such as signing in.
pub fn slim(content: Markup) -> Markup {
    html! { div.narrow.slim { (content) } }
}

/// The title of a page with a line under it and its actions beside it.
pub fn page_head(title: &str, explanation: Option<&str>, actions: Markup) -> Markup {
    html! {
        header.page-head {
            div {
                h1 dir="auto" { (title) }
                @if let Some(explanation) = explanation { p dir="auto" { (explanation) } }
            }
            @if !actions.0.is_empty() { div.page-actions { (actions) } }
        }
    }
}
