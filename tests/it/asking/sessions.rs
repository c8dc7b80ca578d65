//! What is kept of a visit to the ask form: what was shown and opened, how it ended, and nothing of the person.

use chrono::Duration;
use diesel::connection::SimpleConnection;
use tanya::domain::ask_session::Visitor;
use tanya::domain::subject::Subject;
use tanya::domain::token::{FormKey, Token};
use tanya::store::{ask_sessions, changes};

use super::{ASK, Forum, TITLE};
use crate::support::{Client, FilledForm};

const BROWSER: &str = "Mozilla/5.0 (X11; Linux x86_64; rv:130.0) Gecko/20100101 Firefox/130.0";

fn key(form: &FilledForm) -> FormKey {
    FormKey::offered(form.value("form_key").unwrap()).unwrap()
}

#[test]
fn a_visit_is_kept_from_the_form_to_the_thread_that_solved_it() {
    let forum = Forum::spawn();
    forum.decide("", "", "0");
    let visitor = forum.app.visitor().calling_itself(BROWSER);
    let form = forum.form(&visitor, TITLE, "It flickers.");
    let (began, ended) = forum.kept(&form).unwrap();
    assert_eq!((began.title.as_str(), began.shown.len(), ended), ("", 0, None));
    assert_eq!(
        began.visitor.hash(),
        Visitor::of(&Token::offered(&visitor.cookie("visitor").unwrap()).unwrap()).hash()
    );
    let shown = forum.suggested(&visitor, &key(&form), TITLE);
    forum.app.clock.pass(Duration::minutes(1));
    let href = shown.attributes(".suggestion-title a", "href").remove(0);
    let opened = visitor.get(&href);
    assert_eq!(
        opened.location(),
        Some(format!("/threads/{}/copper-lantern-flickers-at-dusk", forum.resolved))
    );
    forum.app.clock.pass(Duration::minutes(1));
    let fields = [
        ("form_key", form.value("form_key").unwrap()),
        ("thread", &forum.resolved.to_string()),
    ];
    let solved = visitor.post("/threads/new/solved", &fields);
    assert_eq!(solved.location(), opened.location());
    let thread = visitor.get(&solved.location().unwrap());
    assert_eq!(
        thread.texts(".notices p"),
        ["Thank you for saying that this solved it. Nothing was posted."]
    );
    let (session, ended) = forum.kept(&form).unwrap();
    let ended = ended.unwrap();
    assert_eq!(
        (ended.ending.as_str(), ended.subject),
        ("solved", Some(Subject::Thread(forum.resolved)))
    );
    assert_eq!(
        (session.title.as_str(), session.is_signed_in, session.is_held_out),
        (TITLE, false, false)
    );
    let places: Vec<_> = session
        .shown
        .values()
        .map(|shown| (shown.position, shown.opened_at.is_some()))
        .collect();
    assert_eq!(places, [(1, true), (2, false)]);
    assert_eq!(
        session.shown[&Subject::Thread(forum.resolved)].opened_at,
        Some(session.shown[&Subject::Thread(forum.resolved)].at + Duration::minutes(1))
    );
}

#[test]
fn who_waits_with_others_joins_them_instead_of_asking_again() {
    let forum = Forum::spawn();
    forum.decide("", "", "0");
    let eve = forum.app.signed_in("eve");
    let form = forum.form(&eve, TITLE, "It flickers.");
    let step = eve.send_form(&form);
    let acts = step
        .form("#of-suggestions")
        .with(&[("thread", &forum.waiting.to_string())]);
    let joined = eve.send_form(&acts);
    assert!(
        joined
            .location()
            .is_some_and(|to| to.starts_with(&format!("/threads/{}/", forum.waiting)))
    );
    let page = eve.get(&joined.location().unwrap());
    assert!(
        page.body.contains("1 person has this") || page.body.contains("2 people have this"),
        "{}",
        page.body
    );
    let ended = forum.kept(&form).unwrap().1.unwrap();
    assert_eq!(
        (ended.ending.as_str(), ended.subject),
        ("joined", Some(Subject::Thread(forum.waiting)))
    );
    let visitor = forum.suggested(&forum.app.visitor(), &FormKey::random(), TITLE);
    let sign_in = visitor.attributes(".suggestion-act a", "href").remove(0);
    assert!(
        sign_in.starts_with(&format!("/sign-in?back=%2Fthreads%2F{}", forum.waiting)),
        "{sign_in}"
    );
}

#[test]
fn a_question_that_is_posted_ends_the_visit_and_nothing_of_the_person_is_kept() {
    let forum = Forum::spawn();
    forum.decide("", "", "0");
    let ada = forum.app.signed_in("ada").calling_itself(BROWSER);
    let title = "Who answers ada@analytical.io at +62 812-3456-7890?";
    let form = forum.form(&ada, title, "Tomatoes.");
    let posted = ada.send_form(&ada.send_form(&form).form(ASK));
    assert_eq!(posted.status, 303, "{}", posted.body);
    let (session, ended) = forum.kept(&form).unwrap();
    assert_eq!(
        (session.title.as_str(), session.is_signed_in),
        ("Who answers … at …?", true)
    );
    let ended = ended.unwrap();
    assert_eq!(ended.ending.as_str(), "posted");
    // What comes later changes nothing about how it ended.
    let fields = [
        ("form_key", form.value("form_key").unwrap()),
        ("thread", &forum.resolved.to_string()),
    ];
    ada.post("/threads/new/solved", &fields);
    assert_eq!(forum.kept(&form).unwrap().1, Some(ended));
}

