//! How a forum looks, the documents that its keeper answers for, and who agreed to which.

use chrono::Duration;
use tanya::domain::account::User;
use tanya::store::{consents, settings};

use crate::support::{Client, FilledForm, Page, TestApp};

const FORM: &str = "form[action='/admin/appearance']";
const PASSWORD: &str = "correct horse battery";

/// A small PNG, with a note that no page should ever carry on.
fn png(width: u32, height: u32) -> Vec<u8> {
    let mut file = Vec::new();
    let mut encoder = png::Encoder::new(&mut file, width, height);
    encoder.set_color(png::ColorType::Grayscale);
    encoder.set_depth(png::BitDepth::Eight);
    encoder
        .add_text_chunk("Comment".to_owned(), "taken at home".to_owned())
        .unwrap();
    let mut writer = encoder.write_header().unwrap();
    writer.write_image_data(&vec![90; (width * height) as usize]).unwrap();
    writer.finish().unwrap();
    file
}

/// Sends a filled-in form with a file, as browsers do.
fn send_with_file(client: &Client, form: &FilledForm, path: &str, file: &[u8]) -> Page {
    let mut body = Vec::new();
    for (name, value) in form.fields.iter().filter(|(name, _)| name != "file") {
        let part = format!("--edge\r\nContent-Disposition: form-data; name=\"{name}\"\r\n\r\n{value}\r\n");
        body.extend_from_slice(part.as_bytes());
    }
    body.extend_from_slice(
        b"--edge\r\nContent-Disposition: form-data; name=\"file\"; filename=\"logo.png\"\r\nContent-Type: image/png\r\n\r\n",
    );
    body.extend_from_slice(file);
    body.extend_from_slice(b"\r\n--edge--\r\n");
    client.post_body(path, "multipart/form-data; boundary=edge", &body)
}

fn appearance(root: &Client, fields: &[(&str, &str)]) -> FilledForm {
    root.get("/admin/appearance").form(FORM).without("file").with(fields)
}

fn style_of(page: &Page) -> String {
    page.attributes("link[rel=stylesheet]", "href").remove(0)
}

/// Publishes a document through its form.
fn publish(root: &Client, document: &str, text: &str, asks_consent: bool) {
    let path = format!("/admin/documents/{document}");
    let mut fields = vec![("body", text)];
    if asks_consent {
        fields.push(("asks_consent", "true"));
    }
    let answer = root.submit(&path, &format!("form[action='{path}']"), &fields);
    assert_eq!(
        answer.location().as_deref(),
        Some("/admin/documents"),
        "{}",
        answer.body
    );
}

fn agreed(app: &TestApp, user: &User) -> Vec<(String, i64)> {
    let rows = app.read(|db| consents::of(db, user.id));
    rows.into_iter()
        .map(|(document, version, _)| (document, version))
        .collect()
}

#[test]
fn an_accent_reaches_every_page_with_the_one_style_sheet() {
    let app = TestApp::spawn();
    let root = app.signed_in("root");
    let before = style_of(&app.visitor().get("/"));
    let form = appearance(&root, &[("accent", "#0a5c36"), ("site_name", "Boxes")]);
    assert_eq!(root.send_form(&form).status, 303);
    let page = app.visitor().get("/");
    let after = style_of(&page);
    assert_ne!(before, after);
    assert_eq!(page.text(".site-name"), "Boxes");
    let sheet = app.visitor().get(&after);
    assert!(sheet.body.contains("--accent:light-dark(#0a5c36,"));
    assert!(sheet.header("cache-control").unwrap().contains("immutable"));
    assert_eq!(
        app.visitor().get(&before).status,
        200,
        "pages that are under way still find the other"
    );
    assert_eq!(app.read(settings::load).accent.to_string(), "#0a5c36");
}

