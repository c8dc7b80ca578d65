//! What repeated questions propose, and the rules by which they do: from how many askers on, in which order, when a declined
//! proposal comes back, and when a question is asked unusually often.

use chrono::{DateTime, Duration, Utc};

use super::problem::Fault;

crate::named! {
    /// What is proposed.
    pub enum ProposalKind {
        /// Nothing is known yet that an article could say: somebody should answer first.
        Answer = "answer",
        /// The article that should exist.
        Article = "article",
        /// Linking the rest of a group to the article that answers some of it already.
        Linking = "linking",
        /// Another version of an article that no longer helps.
        Revision = "revision",
    }
}

impl ProposalKind {
    /// Whether it ends in an article that is not there yet: a group has one of these two at a time, and the one becomes the other.
    pub fn is_new_article(self) -> bool {
        matches!(self, Self::Answer | Self::Article)
    }
}

crate::named! {
    /// What became of a proposal.
    pub enum ProposalState {
        /// It waits for somebody to decide.
        Open = "open",
        /// Somebody writes the article.
        Adopted = "adopted",
        /// The article is published, or the threads are linked.
        Done = "done",
        /// Somebody said no.
        Declined = "declined",
        /// Its group became part of another one's.
        Merged = "merged",
        /// What it was about is no longer so.
        Lapsed = "lapsed",
    }
}

/// From when on a group proposes an article.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ProposalRule {
    /// How many different people have to ask.
    pub fewest_askers: i64,
    /// Within how many days up to now.
    pub days: i64,
}

impl Default for ProposalRule {
    fn default() -> Self {
        Self {
            fewest_askers: 3,
            days: 180,
        }
    }
}

/// The fewest and the most askers that may be asked for.
pub const ASKERS: (i64, i64) = (2, 100);
/// The fewest and the most days that may be looked back.
pub const DAYS: (i64, i64) = (7, 3_650);

impl ProposalRule {
    /// Reads how many people have to ask.
    pub fn parse_askers(text: &str) -> Result<i64, Fault> {
        within(text, ASKERS).ok_or(Fault::new("problem-fewest-askers"))
    }

    /// Reads within how many days.
    pub fn parse_days(text: &str) -> Result<i64, Fault> {
        within(text, DAYS).ok_or(Fault::new("problem-proposal-days"))
    }

    /// Since when people have to have asked.
    pub fn since(self, now: DateTime<Utc>) -> DateTime<Utc> {
        now - Duration::days(self.days)
    }
}

fn within(text: &str, (least, most): (i64, i64)) -> Option<i64> {
    let number = text.trim().parse().ok()?;
    (least..=most).contains(&number).then_some(number)
}

/// So many views count as one person affected: most who look at a question look once and pass on, and whoever has the problem
/// comes back; it keeps a group that is much read above one of the same size that nobody looks at, and no higher than that.
pub const VIEWS_OF_A_PERSON: i64 = 50;

/// How many people a proposal affects, by which the desk is ranked: who asked, who said "me too", and a fiftieth of the views.
pub fn people_affected(askers: i64, me_toos: i64, views: i64) -> i64 {
    askers + me_toos + views / VIEWS_OF_A_PERSON
}

/// Over how long growth is counted: four weeks.
pub const RECENT: Duration = Duration::weeks(4);

/// How many questions a week joined lately, in tenths, of how many in four weeks.
pub fn tenths_per_week(recent: i64) -> i64 {
    recent * 10 / 4
}

/// Whether a group of so many has grown by half since it was declined with so many.
pub fn has_grown_by_half(count: i64, declined: i64) -> bool {
    2 * count >= 3 * declined && count > declined
}

/// How an article did lately: since its words were last changed, but no longer than [`REVISION_SPAN`] ago.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Upkeep {
    /// How many of the threads that it answered are open again, or lost the answer that was accepted beside it.
    pub failed_threads: i64,
    /// How many threads it answers, with those.
    pub all_threads: i64,
    /// How many readers lately said that it did not help.
    pub unhelpful: i64,
    /// How many readers lately said anything.
    pub opinions: i64,
    /// How many readers before that said that it did not help.
    pub unhelpful_before: i64,
    /// How many readers before that said anything.
    pub opinions_before: i64,
}

/// How far back it is looked whether an article still helps.
pub const REVISION_SPAN: Duration = Duration::days(90);
/// From so many threads on that are open again; one alone may be a mistake.
const LEAST_FAILED: i64 = 2;
/// From so many readers on whom it did not help.
const LEAST_UNHELPFUL: i64 = 3;
/// From so many opinions on a share means something.
const LEAST_OPINIONS: i64 = 5;
/// By so many points of a hundred the share has to have risen.
const RISE: i64 = 15;
/// The share, in percent, that stands for the time before when nobody said anything then.
const USUAL_UNHELPFUL: i64 = 35;

