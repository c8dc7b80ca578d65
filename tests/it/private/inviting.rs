//! Invitations: by link and by letter, into a forum that takes no other sign-ups, and into groups.

use tanya::domain::body::Reason;
use tanya::domain::email::EmailAddress;
use tanya::domain::id::GroupId;
use tanya::domain::invitation::InvitationDraft;
use tanya::store::outcome::Deed;
use tanya::store::{groups, invitations, settings, users};

use super::{Private, VAULT, make_group};
use crate::support::TestApp;

const FORM: &str = "main form[method=post]";
const NEW: [(&str, &str); 2] = [("name", "gus"), ("password", "a horse of another colour")];

fn close_sign_up(app: &TestApp) {
    let now = app.now();
    let changed = app.write(|tx| settings::change(tx, |all| all.sign_up_is_open = false, now));
    app.site.take_settings(changed);
}

/// Gives a link by which this many join the circle.
fn link(private: &Private, uses: i64) -> String {
    let (root, now) = (private.app.user("root"), private.app.now());
    let draft = InvitationDraft {
        email: None,
        most_uses: uses,
        days: 7,
        groups: [private.circle].into(),
        reason: Reason::default(),
    };
    match private.app.write(|tx| invitations::give(tx, &root, &draft, now)) {
        Deed::Done(Some(token)) => format!("/invitations/{}", token.reveal()),
        other => panic!("no link: {other:?}"),
    }
}

fn way_in(text: &str) -> String {
    let begin = text.find("/invitations/").expect("no link");
    text[begin..].chars().take("/invitations/".len() + 43).collect()
}

#[test]
fn a_letter_brings_somebody_in_at_once_and_once_only() {
    let private = Private::spawn();
    let app = &private.app;
    close_sign_up(app);
    let root = app.signed_in("root");
    let group = private.circle.to_string();
    let fields = [
        ("email", "gus@example.org"),
        ("uses", "1"),
        ("days", "14"),
        ("group", &*group),
    ];
    let sent = root.submit("/admin/invitations", "form[action='/admin/invitations']", &fields);
    assert_eq!(sent.status, 303, "{}", sent.body);
    let letters = app.letters();
    assert_eq!(letters.len(), 1);
    let way = way_in(&letters[0].text);
    let gus = app.visitor();
    let page = gus.get(&way);
    assert!(
        page.text("main").contains("Circle") && page.text("main").contains("gus@example.org"),
        "{}",
        page.body
    );
    let mended = gus.submit(
        &way,
        FORM,
        &[("name", "ada"), ("password", "a horse of another colour")],
    );
    assert_eq!(mended.status, 422);
    let joined = gus.submit(&way, FORM, &NEW);
    assert_eq!(joined.status, 303, "{}", joined.body);
    assert_eq!(gus.get(&format!("/categories/{VAULT}")).status, 200);
    let address = EmailAddress::parse("gus@example.org").unwrap();
    assert!(app.read(|db| users::with_address(db, &address)).is_some());
    assert_eq!(app.visitor().get(&way).status, 410);
    assert!(app.letters().is_empty());
}

#[test]
fn a_link_brings_as_many_in_as_it_says_each_with_a_proven_address() {
    let private = Private::spawn();
    let app = &private.app;
    close_sign_up(app);
    assert_eq!(
        app.visitor()
            .post(
                "/sign-up",
                &[
                    ("name", "gus"),
                    ("email", "gus@example.org"),
                    ("password", "a horse of another colour")
                ]
            )
            .status,
        403
    );
    let way = link(&private, 2);
    let gus = app.visitor();
    let sent = gus.submit(&way, FORM, &[NEW[0], ("email", "gus@example.org"), NEW[1]]);
    assert_eq!(sent.location().as_deref(), Some("/sign-up/sent"), "{}", sent.body);
    let letters = app.letters();
    let begin = letters[0].text.find("/sign-up/confirm/").unwrap();
    let confirm: String = letters[0].text[begin..]
        .chars()
        .take("/sign-up/confirm/".len() + 43)
        .collect();
    assert_eq!(gus.submit(&confirm, FORM, &[]).status, 303);
    assert_eq!(gus.get(&format!("/categories/{VAULT}")).status, 200);
    // A member takes the second use with the account that they have.
    let eve = app.signed_in("eve");
    assert_eq!(eve.get(&format!("/categories/{VAULT}")).status, 404);
    assert_eq!(eve.submit(&way, FORM, &[]).status, 303);
    assert_eq!(eve.get(&format!("/categories/{VAULT}")).status, 200);
    assert_eq!(app.signed_in("dan").get(&way).status, 410);
}

#[test]
fn what_is_taken_back_or_too_old_is_over() {
    let private = Private::spawn();
    let app = &private.app;
    let (ended, old) = (link(&private, 1), link(&private, 1));
    let root = app.signed_in("root");
    let list = root.get("/admin/invitations");
    assert!(!list.body.contains(ended.rsplit('/').next().unwrap()));
    assert_eq!(root.post("/admin/invitations/1/end", &[]).status, 303);
    assert_eq!(app.visitor().get(&ended).status, 410);
    assert_eq!(app.visitor().get(&old).status, 200);
    app.pass(chrono::Duration::days(8));
    app.work();
    assert_eq!(app.visitor().get(&old).status, 410);
    assert_eq!(app.visitor().get("/invitations/nonsense").status, 410);
}

