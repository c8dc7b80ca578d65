//! What changed between two revisions, line by line, with the changed words within a line.
//!
//! A plain value: the views decide how it looks.

use std::time::{Duration, Instant};

use similar::{ChangeTag, DiffOp, InlineChange, TextDiff};

/// Unchanged lines shown before and after a change.
const CONTEXT: usize = 3;

/// Until when revisions are compared: one for all that stand on a page, so that a long history costs no more than a short.
///
/// Past it the rest counts as changed as a whole, which is true if less helpful.
#[derive(Debug, Clone, Copy)]
pub struct Patience(Instant);

impl Patience {
    /// From now on for so long.
    pub fn of(length: Duration) -> Self {
        // Not the clock of the forum: only a limit for work.
        Self(Instant::now() + length)
    }
}

/// One line of a difference.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum DiffLine {
    /// A line that both revisions have.
    Kept(String),
    /// A line that only the earlier revision has.
    Removed(Vec<DiffSpan>),
    /// A line that only the later revision has.
    Added(Vec<DiffSpan>),
    /// So many unchanged lines, left out.
    Folded(usize),
}

/// A stretch of a removed or added line.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DiffSpan {
    /// The words, without a line feed.
    pub text: String,
    /// Whether just these words differ, rather than the line around them.
    pub changed: bool,
}

/// Compares an earlier revision with a later one; empty when they are the same.
pub fn between(earlier: &str, later: &str, patience: Patience) -> Vec<DiffLine> {
    let difference = TextDiff::configure().deadline(patience.0).diff_lines(earlier, later);
    let deadline = Some(patience.0);
    let total = difference.old_len();
    let mut lines = Vec::new();
    let mut shown = 0;
    for group in difference.grouped_ops(CONTEXT) {
        let begins = group.first().map_or(shown, |first| first.old_range().start);
        push_folded(begins.saturating_sub(shown), &mut lines);
        for operation in &group {
            push_operation(&difference, operation, deadline, &mut lines);
            shown = operation.old_range().end;
        }
    }
    if !lines.is_empty() {
        push_folded(total.saturating_sub(shown), &mut lines);
    }
    lines
}

fn push_operation(
    difference: &TextDiff<str>,
    operation: &DiffOp,
    deadline: Option<Instant>,
    lines: &mut Vec<DiffLine>,
) {
    for change in difference.iter_inline_changes_deadline(operation, deadline) {
        let spans = spans(&change);
        lines.push(match change.tag() {
            ChangeTag::Equal => DiffLine::Kept(spans.into_iter().map(|span| span.text).collect()),
            ChangeTag::Delete => DiffLine::Removed(spans),
            ChangeTag::Insert => DiffLine::Added(spans),
        });
    }
}

fn spans(change: &InlineChange<str>) -> Vec<DiffSpan> {
    let mut spans: Vec<DiffSpan> = Vec::new();
    for (changed, text) in change.values() {
        let text = text.trim_end_matches(['\n', '\r']);
        match spans.last_mut() {
            Some(last) if last.changed == *changed => last.text.push_str(text),
            _ if text.is_empty() => {}
            _ => spans.push(DiffSpan {
                text: text.to_owned(),
                changed: *changed,
            }),
        }
    }
    spans
}

fn push_folded(count: usize, lines: &mut Vec<DiffLine>) {
    if count > 0 {
        lines.push(DiffLine::Folded(count));
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn between(earlier: &str, later: &str) -> Vec<DiffLine> {
        super::between(earlier, later, Patience::of(Duration::from_millis(250)))
    }

    fn span(text: &str, changed: bool) -> DiffSpan {
        DiffSpan {
            text: text.into(),
            changed,
        }
    }

    #[test]
    fn the_same_text_has_no_difference() {
        assert_eq!(between("one\ntwo", "one\ntwo"), vec![]);
        assert_eq!(between("", ""), vec![]);
    }

    #[test]
    fn changed_words_are_named() {
        let lines = between("The router is blue\nkept", "The router is red\nkept");
        assert_eq!(
            lines,
            vec![
                DiffLine::Removed(vec![span("The router is ", false), span("blue", true)]),
                DiffLine::Added(vec![span("The router is ", false), span("red", true)]),
                DiffLine::Kept("kept".into()),
            ]
        );
    }

    #[test]
    fn long_unchanged_stretches_are_folded() {
        let earlier: String = (0..20).map(|line| format!("line {line}\n")).collect();
        let later = earlier.replace("line 10\n", "line 10\nnew\n");
        let lines = between(&earlier, &later);
        assert_eq!(lines.first(), Some(&DiffLine::Folded(8)));
        assert_eq!(lines.last(), Some(&DiffLine::Folded(6)));
        assert_eq!(lines.len(), 2 + 3 + 1 + 3);
        assert!(lines.contains(&DiffLine::Added(vec![span("new", false)])));
    }

    #[test]
    fn hostile_revisions_are_compared_within_a_moment() {
        let lines = |seed: u64| -> String {
            let mut state = seed;
            let mut next = || {
                state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1);
                (state >> 33) % 5
            };
            (0..32_000).map(|_| format!("{}\n", next())).collect()
        };
        let words = |seed: u64| lines(seed).replace('\n', " ");
        for (earlier, later) in [
            (lines(1), lines(2)),
            (words(1), words(2)),
            ("a".repeat(65_536), "b".repeat(65_536)),
        ] {
            let start = Instant::now();
            assert!(!between(&earlier, &later).is_empty());
            assert!(start.elapsed() < Duration::from_secs(5), "{:?}", start.elapsed());
        }
    }

    #[test]
    fn without_patience_a_text_counts_as_changed_as_a_whole() {
        let lines = super::between("one\ntwo\n", "one\nthree\n", Patience::of(Duration::ZERO));
        let removed = lines.iter().any(|line| matches!(line, DiffLine::Removed(_)));
        let added = lines.iter().any(|line| matches!(line, DiffLine::Added(_)));
        assert!(removed && added, "{lines:?}");
    }

    proptest! {
        #[test]
        fn removed_and_kept_lines_are_the_earlier_revision(earlier in "[ab \n]{0,12}", later in "[ab \n]{0,12}") {
            let text = |spans: &[DiffSpan]| spans.iter().map(|span| span.text.as_str()).collect::<String>();
            let mut old = Vec::new();
            let mut new = Vec::new();
            for line in between(&earlier, &later) {
                match line {
                    DiffLine::Kept(line) => { old.push(line.clone()); new.push(line); }
                    DiffLine::Removed(spans) => old.push(text(&spans)),
                    DiffLine::Added(spans) => new.push(text(&spans)),
                    DiffLine::Folded(_) => return Ok(()),
                }
            }
            if !old.is_empty() || !new.is_empty() {
                prop_assert_eq!(old, earlier.lines().map(str::to_owned).collect::<Vec<_>>());
                prop_assert_eq!(new, later.lines().map(str::to_owned).collect::<Vec<_>>());
            }
        }
    }
}
