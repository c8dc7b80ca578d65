//! A list of threads with its filters.

use std::collections::BTreeMap;

use chrono::{DateTime, Utc};
use maud::{Markup, html};

use super::known_problems::in_category;
use super::mark;
use super::monthly_helpers::helpers;
use crate::domain::category::Audience;
use crate::domain::cursor::Cursor;
use crate::domain::selection::SelectionAct;
use crate::domain::thread::{Is, Sort};
use crate::store::threads::ThreadRow as StoredRow;
use crate::urls::{ThreadsQuery, Urls};
use crate::web::Visit;
use crate::web::page::{Page, pen};
use crate::web::threads::Shown;
use crate::web::views::components::{
    Icon, Link, Pen, RowFigure, ThreadRow, Weight, breadcrumb, empty_state, filter_links, link_button, pager,
    tag_links, thread_list,
};
use crate::web::views::layout::page_head;
use crate::web::views::selections::{may_select, selection_form};
use crate::web::views::structured;
use crate::web::views::watching::{Of, watch};

/// A thread as a line of a list.
pub fn row<'a>(urls: &Urls, thread: &'a StoredRow, at: DateTime<Utc>, names_category: bool) -> ThreadRow<'a> {
    ThreadRow {
        href: urls.thread(thread.id, &thread.title),
        title: &thread.title,
        mark: mark(thread.kind, thread.standing),
        pinned: thread.is_pinned,
        category: Some(thread.category.1.as_str()).filter(|_| names_category && !thread.is_only_category),
        tags: &thread.tags,
        asker: thread.author.name.as_deref().unwrap_or("–"),
        replies: thread.reply_count,
        news: thread.new_count,
        figure: RowFigure::Affected(thread.me_too_count),
        at,
        pick: None,
    }
}

/// A list: all threads, a category's, or a tag's.
pub fn list(visit: &Visit, shown: &Shown) -> Page {
    let sprite = visit.site.assets.address(&visit.site.urls, "icons/sprite.svg");
    let pen = pen(visit, &sprite);
    let urls = &visit.site.urls;
    let (title, explanation) = heading(&pen, shown);
    let rows = rows(urls, shown, may_select(visit));
    let older = shown
        .threads
        .more
        .map(|more| address(urls, shown, shown.is, shown.sort, Some(more)));
    let newest = shown.after.map(|_| address(urls, shown, shown.is, shown.sort, None));
    // Elsewhere the frame's own button does.
    let home = shown
        .category
        .as_ref()
        .filter(|category| category.archived_at.is_none());
    let ask = home.map(|category| {
        let ask = urls.new_thread_in(&category.slug);
        link_button(&pen, &pen.say("list-ask"), &ask, Some(Icon::Plus), Weight::Primary)
    });
    let feed = feed(urls, shown);
    let about = explanation.clone().unwrap_or_else(|| pen.say("about-list"));
    let content = html! {
        (breadcrumb(&pen, &way(&pen, urls, shown)))
        (page_head(&title, explanation.as_deref(), html! { (ask.unwrap_or_default()) (wishes(&pen, urls, shown)) }))
        (in_category(visit, &pen, &shown.problems))
        (filters(&pen, urls, shown))
        (tags_here(&pen, urls, shown))
        @if rows.is_empty() {
            @let (heading, words) = nothing(shown);
            (empty_state(&pen, Icon::Question, &pen.say(heading), &pen.say(words), html! {}))
        } @else {
            (thread_list(&pen, &title, &rows))
            (selection_form(visit, &pen, SelectionAct::ALL, &address(urls, shown, shown.is, shown.sort, shown.after)))
        }
        (pager(&pen, newest.as_deref(), older.as_deref()))
        (helpers(&pen, urls, &shown.helpers))
        @if let Some(feed) = &feed { p.hint { a href=(feed) type="application/atom+xml" { (pen.say("feed-link")) } } }
    };
    let canonical = address(urls, shown, shown.is, shown.sort, shown.after);
    let mut steps = way(&pen, urls, shown);
    steps.push(Link::new(title.clone(), canonical.clone()));
    let page = Page::new(title, content).description(about);
    let page = match &feed {
        Some(feed) => page.feed(visit, feed),
        None => page,
    };
    if is_listed(shown) {
        page.canonical(visit, &canonical)
            .structured([structured::breadcrumbs(visit, &steps)])
    } else {
        page.unlisted()
    }
}

