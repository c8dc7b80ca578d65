//! A survey: how satisfied an asker is and how easy it was, each from 1 to 5, and what they want to add.

use serde::Deserialize;

use super::body::lines;
use super::problem::{Fault, Problems};

/// The longest comment, in characters.
pub const LONGEST_SURVEY_COMMENT: usize = 2_000;

/// A step from 1, the worst, to 5, the best.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Score(i64);

impl Score {
    /// All steps, the worst first.
    pub const ALL: [Score; 5] = [Score(1), Score(2), Score(3), Score(4), Score(5)];

    /// Reads one digit.
    pub fn parse(text: &str) -> Result<Self, Fault> {
        let known = Self::ALL.into_iter().find(|score| score.0.to_string() == text);
        known.ok_or(Fault::new("problem-score"))
    }

    /// The step of a row.
    pub fn stored(value: i64) -> Option<Self> {
        Self::ALL.into_iter().find(|score| score.0 == value)
    }

    /// The number, for a row and the page.
    pub const fn get(self) -> i64 {
        self.0
    }
}

/// The form as it was typed.
#[derive(Debug, Clone, Default, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SurveyInput {
    /// How satisfied.
    #[serde(default)]
    pub rating: String,
    /// How easy.
    #[serde(default)]
    pub effort: String,
    /// What they want to add; may be empty.
    #[serde(default)]
    pub comment: String,
}

/// What somebody said to a survey.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SurveyAnswer {
    /// How satisfied they are.
    pub rating: Score,
    /// How easy it was.
    pub effort: Score,
    /// What they added.
    pub comment: Option<String>,
}

impl SurveyInput {
    /// Reads the form.
    pub fn parse(&self) -> Result<SurveyAnswer, Problems> {
        let mut problems = Problems::none();
        let rating = problems.keep("rating", Score::parse(&self.rating));
        let effort = problems.keep("effort", Score::parse(&self.effort));
        let comment = problems.keep("comment", comment(&self.comment));
        match (rating, effort, comment) {
            (Some(rating), Some(effort), Some(comment)) => Ok(SurveyAnswer {
                rating,
                effort,
                comment,
            }),
            _ => Err(problems),
        }
    }
}

impl From<&SurveyAnswer> for SurveyInput {
    fn from(answer: &SurveyAnswer) -> Self {
        Self {
            rating: answer.rating.get().to_string(),
            effort: answer.effort.get().to_string(),
            comment: answer.comment.clone().unwrap_or_default(),
        }
    }
}

fn comment(text: &str) -> Result<Option<String>, Fault> {
    let text = lines(text)?;
    if text.chars().count() > LONGEST_SURVEY_COMMENT {
        return Err(Fault::with_limit("problem-line-long", LONGEST_SURVEY_COMMENT as i64));
    }
    Ok(Some(text).filter(|text| !text.trim().is_empty()))
}

/// How often each step was chosen, the worst first.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, serde::Serialize)]
pub struct Scores(pub [i64; 5]);

impl Scores {
    /// Counts a step so many times more.
    pub fn add(&mut self, score: Score, count: i64) {
        let counts = self.0.iter_mut().zip(Score::ALL);
        let own = counts.filter(|(_, step)| *step == score);
        own.for_each(|(sum, _)| *sum += count);
    }

    /// How many chose any.
    pub fn count(&self) -> i64 {
        self.0.iter().sum()
    }

    /// The mean; `None` when nobody chose any.
    pub fn average(&self) -> Option<f64> {
        let sum: i64 = self
            .0
            .iter()
            .zip(Score::ALL)
            .map(|(count, score)| count * score.0)
            .sum();
        (self.count() > 0).then(|| sum as f64 / self.count() as f64)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_form_is_read_or_says_what_is_missing() {
        let input = |rating: &str, effort: &str, comment: &str| SurveyInput {
            rating: rating.to_owned(),
            effort: effort.to_owned(),
            comment: comment.to_owned(),
        };
        let answer = input("5", "1", "  \r\n").parse().unwrap();
        assert_eq!(
            (answer.rating.get(), answer.effort.get(), &answer.comment),
            (5, 1, &None)
        );
        assert_eq!(SurveyInput::from(&answer), input("5", "1", ""));
        for wrong in ["", "0", "6", "05", "+1", "five", "5 "] {
            let problems = input(wrong, wrong, "").parse().unwrap_err();
            assert!(
                problems.of("rating").is_some() && problems.of("effort").is_some(),
                "{wrong}"
            );
        }
        assert!(input("1", "1", &"x".repeat(2_001)).parse().is_err());
        assert!(input("1", "1", &"é".repeat(2_000)).parse().is_ok());
    }

    #[test]
    fn an_average_is_of_those_who_answered() {
        let mut scores = Scores::default();
        assert_eq!(scores.average(), None);
        scores.add(Score::ALL[4], 3);
        scores.add(Score::ALL[0], 1);
        assert_eq!((scores.count(), scores.average()), (4, Some(4.0)));
    }
}
