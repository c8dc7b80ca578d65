//! Flags, holds, and the desk on which moderators decide: rules, pages, sight and races.

mod deciding;
mod flagging;
mod ground;
mod holds;
mod races;
mod undoing;

use chrono::{DateTime, Utc};
use tanya::domain::account::{User, Viewer};
use tanya::domain::body::Reason;
use tanya::domain::case::{Decision, HidingRule, Piece};
use tanya::domain::flag::{FlagDraft, FlagReason};
use tanya::domain::id::{CaseId, ReplyId, ThreadId};
use tanya::domain::sight::Sight;
use tanya::store::cases::{self, CasePage, Deciding, QueueRow, Turn};
use tanya::store::flags::{self, Flagging};
use tanya::store::{Db, StoreError};

use crate::support::{Page, TestApp};

/// The form that flags.
pub const FLAG: &str = "main form[method=post][action$='/flag']";
/// The form that decides.
pub const DECIDE: &str = "form.case-acts";

/// A question of ada's with an answer of bob's.
pub fn question(app: &TestApp) -> (ThreadId, ReplyId) {
    let thread = app.by("ada", |ada| ada.ask("help", "How do I open the box?", "box"));
    let reply = app.by("bob", |bob| bob.reply(thread, "Buy my keys at keys.example."));
    (thread, reply)
}

pub fn sight_of(user: &User) -> Sight {
    Sight::of(&Viewer::User(user.clone()))
}

/// Somebody of the cast flags a piece for a reason.
pub fn flag_as(app: &TestApp, name: &str, piece: Piece, reason: FlagReason) -> Flagging {
    let (user, now) = (app.user(name), app.now());
    let draft = FlagDraft {
        reason,
        words: Reason::default(),
    };
    app.write(|tx| flags::flag(tx, &user, sight_of(&user), piece, &draft, HidingRule::default(), now))
}

/// Enough members of good record flag a piece.
pub fn hide(app: &TestApp, piece: Piece) {
    assert_eq!(flag_as(app, "dan", piece, FlagReason::Spam), Flagging::Flagged);
    assert_eq!(flag_as(app, "eve", piece, FlagReason::Spam), Flagging::Hidden);
}

/// What waits, as somebody of the cast sees it.
pub fn queue(app: &TestApp, name: &str) -> Vec<QueueRow> {
    let (user, now) = (app.user(name), app.now());
    app.read(|db| cases::queue(db, sight_of(&user), now))
}

/// The only case that waits.
pub fn only_case(app: &TestApp) -> CaseId {
    let queue = queue(app, "root");
    assert_eq!(queue.len(), 1, "{queue:#?}");
    queue[0].id
}

pub fn case(app: &TestApp, id: CaseId) -> CasePage {
    let now = app.now();
    app.read(|db| cases::page(db, Sight::everything(), id, now))
}

/// Somebody of the cast does something to a case.
fn take_turn<T>(
    app: &TestApp,
    name: &str,
    id: CaseId,
    does: impl FnOnce(&mut Db, Turn<'_>) -> Result<T, StoreError>,
) -> T {
    let (by, now) = (app.user(name), app.now());
    let (by, sight) = (&by, sight_of(&by));
    app.write(|tx| does(tx, Turn { by, sight, id, now }))
}

/// Somebody of the cast decides.
pub fn decide_as(app: &TestApp, name: &str, id: CaseId, decision: Decision) -> Deciding {
    take_turn(app, name, id, |tx, turn| {
        cases::decide(tx, turn, decision, &Reason::default())
    })
}

/// Somebody of the cast takes a decision back.
pub fn put_back_as(app: &TestApp, name: &str, id: CaseId) -> Deciding {
    take_turn(app, name, id, cases::put_back)
}

/// Where a form led.
pub fn led_to(page: &Page) -> String {
    assert_eq!(page.status, 303, "{}", page.body);
    page.location().unwrap()
}

/// A moment of a story.
pub fn later(app: &TestApp, minutes: i64) -> DateTime<Utc> {
    app.clock.pass(chrono::Duration::minutes(minutes));
    app.now()
}
