//! One proposal: its figures, its questions, the draft of the article, and what can be decided.

use std::collections::{HashMap, HashSet};

use chrono::Duration;
use maud::{Markup, html};

use super::{acts, growth, kind_key, unresolved};
use crate::domain::id::{ProposalId, ThreadId};
use crate::domain::proposal::{ProposalKind, ProposalState, VIEWS_OF_A_PERSON};
use crate::repeats::why::Why;
use crate::store::finding::SimilarThread;
use crate::store::proposals::{MemberView, ProposalPage, ProposalRow, Ticks};
use crate::web::Visit;
use crate::web::page::{Page, pen};
use crate::web::repeats::Draft;
use crate::web::views::components::{
    Column, Fact, Icon, Link, NoticeKind, Pen, Problem, breadcrumb, disclosure, error_summary, fact_list, figure,
    notice, section_head, table, time_ago,
};
use crate::web::views::layout::{columns, page_head};
use crate::web::views::threads::name_of;

/// How many weeks of growth are told.
const WEEKS: i32 = 8;

/// What the page of a proposal shows.
pub struct Proposal {
    /// The proposal with all its questions.
    pub page: ProposalPage,
    /// The questions of the part that is shown.
    pub members: Vec<MemberView>,
    /// Why they are together.
    pub whys: HashMap<ThreadId, Why>,
    /// Which part is shown, from 1.
    pub part: usize,
    /// How many parts there are.
    pub part_count: usize,
    /// Other groups with which this one may be merged.
    pub others: Vec<(ProposalId, String)>,
    /// The draft of the article.
    pub draft: Option<Draft>,
    /// What was ticked and typed in a form that came back.
    pub typed: Option<Typed>,
    /// What is wrong with it.
    pub problems: Vec<Problem>,
    /// What somebody saw who decided too late.
    pub stale: Option<Stale>,
}

/// What was ticked and typed.
#[derive(Debug, Clone, Default)]
pub struct Typed {
    /// What was ticked.
    pub ticks: Ticks,
    /// Why it is declined.
    pub reason: String,
    /// The other group.
    pub other: Option<ProposalId>,
}

/// What somebody saw of a proposal that is another one by now.
pub struct Stale {
    /// The questions, as far as they are there.
    pub seen: Vec<SimilarThread>,
    /// How many are not.
    pub gone: usize,
}

impl Proposal {
    pub(super) fn is_open(&self) -> bool {
        self.page.row.state == ProposalState::Open
    }

    /// Whether its questions can be ticked.
    pub(super) fn has_boxes(&self) -> bool {
        self.is_open() && self.page.row.kind != ProposalKind::Revision
    }
}

/// The page of a proposal.
pub fn proposal(visit: &Visit, proposal: &Proposal) -> Page {
    let sprite = visit.site.assets.address(&visit.site.urls, "icons/sprite.svg");
    let pen = pen(visit, &sprite);
    let row = &proposal.page.row;
    let way = [Link::new(pen.say("repeats-title"), visit.site.urls.repeats())];
    let content = html! {
        (breadcrumb(&pen, &way))
        (error_summary(&pen, &proposal.problems))
        (page_head(&row.title, Some(&pen.say(kind_key(row.kind))), html! {}))
        @if let Some(stale) = &proposal.stale { (outrun(visit, &pen, proposal, stale)) }
        (decided(visit, &pen, row))
        (about(visit, &pen, row))
        (acts::with_members(visit, &pen, proposal))
        (draft(&pen, proposal))
        (acts::others(visit, &pen, proposal))
    };
    Page::new(row.title.clone(), columns(content, aside(&pen, proposal))).unlisted()
}

/// What this kind of proposal means, and which article it is about.
fn about(visit: &Visit, pen: &Pen<'_>, row: &ProposalRow) -> Markup {
    html! {
        p.proposal-about {
            (pen.say(&format!("proposal-{}-about", row.kind)))
            @if let Some((id, title)) = &row.article {
                " " a href=(visit.site.urls.article(*id, title)) dir="auto" { (title) }
            }
        }
    }
}

/// Who decided what, when and why.
fn decided(visit: &Visit, pen: &Pen<'_>, row: &ProposalRow) -> Markup {
    if row.state == ProposalState::Open {
        return html! {};
    }
    let said = row.decided.as_ref().map(|(by, at)| {
        let values = [("name", name_of(visit, by).into())];
        (pen.tell(&format!("proposal-is-{}", row.state), &values), *at)
    });
    notice(
        pen,
        NoticeKind::Information,
        html! {
            @match said {
                Some((said, at)) => p { (said) " " (time_ago(pen, at)) },
                None => p { (pen.say("proposal-is-lapsed")) },
            }
            @if !row.reason.is_empty() { blockquote dir="auto" { p { (row.reason) } } }
            @if let Some(into) = row.into {
                p { a href=(visit.site.urls.proposal(into)) { (pen.say("proposal-into")) } }
            }
        },
    )
}

