//! What a form brings before it is posted: read at the door, with every problem noted.

use serde::{Deserialize, Serialize};

use super::body::{Body, CommentBody};
use super::category::{Kinds, LONGEST_TEMPLATE_ANSWER, TemplateAnswer, TemplateField};
use super::id::CategoryId;
use super::problem::{Fault, Problems};
use super::tag::TagName;
use super::thread::ThreadKind;
use super::title::Title;

/// What an asker typed, as they typed it; kept while they confirm their address.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct AskInput {
    /// The kind's name.
    pub kind: String,
    /// The category's slug.
    pub category: String,
    /// The title.
    pub title: String,
    /// The tags, separated by commas or blanks.
    pub tags: String,
    /// The body's Markdown.
    pub body: String,
    /// The answers to the category's template, in its order.
    #[serde(default)]
    pub answers: Vec<String>,
}

/// What a category asks of a thread.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AskRules {
    /// Its id.
    pub category: CategoryId,
    /// The kinds that it takes.
    pub kinds: Kinds,
    /// Its template, for questions.
    pub template: Vec<TemplateField>,
}

/// A thread that may be posted.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ThreadDraft {
    /// Where it will live.
    pub category: CategoryId,
    /// What it is.
    pub kind: ThreadKind,
    /// Its title.
    pub title: Title,
    /// Its tags.
    pub tags: Vec<TagName>,
    /// Its body.
    pub body: Body,
    /// The answers to the template's fields that were filled in.
    pub template_answers: Vec<TemplateAnswer>,
}

/// The names of the form's fields for a template's answers, in order.
pub const ANSWER_FIELDS: [&str; super::category::MOST_TEMPLATE_FIELDS] = [
    "answer_0", "answer_1", "answer_2", "answer_3", "answer_4", "answer_5", "answer_6", "answer_7",
];

impl ThreadDraft {
    /// Reads what was typed under the rules of its category; `rules` is `None` when there is no such category.
    pub fn parse(input: &AskInput, rules: Option<&AskRules>) -> Result<Self, Problems> {
        let mut problems = Problems::none();
        let rules = problems.keep("category", rules.ok_or(Fault::new("problem-category-missing")));
        let kind = rules.and_then(|rules| problems.keep("kind", kind(input, rules)));
        let title = problems.keep("title", Title::parse(&input.title));
        let template_answers = match (rules, kind) {
            (Some(rules), Some(ThreadKind::Question)) => answers(input, rules, &mut problems),
            _ => Some(Vec::new()),
        };
        let body = problems.keep("body", Body::parse(&input.body));
        let tags = problems.keep("tags", TagName::parse_list(&input.tags));
        match (rules, kind, title, tags, body, template_answers) {
            (Some(rules), Some(kind), Some(title), Some(tags), Some(body), Some(template_answers)) => Ok(Self {
                category: rules.category,
                kind,
                title,
                tags,
                body,
                template_answers,
            }),
            _ => Err(problems),
        }
    }
}

fn kind(input: &AskInput, rules: &AskRules) -> Result<ThreadKind, Fault> {
    let first = rules.kinds.iter().next();
    let chosen = if input.kind.is_empty() {
        first
    } else {
        ThreadKind::parse(&input.kind)
    };
    chosen
        .filter(|kind| rules.kinds.take(*kind))
        .ok_or(Fault::new("problem-kind"))
}

fn answers(input: &AskInput, rules: &AskRules, problems: &mut Problems) -> Option<Vec<TemplateAnswer>> {
    let typed = |place: usize| input.answers.get(place).cloned().unwrap_or_default();
    let asked = rules.template.iter().enumerate().map(|(place, field)| Asked {
        label: field.label.clone(),
        hint: String::new(),
        required: field.required,
        answer: typed(place),
    });
    answered(&asked.collect::<Vec<_>>(), problems)
}

/// The answers that were filled in; what has no field in a form stays as it is.
fn answered(asked: &[Asked], problems: &mut Problems) -> Option<Vec<TemplateAnswer>> {
    let mut answers = Vec::new();
    let mut are_good = true;
    for (place, one) in asked.iter().enumerate() {
        let answer = match ANSWER_FIELDS.get(place) {
            Some(name) => problems.keep(name, answer(&one.answer, one.required)),
            None => Some(one.answer.clone()),
        };
        are_good &= answer.is_some();
        answers.extend(answer.filter(|answer| !answer.is_empty()).map(|answer| TemplateAnswer {
            label: one.label.clone(),
            answer,
        }));
    }
    are_good.then_some(answers)
}

