//! Everything that anybody can see, compared with the model.

use std::collections::{BTreeMap, BTreeSet};

use diesel::RunQueryDsl;
use diesel::sql_types::{BigInt, Text};
use tanya::domain::id::{CommentId, ReplyId, ThreadId};
use tanya::domain::sight::Sight;
use tanya::domain::thread::{Is, Listing, Sort, Standing};
use tanya::store::threads::{self, ThreadRow};
use tanya::store::users::profiles;
use tanya::store::{categories, home, tags};

use super::memory::{CATEGORIES, Memory, sees_category};
use super::real::{Real, at};
use super::thread_page::page;
use super::verbs::{Chance, Nth, PLAYERS, TAGS, Who};

/// Compares what two viewers see, of whom nobody is one now and then, and what is counted for all.
pub fn everything(real: &mut Real<'_>, memory: &Memory, chance: &mut Chance) {
    counted(real, memory);
    written_down(real, memory);
    let first = chance.below(PLAYERS + 1);
    let second = (first + 1 + chance.below(PLAYERS)) % (PLAYERS + 1);
    for viewer in [first, second].map(|who| who.checked_sub(1)) {
        lists(real, memory, viewer);
        front(real, memory, viewer);
        for nth in 0..memory.threads.len() {
            page(real, memory, viewer, nth);
        }
    }
}

#[derive(diesel::QueryableByName)]
struct Figure {
    #[diesel(sql_type = Text)]
    name: String,
    #[diesel(sql_type = BigInt)]
    figure: i64,
}

/// Counts of people, categories and tags.
fn counted(real: &mut Real<'_>, memory: &Memory) {
    for who in 0..PLAYERS {
        let card = profiles::card(real.tx, real.users[who].id).unwrap();
        let found = (card.thread_count, card.reply_count, card.accepted_count);
        assert_eq!(found, memory.figures_of(who), "figures of player {who}");
    }
    for category in 0..CATEGORIES.len() {
        let sight = Sight::everything();
        let row = categories::find(real.tx, sight, real.categories[category]).unwrap();
        let found = (row.thread_count, row.open_count, row.resolved_count);
        assert_eq!(
            found,
            memory.figures_of_category(category),
            "figures of category {category}"
        );
    }
    let found: BTreeMap<String, i64> = tags::page(real.tx, Sight::everything(), "", 0, 100)
        .unwrap()
        .into_iter()
        .map(|tag| (tag.name, tag.thread_count))
        .collect();
    let expected = memory
        .tags_ever
        .iter()
        .map(|tag| (TAGS[*tag].to_owned(), memory.figure_of_tag(*tag)));
    assert_eq!(found, expected.collect(), "figures of tags");
    for (sight, seen) in [
        (Sight::public(), "categories.audience = 'public'"),
        (real.sight(Some(0)), "categories.audience <> 'staff'"),
    ] {
        let counted = diesel::sql_query(format!(
            "select tags.name, count(*) as figure from tags inner join thread_tags on thread_tags.tag_id = tags.id \
             inner join threads on threads.id = thread_tags.thread_id and threads.deleted_at is null \
             inner join categories on categories.id = threads.category_id and {seen} group by tags.name"
        ));
        let counted: Vec<Figure> = counted.load(real.tx).unwrap();
        let counted: BTreeMap<String, i64> = counted.into_iter().map(|one| (one.name, one.figure)).collect();
        let shown = tags::page(real.tx, sight, "", 0, 100).unwrap().into_iter();
        let shown: BTreeMap<String, i64> = shown.map(|tag| (tag.name, tag.thread_count)).collect();
        assert_eq!(shown, counted, "figures of tags as {seen}");
    }
}

#[derive(diesel::QueryableByName)]
struct Logged {
    #[diesel(sql_type = BigInt)]
    who: i64,
    #[diesel(sql_type = Text)]
    act: String,
}

/// The moderation log: a row for each act.
fn written_down(real: &mut Real<'_>, memory: &Memory) {
    let query = "select coalesce(moderator_id, 0) as who, act from moderations where thread_id is not null order by id";
    let rows: Vec<Logged> = diesel::sql_query(query).load(real.tx).unwrap();
    let place = |who: i64| real.users.iter().position(|user| user.id.get() == who);
    let found: Vec<(Option<Who>, &str)> = rows.iter().map(|row| (place(row.who), row.act.as_str())).collect();
    let expected: Vec<(Option<Who>, &str)> = memory.log.iter().map(|(who, act)| (Some(*who), *act)).collect();
    assert_eq!(found, expected, "the moderation log");
}

pub fn nths(real: &Real<'_>, rows: &[ThreadRow]) -> Vec<Nth> {
    rows.iter().map(|row| nth_thread(real, row.id)).collect()
}

pub fn nth_thread(real: &Real<'_>, id: ThreadId) -> Nth {
    real.threads
        .iter()
        .position(|one| *one == id)
        .expect("a thread of this sequence")
}

pub fn nth_reply(real: &Real<'_>, id: ReplyId) -> Nth {
    real.replies
        .iter()
        .position(|one| *one == id)
        .expect("a reply of this sequence")
}

pub fn nth_comment(real: &Real<'_>, id: CommentId) -> Nth {
    real.comments
        .iter()
        .position(|one| *one == id)
        .expect("a comment of this sequence")
}

pub fn who(real: &Real<'_>, author: &tanya::store::authors::Author) -> Option<Who> {
    real.users.iter().position(|user| Some(user.id) == author.id)
}

