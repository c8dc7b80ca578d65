//! What a sentence is about: the stems of its words, without those that every sentence has.

use std::collections::BTreeSet;

use crate::search::language::Tongue;
use crate::search::words::words;

/// Words that say nothing by themselves, folded, in the languages that the forum is offered in.
const EMPTY: &str = "a about after again all also am an and any are as at be because been before being but by can cant could \
     did do does doesnt dont each else for from get got had has have he her here him his how i if im in into is \
     it its ive just like make may me might more most must my need no not now of on one only or other our out \
     over own please same she should so some such than that thats the their them then there these they thing \
     this those to too under up use used using very want was way we were what when where which while who why \
     will with without would yes you your youre adalah agar akan anda apa atau bagaimana bahwa bisa dan dari \
     dengan di dia harus ini itu jika juga kami karena ke kita lalu maka mereka oleh pada saja saya sebagai \
     sudah supaya tapi tetapi untuk yang ang ay ako ano ba dahil din ito iyon ka kapag kung ko lang mga mo na \
     naman nang ng ni nito o para pero po rin sa si sila siya yung";

/// Words that turn a sentence into its opposite, folded.
const DENYING: &str = "no not never cannot cant dont doesnt didnt isnt arent wont shouldnt without avoid jangan tidak bukan tanpa \
     belum hindari hindi huwag wala walang";

/// The stems of a text that say what it is about.
pub(super) fn stems(text: &str, tongue: Tongue) -> BTreeSet<String> {
    let words = words(text).into_iter().map(|word| word.text);
    let says = |word: &String| {
        let is_long = word.chars().count() > 2 || !word.is_ascii();
        is_long && EMPTY.split(' ').all(|empty| empty != word) && !is_number(word)
    };
    words.filter(says).map(|word| tongue.stem(&word).into_owned()).collect()
}

/// The numbers of a text.
pub(super) fn numbers(text: &str) -> BTreeSet<String> {
    words(text)
        .into_iter()
        .map(|word| word.text)
        .filter(|word| is_number(word))
        .collect()
}

/// Whether a text denies something.
pub(super) fn denies(text: &str) -> bool {
    words(text)
        .iter()
        .any(|word| DENYING.split(' ').any(|denying| denying == word.text))
}

fn is_number(word: &str) -> bool {
    word.bytes().all(|byte| byte.is_ascii_digit())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_sentence_is_about_its_rare_words() {
        let tongue = Tongue::of_code("en");
        let found = stems("You should not restart the wallet more than 3 times", tongue);
        assert_eq!(found.iter().collect::<Vec<_>>(), ["restart", "time", "wallet"]);
        assert_eq!(numbers("Wait 10 s, not 30").len(), 2);
        assert!(denies("Don't panic") && !denies("Do panic"));
    }
}
