use super::*;
use crate::domain::id::ThreadId;
use crate::domain::language::Language;
use crate::web::encoding::Encoding;

fn key(address: &str) -> Key {
    Key::new(address, Language::English, Encoding::Brotli)
}

fn kept(cache: &PageCache, shows: Shows, size: usize) -> Kept {
    let plain = || HeaderValue::from_static("x");
    let keepable = Keepable { shows, viewed: None };
    Kept {
        body: Bytes::from(vec![b'x'; size]),
        content_type: plain(),
        content_encoding: None,
        content_language: None,
        cache_control: plain(),
        tag: EntityTag::new_strong("x".to_owned()),
        route: "/".to_owned(),
        keepable,
        born: cache.moment(),
        made_at: Instant::now(),
    }
}

fn thread(id: i64) -> Shows {
    Shows::Thread(ThreadId::stored(id))
}

#[test]
fn a_change_ends_what_shows_it_and_nothing_else() {
    let cache = PageCache::with_room(ROOM);
    for (address, shows) in [("/one", thread(1)), ("/two", thread(2)), ("/", Shows::Lists)] {
        cache.keep(key(address), kept(&cache, shows, 10));
        assert!(cache.find(&key(address)).is_some());
    }
    cache.freshness.thread(ThreadId::stored(1));
    assert!(cache.find(&key("/one")).is_none());
    assert!(cache.find(&key("/two")).is_some());
    assert!(cache.find(&key("/")).is_none(), "lists show every thread");
    cache.hear_of_everything();
    assert!(cache.find(&key("/two")).is_none());
}

#[test]
fn a_change_of_a_thread_that_a_page_names_ends_the_page() {
    let cache = PageCache::with_room(ROOM);
    let others = [2, 3].map(|id| Some(ThreadId::stored(id)));
    let shows = Shows::ThreadWith(ThreadId::stored(1), [others[0], others[1], None, None, None]);
    for (changed, holds) in [(4, true), (3, false), (1, false)] {
        cache.keep(key("/one"), kept(&cache, shows, 10));
        cache.freshness.thread(ThreadId::stored(changed));
        assert_eq!(cache.find(&key("/one")).is_some(), holds, "thread {changed}");
    }
}

#[test]
fn an_answer_whose_making_began_before_a_change_is_not_given() {
    let cache = PageCache::with_room(ROOM);
    let begun = kept(&cache, thread(1), 10);
    cache.freshness.thread(ThreadId::stored(1));
    cache.keep(key("/one"), begun);
    assert!(cache.find(&key("/one")).is_none());
    cache.keep(key("/one"), kept(&cache, thread(1), 10));
    assert!(cache.find(&key("/one")).is_some());
}

#[test]
fn a_node_that_does_not_read_the_log_keeps_quiet() {
    let cache = PageCache::with_room(ROOM);
    assert!(!cache.may_answer(None), "nothing was read yet");
    cache.has_read_up_to(7, Instant::now());
    assert!(cache.may_answer(None));
    assert!(cache.may_answer(Some(7)));
    assert!(!cache.may_answer(Some(8)), "the reader has seen more than this node");
}

#[test]
fn a_reading_of_the_log_counts_from_its_beginning() {
    let cache = PageCache::with_room(ROOM);
    let began = Instant::now();
    std::thread::sleep(Duration::from_millis(1_001));
    cache.has_read_up_to(7, began);
    assert!(!cache.may_answer(None), "what was written since it began is not in it");
}

#[tokio::test]
async fn whoever_asks_for_what_is_being_made_waits_and_then_looks_again() {
    let cache = PageCache::with_room(ROOM);
    let Turn::Make(making) = cache.take_turn(&key("/")).await else {
        panic!("nobody makes it yet");
    };
    let waiting = async { matches!(cache.take_turn(&key("/")).await, Turn::LookAgain) };
    let finishing = async {
        tokio::task::yield_now().await;
        assert!(matches!(cache.take_turn(&key("/other")).await, Turn::Make(_)));
        drop(making);
        true
    };
    assert_eq!(tokio::join!(waiting, finishing), (true, true));
    assert!(
        matches!(cache.take_turn(&key("/")).await, Turn::Make(_)),
        "its maker is gone"
    );
}

#[tokio::test]
async fn nobody_waits_for_a_maker_for_longer_than_a_second() {
    let cache = PageCache::with_room(ROOM);
    let _slow = cache.take_turn(&key("/")).await;
    let began = Instant::now();
    assert!(matches!(cache.take_turn(&key("/")).await, Turn::LookAgain));
    let waited = began.elapsed();
    assert!(
        waited >= Duration::from_secs(1) && waited < Duration::from_secs(10),
        "{waited:?}"
    );
}

#[test]
fn a_flood_of_made_up_addresses_stays_in_bounds_and_leaves_what_is_read() {
    let room = 1_000_000;
    let cache = PageCache::with_room(room);
    cache.keep(key("/read"), kept(&cache, Shows::Lists, 5_000));
    let mut hits = 0;
    for number in 0..5_000 {
        let made_up = key(&format!("/threads?made-up={number}"));
        assert!(cache.find(&made_up).is_none());
        cache.keep(made_up, kept(&cache, Shows::Lists, 5_000));
        assert!(cache.size() <= room);
        hits += u32::from(cache.find(&key("/read")).is_some());
    }
    assert_eq!(hits, 5_000, "what is read all the time stays");
}

#[test]
fn an_answer_that_is_too_large_is_not_kept() {
    let cache = PageCache::with_room(ROOM);
    cache.keep(key("/"), kept(&cache, Shows::Lists, LARGEST + 1));
    assert!(cache.find(&key("/")).is_none());
}
