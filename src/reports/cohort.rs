//! What the questions of a cohort have in common, counted one by one.

use std::collections::BTreeMap;

use chrono::{DateTime, Utc};
use serde::Serialize;

use super::answerers::{Answerers, Ranked};
use super::outline::Outline;
use super::statistics::business_hours::OpeningHours;
use super::statistics::horizon::{Begun, Rate, by_week, monday_of, within};
use super::statistics::life_table::{LifeTable, Observation};
use super::statistics::log_rank::{LogRank, log_rank};
use super::statistics::proportion::{Proportion, Tally};
use super::statistics::survival::Curve;
use crate::domain::question::{Answerer, How};
use crate::domain::report::{Counting, Period, Selection, Waiting};
use crate::store::questions::cohort::Counted;

/// Within which times a resolution is counted, in seconds: a day, a week, thirty days.
pub const HORIZONS: [i64; 3] = [86_400, 604_800, 2_592_000];

/// How a cohort is counted.
#[derive(Debug, Clone, Copy)]
pub struct Rules<'a> {
    /// Whether questions count, or people.
    pub counting: Counting,
    /// The hours that count while somebody waits; all of them without.
    pub hours: Option<&'a OpeningHours>,
    /// The end of observation, in seconds of the Unix clock.
    pub now: i64,
}

/// How long somebody waited, in seconds, and whether what they waited for came at the end of it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Waited {
    /// How long.
    pub seconds: i64,
    /// Whether it came.
    pub is_over: bool,
}

/// Waits of one kind: those that are over, those that are not, and those of which nobody knows how long they took.
#[derive(Debug, Default)]
struct Waits {
    observed: Vec<Observation>,
    of_day: u64,
    of_unknown_time: u64,
}

/// Questions, as they are counted.
pub struct Cohort<'a> {
    rules: Rules<'a>,
    questions: u64,
    people: u64,
    answers: Waits,
    staff_answers: Waits,
    resolutions: Waits,
    begun: Vec<Begun>,
    how: BTreeMap<How, u64>,
    answered_by: BTreeMap<Answerer, u64>,
    reopened: Tally,
    first_accepted: Tally,
    answerers: Answerers,
}

impl<'a> Cohort<'a> {
    /// Nothing so far.
    pub fn new(rules: Rules<'a>) -> Self {
        Self {
            rules,
            questions: 0,
            people: 0,
            answers: Waits::default(),
            staff_answers: Waits::default(),
            resolutions: Waits::default(),
            begun: Vec::new(),
            how: BTreeMap::new(),
            answered_by: BTreeMap::new(),
            reopened: Tally::default(),
            first_accepted: Tally::default(),
            answerers: Answerers::default(),
        }
    }

    /// Whether nothing was counted.
    pub fn is_empty(&self) -> bool {
        self.questions == 0
    }

    /// Counts a question.
    pub fn count(&mut self, question: &Counted) {
        let weight = self.rules.weight(question);
        self.questions += 1;
        self.people += u64::from(question.people);
        self.count_answers(question, weight);
        self.count_resolution(question, weight);
    }

    fn count_answers(&mut self, question: &Counted, weight: u32) {
        let answer = question.answer;
        let known = answer.map(|answer| (answer.at, answer.is_of_day));
        let waited = self.rules.watch(&mut self.answers, question, known);
        let staff = question.has_staff_answer.then_some((question.staff_answered, false));
        self.rules.watch(&mut self.staff_answers, question, staff);
        if let Some(answer) = answer {
            *self.answered_by.entry(answer.answerer).or_default() += u64::from(weight);
            self.answerers.answered(answer, waited.map(|waited| waited.seconds));
        }
    }

