//! The same verbs, done by the store.

use chrono::{DateTime, Duration, Utc};
use diesel::Connection;
use tanya::domain::account::{User, Viewer};
use tanya::domain::body::{Body, CommentBody, Reason};
use tanya::domain::draft::{ThreadDraft, ThreadEdit};
use tanya::domain::id::{CategoryId, CommentId, ReplyId, ThreadId};
use tanya::domain::resolution::CloseReason;
use tanya::domain::sight::Sight;
use tanya::domain::tag::TagName;
use tanya::domain::title::Title;
use tanya::domain::vote::Vote;
use tanya::store::comments::{self, CommentOn};
use tanya::store::outcome::{Deed, Posting};
use tanya::store::replies::{self, Accepting};
use tanya::store::threads::{self, Closing};
use tanya::store::written::Written;
use tanya::store::{Db, StoreError, categories, users, votes};

use super::memory::CATEGORIES;
use super::rules::{kind_in, round};
use super::verbs::{Outcome, TAGS, Verb, Who};
use crate::support::{CAST, beginning};

/// A forum in a transaction.
pub struct Real<'a> {
    pub tx: &'a mut Db,
    pub users: Vec<User>,
    pub categories: Vec<CategoryId>,
    pub threads: Vec<ThreadId>,
    pub replies: Vec<ReplyId>,
    pub comments: Vec<CommentId>,
}

/// Something went wrong that is no outcome.
pub type Broken = String;

/// The time at a tick of the model's clock.
pub fn at(tick: i64) -> DateTime<Utc> {
    beginning() + Duration::minutes(1 + tick)
}

fn vote(vote: Option<bool>) -> Option<Vote> {
    vote.map(|up| if up { Vote::Up } else { Vote::Down })
}

fn tags(tags: &[usize]) -> Vec<TagName> {
    tags.iter().map(|tag| TagName::parse(TAGS[*tag]).unwrap()).collect()
}

fn body(text: &str) -> Written {
    Written::body(&Body::parse(text).unwrap())
}

fn key(by: Who, key: u64) -> String {
    format!("{by:x}{key:031x}")
}

impl<'a> Real<'a> {
    pub fn new(tx: &'a mut Db) -> Result<Self, StoreError> {
        let email = |name: &str| tanya::domain::email::EmailAddress::parse(&format!("{name}@example.com")).unwrap();
        let mut cast = Vec::new();
        for player in CAST {
            let id = users::with_address(tx, &email(player.name))?.ok_or(StoreError::NotFound)?;
            cast.push(users::find(tx, id)?);
        }
        let mut homes = Vec::new();
        for (slug, ..) in CATEGORIES {
            homes.push(categories::by_slug(tx, Sight::everything(), slug)?.id);
        }
        Ok(Self {
            tx,
            users: cast,
            categories: homes,
            threads: Vec::new(),
            replies: Vec::new(),
            comments: Vec::new(),
        })
    }

    /// What a viewer sees.
    pub fn sight(&self, who: Option<Who>) -> Sight {
        Sight::of(&self.viewer(who))
    }

    /// A player, or nobody, as the store knows viewers.
    pub fn viewer(&self, who: Option<Who>) -> Viewer {
        who.map_or(Viewer::Anonymous, |who| Viewer::User(self.users[who].clone()))
    }

    /// Does a verb in a transaction of its own within the sequence's.
    pub fn act(&mut self, verb: &Verb, tick: i64) -> Result<Outcome, Broken> {
        let (threads, replies, comments) = (self.threads.clone(), self.replies.clone(), self.comments.clone());
        let doer = Doer {
            users: &self.users,
            homes: &self.categories,
            threads: &threads,
            replies: &replies,
            comments: &comments,
        };
        let done = self.tx.transaction(|tx| doer.attempt(tx, verb, at(tick)));
        let done = match done {
            Ok(done) => done,
            Err(StoreError::NotFound) => return Ok(Outcome::NotFound),
            Err(error) => return Err(error.to_string()),
        };
        Ok(match done {
            None => Outcome::Nothing,
            Some(End::Outcome(outcome)) => outcome,
            Some(End::Thread(posting)) => note(&mut self.threads, posting),
            Some(End::Reply(posting)) => note(&mut self.replies, posting),
            Some(End::Comment(posting)) => note(&mut self.comments, posting),
            // SQLite may give its number to the next reply.
            Some(End::Closed(opening)) => {
                let dead = self.replies.iter_mut().filter(|reply| **reply == opening);
                dead.for_each(|reply| *reply = ReplyId::stored(0));
                Outcome::Done
            }
        })
    }
}

/// How a verb ended.
pub enum End {
    Outcome(Outcome),
    Thread(Posting<ThreadId>),
    Reply(Posting<ReplyId>),
    Comment(Posting<CommentId>),
    /// A merge is undone, and this reply is the text of a thread again.
    Closed(ReplyId),
}

