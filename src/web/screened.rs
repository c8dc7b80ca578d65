//! What a page says of a text that may not stand in a post, or that waits for a moderator once it is posted; and what the forms of
//! newcomers carry so that it is known how they were filled.

use super::flags::held_home;
use super::views::components::Problem;
use super::{Fault, Reply, Visit, see_other, see_other_with, views};
use crate::domain::case::Piece;
use crate::domain::spam::{OfferedMoment, Writer, sign_moment};
use crate::domain::token::FormKey;

/// Whether the forms of this viewer tell how they were filled: those of visitors and newcomers.
pub fn is_watched(visit: &Visit) -> bool {
    visit
        .viewer
        .user()
        .is_none_or(|user| Writer::of(user) == Writer::Newcomer)
}

/// When a form was shown, signed: the moment that it brought back, or this one; nothing for whoever the forum knows.
pub fn begun(visit: &Visit, brought: &str) -> String {
    if !is_watched(visit) {
        return String::new();
    }
    if OfferedMoment::read(brought).is_some() {
        return brought.to_owned();
    }
    let key = visit.site.signing_key();
    key.and_then(|key| sign_moment(&key, visit.now)).unwrap_or_default()
}

/// The fields of a form that nobody sees: its key, and when it was shown, where that is asked for.
pub fn hidden<'a>(key: &'a FormKey, begun: &'a str) -> Vec<(&'a str, &'a str)> {
    let fields = [("form_key", key.as_str()), ("begun", begun)];
    fields.into_iter().filter(|(_, value)| !value.is_empty()).collect()
}

/// The problem that says which words may not stand in a post.
pub fn problem(visit: &Visit, field: &str, words: &str) -> Problem {
    let message = visit
        .phrases
        .tell("problem-watched-in-post", &[("words", words.into())]);
    Problem::new(field, message).labelled(views::problem_label(visit, field))
}

/// Leads to where a piece stands, with what to say about it, or to where its author sees that it waits for a moderator.
pub async fn led_to(visit: &Visit, piece: Piece, place: Result<String, Fault>, notice: Option<&'static str>) -> Reply {
    let place = match place {
        Err(Fault::NotFound) => match held_home(visit, piece).await? {
            Some(home) => return see_other_with(&home, "post-held"),
            None => return Err(Fault::NotFound),
        },
        place => place?,
    };
    match notice {
        Some(notice) => see_other_with(&place, notice),
        None => see_other(&place),
    }
}
