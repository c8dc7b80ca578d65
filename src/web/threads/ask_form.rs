//! What the ask form brings: the question, who asks, and what the form remembers of the help on the way.

use serde::Deserialize;

use crate::domain::draft::AskInput;
use crate::domain::sign_up::SignUpInput;
use crate::domain::spam::Manner;
use crate::domain::token::FormKey;
use crate::domain::upload::FileField;
use crate::web::Fault;

/// The fields of the ask form; those of a person only for visitors.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct AskForm {
    form_key: String,
    #[serde(default)]
    kind: String,
    #[serde(default)]
    category: String,
    #[serde(default)]
    title: String,
    #[serde(default)]
    tags: String,
    #[serde(default)]
    body: String,
    #[serde(default)]
    answer_0: String,
    #[serde(default)]
    answer_1: String,
    #[serde(default)]
    answer_2: String,
    #[serde(default)]
    answer_3: String,
    #[serde(default)]
    answer_4: String,
    #[serde(default)]
    answer_5: String,
    #[serde(default)]
    answer_6: String,
    #[serde(default)]
    answer_7: String,
    #[serde(default)]
    name: String,
    #[serde(default)]
    email: String,
    #[serde(default)]
    password: String,
    #[serde(default)]
    agreed: String,
    #[serde(default)]
    file: FileField,
    #[serde(default)]
    alt: String,
    #[serde(default)]
    suggested_for: String,
    #[serde(default)]
    different: String,
    #[serde(default)]
    pointed_out: String,
    #[serde(default)]
    begun: String,
    #[serde(default)]
    second_thought: String,
    #[serde(default)]
    proof: String,
    #[serde(default)]
    plain_answer: String,
}

/// The same, taken apart.
pub struct Brought {
    /// The key of the form.
    pub key: FormKey,
    /// The question.
    pub input: AskInput,
    /// Who asks.
    pub person: SignUpInput,
    /// What the form remembers.
    pub memory: Memory,
    /// What became of a file that was chosen.
    pub file: FileField,
    /// What it shows, where it was refused.
    pub alt: String,
    /// How it was written.
    pub manner: Manner,
}

/// What an ask form remembers of the help on the way, in fields that nobody sees.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Memory {
    /// The title for which suggestions were shown, or would have been.
    pub suggested_for: String,
    /// Whether the asker said that their question is a different one.
    pub is_different: bool,
    /// The marks of what was pointed out, with a point after each.
    pub pointed_out: String,
}

impl AskForm {
    /// Takes the fields apart.
    pub fn read(self) -> Result<Brought, Fault> {
        let key = FormKey::offered(&self.form_key).ok_or(Fault::Malformed("malformed-form"))?;
        let answers = vec![
            self.answer_0,
            self.answer_1,
            self.answer_2,
            self.answer_3,
            self.answer_4,
            self.answer_5,
            self.answer_6,
            self.answer_7,
        ];
        Ok(Brought {
            key,
            input: AskInput {
                kind: self.kind,
                category: self.category,
                title: self.title,
                tags: self.tags,
                body: self.body,
                answers,
            },
            person: SignUpInput {
                name: self.name,
                email: self.email,
                password: self.password,
                agreed: self.agreed,
            },
            memory: Memory {
                suggested_for: self.suggested_for,
                is_different: !self.different.is_empty(),
                pointed_out: self.pointed_out,
            },
            file: self.file,
            alt: self.alt,
            manner: Manner {
                begun: self.begun,
                unseen: self.second_thought,
                proof: self.proof,
                plain_answer: self.plain_answer,
            },
        })
    }
}

impl Brought {
    /// A new form with this in it.
    pub fn blank(input: AskInput) -> Self {
        Self {
            key: FormKey::random(),
            input,
            person: SignUpInput::default(),
            memory: Memory::default(),
            file: FileField::default(),
            alt: String::new(),
            manner: Manner::default(),
        }
    }
}

impl Memory {
    /// Whether suggestions for this title need not be shown any more.
    pub fn has_seen(&self, title: &str) -> bool {
        self.is_different || (!title.trim().is_empty() && self.suggested_for.trim() == title.trim())
    }
}