/// What was seen beside what is so now.
fn outrun(visit: &Visit, pen: &Pen<'_>, proposal: &Proposal, stale: &Stale) -> Markup {
    let now: HashSet<ThreadId> = proposal.page.questions.iter().map(|question| question.0).collect();
    let seen: HashSet<ThreadId> = stale.seen.iter().map(|thread| thread.id).collect();
    let is_open = proposal.is_open();
    let line = |id: ThreadId, title: &str, mark: Option<&str>| {
        html! {
            li {
                a href=(visit.site.urls.thread(id, title)) dir="auto" { (title) }
                @if let Some(key) = mark { " " strong { (pen.say(key)) } }
            }
        }
    };
    let key = if is_open {
        "proposal-outrun"
    } else {
        "proposal-outrun-decided"
    };
    html! {
        div.outrun role="alert" tabindex="-1" autofocus {
            (notice(pen, NoticeKind::Warning, html! { p { (pen.say(key)) } }))
            div.both {
                section {
                    h2 { (pen.say("proposal-seen")) }
                    ul {
                        @for thread in &stale.seen {
                            (line(thread.id, &thread.title, (!now.contains(&thread.id)).then_some("proposal-left")))
                        }
                        @if stale.gone > 0 { li { (pen.count("proposal-gone", i64::try_from(stale.gone).unwrap_or(i64::MAX))) } }
                    }
                }
                section {
                    h2 { (pen.say("proposal-now")) }
                    ul {
                        @for member in &proposal.members {
                            (line(member.thread, &member.title, (!seen.contains(&member.thread)).then_some("proposal-joined")))
                        }
                    }
                }
            }
        }
    }
}

fn draft(pen: &Pen<'_>, proposal: &Proposal) -> Markup {
    html! {
        @if let Some(draft) = &proposal.draft {
            section.proposal-draft {
                (section_head(pen, &pen.say("proposal-draft"), None))
                p.hint { (pen.say("proposal-draft-about")) }
                article.article {
                    h3 dir="auto" { (draft.title) }
                    p.short-answer dir="auto" { (draft.lead) }
                    div.prose dir="auto" { (draft.html) }
                }
            }
        }
    }
}

fn aside(pen: &Pen<'_>, proposal: &Proposal) -> Markup {
    let row = &proposal.page.row;
    let mut facts = vec![
        Fact::new(
            pen.say("repeats-people"),
            html! { strong { (figure(pen, row.people)) } },
        ),
        Fact::new(pen.say("repeats-askers"), html! { (figure(pen, row.askers)) }),
        Fact::new(pen.say("repeats-me-too"), html! { (figure(pen, row.me_toos)) }),
        Fact::new(pen.say("repeats-views"), html! { (figure(pen, row.views)) }),
        Fact::new(pen.say("repeats-growth"), html! { (growth(pen, row)) }),
        Fact::new(pen.say("repeats-open-share"), html! { (unresolved(pen, row)) }),
    ];
    if row.kind == ProposalKind::Revision {
        facts.push(Fact::new(
            pen.say("repeats-unhelpful"),
            html! { (figure(pen, row.unhelpful)) },
        ));
    }
    facts.push(Fact::new(pen.say("proposal-since"), time_ago(pen, row.made_at)));
    html! {
        (fact_list(Some(&pen.say("repeats-figures")), &facts))
        p.hint { (pen.count("repeats-people-about", VIEWS_OF_A_PERSON)) }
        (weeks(pen, proposal))
    }
}

/// How many asked in each of the last weeks.
fn weeks(pen: &Pen<'_>, proposal: &Proposal) -> Markup {
    let [week, count] = ["repeats-week", "repeats-asked-in-week"].map(|key| pen.say(key));
    let heading = pen.say("repeats-by-week");
    let row = |ago: i32| {
        let to = pen.now - Duration::weeks(ago.into());
        let from = to - Duration::weeks(1);
        let asked = proposal.page.questions.iter();
        let count = asked.filter(|question| question.1 > from && question.1 <= to).count();
        vec![
            html! { (time_ago(pen, from)) },
            html! { (figure(pen, i64::try_from(count).unwrap_or(i64::MAX))) },
        ]
    };
    let rows: Vec<Vec<Markup>> = (0..WEEKS).map(row).collect();
    let columns = [Column::words(&week), Column::numbers(&count)];
    disclosure(pen, &heading, Some(Icon::History), table(&heading, &columns, &rows))
}
