//! A post of a thread with what this viewer may do to it.

use maud::{Markup, html};

use super::articles::mentioned;
use super::flags::{case_note, flag_link};
use super::merging::{given, opening_note, opening_of};
use super::notes::{comment_field, is_being_mended, notes};
use super::page::Scene;
use super::quoting::{QUESTION, quote_action};
use super::removed::{Fate, removed};
use super::splitting::{pick_of, split_link};
use super::thanks::thanks;
use super::{name_of, page_of};
use crate::domain::case::Piece;
use crate::domain::id::ReplyId;
use crate::domain::permission::Verb;
use crate::domain::question::Removal;
use crate::domain::role::Role;
use crate::domain::thread::{Standing, ThreadKind};
use crate::domain::vote::Vote;
use crate::store::authors::Author;
use crate::store::threads::PostView;
use crate::web::views::components::{
    AcceptedBy, Choice, Edited, Field, Icon, Link, Pen, PostButton, PostCard, PostKind, VoteMark, Votes, Weight,
    actions, copy_link, disclosure, link_button, post_button, post_card, post_form, problem_with, select_field,
    submit_button, tag_links, text_field, votes,
};
use crate::web::views::restraints::way;
use crate::web::views::watching::{Of, watch};

/// Which post of the thread it is.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum PostOf {
    /// The thread's own.
    Thread,
    /// A reply.
    Reply(ReplyId),
    /// The accepted answer.
    Accepted(ReplyId),
}

impl PostOf {
    pub(super) fn reply(self) -> Option<ReplyId> {
        match self {
            PostOf::Thread => None,
            PostOf::Reply(id) | PostOf::Accepted(id) => Some(id),
        }
    }

    /// The element id of the post.
    fn anchor(self) -> String {
        self.reply()
            .map_or_else(|| QUESTION.to_owned(), |id| format!("reply-{id}"))
    }
}

/// A post.
pub(super) fn post(scene: &Scene<'_>, of: PostOf, view: &PostView) -> Markup {
    let (visit, thread) = (scene.visit, scene.thread);
    let urls = &visit.site.urls;
    let anchor = of.anchor();
    let permalink = of
        .reply()
        .map_or_else(|| urls.thread(thread.id, &thread.title), |id| urls.reply(id));
    let history = part(scene, of, "history");
    let author = name_of(visit, &view.author);
    let opening = opening_of(scene, of.reply());
    let kind = match (of, accepted(scene)) {
        (PostOf::Thread, _) => PostKind::First,
        (PostOf::Accepted(_), Some(by)) => PostKind::Accepted(by),
        _ if scene.is_question() && opening.is_none() => PostKind::Answer,
        _ => PostKind::Reply,
    };
    let is_new = of.reply().is_some_and(|id| thread.news.contains(&id));
    let piece = piece_of(scene, of);
    let is_merged = opening.is_some() || (of == PostOf::Thread && !thread.openings.is_empty());
    let fate = match (view.is_erased, thread.moderation.cases.contains_key(&piece)) {
        (true, _) => Fate::Gone,
        _ if view.author.removed.is_some() => Fate::OfRemoved,
        (false, true) => Fate::Waits,
        (false, false) if is_merged => Fate::Kept,
        (false, false) => Fate::Goes,
    };
    let removed = removed(&scene.pen, view.deleted_at, fate);
    post_card(
        &scene.pen,
        &PostCard {
            anchor: &anchor,
            permalink: &permalink,
            kind,
            author: &author,
            author_href: page_of(visit, &view.author).as_deref(),
            roles: &roles(scene, of, &view.author),
            is_new,
            written_at: view.created_at,
            by_mail: view.by_mail,
            edited: view
                .edited_at
                .filter(|_| !view.is_erased)
                .map(|at| Edited { at, href: &history }),
            removed: removed.as_deref(),
            about: about(scene, opening.map(|opening| opening_note(scene, opening)), piece),
            body: &view.body,
            actions: html! {
                @if of == PostOf::Thread { (template_answers(scene)) (tags(scene)) }
                (accept_row(scene, of, view, &author))
                (mentioned(scene, of))
                (row(scene, of, view, &author))
            },
            comments: notes(scene, of, view),
        },
    )
}

