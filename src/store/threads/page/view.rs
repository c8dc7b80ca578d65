//! What stands on a thread's page, as it is read.

use chrono::{DateTime, Utc};

use super::Moderation;
use crate::domain::category::TemplateAnswer;
use crate::domain::cursor::{Cursor, PageOf};
use crate::domain::id::{CannedReplyId, CommentId, ProposalId, ReplyId, ThreadId};
use crate::domain::resolution::{CloseReason, When};
use crate::domain::subscription::Wishes;
use crate::domain::thread::{Standing, ThreadKind};
use crate::domain::vote::Vote;
use crate::store::article_links::LinkedArticle;
use crate::store::articles::Name as ArticleName;
use crate::store::authors::Author;
use crate::store::categories::Category;
use crate::store::duplicates::Duplicates;
use crate::store::finding::SimilarThread;
use crate::store::known_problems::ProblemView;
use crate::store::merges::OpeningView;
use crate::store::splits::Splits;
use crate::text::SafeHtml;

crate::named! {
    /// In which order replies stand.
    pub enum ReplyOrder {
        /// The most helpful first: how answers stand.
        Helpful = "helpful",
        /// The oldest first: how a discussion is read.
        Oldest = "oldest",
    }
}

impl ReplyOrder {
    /// How the replies of such a thread are read.
    pub fn of(kind: ThreadKind) -> Self {
        if kind == ThreadKind::Question {
            ReplyOrder::Helpful
        } else {
            ReplyOrder::Oldest
        }
    }
}

/// A post as it is read: the thread's own, or a reply.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PostView {
    /// Who wrote it.
    pub author: Author,
    /// When.
    pub created_at: DateTime<Utc>,
    /// When it was last changed.
    pub edited_at: Option<DateTime<Utc>>,
    /// Whether it came by mail.
    pub by_mail: bool,
    /// When it was deleted; only for those who see that.
    pub deleted_at: Option<DateTime<Utc>>,
    /// Whether its text was deleted for good since.
    pub is_erased: bool,
    /// The text.
    pub body: SafeHtml,
    /// Votes for it.
    pub up_count: i64,
    /// Votes against it.
    pub down_count: i64,
    /// How the viewer voted.
    pub own_vote: Option<Vote>,
    /// How many people thanked for it; a thread's own post takes votes only.
    pub thanks_count: i64,
    /// Whether the viewer did.
    pub has_thanked: bool,
    /// How many comments it has.
    pub comment_count: i64,
    /// The first of them.
    pub comments: Vec<CommentView>,
}

/// A reply as it is read.
pub type ReplyView = (ReplyId, PostView);

/// A comment as it is read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CommentView {
    /// Its id.
    pub id: CommentId,
    /// Who wrote it.
    pub author: Author,
    /// When.
    pub created_at: DateTime<Utc>,
    /// When it was deleted; only for those who see that.
    pub deleted_at: Option<DateTime<Utc>>,
    /// Whether its text was deleted for good since.
    pub is_erased: bool,
    /// The text.
    pub body: SafeHtml,
    /// How many found it useful, where it was imported from.
    pub up_count: i64,
}

/// Who accepted an answer, and when.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AcceptanceView {
    /// The accepted answer.
    pub reply: ReplyId,
    /// Who accepted it.
    pub by: Author,
    /// Whether on the asker's behalf.
    pub on_behalf: bool,
    /// When.
    pub at: When,
}

/// Why a thread is closed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ClosureView {
    /// Why.
    pub reason: CloseReason,
    /// In the moderator's words.
    pub note: String,
    /// The thread that asks the same: the last one in sight, where that was closed as a duplicate itself.
    pub original: Option<SimilarThread>,
    /// Who closed it.
    pub by: Author,
    /// When.
    pub at: DateTime<Utc>,
}

/// The last time that somebody said it still does not work.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ReopeningView {
    /// Who.
    pub by: Author,
    /// When.
    pub at: DateTime<Utc>,
    /// Why.
    pub reason: String,
}

