//! The knowledge base of the demo forum: the shape of its file, and the rules that it keeps beyond its shape.

use chrono::{DateTime, Duration, Utc};
use serde::Deserialize;

use super::Contradiction;
use super::content::{Forum, Thread};
use super::offset;
use crate::domain::article::{ArticleInput, ArticleKind, ArticleState};
use crate::domain::category::Audience;
use crate::domain::language::Language;

/// `articles.toml`: sections and articles.
#[derive(Debug, Clone, Default, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Knowledge {
    /// The sections, in their order.
    pub sections: Vec<Section>,
    /// The articles, each behind those that it names.
    pub articles: Vec<Article>,
}

/// Where articles stand.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Section {
    /// Its name.
    pub name: String,
    /// The name of the section around it.
    #[serde(default)]
    pub within: Option<String>,
    /// What belongs there.
    pub description: String,
}

/// One article with all that happened to it.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Article {
    /// The name by which others refer to it.
    pub id: String,
    /// The name of its section.
    pub section: String,
    /// Its title.
    pub title: String,
    /// How it is read.
    #[serde(default = "from_the_top")]
    pub kind: ArticleKind,
    /// Who it is for.
    #[serde(default = "everybody")]
    pub audience: Audience,
    /// The tag of its language.
    #[serde(default = "english")]
    pub language: String,
    /// The article that it translates.
    #[serde(default)]
    pub original: Option<String>,
    /// Who wrote it, keeps it, and published it.
    pub author: String,
    /// How far it is.
    #[serde(default = "published")]
    pub state: ArticleState,
    /// How long before now it came to that state.
    #[serde(deserialize_with = "offset::deserialize")]
    pub published: Duration,
    /// In how many days it is due, such as `30d`; `-3d` is overdue.
    #[serde(default)]
    pub review_in: Option<String>,
    /// How often it was read.
    #[serde(default)]
    pub views: u32,
    /// How many readers it helped.
    #[serde(default)]
    pub helped: u32,
    /// How many it did not help.
    #[serde(default)]
    pub did_not_help: u32,
    /// What it is about.
    #[serde(default)]
    pub tags: Vec<String>,
    /// The other articles that it points to.
    #[serde(default)]
    pub see_also: Vec<String>,
    /// The answer in a sentence or two.
    pub short_answer: String,
    /// The Markdown.
    pub body: String,
    /// How the steps of a guide were answered.
    #[serde(default)]
    pub steps: Vec<StepAnswers>,
    /// The threads that it answers.
    #[serde(default)]
    pub answers: Vec<Tie>,
    /// The threads with which it has to do.
    #[serde(default)]
    pub related: Vec<Tie>,
}

/// How often a step of a guide worked, and did not.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct StepAnswers {
    /// Its name.
    pub step: String,
    /// How often it worked.
    pub worked: u32,
    /// How often it did not.
    pub did_not: u32,
}

/// A thread to which an article is linked.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Tie {
    /// The id of the thread.
    pub thread: String,
    /// Who linked it.
    pub by: String,
}

fn from_the_top() -> ArticleKind {
    ArticleKind::Article
}

fn everybody() -> Audience {
    Audience::Public
}

fn english() -> String {
    Language::English.code().to_owned()
}

fn published() -> ArticleState {
    ArticleState::Published
}

impl Article {
    /// When it came to its state, for a forum made at `now`.
    pub fn published_at(&self, now: DateTime<Utc>) -> DateTime<Utc> {
        now - self.published
    }

    /// The form that would write it; sections and other articles are named by whoever knows their numbers.
    pub fn input(&self, now: DateTime<Utc>) -> ArticleInput {
        let review_at = self.review_in.as_deref().and_then(days).map(|days| now + days);
        ArticleInput {
            title: self.title.clone(),
            kind: self.kind.as_str().to_owned(),
            audience: self.audience.to_string(),
            language: self.language.clone(),
            short_answer: self.short_answer.clone(),
            body: self.body.clone(),
            tags: self.tags.join(", "),
            owner: self.author.clone(),
            review_on: review_at.map_or_else(String::new, |at| at.date_naive().to_string()),
            ..ArticleInput::default()
        }
    }
}

/// `30d`, or `-3d`.
fn days(text: &str) -> Option<Duration> {
    match text.strip_prefix('-') {
        Some(text) => offset::parse(text).map(|span| -span),
        None => offset::parse(text),
    }
}

/// Every name in the file that names nothing.
pub fn examine(knowledge: &Knowledge, forum: &Forum, threads: &[Thread]) -> Vec<Contradiction> {
    let mut found = Vec::new();
    let mut wrong = |place: &str, what: String| {
        found.push(Contradiction {
            place: format!("articles.toml, `{place}`"),
            what,
        });
    };
    let has_section = |name: &String| knowledge.sections.iter().any(|section| section.name == *name);
    for section in &knowledge.sections {
        if section.within.as_ref().is_some_and(|around| !has_section(around)) {
            wrong(&section.name, "there is no section around it".to_owned());
        }
    }
    for article in &knowledge.articles {
        if !has_section(&article.section) {
            wrong(&article.id, format!("there is no section `{}`", article.section));
        }
        if article.review_in.as_deref().is_some_and(|text| days(text).is_none()) {
            wrong(&article.id, "its review is not so many days away".to_owned());
        }
        let ties = article.answers.iter().chain(&article.related);
        let people = ties.clone().map(|tie| &tie.by).chain([&article.author]);
        for name in people.filter(|name| forum.person(name).is_none()) {
            wrong(&article.id, format!("there is nobody called `{name}`"));
        }
        for tie in ties {
            match threads.iter().find(|thread| thread.id == tie.thread) {
                None => wrong(&article.id, format!("there is no thread `{}`", tie.thread)),
                Some(thread) if thread.asked <= article.published => {
                    wrong(
                        &article.id,
                        format!("`{}` was asked after it was published", tie.thread),
                    );
                }
                Some(_) => {}
            }
        }
        let others = article.see_also.iter().chain(&article.original);
        for other in others.filter(|other| !knowledge.articles.iter().any(|known| known.id == **other)) {
            wrong(&article.id, format!("there is no article `{other}`"));
        }
    }
    found
}
