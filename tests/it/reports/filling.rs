//! A forum that is older than facts, and one that came in: what rows tell becomes facts and outcomes, however often that is
//! broken off.

use diesel::RunQueryDsl;
use tanya::domain::question::{Answerer, FactKind};
use tanya::reports::reckoner::Reckoner;
use tanya::store::questions::{self, following};

use super::Forum;

impl Forum {
    /// As if nobody had noted anything.
    fn forget(&self) {
        self.app.write(|tx| {
            for table in ["question_facts", "question_outcomes", "question_fills"] {
                diesel::sql_query(format!("delete from {table}")).execute(tx)?;
            }
            Ok(())
        });
    }
}

#[test]
fn what_is_older_than_facts_is_told_by_rows() {
    let forum = Forum::spawn();
    let threads: Vec<_> = (0..5).map(|_| forum.ask("ada")).collect();
    forum.hours(1);
    let reply = forum.app.by("eve", |eve| eve.reply(threads[0], "Turn the key."));
    forum.app.by("ada", |ada| ada.accept(reply));
    let (before, facts) = (forum.outcome(threads[0]), forum.facts(threads[0]));
    forum.forget();
    // Something happens to it before the first fill comes to it.
    forum.hours(1);
    forum.app.by("dan", |dan| dan.reply(threads[0], "Or push."));
    assert_eq!(forum.facts(threads[0]), [FactKind::Answered]);
    // Each piece is done by a follower that knows nothing of the one before.
    while Reckoner::new(forum.app.store().clone(), forum.app.clock.clone())
        .step()
        .unwrap()
    {}
    let mut again = forum.facts(threads[0]);
    assert_eq!(again.len(), facts.len() + 1, "nothing is told twice: {again:?}");
    again.sort_unstable();
    assert_eq!(again.iter().filter(|kind| **kind == FactKind::Answered).count(), 2);
    let outcome = forum.outcome(threads[0]);
    assert_eq!(outcome.first_answer, before.first_answer);
    assert_eq!(outcome.resolution, before.resolution);
    assert_eq!(outcome.first_staff_answer.unwrap().answerer, Answerer::Staff);
    let kept = forum.app.read(|db| questions::kept(db, &threads));
    assert_eq!(kept.len(), 5);
}

#[test]
fn a_follower_does_nothing_where_nothing_happened_and_a_new_rule_begins_anew() {
    let forum = Forum::spawn();
    let thread = forum.ask("ada");
    forum.reckon();
    assert!(!forum.app.read(following::is_behind));
    assert!(!forum.reckoner.step().unwrap());
    forum.app.write(|tx| {
        diesel::sql_query("update question_fills set derivation = derivation - 1").execute(tx)?;
        Ok(diesel::sql_query("update question_outcomes set reopened_count = 77").execute(tx)?)
    });
    assert!(forum.app.read(following::is_behind));
    assert_eq!(forum.outcome(thread).reopened_count, 0);
}

#[test]
fn more_questions_than_fit_into_one_piece_are_all_filled_in() {
    let forum = Forum::spawn();
    let threads: Vec<_> = forum.app.by("ada", |ada| {
        (0..450)
            .map(|_| ada.ask("help", "Why does it not open?", "box"))
            .collect()
    });
    forum.forget();
    forum.reckon();
    let kept = forum.app.read(|db| questions::kept(db, &threads));
    assert_eq!(kept.len(), threads.len());
}
