//! One's canned replies, and those that all who help share.

use maud::{Markup, html};

use super::{Part, part};
use crate::domain::account::User;
use crate::domain::canned_reply::{CannedInput, LONGEST_CANNED_TITLE};
use crate::domain::id::CannedReplyId;
use crate::store::canned_replies::CannedReply;
use crate::text::excerpt::excerpt;
use crate::web::Visit;
use crate::web::page::{Page, pen};
use crate::web::views::components::{
    Field, Link, Pen, PostButton, Problem, Weight, breadcrumb, check_box, post_button, post_form, problem_with,
    role_mark, section_head, submit_button, text_area, text_field,
};

/// How much of a text stands in the list, in characters.
const SHOWN: usize = 160;

/// The list, and the form for another one with what was typed into it.
pub fn canned_replies(visit: &Visit, own: &[CannedReply], input: &CannedInput, problems: &[Problem]) -> Page {
    let sprite = visit.site.assets.address(&visit.site.urls, "icons/sprite.svg");
    let pen = pen(visit, &sprite);
    let may_share = visit.viewer.user().is_some_and(User::shares_canned_replies);
    let fields = html! {
        (fields(&pen, input, problems))
        @if may_share {
            @let label = pen.say("canned-share");
            (check_box(&pen, &Field::new("is_shared", &label), input.is_shared))
        }
        (submit_button(&pen.say("canned-keep"), Weight::Primary))
    };
    let content = html! {
        (section_head(&pen, &pen.say("canned-title"), None))
        p { (pen.say("canned-about")) }
        @if !own.is_empty() { ul.flags { @for canned in own { (row(visit, &pen, canned, may_share)) } } }
        (section_head(&pen, &pen.say("canned-new"), None))
        (post_form(&visit.site.urls.canned_replies(), &[], fields))
    };
    part(visit, &pen, Part::CannedReplies, problems, &content)
}

fn row(visit: &Visit, pen: &Pen<'_>, canned: &CannedReply, may_share: bool) -> Markup {
    let urls = &visit.site.urls;
    let (action, label) = (urls.delete_canned_reply(canned.id), pen.say("post-delete"));
    let button = PostButton {
        about: Some(&canned.title),
        ..PostButton::new(&action, &label)
    };
    html! {
        li {
            @if !canned.is_shared || may_share {
                a href=(urls.canned_reply(canned.id)) dir="auto" { (canned.title) }
            } @else {
                strong dir="auto" { (canned.title) }
            }
            @if canned.is_shared { " " (role_mark(&pen.say("canned-shared"))) }
            p dir="auto" { (excerpt(&canned.body, SHOWN)) }
            @if !canned.is_shared || may_share { (post_button(pen, &button)) }
        }
    }
}

/// The form that changes one.
pub fn canned_reply(visit: &Visit, id: CannedReplyId, input: &CannedInput, problems: &[Problem]) -> Page {
    let sprite = visit.site.assets.address(&visit.site.urls, "icons/sprite.svg");
    let pen = pen(visit, &sprite);
    let urls = &visit.site.urls;
    let fields = html! {
        (fields(&pen, input, problems))
        @if input.is_shared { input type="hidden" name="is_shared" value="true"; }
        (submit_button(&pen.say("canned-keep"), Weight::Primary))
    };
    let content = html! {
        (breadcrumb(&pen, &[Link::new(pen.say("canned-title"), urls.canned_replies())]))
        (post_form(&urls.canned_reply(id), &[], fields))
    };
    part(visit, &pen, Part::CannedReplies, problems, &content)
}

fn fields(pen: &Pen<'_>, input: &CannedInput, problems: &[Problem]) -> Markup {
    let (title, body, hint) = (
        pen.say("canned-name"),
        pen.say("canned-text"),
        pen.say("canned-text-hint"),
    );
    html! {
        (text_field(pen, &Field {
            value: &input.canned_title,
            longest: u32::try_from(LONGEST_CANNED_TITLE).ok(),
            problem: problem_with(problems, "canned_title"),
            ..Field::new("canned_title", &title)
        }))
        (text_area(pen, &Field {
            value: &input.canned_body,
            hint: Some(&hint),
            problem: problem_with(problems, "canned_body"),
            ..Field::new("canned_body", &body)
        }, 6))
    }
}
