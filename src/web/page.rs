//! How an answer becomes a page: the frame around it, and where a form leads.

use std::sync::Arc;

use actix_web::cookie::{Cookie, SameSite, time::Duration};
use actix_web::http::StatusCode;
use actix_web::http::header;
use actix_web::{HttpRequest, HttpResponse};
use maud::{Markup, html};

use super::cache::{Keepable, Shows};
use super::views::comforts;
use super::views::components::{Bell, Link, Notice, NoticeKind, Pen, Weight, link_button};
use super::views::consent::banner;
use super::views::head::{Head, Picture};
use super::views::json_ld::JsonLd;
use super::views::layout::{self, AssetLinks, Frame, LanguageMenu, LogoLink, ViewerBadge, Ways};
use super::views::settings::owed;
use super::views::{paused, restraints};
use super::views_counted::Viewed;
use super::visit::NOTICE_COOKIE;
use super::{Reply, Visit};
use crate::domain::account::User;
use crate::domain::invitation::may_invite;
use crate::domain::role::Role;
use crate::domain::setting::Settings;
use crate::urls::thread_named;

/// A page before its frame: what stands in it, and what machines read in its head.
pub struct Page {
    title: String,
    content: Markup,
    head: Head,
    status: StatusCode,
    keepable: Option<Keepable>,
    dress: Option<Dress>,
}

/// How the frame would look with settings that are not saved.
pub struct Dress {
    /// The settings.
    pub settings: Settings,
    /// The picture of the header, written out, when it is not kept yet.
    pub picture: Option<String>,
}

