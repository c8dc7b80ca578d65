//! Taking words out of texts for good: personal data, or a secret.

use super::problem::Fault;

/// What stands in the place of words that were taken out, in every language.
pub const MARK: &str = "█████";
/// The fewest characters that are looked for: fewer stand in too many other words.
pub const SHORTEST: usize = 3;
/// The most characters that are looked for.
pub const LONGEST: usize = 200;
/// How many places of a text are told at most.
const MOST_HITS: usize = 3;
/// How many characters are told before and after a place.
const AROUND: usize = 40;

/// The words that are to go, on one line.
#[derive(Clone, PartialEq, Eq)]
pub struct Words(String);

impl std::fmt::Debug for Words {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Words(…)")
    }
}

/// Where words stand in a text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Hit {
    /// What stands before them.
    pub before: String,
    /// The words as they stand there.
    pub words: String,
    /// What stands after them.
    pub after: String,
}

/// A text without the words.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Redacted {
    /// The text.
    pub text: String,
    /// How often they stood there.
    pub count: usize,
    /// The first places where they did.
    pub hits: Vec<Hit>,
}

impl Words {
    /// Reads the words; runs of white space become one blank.
    pub fn parse(text: &str) -> Result<Self, Fault> {
        let words = text.split_whitespace().collect::<Vec<_>>().join(" ");
        if words.chars().any(char::is_control) {
            return Err(Fault::new("problem-control-characters"));
        }
        match words.chars().count() {
            0 => Err(Fault::new("problem-redact-words-missing")),
            1..SHORTEST => Err(Fault::with_limit("problem-redact-words-short", SHORTEST as i64)),
            SHORTEST..=LONGEST => Ok(Self(words)),
            _ => Err(Fault::with_limit("problem-redact-words-long", LONGEST as i64)),
        }
    }

    /// The words, for the form that brings them along.
    pub fn reveal(&self) -> &str {
        &self.0
    }

    /// Whether they stand in a text.
    pub fn stand_in(&self, text: &str) -> bool {
        self.redact(text).is_some()
    }

    /// The text without the words; `None` when they do not stand there.
    ///
    /// They are found in capitals or not, broken over lines, in a quotation, and as Markdown, HTML or an address would spell them.
    pub fn redact(&self, text: &str) -> Option<Redacted> {
        let (mut kept, mut hits, mut count, mut at) = (String::with_capacity(text.len()), Vec::new(), 0, 0);
        while let Some((here, first)) = text.get(at..).and_then(|here| Some((here, here.chars().next()?))) {
            let Some(length) = self.length_at(here) else {
                kept.push(first);
                at += first.len_utf8();
                continue;
            };
            if hits.len() < MOST_HITS {
                hits.extend(hit(text, at, at + length));
            }
            kept.push_str(MARK);
            count += 1;
            at += length;
        }
        (count > 0).then_some(Redacted {
            text: kept,
            count,
            hits,
        })
    }

    /// How many bytes the words take at the beginning of a text; `None` when they do not stand there.
    fn length_at(&self, here: &str) -> Option<usize> {
        // An ampersand may be one, or the beginning of how HTML spells one.
        let rest = self.0.chars().try_fold(here, after);
        let rest = rest.or_else(|| {
            let spelled = |rest, wanted| as_entity(rest, wanted).or_else(|| after(rest, wanted));
            self.0.chars().try_fold(here, spelled)
        })?;
        Some(here.len() - rest.len())
    }
}

fn hit(text: &str, from: usize, to: usize) -> Option<Hit> {
    let before: Vec<char> = text.get(..from)?.chars().rev().take(AROUND).collect();
    Some(Hit {
        before: before.into_iter().rev().collect(),
        words: text.get(from..to)?.to_owned(),
        after: text.get(to..)?.chars().take(AROUND).collect(),
    })
}

