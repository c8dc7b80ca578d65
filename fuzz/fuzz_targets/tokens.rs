//! Whatever stands in an address, a cookie or a header where the server expects what it made itself: it is read or refused, and
//! what is read is written the same again.
//!
//! `RUSTC_BOOTSTRAP=1 cargo fuzz run --features whole -s none tokens -- -max_len=2000`

#![no_main]

use libfuzzer_sys::fuzz_target;

#[path = "../properties/tokens.rs"]
mod property;

fuzz_target!(|text: &str| property::hold(text));
