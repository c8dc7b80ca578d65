//! How often may be asked for what: whoever is too fast is told when to come back, and loses nothing.

use chrono::Duration;

use crate::support::{Client, ORIGIN, PASSWORD, Page, TestApp, encode};

/// An address far away, as the declared proxy tells it.
const ELSEWHERE: &str = "203.0.113.7";

/// Sends a request from another machine.
fn from(client: &Client, address: &str, method: &str, path: &str, fields: &[(&str, &str)]) -> Page {
    let headers = [
        ("sec-fetch-site", "same-origin"),
        ("origin", ORIGIN),
        ("x-forwarded-for", address),
    ];
    let body = encode(fields);
    let body = (method == "POST").then_some(("application/x-www-form-urlencoded", body.as_bytes()));
    client.send_with(method, path, &headers, body).unwrap()
}

/// The seconds to wait, which the page tells too.
fn told_to_wait(page: &Page) -> i64 {
    assert_eq!(page.status, 429, "{}", page.body);
    let seconds = page.header("retry-after").unwrap().parse().unwrap();
    assert!(
        page.body.contains(&format!("Wait {seconds}\u{a0}s")) || page.body.contains(&format!("Wait {seconds} s")),
        "{}",
        page.body
    );
    seconds
}

#[test]
fn a_network_that_asks_too_often_waits_and_others_do_not() {
    let app = TestApp::configured(&[("TANYA_RATE_LIMITS", "searching=2")]);
    let visitor = app.visitor();
    let search = |address: &str| from(&visitor, address, "GET", "/search?q=key", &[]);
    for _ in 0..20 {
        assert_eq!(search(ELSEWHERE).status, 200);
    }
    assert_eq!(told_to_wait(&search(ELSEWHERE)), 3);
    // Another address, pages of another kind, and this machine itself are not concerned.
    assert_eq!(search("203.0.113.8").status, 200);
    assert_eq!(from(&visitor, ELSEWHERE, "GET", "/tags", &[]).status, 200);
    assert_eq!(visitor.get("/search?q=key").status, 200);
    app.pass(Duration::seconds(3));
    assert_eq!(search(ELSEWHERE).status, 200);
    assert_eq!(told_to_wait(&search(ELSEWHERE)), 3);
    app.work();
}

#[test]
fn the_first_64_bits_of_ipv6_are_one_network() {
    let app = TestApp::configured(&[("TANYA_RATE_LIMITS", "searching=1")]);
    let visitor = app.visitor();
    let search = |address: String| from(&visitor, &address, "GET", "/search?q=key", &[]);
    for number in 0..10 {
        assert_eq!(search(format!("2001:db8:0:1::{number}")).status, 200);
    }
    assert_eq!(search("2001:db8:0:1:ffff::1".to_owned()).status, 429);
    assert_eq!(search("2001:db8:0:2::1".to_owned()).status, 200);
}

#[test]
fn an_account_is_known_wherever_it_comes_from_and_its_text_comes_back() {
    let app = TestApp::configured(&[("TANYA_RATE_LIMITS", "writing=2")]);
    let thread = app.by("ada", |ada| ada.ask("help", "Where is the key?", "key"));
    let path = format!("/threads/{thread}");
    let bob = app.signed_in("bob");
    let reply = |address: &str, key: &str| {
        let fields = [("body", "Under the <mat>."), ("form_key", key)];
        from(&bob, address, "POST", &format!("{path}/-/replies"), &fields)
    };
    for (address, key) in [("203.0.113.1", "1".repeat(20)), ("203.0.113.2", "2".repeat(20))] {
        assert_eq!(reply(address, &key).status, 303);
    }
    let refused = reply("203.0.113.3", &"3".repeat(20));
    assert_eq!(told_to_wait(&refused), 30);
    let again = refused.form("form[data-goes-on]");
    assert_eq!(again.value("body"), Some("Under the <mat>."));
    app.pass(Duration::seconds(30));
    assert_eq!(bob.send_form(&again).status, 303);
    let eve = app.signed_in("eve");
    let fields = [("body", "Ask the neighbour."), ("form_key", "44444444444444444444")];
    let others = from(&eve, "203.0.113.3", "POST", &format!("{path}/-/replies"), &fields);
    assert_eq!(others.status, 303);
    app.work();
}

