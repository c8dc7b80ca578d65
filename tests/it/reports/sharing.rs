//! A report of many questions, which two readers share.

use chrono::{DateTime, Utc};
use diesel::connection::SimpleConnection;
use tanya::domain::report::{Counting, Period, Selection};
use tanya::domain::sight::Sight;
use tanya::reports::cohort::{Cohort, Rules};
use tanya::reports::report;
use tanya::store::questions::cohort;

use super::Forum;

/// Copies of the first question, more than one reader reads by itself.
const THREADS: &str = "insert into threads (id, category_id, kind, standing, author_id, created_at, active_at, renderer, title, \
     body_markdown, body_html) \
     with recursive numbers(i) as (select 2 union all select i + 1 from numbers where i < 25000) \
     select i, category_id, kind, standing, author_id, created_at, active_at, renderer, title, body_markdown, body_html \
     from threads, numbers where threads.id = 1";
/// Asked from 2020 on, at first ever more often, then hardly ever; three of four are answered, two are resolved.
const FIGURES: &str = "insert into question_figures (thread_id, category_id, asked_second, people, answered_by, answer_second, \
     answer_is_of_day, answerer_id, has_staff_answer, resolved_how, resolution_second, resolution_is_of_day, accepted_author_id, \
     accepts_first_answer, was_reopened, is_open, turn, left_out, is_strange) \
     select id, category_id, asked, 1 + id % 3, case when is_answered then 'member' end, case when is_answered then asked + id % 1000 end, \
     id % 8 = 1, case when is_answered then 1 + id % 5 end, false, case when is_resolved then 'confirmed' end, \
     case when is_resolved then asked + id % 77777 end, false, case when is_resolved then 1 + id % 5 end, \
     case when is_resolved then id % 5 = 0 end, is_resolved and id % 6 = 0, left_out is null and not is_resolved, 'helpers', left_out, false \
     from (select id, category_id, id % 4 > 0 as is_answered, id % 4 > 1 as is_resolved, \
     case when id % 100 = 0 then 'spam' end as left_out, \
     1577836800 + case when id < 24000 then id * 100 - id / 240 * (id / 240) * 50 else id * 10000 end as asked from threads where id > 1) as asked";

fn day(text: &str) -> DateTime<Utc> {
    format!("{text}T00:00:00Z").parse().unwrap()
}

#[test]
fn what_two_readers_read_is_what_one_reads() {
    let forum = Forum::spawn();
    assert_eq!(forum.ask("ada").get(), 1);
    forum
        .app
        .write(|tx| Ok(tx.batch_execute(&format!("{THREADS};{FIGURES}"))?));
    let now = day("2026-03-02");
    let periods = [("2020-01-01", "2030-01-01"), ("2020-01-01", "2020-02-01")];
    for (counting, (from, until)) in [Counting::Questions, Counting::People].into_iter().zip(periods) {
        let period = Period {
            from: day(from),
            until: day(until),
        };
        let selection = Selection {
            counting,
            ..Selection::of(period)
        };
        let rules = Rules::of(&selection, None, now);
        let alone = forum.app.read(|db| {
            let mut alone = Cohort::new(rules);
            cohort::each_counted(db, Sight::everything(), &selection, |question| alone.count(&question))?;
            Ok(alone)
        });
        let work = |readers: [&mut _; 2]| report::work_out(readers, Sight::everything(), &selection, None, now);
        let shared = forum.app.store().read_by_two_now(work).unwrap();
        let alone = alone.conclude(period, None);
        assert!(alone.questions > 20_000, "{} are many", alone.questions);
        assert_eq!(shared.resolving, alone);
    }
}

#[test]
fn a_long_period_is_cut_into_pieces_without_a_gap() {
    let forum = Forum::spawn();
    let whole = Period {
        from: day("2020-01-01"),
        until: day("2030-01-01"),
    };
    let pieces = || forum.app.read(|db| cohort::pieces(db, whole));
    forum.ask("ada");
    forum.reckon();
    assert_eq!(pieces(), [whole]);
    forum.app.write(|tx| {
        tx.batch_execute("delete from question_figures")?;
        Ok(tx.batch_execute(&format!("{THREADS};{FIGURES}"))?)
    });
    let pieces = pieces();
    assert!(pieces.len() > 10, "{pieces:?}");
    assert_eq!(
        (pieces[0].from, pieces[pieces.len() - 1].until),
        (whole.from, whole.until)
    );
    assert!(
        pieces
            .windows(2)
            .all(|two| two[0].until == two[1].from && two[0].from < two[0].until)
    );
}
