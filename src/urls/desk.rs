//! The desk of moderators: cases, their log, and the flags that bring something there.

use super::Urls;
use crate::domain::case::Piece;
use crate::domain::id::{CaseId, ModerationId, ThreadId};

impl Urls {
    fixed! {
        /// The desk.
        desk = "/moderation";
        /// The moderation log.
        moderation_log = "/moderation/log";
        /// What administrators decide about moderation.
        admin_moderation = "/admin/moderation";
    }

    /// A case.
    pub fn case(&self, id: CaseId) -> String {
        format!("/moderation/cases/{id}")
    }

    /// What is done to a case: `decide`, `give-back`, `put-back`.
    pub fn case_act(&self, id: CaseId, act: &str) -> String {
        format!("/moderation/cases/{id}/{act}")
    }

    /// Takes an act of the log back.
    pub fn undo_act(&self, id: ModerationId) -> String {
        format!("/moderation/log/{id}/undo")
    }

    /// Something of a piece of writing: `flag`, `unflag`, `edit`.
    pub fn piece_part(&self, piece: Piece, part: &str) -> String {
        match piece {
            Piece::Thread(id) => self.thread_part(id, part),
            Piece::Reply(id) => self.reply_part(id, part),
            Piece::Comment(id) => self.comment_part(id, part),
        }
    }

    /// A piece of writing where it stands; a thread is called by its title.
    pub fn piece(&self, piece: Piece, title: &str) -> String {
        match piece {
            Piece::Thread(id) => self.thread(id, title),
            Piece::Reply(id) => self.reply(id),
            Piece::Comment(id) => self.comment(id),
        }
    }

    /// Where an author sees what they wrote in a thread and what waits for a moderator.
    pub fn held_in(&self, thread: ThreadId, title: &str) -> String {
        format!("{}#held", self.thread(thread, title))
    }
}
