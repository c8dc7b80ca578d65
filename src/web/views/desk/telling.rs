//! What the page of a case tells before the text: where it stands, why it came to the desk, and who flagged it and why.

use maud::{Markup, html};

use super::Case;
use crate::domain::case::Piece;
use crate::store::authors::Author;
use crate::store::cases::{CasePage, FlagView};
use crate::web::Visit;
use crate::web::views::components::{Icon, NoticeKind, Pen, icon, notice, time_ago};
use crate::web::views::flags::reason_key;
use crate::web::views::threads::{name_of, page_of};

/// Where it stands, whose it is, when it was written, and when it came to the desk.
pub(super) fn facts(visit: &Visit, pen: &Pen<'_>, page: &CasePage) -> Markup {
    let row = &page.row;
    html! {
        p.meta {
            (page.category) " · " (person(visit, &row.author)) " · " (time_ago(pen, page.written_at)) " · "
            (pen.say("cases-came")) " " (time_ago(pen, row.opened_at))
        }
    }
}

fn person(visit: &Visit, author: &Author) -> Markup {
    let name = name_of(visit, author);
    html! {
        @if let Some(href) = page_of(visit, author) { a.author href=(href) { bdi { (name) } } } @else { bdi { (name) } }
    }
}

/// What is to be known before deciding: that a scan found it, that it is hidden already, decided, or in another's hand.
pub(super) fn told(visit: &Visit, pen: &Pen<'_>, case: &Case) -> Markup {
    let page = &case.case;
    html! {
        @if let Some((by, decision, at, note)) = &page.decided {
            @let said = [("name", name_of(visit, by).into())];
            (notice(pen, NoticeKind::Information, html! {
                p { (pen.tell(&format!("cases-decided-{decision}"), &said)) " " (time_ago(pen, *at)) }
                @if !note.is_empty() { blockquote dir="auto" { p { (note) } } }
                @if page.row.author.removed.is_some() { p { (pen.say("removal-of-case")) } }
            }))
        } @else if let Some((by, at)) = page.row.claimed.as_ref().filter(|_| page.row.is_with_another(case.viewer)) {
            @let said = [("name", name_of(visit, by).into())];
            (notice(pen, NoticeKind::Warning, html! { p { (pen.tell("cases-claimed", &said)) " " (time_ago(pen, *at)) } }))
        }
        @if page.decided.is_none() && let Some(why) = page.row.found {
            (notice(pen, NoticeKind::Information, html! {
                p {
                    (pen.say(&format!("cases-found-{why}")))
                    @if !page.is_hidden { " " (pen.say("cases-found-shown")) }
                }
                (words(pen, page))
            }))
        }
        @if page.decided.is_none() && page.is_hidden {
            @let key = page.row.held.as_ref().map_or("cases-hidden".to_owned(), |(_, why)| format!("cases-held-{why}"));
            (notice(pen, NoticeKind::Information, html! {
                p { (pen.say(&key)) }
                @if page.row.found.is_none() { (words(pen, page)) }
            }))
        }
        @if page.is_thread_deleted && !matches!(page.row.piece, Piece::Thread(_)) {
            (notice(pen, NoticeKind::Information, html! { p { (pen.say("cases-thread-deleted")) } }))
        }
    }
}

/// What in it is why it came to the desk.
fn words(pen: &Pen<'_>, page: &CasePage) -> Markup {
    html! {
        @if !page.held_words.is_empty() {
            p { (pen.tell("cases-held-words", &[("words", page.held_words.as_str().into())])) }
        }
    }
}

/// Who flagged it, and why.
pub(super) fn reasons(visit: &Visit, pen: &Pen<'_>, page: &CasePage) -> Markup {
    let more = page.row.flag_count - i64::try_from(page.flags.len()).unwrap_or_default();
    html! {
        @if !page.flags.is_empty() {
            ul.flags aria-label=(pen.say("cases-flags")) {
                @for flag in &page.flags { (reason(visit, pen, flag)) }
                @if more > 0 { li { (pen.count("cases-more-flags", more)) } }
            }
        }
    }
}

fn reason(visit: &Visit, pen: &Pen<'_>, flag: &FlagView) -> Markup {
    // A third of a member's weight and less: somebody who was mostly wrong before.
    let is_light = flag.weight <= 300;
    html! {
        li {
            (icon(pen, Icon::Flag)) strong { (pen.say(&reason_key(flag.reason))) } " · "
            (person(visit, &flag.by)) " · " (time_ago(pen, flag.flagged_at))
            @if is_light { " · " (pen.say("cases-light")) }
            @if !flag.words.is_empty() { blockquote dir="auto" { p { (flag.words) } } }
        }
    }
}
