//! Links that are good for nothing (any more).

use chrono::Duration;
use tanya::store::signed_links;
use tanya::store::users::closing;

use super::{Forum, check_discreet, way};
use crate::support::Page;

impl Forum {
    /// Follows a link, and sends its form, as whoever has it would; answers the page, which says the same to both.
    fn dead(&self, path: &str) -> Page {
        let visitor = self.app.visitor();
        let sent = visitor.post(path, &[]);
        let page = visitor.get(path);
        for page in [&sent, &page] {
            assert_eq!(page.status, 410, "{path}: {}", page.body);
            assert!(page.has("main a.button"), "{path} offers no way on");
            check_discreet(page);
        }
        assert_eq!(visitor.send("HEAD", path, None).status, 410);
        page
    }
}

#[test]
fn a_link_that_is_too_old_leads_to_the_question() {
    let forum = Forum::spawn();
    let (thread, _, letter) = forum.reminded();
    forum.app.clock.pass(Duration::days(30));
    let page = forum.dead(&way(&letter, "solved"));
    let ways = page.attributes("main a.button", "href");
    assert!(ways[0].starts_with(&format!("/threads/{thread}/")), "{ways:?}");
    assert_eq!(forum.app.visitor().visit(&ways[0]).status, 200);
    assert_eq!(forum.standing(thread), "answered");
}

#[test]
fn a_link_for_one_thing_serves_no_other_and_a_changed_one_nothing() {
    let forum = Forum::spawn();
    let (_, _, letter) = forum.reminded();
    let path = way(&letter, "solved");
    let token = path.rsplit('/').next().unwrap();
    for purpose in ["not-working", "survey"] {
        forum.dead(&format!("/letters/{purpose}/{token}"));
    }
    let (beginning, end) = token.split_at(token.len() - 1);
    let other = if end == "A" { "E" } else { "A" };
    for wrong in [
        beginning,
        &format!("{beginning}{other}"),
        &format!("{token}A"),
        "x",
        "%00",
    ] {
        forum.dead(&format!("/letters/solved/{wrong}"));
    }
    assert_eq!(forum.app.visitor().get(&path).status, 200);
}

#[test]
fn a_key_that_has_ended_takes_its_links_along() {
    let forum = Forum::spawn();
    let (_, _, letter) = forum.reminded();
    let now = forum.app.now();
    forum.app.write(|tx| signed_links::end_key(tx, now));
    forum.dead(&way(&letter, "solved"));
    // The next letter is signed with another key.
    let (_, _, letter) = forum.reminded();
    assert_eq!(forum.app.visitor().get(&way(&letter, "solved")).status, 200);
}

#[test]
fn whoever_is_gone_suspended_or_reached_elsewhere_has_no_link() {
    for change in [
        "",
        "update users set suspended_at = created_at where name = 'ada'",
        "update users set email = 'ada@example.org', email_folded = 'ada@example.org' where name = 'ada'",
    ] {
        let forum = Forum::spawn();
        let (thread, _, letter) = forum.reminded();
        if change.is_empty() {
            let (ada, now) = (forum.app.user("ada").id, forum.app.now());
            forum.app.write(|tx| closing::close(tx, ada, now));
            forum.app.letters();
        } else {
            forum.run(change);
        }
        forum.dead(&way(&letter, "solved"));
        forum.dead(&way(&letter, "not-working"));
        assert_eq!(forum.standing(thread), "answered");
    }
}
