//! A person's page.

use maud::{Markup, html};

use super::components::{
    Icon, Link, NoticeKind, Pen, RowFigure, ThreadMark, ThreadRow, Weight, empty_state, figure, icon, link_button,
    notice, person_head, section_head, side_links, thread_list, time_ago,
};
use super::layout::{narrow, page_head};
use super::restraints::way;
use super::staff_notes;
use crate::domain::id::ThreadId;
use crate::domain::role::Role;
use crate::domain::thread::{Standing, ThreadKind};
use crate::store::staff_notes::StaffNote;
use crate::store::users::profiles::{Card, Profile, RecentReply, RecentThread};
use crate::web::Visit;
use crate::web::page::{Page, home_button, pen};

/// Who it is, what they say, what they wrote lately.
pub fn page(visit: &Visit, profile: &Profile, notes: &[StaffNote]) -> Page {
    let sprite = visit.site.assets.address(&visit.site.urls, "icons/sprite.svg");
    let pen = pen(visit, &sprite);
    let card = &profile.card;
    let is_own = visit.viewer.id() == Some(card.id);
    let content = narrow(html! {
        (person_head(&card.name, &roles(&pen, card), &facts(&pen, card)))
        @if card.is_removed {
            (notice(&pen, NoticeKind::Warning, html! { p { (pen.say("user-removed")) } }))
        } @else if card.is_suspended(visit.now) {
            (notice(&pen, NoticeKind::Information, html! { p { (pen.say("user-suspended")) } }))
        }
        (answers_did(visit, &pen, profile))
        @if !profile.about.as_str().is_empty() { div.prose dir="auto" { (profile.about) } }
        @if let Some(way) = way(visit, &pen, Some(card.id), None) { p { (way) } }
        @if !notes.is_empty() { (staff_notes::list(visit, &pen, notes)) }
        @if is_own {
            p { (link_button(&pen, &pen.say("user-edit"), &visit.site.urls.settings(), Some(Icon::Edit), Weight::Secondary)) }
        }
        @if profile.threads.is_empty() && profile.replies.is_empty() {
            (empty_state(&pen, Icon::Person, &pen.say("user-nothing-title"), &pen.say("user-nothing"), html! {}))
        }
        @if !profile.threads.is_empty() { (threads(visit, &pen, profile)) }
        @if !profile.replies.is_empty() { (replies(visit, &pen, profile)) }
    });
    Page::new(card.name.clone(), content)
}

/// Says that an account is no longer here, and nothing of whose it was.
pub fn removed(visit: &Visit) -> Page {
    gone(visit, "user-removed-title", "user-removed")
}

/// Says that an account is closed, and nothing of whose it was.
pub fn closed(visit: &Visit) -> Page {
    gone(visit, "user-closed-title", "user-closed")
}

fn gone(visit: &Visit, title: &str, said: &str) -> Page {
    let sprite = visit.site.assets.address(&visit.site.urls, "icons/sprite.svg");
    let pen = pen(visit, &sprite);
    let title = pen.say(title);
    let content = narrow(html! {
        (page_head(&title, Some(&pen.say(said)), html! {}))
        p { (home_button(visit, &pen)) }
    });
    Page::new(title, content)
}

/// What the person's answers did for others; nothing while they did nothing.
fn answers_did(visit: &Visit, pen: &Pen<'_>, profile: &Profile) -> Markup {
    let figures = &profile.figures;
    let counted = [
        ("user-solved", figures.solved),
        ("user-helped", figures.helped),
        ("user-votes", figures.votes),
        ("user-thanks", figures.thanks),
    ];
    let told: Vec<String> = counted
        .into_iter()
        .filter(|(_, count)| *count > 0)
        .map(|(key, count)| pen.count(key, count))
        .collect();
    let address = |(id, title): &(ThreadId, String)| Link::new(title.clone(), visit.site.urls.thread(*id, title));
    let recent: Vec<Link> = figures.recent.iter().map(address).collect();
    html! {
        @if !told.is_empty() { ul.answers-did { @for each in &told { li { (each) } } } }
        (side_links(&pen.say("user-recently-solved"), &recent))
    }
}

/// What somebody is here, in words.
pub(super) fn roles(pen: &Pen<'_>, card: &Card) -> Vec<String> {
    let role = match card.role {
        Role::Member => None,
        Role::Helper => Some("role-helper"),
        Role::Moderator => Some("role-moderator"),
        Role::Admin => Some("role-admin"),
    };
    let staff = card.is_staff.then_some("role-staff");
    role.into_iter().chain(staff).map(|key| pen.say(key)).collect()
}

/// Since when somebody is here, and how much they wrote.
pub(super) fn facts(pen: &Pen<'_>, card: &Card) -> Vec<Markup> {
    let counted = |key: &str, count: i64| html! { (pen.tell(key, &[("count", count.into())])) };
    vec![
        html! { (pen.say("user-since")) " " (time_ago(pen, card.created_at)) },
        counted("user-threads", card.thread_count),
        counted("user-replies", card.reply_count),
        counted("user-accepted", card.accepted_count),
    ]
}

fn threads(visit: &Visit, pen: &Pen<'_>, profile: &Profile) -> Markup {
    let title = pen.say("user-latest-threads");
    let row = |thread| thread_row(visit, &profile.card, thread);
    let rows: Vec<ThreadRow<'_>> = profile.threads.iter().map(row).collect();
    html! {
        (section_head(pen, &title, None))
        (thread_list(pen, &title, &rows))
    }
}

fn thread_row<'a>(visit: &Visit, card: &'a Card, thread: &'a RecentThread) -> ThreadRow<'a> {
    ThreadRow {
        href: visit.site.urls.thread(thread.id, &thread.title),
        title: &thread.title,
        mark: mark(thread.kind, thread.standing),
        pinned: false,
        category: None,
        tags: &[],
        asker: &card.name,
        replies: thread.reply_count,
        news: 0,
        figure: RowFigure::Affected(0),
        at: thread.created_at,
        pick: None,
    }
}

fn mark(kind: ThreadKind, standing: Standing) -> ThreadMark {
    match (standing, kind) {
        (Standing::Unanswered, _) => ThreadMark::Unanswered,
        (Standing::Answered, _) => ThreadMark::Waiting,
        (Standing::Resolved, _) => ThreadMark::Resolved,
        (Standing::Closed, _) => ThreadMark::Closed,
        (Standing::Talk, ThreadKind::Announcement) => ThreadMark::Announcement,
        (Standing::Talk, _) => ThreadMark::Discussion,
    }
}

fn replies(visit: &Visit, pen: &Pen<'_>, profile: &Profile) -> Markup {
    let title = pen.say("user-latest-replies");
    html! {
        (section_head(pen, &title, None))
        ul.threads aria-label=(title) {
            @for reply in &profile.replies { (reply_row(visit, pen, reply)) }
        }
    }
}

fn reply_row(visit: &Visit, pen: &Pen<'_>, reply: &RecentReply) -> Markup {
    let href = visit.site.urls.reply(reply.id);
    html! {
        li.thread {
            h3.thread-title { a.cover href=(href) dir="auto" { (reply.title) } }
            p.thread-standing {
                @if reply.is_accepted { span.mark.resolved { (icon(pen, Icon::Check)) (pen.say("user-reply-accepted")) } }
            }
            p.thread-figures {
                (icon(pen, Icon::ArrowUp))
                span aria-hidden="true" { (figure(pen, reply.score)) }
                span.unseen { (pen.tell("user-reply-score", &[("count", reply.score.into())])) }
            }
            p.thread-time { (time_ago(pen, reply.created_at)) }
        }
    }
}
