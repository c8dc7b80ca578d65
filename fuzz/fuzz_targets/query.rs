//! Whatever somebody searches for: it is read, and what is shown of it again reads as the same.
//!
//! `RUSTC_BOOTSTRAP=1 cargo fuzz run --features whole -s none query -- -max_len=2000`

#![no_main]

use libfuzzer_sys::fuzz_target;

#[path = "../properties/query.rs"]
mod property;

fuzz_target!(|typed: &str| property::hold(typed));
