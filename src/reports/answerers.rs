//! What each person did for a cohort, of those who did enough to be told.

use std::collections::HashMap;

use serde::Serialize;

use crate::domain::id::UserId;
use crate::domain::question::Answerer;
use crate::store::questions::cohort::FirstAnswer;

/// How many first answers somebody has to have given to be told: of fewer, no figure says anything about them.
pub const LEAST_ANSWERS: u64 = 5;
/// How many people are told at most.
const MOST_TOLD: usize = 20;

#[derive(Debug, Default)]
struct Done {
    first_answers: u64,
    accepted: u64,
    waits: Vec<i64>,
}

/// What each person did so far.
#[derive(Debug, Default)]
pub(super) struct Answerers(HashMap<UserId, Done>);

/// What one person did.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub struct Ranked {
    /// Who.
    pub user: UserId,
    /// To how many questions theirs was the first answer.
    pub first_answers: u64,
    /// In how many questions an answer of theirs was accepted.
    pub accepted: u64,
    /// How long half of their first answers took at most, in seconds, of those whose times are known.
    pub median_seconds: Option<i64>,
}

impl Answerers {
    /// Somebody answered first, after so many seconds if that is known.
    pub(super) fn answered(&mut self, answer: FirstAnswer, waited: Option<i64>) {
        let author = answer.author.filter(|_| answer.answerer != Answerer::Asker);
        if let Some(author) = author {
            let done = self.0.entry(author).or_default();
            done.first_answers += 1;
            done.waits.extend(waited);
        }
    }

    /// An answer of somebody was accepted.
    pub(super) fn accepted(&mut self, author: Option<UserId>) {
        if let Some(author) = author {
            self.0.entry(author).or_default().accepted += 1;
        }
    }

    /// Counts in what each of them did later.
    pub(super) fn append(&mut self, later: Self) {
        for (user, more) in later.0 {
            let done = self.0.entry(user).or_default();
            done.first_answers += more.first_answers;
            done.accepted += more.accepted;
            done.waits.extend(more.waits);
        }
    }

    /// Those who gave enough first answers, whose answers were accepted most often first.
    pub(super) fn ranked(self) -> Vec<Ranked> {
        let enough = self
            .0
            .into_iter()
            .filter(|(_, done)| done.first_answers >= LEAST_ANSWERS);
        let mut ranked: Vec<Ranked> = enough
            .map(|(user, done)| Ranked {
                user,
                first_answers: done.first_answers,
                accepted: done.accepted,
                median_seconds: median(done.waits),
            })
            .collect();
        ranked.sort_by_key(|one| (std::cmp::Reverse((one.accepted, one.first_answers)), one.user));
        ranked.truncate(MOST_TOLD);
        ranked
    }
}

/// The smallest wait that half of them do not exceed.
fn median(mut waits: Vec<i64>) -> Option<i64> {
    let middle = waits.len().checked_sub(1)? / 2;
    Some(*waits.select_nth_unstable(middle).1)
}
