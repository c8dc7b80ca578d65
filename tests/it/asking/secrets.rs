//! What in a draft should not stand in public is pointed out once, and its writer decides.

use tanya::domain::token::FormKey;

use super::{ASK, Forum};

const BODY: &str = "Write to ada@analytical.io or call +62 812-3456-7890.";

#[test]
fn what_should_not_stand_in_public_is_pointed_out_before_it_does() {
    let forum = Forum::spawn();
    let ada = forum.app.signed_in("ada");
    let form = forum.form(&ada, "Where do tomatoes grow?", BODY);
    let page = ada.send_form(&form);
    assert_eq!(page.status, 200, "{}", page.body);
    assert_eq!(
        page.texts(".secrets li"),
        ["Text: an e-mail address ad•••io", "Text: a phone number +6•••90"]
    );
    assert_eq!(page.attributes(".secrets li a", "href"), ["#body", "#body"]);
    assert_eq!(page.text("main form button.primary"), "Post it as it is");
    let again = page.form(ASK);
    assert_eq!(again.value("body").map(str::trim), Some(BODY));
    // What is typed after that is pointed out too.
    let more = ada.send_form(&again.clone().with(&[("tags", "tomato"), ("body", "password=hunter22")]));
    assert_eq!(more.texts(".secrets li"), ["Text: a password or a key h•••2"]);
    let posted = ada.send_form(&again);
    assert_eq!(posted.status, 303, "{}", posted.body);
}

#[test]
fn it_is_pointed_out_on_the_preview_on_the_step_and_while_typing() {
    let forum = Forum::spawn();
    forum.decide("", "", "0");
    let ada = forum.app.signed_in("ada");
    let form = forum.form(&ada, "Where do tomatoes grow?", BODY);
    let preview = ada.send_form(&form.clone().pressing("/threads/new/preview"));
    assert_eq!(preview.texts(".secrets li").len(), 2);
    assert_eq!(ada.send_form(&preview.form(ASK)).status, 303, "it was pointed out");
    let step = ada.send_form(&forum.form(&ada, super::TITLE, BODY));
    assert_eq!(
        (step.texts(".suggestion").len(), step.texts(".secrets li").len()),
        (2, 2)
    );
    assert_eq!(ada.send_form(&step.form(ASK).with(&[("different", "yes")])).status, 303);
    let key = FormKey::random();
    let fields = [
        ("form_key", key.as_str()),
        ("title", "My card 4111 1111 1111 1111"),
        ("answer_0", BODY),
    ];
    let live = ada.post("/threads/new/suggestions", &fields);
    assert_eq!(
        live.texts(".secrets li"),
        [
            "Title: a card number 41•••11",
            "An answer to what the category asks: an e-mail address ad•••io",
            "An answer to what the category asks: a phone number +6•••90",
        ]
    );
    assert!(live.has("input[name=pointed_out]"));
}

#[test]
fn a_long_draft_is_looked_through_in_no_time() {
    let forum = Forum::spawn();
    let (ada, key) = (forum.app.signed_in("ada"), FormKey::random());
    for piece in ["a@", "1-", "password=", "x "] {
        let body = piece.repeat(60_000 / piece.len());
        let page = ada.post(
            "/threads/new/suggestions",
            &[("form_key", key.as_str()), ("title", "Long"), ("body", &body)],
        );
        assert_eq!(page.status, 200, "{piece}");
    }
}

#[test]
fn any_bytes_are_a_draft() {
    let forum = Forum::spawn();
    let (visitor, key) = (forum.app.visitor(), FormKey::random());
    for odd in [
        "\0",
        "a\0b",
        "\u{202e}\u{feff}",
        "<script>",
        "' or 1=1 --",
        "@@@=:=:+(((",
    ] {
        let names = [
            "category",
            "title",
            "body",
            "kind",
            "tags",
            "answer_7",
            "suggested_for",
            "pointed_out",
        ];
        let fields = names.map(|name| (name, odd));
        let fields = [&fields[..], &[("form_key", key.as_str())]].concat();
        for address in ["suggestions", "different"] {
            let page = visitor.post(&format!("/threads/new/{address}"), &fields);
            assert_eq!(page.status, 200, "{odd:?}: {}", page.body);
        }
        forum.write_asks();
    }
}

#[test]
fn what_should_not_stand_in_public_is_pointed_out_in_answers_too() {
    let forum = Forum::spawn();
    let (bob, page) = (forum.app.signed_in("bob"), format!("/threads/{}", forum.waiting));
    let answer = format!("main form[action='/threads/{}/-/replies']", forum.waiting);
    let shown = bob.submit(&page, &answer, &[("body", BODY)]);
    assert_eq!((shown.status, shown.texts(".secrets li").len()), (200, 2));
    let again = shown.form(&answer);
    assert_eq!(again.value("body").map(str::trim), Some(BODY));
    assert_eq!(bob.send_form(&again).status, 303);
}
