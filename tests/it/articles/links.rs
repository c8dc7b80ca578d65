//! Articles that answer threads: linked in two presses, undone, confirmed, and told on both pages.

use std::time::{Duration, Instant};

use tanya::domain::article::LinkKind;
use tanya::domain::id::{ArticleId, ThreadId};
use tanya::domain::sight::Sight;
use tanya::domain::thread::Standing;
use tanya::search::follower::Follower;
use tanya::store::threads;

use super::{EDIT, path, published};
use crate::support::TestApp;

const LINK: &str = "form.form[action$='/-/link']";
const SUGGESTED: &str = ".article-suggestions form[action$='/-/link']";
const UNLINK: &str = "form[action$='/-/unlink']";
const SOLVED: &str = "form[action$='/-/solved']";
const REOPEN: &str = "form[action$='/-/reopen']";

fn asked(app: &TestApp) -> ThreadId {
    app.by("ada", |ada| ada.ask("help", "My box does not open", "box"))
}

fn standing(app: &TestApp, thread: ThreadId) -> Standing {
    app.read(|db| threads::outline(db, Sight::everything(), thread))
        .standing
}

fn linked(app: &TestApp, kind: LinkKind) -> (ThreadId, ArticleId) {
    let ((_, article), thread) = (published(app), asked(app));
    app.by("eve", |eve| eve.link(thread, article, kind));
    (thread, article)
}

#[test]
fn a_helper_links_a_suggested_article_and_the_question_is_resolved() {
    let app = TestApp::spawn();
    let ((_, article), thread) = (published(&app), asked(&app));
    let (eve, page) = (app.signed_in("eve"), format!("/threads/{thread}"));
    assert!(!app.signed_in("bob").visit(&page).has(LINK), "members link nothing");
    let form = eve.visit(&page).form(SUGGESTED).with(&[("kind", "answers")]);
    let done = eve.send_form(&form);
    assert_eq!(done.status, 303, "{}", done.body);
    assert_eq!(standing(&app, thread), Standing::Resolved);

    let visitor = app.visitor();
    let read = visitor.visit(&page);
    let answer = read.text(".article-answer");
    for part in ["Resolved by an article", "eve", "How do I open the box?", "In short"] {
        assert!(answer.contains(part), "{part}: {answer}");
    }
    assert!(
        visitor
            .visit("/threads?is=resolved")
            .body
            .contains("My box does not open")
    );
    let article_page = visitor.visit(&path(article));
    assert!(
        article_page.body.contains("Answers 1 question"),
        "{}",
        article_page.body
    );
    assert!(article_page.text("#answered").contains("My box does not open"));
    assert!(
        app.signed_in("cat")
            .visit("/moderation/log")
            .body
            .contains("Linked an article to")
    );
}

#[test]
fn what_probably_answers_a_thread_is_suggested_first_and_words_find_any_other() {
    let app = TestApp::spawn();
    let ((section, open), thread) = (published(&app), asked(&app));
    let (lid, staff) = app.by("root", |root| {
        root.article(section, "Invoices of the watering plan", "public")?;
        let lid = root.article(section, "My box does not open: free its lid", "public")?;
        Ok((lid, root.article(section, "Secret: why a box does not open", "staff")?))
    });
    let mut follower = Follower::new(app.store().clone(), app.site.search.clone(), app.clock.clone());
    let (eve, page) = (app.signed_in("eve"), format!("/threads/{thread}"));
    let until = Instant::now() + Duration::from_secs(30);
    // PostgreSQL holds changes back while a transaction is open anywhere on the server, and other tests have theirs.
    loop {
        follower.catch_up().unwrap();
        let suggested = eve
            .visit(&page)
            .attributes(".article-suggestions input[name=article]", "value");
        if suggested == [lid.to_string(), open.to_string()] {
            break;
        }
        assert!(Instant::now() < until, "{suggested:?}");
    }
    let form = |words: &str| {
        let form = eve.visit(&page).form(LINK);
        eve.send_form(&form.with(&[("article", words), ("kind", "answers")]))
    };
    let found = form("watering plans");
    assert_eq!(found.status, 422);
    assert!(found.text("#article-problem").contains("Choose one"), "{}", found.body);
    assert!(
        found
            .texts(".article-suggestions li a")
            .contains(&"Invoices of the watering plan".to_owned())
    );
    assert!(!form("secret").body.contains("Secret:"), "it is not for her");
    assert!(form("zzzz").text("#article-problem").contains("address or the number"));
    let found = app
        .signed_in("root")
        .visit(&page)
        .form(LINK)
        .with(&[("article", "secret"), ("kind", "related")]);
    let found = app.signed_in("root").send_form(&found);
    let pick = found.form(SUGGESTED);
    assert_eq!(pick.value("article"), Some(staff.to_string().as_str()));
    assert_eq!(
        app.signed_in("root")
            .send_form(&pick.with(&[("kind", "related")]))
            .status,
        303
    );
}

