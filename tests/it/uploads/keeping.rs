//! How a file comes into a text, and how it goes.

use chrono::Duration;

use super::{address, count, png, send, send_form, upload};
use crate::support::TestApp;

const ASK: &str = "form[action='/threads/new']";

#[test]
fn a_picture_comes_into_a_text_without_a_script_and_is_seen_once_it_is_posted() {
    let app = TestApp::spawn();
    let (ada, visitor) = (app.signed_in("ada"), app.visitor());
    let page = ada.visit("/threads/new?category=help");
    let written = [
        ("title", "Why does the light blink?"),
        ("body", "It blinks like this:"),
        ("alt", "A red light"),
    ];
    let shot = png(900);
    let way = Some("/threads/new/preview");
    let page = send_form(&ada, &page, ASK, way, &written, ("my shot.png", &shot));
    assert_eq!(page.status, 200, "{}", page.body);
    let text = page
        .form(ASK)
        .fields
        .into_iter()
        .find(|(name, _)| name == "body")
        .unwrap()
        .1;
    assert_eq!(
        text.trim(),
        "It blinks like this:\n\n![A red light](/uploads/1/900x900/my%20shot.png)"
    );
    assert_eq!(page.attributes(".preview img", "alt"), ["A red light"]);
    assert_eq!(page.attributes(".preview img", "width"), ["900"]);
    assert_eq!(
        page.attributes(".preview img", "srcset"),
        ["/uploads/1/640/my%20shot.png 640w, /uploads/1/900x900/my%20shot.png 900w"]
    );
    let address = "/uploads/1/900x900/my%20shot.png";
    assert_eq!(ada.get(address).status, 200);
    assert_eq!(visitor.get(address).status, 404, "it is not posted yet");
    assert_eq!(
        app.signed_in("cat").get(address).status,
        404,
        "nor is it anybody else's"
    );

    let posted = ada.send_form(&page.form(ASK));
    assert_eq!(posted.status, 303, "{}", posted.body);
    let picture = visitor.get(address);
    assert_eq!(picture.status, 200);
    assert_eq!(picture.header("content-type"), Some("image/png"));
    assert_eq!(picture.header("x-content-type-options"), Some("nosniff"));
    let policy = picture.header("content-security-policy").unwrap().to_owned();
    assert!(policy.contains("default-src 'none'; sandbox"), "{policy}");
    assert_eq!(visitor.get("/uploads/1/640/my%20shot.png").status, 200);
    for wrong in [
        "/uploads/1/641/my%20shot.png",
        "/uploads/1/901x900/my%20shot.png",
        "/uploads/1/1280/my%20shot.png",
        "/uploads/1/640/other.png",
    ] {
        assert_eq!(visitor.get(wrong).status, 404, "{wrong}");
    }
    app.pass(Duration::days(40));
    app.work();
    assert_eq!(visitor.get(address).status, 200, "what stands in a post stays");
}

#[test]
fn a_file_goes_along_with_the_button_that_posts() {
    let app = TestApp::spawn();
    let thread = app.by("ada", |ada| ada.ask("help", "Why does the light blink?", "light"));
    let bob = app.signed_in("bob");
    let form = format!("form[action='/threads/{thread}/-/replies']");
    let page = bob.visit(&format!("/threads/{thread}"));
    let log = b"12:00 power off\n12:01 power on\n";
    let posted = send_form(&bob, &page, &form, None, &[("body", "See the log.")], ("boot.log", log));
    assert_eq!(posted.status, 303, "{}", posted.body);
    let page = app.visitor().visit(&format!("/threads/{thread}"));
    assert_eq!(
        page.attributes(".reply a[href^='/uploads/'], .prose a[href^='/uploads/']", "href"),
        ["/uploads/1/boot.log"]
    );
    let file = app.visitor().get("/uploads/1/boot.log");
    assert_eq!(file.body.as_bytes(), log);
    assert_eq!(
        file.header("content-disposition"),
        Some("attachment; filename=\"boot.log\"; filename*=UTF-8''boot.log")
    );
    assert_eq!(file.header("content-type"), Some("text/plain; charset=utf-8"));
    assert_eq!(file.header("cache-control"), Some("private, max-age=86400"));
}

#[test]
fn a_part_of_a_file_is_given_and_nothing_to_whom_has_it() {
    let app = TestApp::spawn();
    let ada = app.signed_in("ada");
    let line = upload(&ada, "digits.txt", b"0123456789", "");
    let address = address(&line);
    let get = |headers: &[(&str, &str)]| ada.send_with("GET", &address, headers, None).unwrap();
    let part = get(&[("range", "bytes=3-5")]);
    assert_eq!((part.status, &*part.body), (206, "345"));
    assert_eq!(part.header("content-range"), Some("bytes 3-5/10"));
    assert_eq!(get(&[("range", "bytes=20-")]).status, 416);
    let tag = part.header("etag").unwrap().to_owned();
    assert_eq!(get(&[("if-none-match", &*tag)]).status, 304);
    assert_eq!(part.header("cache-control"), Some("private, no-cache"));
}

