//! What is asked: the question that is most like all others, and the sentences that say best what the problem is.

use std::cmp::Reverse;
use std::collections::{BTreeSet, HashMap};

use super::chatter::{self, Sieve};
use super::stems;
use crate::search::language::Tongue;
use crate::store::evidence::{AskedQuestion, Evidence};
use crate::text::passages::{Sentence, passages};

/// The longest sentence that states a problem, in characters.
const LONGEST: usize = 300;
/// The fewest words of one.
const FEWEST_WORDS: usize = 4;
/// What people say of themselves or of what they said before states the problem less well.
const OWN: f32 = 0.75;
/// A second sentence has to be so good, compared with the best one.
const SECOND: f32 = 0.7;
/// Of the questions that are nearly as like the others as the most alike one, in hundredths, one whose title tells something comes
/// first.
const NEARLY: i64 = 90;
/// A title of fewer words tells little.
const FEWEST_OF_TITLE: usize = 4;
/// How many of the first sentences of a question are looked at: the problem is stated early.
const MOST_READ: usize = 12;

/// What is asked.
pub(super) struct Asked<'a> {
    /// The questions, the one that is most like all others first.
    pub(super) questions: Vec<&'a AskedQuestion>,
    /// The sentences that state the problem, of one question.
    pub(super) statement: Option<(&'a AskedQuestion, Vec<Sentence>)>,
    /// In how many questions each stem is.
    shares: HashMap<String, usize>,
}

impl<'a> Asked<'a> {
    /// Of these questions.
    pub(super) fn of(evidence: &'a Evidence, forum: Tongue) -> Self {
        let mut questions: Vec<&AskedQuestion> = evidence.questions.iter().collect();
        let most = questions
            .iter()
            .map(|question| question.thousandths)
            .max()
            .unwrap_or_default();
        questions.sort_by_key(|question| {
            let is_telling = question.thousandths * 100 >= most * NEARLY && tells(&question.title);
            (!is_telling, Reverse(question.thousandths), question.thread)
        });
        let mut shares: HashMap<String, usize> = HashMap::new();
        let mut read = Vec::with_capacity(questions.len());
        for question in &questions {
            let (tongue, sentences) = sentences(question, forum);
            let said = sentences
                .iter()
                .flat_map(|sentence| stems::stems(&sentence.plain(), tongue));
            let said: BTreeSet<String> = said.chain(stems::stems(&question.title, tongue)).collect();
            for stem in said {
                *shares.entry(stem).or_default() += 1;
            }
            read.push((*question, tongue, sentences));
        }
        Self {
            statement: stated(&read, &shares),
            questions,
            shares,
        }
    }

    /// How much a statement has to do with what is asked: the share of questions in which its stems are, on average.
    #[expect(clippy::cast_precision_loss, reason = "counts of a few dozen")]
    pub(super) fn relevance(&self, stems: &BTreeSet<String>) -> f32 {
        sum(&self.shares, stems) / (self.questions.len().max(1) as f32 * (stems.len().max(4) as f32).sqrt())
    }
}

/// Whether a title says what is asked.
fn tells(title: &str) -> bool {
    title.split_whitespace().count() >= FEWEST_OF_TITLE
}

/// In how many questions these stems are, all together; what only one question says does not count.
#[expect(clippy::cast_precision_loss, reason = "counts of a few dozen")]
fn sum(shares: &HashMap<String, usize>, stems: &BTreeSet<String>) -> f32 {
    let shared = stems
        .iter()
        .filter_map(|stem| shares.get(stem))
        .filter(|count| **count > 1);
    shared.sum::<usize>() as f32
}

fn sentences(question: &AskedQuestion, forum: Tongue) -> (Tongue, Vec<Sentence>) {
    let all = passages(&question.body)
        .into_iter()
        .flat_map(|passage| passage.sentences);
    let all: Vec<Sentence> = all.take(MOST_READ).collect();
    let text: Vec<String> = all.iter().map(Sentence::plain).collect();
    let tongue = Tongue::of_titled(&question.title, &text.join(" "), forum);
    let kept = all
        .iter()
        .filter_map(|sentence| chatter::sifted(sentence, false, Sieve::Asked));
    (tongue, kept.collect())
}

type Read<'a> = (&'a AskedQuestion, Tongue, Vec<Sentence>);

/// The best sentence of all questions, with the next best of the same question when it is nearly as good.
fn stated<'a>(read: &[Read<'a>], shares: &HashMap<String, usize>) -> Option<(&'a AskedQuestion, Vec<Sentence>)> {
    let best = read
        .iter()
        .map(|one| (scored(one, shares), one))
        .filter_map(|(scored, one)| Some((scored.first()?.0 * centrality(one.0), scored, one)))
        .max_by(|one, other| {
            one.0
                .total_cmp(&other.0)
                .then_with(|| other.2.0.thread.cmp(&one.2.0.thread))
        })?;
    let (_, scored, (question, _, sentences)) = best;
    let first = scored.first()?;
    let second = scored.get(1).filter(|second| second.0 >= SECOND * first.0);
    let mut places: Vec<usize> = [Some(first), second]
        .into_iter()
        .flatten()
        .map(|(_, place)| *place)
        .collect();
    places.sort_unstable();
    let chosen = places.into_iter().filter_map(|place| sentences.get(place).cloned());
    Some((question, chosen.collect()))
}

/// The sentences of a question by how well they state the problem, the best first.
fn scored((_, tongue, sentences): &Read<'_>, shares: &HashMap<String, usize>) -> Vec<(f32, usize)> {
    let scored = sentences.iter().enumerate().filter_map(|(place, sentence)| {
        let plain = sentence.plain();
        let is_fit = plain.chars().count() <= LONGEST
            && plain.split_whitespace().count() >= FEWEST_WORDS
            && sentence.has_words()
            && !plain.ends_with(':')
            && !looks_like_code(&plain);
        let stems = stems::stems(&plain, *tongue);
        is_fit.then(|| (score(sentence, &plain, &stems, shares), place))
    });
    let mut scored: Vec<(f32, usize)> = scored.filter(|(score, _)| *score > 0.0).collect();
    scored.sort_by(|one, other| other.0.total_cmp(&one.0).then(one.1.cmp(&other.1)));
    scored
}

/// Whether so much of it is signs that it is code, or what a program printed.
fn looks_like_code(plain: &str) -> bool {
    let signs = plain
        .chars()
        .filter(|sign| "(){}[];_=<>/\\|*#$%&".contains(*sign))
        .count();
    signs * 12 > plain.chars().count()
}

#[expect(clippy::cast_precision_loss, reason = "counts of a few dozen")]
fn score(sentence: &Sentence, plain: &str, stems: &BTreeSet<String>, shares: &HashMap<String, usize>) -> f32 {
    let mut score = sum(shares, stems) / (stems.len().max(5) as f32).sqrt();
    if chatter::speaks_of_self(plain) {
        score *= OWN;
    }
    if chatter::leans(sentence) {
        score *= OWN;
    }
    score
}

/// How much a question counts: half when it is like no other.
#[expect(clippy::cast_precision_loss, reason = "thousandths of about one")]
fn centrality(question: &AskedQuestion) -> f32 {
    0.5 + (question.thousandths as f32 / 1_000.0).clamp(0.0, 1.0)
}
