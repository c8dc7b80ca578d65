//! Pages kept in memory: given again while they hold, never when something that they show has changed.

mod nodes;

use std::time::{Duration, Instant};

use tanya::web::upkeep;

use crate::support::{Client, Content, Page, TestApp};

/// A cookie of somebody who has seen more than any node: always gets a page that is made anew.
const AHEAD: &str = "seen=9223372036854775807";

const PATIENCE: Duration = Duration::from_secs(30);

struct Kept {
    app: TestApp,
    following: upkeep::Following,
}

impl Kept {
    fn spawn() -> Self {
        Self::on(TestApp::spawn())
    }

    fn on(app: TestApp) -> Self {
        Self {
            app,
            following: upkeep::Following::default(),
        }
    }

    fn follow(&mut self) {
        let system = actix_web::rt::System::new();
        system.block_on(self.following.follow(&self.app.site));
    }

    /// Reads a page as everybody does, and says whether the database was asked.
    fn read(&mut self, path: &str) -> (Page, bool) {
        self.follow();
        let before = self.app.site.store.query_count();
        let page = self.app.visitor().get(path);
        (page, self.app.site.store.query_count() != before)
    }

    /// Reads a page until it comes from memory: on PostgreSQL a change is told again and again while an older transaction is
    /// open anywhere on the server, and other tests have theirs. Once it is settled, it is never told again.
    fn read_kept(&mut self, path: &str) -> Page {
        let until = Instant::now() + PATIENCE;
        while Instant::now() < until {
            if let (page, false) = self.read(path) {
                return page;
            }
        }
        panic!("{path} never comes from memory");
    }

    fn question(&mut self) -> String {
        let (author, now) = (self.app.user("ada"), self.app.now());
        let id = self.app.write(|tx| {
            let mut content = Content { tx, author, now };
            let id = content.ask("help", "Why does the light blink?", "light")?;
            content.reply(id, "It waits for the network.")?;
            Ok(id)
        });
        self.app.visitor().visit(&format!("/threads/{id}")).path
    }
}

#[test]
fn a_page_is_made_once_for_all_who_only_read() {
    let mut kept = Kept::spawn();
    let path = kept.question();
    for path in ["/", "/threads", "/categories/help", "/tags", "/tags/light", &path] {
        let (first, _) = kept.read(path);
        let again = kept.read_kept(path);
        assert_eq!(first.body, again.body, "{path}");
        assert!(
            !again.body.contains("form_key"),
            "{path} holds what is meant for one reader"
        );
        let etag = again.header("etag").expect("a name").to_owned();
        let headers = [("if-none-match", &*etag)];
        let known = kept.app.visitor().send_with("GET", path, &headers, None).unwrap();
        assert_eq!((known.status, &*known.body), (304, ""), "{path}");
    }
    let views: i64 = kept.app.site.views.take().iter().map(|(_, count)| count).sum();
    assert!(views > 1, "a page from memory is a view too");
}

#[test]
fn whoever_is_signed_in_or_was_just_told_something_gets_a_page_of_their_own() {
    let mut kept = Kept::spawn();
    let path = kept.question();
    kept.read_kept(&path);
    let asked = |kept: &Kept, client: &Client| {
        let before = kept.app.site.store.query_count();
        let page = client.get(&path);
        assert!(page.header("etag").is_none() && kept.app.site.store.query_count() > before);
        page
    };
    let bob = kept.app.signed_in("bob");
    kept.follow();
    assert!(asked(&kept, &bob).body.contains("form_key"));
    kept.follow();
    let told = kept.app.visitor().with_cookie("notice=signed-out".to_owned());
    assert!(asked(&kept, &told).has(".notice"));
    kept.follow();
    assert!(!kept.read_kept(&path).has(".notice"), "others are not told");
}

/// A browser, the page with a form, the form, and what is filled in.
type Step<'a> = (&'a Client, &'a str, &'a str, Vec<(&'a str, &'a str)>);

