//! The comments under a post of a thread, and the form of another.

use maud::{Markup, html};

use super::flags::{case_note, flag_link};
use super::page::Scene;
use super::post::{PostOf, part};
use super::removed::{Fate, removed};
use super::{name_of, page_of};
use crate::domain::case::Piece;
use crate::domain::permission::Verb;
use crate::domain::token::FormKey;
use crate::store::comments::CommentOn;
use crate::store::threads::{CommentView, PostView};
use crate::web::screened;
use crate::web::views::components::{
    Comment, CommentForm, Field, Icon, PostButton, Weight, actions, comment_form, comments, link_button, post_button,
    problem_with,
};
use crate::web::views::restraints::way;

/// The comments of a post, as many as stand on its page, and the form of one that is to be mended.
pub(super) fn notes(scene: &Scene<'_>, of: PostOf, view: &PostView) -> Markup {
    let pen = &scene.pen;
    let rows: Vec<_> = view
        .comments
        .iter()
        .map(|comment| (comment, name_of(scene.visit, &comment.author)))
        .collect();
    let items: Vec<_> = rows.iter().map(|(comment, name)| note(scene, comment, name)).collect();
    let shown = i64::try_from(items.len()).unwrap_or_default();
    html! {
        (comments(pen, &pen.say("comments-label"), &items, None))
        @if view.comment_count > shown {
            p.more-comments { a href=(part(scene, of, "comments")) { (pen.count("comments-all", view.comment_count)) } }
        }
        @if is_being_mended(scene, of) { (comment_field(scene, of)) }
    }
}

fn note<'a>(scene: &Scene<'_>, comment: &'a CommentView, name: &'a str) -> Comment<'a> {
    let urls = &scene.visit.site.urls;
    Comment {
        anchor: format!("comment-{}", comment.id),
        permalink: urls.comment(comment.id),
        author: name,
        author_href: page_of(scene.visit, &comment.author),
        written_at: comment.created_at,
        body: &comment.body,
        actions: note_actions(scene, comment),
    }
}

fn note_actions(scene: &Scene<'_>, comment: &CommentView) -> Markup {
    let (pen, urls) = (&scene.pen, &scene.visit.site.urls);
    let case = case_note(scene, Piece::Comment(comment.id));
    let fate = Fate::of_comment(
        comment,
        scene.thread.moderation.cases.contains_key(&Piece::Comment(comment.id)),
    );
    let mut items: Vec<Markup> = Vec::new();
    if fate == Fate::Gone {
        // Nothing can be done to it any more.
    } else if comment.deleted_at.is_some() {
        items.extend(bring_back(scene, comment));
    } else {
        items.extend(flag_link(scene, Piece::Comment(comment.id), comment.author.id));
        items.extend(way(
            scene.visit,
            pen,
            comment.author.id,
            Some(Piece::Comment(comment.id)),
        ));
        if scene.welcomes_posts() && scene.may(Verb::EditComment, comment.author.id) {
            let href = urls.comment_part(comment.id, "edit");
            items.push(link_button(pen, &pen.say("post-edit"), &href, None, Weight::Quiet));
        }
        if scene.may(Verb::DeleteComment, comment.author.id) {
            let (action, label) = (urls.comment_part(comment.id, "delete"), pen.say("post-delete"));
            items.push(post_button(pen, &PostButton::new(&action, &label)));
        }
    }
    html! {
        @if let Some(case) = case { (case) }
        @if let Some(note) = removed(pen, comment.deleted_at, fate) { p.removed-note { (note) } }
        @if !items.is_empty() { (actions(&pen.say("post-actions"), &items)) }
    }
}

/// The button that brings a deleted comment back, or the way to where a removed person comes back with all of theirs.
fn bring_back(scene: &Scene<'_>, comment: &CommentView) -> Option<Markup> {
    let pen = &scene.pen;
    if let Some(author) = comment.author.removed {
        return way(scene.visit, pen, Some(author), None);
    }
    let action = scene.visit.site.urls.comment_part(comment.id, "undelete");
    let label = pen.say("post-undelete");
    let button = PostButton {
        icon: Some(Icon::Undo),
        ..PostButton::new(&action, &label)
    };
    Some(post_button(pen, &button))
}

/// Whether a comment on this post is to be mended.
pub(super) fn is_being_mended(scene: &Scene<'_>, of: PostOf) -> bool {
    scene
        .drafts
        .comment
        .is_some_and(|draft| draft.on == comment_on(scene, of))
}

fn comment_on(scene: &Scene<'_>, of: PostOf) -> CommentOn {
    of.reply().map_or(CommentOn::Thread(scene.thread.id), CommentOn::Reply)
}

/// The form of a comment.
pub(super) fn comment_field(scene: &Scene<'_>, of: PostOf) -> Markup {
    let pen = &scene.pen;
    let draft = scene.drafts.comment.filter(|draft| draft.on == comment_on(scene, of));
    let (label, hint) = (pen.say("comment-label"), pen.say("comment-hint"));
    let suffix = of.reply().map_or_else(|| "-q".to_owned(), |id| format!("-{id}"));
    // The form that came back keeps its key; every other one has a key of its own.
    let key = draft.and(scene.drafts.key).cloned().unwrap_or_else(FormKey::random);
    let id = if draft.is_some() {
        "comment".to_owned()
    } else {
        format!("write-comment{suffix}")
    };
    comment_form(
        pen,
        &CommentForm {
            action: &part(scene, of, "comments"),
            hidden: &screened::hidden(&key, &scene.begun),
            field: Field {
                id: &id,
                hint: Some(&hint),
                value: draft.map_or("", |draft| draft.typed),
                problem: draft.and_then(|draft| problem_with(draft.problems, "comment")),
                ..Field::new("comment", &label)
            },
            open: draft.is_some(),
        },
    )
}
