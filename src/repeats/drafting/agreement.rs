//! What answers agree on: statements of several answers that are about the same.
//!
//! How much two statements agree is the cosine of their stems, each weighed by how rare it is among all statements. Those that agree
//! on the matter but deny it, or name another number, are a *contradiction*: worth showing side by side.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use super::reading::Statement;

/// From which cosine on statements are about the same.
const AGREE_FROM: f32 = 0.5;
/// The fewest stems that statements which agree share.
const FEWEST_SHARED: usize = 2;

/// Statements of several answers that are about the same, by their places; the first is the best to show.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Agreed {
    /// Those that say the same, each of another answer.
    pub(super) members: Vec<usize>,
    /// Those that say the opposite, or another number.
    pub(super) against: Vec<usize>,
}

/// How rare each stem is.
pub(super) struct Rarity<'a> {
    weights: HashMap<&'a str, f32>,
}

impl<'a> Rarity<'a> {
    /// Of the stems of these statements.
    #[expect(clippy::cast_precision_loss, reason = "counts of a few hundred")]
    pub(super) fn of(statements: &'a [Statement<'_>]) -> Self {
        let mut counts: HashMap<&str, usize> = HashMap::new();
        for stem in statements.iter().flat_map(|statement| &statement.stems) {
            *counts.entry(stem).or_default() += 1;
        }
        let all = statements.len() as f32;
        let weight = |(stem, count): (&'a str, usize)| (stem, (1.0 + all / count as f32).ln());
        Self {
            weights: counts.into_iter().map(weight).collect(),
        }
    }

    /// How much these stems weigh together.
    pub(super) fn weight<'b>(&self, stems: impl IntoIterator<Item = &'b String>) -> f32 {
        stems
            .into_iter()
            .map(|stem| self.weights.get(stem.as_str()).copied().unwrap_or_default())
            .sum()
    }

    /// How much two statements are about the same, from 0 to 1.
    pub(super) fn likeness(&self, one: &BTreeSet<String>, other: &BTreeSet<String>) -> f32 {
        let shared: Vec<&String> = one.intersection(other).collect();
        if shared.len() < FEWEST_SHARED {
            return 0.0;
        }
        let whole = (self.weight(one) * self.weight(other)).sqrt();
        if whole > 0.0 { self.weight(shared) / whole } else { 0.0 }
    }
}

/// What is agreed on by at least two answers; `order` says which statements are best to show.
pub(super) fn agreed(statements: &[Statement<'_>], rarity: &Rarity<'_>, order: &[usize]) -> Vec<Agreed> {
    let mut taken = BTreeSet::new();
    let mut found = Vec::new();
    for (at, first) in order.iter().enumerate() {
        let Some(one) = statements.get(*first).filter(|_| !taken.contains(first)) else {
            continue;
        };
        let rest = order.iter().skip(at + 1).filter(|other| !taken.contains(*other));
        // The best statement of each other answer.
        let mut best: BTreeMap<i64, (f32, usize)> = BTreeMap::new();
        for place in rest {
            let Some(other) = statements.get(*place).filter(|other| are_apart(one, other)) else {
                continue;
            };
            let likeness = rarity.likeness(&one.stems, &other.stems);
            let known = best.get(&other.answer.reply.get()).map_or(0.0, |(known, _)| *known);
            if likeness >= AGREE_FROM && likeness > known {
                best.insert(other.answer.reply.get(), (likeness, *place));
            }
        }
        if best.is_empty() {
            continue;
        }
        let places = best.into_values().map(|(_, place)| place);
        let (against, with): (Vec<usize>, Vec<usize>) =
            places.partition(|place| statements.get(*place).is_some_and(|other| contradict(one, other)));
        taken.insert(*first);
        taken.extend(with.iter().chain(&against).copied());
        let members = [*first].into_iter().chain(with).collect();
        found.push(Agreed { members, against });
    }
    found
}

/// The same person may say the same twice, in two threads; within a thread that is no agreement.
fn are_apart(one: &Statement<'_>, other: &Statement<'_>) -> bool {
    let (one, other) = (one.answer, other.answer);
    one.reply != other.reply && (one.thread != other.thread || one.author != other.author)
}

fn contradict(one: &Statement<'_>, other: &Statement<'_>) -> bool {
    let both_count = !one.numbers.is_empty() && !other.numbers.is_empty();
    one.denies != other.denies || (both_count && one.numbers.is_disjoint(&other.numbers))
}
