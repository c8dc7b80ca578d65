//! The link that flags a post, and what moderators see of one that waits for them.

use maud::{Markup, html};

use super::page::Scene;
use crate::domain::case::Piece;
use crate::domain::id::UserId;
use crate::domain::permission::Verb;
use crate::web::views::components::{Icon, Weight, icon, link_button};

/// The way to the page that flags a piece, for those who may; it says so when they did.
pub(super) fn flag_link(scene: &Scene<'_>, piece: Piece, author: Option<UserId>) -> Option<Markup> {
    if !scene.may(Verb::Flag, author) {
        return None;
    }
    let is_flagged = scene.thread.moderation.flagged.contains(&piece);
    let label = scene.pen.say(if is_flagged { "post-flagged" } else { "post-flag" });
    let href = scene.visit.site.urls.piece_part(piece, "flag");
    Some(link_button(&scene.pen, &label, &href, Some(Icon::Flag), Weight::Quiet))
}

/// Says to moderators that a piece waits for one of them, with the way to its case.
pub(super) fn case_note(scene: &Scene<'_>, piece: Piece) -> Option<Markup> {
    let case = scene.thread.moderation.cases.get(&piece)?;
    let href = scene.visit.site.urls.case(*case);
    Some(html! {
        p.case-note { (icon(&scene.pen, Icon::Flag)) a href=(href) { (scene.pen.say("post-case")) } }
    })
}
