//! What a thread's page tells its viewer of flags and holds.

use std::collections::HashMap;

use super::ThreadPage;
use crate::domain::account::User;
use crate::domain::case::Piece;
use crate::domain::id::{CaseId, CommentId, ReplyId};
use crate::domain::permission::{Verb, may_in};
use crate::store::holds::{self, OwnHeld};
use crate::store::{Db, StoreError, cases, flags};

/// What stands on a thread's page about flags and holds; nothing for those who are not signed in.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Moderation {
    /// What the viewer has flagged.
    pub flagged: Vec<Piece>,
    /// The open cases of what stands there, for moderators.
    pub cases: HashMap<Piece, CaseId>,
    /// What the viewer wrote here that waits for a moderator.
    pub held: Vec<OwnHeld>,
    /// Whether anything of theirs does, here or elsewhere.
    has_held: bool,
}

impl Moderation {
    /// Nothing yet, for a viewer of whom something is held or not.
    pub(super) fn of(has_held: bool) -> Self {
        Self {
            has_held,
            ..Self::default()
        }
    }

    /// What this viewer, who may never have flagged anything, is told of flags and holds beside a page.
    pub fn load(db: &mut Db, viewer: &User, page: &ThreadPage, has_flagged: bool) -> Result<Self, StoreError> {
        let shown: Vec<_> = page.accepted.iter().chain(&page.replies.items).collect();
        let replies: Vec<ReplyId> = shown.iter().map(|(id, _)| *id).collect();
        let posts = shown.iter().map(|(_, post)| post).chain([&page.post]);
        let comments: Vec<CommentId> = posts
            .flat_map(|post| post.comments.iter().map(|comment| comment.id))
            .collect();
        let cases = match may_in(viewer, page.category.audience, Verb::Decide, None) {
            true => cases::open_among(db, page.id, &replies, &comments)?,
            false => HashMap::new(),
        };
        let has_held = page.moderation.has_held;
        let held = match has_held {
            true => holds::own_in(db, viewer.id, page.id)?,
            false => Vec::new(),
        };
        let flagged = match has_flagged {
            true => flags::given(db, viewer.id, page.id, &replies, &comments)?,
            false => Vec::new(),
        };
        Ok(Self {
            flagged,
            cases,
            held,
            has_held,
        })
    }
}
