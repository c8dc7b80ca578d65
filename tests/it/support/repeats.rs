//! Groups of questions that ask the same, and what they propose, without an index that recognises them.

use tanya::domain::id::{ProposalId, RepeatGroupId, ThreadId};
use tanya::domain::sight::Sight;
use tanya::repeats::proposing::Proposer;
use tanya::repeats::recogniser::Step;
use tanya::store::proposals::{self, Filter, ProposalRow};
use tanya::store::repeats::{self, Regrouped, Seen};

use super::TestApp;

impl TestApp {
    /// All threads are scanned for repeats.
    pub fn scanned(&self) {
        let now = self.now();
        self.write(|tx| {
            repeats::begin_scan(tx, None, now)?;
            repeats::move_scan(tx, ThreadId::stored(0), None, now)
        });
    }

    /// These threads are one group from now on; whatever they were with before is not.
    pub fn group(&self, ids: &[ThreadId]) -> RepeatGroupId {
        let now = self.now();
        self.write(|tx| {
            let members = repeats::groups_of(tx, ids)?;
            let mut seen: Seen = ids.iter().map(|id| (*id, None)).collect();
            seen.extend(members.iter().map(|member| (member.thread, Some(member.group))));
            let group = Regrouped::of(ids.iter().map(|id| (*id, 500)));
            assert!(repeats::regroup(tx, &seen, &[group], now)?);
            Ok(repeats::groups_of(tx, &ids[..1])?[0].group)
        })
    }

    /// These threads are in no group from now on.
    pub fn ungroup(&self, ids: &[ThreadId]) {
        let now = self.now();
        self.write(|tx| {
            let members = repeats::groups_of(tx, ids)?;
            let seen: Seen = members
                .iter()
                .map(|member| (member.thread, Some(member.group)))
                .collect();
            repeats::regroup(tx, &seen, &[], now)
        });
    }

    /// Proposals follow whatever changed, as far as it can be read.
    pub fn propose(&self, proposer: &Proposer) {
        self.settle_changes();
        while proposer.step(self.store(), self.now()).unwrap() == Step::Moved {}
    }

    /// The proposals that wait for a decision, what affects most people first.
    pub fn proposed(&self) -> Vec<ProposalRow> {
        let list = |db: &mut _| proposals::list(db, Sight::everything(), Filter::Open(None), None, 50);
        self.read(list).items
    }

    /// What three people propose who ask the same.
    pub fn proposal(&self) -> ProposalId {
        let asked = ["ada", "bob", "eve"].map(|name| {
            self.by(name, |by| {
                by.ask("help", &format!("{name} wonders how the box opens"), "box")
            })
        });
        let group = self.group(&asked);
        let now = self.now();
        self.write(|tx| proposals::weigh(tx, &[group], tanya::domain::proposal::ProposalRule::default(), now));
        self.proposed().iter().map(|row| row.id).max().unwrap()
    }
}
