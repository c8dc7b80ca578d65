//! The desk of moderators: cases, their log, and the flags that bring something there.

use super::{Urls, with_query};
use crate::domain::case::Piece;
use crate::domain::id::{CannedReplyId, CaseId, ModerationId, RemovalId, RestraintId, StaffNoteId, ThreadId, UserId};
use crate::domain::restraint::name_of_piece;

impl Urls {
    fixed! {
        /// The desk.
        desk = "/moderation";
        /// The moderation log.
        moderation_log = "/moderation/log";
        /// One's canned replies.
        canned_replies = "/settings/canned-replies";
        /// What administrators decide about moderation.
        admin_moderation = "/admin/moderation";
        /// How trust is earned, and what newcomers may.
        admin_trust = "/admin/trust";
    }

    /// A case.
    pub fn case(&self, id: CaseId) -> String {
        format!("/moderation/cases/{id}")
    }

    /// What is done to a case: `decide`, `give-back`, `put-back`.
    pub fn case_act(&self, id: CaseId, act: &str) -> String {
        format!("/moderation/cases/{id}/{act}")
    }

    /// Somebody who signed up in a way that programs do.
    pub fn doubt(&self, id: UserId) -> String {
        format!("/moderation/sign-ups/{id}")
    }

    /// What is decided on them: `let-in`, `remove`, `put-back`.
    pub fn doubt_act(&self, id: UserId, act: &str) -> String {
        format!("/moderation/sign-ups/{id}/{act}")
    }

    /// Takes an act of the log back.
    pub fn undo_act(&self, id: ModerationId) -> String {
        format!("/moderation/log/{id}/undo")
    }

    /// What was said to a person about their conduct, for moderators and the staff.
    pub fn conduct(&self, id: UserId) -> String {
        format!("/moderation/people/{id}")
    }

    /// The same, led there by something that they wrote.
    pub fn conduct_about(&self, id: UserId, about: Option<Piece>) -> String {
        let pairs: Vec<String> = about
            .map(|piece| format!("about={}", name_of_piece(piece)))
            .into_iter()
            .collect();
        with_query(self.conduct(id), &pairs)
    }

    /// Warns, silences or suspends a person.
    pub fn restrain(&self, id: UserId) -> String {
        format!("/moderation/people/{id}/restrain")
    }

    /// Takes a warning, a silence or a suspension back.
    pub fn lift_restraint(&self, id: RestraintId) -> String {
        format!("/moderation/restraints/{id}/lift")
    }

    /// Removes a person with everything that they wrote.
    pub fn remove_person(&self, id: UserId) -> String {
        format!("/moderation/people/{id}/remove")
    }

    /// Brings everything back that a removal took.
    pub fn bring_back(&self, id: RemovalId) -> String {
        format!("/moderation/removals/{id}/bring-back")
    }

    /// Writes a note about a person.
    pub fn note_about(&self, id: UserId) -> String {
        format!("/moderation/people/{id}/notes")
    }

    /// Takes a note about a person back.
    pub fn take_note_back(&self, id: StaffNoteId) -> String {
        format!("/moderation/notes/{id}/take-back")
    }

    /// The form that changes a canned reply.
    pub fn canned_reply(&self, id: CannedReplyId) -> String {
        format!("/settings/canned-replies/{id}")
    }

    /// Takes a canned reply away.
    pub fn delete_canned_reply(&self, id: CannedReplyId) -> String {
        format!("/settings/canned-replies/{id}/delete")
    }

    /// Says that a warning was read.
    pub fn warning_read(&self, id: RestraintId) -> String {
        format!("/warnings/{id}/read")
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
