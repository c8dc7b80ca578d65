//! The draft as Markdown: headings in the forum's language, and behind each sentence where it stands.

use chrono::{DateTime, Utc};

use super::choosing::{Choice, Step};
use super::environment::{self, Kind, Varied};
use super::problem::Asked;
use super::reading::Statement;
use super::{Drafted, licence};
use crate::domain::id::ReplyId;
use crate::domain::setting::line;
use crate::store::evidence::{AskedQuestion, Evidence, GivenAnswer};
use crate::text::excerpt::excerpt;
use crate::text::passages::{Code, Sentence};
use crate::text::phrases::Phrases;
use crate::text::quotation::escaped;
use crate::text::time;
use crate::urls::Urls;

/// The longest title, in characters.
const LONGEST_TITLE: usize = crate::domain::title::LONGEST_TITLE;
/// The longest short answer, in characters.
const LONGEST_LEAD: usize = crate::domain::article::LONGEST_SHORT_ANSWER;
/// How many other titles are told.
const MOST_TITLES: usize = 5;
/// How many answers are named behind one step.
const MOST_CITED: usize = 3;
/// The most lines of code behind one step.
const MOST_LINES: usize = 40;
/// The most characters of code behind one step.
const MOST_CODE: usize = 2_000;
/// The most blocks of code behind one step.
const MOST_BLOCKS: usize = 3;
/// The longest draft, in bytes: far within what a text may have, since whoever edits it adds to it.
const LONGEST: usize = 40_000;

/// Writes the draft.
pub(super) fn write(
    evidence: &Evidence,
    asked: &Asked<'_>,
    choice: &Choice<'_>,
    phrases: &Phrases,
    urls: &Urls,
) -> Drafted {
    let mut writing = Writing {
        phrases,
        urls,
        output: String::new(),
        cited: Vec::new(),
    };
    writing.problem(asked);
    writing.steps(&choice.steps);
    writing.differences(&choice.differences);
    writing.environment(&environment::varied(&asked.questions));
    writing.note(evidence);
    let lead = choice
        .lead
        .sentences
        .iter()
        .map(Sentence::markdown)
        .collect::<Vec<_>>()
        .join(" ");
    let mut cited: Vec<ReplyId> = writing.cited.iter().map(|answer| answer.reply).collect();
    cited.sort_unstable();
    Drafted {
        title: title(asked),
        lead: excerpt(&lead, LONGEST_LEAD),
        markdown: writing.output,
        cited,
    }
}

/// The title of the question that is most like all others, without what people put before a title.
fn title(asked: &Asked<'_>) -> String {
    let title = asked
        .questions
        .first()
        .map(|question| question.title.as_str())
        .unwrap_or_default();
    let title = plain_title(title);
    title.chars().take(LONGEST_TITLE).collect::<String>().trim().to_owned()
}

/// Without marks such as *[SOLVED]*, on one line.
fn plain_title(title: &str) -> String {
    const MARKS: &[&str] = &[
        "[solved]",
        "(solved)",
        "solved:",
        "[resolved]",
        "[help]",
        "help:",
        "[question]",
        "question:",
        "[selesai]",
        "urgent:",
    ];
    let mut title = title.split_whitespace().collect::<Vec<_>>().join(" ");
    while let Some(mark) = MARKS.iter().find(|mark| begins_with(&title, mark)) {
        title = title
            .get(mark.len()..)
            .unwrap_or_default()
            .trim_start_matches([' ', ':', '-'])
            .to_owned();
    }
    for mark in ["[solved]", "(solved)", "[resolved]"] {
        if title.len() > mark.len() && title.to_ascii_lowercase().ends_with(mark) {
            title = title
                .get(..title.len() - mark.len())
                .unwrap_or_default()
                .trim_end()
                .to_owned();
        }
    }
    let mut letters = title.chars();
    let first = letters.next().into_iter().flat_map(char::to_uppercase);
    first.chain(letters).collect()
}

fn begins_with(title: &str, mark: &str) -> bool {
    title
        .get(..mark.len())
        .is_some_and(|beginning| beginning.eq_ignore_ascii_case(mark))
}

struct Writing<'a> {
    phrases: &'a Phrases,
    urls: &'a Urls,
    output: String,
    cited: Vec<&'a GivenAnswer>,
}

