//! A guide: its first step on its own page, the steps behind it, where it ends, and all of it for paper.

use maud::{Markup, html};

use super::opinion;
use super::page::way_to;
use crate::domain::article::ArticleState;
use crate::domain::guide::{Ending, Leads, Outcome, Walk};
use crate::store::articles::ArticlePage;
use crate::text::guide::Guide;
use crate::web::Visit;
use crate::web::articles::Way;
use crate::web::page::{Page, pen};
use crate::web::views::components::{
    Icon, Link, Pen, PostButton, Weight, breadcrumb, icon, link_button, next_step, post_button, section_head,
};
use crate::web::views::layout::narrow;

/// What stands before the first step, and that step.
pub(super) fn beginning(pen: &Pen<'_>, guide: &Guide) -> Markup {
    html! {
        @if !guide.intro.as_str().is_empty() { div.prose dir="auto" { (guide.intro) } }
        (step(pen, guide, &Walk::start(), 0))
    }
}

/// What is done at a step. Its heading takes the focus, so that whoever hears the page hears that it went on.
fn step(pen: &Pen<'_>, guide: &Guide, walk: &Walk, place: usize) -> Markup {
    let number = walk.taken().len() + 1;
    html! {
        div.guide-step {
            h2 #step tabindex="-1" {
                span.guide-number { (pen.tell("guide-step", &[("number", number.into())])) }
                " " span dir="auto" { (guide.plan.name(place)) }
            }
            @if let Some(text) = guide.text(place) { div.prose dir="auto" { (text) } }
        }
    }
}

/// Did it work? Each answer leads on.
pub(super) fn question(visit: &Visit, pen: &Pen<'_>, article: &ArticlePage, walk: &Walk) -> Markup {
    let (action, done) = (visit.site.urls.article_part(article.id, "guide"), walk.to_string());
    let answer = |key: &str, outcome: Outcome, drawing: Icon| {
        let label = pen.say(key);
        let hidden = [("done", done.as_str()), ("outcome", outcome.as_str())];
        let button = PostButton {
            icon: Some(drawing),
            weight: Weight::Secondary,
            hidden: &hidden,
            ..PostButton::new(&action, &label)
        };
        post_button(pen, &button)
    };
    let answers = [
        answer("guide-worked", Outcome::Worked, Icon::Check),
        answer("guide-not", Outcome::DidNot, Icon::Cross),
    ];
    next_step(&pen.say("guide-question"), None, &answers)
}

/// All steps with where they lead: on paper, and for whoever wants to see them at once.
pub(super) fn whole(pen: &Pen<'_>, article: &ArticlePage, guide: &Guide) -> Markup {
    html! {
        p.guide-all-link { a href="#all-steps" { (pen.say("guide-all")) } }
        section.guide-all #all-steps tabindex="-1" aria-label=(pen.say("guide-all")) {
            @for (place, step) in guide.plan.steps().iter().enumerate() {
                h2 {
                    span.guide-number { (pen.tell("guide-step", &[("number", (place + 1).into())])) }
                    " " span dir="auto" lang=(article.language.code()) { (step.name) }
                }
                @if let Some(text) = guide.text(place) { div.prose dir="auto" lang=(article.language.code()) { (text) } }
                p.guide-leads {
                    (pen.say("guide-worked")) ": " bdi { (to(pen, guide, step.leads(Outcome::Worked))) } br;
                    (pen.say("guide-not")) ": " bdi { (to(pen, guide, step.leads(Outcome::DidNot))) }
                }
            }
        }
    }
}

/// Where a step leads, in words.
pub(super) fn to(pen: &Pen<'_>, guide: &Guide, leads: Leads) -> String {
    match leads {
        Leads::Step(place) => guide.plan.name(place).to_owned(),
        Leads::End(Ending::Solved) => pen.say("guide-to-solved"),
        Leads::End(Ending::Contact) => pen.say("guide-to-contact"),
        Leads::End(Ending::Ask) => pen.say("guide-to-ask"),
    }
}

