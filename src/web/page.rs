//! How an answer becomes a page: the frame around it, and where a form leads.

use actix_web::HttpResponse;
use actix_web::cookie::{Cookie, SameSite, time::Duration};
use actix_web::http::StatusCode;
use actix_web::http::header;
use maud::Markup;

use super::views::components::{Link, Notice, NoticeKind, Pen};
use super::views::layout::{self, AssetLinks, Direction, Frame, Head, ViewerBadge, Ways};
use super::visit::NOTICE_COOKIE;
use super::{Reply, Visit};
use crate::domain::account::User;
use crate::domain::role::Role;

/// A page before its frame: what stands in it, and what machines read in its head.
pub struct Page {
    title: String,
    content: Markup,
    head: Head,
    status: StatusCode,
}

impl Page {
    /// A page with this title.
    pub fn new(title: impl Into<String>, content: Markup) -> Self {
        Self {
            title: title.into(),
            content,
            head: Head::default(),
            status: StatusCode::OK,
        }
    }

    /// Says the one true address of the page.
    pub fn canonical(mut self, visit: &Visit, path: &str) -> Self {
        self.head.canonical = Some(visit.site.urls.absolute(path));
        self
    }

    /// Says what the page holds.
    pub fn description(mut self, description: impl Into<String>) -> Self {
        self.head.description = Some(description.into());
        self
    }

    /// Keeps robots from listing the page.
    pub fn unlisted(mut self) -> Self {
        self.head.robots = Some("noindex".to_owned());
        self
    }

    /// Answers with another status than 200.
    pub fn status(mut self, status: StatusCode) -> Self {
        self.status = status;
        self
    }

    /// Puts the frame around it.
    pub fn show(self, visit: &Visit) -> Reply {
        Ok(self.response(visit))
    }

    /// The same, for callers that cannot fail.
    pub fn response(self, visit: &Visit) -> HttpResponse {
        let settings = visit.site.settings();
        let sprite = visit.site.assets.address(&visit.site.urls, "icons/sprite.svg");
        let pen = pen(visit, &sprite);
        let is_private = visit.viewer.user().is_some();
        let frame = Frame {
            pen,
            language: visit.phrases.language().to_owned(),
            direction: Direction::LeftToRight,
            site_name: settings.site_name.clone(),
            ways: ways(visit),
            assets: asset_links(visit),
            head: self.head,
            viewer: visit.viewer.user().map(|user| badge(visit, user)),
            links: main_links(visit),
            staff_links: staff_links(visit),
            footer_links: vec![Link::new(
                visit.say("footer-permissions"),
                visit.site.urls.permissions(),
            )],
            notices: notices(visit),
        };
        let body = layout::page(&frame, &self.title, self.content).into_string();
        let mut response = HttpResponse::build(self.status);
        response.content_type("text/html; charset=utf-8");
        response.insert_header((
            header::CACHE_CONTROL,
            if is_private { "private, no-cache" } else { "no-cache" },
        ));
        if visit.notice.is_some() {
            let mut over = Cookie::build(NOTICE_COOKIE, "").path("/").finish();
            over.make_removal();
            response.cookie(over);
        }
        response.body(body)
    }
}

/// What components write with.
pub fn pen<'a>(visit: &'a Visit, sprite: &'a str) -> Pen<'a> {
    Pen {
        phrases: &visit.phrases,
        now: visit.now,
        sprite,
    }
}

/// Leads the browser to another page after a form.
pub fn see_other(path: &str) -> Reply {
    Ok(HttpResponse::SeeOther()
        .insert_header((header::LOCATION, path))
        .finish())
}

/// The same, and has that page say `notice-<key>` once.
pub fn see_other_with(path: &str, key: &'static str) -> Reply {
    let cookie = Cookie::build(NOTICE_COOKIE, key)
        .path("/")
        .http_only(true)
        .same_site(SameSite::Lax)
        .max_age(Duration::minutes(1))
        .finish();
    Ok(HttpResponse::SeeOther()
        .insert_header((header::LOCATION, path))
        .cookie(cookie)
        .finish())
}

/// Shows a form again, with its problems beside the fields and all that was typed.
pub fn unprocessable(visit: &Visit, page: Page) -> Reply {
    page.status(StatusCode::UNPROCESSABLE_ENTITY).unlisted().show(visit)
}

fn ways(visit: &Visit) -> Ways {
    let urls = &visit.site.urls;
    Ways {
        home: urls.home(),
        ask: urls.new_thread(),
        sign_in: urls.sign_in(),
        sign_up: urls.sign_up(),
    }
}

fn asset_links(visit: &Visit) -> AssetLinks {
    let (assets, urls) = (&visit.site.assets, &visit.site.urls);
    AssetLinks {
        style: assets.address(urls, "css/tanya.css"),
        scripts: assets.scripts(urls),
        favicon: Some(assets.address(urls, "icons/favicon.svg")),
    }
}

fn badge(visit: &Visit, user: &User) -> ViewerBadge {
    let urls = &visit.site.urls;
    ViewerBadge {
        name: user.name.clone(),
        href: urls.user(user.id, &user.name),
        links: vec![Link::new(visit.say("menu-settings"), urls.settings())],
        sign_out_action: urls.sign_out(),
    }
}

fn main_links(visit: &Visit) -> Vec<Link> {
    let urls = &visit.site.urls;
    let at = |path: &str| visit.path.split('?').next() == Some(path);
    vec![
        Link::new(visit.say("menu-threads"), urls.threads()).current_if(at(&urls.threads())),
        Link::new(visit.say("menu-tags"), urls.tags()).current_if(at(&urls.tags())),
    ]
}

fn staff_links(visit: &Visit) -> Vec<Link> {
    let urls = &visit.site.urls;
    let role = visit.viewer.user().map(|user| user.role);
    let mut links = Vec::new();
    if role >= Some(Role::Moderator) {
        links.push(Link::new(visit.say("menu-moderation"), urls.moderation_log()));
    }
    if role >= Some(Role::Admin) {
        links.push(Link::new(visit.say("menu-admin"), urls.admin()));
    }
    links
}

fn notices(visit: &Visit) -> Vec<Notice> {
    let key = visit.notice.iter().map(|key| format!("notice-{key}"));
    // Whoever makes up a cookie is told nothing.
    let known = key.filter(|key| visit.phrases.has(key));
    let message = |key: String| Notice {
        kind: NoticeKind::Success,
        message: visit.say(&key),
    };
    known.map(message).collect()
}
