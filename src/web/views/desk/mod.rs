//! The desk and its cases: the queue, the text, and the buttons that decide, each with its key.

mod telling;

use maud::{Markup, html};

use self::telling::{facts, reasons, told};
use super::components::{
    Field, Icon, Link, Pen, Problem, Weight, breadcrumb, empty_state, error_summary, icon, link_button, problem_with,
    section_head, side_links, text_field, time_ago,
};
use super::doubts;
use super::flags::reason_key;
use super::layout::{columns, page_head};
use super::removals::beside;
use super::restraints::way as conduct_way;
use super::threads::name_of;
use crate::domain::account::User;
use crate::domain::case::{Decision, Piece};
use crate::domain::id::UserId;
use crate::domain::report::Selection;
use crate::store::cases::{CasePage, LastDecision, QueueRow, next};
use crate::store::doubts::DoubtRow;
use crate::web::Visit;
use crate::web::page::{Page, pen};

/// What the desk shows.
pub struct Desk {
    /// The first of the queue.
    pub queue: Vec<QueueRow>,
    /// What the viewer decided last.
    pub last: Option<LastDecision>,
    /// How many questions have times that cannot be true.
    pub anomalies: i64,
    /// Who signed up in a way that programs do.
    pub doubts: Vec<DoubtRow>,
    /// On whom of those the viewer decided last.
    pub last_doubt: Option<DoubtRow>,
}

/// What the page of a case shows.
pub struct Case {
    /// The case.
    pub case: CasePage,
    /// The first of the queue.
    pub queue: Vec<QueueRow>,
    /// What the viewer decided last.
    pub last: Option<LastDecision>,
    /// Who looks.
    pub viewer: UserId,
    /// How many notes there are about whoever wrote it.
    pub note_count: i64,
}

/// The keys of the desk: what is pressed by each.
pub(super) mod key {
    pub const DELETE: &str = "d";
    pub const SPAM: &str = "s";
    pub const KEEP: &str = "l";
    pub const CLOSE: &str = "x";
    pub const EDIT: &str = "e";
    pub const NEXT: &str = "n";
    pub const OPEN: &str = "o";
    pub const UNDO: &str = "u";
    pub const WHY: &str = "w";
}

/// The keys of the desk, each with the phrase of what it does.
pub const KEYS: &[(&[&str], &str)] = &[
    (&[key::NEXT], "shortcut-desk-next"),
    (&[key::KEEP], "shortcut-desk-keep"),
    (&[key::DELETE], "shortcut-desk-delete"),
    (&[key::SPAM], "shortcut-desk-spam"),
    (&[key::CLOSE], "shortcut-desk-close"),
    (&[key::WHY], "shortcut-desk-why"),
    (&[key::EDIT], "shortcut-desk-edit"),
    (&[key::OPEN], "shortcut-desk-open"),
    (&[key::UNDO], "shortcut-desk-undo"),
];

/// The desk.
pub fn desk(visit: &Visit, desk: &Desk, viewer: UserId) -> Page {
    let sprite = visit.site.assets.address(&visit.site.urls, "icons/sprite.svg");
    let pen = pen(visit, &sprite);
    let title = pen.say("cases-title");
    let urls = &visit.site.urls;
    let case = next(&desk.queue, viewer, None).map(|row| urls.case(row.id));
    let begin = case.or_else(|| Some(urls.doubt(desk.doubts.first()?.user)));
    let begin = begin.map(|href| {
        html! { a.button.primary href=(href) data-key=(key::NEXT) autofocus { (pen.say("cases-begin")) (pressed(key::NEXT)) } }
    });
    let content = html! {
        (page_head(&title, Some(&pen.say("cases-about")), html! { @if let Some(begin) = begin { (begin) } }))
        (newest_undo_line(visit, &pen, desk))
        @if desk.queue.is_empty() && desk.doubts.is_empty() {
            (empty_state(&pen, Icon::Check, &pen.say("cases-none-title"), &pen.say("cases-none"), html! {}))
        } @else {
            @if !desk.queue.is_empty() { (list(visit, &pen, &desk.queue, None, viewer)) }
            (doubts::list(visit, &pen, &desk.doubts, None))
        }
    };
    Page::new(title, columns(content, elsewhere(visit, &pen, desk.anomalies))).unlisted()
}

/// What else waits, each with how much.
fn elsewhere(visit: &Visit, pen: &Pen<'_>, anomalies: i64) -> Markup {
    let urls = &visit.site.urls;
    let all = Selection::usual(visit.now);
    let mut links = Vec::new();
    if let Some(proposals) = visit.waiting_proposals {
        links.push(Link::new(pen.count("cases-proposals", proposals), urls.repeats()));
    }
    if visit.viewer.user().is_some_and(User::reads_reports) {
        let label = pen.count("cases-anomalies", anomalies);
        links.push(Link::new(label, urls.report_anomalies(&all)));
    }
    links.push(Link::new(pen.say("cases-log"), urls.moderation_log()));
    side_links(&pen.say("cases-elsewhere"), &links)
}

