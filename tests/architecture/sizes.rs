//! Names, sizes and first lines of files.

use crate::source::{Kind, end_of_item, tokens};
use crate::tree::{Finding, SourceFile};

/// Names that say nothing about what is inside.
const EMPTY_NAMES: &[&str] = &[
    "util",
    "utils",
    "utilities",
    "helpers",
    "common",
    "misc",
    "manager",
    "managers",
    "service",
    "services",
];

/// Files, folders and modules with a name that says nothing.
pub fn empty_names(file: &SourceFile) -> Vec<Finding> {
    let mut findings = Vec::new();
    let names = file.path.split('/').map(|name| name.split('.').next().unwrap_or(name));
    for name in names.filter(|name| EMPTY_NAMES.contains(name)) {
        findings.push(file.finding(1, format!("`{name}` says nothing about what is inside")));
    }
    let tokens = tokens(&file.text);
    for (index, token) in tokens.iter().enumerate() {
        let is_module = index > 0 && tokens[index - 1].is_word("mod");
        if is_module && EMPTY_NAMES.contains(&token.text.as_str()) {
            findings.push(file.finding(
                token.line,
                format!("`mod {}` says nothing about what is inside", token.text),
            ));
        }
    }
    findings
}

/// Longer than this, a file wants to be a folder.
const LINES_OF_A_FILE: usize = 400;
/// Longer than this, a function wants to be two.
const LINES_OF_A_FUNCTION: usize = 60;

/// The table of contents: a row for each address, which nobody reads in one go.
const TABLE: &str = "src/web/routes.rs";

/// A file that outgrew its room, unless a program wrote it or it is the table of addresses.
pub fn too_long(file: &SourceFile) -> Option<Finding> {
    let lines = file.text.lines().count();
    let is_generated = file.text.lines().next().is_some_and(|line| line.contains("@generated"));
    (lines > LINES_OF_A_FILE && !is_generated && file.path != TABLE).then(|| {
        file.finding(
            lines,
            format!("{lines} lines, more than {LINES_OF_A_FILE}: make it a folder"),
        )
    })
}

/// Functions that outgrew their room.
pub fn long_functions(file: &SourceFile) -> Vec<Finding> {
    let tokens = tokens(&file.text);
    let mut findings = Vec::new();
    for (index, token) in tokens.iter().enumerate().filter(|(_, token)| token.is_word("fn")) {
        let Some(name) = tokens.get(index + 1).filter(|name| name.kind == Kind::Word) else {
            continue;
        };
        let end = end_of_item(&tokens, index) - 1;
        let lines = tokens[end].line - token.line + 1;
        if lines > LINES_OF_A_FUNCTION {
            let says = format!("`{}` has {lines} lines, more than {LINES_OF_A_FUNCTION}", name.text);
            findings.push(file.finding(token.line, says));
        }
    }
    findings
}

/// A module that does not say what belongs in it.
pub fn unexplained_module(file: &SourceFile) -> Option<Finding> {
    let first = file
        .text
        .lines()
        .find(|line| !line.trim().is_empty())
        .unwrap_or_default();
    let explains = first.starts_with("//!") || first.contains("@generated");
    (!explains).then(|| file.finding(1, "begin with //! and say what belongs here and what does not"))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn file(path: &str, text: &str) -> SourceFile {
        SourceFile::new(path, text)
    }

    #[test]
    fn names_that_say_nothing_are_found() {
        assert_eq!(empty_names(&file("src/web/utils.rs", "")).len(), 1);
        assert_eq!(empty_names(&file("src/services/a.rs", "mod helpers;")).len(), 2);
        assert_eq!(
            empty_names(&file("src/domain/role.rs", "enum Role { Helper } mod helper_desk;")),
            []
        );
    }

    #[test]
    fn what_outgrew_its_room_is_found() {
        let lines = |count: usize| "x();\n".repeat(count);
        assert!(too_long(&file("src/a.rs", &lines(LINES_OF_A_FILE))).is_none());
        assert!(too_long(&file("src/a.rs", &lines(LINES_OF_A_FILE + 1))).is_some());
        let generated = format!("// @generated automatically\n{}", lines(LINES_OF_A_FILE));
        assert!(too_long(&file("src/a.rs", &generated)).is_none());

        let function = |count: usize| format!("fn f(a: [u8; 2]) -> X {{\n{}}}\nfn g();\n", lines(count - 2));
        assert_eq!(long_functions(&file("src/a.rs", &function(LINES_OF_A_FUNCTION))), []);
        assert_eq!(
            long_functions(&file("src/a.rs", &function(LINES_OF_A_FUNCTION + 1))).len(),
            1
        );
    }

    #[test]
    fn a_module_says_what_belongs_in_it() {
        assert!(unexplained_module(&file("src/a.rs", "\n//! Threads.\nuse x;")).is_none());
        assert!(unexplained_module(&file("src/a.rs", "use x; //! no")).is_some());
    }
}