#[test]
fn an_accent_that_is_hard_to_read_is_answered_with_one_that_is_not() {
    let app = TestApp::spawn();
    let root = app.signed_in("root");
    let again = root.send_form(&appearance(&root, &[("accent", "#ffcc00")]));
    assert_eq!(again.status, 422);
    let problem = again.text("#accent-problem");
    assert!(problem.contains("1.3 : 1") && problem.contains("4.5 : 1"), "{problem}");
    let better = again.attributes("button[name=accent_better]", "value").remove(0);
    assert!(problem.contains(&better), "{problem}");
    let preview = root.send_form(&again.form(FORM).without("file").with(&[("accent_better", &better)]));
    assert_eq!(preview.status, 200);
    assert_eq!(preview.form(FORM).value("accent"), Some(&*better));
    assert_eq!(root.send_form(&preview.form(FORM).without("file")).status, 303);
    assert_eq!(app.read(settings::load).accent.to_string(), better);
}

#[test]
fn a_preview_shows_everything_and_saves_nothing() {
    let app = TestApp::spawn();
    let root = app.signed_in("root");
    let form = appearance(
        &root,
        &[
            ("site_name", "Boxes"),
            ("accent", "#8a1c4a"),
            ("footer_links", "Help | https://help.example.com"),
        ],
    );
    let preview = send_with_file(&root, &form, "/admin/appearance/preview", &png(60, 20));
    assert_eq!(preview.status, 200, "{}", preview.body);
    assert!(style_of(&preview).contains(".8a1c4a."));
    assert!(preview.has(".look.light .post.accepted") && preview.has(".look.dark .welcome"));
    assert!(preview.has("header img.site-logo[src^='data:image/png'][alt=Boxes]"));
    assert!(preview.has("footer a[href='https://help.example.com']"));
    let home = app.visitor().get("/");
    assert!(!home.body.contains("8a1c4a") && !home.has(".site-logo") && home.text(".site-name") != "Boxes");

    // The picture goes along: what was seen is what is saved.
    assert_eq!(root.send_form(&preview.form(FORM).without("file")).status, 303);
    let home = app.visitor().get("/");
    let logo = home.attributes("header img.site-logo[alt=Boxes]", "src").remove(0);
    let shown = app.visitor().get(&logo);
    assert_eq!(shown.header("content-type"), Some("image/png"));
    assert!(shown.header("cache-control").unwrap().contains("immutable"));
    assert_eq!(
        root.submit("/admin/appearance", "form[action$='remove-logo']", &[])
            .status,
        303
    );
    assert!(!app.visitor().get("/").has(".site-logo"));
}

#[test]
fn a_file_that_is_no_small_png_is_refused_and_the_rest_is_kept() {
    let app = TestApp::spawn();
    let root = app.signed_in("root");
    let form = appearance(&root, &[("site_name", "Boxes")]);
    for (file, words) in [
        (&b"GIF89a\x01\x00\x01\x00"[..], "no whole PNG"),
        (&png(1025, 2), "1,024 pixels"),
        (&vec![0; 65 * 1024], "64 kB"),
    ] {
        let again = send_with_file(&root, &form, "/admin/appearance", file);
        assert_eq!(again.status, 422, "{}", again.body);
        assert!(
            again.text("#file-problem").contains(words),
            "{}",
            again.text("#file-problem")
        );
        assert_eq!(again.form(FORM).value("site_name"), Some("Boxes"));
    }
    let huge = send_with_file(&root, &form, "/admin/appearance", &vec![0; 300 * 1024]);
    assert_eq!(huge.status, 413);
    assert!(!app.visitor().get("/").has(".site-logo"));
}

#[test]
fn links_of_the_footer_lead_only_to_safe_places() {
    let app = TestApp::spawn();
    let root = app.signed_in("root");
    let links = "Help | https://help.example.com\nEvil | javascript:alert(1)";
    let again = root.send_form(&appearance(&root, &[("footer_links", links)]));
    assert!(again.text("#footer_links-problem").contains("Line 2"), "{}", again.body);
    assert_eq!(
        root.send_form(&appearance(&root, &[("footer_links", "Help | /tags")]))
            .status,
        303
    );
    assert!(app.visitor().get("/").has("footer a[href='/tags']"));
}

