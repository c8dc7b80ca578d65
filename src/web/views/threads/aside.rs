//! What stands beside a thread: its facts, what is linked to it, and who is in it.

use maud::{Markup, html};

use super::articles;
use super::page::Scene;
use super::post::{PostOf, roles};
use super::{mark, name_of, page_of};
use crate::domain::resolution::When;
use crate::store::authors::Author;
use crate::web::views::components::{
    Face, Fact, Link, avatar, fact_list, role_mark, side_links, similar_links, time_ago, when,
};

/// The column beside a thread.
pub(super) fn aside(scene: &Scene<'_>) -> Markup {
    let (pen, thread, urls) = (&scene.pen, scene.thread, &scene.visit.site.urls);
    let category = html! { a href=(urls.category(&thread.category.slug)) dir="auto" { (thread.category.name) } };
    let mut facts = vec![
        Fact::new(pen.say("fact-category"), category),
        Fact::new(pen.say("fact-asked"), time_ago(pen, thread.post.created_at)),
    ];
    if thread.reply_count > 0 {
        facts.push(Fact::new(pen.say("fact-active"), time_ago(pen, thread.active_at)));
    }
    let accepted = thread.acceptance.as_ref().map(|acceptance| acceptance.at);
    let resolved = accepted.or_else(|| articles::settled_at(thread).map(When::Exact));
    if let Some(at) = resolved.filter(|at| at.time().is_some()) {
        facts.push(Fact::new(pen.say("fact-resolved"), when(pen, at)));
    }
    if scene.is_question() {
        facts.push(Fact::new(
            pen.say("fact-affected"),
            html! { (pen.count("thread-people", thread.me_too_count + 1)) },
        ));
    }
    facts.push(Fact::new(
        pen.say("fact-seen"),
        html! { (pen.count("thread-views", thread.view_count)) },
    ));
    let duplicates: Vec<_> = thread
        .duplicates
        .newest
        .iter()
        .map(|(id, title)| Link::new(title.clone(), urls.thread(*id, title)))
        .collect();
    html! {
        (fact_list(Some(&pen.say("aside-facts")), &facts))
        (articles::related(scene))
        (side_links(&pen.count("aside-duplicates", thread.duplicates.count), &duplicates))
        (similar(scene))
        (articles::similar(scene))
        (people(scene))
    }
}

/// Threads that probably ask the same; one that is linked as a duplicate stands above already.
fn similar(scene: &Scene<'_>) -> Markup {
    let (pen, thread, urls) = (&scene.pen, scene.thread, &scene.visit.site.urls);
    let is_linked = |id| thread.duplicates.newest.iter().any(|(known, _)| *known == id);
    let others = thread.similar.iter().filter(|other| !is_linked(other.id));
    let links: Vec<_> = others
        .map(|other| {
            let link = Link::new(other.title.clone(), urls.thread(other.id, &other.title));
            (link, mark(other.kind, other.standing))
        })
        .collect();
    let key = if scene.is_question() {
        "aside-similar-questions"
    } else {
        "aside-similar"
    };
    let count = i64::try_from(links.len()).unwrap_or(i64::MAX);
    similar_links(pen, &pen.count(key, count), &links)
}

/// The most people beside a thread.
const MOST_PEOPLE: usize = 8;

/// Who wrote on this page, the asker first.
fn people(scene: &Scene<'_>) -> Markup {
    let (pen, thread) = (&scene.pen, scene.thread);
    let answerers = thread
        .accepted
        .iter()
        .chain(&thread.replies.items)
        .map(|(_, reply)| &reply.author);
    let mut known: Vec<&Author> = Vec::new();
    for author in [&thread.post.author].into_iter().chain(answerers) {
        if author.id.is_some() && !known.iter().any(|one| one.id == author.id) {
            known.push(author);
        }
    }
    if known.len() < 2 {
        return html! {};
    }
    html! {
        section.facts.people-aside {
            h2 { (pen.say("aside-people")) }
            ul {
                @for author in known.iter().take(MOST_PEOPLE) {
                    @let name = name_of(scene.visit, author);
                    li {
                        (avatar(&name, Face::Small))
                        @if let Some(href) = page_of(scene.visit, author) { a href=(href) { bdi { (name) } } } @else { bdi { (name) } }
                        @for role in roles(scene, PostOf::Thread, author) { " " (role_mark(&role)) }
                    }
                }
            }
        }
    }
}
