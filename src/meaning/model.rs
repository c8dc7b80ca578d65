//! A sentence-embedding model: text in, its direction out.
//!
//! BERT (Devlin, Chang, Lee and Toutanova 2019), the mean of whose tokens is a text's vector (Reimers and Gurevych 2019,
//! *Sentence-BERT*), of length 1. It runs on the processor, in 32-bit numbers.

use std::path::Path;
use std::sync::atomic::{AtomicUsize, Ordering};

use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use candle_core::{DType, Device, Tensor};
use candle_nn::VarBuilder;
use candle_transformers::models::bert::BertModel;
use sha2::{Digest, Sha256};
use tokenizers::{Tokenizer, TruncationDirection, TruncationParams, TruncationStrategy};

use super::fitting::{self, Fitting, NEEDED};

pub use super::fitting::ModelError;

/// How many texts are worked out at once: of like length, so that little is filled up.
const TEXTS_AT_ONCE: usize = 16;
/// A text that is so many times as long as the one before it is worked out by itself: filling up the short one would cost more.
const LIKE_LENGTH: usize = 2;
/// Of texts up to so many tokens the length matters little.
const SHORT: usize = 16;
/// More of a text is not looked at, in characters: no model reads so far.
const LONGEST_TEXT: usize = 16_000;
/// How many askers may wait for the model at the same time; who comes then goes without.
const MOST_ASKERS: usize = 4;
/// What is worked out once to see that a model works.
const TRIAL: &str = "How do I reset my password?";

/// A model that is loaded.
pub struct Model {
    bert: BertModel,
    tokenizer: Tokenizer,
    dimensions: usize,
    tokens: usize,
    fingerprint: String,
    bytes: u64,
    askers: AtomicUsize,
    calm: rayon::ThreadPool,
}

impl std::fmt::Debug for Model {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Model({}, {} dimensions)", self.fingerprint, self.dimensions)
    }
}

/// A text as the model reads it.
struct Read {
    /// Which one it was.
    at: usize,
    tokens: Vec<u32>,
}

impl Model {
    /// Loads a model from a folder and tries it.
    ///
    /// # Errors
    /// A sentence saying what does not fit.
    pub fn load(folder: &Path) -> Result<Self, ModelError> {
        let fitting = fitting::fitting(folder)?;
        let mut fingerprint = Sha256::new();
        let [config, words, weights] = NEEDED;
        fingerprint.update(fitting::bytes(folder, config)?);
        let tokenizer = fitting::bytes(folder, words)?;
        fingerprint.update(&tokenizer);
        let tokenizer = self::tokenizer(folder, &tokenizer, &fitting)?;
        let weights = fitting::bytes(folder, weights)?;
        fingerprint.update(&weights);
        fingerprint.update(fitting.tokens.to_le_bytes());
        let bytes = weights.len() as u64;
        let model = Self {
            bert: bert(weights, &fitting)?,
            tokenizer,
            dimensions: fitting.bert.hidden_size,
            tokens: fitting.tokens,
            fingerprint: URL_SAFE_NO_PAD.encode(fingerprint.finalize()),
            bytes,
            askers: AtomicUsize::new(0),
            calm: calm()?,
        };
        model.meanings(&[TRIAL])?;
        Ok(model)
    }

    /// What tells it from every other model: vectors of two models have nothing to do with each other.
    pub fn fingerprint(&self) -> &str {
        &self.fingerprint
    }

    /// How many numbers its vectors have.
    pub fn dimensions(&self) -> usize {
        self.dimensions
    }

    /// How many tokens of a text it reads.
    pub fn tokens(&self) -> usize {
        self.tokens
    }

    /// The size of its weights in bytes, which are held in memory.
    pub fn bytes(&self) -> u64 {
        self.bytes
    }

    /// What texts mean, each a vector of length 1, in their order.
    pub fn meanings(&self, texts: &[&str]) -> Result<Vec<Vec<f32>>, ModelError> {
        let mut read = Vec::with_capacity(texts.len());
        for (at, text) in texts.iter().enumerate() {
            read.push(Read {
                at,
                tokens: self.read(text)?,
            });
        }
        read.sort_by_key(|read| read.tokens.len());
        let mut found = Vec::with_capacity(texts.len());
        let of_like_length = read.chunk_by(|a, b| b.tokens.len() <= LIKE_LENGTH * a.tokens.len().max(SHORT));
        for batch in of_like_length.flat_map(|texts| texts.chunks(TEXTS_AT_ONCE)) {
            let vectors = self
                .worked_out(batch)
                .map_err(|error| ModelError::Run(first_line(&error)))?;
            found.extend(batch.iter().map(|read| read.at).zip(vectors));
        }
        if found
            .iter()
            .flat_map(|(_, vector)| vector)
            .any(|number| !number.is_finite())
        {
            return Err(ModelError::Run("its weights hold what is no number".to_owned()));
        }
        found.sort_by_key(|(at, _)| *at);
        Ok(found.into_iter().map(|(_, vector)| vector).collect())
    }

