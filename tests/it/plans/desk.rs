//! What flags, holds and the desk ask of the database.

use chrono::{DateTime, Utc};
use tanya::domain::account::User;
use tanya::domain::body::Reason;
use tanya::domain::case::{Decision, HidingRule, HoldReason, Piece};
use tanya::domain::flag::{FlagDraft, FlagReason};
use tanya::domain::grant::{Grant, Grants};
use tanya::domain::group::GroupDraft;
use tanya::domain::id::{CaseId, CategoryId, CommentId, InvitationId, ModerationId, ReplyId, ThreadId, UserId};
use tanya::domain::invitation::InvitationDraft;
use tanya::domain::moderation::Occasion;
use tanya::domain::sight::Sight;
use tanya::store::cases::{self, Turn};
use tanya::store::groups::Gathering;
use tanya::store::questions::anomalies;
use tanya::store::threads::{Moderation, Wanted};
use tanya::store::{Db, StoreError, flags, grants, groups, holds, invitations, moderations, threads, users};

use super::pages::{Ask, named};
use crate::support::beginning;

const THREAD: ThreadId = ThreadId::stored(12);
/// Pieces without an open case, none of them by the person who flags.
const PIECES: [Piece; 3] = [
    Piece::Thread(ThreadId::stored(14)),
    Piece::Reply(ReplyId::stored(9)),
    Piece::Comment(CommentId::stored(9)),
];

/// The newest open case.
fn open_case(db: &mut Db) -> CaseId {
    let queue = cases::queue(db, Sight::everything(), beginning()).unwrap();
    queue.first().expect("something waits").id
}

/// What a member looks after whose group moderates a private category.
fn of_one_category(member: &User) -> Sight {
    let grants = Grants::of([(CategoryId::stored(1), Grant::Moderate)]);
    Sight::looked_after_by(&User {
        grants,
        ..member.clone()
    })
}

/// Makes a group, fills it, opens a category to it, invites into it, and takes all of it back.
fn gather(db: &mut Db, by: &User, now: DateTime<Utc>) -> Result<(), StoreError> {
    let on = &Occasion::of(by.id, now);
    let draft = |name: &str| GroupDraft {
        name: name.to_owned(),
        description: String::new(),
        reason: Reason::default(),
    };
    let Gathering::Done(group) = groups::make(db, &draft("Circle"), on)? else {
        panic!("another group has this name");
    };
    let (category, user) = (CategoryId::stored(1), UserId::stored(2));
    groups::change(db, group, &draft("Ring"), on)?;
    groups::put(db, group, user, on)?;
    grants::grant(db, category, group, Some(Grant::Ask), on)?;
    let invitation = InvitationDraft {
        email: None,
        most_uses: 1,
        days: 7,
        groups: [group].into(),
        reason: Reason::default(),
    };
    invitations::give(db, by, &invitation, now)?;
    invitations::page(db, by, None, 50)?;
    let moderator = users::find(db, UserId::stored(3))?;
    invitations::page(db, &moderator, None, 50)?;
    invitations::groups_to_offer(db, &moderator)?;
    invitations::end(db, by, InvitationId::stored(1), now)?;
    groups::take(db, group, user, on)?;
    groups::delete(db, group, on).map(drop)
}

/// What is asked and written, by name.
pub fn all() -> Vec<(String, Ask)> {
    let now = beginning();
    let mut all = Vec::new();
    for sight in [Sight::public(), Sight::everything()] {
        all.push(named("the desk of moderators", move |db| {
            cases::queue(db, sight, now)?;
            cases::waiting_count(db, sight)?;
            cases::last_decision(db, sight, UserId::stored(3), "2025-01-01T06:00:00Z".parse().unwrap())?;
            anomalies::count(db, sight)
        }));
    }
    for piece in PIECES {
        all.push(named(format!("flagging {}", piece.noun()), move |db| {
            let by = users::find(db, UserId::stored(2))?;
            let draft = FlagDraft {
                reason: FlagReason::Rude,
                words: Reason::default(),
            };
            let sight = Sight::everything();
            flags::flag(db, &by, sight, piece, &draft, HidingRule::default(), now)?;
            flags::own_and_record(db, by.id, piece)?;
            flags::withdraw(db, &by, sight, piece, now)?;
            holds::hold(db, piece, HoldReason::Spam, now)?;
            holds::home_of_own(db, UserId::stored(7), piece)
        }));
    }
    all.push(named("the desk of whoever moderates one category", move |db| {
        let sight = of_one_category(&users::find(db, UserId::stored(2))?);
        cases::queue(db, sight, now)?;
        cases::waiting_count(db, sight)?;
        cases::last_decision(db, sight, UserId::stored(2), "2025-01-01T06:00:00Z".parse().unwrap())?;
        moderations::page(db, sight, None, 50)
    }));
    all.push(named("flags beside a thread", |db| {
        let viewer = users::find(db, UserId::stored(6))?;
        let seen = tanya::domain::account::Viewer::User(viewer.clone());
        let page = threads::page(db, &seen, Sight::everything(), THREAD, Wanted::default())?;
        Moderation::load(db, &viewer, &page, true)
    }));
    all.push(named("taking an act of the log back", move |db| {
        let (by, sight) = (users::find(db, UserId::stored(6))?, Sight::everything());
        let id = ModerationId::stored(1);
        moderations::former(db, sight, id)?;
        moderations::undo(db, &by, sight, id, None, now)?;
        moderations::page(db, sight, None, 50)
    }));
    all.push(deciding(now));
    all.push(named("groups and invitations", move |db| {
        let root = users::find(db, UserId::stored(6))?;
        gather(db, &root, now)
    }));
    all.extend(super::conduct::all());
    all.extend(super::screening::all());
    all
}

fn deciding(now: DateTime<Utc>) -> (String, Ask) {
    named("deciding a case", move |db| {
        let (by, id) = (users::find(db, UserId::stored(6))?, open_case(db));
        let turn = Turn {
            by: &by,
            sight: Sight::everything(),
            id,
            now,
        };
        cases::page(db, turn.sight, id, now)?;
        cases::claim(db, turn)?;
        cases::give_back(db, turn)?;
        cases::decide(db, turn, Decision::Deleted, &Reason::default())?;
        cases::put_back(db, turn)
    })
}