impl<'a> Writing<'a> {
    /// A paragraph, a list or a table, unless the draft is long enough.
    fn block(&mut self, block: &str) -> bool {
        if self.output.len() + block.len() > LONGEST {
            return false;
        }
        if !self.output.is_empty() {
            self.output.push_str("\n\n");
        }
        self.output.push_str(block);
        true
    }

    fn heading(&self, key: &str) -> String {
        format!("## {}", self.phrases.say(key))
    }

    fn problem(&mut self, asked: &Asked<'a>) {
        if let Some((question, sentences)) = &asked.statement {
            let cited = self.cite_question(question);
            let quoted = sentences.iter().map(|one| format!("> {} ({cited})", one.markdown()));
            let block = quoted.collect::<Vec<_>>().join("\n>\n");
            self.block(&format!("{}\n\n{block}", self.heading("draft-problem")));
        }
        let first = title(asked);
        let others = asked
            .questions
            .iter()
            .skip(1)
            .filter(|question| plain_title(&question.title) != first);
        let others: Vec<String> = others
            .take(MOST_TITLES)
            .map(|question| format!("- {}", self.cite_words(&plain_title(&question.title), question)))
            .collect();
        if !others.is_empty() {
            self.block(&format!("{}\n\n{}", self.phrases.say("draft-asked"), others.join("\n")));
        }
    }

