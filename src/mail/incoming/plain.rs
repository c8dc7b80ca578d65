//! Plain text as Markdown, without what is quoted under it.
//!
//! People write Markdown in mail anyway, so it stays what it is; only what would be read as an HTML element, and vanish, is escaped.

use super::cutting::{self, Line, Mark};

/// The most lines that are looked at.
const MOST_LINES: usize = 20_000;

/// How the lines of a text are meant (RFC 3676).
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(super) struct Flow {
    /// A line that ends in a space goes on in the next one.
    pub(super) is_flowed: bool,
    /// That space is no part of the text.
    pub(super) deletes_space: bool,
}

/// The sender's own words, as Markdown; empty when there are none.
pub(super) fn own(text: &str, flow: Flow) -> String {
    let text = without_signing(text);
    let lines: Vec<Line> = if flow.is_flowed {
        flowed(&text, flow)
    } else {
        text.split('\n').take(MOST_LINES).map(fixed).collect()
    };
    let kept = cutting::kept(&lines);
    let kept: Vec<&Line> = lines
        .iter()
        .zip(&kept)
        .filter(|(_, kept)| **kept)
        .map(|(line, _)| line)
        .collect();
    written(&kept)
}

/// A line whose marks of quotation are taken off.
fn fixed(line: &str) -> Line {
    let mut rest = line.trim_end_matches(['\r', ' ', '\t']);
    if line.trim_end_matches(['\r']) == "-- " {
        rest = "--";
    }
    let mut depth = 0;
    // A mailbox of the old kind puts the mark before a line that begins so.
    while let Some(after) = rest
        .strip_prefix('>')
        .filter(|after| depth > 0 || !after.starts_with("From "))
    {
        depth += 1;
        rest = match after.strip_prefix(' ') {
            Some(next) if next.starts_with('>') => next,
            _ => after,
        };
    }
    let text = if depth > 0 {
        rest.strip_prefix(' ').unwrap_or(rest)
    } else {
        rest
    };
    Line {
        text: text.to_owned(),
        depth,
        mark: Mark::None,
    }
}

/// Lines put together again that were only wrapped for the way.
fn flowed(text: &str, flow: Flow) -> Vec<Line> {
    let mut lines: Vec<Line> = Vec::new();
    let mut goes_on = false;
    for line in text.split('\n').take(MOST_LINES) {
        let unquoted = line.trim_start_matches('>');
        let depth = line.len() - unquoted.len();
        let content = unquoted.strip_prefix(' ').unwrap_or(unquoted);
        let content = content.trim_end_matches('\r');
        let is_delimiter = content == "-- ";
        let is_soft = content.ends_with(' ') && !is_delimiter;
        let own = match content.strip_suffix(' ') {
            Some(shorter) if is_soft && flow.deletes_space => shorter,
            _ if is_delimiter => "--",
            _ => content,
        };
        match lines
            .last_mut()
            .filter(|last| goes_on && last.depth == depth && !is_delimiter)
        {
            Some(last) => last.text.push_str(own),
            None => lines.push(Line {
                text: own.to_owned(),
                depth,
                mark: Mark::None,
            }),
        }
        goes_on = is_soft;
    }
    for line in &mut lines {
        line.text.truncate(line.text.trim_end().len());
    }
    lines
}

/// A text that was signed in its own lines (OpenPGP), without that.
fn without_signing(text: &str) -> String {
    let Some((before, signed)) = text.split_once("-----BEGIN PGP SIGNED MESSAGE-----\n") else {
        return text.to_owned();
    };
    let Some((signed, _)) = signed.split_once("\n-----BEGIN PGP SIGNATURE-----") else {
        return text.to_owned();
    };
    let (_, signed) = signed.split_once("\n\n").unwrap_or(("", signed));
    let lines = signed.split('\n').map(|line| line.strip_prefix("- ").unwrap_or(line));
    format!("{before}{}", lines.collect::<Vec<_>>().join("\n"))
}

