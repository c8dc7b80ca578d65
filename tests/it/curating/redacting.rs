//! Redaction: nothing keeps the words, in any row, version, page, log or index.

use diesel::prelude::*;
use diesel::sql_types::{BigInt, Text};
use tanya::domain::article::LinkKind;
use tanya::domain::body::{Body, Reason};
use tanya::domain::case::{Decision, HoldReason, Piece};
use tanya::domain::id::{ReplyId, ThreadId};
use tanya::domain::redaction::Words;
use tanya::domain::sight::Sight;
use tanya::store::comments::CommentOn;
use tanya::store::outcome::Deed;
use tanya::store::written::Written;
use tanya::store::{holds, redactions, removals, replies};

use crate::desk::{decide_as, only_case, sight_of};
use crate::merging::{indexed, merge};
use crate::support::{Client, Database, TestApp};

const SECRET: &str = "hunter2-9f31";
const PLAN: &str = "main form[method=post][action$='/-/redact/plan']";
const REDACT: &str = "main form[method=post][action$='/-/redact']";

#[derive(QueryableByName)]
struct Column {
    #[diesel(sql_type = Text)]
    table_name: String,
    #[diesel(sql_type = Text)]
    column_name: String,
}

#[derive(QueryableByName)]
struct Count {
    #[diesel(sql_type = BigInt)]
    count: i64,
}

/// Every column of the database that holds these words somewhere.
pub(super) fn columns_with(app: &TestApp, words: &str) -> Vec<String> {
    let all = if Database::is_postgres() {
        "select table_name::text as table_name, column_name::text as column_name from information_schema.columns \
         where table_schema = current_schema() and data_type in ('text', 'character varying')"
    } else {
        "select sqlite_master.name as table_name, info.name as column_name from sqlite_master \
         inner join pragma_table_info(sqlite_master.name) as info \
         where sqlite_master.type = 'table' and lower(info.type) = 'text'"
    };
    app.read(|db| {
        let columns: Vec<Column> = diesel::sql_query(all).load(db)?;
        assert!(columns.len() > 100, "only {} columns were read", columns.len());
        let mut found = Vec::new();
        for Column {
            table_name,
            column_name,
        } in columns
        {
            let ask = format!("select count(*) as count from {table_name} where lower({column_name}) like '%{words}%'");
            if diesel::sql_query(ask).get_result::<Count>(db)?.count > 0 {
                found.push(format!("{table_name}.{column_name}"));
            }
        }
        Ok(found)
    })
}

/// A question of ada's that tells a secret in its title and its text, with an answer of bob's that was edited, and a comment.
fn told(app: &TestApp) -> (ThreadId, ReplyId) {
    let (title, body) = (format!("My key {SECRET} fails"), format!("I type **{SECRET}** here."));
    let thread = app.by("ada", |ada| ada.ask_saying("help", &title, &body));
    let reply = app.by("bob", |bob| bob.reply(thread, "Never show HUNTER2-9F31 to anybody."));
    app.by("ada", |ada| {
        ada.comment(CommentOn::Reply(reply), &format!("Is {SECRET} known now?"))
    });
    let (bob, now) = (app.user("bob"), app.now());
    let body = Written::body(&Body::parse("Change it.").unwrap());
    let reason = Reason::parse(&format!("without {SECRET}")).unwrap();
    app.write(|tx| replies::edit(tx, &bob, sight_of(&bob), reply, &body, &reason, now));
    (thread, reply)
}

#[test]
fn words_are_taken_out_of_everything_after_a_page_that_shows_where_they_stand() {
    let app = TestApp::spawn();
    app.leaves_jobs();
    let (thread, _) = told(&app);
    app.by("cat", |cat| {
        let section = cat.section("Devices", None)?;
        let article = cat.article(section, &format!("What to do about {SECRET}"), "public")?;
        cat.link(thread, article, LinkKind::Related)
    });
    // The thread and the article.
    indexed(&app, SECRET, 2);
    let before = columns_with(&app, SECRET);
    for column in [
        "threads.title",
        "revisions.body_markdown",
        "revisions.reason",
        "comments.body_html",
        "articles.title",
    ] {
        assert!(before.iter().any(|one| one == column), "{column} not in {before:?}");
    }

    let (cat, path) = (app.signed_in("cat"), format!("/threads/{thread}/-/redact"));
    let bar = cat.visit(&format!("/threads/{thread}"));
    assert_eq!(
        bar.attributes(".moderation-bar a[href$='/-/redact']", "href"),
        std::slice::from_ref(&path)
    );
    assert_eq!(app.signed_in("bob").get(&path).status, 403);
    let planned = cat.submit(
        &path,
        PLAN,
        &[("redact_words", SECRET), ("redact_reason", "A password.")],
    );
    assert_eq!(planned.status, 200, "{}", planned.body);
    let shown = planned.texts(".redaction mark");
    assert!(
        shown.len() >= 6 && shown.iter().all(|words| words.to_lowercase() == SECRET),
        "{shown:?}"
    );
    assert_eq!(columns_with(&app, SECRET), before, "a plan changes nothing");

    let done = cat.send_form(&planned.form(REDACT));
    assert_eq!(done.status, 303, "{}", done.body);
    let page = cat.visit(&done.location().unwrap());
    assert!(page.body.contains("The words are gone"), "{}", page.body);
    assert!(page.text("h1").contains("My key █████ fails"));
    assert_eq!(columns_with(&app, SECRET), Vec::<String>::new());
    indexed(&app, SECRET, 0);
    check_log(&cat);
    // The form of before finds nothing any more.
    let again = cat.send_form(&planned.form(REDACT));
    let unchanged = cat.visit(&again.location().unwrap());
    assert!(unchanged.body.contains("Nothing was changed"), "{}", unchanged.body);
}

