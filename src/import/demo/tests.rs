//! What the demo content promises, and what the examination catches.

use std::collections::{BTreeMap, HashSet};

use chrono::{DateTime, Duration, Utc};

use super::*;
use crate::domain::category::Audience;
use crate::domain::role::Role;
use crate::domain::thread::{Standing, ThreadKind};

fn demo() -> Demo {
    Demo::load().unwrap_or_else(|error| panic!("{error}"))
}

fn questions(demo: &Demo) -> Vec<&Thread> {
    let threads = demo.threads.iter();
    threads.filter(|thread| thread.kind == ThreadKind::Question).collect()
}

#[test]
fn all_content_loads() {
    let demo = demo();
    assert!(demo.threads.len() >= 40, "{} threads", demo.threads.len());
    assert!(demo.forum.people.len() >= 22);
    assert!(demo.forum.tags.len() >= 30);
    assert!(demo.forum.people.iter().any(|person| person.name.chars().count() == 40));
}

#[test]
fn a_good_part_are_repeats() {
    let demo = demo();
    let mut groups: BTreeMap<&str, Vec<&Thread>> = BTreeMap::new();
    for thread in &demo.threads {
        if let Some(group) = &thread.repeats {
            groups.entry(group).or_default().push(thread);
        }
    }
    assert!(groups.len() >= 5, "{} groups", groups.len());
    assert!(groups.values().map(Vec::len).sum::<usize>() >= 16);
    for (group, threads) in groups {
        assert!((3..=5).contains(&threads.len()), "{group}: {}", threads.len());
        assert!(
            threads.iter().any(|thread| thread.standing_acceptance().is_some()),
            "{group} has no accepted answer"
        );
    }
}

#[test]
fn they_spread_over_half_a_year() {
    let demo = demo();
    let months: HashSet<i64> = demo.threads.iter().map(|thread| thread.asked.num_days() / 30).collect();
    assert!((0..6).all(|month| months.contains(&month)), "{months:?}");
    assert!(demo.threads.iter().all(|thread| thread.asked < Duration::days(184)));
}

#[test]
fn most_questions_are_resolved_and_some_wait() {
    let demo = demo();
    let questions = questions(&demo);
    let standing = |wanted| questions.iter().filter(|thread| thread.standing() == wanted).count();
    let resolved = standing(Standing::Resolved);
    assert!(
        resolved * 100 >= questions.len() * 55,
        "{resolved} of {}",
        questions.len()
    );
    assert!(standing(Standing::Unanswered) >= 5);
    let waits_since_today =
        |thread: &&&Thread| thread.standing() == Standing::Unanswered && thread.asked < Duration::days(1);
    assert!(questions.iter().filter(waits_since_today).count() >= 2);
}

#[test]
fn every_verb_occurs() {
    let demo = demo();
    let any = |claim: fn(&Thread) -> bool| demo.threads.iter().any(claim);
    assert!(any(|thread| !thread.edits.is_empty()));
    assert!(any(|thread| thread.replies.iter().any(|reply| !reply.edits.is_empty())));
    assert!(any(|thread| !thread.comments.is_empty()));
    assert!(any(|thread| thread
        .acceptances
        .iter()
        .any(|acceptance| acceptance.by.is_some())));
    assert!(any(|thread| !thread.reopenings.is_empty()));
    assert!(any(|thread| thread.locked.is_some()));
    assert!(any(|thread| thread.pinned.is_some()));
    assert!(any(|thread| thread.standing() == Standing::Closed));
    assert!(any(|thread| !thread.fields.is_empty()));
    for kind in ThreadKind::ALL.iter().copied() {
        assert!(demo.threads.iter().any(|thread| thread.kind == kind), "{kind:?}");
    }
    for audience in Audience::SHARED.iter().copied() {
        let category = demo
            .forum
            .categories
            .iter()
            .find(|category| category.audience == audience);
        let slug = category.map(|category| &category.slug);
        assert!(
            demo.threads.iter().any(|thread| Some(&thread.category) == slug),
            "{audience:?}"
        );
    }
}

#[test]
fn every_category_and_tag_is_used() {
    let demo = demo();
    for category in &demo.forum.categories {
        assert!(
            demo.threads.iter().any(|thread| thread.category == category.slug),
            "{}",
            category.slug
        );
    }
    for tag in &demo.forum.tags {
        assert!(
            demo.threads.iter().any(|thread| thread.tags.contains(&tag.name)),
            "{}",
            tag.name
        );
    }
}

#[test]
fn the_first_answer_is_not_always_the_right_one() {
    let demo = demo();
    let later = questions(&demo).into_iter().filter(|thread| {
        thread
            .standing_acceptance()
            .is_some_and(|acceptance| acceptance.reply > 0)
    });
    assert!(later.count() >= 4);
}

