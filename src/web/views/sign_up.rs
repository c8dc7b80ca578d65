//! The sign-up form, and what follows it until the address is confirmed.

use maud::{Markup, html};

use super::components::{
    Field, NoticeKind, Pen, PostButton, Problem, Weight, email_field, error_summary, link_button, notice,
    password_field, post_button, post_form, problem_with, submit_button, text_field,
};
use super::consent::agree_box;
use super::layout::{narrow, page_head, slim};
use super::proving::proving;
use super::unseen::unseen_field;
use crate::domain::account::SHORTEST_PASSWORD;
use crate::domain::draft::AskInput;
use crate::domain::person::LONGEST_NAME;
use crate::domain::sign_up::SignUpInput;
use crate::store::sign_ups::Waiting;
use crate::web::Visit;
use crate::web::page::{Page, home_button, pen};

/// The form, with what was typed into it; or why there is none.
pub fn page(visit: &Visit, input: &SignUpInput, back: &str, problems: &[Problem]) -> Page {
    let sprite = visit.site.assets.address(&visit.site.urls, "icons/sprite.svg");
    let pen = pen(visit, &sprite);
    let urls = &visit.site.urls;
    let title = pen.say("sign-up-title");
    let is_open = visit.site.settings().sign_up_is_open;
    let sign_in = urls.sign_in_and_return(back);
    let known = html! { p { (pen.say("sign-up-known")) " " a href=(sign_in) { (pen.say("sign-up-sign-in")) } } };
    let content = slim(html! {
        (page_head(&title, None, html! {}))
        @if is_open {
            (error_summary(&pen, problems))
            (post_form(&urls.sign_up(), &[("back", back)], html! {
                (fields(visit, &pen, &pen.say("sign-up-email-hint"), input, problems))
                (unseen_field(visit, &pen))
                (proving(visit, &pen, problems))
                (submit_button(&pen.say("sign-up-button"), Weight::Primary))
                (known)
            }))
        } @else {
            (notice(&pen, NoticeKind::Information, html! { p { (pen.say("sign-up-closed")) } }))
            (known)
        }
    });
    Page::new(title, content).unlisted()
}

/// The fields `name`, `email`, `password` and, where there is something to agree to, `agreed`: also the end of the ask form for visitors.
pub fn fields(visit: &Visit, pen: &Pen<'_>, email_hint: &str, input: &SignUpInput, problems: &[Problem]) -> Markup {
    let email = pen.say("field-email");
    let address = email_field(
        pen,
        &Field {
            value: &input.email,
            hint: Some(email_hint),
            problem: problem_with(problems, "email"),
            autocomplete: Some("email"),
            longest: Some(254),
            ..Field::new("email", &email)
        },
    );
    fields_around(visit, pen, &address, input, problems)
}

/// The same with something else where the address is asked for.
pub fn fields_around(
    visit: &Visit,
    pen: &Pen<'_>,
    address: &Markup,
    input: &SignUpInput,
    problems: &[Problem],
) -> Markup {
    let (name, password) = (pen.say("field-name"), pen.say("field-password"));
    let (name_hint, password_hint) = (pen.say("sign-up-name-hint"), password_hint(pen));
    html! {
        (text_field(pen, &Field {
            value: &input.name,
            hint: Some(&name_hint),
            problem: problem_with(problems, "name"),
            autocomplete: Some("nickname"),
            longest: u32::try_from(LONGEST_NAME).ok(),
            ..Field::new("name", &name)
        }))
        (address)
        (password_field(pen, &Field {
            hint: Some(&password_hint),
            problem: problem_with(problems, "password"),
            autocomplete: Some("new-password"),
            ..Field::new("password", &password)
        }))
        (agree_box(visit, pen, &input.agreed, problem_with(problems, "agreed")))
    }
}

/// What makes a good password, in a sentence.
pub fn password_hint(pen: &Pen<'_>) -> String {
    pen.tell("password-hint", &[("least", SHORTEST_PASSWORD.into())])
}

/// Says that a letter is on its way.
pub fn sent(visit: &Visit) -> Page {
    let sprite = visit.site.assets.address(&visit.site.urls, "icons/sprite.svg");
    let pen = pen(visit, &sprite);
    let title = pen.say("sign-up-sent-title");
    let content = slim(html! {
        (page_head(&title, Some(&pen.say("sign-up-sent")), html! {}))
        div.stack {
            p.hint { (pen.say("sign-up-sent-nothing")) }
            p { (home_button(visit, &pen)) }
        }
    });
    Page::new(title, content)
}

