//! Taking acts back from the log: everything is as it was, and the log says so.

use diesel::prelude::*;
use diesel::sql_types::BigInt;
use tanya::domain::account::User;
use tanya::domain::body::{Body, CommentBody, Reason};
use tanya::domain::moderation::Act;
use tanya::domain::role::Role;
use tanya::domain::sight::Sight;
use tanya::store::users::roles::{self, Governance};
use tanya::store::written::Written;
use tanya::store::{comments, replies, threads};

use super::ground::Ground;
use super::{led_to, question};
use crate::support::{Page, TestApp};

/// What only another forum, the desk of repeated questions, or the pages of tags, groups and invitations take back, and what is gone
/// for good.
const NOT_HERE: [Act; 18] = [
    Act::DeclineProposal,
    Act::JoinRepeats,
    Act::PartRepeats,
    Act::EndSecondFactor,
    Act::Redact,
    Act::Erase,
    Act::AddSynonym,
    Act::RemoveSynonym,
    Act::MakeGroup,
    Act::ChangeGroup,
    Act::DeleteGroup,
    Act::JoinGroup,
    Act::LeaveGroup,
    Act::Grant,
    Act::Invite,
    Act::EndInvitation,
    Act::Split,
    Act::Other,
];

#[derive(QueryableByName)]
struct Newest {
    #[diesel(sql_type = BigInt)]
    id: i64,
}

fn newest_row(app: &TestApp, act: Act) -> i64 {
    let newest = format!("select max(id) as id from moderations where act = '{act}'");
    app.read(|db| Ok(diesel::sql_query(newest).get_result::<Newest>(db)?.id))
}

fn undo_as(app: &TestApp, name: &str, row: i64) -> Page {
    let form = format!("form[action='/moderation/log/{row}/undo']");
    app.signed_in(name).submit("/moderation/log", &form, &[])
}

#[test]
fn every_act_but_those_of_other_desks_can_be_taken_back_from_the_log() {
    for act in Act::ALL.iter().copied() {
        assert_eq!(act.can_be_undone(), !NOT_HERE.contains(&act), "{act}");
        if !act.can_be_undone() {
            continue;
        }
        let ground = Ground::new();
        ground.prepare(act);
        let before = ground.state();
        ground.perform(act);
        let row = newest_row(&ground.app, act);
        assert_ne!(ground.state(), before, "{act} changed nothing");
        let undone = undo_as(&ground.app, "root", row);
        assert_eq!(led_to(&undone), "/moderation/log");
        assert_eq!(ground.state(), before, "{act}");
        let again = ground
            .app
            .signed_in("root")
            .post(&format!("/moderation/log/{row}/undo"), &[]);
        assert_eq!(led_to(&again), "/moderation/log");
        assert_eq!(ground.state(), before, "{act} is taken back once");
    }
}

#[test]
fn an_edit_of_a_reply_or_a_comment_is_taken_back_unless_it_was_changed_since() {
    let ground = Ground::new();
    let (app, sight) = (&ground.app, Sight::everything());
    let (cat, bob, now) = (app.user("cat"), app.user("bob"), app.now());
    let rewrite = |by: &User, words: &str| {
        let text = Written::body(&Body::parse(words).unwrap());
        app.write(|tx| replies::edit(tx, by, sight, ground.reply, &text, &Reason::default(), now))
    };
    let before = ground.state();
    let note = Written::comment(&CommentBody::parse("Which of them?").unwrap());
    app.write(|tx| comments::edit(tx, &cat, sight, ground.comment, &note, now));
    led_to(&undo_as(app, "cat", newest_row(app, Act::Edit)));
    rewrite(&cat, "Use a key.");
    led_to(&undo_as(app, "cat", newest_row(app, Act::Edit)));
    assert_eq!(ground.state(), before);
    rewrite(&cat, "Use a key.");
    let row = newest_row(app, Act::Edit);
    rewrite(&bob, "Use my key.");
    let after = ground.state();
    led_to(&undo_as(app, "cat", row));
    assert_eq!(ground.state(), after, "what its author wrote since stays");
    assert!(
        app.signed_in("cat")
            .visit("/moderation/log")
            .text("table")
            .contains("Undo")
    );
}

#[test]
fn a_moderator_takes_back_nothing_that_was_done_to_a_person_or_out_of_their_sight() {
    let app = TestApp::spawn();
    let (root, bob, now, sight) = (app.user("root"), app.user("bob").id, app.now(), Sight::everything());
    let governance = Governance {
        admin: Some(root.id),
        user: bob,
        reason: Reason::default(),
        now,
    };
    app.write(|tx| roles::change_role(tx, &governance, Role::Helper));
    let row = newest_row(&app, Act::ChangeRole);
    let cat = app.signed_in("cat");
    assert!(!cat.visit("/moderation/log").has("form[action$='/undo']"));
    assert_eq!(cat.post(&format!("/moderation/log/{row}/undo"), &[]).status, 403);
    let secret = app.by("dan", |dan| dan.ask("back-office", "What do we tell them?", "box"));
    app.write(|tx| threads::pin(tx, &root, sight, secret, true, now));
    let row = newest_row(&app, Act::Pin);
    assert_eq!(cat.post(&format!("/moderation/log/{row}/undo"), &[]).status, 404);
    assert_eq!(cat.post("/moderation/log/999/undo", &[]).status, 404);
}

#[test]
fn an_act_that_something_later_has_ended_has_no_button() {
    let app = TestApp::spawn();
    let (thread, _) = question(&app);
    let (cat, now, sight) = (app.user("cat"), app.now(), Sight::everything());
    let buttons = || {
        app.signed_in("cat")
            .visit("/moderation/log")
            .attributes("form[action$='/undo']", "action")
            .len()
    };
    app.write(|tx| threads::lock(tx, &cat, sight, thread, true, &Reason::default(), now));
    assert_eq!(buttons(), 1);
    app.write(|tx| threads::lock(tx, &cat, sight, thread, false, &Reason::default(), now));
    assert_eq!(buttons(), 1, "only the unlocking can be taken back");
}
