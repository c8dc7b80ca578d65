//! What somebody wrote by mail, without what gives power over their letters: a mail program that nobody knows may quote a letter
//! in a way that nobody knows, and then its links and the address for answers would stand on a page that everybody reads.

/// The text without the token of the address for answers, and without the links of letters, which begin with `links`.
pub(super) fn disarmed(text: &str, token: Option<&str>, links: &str) -> String {
    let text = match token {
        Some(token) if !token.is_empty() => without(text, &format!("+{token}"), |_| 0),
        _ => text.to_owned(),
    };
    let is_end = |c: char| c.is_whitespace() || matches!(c, ')' | '>' | ']' | '"' | '<');
    without(&text, links, |rest| rest.find(is_end).unwrap_or(rest.len()))
}

/// The text without `part`, in either case, wherever it stands, and without as many bytes after it as `more` says of them.
fn without(text: &str, part: &str, more: impl Fn(&str) -> usize) -> String {
    // ASCII letters change their case in place, so that both texts have the same places.
    let (folded, part) = (text.to_ascii_lowercase(), part.to_ascii_lowercase());
    let mut kept = String::with_capacity(text.len());
    let mut at = 0;
    for (found, _) in folded.match_indices(&part) {
        if let Some(before) = text.get(at..found) {
            kept.push_str(before);
            let after = found + part.len();
            at = after + text.get(after..).map_or(0, &more);
        }
    }
    kept.push_str(text.get(at..).unwrap_or_default());
    kept
}

#[cfg(test)]
mod tests {
    use super::*;

    const LINKS: &str = "https://forum.example.org/letters/";

    #[test]
    fn the_token_of_the_address_goes_in_either_case_and_nothing_else() {
        let quoted =
            "Oui.\n\nForum <reply+abc234@forum.example.org> respondis:\nmailto:Reply+ABC234@forum.example.org 1+abc";
        let left = disarmed(quoted, Some("abc234"), LINKS);
        let expected = "Oui.\n\nForum <reply@forum.example.org> respondis:\nmailto:Reply@forum.example.org 1+abc";
        assert_eq!(left, expected);
        assert_eq!(disarmed("1+1", Some(""), LINKS), "1+1");
    }

    #[test]
    fn links_of_letters_go_wherever_they_stand() {
        let quoted = "[Stop](https://forum.example.org/letters/stop/a-b\\_c)\nHTTPS://forum.example.org/letters/stop-all/x y\n\
            <https://forum.example.org/letters/choices/z>";
        assert_eq!(disarmed(quoted, None, LINKS), "[Stop]()\n y\n<>");
        let thread = "https://forum.example.org/t/1/letters/";
        assert_eq!(disarmed(thread, None, LINKS), thread);
    }
}