fn written(lines: &[&Line]) -> String {
    let mut output = String::new();
    let mut fence = Fence::default();
    let mut before: Option<&Line> = None;
    for line in lines {
        let text = fence.escaped(&line.text);
        let is_blank = text.trim().is_empty();
        if before.is_some_and(|before| before.depth != line.depth && !before.text.is_empty() && !is_blank) {
            // Without an empty line the next one would still belong to the quotation.
            output.push('\n');
        }
        for _ in 0..line.depth {
            output.push_str("> ");
        }
        output.push_str(&text);
        output.truncate(output.trim_end_matches(' ').len());
        output.push('\n');
        before = Some(line);
    }
    tidy(&output)
}

/// No blank lines at the ends, and never two of them together.
fn tidy(text: &str) -> String {
    let mut output = String::with_capacity(text.len());
    let mut blank_count = 0;
    for line in text.split('\n') {
        blank_count = if line.trim().is_empty() { blank_count + 1 } else { 0 };
        if blank_count < 2 {
            output.push_str(line);
            output.push('\n');
        }
    }
    let output = output.trim_end().trim_start_matches('\n');
    let indentation = output.len() - output.trim_start_matches(' ').len();
    // Some programs put a blank before the first line; four of them begin code.
    output
        .get(if indentation < 4 { indentation } else { 0 }..)
        .unwrap_or_default()
        .to_owned()
}

/// Whether the present line is within a fence of code, where nothing is escaped.
#[derive(Default)]
struct Fence {
    open: Option<&'static str>,
}

impl Fence {
    fn escaped(&mut self, line: &str) -> String {
        let start = line.trim_start();
        let marker = ["```", "~~~"].into_iter().find(|marker| start.starts_with(marker));
        match (self.open, marker) {
            (None, Some(marker)) => self.open = Some(marker),
            (Some(open), Some(marker)) if open == marker => self.open = None,
            (None, None) => return escaped(line),
            _ => {}
        }
        line.to_owned()
    }
}

/// A line in which nothing is an HTML element; code and addresses in angle brackets stay as they are.
fn escaped(line: &str) -> String {
    if line.starts_with("    ") || line.starts_with('\t') || !line.contains('<') {
        return line.to_owned();
    }
    let mut output = String::with_capacity(line.len() + 8);
    let has_code = line.matches('`').count().is_multiple_of(2);
    let mut in_code = false;
    for (at, character) in line.char_indices() {
        in_code ^= has_code && character == '`';
        let after = line.get(at + 1..).unwrap_or_default();
        let is_address = ["http://", "https://", "mailto:"]
            .iter()
            .any(|scheme| after.starts_with(scheme));
        if character == '<'
            && !in_code
            && !is_address
            && after.starts_with(|c: char| c.is_ascii_alphabetic() || "/!?".contains(c))
        {
            output.push('\\');
        }
        output.push(character);
    }
    output
}

#[cfg(test)]
mod tests {
    use super::*;

    fn own_fixed(text: &str) -> String {
        own(text, Flow::default())
    }

    #[test]
    fn elements_are_words_in_plain_text() {
        assert_eq!(
            own_fixed("Use <b> or `<i>` or <https://a.b>, 1 < 2"),
            "Use \\<b> or `<i>` or <https://a.b>, 1 < 2"
        );
        assert_eq!(own_fixed("```\n<b>\n```\n<b>"), "```\n<b>\n```\n\\<b>");
    }

    #[test]
    fn wrapped_lines_come_together() {
        let flow = Flow {
            is_flowed: true,
            deletes_space: false,
        };
        assert_eq!(own("One \ntwo\n three\n-- \nAda", flow), "One two\nthree");
        let flow = Flow {
            deletes_space: true,
            ..flow
        };
        assert_eq!(own("日 \n本", flow), "日本");
    }

    #[test]
    fn a_signed_text_is_its_text() {
        let text = "-----BEGIN PGP SIGNED MESSAGE-----\nHash: SHA256\n\nYes.\n- - a list\n\n-----BEGIN PGP SIGNATURE-----\nxx\n-----END PGP SIGNATURE-----\n";
        assert_eq!(own_fixed(text), "Yes.\n- a list");
        assert_eq!(own_fixed(">From here on it works."), ">From here on it works.");
    }
}