const FORUM_SAMPLE: &str = r#"
name = "Sample"
welcome = "Ask."
categories = [
  { name = "Help", slug = "help", description = "", kinds = ["question"], audience = "public",
    template = [{ key = "product", label = "Product", required = true }] },
  { name = "Inside", slug = "inside", description = "", kinds = ["discussion"], audience = "staff" },
]
tags = [{ name = "leak", description = "" }]
people = [
  { name = "ada", joined = "90d" },
  { name = "bob", role = "helper", joined = "90d" },
  { name = "cat", role = "moderator", joined = "9d" },
]
"#;

/// A sound question by ada, asked ten days ago, and whatever is added to it.
fn sample(category: &str, added: &str) -> Result<Demo, DemoError> {
    let text = format!(
        "category = '{category}'\n[[threads]]\nid = 'one'\ntitle = 'Why does it drip?'\nauthor = 'ada'\n\
         asked = '10d'\nbody = 'It drips.'\n{added}"
    );
    let forum = parse(FORUM, FORUM_SAMPLE)?;
    Demo::assemble(forum, threads_of("sample.toml", &text)?, Knowledge::default())
}

const PRODUCT: &str = "fields = { product = 'A' }\n";

#[track_caller]
fn complains(category: &str, added: &str, expected: &str) {
    let Err(error) = sample(category, added) else {
        panic!("no complaint: {expected}")
    };
    assert!(error.to_string().contains(expected), "{error}");
}

#[test]
fn a_sound_thread_passes() {
    let added = "[[threads.replies]]\nauthor = 'bob'\nafter = '1h'\nbody = 'Turn it.'\nup = ['ada']\n\
                 [[threads.acceptances]]\nreply = 0\nafter = '1d'\nby = 'bob'\n";
    let demo = sample("help", &format!("{PRODUCT}{added}")).unwrap_or_else(|error| panic!("{error}"));
    let Some(thread) = demo.thread("one") else {
        panic!("the thread is gone")
    };
    assert_eq!(thread.standing(), Standing::Resolved);
    assert_eq!(demo.person("bob").map(|person| person.role), Some(Role::Helper));
    let now = DateTime::<Utc>::UNIX_EPOCH + Duration::days(100);
    assert_eq!(thread.asked_at(now), DateTime::<Utc>::UNIX_EPOCH + Duration::days(90));
    assert_eq!(
        thread.time_of(Duration::hours(1), now) - thread.asked_at(now),
        Duration::hours(1)
    );
}

#[test]
fn names_must_exist() {
    complains("nowhere", "", "no category `nowhere`");
    complains("help", &format!("{PRODUCT}tags = ['drip']"), "no tag `drip`");
    complains("help", &format!("{PRODUCT}me_too = ['eve']"), "no person `eve`");
    complains("help", "fields = { colour = 'red' }", "requires `product`");
    let linking = "[[threads.replies]]\nauthor = 'bob'\nafter = '1h'\nbody = '[Here](thread:two).'";
    complains("help", &format!("{PRODUCT}{linking}"), "no thread `two`");
    let closure = "closure = { by = 'cat', after = '5d', reason = 'duplicate', duplicate_of = 'two' }";
    complains("help", &format!("{PRODUCT}{closure}"), "no thread `two`");
}

#[test]
fn time_runs_forward_and_ends_now() {
    let reply = |after: &str| format!("{PRODUCT}[[threads.replies]]\nauthor = 'bob'\nafter = '{after}'\nbody = 'x'\n");
    complains("help", &reply("10d"), "not before now");
    let accepted = format!("{}[[threads.acceptances]]\nreply = 0\nafter = '1h'\n", reply("2h"));
    complains("help", &accepted, "accepted before it is written");
    let reversed = format!(
        "{}[[threads.replies]]\nauthor = 'bob'\nafter = '1h'\nbody = 'y'\n",
        reply("2h")
    );
    complains("help", &reversed, "a reply comes before what it follows");
    let early = "locked = { by = 'cat', after = '1h' }";
    complains("help", &format!("{PRODUCT}{early}"), "had not signed up yet");
}

#[test]
fn people_keep_to_what_they_may_do() {
    complains("help", &format!("{PRODUCT}up = ['ada']"), "votes on their own post");
    complains(
        "help",
        &format!("{PRODUCT}up = ['bob']\ndown = ['bob']"),
        "listed twice",
    );
    complains("inside", "kind = 'discussion'", "not staff");
    complains("help", "kind = 'discussion'", "does not take this kind");
    let closure = "closure = { by = 'bob', after = '2d', reason = 'off_topic' }";
    complains("help", &format!("{PRODUCT}{closure}"), "`bob` may not close");
    let out_of_turn = "reopenings = [{ by = 'ada', after = '2d', reason = 'Still drips.' }]";
    complains("help", &format!("{PRODUCT}{out_of_turn}"), "take turns");
    complains(
        "help",
        &format!("{PRODUCT}acceptances = [{{ reply = 3, after = '1d' }}]"),
        "no reply 3",
    );
}

#[test]
fn the_shape_is_strict() {
    complains("help", "mood = 'sour'", "sample.toml");
    complains("help", "locked = { by = 'cat', after = 'soon' }", "not a span of time");
}
