//! What reads a message that comes in, without the rest of the program, which would take an hour to build with a fuzzer's instruments.

pub mod domain;
pub mod mail;
pub mod text;
