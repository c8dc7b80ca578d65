//! What no browser sends, or no person means: always a clear answer in the four hundreds, never a broken page.

mod forms;
mod queries;

use tanya::domain::cursor::Cursor;
use tanya::web::routes::{Access, TABLE};

use crate::routes::{GONE_ONCE_SET_UP, World, example};
use crate::support::{Client, Page};

const FORM: &str = "application/x-www-form-urlencoded";

fn check_refused(page: &Page, what: &str) {
    assert!(
        (400..500).contains(&page.status),
        "{what} {}: {}\n{}",
        page.path,
        page.status,
        page.body
    );
    assert!(page.has("main"), "{what} {}: no page\n{}", page.path, page.body);
}

/// What a browser gets that sends anything: no breakdown, and no success where there is nothing.
fn check_whole(page: &Page, what: &str) {
    assert!(
        page.status < 500,
        "{what} {}: {}\n{}",
        page.path,
        page.status,
        page.body
    );
}

#[test]
fn an_id_that_is_none_is_a_page_that_does_not_exist() {
    let world = World::new();
    let root = world.browser("root");
    let wrong = [
        "0",
        "-1",
        "+1",
        "01",
        "x",
        "1x",
        "1.0",
        "9223372036854775807",
        "9223372036854775808",
        "99999999999999999999999999",
        "%00",
        "1%00",
        "%FF",
        "%C3%28",
        "%E2%80%8B1",
        "%F0%9F%92%A5",
        "..%2F1",
    ];
    for route in TABLE.iter().filter(|route| route.path.contains("{id}")) {
        let known = example(&world, route.path);
        for id in wrong {
            let path = with_part(&known, route.path, "{id}", id);
            let page = send(&root, route.method, &path, b"");
            // A job that is gone was done: whoever wants it tried again is told so.
            let may_be_gone = route.path.starts_with("/admin/jobs/") && id == "9223372036854775807";
            if !may_be_gone {
                check_refused(&page, id);
            }
        }
    }
}

#[test]
fn a_name_or_a_secret_that_is_none_is_refused() {
    let world = World::new();
    let root = world.browser("root");
    let long = "x".repeat(3_000);
    let wrong = [
        "%00",
        "%FF",
        "%C3%28",
        "x%00y",
        "..%2F..",
        "%3Cscript%3E",
        "'%20or%201=1--",
        &long,
    ];
    for route in TABLE {
        for part in ["{slug}", "{name}", "{token}"]
            .into_iter()
            .filter(|part| route.path.contains(part))
        {
            let known = example(&world, route.path);
            for text in wrong {
                let path = with_part(&known, route.path, part, text);
                check_whole(&send(&root, route.method, &path, b""), text);
            }
        }
    }
}

/// A path of a pattern with one part replaced.
fn with_part(known: &str, pattern: &str, part: &str, text: &str) -> String {
    let mut parts = pattern.split('/');
    let place = parts.position(|segment| segment.contains(part)).unwrap();
    let fill = |segment: &str| {
        let whole = pattern.split('/').nth(place).unwrap();
        let (before, after) = whole.split_once(part).unwrap();
        if after.contains('{') || before.contains('{') {
            segment.replace(segment, text)
        } else {
            format!("{before}{text}{after}")
        }
    };
    let segments: Vec<String> = known
        .split('/')
        .enumerate()
        .map(|(at, segment)| if at == place { fill(segment) } else { segment.to_owned() })
        .collect();
    segments.join("/")
}

fn send(client: &Client, method: &str, path: &str, body: &[u8]) -> Page {
    client.send(method, path, (method == "POST").then_some((FORM, body)))
}

