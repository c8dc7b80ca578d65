//! Where a picture or a file is chosen for a text, with a word about what it shows.

use maud::{Markup, html};

use super::fields::text_field;
use super::{Field, Icon, Pen, icon};
use crate::domain::upload::LONGEST_ALT;
use crate::urls::shows_undescribed;

/// The part of an editor that takes a file. Its form must be one of several parts.
#[derive(Debug, Clone, Copy)]
pub struct Attaching<'a> {
    /// Where the script sends a file by itself.
    pub source: &'a str,
    /// The largest file, in megabytes.
    pub megabytes: i64,
    /// What was typed of a picture whose file was refused.
    pub alt: &'a str,
    /// Why the file was refused.
    pub problem: Option<&'a str>,
}

/// The fields, and a button that brings the form back with the file in its text.
pub(super) fn attach(pen: &Pen<'_>, attaching: &Attaching<'_>, preview_action: &str, text: &str) -> Markup {
    let limit = [("limit", attaching.megabytes.into())];
    let (label, hint) = (pen.say("attach-file"), pen.tell("attach-file-hint", &limit));
    let (alt, alt_hint) = (pen.say("attach-alt"), pen.say("attach-alt-hint"));
    let file = Field {
        hint: Some(&hint),
        problem: attaching.problem,
        optional: true,
        ..Field::new("file", &label)
    };
    let lacks_alt = shows_undescribed(text);
    html! {
        details.attach open[attaching.problem.is_some()] data-attach-url=(attaching.source)
            data-sending=(pen.say("attach-sending")) data-kept=(pen.say("attach-kept"))
            data-failed=(pen.say("attach-failed")) data-wants-alt=(pen.say("attach-wants-alt")) {
            summary { (icon(pen, Icon::Plus)) (pen.say("attach-summary")) }
            (file.wrap(pen, html! {
                input type="file" id="file" name="file" aria-describedby=[file.described_by()] aria-invalid=[file.aria_invalid()];
            }))
            (text_field(pen, &Field {
                value: attaching.alt,
                hint: Some(&alt_hint),
                optional: true,
                longest: u32::try_from(LONGEST_ALT).ok(),
                ..Field::new("alt", &alt)
            }))
            button.button type="submit" formaction=(preview_action) formnovalidate data-attach-button {
                (pen.say("attach-button"))
            }
        }
        p.attach-said hidden[!lacks_alt] {
            @if lacks_alt { (pen.say("attach-wants-alt")) }
        }
    }
}
