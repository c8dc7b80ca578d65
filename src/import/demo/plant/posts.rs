//! What the people of the demo forum write: threads, replies, comments, and changes of them.

use chrono::{DateTime, Utc};

use super::events::Post;
use super::{Garden, PlantError, Planted, faulty, posted, tag_names, unknown};
use crate::domain::body::{Body, CommentBody, Reason};
use crate::domain::draft::{ThreadDraft, ThreadEdit};
use crate::domain::title::Title;
use crate::import::demo::content::{Edit, Thread};
use crate::store::comments::{self, CommentOn};
use crate::store::written::Written;
use crate::store::{replies, threads};

use super::done;

impl<'a> Garden<'a> {
    pub(super) fn ask(&mut self, thread: &'a Thread, at: DateTime<Utc>) -> Result<(), PlantError> {
        let (author, sight) = self.person(&thread.author)?;
        let fault = |fault| faulty(&thread.id, fault);
        let (category, home) = *self
            .homes
            .get(thread.category.as_str())
            .ok_or_else(|| unknown(&thread.id, &thread.category))?;
        let body = Body::parse(&self.linked(&thread.body)).map_err(fault)?;
        let draft = ThreadDraft {
            category,
            kind: thread.kind,
            title: Title::parse(&thread.title).map_err(fault)?,
            tags: tag_names(&thread.tags).map_err(fault)?,
            body: body.clone(),
            template_answers: thread.template_answers(home),
        };
        let key = self.form_key();
        let posting = threads::ask(self.tx, &author, sight, &draft, &Written::body(&body), &key, at)?;
        let id = posted(&thread.id, posting)?;
        let views = i64::from(thread.views);
        threads::add_views(self.tx, &[(id, views)])?;
        let planted = Planted {
            id,
            title: thread.title.clone(),
            body: body.as_str().to_owned(),
        };
        self.threads.insert(&thread.id, planted);
        Ok(())
    }

    pub(super) fn reply(&mut self, thread: &'a Thread, place: usize, at: DateTime<Utc>) -> Result<(), PlantError> {
        let reply = thread.replies.get(place).ok_or_else(|| unknown(&thread.id, "reply"))?;
        let (author, sight) = self.person(&reply.author)?;
        let body = Body::parse(&self.linked(&reply.body)).map_err(|fault| faulty(&thread.id, fault))?;
        let under = self.thread(&thread.id)?.id;
        let key = self.form_key();
        let posting = replies::post(self.tx, &author, sight, under, &Written::body(&body), &key, at)?;
        let id = posted(&thread.id, posting)?;
        let planted = Planted {
            id,
            title: String::new(),
            body: body.as_str().to_owned(),
        };
        self.replies.insert((&thread.id, place), planted);
        Ok(())
    }

    pub(super) fn comment(
        &mut self,
        post: Post<'a>,
        author: &str,
        body: &str,
        at: DateTime<Utc>,
    ) -> Result<(), PlantError> {
        let (author, sight) = self.person(author)?;
        let place = &post.thread.id;
        let body = CommentBody::parse(&self.linked(body)).map_err(|fault| faulty(place, fault))?;
        let on = match post.reply {
            Some(reply) => CommentOn::Reply(self.reply_at(place, reply)?),
            None => CommentOn::Thread(self.thread(place)?.id),
        };
        let key = self.form_key();
        let posting = comments::post(self.tx, &author, sight, on, &Written::comment(&body), &key, at)?;
        posted(place, posting).map(|_| ())
    }

    pub(super) fn edit(&mut self, post: Post<'a>, edit: &Edit, at: DateTime<Utc>) -> Result<(), PlantError> {
        let (editor, sight) = self.person(&edit.by)?;
        let place = post.thread.id.as_str();
        let fault = |fault| faulty(place, fault);
        let reason = Reason::parse(&edit.reason).map_err(fault)?;
        let new_body = edit.body.as_ref().map(|body| self.linked(body));
        let deed = match post.reply {
            Some(number) => {
                let planted = self
                    .replies
                    .get_mut(&(place, number))
                    .ok_or_else(|| unknown(place, "reply"))?;
                let body = Body::parse(new_body.as_ref().unwrap_or(&planted.body)).map_err(fault)?;
                body.as_str().clone_into(&mut planted.body);
                replies::edit(self.tx, &editor, sight, planted.id, &Written::body(&body), &reason, at)?
            }
            None => {
                let planted = self.threads.get_mut(place).ok_or_else(|| unknown(place, "thread"))?;
                let body = Body::parse(new_body.as_ref().unwrap_or(&planted.body)).map_err(fault)?;
                let title = Title::parse(edit.title.as_ref().unwrap_or(&planted.title)).map_err(fault)?;
                body.as_str().clone_into(&mut planted.body);
                title.as_str().clone_into(&mut planted.title);
                let tags = tag_names(&post.thread.tags).map_err(fault)?;
                let change = ThreadEdit {
                    title,
                    tags,
                    body: body.clone(),
                    template_answers: None,
                    reason,
                };
                threads::edit(self.tx, &editor, sight, planted.id, &change, &Written::body(&body), at)?
            }
        };
        done(place, &deed)
    }
}
