//! Where people turn to when the forum cannot help them, as an administrator typed it.

use super::email::EmailAddress;
use super::problem::{Fault, Problems};
use super::setting::line;

/// The longest label, in characters.
pub const LONGEST_CONTACT_LABEL: usize = 60;
/// The longest address, in bytes.
pub const LONGEST_CONTACT_ADDRESS: usize = 500;

/// A way to reach a person.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Contact {
    label: String,
    href: String,
}

impl Contact {
    /// Reads the two fields of the form; both empty is no contact at all.
    pub fn parse(label: &str, href: &str, problems: &mut Problems) -> Option<Option<Self>> {
        if label.trim().is_empty() && href.trim().is_empty() {
            return Some(None);
        }
        let label = problems.keep("contact_label", line(label, 1, LONGEST_CONTACT_LABEL));
        let href = problems.keep("contact_address", address(href));
        Some(Some(Self {
            label: label?,
            href: href?,
        }))
    }

    /// Reads what the row keeps; what another version may have kept and this one does not take is no contact.
    pub fn stored(text: &str) -> Option<Self> {
        let (href, label) = text.split_once(' ')?;
        Self::parse(label, href, &mut Problems::none())?
    }

    /// What the row keeps: the address, which holds no blank, then the label.
    pub fn to_row(&self) -> String {
        format!("{} {}", self.href, self.label)
    }

    /// What the reader sees.
    pub fn label(&self) -> &str {
        &self.label
    }

    /// Where it leads: `https://…`, `mailto:…` or `tel:…`.
    pub fn href(&self) -> &str {
        &self.href
    }
}

/// Only addresses that open a page, a letter or a call, and say nothing else.
fn address(text: &str) -> Result<String, Fault> {
    let text = text.trim();
    let is_plain = text.is_ascii() && !text.contains(|c: char| c.is_whitespace() || c.is_control());
    let is_quiet = !text.contains(['"', '<', '>', '\\', '`', '{', '}', '|', '^']);
    let is_good = is_plain && is_quiet && text.len() <= LONGEST_CONTACT_ADDRESS && leads_to_somebody(text);
    is_good.then(|| text.to_owned()).ok_or(Fault::new("problem-contact"))
}

fn leads_to_somebody(text: &str) -> bool {
    if let Some(rest) = text.strip_prefix("https://") {
        return is_page(rest);
    }
    if let Some(rest) = text.strip_prefix("mailto:") {
        return EmailAddress::parse(rest).is_ok() && !rest.contains(['?', '&', '%']);
    }
    text.strip_prefix("tel:").is_some_and(is_number)
}

/// A host with a dot in it and without a name before it, then anything.
fn is_page(rest: &str) -> bool {
    let host = rest.split(['/', '?', '#']).next().unwrap_or_default();
    let name = host.split_once(':').map_or(host, |(name, _)| name);
    let is_port = |port: &str| port.parse::<u16>().is_ok_and(|port| port > 0);
    let has_port = host.split_once(':').is_none_or(|(_, port)| is_port(port));
    let is_label = |label: &str| {
        let is_inside = |byte: u8| byte.is_ascii_alphanumeric() || byte == b'-';
        !label.is_empty() && label.bytes().all(is_inside) && !label.starts_with('-') && !label.ends_with('-')
    };
    name.contains('.') && name.split('.').all(is_label) && has_port
}

/// Digits with a country's sign before them, perhaps in groups.
fn is_number(rest: &str) -> bool {
    let digits = rest.bytes().filter(u8::is_ascii_digit).count();
    let rest = rest.strip_prefix('+').unwrap_or(rest);
    let is_part = |c: char| c.is_ascii_digit() || matches!(c, '-' | '.' | '(' | ')');
    (3..=15).contains(&digits) && rest.chars().all(is_part)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(href: &str) -> Option<Contact> {
        Contact::parse("Write to us", href, &mut Problems::none()).flatten()
    }

    #[test]
    fn a_page_a_letter_and_a_call_are_ways_to_a_person() {
        for good in [
            "https://help.example.com",
            "https://help.example.com:8443/contact?from=forum#form",
            "mailto:help@example.com",
            "tel:+62-21-555-0101",
            "tel:112",
        ] {
            let contact = of(good).unwrap_or_else(|| panic!("{good}"));
            assert_eq!(contact.href(), good);
            assert_eq!(Contact::stored(&contact.to_row()), Some(contact));
        }
    }

    #[test]
    fn whatever_opens_anything_else_is_refused() {
        for wrong in [
            "http://help.example.com",
            "javascript:alert(1)",
            "https://",
            "https://help",
            "https://user:word@help.example.com/",
            "https://help.example.com@evil.example/",
            "https://help.example.com:0/",
            "https://-help.example.com/",
            "https://help.example.com/ x",
            "https://help.example.com/\"onclick",
            "https://hélp.example.com/",
            "mailto:nobody",
            "mailto:help@example.com?bcc=evil@example.org",
            "tel:",
            "tel:12",
            "tel:+1;ext=2345",
            "tel:12345678901234567",
            "//help.example.com",
            "/contact",
            "data:text/html,x",
        ] {
            let mut problems = Problems::none();
            assert_eq!(Contact::parse("Write to us", wrong, &mut problems), None, "{wrong}");
            assert!(!problems.is_empty(), "{wrong}");
        }
    }

    #[test]
    fn nothing_is_no_contact_and_half_a_one_is_a_problem() {
        let mut problems = Problems::none();
        assert_eq!(Contact::parse(" ", "", &mut problems), Some(None));
        assert!(problems.is_empty());
        assert_eq!(Contact::parse("", "tel:112", &mut problems), None);
        assert_eq!(Contact::parse("Call us", "", &mut problems), None);
        let fields: Vec<_> = problems.iter().map(|problem| problem.field).collect();
        assert_eq!(fields, ["contact_label", "contact_address"]);
    }
}
