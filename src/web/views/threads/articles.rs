//! Articles on a thread's page: the one that answers it, those that have to do with it, and how helpers link them.

use chrono::{DateTime, Utc};
use maud::{Markup, html};

use super::drafts::Typed;
use super::name_of;
use super::page::Scene;
use super::post::PostOf;
use crate::domain::article::LinkKind;
use crate::domain::id::ArticleId;
use crate::domain::permission::Verb;
use crate::store::article_links::LinkedArticle;
use crate::store::articles::Name;
use crate::store::threads::ThreadPage;
use crate::web::views::components::{
    Choice, Field, Icon, Link, ModerationAct, PostButton, Weight, icon, post_button, post_form, problem_with,
    select_field, side_links, submit_button, text_field, time_ago,
};

/// Whether the viewer may link articles here.
pub(super) fn may_link(scene: &Scene<'_>) -> bool {
    let is_frozen = scene.thread.is_locked && !scene.may(Verb::Lock, None);
    scene.may(Verb::LinkArticle, scene.thread.post.author.id) && !is_frozen
}

fn of_kind(thread: &ThreadPage, kind: LinkKind) -> impl Iterator<Item = &LinkedArticle> {
    thread.articles.iter().filter(move |article| article.kind == kind)
}

/// When an article settled the question, as far as the reader sees that article.
pub(super) fn settled_at(thread: &ThreadPage) -> Option<DateTime<Utc>> {
    of_kind(thread, LinkKind::Answers).map(|article| article.at).min()
}

/// Whether an article settled the question, and its asker has yet to say whether that was it.
pub(super) fn waits_for_word(scene: &Scene<'_>) -> bool {
    let thread = scene.thread;
    let waits = |article: &LinkedArticle| article.confirmed_at.is_none();
    thread.acceptance.is_none() && of_kind(thread, LinkKind::Answers).any(waits)
}

/// The button by which the asker says that the article has solved it.
pub(super) fn solved(scene: &Scene<'_>) -> Markup {
    let action = scene.visit.site.urls.thread_part(scene.thread.id, "solved");
    let label = scene.pen.say("step-article-solved");
    let button = PostButton {
        icon: Some(Icon::Check),
        weight: Weight::Primary,
        ..PostButton::new(&action, &label)
    };
    post_button(&scene.pen, &button)
}

/// The articles that answer the question, right under it.
pub(super) fn answering(scene: &Scene<'_>) -> Markup {
    let is_settled_by_it = scene.thread.acceptance.is_none();
    html! {
        @for article in of_kind(scene.thread, LinkKind::Answers) { (answer(scene, article, is_settled_by_it)) }
    }
}

fn answer(scene: &Scene<'_>, article: &LinkedArticle, is_settled_by_it: bool) -> Markup {
    let (pen, urls) = (&scene.pen, &scene.visit.site.urls);
    let by = pen.tell(
        "thread-article-by",
        &[("name", name_of(scene.visit, &article.by).into())],
    );
    let label = pen.say(if is_settled_by_it {
        "thread-article-resolved"
    } else {
        "thread-article-answers"
    });
    html! {
        aside.accepted-quote.article-answer aria-label=(label) {
            p.accepted-head {
                span.mark.resolved { (icon(pen, Icon::Article)) (label) }
                span.accepted-by { (by) " " (time_ago(pen, article.at)) }
                @if article.confirmed_at.is_some() { span.accepted-by { (icon(pen, Icon::Check)) (pen.say("thread-article-confirmed")) } }
            }
            p.article-title { a href=(urls.article(article.id, &article.title)) dir="auto" { (article.title) } }
            p dir="auto" { (article.short_answer) }
            (unlink(scene, article))
        }
    }
}

fn unlink(scene: &Scene<'_>, article: &LinkedArticle) -> Markup {
    if !may_link(scene) || scene.thread.post.deleted_at.is_some() {
        return html! {};
    }
    let action = scene.visit.site.urls.thread_part(scene.thread.id, "unlink");
    let (label, id) = (scene.pen.say("link-remove"), article.id.to_string());
    let button = PostButton {
        about: Some(&article.title),
        icon: Some(Icon::Undo),
        hidden: &[("article", &id)],
        ..PostButton::new(&action, &label)
    };
    post_button(&scene.pen, &button)
}

/// The articles that have to do with the thread, beside it.
pub(super) fn related(scene: &Scene<'_>) -> Markup {
    let (pen, urls) = (&scene.pen, &scene.visit.site.urls);
    let related: Vec<_> = of_kind(scene.thread, LinkKind::Related).collect();
    html! {
        @if !related.is_empty() {
            section.facts {
                h2 { (pen.say("aside-articles")) }
                ul {
                    @for article in related {
                        li {
                            a href=(urls.article(article.id, &article.title)) dir="auto" { (article.title) }
                            (unlink(scene, article))
                        }
                    }
                }
            }
        }
    }
}

