//! Times that cannot be true: an anomaly, never a figure, and never an error.

use diesel::RunQueryDsl;
use diesel::sql_types::{BigInt, Timestamp};
use tanya::domain::question::{Anomaly, Outcome};
use tanya::domain::resolution::When;

use super::Forum;

/// A question with an accepted answer of which one row says another time, and which is told by rows alone.
fn with(statement: &str, at: &str) -> Outcome {
    let forum = Forum::spawn();
    let thread = forum.ask("ada");
    forum.hours(1);
    let reply = forum.app.by("bob", |bob| bob.reply(thread, "Turn the key."));
    forum.hours(1);
    forum.app.by("ada", |ada| ada.accept(reply));
    let at = at.parse::<chrono::DateTime<chrono::Utc>>().unwrap().naive_utc();
    forum.app.write(|tx| {
        diesel::sql_query(statement)
            .bind::<Timestamp, _>(at)
            .bind::<BigInt, _>(thread.get())
            .execute(tx)?;
        Ok(diesel::sql_query("delete from question_facts").execute(tx)?)
    });
    forum.outcome(thread)
}

#[test]
fn what_cannot_be_true_is_told_and_no_figure_uses_it() {
    const ASKED: &str = "update threads set created_at = $1 where id = $2";
    const ANSWERED: &str = "update replies set created_at = $1 where thread_id = $2";
    const ACCEPTED: &str = "update acceptances set accepted_at = $1 where thread_id = $2";
    let cases = [
        (ASKED, "1970-01-01T00:00:00Z", Anomaly::AskedTooEarly),
        (ASKED, "2090-01-01T00:00:00Z", Anomaly::AskedInFuture),
        (ANSWERED, "1970-01-01T00:00:00Z", Anomaly::BeforeAsked),
        (ANSWERED, "2090-01-01T00:00:00Z", Anomaly::InFuture),
        (ACCEPTED, "2001-01-01T00:00:00Z", Anomaly::BeforeAsked),
        (ACCEPTED, "2090-01-01T00:00:00Z", Anomaly::InFuture),
    ];
    for (statement, at, anomaly) in cases {
        let outcome = with(statement, at);
        assert_eq!(outcome.anomaly, Some(anomaly), "{statement} {at}");
        let times = [outcome.first_answer.unwrap().at, outcome.resolution.unwrap().at];
        assert!(times.contains(&When::Unknown), "{statement} {at}: {times:?}");
    }
}
