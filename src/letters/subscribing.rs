//! Letters to people without an account: whether they want digests, or to be told that a question is resolved; and that it is.

use super::digest::{SubscriberWays, footer};
use super::sheet::{Block, Sheet, lay_out};
use super::specimens::{SPECIMEN, Specimen};
use super::{Heading, Letter, Stationery};
use crate::domain::email::EmailAddress;
use crate::domain::id::{AwaitingId, ThreadId};
use crate::domain::signed_link::LinkPurpose;
use crate::text::phrases::Value;

/// Asks the owner of an address whether they want digests; `way` is the page with the button.
pub fn confirm_digests(stationery: &Stationery<'_>, to: EmailAddress, way: String) -> Letter {
    let say = |key: &str| stationery.tell(key, &[]);
    let blocks = vec![
        Block::Paragraph(say("letter-subscribe-what")),
        Block::Button((say("letter-subscribe-button"), way)),
        Block::Paragraph(say("letter-subscribe-until")),
        Block::Paragraph(say("letter-subscribe-not-you")),
    ];
    lay_out(
        stationery,
        sheet(to, say("letter-subscribe-subject"), blocks, Vec::new()),
    )
}

/// Tells somebody who gets digests that somebody asked for them again.
pub fn already_subscribed(stationery: &Stationery<'_>, to: EmailAddress, ways: &SubscriberWays) -> Letter {
    let say = |key: &str| stationery.tell(key, &[]);
    let blocks = vec![
        Block::Paragraph(say("letter-subscribed-what")),
        Block::Button((say("letter-digest-choose"), ways.choices.clone())),
    ];
    lay_out(
        stationery,
        sheet(to, say("letter-subscribed-subject"), blocks, footer(stationery, ways)),
    )
}

/// Asks the owner of an address whether they want to be told when a question is resolved.
pub fn confirm_awaiting(stationery: &Stationery<'_>, to: EmailAddress, question: &str, way: String) -> Letter {
    let values = [("question", Value::from(question))];
    let say = |key: &str| stationery.tell(key, &values);
    let blocks = vec![
        Block::Paragraph(say("letter-awaiting-what")),
        Block::Button((say("letter-awaiting-button"), way)),
        Block::Paragraph(say("letter-awaiting-until")),
    ];
    lay_out(
        stationery,
        sheet(to, say("letter-awaiting-subject"), blocks, Vec::new()),
    )
}

/// What somebody waits for, and where that stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Awaited {
    /// Who waits.
    pub id: AwaitingId,
    /// The question.
    pub thread: ThreadId,
    /// Its title.
    pub title: String,
}

/// Tells somebody without an account that the question is resolved that they wait for.
pub fn resolved(stationery: &Stationery<'_>, to: EmailAddress, awaited: &Awaited) -> Letter {
    let urls = stationery.urls;
    let values = [("question", Value::from(awaited.title.as_str()))];
    let say = |key: &str| stationery.tell(key, &values);
    let question = urls.absolute(&urls.thread(awaited.thread, &awaited.title));
    let blocks = vec![
        Block::Paragraph(say("letter-resolved-what")),
        Block::Button((say("letter-resolved-button"), question)),
    ];
    let footer = vec![Block::Quiet(say("letter-resolved-once"))];
    let heading = Heading {
        id: Some(format!("resolved-{}", awaited.id)),
        ..Heading::default()
    };
    let sheet = Sheet {
        heading,
        ..sheet(to, say("letter-resolved-subject"), blocks, footer)
    };
    lay_out(stationery, sheet)
}

/// A letter to somebody whose name nobody knows.
fn sheet(to: EmailAddress, subject: String, blocks: Vec<Block>, footer: Vec<Block>) -> Sheet {
    Sheet {
        to,
        subject,
        greeting: None,
        blocks,
        footer,
        heading: Heading::asked_for(),
    }
}

pub(super) const SPECIMENS: &[Specimen] = &[
    Specimen {
        kind: "confirm-digests",
        compose: |stationery, example| {
            let way = stationery.urls.in_letter(LinkPurpose::ConfirmDigests, SPECIMEN);
            confirm_digests(stationery, example.to.clone(), way)
        },
    },
    Specimen {
        kind: "already-subscribed",
        compose: |stationery, example| {
            let way = |purpose| stationery.urls.in_letter(purpose, SPECIMEN);
            let ways = SubscriberWays {
                choices: way(LinkPurpose::Choices),
                stop: way(LinkPurpose::StopDigests),
            };
            already_subscribed(stationery, example.to.clone(), &ways)
        },
    },
    Specimen {
        kind: "confirm-awaiting",
        compose: |stationery, example| {
            let way = stationery.urls.in_letter(LinkPurpose::TellMe, SPECIMEN);
            confirm_awaiting(stationery, example.to.clone(), &example.thread.1, way)
        },
    },
    Specimen {
        kind: "resolved",
        compose: |stationery, example| {
            let awaited = Awaited {
                id: AwaitingId::stored(1),
                thread: example.thread.0,
                title: example.thread.1.clone(),
            };
            resolved(stationery, example.to.clone(), &awaited)
        },
    },
];
