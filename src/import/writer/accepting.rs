//! Accepts imported answers, with the precision that is known.

use std::collections::HashMap;

use chrono::{DateTime, Days, NaiveDate, NaiveTime, TimeDelta, Utc};

use super::super::record::Acceptance;
use super::super::report::Noun;
use super::assembly::Assembly;
use crate::domain::resolution::When;
use crate::store::StoreError;
use crate::store::imports::{self, AcceptanceRow, ReplyFacts};
use crate::store::time::row_time;

/// Adds the acceptances of a batch, for threads that never had one.
pub(super) fn add_all(assembly: &mut Assembly<'_>, acceptances: &[Acceptance]) -> Result<(), StoreError> {
    let wanted: Vec<(i64, &Acceptance)> = acceptances
        .iter()
        .filter(|acceptance| assembly.may_settle(acceptance.thread))
        .filter_map(|acceptance| assembly.reply_id(acceptance.reply).map(|id| (id, acceptance)))
        .collect();
    let ids: Vec<i64> = wanted.iter().map(|(id, _)| *id).collect();
    let facts: HashMap<i64, ReplyFacts> = imports::acceptable(assembly.tx, &ids)?
        .into_iter()
        .map(|facts| (facts.id, facts))
        .collect();
    let mut count = 0;
    for (id, acceptance) in wanted {
        let Some(facts) = facts.get(&id) else { continue };
        let when = when(acceptance.accepted_on, facts.written_at());
        count += 1;
        assembly.touch(facts.thread_id);
        assembly.rows.acceptances.push(AcceptanceRow {
            thread_id: facts.thread_id,
            reply_id: id,
            accepted_by_id: facts.asker_id.filter(|_| acceptance.by_asker),
            accepted_at: when.time().map(row_time),
            precision: when.precision().as_str(),
            answerer_id: facts.answerer_id,
        });
    }
    assembly.wrote(Noun::Acceptances, count);
    Ok(())
}

/// A day counts as its end, and nothing is accepted before it was written.
fn when(accepted_on: Option<NaiveDate>, written_at: DateTime<Utc>) -> When {
    match accepted_on {
        Some(day) => When::Day(end_of(day).unwrap_or(written_at).max(written_at)),
        None => When::Unknown,
    }
}

/// The last microsecond of a day, so that it still reads as that day.
fn end_of(day: NaiveDate) -> Option<DateTime<Utc>> {
    let next = day.checked_add_days(Days::new(1))?;
    Some(next.and_time(NaiveTime::MIN).and_utc() - TimeDelta::microseconds(1))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_day_counts_as_its_end_but_never_before_the_answer() {
        let day = NaiveDate::from_ymd_opt(2021, 5, 1).unwrap();
        let at = |text: &str| text.parse::<DateTime<Utc>>().unwrap();
        let accepted = |written| when(Some(day), at(written));
        assert_eq!(
            accepted("2021-04-30T12:00:00Z"),
            When::Day(at("2021-05-01T23:59:59.999999Z"))
        );
        assert_eq!(
            accepted("2021-05-01T12:00:00Z"),
            When::Day(at("2021-05-01T23:59:59.999999Z"))
        );
        assert_eq!(accepted("2021-05-02T12:00:00Z"), When::Day(at("2021-05-02T12:00:00Z")));
        assert_eq!(when(None, at("2021-05-02T12:00:00Z")), When::Unknown);
    }
}