/// Articles that may answer the thread, beside it; one that is linked stands elsewhere on the page.
pub(super) fn similar(scene: &Scene<'_>) -> Markup {
    let (pen, thread, urls) = (&scene.pen, scene.thread, &scene.visit.site.urls);
    let is_linked = |id| thread.articles.iter().any(|linked| linked.id == id);
    let others = thread.similar_articles.iter().filter(|(id, _)| !is_linked(*id));
    let links: Vec<_> = others
        .map(|(id, title)| Link::new(title.clone(), urls.article(*id, title)))
        .collect();
    let count = i64::try_from(links.len()).unwrap_or(i64::MAX);
    side_links(&pen.count("aside-similar-articles", count), &links)
}

/// A word under a reply that contains the address of an article: it may be linked in one press.
pub(super) fn mentioned(scene: &Scene<'_>, of: PostOf) -> Markup {
    let reply = of.reply();
    let named = scene.thread.mentioned.iter().filter(|(id, _)| Some(*id) == reply);
    html! {
        @if may_link(scene) {
            @for (_, (id, title)) in named {
                div.article-mentioned {
                    p.hint { (icon(&scene.pen, Icon::Article)) (scene.pen.tell("link-mentioned", &[("title", title.clone().into())])) }
                    (buttons(scene, *id, title))
                }
            }
        }
    }
}

/// The form of one article with a button for each thing that it may be to the thread.
fn buttons(scene: &Scene<'_>, id: ArticleId, title: &str) -> Markup {
    let pen = &scene.pen;
    let kinds = LinkKind::ALL
        .iter()
        .filter(|kind| scene.is_question() || **kind == LinkKind::Related);
    html! {
        form.inline method="post" action=(scene.visit.site.urls.thread_part(scene.thread.id, "link")) {
            input type="hidden" name="article" value=(id);
            @for kind in kinds {
                button.button type="submit" name="kind" value=(kind.as_str()) {
                    (pen.say(kind_key(*kind))) span.unseen { " " (title) }
                }
                " "
            }
        }
    }
}

fn kind_key(kind: LinkKind) -> &'static str {
    match kind {
        LinkKind::Answers => "link-answers",
        LinkKind::Related => "link-related",
    }
}

/// The act that links an article: those that are suggested first, then a field for any other.
pub(super) fn link_act(scene: &Scene<'_>) -> ModerationAct {
    let pen = &scene.pen;
    let draft = scene.drafts.moderation.and_then(|draft| match draft.typed {
        Typed::Link { article, kind, found } => Some((article, kind, found, draft.problems)),
        Typed::Close { .. } | Typed::Retag(_) | Typed::Pin(_) => None,
    });
    let content = html! {
        // A form that is to be mended stands first.
        @if let Some((article, kind, found, problems)) = draft {
            (by_name(scene, (article, kind, problems)))
            @if !found.is_empty() { (choices(scene, &pen.say("link-found"), found)) }
        }
        @if scene.thread.suggested.is_empty() {
            p.hint { (pen.say("link-none-suggested")) }
        } @else {
            (choices(scene, &pen.say("link-suggested"), &scene.thread.suggested))
        }
        @if draft.is_none() { (by_name(scene, ("", "", &[]))) }
    };
    ModerationAct {
        label: pen.say("act-link"),
        icon: Icon::Article,
        open: draft.is_some(),
        content,
    }
}

/// Articles to choose from, each with its buttons.
fn choices(scene: &Scene<'_>, heading: &str, articles: &[Name]) -> Markup {
    html! {
        p { (heading) }
        ul.article-suggestions {
            @for (id, title) in articles {
                li {
                    a href=(scene.visit.site.urls.article(*id, title)) dir="auto" { (title) }
                    (buttons(scene, *id, title))
                }
            }
        }
    }
}

fn by_name(
    scene: &Scene<'_>,
    (article, kind, problems): (&str, &str, &[crate::web::views::components::Problem]),
) -> Markup {
    let pen = &scene.pen;
    let [label, hint, kind_label] = ["link-address", "link-address-hint", "link-kind"].map(|key| pen.say(key));
    let kinds = LinkKind::ALL
        .iter()
        .filter(|kind| scene.is_question() || **kind == LinkKind::Related);
    let names: Vec<_> = kinds.map(|kind| (kind.as_str(), pen.say(kind_key(*kind)))).collect();
    let choices: Vec<_> = names.iter().map(|(value, label)| Choice::plain(value, label)).collect();
    let fields = html! {
        (text_field(pen, &Field {
            value: article,
            hint: Some(&hint),
            problem: problem_with(problems, "article"),
            ..Field::new("article", &label)
        }))
        (select_field(pen, &Field {
            value: kind,
            problem: problem_with(problems, "kind"),
            ..Field::new("kind", &kind_label)
        }, &choices))
        (submit_button(&pen.say("link-button"), Weight::Secondary))
    };
    post_form(&scene.visit.site.urls.thread_part(scene.thread.id, "link"), &[], fields)
}
