//! Each component with each of its states.

use chrono::Duration;
use maud::{Markup, html};

use super::pictures;
use crate::domain::resolution::When;
use crate::text::markdown;
use crate::web::views::components::ThreadMark::{Announcement, Closed, Discussion, Resolved, Unanswered, Waiting};
use crate::web::views::components::{
    AcceptedBy, Choice, Column, Comment, DiffLine, DiffPiece, Editor, Face, Fact, Field, Icon, JobState, Link,
    ModerationAct, NoticeKind, Pen, Permission, PermissionRow, PostButton, Problem, TagInput, VoteMark, Votes, Weight,
    accepted_quote, avatar, breadcrumb, check_box, comments, copy_link, diff_view, disclosure, editor, email_field,
    empty_state, error_summary, fact_list, filter_links, job_state, link_button, link_tabs, list_search, locked_mark,
    moderation_bar, named_icon, next_step, notice, pager, password_field, permission_table, person_head, pinned_mark,
    post_button, progress, radio_group, role_mark, select_field, side_links, table, tag_index, tag_input, tag_links,
    text_area, text_field, thread_mark, time_ago, votes,
};

/// Where links and forms of the page lead: nowhere.
const NOWHERE: &str = "#content";

/// Every group of components, by the key of its heading.
pub(super) fn all(pen: &Pen<'_>) -> Vec<(&'static str, Markup)> {
    vec![
        ("design-buttons", buttons(pen)),
        ("design-marks", marks(pen)),
        ("design-icons", icons(pen)),
        ("design-links", links(pen)),
        ("design-fields", fields(pen)),
        ("design-choices", choices(pen)),
        ("design-writing", writing(pen)),
        ("design-notices", notices(pen)),
        ("design-posts", posts(pen)),
        ("design-moderation", moderation(pen)),
        ("design-tables", tables(pen)),
        ("design-pictures", pictures::all(pen)),
        ("design-empty", empty(pen)),
    ]
}

fn buttons(pen: &Pen<'_>) -> Markup {
    let label = pen.say("sample-button");
    let weights = [Weight::Primary, Weight::Secondary, Weight::Quiet, Weight::Danger];
    let pressed = |pressed| PostButton {
        icon: Some(Icon::People),
        pressed: Some(pressed),
        ..PostButton::new(NOWHERE, &label)
    };
    html! {
        p.ways {
            @for weight in weights { (link_button(pen, &label, NOWHERE, None, weight)) }
            @for weight in weights { (link_button(pen, &label, NOWHERE, Some(Icon::Check), weight)) }
        }
        div.ways {
            (post_button(pen, &pressed(false))) (post_button(pen, &pressed(true)))
            (copy_link(pen, &label, NOWHERE))
            (disclosure(pen, &label, Some(Icon::Trash), html! { p { (pen.say("sample-sentence")) } }))
        }
    }
}

fn marks(pen: &Pen<'_>) -> Markup {
    html! {
        p.ways {
            @for mark in [Unanswered, Waiting, Resolved, Closed, Discussion, Announcement] { (thread_mark(pen, mark)) }
            (pinned_mark(pen)) (locked_mark(pen)) (role_mark(&pen.say("role-helper")))
        }
        p.ways {
            @for state in [JobState::Waiting, JobState::Running, JobState::Retrying, JobState::Done, JobState::Dead] { (job_state(pen, state)) }
        }
        (progress(pen, &pen.say("sample-button"), 40, 100))
        p.ways {
            @for name in ["sample-asker", "sample-answerer", "sample-long-name"] {
                @for face in [Face::Small, Face::Medium, Face::Large] { (avatar(&pen.say(name), face)) }
            }
        }
    }
}

fn icons(pen: &Pen<'_>) -> Markup {
    html! { p.ways { @for icon in Icon::ALL { (named_icon(pen, *icon, icon.name())) } } }
}

fn links(pen: &Pen<'_>) -> Markup {
    let (one, two) = (pen.say("sample-category"), pen.say("sample-title"));
    let both = [Link::new(&one, NOWHERE).current_if(true), Link::new(&two, NOWHERE)];
    let tags: Vec<_> = (1..=12)
        .map(|number| Link::new(format!("{}-{number}", pen.say("sample-tag")), NOWHERE))
        .collect();
    let counted: Vec<_> = tags.iter().take(4).map(|tag| (tag.clone(), 12)).collect();
    let filters = [
        (Link::new(&one, NOWHERE).current_if(true), Some(12)),
        (Link::new(&two, NOWHERE), None),
    ];
    html! {
        (breadcrumb(pen, &both))
        (filter_links(pen, &one, &filters))
        (link_tabs(&two, &both))
        (tag_links(pen, &tags))
        div.set-apart { (tag_index(pen, &counted)) }
        (side_links(&one, &both))
        (list_search(pen, NOWHERE, &one, &two))
        (pager(pen, Some(NOWHERE), Some(NOWHERE)))
    }
}

fn fields(pen: &Pen<'_>) -> Markup {
    let (label, hint, problem) = (
        pen.say("field-title"),
        pen.say("sample-sentence"),
        pen.say("problem-missing"),
    );
    let field = |id: &'static str| Field::new(id, &label);
    html! {
        (error_summary(pen, &[Problem::new("design-wrong", &*problem)]))
        div.form {
            (text_field(pen, &Field { optional: true, ..field("design-plain") }))
            (text_field(pen, &Field { hint: Some(&hint), value: &hint, ..field("design-hint") }))
            (text_field(pen, &Field { hint: Some(&hint), problem: Some(&problem), ..field("design-wrong") }))
            (email_field(pen, &field("design-email")))
            (password_field(pen, &field("design-password")))
            (text_area(pen, &Field { value: &hint, ..field("design-area") }, 3))
        }
    }
}

