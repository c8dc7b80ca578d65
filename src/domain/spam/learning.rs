//! Telling advertising by its words and by where its links lead: a naive Bayes filter, which learns from what moderators decide.

use super::folding::Folded;
use crate::domain::case::Decision;
use crate::domain::problem::Fault;

/// How many tokens of one text count.
pub const MOST_TOKENS: usize = 150;
/// How many tokens are kept in all.
pub const MOST_KEPT: i64 = 20_000;
/// How many lessons of each kind it takes before anything is held: with fewer, every word seems to say much.
pub const LEAST_LESSONS: i64 = 10;
/// How many posts of a newcomer are looked at.
pub const FIRST_POSTS: i64 = 5;
/// The least likelihood above which posts may be held, in percent.
pub const LEAST_PERCENT: i64 = 50;
/// The most.
pub const MOST_PERCENT: i64 = 99;
/// The likelihood above which they are, unless the forum says otherwise.
pub const USUAL_PERCENT: i64 = 95;

/// The shortest and the longest word that counts, in characters.
const WORD: std::ops::RangeInclusive<usize> = 3..=24;
/// The longest name of a host.
const LONGEST_HOST: usize = 60;
/// How many tokens of a text decide: those that say most.
const DECIDING: usize = 15;
/// How many of them are told.
const TOLD: usize = 5;
/// What stands before the name of a host, and in no word.
const HOST: &str = "//";

crate::named! {
    /// What a decision teaches.
    pub enum Lesson {
        /// It is advertising.
        Spam = "spam",
        /// It is not.
        Ham = "ham",
    }
}

impl Lesson {
    /// What is learnt from how a case was decided; nothing from what says nothing about advertising.
    pub fn of(decision: Decision) -> Option<Self> {
        match decision {
            Decision::Spam => Some(Self::Spam),
            Decision::Kept => Some(Self::Ham),
            Decision::Deleted | Decision::Closed | Decision::Lapsed => None,
        }
    }
}

/// How often something stood in either kind of text.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Counts {
    /// In advertising.
    pub spam: i64,
    /// In everything else.
    pub ham: i64,
}

/// What counts in a text, each once: the hosts of its links, then its words.
pub fn tokens(parts: &[&str]) -> Vec<String> {
    let mut tokens: Vec<String> = Vec::new();
    let mut take = |token: String| {
        if tokens.len() < MOST_TOKENS && !tokens.contains(&token) {
            tokens.push(token);
        }
    };
    let folded: Vec<Folded> = parts.iter().map(|part| Folded::of(part)).collect();
    for part in &folded {
        hosts(part.text()).for_each(&mut take);
    }
    for part in &folded {
        let words = part.words().into_iter().map(|(_, _, word)| word);
        let counts = |word: &&str| WORD.contains(&word.chars().count()) && word.chars().any(char::is_alphabetic);
        words.filter(counts).map(str::to_owned).for_each(&mut take);
    }
    tokens
}

fn hosts(text: &str) -> impl Iterator<Item = String> + '_ {
    let after_scheme = text.match_indices("://").map(|(at, scheme)| at + scheme.len());
    let is_bare = move |at: &usize| !text.get(..*at).is_some_and(|before| before.ends_with("://"));
    let bare = text.match_indices("www.").map(|(at, _)| at).filter(is_bare);
    after_scheme.chain(bare).filter_map(move |at| host(text.get(at..)?))
}

fn host(rest: &str) -> Option<String> {
    let of_name = |c: char| c.is_alphanumeric() || matches!(c, '.' | '-');
    let end = rest.find(|c| !of_name(c)).unwrap_or(rest.len());
    let name = rest.get(..end)?.trim_matches('.');
    let name = name.strip_prefix("www.").unwrap_or(name);
    let is_name = name.contains('.') && name.chars().count() <= LONGEST_HOST;
    is_name.then(|| format!("{HOST}{name}"))
}

/// How likely a text is advertising.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Score {
    /// In percent.
    pub percent: i64,
    /// What says so most, as it is told.
    pub strongest: String,
}

/// Judges a text by what was learnt of its tokens and by how many lessons there were; `None` while there were too few.
pub fn score(tokens: &[(String, Counts)], lessons: Counts) -> Option<Score> {
    if lessons.spam < LEAST_LESSONS || lessons.ham < LEAST_LESSONS {
        return None;
    }
    let known = tokens.iter().filter(|(_, counts)| counts.spam + counts.ham > 0);
    let mut said: Vec<(f64, &str)> = known
        .map(|(token, counts)| (log_odds(*counts, lessons), token.as_str()))
        .collect();
    said.sort_by(|a, b| b.0.abs().total_cmp(&a.0.abs()).then(a.1.cmp(b.1)));
    said.truncate(DECIDING);
    // Both kinds are taken for equally likely beforehand: what moderators see is no measure of what is posted.
    let sum: f64 = said.iter().map(|said| said.0).sum();
    let strongest = said.iter().filter(|said| said.0 > 0.0).take(TOLD);
    let strongest: Vec<&str> = strongest
        .map(|said| said.1.strip_prefix(HOST).unwrap_or(said.1))
        .collect();
    Some(Score {
        percent: percent(sum),
        strongest: strongest.join(", "),
    })
}

