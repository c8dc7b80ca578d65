//! Articles among what a search finds: told apart, kept up to date, and shown to their audience only.

use tanya::domain::article::{ArticleInput, ArticleState, LinkKind};
use tanya::domain::id::{ArticleId, SectionId};

use super::*;

const EDIT: &str = "form[action$='/-/edit']";

impl Indexed {
    fn section(&self) -> SectionId {
        self.app.by("cat", |cat| cat.section("Devices", None))
    }

    fn article(&self, section: SectionId, title: &str, audience: &str) -> ArticleId {
        self.app.by("root", |root| root.article(section, title, audience))
    }
}

fn marks_of(page: &Page) -> Vec<String> {
    page.texts(".result-about .mark")
}

#[test]
fn articles_are_found_among_threads_and_told_apart() {
    let mut indexed = Indexed::spawn();
    let thread = indexed
        .app
        .by("dan", |dan| dan.ask("help", "The valve of my tank leaks", "box"));
    let article = indexed.article(indexed.section(), "How do I close the valve?", "public");
    let both = ["How do I close the valve?", "The valve of my tank leaks"];
    indexed.finds("valve", &both);
    let page = search(&indexed.app.visitor(), "valves");
    assert_eq!(marks_of(&page), ["Article", "Unanswered"]);
    assert_eq!(page.texts(".result-about .category"), ["Devices", "HELP"]);
    assert_eq!(page.texts(".search-count"), ["2 results"]);
    let links = page.attributes(".result-title a", "href");
    let pages: Vec<&str> = links.iter().filter_map(|link| link.split('?').next()).collect();
    assert_eq!(
        pages,
        [
            format!("/articles/{article}/how-do-i-close-the-valve"),
            format!("/threads/{thread}/the-valve-of-my-tank-leaks")
        ]
    );
    assert!(
        page.texts(".result-title mark").contains(&"valve".to_owned()),
        "{}",
        page.body
    );
    assert_eq!(
        page.texts(".result-text mark").first().map(String::as_str),
        Some("valve")
    );
    let filters = page.attributes(".filters a", "href");
    assert_eq!(
        filters.first().map(String::as_str),
        Some("/search?q=valves%20is%3Aarticle")
    );
    assert_eq!(page.texts(".filters .count"), ["1", "1", "1"]);
    for (typed, titles) in [
        ("valve is:article", &both[..1]),
        ("is:article", &both[..1]),
        ("valve is:open", &both[1..]),
        ("valve category:help", &both[1..]),
        ("valve tag:box", &both[..]),
        ("valve by:root", &both[..1]),
        ("valve by:dan", &both[1..]),
        ("valve before:2100-01-01", &both[..]),
        ("valve before:1990-01-01", &[]),
        ("\"hold the button\"", &both[..1]),
        ("blinks longer", &both[..1]),
        ("clse valv", &both[..1]),
        ("valve -tank", &both[..1]),
    ] {
        indexed.finds(typed, titles);
    }
    let part = indexed.app.visitor().get("/search?q=valve&part=results");
    assert_eq!(titles_of(&part), both);
}

#[test]
fn what_becomes_of_an_article_is_followed() {
    let mut indexed = Indexed::spawn();
    let section = indexed.section();
    let draft = indexed
        .app
        .by("cat", |cat| cat.draft(section, "How do I oil the valve?", "public"));
    let other = indexed.article(section, "How do I close the valve?", "public");
    indexed.finds("valve", &["How do I close the valve?"]);
    indexed.app.by("cat", |cat| {
        cat.bring(draft, ArticleState::Draft, ArticleState::Published)
    });
    indexed.finds("oil valve", &["How do I oil the valve?"]);
    let cat = indexed.app.signed_in("cat");
    let renamed = [("title", "How do I grease the tap?"), ("short_answer", "With a brush.")];
    let saved = cat.submit(&format!("/articles/{draft}/-/edit"), EDIT, &renamed);
    assert_eq!(saved.status, 303, "{}", saved.body);
    indexed.finds("valve", &["How do I close the valve?"]);
    indexed.finds("brushes", &["How do I grease the tap?"]);
    // An article that is tied to a thread is written anew, and stands there once.
    let thread = indexed.ask("help", "My valve drips");
    indexed.app.by("eve", |eve| eve.link(thread, other, LinkKind::Answers));
    indexed.finds("\"close the valve\"", &["How do I close the valve?"]);
    indexed.app.by("cat", |cat| {
        cat.bring(draft, ArticleState::Published, ArticleState::Retired)
    });
    indexed.finds("grease", &[]);
    indexed.finds("is:article", &["How do I close the valve?"]);
}

