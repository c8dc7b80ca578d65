//! Going through every text of a thread, and writing those anew in which the words stand.

use chrono::{DateTime, Utc};
use diesel::prelude::*;

use super::{AT_ONCE, PlaceKind, Reach, Search, articles};
use crate::domain::category::TemplateAnswer;
use crate::domain::id::{ReplyId, ThreadId};
use crate::domain::job::Job;
use crate::domain::upload::PostId;
use crate::store::native::among;
use crate::store::schema::{
    ask_sessions, cases, closures, comments, flags, incoming_messages, moderations, proposals, question_fields,
    reopenings, replies, restraints, revisions, selections, surveys, threads, tidings, uploads,
};
use crate::store::written::Written;
use crate::store::{Db, StoreError, jobs};

/// Everything that a thread left behind.
pub(super) fn all(db: &mut Db, search: &mut Search<'_>, reach: &Reach) -> Result<(), StoreError> {
    plain!(db, search, Title, threads.title, threads::id, reach.threads);
    of_threads(db, search, reach)?;
    of_replies(db, search, reach)?;
    of_comments(db, search, reach)?;
    of_versions(db, search, reach)?;
    notes(db, search, reach)?;
    articles::rewrite(db, search, reach)?;
    around(db, search, reach)
}

/// What else stands around it: proposals, files, messages, visits of the ask form and surveys.
fn around(db: &mut Db, search: &mut Search<'_>, reach: &Reach) -> Result<(), StoreError> {
    plain!(db, search, Proposal, proposals.title, proposals::id, reach.proposals);
    plain!(db, search, Proposal, proposals.reason, proposals::id, reach.proposals);
    plain!(
        db,
        search,
        File,
        uploads.alt,
        uploads::thread_id.assume_not_null(),
        reach.threads
    );
    plain!(
        db,
        search,
        File,
        uploads.name,
        uploads::thread_id.assume_not_null(),
        reach.threads
    );
    plain!(
        db,
        search,
        File,
        uploads.alt,
        uploads::reply_id.assume_not_null(),
        reach.replies
    );
    plain!(
        db,
        search,
        File,
        uploads.name,
        uploads::reply_id.assume_not_null(),
        reach.replies
    );
    plain!(
        db,
        search,
        Message,
        incoming_messages.subject,
        incoming_messages::thread_id.assume_not_null(),
        reach.threads
    );
    plain!(
        db,
        search,
        Title,
        ask_sessions.title,
        ask_sessions::thread_id.assume_not_null(),
        reach.threads
    );
    plain!(db, search, Note, surveys.comment, surveys::thread_id, reach.threads);
    Ok(())
}

fn of_threads(db: &mut Db, search: &mut Search<'_>, reach: &Reach) -> Result<(), StoreError> {
    for id in &reach.threads {
        let (body, answers): (String, String) = threads::table
            .find(id)
            .select((threads::body_markdown, threads::template_answers))
            .first(db)?;
        if let Some(answers) = answers_without(search, &answers)? {
            diesel::update(threads::table.find(id))
                .set(threads::template_answers.eq(answers))
                .execute(db)?;
        }
        if let Some(body) = search.meet(PlaceKind::Text, None, &body) {
            let written = Written::anew(&body);
            diesel::update(threads::table.find(id))
                .set((
                    threads::body_markdown.eq(&written.markdown),
                    threads::body_html.eq(&written.html),
                    threads::renderer.eq(written.renderer),
                    threads::body_source.eq(None::<String>),
                ))
                .execute(db)?;
            note_pictures(search, PostId::Thread(ThreadId::stored(*id)), &written);
        }
        let fields: Vec<(String, String)> = question_fields::table
            .filter(question_fields::thread_id.eq(id))
            .select((question_fields::label, question_fields::answer))
            .load(db)?;
        for (label, answer) in fields {
            if let Some(answer) = search.meet(PlaceKind::Answers, None, &answer) {
                diesel::update(question_fields::table.find((id, label)))
                    .set(question_fields::answer.eq(answer))
                    .execute(db)?;
            }
        }
    }
    Ok(())
}

