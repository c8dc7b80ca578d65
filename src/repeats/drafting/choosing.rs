//! Which statements the draft is made of, and in which order.
//!
//! The best answer gives the steps: it is accepted, others agree with it, and its question is like all others. What it says that no
//! list and no other answer says is left out where answers agree on enough; what others agree on and it does not say follows. The
//! other answers say where they differ.

use std::collections::{BTreeMap, BTreeSet};

use super::agreement::{Agreed, Rarity, agreed};
use super::problem::Asked;
use super::reading::Statement;
use crate::domain::article::LONGEST_SHORT_ANSWER;
use crate::store::evidence::{Evidence, GivenAnswer};

/// The most steps of a draft.
pub(super) const MOST_STEPS: usize = 20;
/// The most rows of differences.
pub(super) const MOST_DIFFERENCES: usize = 16;
/// How much of an answer that differs is shown, in statements.
const MOST_OF_OTHER: usize = 2;
/// On so many steps answers have to agree before what only the best one says is left out.
const ENOUGH_AGREED: usize = 4;
/// From this likeness to a step on a statement differs from nothing.
const SAME_FROM: f32 = 0.6;
/// A statement has to do so much with what is asked to be worth a row.
const RELEVANT_FROM: f32 = 0.1;

/// A statement, and the answers that say it.
#[derive(Debug, Clone)]
pub(super) struct Step<'a> {
    /// What is said.
    pub(super) statement: &'a Statement<'a>,
    /// The answers that say the same, the one whose words these are first.
    pub(super) said_by: Vec<&'a GivenAnswer>,
}

/// What a draft is made of.
#[derive(Debug, Clone)]
pub(super) struct Choice<'a> {
    /// The steps, in order.
    pub(super) steps: Vec<Step<'a>>,
    /// The step that answers best by itself.
    pub(super) lead: &'a Statement<'a>,
    /// Statements that differ from the steps or from one another, those of one matter side by side.
    pub(super) differences: Vec<&'a Statement<'a>>,
}

/// Chooses; `None` when no answer is accepted or voted for, or none of those says anything.
pub(super) fn choose<'a>(evidence: &'a Evidence, all: &'a [Statement<'a>], asked: &Asked<'_>) -> Option<Choice<'a>> {
    let rarity = Rarity::of(all);
    let places: Vec<usize> = (0..all.len()).collect();
    let ranks = ranks(evidence, all, &agreed(all, &rarity, &places));
    let best = *ranks.first()?;
    let mut order = places;
    order.sort_by_key(|place| all.get(*place).map(|one| (rank(&ranks, one.answer), one.place)));
    let agreed: Vec<Agreed> = agreed(all, &rarity, &order);
    let steps = steps(all, &agreed, best);
    let lead = lead(&steps, asked)?;
    let differences = differences(all, &agreed, (&steps, &rarity), &order, asked);
    Some(Choice {
        steps,
        lead,
        differences,
    })
}

fn rank(ranks: &[&GivenAnswer], answer: &GivenAnswer) -> usize {
    ranks
        .iter()
        .position(|one| one.reply == answer.reply)
        .unwrap_or(ranks.len())
}