    /// The same on one processor only, so that others have the rest.
    pub fn meanings_calmly(&self, texts: &[&str]) -> Result<Vec<Vec<f32>>, ModelError> {
        self.calm.install(|| self.meanings(texts))
    }

    /// The same for somebody who waits, unless too many wait already: then `None`, and they go without.
    pub fn meanings_soon(&self, texts: &[&str]) -> Option<Result<Vec<Vec<f32>>, ModelError>> {
        let may = self.askers.fetch_add(1, Ordering::SeqCst) < MOST_ASKERS;
        let found = may.then(|| self.meanings(texts));
        self.askers.fetch_sub(1, Ordering::SeqCst);
        found
    }

    fn read(&self, text: &str) -> Result<Vec<u32>, ModelError> {
        let end = text.char_indices().nth(LONGEST_TEXT).map_or(text.len(), |(end, _)| end);
        let read = self.tokenizer.encode(text.get(..end).unwrap_or(text), true);
        let read = read.map_err(|error| ModelError::Run(error.to_string()))?;
        let mut tokens = read.get_ids().to_vec();
        if tokens.is_empty() {
            // A tokenizer that adds no marks makes nothing of nothing.
            tokens.push(0);
        }
        Ok(tokens)
    }

    fn worked_out(&self, batch: &[Read]) -> candle_core::Result<Vec<Vec<f32>>> {
        let longest = batch.iter().map(|read| read.tokens.len()).max().unwrap_or_default();
        let (mut tokens, mut mask) = (Vec::new(), Vec::new());
        for read in batch {
            let filling = longest - read.tokens.len();
            tokens.extend(read.tokens.iter().copied().chain(std::iter::repeat_n(0, filling)));
            mask.extend(std::iter::repeat_n(1_f32, read.tokens.len()).chain(std::iter::repeat_n(0.0, filling)));
        }
        let shape = (batch.len(), longest);
        let tokens = Tensor::from_vec(tokens, shape, &Device::Cpu)?;
        let mask = Tensor::from_vec(mask, shape, &Device::Cpu)?;
        let last = self.bert.forward(&tokens, &tokens.zeros_like()?, Some(&mask))?;
        let sum = last.broadcast_mul(&mask.unsqueeze(2)?)?.sum(1)?;
        let length = sum.sqr()?.sum_keepdim(1)?.sqrt()?;
        sum.broadcast_div(&length)?.to_vec2()
    }
}

/// One thread, named after what it does.
fn calm() -> Result<rayon::ThreadPool, ModelError> {
    let built = rayon::ThreadPoolBuilder::new()
        .num_threads(1)
        .thread_name(|_| "meaning".to_owned())
        .build();
    built.map_err(|error| ModelError::Run(error.to_string()))
}

fn tokenizer(folder: &Path, bytes: &[u8], fitting: &Fitting) -> Result<Tokenizer, ModelError> {
    let malformed = |said: String| ModelError::Malformed(folder.join("tokenizer.json"), said);
    let mut tokenizer = Tokenizer::from_bytes(bytes).map_err(|error| malformed(error.to_string()))?;
    let (words, known) = (tokenizer.get_vocab_size(true), fitting.bert.vocab_size);
    if words > known {
        return Err(malformed(format!("it has {words} words, and config.json says {known}")));
    }
    // What the file says of both is for another use.
    tokenizer.with_padding(None);
    let cut = tokenizer.with_truncation(Some(TruncationParams {
        direction: TruncationDirection::Right,
        max_length: fitting.tokens,
        strategy: TruncationStrategy::LongestFirst,
        stride: 0,
    }));
    cut.map_err(|error| malformed(error.to_string()))?;
    Ok(tokenizer)
}

/// The shapes of all weights are compared with what the configuration promises.
fn bert(weights: Vec<u8>, fitting: &Fitting) -> Result<BertModel, ModelError> {
    let unfit = |error: candle_core::Error| ModelError::Weights(first_line(&error));
    let weights = VarBuilder::from_buffered_safetensors(weights, DType::F32, &Device::Cpu).map_err(unfit)?;
    BertModel::load(weights, &fitting.bert).map_err(unfit)
}

/// The engine's errors may carry a whole trace.
fn first_line(error: &candle_core::Error) -> String {
    error.to_string().lines().next().unwrap_or_default().to_owned()
}
