//! The letter of a digest: its sections with their items, why each is there, and the ways to fewer.

use chrono::{DateTime, TimeDelta, Utc};

use super::sheet::{Block, Item, Sheet, lay_out};
use super::specimens::{Example, SPECIMEN, Specimen};
use super::{Heading, Letter, List, Stationery};
use crate::domain::digest::{Figures, Rhythm, Section, Settled, Why, Window};
use crate::domain::id::SubscriberId;
use crate::domain::signed_link::LinkPurpose;
use crate::domain::thread::{Is, Sort, Standing, ThreadKind};
use crate::store::authors::Author;
use crate::store::digests::{ArticleLine, Line, ProposalLine, ThreadLine, Told};
use crate::store::threads::ThreadRow;
use crate::text::phrases::Value;
use crate::text::time;
use crate::urls::ThreadsQuery;

/// Where a subscriber's letters lead, whole.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SubscriberWays {
    /// To the page on which they choose.
    pub choices: String,
    /// To the page that stops all of it, also by one POST.
    pub stop: String,
}

/// Tells a subscriber what happened.
pub fn digest(stationery: &Stationery<'_>, told: &Told, ways: SubscriberWays) -> Letter {
    let days = [
        ("from", Value::from(day(stationery, told, told.window.from))),
        ("to", Value::from(day(stationery, told, told.window.to))),
    ];
    let mut blocks: Vec<Block> = Vec::new();
    for (section, lines, more) in &told.sections {
        blocks.push(Block::Title(stationery.tell(&format!("digest-section-{section}"), &[])));
        blocks.extend(
            lines
                .iter()
                .map(|line| Block::Item(item(stationery, told, *section, line))),
        );
        if *more > 0 {
            blocks.push(rest(stationery, *section, *more));
        }
    }
    if let Some(figures) = &told.figures {
        blocks.extend(figures_told(stationery, figures));
    }
    let name = [("name", Value::from(told.name.clone().unwrap_or_default()))];
    let sheet = Sheet {
        to: told.to.clone(),
        subject: stationery.tell("letter-digest-subject", &days),
        greeting: told.name.as_ref().map(|_| stationery.tell("letter-greeting", &name)),
        blocks,
        footer: footer(stationery, &ways),
        heading: Heading {
            id: told
                .digest
                .map(|digest| format!("digest-{digest}-{}", told.window.to.timestamp())),
            list: Some(List {
                name: stationery.tell("letter-digest-list", &[]),
                id: "digest".to_owned(),
            }),
            stop: Some(ways.stop),
            ..Heading::default()
        },
    };
    lay_out(stationery, sheet)
}

/// A day by the reader's own clocks.
fn day(stationery: &Stationery<'_>, told: &Told, at: DateTime<Utc>) -> String {
    let shown = at.with_timezone(&told.rhythm.zone).naive_local().and_utc();
    time::exact_day(stationery.phrases, shown)
}

/// Why the letter came, and how to get fewer.
pub(super) fn footer(stationery: &Stationery<'_>, ways: &SubscriberWays) -> Vec<Block> {
    let say = |key: &str| stationery.tell(key, &[]);
    vec![
        Block::Quiet(say("letter-digest-why")),
        Block::Link((say("letter-digest-choose"), ways.choices.clone())),
        Block::Link((say("letter-digest-stop"), ways.stop.clone())),
    ]
}

fn item(stationery: &Stationery<'_>, told: &Told, section: Section, line: &Line) -> Item {
    match line {
        Line::Thread(line) => thread_item(stationery, told, section, line),
        Line::Article(line) => article_item(stationery, told, section, line),
        Line::Proposal(line) => proposal_item(stationery, line),
    }
}

fn thread_item(stationery: &Stationery<'_>, told: &Told, section: Section, line: &ThreadLine) -> Item {
    let (urls, thread) = (stationery.urls, &line.thread);
    let count = |key: &str, count: i64| stationery.tell(key, &[("count", count.into())]);
    let asked = [("day", Value::from(day(stationery, told, thread.created_at)))];
    let mut about = vec![thread.category.1.clone(), stationery.tell("digest-asked", &asked)];
    about.retain(|fact| !fact.is_empty());
    if thread.reply_count > 0 {
        about.push(count("digest-answers", thread.reply_count));
    }
    let people = thread.me_too_count + 1;
    if people > 1 {
        about.push(count("digest-people", people));
    }
    Item {
        title: thread.title.clone(),
        href: urls.absolute(&urls.thread(thread.id, &thread.title)),
        about,
        excerpt: None,
        reason: Some(thread_reason(stationery, section, line)),
    }
}

fn thread_reason(stationery: &Stationery<'_>, section: Section, line: &ThreadLine) -> String {
    let key = match (section, line.why, &line.tag) {
        (Section::Waiting, _, _) => "digest-why-waiting",
        (Section::ToConfirm, _, _) => "digest-why-to-confirm",
        (Section::OwnOpen, _, _) => "digest-why-own-open",
        (_, Why::Category, _) => "digest-why-category",
        (_, Why::Tag(_), Some(_)) => "digest-why-tag",
        (Section::Resolved, _, _) => "digest-why-resolved",
        _ => "digest-why-unanswered",
    };
    let values = [
        ("category", Value::from(line.thread.category.1.as_str())),
        ("tag", Value::from(line.tag.as_deref().unwrap_or_default())),
        ("count", Value::from(line.count)),
    ];
    let why = stationery.tell(key, &values);
    match line.settled {
        Some(Settled::ByArticle) => format!("{why} {}", stationery.tell("digest-by-article", &[])),
        Some(Settled::ByOriginal) => format!("{why} {}", stationery.tell("digest-by-original", &[])),
        Some(Settled::ByAnswer) | None => why,
    }
}

