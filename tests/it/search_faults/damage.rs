//! Files of an index that are not what was written: never served, made anew.

use std::fs;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use tanya::domain::id::ThreadId;
use tanya::search::embedded::{Embedded, Filters, IndexError, VERSION, Visible};
use tanya::search::follower::{FollowError, Follower};
use tanya::search::query::Query;
use tanya::search::{Asked, Search};

use crate::support::{TestApp, is_long};

/// An index that was written whole, with deleted threads in it, and what it must answer.
struct Kept {
    app: TestApp,
    threads: Vec<i64>,
    /// The folder of indexes of the server, whose index is damaged.
    search: PathBuf,
    /// A copy of what was written.
    sound: tempfile::TempDir,
}

impl Kept {
    fn new() -> Self {
        let app = TestApp::spawn();
        let mut threads = Vec::new();
        let search = app.site.search.folder().to_owned();
        let mut follower = follower(&app, app.site.search.clone());
        // Three commits, so that there are segments, and threads in them that are written anew.
        for part in 0..3 {
            threads.extend((0..8).map(|number| ask(&app, &format!("Why does lamp {part}{number} blink in the hall?"))));
            app.by("bob", |bob| bob.reply(threads[0], "It waits for something."));
            follow(&mut follower, &app, &threads);
        }
        drop(follower);
        // What is not used any more goes when the index is opened.
        drop(Embedded::open_to_write(&search).unwrap());
        let sound = tempfile::tempdir().unwrap();
        copy(&search.join(format!("threads-{VERSION}")), sound.path());
        let mut threads: Vec<i64> = threads.iter().map(|id| id.get()).collect();
        threads.sort_unstable();
        Self {
            app,
            threads,
            search,
            sound,
        }
    }

    fn files(&self) -> Vec<String> {
        let inside = fs::read_dir(self.sound.path()).unwrap();
        let mut names: Vec<String> = inside
            .map(|entry| entry.unwrap().file_name().into_string().unwrap())
            .collect();
        names.sort();
        names
    }

    fn bytes(&self, file: &str) -> Vec<u8> {
        fs::read(self.sound.path().join(file)).unwrap()
    }

    /// Starts anew on an index in which one file is another, and tells whether the index was set aside.
    ///
    /// Whatever became of the index: all is found, and nothing twice.
    fn start_with(&self, file: &str, bytes: Option<&[u8]>) -> bool {
        let index = self.search.join(format!("threads-{VERSION}"));
        let _none = fs::remove_dir_all(&self.search);
        fs::create_dir_all(&index).unwrap();
        copy(self.sound.path(), &index);
        match bytes {
            Some(bytes) => fs::write(index.join(file), bytes).unwrap(),
            None => fs::remove_file(index.join(file)).unwrap(),
        }
        let search = Arc::new(Search::new(&self.search, self.app.site.search.forum()));
        // Another test that starts a process holds this index's lock for the moment in between.
        let caught_up = super::wait_until(|| match follower(&self.app, search.clone()).catch_up() {
            Err(FollowError::Index(IndexError::Taken(_))) => false,
            done => {
                done.unwrap();
                true
            }
        });
        caught_up.expect("the index is free");
        assert_eq!(found(&search, &self.app), self.threads, "{file}");
        index.with_extension("broken").exists()
    }
}

fn follower(app: &TestApp, search: Arc<Search>) -> Follower {
    Follower::new(app.store().clone(), search, app.clock.clone())
}

fn ask(app: &TestApp, title: &str) -> ThreadId {
    app.by("ada", |ada| ada.ask("help", title, "light"))
}

/// Follows until these are found: other tests on the same PostgreSQL hold changes back.
fn follow(follower: &mut Follower, app: &TestApp, threads: &[ThreadId]) {
    let all = super::wait_until(|| {
        follower.catch_up().unwrap();
        found(&app.site.search, app).len() == threads.len()
    });
    all.expect("everything is found");
}

/// The ids of all that is found, in order.
fn found(search: &Search, app: &TestApp) -> Vec<i64> {
    let asked = Asked {
        query: &Query::parse("blink hall"),
        filters: &Filters::default(),
        visible: &Visible::default(),
        now: app.now(),
    };
    let answer = search.find(&asked, 0, 500).unwrap().unwrap_or_default();
    let mut ids: Vec<i64> = answer.hits.iter().map(|hit| hit.subject.number()).collect();
    assert_eq!(ids.len(), answer.counts.all);
    ids.sort_unstable();
    ids
}

