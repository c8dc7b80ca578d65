//! Pieces of pages that exist nowhere: what a look is judged by before it is saved, and on the page of all components.

use chrono::Duration;
use maud::{Markup, html};

use super::components::{
    AcceptedBy, CategoryCard, Icon, Link, Pen, PostCard, PostKind, RowFigure, ThreadHead, ThreadMark, ThreadRow, Votes,
    Weight, actions, category_cards, link_button, next_step, post_card, tag_links, thread_head, thread_list, votes,
};
use crate::domain::resolution::When;
use crate::text::markdown;

/// Where links of samples lead: to the top of the page.
const NOWHERE: &str = "#content";

/// The band of the home page, a category and some rows of a list.
pub fn home(pen: &Pen<'_>, welcome: &str) -> Markup {
    let default = pen.say("home-welcome");
    html! {
        section.welcome {
            h2 dir="auto" { (if welcome.is_empty() { &default } else { welcome }) }
            p { (pen.count("home-resolved-count", 1_204)) }
            p.ask-field { a.button.primary href=(NOWHERE) { (pen.say("ask-field-ask")) } }
        }
        (cards(pen))
        (rows(pen))
    }
}

/// A category with figures.
pub fn cards(pen: &Pen<'_>) -> Markup {
    let (name, description) = (pen.say("sample-category"), pen.say("sample-category-about"));
    let card = CategoryCard {
        name: &name,
        href: NOWHERE,
        description: &description,
        open: Some(12),
        resolved: Some(188),
        threads: 200,
        median_wait: Some("3 h"),
    };
    category_cards(pen, &[card])
}

/// A row of a list for each standing.
pub fn rows(pen: &Pen<'_>) -> Markup {
    let (title, category, asker) = (
        pen.say("sample-title"),
        pen.say("sample-category"),
        pen.say("sample-asker"),
    );
    let tags = [pen.say("sample-tag")];
    let marks = [
        ThreadMark::Resolved,
        ThreadMark::Waiting,
        ThreadMark::Unanswered,
        ThreadMark::Closed,
        ThreadMark::Discussion,
        ThreadMark::Announcement,
    ];
    let row = |(place, mark): (usize, ThreadMark)| ThreadRow {
        href: NOWHERE.to_owned(),
        title: &title,
        mark,
        pinned: mark == ThreadMark::Announcement,
        category: Some(&category),
        tags: &tags,
        asker: &asker,
        replies: 2,
        news: 0,
        figure: RowFigure::Affected(12),
        at: pen.now - Duration::hours(3 * i64::try_from(place).unwrap_or_default() + 1),
        pick: None,
    };
    let rows: Vec<_> = marks.into_iter().enumerate().map(row).collect();
    thread_list(pen, &pen.say("sample-rows"), &rows)
}

/// A question with its accepted answer and the next step; `anchor` sets its ids apart from those of another sample.
pub fn thread(pen: &Pen<'_>, anchor: &str) -> Markup {
    let (title, asker) = (pen.say("sample-title"), pen.say("sample-asker"));
    let question = markdown::render(&pen.say("sample-question"));
    let at = pen.now - Duration::hours(26);
    let facts = [
        html! { (pen.say("thread-asked-by")) " " bdi { (asker) } },
        html! { (pen.count("thread-affected", 12)) },
    ];
    let (question_id, answer_id) = (format!("question-{anchor}"), format!("answer-{anchor}"));
    let tags = [Link::new(pen.say("sample-tag"), NOWHERE)];
    let help = link_button(
        pen,
        &pen.say("step-answer"),
        NOWHERE,
        Some(Icon::Answer),
        Weight::Primary,
    );
    let card = PostCard {
        anchor: &question_id,
        permalink: NOWHERE,
        kind: PostKind::First,
        author: &asker,
        author_href: None,
        roles: &[],
        written_at: at,
        by_mail: true,
        edited: None,
        removed: None,
        about: None,
        is_new: false,
        body: &question,
        actions: html! { (tag_links(pen, &tags)) },
        comments: html! {},
    };
    html! {
        (thread_head(pen, &ThreadHead {
            title: &title,
            mark: ThreadMark::Resolved,
            pinned: false,
            locked: false,
            facts: &facts,
        }))
        (post_card(pen, &card))
        (next_step(&pen.say("step-help"), None, &[help]))
        (accepted(pen, &answer_id, card))
    }
}

/// The accepted answer to a question that stands on this card.
fn accepted(pen: &Pen<'_>, anchor: &str, question: PostCard<'_>) -> Markup {
    let (asker, answerer) = (pen.say("sample-asker"), pen.say("sample-answerer"));
    let answer = markdown::render(&pen.say("sample-answer"));
    let at = question.written_at;
    let quiet = link_button(pen, &pen.say("post-edit"), NOWHERE, Some(Icon::Edit), Weight::Quiet);
    let by = AcceptedBy {
        name: Some(&asker),
        at: When::Exact(at + Duration::hours(3)),
        on_behalf: false,
    };
    let score = Votes {
        score: 14,
        mine: None,
        up_action: None,
        down_action: None,
        about: "",
    };
    post_card(
        pen,
        &PostCard {
            anchor,
            kind: PostKind::Accepted(by),
            author: &answerer,
            roles: &[pen.say("role-helper")],
            written_at: at + Duration::hours(2),
            body: &answer,
            actions: actions(&pen.say("post-actions"), &[votes(pen, &score), quiet]),
            comments: html! {},
            ..question
        },
    )
}
