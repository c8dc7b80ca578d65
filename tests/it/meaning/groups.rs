//! Repeats are recognised by what questions mean, too, and anew once a model has read them all.

use std::collections::BTreeSet;

use tanya::domain::id::{RepeatGroupId, ThreadId};
use tanya::repeats::recogniser::{Recogniser, Step};
use tanya::store::repeats;

use super::threads::Forum;

fn groups(forum: &Forum) -> BTreeSet<ThreadId> {
    let recogniser = Recogniser::new(
        forum.app.store().clone(),
        forum.app.site.search.clone(),
        forum.app.clock.clone(),
    );
    forum.index();
    while recogniser.step().unwrap() == Step::Moved {}
    let all = forum
        .app
        .read(|db| repeats::next_groups(db, RepeatGroupId::stored(0), 100));
    all.into_iter().map(|repeat| repeat.member.thread).collect()
}

#[test]
fn questions_that_share_no_word_are_one_group_once_the_model_has_read_them() {
    let forum = Forum::spawn();
    let ask = |title: &str, text: &str| forum.app.by("bob", |bob| bob.ask_saying("help", title, text));
    let leak = ask("Garden valve leak", "My garden valve: a leak.");
    let others = [
        ask("Invoice missing", "An invoice is missing here"),
        ask("Printer offline", "Office printer offline today"),
    ];
    let drip = ask("Why tap drip", "Why does the tap drip?");
    let by_words = groups(&forum);
    assert!(!by_words.contains(&drip), "{by_words:?}");
    forum.settle();
    let by_meaning = groups(&forum);
    assert!(
        by_meaning.contains(&leak) && by_meaning.contains(&drip),
        "{by_meaning:?}"
    );
    assert!(others.iter().all(|id| !by_meaning.contains(id)), "{by_meaning:?}");
}
