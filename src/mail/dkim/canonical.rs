//! The relaxed form of headers and bodies (RFC 6376, section 3.4), which outlives what servers do to blanks on the way.

/// The head, with the end of its last line, and the body.
pub(super) fn split(message: &[u8]) -> (&[u8], &[u8]) {
    let end = message.windows(4).position(|four| four == b"\r\n\r\n");
    let (head, rest) = message.split_at(end.map_or(message.len(), |end| end + 2));
    (head, rest.get(2..).unwrap_or_default())
}

/// Names in lower case, and values in their relaxed form, from above.
pub(super) fn headers(head: &[u8]) -> Vec<(String, String)> {
    let text = String::from_utf8_lossy(head)
        .replace("\r\n ", " ")
        .replace("\r\n\t", " ");
    let pair = |line: &str| {
        let (name, said) = line.split_once(':')?;
        Some((name.trim_end().to_lowercase(), value(said)))
    };
    text.split("\r\n").filter_map(pair).collect()
}

/// The chosen headers as they are signed. A name that stands again means the next one above; where there is none, nothing is
/// signed, and none can be added.
pub(super) fn chosen(headers: &[(String, String)], names: &[&str]) -> String {
    let mut said = String::new();
    let mut left: Vec<&(String, String)> = headers.iter().collect();
    for name in names {
        if let Some(at) = left.iter().rposition(|(known, _)| known == name) {
            let (name, value) = left.remove(at);
            said.push_str(&format!("{name}:{value}\r\n"));
        }
    }
    said
}

/// A value on one line, with one blank between words, and none around it.
pub(super) fn value(text: &str) -> String {
    let words: Vec<&str> = text
        .split([' ', '\t', '\r', '\n'])
        .filter(|word| !word.is_empty())
        .collect();
    words.join(" ")
}

/// A body without blanks at the ends of lines and without empty lines at its end, and with one blank for several.
pub(super) fn body(body: &[u8]) -> Vec<u8> {
    let mut out = Vec::with_capacity(body.len());
    let mut has_blank = false;
    let mut letters = body.iter().copied().peekable();
    while let Some(letter) = letters.next() {
        match letter {
            b' ' | b'\t' => has_blank = true,
            b'\r' if letters.peek() == Some(&b'\n') => {
                letters.next();
                out.extend_from_slice(b"\r\n");
                has_blank = false;
            }
            letter => {
                if has_blank {
                    out.push(b' ');
                    has_blank = false;
                }
                out.push(letter);
            }
        }
    }
    while out.ends_with(b"\r\n") {
        out.truncate(out.len() - 2);
    }
    if !out.is_empty() {
        out.extend_from_slice(b"\r\n");
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_example_of_the_standard_is_made_relaxed() {
        let message = b"A: X\r\nB : Y\t\r\n\tZ  \r\n\r\n C \r\nD \t E\r\n\r\n\r\n";
        let (head, rest) = split(message);
        let headers = headers(head);
        assert_eq!(chosen(&headers, &["a", "b"]), "a:X\r\nb:Y Z\r\n");
        assert_eq!(body(rest), b" C\r\nD E\r\n");
        assert_eq!(body(b"\r\n\r\n"), b"");
        assert_eq!(body(b"x"), b"x\r\n");
        assert_eq!(body(b"a \r b \r\n \r\n"), b"a \r b\r\n");
    }

    #[test]
    fn a_name_that_stands_again_means_the_next_one_above() {
        let headers = headers(b"From: a\r\nFrom: b\r\nTo: c\r\n");
        assert_eq!(
            chosen(&headers, &["from", "from", "from", "to"]),
            "from:b\r\nfrom:a\r\nto:c\r\n"
        );
    }
}