/// The page of a case, with what was typed into its form.
pub fn case(visit: &Visit, case: &Case, typed: &str, problems: &[Problem]) -> Page {
    let sprite = visit.site.assets.address(&visit.site.urls, "icons/sprite.svg");
    let pen = pen(visit, &sprite);
    let (page, urls) = (&case.case, &visit.site.urls);
    let row = &page.row;
    let said = [("name", name_of(visit, &row.author).into())];
    let title = pen.tell(&format!("cases-case-{}", row.piece.noun()), &said);
    let content = html! {
        (breadcrumb(&pen, &[Link::new(pen.say("cases-title"), urls.desk())]))
        (undo_line(visit, &pen, case.last.as_ref().filter(|_| page.decided.is_none())))
        (error_summary(&pen, problems))
        header.page-head {
            div {
                // The next case is read from here on, and its keys are at hand.
                h1 #case tabindex="-1" autofocus[problems.is_empty()] dir="auto" { (title) }
                p dir="auto" { a href=(urls.piece(row.piece, &row.thread.1)) { (row.thread.1) } }
            }
        }
        (facts(visit, &pen, page))
        (told(visit, &pen, case))
        (reasons(visit, &pen, page))
        div.prose.case-text dir="auto" { (page.body) }
        @if page.decided.is_none() { (acts(visit, &pen, page, typed, problems)) } @else { (reconsider(visit, &pen, page)) }
        (others(visit, &pen, case))
    };
    let queue = html! {
        (section_head(&pen, &pen.say("cases-queue"), None))
        (list(visit, &pen, &case.queue, Some(row), case.viewer))
    };
    Page::new(title, columns(content, queue)).unlisted()
}

/// The form that decides. Its first button does nothing, so that the enter key in the field decides nothing.
fn acts(visit: &Visit, pen: &Pen<'_>, page: &CasePage, typed: &str, problems: &[Problem]) -> Markup {
    let row = &page.row;
    let label = pen.say("cases-reason");
    let hint = pen.say("cases-reason-hint");
    let field = Field {
        value: typed,
        optional: true,
        hint: Some(&hint),
        longest: Some(500),
        problem: problem_with(problems, "reason"),
        ..Field::new("reason", &label)
    };
    let is_of_thread = matches!(row.piece, Piece::Thread(_));
    html! {
        form.form.case-acts method="post" action=(visit.site.urls.case_act(row.id, "decide")) novalidate {
            button type="submit" disabled hidden {}
            div #decision .case-buttons {
                (decision(pen, Decision::Kept, if page.is_hidden { "cases-restore" } else { "cases-keep" }, key::KEEP))
                (decision(pen, Decision::Deleted, "cases-delete", key::DELETE))
                (decision(pen, Decision::Spam, "cases-spam", key::SPAM))
                @if is_of_thread { (decision(pen, Decision::Closed, "cases-close", key::CLOSE)) }
            }
            div data-key-field=(key::WHY) { (text_field(pen, &field)) }
        }
    }
}

fn decision(pen: &Pen<'_>, decision: Decision, label: &str, key: &str) -> Markup {
    let weight = if decision.deletes() {
        Weight::Danger
    } else {
        Weight::Secondary
    };
    html! {
        button class=(weight.class()) type="submit" name="decision" value=(decision) data-key=(key) aria-keyshortcuts=(key) {
            (pen.say(label)) (pressed(key))
        }
    }
}

/// A key as it stands on its button; what is heard of it is the button's own `aria-keyshortcuts`.
pub(super) fn pressed(key: &str) -> Markup {
    html! { " " kbd aria-hidden="true" { (key) } }
}

/// The button that takes a decision back, for one that was not left to lapse, while its author is not removed.
fn reconsider(visit: &Visit, pen: &Pen<'_>, page: &CasePage) -> Markup {
    let is_taken = page
        .decided
        .as_ref()
        .is_some_and(|decided| decided.1 != Decision::Lapsed);
    html! {
        @if is_taken && page.row.author.removed.is_none() {
            form.inline method="post" action=(visit.site.urls.case_act(page.row.id, "put-back")) {
                button.button type="submit" data-key=(key::UNDO) aria-keyshortcuts=(key::UNDO) {
                    (icon(pen, Icon::Undo)) (pen.say("cases-put-back")) (pressed(key::UNDO))
                }
            }
        }
    }
}

