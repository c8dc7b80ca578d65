//! A letter as plain text.

use super::{BETWEEN, Block, Button, Item, Sheet};
use crate::letters::Stationery;

/// The longest line below a title.
const LONGEST_RULE: usize = 60;

/// Addresses stand on lines of their own, so that every mail program finds where they end; what is below `-- ` counts as a
/// signature, which programs show quietly and leave out of an answer.
pub(super) fn of(stationery: &Stationery<'_>, sheet: &Sheet) -> String {
    let mut parts: Vec<String> = sheet.greeting.iter().cloned().collect();
    parts.extend(sheet.blocks.iter().map(block));
    let home = stationery.urls.absolute(&stationery.urls.home());
    parts.push(format!("-- \n{}\n{home}", stationery.site_name));
    parts.extend(sheet.footer.iter().map(block));
    format!("{}\n", parts.join("\n\n"))
}

fn block(block: &Block) -> String {
    match block {
        Block::Paragraph(text) | Block::Quiet(text) => text.clone(),
        Block::Title(text) => format!("{text}\n{}", "-".repeat(text.chars().count().min(LONGEST_RULE))),
        Block::Item(about) => item(about),
        Block::Quote(text) => text
            .lines()
            .map(|line| format!("> {line}"))
            .collect::<Vec<_>>()
            .join("\n"),
        Block::Button(way) | Block::OtherButton(way) | Block::Link(way) => button(way),
    }
}

fn button((label, href): &Button) -> String {
    format!("{label}:\n{href}")
}

fn item(item: &Item) -> String {
    let mut lines = vec![item.title.clone(), item.href.clone()];
    if !item.about.is_empty() {
        lines.push(item.about.join(BETWEEN));
    }
    lines.extend(item.excerpt.iter().chain(&item.reason).cloned());
    lines.join("\n")
}
