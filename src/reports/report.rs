//! A report: all figures about the questions of a selection.

use std::sync::{Mutex, PoisonError};

use chrono::{DateTime, Utc};
use serde::Serialize;

use super::cohort::{Cohort, Resolving, Rules};
use super::knowledge::{Knowledge, knowledge};
use super::self_service::{SelfService, self_service};
use super::statistics::business_hours::OpeningHours;
use crate::domain::question::LeftOut;
use crate::domain::report::{Period, Selection};
use crate::domain::sight::Sight;
use crate::store::questions::backlog::{self, Aged};
use crate::store::questions::cohort;
use crate::store::questions::following;
use crate::store::{Db, StoreError, surveys};

/// All figures about the questions of a selection.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Report {
    /// When they were asked.
    pub period: Period,
    /// The period that they are compared with; `None` when nothing was asked then.
    pub before: Option<Period>,
    /// Up to when they were observed.
    pub observed_until: DateTime<Utc>,
    /// How many were left out, and why.
    pub left_out: Vec<(LeftOut, u64)>,
    /// How they came to be answered and resolved.
    pub resolving: Resolving,
    /// What is open now, whenever it was asked.
    pub backlog: Vec<Aged>,
    /// How many of these have waited for more than a day without any answer.
    pub unanswered_for_a_day: u64,
    /// How many questions, whenever they were asked, have times that cannot be true.
    pub anomalies: u64,
    /// How many never had to ask.
    pub self_service: SelfService,
    /// What articles did.
    pub knowledge: Knowledge,
    /// What askers said afterwards.
    pub survey: surveys::Figures,
    /// Whether what came of all questions is known by now; else figures miss some.
    pub is_complete: bool,
}

/// Works all figures out, as far as the viewer sees the questions; of many questions each reader reads a part.
pub fn work_out(
    mut readers: [&mut Db; 2],
    sight: Sight,
    selection: &Selection,
    hours: Option<&OpeningHours>,
    now: DateTime<Utc>,
) -> Result<Report, StoreError> {
    let rules = Rules::of(selection, hours, now);
    let questions = read(&mut readers, sight, selection, rules)?;
    let before = match selection.before() {
        Some(before) => Some((before.period, read(&mut readers, sight, &before, rules)?)),
        None => None,
    };
    let [db, _] = readers;
    let before = before.filter(|(_, cohort)| !cohort.is_empty());
    let compared = before.as_ref().map(|(period, _)| *period);
    Ok(Report {
        period: selection.period,
        before: compared,
        observed_until: now,
        left_out: cohort::left_out(db, sight, selection)?,
        resolving: questions.conclude(selection.period, before.map(|(_, cohort)| cohort)),
        backlog: backlog::by_age(db, sight, selection, now)?,
        unanswered_for_a_day: backlog::unanswered(db, sight, selection, now)?,
        anomalies: cohort::anomaly_count(db, sight, selection)?,
        self_service: self_service(db, sight, selection, now)?,
        knowledge: knowledge(db, sight, selection, now)?,
        survey: surveys::figures(db, sight, selection)?,
        is_complete: following::is_filled(db)?,
    })
}

fn read<'a>(
    [one, other]: &mut [&mut Db; 2],
    sight: Sight,
    selection: &Selection,
    rules: Rules<'a>,
) -> Result<Cohort<'a>, StoreError> {
    let pieces = cohort::pieces(one, selection.period)?;
    let is_little = pieces.len() == 1;
    let pieces = Mutex::new(pieces.into_iter().enumerate());
    let work = |db: &mut Db| {
        let next = || pieces.lock().unwrap_or_else(PoisonError::into_inner).next();
        std::iter::from_fn(next)
            .map(|(place, period)| {
                let mut questions = Cohort::new(rules);
                let selection = Selection {
                    period,
                    ..selection.clone()
                };
                cohort::each_counted(db, sight, &selection, |question| questions.count(&question))?;
                Ok((place, questions))
            })
            .collect::<Result<Vec<_>, StoreError>>()
    };
    let mut read = if is_little {
        work(one)?
    } else {
        std::thread::scope(|scope| {
            let beside = scope.spawn(|| work(other));
            let mut read = work(one)?;
            read.extend(beside.join().unwrap_or_else(|panic| std::panic::resume_unwind(panic))?);
            Ok::<_, StoreError>(read)
        })?
    };
    read.sort_by_key(|(place, _)| *place);
    let pieces = read.into_iter().map(|(_, piece)| piece);
    Ok(pieces.reduce(Cohort::and_later).unwrap_or_else(|| Cohort::new(rules)))
}
