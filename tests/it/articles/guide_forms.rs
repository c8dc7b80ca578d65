//! Writing a guide: what is said of one that does not lead on, its preview, and its versions.

use tanya::domain::language::Language;
use tanya::text::guide::Guide;
use tanya::text::markdown::render;
use tanya::text::phrases::Languages;

use super::{EDIT, path};
use crate::support::TestApp;

const NEW: &str = "form[action='/articles/new']";
const GOOD: &str = "## Look\n\nLook.\n\n## Press\n\nPress.\n\nIt did not: contact";

fn fields(body: &str) -> [(&str, &str); 4] {
    [
        ("title", "The box does not open"),
        ("kind", "guide"),
        ("short_answer", "Look, then press."),
        ("body", body),
    ]
}

fn with_section(app: &TestApp) {
    app.by("cat", |cat| cat.section("Devices", None));
}

#[test]
fn a_guide_that_does_not_lead_on_is_given_back_with_what_is_wrong() {
    let app = TestApp::spawn();
    with_section(&app);
    let cat = app.signed_in("cat");
    for (body, said) in [
        ("Just words.", "A guide needs steps"),
        (
            "## A\n\nIt did not: C\n\n## B",
            "Step 1: what stands after “It did not”",
        ),
        ("## A\n\nIt did not: ask\n\n## B", "Step 2: no other step leads to it"),
        ("## A\n\nIt worked: A\nIt did not: A", "Step 1: whatever is answered"),
        ("## A\n\n## a", "Step 2: a step before it has the same name"),
    ] {
        let mended = cat.submit("/articles/new", NEW, &fields(body));
        assert_eq!(mended.status, 422, "{body}");
        assert!(
            mended.text(".problems").contains(said),
            "{body}: {}",
            mended.text(".problems")
        );
        let form = mended.form(NEW);
        assert_eq!(
            (form.value("body").map(str::trim), form.value("kind")),
            (Some(body), Some("guide"))
        );
    }
    // What is wrong elsewhere is said along with it.
    let mut both = fields("Just words.");
    both[0] = ("title", "");
    let mended = cat.submit("/articles/new", NEW, &both);
    assert_eq!(
        mended.texts(".problems li").len(),
        2,
        "{:?}",
        mended.texts(".problems li")
    );
    // The same text is an article.
    let mut article = fields("Just words.");
    article[1] = ("kind", "article");
    assert_eq!(cat.submit("/articles/new", NEW, &article).status, 303);
}

#[test]
fn the_preview_says_where_each_step_leads() {
    let app = TestApp::spawn();
    with_section(&app);
    let cat = app.signed_in("cat");
    let form = cat.visit("/articles/new").form(NEW).with(&fields(GOOD));
    let shown = cat.send_form(&form.clone().pressing("/articles/new/preview"));
    assert_eq!(shown.status, 200);
    assert_eq!(
        shown.texts(".guide-checked tbody tr:nth-child(1) > *"),
        ["1. Look", "solved", "Press"]
    );
    assert_eq!(
        shown.texts(".guide-checked tbody tr:nth-child(2) > *"),
        ["2. Press", "solved", "reach a person"]
    );
    assert_eq!(
        shown.form(NEW).value("title"),
        Some("The box does not open"),
        "nothing is lost"
    );
    let wrong = cat.send_form(&form.with(&[("body", "none")]).pressing("/articles/new/preview"));
    assert_eq!(wrong.status, 422);
    assert!(wrong.has(".preview p") && wrong.has(".problems"), "{}", wrong.body);
}

#[test]
fn a_guide_has_versions_and_does_not_go_back_to_what_is_none() {
    let app = TestApp::spawn();
    with_section(&app);
    let cat = app.signed_in("cat");
    let mut plain = fields("Just words.");
    plain[1] = ("kind", "article");
    let made = cat.submit("/articles/new", NEW, &plain).location().unwrap();
    let edit = format!("{}/-/edit", made.rsplit_once('/').unwrap().0);
    assert_eq!(cat.submit(&edit, EDIT, &fields(GOOD)).status, 303);
    assert_eq!(cat.visit(&made).text("h2#step"), "Step 1: Look");
    let history = edit.replace("edit", "history");
    assert!(cat.visit(&history).has(".diff"), "the history shows what changed");
    let back = cat.submit(&history, "form[action$='/-/restore']", &[]);
    let told = cat.visit(&back.location().unwrap());
    assert!(told.body.contains("that version is no guide"), "{}", told.body);
    assert_eq!(told.text("h2#step"), "Step 1: Look");
}

#[test]
fn answers_to_steps_stay_with_their_names() {
    let app = TestApp::spawn();
    let guide = app.by("cat", |cat| {
        let section = cat.section("Devices", None)?;
        cat.guide(section, "The box does not open", "public", GOOD)
    });
    let visitor = app
        .visitor()
        .calling_itself("Mozilla/5.0 (X11; Linux x86_64; rv:130.0) Firefox/130.0");
    let no = "form[action$='/-/guide']:has(input[value=not])";
    let second = visitor.submit(&path(guide), no, &[]).location().unwrap();
    visitor.submit(&second, no, &[]);
    let cat = app.signed_in("cat");
    let edit = format!("{}/-/edit", path(guide));
    let changed = "## Shake\n\nShake.\n\n## Look\n\nLook closely.";
    assert_eq!(cat.submit(&edit, EDIT, &fields(changed)).status, 303);
    let page = cat.visit(&path(guide));
    assert_eq!(
        page.texts(".guide-leaving tbody tr:nth-child(1) > *"),
        ["Shake", "0", "0", ""]
    );
    assert_eq!(
        page.texts(".guide-leaving tbody tr:nth-child(2) > *")[..3],
        ["Look", "0", "1"]
    );
    // Whoever was on the way when it was changed begins again.
    assert!(visitor.get(&second).location().unwrap().starts_with(&path(guide)));
}

#[test]
fn the_example_of_the_form_is_a_guide_in_every_language() {
    let languages = Languages::load().unwrap();
    for language in Language::ALL {
        let example = languages.speak(language).say("guide-help-example");
        let guide = Guide::read(&render(&example));
        let guide = guide.unwrap_or_else(|problems| panic!("{language:?}: {problems:?}\n{example}"));
        assert_eq!(guide.plan.steps().len(), 2, "{language:?}");
        let ends: Vec<_> = guide
            .plan
            .steps()
            .iter()
            .map(|step| step.leads(tanya::domain::guide::Outcome::DidNot))
            .collect();
        use tanya::domain::guide::{Ending, Leads};
        assert_eq!(
            ends,
            [Leads::End(Ending::Contact), Leads::End(Ending::Ask)],
            "{language:?}"
        );
    }
}
