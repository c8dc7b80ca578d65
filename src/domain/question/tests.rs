use chrono::{DateTime, TimeDelta, Utc};
use proptest::prelude::*;

use super::*;
use crate::domain::id::{ArticleId, ReplyId, ThreadId, UserId};
use crate::domain::resolution::{CloseReason, When};

const ADA: UserId = UserId::stored(1);
const BOB: UserId = UserId::stored(2);
const EVE: UserId = UserId::stored(3);

/// So many hours after the question, which was asked on a Monday at noon.
fn at(hours: i64) -> DateTime<Utc> {
    let asked: DateTime<Utc> = "2026-03-02T12:00:00Z".parse().unwrap();
    asked + TimeDelta::hours(hours)
}

fn fact(what: What, by: UserId, hours: i64) -> Fact {
    Fact {
        what,
        at: When::Exact(at(hours)),
        by: Some(by),
    }
}

fn asked() -> Fact {
    fact(What::Asked, ADA, 0)
}

fn answered(reply: i64, by: UserId, answerer: Answerer, hours: i64) -> Fact {
    let reply = ReplyId::stored(reply);
    fact(What::Answered { reply, answerer }, by, hours)
}

fn accepted(reply: i64, by: UserId, hours: i64) -> Fact {
    let what = What::Accepted {
        reply: ReplyId::stored(reply),
        on_behalf_of: (by != ADA).then_some(ADA),
    };
    fact(what, by, hours)
}

fn unaccepted(reply: i64, hours: i64) -> Fact {
    let reply = ReplyId::stored(reply);
    fact(What::Unaccepted { reply }, ADA, hours)
}

fn outcome(facts: &[Fact]) -> Outcome {
    derive(Some(ADA), facts, None, at(10_000)).unwrap()
}

fn resolved(facts: &[Fact]) -> Option<(How, When, Option<DateTime<Utc>>)> {
    let resolution = outcome(facts).resolution?;
    Some((resolution.how, resolution.at, resolution.undone_at))
}

const ON_DAY_9: i64 = 9 * 24;

#[test]
fn an_answer_is_somebody_elses_unless_ones_own_was_accepted() {
    let own = answered(1, ADA, Answerer::Asker, 1);
    assert_eq!(outcome(&[asked(), own]).first_answer, None);
    let answer = outcome(&[asked(), own, answered(2, BOB, Answerer::Member, 2)]).first_answer;
    assert_eq!(answer.map(|answer| answer.author), Some(Some(BOB)));
    let outcome = outcome(&[asked(), own, answered(2, BOB, Answerer::Member, 2), accepted(1, ADA, 3)]);
    assert_eq!(outcome.first_answer.unwrap().at, When::Exact(at(1)));
    assert_eq!(outcome.resolution.unwrap().how, How::Own);
    assert_eq!(outcome.is_first_accepted(), Some(true));
}

#[test]
fn a_deleted_reply_answers_nothing_until_it_is_back() {
    let (reply, first) = (ReplyId::stored(1), answered(1, BOB, Answerer::Member, 1));
    let gone = fact(What::Withdrawn { reply }, EVE, 3);
    let second = answered(2, EVE, Answerer::Staff, 2);
    let found = outcome(&[asked(), first, second, gone]);
    assert_eq!(found.first_answer, found.first_staff_answer);
    assert_eq!(found.first_answer.unwrap().at, When::Exact(at(2)));
    let back = fact(What::Reinstated { reply }, EVE, 4);
    let found = outcome(&[asked(), first, second, gone, back]);
    assert_eq!(found.first_answer.unwrap().at, When::Exact(at(1)));
}

#[test]
fn a_resolution_is_the_first_that_stood_for_seven_days() {
    let answers = [
        asked(),
        answered(1, BOB, Answerer::Member, 1),
        answered(2, EVE, Answerer::Helper, 1),
    ];
    let with = |more: &[Fact]| resolved(&[&answers, more].concat());
    assert_eq!(with(&[]), None);
    let first = accepted(1, ADA, 2);
    assert_eq!(with(&[first]), Some((How::Confirmed, When::Exact(at(2)), None)));
    // Undone after a day: what came later counts.
    let soon = [first, unaccepted(1, 26), accepted(2, EVE, 50)];
    assert_eq!(with(&soon[..2]), None);
    assert_eq!(with(&soon), Some((How::Own, When::Exact(at(50)), None)));
    // Undone after nine: it was resolved, and the row says until when.
    let late = [first, unaccepted(1, ON_DAY_9), accepted(2, BOB, 300)];
    let expected = (How::Confirmed, When::Exact(at(2)), Some(at(ON_DAY_9)));
    assert_eq!(with(&late), Some(expected));
    assert_eq!(outcome(&[&answers[..], &late].concat()).reopened_count, 1);
}

