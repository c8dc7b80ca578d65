//! How every letter looks: one column of 600 px, one button, everything readable as plain text, nothing that tracks.

use maud::{DOCTYPE, html};

use super::{Letter, Stationery};
use crate::domain::email::EmailAddress;

/// The words of a button and its whole address.
pub(super) type Button = (String, String);

/// What a letter says, before it is laid out.
pub(super) struct Sheet {
    /// Who gets it.
    pub to: EmailAddress,
    /// What it is about.
    pub subject: String,
    /// How it begins.
    pub greeting: String,
    /// What it says before the button.
    pub before: Vec<String>,
    /// The one next step.
    pub button: Button,
    /// What it says after the button.
    pub after: Vec<String>,
}

const PAGE: &str = "margin:0;padding:24px 12px;background:#f6f5f3;color:#22201d;\
    font:17px/1.55 system-ui,-apple-system,'Segoe UI',Roboto,sans-serif";
const COLUMN: &str =
    "max-width:600px;margin:0 auto;padding:24px;background:#ffffff;border:1px solid #e2dfda;border-radius:8px";
const SITE: &str = "margin:0 0 24px;font-weight:600;color:#5c574f";
const PARAGRAPH: &str = "margin:0 0 16px";
const BUTTON: &str = "display:inline-block;padding:12px 20px;background:#1f5fa8;color:#ffffff;text-decoration:none;\
    border-radius:6px;font-weight:600";
const OTHER_BUTTON: &str = "display:inline-block;padding:11px 19px;border:1px solid #1f5fa8;color:#1f5fa8;\
    text-decoration:none;border-radius:6px;font-weight:600";
const QUIET: &str = "margin:0 0 16px;font-size:14px;color:#5c574f;overflow-wrap:anywhere";

/// Lays a letter out, as text and as HTML.
pub(super) fn lay_out(stationery: &Stationery<'_>, sheet: Sheet) -> Letter {
    lay_out_with(stationery, sheet, None)
}

/// Lays out a letter that asks for one of two answers: the other one is a quieter button below the first.
pub(super) fn lay_out_with(stationery: &Stationery<'_>, sheet: Sheet, other: Option<Button>) -> Letter {
    let text = text(stationery, &sheet, other.as_ref());
    let html = page(stationery, &sheet, other.as_ref());
    Letter {
        to: sheet.to,
        subject: sheet.subject,
        text,
        html,
    }
}

/// The address of a button stands on a line of its own, so that every mail program finds where it ends.
fn text(stationery: &Stationery<'_>, sheet: &Sheet, other: Option<&Button>) -> String {
    let mut paragraphs = vec![sheet.greeting.clone()];
    paragraphs.extend(sheet.before.iter().cloned());
    let buttons = std::iter::once(&sheet.button).chain(other);
    paragraphs.extend(buttons.map(|(label, href)| format!("{label}:\n{href}")));
    paragraphs.extend(sheet.after.iter().cloned());
    let home = stationery.urls.absolute(&stationery.urls.home());
    paragraphs.push(format!("{}\n{home}", stationery.site_name));
    format!("{}\n", paragraphs.join("\n\n"))
}

fn page(stationery: &Stationery<'_>, sheet: &Sheet, other: Option<&Button>) -> String {
    let (label, href) = &sheet.button;
    let home = stationery.urls.absolute(&stationery.urls.home());
    html! {
        (DOCTYPE)
        html lang=(stationery.phrases.language()) dir=(stationery.phrases.direction()) {
            head {
                meta charset="utf-8";
                meta name="viewport" content="width=device-width, initial-scale=1";
                title { (sheet.subject) }
            }
            body style=(PAGE) {
                div style=(COLUMN) {
                    p style=(SITE) { (stationery.site_name) }
                    p style=(PARAGRAPH) { (sheet.greeting) }
                    @for paragraph in &sheet.before { p style=(PARAGRAPH) { (paragraph) } }
                    p style="margin:24px 0" { a href=(href) style=(BUTTON) { (label) } }
                    @if let Some((label, href)) = other {
                        p style="margin:0 0 24px" { a href=(href) style=(OTHER_BUTTON) { (label) } }
                    }
                    @for paragraph in &sheet.after { p style=(PARAGRAPH) { (paragraph) } }
                    p style=(QUIET) { (stationery.phrases.say("letter-address-below")) br; (href) }
                    @if let Some((label, href)) = other { p style=(QUIET) { (label) ":" br; (href) } }
                    p style=(QUIET) { a href=(home) style="color:#5c574f" { (stationery.site_name) } }
                }
            }
        }
    }
    .into_string()
}
