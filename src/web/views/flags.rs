//! The page that flags a post.

use maud::{Markup, html};

use super::components::{
    Choice, Field, Icon, Link, NoticeKind, Pen, PostButton, Problem, Weight, breadcrumb, error_summary, notice,
    post_button, post_form, problem_with, radio_group, submit_button, text_area,
};
use super::layout::{narrow, page_head};
use crate::domain::body::LONGEST_REASON;
use crate::domain::case::Piece;
use crate::domain::flag::{FlagInput, FlagReason};
use crate::domain::id::ThreadId;
use crate::store::flags::OwnFlag;
use crate::text::excerpt::excerpt;
use crate::web::Visit;
use crate::web::page::{Page, pen};

/// How much of what is flagged is shown, in characters.
const SHOWN: usize = 300;

/// What the page shows.
pub struct FlagPage {
    /// What is flagged.
    pub piece: Piece,
    /// The thread in which it stands, and its title.
    pub thread: (ThreadId, String),
    /// What it says, as Markdown.
    pub text: String,
    /// The viewer's own flag of it, if they ever set one.
    pub own: Option<OwnFlag>,
    /// Whether most of their flags were wrong.
    pub is_misused: bool,
}

/// The page, with what was typed into its form.
pub fn page(visit: &Visit, page: &FlagPage, input: &FlagInput, problems: &[Problem]) -> Page {
    let sprite = visit.site.assets.address(&visit.site.urls, "icons/sprite.svg");
    let pen = pen(visit, &sprite);
    let title = pen.say(&format!("flag-title-{}", page.piece.noun()));
    let (thread, name) = &page.thread;
    let own = page.own.as_ref().filter(|own| !own.is_withdrawn);
    let content = narrow(html! {
        (breadcrumb(&pen, &[Link::new(name.clone(), visit.site.urls.thread(*thread, name))]))
        (error_summary(&pen, problems))
        (page_head(&title, Some(&pen.say("flag-about")), html! {}))
        blockquote.flagged dir="auto" { p { (excerpt(&page.text, SHOWN)) } }
        @if page.is_misused { (notice(&pen, NoticeKind::Information, html! { p { (pen.say("flag-misused")) } })) }
        @match own {
            Some(own) => (flagged(visit, &pen, page.piece, own)),
            None => (form(visit, &pen, page.piece, input, problems)),
        }
    });
    Page::new(title, content)
}

/// That they flagged it, and the button that takes it back while nobody has decided.
fn flagged(visit: &Visit, pen: &Pen<'_>, piece: Piece, own: &OwnFlag) -> Markup {
    let reason = own.reason.unwrap_or(FlagReason::Other);
    let action = visit.site.urls.piece_part(piece, "unflag");
    let label = pen.say("flag-withdraw");
    let button = PostButton {
        icon: Some(Icon::Undo),
        weight: Weight::Secondary,
        ..PostButton::new(&action, &label)
    };
    html! {
        p { (pen.say("flag-given")) " " strong { (pen.say(&reason_key(reason))) } }
        @if own.is_decided {
            p { (pen.say("flag-decided")) }
        } @else {
            p { (pen.say("flag-waits")) }
            (post_button(pen, &button))
        }
    }
}

/// How a reason is called.
pub fn reason_key(reason: FlagReason) -> String {
    format!("flag-{}", reason.as_str().replace('_', "-"))
}

fn form(visit: &Visit, pen: &Pen<'_>, piece: Piece, input: &FlagInput, problems: &[Problem]) -> Markup {
    let names: Vec<(String, String)> = FlagReason::ALL
        .iter()
        .map(|reason| reason_key(*reason))
        .map(|key| (pen.say(&key), pen.say(&format!("{key}-hint"))))
        .collect();
    let choices: Vec<Choice<'_>> = FlagReason::ALL
        .iter()
        .zip(&names)
        .map(|(reason, (label, hint))| Choice {
            value: reason.as_str(),
            label,
            hint: Some(hint),
        })
        .collect();
    let (label, words, hint) = (
        pen.say("flag-reason"),
        pen.say("flag-words"),
        pen.say("flag-words-hint"),
    );
    let fields = html! {
        (radio_group(pen, &Field {
            value: &input.flag_reason,
            problem: problem_with(problems, "flag_reason"),
            ..Field::new("flag_reason", &label)
        }, &choices))
        (text_area(pen, &Field {
            value: &input.flag_words,
            hint: Some(&hint),
            optional: true,
            longest: u32::try_from(LONGEST_REASON).ok(),
            problem: problem_with(problems, "flag_words"),
            ..Field::new("flag_words", &words)
        }, 3))
        (submit_button(&pen.say("flag-button"), Weight::Primary))
    };
    post_form(&visit.site.urls.piece_part(piece, "flag"), &[], fields)
}
