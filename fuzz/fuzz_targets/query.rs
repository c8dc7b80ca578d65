//! Whatever somebody searches for: it is read, and what is shown of it again reads as the same.
//!
//! `RUSTC_BOOTSTRAP=1 cargo fuzz run --features whole -s none query -- -max_len=2000`

#![no_main]

use libfuzzer_sys::fuzz_target;
use tanya::domain::searching::SearchedWords;
use tanya::search::query::Query;
use tanya::search::words::words;

fuzz_target!(|typed: &str| {
    let query = Query::parse(typed);
    let _shown = (query.is_empty(), query.has_words(), query.has_filters(), query.typed_without_filters());
    let plain = query.words_only();
    assert!(plain.len() <= typed.len().saturating_mul(3) + 3, "a query grows: {plain}");
    assert!(words(&plain).len() <= plain.chars().count());
    let _noted = SearchedWords::of(typed);
});
