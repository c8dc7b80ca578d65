//! A file of a private category is for those who see the category, and for nobody else.

use super::{Private, VAULT};
use crate::uploads::{address, png, upload};

#[test]
fn a_file_is_seen_by_those_who_see_its_category() {
    let private = Private::spawn();
    let app = &private.app;
    let line = upload(&app.signed_in("ada"), "a.png", &png(700), "x");
    app.by("ada", |ada| ada.ask_saying(VAULT, "Where is it kept?", &line));
    let picture = address(&line);
    for path in [picture.clone(), picture.replace("700x700", "640")] {
        let seen = ["ada", "bob", "cat", "dan", "eve", "root"].map(|name| app.signed_in(name).get(&path).status);
        assert_eq!(seen, [200, 200, 404, 404, 404, 200], "{path}");
        assert_eq!(app.visitor().get(&path).status, 404, "{path}");
    }

    let bob = app.signed_in("bob");
    let page = bob.get(&picture);
    assert_eq!(page.header("cache-control"), Some("private, no-cache"));
    let tag = page.header("etag").unwrap().to_owned();
    private.take("bob");
    assert_eq!(bob.get(&picture).status, 404, "a right that ended shows nothing more");
    let again = bob
        .send_with("GET", &picture, &[("if-none-match", &*tag)], None)
        .unwrap();
    assert_eq!(again.status, 404, "nor to whom has it");
    app.work();
}