/// The log tells of the redaction, not of the words, and offers no way back.
fn check_log(cat: &Client) {
    let log = cat.visit("/moderation/log");
    assert!(log.body.contains("Took words out for good of") && log.body.contains("A password."));
    assert!(!log.body.to_lowercase().contains(SECRET));
    let rows = log.texts("tbody tr");
    let mut redacted = rows.iter().filter(|row| row.contains("Took words out"));
    assert!(
        redacted.all(|row| !row.contains("Undo")),
        "what is gone cannot be brought back"
    );
}

#[test]
fn what_was_merged_into_a_thread_is_redacted_with_it() {
    let app = TestApp::spawn();
    app.leaves_jobs();
    let (merged, _) = told(&app);
    let target = app.by("dan", |dan| dan.ask("help", "Why does my key fail?", "key"));
    merge(&app, merged, target);
    let cat = app.signed_in("cat");
    let led = cat.get(&format!("/threads/{merged}/-/redact"));
    assert_eq!(led.status, 303);
    let path = format!("/threads/{target}/-/redact");
    let planned = cat.submit(
        &path,
        PLAN,
        &[("redact_words", SECRET), ("redact_reason", "A password.")],
    );
    assert_eq!(cat.send_form(&planned.form(REDACT)).status, 303);
    assert_eq!(columns_with(&app, SECRET), Vec::<String>::new());
}

#[test]
fn what_decisions_and_removals_taught_of_the_words_is_forgotten() {
    let app = TestApp::spawn();
    app.leaves_jobs();
    let (thread, _) = told(&app);
    let (root, ada, now) = (app.user("root"), app.user("ada").id, app.now());
    app.write(|tx| holds::hold_for(tx, Piece::Thread(thread), HoldReason::Watched, SECRET, now));
    decide_as(&app, "cat", only_case(&app), Decision::Kept);
    app.write(|tx| removals::remove(tx, &root, ada, &Reason::default(), now));
    let taught = |word: &str, column: &str| columns_with(&app, word).iter().any(|one| one == column);
    for column in ["spam_tokens.token", "spam_lessons.tokens", "cases.held_words"] {
        assert!(taught("hunter2", column), "{column}");
    }
    let words = Words::parse(SECRET).unwrap();
    let reason = Reason::parse("A password.").unwrap();
    let redacted = app.write(|tx| redactions::redact(tx, &root, Sight::everything(), thread, (&words, &reason), now));
    assert!(matches!(redacted, Deed::Done(_)), "{redacted:?}");
    assert_eq!(columns_with(&app, "hunter2"), Vec::<String>::new());
    assert!(taught("fails", "spam_tokens.token") && taught("fails", "spam_lessons.tokens"));
}

#[test]
fn a_redaction_that_names_its_words_or_has_none_is_refused() {
    let app = TestApp::spawn();
    app.leaves_jobs();
    let (thread, _) = told(&app);
    let (cat, path) = (app.signed_in("cat"), format!("/threads/{thread}/-/redact"));
    let tells = format!("it said {SECRET}");
    for (words, reason) in [
        ("ab", "A password."),
        ("", "A password."),
        (SECRET, ""),
        (SECRET, tells.as_str()),
    ] {
        let fields = [("redact_words", words), ("redact_reason", reason)];
        let refused = cat.submit(&path, PLAN, &fields);
        assert_eq!(refused.status, 422, "{words} {reason}");
        assert_eq!(refused.form(PLAN).value("redact_words"), Some(words));
        assert_eq!(cat.post(&path, &fields).status, 422, "{words} {reason}");
    }
    let none = cat.submit(
        &path,
        PLAN,
        &[("redact_words", "something else"), ("redact_reason", "A name.")],
    );
    assert!(none.status == 200 && !none.has(REDACT), "{}", none.body);
    assert!(!columns_with(&app, SECRET).is_empty());
}
