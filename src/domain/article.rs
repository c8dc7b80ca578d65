//! Articles: what is worth keeping, written once and kept right; their states, their form, and how they are tied to threads.

use chrono::{DateTime, NaiveDate, NaiveTime, Utc};
use serde::Deserialize;

use super::account::User;
use super::body::{Body, Reason};
use super::category::Audience;
use super::id::{ArticleId, ReplyId, SectionId};
use super::language::Language;
use super::permission::{Verb, may};
use super::problem::{Fault, Problems};
use super::setting::line;
use super::sight::Sight;
use super::slug::slug;
use super::tag::TagName;
use super::title::Title;

crate::named! {
    /// How far an article is.
    pub enum ArticleState {
        /// It is being written.
        Draft = "draft",
        /// It waits for somebody to say that it is right.
        Review = "review",
        /// Its audience reads it.
        Published = "published",
        /// Time has passed over it: its readers no longer see it, what it settled stays settled.
        Retired = "retired",
    }
}

impl ArticleState {
    /// Whether an article in this state for this audience is in sight.
    pub fn is_in_sight(self, audience: Audience, sight: Sight) -> bool {
        sight.includes(audience) && (self == ArticleState::Published || sight.sees_drafts())
    }

    /// Whether this person may change the words of an article in this state: the staff only before it is published.
    pub fn may_be_edited_by(self, user: &User) -> bool {
        let is_unpublished = matches!(self, ArticleState::Draft | ArticleState::Review);
        may(user, Verb::WriteArticle, None) || (is_unpublished && user.writes_articles())
    }

    /// Whether this person may bring an article from this state to that one.
    pub fn may_become(self, other: ArticleState, user: &User) -> bool {
        use ArticleState::{Draft, Published, Retired, Review};
        match (self, other) {
            (Draft, Review) | (Review, Draft) => user.writes_articles(),
            (Draft | Review, Published) | (Published, Retired) | (Retired, Draft) => {
                may(user, Verb::PublishArticle, None)
            }
            _ => false,
        }
    }
}

crate::named! {
    /// How an article is read.
    pub enum ArticleKind {
        /// From the top to the end.
        Article = "article",
        /// Step by step, each leading on by whether it worked.
        Guide = "guide",
    }
}

crate::named! {
    /// What an article is to a thread.
    pub enum LinkKind {
        /// It answers the question.
        Answers = "answers",
        /// It has to do with it.
        Related = "related",
    }
}

/// The longest short answer, in characters.
pub const LONGEST_SHORT_ANSWER: usize = 300;
/// The most other articles that an article points to.
pub const MOST_SEE_ALSO: usize = 8;

/// An article as it was typed.
#[derive(Debug, Clone, Default, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ArticleInput {
    /// The title.
    pub title: String,
    /// How it is read; nothing is from the top to the end.
    #[serde(default)]
    pub kind: String,
    /// The number of its section.
    #[serde(default)]
    pub section: String,
    /// Who it is for.
    #[serde(default)]
    pub audience: String,
    /// The tag of its language.
    #[serde(default)]
    pub language: String,
    /// The article that this is a version of in another language: its number or address; may be empty.
    #[serde(default)]
    pub original: String,
    /// The answer in a sentence or two.
    #[serde(default)]
    pub short_answer: String,
    /// The Markdown.
    #[serde(default)]
    pub body: String,
    /// The tags, separated by commas or blanks.
    #[serde(default)]
    pub tags: String,
    /// Other articles worth a look: numbers or addresses, separated by blanks.
    #[serde(default)]
    pub see_also: String,
    /// The name of whoever keeps it right; may be empty.
    #[serde(default)]
    pub owner: String,
    /// The day on which somebody should look whether it is still right; may be empty.
    #[serde(default)]
    pub review_on: String,
    /// Why it is changed.
    #[serde(default)]
    pub reason: String,
    /// The version that the writer saw; absent for a new article.
    #[serde(default)]
    pub after: String,
    /// The key of the form, for a new article.
    #[serde(default)]
    pub form_key: String,
    /// Whether it is to be saved although it cites an answer that is deleted.
    #[serde(default)]
    pub despite_deleted: bool,
    /// The number of the proposal that a new article is written for; may be empty.
    #[serde(default)]
    pub proposal: String,
}

