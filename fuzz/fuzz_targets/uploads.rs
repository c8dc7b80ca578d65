//! Whatever somebody sends as a file: it is read or refused, in bounded time and memory, and a picture that is kept can be read again.
//!
//! How to run it stands in CONTRIBUTING.md.

#![no_main]

use libfuzzer_sys::fuzz_target;
use tanya_fuzz::uploads::Prepared;

#[path = "../properties/uploads.rs"]
mod property;

fuzz_target!(|file: &[u8]| property::hold(file));
