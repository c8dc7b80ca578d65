//! Running the forum through its pages: the overview, settings, jobs, the log of what was done, and who may do what.

mod categories;
mod people;

use chrono::Duration;
use tanya::domain::job::{Job, MOST_ATTEMPTS};
use tanya::domain::role::{Role, Trust};
use tanya::store::users::{self, NewUser};
use tanya::store::{jobs, sessions};

use crate::support::{Client, Page, TestApp, beginning, give_up, place};

/// Follows a redirect, and checks that the page then says so.
fn then_says(browser: &Client, answer: &Page, words: &str) -> Page {
    assert_eq!(answer.status, 303, "{}", answer.body);
    let page = browser.get(&answer.location().unwrap());
    assert!(page.text(".notices").contains(words), "{}", page.text(".notices"));
    page
}

/// A form that came again, and what it says about a field.
fn problem(page: &Page, field: &str) -> String {
    assert_eq!(page.status, 422, "{}", page.body);
    page.text(&format!("#{field}-problem"))
}

/// The cells of the first row of a table whose text begins so.
fn row(page: &Page, beginning: &str) -> Vec<String> {
    let rows = page.texts("tbody tr");
    let place = rows.iter().position(|row| row.starts_with(beginning));
    let place = place.unwrap_or_else(|| panic!("{beginning} is in none of {rows:?}"));
    page.texts(&format!("tbody tr:nth-child({}) > *", place + 1))
}

#[test]
fn settings_show_at_once_and_a_mistake_keeps_what_was_typed() {
    let app = TestApp::spawn();
    let root = app.signed_in("root");
    let form = "main form[method=post]";
    let again = root.submit(
        "/admin/appearance",
        form,
        &[("site_name", " "), ("welcome", "Come in.")],
    );
    assert!(problem(&again, "site_name").contains("Fill this in"));
    assert_eq!(again.form(form).value("welcome"), Some("Come in."));

    let answer = root.submit(
        "/admin/appearance",
        form,
        &[("site_name", "Boxes  & Keys"), ("welcome", "Come in.")],
    );
    let page = then_says(&root, &answer, "appearance is saved");
    assert_eq!(page.text(".site-name"), "Boxes & Keys");
    assert!(app.visitor().get("/").body.contains("Come in."));
}

#[test]
fn sign_up_can_be_closed() {
    let app = TestApp::spawn();
    let root = app.signed_in("root");
    let form = root
        .get("/admin/settings")
        .form("main form[method=post]")
        .without("sign_up_is_open");
    then_says(&root, &root.send_form(&form), "settings are saved");
    assert!(!app.visitor().get("/sign-up").has("main form[method=post]"));
}

#[test]
fn a_dead_job_is_tried_again() {
    let app = TestApp::spawn();
    let root = app.signed_in("root");
    assert!(root.get("/admin/jobs?state=dead").has(".empty"));
    let now = app.now();
    let error = "the mail server said no ".repeat(20);
    app.write(|tx| {
        jobs::enqueue(tx, &Job::Sweep, now)?;
        give_up(tx, &error, now)
    });
    assert!(root.get("/admin").text(".notice.warning").contains("given up"));
    let dead = root.get("/admin/jobs?state=dead");
    let says = format!("up to {MOST_ATTEMPTS} times");
    assert!(dead.text("main").contains(&says), "{}", dead.text("main"));
    assert!(
        dead.text("tbody tr").contains("Delete what has run out"),
        "{}",
        dead.text("tbody tr")
    );
    assert!(dead.text("tbody details").contains(error.trim()));
    let retry = dead.form("form[action$='retry']");
    then_says(&root, &root.send_form(&retry), "waits again");
    then_says(&root, &root.send_form(&retry), "not given up any more");
    assert!(root.get("/admin/jobs").has("tbody tr"));
    assert_eq!(app.work(), 1);
}

#[test]
fn an_empty_forum_says_what_to_do_first() {
    let app = TestApp::spawn_empty();
    app.leaves_jobs();
    let root = app.write(|tx| {
        let admin = NewUser {
            name: "root",
            email: None,
            password_hash: Some("x"),
            role: Role::Admin,
            trust: Trust::Member,
        };
        let admin = users::add(tx, &admin, beginning())?;
        sessions::open(tx, admin, &place("a browser of tests"), beginning())
    });
    let cookie = format!("session={}", root.reveal());
    let get = |path| {
        app.visitor()
            .send_with("GET", path, &[("cookie", &cookie)], None)
            .unwrap()
    };
    assert_eq!(get("/admin").texts(".steps li a").len(), 5);
    assert!(get("/admin/categories").has(".empty a[href='/admin/categories/new']"));
    assert!(get("/admin/tags").has(".empty"));
    assert!(get("/moderation/log").has(".empty"));
}

#[test]
fn the_log_leaves_out_what_a_moderator_does_not_see() {
    let app = TestApp::spawn();
    app.by("dan", |dan| dan.ask("back-office", "Who has the second key?", "key"));
    app.by("ada", |ada| ada.ask("help", "How do I open the box?", "box"));
    app.pass(Duration::minutes(1));
    app.work();
    let root = app.signed_in("root");
    for title in ["Who has the second key?", "How do I open the box?"] {
        let list = root.get("/threads");
        let place = list
            .texts(".thread-title")
            .iter()
            .position(|shown| shown == title)
            .unwrap();
        let href = list.attributes(".thread-title a", "href")[place].clone();
        let locked = root.submit(&href, "form[action$='/lock']", &[]);
        assert_eq!(locked.status, 303, "{}", locked.body);
    }
    assert_eq!(
        root.get("/moderation/log").texts("tbody tr").len(),
        3,
        "with dan's joining the staff"
    );
    let log = app.signed_in("cat").get("/moderation/log");
    assert_eq!(log.texts("tbody tr").len(), 2);
    assert!(!log.body.contains("second key"));
}

#[test]
fn everybody_reads_who_may_do_what() {
    let app = TestApp::spawn();
    let page = app.visitor().get("/about/permissions");
    assert_eq!(page.texts(".permissions thead th").len(), 5);
    assert_eq!(row(&page, "Accept an answer")[1..], ["own", "yes", "yes", "yes"]);
    assert_eq!(row(&page, "Run the forum")[1..], ["no", "no", "no", "yes"]);
}
