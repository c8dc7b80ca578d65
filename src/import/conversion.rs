//! Makes the HTML of imported posts into Markdown, and that into the HTML that is shown: on threads of their own, beside
//! the reading and the writing, in the order of the dump.
//!
//! The channels between are short, so that a fast reader waits for a slow writer and memory stays bounded.

use std::sync::mpsc::{Receiver, SyncSender, sync_channel};
use std::thread::{Scope, ScopedJoinHandle};

use super::error::ImportError;
use super::progress::Progress;
use super::record::{Acceptance, Act, Category, Comment, Duplicate, Person, Record, Reply, Tag, Thread};
use super::{Reader, Skim};
use crate::text::SafeHtml;
use crate::text::html::to_markdown;
use crate::text::markdown::{render, render_comment};

/// How many records travel together, and are written by one transaction.
const RECORDS: usize = 400;
/// How many bytes of HTML travel together at most, but for one record that is larger.
const BYTES: usize = 512 * 1024;
/// How many batches wait at each end of a worker.
const WAITING: usize = 1;

/// A text in its three forms.
pub struct Body {
    /// As the old forum showed it.
    pub source: String,
    /// What is edited.
    pub markdown: String,
    /// What is shown.
    pub html: SafeHtml,
}

/// A record whose text is ready to be written.
pub enum Ready {
    /// Somebody, and what they say about themselves.
    Person(Person, Body),
    /// A place for threads.
    Category(Category),
    /// A subject.
    Tag(Tag),
    /// What a member started.
    Thread(Box<Thread>, Body),
    /// A post under a thread.
    Reply(Box<Reply>, Body),
    /// A short note, and what is shown.
    Comment(Comment, SafeHtml),
    /// A reply that answers its question.
    Acceptance(Acceptance),
    /// A thread that asks the same as an earlier one.
    Duplicate(Duplicate),
    /// A moderator's act.
    Act(Act),
}

/// Batches that come out in the order in which they were read.
pub struct Converted<'scope> {
    outputs: Vec<Receiver<Vec<Ready>>>,
    next: usize,
    reading: ScopedJoinHandle<'scope, Result<(), ImportError>>,
}

/// Starts the second pass and the conversion; `skim` says which records are worth the work.
pub fn start<'scope, 'env>(
    scope: &'scope Scope<'scope, 'env>,
    reader: &'env dyn Reader,
    skim: &'env Skim<'env>,
) -> Converted<'scope> {
    let workers = std::thread::available_parallelism().map_or(1, usize::from);
    let mut inputs = Vec::with_capacity(workers);
    let mut outputs = Vec::with_capacity(workers);
    for _ in 0..workers {
        let (input, records) = sync_channel::<Vec<Record>>(WAITING);
        let (done, output) = sync_channel::<Vec<Ready>>(WAITING);
        inputs.push(input);
        outputs.push(output);
        scope.spawn(move || {
            // Whoever takes the batches has stopped: so does this thread.
            for batch in records {
                if done.send(batch.into_iter().map(convert).collect()).is_err() {
                    return;
                }
            }
        });
    }
    let reading = scope.spawn(move || read(reader, skim, &inputs));
    Converted {
        outputs,
        next: 0,
        reading,
    }
}

impl Converted<'_> {
    /// The next batch, or nothing when the dump is at its end or the reading has failed.
    pub fn next_batch(&mut self) -> Option<Vec<Ready>> {
        let batch = self.outputs.get(self.next)?.recv().ok()?;
        self.next = (self.next + 1) % self.outputs.len();
        Some(batch)
    }

    /// Ends the reading and says how it went.
    ///
    /// # Errors
    /// The dump could not be read to its end.
    pub fn finish(self) -> Result<(), ImportError> {
        drop(self.outputs);
        self.reading.join().unwrap_or(Err(ImportError::Stopped))
    }
}

/// Deals the records out to the workers, batch by batch, in turn.
fn read(reader: &dyn Reader, skim: &Skim<'_>, inputs: &[SyncSender<Vec<Record>>]) -> Result<(), ImportError> {
    let progress = Progress::new("writing", reader.size());
    let mut turns = inputs.iter().cycle();
    let mut send = |batch| match turns.next() {
        Some(input) => input.send(batch).map_err(|_| ImportError::Stopped),
        None => Err(ImportError::Stopped),
    };
    let (mut batch, mut bytes) = (Vec::with_capacity(RECORDS), 0);
    reader.each_record(&progress, &mut |record| {
        if !skim(&record) {
            return Ok(());
        }
        bytes += size(&record);
        batch.push(record);
        if batch.len() < RECORDS && bytes < BYTES {
            return Ok(());
        }
        bytes = 0;
        send(std::mem::replace(&mut batch, Vec::with_capacity(RECORDS)))
    })?;
    progress.finish();
    if batch.is_empty() { Ok(()) } else { send(batch) }
}

fn size(record: &Record) -> usize {
    match record {
        Record::Person(person) => person.about_html.len(),
        Record::Thread(thread) => thread.post.html.len(),
        Record::Reply(reply) => reply.post.html.len(),
        Record::Comment(comment) => comment.markdown.len(),
        Record::Category(_) | Record::Tag(_) | Record::Acceptance(_) | Record::Duplicate(_) | Record::Act(_) => 0,
    }
}

fn convert(record: Record) -> Ready {
    match record {
        Record::Person(mut person) => {
            let body = body(std::mem::take(&mut person.about_html));
            Ready::Person(person, body)
        }
        Record::Category(category) => Ready::Category(category),
        Record::Tag(tag) => Ready::Tag(tag),
        Record::Thread(mut thread) => {
            let body = body(std::mem::take(&mut thread.post.html));
            Ready::Thread(thread, body)
        }
        Record::Reply(mut reply) => {
            let body = body(std::mem::take(&mut reply.post.html));
            Ready::Reply(reply, body)
        }
        Record::Comment(mut comment) => {
            comment.markdown = plain(&comment.markdown);
            let html = render_comment(&comment.markdown);
            Ready::Comment(comment, html)
        }
        Record::Acceptance(acceptance) => Ready::Acceptance(acceptance),
        Record::Duplicate(duplicate) => Ready::Duplicate(duplicate),
        Record::Act(act) => Ready::Act(act),
    }
}

fn body(source: String) -> Body {
    let markdown = plain(&to_markdown(&source));
    let html = render(&markdown);
    Body { source, markdown, html }
}

/// The text as the form would have it, which takes no control characters but line ends and tabs.
fn plain(text: &str) -> String {
    let text = text.replace("\r\n", "\n").replace('\r', "\n");
    let text = text.trim_end().trim_start_matches('\n');
    text.chars()
        .filter(|c| !c.is_control() || *c == '\n' || *c == '\t')
        .collect()
}
