//! Uploads: whose a file is, where it stands, who may see it, and when it goes.
//!
//! A file belongs to the post in whose text its address stands. While it stands in none it is its owner's alone, for a day; what was
//! taken out of a text is kept for thirty, as edits can be undone.

mod seeing;

use chrono::{DateTime, Duration, NaiveDateTime, Utc};
use diesel::prelude::*;

use super::native::among;
use super::schema::uploads;
use super::time::row_time;
use super::written::Written;
use super::{Db, StoreError, jobs};
use crate::domain::id::{UploadId, UserId};
use crate::domain::job::Job;
use crate::domain::upload::{FileName, Pixels, PostId, Upload, UploadKind};

pub use seeing::{Found, copies_of, find};

/// How long a file waits for a post.
const WAITS: Duration = Duration::days(1);
/// How long a file is kept that was taken out of a text.
const KEPT_OUT_OF_A_TEXT: Duration = Duration::days(30);
/// How many rows a sweep deletes at once.
const AT_ONCE: i64 = 100;

/// Whose a new file is.
#[derive(Debug, Clone)]
pub struct Whose {
    /// Who brings it; nobody for what the program copies.
    pub owner: Option<UserId>,
    /// How many files they may bring in 24 hours.
    pub most_a_day: i64,
    /// The post that it belongs to already.
    pub post: Option<PostId>,
    /// Where it was copied from.
    pub source: Option<String>,
    /// When.
    pub now: DateTime<Utc>,
}

/// A file that is to be kept.
#[derive(Debug, Clone)]
pub struct NewUpload {
    /// The hash of its bytes.
    pub hash: String,
    /// What it is called.
    pub name: FileName,
    /// What it is.
    pub kind: UploadKind,
    /// How many bytes it has.
    pub bytes: i64,
    /// How large a picture is.
    pub pixels: Option<Pixels>,
    /// What a picture shows.
    pub alt: String,
}

/// How keeping a file begins.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Begun {
    /// Its bytes lie there already.
    Kept(Upload),
    /// Its bytes are to be put under its key.
    Wanted(Upload),
    /// Its owner has brought so many today.
    TooMany(i64),
}

/// Writes the row of a file, unless its owner has brought enough. Bytes that lie there already are named once more.
pub fn begin(tx: &mut Db, whose: &Whose, new: &NewUpload) -> Result<Begun, StoreError> {
    let now = whose.now;
    if let Some(owner) = whose.owner
        && has_brought(tx, owner, whose.most_a_day, now)?
    {
        return Ok(Begun::TooMany(whose.most_a_day));
    }
    let known = known_key(tx, &new.hash)?;
    let is_kept = known.is_some();
    let key = known.unwrap_or_else(|| format!("{}-{:016x}", new.hash, rand::random::<u64>()));
    let (thread, reply) = columns(whose.post);
    let id: i64 = diesel::insert_into(uploads::table)
        .values((
            (
                uploads::owner_id.eq(whose.owner.map(UserId::get)),
                uploads::thread_id.eq(thread),
                uploads::reply_id.eq(reply),
                uploads::name.eq(new.name.as_str()),
                uploads::kind.eq(new.kind.as_str()),
                uploads::byte_count.eq(new.bytes),
                uploads::width.eq(new.pixels.map(|pixels| side(pixels.width))),
                uploads::height.eq(new.pixels.map(|pixels| side(pixels.height))),
            ),
            (
                uploads::alt.eq(&new.alt),
                uploads::source_url.eq(whose.source.as_deref()),
                uploads::hash.eq(&new.hash),
                uploads::depot_key.eq(&key),
                uploads::made_at.eq(row_time(now)),
                uploads::kept_at.eq(is_kept.then(|| row_time(now))),
                uploads::expires_at.eq(whose.post.is_none().then(|| row_time(now + WAITS))),
            ),
        ))
        .returning(uploads::id)
        .get_result(tx)?;
    let upload = Upload {
        id: UploadId::stored(id),
        owner: whose.owner,
        name: new.name.clone(),
        kind: new.kind,
        bytes: new.bytes,
        pixels: new.pixels,
        alt: new.alt.clone(),
        key,
    };
    Ok(if is_kept {
        Begun::Kept(upload)
    } else {
        Begun::Wanted(upload)
    })
}

/// Whether somebody has brought so many files within a day.
pub fn has_brought(db: &mut Db, owner: UserId, most: i64, now: DateTime<Utc>) -> Result<bool, StoreError> {
    if most <= 0 {
        return Ok(true);
    }
    let last: Option<i64> = uploads::table
        .filter(uploads::owner_id.eq(owner.get()))
        .filter(uploads::made_at.gt(row_time(now - Duration::days(1))))
        .order(uploads::made_at)
        .offset(most - 1)
        .limit(1)
        .select(uploads::id)
        .first(db)
        .optional()?;
    Ok(last.is_some())
}

/// The key of bytes of this hash that lie there; their row is held, so that a sweep does not take them away meanwhile.
fn known_key(tx: &mut Db, hash: &str) -> Result<Option<String>, StoreError> {
    let known = uploads::table
        .filter(uploads::hash.eq(hash))
        .filter(uploads::kept_at.is_not_null())
        .limit(1)
        .select(uploads::depot_key);
    Ok(match tx {
        Db::Postgres(db) => known.for_update().first(db).optional()?,
        Db::Sqlite(db) => known.first(db).optional()?,
    })
}

/// The bytes of a file lie there.
pub fn is_kept(tx: &mut Db, id: UploadId, now: DateTime<Utc>) -> Result<(), StoreError> {
    diesel::update(uploads::table.find(id.get()))
        .set(uploads::kept_at.eq(Some(row_time(now))))
        .execute(tx)?;
    Ok(())
}

