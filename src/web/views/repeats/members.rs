//! The questions of a proposal: each with how well it fits, why, where it stands, and a box to tick.

use maud::{Markup, html};

use super::proposal::Proposal;
use crate::domain::proposal::{ProposalKind, ProposalState};
use crate::domain::thread::{Standing, ThreadKind};
use crate::repeats::why::{Reason, Why};
use crate::store::proposals::{MemberView, Settled};
use crate::web::Visit;
use crate::web::views::components::{Link, Pen, filter_links, thread_mark, time_ago};
use crate::web::views::threads::{mark, name_of, page_of};

/// The form whose button says that one question is not the same; a form cannot stand within another one.
pub(super) const ALONE: &str = "not-the-same";

/// The list of the questions of a part.
pub(super) fn list(visit: &Visit, pen: &Pen<'_>, proposal: &Proposal) -> Markup {
    html! {
        (parts(visit, pen, proposal))
        ul.members #ticked aria-label=(pen.say("proposal-members")) {
            @for member in &proposal.members { (item(visit, pen, proposal, member)) }
        }
    }
}

/// The way through the parts of a large group.
fn parts(visit: &Visit, pen: &Pen<'_>, proposal: &Proposal) -> Markup {
    if proposal.part_count < 2 {
        return html! {};
    }
    let id = proposal.page.row.id;
    let link = |part: usize| {
        let number = i64::try_from(part).unwrap_or(i64::MAX);
        let link = Link::new(
            pen.count("proposal-part", number),
            visit.site.urls.proposal_of_part(id, part),
        );
        (link.current_if(part == proposal.part), None)
    };
    let links: Vec<_> = (1..=proposal.part_count).map(link).collect();
    html! {
        p.hint { (pen.say("proposal-parts-about")) }
        (filter_links(pen, &pen.say("proposal-parts"), &links))
    }
}

fn item(visit: &Visit, pen: &Pen<'_>, proposal: &Proposal, member: &MemberView) -> Markup {
    let id = format!("member-{}", member.thread);
    let href = visit.site.urls.thread(member.thread, &member.title);
    let why = proposal.whys.get(&member.thread);
    html! {
        li.member {
            @if proposal.has_boxes() && !member.is_linked {
                input type="checkbox" name="ticked" value=(member.thread) id=(id) checked[is_ticked(proposal, member)]
                    aria-describedby={ (id) "-why" };
            }
            div.member-about {
                p.member-title {
                    @if proposal.has_boxes() && !member.is_linked {
                        label for=(id) dir="auto" { (member.title) }
                        " " a.meta href=(href) { (pen.say("proposal-read")) span.unseen { " " (member.title) } }
                    } @else {
                        a href=(href) dir="auto" { (member.title) }
                    }
                }
                p.member-why id={ (id) "-why" } { (reasons(pen, why)) }
                p.meta {
                    (thread_mark(pen, mark(ThreadKind::Question, member.standing))) " "
                    (settled(visit, pen, member)) " · "
                    (asker(visit, member)) " · " (time_ago(pen, member.asked_at))
                    @if member.me_toos > 0 { " · " (pen.count("repeats-me-toos", member.me_toos)) }
                }
                @if !member.excerpt.is_empty() { p.member-text dir="auto" { (member.excerpt) } }
            }
            @if proposal.is_open() && proposal.page.row.kind != ProposalKind::Revision {
                button.button.quiet type="submit" form=(ALONE) name="alone" value=(member.thread) {
                    (pen.say("proposal-alone")) span.unseen { " " (member.title) }
                }
            }
        }
    }
}

/// What was ticked stays so; else everything that could be linked, but for what somebody closed.
fn is_ticked(proposal: &Proposal, member: &MemberView) -> bool {
    if let Some(ticks) = proposal.typed.as_ref().map(|typed| &typed.ticks)
        && ticks.shown.contains(&member.thread)
    {
        return ticks.ticked.contains(&member.thread);
    }
    match proposal.page.row.state {
        ProposalState::Open => member.standing != Standing::Closed,
        _ => member.was_ticked == Some(true),
    }
}

/// How well it fits to the others, and what says so.
fn reasons(pen: &Pen<'_>, why: Option<&Why>) -> Markup {
    let Some(why) = why else {
        return html! { (pen.say("repeats-why-unknown")) };
    };
    let said = |reason: &Reason| match reason {
        Reason::Words(words) => pen.tell("repeats-why-words", &[("words", words.join(", ").into())]),
        Reason::Title => pen.say("repeats-why-title"),
        Reason::Tags(tags) => pen.tell("repeats-why-tags", &[("tags", tags.join(", ").into())]),
        Reason::Meaning => pen.say("repeats-why-meaning"),
    };
    let reasons: Vec<String> = why.reasons.iter().map(said).collect();
    html! {
        strong { (pen.tell("repeats-score", &[("percent", i64::from(why.percent).into())])) }
        " " @if reasons.is_empty() { (pen.say("repeats-why-people")) } @else { span dir="auto" { (reasons.join(" · ")) } }
    }
}

fn settled(visit: &Visit, pen: &Pen<'_>, member: &MemberView) -> Markup {
    html! {
        @match &member.settled {
            Settled::Open => (pen.say("settled-open")),
            Settled::Accepted => (pen.say("settled-accepted")),
            Settled::Closed => (pen.say("settled-closed")),
            Settled::Article(id, title) => {
                (pen.say("settled-article")) " " a href=(visit.site.urls.article(*id, title)) dir="auto" { (title) }
            }
        }
    }
}

fn asker(visit: &Visit, member: &MemberView) -> Markup {
    let name = name_of(visit, &member.asker);
    html! {
        @if let Some(href) = page_of(visit, &member.asker) { a href=(href) { bdi { (name) } } } @else { bdi { (name) } }
    }
}
