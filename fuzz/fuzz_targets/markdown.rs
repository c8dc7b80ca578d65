//! Whatever somebody writes: it is rendered in bounded time, and what comes out is clean already.
//!
//! `RUSTC_BOOTSTRAP=1 cargo fuzz run --features whole -s none markdown -- -max_len=20000`

#![no_main]

use libfuzzer_sys::fuzz_target;

#[path = "../properties/markdown.rs"]
mod property;

fuzz_target!(|text: &str| property::hold(text));
