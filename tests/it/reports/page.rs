//! The page of reports, its figures for programs and the rows behind them: each equal to a count by hand.

use serde_json::Value;
use tanya::domain::id::ThreadId;
use tanya::domain::sight::Sight;
use tanya::store::votes;

use super::Forum;

/// What programs are told.
fn figures(forum: &Forum, query: &str) -> Value {
    forum.reckon();
    let page = forum.app.signed_in("dan").get(&format!("/reports/figures.json{query}"));
    assert_eq!(page.status, 200, "{}", page.body);
    let told: Value = serde_json::from_str(&page.body).unwrap();
    told["figures"].clone()
}

fn rows(forum: &Forum, query: &str) -> Vec<Vec<String>> {
    forum.reckon();
    let page = forum
        .app
        .signed_in("cat")
        .get(&format!("/reports/questions.csv{query}"));
    assert_eq!(page.status, 200, "{}", page.body);
    let lines = page.body.lines();
    lines.map(|line| line.split(',').map(str::to_owned).collect()).collect()
}

fn column(rows: &[Vec<String>], name: &str) -> Vec<String> {
    let place = rows[0].iter().position(|head| head == name).unwrap();
    rows[1..].iter().map(|row| row[place].clone()).collect()
}

/// Four questions, an hour apart: one that the staff answers after two hours and the asker accepts an hour later, one that bob
/// answers after an hour, one without an answer, and one that is closed as off topic.
fn played() -> (Forum, ThreadId) {
    let forum = Forum::spawn();
    let first = forum.ask("ada");
    forum.hours(1);
    let second = forum.ask("ada");
    forum.hours(1);
    let reply = forum.app.by("dan", |dan| dan.reply(first, "Turn the key."));
    forum.app.by("bob", |bob| bob.reply(second, "Push it."));
    forum.ask("eve");
    forum.hours(1);
    forum.app.by("ada", |ada| ada.accept(reply));
    let off = forum.ask("bob");
    let cat = forum.app.signed_in("cat");
    let closed = cat.submit(
        &format!("/threads/{off}"),
        "form[action$='/-/close']",
        &[("close_reason", "off_topic")],
    );
    assert_eq!(closed.status, 303);
    forum.hours(24);
    (forum, first)
}

#[test]
fn every_figure_is_a_count_by_hand() {
    let (forum, _) = played();
    let told = figures(&forum, "");
    let resolving = &told["resolving"];
    assert_eq!(resolving["questions"], 3);
    assert_eq!(told["left_out"][1], serde_json::json!(["off_topic", 1]));
    let answer = &resolving["to_answer"]["curve"];
    assert_eq!((&answer["count"], &answer["events"]), (&3.into(), &2.into()));
    // After one hour a third has an answer, after two hours two thirds.
    assert_eq!(answer["median"]["seconds"], 7_200);
    assert_eq!(resolving["to_staff_answer"]["curve"]["events"], 1);
    let resolution = &resolving["to_resolution"]["curve"];
    assert_eq!(
        (&resolution["events"], &resolution["median"]["seconds"]),
        (&1.into(), &Value::Null)
    );
    assert_eq!(resolving["how"], serde_json::json!([["confirmed", 1]]));
    assert_eq!(
        resolving["answered_by"],
        serde_json::json!([["staff", 1], ["member", 1]])
    );
    assert_eq!(resolving["first_accepted"]["hits"], 1);
    assert_eq!(resolving["reopened"]["hits"], 0);
    assert_eq!(resolving["within"][0]["share"]["hits"], 1);
    assert_eq!(resolving["within"][0]["share"]["of"], 3);
    let waiting: i64 = told["backlog"]
        .as_array()
        .unwrap()
        .iter()
        .map(|aged| aged["for_helpers"].as_i64().unwrap())
        .sum();
    let for_asker: i64 = told["backlog"]
        .as_array()
        .unwrap()
        .iter()
        .map(|aged| aged["for_asker"].as_i64().unwrap())
        .sum();
    assert_eq!((waiting, for_asker), (1, 1));
    assert_eq!(told["is_complete"], true);

    let rows = rows(&forum, "");
    assert_eq!(rows.len(), 4, "a head and three questions");
    assert_eq!(column(&rows, "answer_seconds"), ["7200", "3600", "90000"]);
    assert_eq!(column(&rows, "answer_came"), ["1", "1", "0"]);
    assert_eq!(column(&rows, "resolution_seconds"), ["10800", "93600", "90000"]);
    assert_eq!(column(&rows, "resolved_how"), ["confirmed", "", ""]);
    let page = forum.app.signed_in("cat").visit("/reports");
    assert!(
        page.text(".finding").starts_with("3 questions were asked."),
        "{}",
        page.text(".finding")
    );
    assert!(page.text("#chart-first-answer").contains("it came for 2 of 3"));
}

