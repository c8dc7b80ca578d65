//! Why a question is in its group: how probably it asks the same as the others, and what says so.

use std::collections::{BTreeSet, HashMap};

use super::grouping::GroupError;
use super::parts::MOST_IN_PART;
use crate::domain::id::ThreadId;
use crate::domain::sight::Sight;
use crate::search::Search;
use crate::search::language::Tongue;
use crate::search::likeness::pair::{self, Question};
use crate::search::likeness::profile::Stem;
use crate::search::words;
use crate::store::indexing::{self, WholeThread};
use crate::store::{Store, StoreError};
use crate::text::excerpt;

/// How many words are named.
const MOST_WORDS: usize = 4;
/// A word that counts less than this is too usual to be a reason: about one that a tenth of all threads say once.
const RARE_FROM: f32 = 1.6;
/// From which share of both titles' rare words on they are called similar.
const TITLES_FROM: f32 = 0.3;
/// From which cosine of a model's vectors on meaning is called a reason.
const MEANING_FROM: f32 = 0.6;
/// How much of a text is read to name its words, in characters.
const READ: usize = 2_000;

/// What says that a question asks the same as others of its group.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Reason {
    /// It says rare words that at least half of the others say too: these, as it writes them.
    Words(Vec<String>),
    /// Its title is like that of at least half of the others.
    Title,
    /// It has tags that at least half of the others have.
    Tags(Vec<String>),
    /// By the embedding model it means what the others mean.
    Meaning,
}

/// How well a question fits to the others.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Why {
    /// The question.
    pub thread: ThreadId,
    /// How probably it asks the same as another of them, on average, in percent.
    pub percent: u8,
    /// What says so, the strongest first; nothing when only people said so.
    pub reasons: Vec<Reason>,
}

/// How well each of these fits to the others, in the order that is given; of more than a part has, to the first of them. Nothing
/// while the index cannot be asked.
pub fn members(store: &Store, search: &Search, ids: &[ThreadId]) -> Result<Vec<Why>, GroupError> {
    let Some(pairing) = search.pairing() else {
        return Ok(Vec::new());
    };
    let ids = ids.get(..MOST_IN_PART).unwrap_or(ids);
    let texts = store.read_now::<_, StoreError>(|db| indexing::with_accepted(db, Sight::everything(), ids))?;
    let mut texts: HashMap<ThreadId, WholeThread> = texts.into_iter().map(|whole| (whole.id, whole)).collect();
    let mut all = Vec::with_capacity(ids.len());
    for id in ids {
        if let (Some(question), Some(whole)) = (pairing.question(*id)?, texts.remove(id)) {
            all.push(Looked::at(question, whole, search.forum()));
        }
    }
    Ok((0..all.len()).filter_map(|place| why(&all, place)).collect())
}

/// A question with its words as they are written.
struct Looked {
    id: ThreadId,
    question: Question,
    tags: Vec<String>,
    written: HashMap<Stem, String>,
}

impl Looked {
    fn at(question: Question, whole: WholeThread, forum: Tongue) -> Self {
        let body = excerpt::words(&whole.body, READ);
        let tongue = Tongue::of_titled(&whole.title, &body, forum);
        let mut written = HashMap::new();
        // A word is written as the title writes it.
        for text in [&body, &whole.title] {
            for word in words::words(text) {
                if let Some(as_written) = text.get(word.from..word.to) {
                    let stem = Stem::of(&tongue.stem(&word.text));
                    written.insert(stem, as_written.to_lowercase());
                }
            }
        }
        Self {
            id: whole.id,
            question,
            tags: whole.tags.into_iter().map(|(_, name)| name).collect(),
            written,
        }
    }
}

fn why(all: &[Looked], place: usize) -> Option<Why> {
    let own = all.get(place)?;
    let others: Vec<&Looked> = all.iter().filter(|other| other.id != own.id).collect();
    let half = others.len().div_ceil(2);
    let probabilities = others
        .iter()
        .map(|other| pair::probability(&own.question, &other.question));
    let count = u16::try_from(others.len()).ok().filter(|count| *count > 0)?;
    let mean = probabilities.sum::<f32>() / f32::from(count);
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "between 0 and 100"
    )]
    let percent = (100.0 * mean).round().clamp(0.0, 100.0) as u8;
    Some(Why {
        thread: own.id,
        percent,
        reasons: reasons(own, &others, half),
    })
}

fn reasons(own: &Looked, others: &[&Looked], half: usize) -> Vec<Reason> {
    let of_half = |is_so: &dyn Fn(&Looked) -> bool| others.iter().filter(|other| is_so(other)).count() >= half;
    let mut reasons = Vec::new();
    let is_meant =
        |other: &Looked| pair::cosine(&own.question, &other.question).is_some_and(|near| near >= MEANING_FROM);
    if of_half(&is_meant) {
        reasons.push(Reason::Meaning);
    }
    if of_half(&|other| pair::titles_alike(&own.question, &other.question) >= TITLES_FROM) {
        reasons.push(Reason::Title);
    }
    let words = words(own, others, half);
    if !words.is_empty() {
        reasons.push(Reason::Words(words));
    }
    let tags = own.tags.iter().filter(|tag| of_half(&|other| other.tags.contains(tag)));
    let tags: BTreeSet<String> = tags.cloned().collect();
    if !tags.is_empty() {
        reasons.push(Reason::Tags(tags.into_iter().collect()));
    }
    reasons
}

/// The words that count most among those that half of the others say too.
fn words(own: &Looked, others: &[&Looked], half: usize) -> Vec<String> {
    let mut said: HashMap<Stem, (usize, f32)> = HashMap::new();
    for other in others {
        for (stem, counts) in pair::shared(&own.question, &other.question) {
            let (times, _) = said.entry(stem).or_insert((0, counts));
            *times += 1;
        }
    }
    let mut said: Vec<(Stem, usize, f32)> = said
        .into_iter()
        .filter(|(_, (times, counts))| *times >= half && *counts >= RARE_FROM)
        .map(|(stem, (times, counts))| (stem, times, counts))
        .collect();
    said.sort_by(|(a, _, of_a), (b, _, of_b)| of_b.total_cmp(of_a).then_with(|| a.cmp(b)));
    let written = said.iter().filter_map(|(stem, _, _)| own.written.get(stem).cloned());
    written.take(MOST_WORDS).collect()
}