/// An article that may be saved.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ArticleDraft {
    /// Its title.
    pub title: Title,
    /// How it is read.
    pub kind: ArticleKind,
    /// Where it stands.
    pub section: SectionId,
    /// Who it is for.
    pub audience: Audience,
    /// What it is written in.
    pub language: Language,
    /// The article that it is a version of in another language.
    pub original: Option<ArticleId>,
    /// The answer in a sentence or two.
    pub short_answer: String,
    /// The whole of it.
    pub body: Body,
    /// What it is about.
    pub tags: Vec<TagName>,
    /// Other articles worth a look.
    pub see_also: Vec<ArticleId>,
    /// The name of whoever keeps it right.
    pub owner: Option<String>,
    /// When somebody should look whether it is still right.
    pub review_at: Option<DateTime<Utc>>,
    /// Why it is changed.
    pub reason: Reason,
    /// The answers that its text leads to; the form does not tell them, its rendering does.
    pub cites: Vec<ReplyId>,
    /// Whether it is to be saved although one of them is deleted.
    pub despite_deleted: bool,
}

impl ArticleKind {
    /// Reads a choice; whoever chooses nothing writes an article.
    pub fn chosen(typed: &str) -> Result<Self, Fault> {
        match typed {
            "" => Ok(Self::Article),
            typed => Self::parse(typed).ok_or(Fault::new("problem-choice")),
        }
    }
}

impl ArticleDraft {
    /// Reads the form; `named` tells an article by its number or its address.
    pub fn parse(input: &ArticleInput, named: impl Fn(&str) -> Option<ArticleId>) -> Result<Self, Problems> {
        let mut problems = Problems::none();
        let title = problems.keep("title", Title::parse(&input.title));
        let kind = problems.keep("kind", ArticleKind::chosen(&input.kind));
        let section = input.section.parse().map_err(|_| Fault::new("problem-section"));
        let section = problems.keep("section", section);
        let audience = Audience::parse_shared(&input.audience).ok_or(Fault::new("problem-choice"));
        let audience = problems.keep("audience", audience);
        let language = Language::parse(&input.language).ok_or(Fault::new("problem-choice"));
        let language = problems.keep("language", language);
        let original = problems.keep("original", optional(&input.original, &named));
        let short_answer = problems.keep("short_answer", line(&input.short_answer, 1, LONGEST_SHORT_ANSWER));
        let body = problems.keep("body", body(&input.body));
        let tags = problems.keep("tags", TagName::parse_list(&input.tags));
        let see_also = problems.keep("see_also", see_also(&input.see_also, &named));
        let owner = problems.keep("owner", line(&input.owner, 0, 100));
        let review_at = problems.keep("review_on", day(&input.review_on));
        let reason = problems.keep("reason", Reason::parse(&input.reason));
        match (title.zip(kind), section, audience, language, original, short_answer) {
            (
                Some((title, kind)),
                Some(section),
                Some(audience),
                Some(language),
                Some(original),
                Some(short_answer),
            ) => match (body, tags, see_also, owner, review_at, reason) {
                (Some(body), Some(tags), Some(see_also), Some(owner), Some(review_at), Some(reason)) => Ok(Self {
                    title,
                    kind,
                    section,
                    audience,
                    language,
                    original,
                    short_answer,
                    body,
                    tags,
                    see_also,
                    owner: Some(owner).filter(|owner| !owner.is_empty()),
                    review_at,
                    reason,
                    cites: Vec::new(),
                    despite_deleted: input.despite_deleted,
                }),
                _ => Err(problems),
            },
            _ => Err(problems),
        }
    }
}

fn body(typed: &str) -> Result<Body, Fault> {
    if typed.trim().is_empty() {
        return Err(Fault::new("problem-article-body-missing"));
    }
    Body::parse(typed)
}

fn optional(typed: &str, named: impl Fn(&str) -> Option<ArticleId>) -> Result<Option<ArticleId>, Fault> {
    if typed.trim().is_empty() {
        return Ok(None);
    }
    named(typed).map(Some).ok_or(Fault::new("problem-article-unknown"))
}

