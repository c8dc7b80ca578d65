//! Each kind of proposal appears when it should, turns into another, and ends by itself.

use chrono::Duration;
use tanya::domain::article::LinkKind;
use tanya::domain::body::Reason;
use tanya::domain::proposal::{ProposalKind, ProposalRule, ProposalState};
use tanya::domain::sight::Sight;
use tanya::domain::vote::Vote;
use tanya::store::proposals::{self, Filter};
use tanya::store::{replies, threads, votes};

use super::Forum;

#[test]
fn what_three_people_ask_needs_an_answer_first_and_then_an_article() {
    let forum = Forum::spawn();
    let ids = forum.three();
    let first = forum.one(ProposalKind::Answer);
    assert_eq!((first.members, first.askers, first.open, first.version), (3, 3, 3, 1));
    let reply = forum.accept(ids[1]);
    let second = forum.one(ProposalKind::Article);
    assert_eq!((second.id, second.version, second.open), (first.id, 2, 2));
    forum.app.by("cat", |cat| {
        replies::unaccept(cat.tx, &cat.author, Sight::everything(), reply, cat.now)
    });
    assert_eq!(forum.one(ProposalKind::Answer).version, 3);
    forum.app.by("cat", |cat| {
        votes::on_reply(cat.tx, &cat.author, Sight::everything(), reply, Some(Vote::Up), cat.now)
    });
    assert_eq!(forum.one(ProposalKind::Article).version, 4);
}

#[test]
fn one_person_who_asks_three_times_is_one_asker() {
    let forum = Forum::spawn();
    let ids = [1, 2, 3].map(|number| forum.ask("ada", &format!("How does the box open, {number}?")));
    forum.app.group(&ids);
    forum.none();
    let other = forum.ask("bob", "How does the box open?");
    forum.app.group(&[ids[0], ids[1], ids[2], other]);
    forum.none();
    forum.rule(ProposalRule {
        fewest_askers: 2,
        ..ProposalRule::default()
    });
    forum.app.group(&[ids[0], ids[1], ids[2], other]);
    assert_eq!(forum.one(ProposalKind::Answer).askers, 2);
}

#[test]
fn what_was_asked_long_ago_counts_only_for_groups_that_a_scan_made() {
    let forum = Forum::spawn();
    let mut ids = vec![
        forum.ask("ada", "How does the box open?"),
        forum.ask("bob", "Open the box, how?"),
    ];
    forum.app.clock.pass(Duration::days(200));
    ids.push(forum.ask("eve", "The box does not open"));
    forum.app.group(&ids);
    forum.none();
    // As after an import: the group is made anew while all threads are scanned.
    forum.app.ungroup(&ids);
    forum.app.clock.pass(Duration::hours(1));
    forum.app.scanned();
    forum.app.group(&ids);
    forum.one(ProposalKind::Answer);
    // Once proposed, it stays, however old it grows.
    forum.app.clock.pass(Duration::days(400));
    forum.app.propose(&forum.proposer);
    let row = forum.one(ProposalKind::Answer);
    assert_eq!(
        (row.recent, row.askers),
        (0, 3),
        "its growth is weighed again by the clock"
    );
}

#[test]
fn a_group_that_an_article_answers_proposes_to_link_the_rest() {
    let forum = Forum::spawn();
    let ids = forum.three();
    let first = forum.one(ProposalKind::Answer);
    let article = forum.article("How the box opens");
    forum.app.by("cat", |cat| cat.link(ids[0], article, LinkKind::Answers));
    let row = forum.one(ProposalKind::Linking);
    assert_eq!(row.id, first.id, "it is the same proposal still");
    assert_eq!(row.article.unwrap().0, article);
    forum.app.by("cat", |cat| cat.link(ids[1], article, LinkKind::Answers));
    forum.app.by("cat", |cat| cat.link(ids[2], article, LinkKind::Answers));
    forum.none();
    let late = forum.ask("dan", "How on earth does the box open");
    forum.app.group(&[ids[0], ids[1], ids[2], late]);
    assert_eq!(
        forum.one(ProposalKind::Linking).members,
        4,
        "one who asks later is enough"
    );
}

#[test]
fn the_rank_is_made_of_askers_me_too_and_views() {
    let forum = Forum::spawn();
    let ids = forum.three();
    for name in ["cat", "dan", "root"] {
        forum.app.by(name, |by| {
            votes::me_too(by.tx, &by.author, Sight::everything(), ids[0], true, by.now)
        });
    }
    forum
        .app
        .write(|tx| threads::add_views(tx, &[(ids[0], 60), (ids[1], 50)]));
    forum.app.clock.pass(Duration::weeks(5));
    let late = forum.ask("dan", "How on earth does the box open");
    forum.app.group(&[ids[0], ids[1], ids[2], late]);
    let row = forum.one(ProposalKind::Answer);
    assert_eq!((row.askers, row.me_toos, row.views), (4, 3, 110));
    assert_eq!(row.people, 4 + 3 + 2);
    assert_eq!((row.members, row.open, row.recent), (4, 4, 1));
}

#[test]
fn a_group_that_shrinks_or_goes_ends_what_it_proposes() {
    let forum = Forum::spawn();
    let ids = forum.three();
    let row = forum.one(ProposalKind::Answer);
    forum.app.by("cat", |cat| {
        let reason = Reason::parse("off topic").unwrap();
        threads::delete(cat.tx, &cat.author, Sight::everything(), ids[2], &reason, cat.now)
    });
    forum.none();
    assert_eq!(forum.page(row.id).row.state, ProposalState::Lapsed);
    let other = forum.three();
    let row = forum.one(ProposalKind::Answer);
    let elsewhere = [9, 10].map(|number| forum.ask_as_new(number, "Something else"));
    for id in &other {
        forum.app.group(&[*id, elsewhere[0]]);
    }
    forum.none();
    assert_eq!(forum.page(row.id).row.state, ProposalState::Lapsed);
}

#[test]
fn questions_of_the_staff_stay_among_those_who_see_them() {
    let forum = Forum::spawn();
    let of_staff = ["dan", "root"].map(|name| forum.app.by(name, |by| by.ask("back-office", "Box lid", "box")));
    let ids = forum.three();
    let mixed = [ids[0], ids[1], ids[2], of_staff[0]];
    forum.app.group(&mixed);
    let row = forum.one(ProposalKind::Answer);
    assert_eq!((row.members, forum.threads(row.id)), (3, ids.clone()));
    forum.rule(ProposalRule {
        fewest_askers: 2,
        ..ProposalRule::default()
    });
    forum.app.group(&ids);
    forum.app.group(&of_staff);
    let rows = forum.until("both are proposed", |rows| rows.len() == 2);
    let hidden = rows.iter().find(|row| row.members == 2).unwrap();
    let cat = Sight::of(&tanya::domain::account::Viewer::User(forum.app.user("cat")));
    let seen = forum
        .app
        .read(|db| proposals::list(db, cat, Filter::Open(None), None, 50));
    assert_eq!(seen.items.len(), 1);
    let path = super::path(hidden.id);
    assert_eq!(forum.app.signed_in("cat").get(&path).status, 404);
    assert_eq!(forum.app.signed_in("root").get(&path).status, 200);
}
