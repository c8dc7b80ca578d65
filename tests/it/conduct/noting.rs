//! Notes about a member: seen by those who look after the forum, and by nobody else.

use tanya::domain::case::Piece;
use tanya::domain::flag::FlagReason;

use super::{page_of, question};
use crate::desk::{flag_as, only_case};
use crate::support::TestApp;

const NOTE: &str = "form[action$='/notes']";
const TAKE_BACK: &str = "form[action$='/take-back']";

#[test]
fn moderators_and_the_staff_read_a_note_and_nobody_else() {
    let app = TestApp::spawn();
    let page = page_of(&app, "bob");
    let dan = app.signed_in("dan");
    let kept = dan.submit(&page, NOTE, &[("note", "He was kind on the phone.")]);
    assert_eq!(kept.location().unwrap(), page);
    for (name, reads) in [
        ("dan", true),
        ("cat", true),
        ("root", true),
        ("ada", false),
        ("eve", false),
        ("bob", false),
    ] {
        let seen = app.signed_in(name).visit("/users/2/bob").body.contains("on the phone");
        assert_eq!(seen, reads, "{name} on the member's page");
        let page = app.signed_in(name).get(&page);
        assert_eq!(page.status == 200, reads, "{name}");
        assert_eq!(page.body.contains("on the phone"), reads, "{name}");
    }
    assert!(!app.visitor().visit("/users/2/bob").body.contains("on the phone"));
    let cat = app.signed_in("cat");
    assert!(!cat.visit(&page).has(TAKE_BACK), "it is dan's");
    assert_eq!(cat.post("/moderation/notes/1/take-back", &[]).status, 303);
    assert!(cat.visit(&page).text("main").contains("on the phone"), "and stays");
    dan.submit(&page, TAKE_BACK, &[]);
    assert!(!cat.visit(&page).text("main").contains("on the phone"));
    let empty = dan.submit(&page, NOTE, &[("note", " ")]);
    assert_eq!(empty.status, 422);
}

#[test]
fn the_page_of_a_case_says_how_many_notes_there_are_about_its_author() {
    let app = TestApp::spawn();
    let (_, reply) = question(&app);
    flag_as(&app, "ada", Piece::Reply(reply), FlagReason::Spam);
    let case = format!("/moderation/cases/{}", only_case(&app));
    let cat = app.signed_in("cat");
    let link = "a[href='/moderation/people/2']";
    assert!(!cat.visit(&case).has(link));
    for _ in 0..2 {
        cat.submit(&page_of(&app, "bob"), NOTE, &[("note", "He advertises.")]);
    }
    assert!(cat.visit(&case).text(link).contains("2 notes about its author"));
    app.work();
}
