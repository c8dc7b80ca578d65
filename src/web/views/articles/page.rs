//! One article: the answer first, contents, the text, whether it helped, and where it comes from.

use maud::{Markup, html};

use super::opinion::{self, OpinionDraft};
use super::structured::told;
use super::{citations, guide, leaving, marks, writing};
use crate::domain::article::ArticleState;
use crate::domain::category::Audience;
use crate::domain::guide::Walk;
use crate::store::article_opinions::Opinion;
use crate::store::articles::ArticlePage;
use crate::store::authors::Author;
use crate::store::proposals::Payback;
use crate::text::SafeHtml;
use crate::text::contents::{Heading, with_anchors};
use crate::text::guide::Guide;
use crate::web::Visit;
use crate::web::page::{Page, pen};
use crate::web::views::components::{
    Fact, Link, Pen, breadcrumb, error_summary, fact_list, side_links, tag_links, thread_list, time_ago,
};
use crate::web::views::layout::columns;
use crate::web::views::repeats::payback;
use crate::web::views::threads::{name_of, page_of, row};

/// An article shorter than so many headings needs no table of contents.
const LEAST_CONTENTS: usize = 3;

/// What the page shows.
#[derive(Debug, Clone)]
pub struct Shown {
    /// The article.
    pub article: ArticlePage,
    /// Its steps, when it is a guide.
    pub guide: Option<Guide>,
    /// Why it helped or not; only for those who write.
    pub opinions: Vec<Opinion>,
    /// How often each step worked, and did not; only for those who write.
    pub answers: Vec<(i64, i64)>,
    /// What it pays back, when repeated questions proposed it; only for those who write.
    pub payback: Option<Payback>,
}

/// The page of an article; `opinion` is one that is to be mended.
pub fn page(visit: &Visit, shown: &Shown, opinion: Option<OpinionDraft<'_>>) -> Page {
    let sprite = visit.site.assets.address(&visit.site.urls, "icons/sprite.svg");
    let pen = pen(visit, &sprite);
    let article = &shown.article;
    let way = way_to(visit, &pen, article);
    let problems = opinion.map_or(&[][..], |draft| draft.problems);
    let content = html! {
        (breadcrumb(&pen, &way))
        (error_summary(&pen, problems))
        article.article lang=(article.language.code()) {
            (head(visit, &pen, article))
            p.short-answer dir="auto" { (article.short_answer) }
            (citations::deleted(visit, &pen, article))
            @match &shown.guide {
                Some(guide) => (guide::beginning(&pen, guide)),
                None => (text(&pen, &article.body)),
            }
        }
        @if let Some(guide) = &shown.guide {
            (guide::question(visit, &pen, article, &Walk::start()))
            (guide::whole(&pen, article, guide))
        }
        (tags(visit, &pen, article))
        (writing::bar(visit, &pen, article))
        @if asks_opinion(shown) || opinion.is_some() { (opinion::ask(visit, &pen, article.id, opinion)) }
        @if let Some(told) = &shown.payback { (payback(&pen, told)) }
        (writing::opinions(visit, &pen, article, &shown.opinions))
        (leaving::table_of(visit, &pen, shown))
        (answered(visit, &pen, article))
    };
    let here = visit.site.urls.article(article.id, &article.title);
    let page = Page::new(article.title.clone(), columns(content, aside(visit, &pen, article)))
        .description(article.short_answer.clone());
    if article.state != ArticleState::Published {
        return page.unlisted();
    }
    let is_told = article.audience == Audience::Public && visit.viewer.user().is_none();
    let blocks = if is_told { told(visit, shown, &way) } else { Vec::new() };
    page.canonical(visit, &here).structured(blocks)
}

/// Whether readers are asked if it helped: a guide asks that of each step.
fn asks_opinion(shown: &Shown) -> bool {
    shown.article.state == ArticleState::Published && shown.guide.is_none()
}

/// The way from the home page down to the section of an article.
pub(super) fn way_to(visit: &Visit, pen: &Pen<'_>, article: &ArticlePage) -> Vec<Link> {
    let urls = &visit.site.urls;
    let mut way = vec![
        Link::new(pen.say("way-home"), urls.home()),
        Link::new(pen.say("articles-title"), urls.articles()),
    ];
    let sections = article.way.iter();
    way.extend(sections.map(|(id, name)| Link::new(name.clone(), urls.section(*id, name, None))));
    way
}

