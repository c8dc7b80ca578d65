//! Pages of threads: lists, one with its replies, the ask form, the form of an edit.

mod articles;
mod aside;
mod ask;
mod ask_step;
mod canned;
mod comments;
mod drafts;
mod edit;
mod flags;
mod known_problems;
mod list;
mod merging;
mod moderation;
mod monthly_helpers;
mod notes;
mod page;
mod post;
mod quoting;
mod redacting;
mod removed;
mod secrets;
mod splitting;
mod step;
mod suggestions;
mod thanks;

pub use ask::{AskForm, ask};
pub use ask_step::{AskStep, ask_step};
pub use comments::comments;
pub use drafts::{CommentDraft, DeletionDraft, Drafts, ModerationDraft, Typed};
pub use edit::{EditForm, edit};
pub use list::{list, row};
pub use merging::{MergeChoice, MergePage, merge};
pub use moderation::reason_key;
pub use page::page;
pub use quoting::QUESTION;
pub use redacting::{RedactPage, redact};
pub use splitting::{SplitPage, split};
pub use suggestions::{Help, different, help};

use super::components::ThreadMark;
use crate::domain::thread::{Standing, ThreadKind};
use crate::store::authors::Author;
use crate::web::Visit;

/// The mark of a thread: where it stands, or what it is when there is nothing to settle.
pub fn mark(kind: ThreadKind, standing: Standing) -> ThreadMark {
    match (standing, kind) {
        (Standing::Unanswered, _) => ThreadMark::Unanswered,
        (Standing::Answered, _) => ThreadMark::Waiting,
        (Standing::Resolved, _) => ThreadMark::Resolved,
        (Standing::Closed, _) => ThreadMark::Closed,
        (Standing::Talk, ThreadKind::Announcement) => ThreadMark::Announcement,
        (Standing::Talk, _) => ThreadMark::Discussion,
    }
}

/// The name to show for an author; somebody who is gone has one too.
pub fn name_of(visit: &Visit, author: &Author) -> String {
    author.name.clone().unwrap_or_else(|| visit.say("former-member"))
}

/// The address of an author's page, if they have one.
pub fn page_of(visit: &Visit, author: &Author) -> Option<String> {
    author
        .id
        .zip(author.name.as_deref())
        .map(|(id, name)| visit.site.urls.user(id, name))
}
