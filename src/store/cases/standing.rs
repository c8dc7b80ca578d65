//! Where the piece of a case stands by now, and what it says: parts of statements, and the columns that they give.

use diesel::prelude::*;
use diesel::sql_types::{BigInt, Nullable, SmallInt, Text};

use crate::domain::case::Piece;
use crate::domain::id::ThreadId;
use crate::store::StoreError;
use crate::store::written::{shown_body, shown_comment};
use crate::text::SafeHtml;

/// The rows around `cases as waiting`: a reply takes its case along to where it was merged.
pub(in crate::store) const STANDING: &str = "left join comments on comments.id = waiting.comment_id \
    left join replies on replies.id = coalesce(comments.reply_id, waiting.reply_id) \
    inner join threads on threads.id = coalesce(comments.thread_id, replies.thread_id, waiting.thread_id) \
    inner join categories on categories.id = threads.category_id";

/// The columns of [`Place`].
pub(in crate::store) const PLACE: &str = "waiting.thread_id as own_thread_id, waiting.reply_id as own_reply_id, \
    waiting.comment_id as own_comment_id, threads.id as home_id, threads.title as title";

/// Which piece it is, and in which thread it stands.
#[derive(QueryableByName)]
pub(in crate::store) struct Place {
    #[diesel(sql_type = Nullable<BigInt>)]
    own_thread_id: Option<i64>,
    #[diesel(sql_type = Nullable<BigInt>)]
    own_reply_id: Option<i64>,
    #[diesel(sql_type = Nullable<BigInt>)]
    own_comment_id: Option<i64>,
    #[diesel(sql_type = BigInt)]
    home_id: i64,
    #[diesel(sql_type = Text)]
    title: String,
}

impl Place {
    pub(in crate::store) fn piece(&self) -> Result<Piece, StoreError> {
        let columns = (self.own_thread_id, self.own_reply_id, self.own_comment_id);
        Piece::of_columns(columns).ok_or_else(|| StoreError::Unexpected(format!("a case in thread {}", self.home_id)))
    }

    /// The thread, with its title.
    pub(in crate::store) fn thread(self) -> (ThreadId, String) {
        (ThreadId::stored(self.home_id), self.title)
    }
}

/// The columns of [`Words`].
pub(in crate::store) const WORDS: &str = "coalesce(comments.body_html, replies.body_html, threads.body_html) as body_html, \
    coalesce(comments.body_markdown, replies.body_markdown, threads.body_markdown) as body_markdown, \
    coalesce(comments.renderer, replies.renderer, threads.renderer) as renderer";

/// What it says.
#[derive(QueryableByName)]
pub(in crate::store) struct Words {
    #[diesel(sql_type = Text)]
    body_html: String,
    #[diesel(sql_type = Text)]
    body_markdown: String,
    #[diesel(sql_type = SmallInt)]
    renderer: i16,
}

impl Words {
    pub(in crate::store) fn shown(self, piece: Piece) -> SafeHtml {
        let markdown = self.body_markdown;
        match piece {
            Piece::Comment(_) => shown_comment(self.body_html, self.renderer, || markdown),
            Piece::Thread(_) | Piece::Reply(_) => shown_body(self.body_html, self.renderer, || markdown),
        }
    }
}