fn see_also(typed: &str, named: impl Fn(&str) -> Option<ArticleId>) -> Result<Vec<ArticleId>, Fault> {
    let mut ids = Vec::new();
    let parts = typed.split(|c: char| c == ',' || c.is_whitespace());
    for part in parts.filter(|part| !part.is_empty()) {
        let id = named(part).ok_or(Fault::new("problem-article-unknown"))?;
        if !ids.contains(&id) {
            ids.push(id);
        }
    }
    if ids.len() > MOST_SEE_ALSO {
        return Err(Fault::with_limit("problem-see-also-many", MOST_SEE_ALSO as i64));
    }
    Ok(ids)
}

/// Reads a day such as `2027-01-31`, which begins at midnight UTC; nothing when none is given.
fn day(typed: &str) -> Result<Option<DateTime<Utc>>, Fault> {
    let typed = typed.trim();
    if typed.is_empty() {
        return Ok(None);
    }
    let day = NaiveDate::parse_from_str(typed, "%Y-%m-%d").ok();
    let day = day.filter(|day| ("2000-01-01".."2101-01-01").contains(&day.to_string().as_str()));
    day.map(|day| Some(day.and_time(NaiveTime::MIN).and_utc()))
        .ok_or(Fault::new("problem-day"))
}

/// How many letters of a word are compared: what follows is mostly its ending, in every language that is written here.
const BEGINNING: usize = 6;
/// Words of fewer letters say little.
const SHORTEST: usize = 3;
/// The most words of a text that are looked at.
const MOST_BEGINNINGS: usize = 30;

/// The beginnings of the words of a title and of tags, by which an article is found for a thread; each once.
pub fn beginnings<'a>(texts: impl IntoIterator<Item = &'a str>) -> Vec<String> {
    let mut found: Vec<String> = Vec::new();
    for text in texts {
        let slug = slug(text);
        let words = slug.split('-').filter(|word| word.chars().count() >= SHORTEST);
        for word in words.map(|word| word.chars().take(BEGINNING).collect()) {
            if !found.contains(&word) && found.len() < MOST_BEGINNINGS {
                found.push(word);
            }
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    fn input() -> ArticleInput {
        ArticleInput {
            title: "Reset the hub".into(),
            section: "3".into(),
            audience: "public".into(),
            language: "en".into(),
            short_answer: "Hold the button for ten seconds.".into(),
            body: "1. Hold the button.".into(),
            see_also: "7, 8 7".into(),
            review_on: "2027-01-31".into(),
            ..ArticleInput::default()
        }
    }

    fn named(text: &str) -> Option<ArticleId> {
        text.parse().ok()
    }

    #[test]
    fn a_whole_form_is_an_article() {
        let draft = ArticleDraft::parse(&input(), named).unwrap();
        assert_eq!(draft.see_also, [ArticleId::stored(7), ArticleId::stored(8)]);
        assert_eq!(draft.review_at.unwrap().to_rfc3339(), "2027-01-31T00:00:00+00:00");
        assert_eq!((draft.owner, draft.original), (None, None));
    }

    #[test]
    fn every_problem_of_the_form_is_noted() {
        let wrong = ArticleInput {
            kind: "book".into(),
            original: "x".into(),
            see_also: "y".into(),
            review_on: "31.1.2027".into(),
            short_answer: "x".repeat(301),
            ..ArticleInput::default()
        };
        let problems = ArticleDraft::parse(&wrong, named).unwrap_err();
        let fields: Vec<_> = problems.iter().map(|problem| problem.field).collect();
        assert_eq!(
            fields,
            [
                "title",
                "kind",
                "section",
                "audience",
                "language",
                "original",
                "short_answer",
                "body",
                "see_also",
                "review_on"
            ]
        );
        for day in ["0000-01-01", "2101-01-01", "2027-02-30", "+12027-01-01"] {
            assert!(super::day(day).is_err(), "{day}");
        }
    }

    #[test]
    fn words_are_found_by_their_beginnings() {
        let found = beginnings(["Printers: the printer's ink is dry", "a", "ink"]);
        assert_eq!(found, ["printe", "the", "ink", "dry"]);
        assert_eq!(beginnings(["???"]), Vec::<String>::new());
    }
}
