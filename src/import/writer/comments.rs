//! The comments of a batch, each in its place under its post.

use std::collections::HashMap;

use super::super::record::{Comment, Under};
use super::super::report::Noun;
use super::assembly::Assembly;
use crate::store::StoreError;
use crate::store::imports::{self, CommentRow, Numbered, OriginNoun};
use crate::store::time::row_time;
use crate::text::{RENDERER_VERSION, SafeHtml};

impl Assembly<'_> {
    pub(super) fn comments(&mut self, comments: Vec<(Comment, SafeHtml)>) -> Result<(), StoreError> {
        let mut placed = Vec::with_capacity(comments.len());
        for (comment, html) in comments {
            let place = match comment.under {
                Under::Thread(old) => self.thread_id(old).map(|id| (id, false)),
                Under::Reply(old) => self.reply_id(old).map(|id| (id, true)),
            };
            placed.extend(place.map(|(id, under_reply)| (comment, html, id, under_reply)));
        }
        let under = |wanted: bool| -> Vec<i64> {
            placed
                .iter()
                .filter(|(.., under_reply)| *under_reply == wanted)
                .map(|(_, _, id, _)| *id)
                .collect()
        };
        let (under_threads, under_replies) = (under(false), under(true));
        let mut last_of_thread: HashMap<i64, Option<i64>> =
            imports::last_positions_of_threads(self.tx, &under_threads)?
                .into_iter()
                .collect();
        let mut last_of_reply: HashMap<Option<i64>, Option<i64>> =
            imports::last_positions_of_replies(self.tx, &under_replies)?
                .into_iter()
                .collect();
        let threads: HashMap<i64, i64> = imports::threads_of(self.tx, &under_replies)?.into_iter().collect();
        let ids = imports::take_ids(self.tx, Numbered::Comments, placed.len())?;
        for (id, (comment, html, parent, under_reply)) in ids.into_iter().zip(placed) {
            let (thread_id, reply_id) = match under_reply {
                true => (threads.get(&parent).copied(), Some(parent)),
                false => (Some(parent), None),
            };
            let Some(thread_id) = thread_id else { continue };
            let last = match under_reply {
                true => last_of_reply.entry(Some(parent)).or_default(),
                false => last_of_thread.entry(parent).or_default(),
            };
            let position = last.map_or(1, |last| last + 1);
            *last = Some(position);
            self.touch(thread_id);
            if let Some(reply_id) = reply_id {
                self.touch_reply(reply_id);
            }
            self.origin(OriginNoun::Comment, comment.id, id, None);
            self.comment(id, (thread_id, reply_id, position), comment, html);
        }
        Ok(())
    }

    fn comment(&mut self, id: i64, place: (i64, Option<i64>, i64), comment: Comment, html: SafeHtml) {
        let (thread_id, reply_id, position) = place;
        let (author_id, author_name) = self.author(&comment.author);
        self.wrote(Noun::Comments, 1);
        self.rows.comments.push(CommentRow {
            id,
            thread_id,
            reply_id,
            position,
            author_id,
            author_name,
            created_at: row_time(comment.created_at),
            up_count: comment.up_count,
            renderer: RENDERER_VERSION,
            body_markdown: comment.markdown,
            body_html: html.into_string(),
        });
    }
}
