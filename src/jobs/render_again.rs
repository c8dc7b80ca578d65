//! Renders again what an older renderer made: a batch of each kind of text, then a new row for the rest.

use chrono::{DateTime, Utc};

use super::{JobError, Workshop};
use crate::domain::id::{ReplyId, ThreadId};
use crate::domain::job::Job;
use crate::domain::upload::PostId;
use crate::store::renderings::{self, Outdated, TextKind};
use crate::store::{StoreError, jobs};
use crate::text::{RENDERER_VERSION, SafeHtml, markdown};

/// How many texts are rendered for one transaction.
const BATCH: i64 = 200;

pub(super) fn run(workshop: &Workshop, now: DateTime<Utc>) -> Result<(), JobError> {
    let mut has_more = false;
    for kind in TextKind::ALL {
        let count = batch(workshop, *kind, now)?;
        has_more |= count == usize::try_from(BATCH).unwrap_or(usize::MAX);
    }
    if has_more {
        workshop
            .store
            .write_now(|tx| jobs::enqueue(tx, &Job::RenderAgain, now))?;
    }
    Ok(())
}

/// Renders outside the transaction, which is short.
fn batch(workshop: &Workshop, kind: TextKind, now: DateTime<Utc>) -> Result<usize, StoreError> {
    let store = &workshop.store;
    let outdated = store.read_now(|db| renderings::outdated(db, kind, RENDERER_VERSION, BATCH))?;
    let rendered: Vec<(Outdated, SafeHtml)> = outdated
        .into_iter()
        .map(|text| {
            let html = match kind {
                TextKind::Comment => markdown::render_comment(&text.markdown),
                TextKind::Thread | TextKind::Reply | TextKind::Article | TextKind::About => {
                    markdown::render(&text.markdown)
                }
            };
            (text, html)
        })
        .collect();
    if rendered.is_empty() {
        return Ok(0);
    }
    store.write_now(|tx| {
        for (text, html) in &rendered {
            renderings::replace(tx, kind, text, html, RENDERER_VERSION)?;
            let post = match kind {
                TextKind::Thread => Some(PostId::Thread(ThreadId::stored(text.id))),
                TextKind::Reply => Some(PostId::Reply(ReplyId::stored(text.id))),
                TextKind::Article | TextKind::Comment | TextKind::About => None,
            };
            if let Some(post) = post.filter(|_| !html.pictures_elsewhere().is_empty()) {
                jobs::enqueue(tx, &Job::copying(post, 0), now)?;
            }
        }
        Ok::<_, StoreError>(rendered.len())
    })
}
