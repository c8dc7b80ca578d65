//! Changing a thread: its title, text, tags and answers to the template, with a version of each.

use chrono::{DateTime, NaiveDateTime, Utc};
use diesel::prelude::*;

use super::verbs::done;
use super::writing::{answers_json, dress};
use super::{Held, hold};
use crate::domain::account::User;
use crate::domain::body::Reason;
use crate::domain::case::Piece;
use crate::domain::draft::ThreadEdit;
use crate::domain::id::ThreadId;
use crate::domain::moderation::{Act, Changed};
use crate::domain::permission::{Verb, may_in};
use crate::domain::sight::Sight;
use crate::domain::tag::TagName;
use crate::store::moderations::log_change_if_others;
use crate::store::notifications::Post;
use crate::store::outcome::Deed;
use crate::store::revisions::{self, NewRevision};
use crate::store::schema::threads;
use crate::store::screening::{self, Screening, Wording};
use crate::store::time::{row_time, utc};
use crate::store::written::Written;
use crate::store::{Db, StoreError, notifications, tag_synonyms, tags};

/// Saves another version of a thread.
pub fn edit(
    tx: &mut Db,
    editor: &User,
    sight: Sight,
    id: ThreadId,
    edit: &ThreadEdit,
    body: &Written,
    now: DateTime<Utc>,
) -> Result<Deed, StoreError> {
    let held = hold(tx, sight, id)?;
    if !may_in(editor, held.audience, Verb::EditThread, held.author) {
        return Ok(Deed::NotYours);
    }
    if held.is_deleted || (held.is_locked && !may_in(editor, held.audience, Verb::Lock, None)) {
        return Ok(Deed::Locked);
    }
    let (wording, hold) = match screening::thread(tx, editor, Wording::of_edit(edit, body))? {
        Screening::Passed(wording, hold) => (wording, hold),
        Screening::Blocked(words) => return Ok(Deed::Blocked(words)),
    };
    let has_answers = edit.template_answers.is_some();
    let answers = has_answers.then(|| answers_json(&wording.answers)).transpose()?;
    let saved = save_versions(tx, editor, &held, (&wording, &edit.reason), answers.as_deref(), now)?;
    let Some((number, before)) = saved else {
        return Ok(Deed::Unchanged);
    };
    let body: &Written = &wording.body;
    if let Some(answers) = &answers {
        diesel::update(threads::table.find(held.id))
            .set(threads::template_answers.eq(answers))
            .execute(tx)?;
    }
    diesel::update(threads::table.find(held.id))
        .set((
            threads::title.eq(wording.title.as_str()),
            threads::body_markdown.eq(&body.markdown),
            threads::body_html.eq(&body.html),
            threads::renderer.eq(body.renderer),
            threads::edited_at.eq(Some(row_time(now))),
        ))
        .execute(tx)?;
    dress(tx, id, &wording.tags, (body, editor.id), now)?;
    let changed = Changed::of(Some(number - 1), Some(number));
    log_change_if_others(tx, editor, &held, Act::Edit, &changed, edit.reason.as_str(), now)?;
    let post = Post::of_thread(held.author);
    notifications::reworded(tx, editor, &held, post, (&before, body), now)?;
    let deed = done(tx, id, now)?;
    hold.settle(tx, Piece::Thread(id), now)?;
    Ok(deed)
}

/// Saves the new version, and before it the first one if there is no history yet; answers its number and the text that the thread had,
/// rendered. `None` when nothing differs.
fn save_versions(
    tx: &mut Db,
    editor: &User,
    held: &Held,
    (wording, reason): (&Wording<'_>, &Reason),
    answers: Option<&str>,
    now: DateTime<Utc>,
) -> Result<Option<(i64, String)>, StoreError> {
    let (old_body, old_html, old_answers, created_at): (String, String, String, NaiveDateTime) = threads::table
        .find(held.id)
        .select((
            threads::body_markdown,
            threads::body_html,
            threads::template_answers,
            threads::created_at,
        ))
        .first(tx)?;
    let answers = answers.unwrap_or(&old_answers);
    let old_tags = tags::of_threads(tx, &[held.id])?
        .remove(&held.id)
        .unwrap_or_default()
        .join(", ");
    let meant = tag_synonyms::meant_names(tx, &wording.tags)?;
    let mut new_names: Vec<&str> = meant.iter().map(TagName::as_str).collect();
    new_names.sort_unstable();
    let new_tags = new_names.join(", ");
    let is_worded_alike = old_body == wording.body.markdown && held.title == wording.title.as_str();
    if is_worded_alike && old_tags == new_tags && old_answers == answers {
        return Ok(None);
    }
    let first = NewRevision {
        thread: ThreadId::stored(held.id),
        reply: None,
        editor: held.author,
        created_at: utc(created_at),
        reason: "",
        title: Some(&held.title),
        tags: Some(&old_tags),
        answers: Some(&old_answers),
        body: &old_body,
    };
    if revisions::last_number(tx, first.thread, None)? == 0 {
        revisions::save(tx, &first)?;
    }
    let newer = NewRevision {
        editor: Some(editor.id),
        created_at: now,
        reason: reason.as_str(),
        title: Some(wording.title.as_str()),
        tags: Some(&new_tags),
        answers: Some(answers),
        body: &wording.body.markdown,
        ..first
    };
    let number = revisions::save(tx, &newer)?;
    Ok(Some((number, old_html)))
}
