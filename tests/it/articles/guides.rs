//! Walking through a guide: its steps, its ends, and what its keeper learns of it.

use tanya::domain::id::ArticleId;
use tanya::domain::sight::Sight;

use super::path;
use crate::support::{Client, Page, TestApp};

const YES: &str = "form[action$='/-/guide']:has(input[value=worked])";
const NO: &str = "form[action$='/-/guide']:has(input[value=not])";

const BODY: &str = "Have the [box] at hand.\n\n\
    ## Look at it\n\nIs it *on*?\n\nIt worked: Shake it\n\n\
    ## Turn it on\n\nPress.\n\nIt did not: contact\n\n\
    ## Shake it\n\n- It did not: ask\n";

fn guide_for(app: &TestApp, audience: &str) -> ArticleId {
    app.by("root", |root| {
        let section = root.section("Devices", None)?;
        root.guide(section, "The box does not open", audience, BODY)
    })
}

/// Presses an answer, and reads the page to which it leads.
fn press(browser: &Client, page: &Page, answer: &str) -> Page {
    let answered = browser.send_form(&page.form(answer));
    assert_eq!(answered.status, 303, "{}", answered.body);
    browser.visit(&answered.location().unwrap())
}

fn firefox(app: &TestApp) -> Client {
    app.visitor()
        .calling_itself("Mozilla/5.0 (X11; Linux x86_64; rv:130.0) Firefox/130.0")
}

#[test]
fn a_guide_is_read_step_by_step_and_says_what_was_done() {
    let app = TestApp::spawn();
    let (guide, visitor) = (guide_for(&app, "public"), firefox(&app));
    let first = visitor.visit(&path(guide));
    assert_eq!(first.text("h1"), "The box does not open");
    assert_eq!(first.text("h2#step"), "Step 1: Look at it");
    assert!(first.body.contains("Have the [box] at hand") && first.body.contains("Is it <em>on</em>?"));
    assert!(
        !first.has("meta[name=robots]") && first.body.contains("HowToStep"),
        "{}",
        first.body
    );
    assert_eq!(
        first.texts("#all-steps h2").len(),
        3,
        "for paper all of them stand there"
    );

    let answered = visitor.send_form(&first.form(NO));
    assert!(
        answered.header("location").unwrap().ends_with(".1n#step"),
        "the focus goes to the step"
    );
    let second = visitor.visit(&answered.location().unwrap());
    assert_eq!(second.text("h2#step"), "Step 2: Turn it on");
    assert!(second.has("#step[tabindex='-1']") && second.has("meta[name=robots][content=noindex]"));
    let canonical = second.attributes("link[rel=canonical]", "href");
    assert!(canonical[0].ends_with("/the-box-does-not-open"), "{canonical:?}");
    assert_eq!(second.texts(".guide-done li"), ["Look at it did not work"]);
    let back = second.attributes(".guide-done a", "href");
    assert_eq!(
        visitor.visit(back[0].trim_end_matches("#step")).text("h2#step"),
        "Step 1: Look at it"
    );

    let other = press(&visitor, &first, YES);
    assert_eq!(
        other.text("h2#step"),
        "Step 2: Shake it",
        "the line at the end of the step leads there"
    );
    let solved = press(&visitor, &other, YES);
    assert_eq!(solved.text("h2#step"), "Solved");
    assert_eq!(solved.texts(".guide-done li"), ["Look at it worked", "Shake it worked"]);
    assert!(!solved.has(YES), "it is over");
}

#[test]
fn what_solved_it_is_an_opinion_once_for_each_visitor() {
    let app = TestApp::spawn();
    let (guide, visitor) = (guide_for(&app, "public"), firefox(&app));
    for _ in 0..2 {
        let first = visitor.visit(&path(guide));
        let second = press(&visitor, &first, NO);
        assert_eq!(press(&visitor, &second, YES).text("h2#step"), "Solved");
    }
    let page = app.read(|db| tanya::store::articles::page(db, Sight::public(), guide));
    assert_eq!((page.helpful_count, page.unhelpful_count), (1, 0));
    // Robots answer nothing.
    let robot = app.visitor().calling_itself("Googlebot/2.1");
    press(&robot, &robot.visit(&path(guide)), NO);
    let seen = app.signed_in("cat").visit(&path(guide));
    let row = |number: usize| seen.texts(&format!(".guide-leaving tbody tr:nth-child({number}) > *"));
    assert_eq!(row(1), ["Look at it", "0", "2", ""]);
    assert_eq!(row(2), ["Turn it on", "2", "0", "0"]);
    assert!(
        !visitor.visit(&path(guide)).has(".guide-leaving"),
        "readers see no figures"
    );
}

