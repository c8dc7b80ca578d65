//! What a model's folder says of it, checked before anything is loaded: a sentence for each way in which it does not fit.

use std::io::Read;
use std::path::{Path, PathBuf};

use candle_transformers::models::bert::Config;
use serde::Deserialize;
use serde::de::DeserializeOwned;

/// The files that a model needs.
pub const NEEDED: [&str; 3] = ["config.json", "tokenizer.json", "model.safetensors"];
/// The files that may say more of it.
pub const TELLING: [&str; 2] = [LONGEST, POOLING];
const LONGEST: &str = "sentence_bert_config.json";
const POOLING: &str = "1_Pooling/config.json";
/// The most bytes of weights, and of everything else: what is greater is no model for a forum's server.
const MOST_OF_WEIGHTS: u64 = 1_000_000_000;
const MOST_OF_WORDS: u64 = 64_000_000;
const MOST_OF_A_LIST: u64 = 1_000_000;
/// How many tokens of a text are read, unless the model says less.
const USUAL_TOKENS: usize = 256;

/// Why a model cannot be used: a sentence for whoever runs the server.
#[derive(Debug, thiserror::Error)]
pub enum ModelError {
    /// There is no such folder.
    #[error("the model folder {0} is not there")]
    NoFolder(PathBuf),
    /// A file is not there.
    #[error("the model folder {0} holds no {1}")]
    Missing(PathBuf, &'static str),
    /// A file is greater than a model's may be.
    #[error("{0} is too large: {1} MB, and {2} MB are allowed")]
    TooLarge(PathBuf, u64, u64),
    /// A file could not be read or written.
    #[error("{0}: {1}")]
    File(PathBuf, std::io::Error),
    /// A file does not say what it should.
    #[error("{0} is not as a model's should be: {1}")]
    Malformed(PathBuf, String),
    /// A model of another kind.
    #[error("the model is {0}, and only BERT models (BertModel) are understood")]
    Architecture(String),
    /// A size that no such model has.
    #[error("config.json says {0} {1}, which is not between {2} and {3}")]
    Size(&'static str, usize, usize, usize),
    /// Sizes that do not go together.
    #[error("{0}")]
    Unfit(String),
    /// The weights are truncated, or not those that the configuration promises.
    #[error("model.safetensors does not fit config.json, or is truncated: {0}")]
    Weights(String),
    /// A text could not be worked out.
    #[error("the model could not work out a text: {0}")]
    Run(String),
    /// A packed model could not be unpacked.
    #[error("{0} holds no model that can be unpacked: {1}")]
    Packed(PathBuf, String),
}

/// A model's configuration, found good.
#[derive(Debug, Clone)]
pub struct Fitting {
    /// What BERT needs to know.
    pub bert: Config,
    /// How many tokens of a text are read.
    pub tokens: usize,
}

/// What is read of `config.json` before it is taken for that of a BERT model.
#[derive(Debug, Deserialize)]
struct Kind {
    #[serde(default)]
    architectures: Vec<String>,
    model_type: Option<String>,
}

#[derive(Debug, Deserialize)]
struct Longest {
    max_seq_length: Option<usize>,
}

#[derive(Debug, Default, Deserialize)]
struct Pooling {
    #[serde(default)]
    pooling_mode_mean_tokens: bool,
    #[serde(default)]
    pooling_mode_cls_token: bool,
    #[serde(default)]
    pooling_mode_max_tokens: bool,
    #[serde(default)]
    pooling_mode_mean_sqrt_len_tokens: bool,
}

/// The most bytes that a file of a model may have.
pub fn most_bytes(file: &str) -> u64 {
    match file {
        "model.safetensors" => MOST_OF_WEIGHTS,
        "tokenizer.json" => MOST_OF_WORDS,
        _ => MOST_OF_A_LIST,
    }
}

/// Reads and checks what a folder says of its model.
pub fn fitting(folder: &Path) -> Result<Fitting, ModelError> {
    if !folder.is_dir() {
        return Err(ModelError::NoFolder(folder.to_owned()));
    }
    for file in NEEDED {
        check_size(folder, file)?;
    }
    let kind: Kind = json(folder, "config.json")?;
    refuse_others(&kind)?;
    let bert: Config = json(folder, "config.json")?;
    check_sizes(&bert)?;
    check_pooling(folder)?;
    let tokens = match optional::<Longest>(folder, LONGEST)? {
        Some(Longest {
            max_seq_length: Some(most),
        }) => most,
        _ => USUAL_TOKENS,
    };
    let tokens = tokens.min(bert.max_position_embeddings);
    within("tokens of a text", tokens, 8, 8_192)?;
    Ok(Fitting { bert, tokens })
}

/// A file's bytes; it may not have grown since its size was looked at.
pub fn bytes(folder: &Path, file: &str) -> Result<Vec<u8>, ModelError> {
    let path = folder.join(file);
    let failed = |error| ModelError::File(path.clone(), error);
    let opened = std::fs::File::open(&path).map_err(failed)?;
    let size = opened.metadata().map_err(failed)?.len().min(most_bytes(file));
    let mut bytes = Vec::with_capacity(usize::try_from(size).unwrap_or_default());
    opened.take(size).read_to_end(&mut bytes).map_err(failed)?;
    Ok(bytes)
}

fn check_size(folder: &Path, file: &'static str) -> Result<(), ModelError> {
    let path = folder.join(file);
    let size = match std::fs::metadata(&path) {
        Ok(found) if found.is_file() => found.len(),
        Ok(_) => return Err(ModelError::Missing(folder.to_owned(), file)),
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => {
            return Err(ModelError::Missing(folder.to_owned(), file));
        }
        Err(error) => return Err(ModelError::File(path, error)),
    };
    if size > most_bytes(file) {
        return Err(ModelError::TooLarge(
            path,
            size / 1_000_000,
            most_bytes(file) / 1_000_000,
        ));
    }
    Ok(())
}

fn json<T: DeserializeOwned>(folder: &Path, file: &'static str) -> Result<T, ModelError> {
    check_size(folder, file)?;
    let read = serde_json::from_slice(&bytes(folder, file)?);
    read.map_err(|error| ModelError::Malformed(folder.join(file), error.to_string()))
}

fn optional<T: DeserializeOwned>(folder: &Path, file: &'static str) -> Result<Option<T>, ModelError> {
    match json(folder, file) {
        Ok(read) => Ok(Some(read)),
        Err(ModelError::Missing(..)) => Ok(None),
        Err(error) => Err(error),
    }
}

fn refuse_others(kind: &Kind) -> Result<(), ModelError> {
    let is_bert = match kind.architectures.as_slice() {
        [] => kind.model_type.as_deref() == Some("bert"),
        named => named.iter().all(|name| name == "BertModel"),
    };
    if is_bert {
        return Ok(());
    }
    let named = kind.architectures.join(", ");
    let other = kind
        .model_type
        .clone()
        .unwrap_or_else(|| "of a kind that it does not tell".to_owned());
    Err(ModelError::Architecture(if named.is_empty() { other } else { named }))
}

fn within(what: &'static str, size: usize, least: usize, most: usize) -> Result<(), ModelError> {
    if (least..=most).contains(&size) {
        return Ok(());
    }
    Err(ModelError::Size(what, size, least, most))
}

fn check_sizes(bert: &Config) -> Result<(), ModelError> {
    within("words", bert.vocab_size, 1, 1_000_000)?;
    within("dimensions", bert.hidden_size, 1, 1_024)?;
    within("layers", bert.num_hidden_layers, 1, 48)?;
    within("heads", bert.num_attention_heads, 1, 64)?;
    within("inner dimensions", bert.intermediate_size, 1, 8_192)?;
    within("places", bert.max_position_embeddings, 1, 8_192)?;
    within("kinds of tokens", bert.type_vocab_size, 1, 16)?;
    if !bert.hidden_size.is_multiple_of(bert.num_attention_heads) {
        let (size, heads) = (bert.hidden_size, bert.num_attention_heads);
        return Err(ModelError::Unfit(format!(
            "config.json says {size} dimensions, which cannot be divided among {heads} heads"
        )));
    }
    Ok(())
}

/// Another way of pooling would give vectors of which nobody knows what they are worth.
fn check_pooling(folder: &Path) -> Result<(), ModelError> {
    let Some(pooling) = optional::<Pooling>(folder, POOLING)? else {
        return Ok(());
    };
    let others =
        pooling.pooling_mode_cls_token || pooling.pooling_mode_max_tokens || pooling.pooling_mode_mean_sqrt_len_tokens;
    if pooling.pooling_mode_mean_tokens && !others {
        return Ok(());
    }
    Err(ModelError::Unfit(format!(
        "{POOLING} says that the model takes something else than the mean of a text's tokens, which is not understood"
    )))
}
