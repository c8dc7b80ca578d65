//! Whatever somebody writes: it is rendered in bounded time, and what comes out is clean already.
//!
//! `RUSTC_BOOTSTRAP=1 cargo fuzz run --features whole -s none markdown -- -max_len=20000`

#![no_main]

use libfuzzer_sys::fuzz_target;
use tanya::text::markdown;

fuzz_target!(|text: &str| {
    for html in [markdown::render(text), markdown::render_comment(text)] {
        assert!(markdown::stays_clean(&html), "cleaning it once more changes it: {}", html.as_str());
    }
});