#[test]
fn the_asker_says_solved_or_still_not_working() {
    let app = TestApp::spawn();
    let (thread, article) = linked(&app, LinkKind::Answers);
    let (ada, page) = (app.signed_in("ada"), format!("/threads/{thread}"));
    assert!(!app.signed_in("bob").visit(&page).has(SOLVED));
    assert_eq!(ada.submit(&page, SOLVED, &[]).status, 303);
    let confirmed = ada.visit(&page);
    assert!(
        confirmed
            .text(".article-answer")
            .contains("The asker says that it worked")
    );
    assert!(!confirmed.has(SOLVED) && confirmed.has(REOPEN), "it may come back");

    let nothing = ada.submit(&page, REOPEN, &[("reopen_reason", " ")]);
    assert_eq!(nothing.status, 422);
    assert_eq!(
        ada.submit(&page, REOPEN, &[("reopen_reason", "The lid is stuck.")])
            .status,
        303
    );
    assert_eq!(standing(&app, thread), Standing::Unanswered);
    let open = app.visitor().visit(&page);
    assert!(
        !open.has(".article-answer") && open.body.contains("The lid is stuck."),
        "{}",
        open.body
    );
    assert!(!app.visitor().visit(&path(article)).has("#answered"));
}

#[test]
fn taking_a_link_back_undoes_the_resolving() {
    let app = TestApp::spawn();
    let (thread, _) = linked(&app, LinkKind::Answers);
    let (cat, page) = (app.signed_in("cat"), format!("/threads/{thread}"));
    let undone = cat.submit(&page, UNLINK, &[]);
    assert_eq!(undone.status, 303, "{}", undone.body);
    assert_eq!(standing(&app, thread), Standing::Unanswered);
    // What is related settles nothing.
    let field = cat
        .visit(&page)
        .form(LINK)
        .with(&[("article", "#1"), ("kind", "related")]);
    assert_eq!(cat.send_form(&field).status, 303);
    assert_eq!(standing(&app, thread), Standing::Unanswered);
    assert!(
        app.visitor()
            .visit(&page)
            .text(".column-aside")
            .contains("How do I open the box?")
    );
    let field = cat
        .visit(&page)
        .form(LINK)
        .with(&[("article", "/articles/1/x"), ("kind", "answers")]);
    assert_eq!(cat.send_form(&field).status, 303);
    assert_eq!(standing(&app, thread), Standing::Resolved, "one is made the other");
}

#[test]
fn a_question_that_was_resolved_keeps_what_settled_it() {
    let app = TestApp::spawn();
    let ((_, article), thread) = (published(&app), asked(&app));
    let reply = app.by("bob", |bob| bob.reply(thread, "Turn the key."));
    app.by("ada", |ada| ada.accept(reply));
    app.by("eve", |eve| eve.link(thread, article, LinkKind::Answers));
    let (ada, page) = (app.signed_in("ada"), format!("/threads/{thread}"));
    let read = ada.visit(&page);
    assert!(read.has(".post.accepted") && read.text(".article-answer").contains("An article answers it too"));
    assert!(!read.has(SOLVED), "she has accepted an answer");
    // Without the acceptance, the article is what settles it.
    let unaccept = format!("form[action='/replies/{reply}/unaccept']");
    assert_eq!(ada.submit(&page, &unaccept, &[]).status, 303);
    assert_eq!(standing(&app, thread), Standing::Resolved);
    assert!(
        ada.visit(&page)
            .text(".article-answer")
            .contains("Resolved by an article")
    );
    // Opening it again ends everything that settled it.
    app.by("ada", |ada| ada.accept(reply));
    assert_eq!(
        ada.submit(&page, REOPEN, &[("reopen_reason", "Both did not work.")])
            .status,
        303
    );
    assert_eq!(standing(&app, thread), Standing::Answered);
}