    fn count_resolution(&mut self, question: &Counted, weight: u32) {
        let resolution = question.resolution;
        let known = resolution.map(|resolution| (resolution.at, resolution.is_of_day));
        self.rules.watch(&mut self.resolutions, question, known);
        let came_after = known.and_then(|(at, _)| at).map(|at| at.saturating_sub(question.asked));
        // Nobody knows whether what has no time came within any.
        if known.is_none() || came_after.is_some() {
            self.begun.push(Begun {
                at: question.asked,
                came_after,
                weight,
            });
        }
        let Some(resolution) = resolution else { return };
        *self.how.entry(resolution.how).or_default() += u64::from(weight);
        self.reopened.count(weight, question.was_reopened);
        if let Some(is_first) = resolution.is_first_answer {
            self.first_accepted.count(weight, is_first);
            // Whoever accepted an answer of their own did nobody a service by it.
            let author = resolution.author.filter(|_| resolution.how != How::Own);
            self.answerers.accepted(author);
        }
    }

    /// These together with some that were asked later.
    pub fn and_later(mut self, later: Self) -> Self {
        self.questions += later.questions;
        self.people += later.people;
        self.answers.append(later.answers);
        self.staff_answers.append(later.staff_answers);
        self.resolutions.append(later.resolutions);
        self.begun.extend(later.begun);
        add(&mut self.how, later.how);
        add(&mut self.answered_by, later.answered_by);
        self.reopened += later.reopened;
        self.first_accepted += later.first_accepted;
        self.answerers.append(later.answerers);
        self
    }

    /// What they have in common, beside what the questions of an earlier period have.
    pub fn conclude(self, period: Period, before: Option<Self>) -> Resolving {
        let (answers, staff_answers, resolutions) = before.map_or((None, None, None), |before| {
            (
                Some(before.answers),
                Some(before.staff_answers),
                Some(before.resolutions),
            )
        });
        Resolving {
            questions: self.questions,
            people: self.people,
            to_answer: self.answers.conclude(answers),
            to_staff_answer: self.staff_answers.conclude(staff_answers),
            to_resolution: self.resolutions.conclude(resolutions),
            within: HORIZONS.map(|horizon| Within::of(&self.begun, period, horizon, self.rules.now)),
            how: named(&self.how),
            answered_by: named(&self.answered_by),
            reopened: self.reopened.proportion(),
            first_accepted: self.first_accepted.proportion(),
            answerers: self.answerers.ranked(),
        }
    }
}

fn add<T: Ord>(counts: &mut BTreeMap<T, u64>, more: BTreeMap<T, u64>) {
    for (name, count) in more {
        *counts.entry(name).or_default() += count;
    }
}

fn named<T: Copy>(counts: &BTreeMap<T, u64>) -> Vec<(T, u64)> {
    counts.iter().map(|(name, count)| (*name, *count)).collect()
}

impl<'a> Rules<'a> {
    /// The rules of a report at this moment; these are the hours that count where business hours do.
    pub fn of(selection: &Selection, hours: Option<&'a OpeningHours>, now: DateTime<Utc>) -> Self {
        Self {
            counting: selection.counting,
            hours: hours.filter(|_| selection.waiting == Waiting::Business),
            now: now.timestamp(),
        }
    }

    /// How often a question counts.
    pub fn weight(&self, question: &Counted) -> u32 {
        match self.counting {
            Counting::Questions => 1,
            Counting::People => question.people,
        }
    }

    /// How long a question waited for what came at a time, if that is known; until it was deleted, or until now, for what never
    /// came. `None` when it came and nobody knows when.
    pub fn waited(&self, question: &Counted, came: Option<Option<i64>>) -> Option<Waited> {
        let (end, is_over) = match came {
            Some(at) => (at?, true),
            None => (
                question.removed.map_or(self.now, |removed| removed.min(self.now)),
                false,
            ),
        };
        Some(Waited {
            seconds: self.between(question.asked, end),
            is_over,
        })
    }

