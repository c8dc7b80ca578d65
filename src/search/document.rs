//! A thread as the index keeps it: its words by field, with stems in its own language.

use std::collections::HashMap;

use super::language::{Tongue, beginning};
use super::likeness::profile::TITLE_TIMES;
use super::words::{Word, words};
use crate::store::indexing::WholeThread;
use crate::text::SafeHtml;
use crate::text::excerpt;

/// How much of a body is read, in characters.
const LONGEST_BODY: usize = 20_000;
/// How much of all other answers together, in characters.
const LONGEST_ANSWERS: usize = 40_000;
/// How many words of a body count when two questions are compared: what follows is logs and thanks.
pub const WORDS_COMPARED: usize = 200;
/// Of them so many are weighed and kept; the rest only helps to find.
pub const WORDS_WEIGHED: usize = 120;

/// A thread as words.
#[derive(Debug, Clone)]
pub struct Document {
    /// The thread, with what filters and order need.
    pub thread: WholeThread,
    /// In which language its words have their stems.
    pub tongue: Tongue,
    /// Its title.
    pub title: Vec<Word>,
    /// What it says.
    pub body: Vec<Word>,
    /// The accepted answer.
    pub accepted: Vec<Word>,
    /// The other answers.
    pub answers: Vec<Word>,
}

impl Document {
    /// Reads a thread; a text that does not tell its language is taken to be in the forum's.
    pub fn of(thread: WholeThread, forum: Tongue) -> Self {
        let body = excerpt::words(&thread.body, LONGEST_BODY);
        let tongue = Tongue::of(&format!("{}. {}", thread.title, beginning(&body, 2_000)), forum);
        let accepted = thread.accepted.as_ref().map(|html| excerpt::words(html, LONGEST_BODY));
        Self {
            tongue,
            title: words(&thread.title),
            body: words(&body),
            accepted: words(&accepted.unwrap_or_default()),
            answers: answers(&thread.answers),
            thread,
        }
    }
}

fn answers(all: &[SafeHtml]) -> Vec<Word> {
    let mut room = LONGEST_ANSWERS;
    let mut found = Vec::new();
    for answer in all {
        if room == 0 {
            break;
        }
        let text = excerpt::words(answer, room.min(LONGEST_BODY));
        room = room.saturating_sub(text.chars().count());
        found.extend(words(&text));
    }
    found
}

/// A question that somebody is about to ask, as stems.
#[derive(Debug, Clone, Default)]
pub struct Draft {
    /// The stems of the title.
    pub title: Vec<String>,
    /// The stems of the body, as far as they are weighed.
    pub body: Vec<String>,
}

impl Draft {
    /// Reads what somebody is about to ask, as plain text.
    pub fn of(title: &str, body: &str, forum: Tongue) -> Self {
        let tongue = Tongue::of(&format!("{title}. {}", beginning(body, 2_000)), forum);
        let stems = |text: &str| -> Vec<String> {
            let words = words(text).into_iter().take(WORDS_WEIGHED);
            words.map(|word| tongue.stem(&word.text).into_owned()).collect()
        };
        Self {
            title: stems(title),
            body: stems(body),
        }
    }

    /// Each stem with how often it is said, once in the title counting three times, and whether the title says it.
    pub fn counted(self) -> HashMap<String, (f32, bool)> {
        let mut counted: HashMap<String, (f32, bool)> = HashMap::new();
        for stem in self.title {
            let (times, is_in_title) = counted.entry(stem).or_default();
            *times += f32::from(TITLE_TIMES);
            *is_in_title = true;
        }
        for stem in self.body {
            counted.entry(stem).or_default().0 += 1.0;
        }
        counted
    }
}
