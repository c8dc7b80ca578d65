//! Addresses of e-mail.

use super::{Finding, SecretKind, is_in_address};

/// Endings of files, which stand behind an `@` in names of pictures.
const FILES: &[&str] = &[
    "png", "jpg", "jpeg", "gif", "svg", "webp", "ico", "css", "js", "ts", "json", "service",
];
/// Domains and their ends that nobody has (RFC 2606), so that examples can be written.
const EXAMPLES: &[&str] = &["example.com", "example.org", "example.net"];
const NOBODYS: &[&str] = &["example", "test", "invalid", "localhost", "local"];

/// Notes every address; those of examples, of pictures and of repositories are none.
pub(super) fn find(text: &str, found: &mut Vec<Finding>) {
    let mut after = 0; // Two addresses share no character, so the whole text is walked over once.
    for (at, _) in text.match_indices('@') {
        let before = text.get(after..at).unwrap_or_default();
        let local = before.len() - before.trim_end_matches(is_local).len();
        let behind = text.get(at + 1..).unwrap_or_default();
        let length = behind.find(|c| !is_domain(c)).unwrap_or(behind.len());
        let domain = behind.get(..length).unwrap_or_default().trim_end_matches(['.', '-']);
        let name = before.get(before.len() - local..).unwrap_or_default();
        let lead = before.get(..before.len() - local).unwrap_or_default();
        after = at + 1;
        let is_in_path = || lead.ends_with('/') || is_in_address(text, at - local);
        if is_name(name) && is_somebodys(domain) && !is_in_path() {
            let from = at - name.trim_start_matches('.').len();
            found.push(Finding {
                kind: SecretKind::EmailAddress,
                from,
                to: at + 1 + domain.len(),
            });
        }
    }
}

fn is_local(c: char) -> bool {
    c.is_ascii_alphanumeric() || matches!(c, '.' | '_' | '%' | '+' | '-')
}

fn is_domain(c: char) -> bool {
    c.is_ascii_alphanumeric() || matches!(c, '.' | '-')
}

/// `git@` leads to a repository.
fn is_name(name: &str) -> bool {
    (1..=64).contains(&name.len()) && name != "git" && name.contains(|c: char| c.is_ascii_alphanumeric())
}

fn is_somebodys(domain: &str) -> bool {
    let domain = domain.to_ascii_lowercase();
    let Some((rest, end)) = domain.rsplit_once('.') else {
        return false;
    };
    let is_end = end.len() >= 2 && end.bytes().all(|byte| byte.is_ascii_alphabetic());
    let is_example = |example: &&str| domain == **example || domain.ends_with(&format!(".{example}"));
    is_end
        && domain.len() <= 253
        && rest.split('.').all(|label| !label.is_empty())
        && !FILES.contains(&end)
        && !NOBODYS.contains(&end)
        && !EXAMPLES.iter().any(is_example)
}
