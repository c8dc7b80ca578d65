//! Taking an act back from the log, by the verb that does the opposite: what that may not, undoing may not either.

use chrono::{DateTime, Utc};
use diesel::prelude::*;

use super::end_rows;
use super::former::{Former, Logged, link_of_name, logged};
use crate::domain::account::User;
use crate::domain::article::LinkKind;
use crate::domain::body::Reason;
use crate::domain::case::{Decision, Piece};
use crate::domain::id::{ArticleId, CaseId, CategoryId, ModerationId, ReplyId, ThreadId};
use crate::domain::moderation::Act;
use crate::domain::permission::{Verb, may};
use crate::domain::resolution::CloseReason;
use crate::domain::role::Role;
use crate::domain::sight::Sight;
use crate::domain::tag::TagName;
use crate::store::article_links::{self, Linking};
use crate::store::cases::{self, Deciding, HeldPiece, Turn, proper};
use crate::store::merges::{self, Merging};
use crate::store::outcome::Deed;
use crate::store::replies::{self, Accepting};
use crate::store::schema::{acceptances, article_links as links_table, closures, reopenings};
use crate::store::threads::{self, Closing};
use crate::store::written::Written;
use crate::store::{Db, StoreError, comments, known_problems, tags};

/// How undoing ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Undoing {
    /// It is as it was before.
    Done,
    /// It is not in force any more, or something that came later stands in the way.
    NotNow,
    /// The user may not do this.
    NotYours,
    /// What it was done to has lost its text for good.
    Erased,
}

impl<T> From<Deed<T>> for Undoing {
    fn from(deed: Deed<T>) -> Self {
        match deed {
            Deed::Done(_) => Self::Done,
            Deed::NotYours => Self::NotYours,
            Deed::Erased => Self::Erased,
            Deed::Unchanged | Deed::Locked | Deed::Blocked(_) | Deed::AuthorRemoved(_) => Self::NotNow,
        }
    }
}

impl From<Deciding> for Undoing {
    fn from(deciding: Deciding) -> Self {
        match deciding {
            Deciding::Done => Self::Done,
            Deciding::DecidedBefore | Deciding::AuthorRemoved(_) => Self::NotNow,
            Deciding::NotYours => Self::NotYours,
            Deciding::Erased => Self::Erased,
        }
    }
}

/// Who undoes which act, and when.
#[derive(Clone, Copy)]
pub(super) struct Scene<'a> {
    pub(super) by: &'a User,
    sight: Sight,
    pub(super) now: DateTime<Utc>,
}

/// Takes an act back. `former` is the text before an edit, rendered.
pub fn undo(
    tx: &mut Db,
    by: &User,
    sight: Sight,
    id: ModerationId,
    former: Option<&(Former, Written)>,
    now: DateTime<Utc>,
) -> Result<Undoing, StoreError> {
    let row = logged(tx, id)?;
    // Whoever moderates only private categories reads, and takes back, what was done there; the sight says where.
    let is_read = may(by, Verb::ReadModerationLog, None) || (row.subject.thread.is_some() && by.has_desk());
    if !is_read || (row.act.is_of_admins() && by.role < Role::Admin) {
        return Ok(Undoing::NotYours);
    }
    if let Some(thread) = row.subject.thread {
        threads::title_of(tx, sight, thread)?;
    }
    // What the opposite verb cannot see for itself: whether this is still the last word about the piece.
    if let Some(piece) = row.subject.piece().filter(|_| waits_for_piece(row.act))
        && HeldPiece::take(tx, sight, piece)?.is_erased()
    {
        return Ok(Undoing::Erased);
    }
    let row = logged(tx, id)?;
    if !row.is_in_force || !row.act.can_be_undone() {
        return Ok(Undoing::NotNow);
    }
    let scene = Scene { by, sight, now };
    let undone = match row.act.is_of_person() {
        true => super::people::undo(tx, scene, &row)?,
        false => undo_of_piece(tx, scene, &row, former)?,
    };
    if undone == Undoing::Done {
        end_rows(tx, vec![row.id], now)?;
    }
    Ok(undone)
}

/// Merges and duplicates hold several threads in an order of their own.
fn waits_for_piece(act: Act) -> bool {
    !matches!(act, Act::Merge | Act::Unmerge | Act::SplitOff | Act::Reopen)
}

fn undo_of_piece(
    tx: &mut Db,
    scene: Scene<'_>,
    row: &Logged,
    former: Option<&(Former, Written)>,
) -> Result<Undoing, StoreError> {
    let Some(piece) = row.subject.piece() else {
        return Ok(Undoing::NotNow);
    };
    match row.act {
        Act::Delete => undelete(tx, scene, piece),
        Act::Undelete => delete(tx, scene, piece),
        Act::Edit => edit_back(tx, scene, piece, former),
        Act::Hold | Act::Dismiss | Act::PutBack => undo_of_case(tx, scene, piece, row),
        Act::Accept | Act::Unaccept => undo_of_acceptance(tx, scene, row),
        _ => match row.subject.thread {
            Some(thread) => undo_of_thread(tx, scene, thread, row),
            None => Ok(Undoing::NotNow),
        },
    }
}

