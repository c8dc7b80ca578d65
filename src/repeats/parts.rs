//! A large group in parts, each of which one person can look through: what is most alike stands together.

use super::grouping::GroupError;
use super::linkage::{self, Bounds};
use crate::domain::id::ThreadId;
use crate::search::Search;
use crate::search::likeness::pair;

/// How many questions one part has at most: people lose what larger ones have in common.
pub const MOST_IN_PART: usize = 25;
/// So many questions are compared with each other at once; of larger groups each so many are parted by themselves.
const COMPARED: usize = 400;

/// The parts of a group's threads, the largest first, each in the order of ids; one part when there are few, and while the index
/// cannot be asked.
pub fn parts(search: &Search, ids: &[ThreadId]) -> Result<Vec<Vec<ThreadId>>, GroupError> {
    let mut ids = ids.to_vec();
    ids.sort_unstable();
    ids.dedup();
    let Some(pairing) = search.pairing().filter(|_| ids.len() > MOST_IN_PART) else {
        return Ok(ids.chunks(MOST_IN_PART).map(<[ThreadId]>::to_vec).collect());
    };
    let mut parts = Vec::new();
    for some in ids.chunks(COMPARED) {
        let mut questions = Vec::with_capacity(some.len());
        for id in some {
            questions.push(pairing.question(*id)?.unwrap_or_default());
        }
        let likeness = |one: usize, other: usize| match (questions.get(one), questions.get(other)) {
            (Some(one), Some(other)) => pair::likeness(one, other),
            _ => 0.0,
        };
        // They are one group already: how alike two parts must be is no question any more, only how large one may be.
        let bounds = Bounds {
            from: f32::MIN,
            most: MOST_IN_PART,
        };
        let grouped = linkage::groups(some.len(), &[], bounds, likeness);
        let named = grouped
            .iter()
            .map(|part| part.iter().filter_map(|place| some.get(*place).copied()).collect());
        parts.extend(named);
    }
    parts.sort_by_key(|part: &Vec<ThreadId>| std::cmp::Reverse(part.len()));
    Ok(parts)
}
