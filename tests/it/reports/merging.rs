//! Merged questions: what moves answers the target from then on, and goes with the merge.

use tanya::domain::body::Reason;
use tanya::domain::question::How;
use tanya::domain::resolution::{CloseReason, When};
use tanya::domain::sight::Sight;
use tanya::store::merges;
use tanya::store::threads::{self, Closing};

use super::Forum;

const ALL: Sight = Sight::everything();

#[test]
fn what_a_merge_moves_answers_the_target_since_the_merge_and_no_longer_once_it_is_undone() {
    let forum = Forum::spawn();
    let [one, other] = ["ada", "bob"].map(|name| forum.ask(name));
    let reply = forum.app.by("dan", |dan| dan.reply(one, "Turn the key."));
    forum.app.by("ada", |ada| ada.accept(reply));
    let (before, target_before) = (forum.outcome(one), forum.outcome(other));
    forum.hours(5);
    let merged_at = forum.app.now();
    let no = Reason::default();
    forum.app.by("cat", |cat| {
        merges::merge(cat.tx, &cat.author, ALL, one, other, &no, cat.now)
    });
    let merged = forum.outcome(one);
    assert_eq!((merged.merged_into, merged.first_answer), (Some(other), None));
    let target = forum.outcome(other);
    assert_eq!(target.first_answer.unwrap().at, When::Exact(merged_at));
    assert_eq!(target.first_staff_answer.unwrap().reply, reply);
    let resolution = target.resolution.unwrap();
    assert_eq!((resolution.how, resolution.at), (How::Declared, When::Exact(merged_at)));
    forum.hours(200);
    forum
        .app
        .by("cat", |cat| merges::undo(cat.tx, &cat.author, ALL, one, cat.now));
    assert_eq!((forum.outcome(one), forum.outcome(other)), (before, target_before));
}

#[test]
fn a_duplicate_of_a_merged_question_is_resolved_with_the_one_that_has_its_posts() {
    let forum = Forum::spawn();
    let [original, target, duplicate] = ["ada", "bob", "eve"].map(|name| forum.ask(name));
    let closing = Closing {
        reason: CloseReason::Duplicate,
        original: Some(original),
        note: Reason::default(),
    };
    forum.app.by("cat", |cat| {
        threads::close(cat.tx, &cat.author, ALL, duplicate, &closing, cat.now)?;
        merges::merge(cat.tx, &cat.author, ALL, original, target, &Reason::default(), cat.now)
    });
    assert_eq!(forum.outcome(duplicate).resolution, None);
    let reply = forum.app.by("dan", |dan| dan.reply(target, "Turn the key."));
    forum.app.by("bob", |bob| bob.accept(reply));
    assert_eq!(forum.outcome(duplicate).resolution.unwrap().how, How::Duplicate);
    forum
        .app
        .by("cat", |cat| merges::undo(cat.tx, &cat.author, ALL, original, cat.now));
    assert_eq!(forum.outcome(duplicate).resolution, None);
}