fn undelete(tx: &mut Db, Scene { by, sight, now }: Scene<'_>, piece: Piece) -> Result<Undoing, StoreError> {
    Ok(match piece {
        Piece::Thread(id) => threads::undelete(tx, by, sight, id, now)?.into(),
        Piece::Reply(id) => replies::undelete(tx, by, sight, id, now)?.into(),
        Piece::Comment(id) => comments::undelete(tx, by, sight, id, now)?.into(),
    })
}

fn delete(tx: &mut Db, Scene { by, sight, now }: Scene<'_>, piece: Piece) -> Result<Undoing, StoreError> {
    let no = Reason::default();
    Ok(match piece {
        Piece::Thread(id) => threads::delete(tx, by, sight, id, &no, now)?.into(),
        Piece::Reply(id) => replies::delete(tx, by, sight, id, &no, now)?.into(),
        Piece::Comment(id) => comments::delete(tx, by, sight, id, now)?.into(),
    })
}

fn edit_back(
    tx: &mut Db,
    Scene { by, sight, now }: Scene<'_>,
    piece: Piece,
    former: Option<&(Former, Written)>,
) -> Result<Undoing, StoreError> {
    Ok(match (piece, former) {
        (Piece::Thread(id), Some((Former::Thread(edit), body))) => {
            threads::edit(tx, by, sight, id, edit, body, now)?.into()
        }
        (Piece::Reply(id), Some((Former::Reply(_), body))) => {
            replies::edit(tx, by, sight, id, body, &Reason::default(), now)?.into()
        }
        (Piece::Comment(id), Some((Former::Comment(_), body))) => comments::edit(tx, by, sight, id, body, now)?.into(),
        _ => Undoing::NotNow,
    })
}

/// A hold is taken back by letting the piece through, a decision by having it wait again, and that by deciding as before.
fn undo_of_case(tx: &mut Db, scene: Scene<'_>, piece: Piece, row: &Logged) -> Result<Undoing, StoreError> {
    let proper = proper(tx, piece)?;
    let is_waiting = row.act != Act::Dismiss;
    let Some(id) = cases::newest(tx, proper, is_waiting)? else {
        return Ok(Undoing::NotNow);
    };
    let decision = match row.act {
        Act::Hold => Some(Decision::Kept),
        Act::PutBack => row.was.as_deref().and_then(Decision::parse),
        _ => None,
    };
    let turn = turn(scene, id);
    Ok(match (row.act, decision) {
        (Act::Dismiss, _) => cases::put_back(tx, turn)?.into(),
        (_, Some(decision)) => cases::decide(tx, turn, decision, &Reason::default())?.into(),
        _ => Undoing::NotNow,
    })
}

