//! A model is installed from a folder or a packed file; what else the file holds is never written.

use std::io::Write;
use std::path::{Path, PathBuf};

use tanya::meaning::place::{install, installed, remove};
use tempfile::TempDir;
use zip::write::SimpleFileOptions;

use super::tiny;

struct Place {
    folder: TempDir,
}

impl Place {
    fn new() -> Self {
        let folder = tempfile::tempdir().unwrap();
        tiny::write(&folder.path().join("source"));
        std::fs::create_dir(folder.path().join("data")).unwrap();
        Self { folder }
    }

    fn source(&self) -> PathBuf {
        self.folder.path().join("source")
    }

    fn data(&self) -> PathBuf {
        self.folder.path().join("data")
    }

    /// Packs the model's files under a folder, with others beside them.
    fn packed(&self, under: &str, others: &[(&str, &[u8])]) -> PathBuf {
        let path = self.folder.path().join("model.whl");
        let mut zip = zip::ZipWriter::new(std::fs::File::create(&path).unwrap());
        for (name, bytes) in others {
            zip.start_file(*name, SimpleFileOptions::default()).unwrap();
            zip.write_all(bytes).unwrap();
        }
        for file in ["config.json", "tokenizer.json", "model.safetensors"] {
            zip.start_file(format!("{under}{file}"), SimpleFileOptions::default())
                .unwrap();
            zip.write_all(&std::fs::read(self.source().join(file)).unwrap())
                .unwrap();
        }
        zip.finish().unwrap();
        path
    }

    fn refused(&self, source: &Path) -> String {
        let said = install(source, &self.data())
            .map(|model| format!("{model:?}"))
            .unwrap_err();
        assert!(
            !self.data().join("model.new").exists(),
            "what did not fit is taken away"
        );
        said.to_string()
    }
}

fn files(folder: &Path) -> Vec<String> {
    let mut found: Vec<String> = std::fs::read_dir(folder)
        .unwrap()
        .map(|entry| entry.unwrap().file_name().into_string().unwrap())
        .collect();
    found.sort();
    found
}

#[test]
fn a_model_is_installed_from_a_folder_and_from_a_wheel_and_removed() {
    let place = Place::new();
    let model = install(&place.source(), &place.data()).unwrap();
    assert_eq!(files(&place.data()), ["model"]);
    let says = br#"{"max_seq_length": 12}"#;
    let wheel = place.packed("gt_model/model/", &[("gt_model/model/sentence_bert_config.json", says)]);
    let again = install(&wheel, &place.data()).unwrap();
    assert_eq!((model.tokens(), again.tokens()), (40, 12));
    assert!(remove(&place.data()).unwrap());
    assert!(!remove(&place.data()).unwrap());
    assert_eq!(files(&place.data()), [""; 0]);
}

#[test]
fn names_that_lead_elsewhere_and_what_nobody_asked_for_are_never_written() {
    let place = Place::new();
    let others: &[(&str, &[u8])] = &[
        ("../../escaped.txt", b"no"),
        ("/tmp/escaped.txt", b"no"),
        ("model/evil.py", b"no"),
        ("model/1_Pooling/../../config.json", b"{}"),
    ];
    let wheel = place.packed("model/", others);
    install(&wheel, &place.data()).unwrap();
    let installed = installed(&place.data());
    assert_eq!(
        files(&installed),
        ["1_Pooling", "config.json", "model.safetensors", "tokenizer.json"]
    );
    assert_eq!(files(place.folder.path()), ["data", "model.whl", "source"]);
}

#[test]
fn a_file_that_unpacks_to_more_than_a_model_may_be_is_refused() {
    let place = Place::new();
    let bomb = vec![b' '; 3_000_000];
    let wheel = place.packed("model/", &[("model/sentence_bert_config.json", &bomb)]);
    assert!(std::fs::metadata(&wheel).unwrap().len() < 100_000);
    assert!(place.refused(&wheel).contains("too large"));
}

#[test]
fn what_holds_no_model_is_refused_and_the_one_that_is_there_stays() {
    let place = Place::new();
    install(&place.source(), &place.data()).unwrap();
    let nothing = place.folder.path().join("nothing.whl");
    assert!(place.refused(&nothing).contains("nothing.whl"));
    std::fs::write(&nothing, b"PK and then nothing").unwrap();
    assert!(place.refused(&nothing).contains("no model that can be unpacked"));
    let wheel = place.packed("model/", &[]);
    let whole = std::fs::read(&wheel).unwrap();
    std::fs::write(&wheel, &whole[..whole.len() / 2]).unwrap();
    assert!(place.refused(&wheel).contains("no model that can be unpacked"));
    std::fs::remove_file(place.source().join("tokenizer.json")).unwrap();
    assert!(place.refused(&place.source()).contains("tokenizer.json"));
    assert_eq!(
        files(&installed(&place.data())).len(),
        4,
        "the first one is still there"
    );
}