/// A page of a guide behind its first one: a step, or its end.
pub fn guide(visit: &Visit, way: &Way) -> Page {
    let sprite = visit.site.assets.address(&visit.site.urls, "icons/sprite.svg");
    let pen = pen(visit, &sprite);
    let article = &way.shown.article;
    let here = visit.site.urls.article(article.id, &article.title);
    let mut trail = way_to(visit, &pen, article);
    trail.push(Link::new(article.title.clone(), here.clone()));
    let (name, content) = match way.ending(visit) {
        None => at_step(visit, &pen, way),
        Some(Ending::Solved) => (pen.say("guide-solved"), solved(visit, &pen, way)),
        Some(Ending::Contact | Ending::Ask) => (pen.say("guide-contact"), contact(visit, &pen, way)),
    };
    let content = narrow(html! {
        (breadcrumb(&pen, &trail))
        h1.guide-title dir="auto" lang=(article.language.code()) { (article.title) }
        (content)
        (done(visit, &pen, way))
    });
    Page::new(format!("{name} · {}", article.title), content)
        .canonical(visit, &here)
        .unlisted()
}

fn at_step(visit: &Visit, pen: &Pen<'_>, way: &Way) -> (String, Markup) {
    let (article, place) = (&way.shown.article, way.walk.place().unwrap_or_default());
    let content = html! {
        div lang=(article.language.code()) { (step(pen, &way.guide, &way.walk, place)) }
        (question(visit, pen, article, &way.walk))
    };
    (way.guide.plan.name(place).to_owned(), content)
}

fn solved(visit: &Visit, pen: &Pen<'_>, way: &Way) -> Markup {
    let article = &way.shown.article;
    let again = visit.site.urls.guide_step(article.id, &article.title, &Walk::start());
    html! {
        div.guide-end {
            h2 #step tabindex="-1" { (icon(pen, Icon::Check)) (pen.say("guide-solved")) }
            p { (pen.say("guide-solved-explained")) }
            p { (link_button(pen, &pen.say("guide-again"), &again, Some(Icon::Undo), Weight::Quiet)) }
        }
    }
}

/// A person has to help; what was tried stands below, to be told.
fn contact(visit: &Visit, pen: &Pen<'_>, way: &Way) -> Markup {
    let (article, settings) = (&way.shown.article, visit.site.settings());
    let ask = visit.site.urls.ask_from_guide(article.id, &way.walk);
    html! {
        div.guide-end {
            h2 #step tabindex="-1" { (icon(pen, Icon::Person)) (pen.say("guide-contact")) }
            p { (pen.say("guide-contact-explained")) }
            p.guide-ways {
                @if let Some(contact) = &settings.contact {
                    (link_button(pen, contact.label(), contact.href(), None, Weight::Primary))
                }
                (link_button(pen, &pen.say("guide-ask"), &ask, None, Weight::Secondary))
            }
        }
        @if article.state == ArticleState::Published { (opinion::ask(visit, pen, article.id, None)) }
    }
}

/// What was done so far: each step with how it ended, and the way back to it.
fn done(visit: &Visit, pen: &Pen<'_>, way: &Way) -> Markup {
    let (article, urls) = (&way.shown.article, &visit.site.urls);
    html! {
        section.guide-done {
            (section_head(pen, &pen.say("guide-done"), None))
            ol {
                @for (number, (place, outcome)) in way.walk.taken().iter().enumerate() {
                    @let (drawing, key) = match outcome {
                        Outcome::Worked => (Icon::Check, "guide-did-work"),
                        Outcome::DidNot => (Icon::Cross, "guide-did-not-work"),
                    };
                    li {
                        a href=(urls.guide_step(article.id, &article.title, &way.walk.before(number))) dir="auto" lang=(article.language.code()) {
                            (way.guide.plan.name(*place))
                        }
                        " " span.guide-outcome { (icon(pen, drawing)) (pen.say(key)) }
                    }
                }
            }
        }
    }
}