/// The answers to a template without the words; they are written as JSON.
fn answers_without(search: &mut Search<'_>, json: &str) -> Result<Option<String>, StoreError> {
    let strange = |error: serde_json::Error| StoreError::Unexpected(error.to_string());
    let mut answers: Vec<TemplateAnswer> = serde_json::from_str(json).map_err(strange)?;
    let mut is_met = false;
    for text in answers.iter_mut().flat_map(|one| [&mut one.label, &mut one.answer]) {
        if let Some(without) = search.meet(PlaceKind::Answers, None, text) {
            *text = without;
            is_met = true;
        }
    }
    is_met
        .then(|| serde_json::to_string(&answers).map_err(strange))
        .transpose()
}

fn of_replies(db: &mut Db, search: &mut Search<'_>, reach: &Reach) -> Result<(), StoreError> {
    for some in reach.replies.chunks(AT_ONCE) {
        let rows: Vec<(i64, String)> = replies::table
            .filter(among(replies::id, some.iter().copied()))
            .select((replies::id, replies::body_markdown))
            .load(db)?;
        for (id, body) in rows {
            let Some(body) = search.meet(PlaceKind::Reply, Some(id), &body) else {
                continue;
            };
            let written = Written::anew(&body);
            diesel::update(replies::table.find(id))
                .set((
                    replies::body_markdown.eq(&written.markdown),
                    replies::body_html.eq(&written.html),
                    replies::renderer.eq(written.renderer),
                    replies::body_source.eq(None::<String>),
                ))
                .execute(db)?;
            search.replies.push(ReplyId::stored(id));
            note_pictures(search, PostId::Reply(ReplyId::stored(id)), &written);
        }
    }
    Ok(())
}

fn of_comments(db: &mut Db, search: &mut Search<'_>, reach: &Reach) -> Result<(), StoreError> {
    for some in reach.comments.chunks(AT_ONCE) {
        let rows: Vec<(i64, Option<i64>, String)> = comments::table
            .filter(among(comments::id, some.iter().copied()))
            .select((comments::id, comments::reply_id, comments::body_markdown))
            .load(db)?;
        for (id, reply, body) in rows {
            let Some(body) = search.meet(PlaceKind::Comment, reply, &body) else {
                continue;
            };
            let written = Written::comment_anew(&body);
            diesel::update(comments::table.find(id))
                .set((
                    comments::body_markdown.eq(&written.markdown),
                    comments::body_html.eq(&written.html),
                    comments::renderer.eq(written.renderer),
                ))
                .execute(db)?;
        }
    }
    Ok(())
}

/// Every earlier version, with the reasons that its editors gave.
fn of_versions(db: &mut Db, search: &mut Search<'_>, reach: &Reach) -> Result<(), StoreError> {
    let mut ids: Vec<i64> = Vec::new();
    for some in reach.replies.chunks(AT_ONCE) {
        let rows = revisions::table.filter(among(revisions::reply_id.assume_not_null(), some.iter().copied()));
        ids.extend(rows.select(revisions::id).load::<i64>(db)?);
    }
    for some in reach.threads.chunks(AT_ONCE) {
        let rows = revisions::table
            .filter(among(revisions::thread_id, some.iter().copied()))
            .filter(revisions::reply_id.is_null());
        ids.extend(rows.select(revisions::id).load::<i64>(db)?);
    }
    plain!(db, search, Title, revisions.title, revisions::id, ids);
    plain!(db, search, Version, revisions.body_markdown, revisions::id, ids);
    plain!(db, search, Note, revisions.reason, revisions::id, ids);
    for some in ids.chunks(AT_ONCE) {
        let rows: Vec<(i64, Option<String>)> = revisions::table
            .filter(among(revisions::id, some.iter().copied()))
            .select((revisions::id, revisions::template_answers))
            .load(db)?;
        for (id, answers) in rows {
            let without = answers.map(|answers| answers_without(search, &answers)).transpose()?;
            if let Some(answers) = without.flatten() {
                diesel::update(revisions::table.find(id))
                    .set(revisions::template_answers.eq(answers))
                    .execute(db)?;
            }
        }
    }
    Ok(())
}

