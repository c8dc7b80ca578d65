//! What a thread is about.

use unicode_normalization::UnicodeNormalization;

use super::problem::Fault;

/// The longest name of a tag, in characters.
pub const LONGEST_TAG: usize = 35;
/// The most tags of one thread.
pub const MOST_TAGS: usize = 5;

/// What stands at `/tags/complete` is no tag.
const RESERVED: &str = "complete";
/// The key of the fault of a name that is an address of something else.
pub const TAG_RESERVED: &str = "problem-tag-reserved";

/// The name of a tag: lower case, letters, digits and `+ # . -`, at most 35 characters.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct TagName(String);

impl TagName {
    /// Reads one tag; blanks and underscores within it become hyphens.
    pub fn parse(text: &str) -> Result<Self, Fault> {
        let folded: String = text
            .trim()
            .trim_start_matches('#')
            .nfkc()
            .flat_map(char::to_lowercase)
            .collect();
        let name = folded
            .split(|c: char| c.is_whitespace() || c == '_')
            .filter(|p| !p.is_empty())
            .collect::<Vec<_>>()
            .join("-");
        let good = |c: char| c.is_alphanumeric() || matches!(c, '+' | '#' | '.' | '-');
        if name.is_empty()
            || !name.chars().all(good)
            || !name.chars().any(char::is_alphanumeric)
            || name.starts_with('.')
        {
            return Err(Fault::new("problem-tag-characters"));
        }
        if name.chars().count() > LONGEST_TAG {
            return Err(Fault::with_limit("problem-tag-long", LONGEST_TAG as i64));
        }
        if name == RESERVED {
            return Err(Fault::new(TAG_RESERVED));
        }
        Ok(Self(name))
    }

    /// Reads the tags of a thread's form, separated by commas or blanks; doubles count once.
    pub fn parse_list(text: &str) -> Result<Vec<Self>, Fault> {
        Self::parse_at_most(MOST_TAGS, text)
    }

    /// The same of a form that takes so many.
    pub fn parse_at_most(most: usize, text: &str) -> Result<Vec<Self>, Fault> {
        let mut names = Vec::new();
        for part in text
            .split(|c: char| c == ',' || c.is_whitespace())
            .filter(|part| !part.is_empty())
        {
            let name = Self::parse(part)?;
            if !names.contains(&name) {
                names.push(name);
            }
        }
        if names.len() > most {
            return Err(Fault::with_limit("problem-tags-many", most as i64));
        }
        Ok(names)
    }

    /// The name.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tags_are_read_as_people_type_them() {
        let names = |text| TagName::parse_list(text).map(|list| list.into_iter().map(|n| n.0).collect::<Vec<_>>());
        assert_eq!(names("C++, #Node.js  c#,c++").unwrap(), ["c++", "node.js", "c#"]);
        assert_eq!(names("").unwrap(), Vec::<String>::new());
        assert_eq!(names("a b c d e f").unwrap_err().key, "problem-tags-many");
        assert_eq!(names("<b>").unwrap_err().key, "problem-tag-characters");
        assert_eq!(names("completed #Complete").unwrap_err().key, TAG_RESERVED);
    }
}
