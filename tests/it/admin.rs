//! Running the forum through its pages: settings, categories, tags, people, jobs, and the log of what was done.

use chrono::Duration;
use tanya::domain::job::Job;
use tanya::domain::role::{Role, Trust};
use tanya::store::users::{self, NewUser};
use tanya::store::{jobs, sessions};

use crate::support::{CAST, Client, Page, TestApp, beginning};

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
    let again = root.submit("/admin/settings", form, &[("site_name", " "), ("welcome", "Come in.")]);
    assert!(problem(&again, "site_name").contains("Fill this in"));
    assert_eq!(again.form(form).value("welcome"), Some("Come in."));

    let answer = root.submit(
        "/admin/settings",
        form,
        &[("site_name", "Boxes  & Keys"), ("welcome", "Come in.")],
    );
    let page = then_says(&root, &answer, "settings are saved");
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
fn a_category_is_made_with_an_address_from_its_name_and_asks_by_its_template() {
    let app = TestApp::spawn();
    let root = app.signed_in("root");
    let fields = [
        ("name", "Billing & Plans"),
        ("description", "Money."),
        ("template", "Plan * | on your bill\nCard"),
    ];
    let form = "main form[method=post]";
    let answer = root.submit("/admin/categories/new", form, &fields);
    then_says(&root, &answer, "category is there");
    let ask = app.signed_in("ada").get("/threads/new?category=billing-plans");
    assert!(ask.body.contains("on your bill"), "{}", ask.body);
    let again = root.submit(
        "/admin/categories/new",
        form,
        &[("name", "Other"), ("slug", "Billing Plans")],
    );
    assert!(problem(&again, "slug").contains("Another category"));
    assert_eq!(again.form(form).value("name"), Some("Other"));
}

#[test]
fn a_category_needs_a_kind_and_tells_all_its_problems_at_once() {
    let app = TestApp::spawn();
    let root = app.signed_in("root");
    let form = root
        .get("/admin/categories/new")
        .form("main form[method=post]")
        .without("questions");
    let again = root.send_form(&form.with(&[("slug", "new"), ("template", "| no label")]));
    for field in ["name", "slug", "kinds", "template"] {
        assert!(!problem(&again, field).is_empty());
    }
    assert_eq!(again.texts(".problems li").len(), 4);
    assert_eq!(
        again.form("main form[method=post]").value("template").map(str::trim),
        Some("| no label")
    );
}

#[test]
fn an_address_that_a_category_leaves_still_leads_to_it() {
    let app = TestApp::spawn();
    let root = app.signed_in("root");
    let form = "main form[method=post]";
    let answer = root.submit(
        "/admin/categories/help",
        form,
        &[("slug", "support"), ("name", "Support")],
    );
    then_says(&root, &answer, "category is saved");
    for slug in ["support", "help"] {
        let page = app.visitor().visit(&format!("/categories/{slug}"));
        assert_eq!((page.status, page.text("h1")), (200, "Support".to_owned()), "{slug}");
    }
    // Another category may take the address; then it leads there.
    root.submit(
        "/admin/categories/news",
        form,
        &[("slug", "help"), ("name", "Help now")],
    );
    assert_eq!(app.visitor().visit("/categories/help").text("h1"), "Help now");
    let answer = root.submit("/admin/categories/support", form, &[("slug", "news")]);
    assert_eq!(answer.status, 303, "an address that was left is free: {}", answer.body);
}

fn order(page: &Page) -> Vec<String> {
    page.texts("tbody th a")
}

#[test]
fn categories_move_and_are_archived_and_come_back() {
    let app = TestApp::spawn();
    let root = app.signed_in("root");
    assert_eq!(
        order(&root.get("/admin/categories")),
        ["HELP", "NEWS", "MEMBERS", "BACK-OFFICE"]
    );
    let page = then_says(
        &root,
        &root.submit("/admin/categories", "form[action$='news/up']", &[]),
        "moved up",
    );
    assert_eq!(order(&page), ["NEWS", "HELP", "MEMBERS", "BACK-OFFICE"]);
    assert!(!page.has("form[action$='news/up']"), "the first one cannot rise");
    then_says(
        &root,
        &root.submit("/admin/categories", "form[action$='help/down']", &[]),
        "moved down",
    );

    then_says(
        &root,
        &root.submit("/admin/categories", "form[action$='help/archive']", &[]),
        "archived",
    );
    let ada = app.signed_in("ada");
    assert!(!ada.get("/threads/new").has("option[value=help], input[value=help]"));
    assert_eq!(ada.get("/categories/help").status, 200);
    then_says(
        &root,
        &root.submit("/admin/categories", "form[action$='help/unarchive']", &[]),
        "again",
    );
    assert!(ada.get("/threads/new").has("option[value=help], input[value=help]"));
}

