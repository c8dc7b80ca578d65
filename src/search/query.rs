//! What somebody typed to search, read. Any text is a query: what is no filter is words.

use chrono::NaiveDate;

use super::language::beginning;
use crate::domain::thread::Is;

/// Longer queries, in bytes, are cut.
pub const LONGEST: usize = 1_000;
/// More words than this are left out.
const MOST_WORDS: usize = 32;

/// What alone is looked for, as `is:` says it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Only {
    /// Questions that stand so.
    Threads(Is),
    /// Articles.
    Articles,
}

impl Only {
    /// How articles are asked for.
    pub const ARTICLES: &'static str = "article";

    /// Reads what stands behind `is:`.
    pub fn parse(text: &str) -> Option<Self> {
        match text {
            Self::ARTICLES => Some(Self::Articles),
            text => Is::parse(text).map(Self::Threads),
        }
    }

    /// What stands behind `is:`.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Threads(is) => is.as_str(),
            Self::Articles => Self::ARTICLES,
        }
    }
}

/// A query, read.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Query {
    /// Words that may stand anywhere.
    pub words: Vec<String>,
    /// Words that must stand together, as in quotes.
    pub phrases: Vec<String>,
    /// Words and phrases that must not be there.
    pub without: Vec<String>,
    /// Tags that it carries.
    pub tags: Vec<String>,
    /// The slug of its category, which only threads have.
    pub category: Option<String>,
    /// What alone is looked for.
    pub only: Option<Only>,
    /// The name of who started it.
    pub by: Option<String>,
    /// It was started, or published, before this day.
    pub before: Option<NaiveDate>,
    /// Whether the query was longer than is read.
    pub was_cut: bool,
}

impl Query {
    /// Reads what was typed.
    pub fn parse(typed: &str) -> Self {
        let mut query = Self {
            was_cut: typed.len() > LONGEST,
            ..Self::default()
        };
        for piece in pieces(beginning(typed, LONGEST)) {
            if query.words.len() + query.phrases.len() + query.without.len() >= MOST_WORDS {
                query.was_cut = true;
                break;
            }
            query.take(&piece);
        }
        query
    }

    /// Whether it asks for nothing at all.
    pub fn is_empty(&self) -> bool {
        *self
            == Self {
                was_cut: self.was_cut,
                ..Self::default()
            }
    }

    /// Whether there are words to find, not only filters.
    pub fn has_words(&self) -> bool {
        !self.words.is_empty() || !self.phrases.is_empty()
    }

    /// The words without the filters, as a title for a new question would carry them.
    pub fn words_only(&self) -> String {
        let words = self.words.iter().chain(&self.phrases);
        words.map(String::as_str).collect::<Vec<_>>().join(" ")
    }

    /// Whether something but words narrows it.
    pub fn has_filters(&self) -> bool {
        let words = Self {
            words: self.words.clone(),
            phrases: self.phrases.clone(),
            was_cut: self.was_cut,
            ..Self::default()
        };
        *self != words
    }

    /// The words and phrases as they would be typed, without anything that narrows them.
    pub fn typed_without_filters(&self) -> String {
        let phrases = self.phrases.iter().map(|phrase| format!("\"{phrase}\""));
        let words = self.words.iter().cloned().chain(phrases);
        words.collect::<Vec<_>>().join(" ")
    }

    fn take(&mut self, piece: &Piece) {
        let text = &piece.text;
        let filter = text
            .split_once(':')
            .filter(|(_, value)| !value.is_empty() && !piece.begins_quoted);
        if piece.is_negative {
            self.without.push(text.clone());
        } else if let Some((name, value)) = filter
            && self.take_filter(&name.to_lowercase(), value)
        {
        } else if piece.begins_quoted {
            self.phrases.push(text.clone());
        } else {
            self.words.push(text.clone());
        }
    }

