//! A BERT of one layer that knows a few words: random, but the same each time. Of its words, `drip` means what `leak` means, and
//! `tap` what `valve` means.

use std::collections::HashMap;
use std::path::Path;

use candle_core::{Device, Tensor};

/// What it knows; the first four are a tokenizer's own.
const WORDS: &[&str] = &[
    "[PAD]", "[UNK]", "[CLS]", "[SEP]", "leak", "drip", "valve", "tap", "garden", "pump", "invoice", "missing",
    "printer", "offline", "a", "the", "my", "does", "why",
];
/// Words that mean what another means.
const SAME: &[(&str, &str)] = &[("drip", "leak"), ("tap", "valve")];
/// Its dimensions.
pub const DIMENSIONS: usize = 32;
const INNER: usize = 64;
const PLACES: usize = 40;

/// Its configuration.
pub fn config() -> serde_json::Value {
    serde_json::json!({
        "architectures": ["BertModel"],
        "model_type": "bert",
        "vocab_size": WORDS.len(),
        "hidden_size": DIMENSIONS,
        "num_hidden_layers": 1,
        "num_attention_heads": 4,
        "intermediate_size": INNER,
        "hidden_act": "gelu",
        "hidden_dropout_prob": 0.1,
        "max_position_embeddings": PLACES,
        "type_vocab_size": 2,
        "initializer_range": 0.02,
        "layer_norm_eps": 1e-12,
        "pad_token_id": 0
    })
}

/// Writes it into a folder.
pub fn write(folder: &Path) {
    write_seeded(folder, 7);
}

/// The same with other weights.
pub fn write_seeded(folder: &Path, seed: u64) {
    std::fs::create_dir_all(folder).unwrap();
    std::fs::write(folder.join("config.json"), config().to_string()).unwrap();
    std::fs::write(folder.join("tokenizer.json"), tokenizer().to_string()).unwrap();
    candle_core::safetensors::save(&weights(seed), folder.join("model.safetensors")).unwrap();
}

fn tokenizer() -> serde_json::Value {
    let words: HashMap<&str, usize> = WORDS.iter().zip(0..).map(|(word, at)| (*word, at)).collect();
    let own = |at: usize| {
        serde_json::json!({
            "id": at, "content": WORDS[at], "single_word": false, "lstrip": false, "rstrip": false,
            "normalized": false, "special": true
        })
    };
    let mark = |id: &str| serde_json::json!({"SpecialToken": {"id": id, "type_id": 0}});
    let text = |id: &str| serde_json::json!({"Sequence": {"id": id, "type_id": 0}});
    let special = |id: &str, at: usize| serde_json::json!({"id": id, "ids": [at], "tokens": [id]});
    serde_json::json!({
        "version": "1.0",
        // As in the wild: for another use than ours, and to be overruled.
        "truncation": {"direction": "Right", "max_length": 4, "strategy": "LongestFirst", "stride": 0},
        "padding": {
            "strategy": {"Fixed": 12}, "direction": "Right", "pad_to_multiple_of": null, "pad_id": 0,
            "pad_type_id": 0, "pad_token": "[PAD]"
        },
        "added_tokens": [own(0), own(1), own(2), own(3)],
        "normalizer": {
            "type": "BertNormalizer", "clean_text": true, "handle_chinese_chars": true, "strip_accents": null,
            "lowercase": true
        },
        "pre_tokenizer": {"type": "BertPreTokenizer"},
        "post_processor": {
            "type": "TemplateProcessing",
            "single": [mark("[CLS]"), text("A"), mark("[SEP]")],
            "pair": [mark("[CLS]"), text("A"), mark("[SEP]"), text("B"), mark("[SEP]")],
            "special_tokens": {"[CLS]": special("[CLS]", 2), "[SEP]": special("[SEP]", 3)}
        },
        "decoder": null,
        "model": {
            "type": "WordPiece", "unk_token": "[UNK]", "continuing_subword_prefix": "##",
            "max_input_chars_per_word": 100, "vocab": words
        }
    })
}

/// Marsaglia's xorshift: any numbers do, so long as they are the same each time.
struct Numbers(u64);

impl Numbers {
    fn next(&mut self) -> f32 {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        (self.0 >> 40) as f32 / 8_388_608.0 - 1.0
    }

    fn many(&mut self, count: usize, most: f32) -> Vec<f32> {
        (0..count).map(|_| self.next() * most).collect()
    }
}

fn tensor(numbers: Vec<f32>, shape: &[usize]) -> Tensor {
    Tensor::from_vec(numbers, shape, &Device::Cpu).unwrap()
}

fn weights(seed: u64) -> HashMap<String, Tensor> {
    let mut numbers = Numbers(seed.wrapping_mul(0x9e37_79b9_7f4a_7c15));
    let mut weights = HashMap::new();
    let mut words = numbers.many(WORDS.len() * DIMENSIONS, 1.0);
    let row = |word: &str| WORDS.iter().position(|known| *known == word).unwrap() * DIMENSIONS;
    for (one, other) in SAME {
        words.copy_within(row(other)..row(other) + DIMENSIONS, row(one));
    }
    let embeddings = "embeddings";
    weights.insert(
        format!("{embeddings}.word_embeddings.weight"),
        tensor(words, &[WORDS.len(), DIMENSIONS]),
    );
    for (name, rows) in [("position", PLACES), ("token_type", 2)] {
        let rows_of = tensor(numbers.many(rows * DIMENSIONS, 0.05), &[rows, DIMENSIONS]);
        weights.insert(format!("{embeddings}.{name}_embeddings.weight"), rows_of);
    }
    let layer = "encoder.layer.0";
    for norm in [
        format!("{embeddings}.LayerNorm"),
        format!("{layer}.attention.output.LayerNorm"),
        format!("{layer}.output.LayerNorm"),
    ] {
        weights.insert(format!("{norm}.weight"), tensor(vec![1.0; DIMENSIONS], &[DIMENSIONS]));
        weights.insert(format!("{norm}.bias"), tensor(vec![0.0; DIMENSIONS], &[DIMENSIONS]));
    }
    for (name, to, from) in [
        ("attention.self.query", DIMENSIONS, DIMENSIONS),
        ("attention.self.key", DIMENSIONS, DIMENSIONS),
        ("attention.self.value", DIMENSIONS, DIMENSIONS),
        ("attention.output.dense", DIMENSIONS, DIMENSIONS),
        ("intermediate.dense", INNER, DIMENSIONS),
        ("output.dense", DIMENSIONS, INNER),
    ] {
        let name = format!("{layer}.{name}");
        weights.insert(
            format!("{name}.weight"),
            tensor(numbers.many(to * from, 0.02), &[to, from]),
        );
        weights.insert(format!("{name}.bias"), tensor(numbers.many(to, 0.02), &[to]));
    }
    weights
}
