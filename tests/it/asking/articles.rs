//! Articles among what may answer a question: shown with the sentence that matters, opened, and what ended the visit.

use tanya::domain::article::{ArticleInput, ArticleState};
use tanya::domain::id::ArticleId;
use tanya::domain::subject::Subject;
use tanya::domain::token::FormKey;

use super::*;

const BROWSER: &str = "Mozilla/5.0 (X11; Linux x86_64; rv:130.0) Gecko/20100101 Firefox/130.0";

impl Forum {
    /// An article about the lantern, which the index has heard of.
    fn with_article(audience: &str) -> (Self, ArticleId) {
        let forum = Self::spawn();
        forum.decide("", "", "0");
        let article = forum.app.by("root", |root| {
            let section = root.section("Lanterns", None)?;
            let id = root.draft_of(&ArticleInput {
                title: "Copper lantern flickers at dusk".to_owned(),
                section: section.to_string(),
                audience: audience.to_owned(),
                language: "en".to_owned(),
                short_answer: "Polish the contacts of the copper lantern.".to_owned(),
                body: "Lanterns are made by hand. At dusk the lantern flickers when its copper is dull. Ask for help."
                    .to_owned(),
                ..ArticleInput::default()
            })?;
            root.bring(id, ArticleState::Draft, ArticleState::Published)?;
            Ok(id)
        });
        let until = Instant::now() + PATIENCE;
        let is_known = || {
            let search = &forum.app.site.search;
            let found = search.likely(TITLE, "", &Visible::default(), forum.app.now(), 10);
            found
                .unwrap()
                .iter()
                .any(|hit| hit.subject == Subject::Article(article))
        };
        while !is_known() {
            assert!(Instant::now() < until, "the article is never found");
            forum.follow();
        }
        (forum, article)
    }
}

#[test]
fn an_article_that_answers_it_is_shown_opened_and_ends_the_visit() {
    let (forum, article) = Forum::with_article("public");
    let visitor = forum.app.visitor().calling_itself(BROWSER);
    let form = forum.form(&visitor, TITLE, "It flickers.");
    let key = FormKey::offered(form.value("form_key").unwrap()).unwrap();
    let shown = forum.suggested(&visitor, &key, TITLE);
    let marks = shown.texts(".suggestion .mark");
    assert!(marks.contains(&"Article".to_owned()) && marks.len() == 3, "{marks:?}");
    let sentence = "At dusk the lantern flickers when its copper is dull.";
    assert!(
        shown.texts(".suggestion-text").contains(&sentence.to_owned()),
        "{}",
        shown.body
    );
    assert!(
        shown
            .texts(".suggestion-about .category")
            .contains(&"Lanterns".to_owned())
    );
    let links = shown.attributes(".suggestion-title a", "href");
    let beginning = format!("/articles/{article}/-/suggested");
    let link = links.iter().find(|link| link.starts_with(&beginning)).unwrap();
    let opened = visitor.get(link);
    let address = format!("/articles/{article}/copper-lantern-flickers-at-dusk");
    assert_eq!(opened.location(), Some(address.clone()));
    let values = shown.attributes("button[name=article]", "value");
    assert_eq!(values, [article.to_string()]);
    let solved = visitor.post(
        "/threads/new/solved",
        &[("form_key", key.as_str()), ("article", &values[0])],
    );
    assert_eq!(solved.location(), Some(address));
    let read = visitor.get(&solved.location().unwrap());
    assert_eq!(
        read.texts(".notices p"),
        ["Thank you for saying that this solved it. Nothing was posted."]
    );
    let (session, ended) = forum.kept(&form).unwrap();
    let ended = ended.unwrap();
    assert_eq!(
        (ended.ending.as_str(), ended.subject),
        ("solved", Some(Subject::Article(article)))
    );
    assert_eq!(session.shown.len(), 3);
    assert!(session.shown[&Subject::Article(article)].opened_at.is_some());
}

#[test]
fn the_step_without_a_script_has_the_article_too_and_whoever_differs_goes_on() {
    let (forum, article) = Forum::with_article("signed_in");
    let eve = forum.app.signed_in("eve");
    let form = forum.form(&eve, TITLE, "It flickers.");
    let step = eve.send_form(&form);
    assert_eq!(step.attributes("button[name=article]", "value"), [article.to_string()]);
    let posted = eve.send_form(&step.form(ASK).with(&[("different", "yes")]));
    assert_eq!(posted.status, 303, "{}", posted.body);
    let (session, ended) = forum.kept(&form).unwrap();
    assert!(session.differed_at.is_some() && session.shown.contains_key(&Subject::Article(article)));
    assert_eq!(ended.unwrap().ending.as_str(), "posted");
}

#[test]
fn an_article_for_others_is_not_suggested_opened_or_thanked_for() {
    let (forum, article) = Forum::with_article("staff");
    let visitor = forum.app.visitor();
    let form = forum.form(&visitor, TITLE, "It flickers.");
    let key = FormKey::offered(form.value("form_key").unwrap()).unwrap();
    for name in ["", "eve", "cat"] {
        let client = match name {
            "" => forum.app.visitor(),
            name => forum.app.signed_in(name),
        };
        let page = forum.suggested(&client, &FormKey::random(), TITLE);
        assert!(
            !page.body.contains("Polish") && !page.has("button[name=article]"),
            "{name}: {}",
            page.body
        );
    }
    let staff = forum.suggested(&forum.app.signed_in("dan"), &FormKey::random(), TITLE);
    assert!(staff.has("button[name=article]"), "{}", staff.body);
    let number = article.to_string();
    for fields in [
        vec![("form_key", key.as_str()), ("article", &number)],
        vec![("form_key", key.as_str()), ("article", "999")],
    ] {
        assert_eq!(visitor.post("/threads/new/solved", &fields).status, 404);
    }
    for fields in [
        vec![("form_key", key.as_str())],
        vec![("form_key", key.as_str()), ("article", "1"), ("thread", "1")],
    ] {
        assert_eq!(visitor.post("/threads/new/solved", &fields).status, 400);
    }
    let suggested = format!("/articles/{article}/-/suggested?form={}&place=1", key.as_str());
    assert_eq!(visitor.get(&suggested).status, 404);
    assert!(forum.kept(&form).unwrap().0.shown.is_empty());
}