fn head(visit: &Visit, pen: &Pen<'_>, article: &ArticlePage) -> Markup {
    let at = article.reviewed_at.unwrap_or(article.edited_at);
    let key = if article.reviewed_at.is_some() {
        "article-reviewed-at"
    } else {
        "article-edited-at"
    };
    html! {
        header.page-head {
            div {
                h1 dir="auto" { (article.title) }
                p.meta {
                    (pen.say(key)) " " (time_ago(pen, at))
                    @if article.answered.count > 0 { " · " a href="#answered" { (answers(pen, article)) } }
                    (marks(pen, article.state, article.audience))
                }
                (languages(visit, pen, article))
            }
        }
    }
}

fn answers(pen: &Pen<'_>, article: &ArticlePage) -> String {
    let key = if article.answered.is_more {
        "article-answers-more"
    } else {
        "article-answers"
    };
    pen.count(key, article.answered.count)
}

fn languages(visit: &Visit, pen: &Pen<'_>, article: &ArticlePage) -> Markup {
    html! {
        @if !article.languages.is_empty() {
            nav.article-languages aria-label=(pen.say("article-languages")) {
                ul {
                    @for other in &article.languages {
                        li {
                            a href=(visit.site.urls.article(other.id, &other.title)) hreflang=(other.language.code()) lang=(other.language.code()) {
                                (other.language.own_name())
                            }
                        }
                    }
                }
            }
        }
    }
}

fn table_of_contents(pen: &Pen<'_>, contents: &[Heading]) -> Markup {
    html! {
        @if contents.len() >= LEAST_CONTENTS {
            nav.contents aria-label=(pen.say("article-contents")) {
                p.contents-head { (pen.say("article-contents")) }
                ol {
                    @for heading in contents {
                        li.deeper[heading.level > 2] { a href={ "#" (heading.anchor) } dir="auto" { (heading.words) } }
                    }
                }
            }
        }
    }
}

fn text(pen: &Pen<'_>, body: &SafeHtml) -> Markup {
    let (body, contents) = with_anchors(body);
    html! {
        (table_of_contents(pen, &contents))
        div.prose dir="auto" { (body) }
    }
}

fn tags(visit: &Visit, pen: &Pen<'_>, article: &ArticlePage) -> Markup {
    let tags = article.tags.iter();
    let links: Vec<Link> = tags
        .map(|tag| Link::new(tag.clone(), visit.site.urls.tag(tag)))
        .collect();
    tag_links(pen, &links)
}

/// The latest of the threads that it answers.
fn answered(visit: &Visit, pen: &Pen<'_>, article: &ArticlePage) -> Markup {
    let threads = article.answered.threads.iter();
    let rows: Vec<_> = threads
        .map(|thread| row(&visit.site.urls, thread, thread.created_at, true))
        .collect();
    html! {
        @if !rows.is_empty() {
            section #answered {
                h2 { (answers(pen, article)) }
                (thread_list(pen, &pen.say("article-answered"), &rows))
            }
        }
    }
}

fn aside(visit: &Visit, pen: &Pen<'_>, article: &ArticlePage) -> Markup {
    let urls = &visit.site.urls;
    let mut facts = Vec::new();
    if let Some(at) = article.published_at {
        facts.push(Fact::new(pen.say("article-fact-published"), time_ago(pen, at)));
    }
    if let Some(at) = article.reviewed_at {
        facts.push(Fact::new(pen.say("article-fact-reviewed"), time_ago(pen, at)));
    }
    facts.push(Fact::new(
        pen.say("article-fact-author"),
        person(visit, &article.author),
    ));
    if let Some(reviewer) = &article.reviewer {
        facts.push(Fact::new(pen.say("article-fact-reviewer"), person(visit, reviewer)));
    }
    if let Some(owner) = &article.owner {
        facts.push(Fact::new(pen.say("article-fact-owner"), person(visit, owner)));
    }
    facts.push(Fact::new(
        pen.say("fact-seen"),
        html! { (pen.count("thread-views", article.view_count)) },
    ));
    let see_also = article.see_also.iter();
    let see_also: Vec<Link> = see_also
        .map(|(id, title)| Link::new(title.clone(), urls.article(*id, title)))
        .collect();
    html! {
        (side_links(&pen.say("article-see-also"), &see_also))
        (fact_list(Some(&pen.say("article-facts")), &facts))
    }
}

fn person(visit: &Visit, author: &Author) -> Markup {
    let name = name_of(visit, author);
    html! {
        @if let Some(href) = page_of(visit, author) { a href=(href) { bdi { (name) } } } @else { bdi { (name) } }
    }
}
