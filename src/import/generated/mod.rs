//! A made-up forum of any size, always the same for the same size: for measuring, never for reading.
//!
//! Threads are spread over ten categories, two hundred tags and five years; most have a few replies, every thousandth has
//! two hundred; four of five with a reply are resolved. What they say is in [`words`]. The counts are as an import would
//! compute them.

mod words;

use chrono::{DateTime, Duration, NaiveDateTime, Utc};

use super::progress::Progress;
use crate::domain::body::Body;
use crate::store::imports::{
    self, AcceptanceRow, Batch, CategoryRow, PersonRow, ReplyRow, ThreadRow, ThreadTagRow, ensure_tags,
};
use crate::store::written::Written;
use crate::store::{Db, Store, StoreError};
use words::Story;

/// How many threads one transaction writes.
const AT_ONCE: i64 = 2_000;
const CATEGORIES: i64 = 10;
const TAGS: i64 = 200;
/// The span over which the threads are spread.
const DAYS: i64 = 5 * 365;

/// Why nothing was generated.
#[derive(Debug, thiserror::Error)]
pub enum GenerateError {
    /// The forum has threads or people already.
    #[error("this forum is not empty; made-up threads would mix with real ones")]
    NotEmpty,
    /// The database failed.
    #[error(transparent)]
    Store(#[from] StoreError),
}

/// Fills an empty forum with so many threads, the last of them at `now`.
pub fn generate(store: &Store, threads: i64, now: DateTime<Utc>) -> Result<(), GenerateError> {
    let is_empty = store.read_now::<_, StoreError>(imports::is_empty)?;
    if !is_empty {
        return Err(GenerateError::NotEmpty);
    }
    let made = Made {
        threads,
        people: (threads / 20).clamp(1, 50_000),
        now,
    };
    let tags = store.write_now(|tx| made.surroundings(tx))?;
    let progress = Progress::new("generating", u64::try_from(threads).unwrap_or_default());
    let mut reply = 1;
    for first in (1..=threads).step_by(usize::try_from(AT_ONCE).unwrap_or(1)) {
        let last = (first + AT_ONCE - 1).min(threads);
        reply = store.write_now(|tx| made.some(tx, first, last, reply, &tags))?;
        progress.advance(u64::try_from(last - first + 1).unwrap_or_default());
    }
    store.write_now::<_, StoreError>(|tx| {
        imports::count_categories(tx)?;
        imports::count_tags(tx)?;
        imports::analyze(tx)
    })?;
    Ok(())
}

/// A text as it was written and as it is shown.
type Text = (String, Written);

/// What one thread says, rendered.
struct Told {
    title: String,
    text: Text,
    replies: Vec<Text>,
}

impl Told {
    /// The thread of this number, whose first reply has this one.
    fn of(number: i64, reply: i64) -> Result<Self, StoreError> {
        let story = Story::of(number);
        let replies = reply..reply + replies_of(number);
        Ok(Self {
            title: story.title(),
            text: written(story.text())?,
            replies: replies
                .map(|reply| written(story.reply(reply)))
                .collect::<Result<_, _>>()?,
        })
    }
}

fn written(text: String) -> Result<Text, StoreError> {
    let body = Body::parse(&text).map_err(|_| StoreError::Unexpected("a text of the generator".to_owned()))?;
    Ok((text, Written::body(&body)))
}

/// What the threads from `first` to `last` say, rendered on all processors.
fn told(first: i64, last: i64, reply: i64) -> Result<Vec<Told>, StoreError> {
    let mut numbers = Vec::new();
    let mut next = reply;
    for number in first..=last {
        numbers.push((number, next));
        next += replies_of(number);
    }
    let workers = std::thread::available_parallelism().map_or(1, usize::from);
    let share = numbers.len().div_ceil(workers).max(1);
    let parts: Vec<Result<Vec<Told>, StoreError>> = std::thread::scope(|scope| {
        let working: Vec<_> = numbers
            .chunks(share)
            .map(|part| scope.spawn(|| part.iter().map(|(number, reply)| Told::of(*number, *reply)).collect()))
            .collect();
        let stopped = || Err(StoreError::Unexpected("a text of the generator".to_owned()));
        let done = working.into_iter().map(|one| one.join().unwrap_or_else(|_| stopped()));
        done.collect()
    });
    let mut told = Vec::with_capacity(numbers.len());
    for part in parts {
        told.extend(part?);
    }
    Ok(told)
}

struct Made {
    threads: i64,
    people: i64,
    now: DateTime<Utc>,
}

impl Made {
    /// People, categories and tags; gives the tags' ids.
    fn surroundings(&self, tx: &mut Db) -> Result<Vec<i64>, StoreError> {
        let began = self.time_of(0);
        for first in (1..=self.people).step_by(5_000) {
            let ids = imports::take_ids(
                tx,
                imports::Numbered::Users,
                5_000.min((self.people - first + 1) as usize),
            )?;
            let people = ids.into_iter().map(|id| person(id, began)).collect();
            let batch = Batch {
                people,
                ..Batch::default()
            };
            batch.write(tx)?;
        }
        let ids = imports::take_ids(tx, imports::Numbered::Categories, CATEGORIES as usize)?;
        let categories = ids.into_iter().map(|id| category(id, began)).collect();
        let batch = Batch {
            categories,
            ..Batch::default()
        };
        batch.write(tx)?;
        let names: Vec<String> = (1..=TAGS).map(|number| format!("tag-{number}")).collect();
        let (_, mut tags) = ensure_tags(tx, &names, self.now)?;
        tags.sort();
        Ok(tags.into_iter().map(|(_, id)| id).collect())
    }

