//! Stories of one question each.

use tanya::domain::article::LinkKind;
use tanya::domain::body::Reason;
use tanya::domain::id::ThreadId;
use tanya::domain::question::{Answerer, FactKind, How, LeftOut, Party, Removal};
use tanya::domain::resolution::{CloseReason, When};
use tanya::domain::sight::Sight;
use tanya::store::threads::Closing;
use tanya::store::users::closing;
use tanya::store::users::roles::{self, Governance};
use tanya::store::{article_links, categories, replies, threads, votes};

use super::Forum;

const ALL: Sight = Sight::everything();

impl Forum {
    fn close(&self, id: ThreadId, reason: CloseReason, original: Option<ThreadId>) {
        let note = Reason::default();
        let closing = Closing { reason, original, note };
        self.app.by("cat", |cat| {
            threads::close(cat.tx, &cat.author, ALL, id, &closing, cat.now)
        });
    }

    fn reopen(&self, name: &str, id: ThreadId) {
        self.app.by(name, |by| {
            threads::reopen(by.tx, &by.author, ALL, id, &Reason::default(), by.now)
        });
    }
}

#[test]
fn a_question_is_answered_accepted_and_unaccepted() {
    let forum = Forum::spawn();
    let (asked_at, thread) = (forum.app.now(), forum.ask("ada"));
    forum.hours(1);
    let own = forum.app.by("ada", |ada| ada.reply(thread, "It has a lid."));
    forum.hours(1);
    let reply = forum.app.by("dan", |dan| dan.reply(thread, "Turn the key."));
    assert_eq!(forum.outcome(thread).turn.whose, Party::Asker);
    forum.hours(1);
    forum.app.by("ada", |ada| ada.accept(reply));
    let outcome = forum.outcome(thread);
    assert_eq!(outcome.asked_at, asked_at);
    let answer = outcome.first_answer.unwrap();
    assert_eq!((answer.reply, answer.answerer), (reply, Answerer::Staff));
    assert_eq!(answer.at, When::Exact(asked_at + chrono::Duration::hours(2)));
    assert_eq!(outcome.first_staff_answer, outcome.first_answer);
    let resolution = outcome.resolution.unwrap();
    assert_eq!(resolution.how, How::Confirmed);
    assert_eq!(resolution.at, When::Exact(forum.app.now()));
    assert!(!resolution.is_final(forum.app.now()), "it is one so far");
    assert_eq!(outcome.is_first_accepted(), Some(true));
    forum.hours(1);
    forum
        .app
        .by("ada", |ada| replies::unaccept(ada.tx, &ada.author, ALL, reply, ada.now));
    let outcome = forum.outcome(thread);
    assert_eq!((outcome.resolution, outcome.reopened_count), (None, 1));
    forum.hours(1);
    forum.app.by("ada", |ada| ada.accept(own));
    assert_eq!(forum.outcome(thread).resolution.unwrap().how, How::Own);
    assert_eq!(forum.outcome(thread).first_answer.unwrap().reply, own);
    let facts = [
        FactKind::Asked,
        FactKind::Answered,
        FactKind::Answered,
        FactKind::Accepted,
        FactKind::Unaccepted,
        FactKind::Accepted,
    ];
    assert_eq!(forum.facts(thread), facts);
}

#[test]
fn who_was_of_the_staff_then_stays_so_whatever_becomes_of_them() {
    let forum = Forum::spawn();
    let thread = forum.ask("ada");
    let reply = forum.app.by("dan", |dan| dan.reply(thread, "Turn the key."));
    let dan = forum.app.user("dan").id;
    let leaves = Governance {
        admin: None,
        user: dan,
        reason: Reason::default(),
        now: forum.app.now(),
    };
    forum.app.write(|tx| roles::set_staff(tx, &leaves, false));
    let now = forum.app.now();
    forum.app.write(|tx| closing::close(tx, dan, now));
    forum.app.by("eve", |eve| eve.accept(reply));
    let outcome = forum.outcome(thread);
    assert_eq!(outcome.first_staff_answer.unwrap().author, Some(dan));
    assert_eq!(outcome.resolution.unwrap().how, How::Declared);
}

#[test]
fn a_reply_that_is_deleted_answers_nothing_and_ends_its_acceptance() {
    let forum = Forum::spawn();
    let thread = forum.ask("ada");
    let reply = forum.app.by("bob", |bob| bob.reply(thread, "Buy another one."));
    forum.app.by("ada", |ada| ada.accept(reply));
    assert!(forum.outcome(thread).resolution.is_some());
    let no = Reason::default();
    forum.app.by("cat", |cat| {
        replies::delete(cat.tx, &cat.author, ALL, reply, &no, cat.now)
    });
    let outcome = forum.outcome(thread);
    assert_eq!((outcome.first_answer, outcome.resolution), (None, None));
    forum
        .app
        .by("cat", |cat| replies::undelete(cat.tx, &cat.author, ALL, reply, cat.now));
    assert_eq!(forum.outcome(thread).first_answer.unwrap().reply, reply);
}

