//! Answers are taken apart into statements: what can be cited by itself.

use std::collections::BTreeSet;

use super::chatter::{self, Sieve};
use super::stems;
use crate::search::language::Tongue;
use crate::store::evidence::{Evidence, GivenAnswer};
use crate::text::passages::{Code, Passage, Sentence, passages};

/// The most statements of one answer.
const MOST_OF_ANSWER: usize = 30;
/// The longest statement of several sentences, in characters.
const LONGEST: usize = 420;
/// The most sentences of one statement.
const MOST_SENTENCES: usize = 3;
/// How much of a text tells its language, in characters.
const TELLING: usize = 1_000;

/// An item of a list, or a sentence with what leans on it, and the code behind it.
#[derive(Debug, Clone)]
pub(super) struct Statement<'a> {
    /// Where it stands.
    pub(super) answer: &'a GivenAnswer,
    /// The how-manieth of its answer it is.
    pub(super) place: usize,
    /// Its sentences; none when there is only code.
    pub(super) sentences: Vec<Sentence>,
    /// The code behind it.
    pub(super) code: Vec<Code>,
    /// Whether it is an item of a list.
    pub(super) is_item: bool,
    /// Whether it makes sense behind another one only.
    pub(super) leans: bool,
    /// What it is about.
    pub(super) stems: BTreeSet<String>,
    /// The numbers in it.
    pub(super) numbers: BTreeSet<String>,
    /// Whether it denies something.
    pub(super) denies: bool,
    /// Whether it is an item of a list that a statement before it announces.
    pub(super) is_under: bool,
    /// Whether only a coarse sieve let it through.
    pub(super) is_coarse: bool,
}

impl Statement<'_> {
    /// Whether it announces something that follows.
    pub(super) fn announces(&self) -> bool {
        self.sentences
            .last()
            .is_some_and(|sentence| sentence.plain().ends_with([':', ',']))
    }
}

/// The statements of all answers, in the order of the answers and of their texts.
pub(super) fn statements(evidence: &Evidence, forum: Tongue) -> Vec<Statement<'_>> {
    evidence
        .answers
        .iter()
        .flat_map(|answer| of_answer(answer, forum))
        .collect()
}

/// The statements of an answer; where a fine sieve leaves none, what a coarse one leaves.
fn of_answer(answer: &GivenAnswer, forum: Tongue) -> Vec<Statement<'_>> {
    let passages = passages(&answer.body);
    let text: String = passages
        .iter()
        .flat_map(|passage| &passage.sentences)
        .map(Sentence::plain)
        .collect();
    let tongue = Tongue::of(&text.chars().take(TELLING).collect::<String>(), forum);
    let sieved = |sieve| {
        let mut reading = Reading {
            answer,
            tongue,
            sieve,
            statements: Vec::new(),
            announced: false,
        };
        reading.read(&passages);
        reading.finish()
    };
    let fine: Vec<Statement<'_>> = sieved(Sieve::Fine);
    if fine.iter().any(|statement| !statement.sentences.is_empty()) {
        return fine;
    }
    if !answer.is_accepted {
        // Talk that somebody liked.
        return Vec::new();
    }
    let coarse = sieved(Sieve::Coarse);
    if coarse.is_empty() { fine } else { coarse }
}

struct Reading<'a> {
    answer: &'a GivenAnswer,
    tongue: Tongue,
    sieve: Sieve,
    statements: Vec<Statement<'a>>,
    /// Whether what announces the present list is kept.
    announced: bool,
}

impl<'a> Reading<'a> {
    fn read(&mut self, passages: &[Passage]) {
        for passage in passages {
            let begins = self.statements.len();
            let is_signed = passage.sentences.iter().any(chatter::is_signature) && passage.code.is_empty();
            if is_signed && passage.sentences.len() <= 2 {
                return;
            }
            if passage.is_item {
                self.item(passage);
            } else {
                self.paragraph(passage);
            }
            let announces = self.statements.last().is_some_and(Statement::announces);
            if !passage.code.is_empty() {
                self.code(passage, begins);
            } else if announces && self.statements.len() > begins && !passage.leads_to_list {
                // What was announced is a picture, or nothing that can be shown.
                self.statements.pop();
            } else if announces && passage.leads_to_list && self.last_stems() < MEANT {
                // "Try this:" says nothing that the items do not say.
                self.statements.pop();
            }
            if !passage.is_item {
                let kept = self.statements.len() > begins && passage.leads_to_list;
                self.announced = kept && self.statements.last().is_some_and(Statement::announces);
            }
        }
    }

    fn last_stems(&self) -> usize {
        self.statements.last().map_or(0, |statement| statement.stems.len())
    }

    fn item(&mut self, passage: &Passage) {
        let kept = passage
            .sentences
            .iter()
            .filter_map(|one| chatter::sifted(one, true, self.sieve));
        let mut sentences: Vec<Sentence> = Vec::new();
        for sentence in kept.take(MOST_SENTENCES) {
            if sentences.is_empty() || length(&sentences) + sentence.plain().chars().count() <= LONGEST {
                sentences.push(sentence);
            }
        }
        if !sentences.is_empty() {
            self.push(sentences, true);
        }
    }

    /// A sentence each; one that leans goes with the one before it, and away when that one is gone.
    fn paragraph(&mut self, passage: &Passage) {
        let mut has_before = false;
        for sentence in &passage.sentences {
            let kept = chatter::sifted(sentence, false, self.sieve);
            let Some(sentence) = kept else {
                has_before = false;
                continue;
            };
            if !chatter::leans(&sentence) || self.sieve != Sieve::Fine {
                self.push(vec![sentence], false);
                has_before = true;
            } else if has_before {
                self.lean(sentence);
            }
        }
    }

    fn lean(&mut self, sentence: Sentence) {
        let Some(last) = self.statements.last_mut() else { return };
        let is_short = length(&last.sentences) + sentence.plain().chars().count() <= LONGEST;
        if is_short && last.sentences.len() < MOST_SENTENCES {
            let plain = sentence.plain();
            last.stems.extend(stems::stems(&plain, self.tongue));
            last.numbers.extend(stems::numbers(&plain));
            last.sentences.push(sentence);
        }
    }

    /// Code stays with the sentence before it.
    fn code(&mut self, passage: &Passage, begins: usize) {
        if self.statements.len() == begins {
            self.push(Vec::new(), false);
        }
        if let Some(last) = self.statements.last_mut() {
            last.code.extend(passage.code.iter().cloned());
        }
    }

    fn push(&mut self, sentences: Vec<Sentence>, is_item: bool) {
        let plain = sentences.iter().map(Sentence::plain).collect::<Vec<_>>().join(" ");
        self.statements.push(Statement {
            answer: self.answer,
            place: self.statements.len(),
            leans: sentences.first().is_none_or(chatter::leans),
            code: Vec::new(),
            is_item,
            stems: stems::stems(&plain, self.tongue),
            numbers: stems::numbers(&plain),
            denies: stems::denies(&plain),
            is_under: is_item && self.announced,
            is_coarse: self.sieve == Sieve::Coarse,
            sentences,
        });
    }

    fn finish(mut self) -> Vec<Statement<'a>> {
        self.statements.truncate(MOST_OF_ANSWER);
        self.statements
    }
}

/// What is said before a list says something by itself when it is about so much.
const MEANT: usize = 3;

fn length(sentences: &[Sentence]) -> usize {
    sentences.iter().map(|sentence| sentence.plain().chars().count()).sum()
}