#[test]
fn what_no_text_shows_is_swept_away_and_the_same_bytes_lie_there_once() {
    let app = TestApp::spawn();
    let (ada, bob) = (app.signed_in("ada"), app.signed_in("bob"));
    let (one, two) = (
        upload(&ada, "a.png", &png(700), "x"),
        upload(&bob, "b.png", &png(700), ""),
    );
    let thread = app.by("bob", |bob| bob.ask_saying("help", "Why does it blink?", &two));
    assert_eq!(app.stored_files(), 2, "a picture and its smaller width, once");
    app.pass(Duration::hours(23));
    app.work();
    assert_eq!(count(&app), 2);
    app.pass(Duration::hours(2));
    app.work();
    assert_eq!(ada.get(&address(&one)).status, 404);
    assert_eq!(app.visitor().get(&address(&two)).status, 200);
    assert_eq!((count(&app), app.stored_files()), (1, 2));

    let edit = format!("/threads/{thread}/-/edit");
    let form = format!("form[action='{edit}']");
    let bob_edits = |body: &str| {
        let saved = bob.submit(&edit, &form, &[("body", body)]);
        assert_eq!(saved.status, 303, "{}", saved.body);
    };
    bob_edits("Without it.");
    assert_eq!(
        app.visitor().get(&address(&two)).status,
        404,
        "it was taken out of the text"
    );
    assert_eq!(
        app.signed_in("cat").get(&address(&two)).status,
        200,
        "moderators see what was"
    );
    bob_edits(&two);
    assert_eq!(app.visitor().get(&address(&two)).status, 200, "and is back");
    bob_edits("Without it after all.");
    app.pass(Duration::days(29));
    app.work();
    assert_eq!(count(&app), 1);
    app.pass(Duration::days(2));
    app.work();
    assert_eq!((count(&app), app.stored_files()), (0, 0));
}

#[test]
fn nobody_takes_what_is_not_theirs_into_a_text() {
    let app = TestApp::spawn();
    let (ada, bob) = (app.signed_in("ada"), app.signed_in("bob"));
    let line = upload(&ada, "a.png", &png(20), "x");
    app.by("bob", |bob| bob.ask_saying("help", "Whose is this?", &line));
    assert_eq!(bob.get(&address(&line)).status, 404);
    assert_eq!(app.visitor().get(&address(&line)).status, 404);
    let page = send(&app.visitor(), "/uploads", &[], Some(("a.png", &png(20))));
    assert_eq!(page.status, 303, "a visitor is led to sign in");
}

#[test]
fn a_file_comes_along_when_a_canned_reply_is_put_in() {
    let app = TestApp::spawn();
    app.leaves_jobs();
    let thread = app.by("ada", |ada| ada.ask("help", "Why does the light blink?", "light"));
    let eve = app.signed_in("eve");
    let canned = [("canned_title", "Version"), ("canned_body", "Which version?")];
    eve.submit(
        "/settings/canned-replies",
        "form[action='/settings/canned-replies']",
        &canned,
    );
    let (answer, way) = (
        format!("form[action='/threads/{thread}/-/replies']"),
        format!("/threads/{thread}/-/replies/insert"),
    );
    let page = eve.visit(&format!("/threads/{thread}"));
    let written = [("body", "Well now."), ("canned", "1"), ("alt", "A red light")];
    let page = send_form(&eve, &page, &answer, Some(&way), &written, ("shot.png", &png(60)));
    assert_eq!(page.status, 200, "{}", page.body);
    let form = page.form(&answer);
    let text = form.value("body").unwrap();
    let lines: Vec<&str> = text.split("\n\n").map(str::trim).collect();
    assert_eq!(
        lines,
        [
            "Well now.",
            "![A red light](/uploads/1/60x60/shot.png)",
            "Which version?"
        ]
    );
    let drawing: &[u8] = b"<svg onload='alert(1)'/>";
    let page = send_form(
        &eve,
        &page,
        &answer,
        Some(&way),
        &[("body", "Mine.")],
        ("a.svg", drawing),
    );
    assert!(page.text(&answer).contains("SVG drawings"), "{}", page.body);
    assert!(page.form(&answer).value("body").unwrap().starts_with("Mine."));
}
