//! The home of the knowledge base, a section, and what is asked most.

use maud::{Markup, html};

use super::marks;
use crate::domain::cursor::{Cursor, PageOf};
use crate::domain::role::Role;
use crate::store::articles::{ArticleRow, Home};
use crate::store::sections::Section;
use crate::web::Visit;
use crate::web::page::{Page, pen};
use crate::web::views::components::{
    Icon, Link, Pen, Weight, breadcrumb, empty_state, figure, link_button, onward_pager, section_head,
};
use crate::web::views::layout::page_head;
use crate::web::views::structured;

/// The home: sections with their counts, what helped most, what is read most.
pub fn home(visit: &Visit, home: &Home) -> Page {
    let sprite = visit.site.assets.address(&visit.site.urls, "icons/sprite.svg");
    let pen = pen(visit, &sprite);
    let urls = &visit.site.urls;
    let title = pen.say("articles-title");
    let (helpful, viewed) = (pen.say("articles-helpful"), pen.say("articles-viewed"));
    let is_empty = home.viewed.is_empty() && home.sections.is_empty();
    let content = html! {
        (breadcrumb(&pen, &[Link::new(pen.say("way-home"), urls.home())]))
        (page_head(&title, Some(&pen.say("articles-about")), new_button(visit, &pen, None)))
        @if is_empty {
            (nothing(visit, &pen))
        } @else {
            p { a href=(urls.frequent_questions()) { (pen.say("faq-link")) } }
            (cards(visit, &pen, &home.sections))
            @if !home.helpful.is_empty() {
                (section_head(&pen, &helpful, None))
                (rows(visit, &pen, &helpful, &home.helpful))
            }
            @if !home.viewed.is_empty() {
                (section_head(&pen, &viewed, None))
                (rows(visit, &pen, &viewed, &home.viewed))
            }
        }
    };
    Page::new(title, content)
        .description(pen.say("articles-about"))
        .canonical(visit, &urls.articles())
        .feed(visit, &urls.feed_of_articles())
}

/// What those who write, those who run the forum, and all others find where nothing is yet.
fn nothing(visit: &Visit, pen: &Pen<'_>) -> Markup {
    let urls = &visit.site.urls;
    let user = visit.viewer.user();
    let is_admin = user.is_some_and(|user| user.role == Role::Admin);
    let (words, action) = if is_admin {
        let label = pen.say("section-new");
        (
            "articles-none-admin",
            link_button(
                pen,
                &label,
                &urls.admin_new_section(),
                Some(Icon::Plus),
                Weight::Primary,
            ),
        )
    } else if user.is_some_and(|user| user.writes_articles()) {
        ("articles-none-writer", html! {})
    } else {
        let label = pen.say("layout-ask");
        (
            "articles-none-reader",
            link_button(pen, &label, &urls.new_thread(), None, Weight::Primary),
        )
    };
    empty_state(pen, Icon::Article, &pen.say("articles-none"), &pen.say(words), action)
}

/// The button that begins an article, for those who write.
fn new_button(visit: &Visit, pen: &Pen<'_>, section: Option<&Section>) -> Markup {
    let urls = &visit.site.urls;
    let href = section.map_or_else(|| urls.new_article(), |section| urls.new_article_in(section.id));
    html! {
        @if visit.viewer.user().is_some_and(|user| user.writes_articles()) {
            (link_button(pen, &pen.say("article-new"), &href, Some(Icon::Plus), Weight::Secondary))
        }
    }
}

/// The sections side by side, each with those within it.
fn cards(visit: &Visit, pen: &Pen<'_>, sections: &[Section]) -> Markup {
    let urls = &visit.site.urls;
    let tops = sections.iter().filter(|section| section.parent.is_none());
    html! {
        ul.cards aria-label=(pen.say("sections-label")) {
            @for top in tops {
                li.card.section-card {
                    h2 { a href=(urls.section(top.id, &top.name, None)) dir="auto" { (top.name) } }
                    @if !top.description.is_empty() { p dir="auto" { (top.description) } }
                    @if top.article_count > 0 || !sections.iter().any(|section| section.parent == Some(top.id)) {
                        p.card-figures { span { (pen.count("section-articles", top.article_count)) } }
                    }
                    ul {
                        @for within in sections.iter().filter(|section| section.parent == Some(top.id)) {
                            li {
                                a href=(urls.section(within.id, &within.name, None)) dir="auto" { (within.name) }
                                " " span.count { (figure(pen, within.article_count)) }
                            }
                        }
                    }
                }
            }
        }
    }
}

