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
            audience,
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
