//! What stands in whose digest.

use super::*;

fn at(minute: i64) -> DateTime<Utc> {
    DateTime::from_timestamp(minute * 60, 0).unwrap()
}

fn thread(id: i64, minute: i64, category: i64, tags: &[i64]) -> ThreadEvent {
    ThreadEvent {
        at: at(minute),
        id,
        category,
        audience: if category == 9 {
            Audience::Staff
        } else {
            Audience::Public
        },
        tags: tags.into(),
        people: id % 3,
        views: 0,
    }
}

fn wish(categories: &[i64], tags: &[i64]) -> Wish {
    Wish {
        sight: Sight::public(),
        language: Language::English,
        is_about_all: categories.is_empty() && tags.is_empty(),
        categories: categories.to_vec(),
        tags: tags.to_vec(),
        window: Window {
            from: at(0),
            to: at(100),
        },
    }
}

fn events() -> Events {
    let threads = vec![
        thread(1, 40, 1, &[7]),
        thread(2, 20, 2, &[]),
        thread(3, 30, 2, &[7, 8]),
        thread(4, 100, 1, &[7]),
        thread(5, 50, 9, &[7]),
    ];
    Events {
        unanswered: threads.clone(),
        resolved: threads,
        ..Events::default()
    }
}

fn told(picked: &Picked) -> Vec<(i64, Why)> {
    picked.0.iter().map(|item| (item.id, item.why)).collect()
}

#[test]
fn what_was_chosen_is_told_with_its_reason_as_far_as_it_is_in_sight() {
    let all = wish(&[], &[]).unanswered(&events());
    assert_eq!(
        told(&all),
        [2, 3, 1].map(|id| (id, Why::Everything)),
        "the longest wait first"
    );
    let some = wish(&[1], &[8]).unanswered(&events());
    assert_eq!(told(&some), [(3, Why::Tag(8)), (1, Why::Category)]);
    let staff = Wish {
        sight: Sight::everything(),
        ..wish(&[], &[])
    };
    assert_eq!(staff.unanswered(&events()).1, 4);
    // Tags that are no more leave nothing rather than everything.
    let nothing = Wish {
        is_about_all: false,
        ..wish(&[], &[])
    };
    assert_eq!(nothing.unanswered(&events()), (Vec::new(), 0));
}

#[test]
fn resolved_questions_stand_in_the_order_of_how_many_have_them() {
    let ids: Vec<i64> = wish(&[], &[])
        .resolved(&events())
        .0
        .iter()
        .map(|item| item.id)
        .collect();
    assert_eq!(ids, [2, 1, 3]);
}

#[test]
fn few_are_named_and_the_rest_is_counted() {
    let events = Events {
        unanswered: (0..12).map(|id| thread(id, id, 1, &[])).collect(),
        ..Events::default()
    };
    let (named, count) = wish(&[], &[]).unanswered(&events);
    assert_eq!((named.len(), count), (MOST_IN_SECTION, 12));
}

#[test]
fn what_one_was_told_of_a_thread_stands_together_and_in_one_window() {
    let told = [(3, at(10)), (4, at(5)), (3, at(20)), (3, at(100)), (5, at(-1))];
    let (items, count) = OwnQuestion::told_in(
        &told,
        &Window {
            from: at(0),
            to: at(100),
        },
    );
    let counted: Vec<(i64, i64)> = items.iter().map(|item| (item.id, item.count)).collect();
    assert_eq!((counted, count), (vec![(3, 2), (4, 1)], 2));
    let (items, _) = OwnQuestion::told_in(
        &told,
        &Window {
            from: at(100),
            to: at(200),
        },
    );
    assert_eq!(items.iter().map(|item| item.count).collect::<Vec<_>>(), [1]);
}

#[test]
fn an_article_is_told_in_the_readers_language_or_as_it_was_written() {
    let article = |id, language: &str, is_translation| ArticleEvent {
        at: at(id),
        id,
        audience: Audience::Public,
        language: language.to_owned(),
        is_translation,
        tags: [7].into(),
    };
    let events = Events {
        articles: vec![article(1, "en", false), article(2, "id", true), article(3, "fil", true)],
        ..Events::default()
    };
    let ids = |wish: Wish| wish.articles(&events).0.iter().map(|item| item.id).collect::<Vec<_>>();
    assert_eq!(ids(wish(&[], &[])), [1]);
    let indonesian = Wish {
        language: Language::Indonesian,
        ..wish(&[4], &[])
    };
    assert_eq!(
        ids(indonesian),
        [2, 1],
        "whoever chose categories hears of all articles"
    );
    assert_eq!(ids(wish(&[], &[8])), Vec::<i64>::new());
}
