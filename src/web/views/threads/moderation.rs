//! What stands above a thread for its readers (why it is closed, who reopened it) and for moderators (the bar).

use maud::{Markup, html};

use super::articles::{link_act, may_link};
use super::drafts::Typed;
use super::known_problems::{problem_act, problem_notice};
use super::page::Scene;
use super::splitting::split_notices;
use super::{mark, name_of};
use crate::domain::id::ProposalId;
use crate::domain::permission::Verb;
use crate::domain::resolution::CloseReason;
use crate::store::finding::SimilarThread;
use crate::store::threads::ClosureView;
use crate::web::views::components::{
    Choice, Field, Icon, ModerationAct, NoticeKind, PostButton, TagInput, Weight, date_field, link_button,
    moderation_bar, notice, post_button, post_form, problem_with, radio_group, select_field, submit_button, tag_input,
    text_field, thread_mark, time_ago,
};

/// Why the thread is closed or locked, or that it was opened again.
pub(super) fn notices_of(scene: &Scene<'_>) -> Markup {
    let (pen, thread) = (&scene.pen, scene.thread);
    html! {
        @if let Some(closure) = &thread.closure { (closed(scene, closure)) }
        @if let Some(reopening) = &thread.reopening {
            @let name = name_of(scene.visit, &reopening.by);
            (notice(pen, NoticeKind::Warning, html! {
                p { (pen.tell("thread-reopened", &[("name", name.into())])) " " (time_ago(pen, reopening.at)) }
                @if !reopening.reason.is_empty() { blockquote dir="auto" { p { (reopening.reason) } } }
            }))
        }
        (split_notices(scene))
        (problem_notice(scene))
        @if thread.is_locked { (notice(pen, NoticeKind::Information, html! { p { (pen.say("thread-locked")) } })) }
    }
}

fn closed(scene: &Scene<'_>, closure: &ClosureView) -> Markup {
    let pen = &scene.pen;
    let name = name_of(scene.visit, &closure.by);
    notice(
        pen,
        NoticeKind::Information,
        html! {
            p {
                (pen.say(&reason_key(closure.reason))) " "
                (pen.tell("thread-closed-by", &[("name", name.into())])) " " (time_ago(pen, closure.at))
            }
            @if let Some(original) = &closure.original {
                @let href = scene.visit.site.urls.thread(original.id, &original.title);
                p.original {
                    (pen.say("thread-original")) " " a href=(href) dir="auto" { (original.title) } " "
                    (thread_mark(pen, mark(original.kind, original.standing)))
                }
            }
            @if !closure.note.is_empty() { blockquote dir="auto" { p { (closure.note) } } }
        },
    )
}

/// The key of the phrase that says why a thread is closed.
pub fn reason_key(reason: CloseReason) -> String {
    format!("closed-{}", reason.as_str().replace('_', "-"))
}

/// The moderator's bar; helpers and the asker see the part that is theirs.
pub(super) fn bar(scene: &Scene<'_>) -> Markup {
    let author = scene.thread.post.author.id;
    if scene.user().is_none() || scene.thread.post.deleted_at.is_some() {
        return html! {};
    }
    let is_moderator = scene.may(Verb::Close, author);
    let may_retag = scene.may(Verb::Retag, author) && !scene.is_asker();
    let may_reopen = !scene.is_asker() && scene.offers_reopening();
    let may_link = may_link(scene);
    let proposal = scene.thread.proposal;
    if !is_moderator && !may_retag && !may_reopen && !may_link && proposal.is_none() {
        return html! {};
    }
    let (mut acts, mut buttons) = (Vec::new(), Vec::new());
    buttons.extend(proposal.map(|(id, count)| group_button(scene, id, count)));
    if may_link {
        acts.push(link_act(scene));
    }
    if is_moderator {
        acts.push(if scene.thread.closure.is_some() {
            reopen_act(scene)
        } else {
            close_act(scene)
        });
        acts.push(move_act(scene));
        acts.push(pin_act(scene));
        acts.extend(problem_act(scene));
    }
    // The asker of a question finds this right under it.
    if may_reopen {
        acts.push(reopen_act(scene));
    }
    if is_moderator || may_retag {
        acts.push(retag_act(scene));
    }
    if is_moderator {
        let (pinned, locked) = (scene.thread.is_pinned, scene.thread.is_locked);
        let urls = &scene.visit.site.urls;
        buttons.push(way(scene, "merge", &urls.merge(scene.thread.id), Icon::Duplicate));
        buttons.push(way(scene, "split", &urls.split(scene.thread.id), Icon::Move));
        buttons.push(way(scene, "redact", &urls.redact(scene.thread.id), Icon::Shield));
        buttons.push(button(scene, if pinned { "unpin" } else { "pin" }, Icon::Pin));
        buttons.push(button(scene, if locked { "unlock" } else { "lock" }, Icon::Lock));
    }
    moderation_bar(&scene.pen, &acts, &buttons)
}

