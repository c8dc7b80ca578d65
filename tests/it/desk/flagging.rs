//! Who may flag what, how much a flag weighs, and what the pages say.

use tanya::domain::case::{Decision, Piece};
use tanya::domain::flag::FlagReason;
use tanya::domain::role::Role;
use tanya::store::comments::CommentOn;
use tanya::store::flags::{self, Flagging};

use super::{FLAG, decide_as, flag_as, led_to, only_case, question, queue, sight_of};
use crate::support::TestApp;

#[test]
fn a_post_is_flagged_on_a_page_that_its_menu_leads_to_and_the_flag_can_be_taken_back() {
    let app = TestApp::spawn();
    let (thread, reply) = question(&app);
    let ada = app.signed_in("ada");
    let path = format!("/replies/{reply}/flag");
    let page = ada.visit(&format!("/threads/{thread}"));
    assert!(page.has(&format!("#reply-{reply} a[href='{path}']")), "{}", page.body);
    assert!(
        !page.has(&format!("a[href='/threads/{thread}/-/flag']")),
        "nobody flags their own"
    );
    let wrong = ada.submit(&path, FLAG, &[("flag_reason", "other"), ("flag_words", " ")]);
    assert_eq!(wrong.status, 422);
    assert!(
        wrong.text(".problems").contains("More for the moderators"),
        "{}",
        wrong.body
    );
    let sent = ada.submit(
        &path,
        FLAG,
        &[("flag_reason", "other"), ("flag_words", "It sells <keys>.")],
    );
    assert_eq!(led_to(&sent), format!("/replies/{reply}"));
    let row = &queue(&app, "cat")[0];
    assert_eq!(
        (row.piece, row.flag_count, row.worst),
        (Piece::Reply(reply), 1, Some(FlagReason::Other))
    );
    let page = ada.visit(&format!("/threads/{thread}"));
    assert!(page.text(&format!("#reply-{reply}")).contains("You flagged this"));
    let page = ada.visit(&path);
    assert!(
        page.text("main").contains("You flagged this as:") && !page.has(FLAG),
        "{}",
        page.body
    );
    led_to(&ada.submit(&path, "form[action$='/unflag']", &[]));
    assert!(queue(&app, "cat").is_empty(), "a case without a flag is over");
    assert!(ada.visit(&path).has(FLAG), "they may flag it again");
}

#[test]
fn nobody_flags_their_own_twice_or_what_they_do_not_see() {
    let app = TestApp::spawn();
    let (thread, reply) = question(&app);
    let comment = app.by("eve", |eve| eve.comment(CommentOn::Reply(reply), "Rubbish."));
    let secret = app.by("dan", |dan| dan.ask("back-office", "What do we tell them?", "box"));
    assert_eq!(
        app.signed_in("bob").visit(&format!("/replies/{reply}/flag")).status,
        403
    );
    assert_eq!(
        flag_as(&app, "bob", Piece::Reply(reply), FlagReason::Rude),
        Flagging::NotYours
    );
    assert_eq!(
        flag_as(&app, "bob", Piece::Comment(comment), FlagReason::Rude),
        Flagging::Flagged
    );
    assert_eq!(
        flag_as(&app, "bob", Piece::Comment(comment), FlagReason::Spam),
        Flagging::FlaggedBefore
    );
    assert_eq!(
        flag_as(&app, "bob", Piece::Thread(thread), FlagReason::OffTopic),
        Flagging::Flagged
    );
    assert_eq!(
        app.signed_in("bob").visit(&format!("/threads/{secret}/-/flag")).status,
        404
    );
    let bob = app.user("bob");
    let (draft, now) = (
        tanya::domain::flag::FlagInput {
            flag_reason: "rude".to_owned(),
            flag_words: String::new(),
        },
        app.now(),
    );
    let draft = draft.parse().unwrap();
    let refused = app.store().write_now(|tx| {
        let (sight, rule) = (sight_of(&bob), tanya::domain::case::HidingRule::default());
        flags::flag(tx, &bob, sight, Piece::Thread(secret), &draft, rule, now)
    });
    assert!(
        matches!(refused, Err(tanya::store::StoreError::NotFound)),
        "{refused:?}"
    );
}

#[test]
fn three_members_of_good_record_hide_a_post_and_two_do_not() {
    let app = TestApp::spawn();
    let (_, reply) = question(&app);
    let members = ["gil", "hal", "ivy"].map(|name| {
        app.by("ada", |ada| {
            let user = tanya::store::users::NewUser {
                name,
                email: None,
                password_hash: None,
                role: Role::Member,
                trust: tanya::domain::role::Trust::Member,
            };
            let id = tanya::store::users::add(ada.tx, &user, ada.now)?;
            tanya::store::users::find(ada.tx, id)
        })
    });
    let draft = tanya::domain::flag::FlagDraft {
        reason: FlagReason::Rude,
        words: tanya::domain::body::Reason::default(),
    };
    let now = app.now();
    let flag = |user: &tanya::domain::account::User| {
        let (sight, rule) = (sight_of(user), tanya::domain::case::HidingRule::default());
        app.write(|tx| flags::flag(tx, user, sight, Piece::Reply(reply), &draft, rule, now))
    };
    assert_eq!(flag(&members[0]), Flagging::Flagged);
    assert_eq!(flag(&members[1]), Flagging::Flagged);
    assert_eq!(flag(&members[2]), Flagging::Hidden);
}

