//! A model is loaded from its folder, or refused in a sentence.

use std::path::Path;

use serde_json::{Value, json};
use tanya::config::{Config, Overrides};
use tanya::domain::vector::Vector;
use tanya::meaning::Model;
use tempfile::TempDir;

use super::tiny;
use crate::support::TestApp;

fn folder() -> TempDir {
    let folder = tempfile::tempdir().unwrap();
    tiny::write(folder.path());
    folder
}

fn refused(folder: &Path) -> String {
    match Model::load(folder) {
        Ok(model) => panic!("{model:?} was loaded"),
        Err(error) => error.to_string(),
    }
}

fn with_config(key: &str, value: Value) -> TempDir {
    let folder = folder();
    let mut config = tiny::config();
    config[key] = value;
    std::fs::write(folder.path().join("config.json"), config.to_string()).unwrap();
    folder
}

#[test]
fn texts_become_directions_of_length_one_alike_for_words_of_one_meaning() {
    let folder = folder();
    let model = Model::load(folder.path()).unwrap();
    assert_eq!((model.dimensions(), model.tokens()), (tiny::DIMENSIONS, 40));
    let texts = ["does the valve leak", "does the tap drip", "printer offline", ""];
    let found = model.meanings(&texts).unwrap();
    for vector in &found {
        let length: f32 = vector.iter().map(|number| number * number).sum();
        assert!((length - 1.0).abs() < 1e-5, "{length}");
    }
    let vectors: Vec<Vector> = found.iter().map(|vector| Vector::of(vector).unwrap()).collect();
    let (same, other) = (vectors[0].cosine(&vectors[1]), vectors[0].cosine(&vectors[2]));
    assert!(same > 0.98 && other < 0.8, "{same} and {other}");
}

#[test]
fn many_texts_at_once_mean_what_each_means_alone() {
    let folder = folder();
    let model = Model::load(folder.path()).unwrap();
    let texts: Vec<String> = (0..50)
        .map(|count| format!("my pump {}", "leak a ".repeat(count % 17)))
        .collect();
    let texts: Vec<&str> = texts.iter().map(String::as_str).collect();
    let at_once = model.meanings(&texts).unwrap();
    assert_eq!(at_once, model.meanings_calmly(&texts).unwrap());
    for (text, vector) in texts.iter().zip(&at_once) {
        let alone = model.meanings(&[text]).unwrap();
        let off = alone[0]
            .iter()
            .zip(vector)
            .map(|(a, b)| (a - b).abs())
            .fold(0.0, f32::max);
        assert!(off < 1e-5, "{off} for {text:?}");
    }
    assert!(model.meanings(&[]).unwrap().is_empty());
}

#[test]
fn what_is_too_long_is_read_to_the_bound_that_the_folder_says() {
    let folder = folder();
    let says = json!({"max_seq_length": 10, "do_lower_case": false});
    std::fs::write(folder.path().join("sentence_bert_config.json"), says.to_string()).unwrap();
    let model = Model::load(folder.path()).unwrap();
    assert_eq!(model.tokens(), 10);
    let beginning = "leak ".repeat(8);
    let longer = format!("{beginning}{}", "printer ".repeat(9_000));
    let found = model.meanings(&[&beginning, &longer]).unwrap();
    assert_eq!(found[0], found[1]);
}

#[test]
fn another_model_has_another_fingerprint() {
    let (one, other) = (folder(), tempfile::tempdir().unwrap());
    tiny::write_seeded(other.path(), 8);
    let fingerprint = |folder: &TempDir| Model::load(folder.path()).unwrap().fingerprint().to_owned();
    assert_eq!(fingerprint(&one), fingerprint(&folder()));
    assert_ne!(fingerprint(&one), fingerprint(&other));
}

#[test]
fn a_folder_that_lacks_a_file_is_refused_by_name() {
    assert!(refused(Path::new("/nowhere/at/all")).contains("/nowhere/at/all is not there"));
    for file in ["config.json", "tokenizer.json", "model.safetensors"] {
        let folder = folder();
        std::fs::remove_file(folder.path().join(file)).unwrap();
        assert!(refused(folder.path()).ends_with(&format!("holds no {file}")), "{file}");
    }
}

