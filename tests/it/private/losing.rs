//! Whoever is put out of a group loses at once what they saw by it.

use tanya::domain::account::Viewer;
use tanya::domain::sight::Sight;
use tanya::store::users::profiles;

use super::{Private, VAULT};

#[test]
fn the_next_request_the_bell_and_letters_know_nothing_any_more() {
    let private = Private::spawn();
    let thread = private.ask("Where is the cellar?");
    let ada = private.app.signed_in("ada");
    private.app.by("bob", |bob| bob.reply(thread, "Below the drisquam."));
    assert!(ada.get("/notifications").body.contains("Where is the cellar?"));
    private.take("ada");
    assert_eq!(ada.get(&format!("/threads/{thread}/where-is-the-cellar")).status, 404);
    assert_eq!(ada.get(&format!("/categories/{VAULT}")).status, 404);
    assert!(!ada.get("/notifications").body.contains("cellar"));
    private.app.pass(chrono::Duration::hours(1));
    let letters = private.app.letters();
    assert!(letters.is_empty(), "{letters:?}");
    private.put("ada");
    assert_eq!(ada.get(&format!("/threads/{thread}/where-is-the-cellar")).status, 200);
}

#[test]
fn a_grant_that_is_taken_back_closes_the_category_to_the_whole_group() {
    let private = Private::spawn();
    private.ask("Where is the cellar?");
    let bob = private.app.signed_in("bob");
    assert_eq!(bob.get(&format!("/categories/{VAULT}")).status, 200);
    private.grant(None);
    assert_eq!(bob.get(&format!("/categories/{VAULT}")).status, 404);
}

#[test]
fn the_counts_of_a_person_leave_out_what_is_out_of_sight() {
    let private = Private::spawn();
    let app = &private.app;
    app.leaves_jobs();
    let [hidden, shown] = [VAULT, "help"].map(|place| {
        let thread = app.by("ada", |ada| ada.ask(place, "Where is the cellar?", "light"));
        app.by("bob", |bob| {
            let reply = bob.reply(thread, "Below the attic.")?;
            bob.reply(thread, "Or behind it.")?;
            Ok(reply)
        })
    });
    for reply in [hidden, shown] {
        app.by("ada", |ada| ada.accept(reply));
        let ada = app.signed_in("ada");
        assert_eq!(ada.post(&format!("/replies/{reply}/up"), &[]).status, 303);
        assert_eq!(ada.post(&format!("/replies/{reply}/thank"), &[]).status, 303);
    }
    let ids = ["ada", "bob"].map(|name| app.user(name).id);
    let told = |viewer: &str| {
        let browser = match viewer {
            "" => app.visitor(),
            viewer => app.signed_in(viewer),
        };
        ids.map(|id| browser.visit(&format!("/users/{id}")).text("main"))
    };
    for (viewer, threads, replies) in [
        ("", "1 thread", "2 replies"),
        ("cat", "1 thread", "2 replies"),
        ("bob", "2 threads", "4 replies"),
        ("root", "2 threads", "4 replies"),
    ] {
        let [of_ada, of_bob] = told(viewer);
        assert!(of_ada.contains(threads), "as {viewer:?}: {of_ada}");
        assert!(of_bob.contains(replies), "as {viewer:?}: {of_bob}");
        let sees = replies == "4 replies";
        let (accepted, votes) = match sees {
            true => ("2 accepted answers", "2"),
            false => ("1 accepted answer", "1"),
        };
        assert!(of_bob.contains(accepted), "as {viewer:?}: {of_bob}");
        let seen = match viewer {
            "" => Sight::public(),
            viewer => Sight::of(&Viewer::User(app.user(viewer))),
        };
        let figures = app.read(|db| profiles::profile(db, seen, ids[1])).figures;
        let all = [figures.solved, figures.votes, figures.thanks];
        assert_eq!(all.map(|count| count.to_string()), [votes; 3], "as {viewer:?}");
        assert_eq!(figures.recent.len(), usize::from(sees) + 1, "as {viewer:?}");
    }
    // The page of moderators counts the same way.
    let conduct = app.signed_in("cat").visit(&format!("/moderation/people/{}", ids[1]));
    assert!(conduct.text("main").contains("2 replies"), "{}", conduct.text("main"));
}