    /// Puts down how long a question waited.
    fn watch(&self, waits: &mut Waits, question: &Counted, came: Option<(Option<i64>, bool)>) -> Option<Waited> {
        let weight = self.weight(question);
        let Some(waited) = self.waited(question, came.map(|(at, _)| at)) else {
            waits.of_unknown_time += u64::from(weight);
            return None;
        };
        let observed = if waited.is_over {
            Observation::event(waited.seconds)
        } else {
            Observation::censored(waited.seconds)
        };
        if came.is_some_and(|(_, is_of_day)| is_of_day) {
            waits.of_day += u64::from(weight);
        }
        waits.observed.extend(observed.map(|one| one.counted(weight)));
        Some(waited)
    }

    fn between(&self, from: i64, until: i64) -> i64 {
        match self.hours {
            Some(hours) => hours.seconds_between(from, until),
            None => until.saturating_sub(from).max(0),
        }
    }
}

impl Waits {
    fn append(&mut self, later: Self) {
        self.observed.extend(later.observed);
        self.of_day += later.of_day;
        self.of_unknown_time += later.of_unknown_time;
    }

    fn conclude(self, before: Option<Self>) -> Wait {
        let table = |waits: Self| LifeTable::of(waits.observed);
        let (of_day, of_unknown_time) = (self.of_day, self.of_unknown_time);
        let now = Curve::of(table(self));
        let before = before.and_then(|waits| Curve::of(table(waits)));
        Wait {
            compared: now
                .as_ref()
                .zip(before.as_ref())
                .and_then(|(now, before)| log_rank(now.table(), before.table())),
            curve: now.as_ref().map(Outline::of),
            before: before.as_ref().map(Outline::of),
            of_day,
            of_unknown_time,
        }
    }
}

/// How long something took, over all questions of a cohort.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Wait {
    /// Which share still waits after which time; `None` when nothing was watched.
    pub curve: Option<Outline>,
    /// The same of the period before.
    pub before: Option<Outline>,
    /// Whether the two differ.
    pub compared: Option<LogRank>,
    /// How often only the day is known on which it came, which is taken to be the end of that day.
    pub of_day: u64,
    /// How often it came at a time that nobody knows, which is in no curve.
    pub of_unknown_time: u64,
}

/// Which share was resolved within a fixed time.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Within {
    /// The time, in seconds.
    pub seconds: i64,
    /// Over all weeks that are old enough.
    pub share: Option<Proportion>,
    /// By the week asked: its Monday at 0:00 UTC in seconds of the Unix clock, and the rate.
    pub weeks: Vec<(i64, Rate)>,
}

impl Within {
    fn of(begun: &[Begun], period: Period, horizon: i64, now: i64) -> Self {
        let (from, until) = (period.from.timestamp(), period.until.timestamp());
        let oldest = begun.first().map_or(until, |one| monday_of(one.at));
        let grown = until.min(now.saturating_sub(horizon));
        let share = match within(begun, from..grown.max(from), horizon, now) {
            Rate::Known(share) => Some(share),
            Rate::TooYoung | Rate::Nobody => None,
        };
        Self {
            seconds: horizon,
            share,
            weeks: by_week(begun, from.max(oldest)..until.min(now), horizon, now),
        }
    }
}

/// How the questions of a cohort came to be answered and resolved.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Resolving {
    /// How many questions it has.
    pub questions: u64,
    /// How many people have these problems.
    pub people: u64,
    /// How long the first answer took.
    pub to_answer: Wait,
    /// How long the first answer of the staff took.
    pub to_staff_answer: Wait,
    /// How long the resolution took.
    pub to_resolution: Wait,
    /// How many were resolved within [`HORIZONS`].
    pub within: [Within; 3],
    /// In which ways they were resolved.
    pub how: Vec<(How, u64)>,
    /// By whom they were answered first.
    pub answered_by: Vec<(Answerer, u64)>,
    /// Of the resolved ones, those that were settled once and then were so no longer.
    pub reopened: Option<Proportion>,
    /// Of those in which an answer was accepted, those in which it was the first.
    pub first_accepted: Option<Proportion>,
    /// Who answered.
    pub answerers: Vec<Ranked>,
}