    /// Numbered when they are something to do; what only explains is paragraphs.
    fn steps(&mut self, steps: &[Step<'a>]) {
        let is_done = |step: &&Step<'_>| step.statement.is_item || !step.statement.code.is_empty();
        let is_list = steps.len() > 1 && steps.iter().filter(is_done).count() * 3 >= steps.len();
        let key = if is_list { "draft-steps" } else { "draft-explanation" };
        let heading = self.heading(key);
        self.block(&heading);
        let mut number = 0;
        for step in steps {
            let is_under = step.statement.is_under && number > 0;
            let marker = match (is_list, is_under) {
                (true, false) => format!("{}. ", number + 1),
                (true, true) => format!("{}- ", " ".repeat(format!("{number}. ").len())),
                (false, _) if step.statement.is_item => "- ".to_owned(),
                (false, _) => String::new(),
            };
            let block = self.step(step, &marker);
            if self.block(&block) {
                number += usize::from(!is_under);
                self.name(&step.said_by);
            }
        }
    }

    fn step(&self, step: &Step<'a>, marker: &str) -> String {
        let (cited, said) = (self.cite(&step.said_by), self.said(step.statement));
        let mut block = format!("{marker}{said} ({cited})");
        for code in step.statement.code.iter().take(MOST_BLOCKS) {
            block.push_str("\n\n");
            block.push_str(&shortened(code).markdown(marker.len()));
        }
        block
    }

    /// The words of a statement; of code without a word, that there is code.
    fn said(&self, statement: &Statement<'_>) -> String {
        if statement.sentences.is_empty() {
            return self.phrases.say("draft-code");
        }
        statement
            .sentences
            .iter()
            .map(Sentence::markdown)
            .collect::<Vec<_>>()
            .join(" ")
    }

    fn differences(&mut self, differences: &[&Statement<'a>]) {
        if differences.is_empty() {
            return;
        }
        let mut rows = vec![
            format!(
                "| {} | {} |",
                self.phrases.say("draft-answer"),
                self.phrases.say("draft-says")
            ),
            "|---|---|".to_owned(),
        ];
        let mut said_by: Vec<&GivenAnswer> = Vec::new();
        for of_answer in differences.chunk_by(|one, other| one.answer.reply == other.answer.reply) {
            let Some(answer) = of_answer.first().map(|first| first.answer) else {
                continue;
            };
            let said = of_answer.iter().map(|statement| {
                let cells: Vec<String> = statement.sentences.iter().map(Sentence::cell).collect();
                cells.join(" ")
            });
            // What stands between them in the answer is left out.
            let said = said.collect::<Vec<_>>().join(" … ");
            rows.push(format!("| {} | {said} |", self.cite(&[answer])));
            said_by.push(answer);
        }
        if self.block(&format!("{}\n\n{}", self.heading("draft-differences"), rows.join("\n"))) {
            self.name(&said_by);
        }
    }

    fn environment(&mut self, varied: &[Varied<'_>]) {
        if varied.is_empty() {
            return;
        }
        let kind = |(kind, values): &Varied<'_>| {
            let values: Vec<String> = values
                .iter()
                .map(|(value, question)| self.cite_words(value, question))
                .collect();
            format!("- **{}**: {}", self.kind(kind), values.join(", "))
        };
        let lines: Vec<String> = varied.iter().map(kind).collect();
        self.block(&format!(
            "{}\n\n{}",
            self.heading("draft-environment"),
            lines.join("\n")
        ));
    }

    fn kind(&self, kind: &Kind) -> String {
        match kind {
            Kind::System => self.phrases.say("draft-system"),
            Kind::Browser => self.phrases.say("draft-browser"),
            Kind::Version => self.phrases.say("draft-version"),
            Kind::Tag => self.phrases.say("draft-tags"),
            Kind::Field(label) => escaped(label),
        }
    }

    /// Whose work it is, and under which licence.
    fn note(&mut self, evidence: &Evidence) {
        let mut people: Vec<String> = Vec::new();
        let mut names: Vec<String> = Vec::new();
        for answer in &self.cited {
            let name = self.author(answer.author.as_deref());
            if !people.contains(&name) {
                names.push(format!("[{}]({})", escaped(&name), self.urls.reply(answer.reply)));
                people.push(name);
            }
        }
        let count = names.len().into();
        let last = names.pop().unwrap_or_default();
        let names = if names.is_empty() {
            last
        } else {
            let values = [("names", names.join(", ").into()), ("last", last.into())];
            self.phrases.tell("draft-names", &values)
        };
        let values = [("names", names.into()), ("count", count)];
        let mut sentences = vec![self.phrases.tell("draft-authors", &values)];
        let imported = licence::imported(&self.cited);
        if !imported.is_empty() {
            sentences.push(self.phrases.tell(
                "draft-licence-stack-exchange",
                &[("licence", imported.join(", ").into())],
            ));
        }
        if let Some(licence) = line(&evidence.licence, 1, LONGEST_TITLE)
            .ok()
            .map(|licence| escaped(&licence))
        {
            sentences.push(self.phrases.tell("draft-licence", &[("licence", licence.into())]));
        }
        // Whatever was cut for length, this is not.
        self.output.push_str(&format!("\n\n* * *\n\n{}\n", sentences.join(" ")));
    }

    fn name(&mut self, answers: &[&'a GivenAnswer]) {
        for answer in answers.iter().take(MOST_CITED) {
            if self.cited.iter().all(|known| known.reply != answer.reply) {
                self.cited.push(answer);
            }
        }
    }

    fn cite(&self, answers: &[&GivenAnswer]) -> String {
        let link = |answer: &&GivenAnswer| {
            self.link(
                answer.author.as_deref(),
                answer.posted_at,
                &self.urls.reply(answer.reply),
            )
        };
        answers.iter().take(MOST_CITED).map(link).collect::<Vec<_>>().join("; ")
    }

    fn cite_question(&self, question: &AskedQuestion) -> String {
        let address = self.urls.thread(question.thread, &question.title);
        self.link(question.author.as_deref(), question.asked_at, &address)
    }

    /// Words of a question, and where they stand; all of it is the link, so that no address in it is another one.
    fn cite_words(&self, words: &str, question: &AskedQuestion) -> String {
        let address = self.urls.thread(question.thread, &question.title);
        let stands = self.stands(question.author.as_deref(), question.asked_at);
        format!("[{} ({stands})]({address})", escaped(words))
    }

    fn link(&self, author: Option<&str>, at: DateTime<Utc>, address: &str) -> String {
        format!("[{}]({address})", self.stands(author, at))
    }

    /// Author and day.
    fn stands(&self, author: Option<&str>, at: DateTime<Utc>) -> String {
        let values = [
            ("name", escaped(&self.author(author)).into()),
            ("day", time::exact_day(self.phrases, at).into()),
        ];
        self.phrases.tell("draft-cited", &values)
    }

    fn author(&self, name: Option<&str>) -> String {
        name.map_or_else(|| self.phrases.say("former-member"), str::to_owned)
    }
}

/// The beginning of a long block of code; that it was cut is seen.
fn shortened(code: &Code) -> Code {
    let mut kept: Vec<&str> = Vec::new();
    let mut room = MOST_CODE;
    for line in code.literal.lines() {
        let length = line.chars().count();
        if kept.len() == MOST_LINES || length > room {
            kept.push("…");
            break;
        }
        room -= length;
        kept.push(line);
    }
    Code {
        language: code.language.clone(),
        literal: kept.join("\n"),
    }
}
