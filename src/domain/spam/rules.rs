//! What a forum does against advertising, as its settings say.

use super::haste::HasteRule;
use super::learning::SpamRule;

/// The settings about advertising.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct SpamRules {
    /// From when on the first posts of newcomers look like advertising.
    pub likeness: SpamRule,
    /// How long newcomers take at least to write what is not held.
    pub haste: HasteRule,
}

impl SpamRules {
    /// The rows that keep these.
    pub fn to_rows(&self) -> [(&'static str, String); 2] {
        [
            ("spam_percent", self.likeness.percent().to_string()),
            ("fewest_seconds", self.haste.seconds().to_string()),
        ]
    }

    /// Takes a row over, if it is one of these; what cannot be read has its default.
    pub fn take_row(&mut self, name: &str, value: &str) {
        match name {
            "spam_percent" => self.likeness = SpamRule::parse(value).unwrap_or_default(),
            "fewest_seconds" => self.haste = HasteRule::parse(value).unwrap_or_default(),
            _ => {}
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_the_rows_keep_is_read_again() {
        let rules = SpamRules {
            likeness: SpamRule::parse("80").unwrap(),
            haste: HasteRule::parse("0").unwrap(),
        };
        let mut read = SpamRules::default();
        for (name, value) in rules.to_rows() {
            read.take_row(name, &value);
        }
        assert_eq!(read, rules);
        read.take_row("fewest_seconds", "many");
        read.take_row("welcome", "5");
        assert_eq!(read.haste, HasteRule::default());
    }
}
