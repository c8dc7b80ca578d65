//! What became of visits to the ask form.

use chrono::Duration;
use tanya::domain::ask_session::{AskOutcome, AskSession, Ending};
use tanya::domain::report::Selection;
use tanya::domain::sight::Sight;
use tanya::domain::subject::Subject;
use tanya::reports::self_service::Visits;
use tanya::reports::statistics::proportion::Proportion;

use super::Forum;

fn counts(visits: &Visits) -> Vec<u64> {
    AskOutcome::ALL.iter().map(|outcome| visits.count(*outcome)).collect()
}

/// Two of each ending, and whatever else may be.
fn visited() -> Forum {
    let forum = Forum::spawn();
    let (open, resolved) = (Subject::Thread(forum.thread()), Subject::Thread(forum.resolved()));
    let solved = forum.opening(forum.visit("a", 10), resolved);
    forum.end(&solved, Ending::Solved, resolved);
    forum.end(&forum.visit("b", 10), Ending::Joined, open);
    forum.post(&forum.visit("c", 10));
    forum.post(&forum.opening(forum.visit("d", 11), resolved));
    forum.keep(&forum.opening(forum.visit("e", 12), open));
    forum.keep(&forum.visit("f", 12));
    let young = AskSession {
        began_at: forum.now - Duration::hours(23),
        ..forum.opening(forum.visit("g", 0), resolved)
    };
    forum.keep(&young);
    forum.post(&forum.held_out("h", 10));
    forum.keep(&forum.visit("long ago", 91));
    forum
}

#[test]
fn visits_are_counted_by_what_became_of_them() {
    let forum = visited();
    let figures = forum.figures(Sight::everything());
    assert_eq!(counts(&figures.visits), [1, 1, 2, 1, 1, 1]);
    assert_eq!(counts(&figures.held_out), [0, 0, 1, 0, 0, 0]);
    assert_eq!(figures.visits.share(AskOutcome::Posted), Proportion::new(2, 6));
    // Of three visits in which the resolved thread was opened, one may still end, and one posted.
    assert_eq!(figures.visits.answered_unposted(), Proportion::new(1, 2));
    assert_eq!(figures.held_out.answered_unposted(), None);
}

#[test]
fn a_visit_that_did_not_end_within_a_day_was_abandoned() {
    let forum = visited();
    let selection = Selection::usual(forum.now);
    let later = forum.now + Duration::hours(2);
    let figures = forum
        .app
        .read(|db| tanya::reports::self_service::self_service(db, Sight::everything(), &selection, later));
    assert_eq!(counts(&figures.visits), [1, 1, 2, 2, 1, 0]);
}

#[test]
fn an_end_before_the_beginning_is_an_end() {
    let forum = Forum::spawn();
    let thread = Subject::Thread(forum.thread());
    for ending in [Ending::Solved, Ending::Posted] {
        let session = forum.visit("a", 20);
        forum.end_at(&session, ending, thread, forum.ago(21));
    }
    let future = AskSession {
        began_at: forum.now + Duration::hours(3),
        ..forum.visit("b", 0)
    };
    forum.keep(&future);
    let figures = forum.figures(Sight::everything());
    assert_eq!(counts(&figures.visits), [1, 0, 1, 0, 0, 1]);
}

#[test]
fn what_was_opened_counts_as_it_stood_then() {
    let forum = Forum::spawn();
    let thread = forum.thread();
    forum.keep(&forum.opening(forum.visit("a", 10), Subject::Thread(thread)));
    let reply = forum.app.by("bob", |bob| bob.reply(thread, "With the key."));
    forum.app.by("ada", |ada| ada.accept(reply));
    assert_eq!(forum.figures(Sight::everything()).visits.answered_unposted(), None);
    forum.keep(&forum.opening(forum.visit("b", 10), Subject::Thread(thread)));
    let figures = forum.figures(Sight::everything());
    assert_eq!(figures.visits.answered_unposted(), Proportion::new(1, 1));
    assert_eq!(figures.visits.count(AskOutcome::LeftAfterOpening), 2);
}

#[test]
fn visits_are_narrowed_by_category_and_by_sight() {
    let forum = Forum::spawn();
    let of = |slug: Option<&str>| AskSession {
        category: slug.map(|slug| forum.category(slug)),
        ..forum.visit("a", 5)
    };
    for slug in [Some("help"), Some("help"), Some("back-office"), None] {
        forum.keep(&of(slug));
    }
    let all = |sight, slug: Option<&str>| {
        let selection = Selection {
            category: slug.map(|slug| forum.category(slug)),
            ..Selection::usual(forum.now)
        };
        forum.figures_of(sight, &selection).visits.all()
    };
    let (cat, dan) = (forum.sight("cat"), forum.sight("dan"));
    assert_eq!((all(dan, None), all(cat, None)), (4, 3));
    assert_eq!((all(dan, Some("help")), all(cat, Some("help"))), (2, 2));
    assert_eq!((all(dan, Some("back-office")), all(cat, Some("back-office"))), (1, 0));
    assert_eq!(all(dan, Some("news")), 0);
}

#[test]
fn of_an_empty_period_nothing_is_told() {
    let forum = Forum::spawn();
    let figures = forum.figures(Sight::public());
    assert_eq!((figures.visits.all(), figures.held_out.all()), (0, 0));
    assert!(
        AskOutcome::ALL
            .iter()
            .all(|outcome| figures.visits.share(*outcome).is_none())
    );
    assert_eq!(figures.visits.answered_unposted(), None);
    assert_eq!(figures.searches.share(0), None);
}
