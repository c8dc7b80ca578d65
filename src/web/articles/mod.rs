//! Articles: read by section, written, brought from state to state, and judged by those whom they help or not.

mod editing;
mod guides;
mod opinions;
mod showing;
mod states;

pub use editing::{change, create, edit_form, form, preview_edit, preview_new, restore};
pub use guides::{NoWay, Way, go_on, step, way};
pub use opinions::{OpinionForm, give};
pub use showing::{desk, frequent, history, home, section, show};
pub use states::{become_state, look_over};

use super::{Fault, Visit};
use crate::domain::id::ArticleId;
use crate::store::{StoreError, articles};

/// The address of an article that is in sight.
pub async fn address(visit: &Visit, id: ArticleId) -> Result<String, Fault> {
    let sight = visit.sight();
    let title = visit.site.store.read(move |db| articles::title_of(db, sight, id));
    let title = title.await.map_err(|error: StoreError| error)?;
    Ok(visit.site.urls.article(id, &title))
}