/// Which piece of writing a post is: the text of a merged thread is flagged as that thread's.
fn piece_of(scene: &Scene<'_>, of: PostOf) -> Piece {
    of.reply().map_or(Piece::Thread(scene.thread.id), Piece::Reply)
}

/// What is to be known before the text is read: where it came from, and, for moderators, that it waits for one.
fn about(scene: &Scene<'_>, opening: Option<Markup>, piece: Piece) -> Option<Markup> {
    let case = case_note(scene, piece);
    match (opening, case) {
        (None, None) => None,
        (opening, case) => Some(html! { @for part in opening.iter().chain(&case) { (part) } }),
    }
}

/// Who accepted the answer of this thread, and when.
pub(super) fn accepted<'a>(scene: &Scene<'a>) -> Option<AcceptedBy<'a>> {
    scene.thread.acceptance.as_ref().map(|acceptance| AcceptedBy {
        name: acceptance.by.name.as_deref(),
        at: acceptance.at,
        on_behalf: acceptance.on_behalf,
    })
}

/// What the author is here.
pub(super) fn roles(scene: &Scene<'_>, of: PostOf, author: &Author) -> Vec<String> {
    let visit = scene.visit;
    let mut roles = Vec::new();
    let wrote_thread = author.id.is_some() && author.id == scene.thread.post.author.id;
    if wrote_thread && (of != PostOf::Thread) && scene.is_question() {
        roles.push(visit.say("role-asker"));
    }
    match author.role {
        Some(Role::Helper) => roles.push(visit.say("role-helper")),
        Some(Role::Moderator) => roles.push(visit.say("role-moderator")),
        Some(Role::Admin) => roles.push(visit.say("role-admin")),
        Some(Role::Member) | None => {}
    }
    if author.is_staff {
        roles.push(visit.say("role-staff"));
    }
    roles
}

fn template_answers(scene: &Scene<'_>) -> Markup {
    given(&scene.thread.template_answers)
}

fn tags(scene: &Scene<'_>) -> Markup {
    let urls = &scene.visit.site.urls;
    let links: Vec<_> = scene
        .thread
        .tags
        .iter()
        .map(|tag| Link::new(tag.clone(), urls.tag(tag)))
        .collect();
    tag_links(&scene.pen, &links)
}

/// The button that accepts, for the asker and for helpers on their behalf.
fn accept_row(scene: &Scene<'_>, of: PostOf, view: &PostView, author: &str) -> Markup {
    let PostOf::Reply(id) = of else { return html! {} };
    let may_accept = scene.is_question() && scene.may(Verb::Accept, scene.thread.post.author.id);
    let is_shut = scene.thread.is_locked && !scene.may(Verb::Lock, None);
    let answers = opening_of(scene, Some(id)).is_none();
    if !may_accept || !answers || is_shut || view.deleted_at.is_some() || scene.thread.post.deleted_at.is_some() {
        return html! {};
    }
    let action = scene.visit.site.urls.reply_part(id, "accept");
    let label = scene.pen.say(if scene.is_asker() {
        "accept-own"
    } else {
        "accept-on-behalf"
    });
    let about = scene.pen.tell("post-answer-by", &[("name", author.to_owned().into())]);
    let is_first = scene.thread.standing != Standing::Resolved && scene.is_asker();
    let button = PostButton {
        about: Some(&about),
        icon: Some(Icon::Check),
        weight: if is_first { Weight::Primary } else { Weight::Secondary },
        ..PostButton::new(&action, &label)
    };
    html! { div.accept-row { (post_button(&scene.pen, &button)) } }
}