#[test]
fn a_document_is_there_while_it_has_a_text_and_its_versions_stay() {
    let app = TestApp::spawn();
    let root = app.signed_in("root");
    let visitor = app.visitor();
    assert_eq!(visitor.get("/about/terms").status, 404);
    assert!(!visitor.get("/").has("footer a[href='/about/terms']"));
    publish(&root, "terms", "Be **kind**.", false);
    assert_eq!(visitor.get("/about/terms").text(".prose strong"), "kind");
    assert!(visitor.get("/").has("footer a[href='/about/terms']"));
    app.pass(Duration::days(1));
    app.work();
    let root = app.signed_in("root");
    publish(&root, "terms", "Be very kind.", false);
    assert!(visitor.get("/about/terms").text(".prose").contains("very"));
    let old = visitor.get("/about/terms/1");
    assert!(old.text(".prose").contains("kind") && old.has(".notice a[href='/about/terms']"));
    assert_eq!(visitor.get("/about/terms/3").status, 404);
    assert_eq!(visitor.get("/about/terms/01").status, 404);
    publish(&root, "terms", " ", false);
    assert_eq!(visitor.get("/about/terms").status, 404);
    assert_eq!(visitor.get("/about/terms/2").status, 200);
}

#[test]
fn of_two_who_publish_at_once_the_second_is_told() {
    let app = TestApp::spawn();
    let root = app.signed_in("root");
    let path = "/admin/documents/privacy";
    let form = root.get(path).form(&format!("form[action='{path}']"));
    publish(&root, "privacy", "We keep little.", false);
    let late = root.send_form(&form.with(&[("body", "We keep everything.")]));
    assert_eq!(late.status, 422);
    assert!(app.visitor().get("/about/privacy").text(".prose").contains("little"));
}

#[test]
fn whoever_signs_up_agrees_to_the_versions_that_were_shown() {
    let app = TestApp::spawn();
    let root = app.signed_in("root");
    publish(&root, "terms", "Be kind.", false);
    publish(&root, "privacy", "We keep little.", false);
    publish(&root, "imprint", "The box company.", false);
    let visitor = app.visitor();
    let person = [("name", "Zoe"), ("email", "zoe@example.com"), ("password", PASSWORD)];
    let refused = visitor.submit("/sign-up", "form.form", &person);
    assert_eq!(refused.status, 422);
    assert!(refused.text("#agreed-problem").contains("Tick the box"));

    let form = visitor.get("/sign-up").form("form.form").with(&person);
    let form = form.with(&[("agreed", "terms-1 privacy-1")]);
    publish(&root, "terms", "Be very kind.", false);
    let outdated = visitor.send_form(&form);
    assert!(
        outdated.text("#agreed-problem").contains("have changed"),
        "{}",
        outdated.body
    );
    assert!(
        !outdated.has("#agreed[checked]"),
        "the older consent is none to the newer text"
    );
    let sent = visitor.send_form(&form.with(&[("agreed", "terms-2 privacy-1")]));
    assert_eq!(sent.location().as_deref(), Some("/sign-up/sent"));
    confirm(&app, &visitor);
    let zoe = app.user("Zoe");
    assert_eq!(agreed(&app, &zoe), [("privacy".to_owned(), 1), ("terms".to_owned(), 2)]);
}

#[test]
fn a_question_that_comes_with_a_sign_up_comes_with_consent() {
    let app = TestApp::spawn();
    publish(&app.signed_in("root"), "terms", "Be kind.", true);
    let visitor = app.visitor();
    let ask = [
        ("title", "How do I open the box?"),
        ("category", "help"),
        ("body", "It has no lid that I can find."),
        ("name", "Zoe"),
        ("email", "zoe@example.com"),
        ("password", PASSWORD),
    ];
    let form = visitor.get("/threads/new").form("main form.form").with(&ask);
    let refused = visitor.send_form(&form);
    assert!(refused.has("#agreed-problem"), "{}", refused.body);
    assert_eq!(visitor.send_form(&form.with(&[("agreed", "terms-1")])).status, 303);
    confirm(&app, &visitor);
    assert_eq!(agreed(&app, &app.user("Zoe")), [("terms".to_owned(), 1)]);
}

