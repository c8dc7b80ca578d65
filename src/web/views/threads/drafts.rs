//! What was typed into the forms of a thread's page, when the page is shown again: to be mended, or with a preview.

use crate::domain::id::ReplyId;
use crate::domain::question::Removal;
use crate::domain::token::FormKey;
use crate::store::articles::Name;
use crate::store::comments::CommentOn;
use crate::store::finding::SimilarThread;
use crate::text::SafeHtml;
use crate::web::threads::Pointed;
use crate::web::views::components::Problem;

/// What was typed into a form of the page and is to be mended, or previewed.
#[derive(Clone, Copy, Default)]
pub struct Drafts<'a> {
    /// A reply, and what is wrong with it.
    pub reply: Option<(&'a str, &'a [Problem])>,
    /// What was typed of a picture whose file was refused.
    pub alt: &'a str,
    /// A post that the reply quotes, when nothing is typed yet.
    pub quotation: Option<&'a str>,
    /// Whether the reply was filled with a canned one, so that nothing is wrong.
    pub is_filled: bool,
    /// How the reply will look.
    pub preview: Option<&'a SafeHtml>,
    /// What in the reply should not stand in public.
    pub pointed: &'a [Pointed],
    /// A comment.
    pub comment: Option<CommentDraft<'a>>,
    /// The reason of a reopening, and what is wrong with it.
    pub reopening: Option<(&'a str, &'a [Problem])>,
    /// A form of the moderation bar.
    pub moderation: Option<ModerationDraft<'a>>,
    /// The reason of a deletion.
    pub deletion: Option<DeletionDraft<'a>>,
    /// The key that the form had already.
    pub key: Option<&'a FormKey>,
    /// When that was shown, signed, as it came back.
    pub begun: &'a str,
}

/// A comment that is to be mended.
#[derive(Clone, Copy)]
pub struct CommentDraft<'a> {
    /// What it stands under.
    pub on: CommentOn,
    /// What was typed.
    pub typed: &'a str,
    /// What is wrong with it.
    pub problems: &'a [Problem],
}

/// The reason of a deletion that is to be mended.
#[derive(Clone, Copy)]
pub struct DeletionDraft<'a> {
    /// The reply that is to be deleted; `None` is the thread.
    pub reply: Option<ReplyId>,
    /// What was said of it.
    pub removal: Removal,
    /// What was typed.
    pub typed: &'a str,
    /// What is wrong with it.
    pub problems: &'a [Problem],
}

/// A form of the moderation bar that is to be mended.
#[derive(Clone, Copy)]
pub struct ModerationDraft<'a> {
    /// What was typed.
    pub typed: Typed<'a>,
    /// What is wrong with it.
    pub problems: &'a [Problem],
}

/// What was typed into a form of the moderation bar.
#[derive(Clone, Copy)]
pub enum Typed<'a> {
    /// Into the one that closes.
    Close {
        /// The chosen reason.
        reason: &'a str,
        /// What names the thread that asks the same.
        original: &'a str,
        /// The threads that it finds, when it is words.
        found: &'a [SimilarThread],
        /// The word to the asker.
        note: &'a str,
    },
    /// Into the one that changes the tags.
    Retag(&'a str),
    /// Into the one that keeps it on top until a day.
    Pin(&'a str),
    /// Into the one that links an article.
    Link {
        /// The article's address or number, or words.
        article: &'a str,
        /// What it is to the thread.
        kind: &'a str,
        /// The articles that the words find.
        found: &'a [Name],
    },
}

impl Drafts<'_> {
    /// The reply that must stand on the page, as a form of it is to be mended.
    pub fn reply_in_view(&self) -> Option<ReplyId> {
        match self.comment.map(|comment| comment.on) {
            Some(CommentOn::Reply(id)) => Some(id),
            _ => self.deletion.and_then(|deletion| deletion.reply),
        }
    }

    /// Whether the page is shown again with nothing wrong: for a preview, or for a word before posting.
    pub fn is_preview(&self) -> bool {
        self.is_filled || self.preview.is_some() || !self.pointed.is_empty()
    }

    /// All that is wrong.
    pub fn problems(&self) -> Vec<Problem> {
        let of = |draft: Option<(&str, &[Problem])>| draft.map_or(Vec::new(), |(_, problems)| problems.to_vec());
        let comment = self.comment.map_or(Vec::new(), |comment| comment.problems.to_vec());
        let moderation = self
            .moderation
            .map_or(Vec::new(), |moderation| moderation.problems.to_vec());
        let deletion = self.deletion.map_or(Vec::new(), |deletion| deletion.problems.to_vec());
        [of(self.reply), comment, of(self.reopening), moderation, deletion].concat()
    }
}
