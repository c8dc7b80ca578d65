//! A thread that thousands watch: the reply itself tells a few, a job the rest, each once.

use diesel::connection::SimpleConnection;
use diesel::prelude::*;
use diesel::sql_types::BigInt;
use tanya::domain::id::{ThreadId, UserId};
use tanya::store::Db;
use tanya::store::notifications;

use crate::support::TestApp;

/// How many people watch.
pub const MANY: usize = 1_203;

#[derive(QueryableByName)]
struct Count {
    #[diesel(sql_type = BigInt)]
    count: i64,
}

/// What a query counts.
pub fn count(app: &TestApp, query: &str) -> i64 {
    app.read(|db: &mut Db| Ok(diesel::sql_query(query).get_result::<Count>(db)?))
        .count
}

/// So many people, all of whom watch a thread; two of them cannot sign in any more.
pub fn crowd(app: &TestApp, thread: ThreadId) {
    app.write(|tx| {
        let people = format!(
            "with recursive numbers(i) as (select 1 union all select i + 1 from numbers where i < {MANY}) \
             insert into users (name, name_folded, password_hash, role, trust, created_at) \
             select 'fan ' || i, 'fan ' || i, 'none', 'member', 'member', '2026-01-01 00:00:00' from numbers"
        );
        tx.batch_execute(&people)?;
        tx.batch_execute(&format!(
            "insert into subscriptions (user_id, thread_id, level, subscribed_at) \
             select id, {thread}, 'watching', '2026-01-01 00:00:00' from users where name like 'fan %'; \
             update users set suspended_at = '2026-01-01 00:00:00' where name = 'fan 7'; \
             update users set closed_at = '2026-01-01 00:00:00' where name = 'fan 1000'"
        ))?;
        Ok(())
    });
}

#[test]
fn a_reply_in_a_thread_that_thousands_watch_tells_a_few_and_a_job_the_rest() {
    let app = TestApp::spawn();
    let thread = app.by("ada", |ada| ada.ask("help", "Why does it blink?", "light"));
    crowd(&app, thread);
    app.by("bob", |bob| bob.reply(thread, "The network."));
    let of_fans =
        "select count(*) as count from notifications inner join users on users.id = user_id where name like 'fan %'";
    assert!((10..30).contains(&count(&app, of_fans)), "{}", count(&app, of_fans));
    assert_eq!(
        count(&app, "select count(*) as count from jobs where kind = 'spread_tiding'"),
        1
    );
    app.work();
    assert_eq!(count(&app, of_fans), i64::try_from(MANY).unwrap() - 2);
    assert_eq!(
        count(&app, "select count(*) as count from notifications"),
        i64::try_from(MANY).unwrap() - 1
    );

    // A batch that runs again tells nobody twice.
    let tiding = count(&app, "select max(tiding_id) as count from notifications");
    let (tiding, now) = (tanya::domain::id::TidingId::stored(tiding), app.now());
    app.write(|tx| notifications::spread(tx, tiding, UserId::stored(0), now));
    assert_eq!(count(&app, of_fans), i64::try_from(MANY).unwrap() - 2);
}

#[test]
fn the_rest_is_not_told_of_what_is_gone_by_then() {
    let app = TestApp::spawn();
    let thread = app.by("ada", |ada| ada.ask("help", "Why does it blink?", "light"));
    crowd(&app, thread);
    let reply = app.by("bob", |bob| bob.reply(thread, "The network."));
    let (bob, sight, now) = (app.user("bob"), tanya::domain::sight::Sight::everything(), app.now());
    let no = tanya::domain::body::Reason::default();
    app.write(|tx| tanya::store::replies::delete(tx, &bob, sight, reply, &no, now));
    let before = count(&app, "select count(*) as count from notifications");
    app.work();
    assert_eq!(count(&app, "select count(*) as count from notifications"), before);
}
