//! Scans: what is here already, imported or older than the words that are watched, is looked through as what is posted is. What looks
//! like advertising becomes a case of the desk and stays in sight: thousands of posts are not hidden on a machine's word.
//!
//! A scan goes by steps. Each reads and judges outside of any write, and its row moves on in the transaction that writes what it found,
//! if nobody moved it meanwhile: so a scan that was interrupted goes on, and one that runs twice brings nothing twice.

use std::sync::Arc;

use chrono::{DateTime, NaiveDateTime, Utc};
use diesel::prelude::*;
use diesel::sql_types::{BigInt, Bool, Nullable, Text};

use super::cases;
use super::native::each;
use super::schema::{comments, replies, scans, threads};
use super::time::{row_time, utc};
use super::{Db, StoreError, jobs, screening, settings, spam_lessons, users, watched_words};
use crate::domain::case::{HoldReason, Piece};
use crate::domain::category::TemplateAnswer;
use crate::domain::id::{ScanId, UserId};
use crate::domain::job::Job;
use crate::domain::role::Trust;
use crate::domain::scan::{MOST_CASES, PieceNoun, Place};
use crate::domain::spam::{LEAST_LESSONS, SpamRule, Verdict, Watch, Writer, judge};

/// How many pieces are looked at in one step.
const STEP: i64 = 200;

/// How asking for a scan ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Beginning {
    /// It begins.
    Begun,
    /// One is on its way, and goes on.
    Running,
}

/// A scan.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Scan {
    /// Its number.
    pub id: ScanId,
    /// When it was asked for.
    pub asked_at: DateTime<Utc>,
    /// When it ended, if it has.
    pub ended_at: Option<DateTime<Utc>>,
    /// Where it is, or stopped; nothing once everything is looked through.
    pub place: Option<Place>,
    /// How many pieces it looked at.
    pub piece_count: i64,
    /// How many of them it brought to the desk.
    pub case_count: i64,
}

type Row = (
    i64,
    NaiveDateTime,
    Option<NaiveDateTime>,
    (Option<String>, i64),
    (i64, i64),
);

#[diesel::dsl::auto_type]
fn rows() -> _ {
    scans::table.select((
        scans::id,
        scans::asked_at,
        scans::ended_at,
        (scans::noun, scans::after_id),
        (scans::piece_count, scans::case_count),
    ))
}

fn scan((id, asked_at, ended_at, (noun, after), counts): Row) -> Result<Scan, StoreError> {
    let strange = || StoreError::Unexpected(format!("scan {id}"));
    let noun = noun.map(|noun| PieceNoun::parse(&noun).ok_or_else(strange));
    Ok(Scan {
        id: ScanId::stored(id),
        asked_at: utc(asked_at),
        ended_at: ended_at.map(utc),
        place: noun.transpose()?.map(|noun| Place { noun, after }),
        piece_count: counts.0,
        case_count: counts.1,
    })
}

/// The newest scan.
fn newest(db: &mut Db) -> Result<Option<Scan>, StoreError> {
    let row: Option<Row> = rows().order(scans::id.desc()).first(db).optional()?;
    row.map(scan).transpose()
}

/// Begins a scan, behind what the one before it looked through if that stopped on its way; only one runs at a time.
pub fn begin(tx: &mut Db, by: Option<UserId>, now: DateTime<Utc>) -> Result<Beginning, StoreError> {
    let before = newest(tx)?;
    if let Some(going) = before.as_ref().filter(|scan| scan.ended_at.is_none()) {
        // The job of one that was given up is written anew.
        jobs::enqueue_once(tx, &Job::ScanPosts { scan: going.id }, now)?;
        return Ok(Beginning::Running);
    }
    let place = before.and_then(|scan| scan.place).unwrap_or(Place::BEGINNING);
    let values = (
        scans::asked_by_id.eq(by.map(UserId::get)),
        scans::asked_at.eq(row_time(now)),
        scans::noun.eq(Some(place.noun.as_str())),
        scans::after_id.eq(place.after),
    );
    // Somebody else may have asked in the same moment.
    let made = each!(tx => diesel::insert_into(scans::table).values(values).on_conflict_do_nothing().execute(tx))?;
    match newest(tx)?.filter(|_| made > 0) {
        Some(scan) => {
            jobs::enqueue(tx, &Job::ScanPosts { scan: scan.id }, now)?;
            Ok(Beginning::Begun)
        }
        None => Ok(Beginning::Running),
    }
}

/// What a step looked at, to be written.
#[derive(Debug)]
pub struct Looked {
    scan: ScanId,
    from: Place,
    to: Option<Place>,
    piece_count: i64,
    found: Vec<Found>,
}