    /// The threads from `first` to `last` with all that belongs to them; gives the number of the next reply.
    fn some(&self, tx: &mut Db, first: i64, last: i64, mut reply: i64, tags: &[i64]) -> Result<i64, StoreError> {
        let mut batch = Batch::default();
        let ids = imports::take_ids(tx, imports::Numbered::Threads, (last - first + 1) as usize)?;
        let count: i64 = (first..=last).map(replies_of).sum();
        let mut reply_ids = imports::take_ids(tx, imports::Numbered::Replies, count as usize)?.into_iter();
        let told = told(first, last, reply)?;
        for ((number, id), told) in (first..=last).zip(&ids).zip(told) {
            let mut last_at = self.time_of(number);
            for (place, text) in told.replies.into_iter().enumerate() {
                let Some(reply_id) = reply_ids.next() else { break };
                last_at += Duration::minutes(7 + scatter(reply, 500));
                let row = self.reply((reply_id, *id), reply, last_at, text);
                if place == 0 && number % 5 != 0 {
                    batch.acceptances.push(self.acceptance(&row, number));
                }
                batch.replies.push(row);
                reply += 1;
            }
            batch
                .threads
                .push(self.thread(*id, number, last_at, (told.title, told.text)));
            for tag in [scatter(number, TAGS), scatter(number + 1, TAGS)] {
                batch
                    .thread_tags
                    .extend(tags.get(tag as usize).map(|tag_id| ThreadTagRow {
                        thread_id: *id,
                        tag_id: *tag_id,
                    }));
            }
            let place = batch.thread_tags.len();
            if place >= 2
                && batch.thread_tags.get(place - 2).map(|row| row.tag_id)
                    == batch.thread_tags.last().map(|row| row.tag_id)
            {
                batch.thread_tags.pop();
            }
        }
        batch.write(tx)?;
        imports::count_threads(tx, &ids)?;
        Ok(reply)
    }

    fn thread(&self, id: i64, number: i64, active_at: NaiveDateTime, says: (String, Text)) -> ThreadRow {
        let (title, (markdown, body)) = says;
        let up_count = scatter(number, 12);
        ThreadRow {
            id,
            category_id: 1 + number % CATEGORIES,
            kind: if number % 10 == 0 { "discussion" } else { "question" },
            standing: if number % 10 == 0 { "talk" } else { "unanswered" },
            author_id: Some(1 + scatter(number, self.people)),
            author_name: None,
            created_at: self.time_of(number),
            edited_at: None,
            active_at,
            up_count,
            down_count: 0,
            score: up_count,
            view_count: scatter(number, 900),
            pinned_at: None,
            locked_at: None,
            deleted_at: None,
            renderer: body.renderer(),
            title,
            body_markdown: markdown,
            body_html: body.html().to_owned(),
            body_source: None,
        }
    }

    fn reply(&self, (id, thread_id): (i64, i64), number: i64, created_at: NaiveDateTime, text: Text) -> ReplyRow {
        let (markdown, body) = text;
        let up_count = scatter(number, 5);
        ReplyRow {
            id,
            thread_id,
            author_id: Some(1 + scatter(number * 3, self.people)),
            author_name: None,
            created_at,
            edited_at: None,
            up_count,
            down_count: 0,
            score: up_count,
            deleted_at: None,
            renderer: body.renderer(),
            body_markdown: markdown,
            body_html: body.html().to_owned(),
            body_source: None,
        }
    }

    fn acceptance(&self, reply: &ReplyRow, number: i64) -> AcceptanceRow {
        AcceptanceRow {
            thread_id: reply.thread_id,
            reply_id: reply.id,
            accepted_by_id: Some(1 + scatter(number, self.people)),
            accepted_at: Some(reply.created_at + Duration::minutes(11)),
            precision: "exact",
            answerer_id: reply.author_id,
        }
    }

    /// When a thread was started: evenly spread, the last one now.
    fn time_of(&self, number: i64) -> NaiveDateTime {
        let span = Duration::days(DAYS).num_seconds();
        let behind =
            span - i64::try_from(i128::from(span) * i128::from(number) / i128::from(self.threads.max(1))).unwrap_or(0);
        (self.now - Duration::seconds(behind)).naive_utc()
    }
}

fn person(id: i64, created_at: NaiveDateTime) -> PersonRow {
    PersonRow {
        id,
        name: format!("reader {id}"),
        name_folded: format!("reader {id}"),
        role: "member",
        trust: "member",
        created_at,
        renderer: crate::text::RENDERER_VERSION,
        about_markdown: String::new(),
        about_html: String::new(),
    }
}

fn category(id: i64, created_at: NaiveDateTime) -> CategoryRow {
    CategoryRow {
        id,
        slug: format!("category-{id}"),
        name: format!("Category {id}"),
        position: id,
        audience: "public",
        takes_questions: true,
        takes_discussions: true,
        takes_announcements: false,
        created_at,
    }
}

/// How many replies a thread has.
fn replies_of(number: i64) -> i64 {
    if number % 1_000 == 0 { 200 } else { scatter(number, 6) }
}

/// A number below `below` that looks like chance and is always the same (Knuth's multiplicative hash).
fn scatter(number: i64, below: i64) -> i64 {
    let mixed = (number as u64).wrapping_mul(0x9e37_79b9_7f4a_7c15) >> 33;
    i64::try_from(mixed).unwrap_or_default() % below.max(1)
}