#[test]
fn another_answer_that_is_accepted_at_once_is_no_break() {
    let facts = [
        asked(),
        answered(1, BOB, Answerer::Member, 1),
        answered(2, EVE, Answerer::Helper, 1),
        accepted(1, BOB, 2),
        unaccepted(1, 30),
        accepted(2, ADA, 30),
    ];
    let found = outcome(&facts);
    let resolution = found.resolution.unwrap();
    assert_eq!((resolution.how, resolution.at), (How::Own, When::Exact(at(2))));
    assert_eq!((resolution.reply, found.reopened_count), (Some(ReplyId::stored(2)), 0));
    assert_eq!(found.is_first_accepted(), Some(false));
}

#[test]
fn a_duplicate_is_resolved_while_its_original_is() {
    let closed = What::Closed {
        reason: CloseReason::Duplicate,
        original: Some(ThreadId::stored(9)),
    };
    let facts = [asked(), fact(closed, EVE, 5)];
    let original = |hours: i64, undone: Option<i64>| Resolution {
        how: How::Confirmed,
        at: When::Exact(at(hours)),
        undone_at: undone.map(at),
        reply: None,
        author: None,
        article: None,
    };
    let with = |original: Option<Resolution>| {
        let found = derive(Some(ADA), &facts, original.as_ref(), at(10_000)).unwrap();
        found.resolution.map(|found| (found.how, found.at))
    };
    assert_eq!(with(None), None);
    // It is known here only since it was closed.
    assert_eq!(
        with(Some(original(-50, None))),
        Some((How::Duplicate, When::Exact(at(5))))
    );
    assert_eq!(
        with(Some(original(80, None))),
        Some((How::Duplicate, When::Exact(at(80))))
    );
    assert_eq!(with(Some(original(-50, Some(2)))), None);
}

#[test]
fn a_day_counts_as_its_end_and_is_no_anomaly() {
    let day = |hours: i64| Fact {
        at: When::Day(at(hours)),
        ..accepted(1, ADA, 0)
    };
    let answer = answered(1, BOB, Answerer::Member, 20);
    for (said, known) in [(30, 30), (11, 20)] {
        let found = outcome(&[asked(), answer, day(said)]);
        assert_eq!(found.resolution.unwrap().at, When::Day(at(known)));
        assert_eq!(found.anomaly, None);
    }
    let unknown = Fact {
        at: When::Unknown,
        ..accepted(1, ADA, 0)
    };
    let found = outcome(&[asked(), answer, unknown]);
    assert_eq!((found.resolution.unwrap().at, found.anomaly), (When::Unknown, None));
}

#[test]
fn what_cannot_be_true_is_no_figure() {
    let early = outcome(&[asked(), answered(1, BOB, Answerer::Member, -3)]);
    assert_eq!(early.first_answer.unwrap().at, When::Unknown);
    assert_eq!(early.anomaly, Some(Anomaly::BeforeAsked));
    let hasty = outcome(&[asked(), answered(1, BOB, Answerer::Member, 9), accepted(1, ADA, 2)]);
    assert_eq!(hasty.resolution.unwrap().at, When::Unknown);
    assert_eq!(hasty.anomaly, Some(Anomaly::AcceptedBeforeAnswer));
    let late = outcome(&[asked(), answered(1, BOB, Answerer::Member, 10_100)]);
    assert_eq!(late.anomaly, Some(Anomaly::InFuture));
    let backwards = outcome(&[
        asked(),
        answered(1, BOB, Answerer::Member, 1),
        accepted(1, ADA, 9),
        unaccepted(1, 5),
    ]);
    assert_eq!(
        (backwards.resolution, backwards.anomaly),
        (None, Some(Anomaly::EndedBeforeBegun))
    );
    let ancient = Fact {
        at: When::Exact(DateTime::UNIX_EPOCH),
        ..asked()
    };
    let ancient = outcome(&[ancient, answered(1, BOB, Answerer::Member, 1)]);
    assert_eq!(ancient.anomaly, Some(Anomaly::AskedTooEarly));
    assert_eq!(ancient.first_answer.unwrap().at, When::Unknown);
    assert_eq!(ancient.left_out(), Some(LeftOut::Undatable));
}

#[test]
fn what_a_merge_brought_goes_with_it() {
    let (reply, into) = (ReplyId::stored(1), ThreadId::stored(9));
    let merged = outcome(&[
        asked(),
        answered(1, BOB, Answerer::Member, 1),
        fact(What::Merged { into }, EVE, 2),
    ]);
    assert_eq!((merged.merged_into, merged.first_answer), (Some(into), None));
    assert_eq!(merged.left_out(), Some(LeftOut::Merged));
    let target = [
        asked(),
        answered(1, BOB, Answerer::Member, 5),
        fact(What::Carried { reply }, EVE, 5),
        fact(What::CarriedBack { reply }, EVE, 500),
        fact(What::Parted { reply }, EVE, 500),
    ];
    let during = outcome(&target[..3]);
    assert_eq!(during.resolution.unwrap().how, How::Declared);
    assert_eq!(outcome(&target), outcome(&[asked()]));
}

