//! `tanya demo`: a throw-away forum with demo content.

use tanya::config::Config;

use super::Failure;

/// Fills a forum in a temporary folder and serves it.
pub fn run(_config: &Config) -> Result<(), Failure> {
    Err("The demo content cannot be written yet.".into())
}
