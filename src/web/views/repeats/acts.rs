//! What can be decided on a proposal; every form carries the version that it was shown with.

use maud::{Markup, html};

use super::members::{self, ALONE};
use super::proposal::Proposal;
use crate::domain::account::User;
use crate::domain::body::LONGEST_REASON;
use crate::domain::id::ThreadId;
use crate::domain::permission::{Verb, may};
use crate::domain::proposal::{ProposalKind, ProposalState};
use crate::web::Visit;
use crate::web::views::components::{
    Choice, Field, Icon, Pen, PostButton, Weight, link_button, post_button, post_form, problem_with, section_head,
    select_field, submit_button, text_area, text_field,
};

/// What every form brings along.
struct Carried {
    version: String,
    seen: String,
    shown: String,
    part: String,
}

impl Carried {
    fn of(proposal: &Proposal) -> Self {
        let list = |ids: &mut dyn Iterator<Item = ThreadId>| {
            let ids: Vec<String> = ids.map(|id| id.to_string()).collect();
            ids.join(",")
        };
        Self {
            version: proposal.page.row.version.to_string(),
            seen: list(&mut proposal.page.questions.iter().map(|question| question.0)),
            shown: list(
                &mut proposal
                    .members
                    .iter()
                    .filter(|member| !member.is_linked)
                    .map(|member| member.thread),
            ),
            part: proposal.part.to_string(),
        }
    }

    fn hidden(&self) -> [(&str, &str); 4] {
        [
            ("version", &self.version),
            ("seen", &self.seen),
            ("shown", &self.shown),
            ("part", &self.part),
        ]
    }
}

/// The questions with what is done to those that are ticked, and to one of them.
pub(super) fn with_members(visit: &Visit, pen: &Pen<'_>, proposal: &Proposal) -> Markup {
    let (row, urls) = (&proposal.page.row, &visit.site.urls);
    let list = html! {
        (section_head(pen, &pen.count("proposal-members-count", row.members), None))
        (members::list(visit, pen, proposal))
    };
    if !proposal.is_open() {
        return list;
    }
    let carried = Carried::of(proposal);
    let split = urls.proposal_act(row.id, "split");
    let problem = problem_with(&proposal.problems, "ticked");
    html! {
        form.proposal-form method="post" action=(split) {
            @for (name, value) in carried.hidden() { input type="hidden" name=(name) value=(value); }
            // Pressing Enter on a box decides nothing.
            button type="submit" disabled hidden {}
            (list)
            @if let Some(problem) = problem { p.problem { (problem) } }
            (ticked_acts(visit, pen, proposal))
        }
        (alone(&split, &carried))
    }
}

fn alone(action: &str, carried: &Carried) -> Markup {
    html! {
        form #(ALONE) method="post" action=(action) {
            @for (name, value) in carried.hidden() { input type="hidden" name=(name) value=(value); }
        }
    }
}

fn ticked_acts(visit: &Visit, pen: &Pen<'_>, proposal: &Proposal) -> Markup {
    let (row, urls) = (&proposal.page.row, &visit.site.urls);
    let may_link = visit
        .viewer
        .user()
        .is_some_and(|user: &User| may(user, Verb::LinkArticle, None));
    let main = match row.kind {
        ProposalKind::Article => Some(("adopt", "proposal-adopt")),
        ProposalKind::Revision => Some(("adopt", "proposal-revise")),
        ProposalKind::Linking if may_link => Some(("link", "proposal-link")),
        ProposalKind::Linking | ProposalKind::Answer => None,
    };
    html! {
        div.next-buttons {
            @if let Some((act, key)) = main {
                button.button.primary type="submit" formaction=(urls.proposal_act(row.id, act)) { (pen.say(key)) }
            }
            @if row.kind != ProposalKind::Revision {
                button.button type="submit" { (pen.say("proposal-split")) }
            }
        }
        p.hint { (pen.say(&format!("proposal-{}-next", row.kind))) }
    }
}

