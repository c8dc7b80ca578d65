//! The links at the end of every page, as an administrator types them: one to a line, `Label | address`.

use super::problem::Fault;

/// The most links.
pub const MOST_LINKS: usize = 8;
/// The longest label, in characters.
pub const LONGEST_LABEL: usize = 40;
/// The longest address, in bytes.
const LONGEST_ADDRESS: usize = 500;

/// A link of the footer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FooterLink {
    /// What the reader sees.
    pub label: String,
    /// Where it leads: `https://…`, `mailto:…`, or a path of this forum.
    pub href: String,
}

/// Reads the lines of the form; empty lines are left out.
pub fn parse(text: &str) -> Result<Vec<FooterLink>, Fault> {
    let lines: Vec<&str> = text.lines().filter(|line| !line.trim().is_empty()).collect();
    if lines.len() > MOST_LINKS {
        return Err(Fault::with_limit("problem-footer-many", MOST_LINKS as i64));
    }
    let read = |(place, line): (usize, &&str)| {
        let number = i64::try_from(place + 1).unwrap_or_default();
        link(line).ok_or(Fault::with_limit("problem-footer-line", number))
    };
    lines.iter().enumerate().map(read).collect()
}

/// The lines again, for the form and for the row.
pub fn lines(links: &[FooterLink]) -> String {
    let lines: Vec<String> = links
        .iter()
        .map(|link| format!("{} | {}", link.label, link.href))
        .collect();
    lines.join("\n")
}

fn link(line: &str) -> Option<FooterLink> {
    let (label, href) = line.rsplit_once('|')?;
    let label = label.split_whitespace().collect::<Vec<_>>().join(" ");
    let href = href.trim();
    let is_label = (1..=LONGEST_LABEL).contains(&label.chars().count()) && !label.chars().any(char::is_control);
    (is_label && leads_somewhere_safe(href)).then(|| FooterLink {
        label,
        href: href.to_owned(),
    })
}

/// Only schemes that open nothing by themselves; no blank, no control, no quotation mark.
fn leads_somewhere_safe(href: &str) -> bool {
    let after = |scheme: &str| href.strip_prefix(scheme).is_some_and(|rest| !rest.is_empty());
    let has_scheme = after("https://") || after("http://") || after("mailto:");
    let is_path = href.starts_with('/') && !href.starts_with("//") && !href.starts_with("/\\");
    let is_plain = !href
        .chars()
        .any(|c| c.is_whitespace() || c.is_control() || matches!(c, '"' | '<' | '>' | '\\'));
    (has_scheme || is_path) && is_plain && href.len() <= LONGEST_ADDRESS
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_become_links_and_lines_again() {
        let text = "Help  centre | https://help.example.com/a?b=c#d\n\n Status|/about/permissions \r\nA | B | mailto:a@b.example";
        let links = parse(text).unwrap();
        assert_eq!(links.len(), 3);
        assert_eq!(links[0].label, "Help centre");
        assert_eq!(links[2].label, "A | B");
        assert_eq!(parse(&lines(&links)).unwrap(), links);
    }

    #[test]
    fn a_line_that_leads_nowhere_safe_is_named() {
        for wrong in [
            "Evil | javascript:alert(1)",
            "Evil | JavaScript:alert(1)",
            "Evil | data:text/html,x",
            "Evil | //evil.example",
            "Evil | /\\evil.example",
            "No address",
            " | https://a.example",
            "Blank | https://a.example/ b",
            "Empty | https://",
        ] {
            let fault = parse(&format!("Fine | https://a.example\n{wrong}")).unwrap_err();
            assert_eq!((fault.key, fault.limit), ("problem-footer-line", Some(2)), "{wrong}");
        }
        assert!(parse(&"a | /b\n".repeat(MOST_LINKS)).is_ok());
        assert_eq!(
            parse(&"a | /b\n".repeat(MOST_LINKS + 1)).unwrap_err().key,
            "problem-footer-many"
        );
    }
}