fn copy(from: &Path, to: &Path) {
    for entry in fs::read_dir(from).unwrap() {
        let entry = entry.unwrap();
        fs::copy(entry.path(), to.join(entry.file_name())).unwrap();
    }
}

/// Whether a file holds what is found, with a checksum.
fn is_of_segment(file: &str) -> bool {
    ![".json", ".lock", ".bin", ".new"]
        .iter()
        .any(|ending| file.ends_with(ending))
}

/// Where a file of a segment ends that holds what is found; behind it stand the program's version and the checksum.
fn end_of_content(bytes: &[u8]) -> usize {
    let place = bytes.len() - 8;
    let length = u32::from_le_bytes(bytes[place..place + 4].try_into().unwrap());
    place - usize::try_from(length).unwrap()
}

/// So many places, spread over a length, the first and the last among them.
fn places(length: usize, count: usize) -> impl Iterator<Item = usize> {
    let count = count.min(length);
    (0..count).map(move |nth| nth * (length - 1) / (count - 1).max(1))
}

#[test]
fn a_flipped_bit_anywhere_is_never_served() {
    let kept = Kept::new();
    let (in_list, in_segment) = if is_long() { (usize::MAX, 60) } else { (60, 5) };
    for file in kept.files() {
        let sound = kept.bytes(&file);
        let count = if is_of_segment(&file) { in_segment } else { in_list };
        for place in places(sound.len(), count) {
            let mut bytes = sound.clone();
            bytes[place] ^= 1 << (place % 7);
            let was_set_aside = kept.start_with(&file, Some(&bytes));
            let is_content = is_of_segment(&file) && place < end_of_content(&sound);
            assert!(was_set_aside || !is_content, "{file} at {place} was served");
        }
    }
}

#[test]
fn a_file_that_is_cut_or_gone_is_never_served() {
    let kept = Kept::new();
    for file in kept.files().into_iter().filter(|file| !file.ends_with(".lock")) {
        let sound = kept.bytes(&file);
        for length in [0, sound.len() / 2, sound.len() - 1] {
            let was_set_aside = kept.start_with(&file, sound.get(..length));
            assert!(
                was_set_aside || !is_of_segment(&file),
                "{file} of {length} bytes was served"
            );
        }
        kept.start_with(&file, None);
    }
}

#[test]
fn what_a_crash_left_half_written_is_in_nobodys_way() {
    let kept = Kept::new();
    let index = kept.search.join(format!("threads-{VERSION}"));
    let meta: serde_json::Value = serde_json::from_slice(&kept.bytes("meta.json")).unwrap();
    let stamp = meta["opstamp"].as_u64().unwrap();
    let listed = kept.bytes(".managed.json");
    let mut listed: Vec<String> = serde_json::from_slice(&listed).unwrap();
    // As a crash leaves them that comes between what is written and the list of what counts.
    for segment in meta["segments"].as_array().unwrap() {
        let name = segment["segment_id"].as_str().unwrap().replace('-', "");
        listed.extend((1..200).map(|behind| format!("{name}.{}.del", stamp + behind)));
    }
    for name in listed.iter().filter(|name| name.ends_with(".del")) {
        let path = index.join(name);
        if !path.exists() {
            fs::write(path, b"half").unwrap();
        }
    }
    fs::write(index.join(".managed.json"), serde_json::to_vec(&listed).unwrap()).unwrap();
    let changed = ThreadId::stored(kept.threads[0]);
    kept.app
        .by("bob", |bob| bob.reply(changed, "Now it waits for an aqueduct."));
    let search = Arc::new(Search::new(&kept.search, kept.app.site.search.forum()));
    let mut follower = follower(&kept.app, search.clone());
    let aqueduct = Query::parse("aqueduct");
    let is_found = super::wait_until(|| {
        follower.catch_up().unwrap();
        let asked = Asked {
            query: &aqueduct,
            filters: &Filters::default(),
            visible: &Visible::default(),
            now: kept.app.now(),
        };
        search
            .find(&asked, 0, 1)
            .unwrap()
            .is_some_and(|answer| answer.counts.all == 1)
    });
    is_found.expect("it is written all the same");
    assert_eq!(found(&search, &kept.app), kept.threads);
}
