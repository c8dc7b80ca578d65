//! What every page relies on: icons that exist, phrases that exist, fields that say their problems.

use std::fs;
use std::path::{Path, PathBuf};

use chrono::{DateTime, TimeZone, Utc};
use maud::html;

use super::*;
use crate::text::phrases::Languages;

fn noon() -> DateTime<Utc> {
    Utc.with_ymd_and_hms(2026, 5, 4, 12, 0, 0).unwrap()
}

/// Writes with the English phrases.
fn with_pen<T>(write: impl FnOnce(&Pen<'_>) -> T) -> T {
    let phrases = Languages::load().unwrap().named("en").unwrap();
    write(&Pen {
        phrases: &phrases,
        now: noon(),
        sprite: "/icons.svg",
    })
}

fn asset(path: &str) -> String {
    fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("assets").join(path)).unwrap()
}

#[test]
fn every_icon_is_drawn_and_every_drawing_has_a_name() {
    let sprite = asset("icons/sprite.svg");
    for icon in Icon::ALL {
        assert!(
            sprite.contains(&format!("<symbol id=\"{}\"", icon.name())),
            "{} is not in the sprite",
            icon.name()
        );
    }
    assert_eq!(sprite.matches("<symbol").count(), Icon::ALL.len());
}

#[test]
fn every_phrase_of_the_components_exists() {
    let phrases = Languages::load().unwrap().named("en").unwrap();
    for line in asset("locales/en/components.ftl").lines() {
        if let Some((key, _)) = line.split_once(" = ")
            && key.starts_with(|first: char| first.is_ascii_lowercase())
        {
            assert!(phrases.has(key), "{key}");
        }
    }
    for path in component_files() {
        let source = fs::read_to_string(path).unwrap();
        for opening in ["say(\"", "tell(\"", "count(\""] {
            for call in source.split(opening).skip(1) {
                let key = call.split('"').next().unwrap();
                assert!(key.is_empty() || phrases.has(key), "{key} is no phrase");
            }
        }
    }
}

#[test]
fn every_mark_has_its_word() {
    let phrases = Languages::load().unwrap().named("en").unwrap();
    let pen = &Pen {
        phrases: &phrases,
        now: noon(),
        sprite: "/icons.svg",
    };
    use ThreadMark::{Announcement, Closed, Discussion, Resolved, Unanswered, Waiting};
    for mark in [Announcement, Closed, Discussion, Resolved, Unanswered, Waiting] {
        thread_mark(pen, mark);
    }
    for state in [
        JobState::Dead,
        JobState::Done,
        JobState::Retrying,
        JobState::Running,
        JobState::Waiting,
    ] {
        job_state(pen, state);
    }
    for kind in [
        NoticeKind::Failure,
        NoticeKind::Information,
        NoticeKind::Success,
        NoticeKind::Warning,
    ] {
        notice(pen, kind, html! {});
    }
    let permissions = vec![Permission::Never, Permission::Own, Permission::Any];
    permission_table(
        pen,
        "",
        &[],
        &[PermissionRow {
            verb: String::new(),
            permissions,
        }],
    );
    assert_eq!(phrases.missing_count(), 0);
}

#[test]
fn a_field_with_a_problem_is_described_by_it() {
    with_pen(|pen| {
        let field = Field {
            hint: Some("One sentence."),
            problem: Some("Too short."),
            ..Field::new("title", "Title")
        };
        let html = text_field(pen, &field).into_string();
        assert!(
            html.contains(r#"aria-describedby="title-hint title-problem""#),
            "{html}"
        );
        assert!(html.contains(r#"aria-invalid="true""#));
        let html = text_field(pen, &Field::new("title", "Title")).into_string();
        assert!(!html.contains("aria-"), "{html}");
    });
}

#[test]
fn what_was_typed_is_escaped_and_kept_but_passwords_are_not() {
    with_pen(|pen| {
        let field = Field {
            value: "\n<b>\"x\"",
            ..Field::new("body", "Body")
        };
        let html = text_area(pen, &field, 3).into_string();
        assert!(
            html.contains(">\n\n&lt;b&gt;"),
            "the first line break is for the parser: {html}"
        );
        assert!(!password_field(pen, &field).into_string().contains("&lt;b"));
    });
}

#[test]
fn a_viewer_who_may_not_vote_sees_the_score_alone() {
    with_pen(|pen| {
        let html = votes(
            pen,
            &Votes {
                score: 1204,
                mine: None,
                up_action: None,
                down_action: None,
                about: "answer",
            },
        );
        let html = html.into_string();
        assert!(html.contains("1,204") && !html.contains("<form"), "{html}");
    });
}

#[test]
fn a_whole_list_has_no_pager_and_large_numbers_are_short_in_rows() {
    with_pen(|pen| {
        assert!(pager(pen, None, None).into_string().is_empty());
        assert_eq!(short_figure(pen, 9_999), "9,999");
        assert_eq!(short_figure(pen, 12_450), "12 k");
        assert_eq!(short_figure(pen, 3_000_000), "3 M");
    });
}

#[test]
fn a_row_of_a_list_holds_one_link_and_nothing_else_to_press() {
    with_pen(|pen| {
        let row = ThreadRow {
            href: "/threads/1/x".to_owned(),
            title: "<script>",
            mark: ThreadMark::Waiting,
            pinned: true,
            category: Some("Billing"),
            tags: &["card".to_owned()],
            asker: "ada",
            replies: 2,
            news: 0,
            figure: RowFigure::Affected(1),
            at: noon(),
            pick: None,
        };
        let html = thread_list(pen, "Threads", &[row]).into_string();
        assert_eq!(html.matches("<a ").count(), 1);
        assert!(!html.contains("<button") && !html.contains("<script>"), "{html}");
        assert!(html.contains("1 person has this too"));
    });
}

/// The sources of all components.
fn component_files() -> Vec<PathBuf> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("src/web/views/components");
    let folders = [folder.join("charts"), folder].map(|folder| fs::read_dir(folder).unwrap());
    let paths = folders.into_iter().flatten().map(|file| file.unwrap().path());
    paths.filter(|path| path.is_file()).collect()
}

#[test]
fn no_component_carries_a_style_or_a_handler() {
    let layout = Path::new(env!("CARGO_MANIFEST_DIR")).join("src/web/views/layout.rs");
    let components = component_files().into_iter().chain([layout]);
    for path in components.filter(|path| !path.ends_with("tests.rs")) {
        let source = fs::read_to_string(&path).unwrap();
        assert!(
            !source.contains(" style=") && !source.contains(" onclick="),
            "{}",
            path.display()
        );
    }
    let shown = html! { (avatar("ada", Face::Large)) }.into_string();
    assert!(!shown.contains("style"));
}