/// Follows the letter that waits, and presses its button.
fn confirm(app: &TestApp, visitor: &Client) {
    let letters = app.letters();
    let line = letters.iter().flat_map(|letter| letter.text.lines());
    let link = line
        .filter_map(|line| line.strip_prefix("http://forum.localhost"))
        .find(|line| line.contains("/confirm/"));
    let confirmed = visitor.submit(link.unwrap(), "main form[method=post]", &[]);
    assert_eq!(confirmed.status, 303, "{}", confirmed.body);
}

#[test]
fn a_newer_version_that_asks_stops_posts_and_nothing_else_and_loses_no_word() {
    let app = TestApp::spawn();
    let thread = app.by("ada", |ada| ada.ask("help", "How do I open the box?", "box"));
    app.work();
    let path = format!("/threads/{thread}");
    let (root, bob) = (app.signed_in("root"), app.signed_in("bob"));
    publish(&root, "terms", "Be kind.", false);
    assert!(
        !bob.get("/").has(".consent"),
        "nobody is asked for a version that does not ask"
    );
    publish(&root, "terms", "Be very kind.", true);
    let page = bob.visit(&path);
    assert!(page.status == 200 && page.has(".consent form[action='/consent']"));
    assert!(
        !app.visitor().visit(&path).has(".consent"),
        "whoever has no account agreed to nothing"
    );

    let reply = page
        .form("#answer form")
        .with(&[("body", "With the key.\n\nTurn it <left>.")]);
    let asked = bob.send_form(&reply);
    assert_eq!(asked.status, 422, "{}", asked.body);
    assert!(
        app.visitor().visit(&path).texts(".post").len() == 1,
        "nothing is posted yet"
    );
    let form = asked.form("main form.form");
    assert_eq!(form.value("body"), Some("With the key.\n\nTurn it <left>."));
    let posted = bob.send_form(&form);
    assert_eq!(posted.status, 303, "{}", posted.body);
    assert!(app.visitor().visit(&path).body.contains("With the key."));
    assert!(!bob.get("/").has(".consent"), "once is enough");
    assert_eq!(agreed(&app, &app.user("bob")), [("terms".to_owned(), 2)]);
    app.work();
}

#[test]
fn the_notice_is_answered_where_it_stands_and_only_for_what_is_in_force() {
    let app = TestApp::spawn();
    let (root, bob) = (app.signed_in("root"), app.signed_in("bob"));
    publish(&root, "terms", "Be kind.", true);
    let form = bob.get("/tags").form(".consent form");
    publish(&root, "terms", "Be very kind.", true);
    bob.send_form(&form);
    assert_eq!(agreed(&app, &app.user("bob")), [], "the notice was about an older text");
    let answer = bob.submit("/tags", ".consent form", &[]);
    assert_eq!(answer.status, 303);
    assert!(bob.get("/tags").text(".notices").contains("recorded"));
    assert_eq!(agreed(&app, &app.user("bob")), [("terms".to_owned(), 2)]);
    publish(&root, "terms", " ", false);
    assert!(
        !app.signed_in("ada").get("/").has(".consent"),
        "what was taken away asks nobody"
    );
}

#[test]
fn the_page_of_all_components_stands_only_where_nobody_else_reaches_it() {
    let app = TestApp::spawn();
    for look in ["", "?in=light", "?in=dark"] {
        let page = app.visitor().get(&format!("/design{look}"));
        assert_eq!(page.status, 200);
        assert!(page.has(".swatches") && page.has(".post.accepted") && page.has("#design-wrong-problem"));
    }
}