/// What is left of a text after a character, however it is spelled.
fn after(rest: &str, wanted: char) -> Option<&str> {
    if wanted == ' ' {
        let is_between = |character: char| character.is_whitespace() || character == '>';
        return rest
            .starts_with(char::is_whitespace)
            .then(|| rest.trim_start_matches(is_between));
    }
    same(rest, wanted).or_else(|| {
        let escaped = rest.strip_prefix('\\').filter(|_| wanted.is_ascii_punctuation());
        escaped
            .and_then(|rest| same(rest, wanted))
            .or_else(|| as_entity(rest, wanted))
            .or_else(|| as_address(rest, wanted))
    })
}

fn same(rest: &str, wanted: char) -> Option<&str> {
    let mut characters = rest.chars();
    let first = characters.next()?;
    let is_same = first == wanted || first.to_lowercase().eq(wanted.to_lowercase());
    is_same.then_some(characters.as_str())
}

fn as_entity(rest: &str, wanted: char) -> Option<&str> {
    let names: &[&str] = match wanted {
        '&' => &["&amp;"],
        '<' => &["&lt;"],
        '>' => &["&gt;"],
        '"' => &["&quot;", "&#34;"],
        '\'' => &["&#39;", "&#x27;", "&apos;"],
        _ => &[],
    };
    names.iter().find_map(|name| rest.strip_prefix(name))
}

fn as_address(rest: &str, wanted: char) -> Option<&str> {
    let coded = rest.strip_prefix('%')?;
    let (code, rest) = (coded.get(..2)?, coded.get(2..)?);
    let byte = u8::from_str_radix(code, 16).ok()?;
    (byte.is_ascii() && char::from(byte).eq_ignore_ascii_case(&wanted)).then_some(rest)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn without(words: &str, text: &str) -> Option<String> {
        Words::parse(words).unwrap().redact(text).map(|redacted| redacted.text)
    }

    #[test]
    fn words_are_found_however_they_are_spelled() {
        let found = [
            ("Anna Maier", "I am anna\n> MAIER, hello", "I am █████, hello"),
            ("key_1*2", "the `key_1*2` or key\\_1\\*2", "the `█████` or █████"),
            (
                "a@b.example",
                "mailto:a%40b.example and a&amp;b",
                "mailto:█████ and a&amp;b",
            ),
            ("\"x\" & 'y'", "&quot;x&quot; &amp; &#39;y&#39;", "█████"),
            ("Ünal", "ünal ÜNAL", "█████ █████"),
        ];
        for (words, text, left) in found {
            assert_eq!(without(words, text).as_deref(), Some(left), "{words}");
        }
        for (words, text) in [("Anna Maier", "AnnaMaier"), ("a.b", "a-b"), ("abc", ""), ("a\\b", "ab")] {
            assert_eq!(without(words, text), None, "{words} in {text}");
        }
    }

    #[test]
    fn nothing_but_the_words_goes() {
        let words = Words::parse("hunter2").unwrap();
        let redacted = words.redact(&format!("{}hunter2, hunter2", "ä".repeat(60))).unwrap();
        assert_eq!(redacted.count, 2);
        assert_eq!(redacted.text, format!("{}█████, █████", "ä".repeat(60)));
        assert_eq!(redacted.hits[0].before, "ä".repeat(40));
        assert_eq!(redacted.hits[0].words, "hunter2");
        assert_eq!(redacted.hits[0].after, ", hunter2");
        assert!(!words.stand_in(&redacted.text));
    }

    #[test]
    fn words_are_no_single_letters_and_never_printed() {
        assert_eq!(Words::parse(" \n ").unwrap_err().key, "problem-redact-words-missing");
        assert_eq!(Words::parse("ab").unwrap_err().key, "problem-redact-words-short");
        assert_eq!(Words::parse("a\0bcd").unwrap_err().key, "problem-control-characters");
        assert!(Words::parse(&"x".repeat(LONGEST)).is_ok());
        assert!(Words::parse(&"x".repeat(LONGEST + 1)).is_err());
        assert_eq!(format!("{:?}", Words::parse("hunter2").unwrap()), "Words(…)");
    }
}
