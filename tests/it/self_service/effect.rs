//! What suggestions change, by visitors.

use chrono::Duration;
use tanya::domain::ask_session::{AskSession, Ending};
use tanya::domain::report::{Period, Selection};
use tanya::domain::sight::Sight;
use tanya::domain::subject::Subject;
use tanya::reports::self_service::{Effect, Known, Shown};

use super::Forum;

/// So many visitors, of whom so many post at their first visit, twenty days ago.
fn visitors(forum: &Forum, is_held_out: bool, posting: usize, of: usize) {
    for number in 0..of {
        let name = format!("{is_held_out} {number}");
        let session = AskSession {
            is_held_out,
            ..forum.visit(&name, 20)
        };
        if number < posting {
            forum.post(&session);
        } else {
            forum.keep(&session);
        }
    }
}

fn known(effect: Effect) -> Known {
    match effect {
        Effect::Known(known) => known,
        Effect::Unknown { .. } => panic!("{effect:?}"),
    }
}

#[test]
fn the_effect_is_what_was_counted_by_hand() {
    let forum = Forum::spawn();
    visitors(&forum, false, 3, 12);
    visitors(&forum, true, 9, 10);
    let found = known(forum.figures(Sight::everything()).effect);
    assert_eq!((found.shown.hits(), found.shown.of()), (3, 12));
    assert_eq!((found.held_out.hits(), found.held_out.of()), (9, 10));
    assert!((found.difference.difference - 0.65).abs() < 1e-9);
    assert!((found.saved().contacts - 7.8).abs() < 1e-9);
    assert_eq!(found.shows(), Shown::Fewer);
}

#[test]
fn nothing_is_claimed_when_few_or_none_are_held_out() {
    let forum = Forum::spawn();
    visitors(&forum, false, 3, 12);
    let unknown = |held_out| Effect::Unknown { shown: 12, held_out };
    assert_eq!(forum.figures(Sight::everything()).effect, unknown(0));
    visitors(&forum, true, 2, 9);
    assert_eq!(forum.figures(Sight::everything()).effect, unknown(9));
}

/// Enough of those who do nothing, so that there is something to compare with.
fn crowd(forum: &Forum) {
    visitors(forum, false, 0, 10);
    visitors(forum, true, 0, 10);
}

#[test]
fn a_visitor_counts_once_by_the_first_visit_of_the_period() {
    let forum = Forum::spawn();
    crowd(&forum);
    // Written in another order than they began: the first visit decides the side, a later one posts.
    forum.post(&forum.held_out("x", 25));
    forum.keep(&forum.visit("x", 30));
    forum.keep(&forum.visit("x", 24));
    // Posted a day too late, and just in time.
    forum.keep(&forum.visit("late", 30));
    forum.post(&forum.visit("late", 22));
    forum.keep(&forum.held_out("in time", 30));
    let second = forum.held_out("in time", 24);
    forum.end_at(&second, Ending::Posted, Subject::Thread(forum.thread()), forum.ago(23));
    let found = known(forum.figures(Sight::everything()).effect);
    assert_eq!((found.shown.hits(), found.shown.of()), (1, 12));
    assert_eq!((found.held_out.hits(), found.held_out.of()), (1, 11));
}

#[test]
fn the_first_visit_of_a_period_may_be_a_later_one_of_the_visitor() {
    let forum = Forum::spawn();
    crowd(&forum);
    forum.post(&forum.visit("x", 60));
    forum.keep(&forum.visit("x", 28));
    let day = |days| forum.ago(days).date_naive();
    let selection = Selection::of(Period::of_days(day(40), day(0)).unwrap());
    let found = known(forum.figures_of(Sight::everything(), &selection).effect);
    assert_eq!((found.shown.hits(), found.shown.of()), (0, 11));
    let found = known(forum.figures(Sight::everything()).effect);
    assert_eq!((found.shown.hits(), found.shown.of()), (1, 11));
}

#[test]
fn visitors_whose_seven_days_are_not_over_wait() {
    let forum = Forum::spawn();
    crowd(&forum);
    forum.post(&forum.visit("young", 6));
    forum.post(&forum.visit("old", 7));
    let found = known(forum.figures(Sight::everything()).effect);
    assert_eq!((found.shown.hits(), found.shown.of()), (1, 11));
}

#[test]
fn a_question_after_the_period_still_counts_and_a_clock_that_went_back_hides_none() {
    let forum = Forum::spawn();
    crowd(&forum);
    let day = |days| forum.ago(days).date_naive();
    let selection = Selection::of(Period::of_days(day(40), day(19)).unwrap());
    forum.keep(&forum.visit("x", 19));
    forum.post(&forum.visit("x", 14));
    let back = forum.visit("y", 20);
    forum.end_at(
        &back,
        Ending::Posted,
        Subject::Thread(forum.thread()),
        back.began_at - Duration::hours(1),
    );
    let found = known(forum.figures_of(Sight::everything(), &selection).effect);
    assert_eq!((found.shown.hits(), found.shown.of()), (2, 12));
}

#[test]
fn visits_out_of_sight_are_no_visits() {
    let forum = Forum::spawn();
    crowd(&forum);
    let staff = AskSession {
        category: Some(forum.category("back-office")),
        ..forum.visit("dan", 20)
    };
    forum.post(&staff);
    let shown = |name| known(forum.figures(forum.sight(name)).effect).shown.of();
    assert_eq!((shown("dan"), shown("cat")), (11, 10));
}
