//! What the papers point to is there: sources by their path, other papers by their link.

use crate::tree::{Finding, SourceFile};

/// Sources and papers that a paper names and that no file of the project is called.
pub fn lost(paper: &SourceFile, paths: &[String]) -> Vec<Finding> {
    let mut findings = Vec::new();
    let folder = paper.path.rsplit_once('/').map_or("", |(folder, _)| folder);
    for (index, line) in paper.text.lines().enumerate() {
        let sources = line.split('`').skip(1).step_by(2).filter_map(source_named);
        let lost_sources = sources.filter(|source| !paths.iter().any(|path| is_called(path, source)));
        findings.extend(lost_sources.map(|source| paper.finding(index + 1, format!("there is no `{source}`"))));
        let links = line.split("](").skip(1).filter_map(|rest| rest.split(')').next());
        for link in links.filter(|link| link.contains(".md") && !link.contains("://")) {
            let file = link.split('#').next().unwrap_or(link);
            let whole = if folder.is_empty() {
                file.to_owned()
            } else {
                format!("{folder}/{file}")
            };
            if !paths.contains(&whole) {
                findings.push(paper.finding(index + 1, format!("there is no {whole}")));
            }
        }
    }
    findings
}

/// The source that words in backticks name, such as `store/replies.rs::post`; none when they name something else.
fn source_named(words: &str) -> Option<&str> {
    let path = words.split("::").next().unwrap_or(words);
    let is_path = path.ends_with(".rs") && !path.contains(|c: char| c.is_whitespace() || "*<{(".contains(c));
    is_path.then_some(path)
}

fn is_called(path: &str, source: &str) -> bool {
    path == source || path.strip_suffix(source).is_some_and(|before| before.ends_with('/'))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::tree::says;

    #[test]
    fn what_is_named_and_not_there_is_found() {
        let paths = ["src/store/replies.rs", "docs/STYLE.md", "CHANGELOG.md"].map(str::to_owned);
        let find = |path: &str, text: &str| says(&lost(&SourceFile::new(path, text), &paths));
        let good = "`store/replies.rs::post`, `replies.rs`, `a.rs b`, `<noun>.rs`, [style](STYLE.md#words), [x](https://a.b/c.md)";
        assert_eq!(find("docs/A.md", good), [""; 0]);
        let bad = "`web/replies.rs` and `lies.rs`, [log](CHANGELOG.md)";
        let expected = [
            "docs/A.md:1: there is no `web/replies.rs`",
            "docs/A.md:1: there is no `lies.rs`",
            "docs/A.md:1: there is no docs/CHANGELOG.md",
        ];
        assert_eq!(find("docs/A.md", bad), expected);
        assert_eq!(find("README.md", "[log](CHANGELOG.md)"), [""; 0]);
    }
}
