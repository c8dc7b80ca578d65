//! Copies pictures that a post shows from elsewhere, and renders its text with the copies.
//!
//! What is not reached is tried again some hours later, and a day later; what is no picture, too large or not to be fetched stays a link.

use std::collections::HashMap;

use chrono::{DateTime, Duration, Utc};

use super::{JobError, Workshop};
use crate::domain::id::UserId;
use crate::domain::job::Job;
use crate::domain::upload::{PostId, Upload, UploadLimit};
use crate::store::uploads::{Whose, copies_of, has_brought};
use crate::store::{Store, StoreError, jobs, renderings, settings, users};
use crate::text::markdown;
use crate::uploads::fetching::FetchError;
use crate::uploads::{KeepError, keep};

/// The largest picture, in bytes.
const LARGEST: usize = 10 << 20;
/// How many pictures of one post are copied.
const MOST: usize = 20;
/// How long to wait before what was not reached is tried again.
const LATER: [Duration; 2] = [Duration::hours(3), Duration::hours(24)];

pub(super) fn run(workshop: &Workshop, post: PostId, tried: usize, now: DateTime<Utc>) -> Result<(), JobError> {
    let store = &workshop.store;
    let read = store.read_now(|db| {
        let (text, author) = renderings::text(db, post)?;
        let author = author.map(|author| users::find(db, author)).transpose()?;
        Ok::<_, StoreError>((settings::load(db)?.uploads, author, text, copies_of(db, post)?))
    });
    let (rules, author, text, mut copies) = match read {
        Err(StoreError::NotFound) => return Ok(()),
        read => read?,
    };
    if !rules.copies_pictures {
        return Ok(());
    }
    let wish = Wish {
        post,
        author: author.as_ref().map(|author| (author.id, rules.of(author))),
        now,
    };
    let mut has_missed = false;
    for address in markdown::render(&text).pictures_elsewhere().into_iter().take(MOST) {
        if copies.iter().any(|(known, _)| *known == address) {
            continue;
        }
        match copied(workshop, &wish, &address)? {
            Copied::Done(upload) => copies.push((address, upload)),
            Copied::Never => {}
            Copied::NotYet => has_missed = true,
        }
    }
    show(store, workshop, post, &text, &copies, now)?;
    if let Some(later) = LATER.get(tried).filter(|_| has_missed) {
        let again = Job::copying(post, tried + 1);
        store.write_now(|tx| jobs::enqueue(tx, &again, now + *later))?;
    }
    Ok(())
}

/// For which post something is copied, and how much may be for its author.
struct Wish {
    post: PostId,
    author: Option<(UserId, UploadLimit)>,
    now: DateTime<Utc>,
}

enum Copied {
    Done(Upload),
    Never,
    NotYet,
}

fn copied(workshop: &Workshop, wish: &Wish, address: &str) -> Result<Copied, JobError> {
    let whose = Whose {
        owner: wish.author.map(|(author, _)| author),
        most_a_day: wish.author.map_or(0, |(_, limit)| limit.a_day),
        post: Some(wish.post),
        source: Some(address.to_owned()),
        now: wish.now,
    };
    // Nobody elsewhere is asked for what would not be kept.
    if workshop.store.read_now(|db| has_brought(db, &whose))? {
        return Ok(Copied::NotYet);
    }
    let largest = wish.author.map_or(LARGEST, |(_, limit)| limit.bytes().min(LARGEST));
    let file = match workshop.fetcher.fetch(address, largest, wish.now) {
        Ok(file) => file,
        Err(FetchError::Final(why)) => {
            tracing::info!(why, "a picture from elsewhere is not copied");
            return Ok(Copied::Never);
        }
        Err(FetchError::Passing(why)) => {
            tracing::info!(why, "a picture from elsewhere could not be copied");
            return Ok(Copied::NotYet);
        }
    };
    let name = address.split(['?', '#']).next().unwrap_or_default().to_owned();
    workshop.depot.wait(async {
        let prepared = match workshop.turns.prepare(file, name).await {
            Ok(prepared) if prepared.kind.is_picture() => prepared,
            Ok(_) => return Ok(Copied::Never),
            Err(fault) if fault.key == "problem-upload-busy" => return Ok(Copied::NotYet),
            Err(_) => return Ok(Copied::Never),
        };
        match keep(&workshop.store, &workshop.depot, whose, prepared, String::new()).await {
            Ok(upload) => Ok(Copied::Done(upload)),
            Err(KeepError::Refused(_)) => Ok(Copied::NotYet),
            Err(KeepError::Store(error)) => Err(error.into()),
            Err(KeepError::Depot(error)) => Err(error.into()),
        }
    })
}

/// Renders the text with its copies, unless it was edited meanwhile.
fn show(
    store: &Store,
    workshop: &Workshop,
    post: PostId,
    text: &str,
    copies: &[(String, Upload)],
    now: DateTime<Utc>,
) -> Result<(), StoreError> {
    if copies.is_empty() {
        return Ok(());
    }
    let copies: HashMap<String, String> = copies
        .iter()
        .map(|(address, upload)| (address.clone(), workshop.urls.upload(upload)))
        .collect();
    let html = markdown::render_with_copies(text, &copies);
    store.write_now(|tx| renderings::show_copies(tx, post, text, &html, now))
}