/// Takes back the row of a file whose bytes could not be put there; what of them was written is removed.
pub fn drop_unkept(tx: &mut Db, id: UploadId) -> Result<(), StoreError> {
    let unkept = uploads::table.find(id.get()).filter(uploads::kept_at.is_null());
    diesel::delete(unkept).execute(tx)?;
    Ok(())
}

/// Gives a post the files whose addresses stand in its text: those of its writer that belong to none, and its own that were taken
/// out and are back. What no longer stands in it is taken out.
pub(super) fn attach(
    tx: &mut Db,
    post: PostId,
    body: &Written,
    writer: UserId,
    now: DateTime<Utc>,
) -> Result<(), StoreError> {
    let named = &body.uploads;
    give(tx, post, body, writer, now)?;
    let (thread, reply) = columns(Some(post));
    let ids: Vec<i64> = named.iter().map(|id| id.get()).collect();
    let back = (
        uploads::removed_at.eq(None::<NaiveDateTime>),
        uploads::expires_at.eq(None::<NaiveDateTime>),
    );
    let out = (
        uploads::removed_at.eq(Some(row_time(now))),
        uploads::expires_at.eq(Some(row_time(now + KEPT_OUT_OF_A_TEXT))),
    );
    // A picture that was copied stands in the text by its own address.
    let brought = uploads::source_url.is_null();
    let is_gone = brought.and(uploads::removed_at.is_null());
    let is_back = brought.and(uploads::removed_at.is_not_null());
    match (thread, reply) {
        (Some(thread), _) => {
            let own = uploads::table.filter(uploads::thread_id.eq(thread));
            let named = || among(uploads::id, ids.iter().copied());
            diesel::update(own.filter(is_back).filter(named()))
                .set(back)
                .execute(tx)?;
            diesel::update(own.filter(is_gone).filter(diesel::dsl::not(named())))
                .set(out)
                .execute(tx)?;
        }
        (None, reply) => {
            let own = uploads::table.filter(uploads::reply_id.eq(reply.unwrap_or_default()));
            let named = || among(uploads::id, ids.iter().copied());
            diesel::update(own.filter(is_back).filter(named()))
                .set(back)
                .execute(tx)?;
            diesel::update(own.filter(is_gone).filter(diesel::dsl::not(named())))
                .set(out)
                .execute(tx)?;
        }
    }
    Ok(())
}

/// Gives a new post the files of its writer whose addresses stand in its text, and has pictures from elsewhere copied.
pub(super) fn give(
    tx: &mut Db,
    post: PostId,
    body: &Written,
    writer: UserId,
    now: DateTime<Utc>,
) -> Result<(), StoreError> {
    let named = &body.uploads;
    if body.has_pictures_elsewhere {
        jobs::enqueue(tx, &Job::copying(post, 0), now)?;
    }
    if named.is_empty() {
        return Ok(());
    }
    let (thread, reply) = columns(Some(post));
    let free = uploads::table
        .filter(among(uploads::id, named.iter().map(|id| id.get())))
        .filter(uploads::owner_id.eq(writer.get()))
        .filter(uploads::thread_id.is_null())
        .filter(uploads::reply_id.is_null());
    diesel::update(free)
        .set((
            uploads::thread_id.eq(thread),
            uploads::reply_id.eq(reply),
            uploads::expires_at.eq(None::<NaiveDateTime>),
        ))
        .execute(tx)?;
    Ok(())
}

/// Lets the files of a post go, as it was deleted for ever: the next sweep takes them.
pub fn let_go(tx: &mut Db, post: PostId, now: DateTime<Utc>) -> Result<(), StoreError> {
    let gone = (
        uploads::removed_at.eq(Some(row_time(now))),
        uploads::expires_at.eq(Some(row_time(now))),
    );
    match post {
        PostId::Thread(id) => diesel::update(uploads::table.filter(uploads::thread_id.eq(id.get())))
            .set(gone)
            .execute(tx)?,
        PostId::Reply(id) => diesel::update(uploads::table.filter(uploads::reply_id.eq(id.get())))
            .set(gone)
            .execute(tx)?,
    };
    Ok(())
}

/// Deletes files whose time has run out, and has the bytes removed that no other row names.
pub fn sweep(tx: &mut Db, now: DateTime<Utc>) -> Result<usize, StoreError> {
    let ended: Vec<(i64, String)> = uploads::table
        .filter(uploads::expires_at.le(row_time(now)))
        .order(uploads::expires_at)
        .limit(AT_ONCE)
        .select((uploads::id, uploads::depot_key))
        .load(tx)?;
    if ended.is_empty() {
        return Ok(0);
    }
    let ids = ended.iter().map(|(id, _)| *id);
    let count = diesel::delete(uploads::table.filter(among(uploads::id, ids))).execute(tx)?;
    let mut keys: Vec<String> = ended.into_iter().map(|(_, key)| key).collect();
    keys.sort_unstable();
    keys.dedup();
    for key in keys {
        let others = uploads::table.filter(uploads::depot_key.eq(&key));
        if !diesel::select(diesel::dsl::exists(others)).get_result::<bool>(tx)? {
            jobs::enqueue(tx, &Job::RemoveBytes { key }, now)?;
        }
    }
    Ok(count)
}

fn columns(post: Option<PostId>) -> (Option<i64>, Option<i64>) {
    match post {
        Some(PostId::Thread(id)) => (Some(id.get()), None),
        Some(PostId::Reply(id)) => (None, Some(id.get())),
        None => (None, None),
    }
}

fn side(pixels: u32) -> i32 {
    i32::try_from(pixels).unwrap_or(i32::MAX)
}
