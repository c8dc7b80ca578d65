//! Whatever somebody searches for: it is read, and what is shown of it again reads as the same.

use tanya::domain::searching::SearchedWords;
use tanya::search::query::Query;
use tanya::search::words::words;

/// Panics where it does not hold.
pub fn hold(typed: &str) {
    let query = Query::parse(typed);
    let _shown = (
        query.is_empty(),
        query.has_words(),
        query.has_filters(),
        query.typed_without_filters(),
    );
    let plain = query.words_only();
    assert!(
        plain.len() <= typed.len().saturating_mul(3) + 3,
        "a query grows: {plain}"
    );
    assert!(words(&plain).len() <= plain.chars().count());
    let _noted = SearchedWords::of(typed);
}