/// The largest first; of equals the younger.
pub fn sorted_by<K: Ord>(mut nths: Vec<Nth>, key: impl Fn(Nth) -> K) -> Vec<Nth> {
    nths.sort_by_key(|nth| std::cmp::Reverse((key(*nth), *nth)));
    nths
}

/// Lists by standing, category, tag and order, and each line of them.
fn lists(real: &mut Real<'_>, memory: &Memory, viewer: Option<Who>) {
    let sight = real.sight(viewer);
    let all = Listing {
        is: None,
        category: None,
        tag: None,
        sort: Sort::Active,
    };
    let seen = memory.visible(viewer);
    let rows = threads::list(real.tx, sight, &all, None, 100).unwrap().items;
    assert_eq!(
        nths(real, &rows),
        sorted_by(seen.clone(), |nth| memory.threads[nth].active_at),
        "by activity"
    );
    for row in &rows {
        line(real, memory, row);
    }
    let listed = |real: &mut Real<'_>, listing: Listing| {
        let rows = threads::list(real.tx, sight, &listing, None, 100).unwrap().items;
        nths(real, &rows)
    };
    let new = sorted_by(seen.clone(), |nth| memory.threads[nth].asked_at);
    assert_eq!(listed(real, Listing { sort: Sort::New, ..all }), new, "by newness");
    let votes = sorted_by(seen, |nth| memory.threads[nth].score());
    assert_eq!(
        listed(
            real,
            Listing {
                sort: Sort::Votes,
                ..all
            }
        ),
        votes,
        "by votes"
    );
    for is in Is::ALL {
        let fits = |nth: &Nth| match is {
            Is::Unanswered => memory.standing(*nth) == Standing::Unanswered,
            Is::Open => matches!(memory.standing(*nth), Standing::Unanswered | Standing::Answered),
            Is::Resolved => memory.standing(*nth) == Standing::Resolved,
        };
        let expected: Vec<Nth> = new.iter().copied().filter(fits).collect();
        let found = listed(
            real,
            Listing {
                is: Some(*is),
                sort: Sort::New,
                ..all
            },
        );
        assert_eq!(found, expected, "{is} for {viewer:?}");
    }
    let category = real.categories[0];
    let expected: Vec<Nth> = new
        .iter()
        .copied()
        .filter(|nth| memory.threads[*nth].category == 0)
        .collect();
    assert_eq!(
        listed(
            real,
            Listing {
                category: Some(category),
                sort: Sort::New,
                ..all
            }
        ),
        expected,
        "of a category"
    );
    let pinned: BTreeSet<Nth> = expected
        .into_iter()
        .filter(|nth| memory.threads[*nth].is_pinned)
        .collect();
    let rows = threads::pinned(real.tx, Sight::everything(), category).unwrap();
    assert_eq!(nths(real, &rows).into_iter().collect::<BTreeSet<_>>(), pinned, "pinned");
    if let Ok(tag) = tags::by_name(real.tx, Sight::everything(), TAGS[0]) {
        let expected: Vec<Nth> = new
            .into_iter()
            .filter(|nth| memory.threads[*nth].tags.contains(&0))
            .collect();
        assert_eq!(
            listed(
                real,
                Listing {
                    tag: Some(tag.id()),
                    sort: Sort::New,
                    ..all
                }
            ),
            expected,
            "of a tag"
        );
    }
}

fn line(real: &Real<'_>, memory: &Memory, row: &ThreadRow) {
    let nth = nth_thread(real, row.id);
    let thread = &memory.threads[nth];
    assert_eq!(
        (row.standing, row.kind),
        (memory.standing(nth), thread.kind),
        "thread {nth}"
    );
    let figures = (row.reply_count, row.score, row.me_too_count);
    assert_eq!(
        figures,
        (memory.reply_count(nth), thread.score(), thread.me_toos.len() as i64),
        "thread {nth}"
    );
    assert_eq!(
        (row.is_pinned, row.is_locked),
        (thread.is_pinned, thread.is_locked),
        "thread {nth}"
    );
    let tags: Vec<&str> = thread.tags.iter().map(|tag| TAGS[*tag]).collect();
    assert_eq!(
        (&row.title, row.category.0.as_str()),
        (&thread.title, CATEGORIES[thread.category].0),
        "thread {nth}"
    );
    assert_eq!(
        (row.tags.clone(), who(real, &row.author)),
        (tags.iter().map(|t| (*t).to_owned()).collect(), Some(thread.author))
    );
    assert_eq!(row.active_at, at(thread.active_at), "thread {nth}");
}

/// The home page.
fn front(real: &mut Real<'_>, memory: &Memory, viewer: Option<Who>) {
    let sight = real.sight(viewer);
    let front = home::page(real.tx, sight).unwrap();
    let slugs: Vec<&str> = front.categories.iter().map(|category| category.slug.as_str()).collect();
    let expected = (0..CATEGORIES.len()).filter(|category| sees_category(viewer, *category));
    assert_eq!(
        slugs,
        expected.map(|category| CATEGORIES[category].0).collect::<Vec<_>>()
    );
    let resolved: Vec<ThreadRow> = front.resolved.into_iter().map(|(row, _)| row).collect();
    let accepted = memory
        .visible(viewer)
        .into_iter()
        .filter(|nth| memory.threads[*nth].accepted.is_some())
        .collect();
    let mut expected = sorted_by(accepted, |nth| memory.threads[nth].accepted.map(|one| one.at));
    expected.truncate(8);
    assert_eq!(nths(real, &resolved), expected, "resolved lately, for {viewer:?}");
}
