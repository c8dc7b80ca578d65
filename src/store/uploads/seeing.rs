//! Who may see a file, and which copies a post has.

use chrono::NaiveDateTime;
use diesel::prelude::*;

use super::of_post;
use crate::domain::account::Viewer;
use crate::domain::case::Piece;
use crate::domain::category::Audience;
use crate::domain::id::{ReplyId, ThreadId, UploadId, UserId};
use crate::domain::sight::Sight;
use crate::domain::upload::{FileName, Pixels, PostId, Upload, UploadKind};
use crate::store::schema::{categories, replies, threads, uploads};
use crate::store::{Db, StoreError, holds, merges};

type Row = (
    (Option<i64>, Option<i64>, Option<i64>),
    (String, String, i64),
    (Option<i64>, Option<i64>, String, String),
    Option<NaiveDateTime>,
);

/// A file with whether everybody may see it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Found {
    /// The file.
    pub upload: Upload,
    /// Whether a passer-by may see it.
    pub is_public: bool,
}

/// A file that a viewer may see, as they see the post that it belongs to. One that stands in no text is its owner's; one that was
/// taken out of a text is also for those who see what was deleted.
pub fn find(db: &mut Db, viewer: &Viewer, id: UploadId) -> Result<Found, StoreError> {
    let row: Row = uploads::table
        .find(id.get())
        .filter(uploads::kept_at.is_not_null())
        .select((
            (uploads::owner_id, uploads::thread_id, uploads::reply_id),
            (uploads::name, uploads::kind, uploads::byte_count),
            (uploads::width, uploads::height, uploads::alt, uploads::depot_key),
            uploads::removed_at,
        ))
        .first(db)?;
    let ((owner, thread, reply), _, _, removed_at) = &row;
    let is_own = owner.is_some() && *owner == viewer.id().map(UserId::get);
    let sight = Sight::of(viewer);
    let post = match (thread, reply) {
        (Some(thread), _) => Some(PostId::Thread(ThreadId::stored(*thread))),
        (None, Some(reply)) => Some(PostId::Reply(ReplyId::stored(*reply))),
        (None, None) => None,
    };
    let (is_public, is_in_sight) = match (post, removed_at) {
        (None, _) => (false, is_own),
        (Some(post), Some(_)) => (false, is_own || shows(db, sight, post, true)?),
        (Some(post), None) if shows(db, Sight::public(), post, false)? => (true, true),
        (Some(post), None) => (
            false,
            (sight != Sight::public() && shows(db, sight, post, false)?) || (is_own && is_held(db, viewer, post)?),
        ),
    };
    if !is_in_sight {
        return Err(StoreError::NotFound);
    }
    let upload = read(id, row)?;
    Ok(Found { upload, is_public })
}

fn read(id: UploadId, row: Row) -> Result<Upload, StoreError> {
    let ((owner, _, _), (name, kind, bytes), (width, height, alt, key), _) = row;
    let strange = || StoreError::Unexpected(format!("upload {id}"));
    let pixels = match (width.map(u32::try_from), height.map(u32::try_from)) {
        (Some(Ok(width)), Some(Ok(height))) => Some(Pixels { width, height }),
        _ => None,
    };
    Ok(Upload {
        id,
        owner: owner.map(UserId::stored),
        name: FileName::stored(name),
        kind: UploadKind::parse(&kind).ok_or_else(strange)?,
        bytes,
        pixels,
        alt,
        key,
    })
}

/// Whether a post waits for a moderator: its author reads it meanwhile.
fn is_held(db: &mut Db, viewer: &Viewer, post: PostId) -> Result<bool, StoreError> {
    let piece = match post {
        PostId::Thread(id) => Piece::Thread(id),
        PostId::Reply(id) => Piece::Reply(id),
    };
    match viewer.id() {
        Some(author) => Ok(holds::home_of_own(db, author, piece)?.is_some()),
        None => Ok(false),
    }
}

/// Whether a post is in sight, or what was taken out of it; that of a merged thread stands where its text does.
fn shows(db: &mut Db, sight: Sight, post: PostId, is_removed: bool) -> Result<bool, StoreError> {
    type Seen = (String, Option<NaiveDateTime>, Option<NaiveDateTime>);
    let is_seen = |(audience, thread, reply): Seen| {
        let is_deleted = is_removed || thread.is_some() || reply.is_some();
        let audience = Audience::parse(&audience).filter(|audience| sight.includes(*audience));
        audience.is_some_and(|audience| !is_deleted || sight.sees_deleted_in(audience))
    };
    let seen: Option<Seen> = match post {
        PostId::Reply(id) => replies::table
            .inner_join(threads::table.inner_join(categories::table))
            .filter(replies::id.eq(id.get()))
            .select((categories::audience, threads::deleted_at, replies::deleted_at))
            .first(db)
            .optional()?,
        PostId::Thread(id) => {
            if let Some(opening) = merges::opening_of(db, id)? {
                return shows(db, sight, PostId::Reply(opening), is_removed);
            }
            let row: Option<(String, Option<NaiveDateTime>)> = threads::table
                .inner_join(categories::table)
                .filter(threads::id.eq(id.get()))
                .select((categories::audience, threads::deleted_at))
                .first(db)
                .optional()?;
            row.map(|(audience, deleted_at)| (audience, deleted_at, None))
        }
    };
    Ok(seen.is_some_and(is_seen))
}

/// The copies of pictures from elsewhere that a post has, each with the address that it was copied from.
pub fn copies_of(db: &mut Db, post: PostId) -> Result<Vec<(String, Upload)>, StoreError> {
    let columns = (
        (uploads::id, uploads::source_url.assume_not_null()),
        (
            (uploads::owner_id, uploads::thread_id, uploads::reply_id),
            (uploads::name, uploads::kind, uploads::byte_count),
            (uploads::width, uploads::height, uploads::alt, uploads::depot_key),
            uploads::removed_at,
        ),
    );
    let copied = uploads::source_url.is_not_null().and(uploads::kept_at.is_not_null());
    let rows: Vec<((i64, String), Row)> = of_post!(post, own => own().filter(copied).select(columns).load(db)?);
    let copy = |((id, source), row): ((i64, String), Row)| Ok((source, read(UploadId::stored(id), row)?));
    rows.into_iter().map(copy).collect()
}
