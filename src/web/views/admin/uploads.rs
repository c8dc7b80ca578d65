//! The form of how much somebody may upload.

use maud::{Markup, html};

use super::{Part, column, part};
use crate::domain::upload::UploadRulesInput;
use crate::web::Visit;
use crate::web::page::{Page, pen};
use crate::web::views::components::{
    Field, Pen, Problem, Weight, check_box, error_summary, post_form, problem_with, submit_button, text_field,
};
use crate::web::views::layout::page_head;

/// The form, with what was typed into it.
pub fn page(visit: &Visit, input: &UploadRulesInput, problems: &[Problem]) -> Page {
    let sprite = visit.site.assets.address(&visit.site.urls, "icons/sprite.svg");
    let pen = pen(visit, &sprite);
    let title = pen.say("admin-uploads");
    let (copies, copies_hint) = (
        pen.say("setting-copies-pictures"),
        pen.say("setting-copies-pictures-hint"),
    );
    let copies = Field {
        hint: Some(&copies_hint),
        ..Field::new("copies_pictures", &copies)
    };
    let content = column(&html! {
        (page_head(&title, Some(&pen.say("admin-uploads-explained")), html! {}))
        (error_summary(&pen, problems))
        (post_form(&visit.site.urls.admin_uploads(), &[], html! {
            (limits(&pen, "setting-uploads-newcomer", problems, [
                ("newcomer_megabytes", &input.newcomer_megabytes),
                ("newcomer_a_day", &input.newcomer_a_day),
            ]))
            (limits(&pen, "setting-uploads-member", problems, [
                ("member_megabytes", &input.member_megabytes),
                ("member_a_day", &input.member_a_day),
            ]))
            (limits(&pen, "setting-uploads-regular", problems, [
                ("regular_megabytes", &input.regular_megabytes),
                ("regular_a_day", &input.regular_a_day),
            ]))
            h2 { (pen.say("setting-pictures-elsewhere")) }
            (check_box(&pen, &copies, input.copies_pictures))
            (submit_button(&pen.say("setting-save"), Weight::Primary))
        }))
    });
    part(visit, &pen, Part::Uploads, &title, &content)
}

/// The two numbers of one kind of people.
fn limits(pen: &Pen<'_>, heading: &str, problems: &[Problem], fields: [(&str, &String); 2]) -> Markup {
    let [megabytes, a_day] = fields;
    let number = |(name, value): (&str, &str), key: &str| {
        let (label, hint) = (pen.say(key), pen.say(&format!("{key}-hint")));
        let field = Field {
            value,
            hint: Some(&hint),
            problem: problem_with(problems, name),
            longest: Some(4),
            ..Field::new(name, &label)
        };
        text_field(pen, &field)
    };
    html! {
        fieldset {
            legend { h2 { (pen.say(heading)) } }
            (number((megabytes.0, megabytes.1), "setting-upload-megabytes"))
            (number((a_day.0, a_day.1), "setting-uploads-a-day"))
        }
    }
}