/// How much this viewer wants to hear of the category or the tag.
fn wishes(pen: &Pen<'_>, urls: &Urls, shown: &Shown) -> Markup {
    let action = match (&shown.category, &shown.tag) {
        (Some(category), None) => urls.watch_category(&category.slug),
        (None, Some(tag)) => urls.watch_tag(&tag.name),
        _ => return html! {},
    };
    html! { @if let Some(level) = shown.level { (watch(pen, Of::Place, &action, level)) } }
}

/// The lines of the list, the pinned ones first; moderators may tick them.
fn rows<'a>(urls: &Urls, shown: &'a Shown, can_be_ticked: bool) -> Vec<ThreadRow<'a>> {
    let at = |thread: &StoredRow| {
        if shown.sort == Sort::New {
            thread.created_at
        } else {
            thread.active_at
        }
    };
    let lines = shown.pinned.iter().chain(&shown.threads.items);
    lines
        .map(|thread| ThreadRow {
            figure: match shown.sort {
                Sort::Votes => RowFigure::Score(thread.score),
                Sort::Active | Sort::New => RowFigure::Affected(thread.me_too_count),
            },
            pick: can_be_ticked.then_some(thread.id),
            ..row(urls, thread, at(thread), shown.category.is_none())
        })
        .collect()
}

/// Whether search engines should list this page: not the same threads in another order, not an older part, which moves with
/// every thread, not a tag within a category, of which there are too many, and not a tag that nothing carries.
fn is_listed(shown: &Shown) -> bool {
    let is_plain = shown.after.is_none() && shown.sort == Sort::Active;
    let is_empty_tag = shown.tag.is_some() && (shown.threads.items.is_empty() || shown.category.is_some());
    is_plain && !is_empty_tag
}

/// The feed that tells of the same threads, where passers-by may read them.
fn feed(urls: &Urls, shown: &Shown) -> Option<String> {
    match (&shown.category, &shown.tag, shown.is) {
        (Some(category), None, None) if category.audience == Audience::Public => {
            Some(urls.feed_of_category(&category.slug))
        }
        (None, Some(tag), None) => Some(urls.feed_of_tag(&tag.name)),
        (None, None, Some(Is::Unanswered)) => Some(urls.feed_of_unanswered()),
        (None, None, None) => Some(urls.feed_of_all()),
        _ => None,
    }
}

fn heading(pen: &Pen<'_>, shown: &Shown) -> (String, Option<String>) {
    match (&shown.category, &shown.tag) {
        (Some(category), Some(tag)) => {
            let values = [
                ("category", category.name.clone().into()),
                ("tag", tag.name.clone().into()),
            ];
            (pen.tell("list-title-both", &values), None)
        }
        (Some(category), None) => {
            let explanation = (!category.description.is_empty()).then(|| category.description.clone());
            (category.name.clone(), explanation)
        }
        (None, Some(tag)) => {
            let explanation = (!tag.description.is_empty()).then(|| tag.description.clone());
            (
                pen.tell("list-title-tag", &[("tag", tag.name.clone().into())]),
                explanation,
            )
        }
        (None, None) => (pen.say("list-title"), None),
    }
}

/// The way from the home page down to the list.
fn way(pen: &Pen<'_>, urls: &Urls, shown: &Shown) -> Vec<Link> {
    let mut way = vec![Link::new(pen.say("way-home"), urls.home())];
    match (&shown.category, &shown.tag) {
        (Some(category), Some(_)) => way.push(Link::new(category.name.clone(), urls.category(&category.slug))),
        (None, Some(_)) => way.push(Link::new(pen.say("menu-tags"), urls.tags())),
        _ => {}
    }
    way
}

