//! Drawn pictures.

use tanya::domain::id::ThreadId;

use super::{delete, page_of, path};
use crate::support::{Page, TestApp};

/// The picture that a thread's page names.
fn picture(app: &TestApp, thread: ThreadId) -> Page {
    let page = page_of(app, thread);
    let address = page.attributes("meta[property='og:image']", "content").remove(0);
    assert_eq!(page.attributes("meta[property='og:image:width']", "content"), ["1200"]);
    assert_eq!(page.attributes("meta[property='og:image:height']", "content"), ["630"]);
    assert!(!page.attributes("meta[property='og:image:alt']", "content")[0].is_empty());
    app.visitor().get(&path(&address))
}

/// The pixels of a picture of the right size.
fn pixels(page: &Page) -> Vec<u8> {
    assert_eq!(page.status, 200, "{}", page.path);
    assert_eq!(page.header("content-type"), Some("image/png"));
    assert!(page.header("cache-control").unwrap().contains("immutable"));
    let mut reader = png::Decoder::new(std::io::Cursor::new(&page.bytes))
        .read_info()
        .unwrap();
    let mut pixels = vec![0; reader.output_buffer_size().unwrap()];
    let info = reader.next_frame(&mut pixels).unwrap();
    assert_eq!((info.width, info.height), (1_200, 630));
    pixels
}

#[test]
fn every_title_has_a_picture() {
    let app = TestApp::spawn();
    let long = "How do I open the box when its key is inside and nobody has another one? ".repeat(2);
    let endless = "x".repeat(140);
    let titles = [
        long.trim(),
        &endless,
        "كيف أفتح الصندوق إذا كان المفتاح بداخله؟",
        "🔥🔥🔥 👩‍💻 ❤️ 🔥🔥🔥 🔥🔥🔥🔥",
        "Why 🔥?   Really &amp; <b>truly</b> why?",
    ];
    let mut drawn = Vec::new();
    for title in titles {
        let thread = app.by("ada", |ada| ada.ask("help", title, ""));
        drawn.push(pixels(&picture(&app, thread)));
        let folder = std::env::var_os("TANYA_TEST_PICTURES");
        if let Some(folder) = folder {
            std::fs::write(
                std::path::Path::new(&folder).join(format!("{thread}.png")),
                picture(&app, thread).bytes,
            )
            .unwrap();
        }
    }
    // What cannot be written is left out: the two look the same, the others do not.
    assert!(drawn[2] == drawn[3]);
    assert!(drawn[0] != drawn[1] && drawn[0] != drawn[2] && drawn[4] != drawn[2]);
}

#[test]
fn a_picture_follows_its_thread_and_an_older_address_leads_on() {
    let app = TestApp::spawn();
    let thread = app.by("ada", |ada| ada.ask("help", "How do I open the box?", ""));
    let before = picture(&app, thread);
    let reply = app.by("bob", |bob| bob.reply(thread, "With the key."));
    app.by("ada", |ada| ada.accept(reply));
    let after = picture(&app, thread);
    assert!(pixels(&before) != pixels(&after));
    let old = app.visitor().get(&before.path);
    assert_eq!((old.status, old.location()), (302, Some(after.path.clone())));
    assert_eq!(app.visitor().get(&after.path).bytes, after.bytes);
    delete(&app, thread);
    assert_eq!(app.visitor().get(&after.path).status, 410);
}

#[test]
fn what_the_public_does_not_see_has_no_picture() {
    let app = TestApp::spawn();
    let thread = app.by("ada", |ada| ada.ask("members", "How do I open the box?", ""));
    let ada = app.signed_in("ada");
    assert!(
        !ada.visit(&format!("/threads/{thread}"))
            .has("meta[property='og:image']")
    );
    assert_eq!(ada.get(&format!("/threads/{thread}/-/picture-x.png")).status, 404);
}