#[test]
fn an_article_resolves_until_it_still_does_not_work() {
    let forum = Forum::spawn();
    let thread = forum.ask("ada");
    let article = forum.app.by("root", |root| {
        let section = root.section("Boxes", None)?;
        root.article(section, "How a box opens", "public")
    });
    forum.app.by("eve", |eve| eve.link(thread, article, LinkKind::Answers));
    let resolution = forum.outcome(thread).resolution.unwrap();
    assert_eq!((resolution.how, resolution.article), (How::Article, Some(article)));
    forum.app.by("ada", |ada| {
        article_links::confirm(ada.tx, &ada.author, ALL, thread, ada.now)
    });
    forum.hours(9 * 24);
    forum.reopen("ada", thread);
    let outcome = forum.outcome(thread);
    assert_eq!(
        outcome.resolution.unwrap().undone_at,
        Some(forum.app.now()),
        "it stood for nine days"
    );
    assert_eq!((outcome.reopened_count, outcome.turn.whose), (1, Party::Helpers));
    let facts = [
        FactKind::Asked,
        FactKind::Linked,
        FactKind::Confirmed,
        FactKind::Unlinked,
        FactKind::Reopened,
    ];
    assert_eq!(forum.facts(thread), facts);
}

#[test]
fn duplicates_are_resolved_with_their_originals_one_after_another() {
    let forum = Forum::spawn();
    let [first, second, third] = ["ada", "bob", "eve"].map(|name| forum.ask(name));
    forum.close(second, CloseReason::Duplicate, Some(first));
    forum.close(third, CloseReason::Duplicate, Some(second));
    let reply = forum.app.by("bob", |bob| bob.reply(first, "Turn the key."));
    assert_eq!(forum.outcome(third).resolution, None);
    forum.hours(2);
    forum.app.by("ada", |ada| ada.accept(reply));
    let resolution = forum.outcome(third).resolution.unwrap();
    assert_eq!(
        (resolution.how, resolution.at),
        (How::Duplicate, When::Exact(forum.app.now()))
    );
    forum.hours(1);
    forum.reopen("ada", first);
    assert_eq!(forum.outcome(third).resolution, None);
    forum.reopen("cat", second);
    assert_eq!(forum.outcome(second).closed, None);
}

#[test]
fn what_is_deleted_or_closed_says_by_whom_and_why() {
    let forum = Forum::spawn();
    let [own, other, off] = ["ada", "ada", "bob"].map(|name| forum.ask(name));
    let no = Reason::default();
    for (name, id) in [("ada", own), ("cat", other)] {
        forum
            .app
            .by(name, |by| threads::delete(by.tx, &by.author, ALL, id, &no, by.now));
    }
    forum.close(off, CloseReason::OffTopic, None);
    assert_eq!(forum.outcome(own).removed.unwrap().why, Removal::Asker);
    assert_eq!(forum.outcome(other).removed.unwrap().why, Removal::Other);
    assert_eq!(forum.outcome(own).left_out(), None);
    assert_eq!(forum.outcome(off).left_out(), Some(LeftOut::OffTopic));
    forum
        .app
        .by("cat", |cat| threads::undelete(cat.tx, &cat.author, ALL, own, cat.now));
    assert_eq!(forum.outcome(own).removed, None);
}

#[test]
fn a_moderator_says_that_it_was_spam_and_figures_leave_it_out() {
    let forum = Forum::spawn();
    let thread = forum.ask("bob");
    let cat = forum.app.signed_in("cat");
    let form = "form[action$='/-/delete']";
    let path = format!("/threads/{thread}");
    let long = "x".repeat(600);
    let again = cat.submit(&path, form, &[("removal", "spam"), ("reason", &long)]);
    assert_eq!(again.status, 422);
    assert!(again.body.contains("<option value=\"spam\" selected"), "{}", again.body);
    assert_eq!(cat.submit(&path, form, &[("removal", "nonsense")]).status, 400);
    assert_eq!(cat.submit(&path, form, &[("removal", "spam")]).status, 303);
    let outcome = forum.outcome(thread);
    assert_eq!(outcome.removed.unwrap().why, Removal::Spam);
    assert!(outcome.left_out().is_some());
}

#[test]
fn people_who_have_it_too_and_the_category_are_kept_beside() {
    let forum = Forum::spawn();
    let thread = forum.ask("ada");
    forum.reckon();
    forum.app.by("bob", |bob| {
        votes::me_too(bob.tx, &bob.author, ALL, thread, true, bob.now)
    });
    let to = forum.app.by("cat", |cat| {
        let all = categories::list(cat.tx, ALL)?;
        let home = categories::by_slug(cat.tx, ALL, "help")?.id;
        let other = all.iter().find(|one| one.id != home && one.kinds.questions).unwrap().id;
        threads::r#move(cat.tx, &cat.author, ALL, thread, other, cat.now)?;
        Ok(other)
    });
    forum.reckon();
    let kept = forum.app.read(|db| tanya::store::questions::kept(db, &[thread]));
    assert_eq!((kept[&thread].me_too_count, kept[&thread].category), (1, to));
}

#[test]
fn discussions_have_neither_facts_nor_outcomes() {
    let forum = Forum::spawn();
    let talk = forum
        .app
        .by("ada", |ada| ada.start("help", "discussion", "Boxes I like", "box"));
    forum.app.by("bob", |bob| bob.reply(talk, "I like none."));
    forum.reckon();
    let (facts, kept) = forum.app.read(|db| {
        let facts = tanya::store::questions::recorded(db, &[talk])?;
        Ok((facts, tanya::store::questions::kept(db, &[talk])?))
    });
    assert!(facts.is_empty() && kept.is_empty());
}
