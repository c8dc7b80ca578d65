//! Everything that happened on the demo forum, in the order of time.

use std::collections::HashMap;

use chrono::{DateTime, Duration, Utc};

use crate::domain::vote::Vote;
use crate::import::demo::Demo;
use crate::import::demo::content::{Comment, Edit, Person, Thread};

/// How long after a post its first voter comes, and how long one comes after another: the content does not say.
const BETWEEN_VOTES: Duration = Duration::minutes(20);

/// Something at some time.
pub(super) struct Happening<'a> {
    /// When.
    pub(super) at: DateTime<Utc>,
    /// What.
    pub(super) event: Event<'a>,
}

/// A thread or a reply.
#[derive(Clone, Copy)]
pub(super) struct Post<'a> {
    /// The thread.
    pub(super) thread: &'a Thread,
    /// The place of the reply; none for the thread itself.
    pub(super) reply: Option<usize>,
}

/// What can happen.
#[derive(Clone, Copy)]
pub(super) enum Event<'a> {
    Join(&'a Person),
    Ask(&'a Thread),
    Reply {
        thread: &'a Thread,
        place: usize,
    },
    Comment {
        post: Post<'a>,
        author: &'a str,
        body: &'a str,
    },
    Edit {
        post: Post<'a>,
        edit: &'a Edit,
    },
    Vote {
        post: Post<'a>,
        voter: &'a str,
        vote: Vote,
    },
    MeToo {
        thread: &'a Thread,
        who: &'a str,
    },
    Accept {
        thread: &'a Thread,
        place: usize,
        by: &'a str,
    },
    Reopen {
        thread: &'a Thread,
        by: &'a str,
        reason: &'a str,
    },
    Close(&'a Thread),
    Lock {
        thread: &'a Thread,
        by: &'a str,
    },
    Pin {
        thread: &'a Thread,
        by: &'a str,
    },
}

/// When everybody joined.
type Joined<'a> = HashMap<&'a str, DateTime<Utc>>;

/// Everything that happened, the earliest first; of one moment, in the order of the content.
pub(super) fn happenings(demo: &Demo, now: DateTime<Utc>) -> Vec<Happening<'_>> {
    let people = demo.forum.people.iter();
    let mut all: Vec<Happening<'_>> = people
        .map(|person| Happening {
            at: now - person.joined,
            event: Event::Join(person),
        })
        .collect();
    let joined: Joined<'_> = demo
        .forum
        .people
        .iter()
        .map(|person| (person.name.as_str(), now - person.joined))
        .collect();
    for thread in &demo.threads {
        let mut story = Story {
            thread,
            now,
            joined: &joined,
            last_call: now,
            all: &mut all,
        };
        story.tell();
    }
    all.sort_by_key(|happening| happening.at);
    all
}

struct Story<'a, 'b> {
    thread: &'a Thread,
    now: DateTime<Utc>,
    joined: &'b Joined<'a>,
    /// Nobody votes in a locked thread.
    last_call: DateTime<Utc>,
    all: &'b mut Vec<Happening<'a>>,
}

impl<'a> Story<'a, '_> {
    fn tell(&mut self) {
        let thread = self.thread;
        if let Some(lock) = &thread.locked {
            self.last_call = thread.time_of(lock.after, self.now);
        }
        let asked_at = thread.asked_at(self.now);
        let post = Post { thread, reply: None };
        self.all.push(Happening {
            at: asked_at,
            event: Event::Ask(thread),
        });
        for (place, reply) in thread.replies.iter().enumerate() {
            let at = thread.time_of(reply.after, self.now);
            let post = Post {
                thread,
                reply: Some(place),
            };
            self.all.push(Happening {
                at,
                event: Event::Reply { thread, place },
            });
            self.votes(post, at, &reply.up, &reply.down);
            self.comments(post, &reply.comments);
            self.edits(post, &reply.edits);
        }
        self.votes(post, asked_at, &thread.up, &thread.down);
        for (number, who) in (1..).zip(&thread.me_too) {
            let at = self.moment(asked_at, number, who);
            self.all.push(Happening {
                at,
                event: Event::MeToo { thread, who },
            });
        }
        self.comments(post, &thread.comments);
        self.edits(post, &thread.edits);
        self.settle();
    }

    fn settle(&mut self) {
        let thread = self.thread;
        for acceptance in &thread.acceptances {
            let by = acceptance.by.as_ref().unwrap_or(&thread.author);
            self.push(
                acceptance.after,
                Event::Accept {
                    thread,
                    place: acceptance.reply,
                    by,
                },
            );
        }
        for reopening in &thread.reopenings {
            self.push(
                reopening.after,
                Event::Reopen {
                    thread,
                    by: &reopening.by,
                    reason: &reopening.reason,
                },
            );
        }
        if let Some(closure) = &thread.closure {
            self.push(closure.after, Event::Close(thread));
        }
        if let Some(pin) = &thread.pinned {
            self.push(pin.after, Event::Pin { thread, by: &pin.by });
        }
        if let Some(lock) = &thread.locked {
            self.push(lock.after, Event::Lock { thread, by: &lock.by });
        }
    }

    fn votes(&mut self, post: Post<'a>, since: DateTime<Utc>, up: &'a [String], down: &'a [String]) {
        let up = up.iter().map(|voter| (voter, Vote::Up));
        let down = down.iter().map(|voter| (voter, Vote::Down));
        for (number, (voter, vote)) in (1..).zip(up.chain(down)) {
            let at = self.moment(since, number, voter);
            self.all.push(Happening {
                at,
                event: Event::Vote { post, voter, vote },
            });
        }
    }

    fn comments(&mut self, post: Post<'a>, comments: &'a [Comment]) {
        for Comment { author, after, body } in comments {
            self.push(*after, Event::Comment { post, author, body });
        }
    }

    fn edits(&mut self, post: Post<'a>, edits: &'a [Edit]) {
        for edit in edits {
            self.push(edit.after, Event::Edit { post, edit });
        }
    }

    /// When the reader of that number comes by: not before they have joined, nor after the last call.
    fn moment(&self, since: DateTime<Utc>, number: i32, who: &str) -> DateTime<Utc> {
        let joined = self.joined.get(who).copied().unwrap_or(since);
        (since + BETWEEN_VOTES * number)
            .max(joined + BETWEEN_VOTES)
            .min(self.last_call.max(since))
    }

    fn push(&mut self, after: Duration, event: Event<'a>) {
        self.all.push(Happening {
            at: self.thread.time_of(after, self.now),
            event,
        });
    }
}
