//! Atom feeds: well-formed, whole addresses, nothing out of sight, and 304 for whoever has them.

use quick_xml::Reader;
use quick_xml::events::Event;

use super::{delete, path};
use crate::support::{Page, TestApp};

/// A feed, read: the texts of each element by its path, and the links.
struct Feed {
    texts: Vec<(String, String)>,
    links: Vec<String>,
}

impl Feed {
    fn read(page: &Page) -> Self {
        assert_eq!(page.status, 200, "{}: {}", page.path, page.body);
        assert_eq!(page.header("content-type"), Some("application/atom+xml; charset=utf-8"));
        let mut reader = Reader::from_str(&page.body);
        let (mut way, mut texts, mut links) = (Vec::new(), Vec::new(), Vec::new());
        loop {
            match reader.read_event().unwrap() {
                Event::Start(start) => {
                    way.push(start.name().as_ref().to_owned());
                    texts.push((way.join("/"), String::new()));
                }
                Event::Empty(empty) => {
                    let attribute = empty.try_get_attribute("href").unwrap();
                    links.extend(attribute.map(|href| href.value.into_owned()));
                }
                Event::Text(text) => texts.last_mut().unwrap().1.push_str(&text),
                Event::GeneralRef(name) => {
                    let character = match &*name {
                        "lt" => "<",
                        "gt" => ">",
                        "amp" => "&",
                        "quot" => "\"",
                        "apos" => "'",
                        other => panic!("&{other};"),
                    };
                    texts.last_mut().unwrap().1.push_str(character);
                }
                Event::End(_) => drop(way.pop()),
                Event::Eof => break,
                _ => {}
            }
        }
        assert!(way.is_empty());
        Self { texts, links }
    }

    fn all(&self, name: &str) -> Vec<&str> {
        let found = self.texts.iter().filter(|(path, _)| path == name);
        found.map(|(_, text)| text.as_str()).collect()
    }

    /// Checks what RFC 4287 asks of every feed.
    fn check(&self, path: &str) {
        let own = format!("http://forum.localhost{path}");
        assert_eq!(self.all("feed/id"), [own.as_str()]);
        assert!(self.links.contains(&own), "{path} has no link to itself");
        let entries = self.all("feed/entry").len();
        for name in ["id", "title", "updated", "published", "author/name", "content"] {
            let texts = self.all(&format!("feed/entry/{name}"));
            assert_eq!(texts.len(), entries, "{path}: {name}");
            assert!(texts.iter().all(|text| !text.is_empty()), "{path}: {name}");
        }
        let times = self
            .all("feed/updated")
            .into_iter()
            .chain(self.all("feed/entry/updated"));
        for time in times {
            assert!(time.parse::<chrono::DateTime<chrono::Utc>>().is_ok(), "{time}");
        }
        for link in &self.links {
            assert!(link.starts_with("http://forum.localhost/"), "{path}: {link}");
        }
    }
}

#[test]
fn feeds_tell_what_is_new_and_nothing_out_of_sight() {
    let app = TestApp::spawn();
    let thread = app.by("ada", |ada| ada.ask("help", "How <b> & why?", "box"));
    app.by("bob", |bob| bob.reply(thread, "See [this](/threads/1) & `<that>`."));
    app.by("ada", |ada| ada.ask("help", "Where is the key?", "box"));
    app.by("ada", |ada| ada.ask("members", "A secret of members", "box"));
    app.by("dan", |dan| dan.ask("back-office", "A secret of staff", "box"));
    let deleted = app.by("ada", |ada| ada.ask("help", "A secret that was deleted", "box"));
    delete(&app, deleted);
    // An import may bring what no form lets pass.
    app.write(|tx| {
        use diesel::connection::SimpleConnection;
        let row = format!("update threads set title = title || '{}' where id = {thread}", '\u{b}');
        Ok(tx.batch_execute(&row)?)
    });
    let feeds = [
        ("/feeds/all.atom".to_owned(), 2),
        ("/feeds/unanswered.atom".to_owned(), 1),
        ("/feeds/categories/help.atom".to_owned(), 2),
        ("/feeds/tags/box.atom".to_owned(), 2),
        (format!("/feeds/threads/{thread}.atom"), 1),
    ];
    for (path, count) in feeds {
        // Whoever asks: a feed has no session.
        for client in [app.visitor(), app.signed_in("root")] {
            let page = client.get(&path);
            let feed = Feed::read(&page);
            feed.check(&path);
            assert_eq!(feed.all("feed/entry").len(), count, "{path}");
            assert!(!page.body.contains("secret") && !page.body.contains('\u{b}'), "{path}");
        }
    }
    let reply = Feed::read(&app.visitor().get(&format!("/feeds/threads/{thread}.atom")));
    let content = reply.all("feed/entry/content")[0];
    assert!(
        content.contains("href=\"http://forum.localhost/threads/1\""),
        "{content}"
    );
    assert!(content.contains("<code>&lt;that&gt;</code>"), "{content}");
    assert_eq!(app.visitor().get("/feeds/categories/members.atom").status, 404);
    assert_eq!(app.signed_in("root").get("/feeds/categories/members.atom").status, 404);
    assert_eq!(app.visitor().get("/feeds/tags/nothing.atom").status, 404);
}

#[test]
fn a_reader_that_has_a_feed_is_told_so() {
    let app = TestApp::spawn();
    app.leaves_jobs();
    app.by("ada", |ada| ada.ask("help", "How do I open the box?", ""));
    let page = app.visitor().get("/feeds/all.atom");
    let (tag, time) = (page.header("etag").unwrap(), page.header("last-modified").unwrap());
    let ask = |headers: &[(&str, &str)]| {
        app.visitor()
            .send_with("GET", "/feeds/all.atom", headers, None)
            .unwrap()
            .status
    };
    assert_eq!(ask(&[("if-none-match", tag)]), 304);
    assert_eq!(ask(&[("if-none-match", &format!("\"x\", {tag}"))]), 304);
    assert_eq!(ask(&[("if-modified-since", time)]), 304);
    assert_eq!(ask(&[("if-none-match", "\"x\""), ("if-modified-since", time)]), 200);
    app.pass(chrono::Duration::minutes(1));
    app.by("ada", |ada| ada.ask("help", "Where is the key?", ""));
    assert_eq!(ask(&[("if-none-match", tag)]), 200);
    assert_eq!(ask(&[("if-modified-since", time)]), 200);
}

#[test]
fn pages_name_their_feeds() {
    let app = TestApp::spawn();
    let thread = app.by("ada", |ada| ada.ask("help", "How do I open the box?", "box"));
    app.by("ada", |ada| ada.ask("members", "How do I open the box?", ""));
    let visitor = app.visitor();
    let feed_of = |page: &Page| page.attributes("link[rel=alternate][type='application/atom+xml']", "href");
    for page in [
        "/",
        "/threads",
        "/threads?is=unanswered",
        "/categories/help",
        "/tags/box",
    ] {
        let feeds = feed_of(&visitor.get(page));
        assert_eq!(feeds.len(), 1, "{page}");
        Feed::read(&visitor.get(&path(&feeds[0])));
    }
    let page = visitor.visit(&format!("/threads/{thread}"));
    Feed::read(&visitor.get(&path(&feed_of(&page)[0])));
    let private = app.signed_in("ada").get("/categories/members");
    assert_eq!((private.status, feed_of(&private)), (200, Vec::new()));
}
