//! Did this help? Anybody may say so, once; who writes sees why not.

use super::{path, published};
use crate::support::TestApp;

const YES: &str = "form[action$='/-/opinion']:has(input[value=yes])";
const NO: &str = "form[action$='/-/opinion']:has(input[value=no])";

#[test]
fn each_visitor_is_counted_once_and_may_think_again() {
    let app = TestApp::spawn();
    let (_, article) = published(&app);
    let page = path(article);
    let counted = || {
        app.read(|db| {
            let page = tanya::store::articles::page(db, tanya::domain::sight::Sight::public(), article)?;
            Ok((page.helpful_count, page.unhelpful_count))
        })
    };
    let [one, other] = [app.visitor(), app.visitor()];
    for _ in 0..2 {
        let given = one.submit(&page, YES, &[]);
        assert_eq!(given.status, 303, "{}", given.body);
    }
    assert_eq!(counted(), (1, 0));
    assert_eq!(
        other
            .submit(&page, NO, &[("reason", "My box has no <b>lid</b>.")])
            .status,
        303
    );
    assert_eq!(counted(), (1, 1));
    let told = other.visit(&page);
    assert!(!told.body.contains("no &lt;b&gt;lid"), "reasons are not for readers");
    assert_eq!(one.submit(&page, NO, &[]).status, 303);
    assert_eq!(counted(), (0, 2), "the later opinion counts");

    let seen = app.signed_in("cat").visit(&page);
    assert!(
        seen.text(".opinions").contains("0 % of 2"),
        "{}",
        seen.text(".opinions")
    );
    assert!(seen.body.contains("no &lt;b&gt;lid&lt;/b&gt;"), "{}", seen.body);
    for name in ["ada", "eve"] {
        assert!(!app.signed_in(name).visit(&page).has(".opinions"), "{name}");
    }
}

#[test]
fn an_article_that_does_not_help_comes_to_the_desk() {
    let app = TestApp::spawn();
    let (_, article) = published(&app);
    let cat = app.signed_in("cat");
    for _ in 0..3 {
        assert!(!cat.visit("/moderation/articles").body.contains("not helping"));
        assert_eq!(app.visitor().submit(&path(article), NO, &[]).status, 303);
    }
    assert!(cat.visit("/moderation/articles").body.contains("not helping"));
}

#[test]
fn an_opinion_that_cannot_be_taken_is_given_back() {
    let app = TestApp::spawn();
    let (section, article) = published(&app);
    let (visitor, long) = (app.visitor(), "x".repeat(501));
    let mended = visitor.submit(&path(article), NO, &[("reason", &long)]);
    assert_eq!(mended.status, 422);
    assert_eq!(mended.form(NO).value("reason"), Some(&*long));
    let opinion = format!("/articles/{article}/-/opinion");
    assert_eq!(visitor.post(&opinion, &[("helped", "maybe")]).status, 422);
    assert_eq!(
        visitor.post(&opinion, &[("helped", "yes"), ("role", "admin")]).status,
        400
    );
    // Nobody judges what they cannot read.
    let draft = app.by("cat", |cat| cat.draft(section, "How will I open the box?", "public"));
    for name in ["", "cat"] {
        let browser = match name {
            "" => app.visitor(),
            name => app.signed_in(name),
        };
        let refused = browser.post(&format!("/articles/{draft}/-/opinion"), &[("helped", "yes")]);
        assert_eq!(refused.status, 404, "{name}");
    }
}

#[test]
fn views_are_counted_but_not_those_of_the_author() {
    let app = TestApp::spawn();
    let (_, article) = published(&app);
    let firefox = app
        .visitor()
        .calling_itself("Mozilla/5.0 (X11; Linux x86_64; rv:130.0) Firefox/130.0");
    firefox.visit(&path(article));
    app.visitor().calling_itself("Googlebot/2.1").visit(&path(article));
    let counted: i64 = app.site.views.take().iter().map(|(_, count)| count).sum();
    assert_eq!(counted, 1);
}

#[test]
fn a_network_that_opines_without_end_is_told_when_to_come_again_and_keeps_its_words() {
    let app = TestApp::spawn();
    let (_, article) = published(&app);
    let flooder = app.visitor();
    for _ in 0..600 {
        flooder.post("/articles/987654/-/opinion", &[("helped", "yes")]);
    }
    let late = app
        .visitor()
        .submit(&path(article), NO, &[("reason", "No lid, no light.")]);
    assert_eq!((late.status, late.header("retry-after")), (429, Some("3600")));
    assert!(late.body.contains("No lid, no light."), "{}", late.body);
}