impl From<Deed> for End {
    fn from(deed: Deed) -> Self {
        End::Outcome(match deed {
            Deed::Done(()) => Outcome::Done,
            Deed::Unchanged => Outcome::Unchanged,
            Deed::NotYours => Outcome::NotYours,
            Deed::Locked => Outcome::Locked,
            Deed::Blocked(words) => panic!("no words are watched: {words}"),
            Deed::Erased => unreachable!("nothing is that old"),
            Deed::AuthorRemoved(author) => panic!("nobody removes {author} here"),
        })
    }
}

fn note<T: PartialEq + Copy>(known: &mut Vec<T>, posting: Posting<T>) -> Outcome {
    match posting {
        Posting::Posted(id) => {
            known.push(id);
            Outcome::Posted(known.len() - 1)
        }
        Posting::PostedBefore(id) => {
            Outcome::PostedBefore(known.iter().position(|one| *one == id).unwrap_or(usize::MAX))
        }
        Posting::NotAllowed => Outcome::NotAllowed,
        Posting::Locked => Outcome::Locked,
        Posting::Blocked(words) => panic!("no words are watched: {words}"),
        Posting::NotYet(limit) => panic!("the cast are no newcomers: {limit:?}"),
    }
}

/// What a verb needs to know.
pub struct Doer<'a> {
    users: &'a [User],
    homes: &'a [CategoryId],
    threads: &'a [ThreadId],
    replies: &'a [ReplyId],
    comments: &'a [CommentId],
}