impl Page {
    /// A page with this title.
    pub fn new(title: impl Into<String>, content: Markup) -> Self {
        Self {
            title: title.into(),
            content,
            head: Head::default(),
            status: StatusCode::OK,
            keepable: None,
            dress: None,
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

    /// Says that every anonymous reader may be given the same page again while nothing that it shows has changed.
    pub fn kept(mut self, shows: Shows) -> Self {
        self.keepable = Some(Keepable { shows, viewed: None });
        self
    }

    /// Says that giving the kept page again is a view of this.
    pub fn viewed(mut self, viewed: Viewed) -> Self {
        self.keepable
            .iter_mut()
            .for_each(|keepable| keepable.viewed = Some(viewed));
        self
    }

    /// Names the Atom feed that tells of the same.
    pub fn feed(mut self, visit: &Visit, path: &str) -> Self {
        self.head.feed = Some(visit.site.urls.absolute(path));
        self
    }

    /// Gives the page a picture for those who link to it.
    pub fn picture(mut self, picture: Option<Picture>) -> Self {
        self.head.picture = picture;
        self
    }

    /// Tells search engines what stands on the page.
    pub fn structured(mut self, blocks: impl IntoIterator<Item = JsonLd>) -> Self {
        self.head.json_ld.extend(blocks);
        self
    }

    /// Puts a frame around it that looks as these settings would have it.
    pub fn dressed(mut self, dress: Dress) -> Self {
        self.dress = Some(dress);
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
        let dressed = self.dress.is_some();
        let (settings, picture) = match self.dress {
            Some(dress) => (Arc::new(dress.settings), dress.picture),
            None => (visit.site.settings(), None),
        };
        let sprite = visit.site.assets.address(&visit.site.urls, "icons/sprite.svg");
        let pen = pen(visit, &sprite);
        let is_private = visit.viewer.user().is_some();
        let told = comforts::told(visit, &pen);
        let frame = Frame {
            pen,
            language: visit.phrases.language().to_owned(),
            direction: visit.phrases.direction(),
            site_name: settings.site_name.clone(),
            ways: ways(visit),
            assets: asset_links(visit, &settings, picture),
            head: self.head,
            viewer: visit.viewer.user().map(|user| badge(visit, user)),
            links: main_links(visit),
            staff_links: staff_links(visit),
            footer_links: footer_links(visit, &settings),
            languages: LanguageMenu {
                action: visit.site.urls.language(),
                back: visit.back.clone(),
            },
            notices: notices(visit),
            told,
        };
        let content = if self.status.is_success() && !dressed {
            html! { (banner(visit, &frame.pen)) (paused::banner(visit, &frame.pen)) (restraints::banner(visit, &frame.pen)) (owed(visit, &frame.pen)) (self.content) }
        } else {
            self.content
        };
        let body = layout::page(&frame, &self.title, content).into_string();
        let mut response = HttpResponse::build(self.status);
        response.content_type("text/html; charset=utf-8");
        // A page that may be kept for everybody depends on who asks. Any other belongs to one reader: `Vary: cookie` would
        // make the back button ask for a new form, with a new key, after each cookie that changed.
        let is_for_all = self.keepable.is_some() && !is_private;
        let (cache_control, vary) = match is_for_all {
            true => ("no-cache", "accept-language, cookie"),
            false => ("private, no-cache", "accept-language"),
        };
        response.insert_header((header::CACHE_CONTROL, cache_control));
        response.insert_header((header::CONTENT_LANGUAGE, visit.phrases.language()));
        response.insert_header((header::VARY, vary));
        if visit.notice.is_some() {
            let mut over = Cookie::build(NOTICE_COOKIE, "").path("/").finish();
            over.make_removal();
            response.cookie(over);
        }
        let mut response = response.body(body);
        if let Some(keepable) = self.keepable.filter(|_| !is_private && visit.notice.is_none()) {
            response.extensions_mut().insert(keepable);
        }
        response
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

/// The button that leads home from a page that is an end.
pub fn home_button(visit: &Visit, pen: &Pen<'_>) -> Markup {
    let label = pen.say("way-home");
    link_button(pen, &label, &visit.site.urls.home(), None, Weight::Secondary)
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

/// Leads to the address at which a thing stands for good.
pub fn moved(address: &str) -> HttpResponse {
    HttpResponse::MovedPermanently()
        .insert_header((header::LOCATION, address))
        .finish()
}

/// Leads to the right address of a thing whose address ends in its name, with the query, when another one was asked for.
pub fn moved_unless_at(request: &HttpRequest, address: &str) -> Option<HttpResponse> {
    if request.uri().path() == address {
        return None;
    }
    let query = request
        .uri()
        .query()
        .map(|query| format!("?{query}"))
        .unwrap_or_default();
    Some(moved(&format!("{address}{query}")))
}

/// Shows a form again, with its problems beside the fields and all that was typed.
pub fn unprocessable(visit: &Visit, page: Page) -> Reply {
    page.status(StatusCode::UNPROCESSABLE_ENTITY).unlisted().show(visit)
}

fn ways(visit: &Visit) -> Ways {
    let urls = &visit.site.urls;
    let back = thread_named(&visit.path).map_or("", |_| visit.path.as_str());
    Ways {
        home: urls.home(),
        ask: urls.new_thread(),
        sign_in: urls.sign_in_and_return(back),
        sign_up: urls.sign_up_and_return(back),
        search_description: urls.search_description(),
    }
}

fn asset_links(visit: &Visit, settings: &Settings, picture: Option<String>) -> AssetLinks {
    let (assets, urls) = (&visit.site.assets, &visit.site.urls);
    let logo = settings.logo.as_ref().map(|logo| LogoLink {
        src: picture.unwrap_or_else(|| urls.logo(&logo.hash)),
        width: logo.width,
        height: logo.height,
    });
    AssetLinks {
        style: assets.style(urls, settings.accent),
        scripts: assets.scripts(urls),
        favicon: Some(assets.favicon(settings.accent)),
        logo,
    }
}

/// What the keeper of the forum wants there, the documents that there are, and who may do what.
fn footer_links(visit: &Visit, settings: &Settings) -> Vec<Link> {
    let urls = &visit.site.urls;
    let own = settings
        .footer_links
        .iter()
        .map(|link| Link::new(link.label.clone(), link.href.clone()));
    let documents = settings.documents.iter().map(|one| {
        let label = visit.say(&format!("document-{}", one.document));
        Link::new(label, urls.document(one.document, None))
    });
    let permissions = Link::new(visit.say("footer-permissions"), urls.permissions());
    let shortcuts = Link::new(visit.say("footer-shortcuts"), urls.shortcuts());
    let digests = Link::new(visit.say("digests-title"), urls.digests());
    own.chain(documents).chain([digests, permissions, shortcuts]).collect()
}

fn badge(visit: &Visit, user: &User) -> ViewerBadge {
    let urls = &visit.site.urls;
    ViewerBadge {
        name: user.name.clone(),
        href: urls.user(user.id, &user.name),
        bell: Bell {
            href: urls.notifications(),
            unread: visit.unread_count(),
            stream: urls.live(),
            count: urls.unread_count(),
        },
        links: vec![Link::new(visit.say("menu-settings"), urls.settings())],
        sign_out_action: urls.sign_out(),
    }
}

fn main_links(visit: &Visit) -> Vec<Link> {
    let urls = &visit.site.urls;
    let at = |path: &str| visit.path.split('?').next() == Some(path);
    vec![
        Link::new(visit.say("menu-threads"), urls.threads()).current_if(at(&urls.threads())),
        Link::new(visit.say("menu-articles"), urls.articles()).current_if(at(&urls.articles())),
        Link::new(visit.say("menu-tags"), urls.tags()).current_if(at(&urls.tags())),
        Link::new(visit.say("menu-search"), urls.search()).current_if(at(&urls.search())),
    ]
}

fn staff_links(visit: &Visit) -> Vec<Link> {
    let urls = &visit.site.urls;
    let role = visit.viewer.user().map(|user| user.role);
    let mut links = Vec::new();
    if visit.viewer.user().is_some_and(User::has_desk) {
        let count = visit.waiting_cases.unwrap_or_default();
        let desk = visit.phrases.tell("menu-moderation", &[("count", count.into())]);
        links.push(Link::new(desk, urls.desk()));
    }
    if visit.viewer.user().is_some_and(User::writes_articles) {
        let count = visit.waiting_proposals.unwrap_or_default();
        let repeats = visit.phrases.tell("menu-repeats", &[("count", count.into())]);
        links.push(Link::new(repeats, urls.repeats()));
        links.push(Link::new(visit.say("menu-article-desk"), urls.article_desk()));
    }
    if visit.viewer.user().is_some_and(User::reads_reports) {
        links.push(Link::new(visit.say("menu-reports"), urls.reports()));
        links.push(Link::new(visit.say("menu-searches"), urls.searches()));
    }
    let moderators_invite = visit.site.settings().moderators_invite;
    if role >= Some(Role::Admin) {
        links.push(Link::new(visit.say("menu-admin"), urls.admin()));
    } else if visit
        .viewer
        .user()
        .is_some_and(|user| may_invite(user, moderators_invite))
    {
        links.push(Link::new(visit.say("admin-invitations"), urls.admin_invitations()));
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
