//! The moderation log.

use maud::{Markup, html};

use super::components::{Column, Icon, Link, Pen, PostButton, empty_state, onward_pager, post_button, table, time_ago};
use super::desk::way;
use super::layout::page_head;
use super::repeats::outbreaks;
use crate::domain::cursor::PageOf;
use crate::domain::moderation::Act;
use crate::domain::role::Role;
use crate::store::authors::Author;
use crate::store::moderations::Moderation;
use crate::store::outbreaks::Outbreak;
use crate::text::time::exact;
use crate::web::Visit;
use crate::web::page::{Page, pen};

/// One page of the log from the newest.
pub fn log(visit: &Visit, acts: &PageOf<Moderation>, urgent: &[Outbreak], is_further: bool) -> Page {
    let sprite = visit.site.assets.address(&visit.site.urls, "icons/sprite.svg");
    let pen = pen(visit, &sprite);
    let title = pen.say("moderation-title");
    let here = visit.site.urls.moderation_log();
    let older = acts.more.map(|after| visit.site.urls.page_after(&here, after));
    let content = html! {
        (page_head(&title, Some(&pen.say("moderation-title-about")), way(visit, &pen)))
        (outbreaks(visit, &pen, urgent))
        @if acts.items.is_empty() {
            (empty_state(&pen, Icon::Shield, &pen.say("moderation-none-title"), &pen.say("moderation-none"), html! {}))
        } @else {
            (rows(visit, &pen, &title, &acts.items))
        }
        (onward_pager(&pen, is_further.then_some(here.as_str()), older.as_deref()))
    };
    Page::new(title, content).unlisted()
}

fn rows(visit: &Visit, pen: &Pen<'_>, title: &str, acts: &[Moderation]) -> Markup {
    let labels = [
        "moderation-what",
        "moderation-who",
        "moderation-why",
        "moderation-when",
        "moderation-undo",
    ];
    let labels = labels.map(|key| pen.say(key));
    let columns = labels.each_ref().map(|label| Column::words(label));
    let row = |act: &Moderation| {
        vec![
            what_was_done(visit, pen, act),
            who(visit, pen, act),
            why(pen, act),
            time_ago(pen, act.acted_at),
            html! { (undo(visit, pen, act)) (undo_all(visit, pen, act)) },
        ]
    };
    let rows: Vec<Vec<Markup>> = acts.iter().map(row).collect();
    html! { div.admin-table.log { (table(title, &columns, &rows)) } }
}

/// The reason of the act, and of the one on several pieces that it is part of.
fn why(pen: &Pen<'_>, act: &Moderation) -> Markup {
    let together = act.selection.as_ref();
    let other = together.filter(|selection| selection.reason != act.reason);
    html! {
        @if !act.reason.is_empty() { span dir="auto" { (act.reason) } }
        @if let Some(selection) = other { " " span dir="auto" { (selection.reason) } }
        @if let Some(selection) = together { " " span.meta { (pen.count("selection-one-of", selection.piece_count)) } }
    }
}

/// The button that takes all of an act on several pieces back.
fn undo_all(visit: &Visit, pen: &Pen<'_>, act: &Moderation) -> Markup {
    let Some(selection) = act.selection.as_ref().filter(|selection| selection.piece_count > 1) else {
        return html! {};
    };
    if !act.is_in_force {
        return html! {};
    }
    let action = visit.site.urls.undo_selection(selection.id);
    let label = pen.count("selection-undo-all", selection.piece_count);
    let button = PostButton {
        icon: Some(Icon::Undo),
        ..PostButton::new(&action, &label)
    };
    post_button(pen, &button)
}

fn what_was_done(visit: &Visit, pen: &Pen<'_>, act: &Moderation) -> Markup {
    let phrase = pen.say(&format!("log-act-{}", act.act.as_str().replace('_', "-")));
    html! {
        span.act { (phrase) }
        @if let Some(about) = &act.about { " " span dir="auto" { (about) } }
        @if let Some(link) = subject(visit, act) { " " a href=(link.href) dir="auto" { (link.label) } }
        @if let Some(about) = &act.person { " " (person(visit, pen, about)) }
        @if let Some(was) = &act.was { " " span.meta dir="auto" { (pen.tell("moderation-was", &[("was", worded(pen, act.act, was).into())])) } }
        @if let Some(became) = &act.became { " " span.meta dir="auto" { (pen.tell("moderation-became", &[("became", worded(pen, act.act, became).into())])) } }
        @if let Some(until) = act.until { " " span.meta { (pen.tell("restraint-until", &[("at", exact(pen.phrases, until).into())])) } }
        @if act.reply.is_some() { " " span.meta { (pen.say("moderation-on-reply")) } }
    }
}

/// What was so before or is so since, in the reader's language where the row has a word of this program.
fn worded(pen: &Pen<'_>, act: Act, word: &str) -> String {
    match act {
        Act::Grant => pen.say(&format!("grant-{word}")),
        _ => word.to_owned(),
    }
}

/// The button that takes an act back, while it is in force, for those who may.
fn undo(visit: &Visit, pen: &Pen<'_>, act: &Moderation) -> Markup {
    let is_theirs = !act.act.is_of_admins() || visit.viewer.user().is_some_and(|user| user.role >= Role::Admin);
    if !act.is_in_force || !act.act.can_be_undone() || !is_theirs {
        return html! {};
    }
    let (action, label) = (visit.site.urls.undo_act(act.id), pen.say("moderation-undo-button"));
    let about = act.thread.as_ref().map(|(_, title)| title.as_str());
    let button = PostButton {
        icon: Some(Icon::Undo),
        about,
        ..PostButton::new(&action, &label)
    };
    post_button(pen, &button)
}

/// The thread, or the reply in it, that an act was about.
fn subject(visit: &Visit, act: &Moderation) -> Option<Link> {
    let (thread, title) = act.thread.as_ref()?;
    let urls = &visit.site.urls;
    let href = act
        .reply
        .map_or_else(|| urls.thread(*thread, title), |reply| urls.reply(reply));
    Some(Link::new(title.clone(), href))
}

/// Who acted; what is held, nobody in particular holds.
fn who(visit: &Visit, pen: &Pen<'_>, act: &Moderation) -> Markup {
    match act.held_for {
        Some(why) => html! { (pen.say(&format!("moderation-by-{why}"))) },
        None => person(visit, pen, &act.moderator),
    }
}

fn person(visit: &Visit, pen: &Pen<'_>, author: &Author) -> Markup {
    html! {
        @match (author.id, &author.name) {
            (Some(id), Some(name)) => a.author href=(visit.site.urls.user(id, name)) { bdi { (name) } },
            (None, Some(name)) => bdi { (name) },
            _ => (pen.say("moderation-nobody")),
        }
    }
}
