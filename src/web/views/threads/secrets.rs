//! What in a draft should not stand in public, pointed out before it does.

use maud::{Markup, html};

use crate::web::Visit;
use crate::web::threads::Pointed;
use crate::web::views::components::{NoticeKind, Pen, notice};
use crate::web::views::problem_label;

/// Where the script puts it, with the marks of what is pointed out.
pub(super) fn place(marks: &str, content: Markup) -> Markup {
    html! {
        div #secrets {
            @if !marks.is_empty() { input type="hidden" name="pointed_out" value=(marks); }
            (content)
        }
    }
}

/// What was found and where, masked; nothing when nothing was.
pub(super) fn secrets(visit: &Visit, pen: &Pen<'_>, pointed: &[Pointed]) -> Markup {
    if pointed.is_empty() {
        return html! {};
    }
    let title = pen.say("secrets-title");
    let told = |one: &Pointed| {
        let field = problem_label(visit, one.field).unwrap_or_else(|| pen.say("secret-of-answer"));
        let kind = pen.say(&format!("secret-{}", one.secret.kind));
        (field, kind)
    };
    html! {
        div.secrets data-told=(title) {
            (notice(pen, NoticeKind::Warning, html! {
                p { strong { (title) } }
                ul {
                    @for one in pointed {
                        @let (field, kind) = told(one);
                        li { a href={ "#" (one.field) } { (field) } ": " (kind) " " code dir="ltr" { (one.secret.masked) } }
                    }
                }
                p { (pen.say("secrets-next")) }
            }))
        }
    }
}
