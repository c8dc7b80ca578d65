//! What a page says of a text that may not stand in a post, or that waits for a moderator once it is posted.

use super::flags::held_home;
use super::views::components::Problem;
use super::{Fault, Reply, Visit, see_other, see_other_with, views};
use crate::domain::case::Piece;

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
