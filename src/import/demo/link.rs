//! Links from one demo thread to another, written `[words](thread:ID)`.
//!
//! Their real address exists only once the threads are stored, so whoever stores them resolves
//! them. Other links are none of this module's business.

const START: &str = "](thread:";

/// The ids of all threads that this Markdown links to, in order.
pub fn linked_threads(markdown: &str) -> impl Iterator<Item = &str> {
    let after_starts = markdown.split(START).skip(1);
    after_starts.filter_map(|rest| rest.split_once(')').map(|(id, _)| id))
}

/// The same Markdown with each link to a thread leading to the address of that thread.
///
/// `address` is asked with a thread's id; where it answers nothing, the link stays as it is.
pub fn resolve_links(markdown: &str, address: impl Fn(&str) -> Option<String>) -> String {
    let mut parts = markdown.split(START);
    let mut resolved = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        let found = part.split_once(')').and_then(|(id, rest)| Some((address(id)?, rest)));
        match found {
            Some((target, rest)) => resolved.push_str(&format!("]({target}){rest}")),
            None => {
                resolved.push_str(START);
                resolved.push_str(part);
            }
        }
    }
    resolved
}

#[cfg(test)]
mod tests {
    use super::*;

    const TEXT: &str = "See [this](thread:one) and [that](thread:two), not [the other](/x).";

    #[test]
    fn finds_the_threads_that_are_linked() {
        assert_eq!(linked_threads(TEXT).collect::<Vec<_>>(), ["one", "two"]);
        assert_eq!(linked_threads("thread:one ](thread:open").count(), 0);
    }

    #[test]
    fn puts_addresses_in_and_keeps_what_it_does_not_know() {
        let address = |id: &str| (id == "one").then(|| "/threads/1/one".to_owned());
        assert_eq!(
            resolve_links(TEXT, address),
            "See [this](/threads/1/one) and [that](thread:two), not [the other](/x)."
        );
        assert_eq!(resolve_links("](thread:open", address), "](thread:open");
    }
}
