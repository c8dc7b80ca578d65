//! What one post takes over from another, as Markdown: a quotation, and a link that names a person.
//!
//! Both stand in the text as it is stored, so that nothing has to be looked up when it is read.

/// The longest quotation, in characters; whoever quotes more means less.
const LONGEST: usize = 1_500;
/// The most lines of a quotation.
const MOST_LINES: usize = 40;

/// A post as a quotation, headed by its author and its permanent address; a long one is cut, quotations in it are left out.
pub fn quotation(author: &str, address: &str, markdown: &str) -> String {
    let mut quoted = format!("> {}\n>\n", heading(author, address));
    for line in shortened(&without_quotations(markdown)) {
        quoted.push_str(if line.is_empty() { ">" } else { "> " });
        quoted.push_str(line);
        quoted.push('\n');
    }
    quoted.push('\n');
    quoted
}

/// The line above a quotation: who said it, as a link to where.
pub fn heading(author: &str, address: &str) -> String {
    format!("[{}]({address}):", escaped(author))
}

/// A person named in a text: a link to their page that reads as an @ and their name.
pub fn mention(name: &str, address: &str) -> String {
    format!("[@{}]({address})", escaped(name))
}

/// A name as Markdown that means nothing but the name.
pub fn escaped(name: &str) -> String {
    let mut escaped = String::with_capacity(name.len());
    for character in name.chars() {
        if r"\`*_[]<>&~|!#".contains(character) {
            escaped.push('\\');
        }
        escaped.push(if character.is_control() { ' ' } else { character });
    }
    escaped
}

/// The lines that are the author's own; within a fence `>` is code.
fn without_quotations(markdown: &str) -> Vec<&str> {
    let mut lines: Vec<&str> = Vec::new();
    let mut fence: Option<&str> = None;
    for line in markdown.trim().lines() {
        let line = line.trim_end();
        let trimmed = line.trim_start();
        let marker = ["```", "~~~"].into_iter().find(|marker| trimmed.starts_with(marker));
        match (fence, marker) {
            (None, Some(marker)) => fence = Some(marker),
            (Some(open), Some(marker)) if open == marker => fence = None,
            _ => {}
        }
        let is_quoted = fence.is_none() && trimmed.starts_with('>');
        let repeats_blank = line.is_empty() && fence.is_none() && lines.last().is_none_or(|last| last.is_empty());
        if !is_quoted && !repeats_blank {
            lines.push(line);
        }
    }
    lines
}

/// As many lines as a quotation may have; the cut is shown.
fn shortened<'text>(lines: &[&'text str]) -> Vec<&'text str> {
    let mut kept = Vec::new();
    let mut room = LONGEST;
    for line in lines {
        let length = line.chars().count();
        if kept.len() == MOST_LINES || (length > room && !kept.is_empty()) {
            kept.push("…");
            return kept;
        }
        if length > room {
            let end = line.char_indices().nth(room).map_or(line.len(), |(at, _)| at);
            kept.push(line.get(..end).unwrap_or(line));
            kept.push("…");
            return kept;
        }
        room -= length;
        kept.push(line);
    }
    kept
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::markdown::render;

    #[test]
    fn a_quotation_names_its_author_and_leads_to_the_post() {
        let quoted = quotation(
            "Ada [x](y) *B*",
            "/replies/12",
            "One.\n\n> somebody else\n\n```sh\n> prompt\n```",
        );
        assert_eq!(
            quoted,
            "> [Ada \\[x\\](y) \\*B\\*](/replies/12):\n>\n> One.\n>\n> ```sh\n> > prompt\n> ```\n\n"
        );
        let html = render(&quoted).into_string();
        assert!(html.starts_with("<blockquote>"), "{html}");
        assert!(html.contains("href=\"/replies/12\""), "{html}");
        assert!(html.contains("Ada [x](y) *B*"), "{html}");
        assert!(!html.contains("somebody else"), "{html}");
    }

    #[test]
    fn a_long_post_is_cut_where_the_cut_is_seen() {
        for long in ["word ".repeat(50_000), "line\n".repeat(50_000), "é".repeat(50_000)] {
            let quoted = quotation("Ada", "/replies/1", &long);
            assert!(quoted.chars().count() < LONGEST + 500, "{}", quoted.len());
            assert!(quoted.ends_with("> …\n\n"), "{quoted}");
        }
    }

    #[test]
    fn a_mention_is_a_link_whatever_the_name_holds() {
        let html = render(&mention("Bob ](http://evil.example) <b>", "/users/3/bob")).into_string();
        assert!(html.contains("href=\"/users/3/bob\""), "{html}");
        assert!(!html.contains("href=\"http://evil"), "{html}");
    }
}
