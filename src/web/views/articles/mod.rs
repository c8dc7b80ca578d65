//! Pages of the knowledge base: its sections, lists, one article, its form and history, and the desk of those who write.

mod citations;
mod desk;
mod form;
mod guide;
mod guide_form;
mod history;
mod leaving;
mod lists;
mod opinion;
mod page;
mod structured;
mod writing;

pub use desk::desk;
pub use form::{ArticleForm, form};
pub use guide::guide;
pub use history::history;
pub use lists::{frequent, home, section};
pub use opinion::OpinionDraft;
pub use page::{Shown, page};

use maud::{Markup, html};

use super::components::{Icon, Pen, icon};
use crate::domain::article::ArticleState;
use crate::domain::category::Audience;

/// The mark of an article that not everybody reads: how far it is, or who it is for; nothing for all others.
fn marks(pen: &Pen<'_>, state: ArticleState, audience: Audience) -> Markup {
    html! {
        @if let Some(key) = state_key(state) {
            " " span.mark.closed { (icon(pen, Icon::Edit)) (pen.say(key)) }
        }
        (audience_mark(pen, audience))
    }
}

/// The mark of what not everybody reads.
pub(super) fn audience_mark(pen: &Pen<'_>, audience: Audience) -> Markup {
    let key = match audience {
        Audience::Public => None,
        Audience::SignedIn => Some("audience-signed-in"),
        Audience::Staff => Some("audience-staff"),
        Audience::Private(_) => Some("audience-private"),
    };
    html! { @if let Some(key) = key { " " span.mark.closed { (icon(pen, Icon::Lock)) (pen.say(key)) } } }
}

fn state_key(state: ArticleState) -> Option<&'static str> {
    match state {
        ArticleState::Draft => Some("article-is-draft"),
        ArticleState::Review => Some("article-is-in-review"),
        ArticleState::Published => None,
        ArticleState::Retired => Some("article-is-retired"),
    }
}
