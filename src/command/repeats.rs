//! `tanya repeats`: the groups of threads that ask the same, from the command line.

use std::io::Write;
use std::sync::Arc;

use serde::Serialize;

use tanya::app;
use tanya::clock::Clock;
use tanya::config::Config;
use tanya::domain::id::{RepeatGroupId, ThreadId};
use tanya::domain::sight::Sight;
use tanya::repeats::recogniser::{Recogniser, Step};
use tanya::search::follower::Follower;
use tanya::store::repeats::{self, Repeat};
use tanya::store::{Store, StoreError, finding, indexing};

use super::search::{catch_up, opened, tell_all};
use super::{Failure, viewer};

/// How many groups are read at once.
const AT_ONCE: i64 = 200;

#[derive(Debug, Serialize)]
struct Groups {
    groups: Vec<Group>,
}

#[derive(Debug, Serialize)]
struct Group {
    title: String,
    members: Vec<Member>,
}

#[derive(Debug, Serialize)]
struct Member {
    id: i64,
    origin: Option<String>,
    title: String,
    score: f64,
}

/// Recognises what is not recognised yet, unless a server that runs beside this does it, and prints the groups of `min_size`
/// threads or more, the largest first.
pub fn run(config: &Config, min_size: usize, rescan: bool, viewer: Option<&str>) -> Result<(), Failure> {
    let store = app::open_store(config)?;
    let sight = viewer::sight(&store, viewer)?;
    let search = opened(config, &store)?;
    let recogniser = Recogniser::new(store.clone(), Arc::clone(&search), Clock::system()).hurried();
    if let Some(meanings) = search.meanings() {
        tell_all(&store, meanings)?;
    }
    if rescan {
        recogniser.begin()?;
    }
    let mut follower = Follower::new(store.clone(), search, Clock::system());
    if catch_up(&mut follower)? {
        while recogniser.step()? == Step::Moved {}
    } else if rescan {
        eprintln!("A running server keeps the index: it compares all threads anew. These are the groups so far.");
    }
    let mut groups = groups(&store, sight, min_size)?;
    groups.sort_by_key(|group| std::cmp::Reverse(group.members.len()));
    let mut out = std::io::stdout().lock();
    writeln!(out, "{}", serde_json::to_string(&Groups { groups })?)?;
    Ok(())
}

fn groups(store: &Store, sight: Sight, min_size: usize) -> Result<Vec<Group>, Failure> {
    let (mut groups, mut after) = (Vec::new(), RepeatGroupId::stored(0));
    loop {
        let mut repeats = store.read_now::<_, StoreError>(|db| repeats::next_groups(db, after, AT_ONCE))?;
        let Some(last) = repeats.last() else {
            return Ok(groups);
        };
        after = last.member.group;
        let ids: Vec<ThreadId> = repeats.iter().map(|repeat| repeat.member.thread).collect();
        let seen = store.read_now::<_, StoreError>(|db| finding::named(db, sight, &ids))?;
        repeats.retain(|repeat| seen.iter().any(|thread| thread.id == repeat.member.thread));
        let mut origins = store.read_now::<_, StoreError>(|db| indexing::origins_of(db, &ids))?;
        let by_group = repeats.chunk_by(|one, other| one.member.group == other.member.group);
        for repeats in by_group.filter(|repeats| repeats.len() >= min_size) {
            groups.push(group(repeats, |id| origins.remove(&id)));
        }
    }
}

/// A group is called as the question that is most like all others.
fn group(repeats: &[Repeat], mut origin: impl FnMut(ThreadId) -> Option<String>) -> Group {
    let central = repeats.iter().max_by_key(|repeat| repeat.member.thousandths);
    #[expect(clippy::cast_precision_loss, reason = "thousandths of about one")]
    let member = |repeat: &Repeat| Member {
        id: repeat.member.thread.get(),
        origin: origin(repeat.member.thread),
        title: repeat.title.clone(),
        score: repeat.member.thousandths as f64 / 1_000.0,
    };
    Group {
        title: central.map(|repeat| repeat.title.clone()).unwrap_or_default(),
        members: repeats.iter().map(member).collect(),
    }
}
