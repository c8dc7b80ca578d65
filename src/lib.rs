//! Tanya, a community support forum server.
//!
//! The map: `domain` (types and rules) ← `urls`, `text` ← `store` (all SQL) ← `letters` ← `mail`, and beside them `import`;
//! `web` (pages) and `jobs` (later work) stand on those; `app` builds every part once and is the only file that knows everything.
//! docs/ARCHITECTURE.md has the map with its reasons, and two walkthroughs.

pub mod app;
pub mod background;
pub mod clock;
pub mod config;
pub mod domain;
pub mod import;
pub mod jobs;
pub mod letters;
pub mod mail;
pub mod meaning;
pub mod passwords;
pub mod repeats;
pub mod reports;
pub mod search;
pub mod store;
pub mod telemetry;
pub mod text;
pub mod uploads;
pub mod urls;
pub mod web;