#[test]
fn a_password_that_was_typed_is_not_given_back() {
    let app = TestApp::configured(&[("TANYA_RATE_LIMITS", "signing-in=1")]);
    let visitor = app.visitor();
    let fields = [("email", "bob@example.com"), ("password", PASSWORD)];
    for _ in 0..10 {
        assert_eq!(from(&app.visitor(), ELSEWHERE, "POST", "/sign-in", &fields).status, 303);
    }
    let refused = from(&visitor, ELSEWHERE, "POST", "/sign-in", &fields);
    assert_eq!(told_to_wait(&refused), 6);
    assert!(!refused.body.contains(PASSWORD) && refused.body.contains("bob@example.com"));
    app.work();
}

#[test]
fn what_is_not_there_counts_too() {
    let app = TestApp::configured(&[("TANYA_RATE_LIMITS", "reading=1")]);
    let visitor = app.visitor();
    for _ in 0..10 {
        assert_eq!(from(&visitor, ELSEWHERE, "GET", "/wp-login.php", &[]).status, 404);
    }
    assert_eq!(from(&visitor, ELSEWHERE, "GET", "/wp-login.php", &[]).status, 429);
}

#[test]
fn health_and_files_of_pages_are_never_limited() {
    let app = TestApp::configured(&[("TANYA_RATE_LIMITS", "reading=1")]);
    let visitor = app.visitor();
    let sheet = visitor.get("/").body;
    let (_, sheet) = sheet.split_once("href=\"/assets/").unwrap();
    let sheet = format!("/assets/{}", sheet.split('"').next().unwrap());
    for path in ["/healthz", "/readyz", &sheet] {
        for _ in 0..15 {
            assert_eq!(from(&visitor, ELSEWHERE, "GET", path, &[]).status, 200, "{path}");
        }
    }
}

#[test]
fn limits_can_be_switched_off() {
    let app = TestApp::configured(&[("TANYA_RATE_LIMITS", "off")]);
    let visitor = app.visitor();
    for _ in 0..200 {
        assert_eq!(
            from(&visitor, ELSEWHERE, "POST", "/language", &[("language", "id")]).status,
            303
        );
    }
}

#[test]
fn whoever_speaks_for_others_must_be_declared() {
    let app = TestApp::configured(&[
        ("TANYA_RATE_LIMITS", "searching=1"),
        ("TANYA_TRUSTED_PROXIES", "127.0.0.1, 198.51.100.0/24"),
    ]);
    let visitor = app.visitor();
    let search = |header: (&str, &str)| {
        let headers = [("sec-fetch-site", "same-origin"), header];
        visitor
            .send_with("GET", "/search?q=key", &headers, None)
            .unwrap()
            .status
    };
    // What stands before the last address that is no declared proxy, the client may have made up.
    for number in 0..10 {
        assert_eq!(
            search((
                "x-forwarded-for",
                &format!("10.0.0.{number}, {ELSEWHERE}, 198.51.100.3")
            )),
            200
        );
    }
    for header in [
        ("x-forwarded-for", format!("10.0.0.77, {ELSEWHERE}:4711")),
        (
            "forwarded",
            format!("for=10.0.0.78, for=\"{ELSEWHERE}:80\";proto=https, for=198.51.100.3"),
        ),
    ] {
        assert_eq!(search((header.0, &header.1)), 429, "{header:?}");
    }
    assert_eq!(
        search(("x-forwarded-for", "203.0.113.9, nonsense")),
        200,
        "it counts as the proxy itself"
    );
}
