//! A thread or an article as the index keeps it: its words by field, with stems in its own language.

use std::collections::HashMap;

use chrono::{DateTime, Utc};

use super::language::{Tongue, beginning};
use super::likeness::profile::TITLE_TIMES;
use super::words::{Word, words};
use crate::domain::id::{TagId, UserId};
use crate::domain::subject::{Home, Subject};
use crate::domain::thread::Standing;
use crate::store::articles::WholeArticle;
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

/// A thread or an article as words, with what filters and order need.
#[derive(Debug, Clone)]
pub struct Document {
    /// What it is.
    pub subject: Subject,
    /// Where it lives.
    pub home: Home,
    /// Who started it.
    pub author: Option<UserId>,
    /// Where a thread stands; nothing for an article.
    pub standing: Option<Standing>,
    /// When a thread was started, or an article published.
    pub created_at: DateTime<Utc>,
    /// Its tags: their ids and names.
    pub tags: Vec<(TagId, String)>,
    /// In which language its words have their stems.
    pub tongue: Tongue,
    /// Its title.
    pub title: Vec<Word>,
    /// What it says.
    pub body: Vec<Word>,
    /// The accepted answer of a thread, the short answer of an article.
    pub accepted: Vec<Word>,
    /// The other answers.
    pub answers: Vec<Word>,
}

impl Document {
    /// Reads a thread; a text that does not tell its language is taken to be in the forum's.
    pub fn of(thread: WholeThread, forum: Tongue) -> Self {
        let body = excerpt::words(&thread.body, LONGEST_BODY);
        let accepted = thread.accepted.as_ref().map(|html| excerpt::words(html, LONGEST_BODY));
        Self {
            subject: Subject::Thread(thread.id),
            home: Home::Category(thread.category),
            author: thread.author,
            standing: Some(thread.standing),
            created_at: thread.created_at,
            tags: thread.tags,
            tongue: Tongue::of_titled(&thread.title, &body, forum),
            title: words(&thread.title),
            body: words(&body),
            accepted: words(&accepted.unwrap_or_default()),
            answers: answers(&thread.answers),
        }
    }

    /// Reads an article. Its short answer is a part of what it says, and counts once more as an accepted answer does.
    pub fn of_article(article: WholeArticle) -> Self {
        let body = excerpt::words(&article.body, LONGEST_BODY);
        Self {
            subject: Subject::Article(article.id),
            home: Home::Articles(article.audience),
            author: article.author,
            standing: None,
            created_at: article.published_at,
            tongue: tongue_of(&article, &body),
            title: words(&article.title),
            accepted: words(&article.short_answer),
            answers: Vec::new(),
            body: words(&format!("{}\n{body}", article.short_answer)),
            tags: article.tags,
        }
    }
}

/// The language of an article whose text this is; one that does not tell its language is taken to be in the one that it names.
pub fn tongue_of(article: &WholeArticle, text: &str) -> Tongue {
    let said = Tongue::of_code(article.language.code());
    Tongue::of_titled(
        &article.title,
        &format!("{} {}", article.short_answer, beginning(text, 2_000)),
        said,
    )
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
        let tongue = Tongue::of_titled(title, body, forum);
        let stems = |text: &str| -> Vec<String> {
            let words = words(text).into_iter().take(WORDS_WEIGHED);
            let asked = words.filter(|word| !word.is_of_address);
            asked.map(|word| tongue.stem(&word.text).into_owned()).collect()
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
