//! What went out of sight since a proposal was weighed: nobody who may not see it reads its title there.

use tanya::domain::proposal::ProposalKind;

use super::{Forum, path};

/// Makes a category private.
fn close(forum: &Forum, slug: &str) {
    let (root, form) = (
        forum.app.signed_in("root"),
        format!("form[action='/admin/categories/{slug}']"),
    );
    let page = format!("/admin/categories/{slug}");
    let saved = root.submit(&page, &form, &[("audience", "private")]);
    assert_eq!(saved.status, 303, "{}", saved.body);
}

#[test]
fn a_proposal_is_called_by_a_question_that_its_reader_may_see() {
    let forum = Forum::spawn();
    let ids = forum.three();
    let row = forum.one(ProposalKind::Answer);
    let (root, cat) = (forum.app.signed_in("root"), forum.app.signed_in("cat"));
    assert!(cat.visit("/moderation/repeats").body.contains(&row.title));
    let made = root.submit(
        "/admin/categories/new",
        "form[action='/admin/categories/new']",
        &[("name", "Vault"), ("audience", "private")],
    );
    assert_eq!(made.status, 303, "{}", made.body);
    let titles = ["ada", "bob", "eve"].map(|name| format!("{name} wonders how the box opens"));
    let named = titles.iter().position(|title| *title == row.title);
    let named = named.expect("it is called as one of its questions");
    let moved = root.post(&format!("/threads/{}/-/move", ids[named]), &[("category", "vault")]);
    assert_eq!(moved.status, 303, "{}", moved.body);
    let others: Vec<&String> = titles.iter().filter(|title| **title != row.title).collect();
    for page in ["/moderation/repeats".to_owned(), path(row.id)] {
        let body = cat.visit(&page).body;
        assert!(!body.contains(&row.title), "{page}: {body}");
        assert!(body.contains(others[0]), "{page}: {body}");
        assert!(root.visit(&page).body.contains(&row.title), "{page}");
    }
}

#[test]
fn a_proposal_of_which_nothing_is_in_sight_is_not_there() {
    let forum = Forum::spawn();
    forum.three();
    let row = forum.one(ProposalKind::Answer);
    close(&forum, "help");
    for name in ["cat", "dan"] {
        let browser = forum.app.signed_in(name);
        let desk = browser.visit("/moderation/repeats");
        assert!(
            !desk.body.contains("wonders how the box opens"),
            "{name}: {}",
            desk.body
        );
        assert_eq!(browser.get(&path(row.id)).status, 404, "{name}");
    }
    assert_eq!(forum.app.signed_in("root").get(&path(row.id)).status, 200);
}