/// The answers that can be relied on and say something, the best first.
fn ranks<'a>(evidence: &'a Evidence, all: &[Statement<'_>], agreed: &[Agreed]) -> Vec<&'a GivenAnswer> {
    let mut said: BTreeMap<i64, (usize, usize)> = BTreeMap::new();
    for statement in all.iter().filter(|statement| !statement.sentences.is_empty()) {
        said.entry(statement.answer.reply.get()).or_default().0 += 1;
    }
    for member in agreed.iter().flat_map(|agreed| &agreed.members) {
        if let Some(statement) = all.get(*member) {
            said.entry(statement.answer.reply.get()).or_default().1 += 1;
        }
    }
    let sound = |answer: &&GivenAnswer| answer.is_accepted || answer.score > 0;
    let mut ranked: Vec<(f32, &GivenAnswer)> = evidence
        .answers
        .iter()
        .filter(sound)
        .filter_map(|answer| {
            let (count, supported) = *said.get(&answer.reply.get())?;
            (count > 0).then(|| (worth(evidence, answer, (count, supported)), answer))
        })
        .collect();
    ranked.sort_by(|one, other| other.0.total_cmp(&one.0).then(one.1.reply.cmp(&other.1.reply)));
    ranked.into_iter().map(|(_, answer)| answer).collect()
}

/// How good an answer is to begin with: acceptance first, then how like the others its question is, what others think and say,
/// and whether it says more than a word.
#[expect(clippy::cast_precision_loss, reason = "small numbers")]
fn worth(evidence: &Evidence, answer: &GivenAnswer, (count, supported): (usize, usize)) -> f32 {
    let accepted = if answer.is_accepted { 4.0 } else { 0.0 };
    let staff = if answer.is_by_staff { 1.0 } else { 0.0 };
    let voted = (answer.score.clamp(0, 1_000) as f32).ln_1p();
    let central = CENTRAL * centrality(evidence, answer);
    accepted + staff + voted + central + (supported.min(4) as f32) + 0.4 * (count.min(5) as f32)
}

/// What it is worth that an answer answers the question that is most like all others.
const CENTRAL: f32 = 4.0;

/// Where the question of an answer lies between the one that is least like the others, 0, and the one that is most, 1.
#[expect(clippy::cast_precision_loss, reason = "thousandths of about one")]
fn centrality(evidence: &Evidence, answer: &GivenAnswer) -> f32 {
    let all = || evidence.questions.iter().map(|question| question.thousandths);
    let (least, most) = (all().min().unwrap_or_default(), all().max().unwrap_or_default());
    let question = evidence
        .questions
        .iter()
        .find(|question| question.thread == answer.thread);
    let own = question.map_or(least, |question| question.thousandths);
    (own - least) as f32 / (most - least).max(1) as f32
}

fn steps<'a>(all: &'a [Statement<'a>], agreed: &[Agreed], best: &GivenAnswer) -> Vec<Step<'a>> {
    let is_best = |place: &usize| all.get(*place).is_some_and(|one| one.answer.reply == best.reply);
    let by_place: BTreeMap<usize, &Agreed> = agreed
        .iter()
        .filter_map(|one| Some((*one.members.iter().find(|place| is_best(place))?, one)))
        .collect();
    let beside: Vec<&Agreed> = agreed
        .iter()
        .filter(|one| one.members.len() > 1 && !one.members.iter().any(is_best))
        .collect();
    let is_enough = by_place.values().filter(|one| one.members.len() > 1).count() >= ENOUGH_AGREED;
    let own = (0..all.len()).filter(is_best).filter_map(|place| {
        let statement = all.get(place)?;
        let together = by_place.get(&place).filter(|one| one.members.len() > 1);
        let is_kept = !is_enough || statement.is_item || together.is_some() || !statement.code.is_empty();
        let others = together.map(|one| one.members.as_slice()).unwrap_or_default();
        is_kept.then(|| step(all, statement, others))
    });
    let following = beside
        .into_iter()
        .filter_map(|one| Some(step(all, all.get(*one.members.first()?)?, &one.members)));
    own.chain(following).take(MOST_STEPS).collect()
}

fn step<'a>(all: &'a [Statement<'a>], statement: &'a Statement<'a>, others: &[usize]) -> Step<'a> {
    let mut said_by = vec![statement.answer];
    for other in others.iter().filter_map(|place| all.get(*place)) {
        if said_by.iter().all(|known| known.reply != other.answer.reply) {
            said_by.push(other.answer);
        }
    }
    Step { statement, said_by }
}

/// The step that has most to do with what is asked, of those that make sense alone.
fn lead<'a>(steps: &[Step<'a>], asked: &Asked<'_>) -> Option<&'a Statement<'a>> {
    let says = |step: &&Step<'a>| !step.statement.sentences.is_empty();
    let alone = |step: &&Step<'a>| !step.statement.leans && !step.statement.announces();
    // Of equals the first.
    let has_words = |step: &&Step<'a>| step.statement.sentences.iter().any(|one| one.has_words());
    let best = steps.iter().filter(has_words).filter(alone).rev().max_by(|one, other| {
        let worth = |step: &Step<'_>| asked.relevance(&step.statement.stems) + supported(step) - drawbacks(step);
        worth(one).total_cmp(&worth(other))
    });
    best.or_else(|| steps.iter().find(has_words))
        .or_else(|| steps.iter().find(says))
        .map(|step| step.statement)
}

/// A short answer is said early, in a sentence that is no item of a list and not too long.
#[expect(clippy::cast_precision_loss, reason = "small numbers")]
fn drawbacks(step: &Step<'_>) -> f32 {
    let statement = step.statement;
    let length: usize = statement.sentences.iter().map(|one| one.plain().chars().count()).sum();
    let is_long = length > LONGEST_SHORT_ANSWER;
    0.05 * statement.place as f32 + if statement.is_under { 0.5 } else { 0.0 } + if is_long { 0.5 } else { 0.0 }
}

#[expect(clippy::cast_precision_loss, reason = "small numbers")]
fn supported(step: &Step<'_>) -> f32 {
    0.25 * (step.said_by.len().min(3) as f32)
}

/// What contradicts, side by side, then what other answers say that no step says.
fn differences<'a>(
    all: &'a [Statement<'a>],
    agreed: &[Agreed],
    (steps, rarity): (&[Step<'a>], &Rarity<'_>),
    order: &[usize],
    asked: &Asked<'_>,
) -> Vec<&'a Statement<'a>> {
    let mut rows: Vec<&Statement<'_>> = Vec::new();
    let mut shown: BTreeSet<usize> = agreed.iter().flat_map(|one| one.members.iter().copied()).collect();
    for one in agreed.iter().filter(|one| !one.against.is_empty()) {
        let matter = one.members.iter().take(1).chain(&one.against);
        let matter: Vec<usize> = matter
            .copied()
            .filter(|place| all.get(*place).is_some_and(fits_row))
            .collect();
        if matter.len() > 1 {
            rows.extend(matter.iter().filter_map(|place| all.get(*place)));
        }
        shown.extend(&one.against);
    }
    let mut counts: BTreeMap<i64, usize> = BTreeMap::new();
    let stepped = |one: &Statement<'_>| steps.iter().any(|step| step.statement.answer.reply == one.answer.reply);
    for statement in others(all, order, &shown, asked)
        .into_iter()
        .filter(|one| !stepped(one))
    {
        let count = counts.entry(statement.answer.reply.get()).or_default();
        let is_new = steps
            .iter()
            .map(|step| step.statement)
            .chain(rows.iter().copied())
            .all(|known| rarity.likeness(&known.stems, &statement.stems) < SAME_FROM);
        if *count < MOST_OF_OTHER && is_new {
            *count += 1;
            rows.push(statement);
        }
    }
    rows.truncate(MOST_DIFFERENCES);
    rows
}

