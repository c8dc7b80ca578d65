//! Letters as mail programs and servers see them.

mod bounces;
mod ids;
mod keeping;
mod sending;
mod server;
