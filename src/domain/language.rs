//! The languages that the forum speaks.
//!
//! What belongs here: which there are, what each is called, and which way it runs. What does not: what is said in them,
//! which stands in the phrases.

/// A language that the forum speaks.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Language {
    /// English: the one that is always whole.
    English,
    /// Indonesian.
    Indonesian,
    /// Filipino.
    Filipino,
}

impl Language {
    /// Every one of them, English first.
    pub const ALL: [Language; 3] = [Language::English, Language::Indonesian, Language::Filipino];

    /// Its name as a tag (BCP 47), such as `en`.
    pub const fn code(self) -> &'static str {
        match self {
            Language::English => "en",
            Language::Indonesian => "id",
            Language::Filipino => "fil",
        }
    }

    /// The language with this tag, written exactly so.
    pub fn parse(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|language| language.code() == code)
    }

    /// What those who speak it call it.
    pub const fn own_name(self) -> &'static str {
        match self {
            Language::English => "English",
            Language::Indonesian => "Bahasa Indonesia",
            Language::Filipino => "Filipino",
        }
    }

    /// The sign between its thousands (CLDR, decimal group).
    pub const fn thousands_sign(self) -> char {
        match self {
            Language::English | Language::Filipino => ',',
            Language::Indonesian => '.',
        }
    }

    /// Whether its script runs from right to left.
    pub const fn runs_from_the_right(self) -> bool {
        match self {
            Language::English | Language::Indonesian | Language::Filipino => false,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_is_found_by_its_code_and_by_nothing_else() {
        for language in Language::ALL {
            assert_eq!(Language::parse(language.code()), Some(language));
        }
        for other in ["", "EN", "en-GB", "tl", "xx", "id ", "\u{0}"] {
            assert_eq!(Language::parse(other), None, "{other}");
        }
    }
}
