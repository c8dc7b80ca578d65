//! Selections: the form under a list in which pieces are ticked, and the page that says what an act would do to them.

use maud::{Markup, html};

use super::threads::{name_of, reason_key};
use crate::domain::body::LONGEST_REASON;
use crate::domain::case::Piece;
use crate::domain::permission::{Verb, may};
use crate::domain::resolution::CloseReason;
use crate::domain::selection::SelectionAct;
use crate::store::selections::{Plan, Planned};
use crate::web::Visit;
use crate::web::page::{Page, pen};
use crate::web::selections::Sent;
use crate::web::views::components::{
    Choice, Field, Link, Pen, Problem, Weight, breadcrumb, error_summary, link_button, post_form, problem_with,
    select_field, submit_button, text_field,
};
use crate::web::views::layout::{narrow, page_head};

/// Whether whoever looks may tick pieces.
pub fn may_select(visit: &Visit) -> bool {
    visit.viewer.user().is_some_and(|user| may(user, Verb::Lock, None))
}

/// The form to which the boxes of a page belong; `back` is that page's address.
pub fn selection_form(visit: &Visit, pen: &Pen<'_>, acts: &[SelectionAct], back: &str) -> Markup {
    if !may_select(visit) {
        return html! {};
    }
    let names: Vec<String> = acts.iter().map(|act| pen.say(&format!("selection-{act}"))).collect();
    let choices = acts.iter().zip(&names);
    let choices: Vec<_> = choices.map(|(act, name)| Choice::plain(act.as_str(), name)).collect();
    let label = pen.say("selection-act");
    html! {
        form #selection.selection method="post" action=(visit.site.urls.selection()) {
            input type="hidden" name="back" value=(back);
            (select_field(pen, &Field::new("selection_act", &label), &choices))
            (submit_button(&pen.say("selection-go"), Weight::Secondary))
        }
    }
}

/// The page that says what will happen to which pieces, and asks why.
pub fn confirm(visit: &Visit, plan: &Plan, sent: &Sent, problems: &[Problem]) -> Page {
    let sprite = visit.site.assets.address(&visit.site.urls, "icons/sprite.svg");
    let (pen, urls) = (pen(visit, &sprite), &visit.site.urls);
    let act = sent.act.unwrap_or(SelectionAct::Delete);
    let title = pen.count(&format!("selection-title-{act}"), plan.count());
    let content = narrow(html! {
        (breadcrumb(&pen, &[Link::new(pen.say("way-home"), urls.home())]))
        (error_summary(&pen, problems))
        (page_head(&title, Some(&pen.say("selection-explained")), html! {}))
        ul.merge-will { @for row in &plan.rows { li { (line(visit, &pen, row)) } } }
        @if plan.count() > 0 {
            (form(visit, &pen, act, (plan, sent), problems))
        } @else {
            p { (pen.say("selection-nothing")) }
            (link_button(&pen, &pen.say("selection-back"), &urls.threads(), None, Weight::Secondary))
        }
    });
    Page::new(title, content)
}

fn line(visit: &Visit, pen: &Pen<'_>, row: &Planned) -> Markup {
    let urls = &visit.site.urls;
    let href = match row.piece {
        Piece::Reply(id) => urls.reply(id),
        Piece::Thread(_) | Piece::Comment(_) => urls.thread(row.thread, &row.title),
    };
    html! {
        a href=(href) dir="auto" { (row.title) } " "
        span.meta { bdi { (name_of(visit, &row.author)) } }
        @if let Some(excerpt) = &row.excerpt { p dir="auto" { (excerpt) } }
        @if !row.will { p.meta { (pen.say("selection-unchanged")) } }
    }
}

fn form(visit: &Visit, pen: &Pen<'_>, act: SelectionAct, (plan, sent): (&Plan, &Sent), problems: &[Problem]) -> Markup {
    let pieces: Vec<(&str, String)> = sent
        .pieces
        .iter()
        .map(|piece| match piece {
            Piece::Thread(id) => ("thread", id.to_string()),
            Piece::Reply(id) => ("reply", id.to_string()),
            Piece::Comment(id) => ("comment", id.to_string()),
        })
        .collect();
    let mut hidden: Vec<(&str, &str)> = pieces.iter().map(|(name, id)| (*name, id.as_str())).collect();
    hidden.push(("selection_act", act.as_str()));
    hidden.push(("back", sent.back.as_str()));
    let label = pen.say("selection-reason");
    let hint = pen.say("selection-reason-hint");
    let reason = Field {
        value: &sent.reason,
        hint: Some(&hint),
        longest: u32::try_from(LONGEST_REASON).ok(),
        problem: problem_with(problems, "selection_reason"),
        ..Field::new("selection_reason", &label)
    };
    let button = pen.count(&format!("selection-do-{act}"), plan.count());
    let fields = html! {
        (what(pen, act, (plan, sent), problems))
        (text_field(pen, &reason))
        (submit_button(&button, Weight::Danger))
    };
    post_form(&visit.site.urls.selection_do(), &hidden, fields)
}

/// What the act needs besides a reason.
fn what(pen: &Pen<'_>, act: SelectionAct, (plan, sent): (&Plan, &Sent), problems: &[Problem]) -> Markup {
    match act {
        SelectionAct::Delete | SelectionAct::Lock => html! {},
        SelectionAct::Close => {
            let reasons = CloseReason::ALL.iter().filter(|why| **why != CloseReason::Duplicate);
            let named: Vec<(&str, String)> = reasons.map(|why| (why.as_str(), pen.say(&reason_key(*why)))).collect();
            let choices: Vec<_> = named.iter().map(|(why, name)| Choice::plain(why, name)).collect();
            let label = pen.say("close-reason");
            let field = Field {
                value: &sent.close,
                problem: problem_with(problems, "selection_close"),
                ..Field::new("selection_close", &label)
            };
            select_field(pen, &field, &choices)
        }
        SelectionAct::Move => {
            let homes = plan.categories.iter();
            let choices: Vec<_> = homes.map(|(slug, name)| Choice::plain(slug, name)).collect();
            let label = pen.say("move-to");
            let field = Field {
                value: &sent.category,
                problem: problem_with(problems, "selection_category"),
                ..Field::new("selection_category", &label)
            };
            select_field(pen, &field, &choices)
        }
        SelectionAct::Retag => {
            let (label, hint) = (pen.say("selection-tags"), pen.say("selection-tags-hint"));
            let field = Field {
                value: &sent.tags,
                hint: Some(&hint),
                problem: problem_with(problems, "selection_tags"),
                ..Field::new("selection_tags", &label)
            };
            text_field(pen, &field)
        }
    }
}
