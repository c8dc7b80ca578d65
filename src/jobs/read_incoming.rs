//! Reads a message that came in by mail, and does what its address says: posts a reply, or keeps a question until its sender
//! confirms it. What cannot be done is written down, and its sender told, once.

use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use chrono::{DateTime, Utc};
use sha2::{Digest, Sha256};

use super::disarming::disarmed;
use super::{JobError, Workshop, asking_by_mail, replying_by_mail};
use crate::domain::email::EmailAddress;
use crate::domain::id::{IncomingId, ReplyId, ThreadId, UserId};
use crate::domain::incoming::{Outcome, Route, Why};
use crate::domain::job::Job;
use crate::mail::incoming::{self as messages, Authenticity, Incoming, Nature};
use crate::mail::report;
use crate::store::incoming::{self, Settled};
use crate::store::throttle::{self, Subject, Trying};
use crate::store::{Db, StoreError, bounces, jobs, users};

pub(super) fn run(workshop: &Workshop, id: IncomingId, now: DateTime<Utc>) -> Result<(), JobError> {
    let Some(raw) = workshop.store.read_now(|db| incoming::waiting(db, id))? else {
        return Ok(());
    };
    let message = match messages::read(&raw) {
        Ok(message) => addressed(workshop, message),
        Err(_) => return settle(workshop, id, &Verdict::refused(Why::Unreadable), None, now),
    };
    let verdict = match message.nature {
        Nature::Automatic(_) => Verdict::ended(Outcome::Ignored, Some(Why::Automatic)),
        Nature::Report(_) => return note_report(workshop, id, &message, &raw, now),
        Nature::Personal => match workshop.desk.route(&message.recipients) {
            Some(Route::Answer(token)) => return replying_by_mail::run(workshop, id, &message, token, now),
            Some(Route::Question(slug)) => return asking_by_mail::run(workshop, id, &message, slug, now),
            None if workshop.desk.answers.is_none() && workshop.desk.questions.is_none() => Verdict::refused(Why::Off),
            None => Verdict::refused(Why::NoAddress),
        },
    };
    settle(workshop, id, &verdict, Some(&message), now)
}

/// The message with the one recipient by which it is ours, and its words without what gives power. Every server on its way, and
/// whoever sends it again, may write further recipients on top of it: it is the same message all the same.
fn addressed(workshop: &Workshop, mut message: Incoming) -> Incoming {
    if let Some(ours) = workshop.desk.recipient(&message.recipients) {
        message.recipients = vec![ours.to_owned()];
    }
    let token = match workshop.desk.route(&message.recipients) {
        Some(Route::Answer(token)) => token,
        Some(Route::Question(_)) | None => None,
    };
    message.own = disarmed(&message.own, token, &workshop.urls.in_letters());
    message
}

/// Counts what a mail server reports against the address of its reader, if it is about a letter of ours; once, however often it is
/// delivered.
fn note_report(
    workshop: &Workshop,
    id: IncomingId,
    message: &Incoming,
    raw: &[u8],
    now: DateTime<Utc>,
) -> Result<(), JobError> {
    let reported = report::read(raw);
    let verdict = Verdict::ended(Outcome::Reported, None);
    Ok(workshop.store.write_now::<_, StoreError>(|tx| {
        let is_new = settle_in(tx, id, &verdict, Some(message), now)?;
        if let Some(reported) = reported.as_ref().filter(|_| is_new) {
            bounces::note_reported(tx, reported, now)?;
        }
        Ok(())
    })?)
}

/// What becomes of a message, and of whom it is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Verdict {
    pub(super) outcome: Outcome,
    pub(super) why: Option<Why>,
    pub(super) user: Option<UserId>,
    pub(super) thread: Option<ThreadId>,
    pub(super) reply: Option<ReplyId>,
}

impl Verdict {
    pub(super) fn ended(outcome: Outcome, why: Option<Why>) -> Self {
        Self {
            outcome,
            why,
            user: None,
            thread: None,
            reply: None,
        }
    }