#[test]
fn a_reply_with_the_address_of_an_article_offers_the_link() {
    let app = TestApp::spawn();
    let ((_, article), thread) = (published(&app), asked(&app));
    let text = format!("See http://forum.localhost/articles/{article}/how-do-i-open-the-box for that.");
    app.by("bob", |bob| bob.reply(thread, &text));
    let page = format!("/threads/{thread}");
    for name in ["ada", "bob"] {
        assert!(!app.signed_in(name).visit(&page).has(".article-mentioned"), "{name}");
    }
    let eve = app.signed_in("eve");
    let form = eve
        .visit(&page)
        .form(".article-mentioned form")
        .with(&[("kind", "answers")]);
    assert_eq!(eve.send_form(&form).status, 303);
    assert_eq!(standing(&app, thread), Standing::Resolved);
    assert!(!eve.visit(&page).has(".article-mentioned"), "it is linked");
}

#[test]
fn links_survive_edits_and_new_names_and_end_with_no_article() {
    let app = TestApp::spawn();
    let (thread, article) = linked(&app, LinkKind::Answers);
    let cat = app.signed_in("cat");
    let renamed = [("title", "How do I open the crate?")];
    assert_eq!(
        cat.submit(&format!("/articles/{article}/-/edit"), EDIT, &renamed)
            .status,
        303
    );
    let page = format!("/threads/{thread}");
    assert!(
        app.visitor().visit(&page).text(".article-answer").contains("crate"),
        "a kept page ends, too"
    );
    let retire = "form[action$='/-/state']:has(input[name=to][value=retired])";
    assert_eq!(cat.submit(&path(article), retire, &[]).status, 303);
    assert!(!app.visitor().visit(&page).has(".article-answer"));
    assert_eq!(
        standing(&app, thread),
        Standing::Resolved,
        "what it settled stays settled"
    );
}

#[test]
fn what_cannot_answer_a_thread_is_refused_with_a_reason() {
    let app = TestApp::spawn();
    let ((section, _), thread) = (published(&app), asked(&app));
    let (members, draft) = app.by("cat", |cat| {
        let members = cat.article(section, "How do members open it?", "signed_in")?;
        Ok((members, cat.draft(section, "How will it open?", "public")?))
    });
    let (eve, page) = (app.signed_in("eve"), format!("/threads/{thread}"));
    let try_it = |article: &str| {
        let form = eve
            .visit(&page)
            .form(LINK)
            .with(&[("article", article), ("kind", "answers")]);
        eve.send_form(&form)
    };
    for (article, reason) in [
        ("", "address or the number"),
        ("https://elsewhere.example/x", "address or the number"),
        ("999", "no such article"),
        (&*draft.to_string(), "no such article"),
        (&*members.to_string(), "Not everybody"),
    ] {
        let refused = try_it(article);
        assert_eq!(refused.status, 422, "{article}");
        assert!(
            refused.text("#article-problem").contains(reason),
            "{article}: {}",
            refused.text("#article-problem")
        );
        assert_eq!(refused.form(LINK).value("article"), Some(article));
    }
    assert_eq!(standing(&app, thread), Standing::Unanswered);
    let link = format!("/threads/{thread}/-/link");
    let bob = app.signed_in("bob");
    assert_eq!(bob.post(&link, &[("article", "1"), ("kind", "answers")]).status, 403);
    // A talk has nothing to settle.
    let talk = app.by("ada", |ada| ada.start("help", "discussion", "Boxes are great", "box"));
    let link = format!("/threads/{talk}/-/link");
    assert_eq!(eve.post(&link, &[("article", "1"), ("kind", "answers")]).status, 403);
    assert_eq!(eve.post(&link, &[("article", "1"), ("kind", "related")]).status, 303);
}

#[test]
fn a_deleted_thread_is_not_told_by_its_article() {
    let app = TestApp::spawn();
    let (thread, article) = linked(&app, LinkKind::Answers);
    let hidden = app.by("dan", |dan| dan.ask("back-office", "Their box does not open", "box"));
    app.by("root", |root| root.link(hidden, article, LinkKind::Answers));
    let seen = app.visitor().visit(&path(article));
    assert!(
        seen.body.contains("Answers 1 question") && !seen.body.contains("Their box"),
        "{}",
        seen.body
    );
    assert!(
        app.signed_in("dan")
            .visit(&path(article))
            .body
            .contains("Answers 2 questions")
    );
    app.by("cat", |cat| {
        let reason = tanya::domain::body::Reason::default();
        threads::delete(cat.tx, &cat.author, Sight::everything(), thread, &reason, cat.now)
    });
    assert!(!app.visitor().visit(&path(article)).has("#answered"));
}
