//! Which part of the crate may know which: the arrows of docs/ARCHITECTURE.md, and which part may use which crate.

use crate::source::{Token, matches_at, tokens};
use crate::tree::{Finding, SourceFile};

/// Parts that may know every other: the builder of all parts, the command line and the crate's map.
const KNOW_EVERYTHING: &[&str] = &["app", "main", "command", "lib"];

/// Every other part, and the parts that it may know besides itself.
const ARROWS: &[(&str, &[&str])] = &[
    ("domain", &[]),
    ("clock", &[]),
    ("background", &[]),
    ("telemetry", &[]),
    ("passwords", &["domain"]),
    ("config", &["domain", "urls", "store"]), // a database's address is read by whoever opens it
    ("urls", &["domain"]),
    ("text", &["domain", "urls"]),
    ("store", &["domain", "text"]),
    ("meaning", &["domain", "store"]),
    ("search", &["clock", "domain", "text", "urls", "store", "meaning"]),
    (
        "repeats",
        &[
            "background",
            "clock",
            "domain",
            "text",
            "urls",
            "store",
            "meaning",
            "search",
        ],
    ),
    ("reports", &["background", "clock", "domain", "store"]),
    ("uploads", &["domain", "store"]),
    ("letters", &["domain", "text", "urls", "store"]),
    ("mail", &["clock", "domain", "text", "urls", "store", "letters"]),
    ("import", &["domain", "text", "store"]),
    (
        "jobs",
        &[
            "clock",
            "passwords",
            "domain",
            "urls",
            "text",
            "store",
            "meaning",
            "search",
            "repeats",
            "reports",
            "letters",
            "mail",
            "import",
            "uploads",
        ],
    ),
    (
        "web",
        &[
            "clock",
            "passwords",
            "domain",
            "urls",
            "text",
            "store",
            "meaning",
            "search",
            "repeats",
            "reports",
            "letters",
            "uploads",
        ],
    ),
];

/// Crates that belong to one part of ours: only these may name them.
const CRATES: &[(&str, &[&str])] = &[
    ("diesel", &["store"]),
    ("diesel_migrations", &["store"]),
    ("r2d2", &["store"]),
    ("comrak", &["text"]),
    ("ammonia", &["text"]),
    ("tantivy", &["search"]),
    ("candle_core", &["meaning"]),
    ("candle_nn", &["meaning"]),
    ("candle_transformers", &["meaning"]),
    ("tokenizers", &["meaning"]),
    ("rayon", &["meaning", "repeats"]),
    ("zip", &["meaning"]),
    ("frostem", &["search"]),
    ("libm", &["reports"]),
    ("chrono_tz", &["domain", "reports"]), // a forum's zone is a setting
    ("whatlang", &["search"]),
    ("meilisearch_sdk", &["search"]),
    ("ureq", &["search", "uploads"]),
    ("object_store", &["uploads"]),
    ("image", &["uploads"]),
    ("http_body_util", &["uploads"]),
    ("maud", &["text", "letters", "web"]),
    ("lettre", &["mail", "config"]),
    ("mail_parser", &["mail"]),
    ("ring", &["mail"]),
    ("rustls", &["mail"]),
    ("webpki_roots", &["mail"]),
    ("actix_web", &["web"]),
    ("htmd", &["import"]),
    ("quick_xml", &["import", "web"]), // dumps come in, feeds go out
    ("ab_glyph", &["web"]),
    ("png", &["web"]),
    ("qrcode", &["web"]),
    ("sha1", &["domain"]),
];

/// Macros that the crate exports at its top, and the part that each belongs to.
const MACROS: &[(&str, &str)] = &[("named", "domain")];

/// The arrows of one file that nothing allows.
pub fn forbidden(file: &SourceFile) -> Vec<Finding> {
    let part = part_of(&file.path);
    if KNOW_EVERYTHING.contains(&part) {
        return Vec::new();
    }
    let tokens = tokens(&file.text);
    let Some((_, allowed)) = ARROWS.iter().find(|(name, _)| *name == part) else {
        return vec![file.finding(
            1,
            format!("the part `{part}` has no arrows: add it to ARROWS with a reason"),
        )];
    };
    let mut findings = Vec::new();
    for (line, name) in named_parts(&file.path, &tokens) {
        let target = MACROS
            .iter()
            .find(|(own, _)| *own == name)
            .map_or(name.as_str(), |(_, part)| part);
        if target != part && !allowed.contains(&target) {
            findings.push(file.finding(line, format!("`{part}` must not know `{target}`")));
        }
    }
    for (index, token) in tokens.iter().enumerate() {
        let owners = CRATES
            .iter()
            .find(|(name, _)| token.is_word(name))
            .map(|(_, owners)| owners);
        let names_crate = matches_at(&tokens, index + 1, &[":", ":"]) && !preceded_by(&tokens, index, ":");
        if names_crate && owners.is_some_and(|owners| !owners.contains(&part)) {
            findings.push(file.finding(token.line, format!("`{part}` must not use the crate `{}`", token.text)));
        }
    }
    findings
}

/// The part that a file of src belongs to: the first name under src.
fn part_of(path: &str) -> &str {
    let inside = path.strip_prefix("src/").unwrap_or(path);
    let first = inside.split('/').next().unwrap_or(inside);
    first.strip_suffix(".rs").unwrap_or(first)
}

/// How many modules deep the top of a file is.
fn depth_of(path: &str) -> usize {
    let inside = path.strip_prefix("src/").unwrap_or(path);
    let folders = inside.split('/').count();
    if inside.ends_with("/mod.rs") {
        folders - 1
    } else {
        folders
    }
}

