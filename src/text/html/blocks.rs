//! Writes blocks as Markdown.

use super::tree::{Block, Span};
use super::{escape, spans};

/// Writes a whole post, without a line feed at its end.
pub(super) fn write(blocks: &[Block]) -> String {
    write_apart(blocks, "\n\n")
}

fn write_apart(blocks: &[Block], between: &str) -> String {
    let mut output = String::new();
    let mut before: Option<&Block> = None;
    let mut is_other_marker = false;
    for block in blocks {
        // Two lists of one kind in a row are two only when their markers differ.
        is_other_marker = before.is_some_and(|before| are_like_lists(before, block)) && !is_other_marker;
        let written = one(block, is_other_marker);
        if written.is_empty() {
            continue;
        }
        if !output.is_empty() {
            output.push_str(between);
        }
        output.push_str(&written);
        before = Some(block);
    }
    output
}

fn are_like_lists(first: &Block, second: &Block) -> bool {
    match (first, second) {
        (Block::List { start: one, .. }, Block::List { start: other, .. }) => one.is_some() == other.is_some(),
        _ => false,
    }
}

fn one(block: &Block, is_other_marker: bool) -> String {
    match block {
        Block::Paragraph(line) => spans::write(line, false),
        Block::Heading { level, spans } => heading(*level, spans),
        Block::Code { language, text } => code(language, text),
        Block::Quote(blocks) => with_prefix(&write(blocks), "> ", "> "),
        Block::List { start, items } => list(*start, items, is_other_marker),
        Block::Table(rows) => table(rows),
        Block::Details { summary, blocks } => details(summary, blocks),
        Block::Rule => "***".to_owned(),
    }
}

fn heading(level: usize, line: &[Span]) -> String {
    let mut text = spans::write(line, false).replace('\n', " ");
    // Hashes on their own at the end would count as the end of the heading.
    let words = text.trim_end_matches('#');
    if words.len() < text.len() && (words.is_empty() || words.ends_with(' ')) {
        text.insert(words.len(), '\\');
    }
    format!("{} {text}", "#".repeat(level.clamp(1, 6)))
}

fn code(language: &str, text: &str) -> String {
    let fence = "`".repeat(escape::fence_length(text));
    let end = if text.ends_with('\n') { "" } else { "\n" };
    format!("{fence}{language}\n{text}{end}{fence}")
}

/// Puts one prefix before the first line and another before the rest; lines without content get none of its spaces.
fn with_prefix(text: &str, first: &str, rest: &str) -> String {
    let mut output = String::with_capacity(text.len() + text.len() / 8);
    for (index, line) in text.split('\n').enumerate() {
        let prefix = if index == 0 { first } else { rest };
        if index > 0 {
            output.push('\n');
        }
        output.push_str(if line.is_empty() { prefix.trim_end() } else { prefix });
        output.push_str(line);
    }
    output
}

fn list(start: Option<u32>, items: &[Vec<Block>], is_other_marker: bool) -> String {
    let is_tight = items.iter().all(|item| is_short(item));
    let mut output = String::new();
    for (number, item) in (start.unwrap_or(0)..).zip(items) {
        let marker = match (start, is_other_marker) {
            (None, false) => "- ".to_owned(),
            (None, true) => "* ".to_owned(),
            (Some(_), false) => format!("{number}. "),
            (Some(_), true) => format!("{number}) "),
        };
        let content = write_apart(item, if is_tight { "\n" } else { "\n\n" });
        if !output.is_empty() {
            output.push_str(if is_tight { "\n" } else { "\n\n" });
        }
        output.push_str(&with_prefix(&content, &marker, &" ".repeat(marker.len())));
    }
    output
}

/// Whether an item is a line, or a line and a list that can follow it without an empty line between.
fn is_short(item: &[Block]) -> bool {
    match item {
        [Block::Paragraph(_)] => true,
        [Block::Paragraph(_), Block::List { start, items }] => {
            matches!(start, None | Some(1)) && items.iter().all(|item| is_short(item))
        }
        _ => false,
    }
}

fn table(rows: &[Vec<Vec<Span>>]) -> String {
    let columns = rows.iter().map(Vec::len).max().unwrap_or(0);
    let mut output = String::new();
    for (index, row) in rows.iter().enumerate() {
        if index > 0 {
            output.push('\n');
        }
        output.push('|');
        for column in 0..columns {
            let cell = row
                .get(column)
                .map(|cell| spans::write(cell, true).replace('\n', " "))
                .unwrap_or_default();
            output.push(' ');
            output.push_str(&cell);
            output.push_str(" |");
        }
        if index == 0 {
            output.push_str("\n|");
            output.push_str(&" --- |".repeat(columns));
        }
    }
    output
}

fn details(summary: &[Span], blocks: &[Block]) -> String {
    let summary = spans::words(summary);
    let content = write(blocks);
    format!(
        "<details>\n<summary>{}</summary>\n\n{content}\n\n</details>",
        summary.trim()
    )
}
