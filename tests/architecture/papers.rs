//! What goes along with the sources: migrations, the manifest, locked packages, icons.

use std::collections::BTreeMap;

use crate::tree::{Finding, SourceFile};

const DIALECTS: [&str; 2] = ["sqlite", "postgres"];

/// Migrations that one dialect lacks, that cannot be taken back, or that are not named by time and idea.
pub fn unpaired_migrations(files: &[SourceFile]) -> Vec<Finding> {
    let mut findings = Vec::new();
    let mut migrations: BTreeMap<&str, Vec<(&str, &str)>> = BTreeMap::new();
    for file in files {
        let places: Vec<_> = file.path.split('/').collect();
        match places.as_slice() {
            ["migrations", dialect, name, direction] if DIALECTS.contains(dialect) => {
                migrations.entry(name).or_default().push((dialect, direction));
                if !has_statement(&file.text) {
                    findings.push(file.finding(1, "holds no statement"));
                }
            }
            _ => findings.push(file.finding(1, "migrations/<dialect>/<time>_<name>/{up,down}.sql")),
        }
    }
    for (name, found) in migrations {
        let says = |says: String| SourceFile::new(&format!("migrations/*/{name}"), "").finding(1, says);
        for dialect in DIALECTS {
            for direction in ["up.sql", "down.sql"] {
                if !found.contains(&(dialect, direction)) {
                    findings.push(says(format!("{dialect} has no {direction}")));
                }
            }
        }
        if !is_named_by_time(name) {
            findings.push(says("is not named <time>_<name>".to_owned()));
        }
    }
    findings
}

fn has_statement(sql: &str) -> bool {
    sql.lines()
        .map(str::trim)
        .any(|line| !line.is_empty() && !line.starts_with("--"))
}

/// Whether a migration is called like `2025-01-31-120000_votes` or `20250131120000_votes`.
fn is_named_by_time(name: &str) -> bool {
    let Some((time, idea)) = name.split_once('_') else {
        return false;
    };
    let digits = time.chars().filter(char::is_ascii_digit).count();
    digits == 14 && time.chars().all(|c| c.is_ascii_digit() || c == '-') && !idea.is_empty()
}

/// Dependencies of a manifest with no comment above or beside them.
pub fn unexplained_dependencies(manifest: &SourceFile) -> Vec<Finding> {
    let mut findings = Vec::new();
    let mut in_dependencies = false;
    let mut explained = false;
    let mut open_brackets = 0_isize;
    for (index, line) in manifest.text.lines().enumerate() {
        let line = line.trim();
        let continues = open_brackets > 0;
        open_brackets += brackets(line);
        if line.starts_with('#') {
            explained = true;
            continue;
        }
        if line.starts_with('[') && !continues {
            let section = line.trim_matches(['[', ']']);
            in_dependencies = section.ends_with("dependencies");
            if section.contains("dependencies.") && !explained && !is_commented(line) {
                findings.push(manifest.finding(index + 1, format!("[{section}] has no comment with its reason")));
            }
        } else if in_dependencies && !continues && !line.is_empty() && !explained && !is_commented(line) {
            let name = line.split(['=', '.', ' ']).next().unwrap_or(line);
            findings.push(manifest.finding(index + 1, format!("`{name}` has no comment with its reason")));
        }
        explained = false;
    }
    findings
}

/// Whether a comment stands behind a line's value.
fn is_commented(line: &str) -> bool {
    line.match_indices('#')
        .any(|(at, _)| line[..at].matches('"').count().is_multiple_of(2))
}

/// How many more brackets a line opens than it closes.
fn brackets(line: &str) -> isize {
    let count = |marks: [char; 2]| isize::try_from(line.matches(marks).count()).unwrap_or_default();
    count(['[', '{']) - count([']', '}'])
}

/// Lines of a package lockfile that name the server that the packages came from.
pub fn hosts_in_lockfile(lockfile: &SourceFile) -> Vec<Finding> {
    let lines = lockfile.text.lines().enumerate();
    lines
        .filter(|(_, line)| line.contains("\"resolved\""))
        .map(|(index, _)| {
            lockfile.finding(
                index + 1,
                "names a registry: npm install --omit-lockfile-registry-resolved",
            )
        })
        .collect()
}

/// Parts of a drawing that the content security policy would block.
pub fn blocked_parts_of_icon(icon: &SourceFile) -> Vec<Finding> {
    let lines = icon.text.lines().enumerate();
    lines
        .filter_map(|(index, line)| {
            let lower = line.to_lowercase();
            let part = [" style=", "<style", "<script", " onload=", " onclick="]
                .into_iter()
                .find(|part| lower.contains(part));
            part.map(|part| icon.finding(index + 1, format!("`{}` inside a page", part.trim())))
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::tree::says;

    fn migration(path: &str) -> SourceFile {
        SourceFile::new(&format!("migrations/{path}"), "-- why\ncreate table x (id bigint);\n")
    }

    #[test]
    fn migrations_come_in_fours() {
        let name = "2025-01-31-120000_votes";
        let mut files: Vec<_> = ["sqlite", "postgres"]
            .iter()
            .flat_map(|dialect| ["up", "down"].map(|way| migration(&format!("{dialect}/{name}/{way}.sql"))))
            .collect();
        assert_eq!(unpaired_migrations(&files), []);
        let down = files.pop();
        let expected = ["migrations/*/2025-01-31-120000_votes:1: postgres has no down.sql"];
        assert_eq!(says(&unpaired_migrations(&files)), expected);
        files.extend(down.map(|down| SourceFile {
            text: "-- nothing\n".to_owned(),
            ..down
        }));
        assert_eq!(unpaired_migrations(&files).len(), 1);
        assert_eq!(unpaired_migrations(&[migration("mysql/x/up.sql")]).len(), 1);
        assert!(is_named_by_time("20250131120000_votes") && !is_named_by_time("00001_votes"));
    }

    #[test]
    fn a_dependency_without_a_reason_is_found() {
        let manifest = |text: &str| SourceFile::new("Cargo.toml", text);
        let explained = "[package]\nname = \"x\"\n[dependencies]\n# Why.\na = { version = \"1\", features = [\n  \"b\",\n] }\nc = \"#1\" # Why.\n";
        assert_eq!(unexplained_dependencies(&manifest(explained)), []);
        for dependency in ["b = \"1\"", "b.workspace = true", "b = { version = \"#\" }"] {
            for section in ["dependencies", "dev-dependencies", "target.'cfg(unix)'.dependencies"] {
                let text = format!("[{section}]\n# Why.\na = \"1\"\n{dependency}\n");
                let expected = ["Cargo.toml:4: `b` has no comment with its reason"];
                assert_eq!(says(&unexplained_dependencies(&manifest(&text))), expected, "{text}");
            }
        }
        assert_eq!(
            unexplained_dependencies(&manifest("[dependencies.b]\nversion = \"1\"\n")).len(),
            1
        );
    }

    #[test]
    fn a_registry_in_a_lockfile_is_found() {
        let lockfile = SourceFile::new("package-lock.json", "{\n\"version\": \"1\",\n\"resolved\": \"x\"\n}");
        assert_eq!(hosts_in_lockfile(&lockfile).len(), 1);
    }

    #[test]
    fn a_styled_icon_is_found() {
        let icon = |text: &str| SourceFile::new("assets/icons/x.svg", text);
        assert_eq!(blocked_parts_of_icon(&icon("<path style=\"fill: red\"/>")).len(), 1);
        assert_eq!(
            blocked_parts_of_icon(&icon("<path fill=\"red\" data-style=\"x\"/>")),
            []
        );
    }
}