/// How much a token speaks for advertising: the odds of its standing in one kind and in the other, each smoothed as if it had stood
/// once more in either and been missing once more (Laplace).
fn log_odds(counts: Counts, lessons: Counts) -> f64 {
    let share = |count: i64, of: i64| (count.clamp(0, of) as f64 + 1.0) / (of as f64 + 2.0);
    (share(counts.spam, lessons.spam) / share(counts.ham, lessons.ham)).ln()
}

#[expect(clippy::cast_possible_truncation, reason = "a share of a hundred is a small number")]
fn percent(log_odds: f64) -> i64 {
    (100.0 / (1.0 + (-log_odds).exp())).floor() as i64
}

/// From which likelihood on the first posts of newcomers wait for a moderator; none means that none do.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct SpamRule(i64);

impl Default for SpamRule {
    fn default() -> Self {
        Self(USUAL_PERCENT)
    }
}

impl SpamRule {
    /// Reads the percentage.
    pub fn parse(text: &str) -> Result<Self, Fault> {
        match text.trim().parse() {
            Ok(percent) if percent == 0 || (LEAST_PERCENT..=MOST_PERCENT).contains(&percent) => Ok(Self(percent)),
            _ => Err(Fault::with_limit("problem-spam-percent", MOST_PERCENT)),
        }
    }

    /// The percentage.
    pub fn percent(self) -> i64 {
        self.0
    }

    /// Whether anything is held at all.
    pub fn holds_any(self) -> bool {
        self.0 > 0
    }

    /// Whether a text that is so likely advertising is held.
    pub fn holds(self, score: &Score) -> bool {
        self.holds_any() && score.percent >= self.0
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_and_hosts_count_once() {
        for (parts, found) in [
            (vec!["Buy keys, BUY!"], vec!["buy", "keys"]),
            (vec!["It is 2024 or 7z of"], vec![]),
            (
                vec!["See https://www.Keys.example/a?b and [x](http://keys.example)."],
                vec![
                    "//keys.example",
                    "see",
                    "https",
                    "www",
                    "keys",
                    "example",
                    "and",
                    "http",
                ],
            ),
            (
                vec!["www.keys.example"],
                vec!["//keys.example", "www", "keys", "example"],
            ),
            (vec!["Title", "ＴＩＴＬＥ b\u{200b}ody"], vec!["title", "body"]),
            (vec!["http://localhost/"], vec!["http", "localhost"]),
        ] {
            assert_eq!(tokens(&parts), found, "{parts:?}");
        }
        let many: String = (0..1_000).map(|number| format!("word{number} ")).collect();
        assert_eq!(tokens(&[&many]).len(), MOST_TOKENS);
    }

    fn judged(counts: &[(&str, i64, i64)], lessons: (i64, i64)) -> Option<(i64, String)> {
        let counts: Vec<(String, Counts)> = counts
            .iter()
            .map(|(token, spam, ham)| ((*token).to_owned(), Counts { spam: *spam, ham: *ham }))
            .collect();
        let (spam, ham) = lessons;
        let score = score(&counts, Counts { spam, ham });
        score.map(|score| (score.percent, score.strongest))
    }

    #[test]
    fn a_text_is_judged_by_what_was_learnt() {
        // (18/19 + …): worked out by hand with Laplace's smoothing.
        for (counts, lessons, expected) in [
            (vec![("casino", 9, 0)], (9, 20), None),
            (vec![("casino", 9, 0)], (20, 9), None),
            (vec![], (20, 20), Some((50, ""))),
            (vec![("unknown", 0, 0)], (20, 20), Some((50, ""))),
            (vec![("box", 10, 10)], (20, 20), Some((50, ""))),
            // odds (10/22) / (1/22) = 10
            (vec![("casino", 9, 0)], (20, 20), Some((90, "casino"))),
            // odds 10 × 20 = 200
            (
                vec![("casino", 9, 0), ("//k.example", 19, 0)],
                (20, 20),
                Some((99, "k.example, casino")),
            ),
            // odds 10 / 10
            (
                vec![("casino", 9, 0), ("printer", 0, 9)],
                (20, 20),
                Some((50, "casino")),
            ),
            (vec![("printer", 0, 19)], (20, 20), Some((4, ""))),
            // A word that stands in all advertising and in all else says nothing, however many there are of either.
            (vec![("the", 98, 18)], (98, 18), Some((50, "the"))),
        ] {
            let expected = expected.map(|(percent, words): (i64, &str)| (percent, words.to_owned()));
            let found = judged(&counts, lessons);
            match (&found, &expected) {
                (Some((near, _)), Some((50, _))) => assert!((49..=51).contains(near), "{counts:?}: {found:?}"),
                _ => assert_eq!(found, expected, "{counts:?}"),
            }
        }
    }

    #[test]
    fn a_rule_of_none_holds_nothing() {
        let score = |percent| Score {
            percent,
            strongest: String::new(),
        };
        let rule = |text: &str| SpamRule::parse(text).unwrap();
        assert!(!rule("0").holds(&score(100)));
        assert!(rule("90").holds(&score(90)) && !rule("90").holds(&score(89)));
        for wrong in ["", "-1", "49", "100", "x", "9.5"] {
            assert!(SpamRule::parse(wrong).is_err(), "{wrong}");
        }
    }

    #[test]
    fn only_decisions_about_advertising_teach() {
        let taught: Vec<Option<Lesson>> = Decision::ALL.iter().copied().map(Lesson::of).collect();
        assert_eq!(taught, [Some(Lesson::Ham), None, Some(Lesson::Spam), None, None]);
    }
}
