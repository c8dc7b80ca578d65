//! What the viewer was told of.

use maud::{Markup, html};

use super::components::{
    Icon, Link, Pen, PostButton, Weight, empty_state, icon, link_button, onward_pager, post_button, time_ago,
};
use super::layout::{narrow, page_head};
use crate::domain::cursor::PageOf;
use crate::domain::notification::NotificationKind;
use crate::letters::{sentence, way};
use crate::store::notifications::{Notification, Told};
use crate::urls::Urls;
use crate::web::Visit;
use crate::web::page::{Page, pen};

/// A page from the newest; what is unread is marked.
pub fn page(visit: &Visit, told: &PageOf<Notification>, is_further: bool) -> Page {
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
    let acts = html! { (read_all(&pen, urls, told)) (watching) (choose) };
    let content = narrow(html! {
        (page_head(&title, Some(&pen.say("notifications-explained")), acts))
        @if told.items.is_empty() {
            (empty_state(&pen, Icon::Bell, &pen.say("notifications-none-title"), &pen.say("notifications-none"), html! {}))
        } @else {
            ul.notifications { @for each in &told.items { (row(&pen, urls, each)) } }
        }
        (onward_pager(&pen, is_further.then_some(here.as_str()), older.as_deref()))
    });
    Page::new(title, content).unlisted()
}

/// The button that marks all as read, while something is not.
fn read_all(pen: &Pen<'_>, urls: &Urls, told: &PageOf<Notification>) -> Markup {
    let newest = told
        .items
        .first()
        .filter(|_| told.items.iter().any(|each| !each.is_read));
    let Some(newest) = newest else { return html! {} };
    let (action, label, newest) = (
        urls.read_notifications(),
        pen.say("notifications-read-all"),
        newest.tiding.to_string(),
    );
    post_button(
        pen,
        &PostButton {
            icon: Some(Icon::Check),
            weight: Weight::Secondary,
            hidden: &[("newest", newest.as_str())],
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