#[test]
fn each_language_has_a_page_of_its_own() {
    let mut kept = Kept::spawn();
    let path = kept.question();
    kept.read_kept(&path);
    let in_language = |kept: &Kept, headers: &[(&str, &str)]| {
        let before = kept.app.site.store.query_count();
        let page = kept.app.visitor().send_with("GET", &path, headers, None).unwrap();
        let is_kept = kept.app.site.store.query_count() == before;
        let language = page.header("content-language").unwrap().to_owned();
        assert!(page.has(&format!("html[lang={language}]")));
        (language, is_kept)
    };
    kept.follow();
    assert_eq!(
        in_language(&kept, &[("accept-language", "id")]),
        ("id".to_owned(), false)
    );
    for _ in 0..2 {
        kept.follow();
        // Asked for by header or chosen by cookie, it is the same page.
        for headers in [[("accept-language", "in-ID, en;q=0.1")], [("cookie", "language=id")]] {
            assert_eq!(in_language(&kept, &headers), ("id".to_owned(), true), "{headers:?}");
        }
        kept.follow();
        assert_eq!(
            in_language(&kept, &[("cookie", "language=xx")]),
            ("en".to_owned(), true)
        );
    }
}

/// Does one step after the other, with every page kept before it, and compares each with the page as it is made anew.
fn check_fresh(kept: &mut Kept, paths: &[&str], steps: Vec<Step<'_>>) {
    let paths: Vec<String> = paths.iter().map(|path| kept.app.visitor().visit(path).path).collect();
    for (client, page, form, fields) in steps {
        for path in &paths {
            kept.read(path);
            kept.read(path);
        }
        let answer = client.submit(page, form, &fields);
        assert_eq!(answer.status, 303, "{form}: {}", answer.body);
        for path in &paths {
            let fresh = kept.app.visitor().with_cookie(AHEAD.to_owned()).get(path);
            let given = kept.app.visitor().get(path);
            assert_eq!(given.body, fresh.body, "{path} after {form} of {page}");
        }
    }
}

#[test]
fn no_page_is_older_than_the_last_write() {
    let mut kept = Kept::spawn();
    let path = kept.question();
    let (lists, person) = (
        ["/", "/threads", "/categories/help", "/tags/light", "/tags"],
        "/users/1",
    );
    let [ada, bob, cat, root] = ["ada", "bob", "cat", "root"].map(|name| kept.app.signed_in(name));
    let main = "main form[method=post]";
    let steps: Vec<Step<'_>> = vec![
        (
            &bob,
            &path,
            "form[action$='/-/replies']",
            vec![("body", "Restart the router.")],
        ),
        (&bob, &path, "form[action$='/-/up']", vec![]),
        (&bob, &path, "form[action$='/-/me-too']", vec![]),
        (&ada, &path, "form[action$='/accept']", vec![]),
        (&cat, &path, "form[action$='/-/retag']", vec![("retag", "lamp")]),
        (
            &cat,
            &path,
            "form[action$='/-/close']",
            vec![("close_reason", "outdated")],
        ),
        (
            &cat,
            &path,
            "form[action$='/-/reopen']",
            vec![("reopen_reason", "It is not.")],
        ),
        (
            &ada,
            &path,
            "form[action$='/-/reopen']",
            vec![("reopen_reason", "It blinks.")],
        ),
        (&cat, &path, "form[action$='/-/lock']", vec![]),
        (
            &root,
            "/admin/categories/help",
            main,
            vec![("name", "Helping each other")],
        ),
        (&root, "/admin/appearance", main, vec![("site_name", "The other forum")]),
        (&ada, "/settings", main, vec![("about", "I ask a lot.")]),
        (&cat, &path, "form[action$='/-/delete']", vec![("reason", "gone")]),
    ];
    let paths = lists.into_iter().chain([person, &path]);
    check_fresh(&mut kept, &paths.collect::<Vec<_>>(), steps);
}