/// What moderators, flaggers and those who opened it again wrote about it, and what people were told of that.
fn notes(db: &mut Db, search: &mut Search<'_>, reach: &Reach) -> Result<(), StoreError> {
    let threads = &reach.threads;
    plain!(db, search, Note, closures.note, closures::thread_id, threads);
    plain!(db, search, Note, reopenings.reason, reopenings::thread_id, threads);
    plain!(
        db,
        search,
        Note,
        moderations.reason,
        moderations::thread_id.assume_not_null(),
        threads
    );
    plain!(
        db,
        search,
        Note,
        moderations.was,
        moderations::thread_id.assume_not_null(),
        threads
    );
    plain!(
        db,
        search,
        Note,
        moderations.became,
        moderations::thread_id.assume_not_null(),
        threads
    );
    plain!(db, search, Note, tidings.reason, tidings::thread_id, threads);
    plain!(
        db,
        search,
        Note,
        selections.reason,
        selections::id,
        selections_of(db, reach)?
    );
    plain!(db, search, Note, flags.words, flags::case_id, reach.cases);
    plain!(db, search, Note, cases.note, cases::id, reach.cases);
    plain!(db, search, Note, cases.held_words, cases::id, reach.cases);
    of_restraints(db, search, reach)
}

/// What was said to people about what they wrote here.
fn of_restraints(db: &mut Db, search: &mut Search<'_>, reach: &Reach) -> Result<(), StoreError> {
    plain!(
        db,
        search,
        Note,
        restraints.reason,
        restraints::thread_id.assume_not_null(),
        reach.threads
    );
    plain!(
        db,
        search,
        Note,
        restraints.reason,
        restraints::reply_id.assume_not_null(),
        reach.replies
    );
    plain!(
        db,
        search,
        Note,
        restraints.reason,
        restraints::comment_id.assume_not_null(),
        reach.comments
    );
    Ok(())
}

/// The acts on several pieces that were done to something in these threads.
fn selections_of(db: &mut Db, reach: &Reach) -> Result<Vec<i64>, StoreError> {
    let mut found: Vec<i64> = Vec::new();
    for some in reach.threads.chunks(AT_ONCE) {
        let thread = moderations::thread_id.assume_not_null();
        let rows: Vec<Option<i64>> = moderations::table
            .filter(among(thread, some.iter().copied()))
            .filter(moderations::selection_id.is_not_null())
            .select(moderations::selection_id)
            .load(db)?;
        found.extend(rows.into_iter().flatten());
    }
    found.sort_unstable();
    found.dedup();
    Ok(found)
}

/// The bytes of messages that became these posts are forgotten: no code of mail hides the words in them.
pub(super) fn forget_messages(tx: &mut Db, reach: &Reach) -> Result<(), StoreError> {
    for some in reach.threads.chunks(AT_ONCE) {
        let thread = incoming_messages::thread_id.assume_not_null();
        diesel::update(incoming_messages::table.filter(among(thread, some.iter().copied())))
            .set(incoming_messages::raw.eq(None::<Vec<u8>>))
            .execute(tx)?;
    }
    Ok(())
}

/// A text that is rendered anew shows pictures from elsewhere as links until their copies are put back into it.
fn note_pictures(search: &mut Search<'_>, post: PostId, written: &Written) {
    if !written.pictures_elsewhere.is_empty() {
        search.pictures.push(post);
    }
}

/// Has the pictures of texts that were rendered anew put back.
pub(super) fn copy_pictures(tx: &mut Db, search: &Search<'_>, now: DateTime<Utc>) -> Result<(), StoreError> {
    for post in &search.pictures {
        jobs::enqueue(tx, &Job::copying(*post, 0), now)?;
    }
    Ok(())
}