#[test]
fn where_the_forum_has_to_help_the_form_holds_what_was_done() {
    let app = TestApp::spawn();
    let guide = guide_for(&app, "public");
    app.by("bob", |bob| bob.ask("help", "Where is the key?", "box"));
    let ada = app.signed_in("ada");
    let second = press(&ada, &ada.visit(&path(guide)), YES);
    let form = press(&ada, &second, NO).form("form[action='/threads/new']");
    assert_eq!(
        form.value("title"),
        Some("The box does not open – the guide did not help")
    );
    assert_eq!(form.value("tags"), Some("box"));
    let body = form.value("body").unwrap();
    assert!(
        body.contains("[The box does not open](http://forum.localhost/articles/"),
        "{body}"
    );
    assert!(
        body.contains("1. Look at it: worked\n2. Shake it: did not work\n"),
        "{body}"
    );
    let posted = ada.send_form(&form.with(&[("category", "help")]));
    let posted = match posted.status {
        303 => posted,
        // What may answer it stands between, once.
        _ => ada.send_form(&posted.form("form[action='/threads/new']")),
    };
    assert_eq!(posted.status, 303, "{}", posted.body);
    let thread = ada.visit(&posted.location().unwrap());
    assert!(thread.body.contains("Shake it: did not work"), "{}", thread.body);
}

#[test]
fn a_person_helps_where_a_contact_is_set_else_the_forum() {
    let app = TestApp::spawn();
    let (guide, visitor) = (guide_for(&app, "public"), firefox(&app));
    let second = press(&visitor, &visitor.visit(&path(guide)), NO);
    assert!(press(&visitor, &second, NO).has("form[action='/threads/new']"));
    let contact = [
        ("contact_label", "Write to us"),
        ("contact_address", "mailto:help@example.com"),
    ];
    let set = app
        .signed_in("root")
        .submit("/admin/asking", "form[action='/admin/asking']", &contact);
    assert_eq!(set.status, 303, "{}", set.body);
    let reached = press(&visitor, &second, NO);
    assert!(
        reached.has("main a[href='mailto:help@example.com']"),
        "{}",
        reached.body
    );
    assert_eq!(reached.texts(".guide-done li").len(), 2);
    let ask = reached.attributes("main a[href^='/threads/new?guide=']", "href");
    let body = visitor.visit(&ask[0]).form("form[action='/threads/new']");
    assert!(body.value("body").unwrap().contains("2. Turn it on: did not work"));
}

#[test]
fn a_way_that_is_none_leads_to_the_beginning() {
    let app = TestApp::spawn();
    let (guide, visitor) = (guide_for(&app, "public"), firefox(&app));
    let start = visitor.visit(&path(guide)).path.clone();
    let part = format!("{}/-/guide", path(guide));
    for done in ["2n", "1n.1n", "x", "1n.2y.3y", "%F0%9F%98%80", &"1n.".repeat(3_000)] {
        for address in [
            format!("{part}?done={done}"),
            format!("/threads/new?guide={guide}&done={done}"),
        ] {
            let led = visitor.get(&address);
            assert_eq!(led.status, 303, "{address}");
            assert!(led.location().unwrap().starts_with(&path(guide)), "{address}");
        }
    }
    assert_eq!(visitor.get(&part).status, 303, "{start}");
    assert_eq!(visitor.post(&part, &[("done", "3n"), ("outcome", "not")]).status, 303);
    assert_eq!(visitor.post(&part, &[("done", ""), ("outcome", "perhaps")]).status, 400);
    let told = visitor.visit(&visitor.get(&format!("{part}?done=9n")).location().unwrap());
    assert!(told.body.contains("This guide was changed meanwhile"), "{}", told.body);
    // Nobody is sent anywhere by a guide that is not there.
    let blank = visitor.visit("/threads/new?guide=999&done=1n");
    assert_eq!(
        blank
            .form("form[action='/threads/new']")
            .value("body")
            .unwrap_or_default(),
        ""
    );
}

#[test]
fn a_guide_out_of_sight_is_out_of_sight_at_every_step() {
    let app = TestApp::spawn();
    let guide = guide_for(&app, "staff");
    let dan = app.signed_in("dan");
    let second = press(&dan, &dan.visit(&path(guide)), NO);
    assert_eq!(second.text("h2#step"), "Step 2: Turn it on");
    let (step, done) = (&second.path, second.path.split_once("done=").unwrap().1);
    for name in ["", "ada", "cat"] {
        let browser = match name {
            "" => app.visitor(),
            name => app.signed_in(name),
        };
        assert_eq!(browser.get(step).status, 404, "{name}");
        let answered = browser.post(&format!("{}/-/guide", path(guide)), &[("done", ""), ("outcome", "not")]);
        assert_eq!(answered.status, 404, "{name}");
        let form = browser.visit(&format!("/threads/new?guide={guide}&done={done}"));
        assert!(
            !form.body.contains("Turn it on") && !form.body.contains("box does not open"),
            "{name}"
        );
    }
}

#[test]
fn a_retired_guide_is_gone_and_a_draft_counts_nothing() {
    let app = TestApp::spawn();
    let (guide, visitor) = (guide_for(&app, "public"), firefox(&app));
    let cat = app.signed_in("cat");
    let second = press(&visitor, &visitor.visit(&path(guide)), NO);
    let retire = "form[action$='/-/state']:has(input[name=to][value=retired])";
    assert_eq!(cat.submit(&path(guide), retire, &[]).status, 303);
    assert_eq!(visitor.send_form(&second.form(NO)).status, 410);
    assert_eq!(visitor.get(&second.path).status, 410);
    // Who writes tries it out.
    let solved = press(&cat, &press(&cat, &cat.visit(&path(guide)), NO), YES);
    assert_eq!(solved.text("h2#step"), "Solved");
    let page = app.read(|db| tanya::store::articles::page(db, Sight::everything(), guide));
    assert_eq!(page.helpful_count, 0);
}
