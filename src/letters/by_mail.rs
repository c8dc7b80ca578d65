//! Letters about what came by mail: a question to confirm, and why something was not posted.

use super::sheet::{Block, Sheet, lay_out};
use super::specimens::Specimen;
use super::{Heading, Letter, Stationery};
use crate::domain::email::EmailAddress;
use crate::domain::id::ThreadId;
use crate::domain::incoming::Why;
use crate::domain::token::Token;
use crate::text::phrases::Value;

/// Asks to confirm a question that came by mail; somebody without an account gets one by it.
pub fn confirm_question(
    stationery: &Stationery<'_>,
    to: EmailAddress,
    name: &str,
    title: &str,
    has_account: bool,
    token: &Token,
) -> Letter {
    let values = [("name", Value::from(name)), ("title", Value::from(title))];
    let say = |key: &str| stationery.tell(key, &values);
    let account = (!has_account).then(|| Block::Paragraph(say("letter-question-account")));
    let mut blocks = vec![
        Block::Paragraph(say("letter-question-why")),
        Block::Quote(title.to_owned()),
    ];
    blocks.extend(account);
    blocks.extend([
        Block::Button((say("letter-question-button"), stationery.urls.confirm_sign_up(token))),
        Block::Paragraph(say("letter-confirm-until")),
        Block::Quiet(say("letter-question-not-you")),
    ]);
    let sheet = Sheet {
        to,
        subject: say("letter-question-subject"),
        greeting: Some(say("letter-greeting")),
        blocks,
        footer: Vec::new(),
        heading: Heading::asked_for(),
    };
    lay_out(stationery, sheet)
}

/// What was not posted, and why.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Unposted {
    /// Who wrote it.
    pub to: EmailAddress,
    /// Why it was not posted.
    pub why: Why,
    /// Its subject.
    pub subject: String,
    /// Where it was meant to stand, as far as its writer may see that.
    pub thread: Option<(ThreadId, String)>,
}

/// Says why a message was not posted, and leads to where it can be written instead.
pub fn unposted(stationery: &Stationery<'_>, unposted: &Unposted) -> Letter {
    let urls = stationery.urls;
    let values = [("subject", Value::from(unposted.subject.as_str()))];
    let say = |key: &str| stationery.tell(key, &values);
    let (label, href) = match &unposted.thread {
        Some((id, title)) => ("letter-unposted-thread", urls.thread(*id, title)),
        None => ("letter-unposted-forum", urls.home()),
    };
    let sheet = Sheet {
        to: unposted.to.clone(),
        subject: say("letter-unposted-subject"),
        greeting: None,
        blocks: vec![
            Block::Paragraph(say("letter-unposted-what")),
            Block::Paragraph(say(&format!("letter-unposted-{}", unposted.why))),
            Block::Button((say(label), urls.absolute(&href))),
            Block::Quiet(say("letter-unposted-once")),
        ],
        footer: Vec::new(),
        heading: Heading::default(),
    };
    lay_out(stationery, sheet)
}

/// One of each.
pub(super) const SPECIMENS: &[Specimen] = &[
    Specimen {
        kind: "confirm-question",
        compose: |stationery, example| {
            let title = example.thread.1.as_str();
            confirm_question(
                stationery,
                example.to.clone(),
                &example.name,
                title,
                false,
                &Token::specimen(),
            )
        },
    },
    Specimen {
        kind: "unposted",
        compose: |stationery, example| {
            let specimen = Unposted {
                to: example.to.clone(),
                why: Why::Locked,
                subject: example.thread.1.clone(),
                thread: Some(example.thread.clone()),
            };
            unposted(stationery, &specimen)
        },
    },
];
