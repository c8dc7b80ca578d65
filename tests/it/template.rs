//! What a category asks of a question: answered when it is asked, and changed afterwards.

use tanya::domain::category::{CategoryDraft, TemplateField};
use tanya::domain::sight::Sight;
use tanya::store::categories;

use crate::support::TestApp;

/// Has the category of questions ask for these; a star requires an answer.
fn ask_for(app: &TestApp, labels: &[&str]) {
    let help = app.read(|db| categories::by_slug(db, Sight::everything(), "help"));
    let field = |label: &&str| TemplateField {
        label: label.trim_end_matches('*').to_owned(),
        hint: String::new(),
        required: label.ends_with('*'),
    };
    let draft = CategoryDraft {
        slug: help.slug,
        name: help.name,
        description: help.description,
        audience: help.audience.into(),
        kinds: help.kinds,
        template: labels.iter().map(field).collect(),
    };
    app.write(|tx| categories::change(tx, help.id, &draft, app.now()));
}

const FORM: &str = "main form[method=post]";

#[test]
fn answers_to_what_a_category_asks_are_changed_and_every_version_is_kept() {
    let app = TestApp::spawn();
    ask_for(&app, &["Version*", "Platform"]);
    let ada = app.signed_in("ada");
    let form = ada.get("/threads/new?category=help").form(FORM);
    let form = form.with(&[
        ("title", "Why does it blink?"),
        ("body", "It does."),
        ("answer_0", "2.1"),
    ]);
    let path = ada.send_form(&form).location().expect("it was posted");
    let edit = format!("/threads/{}/-/edit", path.split('/').nth(2).unwrap());
    let said = || app.visitor().get(&path).texts(".template-answers dd");
    assert_eq!(said(), ["2.1"]);

    let form = ada.get(&edit).form(FORM);
    assert_eq!(
        (form.value("answer_0"), form.value("answer_1")),
        (Some("2.1"), Some(""))
    );
    let refused = ada.send_form(&form.clone().with(&[("answer_0", " "), ("answer_1", "Linux")]));
    assert_eq!(refused.status, 422, "{}", refused.body);
    assert!(
        refused.text(".problems li").starts_with("Version: "),
        "{}",
        refused.text(".problems")
    );
    assert_eq!(refused.form(FORM).value("answer_1"), Some("Linux"));
    let preview = ada.send_form(&refused.form(FORM).pressing(&format!("{edit}/preview")));
    assert_eq!(preview.form(FORM).value("answer_1"), Some("Linux"));
    let mended = preview.form(FORM).with(&[("answer_0", "2.2")]);
    assert_eq!(ada.send_form(&mended).status, 303);
    assert_eq!(said(), ["2.2", "Linux"]);
    assert_eq!(ada.submit(&edit, FORM, &[]).status, 303);

    let history = app
        .visitor()
        .get(&format!("{}/history", edit.trim_end_matches("/edit")));
    assert_eq!(
        history.texts(".revision").len(),
        2,
        "what changes nothing is no version"
    );
    assert_eq!(history.texts(".revision h3"), ["Answers to what is asked"]);
    let changed = history.texts(".revision")[0].clone();
    for line in ["2.1", "2.2", "Platform: Linux"] {
        assert!(changed.contains(line), "{line}: {changed}");
    }
}

#[test]
fn what_a_category_asks_no_longer_stays_answered_and_what_it_asks_since_may_stay_open() {
    let app = TestApp::spawn();
    ask_for(&app, &["Version"]);
    let ada = app.signed_in("ada");
    let form = ada.get("/threads/new?category=help").form(FORM);
    let form = form.with(&[
        ("title", "Why does it blink?"),
        ("body", "It does."),
        ("answer_0", "2.1"),
    ]);
    let path = ada.send_form(&form).location().expect("it was posted");
    let edit = format!("/threads/{}/-/edit", path.split('/').nth(2).unwrap());
    let old = ada.get(&edit).form(FORM);
    ask_for(&app, &["Platform*"]);
    // A form of before the change says which answer is whose.
    assert_eq!(ada.send_form(&old.with(&[("answer_0", "2.2")])).status, 303);
    assert_eq!(app.visitor().get(&path).texts(".template-answers dd"), ["2.2"]);
    let form = ada.get(&edit).form(FORM);
    assert_eq!(
        (form.value("answer_0"), form.value("answer_1")),
        (Some(""), Some("2.2"))
    );
    assert_eq!(
        ada.send_form(&form.with(&[("title", "Why does it still blink?")]))
            .status,
        303
    );
    assert_eq!(app.visitor().visit(&path).texts(".template-answers dt"), ["Version"]);
    // Somebody else's question is mended by moderators, its answers too.
    let cat = app.signed_in("cat");
    assert_eq!(
        cat.submit(&edit, FORM, &[("answer_0", "Linux"), ("answer_1", "")])
            .status,
        303
    );
    assert_eq!(app.visitor().visit(&path).texts(".template-answers dd"), ["Linux"]);
}
