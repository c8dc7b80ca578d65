//! Uploads: whose a file is, where it stands, who may see it, and when it goes.
//!
//! A file belongs to the post in whose text its address stands. While it stands in none it is its owner's alone, for a day; what was
//! taken out of a text is kept for thirty, as edits can be undone.

mod giving;
mod seeing;

use chrono::{DateTime, Duration, NaiveDateTime, Utc};
use diesel::prelude::*;

use super::native::among;
use super::schema::uploads;
use super::time::row_time;
use super::{Db, StoreError, jobs};
use crate::domain::id::{UploadId, UserId};
use crate::domain::job::Job;
use crate::domain::upload::{FileName, Pixels, PostId, Upload, UploadKind};

pub use giving::let_go;
pub(super) use giving::{attach, give};
pub use seeing::{Found, copies_of, find};

/// Does something with the files of a post, whichever column names it.
macro_rules! of_post {
    ($post:expr, $own:ident => $body:expr) => {
        match $post {
            PostId::Thread(id) => {
                let $own = || uploads::table.filter(uploads::thread_id.eq(id.get()));
                $body
            }
            PostId::Reply(id) => {
                let $own = || uploads::table.filter(uploads::reply_id.eq(id.get()));
                $body
            }
        }
    };
}

use of_post;

/// How long a file waits for a post.
const WAITS: Duration = Duration::days(1);
/// How long bytes that could not be put may still arrive.
const ARRIVES_LATE: Duration = Duration::hours(1);
/// How many rows a sweep deletes at once.
const AT_ONCE: i64 = 100;

/// Whose a new file is.
#[derive(Debug, Clone)]
pub struct Whose {
    /// Who brings it, or wrote the text for which it is copied; nobody where nobody did.
    pub owner: Option<UserId>,
    /// How many files they may bring in 24 hours; as many may be copied for what they wrote.
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
    if has_brought(tx, whose)? {
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
                uploads::width.eq(new.pixels.map(|pixels| i64::from(pixels.width))),
                uploads::height.eq(new.pixels.map(|pixels| i64::from(pixels.height))),
            ),
            (
                uploads::alt.eq(&new.alt),
                uploads::source_url.eq(whose.source.as_deref()),
                uploads::hash.eq(&new.hash),
                uploads::depot_key.eq(&key),
                uploads::made_at.eq(row_time(now)),
                uploads::kept_at.eq(is_kept.then(|| row_time(now))),
                uploads::expires_at.eq((!is_kept || whose.post.is_none()).then(|| row_time(now + WAITS))),
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

/// Whether somebody has brought enough within a day, or enough was copied for them.
pub fn has_brought(db: &mut Db, whose: &Whose) -> Result<bool, StoreError> {
    let Some(owner) = whose.owner else {
        return Ok(false);
    };
    if whose.most_a_day <= 0 {
        return Ok(true);
    }
    let last: Option<i64> = uploads::table
        .filter(uploads::owner_id.eq(owner.get()))
        .filter(uploads::made_at.gt(row_time(whose.now - Duration::days(1))))
        .filter(uploads::source_url.is_not_null().eq(whose.source.is_some()))
        .order(uploads::made_at)
        .offset(whose.most_a_day - 1)
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
    let kept = uploads::kept_at.eq(Some(row_time(now)));
    diesel::update(uploads::table.find(id.get())).set(kept).execute(tx)?;
    // What was copied for a post stays with it from now on.
    let of_a_post = uploads::thread_id.is_not_null().or(uploads::reply_id.is_not_null());
    diesel::update(uploads::table.find(id.get()).filter(of_a_post))
        .set(uploads::expires_at.eq(None::<NaiveDateTime>))
        .execute(tx)?;
    Ok(())
}

/// Takes back the row of a file whose bytes could not be put there; what of them was written, or is still on its way, is removed.
pub fn drop_unkept(tx: &mut Db, upload: &Upload, now: DateTime<Utc>) -> Result<(), StoreError> {
    let unkept = uploads::table.find(upload.id.get()).filter(uploads::kept_at.is_null());
    if diesel::delete(unkept).execute(tx)? > 0 {
        let key = upload.key.clone();
        jobs::enqueue(tx, &Job::RemoveBytes { key }, now + ARRIVES_LATE)?;
    }
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
