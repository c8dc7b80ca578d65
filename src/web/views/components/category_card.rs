//! Categories to choose from.

use maud::{Markup, html};

use super::Pen;

/// A category as the home page shows it.
#[derive(Debug, Clone, Copy)]
pub struct CategoryCard<'a> {
    /// Its name.
    pub name: &'a str,
    /// Where its threads are.
    pub href: &'a str,
    /// What belongs there.
    pub description: &'a str,
    /// Questions without an accepted answer; `None` when it takes no questions.
    pub open: Option<i64>,
    /// Questions that were settled; `None` when it takes no questions.
    pub resolved: Option<i64>,
    /// Threads of any kind.
    pub threads: i64,
    /// How long an answer takes, such as “3 h”, when enough is known.
    pub median_wait: Option<&'a str>,
}

/// The categories side by side; each card is one link.
pub fn category_cards(pen: &Pen<'_>, cards: &[CategoryCard<'_>]) -> Markup {
    html! {
        ul.cards {
            @for card in cards { li.card { (category_card(pen, card)) } }
        }
    }
}

fn category_card(pen: &Pen<'_>, card: &CategoryCard<'_>) -> Markup {
    html! {
        h3 { a.cover href=(card.href) dir="auto" { (card.name) } }
        @if !card.description.is_empty() { p dir="auto" { (card.description) } }
        p.card-figures {
            @if let (Some(open), Some(resolved)) = (card.open, card.resolved) {
                span.open { (pen.count("category-open", open)) }
                span.resolved { (pen.count("category-resolved", resolved)) }
            } @else {
                span { (pen.count("category-threads", card.threads)) }
            }
            @if let Some(wait) = card.median_wait {
                span { (pen.tell("category-wait", &[("wait", wait.to_owned().into())])) }
            }
        }
        @if let (Some(open), Some(resolved)) = (card.open, card.resolved) {
            @if open + resolved > 0 {
                // The share that is resolved, drawn; the words above say the same.
                svg.share viewBox="0 0 100 4" preserveAspectRatio="none" aria-hidden="true" focusable="false" {
                    rect.rest width="100" height="4" {}
                    rect.done width=(resolved * 100 / (open + resolved)) height="4" {}
                }
            }
        }
    }
}
