//! A piece of writing as the verbs of cases hold it: its thread's row is held, so that flags, decisions and holds of one piece
//! wait for each other.

use chrono::{DateTime, Utc};
use diesel::prelude::*;

use crate::domain::audience::Audience;
use crate::domain::case::Piece;
use crate::domain::id::{ReplyId, ThreadId, UserId};
use crate::domain::question::Removal;
use crate::domain::role::Role;
use crate::domain::sight::Sight;
use crate::store::comments::{self, HeldComment, hold_comment};
use crate::store::moderations::{Moderated, Subject};
use crate::store::replies::{self, HeldReply, hold_reply};
use crate::store::schema::{replies as replies_table, users};
use crate::store::threads::{self, Held, acceptance_in_force, hold};
use crate::store::{Db, StoreError, merges};

/// A piece, held.
pub(in crate::store) enum HeldPiece {
    Thread(Held),
    Reply(HeldReply),
    Comment(HeldComment),
}

/// The piece under which a case is kept: the text of a merged thread is the thread's, so that it survives the merge's undoing.
pub(in crate::store) fn proper(db: &mut Db, piece: Piece) -> Result<Piece, StoreError> {
    let Piece::Reply(reply) = piece else { return Ok(piece) };
    let opens: Option<Option<i64>> = replies_table::table
        .find(reply.get())
        .select(replies_table::opens_id)
        .first(db)
        .optional()?;
    Ok(opens
        .flatten()
        .map_or(piece, |thread| Piece::Thread(ThreadId::stored(thread))))
}

impl HeldPiece {
    /// Holds a piece; absent when it is out of sight. The text of a merged thread is held where it stands.
    pub(in crate::store) fn take(tx: &mut Db, sight: Sight, piece: Piece) -> Result<Self, StoreError> {
        match piece {
            Piece::Reply(id) => hold_reply(tx, sight, id).map(Self::Reply),
            Piece::Comment(id) => hold_comment(tx, sight, id).map(Self::Comment),
            Piece::Thread(id) => {
                let held = match merges::opening_of(tx, id)? {
                    None => hold(tx, sight, id),
                    Some(_) => Err(StoreError::NotFound),
                };
                // A merge that was waited for is seen only now.
                match merges::opening_of(tx, id)? {
                    None => held.map(Self::Thread),
                    Some(opening) => hold_reply(tx, sight, opening).map(Self::Reply),
                }
            }
        }
    }

    /// Whether nobody but moderators, and, while it is held, its author, sees it.
    pub(in crate::store) fn is_deleted(&self) -> bool {
        match self {
            Self::Thread(held) => held.is_deleted,
            Self::Reply(held) => held.is_deleted,
            Self::Comment(held) => held.is_deleted,
        }
    }

    /// Whether its text was deleted for good, so that it never comes back.
    pub(in crate::store) fn is_erased(&self) -> bool {
        match self {
            Self::Thread(held) => held.is_erased,
            Self::Reply(held) => held.is_erased,
            Self::Comment(held) => held.is_erased,
        }
    }

    /// Whether somebody vouches for it, so that flags alone do not hide it: an asker who accepted it, or the moderator who wrote
    /// it.
    pub(in crate::store) fn is_vouched_for(&self, db: &mut Db) -> Result<bool, StoreError> {
        if let Self::Reply(held) = self
            && acceptance_in_force(db, held.thread.id)?.is_some_and(|(_, reply)| reply == held.id)
        {
            return Ok(true);
        }
        let Some(author) = self.author() else { return Ok(false) };
        let role: String = users::table.find(author.get()).select(users::role).first(db)?;
        Ok(Role::parse(&role) >= Some(Role::Moderator))
    }

    /// Takes it out of every list and count.
    pub(in crate::store) fn hide(
        &self,
        tx: &mut Db,
        by: Option<UserId>,
        why: Removal,
        now: DateTime<Utc>,
    ) -> Result<(), StoreError> {
        match self {
            Self::Thread(held) => threads::hide(tx, held, by, why, now),
            Self::Reply(held) => replies::hide(tx, held, by, now),
            Self::Comment(held) => comments::hide(tx, held, by, now),
        }
    }

    /// Says who deleted what is hidden already; nobody, when it only waits again.
    pub(in crate::store) fn settle_hidden(
        &self,
        tx: &mut Db,
        by: Option<UserId>,
        why: Removal,
        now: DateTime<Utc>,
    ) -> Result<(), StoreError> {
        match self {
            Self::Thread(held) => threads::settle_hidden(tx, held, by, why, now),
            Self::Reply(held) => replies::settle_hidden(tx, held, by, now),
            Self::Comment(held) => comments::settle_hidden(tx, held, by, now),
        }
    }

    /// Puts it back into every list and count.
    pub(in crate::store) fn show(&self, tx: &mut Db, by: UserId, now: DateTime<Utc>) -> Result<(), StoreError> {
        match self {
            Self::Thread(held) => threads::show(tx, held, by, now),
            Self::Reply(held) => replies::show(tx, held, by, now),
            Self::Comment(held) => comments::show(tx, held, now),
        }
    }

    /// Who sees the category in which it stands.
    pub(in crate::store) fn audience(&self) -> Audience {
        match self {
            Self::Thread(held) => held.audience,
            Self::Reply(held) => held.thread.audience,
            Self::Comment(held) => held.thread.audience,
        }
    }

    /// The reply that it is, if it is one.
    pub(in crate::store) fn reply(&self) -> Option<ReplyId> {
        match self {
            Self::Reply(held) => Some(ReplyId::stored(held.id)),
            Self::Thread(_) | Self::Comment(_) => None,
        }
    }
}

impl Moderated for HeldPiece {
    fn author(&self) -> Option<UserId> {
        match self {
            Self::Thread(held) => held.author(),
            Self::Reply(held) => held.author(),
            Self::Comment(held) => held.author(),
        }
    }

    fn subject(&self) -> Subject {
        match self {
            Self::Thread(held) => held.subject(),
            Self::Reply(held) => held.subject(),
            Self::Comment(held) => held.subject(),
        }
    }
}