fn article_item(stationery: &Stationery<'_>, told: &Told, section: Section, line: &ArticleLine) -> Item {
    let urls = stationery.urls;
    let values = [
        ("day", Value::from(day(stationery, told, line.at))),
        ("tag", Value::from(line.tag.as_deref().unwrap_or_default())),
    ];
    let reason = match (section, &line.tag) {
        (Section::Reviews, _) => "digest-why-review",
        (_, Some(_)) => "digest-why-tag",
        _ => "digest-why-article",
    };
    Item {
        title: line.title.clone(),
        href: urls.absolute(&urls.article(line.id, &line.title)),
        about: Vec::new(),
        excerpt: Some(line.short_answer.clone()).filter(|short| !short.is_empty()),
        reason: Some(stationery.tell(reason, &values)),
    }
}

fn proposal_item(stationery: &Stationery<'_>, line: &ProposalLine) -> Item {
    let urls = stationery.urls;
    Item {
        title: line.title.clone(),
        href: urls.absolute(&urls.proposal(line.id)),
        about: Vec::new(),
        excerpt: None,
        reason: Some(stationery.tell("digest-why-proposal", &[("count", line.people.into())])),
    }
}

/// How many more there are, and where all of them stand.
fn rest(stationery: &Stationery<'_>, section: Section, more: i64) -> Block {
    let urls = stationery.urls;
    let said = stationery.tell("digest-more", &[("count", more.into())]);
    let listed = |is: Is| {
        urls.threads_where(&ThreadsQuery {
            is: Some(is),
            sort: Some(Sort::New),
            ..ThreadsQuery::default()
        })
    };
    let list = match section {
        Section::Unanswered => listed(Is::Unanswered),
        Section::Resolved => listed(Is::Resolved),
        Section::Articles => urls.articles(),
        Section::Proposals => urls.repeats(),
        Section::Reviews => urls.article_desk(),
        Section::Waiting => urls.notifications(),
        Section::ToConfirm | Section::OwnOpen | Section::Figures => return Block::Quiet(said),
    };
    Block::Link((said, urls.absolute(&list)))
}

fn figures_told(stationery: &Stationery<'_>, figures: &Figures) -> Vec<Block> {
    let urls = stationery.urls;
    let values = [
        ("asked", Value::from(figures.asked)),
        ("answered", Value::from(figures.answered)),
        ("resolved", Value::from(figures.resolved)),
    ];
    let mut blocks = vec![
        Block::Title(stationery.tell("digest-section-figures", &[])),
        Block::Paragraph(stationery.tell("digest-figures", &values)),
    ];
    if let Some(seconds) = figures.median_wait {
        let wait = time::measured_length(stationery.phrases, TimeDelta::seconds(seconds));
        blocks.push(Block::Paragraph(
            stationery.tell("digest-median", &[("wait", wait.into())]),
        ));
    }
    blocks.push(Block::Link((
        stationery.tell("digest-reports", &[]),
        urls.absolute(&urls.reports()),
    )));
    blocks
}

pub(super) const SPECIMENS: &[Specimen] = &[Specimen {
    kind: "digest",
    compose: |stationery, example| {
        let way = |purpose| stationery.urls.in_letter(purpose, SPECIMEN);
        let ways = SubscriberWays {
            choices: way(LinkPurpose::Choices),
            stop: way(LinkPurpose::StopDigests),
        };
        digest(stationery, &specimen(example), ways)
    },
}];

/// A digest of a week in which one question was resolved and one article published.
fn specimen(example: &Example) -> Told {
    let question = ThreadLine {
        thread: resolved_question(example),
        why: Why::Everything,
        count: 1,
        tag: None,
        settled: Some(Settled::ByAnswer),
    };
    let article = ArticleLine {
        id: example.article.0,
        title: example.article.1.clone(),
        short_answer: example.short_answer.clone(),
        at: example.now - TimeDelta::days(1),
        tag: None,
    };
    Told {
        digest: None,
        subscriber: SubscriberId::stored(1),
        to: example.to.clone(),
        name: Some(example.name.clone()),
        language: None,
        window: Window {
            from: example.now - TimeDelta::days(7),
            to: example.now,
        },
        rhythm: Rhythm::default(),
        sections: vec![
            (Section::Resolved, vec![Line::Thread(Box::new(question))], 4),
            (Section::Articles, vec![Line::Article(article)], 0),
        ],
        figures: Some(Figures {
            asked: 31,
            answered: 28,
            resolved: 21,
            median_wait: Some(7_200),
        }),
    }
}

fn resolved_question(example: &Example) -> ThreadRow {
    ThreadRow {
        id: example.thread.0,
        title: example.thread.1.clone(),
        kind: ThreadKind::Question,
        standing: Standing::Resolved,
        author: Author {
            id: None,
            name: None,
            role: None,
            is_staff: false,
            removed: None,
        },
        created_at: example.now - TimeDelta::days(3),
        active_at: example.now - TimeDelta::days(2),
        reply_count: 2,
        score: 1,
        me_too_count: 3,
        view_count: 40,
        new_count: 0,
        category: (String::new(), String::new()),
        is_only_category: true,
        tags: Vec::new(),
        is_pinned: false,
        is_locked: false,
    }
}