#[test]
fn the_link_of_a_form_is_shown_once() {
    let app = TestApp::spawn();
    let root = app.signed_in("root");
    let fields = [("email", ""), ("uses", "3"), ("days", "14")];
    let shown = root.submit("/admin/invitations", "form[action='/admin/invitations']", &fields);
    assert_eq!(shown.status, 200, "{}", shown.body);
    assert_eq!(shown.header("cache-control"), Some("no-store"));
    assert_eq!(app.visitor().get(&way_in(&shown.body)).status, 200);
    let fields = [("email", "nobody"), ("uses", "0"), ("days", "x")];
    assert_eq!(
        root.submit("/admin/invitations", "form[action='/admin/invitations']", &fields)
            .status,
        422
    );
}

/// Lets moderators invite, or no more.
fn let_moderators_invite(app: &TestApp, may: bool) {
    let now = app.now();
    let changed = app.write(|tx| settings::change(tx, |all| all.moderators_invite = may, now));
    app.site.take_settings(changed);
}

#[test]
fn an_invitation_leads_into_several_groups_at_once() {
    let private = Private::spawn();
    let app = &private.app;
    let ring = make_group(app, "Ring");
    let (circle, second) = (private.circle.to_string(), ring.to_string());
    let root = app.signed_in("root");
    let page = root.visit("/admin/invitations");
    assert_eq!(
        page.attributes("input[name=group]", "value").len(),
        2,
        "the staff is not offered"
    );
    let fields = [
        ("email", ""),
        ("uses", "1"),
        ("days", "14"),
        ("group", &*circle),
        ("group", &*second),
    ];
    let shown = root.post("/admin/invitations", &fields);
    assert_eq!(shown.status, 200, "{}", shown.body);
    let way = way_in(&shown.body);
    let eve = app.signed_in("eve");
    let told = eve.visit(&way).text("main");
    assert!(told.contains("Circle") && told.contains("Ring"), "{told}");
    assert_eq!(eve.submit(&way, FORM, &[]).status, 303);
    let (id, expected) = (app.user("eve").id, [private.circle, ring]);
    let joined = app.read(|db| groups::of_user(db, id));
    assert!(expected.iter().all(|group| joined.contains(group)), "{joined:?}");
    // The log says so, by whose invitation; what opens a private category is read by administrators only.
    for (name, rows) in [("root", 2), ("cat", 1)] {
        let log = app.signed_in(name).visit("/moderation/log").texts("table tbody tr");
        let joined = log
            .iter()
            .filter(|row| row.contains("Put into the group") && row.contains("eve"));
        let joined: Vec<&String> = joined.filter(|row| row.contains("root")).collect();
        assert_eq!(joined.len(), rows, "as {name}: {log:#?}");
    }
    for bad in [("group", "x"), ("nonsense", "1"), ("uses", "2")] {
        let mut fields = fields.to_vec();
        fields.push(bad);
        let status = root.post("/admin/invitations", &fields).status;
        assert!(matches!(status, 400 | 422), "{bad:?}: {status}");
    }
}

#[test]
fn moderators_invite_where_the_forum_lets_them_into_their_own_groups_only() {
    let private = Private::spawn();
    let app = &private.app;
    let ring = make_group(app, "Ring");
    let (cat, root) = (app.signed_in("cat"), app.signed_in("root"));
    let of_root = link(&private, 1);
    assert_eq!(cat.get("/admin/invitations").status, 403);
    assert!(!cat.visit("/").body.contains("/admin/invitations"));
    let saved = root.submit(
        "/admin/settings",
        "form[action='/admin/settings']",
        &[("moderators_invite", "true")],
    );
    assert_eq!(saved.status, 303, "{}", saved.body);
    assert!(cat.visit("/").has(".menu-panel a[href='/admin/invitations']"));
    assert_eq!(app.signed_in("eve").get("/admin/invitations").status, 403);
    let page = cat.visit("/admin/invitations");
    assert!(
        !page.has("input[name=group]") && !page.has(".admin-parts"),
        "{}",
        page.body
    );
    assert!(!page.has("table"), "what root gave is not hers to read");
    private.put("cat");
    let page = cat.visit("/admin/invitations");
    assert_eq!(
        page.attributes("input[name=group]", "value"),
        [private.circle.to_string()]
    );
    let give = |group: GroupId| {
        let group = group.to_string();
        let fields = [("email", ""), ("uses", "1"), ("days", "14"), ("group", &*group)];
        cat.post("/admin/invitations", &fields)
    };
    assert_eq!(give(ring).status, 403, "she is not in it");
    let shown = give(private.circle);
    assert_eq!(shown.status, 200, "{}", shown.body);
    let way = way_in(&shown.body);
    assert_eq!(app.visitor().get(&way).status, 200);
    // What she gave she takes back, and nothing else.
    assert_eq!(cat.post("/admin/invitations/1/end", &[]).status, 404);
    assert_eq!(cat.post("/admin/invitations/2/end", &[]).status, 303);
    assert_eq!(app.visitor().get(&way).status, 410);
    assert_eq!(app.visitor().get(&of_root).status, 200);
    assert_eq!(root.visit("/admin/invitations").texts("tbody tr").len(), 2);
    let_moderators_invite(app, false);
    assert_eq!(give(private.circle).status, 403);
    let (user, now) = (app.user("cat"), app.now());
    let draft = InvitationDraft {
        email: None,
        most_uses: 1,
        days: 7,
        groups: [private.circle].into(),
        reason: Reason::default(),
    };
    let given = app.write(|tx| invitations::give(tx, &user, &draft, now));
    assert!(matches!(given, Deed::NotYours), "{given:?}");
}