fn answer(typed: &str, required: bool) -> Result<String, Fault> {
    let typed = typed.trim();
    if typed.is_empty() && required {
        Err(Fault::new("problem-answer-missing"))
    } else if typed.chars().count() > LONGEST_TEMPLATE_ANSWER {
        Err(Fault::with_limit("problem-line-long", LONGEST_TEMPLATE_ANSWER as i64))
    } else if typed.contains(|c: char| c.is_control() && !matches!(c, '\n' | '\r' | '\t')) {
        Err(Fault::new("problem-control-characters"))
    } else {
        Ok(typed.replace("\r\n", "\n"))
    }
}

/// Something that is asked of a question, with its answer: a field of the form that changes one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Asked {
    /// What is asked for.
    pub label: String,
    /// A hint under the label; may be empty.
    pub hint: String,
    /// Whether it may not be left out.
    pub required: bool,
    /// The answer; may be empty.
    pub answer: String,
}

impl Asked {
    /// What the category asks now, then what the question was asked before; what was never answered may stay open.
    pub fn of(template: &[TemplateField], answers: &[TemplateAnswer]) -> Vec<Self> {
        let mut left = answers.to_vec();
        let mut asked = Vec::new();
        for field in template {
            let place = left.iter().position(|answer| answer.label == field.label);
            let answer = place.map(|place| left.remove(place).answer);
            asked.push(Self {
                label: field.label.clone(),
                hint: field.hint.clone(),
                required: field.required && answer.is_some(),
                answer: answer.unwrap_or_default(),
            });
        }
        asked.extend(left.into_iter().map(|left| Self {
            label: left.label,
            hint: String::new(),
            required: false,
            answer: left.answer,
        }));
        asked
    }
}

/// What changes about a thread.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ThreadEdit {
    /// The new title.
    pub title: Title,
    /// The new tags.
    pub tags: Vec<TagName>,
    /// The new body.
    pub body: Body,
    /// The new answers to what the category asks; `None` leaves them as they are.
    pub template_answers: Option<Vec<TemplateAnswer>>,
    /// Why, in a few words; may be empty.
    pub reason: super::body::Reason,
}

impl ThreadEdit {
    /// Reads the form of an edit.
    pub fn parse(title: &str, asked: &[Asked], tags: &str, body: &str, reason: &str) -> Result<Self, Problems> {
        let mut problems = Problems::none();
        let title = problems.keep("title", Title::parse(title));
        let template_answers = answered(asked, &mut problems);
        let body = problems.keep("body", Body::parse(body));
        let tags = problems.keep("tags", TagName::parse_list(tags));
        let reason = problems.keep("reason", super::body::Reason::parse(reason));
        match (title, tags, body, reason) {
            (Some(title), Some(tags), Some(body), Some(reason)) if problems.is_empty() => Ok(Self {
                title,
                tags,
                body,
                template_answers,
                reason,
            }),
            _ => Err(problems),
        }
    }
}

/// Reads a reply's form.
pub fn parse_body(text: &str) -> Result<Body, Problems> {
    let mut problems = Problems::none();
    problems.keep("body", Body::parse(text)).ok_or(problems)
}

/// Reads a comment's form.
pub fn parse_comment(text: &str) -> Result<CommentBody, Problems> {
    let mut problems = Problems::none();
    problems.keep("comment", CommentBody::parse(text)).ok_or(problems)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn rules() -> AskRules {
        let field = |label: &str, required| TemplateField {
            label: label.into(),
            hint: String::new(),
            required,
        };
        AskRules {
            category: CategoryId::stored(1),
            kinds: Kinds {
                questions: true,
                discussions: false,
                announcements: false,
            },
            template: vec![field("Version", true), field("Platform", false)],
        }
    }

    #[test]
    fn every_problem_of_the_ask_form_is_noted() {
        let problems = ThreadDraft::parse(&AskInput::default(), Some(&rules())).unwrap_err();
        let fields: Vec<_> = problems.iter().map(|problem| problem.field).collect();
        assert_eq!(fields, ["title", "answer_0", "body"]);
        assert_eq!(
            ThreadDraft::parse(&AskInput::default(), None)
                .unwrap_err()
                .iter()
                .next()
                .unwrap()
                .field,
            "category"
        );
    }

    #[test]
    fn a_category_takes_only_its_kinds() {
        let input = AskInput {
            kind: "announcement".into(),
            title: "A good title".into(),
            body: "text".into(),
            answers: vec!["2.1".into()],
            ..AskInput::default()
        };
        assert_eq!(
            ThreadDraft::parse(&input, Some(&rules()))
                .unwrap_err()
                .iter()
                .next()
                .unwrap()
                .key,
            "problem-kind"
        );
        let input = AskInput {
            kind: String::new(),
            ..input
        };
        let draft = ThreadDraft::parse(&input, Some(&rules())).unwrap();
        assert_eq!(
            draft.template_answers,
            [TemplateAnswer {
                label: "Version".into(),
                answer: "2.1".into()
            }]
        );
    }
}