/// The statements that are not shown yet, those of the best answers first, of each answer the most relevant first.
fn others<'a>(
    all: &'a [Statement<'a>],
    order: &[usize],
    shown: &BTreeSet<usize>,
    asked: &Asked<'_>,
) -> Vec<&'a Statement<'a>> {
    let left = order
        .iter()
        .filter(|place| !shown.contains(*place))
        .filter_map(|place| all.get(*place));
    let fit = left.filter(|one| fits_row(one) && asked.relevance(&one.stems) >= RELEVANT_FROM);
    let fit: Vec<&Statement<'_>> = fit.collect();
    let by_answer = fit.chunk_by(|one, other| one.answer.reply == other.answer.reply);
    let mut sorted = Vec::with_capacity(fit.len());
    for chunk in by_answer {
        let mut chunk = chunk.to_vec();
        chunk.sort_by(|one, other| asked.relevance(&other.stems).total_cmp(&asked.relevance(&one.stems)));
        sorted.extend(chunk);
    }
    sorted
}

/// Whether a statement makes sense in a row by itself.
fn fits_row(statement: &Statement<'_>) -> bool {
    !statement.leans
        && !statement.is_under
        && !statement.is_coarse
        && !statement.announces()
        && statement.sentences.iter().any(|one| one.has_words())
}