/// Declining, and merging with another group.
pub(super) fn others(visit: &Visit, pen: &Pen<'_>, proposal: &Proposal) -> Markup {
    let row = &proposal.page.row;
    html! {
        @if proposal.is_open() {
            @if row.kind != ProposalKind::Revision && !proposal.others.is_empty() { (merge(visit, pen, proposal)) }
            (decline(visit, pen, proposal))
        } @else {
            (too_late(visit, pen, proposal))
            @if row.state == ProposalState::Adopted { (adopted(visit, pen, proposal)) }
        }
    }
}

/// What somebody wrote who came too late, to be copied.
fn too_late(visit: &Visit, pen: &Pen<'_>, proposal: &Proposal) -> Markup {
    let Some(reason) = proposal
        .typed
        .as_ref()
        .map(|typed| &typed.reason)
        .filter(|reason| !reason.is_empty())
    else {
        return html! {};
    };
    let label = pen.say("proposal-typed");
    let field = Field {
        value: reason,
        ..Field::new("reason", &label)
    };
    let action = visit.site.urls.proposal_act(proposal.page.row.id, "decline");
    post_form(&action, &[], text_area(pen, &field, 3))
}

fn decline(visit: &Visit, pen: &Pen<'_>, proposal: &Proposal) -> Markup {
    let carried = Carried::of(proposal);
    let (label, hint) = (pen.say("proposal-decline-reason"), pen.say("proposal-decline-hint"));
    let reason = Field {
        value: proposal.typed.as_ref().map_or("", |typed| &typed.reason),
        hint: Some(&hint),
        longest: u32::try_from(LONGEST_REASON).ok(),
        problem: problem_with(&proposal.problems, "reason"),
        ..Field::new("reason", &label)
    };
    let action = visit.site.urls.proposal_act(proposal.page.row.id, "decline");
    html! {
        (section_head(pen, &pen.say("proposal-decline-heading"), None))
        (post_form(&action, &carried.hidden(), html! {
            (text_field(pen, &reason))
            (submit_button(&pen.say("proposal-decline"), Weight::Danger))
        }))
    }
}

fn merge(visit: &Visit, pen: &Pen<'_>, proposal: &Proposal) -> Markup {
    let carried = Carried::of(proposal);
    let (label, hint) = (pen.say("proposal-merge-other"), pen.say("proposal-merge-hint"));
    let others: Vec<(String, &str)> = proposal
        .others
        .iter()
        .map(|(id, title)| (id.to_string(), title.as_str()))
        .collect();
    let none = pen.say("proposal-merge-choose");
    let mut choices = vec![Choice::plain("", &none)];
    choices.extend(others.iter().map(|(id, title)| Choice::plain(id, title)));
    let chosen = proposal.typed.as_ref().and_then(|typed| typed.other);
    let chosen = chosen.map_or_else(String::new, |id| id.to_string());
    let other = Field {
        value: &chosen,
        hint: Some(&hint),
        problem: problem_with(&proposal.problems, "other"),
        ..Field::new("other", &label)
    };
    let action = visit.site.urls.proposal_act(proposal.page.row.id, "merge");
    html! {
        (section_head(pen, &pen.say("proposal-merge-heading"), None))
        (post_form(&action, &carried.hidden(), html! {
            (select_field(pen, &other, &choices))
            (submit_button(&pen.say("proposal-merge"), Weight::Secondary))
        }))
    }
}

/// What is adopted and not done: the way to go on, and back.
fn adopted(visit: &Visit, pen: &Pen<'_>, proposal: &Proposal) -> Markup {
    let (row, urls) = (&proposal.page.row, &visit.site.urls);
    let carried = Carried::of(proposal);
    let (action, label) = (urls.proposal_act(row.id, "put-back"), pen.say("proposal-put-back"));
    let back = PostButton {
        icon: Some(Icon::Undo),
        hidden: &carried.hidden(),
        ..PostButton::new(&action, &label)
    };
    let on = match &row.article {
        Some((article, title)) => urls.article(*article, title),
        None => urls.new_article_for(row.id),
    };
    html! {
        div.next-buttons {
            (link_button(pen, &pen.say("proposal-go-on"), &on, Some(Icon::Edit), Weight::Primary))
            (post_button(pen, &back))
        }
    }
}
