//! Whatever is done, facts that are noted as it happens and those that other rows tell come to the same outcomes.

use std::cell::Cell;
use std::collections::BTreeMap;

use tanya::domain::account::Viewer;
use tanya::domain::article::LinkKind;
use tanya::domain::body::Reason;
use tanya::domain::id::{ArticleId, ThreadId};
use tanya::domain::question::{Fact, Outcome, What, derive};
use tanya::domain::sight::Sight;
use tanya::store::questions::{self, following};
use tanya::store::{Db, StoreError, article_links, threads};

use crate::merging::restoring::each_forum;
use crate::model::real::{Real, at};
use crate::model::verbs::{Chance, sequence};
use crate::support::Content;

/// Two published articles.
fn articles(real: &mut Real<'_>) -> Result<[ArticleId; 2], StoreError> {
    let mut root = Content {
        author: real.users[5].clone(),
        now: at(0),
        tx: real.tx,
    };
    let section = root.section("Boxes", None)?;
    let one = root.article(section, "How a box opens", "public")?;
    Ok([one, root.article(section, "How a box shuts", "public")?])
}

/// Something about an article, which the sequences of verbs know nothing of.
fn about_an_article(
    real: &mut Real<'_>,
    articles: [ArticleId; 2],
    chance: &mut Chance,
    tick: i64,
) -> Result<(), StoreError> {
    if real.threads.is_empty() {
        return Ok(());
    }
    let (thread, article) = (
        real.threads[chance.below(real.threads.len())],
        articles[chance.below(2)],
    );
    let user = real.users[chance.below(6)].clone();
    let sight = Sight::of(&Viewer::User(user.clone()));
    let done = match chance.below(5) {
        0 | 1 => article_links::link(real.tx, &user, sight, (thread, article), LinkKind::Answers, at(tick)).map(drop),
        2 => article_links::unlink(real.tx, &user, sight, (thread, article), at(tick)).map(drop),
        3 => article_links::confirm(real.tx, &user, sight, thread, at(tick)).map(drop),
        _ => threads::reopen(real.tx, &user, sight, thread, &Reason::default(), at(tick)).map(drop),
    };
    match done {
        Err(StoreError::NotFound) => Ok(()),
        done => done,
    }
}

fn outcomes(facts: &BTreeMap<ThreadId, Vec<Fact>>) -> BTreeMap<ThreadId, Outcome> {
    let outcome = |(id, facts): (&ThreadId, &Vec<Fact>)| {
        let asker = facts.iter().find(|fact| fact.what == What::Asked)?.by;
        Some((*id, derive(asker, facts, None, at(100_000))?))
    };
    facts.iter().filter_map(outcome).collect()
}

/// What differs between what was noted and what rows tell, with the facts of both.
fn disagreement(tx: &mut Db, ids: &[ThreadId]) -> Result<String, StoreError> {
    let (noted, told) = (questions::recorded(tx, ids)?, questions::told_by_rows(tx, ids)?);
    let (by_notes, by_rows) = (outcomes(&noted), outcomes(&told));
    assert_eq!(
        by_notes.keys().collect::<Vec<_>>(),
        by_rows.keys().collect::<Vec<_>>(),
        "all questions are known"
    );
    let differs = by_notes.iter().find(|(id, outcome)| by_rows.get(id) != Some(outcome));
    Ok(differs.map_or_else(String::new, |(id, outcome)| {
        let (noted, told) = (&noted[id], &told[id]);
        let lines = |facts: &[Fact]| -> String { facts.iter().map(|fact| format!("\n  {fact:?}")).collect() };
        format!(
            " thread {id}\n{outcome:#?}\nby rows {:#?}\nnoted{}\ntold{}",
            by_rows[id],
            lines(noted),
            lines(told)
        )
    }))
}

#[test]
fn what_is_noted_and_what_rows_tell_come_to_the_same() {
    let resolved = Cell::new(0);
    let played = each_forum(|tx, seed| {
        let mut chance = Chance::new(!seed);
        let mut real = Real::new(tx)?;
        let articles = articles(&mut real)?;
        for (place, verb) in sequence(seed).iter().enumerate() {
            // Days pass now and then, so that some resolutions stand for long enough.
            let tick = i64::try_from(place / 2).unwrap() * 1_500;
            real.act(verb, tick).unwrap();
            if chance.below(4) == 0 {
                about_an_article(&mut real, articles, &mut chance, tick)?;
            }
        }
        let ids = real.threads.clone();
        let said = disagreement(real.tx, &ids)?;
        let noted = questions::recorded(real.tx, &ids)?;
        if !said.is_empty() || noted.is_empty() {
            return Ok((!said.is_empty()).then_some(said));
        }
        // Rows of outcomes read as they were written.
        while following::step(real.tx, at(100_000))? {}
        let kept = questions::kept(real.tx, &ids)?;
        for (id, outcome) in outcomes(&noted) {
            let is_duplicate = outcome.closed.is_some_and(|closed| closed.original.is_some());
            assert!(is_duplicate || kept[&id].outcome == outcome, "seed {seed}, thread {id}");
            resolved.set(resolved.get() + usize::from(kept[&id].outcome.resolution.is_some()));
        }
        Ok(Some(String::new()))
    });
    assert!(played > 100, "only {played} forums had a question");
    assert!(resolved.get() > 40, "only {} questions were resolved", resolved.get());
}