#[test]
fn people_with_the_problem_can_be_what_is_counted() {
    let (forum, thread) = played();
    for name in ["bob", "eve"] {
        forum.app.by(name, |by| {
            votes::me_too(by.tx, &by.author, Sight::everything(), thread, true, by.now)
        });
    }
    let told = figures(&forum, "?counting=people");
    assert_eq!(
        (&told["resolving"]["questions"], &told["resolving"]["people"]),
        (&3.into(), &5.into())
    );
    assert_eq!(told["resolving"]["to_resolution"]["curve"]["events"], 3);
    assert_eq!(column(&rows(&forum, "?counting=people"), "weight"), ["3", "1", "1"]);
}

#[test]
fn a_report_is_narrowed_by_what_was_asked_and_by_whom() {
    let (forum, _) = played();
    let count = |query: &str| figures(&forum, query)["resolving"]["questions"].clone();
    assert_eq!(count("?tag=box"), 3);
    assert_eq!(count("?tag=lamp"), 0);
    assert_eq!(count("?from=2001-01-01&to=2001-01-31"), 0);
    assert_eq!(count("?askers=1"), 0, "none of the askers is of the staff");
    let business = figures(&forum, "?waiting=business");
    assert_eq!(business["resolving"]["to_answer"]["curve"]["count"], 3);
}

#[test]
fn bad_input_and_nothing_at_all_have_an_answer() {
    let forum = Forum::spawn();
    forum.reckon();
    let cat = forum.app.signed_in("cat");
    let empty = cat.visit("/reports");
    assert!(empty.text("main").contains("No question was asked in this time"));
    assert_eq!(rows(&forum, "").len(), 1, "the head alone");
    for wrong in [
        "from=x",
        "from=2026-02-02&to=2026-02-01",
        "tag=%2A",
        "counting=sheep",
        "category=abc",
    ] {
        let page = cat.get(&format!("/reports?{wrong}"));
        assert_eq!(page.status, 200, "{wrong}");
        assert!(!page.texts(".problems").is_empty(), "{wrong}");
        assert_eq!(
            cat.get(&format!("/reports/figures.json?{wrong}")).status,
            400,
            "{wrong}"
        );
    }
    assert_eq!(cat.get("/reports?category=999").status, 404);
    for path in [
        "/reports",
        "/reports/definitions",
        "/reports/figures.json",
        "/reports/questions.csv",
        "/reports/anomalies",
    ] {
        assert_eq!(forum.app.signed_in("ada").get(path).status, 403, "{path}");
    }
}

#[test]
fn every_figure_leads_to_its_definition() {
    let (forum, _) = played();
    forum.reckon();
    let cat = forum.app.signed_in("cat");
    let definitions = cat.visit("/reports/definitions");
    for place in cat.visit("/reports").attributes(".defined a", "href") {
        let (_, figure) = place.split_once('#').unwrap();
        assert!(
            !definitions.texts(&format!("section[id='{figure}'] p")).is_empty(),
            "{figure}"
        );
    }
}

#[test]
fn what_is_out_of_sight_is_in_no_figure() {
    let forum = Forum::spawn();
    forum
        .app
        .by("dan", |dan| dan.ask("back-office", "How do we price the box?", "box"));
    forum.reckon();
    let questions = |name: &str| {
        let page = forum.app.signed_in(name).get("/reports/figures.json");
        let told: Value = serde_json::from_str(&page.body).unwrap();
        told["figures"]["resolving"]["questions"].clone()
    };
    assert_eq!((questions("dan"), questions("cat")), (1.into(), 0.into()));
}
