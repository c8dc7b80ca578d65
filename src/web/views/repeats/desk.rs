//! The desk: what repeated questions propose, what affects most people first.

use maud::{Markup, html};

use super::{growth, kind_key, outbreaks, unresolved};
use crate::domain::cursor::PageOf;
use crate::domain::proposal::{ProposalKind, ProposalState};
use crate::store::outbreaks::Outbreak;
use crate::store::proposals::{Filter, ProposalRow};
use crate::web::Visit;
use crate::web::page::{Page, pen};
use crate::web::views::components::{
    Column, Icon, Link, Pen, empty_state, figure, filter_links, onward_pager, table, time_ago,
};
use crate::web::views::layout::page_head;
use crate::web::views::threads::name_of;

/// What the desk shows.
pub struct Desk {
    /// Which proposals.
    pub filter: Filter,
    /// A page of them.
    pub rows: PageOf<ProposalRow>,
    /// Questions that are asked unusually often just now.
    pub outbreaks: Vec<Outbreak>,
    /// Whether this is a later page.
    pub is_further: bool,
}

/// The desk.
pub fn desk(visit: &Visit, desk: &Desk) -> Page {
    let sprite = visit.site.assets.address(&visit.site.urls, "icons/sprite.svg");
    let pen = pen(visit, &sprite);
    let urls = &visit.site.urls;
    let title = pen.say("repeats-title");
    let here = shown(desk.filter).map_or_else(|| urls.repeats(), |show| urls.repeats_shown(show));
    let older = desk.rows.more.map(|after| urls.page_after(&here, after));
    let content = html! {
        (page_head(&title, Some(&pen.say("repeats-about")), html! {}))
        (outbreaks(visit, &pen, &desk.outbreaks))
        (filters(visit, &pen, desk.filter))
        @if desk.rows.items.is_empty() {
            (nothing(visit, &pen, desk.filter))
        } @else {
            (rows(visit, &pen, &title, desk))
        }
        (onward_pager(&pen, desk.is_further.then_some(here.as_str()), older.as_deref()))
    };
    Page::new(title, content).unlisted()
}

/// What stands in the address for a list; the first one needs nothing.
fn shown(filter: Filter) -> Option<&'static str> {
    match filter {
        Filter::Open(kind) => kind.map(ProposalKind::as_str),
        Filter::Adopted => Some("adopted"),
        Filter::Decided => Some("decided"),
    }
}

fn filters(visit: &Visit, pen: &Pen<'_>, chosen: Filter) -> Markup {
    let urls = &visit.site.urls;
    let kinds = ProposalKind::ALL.iter().map(|kind| Filter::Open(Some(*kind)));
    let all = [Filter::Open(None)].into_iter().chain(kinds);
    let all = all.chain([Filter::Adopted, Filter::Decided]);
    let link = |filter: Filter| {
        let key = match filter {
            Filter::Open(None) => "repeats-open",
            Filter::Open(Some(kind)) => kind_key(kind),
            Filter::Adopted => "repeats-adopted",
            Filter::Decided => "repeats-decided",
        };
        let href = shown(filter).map_or_else(|| urls.repeats(), |show| urls.repeats_shown(show));
        (Link::new(pen.say(key), href).current_if(filter == chosen), None)
    };
    let links: Vec<_> = all.map(link).collect();
    filter_links(pen, &pen.say("repeats-filter"), &links)
}

/// Why the list is empty, and when something will stand in it.
fn nothing(visit: &Visit, pen: &Pen<'_>, filter: Filter) -> Markup {
    let (title, about) = match filter {
        Filter::Open(None) => ("repeats-none", "repeats-none-about"),
        Filter::Open(Some(_)) => ("repeats-none-of-kind", "repeats-none-about"),
        Filter::Adopted => ("repeats-none-adopted", "repeats-none-adopted-about"),
        Filter::Decided => ("repeats-none-decided", "repeats-none-decided-about"),
    };
    let rule = visit.site.settings().proposal_rule;
    let values = [("askers", rule.fewest_askers.into()), ("days", rule.days.into())];
    empty_state(
        pen,
        Icon::Duplicate,
        &pen.say(title),
        &pen.tell(about, &values),
        html! {},
    )
}

fn rows(visit: &Visit, pen: &Pen<'_>, title: &str, desk: &Desk) -> Markup {
    let labels = [
        "repeats-question",
        "repeats-people",
        "repeats-growth",
        "repeats-open-share",
        "repeats-state",
    ];
    let [question, people, grows, open, state] = labels.map(|key| pen.say(key));
    let columns = [
        Column::words(&question),
        Column::numbers(&people),
        Column::numbers(&grows),
        Column::numbers(&open),
        Column::words(&state),
    ];
    let row = |row: &ProposalRow| {
        vec![
            html! {
                a href=(visit.site.urls.proposal(row.id)) dir="auto" { (row.title) }
                span.proposal-kind { (pen.say(kind_key(row.kind))) " · " (pen.count("repeats-asked", row.members)) }
            },
            html! { (figure(pen, row.people)) },
            html! { (growth(pen, row)) },
            html! { (unresolved(pen, row)) },
            html! { (standing(visit, pen, row)) },
        ]
    };
    let rows: Vec<Vec<Markup>> = desk.rows.items.iter().map(row).collect();
    html! { div.admin-table.proposals { (table(title, &columns, &rows)) } }
}

/// Since when it is proposed, or who decided what.
fn standing(visit: &Visit, pen: &Pen<'_>, row: &ProposalRow) -> Markup {
    let Some((by, at)) = row.decided.as_ref().filter(|_| row.state != ProposalState::Open) else {
        return html! { (pen.say("proposal-since")) " " (time_ago(pen, row.made_at)) };
    };
    let key = format!("proposal-row-{}", row.state);
    let values = [("name", name_of(visit, by).into())];
    html! { (pen.tell(&key, &values)) " " (time_ago(pen, *at)) }
}
