//! Notes of moderators and the staff about a member: written on the page of the member's conduct, and taken back there.

use serde::Deserialize;

use super::extract::{Form, Id, NoFields};
use super::restraints::again;
use super::{ModeratorOrStaff, Reply, SignedIn, see_other_with};
use crate::domain::body::Reason;
use crate::domain::id::{StaffNoteId, UserId};
use crate::domain::problem::Problems;
use crate::store::users::profiles;
use crate::store::{StoreError, staff_notes};
use crate::web::views::restraints::Typed;

/// The form that notes something.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct NoteForm {
    #[serde(default)]
    note: String,
}

/// `POST /moderation/people/{id}/notes`
pub async fn note(ModeratorOrStaff(by): ModeratorOrStaff, id: Id<UserId>, form: Form<NoteForm>) -> Reply {
    let mut problems = Problems::none();
    let Some(body) = problems.keep("note", Reason::required(&form.0.note)) else {
        let typed = Typed {
            note: form.0.note,
            ..Typed::default()
        };
        return again(&by, id.0, &typed, &problems).await;
    };
    let SignedIn { visit, user } = by;
    let (about, now) = (id.0, visit.now);
    let noted = visit.site.store.write(move |tx| {
        // Absent when nobody has that number.
        profiles::card(tx, about)?;
        staff_notes::note(tx, user.id, about, &body, now)
    });
    noted.await.map_err(|error: StoreError| error)?;
    see_other_with(&visit.site.urls.conduct(about), "noted")
}

/// `POST /moderation/notes/{id}/take-back`: others' notes stay.
pub async fn take_back(
    ModeratorOrStaff(SignedIn { visit, user }): ModeratorOrStaff,
    id: Id<StaffNoteId>,
    _: Form<NoFields>,
) -> Reply {
    let taken = visit
        .site
        .store
        .write(move |tx| staff_notes::take_back(tx, user.id, id.0));
    let (about, is_gone) = taken.await.map_err(|error: StoreError| error)?;
    let said = if is_gone { "note-taken-back" } else { "unchanged" };
    see_other_with(&visit.site.urls.conduct(about), said)
}
