//! Jobs: tried again, dead in plain sight, asked for by the clock.

use std::sync::Arc;
use std::time::Duration as Span;

use chrono::Duration;
use tanya::domain::job::{Job, MOST_ATTEMPTS_OF_LETTERS, delay_after};
use tanya::domain::role::Role;
use tanya::jobs::{Schedule, until_none, worker};
use tanya::mail::{Outbox, Transport};
use tanya::store::renderings::{self, TextKind};
use tanya::store::{jobs, sign_ups};
use tanya::text::RENDERER_VERSION;
use tokio_util::sync::CancellationToken;

use super::{Town, token_in};

#[test]
fn a_letter_that_does_not_go_is_tried_again_and_then_dead_in_plain_sight() {
    let folder = tempfile::tempdir().unwrap();
    let blocked = folder.path().join("a-file");
    std::fs::write(&blocked, "").unwrap();
    let transport = Transport::folder(&blocked, "forum@example.com").unwrap();
    let town = Town::with_transport(transport, Outbox::default());
    town.begin("Ada", "ada@example.com", None);
    assert_eq!(until_none(&town.workshop).unwrap(), 1);
    assert_eq!(town.read(jobs::counts), (1, 0));
    for attempt in 1..MOST_ATTEMPTS_OF_LETTERS {
        town.pass(delay_after(attempt));
        assert_eq!(until_none(&town.workshop).unwrap(), 1);
    }
    assert_eq!(town.read(jobs::counts), (0, 1));
    let dead = town.read(|db| jobs::page(db, true, None, 10)).items;
    assert!(dead[0].last_error.as_deref().unwrap().contains("a-file"));
    std::fs::remove_file(&blocked).unwrap();
    assert!(town.write(|tx| jobs::retry(tx, dead[0].id, town.now())));
    assert_eq!(until_none(&town.workshop).unwrap(), 1);
    assert_eq!(town.read(jobs::counts), (0, 0));
    assert_eq!(std::fs::read_dir(&blocked).unwrap().count(), 1);
}

#[test]
fn what_has_run_out_is_swept_away_every_hour() {
    let town = Town::new();
    town.begin("Ada", "ada@example.com", None);
    let token = token_in(&town.letters()[0]);
    let mut schedule = Schedule::default();
    let mut tick = || schedule.tick(&town.workshop.store, town.now()).unwrap();
    tick();
    tick();
    assert_eq!(until_none(&town.workshop).unwrap(), 4);
    assert!(town.read(|db| sign_ups::peek(db, &token, town.now())).is_some());
    town.pass(Duration::hours(49));
    tick();
    assert_eq!(until_none(&town.workshop).unwrap(), 4);
    assert_eq!(town.write(|tx| sign_ups::sweep(tx, town.now())), 0);
}

#[test]
fn what_an_older_renderer_made_is_rendered_again() {
    let town = Town::new();
    let ada = town.person("Ada", Role::Member, true);
    town.write(|tx| {
        let about = "update users set about_markdown = '*hello*', about_html = 'old', renderer = 0";
        Ok(diesel::RunQueryDsl::execute(diesel::sql_query(about), tx)?)
    });
    let outdated = |town: &Town| town.read(|db| renderings::outdated(db, TextKind::About, RENDERER_VERSION, 10));
    assert_eq!(outdated(&town).len(), 1);
    Schedule::default().tick(&town.workshop.store, town.now()).unwrap();
    until_none(&town.workshop).unwrap();
    assert!(outdated(&town).is_empty());
    let sight = tanya::domain::sight::Sight::public();
    let profile = town.read(|db| tanya::store::users::profiles::profile(db, sight, ada));
    assert!(profile.about.as_str().contains("<em>hello</em>"));
}

#[tokio::test]
async fn a_worker_does_what_is_written_and_finishes_before_it_stops() {
    let town = Town::new();
    let stop = CancellationToken::new();
    let worker = tokio::spawn(worker::run(Arc::new(town.workshop.clone()), stop.clone()));
    for number in 0..5 {
        town.begin(&format!("Ada {number}"), &format!("ada{number}@example.com"), None);
    }
    let mut waited = 0;
    while (town.outbox.letters().len() < 5 || town.read(jobs::counts).0 > 0) && waited < 200 {
        tokio::time::sleep(Span::from_millis(25)).await;
        waited += 1;
    }
    stop.cancel();
    worker.await.unwrap();
    assert_eq!(town.outbox.letters().len(), 5);
    assert_eq!(town.read(jobs::counts).0, 0);
}

#[test]
fn a_job_of_a_newer_program_is_kept_and_explained() {
    let town = Town::new();
    town.write(|tx| {
        let row = "insert into jobs (kind, payload, created_at, run_at) \
                   values ('fly', '{\"kind\":\"fly\"}', '2026-01-01 00:00:00', '2026-01-01 00:00:00')";
        Ok(diesel::RunQueryDsl::execute(diesel::sql_query(row), tx)?)
    });
    town.write(|tx| jobs::enqueue(tx, &Job::Sweep, town.now()));
    assert_eq!(until_none(&town.workshop).unwrap(), 2);
    let waiting = town.read(|db| jobs::page(db, false, None, 10)).items;
    assert_eq!(waiting.len(), 1);
    assert!(waiting[0].last_error.as_deref().unwrap().contains("does not know"));
}
