//! What is not kept: each with its sentence, and with the text that was written.

use std::fs;

use tanya::store::settings;

use super::{count, png, send, send_form, upload};
use crate::support::TestApp;

const ASK: &str = "form[action='/threads/new']";

fn sentence(app: &TestApp, key: &str, limit: i64) -> String {
    let phrases = app.site.languages.choose("en");
    phrases.tell(key, &[("limit", limit.into())])
}

#[test]
fn what_is_refused_has_its_sentence_and_loses_no_text() {
    let app = TestApp::spawn();
    let ada = app.signed_in("ada");
    let cases: [(&str, &[u8], &str); 7] = [
        ("holiday.png", b"PK\x03\x04", "problem-upload-lying"),
        ("a.svg", b"<svg onload='alert(1)'/>", "problem-upload-svg"),
        ("a.heic", b"\0\0\0\x18ftypheic", "problem-upload-heic"),
        ("a.gif", b"GIF89a\0", "problem-upload-broken"),
        ("setup.exe", b"MZ\x90\0", "problem-upload-kind"),
        ("empty.txt", b"", "problem-upload-empty"),
        ("a.bmp", b"BM\0\0", "problem-upload-picture-kind"),
    ];
    let page = ada.visit("/threads/new?category=help");
    let written = [
        ("title", "Why does the light blink?"),
        ("body", "It blinks and blinks."),
        ("alt", "A light"),
    ];
    for (name, bytes, key) in cases {
        for way in [None, Some("/threads/new/preview")] {
            let answer = send_form(&ada, &page, ASK, way, &written, (name, bytes));
            assert_eq!(answer.status, 422, "{name}: {}", answer.body);
            assert!(answer.text("#file-problem").contains(&sentence(&app, key, 0)), "{name}");
            let form = answer.form(ASK);
            for (field, value) in written {
                let kept = form.fields.iter().find(|(name, _)| name == field);
                assert_eq!(kept.unwrap().1.trim(), value, "{name}: {field}");
            }
        }
    }
    assert_eq!(count(&app), 0);
}

#[test]
fn refusals_stand_on_every_form_that_takes_files() {
    let app = TestApp::spawn();
    let thread = app.by("ada", |ada| ada.ask("help", "Why does the light blink?", "light"));
    let reply = app.by("ada", |ada| ada.reply(thread, "I found out."));
    let ada = app.signed_in("ada");
    let forms = [
        (format!("/threads/{thread}"), format!("/threads/{thread}/-/replies")),
        (format!("/threads/{thread}/-/edit"), format!("/threads/{thread}/-/edit")),
        (format!("/replies/{reply}/edit"), format!("/replies/{reply}/edit")),
    ];
    for (page, action) in forms {
        let page = ada.visit(&page);
        let form = format!("form[action='{action}']");
        for way in [action.clone(), format!("{action}/preview")] {
            let more = [("body", "What I write here."), ("alt", "A light")];
            let answer = send_form(&ada, &page, &form, Some(&way), &more, ("a.svg", b"<svg/>"));
            assert_eq!(answer.status, 422, "{way}: {}", answer.body);
            assert!(answer.text("#file-problem").contains("SVG"), "{way}");
            assert_eq!(
                answer.text(&format!("{form} textarea[name=body]")),
                "What I write here.",
                "{way}"
            );
            assert_eq!(
                answer.attributes(&format!("{form} input[name=alt]"), "value"),
                ["A light"],
                "{way}"
            );
        }
        let answer = send_form(
            &ada,
            &page,
            &form,
            Some(&format!("{action}/preview")),
            &[("body", "So:")],
            ("a.png", &png(9)),
        );
        assert_eq!(answer.status, 200, "{}", answer.body);
        assert!(
            answer.text(".attach-said").contains("no description"),
            "alt text is asked for"
        );
    }
}

