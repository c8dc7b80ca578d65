//! What moderators' decisions taught about advertising: how often each word and host stood in either kind of text, and what each
//! decision added, so that taking it back takes exactly that away.

use chrono::{DateTime, Duration, NaiveDateTime, Utc};
use diesel::prelude::*;
use diesel::sql_types::{BigInt, Text};

use super::native::{among, each};
use super::schema::{cases, removals, replies, spam_lessons, spam_tokens, threads};
use super::time::{row_time, utc};
use super::{Db, StoreError};
use crate::domain::id::{RemovalId, UserId};
use crate::domain::redaction::Words;
use crate::domain::spam::{Counts, Lesson, MOST_KEPT, tokens};

/// The row that counts the lessons themselves; no text has such a token.
const LESSONS: &str = "";
/// For how long a decision's lesson can be taken back: then only the counts are kept.
const KEPT: Duration = Duration::days(180);
/// How many rows a sweep deletes at once.
const BATCH: i64 = 500;
/// How many rows are named in one statement.
const AT_ONCE: usize = 200;
/// How many of a removed person's threads and replies teach.
const TAUGHT: i64 = 20;

/// What was decided on, once.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Source {
    Case(i64),
    Removal(i64),
}

/// What a case teaches from now on: what it taught before is taken back.
pub(super) fn of_case(tx: &mut Db, case: i64, lesson: Option<Lesson>, now: DateTime<Utc>) -> Result<(), StoreError> {
    unlearn(tx, Source::Case(case))?;
    let Some(lesson) = lesson else { return Ok(()) };
    let (title, body) = text_of(tx, case)?;
    learn(tx, Source::Case(case), lesson, &tokens(&[&title, &body]), now)
}

#[derive(QueryableByName)]
struct TextRow {
    #[diesel(sql_type = Text)]
    title: String,
    #[diesel(sql_type = Text)]
    body: String,
}

fn text_of(db: &mut Db, case: i64) -> Result<(String, String), StoreError> {
    let row: TextRow = diesel::sql_query(
        "select case when cases.thread_id is null then '' else threads.title end as title, \
             coalesce(comments.body_markdown, replies.body_markdown, threads.body_markdown) as body \
         from cases left join comments on comments.id = cases.comment_id left join replies on replies.id = cases.reply_id \
         left join threads on threads.id = cases.thread_id where cases.id = $1",
    )
    .bind::<BigInt, _>(case)
    .get_result(db)?;
    Ok((row.title, row.body))
}

/// The newest of what somebody wrote, as far as a removal teaches it: what is there still, and what is held.
pub(super) fn written_by(db: &mut Db, user: UserId) -> Result<Vec<String>, StoreError> {
    let of_threads: Vec<(String, String)> = threads::table
        .filter(threads::author_id.eq(user.get()))
        .filter(threads::deleted_at.is_null())
        .order((threads::created_at.desc(), threads::id.desc()))
        .limit(TAUGHT)
        .select((threads::title, threads::body_markdown))
        .load(db)?;
    let of_replies: Vec<String> = replies::table
        .filter(replies::author_id.eq(user.get()))
        .filter(replies::deleted_at.is_null())
        .order((replies::created_at.desc(), replies::id.desc()))
        .limit(TAUGHT)
        .select(replies::body_markdown)
        .load(db)?;
    // What is held is hidden, and is what a removal is most often about.
    let held: Vec<i64> = cases::table
        .filter(cases::author_id.eq(user.get()))
        .filter(cases::held_at.is_not_null())
        .filter(cases::decided_at.is_null())
        .order(cases::id)
        .limit(TAUGHT)
        .select(cases::id)
        .load(db)?;
    let mut texts = of_threads;
    for case in held {
        texts.push(text_of(db, case)?);
    }
    let texts = texts.into_iter().flat_map(|(title, body)| [title, body]);
    Ok(texts.chain(of_replies).collect())
}

/// A spammer who was removed teaches once, by what they wrote.
///
/// This comes last in its transaction: whoever learns waits for others who learn, and must not then wait for a thread.
pub(super) fn of_removal(
    tx: &mut Db,
    removal: RemovalId,
    written: &[String],
    now: DateTime<Utc>,
) -> Result<(), StoreError> {
    let parts: Vec<&str> = written.iter().map(String::as_str).collect();
    learn(tx, Source::Removal(removal.get()), Lesson::Spam, &tokens(&parts), now)
}

/// What a removal taught is taken back.
pub(super) fn forget_removal(tx: &mut Db, removal: RemovalId) -> Result<(), StoreError> {
    unlearn(tx, Source::Removal(removal.get()))
}

