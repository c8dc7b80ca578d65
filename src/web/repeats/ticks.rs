//! What a form of a proposal brings: the version that was seen, its questions, which of them were ticked, and what else was typed.

use std::collections::BTreeSet;

use crate::domain::id::{ProposalId, ThreadId};
use crate::store::proposals::Ticks;
use crate::web::Fault;

/// The fields of a form, each as often as it was sent.
pub type Fields = Vec<(String, String)>;

/// A form of a proposal, read.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Sent {
    /// The version that was seen.
    pub version: i64,
    /// The questions that the proposal was about then.
    pub seen: BTreeSet<ThreadId>,
    /// Which of those that had a check-box were ticked.
    pub ticks: Ticks,
    /// The one question that is not the same, when its own button was pressed.
    pub alone: Option<ThreadId>,
    /// Why.
    pub reason: String,
    /// The other proposal.
    pub other: Option<ProposalId>,
    /// Which part of the questions stood on the page.
    pub part: usize,
}

impl Sent {
    /// Reads the fields; what no form of ours sends is refused.
    pub fn read(fields: &Fields) -> Result<Self, Fault> {
        let mut sent = Self {
            part: 1,
            ..Self::default()
        };
        for (name, value) in fields {
            sent.take(name, value).ok_or(Fault::Malformed("malformed-form"))?;
        }
        if sent.version == 0 {
            return Err(Fault::Malformed("malformed-form"));
        }
        Ok(sent)
    }

    fn take(&mut self, name: &str, value: &str) -> Option<()> {
        match name {
            "version" => self.version = value.parse().ok()?,
            "seen" => self.seen = threads(value)?,
            "shown" => self.ticks.shown = threads(value)?,
            "ticked" => drop(self.ticks.ticked.insert(value.parse().ok()?)),
            "alone" => self.alone = Some(value.parse().ok()?),
            "reason" => value.clone_into(&mut self.reason),
            "other" => self.other = value.parse().ok(),
            "part" => self.part = value.parse().ok()?,
            _ => return None,
        }
        Some(())
    }
}

fn threads(list: &str) -> Option<BTreeSet<ThreadId>> {
    let ids = list.split(',').filter(|id| !id.is_empty());
    ids.map(|id| id.parse().ok()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn fields(pairs: &[(&str, &str)]) -> Fields {
        pairs.iter().map(|(a, b)| ((*a).to_owned(), (*b).to_owned())).collect()
    }

    #[test]
    fn a_form_brings_what_was_seen_and_ticked() {
        let pairs = [
            ("version", "3"),
            ("seen", "7,8"),
            ("shown", "7,8"),
            ("ticked", "8"),
            ("ticked", "7"),
        ];
        let sent = Sent::read(&fields(&pairs)).unwrap();
        assert_eq!((sent.version, sent.seen.len(), sent.part), (3, 2, 1));
        assert_eq!(sent.ticks.ticked, sent.seen);
    }

    #[test]
    fn what_no_form_sends_is_refused() {
        for pairs in [
            &[("version", "x")][..],
            &[],
            &[("version", "1"), ("ticked", "0")],
            &[("version", "1"), ("x", "")],
        ] {
            assert!(Sent::read(&fields(pairs)).is_err(), "{pairs:?}");
        }
    }
}
