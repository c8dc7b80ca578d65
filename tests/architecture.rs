//! Checks that the project is built as docs/ARCHITECTURE.md and docs/STYLE.md say.
//!
//! Each test applies one rule to every file. The rules themselves are tried on made-up sources beside them, so that
//! each is known to fail when it should. What is checked by running the program belongs in tests/it.
#![expect(
    clippy::indexing_slicing,
    reason = "a checker that misreads a file should stop with a panic"
)]

#[path = "architecture/arrows.rs"]
mod arrows;
#[path = "architecture/habits.rs"]
mod habits;
#[path = "architecture/pages.rs"]
mod pages;
#[path = "architecture/papers.rs"]
mod papers;
#[path = "architecture/signposts.rs"]
mod signposts;
#[path = "architecture/sizes.rs"]
mod sizes;
#[path = "architecture/source.rs"]
mod source;
#[path = "architecture/styles.rs"]
mod styles;
#[path = "architecture/tree.rs"]
mod tree;

use tree::{Finding, SourceFile, files, says};

/// Files that may be longer than the rest, each with its reason.
const LONG_FILES: &[(&str, &str)] = &[];

/// Functions that may be longer than the rest: file, name, reason.
const LONG_FUNCTIONS: &[(&str, &str, &str)] = &[
    (
        "tests/it/model/compare.rs",
        "lists",
        "one comparison after the other, each a line of the same shape",
    ),
    ("tests/it/model/real.rs", "attempt", "one arm for each verb"),
    (
        "tests/it/plans/pages.rs",
        "thread_pages",
        "one query after the other, each with its plan",
    ),
];

/// Files of the web layer whose words no reader of pages sees: what operators read, and what robots do.
const FOR_NO_READER: &[&str] = &["src/web/metrics.rs", "src/web/sitemaps/mod.rs"];

fn sources() -> Vec<SourceFile> {
    files("src", ".rs")
}

/// Sources of the program without the files that hold a module's tests.
fn program() -> Vec<SourceFile> {
    sources().into_iter().filter(|file| !file.is_test()).collect()
}

/// Sources of the program and of its tests.
fn all_sources() -> Vec<SourceFile> {
    ["src", "tests", "benches"]
        .into_iter()
        .flat_map(|folder| files(folder, ".rs"))
        .collect()
}

fn assert_none(findings: impl IntoIterator<Item = Finding>) {
    let findings: Vec<_> = findings.into_iter().collect();
    assert!(findings.is_empty(), "\n{}\n", says(&findings).join("\n"));
}

#[test]
fn there_are_sources_to_check() {
    assert!(
        sources().iter().any(|file| file.path == "src/main.rs"),
        "the checks below would check nothing"
    );
}

#[test]
fn the_arrows_run_as_drawn() {
    assert_none(sources().iter().flat_map(arrows::forbidden));
}

#[test]
fn the_sources_keep_good_habits() {
    assert_none(program().iter().flat_map(habits::bad_habits));
}

#[test]
fn only_urls_formats_addresses() {
    assert_none(program().iter().flat_map(habits::homemade_addresses));
}

#[test]
fn pages_hold_no_script_and_no_style() {
    let web = files("src/web", ".rs");
    assert_none(
        web.iter()
            .filter(|file| !file.is_test())
            .flat_map(pages::inline_script_or_style),
    );
    assert_none(files("assets", ".svg").iter().flat_map(papers::blocked_parts_of_icon));
}

#[test]
fn visible_strings_live_in_the_locales() {
    let said = ["src/web", "src/letters"]
        .into_iter()
        .flat_map(|folder| files(folder, ".rs"));
    let said: Vec<_> = said
        .filter(|file| !file.is_test() && !FOR_NO_READER.contains(&file.path.as_str()))
        .collect();
    assert_none(said.iter().flat_map(pages::visible_strings));
    assert_none(files("assets/js", ".js").iter().flat_map(styles::words_of_scripts));
}

#[test]
fn the_style_sheet_names_no_side() {
    assert_none(files("assets/css", ".css").iter().flat_map(styles::physical_sides));
}

#[test]
fn names_say_what_is_inside() {
    assert_none(all_sources().iter().flat_map(sizes::empty_names));
}

#[test]
fn modules_say_what_belongs_in_them() {
    let modules = all_sources().into_iter().filter(|file| !file.is_test());
    assert_none(modules.filter_map(|file| sizes::unexplained_module(&file)));
}

#[test]
fn no_file_outgrows_its_room() {
    let scripts = ["tests/browser", "assets/js"]
        .into_iter()
        .flat_map(|folder| files(folder, "js"));
    let found: Vec<_> = all_sources()
        .into_iter()
        .chain(scripts)
        .filter_map(|file| sizes::too_long(&file))
        .collect();
    for (path, reason) in LONG_FILES {
        assert!(!reason.is_empty(), "{path} needs a reason");
        assert!(
            found.iter().any(|finding| finding.path == *path),
            "{path} is short again: take it off the list"
        );
    }
    let is_listed = |finding: &Finding| LONG_FILES.iter().any(|(path, _)| finding.path == *path);
    assert_none(found.into_iter().filter(|finding| !is_listed(finding)));
}

#[test]
fn no_function_outgrows_its_room() {
    let found: Vec<_> = all_sources().iter().flat_map(sizes::long_functions).collect();
    let is = |finding: &Finding, path: &str, name: &str| {
        finding.path == path && finding.says.starts_with(&format!("`{name}` "))
    };
    for (path, name, reason) in LONG_FUNCTIONS {
        assert!(!reason.is_empty(), "{name} needs a reason");
        assert!(
            found.iter().any(|finding| is(finding, path, name)),
            "{name} is short again: take it off the list"
        );
    }
    let is_listed = |finding: &Finding| LONG_FUNCTIONS.iter().any(|(path, name, _)| is(finding, path, name));
    assert_none(found.into_iter().filter(|finding| !is_listed(finding)));
}

#[test]
fn migrations_come_in_pairs_and_can_be_taken_back() {
    assert_none(papers::unpaired_migrations(&files("migrations", ".sql")));
}

#[test]
fn every_dependency_says_why_it_is_there() {
    assert_none(
        files("", "Cargo.toml")
            .iter()
            .take(1)
            .flat_map(papers::unexplained_dependencies),
    );
}

#[test]
fn locked_packages_name_no_registry() {
    assert_none(
        files("tests/browser", "package-lock.json")
            .iter()
            .flat_map(papers::hosts_in_lockfile),
    );
}

#[test]
fn what_the_papers_name_is_there() {
    let top = [
        ("README.md", include_str!("../README.md")),
        ("CONTRIBUTING.md", include_str!("../CONTRIBUTING.md")),
        ("CHANGELOG.md", include_str!("../CHANGELOG.md")),
    ]
    .map(|(path, text)| SourceFile::new(path, text));
    let below = ["src", "tests", "docs"]
        .into_iter()
        .flat_map(|folder| files(folder, ""));
    let paths: Vec<String> = below.chain(top.iter().cloned()).map(|file| file.path).collect();
    let papers = files("docs", ".md").into_iter().chain(top);
    assert_none(papers.flat_map(|paper| signposts::lost(&paper, &paths)));
}
