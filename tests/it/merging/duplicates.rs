//! Duplicates: which original they point to, and what becomes of that when it is moved, deleted, or a duplicate itself.

use tanya::domain::id::ThreadId;
use tanya::domain::merge::Objection;
use tanya::store::merges::Merging;

use super::{merge, merge_as};
use crate::support::{Client, Page, TestApp};

const CLOSE: &str = "form[action$='/-/close']";

fn ask(app: &TestApp, name: &str, category: &str, title: &str) -> ThreadId {
    app.by(name, |by| by.ask(category, title, "light"))
}

fn close(client: &Client, id: ThreadId, original: &str) -> Page {
    let fields = [("close_reason", "duplicate"), ("original", original)];
    client.submit(&format!("/threads/{id}"), CLOSE, &fields)
}

fn canonical(app: &TestApp, id: ThreadId) -> String {
    let page = app.visitor().visit(&format!("/threads/{id}"));
    page.attributes("link[rel=canonical]", "href").remove(0)
}

#[test]
fn a_duplicate_names_its_original_with_its_standing_and_is_one_page_with_it_for_machines() {
    let app = TestApp::spawn();
    let original = ask(&app, "ada", "help", "Why does the lamp blink?");
    let reply = app.by("bob", |bob| bob.reply(original, "It waits."));
    app.by("ada", |ada| ada.accept(reply));
    let duplicate = ask(&app, "dan", "help", "Why does my lamp blink?");
    let cat = app.signed_in("cat");
    assert_eq!(
        close(
            &cat,
            duplicate,
            &format!("http://forum.localhost/threads/{original}/x#reply-1")
        )
        .status,
        303
    );
    let page = app.visitor().visit(&format!("/threads/{duplicate}"));
    assert_eq!(
        page.text(".notice .original"),
        "The answer is in: Why does the lamp blink? Resolved"
    );
    let address = format!("http://forum.localhost/threads/{original}/why-does-the-lamp-blink");
    assert_eq!(canonical(&app, duplicate), address);
    let page = app.visitor().visit(&format!("/threads/{original}"));
    assert!(page.texts(".thread-line .fact").contains(&"asked once more".to_owned()));
    let listed = app.visitor().get("/sitemaps/threads-1.xml").body;
    assert!(listed.contains("why-does-the-lamp-blink") && !listed.contains("why-does-my-lamp-blink"));
}

#[test]
fn words_find_the_original_in_the_form() {
    let app = TestApp::spawn();
    let original = ask(&app, "ada", "help", "Copper lantern flickers at dusk");
    ask(&app, "ada", "help", "Where is my invoice?");
    let duplicate = ask(&app, "dan", "help", "My lantern flickers");
    super::indexed(&app, "copper lantern", 1);
    let cat = app.signed_in("cat");
    let path = format!("/threads/{duplicate}");
    let nothing = close(&cat, duplicate, "");
    assert_eq!(nothing.status, 422);
    let none = close(&cat, duplicate, "zzzz qqqq");
    assert!(none.status == 422 && none.form(CLOSE).value("original") == Some("zzzz qqqq"));
    let offered = close(&cat, duplicate, "copper lantern");
    assert_eq!(offered.status, 422);
    assert_eq!(offered.attributes("input[name=found]", "value"), [original.to_string()]);
    // Other words than those that found it are looked for anew.
    let form = offered.form(CLOSE).with(&[("found", &*original.to_string())]);
    let other = cat.send_form(&form.clone().with(&[("original", "zzzz")]));
    assert_eq!(other.status, 422);
    assert_eq!(cat.send_form(&form).status, 303);
    assert!(app.visitor().visit(&path).has(".notice .original"));
}

#[test]
fn a_duplicate_of_a_duplicate_points_to_the_last_original_and_a_circle_is_refused() {
    let app = TestApp::spawn();
    let [first, second, third] = ["The first", "The second", "The third"].map(|title| ask(&app, "ada", "help", title));
    let cat = app.signed_in("cat");
    assert_eq!(close(&cat, third, &second.to_string()).status, 303);
    assert_eq!(close(&cat, second, &first.to_string()).status, 303);
    for duplicate in [second, third] {
        let page = app.visitor().visit(&format!("/threads/{duplicate}"));
        assert_eq!(page.texts(".notice .original a"), ["The first"]);
    }
    let page = app.visitor().visit(&format!("/threads/{first}"));
    assert!(
        page.texts(".thread-line .fact")
            .contains(&"asked 2 more times".to_owned())
    );
    for original in [third, second, first] {
        let refused = close(&cat, first, &original.to_string());
        assert_eq!(refused.status, 422, "{original}");
        assert!(refused.has("#original[aria-invalid]"));
    }
    // When the middle one is opened again, the last one points to it.
    let reopened = cat.submit(
        &format!("/threads/{second}"),
        "form[action$='/-/reopen']",
        &[("reopen_reason", "No.")],
    );
    assert_eq!(reopened.status, 303);
    let page = app.visitor().visit(&format!("/threads/{third}"));
    assert_eq!(page.texts(".notice .original a"), ["The second"]);
}