    /// Whether the filter is known and its value makes sense; otherwise it is words.
    fn take_filter(&mut self, name: &str, value: &str) -> bool {
        match name {
            "tag" => self.tags.push(value.to_lowercase()),
            "category" => self.category = Some(value.to_lowercase()),
            "by" => self.by = Some(value.to_owned()),
            "is" => match Only::parse(&value.to_lowercase()) {
                Some(only) => self.only = Some(only),
                None => return false,
            },
            "before" => match value.parse::<NaiveDate>() {
                Ok(day) => self.before = Some(day),
                Err(_) => return false,
            },
            _ => return false,
        }
        true
    }
}

/// A piece between spaces, or between quotes.
#[derive(Debug, Default)]
struct Piece {
    text: String,
    is_negative: bool,
    begins_quoted: bool,
}

/// Splits at spaces that stand outside quotes; a quote that is not closed ends with the text.
fn pieces(typed: &str) -> Vec<Piece> {
    let mut pieces = Vec::new();
    let mut piece = Piece::default();
    let (mut in_quotes, mut is_begun) = (false, false);
    for character in typed.chars() {
        let is_quote = matches!(character, '"' | '“' | '”' | '„');
        match character {
            _ if is_quote => {
                piece.begins_quoted |= !is_begun;
                in_quotes = !in_quotes;
                is_begun = true;
            }
            _ if in_quotes => piece.text.push(character),
            '-' if !is_begun && !piece.is_negative => piece.is_negative = true,
            _ if character.is_whitespace() || character.is_control() => {
                pieces.push(std::mem::take(&mut piece));
                is_begun = false;
            }
            _ => {
                piece.text.push(character);
                is_begun = true;
            }
        }
    }
    pieces.push(piece);
    pieces.retain(|piece| piece.text.chars().any(char::is_alphanumeric));
    pieces
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn filters_quotes_and_minus_are_read() {
        let query = Query::parse(
            r#"tag:billing is:open "card on file" change -paypal -"gift card" by:"Ada L" before:2024-05-01"#,
        );
        assert_eq!(query.tags, ["billing"]);
        assert_eq!(query.only, Some(Only::Threads(Is::Open)));
        assert_eq!(Query::parse("IS:Article box").only, Some(Only::Articles));
        assert_eq!(query.phrases, ["card on file"]);
        assert_eq!(query.words, ["change"]);
        assert_eq!(query.without, ["paypal", "gift card"]);
        assert_eq!(query.by.as_deref(), Some("Ada L"));
        assert_eq!(query.before, NaiveDate::from_ymd_opt(2024, 5, 1));
    }

    #[test]
    fn what_is_no_filter_is_words() {
        let query = Query::parse(
            "is:happy is:articles error:404 before:tomorrow http://example.com tag: ((a OR b)^2~ [* TO 3]",
        );
        assert_eq!(
            query.words,
            [
                "is:happy",
                "is:articles",
                "error:404",
                "before:tomorrow",
                "http://example.com",
                "tag:",
                "((a",
                "OR",
                "b)^2~",
                "TO",
                "3]"
            ]
        );
        assert_eq!(Query::parse("say \"this").phrases, ["this"]);
        assert!(Query::parse("  - \"\" ** ").is_empty());
    }

    #[test]
    fn a_query_is_typed_again_without_what_narrows_it() {
        let query = Query::parse(r#"change "card on file" -paypal is:open tag:billing"#);
        assert!(query.has_filters());
        assert_eq!(query.typed_without_filters(), r#"change "card on file""#);
        assert!(!Query::parse(&query.typed_without_filters()).has_filters());
    }

    #[test]
    fn a_very_long_query_is_cut_and_says_so() {
        let query = Query::parse(&"word ".repeat(3_000));
        assert!(query.was_cut && query.words.len() <= MOST_WORDS);
        assert!(!Query::parse("word").was_cut);
    }

    proptest! {
        #[test]
        fn any_text_is_a_query(typed in "\\PC{0,300}") {
            let query = Query::parse(&typed);
            prop_assert!(query.words.iter().all(|word| !word.is_empty()));
        }
    }
}
