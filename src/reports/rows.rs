//! The questions behind the figures, one row each, from which anybody can work the figures out again.

use chrono::{DateTime, SecondsFormat};
use serde::Serialize;

use super::cohort::Rules;
use crate::store::questions::cohort::Counted;

/// A question as a row of a file. Times are in UTC; what is not known is empty.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct QuestionRow {
    /// The number of the question.
    question: i64,
    /// When it was asked.
    asked_at: String,
    /// How often it counts: once, or once for each person who has the problem.
    weight: u32,
    /// When the first answer came.
    answered_at: Option<String>,
    /// How precisely that is known: to the second, or to the day, or not at all.
    answer_precision: Option<&'static str>,
    /// What whoever answered was to the question.
    answered_by: Option<&'static str>,
    /// For how long the first answer was waited for, in seconds; empty when nobody knows.
    answer_seconds: Option<i64>,
    /// Whether it came: 1; or not until then: 0.
    answer_came: Option<u8>,
    /// The same of the staff's first answer.
    staff_answer_seconds: Option<i64>,
    /// Whether it came.
    staff_answer_came: Option<u8>,
    /// When it was resolved.
    resolved_at: Option<String>,
    /// How precisely that is known.
    resolution_precision: Option<&'static str>,
    /// How it was resolved.
    resolved_how: Option<&'static str>,
    /// For how long the resolution was waited for, in seconds.
    resolution_seconds: Option<i64>,
    /// Whether it came.
    resolution_came: Option<u8>,
    /// Whether the answer that was accepted was the first one.
    first_answer_accepted: Option<u8>,
    /// Whether it was settled and then was so no longer.
    reopened: u8,
    /// When it was deleted.
    removed_at: Option<String>,
}

impl QuestionRow {
    /// A question by the rules of a report.
    pub fn of(question: &Counted, rules: &Rules<'_>) -> Self {
        let answer = question.answer;
        let resolution = question.resolution;
        let waited = |came: Option<Option<i64>>| rules.waited(question, came);
        let answered = waited(answer.map(|answer| answer.at));
        let staff = waited(question.has_staff_answer.then_some(question.staff_answered));
        let resolved = waited(resolution.map(|resolution| resolution.at));
        Self {
            question: question.thread.get(),
            asked_at: written(Some(question.asked)).unwrap_or_default(),
            weight: rules.weight(question),
            answered_at: written(answer.and_then(|answer| answer.at)),
            answer_precision: answer.map(|answer| precision(answer.at, answer.is_of_day)),
            answered_by: answer.map(|answer| answer.answerer.as_str()),
            answer_seconds: answered.map(|waited| waited.seconds),
            answer_came: answered.map(|waited| waited.is_over.into()),
            staff_answer_seconds: staff.map(|waited| waited.seconds),
            staff_answer_came: staff.map(|waited| waited.is_over.into()),
            resolved_at: written(resolution.and_then(|resolution| resolution.at)),
            resolution_precision: resolution.map(|resolution| precision(resolution.at, resolution.is_of_day)),
            resolved_how: resolution.map(|resolution| resolution.how.as_str()),
            resolution_seconds: resolved.map(|waited| waited.seconds),
            resolution_came: resolved.map(|waited| waited.is_over.into()),
            first_answer_accepted: resolution
                .and_then(|resolution| resolution.is_first_answer)
                .map(u8::from),
            reopened: question.was_reopened.into(),
            removed_at: written(question.removed),
        }
    }
}

fn written(second: Option<i64>) -> Option<String> {
    let at = DateTime::from_timestamp(second?, 0)?;
    Some(at.to_rfc3339_opts(SecondsFormat::Secs, true))
}

fn precision(at: Option<i64>, is_of_day: bool) -> &'static str {
    match (at, is_of_day) {
        (None, _) => "unknown",
        (Some(_), true) => "day",
        (Some(_), false) => "exact",
    }
}

/// Rows as comma-separated values (RFC 4180), under their head when they are the first.
pub fn csv<T: Serialize>(rows: &[T], has_head: bool) -> Result<Vec<u8>, csv::Error> {
    let mut writer = csv::WriterBuilder::new()
        .has_headers(has_head)
        .terminator(csv::Terminator::CRLF)
        .from_writer(Vec::new());
    for row in rows {
        writer.serialize(row)?;
    }
    writer
        .into_inner()
        .map_err(|error| csv::Error::from(error.into_error()))
}

/// A text that strangers wrote, with a sign before what a spreadsheet would take for a formula.
pub fn no_formula(text: &str) -> String {
    let is_formula = text.starts_with(['=', '+', '-', '@']);
    let guard = if is_formula { "'" } else { "" };
    format!("{guard}{text}")
}

/// The head alone, for a file without rows.
pub fn head() -> &'static str {
    "question,asked_at,weight,answered_at,answer_precision,answered_by,answer_seconds,answer_came,staff_answer_seconds,\
     staff_answer_came,resolved_at,resolution_precision,resolved_how,resolution_seconds,resolution_came,\
     first_answer_accepted,reopened,removed_at\r\n"
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::id::ThreadId;
    use crate::domain::report::Counting;

    #[test]
    fn the_head_alone_is_that_of_the_rows() {
        let question = Counted {
            thread: ThreadId::stored(7),
            asked: 1_000_000_000,
            people: 3,
            answer: None,
            staff_answered: None,
            has_staff_answer: false,
            resolution: None,
            was_reopened: false,
            removed: None,
        };
        let rules = Rules {
            counting: Counting::People,
            hours: None,
            now: 1_000_000_060,
        };
        let written = csv(&[QuestionRow::of(&question, &rules)], true).unwrap();
        let written = String::from_utf8(written).unwrap();
        let (first, row) = written.split_once("\r\n").unwrap();
        assert_eq!(format!("{first}\r\n"), head());
        assert_eq!(row, "7,2001-09-09T01:46:40Z,3,,,,60,0,60,0,,,,60,0,,0,\r\n");
    }
}
