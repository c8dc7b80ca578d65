//! Addresses that come from outside, read and judged: what stands in `back`, what people paste.

use crate::domain::id::ThreadId;

/// Whether a path leads to this site and nowhere else: what may stand in `back`.
pub fn is_local_path(path: &str) -> bool {
    path.starts_with('/')
        && !path.starts_with("//")
        && !path.starts_with("/\\")
        && path.len() <= 2_000
        && !path.contains(|c: char| c.is_control() || c == '\\')
}

/// A thread named by its number or by any of its addresses, as people paste it.
pub fn thread_named(text: &str) -> Option<ThreadId> {
    let text = text.trim().trim_start_matches('#');
    let after = text.split_once("/threads/").map_or(text, |(_, rest)| rest);
    after
        .split(['/', '?', '#'])
        .next()
        .and_then(|number| number.parse().ok())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_paths_of_this_site_are_local() {
        assert!(is_local_path("/threads/1/x?a=b"));
        for other in [
            "",
            "threads",
            "//evil.example",
            "/\\evil.example",
            "https://evil.example",
            "/a\nb",
        ] {
            assert!(!is_local_path(other), "{other:?}");
        }
    }
}
