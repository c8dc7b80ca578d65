//! The fields of the index, and how a document fills them.

use tantivy::schema::{
    FAST, Field, INDEXED, IndexRecordOption, STORED, STRING, Schema, TextFieldIndexing, TextOptions,
};
use tantivy::{TantivyDocument, Term};

use super::super::document::{Document, WORDS_COMPARED, WORDS_WEIGHED};
use super::super::likeness::profile::Profile;
use super::super::words::Word;
use crate::domain::subject::Subject;
use crate::domain::thread::Standing;

/// How often a word of the title counts where candidates are found.
const TITLES_SOUGHT: usize = 4;

/// Where each thing stands in the index.
#[derive(Debug, Clone)]
pub struct Fields {
    /// All of them.
    pub schema: Schema,
    /// Which thread or article it is, by its number.
    pub subject: Field,
    /// Where it lives, by the number of that.
    pub home: Field,
    /// Its author's id.
    pub author: Field,
    /// Where it stands, as [`standing_number`] counts.
    pub standing: Field,
    /// When it was started or published, in seconds since 1970.
    pub created: Field,
    /// The code of its language.
    pub language: Field,
    /// The names of its tags.
    pub tag: Field,
    /// The ids of its tags: one may be renamed, or go.
    pub tag_id: Field,
    /// Stems of the title.
    pub title: Field,
    /// Stems of the body.
    pub body: Field,
    /// Stems of the accepted answer, or of an article's short one.
    pub accepted: Field,
    /// Stems of the other answers.
    pub answers: Field,
    /// Stems of the title and of the beginning of the body together, to find what may be like a draft.
    pub whole: Field,
    /// The same, counted, to tell how much it is: a [`Profile`]. The only thing that is kept as it is.
    pub profile: Field,
    /// Words of all as they were written: for the beginnings of words, and for mistyped ones.
    pub exact: Field,
}

impl Fields {
    /// The fields, in a new schema.
    pub fn new() -> Self {
        let mut schema = Schema::builder();
        let text = |record: IndexRecordOption| {
            // Words come in as they are meant, with spaces between them.
            let indexing = TextFieldIndexing::default().set_tokenizer("whitespace");
            TextOptions::default().set_indexing_options(indexing.set_index_option(record))
        };
        let placed = text(IndexRecordOption::WithFreqsAndPositions);
        let counted = text(IndexRecordOption::WithFreqs);
        let subject = schema.add_i64_field("subject", INDEXED | FAST);
        let home = schema.add_i64_field("home", INDEXED | FAST);
        let author = schema.add_i64_field("author", INDEXED);
        let standing = schema.add_u64_field("standing", INDEXED | FAST);
        let created = schema.add_i64_field("created", FAST);
        let language = schema.add_text_field("language", STRING);
        let tag = schema.add_text_field("tag", STRING);
        let tag_id = schema.add_i64_field("tag_id", INDEXED);
        let title = schema.add_text_field("title", placed.clone());
        let body = schema.add_text_field("body", placed.clone());
        let accepted = schema.add_text_field("accepted", placed.clone());
        let answers = schema.add_text_field("answers", placed);
        let whole = schema.add_text_field("whole", counted.clone());
        let exact = schema.add_text_field("exact", counted);
        let profile = schema.add_bytes_field("profile", STORED);
        Self {
            schema: schema.build(),
            subject,
            home,
            author,
            standing,
            created,
            language,
            tag,
            tag_id,
            title,
            body,
            accepted,
            answers,
            whole,
            profile,
            exact,
        }
    }

    /// What finds a thread or an article in the index, to replace it.
    pub fn key(&self, subject: Subject) -> Term {
        Term::from_field_i64(self.subject, subject.number())
    }

    /// A thread or an article as the index takes it.
    pub fn fill(&self, document: &Document) -> TantivyDocument {
        let mut filled = TantivyDocument::default();
        filled.add_i64(self.subject, document.subject.number());
        filled.add_i64(self.home, document.home.number());
        if let Some(author) = document.author {
            filled.add_i64(self.author, author.get());
        }
        filled.add_u64(self.standing, document.standing.map_or(ARTICLE, standing_number));
        filled.add_i64(self.created, document.created_at.timestamp());
        filled.add_text(self.language, document.tongue.code());
        for (id, name) in &document.tags {
            filled.add_text(self.tag, name);
            filled.add_i64(self.tag_id, id.get());
        }
        let stem = |word: &Word| document.tongue.stem(&word.text).into_owned();
        let stems = |words: &[Word]| words.iter().map(stem).collect::<Vec<String>>();
        let (title, body) = (stems(&document.title), stems(&document.body));
        let asked = asked(&document.title, &title, usize::MAX);
        let compared = self::asked(&document.body, &body, WORDS_COMPARED);
        let weighed = compared.get(..WORDS_WEIGHED).unwrap_or(&compared);
        filled.add_bytes(self.profile, &Profile::of(&asked, weighed).bytes());
        let titles = std::iter::repeat_n(&asked, TITLES_SOUGHT).flatten();
        filled.add_text(self.whole, joined(titles.chain(&compared)));
        let all = [&document.title, &document.body, &document.accepted, &document.answers];
        let exact = joined(all.into_iter().flatten().map(|word| &word.text));
        filled.add_text(self.title, joined(&title));
        filled.add_text(self.body, joined(&body));
        filled.add_text(self.accepted, joined(&stems(&document.accepted)));
        filled.add_text(self.answers, joined(&stems(&document.answers)));
        filled.add_text(self.exact, exact);
        filled
    }
}

/// The stems of the first words, without those of web addresses: by them one text is compared with another.
fn asked(words: &[Word], stems: &[String], most: usize) -> Vec<String> {
    let first = words.iter().zip(stems).take(most);
    let asked = first.filter(|(word, _)| !word.is_of_address);
    asked.map(|(_, stem)| stem.clone()).collect()
}

/// What stands in place of a standing for an article.
pub const ARTICLE: u64 = 5;

/// A standing as the index keeps it.
pub fn standing_number(standing: Standing) -> u64 {
    match standing {
        Standing::Talk => 0,
        Standing::Unanswered => 1,
        Standing::Answered => 2,
        Standing::Resolved => 3,
        Standing::Closed => 4,
    }
}

/// Words with spaces between them. None is kept in the index as text: pages read it from the database, with whoever looks in
/// mind.
fn joined<'a>(words: impl IntoIterator<Item = &'a String>) -> String {
    let mut joined = String::new();
    for word in words {
        if !joined.is_empty() {
            joined.push(' ');
        }
        joined.push_str(word);
    }
    joined
}
