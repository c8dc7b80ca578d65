//! Which numbers were seen: a bit each where they stand close together, as a dump's do, so that millions fit in little memory.

use std::collections::HashMap;

use crate::import::record::SourceId;

/// A set of numbers, 64 neighbours at a time.
#[derive(Debug, Default)]
pub struct Ids(HashMap<SourceId, u64>);

impl Ids {
    /// Adds a number, and says whether it is new.
    pub fn insert(&mut self, id: SourceId) -> bool {
        let bit = 1_u64 << id.rem_euclid(64);
        let neighbours = self.0.entry(id.div_euclid(64)).or_default();
        let is_new = *neighbours & bit == 0;
        *neighbours |= bit;
        is_new
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_number_is_new_once() {
        let mut ids = Ids::default();
        let numbers = [0, 1, 63, 64, -1, -64, -65, SourceId::MAX, SourceId::MIN];
        assert!(numbers.iter().all(|id| ids.insert(*id)));
        assert!(numbers.iter().all(|id| !ids.insert(*id)));
    }
}
