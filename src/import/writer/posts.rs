//! The threads and replies of a batch.

use chrono::NaiveDateTime;

use super::super::conversion::Body;
use super::super::record::{Post, Reply, Thread};
use super::super::report::Noun;
use super::assembly::{Assembly, line, tag};
use crate::domain::thread::{Standing, ThreadKind};
use crate::store::StoreError;
use crate::store::imports::{self, ClosureRow, Numbered, OriginNoun, ReplyRow, ThreadRow, ThreadTagRow};
use crate::store::time::row_time;
use crate::text::RENDERER_VERSION;

impl Assembly<'_> {
    pub(super) fn threads(&mut self, mut threads: Vec<(Box<Thread>, Body)>) -> Result<(), StoreError> {
        threads.retain(|(thread, _)| !self.is_there(thread));
        let ids = imports::take_ids(self.tx, Numbered::Threads, threads.len())?;
        let mut closures = 0;
        for (id, (thread, body)) in ids.into_iter().zip(threads) {
            // A category always comes before its threads: without it the dump changed while it was read.
            let Some(category_id) = self.category(thread.category) else {
                return Err(StoreError::NotFound);
            };
            self.wrote(
                if thread.is_question {
                    Noun::Questions
                } else {
                    Noun::Discussions
                },
                1,
            );
            self.origin(OriginNoun::Thread, thread.id, id, None);
            if let Some(opening) = thread.opening {
                self.origin(OriginNoun::Opening, opening, id, None);
            }
            self.done.made.threads.insert(thread.id, Some(id));
            self.touch(id);
            let mut tags: Vec<i64> = thread.tags.iter().filter_map(|name| self.tag(&tag(name)?)).collect();
            tags.sort_unstable();
            tags.dedup();
            self.rows
                .thread_tags
                .extend(tags.into_iter().map(|tag_id| ThreadTagRow { thread_id: id, tag_id }));
            if let Some(closing) = &thread.closing {
                closures += 1;
                self.rows.closures.push(ClosureRow {
                    thread_id: id,
                    reason: closing.reason.as_str(),
                    closed_by_id: self.author(&closing.by).0,
                    closed_at: row_time(closing.closed_at),
                });
            }
            let row = self.thread(id, category_id, &thread, body);
            self.rows.threads.push(row);
        }
        self.wrote(Noun::Closures, closures);
        Ok(())
    }

    /// Whether an earlier run wrote the thread; then all that may be missing is its first post's old number, which the
    /// first versions did not keep.
    fn is_there(&mut self, thread: &Thread) -> bool {
        let before = self.writer.before;
        let Some(id) = before.threads.get(&thread.id) else {
            return false;
        };
        if let (Some(id), Some(opening)) = (*id, thread.opening)
            && !before.openings.contains_key(&opening)
        {
            self.origin(OriginNoun::Opening, opening, id, None);
        }
        true
    }

    fn thread(&self, id: i64, category_id: i64, thread: &Thread, body: Body) -> ThreadRow {
        let (author_id, author_name) = self.author(&thread.post.author);
        let (kind, standing) = match thread.is_question {
            true => (ThreadKind::Question, Standing::Unanswered),
            false => (ThreadKind::Discussion, Standing::Talk),
        };
        ThreadRow {
            id,
            category_id,
            kind: kind.as_str(),
            standing: standing.as_str(),
            author_id,
            author_name,
            created_at: row_time(thread.post.created_at),
            edited_at: thread.post.edited_at.map(row_time),
            active_at: row_time(thread.post.created_at),
            up_count: thread.post.up_count,
            down_count: thread.post.down_count,
            score: thread.post.up_count - thread.post.down_count,
            view_count: thread.view_count,
            pinned_at: thread.pinned_at.map(row_time),
            locked_at: thread.locked_at.map(row_time),
            deleted_at: hidden_at(&thread.post),
            renderer: RENDERER_VERSION,
            title: title(&thread.title),
            body_markdown: body.markdown,
            body_html: body.html.into_string(),
            body_source: Some(body.source),
        }
    }

    pub(super) fn replies(&mut self, mut replies: Vec<(Box<Reply>, Body)>) -> Result<(), StoreError> {
        replies.retain(|(reply, _)| self.thread_id(reply.thread).is_some());
        let ids = imports::take_ids(self.tx, Numbered::Replies, replies.len())?;
        self.wrote(Noun::Replies, replies.len());
        for (id, (reply, body)) in ids.into_iter().zip(replies) {
            let Some(thread_id) = self.thread_id(reply.thread) else {
                continue;
            };
            self.origin(OriginNoun::Reply, reply.id, id, reply.number);
            self.done.made.replies.insert(reply.id, Some(id));
            self.touch(thread_id);
            let (author_id, author_name) = self.author(&reply.post.author);
            self.rows.replies.push(ReplyRow {
                id,
                thread_id,
                author_id,
                author_name,
                created_at: row_time(reply.post.created_at),
                edited_at: reply.post.edited_at.map(row_time),
                up_count: reply.post.up_count,
                down_count: reply.post.down_count,
                score: reply.post.up_count - reply.post.down_count,
                deleted_at: hidden_at(&reply.post),
                renderer: RENDERER_VERSION,
                body_markdown: body.markdown,
                body_html: body.html.into_string(),
                body_source: Some(body.source),
            });
        }
        Ok(())
    }
}

/// A post that was hidden stays hidden: it is as if a moderator had deleted it softly.
fn hidden_at(post: &Post) -> Option<NaiveDateTime> {
    post.is_hidden
        .then(|| row_time(post.edited_at.unwrap_or(post.created_at)))
}

/// A title on one line, as long as it is.
pub(super) fn title(text: &str) -> String {
    match line(text, usize::MAX) {
        title if title.is_empty() => "…".to_owned(),
        title => title,
    }
}