/// Articles under each other, each with its short answer.
pub(super) fn rows(visit: &Visit, pen: &Pen<'_>, label: &str, rows: &[ArticleRow]) -> Markup {
    html! {
        ul.articles aria-label=(label) {
            @for row in rows {
                li.article-row {
                    p.thread-title dir="auto" {
                        a href=(visit.site.urls.article(row.id, &row.title)) lang=(row.language.code()) { (row.title) }
                        (marks(pen, row.state, row.audience))
                    }
                    p.article-lead dir="auto" lang=(row.language.code()) { (row.short_answer) }
                    p.meta {
                        bdi { (row.section) } " · " (pen.count("article-views", row.view_count))
                        // Readers see at once what they cannot read.
                        @if row.language != pen.phrases.spoken() { " · " span lang=(row.language.code()) { (row.language.own_name()) } }
                    }
                }
            }
        }
    }
}

/// A section with its articles, and the sections within it.
pub fn section(
    visit: &Visit,
    all: &[Section],
    section: &Section,
    page: &PageOf<ArticleRow>,
    after: Option<Cursor>,
) -> Page {
    let sprite = visit.site.assets.address(&visit.site.urls, "icons/sprite.svg");
    let pen = pen(visit, &sprite);
    let urls = &visit.site.urls;
    let here = urls.section(section.id, &section.name, None);
    let parent = all.iter().find(|other| Some(other.id) == section.parent);
    let mut way = vec![
        Link::new(pen.say("way-home"), urls.home()),
        Link::new(pen.say("articles-title"), urls.articles()),
    ];
    way.extend(parent.map(|parent| Link::new(parent.name.clone(), urls.section(parent.id, &parent.name, None))));
    let within: Vec<&Section> = all.iter().filter(|other| other.parent == Some(section.id)).collect();
    let about = (!section.description.is_empty()).then_some(section.description.as_str());
    let older = page
        .more
        .map(|more| urls.section(section.id, &section.name, Some(more)));
    let content = html! {
        (breadcrumb(&pen, &way))
        (page_head(&section.name, about, new_button(visit, &pen, Some(section))))
        @if !within.is_empty() {
            ul.tag-index aria-label=(pen.say("sections-label")) {
                @for other in within {
                    li {
                        a href=(urls.section(other.id, &other.name, None)) dir="auto" { (other.name) }
                        " " span.count { (figure(&pen, other.article_count)) }
                    }
                }
            }
        }
        @if page.items.is_empty() {
            p.hint { (pen.say("section-none")) }
        } @else {
            (rows(visit, &pen, &section.name, &page.items))
        }
        (onward_pager(&pen, after.map(|_| here.as_str()), older.as_deref()))
    };
    way.push(Link::new(section.name.clone(), here.clone()));
    let said = about.map_or_else(|| pen.say("articles-about"), str::to_owned);
    let shown = Page::new(section.name.clone(), content).description(said);
    if after.is_some() || page.items.is_empty() {
        return shown.unlisted();
    }
    shown
        .canonical(visit, &here)
        .structured([structured::breadcrumbs(visit, &way)])
}

/// What is asked most: each question with its short answer.
pub fn frequent(visit: &Visit, articles: &[ArticleRow]) -> Page {
    let sprite = visit.site.assets.address(&visit.site.urls, "icons/sprite.svg");
    let pen = pen(visit, &sprite);
    let urls = &visit.site.urls;
    let title = pen.say("faq-title");
    let content = html! {
        (breadcrumb(&pen, &[
            Link::new(pen.say("way-home"), urls.home()),
            Link::new(pen.say("articles-title"), urls.articles()),
        ]))
        (page_head(&title, Some(&pen.say("faq-about")), html! {}))
        @if articles.is_empty() {
            (nothing(visit, &pen))
        } @else {
            dl.faq {
                @for row in articles {
                    div {
                        dt dir="auto" { a href=(urls.article(row.id, &row.title)) { (row.title) } (marks(&pen, row.state, row.audience)) }
                        dd dir="auto" { (row.short_answer) }
                    }
                }
            }
        }
    };
    Page::new(title, content)
        .description(pen.say("faq-about"))
        .canonical(visit, &urls.frequent_questions())
}
