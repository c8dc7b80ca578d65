//! In which language something is written, and the stems of its words.

use std::borrow::Cow;

use frostem::{Algorithm, Stemmer};
use whatlang::Lang;

/// A language whose words have stems; [`Tongue::Plain`] for all others, whose words stay as they are.
///
/// Filipino is among those: its affixes stand before, inside and behind a root (*kumain*, *kinain*, *kainan*), and what cuts
/// them off by rule joins more words that differ than forms that belong together.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Tongue {
    /// A language that the Snowball project has an algorithm for.
    Stemmed(Algorithm),
    /// Any other.
    Plain,
}

/// The languages that are told apart: the name in the index, what the detector calls it, the algorithm.
const STEMMED: &[(&str, Lang, Algorithm)] = &[
    ("ar", Lang::Ara, Algorithm::Arabic),
    ("hy", Lang::Hye, Algorithm::Armenian),
    ("ca", Lang::Cat, Algorithm::Catalan),
    ("da", Lang::Dan, Algorithm::Danish),
    ("nl", Lang::Nld, Algorithm::Dutch),
    ("en", Lang::Eng, Algorithm::English),
    ("et", Lang::Est, Algorithm::Estonian),
    ("fi", Lang::Fin, Algorithm::Finnish),
    ("fr", Lang::Fra, Algorithm::French),
    ("de", Lang::Deu, Algorithm::German),
    ("el", Lang::Ell, Algorithm::Greek),
    ("hi", Lang::Hin, Algorithm::Hindi),
    ("hu", Lang::Hun, Algorithm::Hungarian),
    ("id", Lang::Ind, Algorithm::Indonesian),
    ("it", Lang::Ita, Algorithm::Italian),
    ("lt", Lang::Lit, Algorithm::Lithuanian),
    ("ne", Lang::Nep, Algorithm::Nepali),
    ("no", Lang::Nob, Algorithm::Norwegian),
    ("pt", Lang::Por, Algorithm::Portuguese),
    ("ro", Lang::Ron, Algorithm::Romanian),
    ("ru", Lang::Rus, Algorithm::Russian),
    ("sr", Lang::Srp, Algorithm::Serbian),
    ("es", Lang::Spa, Algorithm::Spanish),
    ("sv", Lang::Swe, Algorithm::Swedish),
    ("ta", Lang::Tam, Algorithm::Tamil),
    ("tr", Lang::Tur, Algorithm::Turkish),
];

/// How much of a text is looked at to tell its language, in bytes.
const ENOUGH: usize = 2_000;
/// Shorter texts, in characters, are taken to be in the forum's language: there is too little to tell by.
const LEAST: usize = 40;

impl Tongue {
    /// The language of a text; the fallback, which is the forum's, when the text does not tell.
    pub fn of(text: &str, fallback: Tongue) -> Tongue {
        let text = beginning(text, ENOUGH);
        if text.chars().count() < LEAST {
            return fallback;
        }
        match whatlang::detect(text) {
            Some(found) if found.is_reliable() => Tongue::of_lang(found.lang()),
            _ => fallback,
        }
    }

    /// The language of a text with a title.
    pub fn of_titled(title: &str, text: &str, fallback: Tongue) -> Tongue {
        Tongue::of(&format!("{title}. {}", beginning(text, ENOUGH)), fallback)
    }

    fn of_lang(lang: Lang) -> Tongue {
        let found = STEMMED.iter().find(|row| row.1 == lang);
        found.map_or(Tongue::Plain, |row| Tongue::Stemmed(row.2))
    }

    /// The language with this two-letter code.
    pub fn of_code(code: &str) -> Tongue {
        let found = STEMMED.iter().find(|row| row.0 == code);
        found.map_or(Tongue::Plain, |row| Tongue::Stemmed(row.2))
    }

    /// Its two-letter code; `-` for those without stems.
    pub fn code(self) -> &'static str {
        let Tongue::Stemmed(algorithm) = self else { return "-" };
        STEMMED.iter().find(|row| row.2 == algorithm).map_or("-", |row| row.0)
    }

    /// The stem of a folded word.
    pub fn stem(self, word: &str) -> Cow<'_, str> {
        match self {
            Tongue::Stemmed(algorithm) => Stemmer::new(algorithm).stem(word),
            Tongue::Plain => Cow::Borrowed(word),
        }
    }
}

/// The beginning of a text, cut at a character.
pub fn beginning(text: &str, most_bytes: usize) -> &str {
    let end = text.floor_char_boundary(most_bytes);
    text.get(..end).unwrap_or(text)
}

#[cfg(test)]
mod tests {
    use super::*;

    const ENGLISH: Tongue = Tongue::Stemmed(Algorithm::English);

    #[test]
    fn a_text_tells_its_language_and_a_short_one_does_not() {
        let german = "Wie kann ich die Karte ändern, mit der mein Abonnement bezahlt wird? Ich finde keinen Knopf.";
        assert_eq!(Tongue::of(german, ENGLISH).code(), "de");
        let indonesian = "Bagaimana cara mengubah kartu yang dipakai untuk membayar langganan saya setiap bulan?";
        assert_eq!(Tongue::of(indonesian, ENGLISH).code(), "id");
        assert_eq!(Tongue::of("Karte ändern", ENGLISH).code(), "en");
        assert_eq!(
            Tongue::of("0x00 0x01 0x02 0x03 0x04 0x05 0x06 0x07 0x08", ENGLISH).code(),
            "en"
        );
    }

    #[test]
    fn every_language_has_a_code_of_its_own_that_leads_back() {
        for (code, lang, algorithm) in STEMMED {
            assert_eq!(Tongue::of_code(code), Tongue::Stemmed(*algorithm));
            assert_eq!(Tongue::of_lang(*lang).code(), *code);
        }
        assert_eq!(Tongue::of_code("-"), Tongue::Plain);
    }

    #[test]
    fn forms_of_a_word_have_one_stem() {
        assert_eq!(ENGLISH.stem("connections"), ENGLISH.stem("connected"));
        let indonesian = Tongue::of_code("id");
        assert_eq!(indonesian.stem("membayar"), indonesian.stem("dibayar"));
        assert_eq!(Tongue::Plain.stem("words"), "words");
    }
}