impl Doer<'_> {
    pub fn by(&self, by: Who) -> (&User, Sight) {
        (&self.users[by], Sight::of(&Viewer::User(self.users[by].clone())))
    }

    pub fn thread(&self, nth: usize) -> Option<ThreadId> {
        round(nth, self.threads.len()).map(|nth| self.threads[nth])
    }

    fn reply(&self, nth: usize) -> Option<ReplyId> {
        round(nth, self.replies.len()).map(|nth| self.replies[nth])
    }

    fn comment(&self, nth: usize) -> Option<CommentId> {
        round(nth, self.comments.len()).map(|nth| self.comments[nth])
    }

    fn attempt(&self, tx: &mut Db, verb: &Verb, now: DateTime<Utc>) -> Result<Option<End>, StoreError> {
        let end = match verb {
            Verb::Ask {
                by,
                category,
                kind,
                tags,
                key,
            } => self.ask(tx, (*by, *category, *kind), tags, *key, now)?,
            Verb::Reply { by, thread, key: form } => {
                let Some(id) = self.thread(*thread) else {
                    return Ok(None);
                };
                let ((user, sight), body) = (self.by(*by), body(&format!("Reply {form:x}")));
                End::Reply(replies::post(tx, user, sight, id, &body, &key(*by, *form), now)?)
            }
            Verb::Merge { .. } | Verb::Unmerge { .. } => return self.merging(tx, verb, now),
            Verb::CommentOnThread { by, thread, key } => {
                let Some(id) = self.thread(*thread) else {
                    return Ok(None);
                };
                self.comment_on(tx, *by, CommentOn::Thread(id), *key, now)?
            }
            Verb::CommentOnReply { by, reply, key } => {
                let Some(id) = self.reply(*reply) else { return Ok(None) };
                self.comment_on(tx, *by, CommentOn::Reply(id), *key, now)?
            }
            Verb::EditComment { by, comment, .. }
            | Verb::DeleteComment { by, comment }
            | Verb::UndeleteComment { by, comment } => {
                let Some(id) = self.comment(*comment) else {
                    return Ok(None);
                };
                self.on_comment(tx, *by, id, verb, now)?
            }
            Verb::EditReply { by, reply, .. }
            | Verb::DeleteReply { by, reply }
            | Verb::UndeleteReply { by, reply }
            | Verb::VoteOnReply { by, reply, .. }
            | Verb::Accept { by, reply }
            | Verb::Unaccept { by, reply } => {
                let Some(id) = self.reply(*reply) else { return Ok(None) };
                self.on_reply(tx, *by, id, verb, now)?
            }
            Verb::EditThread { by, thread, .. }
            | Verb::DeleteThread { by, thread }
            | Verb::UndeleteThread { by, thread }
            | Verb::VoteOnThread { by, thread, .. }
            | Verb::MeToo { by, thread, .. }
            | Verb::Reopen { by, thread }
            | Verb::Close { by, thread, .. }
            | Verb::Lock { by, thread, .. }
            | Verb::Pin { by, thread, .. }
            | Verb::Move { by, thread, .. }
            | Verb::Retag { by, thread, .. } => {
                let Some(id) = self.thread(*thread) else {
                    return Ok(None);
                };
                self.on_thread(tx, *by, id, verb, now)?.into()
            }
        };
        Ok(Some(end))
    }

    fn ask(
        &self,
        tx: &mut Db,
        (by, category, kind): (Who, usize, usize),
        about: &[usize],
        form: u64,
        now: DateTime<Utc>,
    ) -> Result<End, StoreError> {
        let draft = ThreadDraft {
            category: self.homes[category],
            kind: kind_in(category, kind),
            title: Title::parse(&format!("Thread {form:x}")).unwrap(),
            tags: tags(about),
            body: Body::parse(&format!("Body {form:x}")).unwrap(),
            template_answers: Vec::new(),
        };
        let ((user, sight), body) = (self.by(by), Written::body(&draft.body));
        Ok(End::Thread(threads::ask(
            tx,
            user,
            sight,
            &draft,
            &body,
            &key(by, form),
            now,
        )?))
    }

    fn comment_on(
        &self,
        tx: &mut Db,
        by: Who,
        on: CommentOn,
        form: u64,
        now: DateTime<Utc>,
    ) -> Result<End, StoreError> {
        let text = CommentBody::parse(&format!("Comment {form:x}")).unwrap();
        let (user, sight) = self.by(by);
        Ok(End::Comment(comments::post(
            tx,
            user,
            sight,
            on,
            &Written::comment(&text),
            &key(by, form),
            now,
        )?))
    }

    fn on_comment(
        &self,
        tx: &mut Db,
        by: Who,
        id: CommentId,
        verb: &Verb,
        now: DateTime<Utc>,
    ) -> Result<End, StoreError> {
        let (user, sight) = self.by(by);
        let deed = match verb {
            Verb::EditComment { version, .. } => {
                let text = CommentBody::parse(&format!("Changed {version}")).unwrap();
                comments::edit(tx, user, sight, id, &Written::comment(&text), now)?
            }
            Verb::DeleteComment { .. } => comments::delete(tx, user, sight, id, now)?,
            _ => comments::undelete(tx, user, sight, id, now)?,
        };
        Ok(deed.into())
    }

    fn on_reply(&self, tx: &mut Db, by: Who, id: ReplyId, verb: &Verb, now: DateTime<Utc>) -> Result<End, StoreError> {
        let ((user, sight), reason) = (self.by(by), Reason::default());
        let deed = match verb {
            Verb::EditReply { version, .. } => {
                replies::edit(tx, user, sight, id, &body(&format!("Changed {version}")), &reason, now)?
            }
            Verb::DeleteReply { .. } => replies::delete(tx, user, sight, id, &reason, now)?,
            Verb::UndeleteReply { .. } => replies::undelete(tx, user, sight, id, now)?,
            Verb::VoteOnReply { vote: wanted, .. } => votes::on_reply(tx, user, sight, id, vote(*wanted), now)?,
            Verb::Unaccept { .. } => replies::unaccept(tx, user, sight, id, now)?,
            _ => {
                let outcome = match replies::accept(tx, user, sight, id, now)? {
                    Accepting::Accepted => Outcome::Accepted,
                    Accepting::AlreadyAccepted => Outcome::AlreadyAccepted,
                    Accepting::NotYours => Outcome::NotYours,
                    Accepting::NotAQuestion => Outcome::NotAQuestion,
                };
                return Ok(End::Outcome(outcome));
            }
        };
        Ok(deed.into())
    }

    fn on_thread(
        &self,
        tx: &mut Db,
        by: Who,
        id: ThreadId,
        verb: &Verb,
        now: DateTime<Utc>,
    ) -> Result<Deed, StoreError> {
        let ((user, sight), reason) = (self.by(by), Reason::default());
        match verb {
            Verb::EditThread {
                version, tags: about, ..
            } => {
                let text = Body::parse(&format!("Changed {version}")).unwrap();
                let title = Title::parse(&format!("Thread changed {version}")).unwrap();
                let edit = ThreadEdit {
                    title,
                    tags: tags(about),
                    body: text.clone(),
                    template_answers: None,
                    reason,
                };
                threads::edit(tx, user, sight, id, &edit, &Written::body(&text), now)
            }
            Verb::DeleteThread { .. } => threads::delete(tx, user, sight, id, &reason, now),
            Verb::UndeleteThread { .. } => threads::undelete(tx, user, sight, id, now),
            Verb::VoteOnThread { vote: wanted, .. } => votes::on_thread(tx, user, sight, id, vote(*wanted), now),
            Verb::MeToo { joins, .. } => votes::me_too(tx, user, sight, id, *joins, now),
            Verb::Reopen { .. } => threads::reopen(tx, user, sight, id, &reason, now),
            Verb::Close { original, .. } => {
                let original = original.and_then(|nth| self.thread(nth));
                let closing = match original {
                    Some(_) => CloseReason::Duplicate,
                    None => CloseReason::Unclear,
                };
                let closing = Closing {
                    reason: closing,
                    original,
                    note: reason,
                };
                threads::close(tx, user, sight, id, &closing, now)
            }
            Verb::Lock { locked, .. } => threads::lock(tx, user, sight, id, *locked, &reason, now),
            Verb::Pin { pinned, .. } => threads::pin(tx, user, sight, id, *pinned, now),
            Verb::Move { category, .. } => threads::r#move(tx, user, sight, id, self.homes[*category], now),
            Verb::Retag { tags: about, .. } => threads::retag(tx, user, sight, id, &tags(about), now),
            other => unreachable!("{other:?}"),
        }
    }
}
