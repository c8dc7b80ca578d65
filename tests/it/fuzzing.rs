//! What fuzzing made reaches far: every input of the kept corpora goes through the property of its target in `fuzz/`.

use std::path::{Path, PathBuf};

use tanya::mail::{incoming, report};
use tanya::uploads::Prepared;

#[path = "../../fuzz/properties/incoming.rs"]
mod incoming_property;
#[path = "../../fuzz/properties/markdown.rs"]
mod markdown_property;
#[path = "../../fuzz/properties/query.rs"]
mod query_property;
#[path = "../../fuzz/properties/tokens.rs"]
mod tokens_property;
#[path = "../../fuzz/properties/uploads.rs"]
mod uploads_property;

/// The files of a folder of fixtures.
fn inputs(folder: &str) -> Vec<(PathBuf, Vec<u8>)> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("tests/fixtures")
        .join(folder);
    let files: Vec<_> = std::fs::read_dir(&folder)
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .filter(|path| path.is_file())
        .map(|path| (path.clone(), std::fs::read(&path).unwrap()))
        .collect();
    assert!(!files.is_empty(), "{} is empty", folder.display());
    files
}

fn each_holds(folder: &str, hold: impl Fn(&[u8])) {
    for (path, bytes) in inputs(folder) {
        eprintln!("{}", path.display());
        hold(&bytes);
    }
}

/// As the fuzzer does it: what is no text is cut off.
fn each_text_holds(folder: &str, hold: impl Fn(&str)) {
    each_holds(folder, |bytes| {
        hold(bytes.utf8_chunks().next().map_or("", |chunk| chunk.valid()));
    });
}

#[test]
fn a_message_is_read_or_refused() {
    each_holds("incoming", incoming_property::hold);
    each_holds("corpora/incoming", incoming_property::hold);
}

#[test]
fn a_file_is_read_or_refused() {
    each_holds("uploads", uploads_property::hold);
    each_holds("corpora/uploads", uploads_property::hold);
}

#[test]
fn what_is_rendered_is_clean_already() {
    each_text_holds("corpora/markdown", markdown_property::hold);
}

#[test]
fn a_search_is_read_in_bounds() {
    each_text_holds("corpora/query", query_property::hold);
}

#[test]
fn what_is_read_is_written_the_same_again() {
    each_text_holds("corpora/tokens", tokens_property::hold);
}
