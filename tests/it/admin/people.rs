//! People: found, given roles, put into the staff, suspended, and led to their imported accounts.

use tanya::domain::role::{Role, Trust};
use tanya::store::users::{self, NewUser};

use super::{problem, row, then_says};
use crate::support::{CAST, TestApp, beginning};

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
    let told = app.letters();
    assert!(told.len() == 1 && told[0].subject.contains("sign in"), "{told:?}");
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