#[test]
fn whoever_is_held_out_asks_as_if_there_were_no_suggestions() {
    let forum = Forum::spawn();
    assert_eq!(forum.decide("", "", "50").status, 303);
    let holdout = forum.app.site.settings().holdout;
    let of = |held_out: bool| {
        let mut tokens = std::iter::repeat_with(Token::random);
        tokens
            .find(|token| Visitor::of(token).is_held_out(holdout) == held_out)
            .unwrap()
    };
    for (held_out, shown, status) in [(true, 0, 303), (false, 2, 200)] {
        let cookie = of(held_out);
        let name = if held_out { "eve" } else { "ada" };
        let session = forum.app.signed_in(name).cookie("session").unwrap();
        let client = forum
            .app
            .visitor()
            .with_cookie(format!("session={session}; visitor={}", cookie.reveal()));
        let form = forum.form(&client, TITLE, "It flickers.");
        let page = forum.suggested(&client, &key(&form), TITLE);
        assert_eq!(page.texts(".suggestion").len(), shown);
        let (session, _) = forum.kept(&form).unwrap();
        assert_eq!((session.is_held_out, session.shown.len()), (held_out, shown));
        assert_eq!(client.send_form(&form).status, status, "held out: {held_out}");
    }
}

#[test]
fn a_browser_without_cookies_is_one_visitor_as_long_as_its_form_is_the_same() {
    let forum = Forum::spawn();
    let first = forum.app.visitor();
    let form = forum.form(&first, TITLE, "It flickers.");
    let hash = Visitor::of(&Token::offered(&first.cookie("visitor").unwrap()).unwrap());
    forum.suggested(&forum.app.visitor(), &key(&form), TITLE);
    assert_eq!(forum.kept(&form).unwrap().0.visitor, hash);
    let page = first.get("/threads/new");
    assert_eq!(page.header("set-cookie"), None, "who has the cookie keeps it");
    assert!(
        page.header("cache-control")
            .is_some_and(|control| control.contains("private"))
    );
}

#[test]
fn robots_and_what_nobody_asked_for_leave_no_row() {
    let forum = Forum::spawn();
    let visit = |client: &Client| {
        let form = client.get("/threads/new?category=help").form(ASK);
        forum.kept(&form)
    };
    let robot = forum
        .app
        .visitor()
        .calling_itself("Googlebot/2.1 (+http://www.google.com/bot.html)");
    assert!(visit(&robot).is_none());
    assert!(visit(&forum.app.visitor().calling_itself(BROWSER)).is_some());
    let before = forum.app.read(changes::last_transaction);
    forum.app.visitor().send("HEAD", "/threads/new", None);
    assert_eq!(forum.app.read(changes::last_transaction), before);
}

#[test]
fn what_is_out_of_sight_neither_opens_nor_solves() {
    let forum = Forum::spawn();
    let secret = forum
        .app
        .by("dan", |dan| dan.ask("back-office", "Another secret", "light"));
    let visitor = forum.app.visitor();
    let form = forum.form(&visitor, TITLE, "It flickers.");
    let fields = [
        ("form_key", form.value("form_key").unwrap()),
        ("thread", &secret.to_string()),
    ];
    assert_eq!(visitor.post("/threads/new/solved", &fields).status, 404);
    assert_eq!(
        visitor
            .get(&format!("/threads/{secret}/-/suggested?form={}&place=1", fields[0].1))
            .status,
        404
    );
    for wrong in ["form=x&place=1", "place=99", "form=%00", ""] {
        let page = visitor.get(&format!("/threads/{}/-/suggested?{wrong}", forum.resolved));
        assert!(matches!(page.status, 303 | 400), "{wrong}: {}", page.status);
    }
    assert!(forum.kept(&form).unwrap().0.shown.is_empty());
}

#[test]
fn a_visit_is_forgotten_after_a_year() {
    let forum = Forum::spawn();
    let form = forum.form(&forum.app.visitor().calling_itself(BROWSER), TITLE, "It flickers.");
    forum.suggested(&forum.app.visitor(), &key(&form), TITLE);
    assert!(forum.kept(&form).is_some());
    let now = forum.app.now();
    for (days, is_kept) in [(364, true), (366, false)] {
        forum
            .app
            .write(|tx| ask_sessions::sweep(tx, now + Duration::days(days)));
        assert_eq!(forum.kept(&form).is_some(), is_kept, "after {days} days");
    }
    let left = "select 1 / (case when exists (select 1 from ask_suggestions) then 0 else 1 end)";
    forum.app.write(|tx| Ok(tx.batch_execute(left)?));
}
