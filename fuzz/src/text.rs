//! Of `src/text`.

#[path = "../../src/text/html/mod.rs"]
pub mod html;
