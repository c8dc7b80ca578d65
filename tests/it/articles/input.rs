//! What is wrong with a form is said beside its field, and nothing that was typed is lost.

use super::{EDIT, published};
use crate::support::TestApp;

const NEW: &str = "form[action='/articles/new']";

#[test]
fn bad_input_gets_an_answer_and_loses_nothing() {
    let app = TestApp::spawn();
    published(&app);
    let cat = app.signed_in("cat");
    let long = "x".repeat(65 * 1024);
    for (field, value) in [
        ("title", ""),
        ("title", "x"),
        ("short_answer", " "),
        ("body", " \n "),
        ("body", &*long),
        ("section", "99"),
        ("section", "x"),
        ("audience", "everybody"),
        ("language", "tlh"),
        ("original", "nowhere"),
        ("original", "99"),
        ("tags", "<b>"),
        ("see_also", "1 2 x"),
        ("see_also", "99"),
        ("owner", "ada"),
        ("owner", "nobody at all"),
        ("review_on", "31.1.2027"),
        ("review_on", "9999-01-01"),
    ] {
        let good = [
            ("title", "A good title"),
            ("short_answer", "A short answer."),
            ("body", "A body."),
        ];
        let form = cat.visit("/articles/new").form(NEW).with(&good).with(&[(field, value)]);
        let answer = cat.send_form(&form);
        assert_eq!(answer.status, 422, "{field} {value:.20}: {}", answer.body);
        assert!(answer.has(&format!("#{field}-problem")), "{field} {value:.20}");
        let again = answer.form(NEW);
        let others = good.iter().filter(|(other, _)| *other != field);
        for (other, typed) in others {
            assert_eq!(again.value(other), Some(*typed), "{field} {value:.20}");
        }
    }
    assert_eq!(
        cat.post("/articles/new", &[("title", "x")]).status,
        400,
        "a form has a key"
    );
    assert_eq!(
        cat.post(
            "/articles/1/-/state",
            &[("from", "gone"), ("version", "1"), ("to", "draft")]
        )
        .status,
        400
    );
    for name in ["ada", "eve"] {
        let browser = app.signed_in(name);
        assert_eq!(browser.get("/articles/new").status, 403, "{name}");
        assert_eq!(browser.post("/articles/new", &[]).status, 403, "{name}");
    }
}

#[test]
fn the_same_form_makes_one_article_and_shows_how_it_will_look() {
    let app = TestApp::spawn();
    published(&app);
    let cat = app.signed_in("cat");
    let form = cat.visit("/articles/new").form(NEW).with(&[
        ("title", "How do I close the box?"),
        ("short_answer", "Push."),
        ("body", "**Push** it."),
    ]);
    let preview = cat.send_form(&form.clone().pressing("/articles/new/preview"));
    assert_eq!(preview.status, 200, "{}", preview.body);
    assert!(preview.has(".preview strong") && preview.form(NEW).value("title") == Some("How do I close the box?"));
    let (first, second) = (cat.send_form(&form), cat.send_form(&form));
    assert_eq!((first.status, second.status), (303, 303));
    assert_eq!(first.location(), second.location());
    assert!(cat.visit("/articles/1/-/edit").has(EDIT));
}
