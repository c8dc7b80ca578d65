//! Redacting a thread: the page that asks for the words, and shows where they stand before they go.

use maud::{Markup, html};

use crate::domain::body::LONGEST_REASON;
use crate::domain::id::ThreadId;
use crate::domain::redaction::{Hit, LONGEST, MARK};
use crate::store::redactions::{Place, Places};
use crate::web::Visit;
use crate::web::page::{Page, pen};
use crate::web::views::components::{
    Field, Link, NoticeKind, Pen, Problem, Weight, breadcrumb, error_summary, notice, post_form, problem_with,
    submit_button, text_field,
};
use crate::web::views::layout::{narrow, page_head};

/// The page, as far as a moderator has come.
pub struct RedactPage<'a> {
    /// The thread.
    pub thread: ThreadId,
    /// Its title.
    pub title: &'a str,
    /// The words that were typed.
    pub words: &'a str,
    /// The reason that was typed.
    pub reason: &'a str,
    /// Where the words stand, once that was looked for.
    pub found: Option<&'a Places>,
    /// What is wrong.
    pub problems: &'a [Problem],
}

impl<'a> RedactPage<'a> {
    /// The page with nothing typed.
    pub fn empty(thread: ThreadId, title: &'a str) -> Self {
        Self {
            thread,
            title,
            words: "",
            reason: "",
            found: None,
            problems: &[],
        }
    }
}

/// The page on which words are taken out of a thread.
pub fn redact(visit: &Visit, page: &RedactPage<'_>) -> Page {
    let sprite = visit.site.assets.address(&visit.site.urls, "icons/sprite.svg");
    let (pen, urls) = (pen(visit, &sprite), &visit.site.urls);
    let title = pen.say("redact-title");
    let back = Link::new(page.title, urls.thread(page.thread, page.title));
    let content = narrow(html! {
        (breadcrumb(&pen, &[Link::new(pen.say("way-home"), urls.home()), back]))
        (error_summary(&pen, page.problems))
        (page_head(&title, Some(&pen.say("redact-explained")), html! {}))
        @if let Some(found) = page.found { (what_it_would_do(visit, &pen, page, found)) }
        (asking(visit, &pen, page))
    });
    Page::new(title, content)
}

fn asking(visit: &Visit, pen: &Pen<'_>, page: &RedactPage<'_>) -> Markup {
    let (words, hint) = (pen.say("redact-words"), pen.say("redact-words-hint"));
    let (reason, reason_hint) = (pen.say("redact-reason"), pen.say("redact-reason-hint"));
    let words = Field {
        value: page.words,
        hint: Some(&hint),
        longest: u32::try_from(LONGEST).ok(),
        autocomplete: Some("off"),
        problem: problem_with(page.problems, "redact_words"),
        ..Field::new("redact_words", &words)
    };
    let reason = Field {
        value: page.reason,
        hint: Some(&reason_hint),
        longest: u32::try_from(LONGEST_REASON).ok(),
        problem: problem_with(page.problems, "redact_reason"),
        ..Field::new("redact_reason", &reason)
    };
    let fields = html! {
        (text_field(pen, &words))
        (text_field(pen, &reason))
        (submit_button(&pen.say("redact-look"), if page.found.is_some() { Weight::Secondary } else { Weight::Primary }))
    };
    post_form(&visit.site.urls.redact_plan(page.thread), &[], fields)
}

/// Every place with the words in it, and the button that takes them out.
fn what_it_would_do(visit: &Visit, pen: &Pen<'_>, page: &RedactPage<'_>, found: &Places) -> Markup {
    if found.count == 0 {
        return notice(pen, NoticeKind::Information, html! { p { (pen.say("redact-none")) } });
    }
    let count = i64::try_from(found.count).unwrap_or(i64::MAX);
    let more = found.text_count.saturating_sub(found.told.len());
    let hidden = [("redact_words", page.words), ("redact_reason", page.reason)];
    html! {
        section.redaction aria-labelledby="redact-found" {
            h2 #redact-found { (pen.count("redact-found", count)) }
            ul.merge-will {
                @for place in &found.told { li { (place_of(visit, pen, place)) } }
                @if more > 0 { li { (pen.count("redact-more", i64::try_from(more).unwrap_or(i64::MAX))) } }
            }
            p { (pen.tell("redact-becomes", &[("mark", MARK.into())])) }
            (notice(pen, NoticeKind::Warning, html! { p { (pen.say("redact-for-good")) } }))
            (post_form(&visit.site.urls.redact(page.thread), &hidden, submit_button(&pen.say("redact-button"), Weight::Danger)))
        }
    }
}

fn place_of(visit: &Visit, pen: &Pen<'_>, place: &Place) -> Markup {
    let name = pen.say(&format!("redact-place-{}", place.kind));
    let more = place.count.saturating_sub(place.hits.len().max(1));
    html! {
        @match place.reply {
            Some(reply) => a href=(visit.site.urls.reply(reply)) { (name) },
            None => strong { (name) },
        }
        @if place.hits.is_empty() { ": " (pen.say("redact-unseen")) }
        @for hit in &place.hits { (excerpt(hit)) }
        @if more > 0 { p.meta { (pen.count("redact-more-here", i64::try_from(more).unwrap_or(i64::MAX))) } }
    }
}

fn excerpt(hit: &Hit) -> Markup {
    html! { p dir="auto" { "… " (hit.before) mark { (hit.words) } (hit.after) " …" } }
}