fn three_threads(app: &TestApp) {
    app.by("ada", |ada| {
        ada.ask("help", "How do I open the box?", "box lid")?;
        ada.ask("help", "How do I close the box?", "boxes lid")?;
        ada.ask("help", "How do I paint the box?", "box boxes c++")
    });
}

#[test]
fn tags_are_described_and_merging_two_asks_first() {
    let app = TestApp::spawn();
    three_threads(&app);
    let root = app.signed_in("root");
    let (page, form) = ("/admin/tags/boxes/edit", "form[action$='edit']");
    then_says(
        &root,
        &root.submit(page, form, &[("description", "Square things.")]),
        "tag is saved",
    );
    let asked = root.submit(page, form, &[("name", "Box")]);
    assert!(problem(&asked, "name").contains("2 threads carry it"));
    assert_eq!(root.get(page).status, 200, "nothing was merged yet");
    let answer = root.send_form(&asked.form(form).with(&[("merge", "true")]));
    then_says(&root, &answer, "one now");
    assert_eq!(root.get(page).status, 404);
    assert_eq!(
        row(&root.get("/admin/tags?q=box"), "box"),
        ["box", "Square things.", "3"]
    );
}

#[test]
fn a_tag_gets_another_name_or_is_taken_off_every_thread() {
    let app = TestApp::spawn();
    three_threads(&app);
    let root = app.signed_in("root");
    let form = "form[action$='edit']";
    let again = root.submit("/admin/tags/lid/edit", form, &[("name", "<lid>")]);
    assert!(problem(&again, "name").contains("letters"));
    then_says(
        &root,
        &root.submit("/admin/tags/lid/edit", form, &[("name", "Top cover")]),
        "tag is saved",
    );
    assert_eq!(app.visitor().get("/tags/top-cover").status, 200);
    let name = "/admin/tags/c%2B%2B/edit";
    let page = root.get(name);
    assert!(
        page.text("details .panel").contains("1 thread"),
        "{}",
        page.text("details .panel")
    );
    then_says(&root, &root.submit(name, "form[action$='delete']", &[]), "deleted");
    assert_eq!(root.get(name).status, 404);
    assert!(root.get("/admin/tags?q=c%2B").has(".empty"));
}

#[test]
fn people_are_found_by_the_beginning_of_their_name_or_their_address() {
    let app = TestApp::spawn();
    let root = app.signed_in("root");
    assert_eq!(root.get("/admin/people").texts("tbody th").len(), CAST.len());
    assert_eq!(root.get("/admin/people?q=A").texts("tbody th"), ["ada"]);
    assert_eq!(root.get("/admin/people?q=bob@example.com").texts("tbody th"), ["bob"]);
    assert!(root.get("/admin/people?q=%25").has(".empty"));
}

#[test]
fn long_lists_of_people_go_on_behind_a_cursor() {
    let app = TestApp::spawn();
    app.write(|tx| {
        for number in 0..60 {
            let name = format!("guest {number}");
            let guest = NewUser {
                name: &name,
                email: None,
                password_hash: None,
                role: Role::Member,
                trust: Trust::Member,
            };
            users::add(tx, &guest, beginning())?;
        }
        Ok(())
    });
    let root = app.signed_in("root");
    let first = root.get("/admin/people?q=guest");
    let next = first.attributes("a[rel=next]", "href");
    let second = root.get(&next[0]);
    assert_eq!(
        (first.texts("tbody th").len(), second.texts("tbody th").len()),
        (50, 10)
    );
    assert!(!second.has("a[rel=next]"));
    assert_eq!(second.attributes(".pager a", "href"), ["/admin/people?q=guest"]);
}

#[test]
fn a_role_changes_with_a_reason_that_moderators_read() {
    let app = TestApp::spawn();
    let root = app.signed_in("root");
    let ada = format!("/admin/people/{}", app.user("ada").id);
    let fields = [("role", "helper"), ("role_reason", "Knows every box.")];
    then_says(
        &root,
        &root.submit(&ada, "form[action$='role']", &fields),
        "role is changed",
    );
    assert_eq!(app.user("ada").role, Role::Helper);
    then_says(&root, &root.submit(&ada, "form[action$='role']", &fields), "so already");
    let log = app.signed_in("cat").get("/moderation/log");
    assert_eq!(
        row(&log, "Changed the role")[..3],
        ["Changed the role of ada", "root", "Knows every box."]
    );
}

