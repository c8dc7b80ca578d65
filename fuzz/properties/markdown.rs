//! Whatever somebody writes: it is rendered in bounded time, and what comes out is clean already.

use tanya::text::markdown;

/// Panics where it does not hold.
pub fn hold(text: &str) {
    for html in [markdown::render(text), markdown::render_comment(text)] {
        assert!(
            markdown::stays_clean(&html),
            "cleaning it once more changes it: {}",
            html.as_str()
        );
    }
}
