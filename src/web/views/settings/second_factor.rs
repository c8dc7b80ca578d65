//! One's own second factor: with a picture for an app, and the recovery codes that are told once.

use maud::{Markup, html};
use qrcode::{Color, EcLevel, QrCode};

use super::{Part, part};
use crate::domain::second_factor::OtpSecret;
use crate::store::users::second_factors::SecondFactor;
use crate::text::time;
use crate::web::Visit;
use crate::web::page::{Page, pen};
use crate::web::views::components::{
    Field, NoticeKind, Pen, Problem, Weight, link_button, notice, password_field, post_form, problem_with,
    section_head, submit_button, text_field,
};

/// Empty squares around the picture, as its standard wants them.
const QUIET: usize = 4;

/// How one's own second factor stands.
#[derive(Debug, Clone)]
pub struct OwnSecondFactor {
    /// How it stands.
    pub found: SecondFactor,
    /// Under which name an app keeps it.
    pub account: String,
}

/// The page: how to have one, how to go on, or how to end it.
pub fn second_factor(visit: &Visit, own: &OwnSecondFactor, problems: &[Problem]) -> Page {
    let sprite = visit.site.assets.address(&visit.site.urls, "icons/sprite.svg");
    let pen = pen(visit, &sprite);
    let content = html! {
        (section_head(&pen, &pen.say("second-factor-title"), None))
        @if visit.owes_second_factor {
            (notice(&pen, NoticeKind::Warning, html! { p { (pen.say("second-factor-owed")) } }))
        }
        @match &own.found {
            SecondFactor::Off => (off(visit, &pen, problems)),
            SecondFactor::Begun(secret) => (begun(visit, &pen, secret, &own.account, problems)),
            SecondFactor::On { since, codes } => {
                p { (pen.tell("second-factor-on", &[("day", time::exact_day(&visit.phrases, *since).into())])) }
                p { (pen.tell("second-factor-codes-left", &[("count", (*codes).into())])) }
                (with_password(&pen, &visit.site.urls.renew_recovery_codes(), "second-factor-renew", Weight::Secondary, "password", problems))
                (section_head(&pen, &pen.say("second-factor-end-title"), None))
                p { (pen.say("second-factor-end-about")) }
                (with_password(&pen, &visit.site.urls.end_second_factor(), "second-factor-end", Weight::Danger, "end_password", problems))
            }
        }
    };
    part(visit, &pen, Part::Account, problems, &content)
}

fn off(visit: &Visit, pen: &Pen<'_>, problems: &[Problem]) -> Markup {
    html! {
        p { (pen.say("second-factor-about")) }
        (with_password(pen, &visit.site.urls.second_factor(), "second-factor-begin", Weight::Primary, "password", problems))
    }
}

/// A button that wants the password; each of a page has a field of another name.
fn with_password(pen: &Pen<'_>, action: &str, key: &str, weight: Weight, name: &str, problems: &[Problem]) -> Markup {
    let label = pen.say("field-current-password");
    let fields = html! {
        (password_field(pen, &Field {
            problem: problem_with(problems, name),
            autocomplete: Some("current-password"),
            ..Field::new(name, &label)
        }))
        (submit_button(&pen.say(key), weight))
    };
    post_form(action, &[], fields)
}

fn begun(visit: &Visit, pen: &Pen<'_>, secret: &OtpSecret, account: &str, problems: &[Problem]) -> Markup {
    let (label, hint) = (pen.say("field-code"), pen.say("second-factor-code-hint"));
    let address = secret.address(&visit.site.settings().site_name, account);
    let fields = html! {
        (text_field(pen, &Field {
            hint: Some(&hint),
            problem: problem_with(problems, "code"),
            autocomplete: Some("one-time-code"),
            longest: Some(40),
            ..Field::new("code", &label)
        }))
        (submit_button(&pen.say("second-factor-confirm"), Weight::Primary))
    };
    html! {
        p { (pen.say("second-factor-scan")) }
        (picture(pen, &address))
        p { (pen.say("second-factor-type")) }
        code.secret { (secret.read_out()) }
        (post_form(&visit.site.urls.confirm_second_factor(), &[], fields))
    }
}

/// The address as a picture that a phone reads, dark on light in every mode; without it the secret can be typed.
fn picture(pen: &Pen<'_>, address: &str) -> Markup {
    let Ok(code) = QrCode::with_error_correction_level(address, EcLevel::M) else {
        return html! {};
    };
    let (width, colours) = (code.width(), code.to_colors());
    let mut path = String::new();
    for (row, line) in colours.chunks(width).enumerate() {
        for (column, _) in line.iter().enumerate().filter(|(_, colour)| **colour == Color::Dark) {
            path.push_str(&format!("M{} {}h1v1h-1z", column + QUIET, row + QUIET));
        }
    }
    let side = width + 2 * QUIET;
    html! {
        svg.qr-code viewBox=(format!("0 0 {side} {side}")) role="img" aria-label=(pen.say("second-factor-picture")) shape-rendering="crispEdges" {
            rect width=(side) height=(side) fill="#fff" {}
            path d=(path) fill="#000" {}
        }
    }
}

/// The recovery codes, which no page shows again.
pub fn recovery_codes(visit: &Visit, codes: &[String]) -> Page {
    let sprite = visit.site.assets.address(&visit.site.urls, "icons/sprite.svg");
    let pen = pen(visit, &sprite);
    let kept = pen.say("recovery-codes-kept");
    let content = html! {
        (section_head(&pen, &pen.say("recovery-codes-title"), None))
        p { (pen.say("recovery-codes-about")) }
        ul.recovery-codes { @for code in codes { li { code { (code) } } } }
        p { (link_button(&pen, &kept, &visit.site.urls.second_factor(), None, Weight::Primary)) }
    };
    part(visit, &pen, Part::Account, &[], &content)
}

/// The notice on every page of somebody who may not do what their role lets them before they have a second factor; where they set it
/// up, the page says so itself, or shows that it is done.
pub fn owed(visit: &Visit, pen: &Pen<'_>) -> Markup {
    if !visit.owes_second_factor || visit.path.starts_with(&visit.site.urls.second_factor()) {
        return html! {};
    }
    let content = html! {
        p { (pen.say("second-factor-owed")) " " a href=(visit.site.urls.second_factor()) { (pen.say("second-factor-begin")) } }
    };
    notice(pen, NoticeKind::Warning, content)
}
