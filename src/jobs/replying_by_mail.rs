//! An answer by mail becomes a reply: its token says whose it is and where it belongs, everything else is asked of the rows.

use chrono::{DateTime, Utc};

use super::attached::with_files;
use super::read_incoming::{Verdict, identity, is_proven, settle, settle_in};
use super::{JobError, Workshop};
use crate::domain::account::{User, Viewer};
use crate::domain::body::Body;
use crate::domain::id::{IncomingId, ThreadId};
use crate::domain::incoming::{Outcome, Why};
use crate::domain::reply_token::OfferedToken;
use crate::domain::sight::Sight;
use crate::mail::incoming::Incoming;
use crate::store::outcome::Posting;
use crate::store::written::Written;
use crate::store::{Db, StoreError, consents, incoming, replies, settings, users};

pub(super) fn run(
    workshop: &Workshop,
    id: IncomingId,
    message: &Incoming,
    token: Option<&str>,
    now: DateTime<Utc>,
) -> Result<(), JobError> {
    let proven = is_proven(workshop, message);
    let decided = workshop.store.read_now(|db| decide(db, message, token, proven, now))?;
    let (user, thread) = match decided {
        Ok(found) => found,
        Err(verdict) => return settle(workshop, id, &verdict, Some(message), now),
    };
    let about = |verdict: Verdict| verdict.about(Some(user.id), Some(thread));
    let body = match body(workshop, message, &user, now)? {
        Ok(body) => body,
        Err(why) => return settle(workshop, id, &about(Verdict::refused(why)), Some(message), now),
    };
    // Rendered before the write begins.
    let written = Written::body(&body);
    workshop.store.write_now(|tx| {
        let verdict = about(post(tx, message, &user, thread, &written, now)?);
        settle_in(tx, id, &verdict, Some(message), now)
    })?;
    Ok(())
}

/// Whose message it is and where it belongs, or why it cannot be posted.
fn decide(
    db: &mut Db,
    message: &Incoming,
    token: Option<&str>,
    is_proven: bool,
    now: DateTime<Utc>,
) -> Result<Result<(User, ThreadId), Verdict>, StoreError> {
    // Who is named in a message that nobody vouches for did not write it, and is told nothing.
    let unless_forged = |why| Ok(Err(Verdict::refused(if is_proven { why } else { Why::Unproven })));
    let Some(offered) = token.and_then(OfferedToken::read) else {
        return unless_forged(Why::BadToken);
    };
    let Some(reader) = incoming::holder(db, &offered)? else {
        return unless_forged(Why::BadToken);
    };
    let thread = offered.thread();
    let refused = |why| Ok(Err(Verdict::refused(why).about(Some(reader.user), Some(thread))));
    let is_theirs = message
        .from
        .as_ref()
        .is_some_and(|from| from.folded() == reader.address.folded());
    if !is_theirs {
        // What is not from them says nothing about them.
        return unless_forged(Why::OtherSender);
    }
    if !is_proven {
        return refused(Why::Unproven);
    }
    if reader.is_suspended(now) {
        return refused(Why::Suspended);
    }
    let user = users::writer(db, reader.user, now)?;
    if user.is_silenced {
        return refused(Why::Silenced);
    }
    let asked = settings::load(db)?.documents.asked();
    if consents::is_due(db, reader.user, &asked)? {
        return refused(Why::Consent);
    }
    Ok(Ok((user, thread)))
}

/// The body of the reply: what was written, and what was attached.
fn body(
    workshop: &Workshop,
    message: &Incoming,
    user: &User,
    now: DateTime<Utc>,
) -> Result<Result<Body, Why>, JobError> {
    if message.own.is_empty() {
        return Ok(Err(Why::Nothing));
    }
    let phrases = workshop.phrases(user.language)?;
    let text = with_files(workshop, user, &message.own, &message.attachments, &phrases, now)?;
    Ok(Body::parse(&text).map_err(|_| Why::Unfit))
}

/// Posts it as the page would; what it cannot do is an outcome.
fn post(
    tx: &mut Db,
    message: &Incoming,
    user: &User,
    thread: ThreadId,
    body: &Written,
    now: DateTime<Utc>,
) -> Result<Verdict, StoreError> {
    let key = identity(message);
    if incoming::is_known(tx, &key)? {
        return Ok(Verdict::ended(Outcome::Repeated, None));
    }
    let sight = Sight::of(&Viewer::User(user.clone()));
    let reply = match replies::post(tx, user, sight, thread, body, &key, now) {
        Ok(Posting::Posted(reply)) => reply,
        Ok(Posting::PostedBefore(_)) => return Ok(Verdict::ended(Outcome::Repeated, None)),
        Ok(Posting::Blocked(_)) => return Ok(Verdict::refused(Why::Blocked)),
        Ok(Posting::NotYet(limit)) => return Ok(Verdict::refused(Why::of_limit(limit))),
        Ok(Posting::NotAllowed | Posting::Locked) => return Ok(Verdict::refused(Why::Locked)),
        Err(StoreError::NotFound) => return Ok(Verdict::refused(Why::NoThread)),
        Err(error) => return Err(error),
    };
    incoming::mark_by_mail(tx, reply)?;
    Ok(Verdict {
        reply: Some(reply),
        ..Verdict::ended(Outcome::Posted, None)
    })
}
