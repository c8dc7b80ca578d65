//! What the style sheet and the scripts must leave to the reader's language: which side is which, and every word.

use crate::tree::{Finding, SourceFile};

/// Properties that take four sides in the order top, right, bottom, left.
const FOUR_SIDED: &[&str] = &[
    "margin",
    "padding",
    "inset",
    "border-width",
    "border-color",
    "border-style",
    "scroll-margin",
    "scroll-padding",
];

/// Where a script puts what people read or hear.
const SAID_BY_SCRIPT: &[&str] = &[
    ".textContent = ",
    ".innerText = ",
    ".innerHTML = ",
    ".title = ",
    ".placeholder = ",
    ".ariaLabel = ",
    "\"aria-label\", ",
    "\"title\", ",
    "\"placeholder\", ",
    "alert(",
    "confirm(",
    "prompt(",
    "new Notification(",
];

/// Declarations that name the left or the right side: a page that runs from right to left would not mirror.
pub fn physical_sides(file: &SourceFile) -> Vec<Finding> {
    let mut findings = Vec::new();
    let text = without_comments(&file.text);
    for (index, line) in text.lines().enumerate() {
        for declaration in line.split([';', '{', '}']) {
            let Some((property, value)) = declaration.split_once(':') else {
                continue;
            };
            let (property, value) = (property.trim(), value.trim());
            if names_a_side(property) || puts_on_a_side(property, value) || differs_by_side(property, value) {
                findings.push(file.finding(
                    index + 1,
                    format!("`{property}: {value}` names a side: say start or end"),
                ));
            }
        }
    }
    findings
}

fn names_a_side(property: &str) -> bool {
    let mut parts = property.split('-');
    let is_property = property
        .chars()
        .all(|letter| letter.is_ascii_lowercase() || letter == '-');
    is_property && parts.any(|part| part == "left" || part == "right")
}

fn puts_on_a_side(property: &str, value: &str) -> bool {
    let is_placed = matches!(
        property,
        "text-align" | "text-align-last" | "float" | "clear" | "justify-content"
    );
    is_placed && value.split_whitespace().any(|word| word == "left" || word == "right")
}

fn differs_by_side(property: &str, value: &str) -> bool {
    let sides = parts(value);
    FOUR_SIDED.contains(&property) && sides.len() == 4 && sides[1] != sides[3]
}

/// The parts of a value, each with what stands in its brackets.
fn parts(value: &str) -> Vec<String> {
    let mut parts = vec![String::new()];
    let mut depth = 0;
    for letter in value.chars() {
        match letter {
            '(' => depth += 1,
            ')' => depth -= 1,
            _ => {}
        }
        if letter.is_whitespace() && depth == 0 {
            parts.push(String::new());
        } else if let Some(part) = parts.last_mut() {
            part.push(letter);
        }
    }
    parts.retain(|part| !part.is_empty() && part != "!important");
    parts
}

/// Words that a script says itself: they come from `data-` attributes, where the page has put them in its language.
pub fn words_of_scripts(file: &SourceFile) -> Vec<Finding> {
    let text = without_comments(&file.text);
    let mut findings = Vec::new();
    for (index, line) in text.lines().enumerate() {
        let line = line.split_once("// ").map_or(line, |(code, _)| code);
        let is_said = |string: &String| {
            let begins_a_sentence =
                string.chars().next().is_some_and(char::is_uppercase) && string.trim().contains(' ');
            begins_a_sentence || SAID_BY_SCRIPT.iter().any(|place| said_after(line, place, string))
        };
        for string in strings(line).into_iter().filter(is_said) {
            findings.push(file.finding(index + 1, format!("\"{string}\" belongs in a data attribute")));
        }
        if is_put_together(line) {
            findings.push(file.finding(
                index + 1,
                "a sentence put together: the page brings it whole".to_owned(),
            ));
        }
    }
    findings
}