/// Leads to what is proposed for the thread and others that ask the same.
fn group_button(scene: &Scene<'_>, id: ProposalId, count: i64) -> Markup {
    let (label, href) = (
        scene.pen.count("thread-repeats", count),
        scene.visit.site.urls.proposal(id),
    );
    link_button(&scene.pen, &label, &href, Some(Icon::People), Weight::Quiet)
}

/// Leads to a page of an act's own.
fn way(scene: &Scene<'_>, act: &str, href: &str, icon: Icon) -> Markup {
    let label = scene.pen.say(&format!("act-{act}"));
    link_button(&scene.pen, &label, href, Some(icon), Weight::Quiet)
}

fn button(scene: &Scene<'_>, verb: &str, icon: Icon) -> Markup {
    let action = scene.visit.site.urls.thread_part(scene.thread.id, verb);
    let label = scene.pen.say(&format!("act-{verb}"));
    post_button(
        &scene.pen,
        &PostButton {
            icon: Some(icon),
            ..PostButton::new(&action, &label)
        },
    )
}

fn close_act(scene: &Scene<'_>) -> ModerationAct {
    let pen = &scene.pen;
    let draft = scene.drafts.moderation;
    let problems = draft.map_or(&[][..], |draft| draft.problems);
    let similar = scene.thread.similar.as_slice();
    let (typed_reason, typed_original, offered, typed_note) = match draft.map(|draft| draft.typed) {
        Some(Typed::Close {
            reason,
            original,
            found,
            note,
        }) => (reason, original, found, note),
        Some(_) | None => ("", "", similar, ""),
    };
    let (original, note) = (pen.say("close-original"), pen.say("close-note"));
    let hint = pen.say("close-original-hint");
    let fields = html! {
        (reasons(scene, typed_reason, problem_with(problems, "close_reason")))
        (originals(scene, typed_original, offered))
        (text_field(pen, &Field {
            value: typed_original,
            optional: true,
            hint: Some(&hint),
            problem: problem_with(problems, "original"),
            ..Field::new("original", &original)
        }))
        (text_field(pen, &Field {
            value: typed_note,
            optional: true,
            longest: Some(500),
            problem: problem_with(problems, "close_note"),
            ..Field::new("close_note", &note)
        }))
        (submit_button(&pen.say("close-button"), Weight::Danger))
    };
    ModerationAct {
        label: pen.say("act-close"),
        icon: Icon::Cross,
        open: matches!(draft.map(|draft| draft.typed), Some(Typed::Close { .. })),
        content: post_form(
            &scene.visit.site.urls.thread_part(scene.thread.id, "close"),
            &[],
            fields,
        ),
    }
}

/// The reasons for which a thread may be closed.
fn reasons(scene: &Scene<'_>, typed: &str, problem: Option<&str>) -> Markup {
    let pen = &scene.pen;
    let names: Vec<_> = CloseReason::ALL
        .iter()
        .map(|reason| pen.say(&reason_key(*reason)))
        .collect();
    let choices = CloseReason::ALL.iter().zip(&names);
    let choices: Vec<_> = choices
        .map(|(reason, label)| Choice::plain(reason.as_str(), label))
        .collect();
    let label = pen.say("close-reason");
    let field = Field {
        value: typed,
        problem,
        ..Field::new("close_reason", &label)
    };
    select_field(pen, &field, &choices)
}

/// The threads of which one may be the original: those that the words find, or that are probably the same.
fn originals(scene: &Scene<'_>, words: &str, offered: &[SimilarThread]) -> Markup {
    let ids: Vec<String> = offered.iter().map(|thread| thread.id.to_string()).collect();
    let choices = offered
        .iter()
        .zip(&ids)
        .map(|(thread, id)| Choice::plain(id, &thread.title));
    let label = scene.pen.say("close-found");
    html! {
        @if !offered.is_empty() {
            input type="hidden" name="found_for" value=(words);
            (radio_group(&scene.pen, &Field { optional: true, ..Field::new("found", &label) }, &choices.collect::<Vec<_>>()))
        }
    }
}

