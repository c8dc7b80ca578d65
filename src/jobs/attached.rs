//! What was attached to a message: kept as if its sender had brought it with a form, or named as left out.

use chrono::{DateTime, Utc};

use super::{JobError, Workshop};
use crate::domain::account::User;
use crate::domain::upload::{Upload, with_line};
use crate::mail::incoming::{AttachedFile, Attachments};
use crate::store::settings;
use crate::store::uploads::Whose;
use crate::text::attaching;
use crate::text::phrases::Phrases;
use crate::text::quotation::escaped;
use crate::uploads::{KeepError, keep};

/// The text with the files that came along, each in a line of its own, and a last line that names those that were not taken.
pub(super) fn with_files(
    workshop: &Workshop,
    user: &User,
    own: &str,
    attachments: &Attachments,
    phrases: &Phrases,
    now: DateTime<Utc>,
) -> Result<String, JobError> {
    let mut text = own.to_owned();
    let mut left_out = attachments.clone();
    for file in &attachments.files {
        let Some(upload) = kept(workshop, user, file, now)? else {
            continue;
        };
        text = with_line(
            &text,
            &attaching::line(phrases, &upload, &workshop.urls.upload(&upload)),
        );
        if let Some(place) = left_out.names.iter().position(|name| *name == file.name) {
            left_out.names.remove(place);
        }
    }
    Ok(with_names(&text, &left_out, phrases))
}

/// The text with a line that names what was not taken.
pub(super) fn with_names(own: &str, left_out: &Attachments, phrases: &Phrases) -> String {
    if left_out.names.is_empty() {
        return own.trim_end().to_owned();
    }
    let names: Vec<String> = left_out.names.iter().map(|name| escaped(name)).collect();
    let values = [
        ("names", names.join(", ").into()),
        ("more", i64::try_from(left_out.more_count).unwrap_or(i64::MAX).into()),
    ];
    let line = format!("*{}*", phrases.tell("by-mail-left-out", &values));
    with_line(own, &line).trim_end().to_owned()
}

/// Keeps a file, unless it is none that its sender may bring. When the store of bytes does not answer, the message waits.
fn kept(workshop: &Workshop, user: &User, file: &AttachedFile, now: DateTime<Utc>) -> Result<Option<Upload>, JobError> {
    let limit = workshop.store.read_now(settings::load)?.uploads.of(user);
    if file.bytes.len() > limit.bytes() {
        return Ok(None);
    }
    let whose = Whose {
        owner: Some(user.id),
        most_a_day: limit.a_day,
        post: None,
        source: None,
        now,
    };
    workshop.depot.wait(async {
        let prepared = workshop.turns.prepare(file.bytes.clone(), file.name.clone()).await;
        let Ok(prepared) = prepared else {
            return Ok(None);
        };
        match keep(&workshop.store, &workshop.depot, whose, prepared, String::new()).await {
            Ok(upload) => Ok(Some(upload)),
            Err(KeepError::Refused(_)) => Ok(None),
            Err(KeepError::Store(error)) => Err(error.into()),
            Err(KeepError::Depot(error)) => Err(error.into()),
        }
    })
}