/// Votes and the quiet row of actions.
fn row(scene: &Scene<'_>, of: PostOf, view: &PostView, author: &str) -> Markup {
    let (pen, urls) = (&scene.pen, &scene.visit.site.urls);
    let permalink = of.reply().map_or_else(
        || urls.thread(scene.thread.id, &scene.thread.title),
        |id| urls.reply(id),
    );
    let mut items = vec![vote_control(scene, of, view, author)];
    let answer = of.reply().filter(|id| opening_of(scene, Some(*id)).is_none());
    items.extend(answer.map(|id| thanks(scene, id, view, author)));
    items.push(copy_link(pen, &pen.say("post-share"), &urls.absolute(&permalink)));
    items.extend(wishes(scene, of));
    items.extend(changes(scene, of, view));
    let may_comment =
        scene.may(Verb::Comment, scene.thread.post.author.id) && scene.welcomes_posts() && view.deleted_at.is_none();
    if may_comment {
        items.push(quote_action(scene, &of.anchor(), author, &permalink));
    }
    if may_comment && !is_being_mended(scene, of) {
        items.push(comment_field(scene, of));
    }
    actions(&pen.say("post-actions"), &items)
}

/// How much this viewer wants to hear of the thread.
fn wishes(scene: &Scene<'_>, of: PostOf) -> Option<Markup> {
    let wishes = scene.thread.wishes.as_ref().filter(|_| of == PostOf::Thread)?;
    let kind = if scene.is_asker() { Of::OwnThread } else { Of::Thread };
    let action = scene.visit.site.urls.watch_thread(scene.thread.id);
    Some(watch(&scene.pen, kind, &action, wishes.shown(scene.is_asker())))
}

/// What this viewer may change about the post.
fn changes(scene: &Scene<'_>, of: PostOf, view: &PostView) -> Vec<Markup> {
    let (pen, urls) = (&scene.pen, &scene.visit.site.urls);
    let (edit_verb, delete_verb) = match of {
        PostOf::Thread => (Verb::EditThread, Verb::DeleteThread),
        PostOf::Reply(_) | PostOf::Accepted(_) => (Verb::EditReply, Verb::DeleteReply),
    };
    let undo = |action: &str, label: &str| {
        post_button(
            pen,
            &PostButton {
                icon: Some(Icon::Undo),
                ..PostButton::new(action, label)
            },
        )
    };
    if view.is_erased {
        return Vec::new();
    }
    if view.deleted_at.is_some() {
        // What a removed person wrote comes back from the page of their conduct, all at once.
        let whole = view
            .author
            .removed
            .map(|author| way(scene.visit, pen, Some(author), None));
        let may_undelete = scene.may(Verb::Undelete, view.author.id);
        let alone = || may_undelete.then(|| undo(&part(scene, of, "undelete"), &pen.say("post-undelete")));
        return whole.unwrap_or_else(alone).into_iter().collect();
    }
    let mut items: Vec<Markup> = flag_link(scene, piece_of(scene, of), view.author.id)
        .into_iter()
        .collect();
    items.extend(way(scene.visit, pen, view.author.id, Some(piece_of(scene, of))));
    let is_shut = scene.thread.is_locked && !scene.may(Verb::Lock, None);
    if !is_shut && scene.may(edit_verb, view.author.id) {
        items.push(link_button(
            pen,
            &pen.say("post-edit"),
            &part(scene, of, "edit"),
            Some(Icon::Edit),
            Weight::Quiet,
        ));
    }
    items.extend(split_link(scene, of));
    items.extend(pick_of(scene, of));
    if let PostOf::Accepted(id) = of
        && !is_shut
        && scene.may(Verb::Unaccept, scene.thread.post.author.id)
    {
        items.push(undo(&urls.reply_part(id, "unaccept"), &pen.say("post-unaccept")));
    }
    let is_opening = opening_of(scene, of.reply()).is_some();
    let has_replies = is_opening || (of == PostOf::Thread && scene.thread.reply_count > 0);
    let may_delete = scene.may(delete_verb, view.author.id) && (!has_replies || scene.may(Verb::DeleteThread, None));
    if !is_shut && may_delete {
        items.push(delete_form(scene, of, view));
    }
    items
}