/// All that stands on a thread's page.
#[derive(Debug, Clone)]
pub struct ThreadPage {
    /// Its id.
    pub id: ThreadId,
    /// Its title.
    pub title: String,
    /// What it is.
    pub kind: ThreadKind,
    /// Where it stands.
    pub standing: Standing,
    /// Where it lives.
    pub category: Category,
    /// What it is about.
    pub tags: Vec<String>,
    /// What the asker wrote into the template.
    pub template_answers: Vec<TemplateAnswer>,
    /// The thread's own post.
    pub post: PostView,
    /// When it was last replied to.
    pub active_at: DateTime<Utc>,
    /// How many replies it has.
    pub reply_count: i64,
    /// How many people have this problem too, the asker not counted.
    pub me_too_count: i64,
    /// How often it was read.
    pub view_count: i64,
    /// Whether the viewer said so too.
    pub has_me_too: bool,
    /// When it was pinned.
    pub is_pinned: bool,
    /// Until when, where it ends by itself.
    pub pinned_until: Option<DateTime<Utc>>,
    /// Whether new posts are kept out.
    pub is_locked: bool,
    /// The acceptance in force.
    pub acceptance: Option<AcceptanceView>,
    /// The accepted answer itself, wherever it stands.
    pub accepted: Option<ReplyView>,
    /// Why it is closed.
    pub closure: Option<ClosureView>,
    /// The last reopening, while nothing has settled it since.
    pub reopening: Option<ReopeningView>,
    /// The slugs and names of other categories that would take it, for those who may move it.
    pub other_categories: Vec<(String, String)>,
    /// The slugs and names of the categories that an announcement may tell of a problem in, for those who may.
    pub problem_categories: Vec<(String, String)>,
    /// Threads that ask the same and point here.
    pub duplicates: Duplicates,
    /// What the replies open that are the own texts of merged threads.
    pub openings: Vec<OpeningView>,
    /// The thread off which it was split, and those that were split off it.
    pub splits: Splits,
    /// What an announcement says of itself as a known problem.
    pub known_problem: Option<ProblemView>,
    /// The replies of others that came since this viewer was here last, the oldest first; a hundred at most.
    pub news: Vec<ReplyId>,
    /// How much whoever is signed in wants to hear of it; filled in by who asks.
    pub wishes: Option<Wishes>,
    /// The articles in sight that answer it or have to do with it.
    pub articles: Vec<LinkedArticle>,
    /// Articles that may answer it, for those who may link them; filled in by who has them.
    pub suggested: Vec<ArticleName>,
    /// For those who write articles: what is proposed for it and others that ask the same, and how many those are.
    pub proposal: Option<(ProposalId, i64)>,
    /// Articles whose addresses replies of this page contain and that are not linked, for those who may link them.
    pub mentioned: Vec<(ReplyId, ArticleName)>,
    /// Threads that probably ask the same; filled in by who has them.
    pub similar: Vec<SimilarThread>,
    /// Articles that probably answer it; filled in by who has them.
    pub similar_articles: Vec<ArticleName>,
    /// What the viewer is told of flags and holds; filled in by who asks.
    pub moderation: Moderation,
    /// The canned replies that the viewer has, each with its title; filled in by who asks.
    pub canned: Vec<(CannedReplyId, String)>,
    /// In which order the replies stand.
    pub order: ReplyOrder,
    /// The other replies of this page.
    pub replies: PageOf<ReplyView>,
    /// Whether this is the first page of replies.
    pub is_first_page: bool,
}

/// Which part of a thread's replies is wanted.
#[derive(Debug, Clone, Copy, Default)]
pub struct Wanted {
    /// The order; by default the kind's own.
    pub order: Option<ReplyOrder>,
    /// The page behind this position.
    pub after: Option<Cursor>,
    /// The page that holds this reply.
    pub reply: Option<ReplyId>,
}

impl Wanted {
    /// The same part, in this order.
    pub(super) fn in_order(self, order: ReplyOrder) -> Self {
        let order = Some(order);
        Self { order, ..self }
    }
}
