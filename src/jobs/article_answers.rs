//! Tells an asker that an article answers their question, while it does and they may read it.

use chrono::{DateTime, Utc};

use super::{JobError, Workshop};
use crate::domain::id::{ArticleId, ThreadId};
use crate::letters;
use crate::store::{StoreError, proposals, users};

pub(super) fn run(
    workshop: &Workshop,
    thread: ThreadId,
    article: ArticleId,
    now: DateTime<Utc>,
) -> Result<(), JobError> {
    let told = workshop.store.read_now::<_, StoreError>(|db| {
        let Some(told) = proposals::told(db, thread, article)? else {
            return Ok(None);
        };
        Ok(users::letter_box(db, told.asker)?.map(|owner| (told, owner)))
    })?;
    let Some((told, (to, name))) = told else {
        return Ok(());
    };
    workshop.post_to(told.asker, now, |stationery| {
        letters::article_answers(stationery, to, &name, &told)
    })
}
