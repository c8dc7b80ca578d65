//! Ids: one type each, so that a reply's id is never taken for a thread's.

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Serialize};

/// What stood where an id was expected is not one: ids are whole numbers from 1 to 2⁶³ − 1.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("not an id")]
pub struct NotAnId;

macro_rules! ids {
    ($($(#[$meta:meta])* $name:ident),+ $(,)?) => {$(
        $(#[$meta])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
        #[serde(transparent)]
        pub struct $name(i64);

        impl $name {
            /// The id that a row of the database carries.
            pub const fn stored(value: i64) -> Self {
                Self(value)
            }

            /// The number, for a row or an address.
            pub const fn get(self) -> i64 {
                self.0
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                self.0.fmt(f)
            }
        }

        impl FromStr for $name {
            type Err = NotAnId;

            /// Reads an id of an address or a form: digits only, no sign, no leading zero.
            fn from_str(text: &str) -> Result<Self, NotAnId> {
                let plain = !text.starts_with('0') && text.bytes().all(|byte| byte.is_ascii_digit());
                match text.parse::<i64>() {
                    Ok(value) if plain && value > 0 => Ok(Self(value)),
                    _ => Err(NotAnId),
                }
            }
        }
    )+};
}

ids! {
    /// A person with an account.
    UserId,
    /// People taken together.
    GroupId,
    /// A way in for whom it was given to.
    InvitationId,
    /// One browser that is signed in.
    SessionId,
    /// A browser and a network in which somebody was signed in before.
    KnownBrowserId,
    /// Someone who has not confirmed their address yet.
    SignUpId,
    /// A visit to the ask form.
    AskSessionId,
    /// Threads that ask the same.
    RepeatGroupId,
    /// Something that happened and that people are told of.
    TidingId,
    /// What a group of repeated questions, or an article, proposes.
    ProposalId,
    /// A question that is suddenly asked far more often than usual.
    OutbreakId,
    /// Being asked how satisfied one is.
    SurveyId,
    /// Who gets digests, with an account or without.
    SubscriberId,
    /// The letter of one window for one subscriber, or that there was nothing to tell.
    DigestId,
    /// An address that waits to be told that a question is resolved.
    AwaitingId,
    /// Where a thread lives.
    CategoryId,
    /// What a thread is about.
    TagId,
    /// What a member starts.
    ThreadId,
    /// A post under a thread.
    ReplyId,
    /// A short note under a thread or a reply.
    CommentId,
    /// Where articles stand.
    SectionId,
    /// Knowledge that is written once and kept right.
    ArticleId,
    /// A picture or a file that was uploaded.
    UploadId,
    /// A word that is watched.
    WatchedWordId,
    /// A message that came in by mail.
    IncomingId,
    /// A row of the moderation log.
    ModerationId,
    /// An act on several pieces of writing at once.
    SelectionId,
    /// What waits for a moderator.
    CaseId,
    /// A warning, a silence or a suspension of a person.
    RestraintId,
    /// A spammer removed with everything that they wrote.
    RemovalId,
    /// Looking through what is here already.
    ScanId,
    /// What moderators and the staff tell each other about a member.
    StaffNoteId,
    /// A text that those who help put into their answers.
    CannedReplyId,
    /// A row of later work.
    JobId,
    /// A row of the change log.
    ChangeId,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_id_is_a_plain_positive_number() {
        assert_eq!("7".parse(), Ok(ThreadId::stored(7)));
        assert_eq!("9223372036854775807".parse(), Ok(ThreadId::stored(i64::MAX)));
        for wrong in ["", "0", "-1", "+1", "007", "9223372036854775808", "1e3", "１", "1 "] {
            assert_eq!(wrong.parse::<ThreadId>(), Err(NotAnId), "{wrong:?}");
        }
    }
}