#[test]
fn size_and_number_are_bounded_by_trust() {
    let app = TestApp::spawn();
    let root = app.signed_in("root");
    let fields = [
        ("newcomer_megabytes", "1"),
        ("newcomer_a_day", "2"),
        ("member_megabytes", "1"),
        ("member_a_day", "2"),
        ("regular_megabytes", "2"),
        ("regular_a_day", "3"),
    ];
    let saved = root.submit("/admin/uploads", "form[action='/admin/uploads']", &fields);
    assert_eq!(saved.status, 303, "{}", saved.body);
    assert_eq!(app.read(settings::load).uploads.regular.megabytes, 2);
    let (ada, cat) = (app.signed_in("ada"), app.signed_in("cat"));
    let large = vec![b'x'; (3 << 20) / 2];
    let refused = send(&ada, "/uploads", &[], Some(("large.txt", &large)));
    assert_eq!(refused.status, 422);
    assert!(
        refused.body.contains(&sentence(&app, "problem-upload-large", 1)),
        "{}",
        refused.body
    );
    upload(&cat, "large.txt", &large, "");
    for name in ["a.txt", "b.txt"] {
        upload(&ada, name, b"text", "");
    }
    let refused = send(&ada, "/uploads", &[], Some(("c.txt", b"text")));
    assert!(
        refused.body.contains(&sentence(&app, "problem-upload-many", 2)),
        "{}",
        refused.body
    );
    app.pass(chrono::Duration::hours(25));
    upload(&ada, "c.txt", b"text", "");
    app.work();

    let wrong = root.submit(
        "/admin/uploads",
        "form[action='/admin/uploads']",
        &[("member_a_day", "many")],
    );
    assert_eq!(wrong.status, 422);
    let none = [("newcomer_a_day", "0"), ("member_a_day", "0")];
    root.submit("/admin/uploads", "form[action='/admin/uploads']", &none);
    let refused = send(&ada, "/uploads", &[], Some(("d.txt", b"text")));
    assert!(
        refused.body.contains(&sentence(&app, "problem-upload-none", 0)),
        "{}",
        refused.body
    );
    assert!(
        !ada.visit("/threads/new").has("input[name=file]"),
        "nothing is offered that is refused"
    );
}

#[test]
fn a_store_that_is_away_loses_nothing_and_says_so() {
    let app = TestApp::spawn();
    let ada = app.signed_in("ada");
    let page = ada.visit("/threads/new?category=help");
    let folder = app.data_folder().join("uploads");
    fs::remove_dir_all(&folder).unwrap();
    fs::write(&folder, "no folder any more").unwrap();
    let written = [("title", "Why does the light blink?"), ("body", "It blinks.")];
    let answer = send_form(&ada, &page, ASK, None, &written, ("a.png", &png(20)));
    assert_eq!(answer.status, 422, "{}", answer.body);
    let told = answer.text("#file-problem");
    assert!(told.contains(&sentence(&app, "problem-upload-away", 0)), "{told}");
    assert_eq!(count(&app), 0);
    let posted = ada.send_form(&answer.form(ASK));
    assert_eq!(posted.status, 303, "{}", posted.body);
    app.leaves_jobs();
}

#[test]
fn a_visitor_keeps_their_text_and_whoever_was_signed_out_too() {
    let app = TestApp::spawn();
    let visitor = app.visitor();
    let page = visitor.visit("/threads/new?category=help");
    assert!(!page.has("input[name=file]"));
    let written = [("title", "Why does the light blink?"), ("body", "It blinks.")];
    let answer = send_form(&visitor, &page, ASK, None, &written, ("a.png", &png(20)));
    assert_eq!(answer.status, 422);
    assert!(
        answer.body.contains(&sentence(&app, "problem-upload-sign-in", 0)),
        "{}",
        answer.body
    );
    assert!(answer.text("textarea[name=body]").contains("It blinks."));

    let thread = app.by("ada", |ada| ada.ask("help", "Why does the light blink?", "light"));
    let bob = app.signed_in("bob");
    let page = bob.visit(&format!("/threads/{thread}"));
    let form = format!("form[action='/threads/{thread}/-/replies']");
    bob.post("/sign-out", &[]);
    let answer = send_form(
        &bob,
        &page,
        &form,
        None,
        &[("body", "What I wrote.")],
        ("a.png", &png(20)),
    );
    assert!(
        answer.body.contains("What I wrote."),
        "{} {}",
        answer.status,
        answer.body
    );
    assert_eq!(count(&app), 0);
}