fn learn(tx: &mut Db, source: Source, lesson: Lesson, tokens: &[String], now: DateTime<Utc>) -> Result<(), StoreError> {
    if tokens.is_empty() {
        return Ok(());
    }
    let (case, removal) = match source {
        Source::Case(id) => (Some(id), None),
        Source::Removal(id) => (None, Some(id)),
    };
    diesel::insert_into(spam_lessons::table)
        .values((
            spam_lessons::case_id.eq(case),
            spam_lessons::removal_id.eq(removal),
            spam_lessons::lesson.eq(lesson.as_str()),
            spam_lessons::tokens.eq(tokens.join(" ")),
            spam_lessons::learnt_at.eq(row_time(now)),
        ))
        .execute(tx)?;
    // First, so that those who learn at once take turns.
    count(tx, lesson, &[LESSONS], 1, now)?;
    let new: Vec<_> = tokens
        .iter()
        .map(|token| (spam_tokens::token.eq(token), spam_tokens::touched_at.eq(row_time(now))))
        .collect();
    each!(tx => diesel::insert_into(spam_tokens::table).values(&new).on_conflict_do_nothing().execute(tx))?;
    let tokens: Vec<&str> = tokens.iter().map(String::as_str).collect();
    count(tx, lesson, &tokens, 1, now)
}

fn unlearn(tx: &mut Db, source: Source) -> Result<(), StoreError> {
    let row = spam_lessons::table.select((
        spam_lessons::id,
        spam_lessons::lesson,
        spam_lessons::tokens,
        spam_lessons::learnt_at,
    ));
    let row: Option<(i64, String, String, NaiveDateTime)> = match source {
        Source::Case(id) => row.filter(spam_lessons::case_id.eq(id)).first(tx).optional()?,
        Source::Removal(id) => row.filter(spam_lessons::removal_id.eq(id)).first(tx).optional()?,
    };
    let Some((id, lesson, tokens, learnt_at)) = row else {
        return Ok(());
    };
    diesel::delete(spam_lessons::table.find(id)).execute(tx)?;
    let lesson = Lesson::parse(&lesson).ok_or_else(|| StoreError::Unexpected(format!("spam lesson {id}")))?;
    let (tokens, at) = (tokens.split(' ').collect::<Vec<_>>(), utc(learnt_at));
    count(tx, lesson, &[LESSONS], -1, at)?;
    count(tx, lesson, &tokens, -1, at)
}

/// Forgets the texts of cases that were deleted for good: what only they taught, and how to take their lessons back.
///
/// This comes last in its transaction, as learning does.
pub(super) fn forget_texts(tx: &mut Db, cases: &[i64], now: DateTime<Utc>) -> Result<(), StoreError> {
    let lessons = lessons_of(tx, cases, &[])?;
    for some in lessons.chunks(AT_ONCE) {
        let ids = some.iter().map(|lesson| lesson.0);
        diesel::delete(spam_lessons::table.filter(among(spam_lessons::id, ids))).execute(tx)?;
    }
    let mut only_here: Vec<&str> = lessons.iter().flat_map(|lesson| lesson.1.split(' ')).collect();
    only_here.sort_unstable();
    only_here.dedup();
    take_turn(tx, now)?;
    for some in only_here.chunks(AT_ONCE) {
        let named = among(spam_tokens::token, some.iter().map(|token| (*token).to_owned()));
        let rows = spam_tokens::table
            .filter(named)
            .filter(spam_tokens::seen_count.le(1))
            .filter(spam_tokens::token.ne(LESSONS));
        diesel::delete(rows).execute(tx)?;
    }
    Ok(())
}

/// Forgets words that nobody may read: out of what these cases taught, and the removals of these people, and out of what is known.
///
/// This comes last in its transaction, as learning does.
pub(super) fn forget_words(
    tx: &mut Db,
    cases: &[i64],
    people: &[i64],
    words: &Words,
    now: DateTime<Utc>,
) -> Result<(), StoreError> {
    let mut gone = tokens(&[words.reveal()]);
    let of_words = gone.clone();
    let is_told = |token: &str| of_words.iter().any(|word| token.contains(word.as_str()));
    for (id, taught) in lessons_of(tx, cases, people)? {
        let (told, kept): (Vec<&str>, Vec<&str>) = taught.split(' ').partition(|token| is_told(token));
        if told.is_empty() {
            continue;
        }
        diesel::update(spam_lessons::table.find(id))
            .set(spam_lessons::tokens.eq(kept.join(" ")))
            .execute(tx)?;
        gone.extend(told.into_iter().map(str::to_owned));
    }
    take_turn(tx, now)?;
    for some in gone.chunks(AT_ONCE) {
        let rows = spam_tokens::table
            .filter(among(spam_tokens::token, some.iter().cloned()))
            .filter(spam_tokens::token.ne(LESSONS));
        diesel::delete(rows).execute(tx)?;
    }
    Ok(())
}

