//! Whatever bytes come in as a message: it is read or refused, in bounded time and memory, and what is read can be posted.
//!
//! How to run it stands in CONTRIBUTING.md.

#![no_main]

use libfuzzer_sys::fuzz_target;
use tanya_fuzz::mail::{incoming, report};

#[path = "../properties/incoming.rs"]
mod property;

fuzz_target!(|raw: &[u8]| property::hold(raw));