#[derive(Debug)]
struct Found {
    thread: i64,
    piece: Piece,
    why: HoldReason,
    words: String,
}

/// What pieces are judged by.
struct Rules {
    watch: Arc<Watch>,
    likeness: SpamRule,
}

/// Looks at the next pieces of a scan; nothing when it has ended.
pub fn look(db: &mut Db, id: ScanId) -> Result<Option<Looked>, StoreError> {
    let row: Option<Row> = rows().filter(scans::id.eq(id.get())).first(db).optional()?;
    let going = row.map(scan).transpose()?.filter(|scan| scan.ended_at.is_none());
    let Some((from, case_count)) = going.and_then(|scan| Some((scan.place?, scan.case_count))) else {
        return Ok(None);
    };
    let rules = Rules {
        watch: watched_words::watch(db)?,
        likeness: settings::load(db)?.spam.likeness,
    };
    let pieces = pieces(db, from)?;
    let mut looked = Looked {
        scan: id,
        from,
        to: Some(from),
        piece_count: 0,
        found: Vec::new(),
    };
    let is_last = (pieces.len() as i64) < STEP;
    for piece in pieces {
        looked.piece_count += 1;
        looked.to = Some(Place {
            after: piece.id,
            ..from
        });
        looked.found.extend(suspicious(db, &rules, from.noun, &piece)?);
        if case_count + looked.found.len() as i64 >= MOST_CASES {
            return Ok(Some(looked));
        }
    }
    if is_last {
        let next = from.noun.next();
        looked.to = next.map(|noun| Place { noun, after: 0 });
    }
    Ok(Some(looked))
}

#[derive(QueryableByName)]
struct PieceRow {
    #[diesel(sql_type = BigInt)]
    id: i64,
    #[diesel(sql_type = BigInt)]
    home_id: i64,
    #[diesel(sql_type = Nullable<BigInt>)]
    author_id: Option<i64>,
    #[diesel(sql_type = Text)]
    title: String,
    #[diesel(sql_type = Text)]
    answers: String,
    #[diesel(sql_type = Text)]
    body: String,
    #[diesel(sql_type = Bool)]
    is_gone: bool,
    #[diesel(sql_type = Bool)]
    is_unknown: bool,
}

/// The next pieces, by their numbers.
///
/// Nobody knows newcomers yet, and nobody those here whom only an import brought, with an account that nobody took over or with none.
fn pieces(db: &mut Db, from: Place) -> Result<Vec<PieceRow>, StoreError> {
    let thread_is_gone = "(select threads.deleted_at is not null from threads where threads.id = piece.thread_id)";
    let (table, home, texts, is_gone) = match from.noun {
        PieceNoun::Thread => (
            "threads",
            "piece.id",
            "piece.title as title, piece.template_answers as answers",
            "piece.deleted_at is not null".to_owned(),
        ),
        PieceNoun::Reply => (
            "replies",
            "piece.thread_id",
            "'' as title, '[]' as answers",
            format!("(piece.deleted_at is not null or {thread_is_gone})"),
        ),
        PieceNoun::Comment => (
            "comments",
            "piece.thread_id",
            "'' as title, '[]' as answers",
            format!(
                "(piece.deleted_at is not null or {thread_is_gone} or coalesce(\
                 (select replies.deleted_at is not null from replies where replies.id = piece.reply_id), false))"
            ),
        ),
    };
    Ok(diesel::sql_query(format!(
        "select piece.id as id, {home} as home_id, piece.author_id as author_id, {texts}, piece.body_markdown as body, \
         {is_gone} as is_gone, coalesce((select users.closed_at is null and (users.email is null or users.trust = '{newcomer}') \
             from users where users.id = piece.author_id), true) as is_unknown \
         from {table} as piece where piece.id > $1 order by piece.id limit {STEP}",
        newcomer = Trust::Newcomer,
    ))
    .bind::<BigInt, _>(from.after)
    .load(db)?)
}

/// Why a moderator is to look at a piece, if one is to who has not yet.
fn suspicious(db: &mut Db, rules: &Rules, noun: PieceNoun, row: &PieceRow) -> Result<Option<Found>, StoreError> {
    if row.is_gone {
        return Ok(None);
    }
    let answers: Vec<TemplateAnswer> = serde_json::from_str(&row.answers).unwrap_or_default();
    let mut parts = vec![row.title.as_str(), row.body.as_str()];
    parts.extend(answers.iter().map(|answer| answer.answer.as_str()));
    let Some((why, words)) = why(db, rules, &parts, row.is_unknown)? else {
        return Ok(None);
    };
    let piece = noun.piece(row.id);
    if cases::waits_or_was_left(db, piece)? || is_spared(db, row.author_id)? {
        return Ok(None);
    }
    Ok(Some(Found {
        thread: row.home_id,
        piece,
        why,
        words,
    }))
}

