//! What a search found.

use maud::{Markup, html};

use super::articles;
use super::components::{
    Icon, Link, Pen, Weight, article_mark, breadcrumb, empty_state, filter_links, icon, link_button, numbered_pager,
    thread_mark, time_ago,
};
use super::contact::reach;
use super::layout::page_head;
use super::threads::mark;
use crate::domain::searching::Finding;
use crate::domain::thread::{Is, Standing};
use crate::search::embedded::{ARTICLE, Answer, standing_number};
use crate::search::query::Only;
use crate::search::snippet::Piece;
use crate::store::threads::ThreadRow;
use crate::web::Visit;
use crate::web::page::{Page, pen};
use crate::web::search::{ArticleLine, Found, Line, Shown};

/// The page of a search.
pub fn page(visit: &Visit, shown: &Shown) -> Page {
    let sprite = visit.site.assets.address(&visit.site.urls, "icons/sprite.svg");
    let pen = pen(visit, &sprite);
    let urls = &visit.site.urls;
    let content = html! {
        (breadcrumb(&pen, &[Link::new(pen.say("way-home"), urls.home())]))
        (page_head(&pen.say("search-title"), None, html! {}))
        (field(&pen, &urls.search(), &shown.typed))
        (found(visit, shown))
        (help(&pen))
    };
    Page::new(title_of(&pen, shown), content).description(pen.say("about-search"))
}

fn title_of(pen: &Pen<'_>, shown: &Shown) -> String {
    match shown.typed.trim() {
        "" => pen.say("search-title"),
        typed => pen.tell("search-title-of", &[("typed", typed.to_owned().into())]),
    }
}

/// What was found: the part of the page that a script replaces while one types. It carries the title that the page has with
/// it, and what readers by ear are told.
pub fn found(visit: &Visit, shown: &Shown) -> Markup {
    let sprite = visit.site.assets.address(&visit.site.urls, "icons/sprite.svg");
    let pen = pen(visit, &sprite);
    let title = format!("{} · {}", title_of(&pen, shown), visit.site.settings().site_name);
    let told = match &shown.answer {
        Some(answer) if answer.counts.all > 0 => count_of(&pen, answer),
        Some(_) => pen.say("search-none"),
        None => String::new(),
    };
    html! {
        div #found data-title=(title) data-told=(told) {
            @match &shown.answer {
                Some(answer) => (answered(visit, &pen, shown, answer)),
                None if shown.query.is_empty() => {},
                None => p.hint role="status" { (pen.say("search-filling")) },
            }
        }
    }
}

/// The field itself.
fn field(pen: &Pen<'_>, action: &str, typed: &str) -> Markup {
    html! {
        form.search-form role="search" method="get" action=(action) data-instant {
            label.unseen for="search-field" { (pen.say("search-label")) }
            div.search-box {
                (icon(pen, Icon::Search))
                input type="search" id="search-field" name="q" value=(typed) placeholder=(pen.say("search-example"))
                    autocomplete="off" enterkeyhint="search" dir="auto" autofocus[typed.is_empty()];
                button.button.primary type="submit" { (pen.say("search-button")) }
            }
        }
    }
}

fn answered(visit: &Visit, pen: &Pen<'_>, shown: &Shown, answer: &Answer) -> Markup {
    let urls = &visit.site.urls;
    let page = |number: usize| urls.found(&shown.typed, number);
    let newer = (shown.page > 1).then(|| page(shown.page - 1));
    let older = shown.has_more().then(|| page(shown.page + 1));
    html! {
        (said(pen, shown, answer))
        @if answer.counts.all == 0 {
            (nothing(visit, pen, shown))
        } @else {
            (facets(visit, pen, shown, answer))
            @if shown.results.is_empty() {
                p.hint { (pen.say("search-beyond")) }
            }
            ol.results aria-label=(pen.say("search-results")) {
                @for (place, one) in shown.results.iter().enumerate() { (result(visit, pen, one, shown.finding(place))) }
            }
            (numbered_pager(pen, shown.page, newer.as_deref(), older.as_deref()))
            (ask_instead(visit, pen, shown))
        }
    }
}

