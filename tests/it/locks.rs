//! Verbs that meet on a few rows: on PostgreSQL they wait for one another, and none is ended for it.

use tanya::domain::account::User;
use tanya::domain::body::Reason;
use tanya::domain::id::{CategoryId, ReplyId, ThreadId};
use tanya::domain::resolution::CloseReason;
use tanya::domain::sight::Sight;
use tanya::domain::tag::TagName;
use tanya::store::threads::{self, Closing};
use tanya::store::{Db, StoreError, categories, replies};

use crate::support::{Content, TestApp};

/// How many write at a time; a store lets four.
const WRITERS: usize = 8;
/// How often each of them does something.
const DEEDS: usize = 150;

/// What everybody writes on.
struct Ground {
    threads: Vec<ThreadId>,
    replies: Vec<ReplyId>,
    categories: [CategoryId; 2],
}

fn ground(app: &TestApp) -> Ground {
    let threads: Vec<ThreadId> = (0..3)
        .map(|nth| app.by("ada", |ada| ada.ask("help", &format!("Question {nth}"), "box, key")))
        .collect();
    let answer = |thread: &ThreadId| ["bob", "dan", "eve"].map(|name| app.by(name, |by| by.reply(*thread, "So.")));
    let replies = threads.iter().flat_map(answer).collect();
    let categories =
        ["help", "members"].map(|slug| app.read(|db| categories::by_slug(db, Sight::everything(), slug)).id);
    Ground {
        threads,
        replies,
        categories,
    }
}

/// One verb of a moderator's on one of the few rows; that it is refused is an answer, too.
fn deed(tx: &mut Db, by: &User, ground: &Ground, dice: usize, app: &TestApp) -> Result<(), StoreError> {
    let (sight, now, no) = (Sight::everything(), app.now(), Reason::parse("").unwrap());
    let pick = dice / 16;
    let thread = ground.threads[pick % ground.threads.len()];
    let other = ground.threads[(pick + 1) % ground.threads.len()];
    let reply = ground.replies[pick % ground.replies.len()];
    match dice % 12 {
        0 => threads::delete(tx, by, sight, thread, &no, now).map(drop),
        1 => threads::undelete(tx, by, sight, thread, now).map(drop),
        2 | 3 => replies::accept(tx, by, sight, reply, now).map(drop),
        4 => replies::unaccept(tx, by, sight, reply, now).map(drop),
        5 => replies::delete(tx, by, sight, reply, &no, now).map(drop),
        6 => replies::undelete(tx, by, sight, reply, now).map(drop),
        7 => threads::r#move(tx, by, sight, thread, ground.categories[pick % 2], now).map(drop),
        8 => {
            let closing = Closing {
                reason: CloseReason::Duplicate,
                original: Some(other),
                note: no,
            };
            threads::close(tx, by, sight, thread, &closing, now).map(drop)
        }
        9 => threads::reopen(tx, by, sight, thread, &Reason::parse("Not yet.").unwrap(), now).map(drop),
        10 => {
            let tags = if pick.is_multiple_of(2) {
                "box, key, lid"
            } else {
                "key, box"
            };
            threads::retag(tx, by, sight, thread, &TagName::parse_list(tags).unwrap(), now).map(drop)
        }
        _ => {
            let author = by.clone();
            let mut content = Content { tx, author, now };
            content.ask("help", "Another question", "lid, box").map(drop)
        }
    }
}

#[test]
fn verbs_that_meet_on_a_few_rows_wait_and_none_is_ended() {
    let app = TestApp::spawn();
    app.leaves_jobs();
    let ground = ground(&app);
    let write = |writer: usize| -> Vec<String> {
        let by = app.user(["cat", "root"][writer % 2]);
        let mut dice = writer + 1;
        let mut ended = Vec::new();
        for _ in 0..DEEDS {
            // The high bits of a linear congruence.
            dice = dice
                .wrapping_mul(6_364_136_223_846_793_005)
                .wrapping_add(1_442_695_040_888_963_407);
            let thrown = dice >> 33;
            let done = app.store().write_now(|tx| deed(tx, &by, &ground, thrown, &app));
            if let Err(error) = done
                && !matches!(error, StoreError::NotFound)
            {
                ended.push(format!("{}: {error:?}", thrown % 12));
            }
        }
        ended
    };
    let write = &write;
    let ended: Vec<String> = std::thread::scope(|scope| {
        let writers: Vec<_> = (0..WRITERS).map(|writer| scope.spawn(move || write(writer))).collect();
        writers.into_iter().flat_map(|writer| writer.join().unwrap()).collect()
    });
    assert!(ended.is_empty(), "{} were ended: {ended:#?}", ended.len());
}
