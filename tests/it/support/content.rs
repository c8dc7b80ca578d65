//! Things to read: threads, replies and comments, written straight into the store.

use chrono::{DateTime, Utc};
use tanya::domain::account::{User, Viewer};
use tanya::domain::body::{Body, CommentBody};
use tanya::domain::draft::{AskInput, ThreadDraft};
use tanya::domain::id::{CommentId, JobId, ReplyId, ThreadId};
use tanya::domain::job::MOST_ATTEMPTS;
use tanya::domain::sight::Sight;
use tanya::store::comments::{self, CommentOn};
use tanya::store::outcome::Posting;
use tanya::store::written::Written;
use tanya::store::{Db, StoreError, categories, jobs, replies, threads};

/// Somebody who writes at a moment.
pub struct Content<'a> {
    /// The transaction.
    pub tx: &'a mut Db,
    /// Who writes.
    pub author: User,
    /// When.
    pub now: DateTime<Utc>,
}

impl Content<'_> {
    fn sight(&self) -> Sight {
        Sight::of(&Viewer::User(self.author.clone()))
    }

    /// A question in a category, with tags.
    pub fn ask(&mut self, category: &str, title: &str, tags: &str) -> Result<ThreadId, StoreError> {
        self.start(category, "question", title, tags)
    }

    /// A question with a text of its own.
    pub fn ask_saying(&mut self, category: &str, title: &str, body: &str) -> Result<ThreadId, StoreError> {
        self.start_saying(category, "question", title, "light", body)
    }

    /// A thread of any kind.
    pub fn start(&mut self, category: &str, kind: &str, title: &str, tags: &str) -> Result<ThreadId, StoreError> {
        self.start_saying(category, kind, title, tags, &format!("This is about {title}."))
    }

    fn start_saying(
        &mut self,
        category: &str,
        kind: &str,
        title: &str,
        tags: &str,
        body: &str,
    ) -> Result<ThreadId, StoreError> {
        let sight = self.sight();
        let category = categories::by_slug(self.tx, sight, category)?;
        let input = AskInput {
            kind: kind.to_owned(),
            category: category.slug.clone(),
            title: title.to_owned(),
            tags: tags.to_owned(),
            body: body.to_owned(),
            answers: Vec::new(),
        };
        let draft = ThreadDraft::parse(&input, Some(&category.ask_rules())).unwrap();
        let body = Written::body(&draft.body);
        posted(threads::ask(
            self.tx,
            &self.author,
            sight,
            &draft,
            &body,
            &key(),
            self.now,
        )?)
    }

    /// A reply.
    pub fn reply(&mut self, thread: ThreadId, text: &str) -> Result<ReplyId, StoreError> {
        let body = Written::body(&Body::parse(text).unwrap());
        let sight = self.sight();
        posted(replies::post(
            self.tx,
            &self.author,
            sight,
            thread,
            &body,
            &key(),
            self.now,
        )?)
    }

    /// A comment.
    pub fn comment(&mut self, on: CommentOn, text: &str) -> Result<CommentId, StoreError> {
        let body = Written::comment(&CommentBody::parse(text).unwrap());
        let sight = self.sight();
        posted(comments::post(
            self.tx,
            &self.author,
            sight,
            on,
            &body,
            &key(),
            self.now,
        )?)
    }

    /// An accepted answer.
    pub fn accept(&mut self, reply: ReplyId) -> Result<(), StoreError> {
        let sight = self.sight();
        let outcome = replies::accept(self.tx, &self.author, sight, reply, self.now)?;
        assert_eq!(outcome, replies::Accepting::Accepted);
        Ok(())
    }
}

fn posted<T: std::fmt::Debug>(posting: Posting<T>) -> Result<T, StoreError> {
    match posting {
        Posting::Posted(id) => Ok(id),
        other => panic!("not posted: {other:?}"),
    }
}

/// A form's key that no form had before.
pub fn key() -> String {
    format!("{:032x}", rand::random::<u128>())
}

impl super::TestApp {
    /// Has one of the cast write something.
    pub fn by<T>(&self, name: &str, write: impl FnOnce(&mut Content<'_>) -> Result<T, StoreError>) -> T {
        let (author, now) = (self.user(name), self.now());
        self.write(|tx| write(&mut Content { tx, author, now }))
    }
}

/// Lets the next job that is due fail until it is given up.
pub fn give_up(tx: &mut Db, error: &str, mut now: DateTime<Utc>) -> Result<JobId, StoreError> {
    loop {
        let claimed = jobs::claim(tx, "a worker of tests", now)?.unwrap();
        if jobs::fail(tx, claimed.id, claimed.attempt, error, now)? {
            assert_eq!(claimed.attempt, MOST_ATTEMPTS);
            return Ok(claimed.id);
        }
        now += chrono::Duration::days(1);
    }
}
