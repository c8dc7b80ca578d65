//! One's own settings: a page for each part, with the others beside it.

mod account;
mod canned_replies;
mod closing;
mod data;
mod digests;
mod letters;
mod profile;
mod second_factor;
mod sessions;
mod watching;

use maud::{Markup, html};

pub use account::{Addresses, account, address_expired, confirm_address};
pub use canned_replies::{canned_replies, canned_reply};
pub use closing::closing;
pub use data::data;
pub use digests::digests;
pub use letters::letters;
pub use profile::profile;
pub use second_factor::{OwnSecondFactor, owed, recovery_codes, second_factor};
pub use sessions::sessions;
pub use watching::watching;

use super::components::{Link, Pen, Problem, error_summary, link_tabs};
use super::layout::{narrow, page_head};
use crate::domain::account::User;
use crate::web::Visit;
use crate::web::page::Page;

/// The parts of the settings, in the order of their tabs.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Part {
    Profile,
    Account,
    Digests,
    Letters,
    Watching,
    CannedReplies,
    Sessions,
    Data,
}

/// A part with its tabs; what went wrong stands above the content.
fn part(visit: &Visit, pen: &Pen<'_>, part: Part, problems: &[Problem], content: &Markup) -> Page {
    let urls = &visit.site.urls;
    let tabs = [
        (Part::Profile, "settings-profile", urls.settings()),
        (Part::Account, "settings-account", urls.own_account()),
        (Part::Letters, "settings-letters", urls.own_letters()),
        (Part::Watching, "settings-watching", urls.own_watching()),
        (Part::Digests, "digests-title", urls.own_digests()),
        (Part::CannedReplies, "canned-title", urls.canned_replies()),
        (Part::Sessions, "settings-sessions", urls.own_sessions()),
        (Part::Data, "settings-data", urls.own_data()),
    ];
    let name = tabs.iter().find(|tab| tab.0 == part).map(|tab| pen.say(tab.1));
    let has_canned = visit.viewer.user().is_some_and(User::uses_canned_replies);
    let tabs = tabs
        .into_iter()
        .filter(|tab| has_canned || tab.0 != Part::CannedReplies);
    let tabs: Vec<Link> = tabs
        .map(|(tab, key, href)| Link::new(pen.say(key), href).current_if(tab == part))
        .collect();
    let title = pen.say("settings-title");
    let whole = narrow(html! {
        (page_head(&title, None, html! {}))
        (link_tabs(&title, &tabs))
        (error_summary(pen, problems))
        (content)
    });
    Page::new(name.unwrap_or(title), whole)
}
