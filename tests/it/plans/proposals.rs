//! What proposals, outbreaks and what articles pay back ask of the database.

use std::collections::BTreeSet;

use chrono::Duration;
use tanya::domain::account::User;
use tanya::domain::body::Reason;
use tanya::domain::cursor::Cursor;
use tanya::domain::id::{ArticleId, OutbreakId, ProposalId, RepeatGroupId, ThreadId, UserId};
use tanya::domain::proposal::{ProposalKind, ProposalRule};
use tanya::domain::sight::Sight;
use tanya::store::proposals::{self, Filter, Ticks, Turn};
use tanya::store::{Db, StoreError, article_links, changes, outbreaks, users};

use super::pages::{Ask, named};
use crate::support::beginning;

const ARTICLE: ArticleId = ArticleId::stored(7);
const THREAD: ThreadId = ThreadId::stored(12);

/// What is asked and written, by name.
pub fn all() -> Vec<(String, Ask)> {
    let mut all = read();
    all.extend(weighed());
    all.extend(decided());
    all
}

fn read() -> Vec<(String, Ask)> {
    let now = beginning();
    let mut all = Vec::new();
    for sight in [Sight::public(), Sight::everything()] {
        all.push(named("the desk of proposals", move |db| {
            let time = now - Duration::days(400);
            for (filter, key) in [
                (Filter::Open(None), 40),
                (Filter::Open(Some(ProposalKind::Article)), 40),
                (Filter::Adopted, 40),
                (Filter::Decided, time.timestamp_micros()),
            ] {
                proposals::list(db, sight, filter, None, 30)?;
                proposals::list(db, sight, filter, Some(Cursor { key, id: 500 }), 30)?;
            }
            proposals::waiting_count(db, sight)?;
            outbreaks::all_in_force(db, sight)
        }));
        all.push(named("a proposal", move |db| {
            for id in [7, 1_003].map(ProposalId::stored) {
                let page = proposals::page(db, sight, id)?;
                let ids: Vec<ThreadId> = page.questions.iter().map(|question| question.0).collect();
                proposals::members(db, sight, &page.row, &ids)?;
                proposals::others(db, sight, id)?;
                proposals::ticked(db, sight, id)?;
            }
            proposals::of_thread(db, sight, THREAD)
        }));
        all.push(named("what articles pay back", move |db| {
            proposals::payback(db, sight, ARTICLE, now)?;
            proposals::payback(db, sight, ArticleId::stored(12), now)?;
            proposals::paybacks(db, sight, now)
        }));
    }
    all
}

fn weighed() -> Vec<(String, Ask)> {
    let now = beginning();
    let rule = ProposalRule::default();
    vec![
        named("what has to be weighed", move |db| {
            proposals::weigh_threads(db, &[THREAD])?;
            proposals::next_groups(db, 20)?;
            proposals::aged(db, 20, now)?;
            proposals::due_for_revision(db)?;
            changes::position_if_any(db, "proposals")?;
            article_links::articles_of(db, &[THREAD])?;
            article_links::threads_of(db, &[ARTICLE])?;
            proposals::lapse_orphans(db, now)?;
            outbreaks::end_quiet(db, now)?;
            outbreaks::find(db, Sight::public(), OutbreakId::stored(3))
        }),
        named("weighing groups", move |db| {
            let groups: Vec<RepeatGroupId> = (1..3).map(RepeatGroupId::stored).collect();
            proposals::weigh(db, &groups, rule, now)
        }),
        named("weighing an outbreak", move |db| {
            // As when all of these had been asked just now.
            let then = "2025-01-02T10:00:00Z".parse().unwrap();
            let groups: Vec<RepeatGroupId> = (600..602).map(RepeatGroupId::stored).collect();
            proposals::weigh(db, &groups, rule, then)
        }),
        named("weighing an article", move |db| {
            proposals::weigh_article(db, ARTICLE, now)?;
            proposals::weigh_article(db, ArticleId::stored(12), now)?;
            proposals::told(db, THREAD, ArticleId::stored(13))
        }),
    ]
}

/// Lets somebody decide on a proposal as it is by now.
fn decide<T>(
    db: &mut Db,
    id: i64,
    verb: impl FnOnce(&mut Db, Turn<'_>) -> Result<T, StoreError>,
) -> Result<T, StoreError> {
    let (now, sight, id) = (beginning(), Sight::everything(), ProposalId::stored(id));
    let cat: User = users::find(db, UserId::stored(3))?;
    let group = RepeatGroupId::stored(id.get());
    proposals::weigh(
        db,
        &[group],
        ProposalRule {
            fewest_askers: 2,
            days: 3_000,
        },
        now,
    )?;
    let version = proposals::page(db, sight, id)?.row.version;
    let turn = Turn {
        by: &cat,
        sight,
        id,
        version,
        now,
    };
    verb(db, turn)
}

fn ticks(db: &mut Db, id: i64, count: usize) -> Result<Ticks, StoreError> {
    let page = proposals::page(db, Sight::everything(), ProposalId::stored(id))?;
    let shown: BTreeSet<ThreadId> = page.questions.iter().map(|question| question.0).collect();
    let ticked = shown.iter().copied().take(count).collect();
    Ok(Ticks { shown, ticked })
}

fn decided() -> Vec<(String, Ask)> {
    vec![
        named("adopting, and putting back", |db| {
            let chosen = ticks(db, 7, 2)?;
            decide(db, 7, |db, turn| proposals::adopt(db, turn, &chosen))?;
            proposals::written(db, ProposalId::stored(7), ARTICLE)?;
            decide(db, 1_001, proposals::put_back)
        }),
        named("declining", |db| {
            let reason = Reason::parse("No.").unwrap();
            decide(db, 8, |db, turn| proposals::decline(db, turn, &reason))
        }),
        named("linking what is ticked", |db| {
            let chosen = ticks(db, 11, 2)?;
            decide(db, 11, |db, turn| proposals::link(db, turn, &chosen))
        }),
        named("merging two groups", |db| {
            decide(db, 12, |db, turn| proposals::merge(db, turn, ProposalId::stored(14)))
        }),
        named("splitting a group", |db| {
            let chosen = ticks(db, 16, 1)?;
            decide(db, 16, |db, turn| proposals::split(db, turn, &chosen.ticked))
        }),
    ]
}
