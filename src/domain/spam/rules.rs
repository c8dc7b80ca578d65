//! What a forum does against advertising, as its settings say.

use chrono::Duration;

use super::haste::HasteRule;
use super::learning::SpamRule;
use super::proof::{PlainQuestion, ProofRule};

crate::named! {
    /// Why a moderator looks at somebody who signed up, and at their first posts.
    pub enum Doubt {
        /// Their browser proved nothing.
        Unproven = "unproven",
        /// The question with which they signed up was sent sooner than anybody writes.
        Hasty = "hasty",
        /// Many signed up from the same network within an hour.
        Burst = "burst",
    }
}

crate::named! {
    /// How a moderator decided on somebody who was doubted.
    pub enum Admission {
        /// They are in like everybody else.
        LetIn = "let_in",
        /// They are removed with everything that they wrote.
        Removed = "removed",
    }
}

/// How many sign-ups from one network make a burst: the last of them is doubted, and those that follow.
pub const BURST: i64 = 5;
/// Within what time they are counted.
pub const BURST_SPAN: Duration = Duration::hours(1);

/// The settings about advertising.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct SpamRules {
    /// From when on the first posts of newcomers look like advertising.
    pub likeness: SpamRule,
    /// How long newcomers take at least to write what is not held.
    pub haste: HasteRule,
    /// What whoever signs up has to prove.
    pub proof: ProofRule,
    /// What those are asked whose browser proves nothing, if anything.
    pub question: Option<PlainQuestion>,
}

impl SpamRules {
    /// The rows that keep these.
    pub fn to_rows(&self) -> [(&'static str, String); 5] {
        let question = self.question.as_ref();
        [
            ("spam_percent", self.likeness.percent().to_string()),
            ("fewest_seconds", self.haste.seconds().to_string()),
            ("proof_bits", self.proof.bits().to_string()),
            (
                "plain_question",
                question.map(|plain| plain.question.clone()).unwrap_or_default(),
            ),
            (
                "plain_answer",
                question.map(|plain| plain.answer.clone()).unwrap_or_default(),
            ),
        ]
    }

    /// Takes a row over, if it is one of these; what cannot be read has its default.
    pub fn take_row(&mut self, name: &str, value: &str) {
        match name {
            "spam_percent" => self.likeness = SpamRule::parse(value).unwrap_or_default(),
            "fewest_seconds" => self.haste = HasteRule::parse(value).unwrap_or_default(),
            "proof_bits" => self.proof = ProofRule::parse(value).unwrap_or_default(),
            "plain_question" if !value.is_empty() => value.clone_into(&mut self.asked().question),
            "plain_answer" if !value.is_empty() => value.clone_into(&mut self.asked().answer),
            _ => {}
        }
    }

    /// The question, whose rows come in any order.
    fn asked(&mut self) -> &mut PlainQuestion {
        self.question.get_or_insert_with(|| PlainQuestion {
            question: String::new(),
            answer: String::new(),
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(rows: impl IntoIterator<Item = (&'static str, String)>) -> SpamRules {
        let mut read = SpamRules::default();
        for (name, value) in rows {
            read.take_row(name, &value);
        }
        read
    }

    #[test]
    fn what_the_rows_keep_is_read_again() {
        let rules = SpamRules {
            likeness: SpamRule::parse("80").unwrap(),
            haste: HasteRule::parse("0").unwrap(),
            proof: ProofRule::parse("9").unwrap(),
            question: PlainQuestion::parse("What colour is the lamp?", "red").unwrap(),
        };
        assert_eq!(read(rules.to_rows()), rules);
        assert_eq!(read(rules.to_rows().into_iter().rev()), rules);
        assert_eq!(read(SpamRules::default().to_rows()), SpamRules::default());
        let mut rules = rules;
        rules.take_row("fewest_seconds", "many");
        rules.take_row("welcome", "5");
        assert_eq!(rules.haste, HasteRule::default());
    }
}