#[test]
fn an_article_for_others_is_in_no_hit_count_or_facet() {
    let mut indexed = Indexed::spawn();
    let section = indexed.section();
    indexed.article(section, "Secret costs of the valve", "staff");
    indexed.article(section, "How do members close the valve?", "signed_in");
    indexed.article(section, "How do I close the valve?", "public");
    indexed.finds("valve", &["How do I close the valve?"]);
    let told = |name: &str, count: &str, hidden: &[&str]| {
        let client = match name {
            "" => indexed.app.visitor(),
            name => indexed.app.signed_in(name),
        };
        for typed in ["valve", "is:article", "tag:box", "by:root", "secret valve costs"] {
            let page = search(&client, typed);
            for word in hidden {
                assert!(
                    !page.body.contains(word),
                    "{typed} tells {name:?} of {word}: {}",
                    page.body
                );
            }
        }
        let page = search(&client, "valve");
        assert_eq!(page.texts(".search-count"), [count], "{name:?}");
    };
    told("", "1 result", &["Secret costs", "members close"]);
    told("ada", "2 results", &["Secret costs"]);
    told("cat", "2 results", &["Secret costs"]);
    told("dan", "3 results", &[]);
    let page = search(&indexed.app.signed_in("dan"), "valve");
    let mut marks = marks_of(&page);
    marks.retain(|mark| mark != "Article");
    marks.sort();
    assert_eq!(marks, ["Members", "Staff"]);
    // Another audience is another circle of readers as soon as the index has heard of it.
    let cat = indexed.app.signed_in("root");
    let open = indexed.app.visitor();
    let address = search(&cat, "secret").attributes(".result-title a", "href").remove(0);
    let id = address.split('/').nth(2).unwrap().to_owned();
    let saved = cat.submit(&format!("/articles/{id}/-/edit"), EDIT, &[("audience", "public")]);
    assert_eq!(saved.status, 303, "{}", saved.body);
    indexed.finds("secret costs", &["Secret costs of the valve"]);
    let saved = cat.submit(&format!("/articles/{id}/-/edit"), EDIT, &[("audience", "staff")]);
    assert_eq!(saved.status, 303);
    // Nobody is shown it even by an index that is late, which may still count it.
    assert!(titles_of(&search(&open, "secret costs")).is_empty());
    indexed.finds("secret costs", &[]);
}

#[test]
fn an_index_that_is_made_anew_has_every_article_once() {
    let mut indexed = Indexed::spawn();
    let section = indexed.section();
    indexed.article(section, "First way with valves", "public");
    indexed.finds("valves", &["First way with valves"]);
    indexed.ask("help", "Why do valves drip?");
    indexed.article(section, "Second way with valves", "public");
    indexed.finds("second way", &["Second way with valves"]);
    let all = ["First way with valves", "Second way with valves", "Why do valves drip?"];
    let found = |indexed: &Indexed| {
        let mut titles = titles_of(&search(&indexed.app.visitor(), "valves"));
        titles.sort();
        titles
    };
    indexed.app.settle_changes();
    fs::remove_dir_all(indexed.folder()).unwrap();
    // A crash in the middle: what was begun is gone on with, by another process.
    assert_eq!(indexed.follower.step().unwrap(), Step::Moved);
    indexed.follower = replaced(&indexed.app, indexed.follower);
    indexed.follower.catch_up().unwrap();
    assert_eq!(found(&indexed), all);
    indexed.follower = replaced(&indexed.app, indexed.follower);
    assert_eq!(indexed.follower.refill().unwrap(), 3);
    assert_eq!(found(&indexed), all);
}

#[test]
fn an_article_is_found_by_the_forms_of_its_own_language() {
    let mut indexed = Indexed::spawn();
    let section = indexed.section();
    let input = |title: &str, language: &str, original: String| ArticleInput {
        title: title.to_owned(),
        section: section.to_string(),
        audience: "public".to_owned(),
        language: language.to_owned(),
        original,
        short_answer: title.to_owned(),
        body: title.to_owned(),
        ..ArticleInput::default()
    };
    let of = |input: &ArticleInput| {
        indexed.app.by("cat", |cat| {
            let id = cat.draft_of(input)?;
            cat.bring(id, ArticleState::Draft, ArticleState::Published)?;
            Ok(id)
        })
    };
    let english = of(&input("Paying the subscriptions", "en", String::new()));
    of(&input("Membayar langganan", "id", english.to_string()));
    indexed.finds("dibayar", &["Membayar langganan"]);
    indexed.finds("subscription paid pay", &["Paying the subscriptions"]);
}
