//! A text as words: where each begins and ends, folded so that case and accents do not matter.

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

/// Longer words, in characters, are cut: keys and hashes are found by their beginning.
const LONGEST: usize = 40;

/// A word of a text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Word {
    /// Folded: lower case, without accents; two characters of a script that writes no spaces.
    pub text: String,
    /// Where it begins in the text, in bytes.
    pub from: usize,
    /// Where it ends.
    pub to: usize,
    /// Whether it is a part of a web address: two questions that name a site need not be about the same.
    pub is_of_address: bool,
}

/// The words of a text, in order.
pub fn words(text: &str) -> Vec<Word> {
    let mut gathered = Gathered::default();
    for (at, character) in text.char_indices() {
        let end = at + character.len_utf8();
        if writes_no_spaces(character) {
            gathered.end_word();
            gathered.push_unspaced(character, at, end);
        } else if character.is_alphanumeric() || is_combining_mark(character) {
            gathered.end_unspaced();
            gathered.push(character, at, end);
        } else if !is_apostrophe(character) || gathered.word.is_none() {
            gathered.end_word();
            gathered.end_unspaced();
        }
    }
    gathered.end_word();
    gathered.end_unspaced();
    let mut words = gathered.words;
    if text.contains("://") {
        for word in &mut words {
            word.is_of_address = is_of_address(text, word);
        }
    }
    words
}

/// Whether what clings to a word, up to the next spaces, is a web address.
fn is_of_address(text: &str, word: &Word) -> bool {
    let (before, behind) = (text.get(..word.from), text.get(word.from..));
    let begun = before.and_then(|before| before.rsplit(char::is_whitespace).next());
    let begun = word.from - begun.map_or(0, str::len);
    let end = behind.and_then(|behind| behind.split(char::is_whitespace).next());
    let end = word.from + end.map_or(0, str::len);
    text.get(begun..end).is_some_and(|token| token.contains("://"))
}

#[derive(Default)]
struct Gathered {
    words: Vec<Word>,
    /// The word that is being read, with its length in characters.
    word: Option<(Word, usize)>,
    /// The last character of a script without spaces, and whether it already ended a pair.
    last: Option<(String, usize, usize, bool)>,
}

impl Gathered {
    fn push(&mut self, character: char, at: usize, end: usize) {
        let (word, length) = self.word.get_or_insert_with(|| {
            let word = Word {
                text: String::new(),
                from: at,
                to: end,
                is_of_address: false,
            };
            (word, 0)
        });
        word.to = end;
        if *length < LONGEST {
            let before = word.text.len();
            if character.is_ascii() {
                word.text.push(character.to_ascii_lowercase());
            } else {
                let folded = character.nfkd().filter(|part| !is_combining_mark(*part));
                word.text.extend(folded.flat_map(char::to_lowercase));
            }
            *length += usize::from(word.text.len() > before);
        }
    }

    fn end_word(&mut self) {
        if let Some((word, length)) = self.word.take()
            && length > 0
        {
            self.words.push(word);
        }
    }

    fn push_unspaced(&mut self, character: char, at: usize, end: usize) {
        let folded: String = character.nfkc().collect();
        let is_second = if let Some((before, from, to, _)) = self.last.take()
            && to == at
        {
            self.words.push(Word {
                text: before + &folded,
                from,
                to: end,
                is_of_address: false,
            });
            true
        } else {
            false
        };
        self.last = Some((folded, at, end, is_second));
    }

    /// A character that stands alone is a word.
    fn end_unspaced(&mut self) {
        if let Some((text, from, to, false)) = self.last.take() {
            self.words.push(Word {
                text,
                from,
                to,
                is_of_address: false,
            });
        }
    }
}

/// In "don't" it joins, around a quotation it does not.
fn is_apostrophe(character: char) -> bool {
    matches!(character, '\'' | '’')
}

/// Scripts that write words without spaces between them, and Korean, whose endings cling to the words.
fn writes_no_spaces(character: char) -> bool {
    matches!(character,
        '\u{0e00}'..='\u{0eff}' // Thai, Lao
        | '\u{1000}'..='\u{109f}' // Burmese
        | '\u{1780}'..='\u{17ff}' // Khmer
        | '\u{3005}'..='\u{3007}' | '\u{3040}'..='\u{30ff}' | '\u{31f0}'..='\u{31ff}' // Kana
        | '\u{3400}'..='\u{4dbf}' | '\u{4e00}'..='\u{9fff}' | '\u{f900}'..='\u{faff}' // Han
        | '\u{ac00}'..='\u{d7af}' // Hangul
        | '\u{ff66}'..='\u{ff9f}' // narrow Kana
        | '\u{20000}'..='\u{3ffff}')
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn texts(text: &str) -> Vec<String> {
        words(text).into_iter().map(|word| word.text).collect()
    }

    #[test]
    fn words_are_folded_and_keep_their_places() {
        assert_eq!(texts("Café  CRÈME, naïve"), ["cafe", "creme", "naive"]);
        assert_eq!(texts("Don't 'quote' me"), ["dont", "quote", "me"]);
        assert_eq!(texts("trans-siberian E1234.5"), ["trans", "siberian", "e1234", "5"]);
        let text = "— Ünïcode!";
        let word = words(text).remove(0);
        assert_eq!(text.get(word.from..word.to), Some("Ünïcode"));
        assert_eq!(texts(&"a".repeat(100)), ["a".repeat(40)]);
        assert_eq!(texts("e\u{301}te\u{301}"), ["ete"]);
    }

    #[test]
    fn addresses_are_left_out_with_all_that_clings_to_them() {
        let text = "See https://example.com/a?b=c, (http://x.org) or example.net\u{a0}now";
        let words = words(text).into_iter().filter(|word| !word.is_of_address);
        let left: Vec<String> = words.map(|word| word.text).collect();
        assert_eq!(left, ["see", "or", "example", "net", "now"]);
    }

    #[test]
    fn scripts_without_spaces_are_read_by_pairs() {
        assert_eq!(texts("支払い方法"), ["支払", "払い", "い方", "方法"]);
        assert_eq!(texts("水 USBケーブル"), ["水", "usb", "ケー", "ーブ", "ブル"]);
        assert_eq!(texts("비밀번호"), ["비밀", "밀번", "번호"]);
    }

    proptest! {
        #[test]
        fn any_text_has_words_that_lie_in_it(text in "\\PC{0,200}") {
            for word in words(&text) {
                prop_assert!(!word.text.is_empty());
                prop_assert!(text.get(word.from..word.to).is_some_and(|piece| !piece.is_empty()));
            }
        }
    }
}