    pub(super) fn refused(why: Why) -> Self {
        Self::ended(Outcome::Refused, Some(why))
    }

    /// Of this person, in this thread.
    pub(super) fn about(self, user: Option<UserId>, thread: Option<ThreadId>) -> Self {
        Self { user, thread, ..self }
    }

    fn settled(&self, message: Option<&Incoming>) -> Settled {
        Settled {
            outcome: self.outcome,
            why: self.why,
            sender: message.and_then(|message| message.from.clone()),
            subject: message.map(|message| message.subject.clone()).unwrap_or_default(),
            identity: None,
            user: self.user,
            thread: self.thread,
            reply: self.reply,
        }
    }
}

/// Writes a verdict down in a transaction of its own.
pub(super) fn settle(
    workshop: &Workshop,
    id: IncomingId,
    verdict: &Verdict,
    message: Option<&Incoming>,
    now: DateTime<Utc>,
) -> Result<(), JobError> {
    workshop
        .store
        .write_now(|tx| settle_in(tx, id, verdict, message, now))?;
    Ok(())
}

/// Writes a verdict down, and the letter that tells of it; the same message is answered once, however often it comes. Answers
/// whether it came for the first time.
pub(super) fn settle_in(
    tx: &mut Db,
    id: IncomingId,
    verdict: &Verdict,
    message: Option<&Incoming>,
    now: DateTime<Utc>,
) -> Result<bool, StoreError> {
    let identity = message.filter(|_| verdict.outcome != Outcome::Repeated).map(identity);
    let is_repeated = match &identity {
        Some(identity) => incoming::is_known(tx, identity)?,
        None => false,
    };
    if is_repeated {
        let repeated = Verdict::ended(Outcome::Repeated, None).about(verdict.user, verdict.thread);
        incoming::settle(tx, id, &repeated.settled(message), now)?;
        return Ok(false);
    }
    let settled = Settled {
        identity,
        ..verdict.settled(message)
    };
    let is_new = incoming::settle(tx, id, &settled, now)?;
    if is_new && verdict.outcome == Outcome::Refused {
        answer(tx, id, &settled, now)?;
    }
    Ok(is_new)
}

/// Has the sender told why, if they have an account: a letter to anybody who is named in a message would be a way to send letters
/// to strangers.
fn answer(tx: &mut Db, id: IncomingId, settled: &Settled, now: DateTime<Utc>) -> Result<(), StoreError> {
    let Some((sender, why)) = settled
        .sender
        .as_ref()
        .zip(settled.why)
        .filter(|(_, why)| why.is_told())
    else {
        return Ok(());
    };
    let is_reached = why.is_told_to_strangers() || users::with_address(tx, sender)?.is_some();
    if is_reached && throttle::attempt(tx, &[Subject::LettersTo(sender)], now)? == Trying::GoAhead {
        jobs::enqueue(tx, &Job::AnswerIncoming { message: id }, now)?;
    }
    Ok(())
}

/// What tells a message from all others: its id, who wrote it and where it went. Delivered again, it has the same.
pub(super) fn identity(message: &Incoming) -> String {
    let mut hash = Sha256::new();
    let from = message.from.as_ref().map(EmailAddress::folded).unwrap_or_default();
    let id = message.message_id.clone();
    // A message without an id, which is against the rules, is known by what it says.
    let id = id.unwrap_or_else(|| format!("{}\0{}", message.subject, message.own));
    let place = message.recipients.first().map(String::as_str).unwrap_or_default();
    for part in [id.as_str(), from.as_str(), place] {
        hash.update(part.as_bytes());
        hash.update(b"\0");
    }
    URL_SAFE_NO_PAD.encode(hash.finalize())
}

/// Whether a message is from whom it says, as far as our mail server tells; where none is configured, its word is taken.
pub(super) fn is_proven(workshop: &Workshop, message: &Incoming) -> bool {
    match &workshop.desk.mail_server {
        Some(server) => message.authenticity(server) == Authenticity::Proven,
        None => true,
    }
}