fn vote_control(scene: &Scene<'_>, of: PostOf, view: &PostView, author: &str) -> Markup {
    let is_open = view.deleted_at.is_none() && scene.thread.post.deleted_at.is_none() && !scene.thread.is_locked;
    let may_vote = is_open && scene.may(Verb::Vote, view.author.id);
    let action = |vote: Vote| {
        let pressed = view.own_vote == Some(vote);
        part(scene, of, if pressed { "unvote" } else { vote.as_str() })
    };
    let (up, down) = (action(Vote::Up), action(Vote::Down));
    let key = if of == PostOf::Thread {
        "post-first-by"
    } else {
        "post-answer-by"
    };
    let about = scene.pen.tell(key, &[("name", author.to_owned().into())]);
    let mine = view
        .own_vote
        .map(|vote| if vote == Vote::Up { VoteMark::Up } else { VoteMark::Down });
    votes(
        &scene.pen,
        &Votes {
            score: view.up_count - view.down_count,
            mine,
            up_action: may_vote.then_some(up.as_str()),
            down_action: may_vote.then_some(down.as_str()),
            about: &about,
        },
    )
}

fn delete_form(scene: &Scene<'_>, of: PostOf, view: &PostView) -> Markup {
    let pen = &scene.pen;
    let is_own = view.author.id.is_some() && view.author.id == scene.visit.viewer.id();
    let draft = scene.drafts.deletion.filter(|draft| draft.reply == of.reply());
    let id = match (draft, of.reply()) {
        (Some(_), _) => "reason".to_owned(),
        (None, Some(id)) => format!("delete-reason-{id}"),
        (None, None) => "delete-reason".to_owned(),
    };
    let label = pen.say("delete-reason");
    let field = Field {
        id: &id,
        optional: true,
        longest: Some(500),
        value: draft.map_or("", |draft| draft.typed),
        problem: draft.and_then(|draft| problem_with(draft.problems, "reason")),
        ..Field::new("reason", &label)
    };
    let form = post_form(
        &part(scene, of, "delete"),
        &[],
        html! {
            p { (pen.say("delete-explained")) }
            @if !is_own && of == PostOf::Thread && scene.thread.kind == ThreadKind::Question {
                (removals(pen, draft.map_or(Removal::Other, |draft| draft.removal)))
            }
            @if !is_own || draft.is_some() { (text_field(pen, &field)) }
            (submit_button(&pen.say("delete-button"), Weight::Danger))
        },
    );
    if draft.is_some() {
        return form;
    }
    disclosure(pen, &pen.say("post-delete"), Some(Icon::Trash), form)
}

/// What a question is that somebody else deletes: figures leave out what should never have been asked here.
fn removals(pen: &Pen<'_>, chosen: Removal) -> Markup {
    let key = |why: Removal| match why {
        Removal::Spam => "removal-spam",
        Removal::OffTopic => "removal-off-topic",
        Removal::Asker | Removal::Other => "removal-other",
    };
    let names = Removal::SAID.map(|why| (why.as_str(), pen.say(key(why))));
    let choices = names.each_ref().map(|(value, label)| Choice::plain(value, label));
    let label = pen.say("delete-removal");
    let field = Field {
        value: chosen.as_str(),
        ..Field::new("removal", &label)
    };
    select_field(pen, &field, &choices)
}

/// Something of the post: `edit`, `up`, `comments` …
pub(super) fn part(scene: &Scene<'_>, of: PostOf, name: &str) -> String {
    let urls = &scene.visit.site.urls;
    of.reply().map_or_else(
        || urls.thread_part(scene.thread.id, name),
        |id| urls.reply_part(id, name),
    )
}
