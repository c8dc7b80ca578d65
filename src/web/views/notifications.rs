//! What the viewer was told of.

use chrono::{DateTime, Utc};
use maud::{Markup, html};

use super::components::{
    Icon, Link, Pen, PostButton, Weight, empty_state, icon, link_button, onward_pager, post_button, time_ago,
};
use super::layout::{narrow, page_head};
use crate::domain::cursor::PageOf;
use crate::domain::notification::NotificationKind;
use crate::letters::{sentence, way};
use crate::store::notifications::{Notification, Told};
use crate::store::restraints::Notice;
use crate::urls::Urls;
use crate::web::Visit;
use crate::web::page::{Page, pen};

/// A page from the newest; what is unread is marked.
pub fn page(visit: &Visit, (told, notices): (&PageOf<Notification>, &[Notice]), is_further: bool) -> Page {
    let sprite = visit.site.assets.address(&visit.site.urls, "icons/sprite.svg");
    let pen = pen(visit, &sprite);
    let urls = &visit.site.urls;
    let title = pen.say("notifications-title");
    let here = urls.notifications();
    let older = told.more.map(|after| urls.page_after(&here, after));
    let choose = link_button(
        &pen,
        &pen.say("notifications-choose"),
        &urls.own_letters(),
        Some(Icon::Gear),
        Weight::Quiet,
    );
    let watching = link_button(
        &pen,
        &pen.say("settings-watching"),
        &urls.own_watching(),
        Some(Icon::Eye),
        Weight::Quiet,
    );
    let acts = html! { (read_all(&pen, urls, told, notices)) (watching) (choose) };
    let content = narrow(html! {
        (page_head(&title, Some(&pen.say("notifications-explained")), acts))
        @if told.items.is_empty() && notices.is_empty() {
            (empty_state(&pen, Icon::Bell, &pen.say("notifications-none-title"), &pen.say("notifications-none"), html! {}))
        } @else {
            ul.notifications { @for entry in entries(told, notices) { (entry.show(&pen, urls)) } }
        }
        (onward_pager(&pen, is_further.then_some(here.as_str()), older.as_deref()))
    });
    Page::new(title, content).unlisted()
}

/// What stands on the page: what happened, and what moderators said to the viewer.
enum Entry<'a> {
    Told(&'a Notification),
    Said(&'a Notice),
}

impl Entry<'_> {
    fn happened_at(&self) -> DateTime<Utc> {
        match self {
            Self::Told(each) => each.happened_at,
            Self::Said(notice) => notice.happened_at,
        }
    }

    fn show(&self, pen: &Pen<'_>, urls: &Urls) -> Markup {
        match self {
            Self::Told(each) => row(pen, urls, each),
            Self::Said(notice) => said(pen, urls, notice),
        }
    }
}

/// Both by their time, the newest first.
fn entries<'a>(told: &'a PageOf<Notification>, notices: &'a [Notice]) -> Vec<Entry<'a>> {
    let mut entries: Vec<Entry<'a>> = notices.iter().map(Entry::Said).collect();
    entries.extend(told.items.iter().map(Entry::Told));
    entries.sort_by_key(|entry| std::cmp::Reverse(entry.happened_at()));
    entries
}

/// The button that marks all as read, while something is not.
fn read_all(pen: &Pen<'_>, urls: &Urls, told: &PageOf<Notification>, notices: &[Notice]) -> Markup {
    let is_unread = told.items.iter().any(|each| !each.is_read) || notices.iter().any(|notice| !notice.is_read);
    if !is_unread {
        return html! {};
    }
    let (action, label) = (urls.read_notifications(), pen.say("notifications-read-all"));
    let newest = told.items.first().map(|newest| newest.tiding.to_string());
    let until = notices.first().map(|newest| newest.happened_at.timestamp_micros());
    let (newest, until) = (newest.unwrap_or_default(), until.map(|until| until.to_string()));
    post_button(
        pen,
        &PostButton {
            icon: Some(Icon::Check),
            weight: Weight::Secondary,
            hidden: &[
                ("newest", newest.as_str()),
                ("until", until.as_deref().unwrap_or_default()),
            ],
            ..PostButton::new(&action, &label)
        },
    )
}

fn row(pen: &Pen<'_>, urls: &Urls, each: &Notification) -> Markup {
    let told = &each.told;
    html! {
        li.unread[!each.is_read] {
            (icon(pen, drawing(each.kind)))
            div.notification {
                p {
                    @if !each.is_read { span.new-mark { (pen.say("notifications-unread")) } " " }
                    span dir="auto" { (sentence(pen.phrases, each)) }
                }
                p.notification-thread dir="auto" {
                    @match link(urls, told) {
                        Some(link) => a href=(link.href) { (link.label) },
                        None => (told.thread.1),
                    }
                }
                @if let Some((_, article)) = &told.article { p.hint dir="auto" { (article) } }
                @if !told.reason.is_empty() { p.hint dir="auto" { (told.reason) } }
                @else if !told.excerpt.is_empty() { p.hint dir="auto" { (told.excerpt) } }
                div.meta {
                    (time_ago(pen, each.happened_at))
                    @if !each.is_read { (read_one(pen, urls, each)) }
                }
            }
        }
    }
}

/// What a moderator said about the viewer's conduct, or took back; the page that tells all of it is one step away.
fn said(pen: &Pen<'_>, urls: &Urls, notice: &Notice) -> Markup {
    let restraint = &notice.restraint;
    let lifted = if notice.is_lifted { "-lifted" } else { "" };
    let words = pen.say(&format!("told-conduct-{}{lifted}", restraint.kind));
    let (action, label) = (urls.read_notice(restraint.id), pen.say("notifications-read-one"));
    let button = PostButton {
        about: Some(&words),
        ..PostButton::new(&action, &label)
    };
    html! {
        li.unread[!notice.is_read] {
            (icon(pen, Icon::Shield))
            div.notification {
                p {
                    @if !notice.is_read { span.new-mark { (pen.say("notifications-unread")) } " " }
                    (words)
                }
                p.notification-thread { a href=(urls.own_conduct()) { (pen.say("conduct-own-title")) } }
                @if !notice.is_lifted && !restraint.reason.is_empty() { p.hint dir="auto" { (restraint.reason) } }
                div.meta {
                    (time_ago(pen, notice.happened_at))
                    @if !notice.is_read { (post_button(pen, &button)) }
                }
            }
        }
    }
}

fn read_one(pen: &Pen<'_>, urls: &Urls, each: &Notification) -> Markup {
    let (action, label) = (urls.read_notification(each.tiding), pen.say("notifications-read-one"));
    post_button(
        pen,
        &PostButton {
            about: Some(&each.told.thread.1),
            ..PostButton::new(&action, &label)
        },
    )
}

fn drawing(kind: NotificationKind) -> Icon {
    match kind {
        NotificationKind::Answered | NotificationKind::Watched => Icon::Answer,
        NotificationKind::Around => Icon::Eye,
        NotificationKind::Accepted | NotificationKind::Solved => Icon::Check,
        NotificationKind::Mentioned => Icon::Person,
        NotificationKind::Commented => Icon::Comment,
        NotificationKind::Article => Icon::Article,
        NotificationKind::Moderated => Icon::Shield,
    }
}

/// The title, and where it leads; what is gone stands nowhere.
fn link(urls: &Urls, told: &Told) -> Option<Link> {
    way(urls, told).map(|href| Link::new(told.thread.1.clone(), href))
}