#[test]
fn the_last_administrator_stays_one() {
    let app = TestApp::spawn();
    let root = app.signed_in("root");
    let page = format!("/admin/people/{}", app.user("root").id);
    assert!(root.get(&page).text("#role-hint").contains("only administrator"));
    let again = root.submit(
        &page,
        "form[action$='role']",
        &[("role", "member"), ("role_reason", "Tired.")],
    );
    assert!(problem(&again, "role").contains("Nobody else"));
    assert_eq!(again.form("form[action$='role']").value("role_reason"), Some("Tired."));
    let suspended = root.post(&format!("{page}/suspend"), &[("suspension_reason", "Tired.")]);
    assert!(problem(&suspended, "suspension_reason").contains("suspend yourself"));
    assert_eq!(app.user("root").role, Role::Admin);

    let cat = format!("/admin/people/{}", app.user("cat").id);
    then_says(
        &root,
        &root.submit(&cat, "form[action$='role']", &[("role", "admin")]),
        "role is changed",
    );
    let left = root.submit(&page, "form[action$='role']", &[("role", "member")]);
    then_says(&root, &left, "do not run the forum any more");
    assert_eq!(root.get("/admin").status, 403);
}

#[test]
fn a_suspended_person_is_signed_out_and_comes_back() {
    let app = TestApp::spawn();
    let root = app.signed_in("root");
    let ada = app.signed_in("ada");
    let page = format!("/admin/people/{}", app.user("ada").id);
    let again = root.submit(&page, "form[action$='/suspend']", &[]);
    assert!(problem(&again, "suspension_reason").contains("Say why"));
    let answer = root.submit(
        &page,
        "form[action$='/suspend']",
        &[("suspension_reason", "Advertises.")],
    );
    then_says(&root, &answer, "signed out everywhere");
    assert_eq!(ada.get("/settings").status, 303);
    assert!(root.get("/admin/people?q=ada").text("tbody tr").contains("Suspended"));
    then_says(
        &root,
        &root.submit(&page, "form[action$='/unsuspend']", &[]),
        "sign in again",
    );
    assert_eq!(app.signed_in("ada").get("/settings").status, 200);
}

#[test]
fn somebody_joins_the_staff_and_leaves_it() {
    let app = TestApp::spawn();
    let root = app.signed_in("root");
    let page = format!("/admin/people/{}", app.user("bob").id);
    then_says(&root, &root.submit(&page, "form[action$='staff']", &[]), "is staff now");
    assert!(app.user("bob").is_staff);
    then_says(
        &root,
        &root.submit(&page, "form[action$='staff']", &[]),
        "not staff any more",
    );
    assert!(!app.user("bob").is_staff);
}

#[test]
fn a_link_to_an_imported_account_is_shown_once_and_works() {
    let app = TestApp::spawn();
    app.leaves_jobs();
    let guest = NewUser {
        name: "gil",
        email: None,
        password_hash: None,
        role: Role::Member,
        trust: Trust::Member,
    };
    let gil = app.write(|tx| users::add(tx, &guest, beginning()));
    let root = app.signed_in("root");
    let page = format!("/admin/people/{gil}");
    let shown = root.submit(&page, "form[action$='claim-link']", &[]);
    assert_eq!((shown.status, shown.header("cache-control")), (200, Some("no-store")));
    let link = shown.text(".secret").replace(crate::support::ORIGIN, "");
    assert!(!root.get(&page).body.contains(&link));
    let claim = app.visitor().get(&link);
    assert!(claim.text("h1").contains("gil"), "{}", claim.text("h1"));
    let bob = format!("/admin/people/{}", app.user("bob").id);
    assert!(!root.get(&bob).has("form[action$='claim-link']"));
    then_says(
        &root,
        &root.post(&format!("{bob}/claim-link"), &[]),
        "signs in to this account already",
    );
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
        let claimed = jobs::claim(tx, "a worker of tests", now)?.unwrap();
        jobs::fail(tx, claimed.id, 1_000, &error, now)
    });
    assert!(root.get("/admin").text(".notice.warning").contains("given up"));
    let dead = root.get("/admin/jobs?state=dead");
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
        sessions::open(tx, admin, "a browser of tests", beginning())
    });
    let cookie = format!("session={}", root.reveal());
    let get = |path| {
        app.visitor()
            .send_with("GET", path, &[("cookie", &cookie)], None)
            .unwrap()
    };
    assert_eq!(get("/admin").texts(".steps li a").len(), 3);
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
    assert_eq!(page.texts("thead th").len(), 5);
    assert_eq!(row(&page, "Accept an answer")[1..], ["own", "yes", "yes", "yes"]);
    assert_eq!(row(&page, "Run the forum")[1..], ["no", "no", "no", "yes"]);
}