/// Every part that a path in the source names, through `crate::` or through enough `super::`, with its line.
fn named_parts(path: &str, tokens: &[Token]) -> Vec<(usize, String)> {
    let mut found = Vec::new();
    let mut braces = 0_usize;
    let mut inline_modules = Vec::new();
    for (index, token) in tokens.iter().enumerate() {
        if token.is_mark("{") {
            braces += 1;
            if index >= 2 && tokens[index - 2].is_word("mod") {
                inline_modules.push(braces);
            }
        } else if token.is_mark("}") {
            if inline_modules.last() == Some(&braces) {
                inline_modules.pop();
            }
            braces = braces.saturating_sub(1);
        } else if token.is_word("crate") {
            found.extend(parts_after(tokens, index + 1));
        } else if token.is_word("super") && !preceded_by(tokens, index, ":") {
            let mut supers = 1;
            while matches_at(tokens, index + 3 * supers, &["super"]) {
                supers += 1;
            }
            if supers >= depth_of(path) + inline_modules.len() {
                found.extend(parts_after(tokens, index + 3 * supers - 2));
            }
        }
    }
    found
}

/// The first names after `::`: one, or in braces several.
fn parts_after(tokens: &[Token], at: usize) -> Vec<(usize, String)> {
    if !matches_at(tokens, at, &[":", ":"]) {
        return Vec::new();
    }
    let Some(first) = tokens.get(at + 2) else {
        return Vec::new();
    };
    if !first.is_mark("{") {
        return vec![(first.line, first.text.clone())];
    }
    let mut found = Vec::new();
    let mut depth = 0_usize;
    for (index, token) in tokens.iter().enumerate().skip(at + 2) {
        if token.is_mark("}") {
            depth -= 1;
            if depth == 0 {
                break;
            }
        } else if token.is_mark("{") {
            depth += 1;
        }
        let begins = tokens[index].is_mark(",") || index == at + 2;
        if depth == 1 && begins {
            let name = tokens.get(index + 1).filter(|next| !next.is_mark("}"));
            found.extend(name.map(|name| (name.line, name.text.clone())));
        }
    }
    found
}

fn preceded_by(tokens: &[Token], index: usize, mark: &str) -> bool {
    index > 0 && tokens[index - 1].is_mark(mark)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::tree::says;

    fn findings(path: &str, text: &str) -> Vec<String> {
        says(&forbidden(&SourceFile::new(path, text)))
    }

    #[test]
    fn an_arrow_that_is_listed_passes() {
        let source = "use crate::{domain::ids::{A, B}, store::Db};\nuse crate::web::views;\nuse super::x;";
        assert_eq!(findings("src/web/threads.rs", source), [""; 0]);
        assert_eq!(findings("src/app.rs", "use crate::{web, mail, jobs};"), [""; 0]);
    }

    #[test]
    fn an_arrow_that_is_not_listed_is_found_wherever_it_hides() {
        let hidden = [
            "use crate::web;",
            "use crate::{domain::x::{self, y}, web::z};",
            "fn f() { crate::web::g() }",
            "macro_rules! m { () => { $crate::web::g() } }",
            "pub(crate) use crate :: web :: z;",
            "use super::super::web::z;",
            "mod inner { use super::super::super::web::z; }",
            "#[cfg(test)] mod tests { use crate::web; }",
        ];
        for source in hidden {
            let expected = ["src/store/threads.rs:1: `store` must not know `web`"];
            assert_eq!(findings("src/store/threads.rs", source), expected, "{source}");
        }
    }

    #[test]
    fn words_in_comments_strings_and_visibilities_are_no_arrows() {
        let source = "//! See crate::web.\npub(crate) struct A; pub(super) struct B; const C: &str = \"crate::web\";";
        assert_eq!(findings("src/domain/thread.rs", source), [""; 0]);
        assert_eq!(
            findings("src/store/threads/votes.rs", "use super::super::changes;"),
            [""; 0]
        );
    }

    #[test]
    fn the_web_cannot_send_and_the_domain_knows_nobody() {
        for target in ["mail", "jobs", "import", "app", "config"] {
            let source = format!("use crate::{target}::X;");
            assert_eq!(findings("src/web/threads.rs", &source).len(), 1, "{target}");
        }
        for (target, _) in ARROWS.iter().filter(|(name, _)| *name != "domain") {
            let source = format!("use crate::{target}::X;");
            assert_eq!(findings("src/domain/thread.rs", &source).len(), 1, "{target}");
        }
    }

    #[test]
    fn a_part_that_nobody_drew_is_found() {
        let expected = ["src/caching.rs:1: the part `caching` has no arrows: add it to ARROWS with a reason"];
        assert_eq!(findings("src/caching.rs", ""), expected);
        assert_eq!(findings("src/web/a.rs", "use crate::caching::X;").len(), 1);
    }

    #[test]
    fn an_exported_macro_belongs_to_its_part() {
        assert_eq!(
            findings("src/domain/vote.rs", "crate::named! { enum Vote {} }"),
            [""; 0]
        );
        assert_eq!(findings("src/telemetry.rs", "crate::named! { enum Vote {} }").len(), 1);
    }

    #[test]
    fn a_crate_stays_in_its_part() {
        let expected = ["src/web/threads.rs:1: `web` must not use the crate `diesel`"];
        assert_eq!(findings("src/web/threads.rs", "use diesel::prelude::*;"), expected);
        assert_eq!(findings("src/store/threads.rs", "use diesel::prelude::*;"), [""; 0]);
        assert_eq!(findings("src/web/threads.rs", "let lettre = 1;"), [""; 0]);
    }
}
