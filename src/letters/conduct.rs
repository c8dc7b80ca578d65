//! Letters about somebody's conduct: a warning, a silence, a suspension, and that one was taken back.

use chrono::{DateTime, Duration, Utc};

use super::heading::Heading;
use super::sheet::{Block, Sheet, lay_out};
use super::specimens::Specimen;
use super::{Letter, Stationery};
use crate::domain::contact::Contact;
use crate::domain::email::EmailAddress;
use crate::domain::restraint::RestraintKind;
use crate::text::phrases::Value;
use crate::text::time;

/// What the letter is about.
#[derive(Debug, Clone, Copy)]
pub struct Conduct<'a> {
    /// What was done.
    pub kind: RestraintKind,
    /// Why, in the moderator's words.
    pub reason: &'a str,
    /// When it ends by itself.
    pub ends_at: Option<DateTime<Utc>>,
    /// How people reach a person.
    pub contact: Option<&'a Contact>,
}

/// Tells what was done, why, until when, and how to reach a person.
pub fn restrained(stationery: &Stationery<'_>, to: EmailAddress, name: &str, conduct: &Conduct<'_>) -> Letter {
    let say = |key: &str| stationery.tell(key, &[("name", Value::from(name))]);
    let kind = conduct.kind;
    let mut blocks = vec![Block::Paragraph(say(&format!("letter-{kind}-what")))];
    if !conduct.reason.is_empty() {
        blocks.push(Block::Quote(conduct.reason.to_owned()));
    }
    if kind.lasts() {
        blocks.push(Block::Paragraph(match conduct.ends_at {
            Some(at) => {
                let at = Value::from(time::exact(stationery.phrases, at));
                stationery.tell("letter-restraint-until", &[("at", at)])
            }
            None => say("letter-restraint-without-end"),
        }));
    }
    blocks.extend(reach(stationery, conduct));
    lay_out_conduct(stationery, to, name, format!("letter-{kind}-subject"), blocks)
}

/// Tells that it was taken back.
pub fn restraint_lifted(stationery: &Stationery<'_>, to: EmailAddress, name: &str, conduct: &Conduct<'_>) -> Letter {
    let kind = conduct.kind;
    let blocks = vec![Block::Paragraph(
        stationery.tell(&format!("letter-{kind}-lifted-what"), &[("name", Value::from(name))]),
    )];
    lay_out_conduct(stationery, to, name, format!("letter-{kind}-lifted-subject"), blocks)
}

/// The contact of the site; nothing when there is none.
fn reach(stationery: &Stationery<'_>, conduct: &Conduct<'_>) -> Vec<Block> {
    let Some(contact) = conduct.contact else {
        return Vec::new();
    };
    vec![
        Block::Paragraph(stationery.tell("letter-restraint-contact", &[])),
        Block::Link((contact.label().to_owned(), contact.href().to_owned())),
    ]
}

fn lay_out_conduct(
    stationery: &Stationery<'_>,
    to: EmailAddress,
    name: &str,
    subject: String,
    mut blocks: Vec<Block>,
) -> Letter {
    let urls = stationery.urls;
    let say = |key: &str| stationery.tell(key, &[("name", Value::from(name))]);
    blocks.push(Block::Button((
        say("letter-restraint-button"),
        urls.absolute(&urls.permissions()),
    )));
    let sheet = Sheet {
        to,
        subject: say(&subject),
        greeting: Some(say("letter-greeting")),
        blocks,
        footer: Vec::new(),
        heading: Heading::default(),
    };
    lay_out(stationery, sheet)
}

fn specimen(kind: RestraintKind, reason: &str, ends_at: Option<DateTime<Utc>>) -> Conduct<'_> {
    Conduct {
        kind,
        reason,
        ends_at,
        contact: None,
    }
}

/// One of each.
pub(super) const SPECIMENS: &[Specimen] = &[
    Specimen {
        kind: "warning",
        compose: |stationery, example| {
            let reason = stationery.tell("letter-restraint-specimen", &[]);
            let conduct = specimen(RestraintKind::Warning, &reason, None);
            restrained(stationery, example.to.clone(), &example.name, &conduct)
        },
    },
    Specimen {
        kind: "silence",
        compose: |stationery, example| {
            let reason = stationery.tell("letter-restraint-specimen", &[]);
            let conduct = specimen(RestraintKind::Silence, &reason, Some(example.now + Duration::weeks(1)));
            restrained(stationery, example.to.clone(), &example.name, &conduct)
        },
    },
    Specimen {
        kind: "suspension",
        compose: |stationery, example| {
            let reason = stationery.tell("letter-restraint-specimen", &[]);
            let conduct = specimen(RestraintKind::Suspension, &reason, None);
            restrained(stationery, example.to.clone(), &example.name, &conduct)
        },
    },
    Specimen {
        kind: "suspension-lifted",
        compose: |stationery, example| {
            let reason = stationery.tell("letter-restraint-specimen", &[]);
            let conduct = specimen(RestraintKind::Suspension, &reason, None);
            restraint_lifted(stationery, example.to.clone(), &example.name, &conduct)
        },
    },
];
