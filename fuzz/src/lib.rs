//! What reads a message that comes in, and a file that is sent, without the rest of the program, which would take an hour to build with a fuzzer's instruments.

pub mod domain;
pub mod mail;
pub mod text;
pub mod uploads;