fn choices(pen: &Pen<'_>) -> Markup {
    let (label, hint) = (pen.say("sample-category"), pen.say("sample-sentence"));
    let problem = pen.say("problem-choice");
    let choice = |value| Choice {
        value,
        label: &label,
        hint: Some(&hint),
    };
    let two = [choice("one"), choice("two")];
    let field = |id: &'static str| Field {
        value: "one",
        ..Field::new(id, &label)
    };
    html! {
        div.form {
            (select_field(pen, &field("design-select"), &two))
            (radio_group(pen, &field("design-radio"), &two))
            (check_box(pen, &Field { hint: Some(&hint), ..field("design-check") }, true))
            (check_box(pen, &Field { problem: Some(&problem), ..field("design-check-wrong") }, false))
        }
    }
}

fn writing(pen: &Pen<'_>) -> Markup {
    let (label, text) = (pen.say("field-body"), pen.say("sample-answer"));
    let shown = markdown::render(&text);
    let everything = markdown::render(&pen.say("sample-everything"));
    html! {
        form.form method="post" action=(NOWHERE) {
            (editor(pen, &Editor {
                field: Field { value: &text, ..Field::new("design-editor", &label) },
                attaching: None,
                preview_action: NOWHERE,
                preview_source: NOWHERE,
                preview: Some(&shown),
                rows: 5,
            }))
            (tag_input(pen, &TagInput { field: Field { optional: true, ..Field::new("design-tags", &label) }, source: NOWHERE }))
        }
        div.prose.set-apart { (everything) }
    }
}

fn notices(pen: &Pen<'_>) -> Markup {
    let kinds = [
        NoticeKind::Success,
        NoticeKind::Information,
        NoticeKind::Warning,
        NoticeKind::Failure,
    ];
    html! { @for kind in kinds { (notice(pen, kind, html! { p { (pen.say("sample-sentence")) } })) } }
}

fn posts(pen: &Pen<'_>) -> Markup {
    let (asker, sentence) = (pen.say("sample-asker"), pen.say("sample-sentence"));
    let body = markdown::render_comment(&sentence);
    let comment = |number: i32| Comment {
        anchor: format!("design-comment-{number}"),
        permalink: NOWHERE.to_owned(),
        author: &asker,
        author_href: None,
        written_at: pen.now - Duration::minutes(5),
        body: &body,
        actions: html! {},
    };
    let score = |mine, may: bool| Votes {
        score: 14,
        mine,
        up_action: may.then_some(NOWHERE),
        down_action: may.then_some(NOWHERE),
        about: "",
    };
    let help = link_button(
        pen,
        &pen.say("step-answer"),
        NOWHERE,
        Some(Icon::Answer),
        Weight::Primary,
    );
    let by = AcceptedBy {
        name: Some(&asker),
        at: When::Day(pen.now - Duration::days(90)),
        on_behalf: true,
    };
    html! {
        (person_head(&pen.say("sample-long-name"), &[pen.say("role-helper")], &[time_ago(pen, pen.now - Duration::days(90))]))
        p.ways {
            (votes(pen, &score(None, false))) (votes(pen, &score(None, true)))
            (votes(pen, &score(Some(VoteMark::Up), true))) (votes(pen, &score(Some(VoteMark::Down), true)))
        }
        (accepted_quote(pen, &asker, &by, &sentence, NOWHERE))
        (comments(pen, &asker, &[comment(1), comment(2)], None))
        (next_step(&pen.say("step-help"), Some(&sentence), &[help]))
        (fact_list(Some(&asker), &[Fact::new(pen.say("sample-tag"), html! { (sentence) })]))
    }
}

fn moderation(pen: &Pen<'_>) -> Markup {
    let label = pen.say("sample-button");
    let act = ModerationAct {
        label: label.clone(),
        icon: Icon::Lock,
        content: html! { p { (pen.say("sample-sentence")) } },
        open: false,
    };
    let piece = |text: &str, changed| DiffPiece {
        text: text.to_owned(),
        changed,
    };
    let lines = [
        DiffLine::Same(pen.say("sample-sentence")),
        DiffLine::Removed(vec![piece(&label, false), piece(" 1", true)]),
        DiffLine::Added(vec![piece(&label, false), piece(" 2", true)]),
        DiffLine::Skipped(12),
    ];
    html! {
        (moderation_bar(pen, &[act], &[post_button(pen, &PostButton::new(NOWHERE, &label))]))
        (diff_view(pen, &label, &lines))
    }
}

fn tables(pen: &Pen<'_>) -> Markup {
    let (name, count, act) = (
        pen.say("sample-category"),
        pen.say("sample-tag"),
        pen.say("sample-button"),
    );
    let columns = [Column::words(&name), Column::numbers(&count), Column::buttons(&act)];
    let row = || {
        vec![
            html! { (pen.say("sample-title")) },
            html! { "1,204" },
            link_button(pen, &act, NOWHERE, None, Weight::Secondary),
        ]
    };
    let rules = [PermissionRow {
        verb: act.clone(),
        permissions: vec![Permission::Never, Permission::Own, Permission::Any],
    }];
    html! {
        (table(&name, &columns, &[row(), row()]))
        div.set-apart { (permission_table(pen, &act, &[&name, &count, &act], &rules)) }
    }
}

fn empty(pen: &Pen<'_>) -> Markup {
    let act = link_button(pen, &pen.say("sample-button"), NOWHERE, None, Weight::Primary);
    empty_state(
        pen,
        Icon::Category,
        &pen.say("sample-title"),
        &pen.say("sample-sentence"),
        act,
    )
}
