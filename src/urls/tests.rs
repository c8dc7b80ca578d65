//! Addresses carry what they must, and only those of this site are local.

use super::*;

#[test]
fn addresses_carry_what_they_must_and_no_more() {
    let urls = Urls::new(&url::Url::parse("https://forum.example.com/").unwrap());
    assert_eq!(urls.thread(ThreadId::stored(7), "Why? C++/CLI"), "/threads/7/why-c-cli");
    assert_eq!(urls.tag("c++"), "/tags/c%2B%2B");
    assert_eq!(urls.absolute("/x"), "https://forum.example.com/x");
    let query = ThreadsQuery {
        is: Some(Is::Open),
        tag: Some("c#"),
        sort: Some(Sort::New),
        ..ThreadsQuery::default()
    };
    assert_eq!(urls.threads_where(&query), "/threads?is=open&tag=c%23&sort=new");
}

#[test]
fn a_thread_is_named_by_its_number_or_any_of_its_addresses() {
    let named = |text| thread_named(text).map(ThreadId::get);
    assert_eq!(named("12"), Some(12));
    assert_eq!(named("#12"), Some(12));
    assert_eq!(
        named("https://forum.example.com/threads/12/how?reply=3#reply-3"),
        Some(12)
    );
    assert_eq!(named("/threads/12"), Some(12));
    assert_eq!(named("how"), None);
}

#[test]
fn only_this_machine_reaches_a_loopback_address() {
    let is_loopback = |base: &str| Urls::new(&url::Url::parse(base).unwrap()).is_loopback();
    for own in [
        "http://127.0.0.1:8080",
        "http://[::1]",
        "http://localhost:1",
        "http://forum.localhost",
    ] {
        assert!(is_loopback(own), "{own}");
    }
    for other in [
        "https://forum.example.com",
        "http://10.0.0.1",
        "http://localhost.example.com",
        "http://192.168.1.2",
    ] {
        assert!(!is_loopback(other), "{other}");
    }
}
