//! The home page: ask, the categories, what waits, what was resolved.

use maud::{Markup, html};

use super::components::{
    AskField, CategoryCard, Icon, Link, Pen, Weight, ask_field, category_cards, empty_state, link_button, section_head,
    thread_list,
};
use super::hints::hint;
use super::threads::row;
use crate::domain::role::Role;
use crate::domain::thread::Is;
use crate::store::categories::Category;
use crate::store::hints::Steps;
use crate::store::home::Home;
use crate::urls::{ThreadsQuery, Urls};
use crate::web::Visit;
use crate::web::page::{Page, pen};

/// The home page.
///
/// `steps` are those of a viewer who looks after the forum.
pub fn page(visit: &Visit, home: &Home, steps: Option<Steps>) -> Page {
    let sprite = visit.site.assets.address(&visit.site.urls, "icons/sprite.svg");
    let pen = pen(visit, &sprite);
    let urls = &visit.site.urls;
    let settings = visit.site.settings();
    let default_welcome = pen.say("home-welcome");
    let welcome = if settings.welcome.is_empty() {
        &default_welcome
    } else {
        &settings.welcome
    };
    let resolved_count: i64 = home.categories.iter().map(|category| category.resolved_count).sum();
    let explanation = (resolved_count > 0).then(|| pen.count("home-resolved-count", resolved_count));
    let cards: Vec<_> = home.categories.iter().filter(|c| c.archived_at.is_none()).collect();
    let hrefs: Vec<String> = cards.iter().map(|category| urls.category(&category.slug)).collect();
    let cards: Vec<_> = cards
        .into_iter()
        .zip(&hrefs)
        .map(|(category, href)| card(category, href))
        .collect();
    let content = html! {
        @if let Some(steps) = steps { (hint(visit, &pen, steps)) }
        (ask_field(&pen, &AskField {
            welcome,
            explanation: explanation.as_deref(),
            ask_href: &urls.new_thread(),
            search_href: &urls.search(),
            value: "",
        }))
        @if cards.is_empty() {
            (nowhere(visit, &pen))
        } @else {
            (section_head(&pen, &pen.say("home-categories"), None))
            (category_cards(&pen, &cards))
            (threads(&pen, urls, home))
        }
    };
    Page::new(settings.site_name.clone(), content).description(welcome.clone())
}

/// A forum without a category: what an administrator does, and what others wait for.
fn nowhere(visit: &Visit, pen: &Pen<'_>) -> Markup {
    let is_admin = visit.viewer.user().is_some_and(|user| user.role == Role::Admin);
    let make = visit.site.urls.admin_new_category();
    let action = html! {
        @if is_admin { (link_button(pen, &pen.say("home-make-category"), &make, None, Weight::Primary)) }
    };
    empty_state(
        pen,
        Icon::Category,
        &pen.say("home-empty"),
        &pen.say("home-empty-explained"),
        action,
    )
}

/// What waits, and what was resolved lately.
fn threads(pen: &Pen<'_>, urls: &Urls, home: &Home) -> Markup {
    let all = |key: &str, is: Is| Link::new(pen.say(key), where_is(urls, is));
    let unanswered: Vec<_> = home
        .unanswered
        .iter()
        .map(|thread| row(urls, thread, thread.created_at, true))
        .collect();
    let resolved: Vec<_> = home
        .resolved
        .iter()
        .map(|(thread, at)| row(urls, thread, *at, true))
        .collect();
    let (waiting_label, resolved_label) = (pen.say("home-unanswered"), pen.say("home-resolved"));
    html! {
        (section_head(pen, &waiting_label, Some(&all("home-all-unanswered", Is::Unanswered))))
        @if unanswered.is_empty() {
            p.hint { (pen.say("home-none-waiting")) }
        } @else {
            (thread_list(pen, &waiting_label, &unanswered))
        }
        @if !resolved.is_empty() {
            (section_head(pen, &resolved_label, Some(&all("home-all-resolved", Is::Resolved))))
            (thread_list(pen, &resolved_label, &resolved))
        }
    }
}

fn card<'a>(category: &'a Category, href: &'a str) -> CategoryCard<'a> {
    CategoryCard {
        name: &category.name,
        href,
        description: &category.description,
        open: category.kinds.questions.then_some(category.open_count),
        resolved: category.kinds.questions.then_some(category.resolved_count),
        threads: category.thread_count,
        median_wait: None,
    }
}

fn where_is(urls: &Urls, is: Is) -> String {
    urls.threads_where(&ThreadsQuery {
        is: Some(is),
        ..ThreadsQuery::default()
    })
}