fn why(
    db: &mut Db,
    rules: &Rules,
    parts: &[&str],
    is_unknown: bool,
) -> Result<Option<(HoldReason, String)>, StoreError> {
    let watched = match judge(parts, Writer::Member, &rules.watch) {
        Verdict::Blocked(words) => Some(words),
        Verdict::Passed(passed) => passed.held_for,
    };
    if let Some(words) = watched {
        return Ok(Some((HoldReason::Watched, words)));
    }
    match is_unknown {
        true => screening::likeness(db, rules.likeness, parts),
        false => Ok(None),
    }
}

/// Whether nothing of theirs is held, as they have a role or are of the staff.
fn is_spared(db: &mut Db, author: Option<i64>) -> Result<bool, StoreError> {
    let Some(author) = author else { return Ok(false) };
    let author = users::find(db, UserId::stored(author))?;
    Ok(!Writer::of(&author).may_be_held())
}

/// Brings to the desk what a step found, and moves its scan on, unless another worker did so meanwhile.
pub fn settle(tx: &mut Db, looked: &Looked, now: DateTime<Utc>) -> Result<(), StoreError> {
    let there = scans::table
        .find(looked.scan.get())
        .filter(scans::ended_at.is_null())
        .filter(scans::noun.eq(looked.from.noun.as_str()))
        .filter(scans::after_id.eq(looked.from.after));
    let moved = diesel::update(there)
        .set((
            scans::noun.eq(looked.to.map(|to| to.noun.as_str())),
            scans::after_id.eq(looked.to.map_or(0, |to| to.after)),
            scans::piece_count.eq(scans::piece_count + looked.piece_count),
            // What is looked through has no place any more, and has ended.
            scans::ended_at.eq(looked.to.is_none().then(|| row_time(now))),
        ))
        .execute(tx)?;
    if moved == 0 {
        return Ok(());
    }
    // All threads are held in one order, as others hold them.
    let mut found: Vec<&Found> = looked.found.iter().collect();
    found.sort_unstable_by_key(|found| (found.thread, found.piece));
    let mut case_count = 0;
    for found in found {
        case_count += i64::from(cases::bring(tx, found.piece, found.why, &found.words, now)?);
    }
    let scan = scans::table.find(looked.scan.get());
    diesel::update(scan)
        .set(scans::case_count.eq(scans::case_count + case_count))
        .execute(tx)?;
    diesel::update(
        scan.filter(scans::ended_at.is_null())
            .filter(scans::case_count.ge(MOST_CASES)),
    )
    .set(scans::ended_at.eq(Some(row_time(now))))
    .execute(tx)?;
    Ok(())
}

/// What the page of watched words says of scans.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Scanning {
    /// The newest scan, if there was one.
    pub newest: Option<Scan>,
    /// How far it is, in percent.
    pub percent: i64,
    /// Whether it stands still, as its job was given up.
    pub is_given_up: bool,
    /// Whether enough was learnt to tell advertising, and it is to be told.
    pub tells_advertising: bool,
}

/// How it stands with looking through what is here.
pub fn standing(db: &mut Db) -> Result<Scanning, StoreError> {
    let newest = newest(db)?;
    let (_, lessons) = spam_lessons::known(db, &[])?;
    let learnt = lessons.spam.min(lessons.ham) >= LEAST_LESSONS;
    let going = newest.as_ref().filter(|scan| scan.ended_at.is_none());
    let (percent, is_given_up) = match going.and_then(|scan| Some((scan.id, scan.place?))) {
        Some((scan, place)) => (
            place.percent(&last_numbers(db)?),
            !jobs::is_waiting(db, &Job::ScanPosts { scan })?,
        ),
        None => (100, false),
    };
    Ok(Scanning {
        newest,
        percent,
        is_given_up,
        tells_advertising: learnt && settings::load(db)?.spam.likeness.holds_any(),
    })
}

fn last_numbers(db: &mut Db) -> Result<[(PieceNoun, i64); 3], StoreError> {
    let thread = threads::table.order(threads::id.desc()).select(threads::id).first(db);
    let thread: Option<i64> = thread.optional()?;
    let reply = replies::table.order(replies::id.desc()).select(replies::id).first(db);
    let reply: Option<i64> = reply.optional()?;
    let comment = comments::table
        .order(comments::id.desc())
        .select(comments::id)
        .first(db);
    let comment: Option<i64> = comment.optional()?;
    Ok([
        (PieceNoun::Thread, thread.unwrap_or_default()),
        (PieceNoun::Reply, reply.unwrap_or_default()),
        (PieceNoun::Comment, comment.unwrap_or_default()),
    ])
}
