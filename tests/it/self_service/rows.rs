//! The rows by which anybody can count again.

use tanya::domain::report::Selection;
use tanya::domain::sight::Sight;
use tanya::store::self_service::{self, VisitRow};

use super::Forum;

fn pages(forum: &Forum, sight: Sight, selection: &Selection, most: i64) -> Vec<VisitRow> {
    let (mut rows, mut after) = (Vec::new(), None);
    loop {
        let page = forum
            .app
            .read(|db| self_service::visits(db, sight, selection, after, most));
        assert!(page.items.len() <= usize::try_from(most).unwrap());
        rows.extend(page.items);
        match page.more {
            Some(more) => after = Some(more),
            None => return rows,
        }
    }
}

#[test]
fn pages_of_visits_hold_each_once_and_give_the_figures() {
    let forum = Forum::spawn();
    for number in 0..7 {
        // All at one moment, so that only their numbers tell them apart.
        let session = forum.visit(&format!("{}", number % 3), 20);
        if number % 2 == 0 {
            forum.post(&session);
        } else {
            forum.keep(&session);
        }
    }
    forum.keep(&forum.held_out("x", 15));
    let selection = Selection::usual(forum.now);
    let whole = pages(&forum, Sight::everything(), &selection, 1_000);
    assert_eq!(whole.len(), 8);
    for most in [1, 2, 3] {
        assert_eq!(pages(&forum, Sight::everything(), &selection, most), whole, "{most}");
    }
    let figures = forum.figures(Sight::everything());
    let posted = whole.iter().filter(|row| row.ending.is_some()).count();
    assert_eq!(posted, 4);
    assert_eq!(figures.visits.all() + figures.held_out.all(), 8);
    let firsts: Vec<&VisitRow> = whole.iter().filter(|row| row.is_first).collect();
    assert_eq!(firsts.len(), 4, "three visitors with suggestions, and one without");
    assert!(firsts.iter().all(|row| row.visitor == row.number));
    let text = serde_json::to_string(&whole).unwrap();
    assert!(
        !text.contains("visitor 1"),
        "nothing tells the hash of a cookie: {text}"
    );
}

#[test]
fn rows_of_hidden_categories_are_hidden() {
    let forum = Forum::spawn();
    let mut staff = forum.visit("dan", 5);
    staff.category = Some(forum.category("back-office"));
    forum.keep(&staff);
    forum.keep(&forum.visit("ada", 5));
    let selection = Selection::usual(forum.now);
    let count = |name| pages(&forum, forum.sight(name), &selection, 10).len();
    assert_eq!((count("dan"), count("cat")), (2, 1));
}