#[test]
fn whoever_flags_wrongly_weighs_little_and_is_told() {
    let app = TestApp::spawn();
    let thread = app.by("ada", |ada| ada.ask("help", "How do I open the box?", "box"));
    for nth in 0..4 {
        let reply = app.by("eve", |eve| eve.reply(thread, &format!("With key {nth}.")));
        assert_eq!(
            flag_as(&app, "bob", Piece::Reply(reply), FlagReason::Rude),
            Flagging::Flagged
        );
        assert_eq!(
            decide_as(&app, "cat", only_case(&app), Decision::Kept),
            super::Deciding::Done
        );
    }
    let reply = app.by("eve", |eve| eve.reply(thread, "With a hammer."));
    flag_as(&app, "bob", Piece::Reply(reply), FlagReason::Rude);
    let flags = super::case(&app, only_case(&app)).flags;
    assert!(flags[0].weight < 200, "{flags:?}");
    let page = app.signed_in("bob").visit(&format!("/threads/{thread}/-/flag"));
    assert!(page.text(".notice").contains("your flags weigh less"), "{}", page.body);
    let desk = app.signed_in("cat").visit("/moderation");
    let case = app.signed_in("cat").visit(&desk.attributes(".queue a", "href")[0]);
    assert!(case.text(".flags").contains("wrong so far"), "{}", case.body);
}

#[test]
fn the_most_harmful_comes_first_and_of_those_the_oldest() {
    let app = TestApp::spawn();
    let (thread, first) = question(&app);
    let [second, third, fourth] =
        ["dan", "eve", "bob"].map(|name| app.by(name, |by| by.reply(thread, "Something else.")));
    flag_as(&app, "bob", Piece::Thread(thread), FlagReason::OffTopic);
    for (reply, reason) in [
        (first, FlagReason::Spam),
        (second, FlagReason::Rude),
        (third, FlagReason::Rude),
        (fourth, FlagReason::Personal),
    ] {
        super::later(&app, 1);
        flag_as(&app, "ada", Piece::Reply(reply), reason);
    }
    let order: Vec<Piece> = queue(&app, "cat").iter().map(|row| row.piece).collect();
    let wanted = [fourth, second, third, first].map(Piece::Reply);
    // What waits longest does least harm.
    assert_eq!(order, [&wanted[..], &[Piece::Thread(thread)]].concat());
}

#[test]
fn nobody_flags_more_than_fifty_posts_a_day() {
    let app = TestApp::spawn();
    let thread = app.by("ada", |ada| ada.ask("help", "How do I open the box?", "box"));
    let replies: Vec<_> = (0..51)
        .map(|nth| app.by("eve", |eve| eve.reply(thread, &format!("Key {nth}"))))
        .collect();
    for reply in &replies[..50] {
        assert_eq!(
            flag_as(&app, "bob", Piece::Reply(*reply), FlagReason::Rude),
            Flagging::Flagged
        );
    }
    let path = format!("/replies/{}/flag", replies[50]);
    let page = app.signed_in("bob").submit(&path, FLAG, &[("flag_reason", "rude")]);
    assert_eq!(page.status, 422, "{}", page.body);
    assert!(page.text(".problems").contains("50 posts"), "{}", page.body);
    app.clock.pass(chrono::Duration::days(1));
    assert_eq!(
        flag_as(&app, "bob", Piece::Reply(replies[50]), FlagReason::Rude),
        Flagging::Flagged
    );
}

#[test]
fn an_administrator_decides_how_many_members_hide_a_post() {
    let app = TestApp::spawn();
    let root = app.signed_in("root");
    let form = "main form[method=post]";
    let wrong = root.submit("/admin/moderation", form, &[("members_to_hide", "51")]);
    assert_eq!(wrong.status, 422);
    led_to(&root.submit("/admin/moderation", form, &[("members_to_hide", "0")]));
    let (_, reply) = question(&app);
    let path = format!("/replies/{reply}/flag");
    for name in ["ada", "eve", "cat", "root"] {
        let sent = app.signed_in(name).submit(&path, FLAG, &[("flag_reason", "spam")]);
        assert_eq!(led_to(&sent), format!("/replies/{reply}"), "{name}");
    }
    led_to(&root.submit("/admin/moderation", form, &[("members_to_hide", "1")]));
    let (thread, reply) = question(&app);
    let path = format!("/replies/{reply}/flag");
    let sent = app.signed_in("ada").submit(&path, FLAG, &[("flag_reason", "spam")]);
    assert!(led_to(&sent).starts_with(&format!("/threads/{thread}/")));
    assert_eq!(app.visitor().visit(&format!("/replies/{reply}")).status, 410);
}

#[test]
fn flags_hide_neither_an_accepted_answer_nor_what_a_moderator_wrote() {
    let app = TestApp::spawn();
    let (thread, reply) = question(&app);
    app.by("ada", |ada| ada.accept(reply));
    assert_eq!(
        flag_as(&app, "root", Piece::Reply(reply), FlagReason::Rude),
        Flagging::Flagged
    );
    let of_cat = app.by("cat", |cat| cat.reply(thread, "Keep calm."));
    assert_eq!(
        flag_as(&app, "root", Piece::Reply(of_cat), FlagReason::Rude),
        Flagging::Flagged
    );
    let of_eve = app.by("eve", |eve| eve.reply(thread, "Keep calm."));
    hide_by_root(&app, Piece::Reply(of_eve));
}

fn hide_by_root(app: &TestApp, piece: Piece) {
    assert_eq!(flag_as(app, "root", piece, FlagReason::Rude), Flagging::Hidden);
}