/// The button that confirms, below the question that it posts: one that came by mail may be another one's words. `action` is the
/// page's own address.
pub fn confirm(visit: &Visit, waiting: &Waiting, question: Option<&AskInput>, action: &str) -> Page {
    let sprite = visit.site.assets.address(&visit.site.urls, "icons/sprite.svg");
    let pen = pen(visit, &sprite);
    let title = pen.say("confirm-title");
    let values = [
        ("name", waiting.name.clone().into()),
        ("email", waiting.email.as_str().into()),
    ];
    let label = pen.say("confirm-button");
    let button = PostButton {
        weight: Weight::Primary,
        ..PostButton::new(action, &label)
    };
    let content = slim(html! {
        (page_head(&title, None, html! {}))
        div.stack {
            p { (pen.tell("confirm-who", &values)) }
            @if let Some(question) = question {
                p { (pen.say("confirm-question")) }
                (as_typed(question))
            }
            (post_button(&pen, &button))
            p.hint { (pen.say("confirm-not-you")) }
        }
    });
    Page::new(title, content)
}

/// The question that came with an address that has an account, and the button that posts it from there. Whoever presses
/// it has perhaps not written it, so all of it stands here; `action` is the page's own address.
pub fn kept(visit: &Visit, waiting: &Waiting, question: &AskInput, action: &str) -> Page {
    let sprite = visit.site.assets.address(&visit.site.urls, "icons/sprite.svg");
    let pen = pen(visit, &sprite);
    let title = pen.say("kept-title");
    let values = [
        ("name", waiting.name.clone().into()),
        ("email", waiting.email.as_str().into()),
    ];
    let label = pen.say("ask-button");
    let button = PostButton {
        weight: Weight::Primary,
        ..PostButton::new(action, &label)
    };
    let content = narrow(html! {
        (page_head(&title, Some(&pen.tell("kept-who", &values)), html! {}))
        (as_typed(question))
        @if let Some(agreed) = &waiting.agreed {
            p {
                (pen.say("kept-agreed")) " "
                @for (place, (document, version)) in agreed.iter().enumerate() {
                    @if place > 0 { (pen.say("agree-joint")) }
                    a href=(visit.site.urls.document(document, Some(version))) { (pen.say(&format!("document-{document}"))) }
                }
            }
        }
        (post_button(&pen, &button))
        p.hint { (pen.say("kept-not-you")) }
    });
    Page::new(title, content)
}

fn as_typed(question: &AskInput) -> Markup {
    html! {
        p { strong dir="auto" { (question.title) } }
        pre dir="auto" { code { (question.body) } }
        @for answer in question.answers.iter().filter(|answer| !answer.trim().is_empty()) {
            pre dir="auto" { code { (answer) } }
        }
        @if !question.tags.trim().is_empty() { p dir="auto" { (question.tags) } }
    }
}

/// Says that a link to confirm is used up or too old.
pub fn expired(visit: &Visit) -> Page {
    let urls = &visit.site.urls;
    dead_link(
        visit,
        "confirm-expired",
        &[("sign-in-title", urls.sign_in()), ("sign-up-title", urls.sign_up())],
    )
}

/// Says that a link is used up or too old; each way is the key of its words and its address.
pub fn dead_link(visit: &Visit, key: &str, ways: &[(&str, String)]) -> Page {
    let sprite = visit.site.assets.address(&visit.site.urls, "icons/sprite.svg");
    let pen = pen(visit, &sprite);
    let title = pen.say("link-expired-title");
    let content = slim(html! {
        (page_head(&title, None, html! {}))
        div.stack {
            p { (pen.say(key)) }
            p.ways {
                @for (label, href) in ways { (link_button(&pen, &pen.say(label), href, None, Weight::Secondary)) " " }
            }
        }
    });
    Page::new(title, content)
}

/// Says that the question could not be posted, by the phrase `key`, and gives it back.
pub fn not_posted(visit: &Visit, key: &str, input: &AskInput) -> Page {
    let sprite = visit.site.assets.address(&visit.site.urls, "icons/sprite.svg");
    let pen = pen(visit, &sprite);
    let title = pen.say("not-posted-title");
    let ask = visit.site.urls.new_thread();
    let content = narrow(html! {
        (page_head(&title, None, html! {}))
        p { (pen.say(key)) }
        (as_typed(input))
        p { (link_button(&pen, &pen.say("not-posted-ask"), &ask, None, Weight::Primary)) }
    });
    Page::new(title, content)
}