#[test]
fn an_original_that_is_gone_or_out_of_sight_is_not_named() {
    let app = TestApp::spawn();
    let secret = ask(&app, "dan", "back-office", "A secret lamp");
    let [open, gone] = ["An open lamp", "A lamp that is gone"].map(|title| ask(&app, "ada", "help", title));
    let [one, two] = ["One lamp", "Another lamp"].map(|title| ask(&app, "bob", "help", title));
    let (cat, root) = (app.signed_in("cat"), app.signed_in("root"));
    let unseen = close(&cat, one, &secret.to_string());
    assert!(
        unseen.status == 422 && !unseen.body.contains("secret"),
        "cat is not of the staff"
    );
    assert_eq!(close(&root, open, &secret.to_string()).status, 303);
    assert_eq!(close(&cat, one, &open.to_string()).status, 303);
    assert_eq!(close(&cat, two, &gone.to_string()).status, 303);
    cat.submit(
        &format!("/threads/{gone}"),
        "form[action$='/-/delete']",
        &[("reason", "spam")],
    );
    let page = app.visitor().visit(&format!("/threads/{one}"));
    assert_eq!(
        page.texts(".notice .original a"),
        ["An open lamp"],
        "the last one in sight"
    );
    assert!(root.visit(&format!("/threads/{one}")).body.contains("A secret lamp"));
    let page = app.visitor().visit(&format!("/threads/{two}"));
    assert!(!page.has(".notice .original") && !page.body.contains("is gone"));
    assert!(canonical(&app, two).ends_with("/another-lamp"));
    assert!(canonical(&app, open).ends_with("/an-open-lamp"));
}

#[test]
fn duplicates_of_a_merged_thread_point_to_where_it_stands() {
    let app = TestApp::spawn();
    let [target, merged, duplicate] =
        ["The target", "The merged one", "The duplicate"].map(|title| ask(&app, "ada", "help", title));
    assert_eq!(close(&app.signed_in("cat"), duplicate, &merged.to_string()).status, 303);
    merge(&app, merged, target);
    let page = app.visitor().visit(&format!("/threads/{duplicate}"));
    assert_eq!(page.texts(".notice .original a"), ["The target"]);
    let page = app.visitor().visit(&format!("/threads/{target}"));
    assert!(page.texts(".thread-line .fact").contains(&"asked once more".to_owned()));
    super::undo(&app, merged);
    let page = app.visitor().visit(&format!("/threads/{duplicate}"));
    assert_eq!(page.texts(".notice .original a"), ["The merged one"]);
}

#[test]
fn an_original_is_not_merged_into_its_duplicate() {
    let app = TestApp::spawn();
    let [one, two] = ["One lamp", "Two lamps"].map(|title| ask(&app, "ada", "help", title));
    let cat = app.signed_in("cat");
    assert_eq!(close(&cat, two, &format!("/threads/{one}")).status, 303);
    let refused = merge_as(&app, "cat", one, two);
    assert!(matches!(refused, Merging::Refused(Objection::Circle)), "{refused:?}");
    let page = cat.visit(&format!("/threads/{one}/-/merge?q=%2Fthreads%2F{two}"));
    let said = page.text("main");
    assert!(said.contains("closed as a duplicate of this one"), "{said}");
    merge(&app, two, one);
}

#[test]
fn what_a_merge_hides_makes_no_circle_once_it_is_undone() {
    let app = TestApp::spawn();
    let titles = ["One lamp", "Two lamps", "Three lamps", "Four lamps"];
    let [one, two, three, four] = titles.map(|title| ask(&app, "ada", "help", title));
    let cat = app.signed_in("cat");
    for (id, original) in [(two, one), (three, two)] {
        assert_eq!(close(&cat, id, &format!("/threads/{original}")).status, 303);
    }
    merge(&app, two, four);
    // From the third over the second, which is a duplicate of the first again once it stands by itself.
    let refused = close(&cat, one, &format!("/threads/{three}"));
    assert_eq!(refused.status, 422);
    assert!(
        refused.text("main").contains("duplicate of this one"),
        "{}",
        refused.text("main")
    );
}
