//! Thanks under a reply: how many there are, and the button that gives them.

use maud::{Markup, html};

use super::page::Scene;
use crate::domain::id::ReplyId;
use crate::domain::permission::Verb;
use crate::store::threads::PostView;
use crate::web::views::components::{PostButton, post_button};

/// How many thanked, and the button for whoever may; nothing where nobody did and nobody may.
pub(super) fn thanks(scene: &Scene<'_>, id: ReplyId, view: &PostView, author: &str) -> Markup {
    let pen = &scene.pen;
    let is_there = view.deleted_at.is_none() && scene.thread.post.deleted_at.is_none();
    let may_thank = is_there && scene.may(Verb::Thank, view.author.id);
    let count = (view.thanks_count > 0).then(|| pen.count("thanks-count", view.thanks_count));
    html! {
        @if may_thank { (button(scene, id, view, author)) }
        @if let Some(count) = count { span.thanks-told { (count) } }
    }
}

fn button(scene: &Scene<'_>, id: ReplyId, view: &PostView, author: &str) -> Markup {
    let pen = &scene.pen;
    let (part, key) = if view.has_thanked {
        ("unthank", "thanked-button")
    } else {
        ("thank", "thank-button")
    };
    let (action, label) = (scene.visit.site.urls.reply_part(id, part), pen.say(key));
    let about = pen.tell("post-answer-by", &[("name", author.to_owned().into())]);
    let button = PostButton {
        about: Some(&about),
        pressed: Some(view.has_thanked),
        ..PostButton::new(&action, &label)
    };
    post_button(pen, &button)
}