/// The lessons of these cases, and of the removals of these people.
fn lessons_of(db: &mut Db, cases: &[i64], people: &[i64]) -> Result<Vec<(i64, String)>, StoreError> {
    let mut found: Vec<(i64, String)> = Vec::new();
    let chosen = (spam_lessons::id, spam_lessons::tokens);
    for some in cases.chunks(AT_ONCE) {
        let case = spam_lessons::case_id.assume_not_null();
        let rows = spam_lessons::table.filter(among(case, some.iter().copied()));
        found.extend(rows.select(chosen).load::<(i64, String)>(db)?);
    }
    for some in people.chunks(AT_ONCE) {
        let removed = removals::table.filter(among(removals::user_id, some.iter().copied()));
        let removed: Vec<i64> = removed.select(removals::id).load(db)?;
        let removal = spam_lessons::removal_id.assume_not_null();
        let rows = spam_lessons::table.filter(among(removal, removed));
        found.extend(rows.select(chosen).load::<(i64, String)>(db)?);
    }
    Ok(found)
}

/// Those who learn or forget at once take turns.
fn take_turn(tx: &mut Db, now: DateTime<Utc>) -> Result<(), StoreError> {
    count(tx, Lesson::Ham, &[LESSONS], 0, now)
}

/// Counts so many more of each of these tokens; what was swept away meanwhile is not counted down.
fn count(tx: &mut Db, lesson: Lesson, tokens: &[&str], more: i64, at: DateTime<Utc>) -> Result<(), StoreError> {
    let rows = spam_tokens::table.filter(among(
        spam_tokens::token,
        tokens.iter().map(|token| (*token).to_owned()),
    ));
    match lesson {
        Lesson::Spam => diesel::update(rows.filter(spam_tokens::spam_count.ge(-more)))
            .set((
                spam_tokens::spam_count.eq(spam_tokens::spam_count + more),
                spam_tokens::seen_count.eq(spam_tokens::seen_count + more),
                spam_tokens::touched_at.eq(row_time(at)),
            ))
            .execute(tx)?,
        Lesson::Ham => diesel::update(rows.filter(spam_tokens::ham_count.ge(-more)))
            .set((
                spam_tokens::ham_count.eq(spam_tokens::ham_count + more),
                spam_tokens::seen_count.eq(spam_tokens::seen_count + more),
                spam_tokens::touched_at.eq(row_time(at)),
            ))
            .execute(tx)?,
    };
    Ok(())
}

/// What was learnt of these tokens, and how many lessons there were of each kind.
pub fn known(db: &mut Db, tokens: &[String]) -> Result<(Vec<(String, Counts)>, Counts), StoreError> {
    let asked = tokens.iter().cloned().chain([LESSONS.to_owned()]);
    let rows: Vec<(String, i64, i64)> = spam_tokens::table
        .filter(among(spam_tokens::token, asked))
        .select((spam_tokens::token, spam_tokens::spam_count, spam_tokens::ham_count))
        .load(db)?;
    let mut lessons = Counts::default();
    let mut known = Vec::new();
    for (token, spam, ham) in rows {
        match token.as_str() {
            LESSONS => lessons = Counts { spam, ham },
            _ => known.push((token, Counts { spam, ham })),
        }
    }
    Ok((known, lessons))
}

/// Deletes old lessons, and the rarest tokens beyond as many as are kept; the row of the lessons stays.
pub fn sweep(tx: &mut Db, now: DateTime<Utc>) -> Result<usize, StoreError> {
    let old = spam_lessons::table
        .filter(spam_lessons::learnt_at.lt(row_time(now - KEPT)))
        .order(spam_lessons::learnt_at)
        .limit(BATCH)
        .select(spam_lessons::id);
    let old: Vec<i64> = old.load(tx)?;
    let lessons = diesel::delete(spam_lessons::table.filter(among(spam_lessons::id, old))).execute(tx)?;
    let rare: Vec<String> = spam_tokens::table
        .order((spam_tokens::seen_count.desc(), spam_tokens::touched_at.desc()))
        .offset(MOST_KEPT)
        .limit(BATCH)
        .select(spam_tokens::token)
        .load(tx)?;
    let rare = spam_tokens::table
        .filter(among(spam_tokens::token, rare))
        .filter(spam_tokens::token.ne(LESSONS));
    Ok(lessons + diesel::delete(rare).execute(tx)?)
}