fn reopen_act(scene: &Scene<'_>) -> ModerationAct {
    let pen = &scene.pen;
    let label = pen.say("reopen-closed-reason");
    let (typed, problems) = scene.drafts.reopening.unwrap_or(("", &[]));
    let field = Field {
        value: typed,
        problem: problem_with(problems, "reopen_reason"),
        longest: Some(500),
        ..Field::new("reopen_reason", &label)
    };
    let fields = html! {
        (text_field(pen, &field))
        (submit_button(&pen.say("reopen-closed-button"), Weight::Secondary))
    };
    ModerationAct {
        label: pen.say("act-reopen"),
        icon: Icon::Reopen,
        open: scene.drafts.reopening.is_some(),
        content: post_form(
            &scene.visit.site.urls.thread_part(scene.thread.id, "reopen"),
            &[],
            fields,
        ),
    }
}

fn move_act(scene: &Scene<'_>) -> ModerationAct {
    let (pen, thread) = (&scene.pen, scene.thread);
    let homes = thread.other_categories.iter();
    let choices: Vec<_> = homes.map(|(slug, name)| Choice::plain(slug, name)).collect();
    let label = pen.say("move-to");
    let fields = html! {
        @if choices.is_empty() {
            p { (pen.say("move-nowhere")) }
        } @else {
            (select_field(pen, &Field::new("category", &label), &choices))
            (submit_button(&pen.say("move-button"), Weight::Secondary))
        }
    };
    ModerationAct {
        label: pen.say("act-move"),
        icon: Icon::Move,
        open: false,
        content: post_form(&scene.visit.site.urls.thread_part(thread.id, "move"), &[], fields),
    }
}

/// Keeps the thread on top until a day; the button beside it does so without an end.
fn pin_act(scene: &Scene<'_>) -> ModerationAct {
    let pen = &scene.pen;
    let (label, hint) = (pen.say("pin-until"), pen.say("pin-until-hint"));
    let present = scene
        .thread
        .pinned_until
        .map(|until| until.format("%Y-%m-%d").to_string());
    let (typed, problems) = match scene.drafts.moderation {
        Some(draft) => match draft.typed {
            Typed::Pin(typed) => (Some(typed), draft.problems),
            _ => (None, &[][..]),
        },
        None => (None, &[][..]),
    };
    let field = Field {
        value: typed.or(present.as_deref()).unwrap_or_default(),
        hint: Some(&hint),
        problem: problem_with(problems, "pin_until"),
        ..Field::new("pin_until", &label)
    };
    let fields = html! {
        (date_field(pen, &field))
        (submit_button(&pen.say("pin-until-button"), Weight::Secondary))
    };
    ModerationAct {
        label: pen.say("act-pin-until"),
        icon: Icon::Pin,
        open: typed.is_some(),
        content: post_form(
            &scene.visit.site.urls.thread_part(scene.thread.id, "pin-until"),
            &[],
            fields,
        ),
    }
}

fn retag_act(scene: &Scene<'_>) -> ModerationAct {
    let (pen, urls) = (&scene.pen, &scene.visit.site.urls);
    let (label, hint) = (pen.say("field-tags"), pen.say("field-tags-hint"));
    let present = scene.thread.tags.join(", ");
    let (typed, problems) = match scene.drafts.moderation {
        Some(draft) => match draft.typed {
            Typed::Retag(typed) => (Some(typed), draft.problems),
            _ => (None, &[][..]),
        },
        None => (None, &[][..]),
    };
    let field = Field {
        optional: true,
        value: typed.unwrap_or(&present),
        hint: Some(&hint),
        problem: problem_with(problems, "retag"),
        ..Field::new("retag", &label)
    };
    let fields = html! {
        (tag_input(pen, &TagInput { field, source: &urls.tag_completion() }))
        (submit_button(&pen.say("retag-button"), Weight::Secondary))
    };
    ModerationAct {
        label: pen.say("act-retag"),
        icon: Icon::Tag,
        open: typed.is_some(),
        content: post_form(&urls.thread_part(scene.thread.id, "retag"), &[], fields),
    }
}
