//! Lists of threads tell what helps to choose: the category where there are several, the votes where they order the list.

use tanya::domain::category::{Audience, CategoryDraft};
use tanya::domain::sight::Sight;
use tanya::domain::vote::Vote;
use tanya::store::{categories, votes};

use crate::support::TestApp;

#[test]
fn a_row_names_its_category_only_where_there_are_several() {
    let app = TestApp::spawn();
    app.by("ada", |ada| ada.ask("help", "How does it work here?", ""));
    let named = |name: Option<&str>| {
        let reader = name.map_or_else(|| app.visitor(), |name| app.signed_in(name));
        ["/", "/threads"].map(|path| reader.get(path).texts(".threads .category"))
    };
    assert_eq!(named(None), [["HELP"], ["HELP"]]);
    let everything = Sight::everything();
    for category in app.read(|db| categories::list(db, everything)) {
        let audience = if category.slug == "help" {
            Audience::Public
        } else {
            Audience::Staff
        };
        let draft = CategoryDraft {
            slug: category.slug,
            name: category.name,
            description: category.description,
            audience: audience.into(),
            kinds: category.kinds,
            template: category.template,
        };
        app.write(|tx| categories::change(tx, category.id, &draft, app.now()));
    }
    assert_eq!(named(None), [Vec::<String>::new(), Vec::new()]);
    assert_eq!(named(Some("dan")), [["HELP"], ["HELP"]]);
}

#[test]
fn the_list_by_votes_tells_them() {
    let app = TestApp::spawn();
    let thread = app.by("ada", |ada| ada.ask("help", "How does it work here?", ""));
    let bob = app.user("bob");
    let sight = Sight::everything();
    app.write(|tx| votes::on_thread(tx, &bob, sight, thread, Some(Vote::Up), app.now()));
    let told = |path: &str| app.visitor().get(path).texts(".thread-figures .unseen");
    assert_eq!(told("/threads?sort=votes"), ["0 answers", "1 vote"]);
    assert_eq!(told("/threads"), ["0 answers"]);
}

#[test]
fn a_category_leads_to_its_threads_with_a_tag_and_from_there_to_the_tag_everywhere() {
    let app = TestApp::spawn();
    app.by("ada", |ada| {
        ada.ask("help", "How does it work here?", "light box")?;
        ada.ask("help", "Why does it not?", "light")?;
        ada.start("news", "discussion", "What is new with lights?", "light news")
    });
    let visitor = app.visitor();
    let page = visitor.get("/categories/help");
    assert_eq!(page.texts(".tags-here li"), ["light", "box"]);
    let both = visitor.get(&page.attributes(".tags-here a", "href").remove(0));
    assert_eq!(both.text("h1"), "light in HELP");
    assert_eq!(both.texts(".thread-title").len(), 2);
    let everywhere = visitor.get(&both.attributes(".tags-here a", "href").remove(0));
    assert_eq!(everywhere.path, "/tags/light");
    assert_eq!(everywhere.texts(".thread-title").len(), 3);
    assert!(!everywhere.has(".tags-here"));
}

#[test]
fn a_tag_never_hides_behind_an_address_of_something_else() {
    let app = TestApp::spawn();
    let ada = app.signed_in("ada");
    let fields = [
        ("title", "When is it complete?"),
        ("body", "I wait."),
        ("category", "help"),
        ("tags", "wait, Complete"),
    ];
    let refused = ada.submit("/threads/new", "main form[method=post]", &fields);
    assert_eq!(refused.status, 422, "{}", refused.body);
    assert!(refused.text("#tags-problem").contains("complete"));
}