#[test]
fn it_is_the_turn_of_whoever_was_spoken_to() {
    let answer = answered(1, BOB, Answerer::Member, 1);
    let turn = |facts: &[Fact]| outcome(facts).turn.whose;
    assert_eq!(turn(&[asked()]), Party::Helpers);
    assert_eq!(turn(&[asked(), answer]), Party::Asker);
    assert_eq!(
        turn(&[asked(), answer, answered(2, ADA, Answerer::Asker, 2)]),
        Party::Helpers
    );
    assert_eq!(turn(&[asked(), answer, fact(What::Reopened, ADA, 3)]), Party::Helpers);
}

fn some_when() -> impl Strategy<Value = When> {
    let hours = prop_oneof![
        -50_i64..400,
        Just(-500_000),
        Just(900_000),
        Just(-2_000_000_000),
        Just(2_000_000_000)
    ];
    (hours, 0..6).prop_map(|(hours, precision)| match precision {
        0 => When::Unknown,
        1 => When::Day(at(hours)),
        _ => When::Exact(at(hours)),
    })
}

fn some_what() -> impl Strategy<Value = What> {
    let reply = (1_i64..4).prop_map(ReplyId::stored);
    let article = (1_i64..3).prop_map(ArticleId::stored);
    let reason = proptest::sample::select(CloseReason::ALL);
    let why = proptest::sample::select(Removal::ALL);
    let answerer = proptest::sample::select(Answerer::ALL);
    (0..19, reply, article, reason, why, answerer).prop_map(|(kind, reply, article, reason, why, answerer)| {
        let thread = ThreadId::stored(9);
        match kind {
            0 => What::Withdrawn { reply },
            1 => What::Reinstated { reply },
            2 => What::Parted { reply },
            3 | 4 => What::Unaccepted { reply },
            5 => What::Carried { reply },
            6 => What::CarriedBack { reply },
            7 => What::Linked { article },
            8 => What::Unlinked { article },
            9 => What::Reopened,
            10 => What::Closed {
                reason,
                original: Some(thread),
            },
            11 => What::Opened,
            12 => What::Deleted { why },
            13 => What::Restored,
            14 => What::Unmerged,
            15..=16 => What::Accepted {
                reply,
                on_behalf_of: None,
            },
            _ => What::Answered { reply, answerer },
        }
    })
}

fn some_facts() -> impl Strategy<Value = Vec<Fact>> {
    let by = prop_oneof![Just(None), Just(Some(ADA)), Just(Some(BOB)), Just(Some(EVE))];
    let fact = (some_what(), some_when(), by).prop_map(|(what, at, by)| Fact { what, at, by });
    proptest::collection::vec(fact, 0..24)
}

proptest! {
    #[test]
    fn whatever_is_told_no_time_is_negative(
        facts in some_facts(),
        asking in some_when(),
        resolved in some_when(),
        now in -100_i64..2_000,
    ) {
        let asked = Fact { at: asking, ..asked() };
        let facts = [vec![asked], facts].concat();
        let original = Resolution { how: How::Article, at: resolved, undone_at: None, reply: None, author: None, article: None };
        let found = derive(Some(ADA), &facts, Some(&original), at(now));
        prop_assert_eq!(found.is_none(), asking == When::Unknown);
        let Some(found) = found else { return Ok(()) };
        let from = found.asked_at;
        let times = [
            found.first_answer.map(|answer| answer.at),
            found.first_staff_answer.map(|answer| answer.at),
            found.resolution.map(|resolution| resolution.at),
            found.closed.map(|closed| closed.at),
            found.removed.map(|removed| removed.at),
        ];
        let is_dated = found.anomaly.is_none_or(|anomaly| !anomaly.of_asking());
        for time in times.into_iter().flatten().filter_map(When::time) {
            prop_assert!(is_dated && time >= from && time <= at(now) + TimeDelta::days(1), "{time}");
        }
        prop_assert!(found.turn.since >= from);
        if let Some(Resolution { at, undone_at: Some(end), .. }) = found.resolution {
            prop_assert!(end - at.time().unwrap() >= STANDS_FOR);
        }
        prop_assert!(found.reopened_count >= 0);
    }

    #[test]
    fn facts_of_different_moments_may_come_in_any_order(facts in some_facts(), turns in 0_usize..24) {
        let mut facts = [vec![asked()], facts].concat();
        for (place, fact) in facts.iter_mut().enumerate() {
            fact.at = When::Exact(at(i64::try_from(place * 30).unwrap()));
        }
        let ordered = outcome(&facts);
        let turns = turns % facts.len();
        facts.rotate_left(turns);
        facts.reverse();
        prop_assert_eq!(outcome(&facts), ordered);
    }
}
