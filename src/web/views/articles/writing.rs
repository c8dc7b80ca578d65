//! What stands on an article's page for those who write: what can be done to it, and what its readers say.

use maud::{Markup, html};

use super::citations;
use crate::domain::account::User;
use crate::domain::article::ArticleState;
use crate::domain::permission::{Verb, may};
use crate::store::article_opinions::Opinion;
use crate::store::articles::ArticlePage;
use crate::web::Visit;
use crate::web::views::components::{
    Icon, Pen, PostButton, Weight, actions, link_button, post_button, section_head, time_ago,
};

/// The row of what this person may do to the article.
pub(super) fn bar(visit: &Visit, pen: &Pen<'_>, article: &ArticlePage) -> Markup {
    let Some(user) = visit.viewer.user().filter(|user| user.writes_articles()) else {
        return html! {};
    };
    let urls = &visit.site.urls;
    let mut items = Vec::new();
    if article.state.may_be_edited_by(user) {
        let edit = urls.article_part(article.id, "edit");
        items.push(link_button(
            pen,
            &pen.say("post-edit"),
            &edit,
            Some(Icon::Edit),
            Weight::Quiet,
        ));
    }
    let history = urls.article_part(article.id, "history");
    items.push(link_button(
        pen,
        &pen.say("history-title"),
        &history,
        Some(Icon::History),
        Weight::Quiet,
    ));
    items.extend(states(visit, pen, article, user));
    if article.state == ArticleState::Published && may(user, Verb::ReviewArticle, None) {
        let (action, label) = (urls.article_part(article.id, "reviewed"), pen.say("article-look-over"));
        let button = PostButton {
            icon: Some(Icon::Check),
            ..PostButton::new(&action, &label)
        };
        items.push(post_button(pen, &button));
    }
    html! { div.article-bar { (actions(&pen.say("article-acts"), &items)) } }
}

/// The states to which this person may bring it, a button for each.
fn states(visit: &Visit, pen: &Pen<'_>, article: &ArticlePage, user: &User) -> Vec<Markup> {
    let action = visit.site.urls.article_part(article.id, "state");
    let version = article.version.to_string();
    let may_become = ArticleState::ALL
        .iter()
        .filter(|to| article.state.may_become(**to, user));
    let button = |to: &ArticleState| {
        let (key, drawing, weight) = match (article.state, to) {
            (ArticleState::Retired, _) => ("article-bring-back", Icon::Undo, Weight::Quiet),
            (_, ArticleState::Draft) => ("article-hand-back", Icon::Undo, Weight::Quiet),
            (_, ArticleState::Review) => ("article-hand-in", Icon::Eye, Weight::Secondary),
            (_, ArticleState::Published) => ("article-publish", Icon::Check, Weight::Primary),
            (_, ArticleState::Retired) => ("article-retire", Icon::Trash, Weight::Quiet),
        };
        let label = pen.say(key);
        let hidden = [
            ("from", article.state.as_str()),
            ("version", &version),
            ("to", to.as_str()),
        ];
        let button = PostButton {
            icon: Some(drawing),
            weight,
            hidden: &hidden,
            ..PostButton::new(&action, &label)
        };
        if *to == ArticleState::Published && !article.deleted_citations.is_empty() {
            return citations::publish(pen, &button);
        }
        post_button(pen, &button)
    };
    may_become.map(button).collect()
}

/// The share of readers whom it helped, and what they say.
pub(super) fn opinions(visit: &Visit, pen: &Pen<'_>, article: &ArticlePage, opinions: &[Opinion]) -> Markup {
    let total = article.helpful_count + article.unhelpful_count;
    if !visit.viewer.user().is_some_and(User::writes_articles) || total == 0 {
        return html! {};
    }
    let values = [
        ("share", (article.helpful_count * 100 / total).into()),
        ("count", total.into()),
    ];
    html! {
        section.opinions {
            (section_head(pen, &pen.say("opinions-heading"), None))
            p { (pen.tell("opinions-share", &values)) }
            @if !opinions.is_empty() {
                ul {
                    @for opinion in opinions {
                        li {
                            p.meta {
                                (pen.say(if opinion.has_helped { "opinion-was-yes" } else { "opinion-was-no" })) " · "
                                (time_ago(pen, opinion.given_at))
                            }
                            blockquote dir="auto" { p { (opinion.reason) } }
                        }
                    }
                }
            }
        }
    }
}