impl Upkeep {
    /// Whether the article should be revised: at least two threads, and a tenth of those that it answers, are open again; or of
    /// at least five opinions three and every third say that it did not help, 15 points more than before.
    pub fn asks_revision(self) -> bool {
        self.threads_fail() || self.readers_are_helped_less()
    }

    fn threads_fail(self) -> bool {
        self.failed_threads >= LEAST_FAILED && self.failed_threads * 10 >= self.all_threads
    }

    fn readers_are_helped_less(self) -> bool {
        let before = if self.opinions_before >= LEAST_OPINIONS {
            self.unhelpful_before * 100 / self.opinions_before
        } else {
            USUAL_UNHELPFUL
        };
        self.opinions >= LEAST_OPINIONS
            && self.unhelpful >= LEAST_UNHELPFUL
            && self.unhelpful * 3 >= self.opinions
            && self.unhelpful * 100 >= (before + RISE) * self.opinions
    }
}

/// The time over which an outbreak is counted.
pub const OUTBREAK_SPAN: Duration = Duration::hours(1);
/// What is usual is counted over so long before that.
pub const USUAL_SPAN: Duration = Duration::weeks(4);
/// An outbreak is over when nobody has asked for so long.
pub const OUTBREAK_QUIET: Duration = Duration::hours(6);
/// Fewer people than this are no outbreak.
pub const LEAST_OUTBREAK: i64 = 5;
/// How improbable a number has to be: what lies more than three standard deviations above a normal mean.
const THREE_SIGMA: f64 = 0.001_35;

/// Whether so many askers within an hour are unusual for a question that `usual` people asked in the four weeks before.
///
/// With a usual rate of λ an hour the probability of at least k is that of a Poisson distribution, 1 − Σ λⁱe⁻λ/i! for i < k;
/// it has to be below 0.135 %. What nobody asked before is taken to be asked once in four weeks.
#[expect(clippy::cast_precision_loss, reason = "counts of people")]
pub fn is_outbreak(askers: i64, usual: i64) -> bool {
    if askers < LEAST_OUTBREAK {
        return false;
    }
    let hours = (USUAL_SPAN - OUTBREAK_SPAN).num_hours() as f64;
    let rate = usual.max(1) as f64 / hours;
    let (mut term, mut below) = ((-rate).exp(), 0.0);
    for count in 0..askers {
        below += term;
        term *= rate / (count + 1) as f64;
    }
    1.0 - below < THREE_SIGMA
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn views_count_little_beside_people() {
        assert_eq!(people_affected(3, 2, 49), 5);
        assert_eq!(people_affected(3, 2, 500), 15);
    }

    #[test]
    fn a_declined_group_comes_back_when_it_has_grown_by_half() {
        assert!(!has_grown_by_half(4, 3) && has_grown_by_half(5, 3));
        assert!(!has_grown_by_half(5, 4) && has_grown_by_half(6, 4));
        assert!(!has_grown_by_half(0, 0) && has_grown_by_half(1, 0));
    }

    #[test]
    fn an_article_is_revised_when_threads_come_back_or_fewer_are_helped() {
        let fine = Upkeep {
            failed_threads: 1,
            all_threads: 1,
            ..Upkeep::default()
        };
        assert!(!fine.asks_revision());
        let failed = Upkeep {
            failed_threads: 2,
            all_threads: 20,
            ..fine
        };
        assert!(failed.asks_revision());
        assert!(
            !Upkeep {
                all_threads: 21,
                ..failed
            }
            .asks_revision()
        );
        let opinions = Upkeep {
            unhelpful: 3,
            opinions: 6,
            ..Upkeep::default()
        };
        assert!(opinions.asks_revision());
        let never_better = Upkeep {
            unhelpful_before: 4,
            opinions_before: 10,
            ..opinions
        };
        assert!(!never_better.asks_revision());
        let few = Upkeep {
            opinions: 4,
            ..opinions
        };
        assert!(!few.asks_revision());
    }

    #[test]
    fn an_outbreak_is_what_chance_does_not_explain() {
        assert!(!is_outbreak(4, 0) && is_outbreak(5, 0));
        // One in an hour is usual: seven are not, five are.
        let hourly = 671;
        assert!(!is_outbreak(5, hourly) && is_outbreak(7, hourly));
        assert!(!is_outbreak(20, 15 * hourly) && is_outbreak(40, 15 * hourly));
    }

    #[test]
    fn the_rule_is_read_within_its_bounds() {
        assert_eq!(ProposalRule::parse_askers(" 3 "), Ok(3));
        assert!(ProposalRule::parse_askers("1").is_err() && ProposalRule::parse_askers("x").is_err());
        assert_eq!(ProposalRule::parse_days("180"), Ok(180));
        assert!(ProposalRule::parse_days("0").is_err() && ProposalRule::parse_days("99999").is_err());
    }
}