/// What was found, in a sentence, and what was taken instead of what was typed.
fn said(pen: &Pen<'_>, shown: &Shown, answer: &Answer) -> Markup {
    html! {
        @if shown.query.was_cut { p.hint { (pen.say("search-cut")) } }
        @if answer.counts.all > 0 {
            p.search-count {
                (count_of(pen, answer))
                @if answer.has_some_only { " · " (pen.say("search-some-only")) }
            }
        }
        @for (typed, meant) in &answer.corrected {
            p.hint {
                (pen.tell("search-corrected", &[("typed", typed.clone().into()), ("meant", meant.clone().into())]))
            }
        }
    }
}

fn count_of(pen: &Pen<'_>, answer: &Answer) -> String {
    let key = match (articles_in(answer) > 0, answer.counts.is_bounded) {
        (false, false) => "search-count",
        (false, true) => "search-count-more",
        (true, false) => "search-count-all",
        (true, true) => "search-count-all-more",
    };
    pen.count(key, as_count(answer.counts.all))
}

fn articles_in(answer: &Answer) -> usize {
    answer.counts.standings.get(&ARTICLE).copied().unwrap_or_default()
}

/// Links that narrow the search to articles, a standing or a category.
fn facets(visit: &Visit, pen: &Pen<'_>, shown: &Shown, answer: &Answer) -> Markup {
    let with = |more: &str| {
        visit
            .site
            .urls
            .found(format!("{} {more}", shown.typed.trim()).trim(), 1)
    };
    let count = |standings: &[Standing]| {
        let counts = standings
            .iter()
            .filter_map(|standing| answer.counts.standings.get(&standing_number(*standing)));
        counts.sum::<usize>()
    };
    let open = count(&[Standing::Unanswered, Standing::Answered]);
    let standings = [
        (Only::Articles, "search-articles", articles_in(answer)),
        (
            Only::Threads(Is::Resolved),
            "list-resolved",
            count(&[Standing::Resolved]),
        ),
        (Only::Threads(Is::Open), "list-open", open),
        (
            Only::Threads(Is::Unanswered),
            "list-unanswered",
            count(&[Standing::Unanswered]),
        ),
    ];
    let standings: Vec<(Link, Option<i64>)> = standings
        .into_iter()
        .filter(|(_, _, count)| *count > 0)
        .map(|(only, key, count)| {
            let link = Link::new(pen.say(key), with(&format!("is:{}", only.as_str())));
            (link, shown_count(answer, count))
        })
        .collect();
    let homes = shown.categories.iter().take(8);
    let homes: Vec<(Link, Option<i64>)> = homes
        .map(|(slug, name, count)| {
            let link = Link::new(name.clone(), with(&format!("category:{slug}")));
            (link, shown_count(answer, *count))
        })
        .collect();
    html! {
        @if shown.query.only.is_none() && standings.len() > 1 { (filter_links(pen, &pen.say("list-standing"), &standings)) }
        @if shown.query.category.is_none() && homes.len() > 1 {
            (filter_links(pen, &pen.say("search-categories"), &homes))
        }
    }
}

/// A count that ended at a bound is no count of its parts.
fn shown_count(answer: &Answer, count: usize) -> Option<i64> {
    (!answer.counts.is_bounded).then(|| as_count(count))
}

fn as_count(count: usize) -> i64 {
    i64::try_from(count).unwrap_or(i64::MAX)
}