fn turn(Scene { by, sight, now }: Scene<'_>, id: CaseId) -> Turn<'_> {
    Turn { by, sight, id, now }
}

fn undo_of_acceptance(tx: &mut Db, Scene { by, sight, now }: Scene<'_>, row: &Logged) -> Result<Undoing, StoreError> {
    let Some(reply) = row.subject.reply else {
        return Ok(Undoing::NotNow);
    };
    let former = match row.act {
        Act::Accept => row.was_number().map(ReplyId::stored),
        _ => Some(reply),
    };
    Ok(match former {
        Some(former) => accepted(replies::accept(tx, by, sight, former, now)?),
        None => replies::unaccept(tx, by, sight, reply, now)?.into(),
    })
}

fn accepted(accepting: Accepting) -> Undoing {
    match accepting {
        Accepting::Accepted => Undoing::Done,
        Accepting::AlreadyAccepted | Accepting::NotAQuestion | Accepting::NotYours => Undoing::NotNow,
    }
}

fn undo_of_thread(tx: &mut Db, scene: Scene<'_>, thread: ThreadId, row: &Logged) -> Result<Undoing, StoreError> {
    let (Scene { by, sight, now }, no) = (scene, Reason::default());
    Ok(match row.act {
        Act::Close => threads::reopen(tx, by, sight, thread, &no, now)?.into(),
        Act::Reopen => settle_again(tx, scene, thread)?,
        Act::Lock | Act::Unlock => threads::lock(tx, by, sight, thread, row.act == Act::Unlock, &no, now)?.into(),
        Act::Pin | Act::Unpin => threads::pin(tx, by, sight, thread, row.act == Act::Unpin, now)?.into(),
        Act::Move => match row.was_number() {
            Some(was) => threads::r#move(tx, by, sight, thread, CategoryId::stored(was), now)?.into(),
            None => Undoing::NotNow,
        },
        Act::Retag => match tags_before(tx, thread, row)? {
            Some(names) => threads::retag(tx, by, sight, thread, &names, now)?.into(),
            None => Undoing::NotNow,
        },
        Act::Merge => match merges::undo(tx, by, sight, thread, now)? {
            merges::Undoing::Undone => Undoing::Done,
            merges::Undoing::NotYours => Undoing::NotYours,
            merges::Undoing::NotMerged | merges::Undoing::MergedOn => Undoing::NotNow,
        },
        Act::Unmerge | Act::SplitOff => merge_again(tx, scene, thread, row)?,
        Act::TellProblem | Act::SolveProblem => match row.was_number() {
            Some(was) => known_problems::begin(tx, by, sight, thread, CategoryId::stored(was), now)?.into(),
            None => known_problems::end(tx, by, sight, thread, now)?.into(),
        },
        Act::Link | Act::Unlink => undo_of_link(tx, scene, thread, row)?,
        _ => Undoing::NotNow,
    })
}

/// The tags before a change, while the thread has those that it made.
fn tags_before(db: &mut Db, thread: ThreadId, row: &Logged) -> Result<Option<Vec<TagName>>, StoreError> {
    let present = tags::of_threads(db, &[thread.get()])?
        .remove(&thread.get())
        .unwrap_or_default();
    if row.became.as_deref() != Some(present.join(", ").as_str()) {
        return Ok(None);
    }
    Ok(row.was.as_deref().and_then(|was| TagName::parse_list(was).ok()))
}

fn merge_again(
    tx: &mut Db,
    Scene { by, sight, now }: Scene<'_>,
    thread: ThreadId,
    row: &Logged,
) -> Result<Undoing, StoreError> {
    let Some(into) = row.was_number() else {
        return Ok(Undoing::NotNow);
    };
    let merging = merges::merge(tx, by, sight, thread, ThreadId::stored(into), &Reason::default(), now)?;
    Ok(match merging {
        Merging::Merged(_) => Undoing::Done,
        Merging::Refused(_) => Undoing::NotNow,
        Merging::NotYours => Undoing::NotYours,
    })
}

/// A link is taken back by the one that was there before, or by none.
fn undo_of_link(
    tx: &mut Db,
    Scene { by, sight, now }: Scene<'_>,
    thread: ThreadId,
    row: &Logged,
) -> Result<Undoing, StoreError> {
    let (was, became) = (
        row.was.as_deref().and_then(link_of_name),
        row.became.as_deref().and_then(link_of_name),
    );
    Ok(match (was, became) {
        (Some((article, kind)), _) => linked(article_links::link(tx, by, sight, (thread, article), kind, now)?),
        (None, Some((article, _))) => article_links::unlink(tx, by, sight, (thread, article), now)?.into(),
        (None, None) => Undoing::NotNow,
    })
}

fn linked(linking: Linking) -> Undoing {
    match linking {
        Linking::Linked => Undoing::Done,
        Linking::NotYours => Undoing::NotYours,
        Linking::Unchanged | Linking::Locked | Linking::NoSuchArticle | Linking::NotForAll => Undoing::NotNow,
    }
}

/// Brings back what the last reopening of a thread ended: its closure, its accepted answer, or an article that answers it.
fn settle_again(tx: &mut Db, scene: Scene<'_>, thread: ThreadId) -> Result<Undoing, StoreError> {
    let Scene { by, sight, now } = scene;
    let last: Option<(Option<i64>, Option<i64>, Option<i64>)> = reopenings::table
        .filter(reopenings::thread_id.eq(thread.get()))
        .order((reopenings::reopened_at.desc(), reopenings::id.desc()))
        .select((
            reopenings::closure_id,
            reopenings::acceptance_id,
            reopenings::article_link_id,
        ))
        .first(tx)
        .optional()?;
    Ok(match last {
        Some((Some(closure), ..)) => {
            let closing = closing_of(tx, closure)?;
            threads::close(tx, by, sight, thread, &closing, now)?.into()
        }
        Some((None, Some(acceptance), _)) => {
            let reply: i64 = acceptances::table
                .find(acceptance)
                .select(acceptances::reply_id)
                .first(tx)?;
            accepted(replies::accept(tx, by, sight, ReplyId::stored(reply), now)?)
        }
        Some((None, None, Some(link))) => {
            let article: i64 = links_table::table
                .find(link)
                .select(links_table::article_id)
                .first(tx)?;
            let link = (thread, ArticleId::stored(article));
            linked(article_links::link(tx, by, sight, link, LinkKind::Answers, now)?)
        }
        _ => Undoing::NotNow,
    })
}

fn closing_of(db: &mut Db, closure: i64) -> Result<Closing, StoreError> {
    let (reason, note, original): (String, String, Option<i64>) = closures::table
        .find(closure)
        .select((closures::reason, closures::note, closures::original_id))
        .first(db)?;
    let strange = || StoreError::Unexpected(format!("closure {closure}"));
    Ok(Closing {
        reason: CloseReason::parse(&reason).ok_or_else(strange)?,
        original: original.map(ThreadId::stored),
        note: Reason::parse(&note).map_err(|_| strange())?,
    })
}