/// What can be done without deciding: edit first, look at it where it stands, leave it to others.
fn others(visit: &Visit, pen: &Pen<'_>, case: &Case) -> Markup {
    let (page, urls) = (&case.case, &visit.site.urls);
    let row = &page.row;
    let following = next(&case.queue, case.viewer, Some(row)).map(|row| urls.case(row.id));
    html! {
        div.actions role="group" aria-label=(pen.say("cases-others")) {
            @if page.decided.is_none() {
                @if !page.is_hidden {
                    a.button.quiet href=(urls.piece_part(row.piece, "edit")) data-key=(key::EDIT) aria-keyshortcuts=(key::EDIT) {
                        (icon(pen, Icon::Edit)) (pen.say("cases-edit")) (pressed(key::EDIT))
                    }
                }
                form.inline method="post" action=(urls.case_act(row.id, "give-back")) {
                    button.button.quiet type="submit" data-key=(key::NEXT) aria-keyshortcuts=(key::NEXT) {
                        (icon(pen, Icon::ArrowRight)) (pen.say("cases-give-back")) (pressed(key::NEXT))
                    }
                }
            } @else if let Some(href) = following {
                a.button.primary href=(href) data-key=(key::NEXT) aria-keyshortcuts=(key::NEXT) {
                    (pen.say("cases-next")) (pressed(key::NEXT))
                }
            }
            a.button.quiet href=(urls.piece(row.piece, &row.thread.1)) data-key=(key::OPEN) aria-keyshortcuts=(key::OPEN) {
                (icon(pen, Icon::Eye)) (pen.say("cases-open")) (pressed(key::OPEN))
            }
            @if let Some(form) = beside(visit, pen, &row.author) { (form) }
            @if case.note_count > 0 && let Some(author) = row.author.id {
                (link_button(pen, &pen.count("cases-notes", case.note_count), &urls.conduct(author), None, Weight::Quiet))
            }
            @if let Some(way) = conduct_way(visit, pen, row.author.id.or(row.author.removed), Some(row.piece)) { (way) }
        }
    }
}

/// The line of what the viewer decided last, be it on a case or on somebody.
fn newest_undo_line(visit: &Visit, pen: &Pen<'_>, desk: &Desk) -> Markup {
    let of_case = desk.last.as_ref().map(|last| last.decided_at);
    let of_doubt = desk.last_doubt.as_ref().and_then(|last| last.decided);
    match of_doubt.map(|decided| decided.1) > of_case {
        true => doubts::undo_line(visit, pen, desk.last_doubt.as_ref()),
        false => undo_line(visit, pen, desk.last.as_ref()),
    }
}

/// What the viewer decided last, with the button that takes it back; of whoever is removed, with the way to where all of it is.
fn undo_line(visit: &Visit, pen: &Pen<'_>, last: Option<&LastDecision>) -> Markup {
    let Some(last) = last else { return html! {} };
    let (urls, said) = (&visit.site.urls, [("title", last.title.clone().into())]);
    html! {
        div.undo-line role="status" {
            @if let Some(author) = last.removed {
                p dir="auto" { (pen.tell("removal-last", &said)) }
                a.button.quiet href=(urls.conduct(author)) data-key=(key::UNDO) aria-keyshortcuts=(key::UNDO) {
                    (icon(pen, Icon::Shield)) (pen.say("conduct-way")) (pressed(key::UNDO))
                }
            } @else {
                p dir="auto" { (pen.tell(&format!("cases-last-{}", last.decision), &said)) }
                form.inline method="post" action=(urls.case_act(last.id, "put-back")) {
                    button.button.quiet type="submit" data-key=(key::UNDO) aria-keyshortcuts=(key::UNDO) {
                        (icon(pen, Icon::Undo)) (pen.say("cases-undo")) (pressed(key::UNDO))
                    }
                }
            }
        }
    }
}

/// The queue; the case that is open is marked.
fn list(visit: &Visit, pen: &Pen<'_>, queue: &[QueueRow], open: Option<&QueueRow>, viewer: UserId) -> Markup {
    html! {
        ol.queue {
            @for row in queue {
                @let is_open = open.is_some_and(|open| open.id == row.id);
                li {
                    a href=(visit.site.urls.case(row.id)) aria-current=[is_open.then_some("page")] dir="auto" { (row.thread.1) }
                    p.meta {
                        (pen.say(&format!("cases-row-{}", row.piece.noun()))) " · " (row_reason(pen, row)) " · " (time_ago(pen, row.opened_at))
                        @if let Some((by, _)) = row.claimed.as_ref().filter(|_| row.is_with_another(viewer)) {
                            " · " (pen.tell("cases-with", &[("name", name_of(visit, by).into())]))
                        }
                    }
                }
            }
        }
    }
}

/// Why it waits, in a word or two, and of how many.
fn row_reason(pen: &Pen<'_>, row: &QueueRow) -> Markup {
    html! {
        @if let Some(reason) = row.worst { (pen.say(&reason_key(reason))) } @else if let Some(why) = row.held.map(|held| held.1).or(row.found) { (pen.say(&format!("cases-why-{why}"))) }
        @if row.flag_count > 1 { " (" (row.flag_count) ")" }
        @if row.found.is_some() { " · " (pen.say("cases-row-found")) }
        @if row.held.is_some() { " · " (pen.say("cases-row-held")) }
    }
}

/// A quiet way to the desk, for pages beside it.
pub fn way(visit: &Visit, pen: &Pen<'_>) -> Markup {
    link_button(
        pen,
        &pen.say("cases-title"),
        &visit.site.urls.desk(),
        Some(Icon::Flag),
        Weight::Secondary,
    )
}