fn result(visit: &Visit, pen: &Pen<'_>, found: &Found, finding: Option<Finding>) -> Markup {
    let (urls, (subject, title)) = (&visit.site.urls, found.line.named());
    let href = match finding {
        Some(finding) => urls.subject_found(subject, title, finding),
        None => urls.subject(subject, title),
    };
    html! {
        li.result {
            h2.result-title dir="auto" { a href=(href) { (pieces(&found.title)) } }
            p.result-about {
                @match &found.line {
                    Line::Thread(row) => (about_thread(pen, row)),
                    Line::Article(line) => (about_article(pen, line)),
                }
            }
            p.result-text dir="auto" {
                @if found.is_of_answer { span.result-of { (icon(pen, Icon::Check)) (pen.say("search-of-answer")) } " " }
                (pieces(&found.snippet))
            }
        }
    }
}

fn about_thread(pen: &Pen<'_>, row: &ThreadRow) -> Markup {
    html! {
        (thread_mark(pen, mark(row.kind, row.standing)))
        @if !row.is_only_category { span.category { bdi { (row.category.1) } } }
        span { (pen.count("thread-row-answers", row.reply_count)) }
        (time_ago(pen, row.created_at))
    }
}

fn about_article(pen: &Pen<'_>, line: &ArticleLine) -> Markup {
    html! {
        (article_mark(pen))
        (articles::audience_mark(pen, line.audience))
        span.category { bdi { (line.section) } }
        (time_ago(pen, line.published_at))
    }
}

fn pieces(pieces: &[Piece]) -> Markup {
    html! {
        @for piece in pieces {
            @if piece.is_found { mark { (piece.text) } } @else { (piece.text) }
        }
    }
}

fn nothing(visit: &Visit, pen: &Pen<'_>, shown: &Shown) -> Markup {
    let urls = &visit.site.urls;
    let ask = urls.new_thread_about(&shown.query.words_only());
    let near: Vec<(Link, Option<i64>)> = shown
        .near
        .iter()
        .map(|tag| (Link::new(tag.name.clone(), urls.tag(&tag.name)), Some(tag.thread_count)))
        .collect();
    html! {
        (wider(visit, pen, shown))
        (empty_state(
            pen,
            Icon::Search,
            &pen.say("search-none"),
            &pen.say("search-none-explained"),
            link_button(pen, &pen.say("search-ask"), &ask, Some(Icon::Plus), Weight::Primary),
        ))
        @if !near.is_empty() {
            div.near-tags {
                p.hint aria-hidden="true" { (pen.say("search-near")) }
                (filter_links(pen, &pen.say("search-near"), &near))
            }
        }
        (reach(visit, pen))
    }
}

/// The same words without what narrows them, when those find something.
fn wider(visit: &Visit, pen: &Pen<'_>, shown: &Shown) -> Markup {
    let typed = shown.query.typed_without_filters();
    html! {
        @if let Some(count) = shown.without_filters {
            p.search-wider {
                (pen.say("search-narrow")) " "
                a href=(visit.site.urls.found(&typed, 1)) { (pen.count("search-wider", as_count(count))) }
            }
        }
    }
}

fn ask_instead(visit: &Visit, pen: &Pen<'_>, shown: &Shown) -> Markup {
    let ask = visit.site.urls.new_thread_about(&shown.query.words_only());
    html! {
        p.ask-instead {
            (pen.say("search-not-it")) " "
            a href=(ask) { (pen.say("search-ask")) }
        }
    }
}

/// The query language in plain sight.
fn help(pen: &Pen<'_>) -> Markup {
    let rows = [
        ("\"card on file\"", "search-help-phrase"),
        ("-paypal", "search-help-without"),
        ("tag:billing", "search-help-tag"),
        ("category:help", "search-help-category"),
        ("is:resolved", "search-help-is"),
        ("is:article", "search-help-is-article"),
        ("by:ada", "search-help-by"),
        ("before:2025-01-31", "search-help-before"),
    ];
    html! {
        details.search-help {
            summary { (pen.say("search-help")) }
            dl {
                @for (example, key) in rows {
                    div { dt { code { (example) } } dd { (pen.say(key)) } }
                }
            }
        }
    }
}