/// Whether a sentence is put together there from several parts: its order and its plurals differ by language.
fn is_put_together(line: &str) -> bool {
    let is_template = |after: &str| after.trim_start().starts_with('`') && after.matches("${").count() > 1;
    SAID_BY_SCRIPT
        .iter()
        .filter_map(|place| line.split_once(place))
        .any(|(_, after)| after.split_inclusive(['?', ':', '=']).any(is_template) || is_template(after))
}

/// Whether a string with letters follows a place where words are put.
fn said_after(line: &str, place: &str, string: &str) -> bool {
    let after = line.split_once(place).map_or("", |(_, after)| after);
    string.chars().any(char::is_alphabetic) && strings(after).iter().any(|other| other == string)
}

/// The strings of a line, of templates only what is not computed.
fn strings(line: &str) -> Vec<String> {
    let mut found = Vec::new();
    let mut rest = line;
    while let Some(open) = rest.find(['"', '\'', '`']) {
        let quote = &rest[open..=open];
        let after = &rest[open + 1..];
        let Some(close) = after.find(quote) else { break };
        let mut text = after[..close].to_owned();
        while let Some(begin) = text.find("${") {
            let end = text[begin..].find('}').map_or(text.len(), |end| begin + end + 1);
            text.replace_range(begin..end, "");
        }
        found.push(text);
        rest = &after[close + 1..];
    }
    found
}

/// The text with blanks for its `/* … */`, so that lines keep their numbers.
fn without_comments(text: &str) -> String {
    let mut kept = String::new();
    let mut rest = text;
    while let Some(open) = rest.find("/*") {
        let close = rest[open..].find("*/").map_or(rest.len(), |close| open + close + 2);
        kept.push_str(&rest[..open]);
        kept.extend(rest[open..close].chars().filter(|letter| *letter == '\n'));
        rest = &rest[close..];
    }
    kept + rest
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn declarations_that_name_a_side_are_found() {
        for wrong in [
            "a { margin-left: 1px; }",
            "a { padding-right: 1px }",
            "a { border-left: 0; }",
            "a { left: 0; }",
            "a {\n  right: 0; }",
            "a { text-align: right; }",
            "a { float: left; }",
            "a { padding: 1px 2px 3px 4px; }",
            "a { border-top-left-radius: 2px; }",
            "a { scroll-margin-left: 2px; }",
        ] {
            assert_eq!(
                physical_sides(&SourceFile::new("assets/css/a.css", wrong)).len(),
                1,
                "{wrong}"
            );
        }
        let right =
            "/* left: 0; */ a { margin-inline-start: 1px; inset: 0; padding: 1px 2px 3px 2px; text-align: start; }
            .left:hover { margin: calc(1px + 2px) 0 0 0; mask-image: linear-gradient(to left, #000, #0000); }";
        assert_eq!(physical_sides(&SourceFile::new("assets/css/a.css", right)), []);
    }

    #[test]
    fn words_of_a_script_are_found() {
        for wrong in [
            "told.textContent = \"copied\";",
            "told.textContent = `${count} tags found`;",
            "told.textContent = `${count} ${box.dataset.found}`;",
            "told.textContent = found.length ? `${found.length} ${way.found}` : \"\";",
            "list.setAttribute(\"aria-label\", \"Tags\");",
            "const words = 'Try again';",
            "alert(\"no\");",
        ] {
            assert_eq!(
                words_of_scripts(&SourceFile::new("assets/js/a.js", wrong)).len(),
                1,
                "{wrong}"
            );
        }
        let right =
            "// Says “Link copied”.\n/* \"Not this one\" */\ntold.textContent = box.dataset.found; // \"Nor this\"
            told.textContent = way.found(count);\nif (event.key === \"ArrowDown\") close(\".prose pre\");";
        assert_eq!(words_of_scripts(&SourceFile::new("assets/js/a.js", right)), []);
    }
}