#[test]
fn a_file_that_is_cut_short_is_refused() {
    for file in ["config.json", "tokenizer.json", "model.safetensors"] {
        let folder = folder();
        let path = folder.path().join(file);
        let whole = std::fs::read(&path).unwrap();
        for length in [0, 5, whole.len() / 2, whole.len() - 1] {
            std::fs::write(&path, &whole[..length]).unwrap();
            let said = refused(folder.path());
            assert!(
                said.contains(file) && !said.contains('\n'),
                "{file} to {length}: {said}"
            );
        }
    }
}

#[test]
fn a_file_that_is_too_large_is_refused_without_being_read() {
    for (file, size) in [
        ("model.safetensors", 3_000_000_000),
        ("tokenizer.json", 70_000_000),
        ("config.json", 2_000_000),
    ] {
        let folder = folder();
        let opened = std::fs::File::options()
            .write(true)
            .open(folder.path().join(file))
            .unwrap();
        opened.set_len(size).unwrap();
        let said = refused(folder.path());
        assert!(said.contains(file) && said.contains("too large"), "{said}");
    }
}

#[test]
fn another_architecture_is_refused_by_name() {
    let said = refused(with_config("architectures", json!(["LlamaForCausalLM"])).path());
    assert_eq!(
        said,
        "the model is LlamaForCausalLM, and only BERT models (BertModel) are understood"
    );
    let folder = with_config("architectures", json!([]));
    assert!(Model::load(folder.path()).is_ok(), "the type says it is BERT");
    for (key, value) in [
        ("hidden_act", json!("swish")),
        ("position_embedding_type", json!("relative_key")),
    ] {
        assert!(refused(with_config(key, value).path()).contains("config.json"), "{key}");
    }
    let pooled = self::folder();
    std::fs::create_dir(pooled.path().join("1_Pooling")).unwrap();
    let says = json!({"pooling_mode_cls_token": true, "pooling_mode_mean_tokens": false});
    std::fs::write(pooled.path().join("1_Pooling/config.json"), says.to_string()).unwrap();
    assert!(refused(pooled.path()).contains("mean of a text's tokens"));
}

#[test]
fn sizes_that_no_model_has_or_that_the_weights_have_not_are_refused() {
    for (key, value) in [
        ("hidden_size", json!(1_000_000)),
        ("hidden_size", json!(0)),
        ("num_hidden_layers", json!(4_000_000_000_u64)),
        ("num_attention_heads", json!(0)),
        ("num_attention_heads", json!(5)),
        ("vocab_size", json!(7)),
        ("vocab_size", json!(20)),
        ("intermediate_size", json!(63)),
        ("num_hidden_layers", json!(2)),
        ("max_position_embeddings", json!(41)),
        ("max_position_embeddings", json!(3)),
        ("type_vocab_size", json!(3)),
        ("hidden_size", json!(-1)),
        ("hidden_size", json!("many")),
    ] {
        let said = refused(with_config(key, value.clone()).path());
        assert!(!said.is_empty() && !said.contains('\n'), "{key} {value}: {said}");
    }
}

#[test]
fn a_forum_whose_model_cannot_be_used_goes_on_with_words() {
    for broken in ["/nowhere/at/all", "none"] {
        let app = TestApp::configured(&[("TANYA_EMBEDDING_MODEL", broken)]);
        assert!(app.site.search.meanings().is_none());
        assert_eq!(app.visitor().get("/").status, 200);
    }
    let (folder, variables) = (folder(), std::collections::HashMap::new());
    let overrides = Overrides {
        data_dir: Some(folder.path().to_owned()),
        ..Overrides::default()
    };
    let config = Config::read(&variables, &overrides).unwrap();
    assert!(tanya::app::load_model(&config).is_none(), "nothing is installed there");
}