#[test]
fn no_query_breaks_a_page() {
    let world = World::new();
    let root = world.browser("root");
    let good = Cursor { key: 1, id: 1 }.encode();
    let tampered = format!("{}A", &good[..good.len() - 1]);
    let far = Cursor {
        key: i64::MAX,
        id: i64::MAX,
    }
    .encode();
    let queries = [
        "after=".to_owned(),
        "after=x".to_owned(),
        format!("after={tampered}"),
        format!("after={far}"),
        format!("after={good}"),
        "after=%FF".to_owned(),
        "after=%00".to_owned(),
        format!("after={}", "A".repeat(5_000)),
        "is=nonsense".to_owned(),
        "sort=nonsense".to_owned(),
        "category=nowhere".to_owned(),
        "category=%00".to_owned(),
        "tag=%00".to_owned(),
        "tag=nowhere".to_owned(),
        "q=%00".to_owned(),
        "q=%FF".to_owned(),
        "reply=0".to_owned(),
        "reply=99999999999999999999".to_owned(),
        "reply=-1".to_owned(),
        "order=nonsense".to_owned(),
        "page=-1".to_owned(),
        "page=99999999999999999999".to_owned(),
        "back=%00".to_owned(),
        "back=//evil.example".to_owned(),
        "a=b&a=b&after=x&after=y".to_owned(),
        "utm_source=letter".to_owned(),
        "%=%&&&=".to_owned(),
        "beginning=%25_!".to_owned(),
    ];
    for route in TABLE.iter().filter(|route| route.method == "GET") {
        let path = example(&world, route.path);
        for query in &queries {
            check_whole(&root.get(&format!("{path}?{query}")), query);
        }
        let links = root.get(&format!("{path}?utm_source=letter"));
        let is_gone = route.access == Access::Holder || GONE_ONCE_SET_UP.contains(&route.path);
        assert!(
            links.status < 400 || is_gone,
            "{path}: links gather fields on their way"
        );
    }
}

/// Lists that go on behind a cursor.
const LISTS: &[&str] = &[
    "/threads",
    "/categories/help",
    "/tags/box",
    "/moderation/log",
    "/admin/people",
    "/admin/jobs",
];

#[test]
fn a_cursor_that_was_tampered_with_is_refused() {
    let world = World::new();
    world.thread();
    let root = world.browser("root");
    let good = Cursor { key: 1, id: 1 }.encode();
    let is_route = |path: &&&str| {
        TABLE
            .iter()
            .any(|route| actix_web::dev::ResourceDef::new(route.path).is_match(path))
    };
    for path in LISTS.iter().filter(is_route) {
        assert_eq!(root.get(&format!("{path}?after={good}")).status, 200, "{path}");
        for cursor in [
            "x",
            &good[1..],
            &format!("{good}A"),
            &good.replacen('A', "B", 1),
            "%FF",
            "%00",
        ] {
            check_refused(&root.get(&format!("{path}?after={cursor}")), cursor);
        }
    }
}

/// Where a button is all there is: what else is sent is not read.
const FIELDLESS: &[&str] = &[
    "/admin/categories/{slug}/archive",
    "/admin/categories/{slug}/down",
    "/admin/categories/{slug}/unarchive",
    "/admin/categories/{slug}/up",
    "/admin/invitations/{id}/end",
    "/admin/jobs/{id}/retry",
    "/admin/letters/retry",
    "/admin/letters/specimens/{kind}/send",
    "/admin/letters/{id}/discard",
    "/admin/letters/{id}/retry",
    "/admin/people/{id}/unsuspend",
    "/admin/sections/{id}/delete",
    "/admin/sections/{id}/down",
    "/admin/sections/{id}/up",
    "/admin/tags/{name}/delete",
    "/admin/watched-words/scan",
    "/admin/watched-words/{id}/delete",
    "/articles/{id}/-/reviewed",
    "/comments/{id}/delete",
    "/comments/{id}/undelete",
    "/replies/{id}/accept",
    "/replies/{id}/down",
    "/replies/{id}/thank",
    "/replies/{id}/unaccept",
    "/replies/{id}/undelete",
    "/replies/{id}/unthank",
    "/replies/{id}/unvote",
    "/replies/{id}/up",
    "/settings/address/cancel",
    "/settings/address/confirm/{token}",
    "/settings/address/resume",
    "/settings/digests/stop",
    "/settings/hints/dismiss",
    "/admin/people/{id}/second-factor",
    "/settings/sessions/end",
    "/sign-out",
    "/threads/{id}/-/down",
    "/threads/{id}/-/me-too",
    "/threads/{id}/-/not-me-too",
    "/threads/{id}/-/pin",
    "/threads/{id}/-/solved",
    "/threads/{id}/-/undelete",
    "/threads/{id}/-/unpin",
    "/threads/{id}/-/unvote",
    "/threads/{id}/-/up",
];

/// What mail programs press by themselves (RFC 8058): whatever they send along, it stops.
const ONE_CLICK: &[&str] = &[
    "/letters/stop/{token}",
    "/letters/stop-all/{token}",
    "/letters/stop-digests/{token}",
];

/// A form is refused where there is one; a mere button is pressed, whatever comes with it.
fn check_form_refused(pattern: &str, page: &Page, what: &str) {
    if ONE_CLICK.contains(&pattern) {
        assert_eq!(page.status, 200, "{what} {pattern}");
        return;
    }
    let is_pressed = page.status == 303 && FIELDLESS.contains(&pattern);
    let (status, path) = (page.status, &page.path);
    assert!(
        is_pressed || (400..500).contains(&status),
        "{what} {pattern} {path}: {status}"
    );
}