#[test]
fn no_page_that_names_another_thread_is_older_than_the_last_write() {
    let mut kept = Kept::spawn();
    let (path, original) = (kept.question(), kept.question());
    let number = original.split('/').nth(2).unwrap().to_owned();
    let edit_original = format!("/threads/{number}/-/edit");
    let edit = format!("/threads/{}/-/edit", path.split('/').nth(2).unwrap());
    let cat = kept.app.signed_in("cat");
    let main = "main form[method=post]";
    let duplicate = vec![("close_reason", "duplicate"), ("original", &*number)];
    let steps: Vec<Step<'_>> = vec![
        (&cat, &path, "form[action$='/-/close']", duplicate),
        (&cat, &edit, main, vec![("title", "Why does the Light blink?")]),
        (&cat, &edit_original, main, vec![("title", "Why does the LIGHT blink?")]),
        (
            &cat,
            &path,
            "form[action$='/-/reopen']",
            vec![("reopen_reason", "It asks something else.")],
        ),
        (&cat, &path, "form[action$='/-/delete']", vec![("reason", "gone")]),
        (&cat, &path, "form[action$='/-/undelete']", vec![]),
        (&cat, &path, "form[action$='/-/move']", vec![("category", "members")]),
        (&cat, &path, "form[action$='/-/move']", vec![("category", "help")]),
        (&cat, &original, "form[action$='/-/delete']", vec![("reason", "gone")]),
    ];
    check_fresh(&mut kept, &["/threads", &original, &path], steps);
}

#[test]
fn a_node_that_has_fallen_behind_makes_every_page_anew() {
    let mut kept = Kept::spawn();
    let path = kept.question();
    kept.read_kept(&path);
    let browser = kept.app.visitor().with_cookie(AHEAD.to_owned());
    let before = kept.app.site.store.query_count();
    assert_eq!(browser.get(&path).status, 200);
    assert!(
        kept.app.site.store.query_count() > before,
        "the reader has seen more than this node"
    );
}

#[test]
fn made_up_addresses_languages_and_cookies_stay_in_bounds_and_leave_what_is_read() {
    let room = 400_000;
    let mut kept = Kept::on(TestApp::with_room_for_pages(room));
    let path = kept.question();
    kept.read_kept(&path);
    let mut fullest = 0;
    for number in 0..400 {
        let headers = [
            ("accept-language", &*format!("x-{number}, en;q=0.{number}")),
            ("cookie", &*format!("x{number}=1; other={number}")),
        ];
        for path in [
            format!("{path}?x={number}&order=oldest"),
            format!("/threads?x={number}"),
        ] {
            let _answered = kept.app.visitor().send_with("GET", &path, &headers, None).unwrap();
        }
        if number % 4 == 0 {
            kept.follow();
            let languages = kept.app.visitor().send_with("GET", &path, &headers, None).unwrap();
            assert_eq!(languages.status, 200);
        }
        fullest = kept.app.site.pages.size().max(fullest);
        assert!(fullest <= room, "{fullest} bytes are kept");
    }
    assert!(
        fullest > room / 2,
        "only {fullest} bytes were kept: the flood does not reach the bound"
    );
    let (_, is_made_anew) = kept.read(&path);
    assert!(!is_made_anew, "what is read all the time was washed out");
}

#[test]
fn only_reading_is_answered_from_what_is_kept() {
    let mut kept = Kept::spawn();
    let ask = |kept: &Kept, method| kept.app.visitor().send_with(method, "/", &[], None).unwrap();
    let before = ask(&kept, "OPTIONS").status;
    kept.read_kept("/");
    kept.follow();
    assert_eq!(ask(&kept, "OPTIONS").status, before);
    let head = ask(&kept, "HEAD");
    assert_eq!((head.status, &*head.body), (200, ""));
}

#[test]
fn readers_who_ask_for_the_same_page_at_once_have_it_made_once() {
    let mut kept = Kept::spawn();
    let asked_for = |kept: &mut Kept, readers: usize| {
        let path = kept.question();
        kept.follow();
        let before = kept.app.site.store.query_count();
        let (app, began, all) = (&kept.app, Instant::now(), std::sync::Barrier::new(readers));
        std::thread::scope(|scope| {
            for _ in 0..readers {
                scope.spawn(|| {
                    all.wait();
                    assert_eq!(Client::new(app.address).get(&path).status, 200);
                });
            }
        });
        let asked = kept.app.site.store.query_count() - before;
        // A node that has not read the log for a second keeps nothing: a machine as slow as that says nothing.
        (began.elapsed() < Duration::from_millis(900)).then_some(asked)
    };
    let mut counts = |readers| {
        (0..20)
            .find_map(|_| asked_for(&mut kept, readers))
            .expect("a quick enough machine")
    };
    assert_eq!(counts(12), counts(1));
}
