//! A list of threads with its filters.

use chrono::{DateTime, Utc};
use maud::{Markup, html};

use super::mark;
use crate::domain::cursor::Cursor;
use crate::domain::thread::{Is, Sort};
use crate::store::threads::ThreadRow as StoredRow;
use crate::urls::{ThreadsQuery, Urls};
use crate::web::Visit;
use crate::web::page::{Page, pen};
use crate::web::threads::Shown;
use crate::web::views::components::{
    Icon, Link, Pen, ThreadRow, Weight, breadcrumb, empty_state, filter_links, link_button, pager, thread_list,
};
use crate::web::views::layout::page_head;

/// A thread as a line of a list.
pub fn row<'a>(urls: &Urls, thread: &'a StoredRow, at: DateTime<Utc>, names_category: bool) -> ThreadRow<'a> {
    ThreadRow {
        href: urls.thread(thread.id, &thread.title),
        title: &thread.title,
        mark: mark(thread.kind, thread.standing),
        pinned: thread.is_pinned,
        category: names_category.then_some(thread.category.1.as_str()),
        tags: &thread.tags,
        asker: thread.author.name.as_deref().unwrap_or("–"),
        replies: thread.reply_count,
        affected: thread.me_too_count,
        at,
    }
}

/// A list: all threads, a category's, or a tag's.
pub fn list(visit: &Visit, shown: &Shown) -> Page {
    let sprite = visit.site.assets.address(&visit.site.urls, "icons/sprite.svg");
    let pen = pen(visit, &sprite);
    let urls = &visit.site.urls;
    let (title, explanation) = heading(&pen, shown);
    let at = |thread: &StoredRow| {
        if shown.sort == Sort::New {
            thread.created_at
        } else {
            thread.active_at
        }
    };
    let lines = shown.pinned.iter().chain(&shown.threads.items);
    let rows: Vec<_> = lines
        .map(|thread| row(urls, thread, at(thread), shown.category.is_none()))
        .collect();
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
    let content = html! {
        (way(&pen, urls, shown))
        (page_head(&title, explanation.as_deref(), ask.unwrap_or_default()))
        (filters(&pen, urls, shown))
        @if rows.is_empty() {
            @let (heading, words) = nothing(shown);
            (empty_state(&pen, Icon::Question, &pen.say(heading), &pen.say(words), html! {}))
        } @else {
            (thread_list(&pen, &title, &rows))
        }
        (pager(&pen, newest.as_deref(), older.as_deref()))
    };
    let canonical = address(urls, shown, shown.is, shown.sort, shown.after);
    let page = Page::new(title, content).canonical(visit, &canonical);
    let page = match explanation {
        Some(explanation) => page.description(explanation),
        None => page,
    };
    if shown.after.is_some() || shown.sort != Sort::Active {
        page.unlisted()
    } else {
        page
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

fn way(pen: &Pen<'_>, urls: &Urls, shown: &Shown) -> Markup {
    let home = Link::new(pen.say("way-home"), urls.home());
    match (&shown.category, &shown.tag) {
        (Some(category), Some(_)) => breadcrumb(
            pen,
            &[home, Link::new(category.name.clone(), urls.category(&category.slug))],
        ),
        (None, Some(_)) => breadcrumb(pen, &[home, Link::new(pen.say("menu-tags"), urls.tags())]),
        _ => breadcrumb(pen, &[home]),
    }
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
