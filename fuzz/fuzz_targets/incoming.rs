//! Whatever bytes come in as a message: it is read or refused, in bounded time and memory, and what is read can be posted.
//!
//! `cargo +nightly fuzz run incoming tests/fixtures/incoming`

#![no_main]

use libfuzzer_sys::fuzz_target;
use tanya::mail::incoming;

fuzz_target!(|raw: &[u8]| {
    if let Ok(message) = incoming::read(raw) {
        let strange = |character: char| character.is_control() && !matches!(character, '\n' | '\t');
        assert!(!message.own.contains(strange), "a body takes no control characters");
        let _authenticity = message.authenticity("mx.example.net");
    }
});
