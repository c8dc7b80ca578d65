//! What moderators do about people: warnings, silences, suspensions with an end, spammers removed, and notes.

mod canning;
mod noting;
mod removing;
mod restraining;
mod telling;

use tanya::domain::body::Reason;
use tanya::domain::id::{ReplyId, ThreadId, UserId};
use tanya::domain::restraint::{RestraintDraft, RestraintKind};
use tanya::store::restraints::{self, Restraining};

use crate::support::TestApp;

/// The form that warns, silences or suspends.
const RESTRAIN: &str = "form[action$='/restrain']";

/// The page of somebody's conduct.
fn page_of(app: &TestApp, name: &str) -> String {
    format!("/moderation/people/{}", app.user(name).id)
}

/// A question of ada's with an answer of bob's.
fn question(app: &TestApp) -> (ThreadId, ReplyId) {
    let thread = app.by("ada", |ada| ada.ask("help", "How do I open the box?", "box"));
    let reply = app.by("bob", |bob| bob.reply(thread, "Buy my keys at keys.example."));
    (thread, reply)
}

/// Somebody of the cast does this to another one, for so many days, or without end.
fn restrain(app: &TestApp, by: &str, whom: &str, kind: RestraintKind, days: Option<i64>) -> Restraining {
    let (by, whom, now) = (app.user(by), app.user(whom).id, app.now());
    let draft = RestraintDraft {
        kind,
        reason: Reason::parse("You advertise.").unwrap(),
        ends_at: days.map(|days| now + chrono::Duration::days(days)),
        about: None,
    };
    app.write(|tx| restraints::impose(tx, &by, whom, &draft, now))
}

fn id_of(app: &TestApp, name: &str) -> UserId {
    app.user(name).id
}