fn filters(pen: &Pen<'_>, urls: &Urls, shown: &Shown) -> Markup {
    let by_standing = [
        ("list-all", None),
        ("list-unanswered", Some(Is::Unanswered)),
        ("list-open", Some(Is::Open)),
        ("list-resolved", Some(Is::Resolved)),
    ];
    let by_order = [
        ("list-active", Sort::Active),
        ("list-new", Sort::New),
        ("list-votes", Sort::Votes),
    ];
    let standing = by_standing.map(|(key, is)| {
        let link = Link::new(pen.say(key), address(urls, shown, is, shown.sort, None));
        (link.current_if(shown.is == is), None)
    });
    let order = by_order.map(|(key, sort)| {
        let link = Link::new(pen.say(key), address(urls, shown, shown.is, sort, None));
        (link.current_if(shown.sort == sort), None)
    });
    let has_questions = shown.category.as_ref().is_none_or(|category| category.kinds.questions);
    html! {
        div.filter-rows {
            @if has_questions { (filter_links(pen, &pen.say("list-standing"), &standing)) }
            (filter_links(pen, &pen.say("list-order"), &order))
        }
    }
}

/// The most tags that a category's page names.
const MOST_TAGS: usize = 12;

/// From a category to its threads with a tag, one of those that its threads on this page carry; from there to the tag
/// everywhere.
fn tags_here(pen: &Pen<'_>, urls: &Urls, shown: &Shown) -> Markup {
    let links: Vec<Link> = match (&shown.category, &shown.tag) {
        (Some(category), None) => {
            let with = |tag: &str| {
                urls.threads_where(&ThreadsQuery {
                    category: Some(&category.slug),
                    tag: Some(tag),
                    ..ThreadsQuery::default()
                })
            };
            let names = most_used(shown).into_iter().take(MOST_TAGS);
            names.map(|tag| Link::new(tag, with(tag))).collect()
        }
        (Some(_), Some(tag)) => {
            let label = pen.tell("list-tag-everywhere", &[("tag", tag.name.clone().into())]);
            vec![Link::new(label, urls.tag(&tag.name))]
        }
        (None, _) => Vec::new(),
    };
    html! {
        @if !links.is_empty() {
            nav.tags-here aria-label=(pen.say("list-tags-here")) { (tag_links(pen, &links)) }
        }
    }
}

/// The tags of the threads on the page, those of most threads first.
fn most_used(shown: &Shown) -> Vec<&str> {
    let mut uses: BTreeMap<&str, usize> = BTreeMap::new();
    for tag in shown
        .pinned
        .iter()
        .chain(&shown.threads.items)
        .flat_map(|thread| &thread.tags)
    {
        *uses.entry(tag).or_default() += 1;
    }
    let mut names: Vec<&str> = uses.keys().copied().collect();
    // Stable: what is used alike stays in the order of names.
    names.sort_by_key(|name| std::cmp::Reverse(uses.get(name).copied()));
    names
}

/// The list's address; a category's and a tag's own pages have short ones.
fn address(urls: &Urls, shown: &Shown, is: Option<Is>, sort: Sort, after: Option<Cursor>) -> String {
    let query = ThreadsQuery {
        is,
        sort: Some(sort),
        after,
        ..ThreadsQuery::default()
    };
    match (&shown.category, &shown.tag) {
        (Some(category), None) => urls.with_threads_query(&urls.category(&category.slug), &query),
        (None, Some(tag)) => urls.with_threads_query(&urls.tag(&tag.name), &query),
        (Some(category), Some(tag)) => urls.threads_where(&ThreadsQuery {
            category: Some(&category.slug),
            tag: Some(&tag.name),
            ..query
        }),
        (None, None) => urls.threads_where(&query),
    }
}

fn nothing(shown: &Shown) -> (&'static str, &'static str) {
    match shown.is {
        Some(Is::Unanswered) => ("list-none-unanswered", "list-none-unanswered-explained"),
        Some(Is::Open) => ("list-none-open", "list-none-open-explained"),
        Some(Is::Resolved) => ("list-none-resolved", "list-none-resolved-explained"),
        None => ("list-none", "list-none-explained"),
    }
}
