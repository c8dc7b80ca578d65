//! Tag synonyms: another name gives the tag, wherever a name is typed, and is given up again.

use tanya::domain::sight::Sight;
use tanya::domain::tag::TagName;
use tanya::store::threads;

use crate::merging::indexed;
use crate::support::{Page, TestApp};

const PAGE: &str = "/admin/tags/javascript/edit";
const EDIT: &str = "form[action$='/edit']";
const ADD: &str = "form[action$='/synonyms']";
const REMOVE: &str = "form[action$='/synonyms/remove']";

fn problem(page: &Page) -> String {
    assert_eq!(page.status, 422, "{}", page.body);
    page.text("#synonym-problem")
}

/// Two questions, and `js` as a synonym.
fn named(app: &TestApp) {
    app.by("ada", |ada| ada.ask("help", "Why does the script fail?", "javascript"));
    app.by("ada", |ada| ada.ask("help", "Why does the box squeak?", "box"));
    let added = app.signed_in("root").submit(PAGE, ADD, &[("synonym", "JS")]);
    assert_eq!(added.location().as_deref(), Some(PAGE), "{}", added.body);
}

#[test]
fn a_synonym_gives_the_tag_wherever_it_is_typed() {
    let app = TestApp::spawn();
    app.leaves_jobs();
    named(&app);
    // Asking, also with both names.
    let thread = app.by("ada", |ada| ada.ask("help", "Which script is slow?", "js, javascript"));
    let visitor = app.visitor();
    let page = visitor.visit(&format!("/threads/{thread}"));
    assert!(page.has("main a[href='/tags/javascript']") && !page.has("main a[href='/tags/js']"));
    // Its address, lists and completion.
    assert_eq!(visitor.get("/tags/js").location().as_deref(), Some("/tags/javascript"));
    let listed = visitor.visit("/threads?tag=js").body;
    assert!(
        listed.contains("Which script is slow?") && !listed.contains("squeak"),
        "{listed}"
    );
    let completed = visitor.get("/tags/complete?q=js").body;
    assert_eq!(completed, visitor.get("/tags/complete?q=javascr").body);
    assert!(completed.contains("javascript"), "{completed}");
    // Searching.
    indexed(&app, "tag:javascript", 2);
    let found = visitor.visit("/search?q=tag%3Ajs+slow").text("main");
    assert!(found.contains("Which script is slow?"), "{found}");
    // Retagging with another name of the same changes nothing.
    let (cat, now, names) = (app.user("cat"), app.now(), TagName::parse_list("js").unwrap());
    let deed = app.write(|tx| threads::retag(tx, &cat, Sight::everything(), thread, &names, now));
    assert_eq!(deed, tanya::store::outcome::Deed::Unchanged);
}

#[test]
fn synonyms_are_listed_and_removed_and_the_log_names_both() {
    let app = TestApp::spawn();
    app.leaves_jobs();
    named(&app);
    let root = app.signed_in("root");
    let page = root.visit(PAGE);
    assert_eq!(page.form(REMOVE).value("synonym"), Some("js"));
    assert_eq!(
        app.signed_in("cat")
            .post("/admin/tags/javascript/synonyms", &[("synonym", "x")])
            .status,
        403
    );
    for name in ["box", "<js>", ""] {
        let refused = root.submit(PAGE, ADD, &[("synonym", name)]);
        assert!(!problem(&refused).is_empty(), "{name}");
        assert_eq!(refused.form(ADD).value("synonym").unwrap_or_default(), name);
    }
    assert_eq!(root.send_form(&page.form(REMOVE)).status, 303);
    assert!(!root.visit(PAGE).has(REMOVE));
    assert_eq!(app.visitor().get("/tags/js").status, 404);
    let log = root.visit("/moderation/log").body;
    assert!(log.contains("js → javascript"), "{log}");
    assert!(log.contains("Let another name lead to a tag") && log.contains("Let a name lead to a tag no more"));
}

#[test]
fn a_tag_that_is_renamed_or_merged_keeps_its_old_names_if_that_is_wanted() {
    let app = TestApp::spawn();
    app.leaves_jobs();
    named(&app);
    let root = app.signed_in("root");
    let renamed = root.submit(PAGE, EDIT, &[("name", "ecmascript")]);
    assert_eq!(renamed.status, 303, "{}", renamed.body);
    for name in ["js", "javascript"] {
        let led = app.visitor().get(&format!("/tags/{name}"));
        assert_eq!(led.location().as_deref(), Some("/tags/ecmascript"), "{name}");
    }
    // Merged: what led there leads on, and the old name does not, where nobody wants that.
    let page = "/admin/tags/ecmascript/edit";
    let asked = root.submit(page, EDIT, &[("name", "box")]);
    let merged = asked.form(EDIT).with(&[("merge", "true")]).without("keep_name");
    assert_eq!(root.send_form(&merged).status, 303);
    assert_eq!(app.visitor().get("/tags/js").location().as_deref(), Some("/tags/box"));
    assert_eq!(app.visitor().get("/tags/ecmascript").status, 404);
    // A synonym becomes the tag's own name again.
    let own = root.submit("/admin/tags/box/edit", EDIT, &[("name", "js")]);
    assert_eq!(own.status, 303, "{}", own.body);
    assert_eq!(app.visitor().get("/tags/js").status, 200);
    assert_eq!(app.visitor().get("/tags/box").location().as_deref(), Some("/tags/js"));
}

#[test]
fn a_synonym_tells_nobody_of_a_tag_out_of_sight() {
    let app = TestApp::spawn();
    app.leaves_jobs();
    app.by("dan", |dan| dan.ask("back-office", "Who sues us?", "lawsuit"));
    let added = app
        .signed_in("root")
        .submit("/admin/tags/lawsuit/edit", ADD, &[("synonym", "trial")]);
    assert_eq!(added.status, 303, "{}", added.body);
    for browser in [app.visitor(), app.signed_in("cat")] {
        assert_eq!(browser.get("/tags/trial").status, 404);
        assert_eq!(browser.get("/tags/complete?q=tri").body, "[]");
    }
    assert!(!app.signed_in("cat").visit("/moderation/log").body.contains("lawsuit"));
    assert_eq!(app.signed_in("dan").get("/tags/trial").status, 303);
}
