//! Threads: lists of them, one with its replies, and the forms that make, change and moderate them.

mod acts;
mod ask_form;
mod asking;
mod editing;
mod finding;
mod from_guide;
mod guest;
mod known_problems;
mod linking;
mod listing;
mod merging;
mod moderating;
mod quoting;
mod redacting;
mod showing;
mod similar;
mod splitting;
mod suggesting;
mod suggestions;

pub use acts::{down, me_too, not_me_too, reopen, unvote, up};
pub use ask_form::Memory;
pub use asking::{create, form, preview_new};
pub use editing::{change, edit_form, history, preview_edit};
pub use finding::{for_now, led_on, merged_to};
pub use known_problems::{solve_problem, tell_problem};
pub use linking::{link, solved_by_article, unlink};
pub use listing::Shown;
pub use listing::{category, list, tag};
pub use merging::{merge, merge_form, objection_key, unmerge};
pub use moderating::{close, delete, lock, mend_deletion, r#move, pin, pin_until, retag, undelete, unlock, unpin};
pub use redacting::{redact, redact_form, redact_plan};
pub use showing::{CommentsQuery, absent, comments, show, with_drafts};
pub use similar::SimilarThreads;
pub use splitting::{split, split_form};
pub use suggesting::{Pointed, different, is_news, join, marks, open, open_article, pointed_out_in, solved, suggest};
pub use suggestions::{Suggested, Suggestion};

use super::{Fault, Reply, Visit, deeds};
use crate::domain::id::ThreadId;
use crate::store::outcome::Deed;
use crate::store::{StoreError, merges, threads};

/// Leads back to a thread after a deed, with what to say about it.
pub async fn after_deed<T>(visit: &Visit, id: ThreadId, deed: Deed<T>, notice: &'static str) -> Reply {
    deeds::after_deed(visit, address(visit, id), deed, notice).await
}

/// The address of a thread that is in sight, or of the one into which it was merged.
pub async fn address(visit: &Visit, id: ThreadId) -> Result<String, Fault> {
    let sight = visit.sight();
    let found = visit.site.store.read(move |db| {
        let id = merges::follow(db, id)?;
        Ok((id, threads::title_of(db, sight, id)?))
    });
    let (id, title) = found.await.map_err(|error: StoreError| error)?;
    Ok(visit.site.urls.thread(id, &title))
}
