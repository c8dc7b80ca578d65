//! Every saved version stays, can be compared and gone back to; and nobody overwrites what they have not seen.

use super::{EDIT, path, published};
use crate::support::TestApp;

#[test]
fn versions_are_compared_and_gone_back_to() {
    let app = TestApp::spawn();
    let (_, article) = published(&app);
    let cat = app.signed_in("cat");
    let (edit, history) = (
        format!("/articles/{article}/-/edit"),
        format!("/articles/{article}/-/history"),
    );
    let fields = [
        ("title", "How do I open the crate?"),
        ("short_answer", "With a crowbar."),
        ("reason", "It is a crate now."),
    ];
    let saved = cat.submit(&edit, EDIT, &fields);
    assert_eq!(saved.status, 303, "{}", saved.body);
    assert!(saved.location().unwrap().ends_with("/how-do-i-open-the-crate"));
    let page = cat.visit(&history);
    assert_eq!(page.texts(".revision h2"), ["Version 2", "Version 1"]);
    let changed = page.text(".revision:nth-of-type(1)");
    for part in ["It is a crate now.", "crowbar", "In short"] {
        assert!(changed.contains(part), "{part}: {changed}");
    }

    let back = cat.submit(&history, "form[action$='/-/restore']", &[]);
    assert_eq!(back.status, 303, "{}", back.body);
    assert_eq!(app.visitor().visit(&path(article)).text("h1"), "How do I open the box?");
    assert_eq!(
        cat.visit(&history).texts(".revision h2").len(),
        3,
        "going back is a version of its own"
    );
    // Readers do not see what was never published.
    for name in ["ada", "eve"] {
        assert_eq!(app.signed_in(name).get(&history).status, 403, "{name}");
    }
}

#[test]
fn a_lost_race_is_told_with_both_versions_and_loses_nothing() {
    let app = TestApp::spawn();
    let (_, article) = published(&app);
    let [cat, root] = [app.signed_in("cat"), app.signed_in("root")];
    let edit = format!("/articles/{article}/-/edit");
    let late = root
        .visit(&edit)
        .form(EDIT)
        .with(&[("body", "Use the key from the lid.")]);
    assert_eq!(
        cat.submit(&edit, EDIT, &[("body", "Use the lever at the side.")])
            .status,
        303
    );

    let raced = root.send_form(&late);
    assert_eq!(raced.status, 422);
    assert!(
        raced.body.contains("Somebody else saved this article"),
        "{}",
        raced.body
    );
    let differences = raced.text(".revision");
    assert!(
        differences.contains("lever") && differences.contains("lid"),
        "{differences}"
    );
    let form = raced.form(EDIT);
    assert_eq!(form.value("body"), Some("Use the key from the lid."));
    assert!(
        app.visitor().visit(&path(article)).body.contains("lever"),
        "nothing was overwritten"
    );
    // Whoever has seen it may go on.
    assert_eq!(root.send_form(&form).status, 303);
    assert!(app.visitor().visit(&path(article)).body.contains("lid"));
}

#[test]
fn what_did_not_change_makes_no_version() {
    let app = TestApp::spawn();
    let (_, article) = published(&app);
    let cat = app.signed_in("cat");
    assert_eq!(
        cat.submit(&format!("/articles/{article}/-/edit"), EDIT, &[]).status,
        303
    );
    let history = cat.visit(&format!("/articles/{article}/-/history"));
    assert_eq!(history.texts(".revision h2"), ["Version 1"]);
}

#[test]
fn an_article_stands_beside_its_versions_in_other_languages() {
    let app = TestApp::spawn();
    let (section, article) = published(&app);
    let cat = app.signed_in("cat");
    const NEW: &str = "form[action='/articles/new']";
    let original = format!("http://forum.localhost/articles/{article}/how-do-i-open-the-box");
    let fields = [
        ("title", "Bagaimana membuka kotak?"),
        ("section", &*section.to_string()),
        ("short_answer", "Dengan kunci."),
        ("body", "Putar kuncinya."),
        ("language", "id"),
        ("original", &original),
        ("see_also", &original),
    ];
    let written = cat.submit("/articles/new", NEW, &fields);
    assert_eq!(written.status, 303, "{}", written.body);
    let address = written.location().unwrap();
    let publish = "form[action$='/-/state']:has(input[name=to][value=published])";
    assert_eq!(cat.submit(&address, publish, &[]).status, 303);
    let visitor = app.visitor();
    assert_eq!(
        visitor.visit(&path(article)).texts(".article-languages a"),
        ["Bahasa Indonesia"]
    );
    let translation = visitor.visit(&address);
    assert_eq!(translation.texts(".article-languages a"), ["English"]);
    assert!(translation.has("article[lang=id]"));
    assert!(
        translation.text(".column-aside").contains("How do I open the box?"),
        "it points to it"
    );
    // One of each language.
    let again = cat.submit("/articles/new", NEW, &fields);
    assert_eq!(again.status, 422);
    assert!(again.has("#language-problem") && again.form(NEW).value("title") == Some("Bagaimana membuka kotak?"));
}