#[test]
fn a_form_of_the_wrong_kind_is_refused() {
    let world = World::new();
    for route in TABLE.iter().filter(|route| route.method == "POST") {
        for kind in [
            "text/plain",
            "application/json",
            "multipart/form-data; boundary=x",
            "",
            "nonsense",
        ] {
            let path = example(&world, route.path);
            let page = world.browser("root").post_body(&path, kind, b"{\"body\":\"x\"}");
            check_form_refused(route.path, &page, kind);
        }
    }
}

#[test]
fn a_form_with_fields_that_it_does_not_have_is_refused() {
    let world = World::new();
    let huge = format!("body={}", "x".repeat(300 * 1024));
    let bodies: [(&[u8], &str); 6] = [
        (b"nonsense=1", "an unknown field"),
        (b"\xff\xfe\x00", "no text"),
        (b"body=%FF%FE", "no UTF-8"),
        (b"body=%C3%28&title=%ED%A0%80", "half a character"),
        (b"body=a&body=b", "a field twice"),
        (huge.as_bytes(), "too much"),
    ];
    for route in TABLE.iter().filter(|route| route.method == "POST") {
        for (body, what) in bodies {
            let path = example(&world, route.path);
            let page = world.browser("root").post_body(&path, FORM, body);
            check_form_refused(route.path, &page, what);
        }
    }
}

#[test]
fn bytes_that_are_no_request_are_refused() {
    let world = World::new();
    let client = world.app.visitor();
    let long = "x".repeat(70_000);
    let many: String = (0..300).map(|n| format!("x-{n}: y\r\n")).collect();
    let requests = [
        (format!("GET /{long} HTTP/1.1\r\nhost: x\r\n\r\n"), "a huge address"),
        (
            format!("GET / HTTP/1.1\r\nhost: x\r\nx: {long}{long}\r\n\r\n"),
            "a huge header",
        ),
        (format!("GET / HTTP/1.1\r\nhost: x\r\n{many}\r\n"), "many headers"),
        ("nonsense\r\n\r\n".to_owned(), "no request"),
        ("GET / HTTP/9.9\r\n\r\n".to_owned(), "no version"),
        (
            "GET /\u{1}\u{2} HTTP/1.1\r\nhost: x\r\n\r\n".to_owned(),
            "control characters",
        ),
        (
            "POST /sign-in HTTP/1.1\r\nhost: x\r\ncontent-length: x\r\n\r\n".to_owned(),
            "no length",
        ),
        (
            "POST /sign-in HTTP/1.1\r\nhost: x\r\ncontent-length: -1\r\n\r\n".to_owned(),
            "a negative length",
        ),
        ("GET / HTTP/1.1\r\nhost: x\r\nx y: z\r\n\r\n".to_owned(), "no header"),
    ];
    for (bytes, what) in requests {
        if let Some(status) = client.send_bytes(bytes.as_bytes()) {
            assert!((400..500).contains(&status), "{what}: {status}");
        }
        assert_eq!(client.get("/healthz").status, 200, "after {what}");
    }
}

#[test]
fn a_form_that_breaks_off_is_refused_and_the_server_stays() {
    let world = World::new();
    let client = world.app.visitor();
    let head = format!("POST /sign-in HTTP/1.1\r\nhost: x\r\ncontent-type: {FORM}\r\n");
    let half = format!("{head}content-length: 100\r\n\r\nemail=a");
    let chunked = format!("{head}transfer-encoding: chunked\r\n\r\nzz\r\nemail=a\r\n");
    for request in [half, chunked] {
        if let Some(status) = client.send_bytes(request.as_bytes()) {
            assert!((400..500).contains(&status), "{status}");
        }
        assert_eq!(client.get("/healthz").status, 200);
    }
}

#[test]
fn a_cookie_that_is_nonsense_is_nobodys() {
    let world = World::new();
    let long = format!("session={}", "x".repeat(5_000));
    for cookie in [
        "session=x",
        "session=",
        "session=\u{1f4a5}",
        "notice=<script>",
        "notice=no-such-notice",
        "=;=;;",
        &long,
    ] {
        let sent = world
            .app
            .visitor()
            .send_with("GET", "/sign-in", &[("cookie", cookie)], None);
        let Ok(page) = sent else { continue };
        assert_eq!(page.status, 200, "{cookie}");
        assert!(!page.body.contains("<script>"), "{cookie}");
    }
}
