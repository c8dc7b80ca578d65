//! The names of categories, which a topic's JSON does not tell: read from a file of `id name` lines, or from JSON as
//! Discourse serves it at `/categories.json` and `/site.json`, or a plain object `{"6": "Support"}`.

use std::collections::HashMap;
use std::path::Path;

use serde_json::Value;

use crate::import::error::ImportError;
use crate::import::record::SourceId;

/// Names of categories by their old number, some with a slug.
pub type Names = HashMap<SourceId, (String, Option<String>)>;

/// Reads the names of categories.
///
/// # Errors
/// The file cannot be read, or a line of it is not a number and a name.
pub fn read(file: &Path) -> Result<Names, ImportError> {
    let text = std::fs::read_to_string(file).map_err(|error| ImportError::unreadable(file, error))?;
    let malformed = |line: u64, reason: String| ImportError::Malformed {
        file: file.to_owned(),
        line,
        reason,
    };
    let text = text.trim_start_matches('\u{feff}');
    if text.trim_start().starts_with(['{', '[']) {
        let json = serde_json::from_str(text).map_err(|error| malformed(error.line() as u64, error.to_string()))?;
        return from_json(&json).ok_or_else(|| malformed(1, "no list of categories with id and name".to_owned()));
    }
    let mut names = Names::new();
    for (number, line) in (1..).zip(text.lines()) {
        let line = line.trim();
        if line.is_empty() || line.starts_with('#') {
            continue;
        }
        let named = line.split_once(|c: char| c.is_whitespace() || c == ',' || c == ':');
        let id = named.and_then(|(id, _)| id.parse().ok());
        match (id, named.map(|(_, name)| name.trim())) {
            (Some(id), Some(name)) if !name.is_empty() => {
                names.insert(id, (name.to_owned(), None));
            }
            _ => {
                return Err(malformed(
                    number,
                    format!("{line:?} is not a category's number and its name"),
                ));
            }
        }
    }
    Ok(names)
}

fn from_json(json: &Value) -> Option<Names> {
    let list = json
        .pointer("/category_list/categories")
        .or_else(|| json.get("categories"))
        .unwrap_or(json);
    let mut names = Names::new();
    match list {
        Value::Array(categories) => add_all(categories, &mut names)?,
        Value::Object(by_id) => {
            for (id, name) in by_id {
                names.insert(id.parse().ok()?, (name.as_str()?.to_owned(), None));
            }
        }
        _ => return None,
    }
    Some(names)
}

fn add_all(categories: &[Value], names: &mut Names) -> Option<()> {
    for category in categories {
        let slug = category.get("slug").and_then(Value::as_str).map(str::to_owned);
        names.insert(
            category.get("id")?.as_i64()?,
            (category.get("name")?.as_str()?.to_owned(), slug),
        );
        if let Some(Value::Array(below)) = category.get("subcategory_list") {
            add_all(below, names)?;
        }
    }
    Some(())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read_text(text: &str) -> Result<Names, String> {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("categories");
        std::fs::write(&file, text).unwrap();
        read(&file).map_err(|error| error.to_string())
    }

    #[test]
    fn names_come_as_lines_or_as_json() {
        let expected = Names::from([(6, ("Support".into(), None)), (10, ("Getting started".into(), None))]);
        assert_eq!(
            read_text("# ours\n6 Support\n\n10\tGetting started\n").unwrap(),
            expected
        );
        assert_eq!(
            read_text("{\"6\": \"Support\", \"10\": \"Getting started\"}").unwrap(),
            expected
        );
        let served =
            "{\"category_list\":{\"categories\":[{\"id\":6,\"name\":\"Support\",\"slug\":\"help\",\"color\":\"red\",
            \"subcategory_list\":[{\"id\":7,\"name\":\"Linux\",\"slug\":\"linux\"}]}]}}";
        let expected = Names::from([
            (6, ("Support".into(), Some("help".into()))),
            (7, ("Linux".into(), Some("linux".into()))),
        ]);
        assert_eq!(read_text(served).unwrap(), expected);
    }

    #[test]
    fn a_bad_line_is_named() {
        assert!(
            read_text("6 Support\nLinux\n")
                .unwrap_err()
                .ends_with("line 2: \"Linux\" is not a category's number and its name")
        );
        assert!(read_text("{\"a\": 1}").unwrap_err().contains("line 1"));
        assert!(read_text("{\n\"6\": \n").unwrap_err().contains("line "));
    }
}
