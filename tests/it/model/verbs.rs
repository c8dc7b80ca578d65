//! What the players do, at random but the same for the same seed.

/// One of the six players, by their place in the cast.
pub type Who = usize;
/// A thread, reply or comment by the order in which they were made, counted round.
pub type Nth = usize;

/// How many tags there are to choose from.
pub const TAGS: [&str; 4] = ["box", "key", "lid", "lock"];
/// How many players and categories there are.
pub const PLAYERS: usize = 6;
/// How many categories there are.
pub const CATEGORIES: usize = 4;

/// Something that a player tries to do.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Verb {
    Ask {
        by: Who,
        category: usize,
        kind: usize,
        tags: Vec<usize>,
        key: u64,
    },
    Reply {
        by: Who,
        thread: Nth,
        key: u64,
    },
    CommentOnThread {
        by: Who,
        thread: Nth,
        key: u64,
    },
    CommentOnReply {
        by: Who,
        reply: Nth,
        key: u64,
    },
    EditThread {
        by: Who,
        thread: Nth,
        version: u64,
        tags: Vec<usize>,
    },
    EditReply {
        by: Who,
        reply: Nth,
        version: u64,
    },
    EditComment {
        by: Who,
        comment: Nth,
        version: u64,
    },
    DeleteThread {
        by: Who,
        thread: Nth,
    },
    UndeleteThread {
        by: Who,
        thread: Nth,
    },
    DeleteReply {
        by: Who,
        reply: Nth,
    },
    UndeleteReply {
        by: Who,
        reply: Nth,
    },
    DeleteComment {
        by: Who,
        comment: Nth,
    },
    UndeleteComment {
        by: Who,
        comment: Nth,
    },
    VoteOnThread {
        by: Who,
        thread: Nth,
        vote: Option<bool>,
    },
    VoteOnReply {
        by: Who,
        reply: Nth,
        vote: Option<bool>,
    },
    MeToo {
        by: Who,
        thread: Nth,
        joins: bool,
    },
    Accept {
        by: Who,
        reply: Nth,
    },
    Unaccept {
        by: Who,
        reply: Nth,
    },
    Reopen {
        by: Who,
        thread: Nth,
    },
    Close {
        by: Who,
        thread: Nth,
        original: Option<Nth>,
    },
    Lock {
        by: Who,
        thread: Nth,
        locked: bool,
    },
    Pin {
        by: Who,
        thread: Nth,
        pinned: bool,
    },
    Move {
        by: Who,
        thread: Nth,
        category: usize,
    },
    Retag {
        by: Who,
        thread: Nth,
        tags: Vec<usize>,
    },
    Merge {
        by: Who,
        thread: Nth,
        into: Nth,
    },
    Unmerge {
        by: Who,
        thread: Nth,
    },
}

/// How a verb ended, in words that the store and the model share.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Outcome {
    /// There was nothing to do it to.
    Nothing,
    /// It is not in sight.
    NotFound,
    /// A post was made: the nth of its sort.
    Posted(Nth),
    /// The same form made this post before.
    PostedBefore(Nth),
    NotAllowed,
    Locked,
    Done,
    Unchanged,
    NotYours,
    Accepted,
    AlreadyAccepted,
    NotAQuestion,
    /// The threads do not fit together.
    Refused,
}

impl Outcome {
    /// Whether it changed anything.
    pub fn is_effective(self) -> bool {
        matches!(self, Outcome::Posted(_) | Outcome::Done | Outcome::Accepted)
    }
}

/// A source of chance that gives the same for the same seed on every machine (SplitMix64).
pub struct Chance(u64);

impl Chance {
    pub fn new(seed: u64) -> Self {
        Self(seed)
    }

    pub fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mixed = (self.0 ^ (self.0 >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        let mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        mixed ^ (mixed >> 31)
    }

    /// A number below `end`.
    pub fn below(&mut self, end: usize) -> usize {
        usize::try_from(self.next() % end as u64).unwrap()
    }

    fn is(&mut self) -> bool {
        self.below(2) == 0
    }

    fn tags(&mut self) -> Vec<usize> {
        (0..TAGS.len()).filter(|_| self.below(3) == 0).collect()
    }
}

/// A sequence of verbs, from nothing on.
pub fn sequence(seed: u64) -> Vec<Verb> {
    let mut chance = Chance::new(seed);
    let length = 6 + chance.below(40);
    let mut verbs: Vec<Verb> = Vec::with_capacity(length);
    for place in 0..length {
        let verb = match place {
            // A story needs a beginning.
            0 => ask(&mut chance),
            1 => Verb::Reply {
                by: chance.below(PLAYERS),
                thread: 0,
                key: chance.next(),
            },
            _ => some_verb(&mut chance, &verbs),
        };
        verbs.push(verb);
    }
    verbs
}

fn ask(chance: &mut Chance) -> Verb {
    let category = chance.below(8).saturating_sub(CATEGORIES);
    let (by, kind) = (chance.below(PLAYERS), chance.below(5));
    Verb::Ask {
        by,
        category,
        kind,
        tags: chance.tags(),
        key: chance.next(),
    }
}

/// Any verb; now and then a form that was sent before is sent again.
fn some_verb(chance: &mut Chance, before: &[Verb]) -> Verb {
    let by = chance.below(PLAYERS);
    let (thread, reply, comment) = (chance.below(4), chance.below(8), chance.below(8));
    let vote = [None, Some(true), Some(true), Some(false)][chance.below(4)];
    let (key, version, is) = (chance.next(), chance.next() % 3, chance.is());
    match chance.below(36) {
        0 => ask(chance),
        1..=4 => Verb::Reply { by, thread, key },
        5 => Verb::CommentOnThread { by, thread, key },
        6 | 7 => Verb::CommentOnReply { by, reply, key },
        8 | 9 => again(chance, before).unwrap_or(Verb::Reply { by, thread, key }),
        10 => Verb::EditThread {
            by,
            thread,
            version,
            tags: chance.tags(),
        },
        11 => Verb::EditReply { by, reply, version },
        12 => Verb::EditComment { by, comment, version },
        13 => Verb::DeleteThread { by, thread },
        14 => Verb::UndeleteThread { by, thread },
        15 | 16 => Verb::DeleteReply { by, reply },
        17 => Verb::UndeleteReply { by, reply },
        18 if is => Verb::DeleteComment { by, comment },
        18 => Verb::UndeleteComment { by, comment },
        19 => Verb::VoteOnThread { by, thread, vote },
        20 | 21 => Verb::VoteOnReply { by, reply, vote },
        22 => Verb::MeToo {
            by,
            thread,
            joins: vote.is_some(),
        },
        23..=25 => Verb::Accept { by, reply },
        26 => Verb::Unaccept { by, reply },
        27 => Verb::Reopen { by, thread },
        28 => Verb::Close {
            by,
            thread,
            original: is.then(|| chance.below(4)),
        },
        29 => Verb::Lock { by, thread, locked: is },
        30 if is => Verb::Pin {
            by,
            thread,
            pinned: vote.is_some(),
        },
        30 => Verb::Move {
            by,
            thread,
            category: chance.below(CATEGORIES),
        },
        31 => Verb::Retag {
            by,
            thread,
            tags: chance.tags(),
        },
        32..=34 => merging(chance, by, thread),
        _ => ask(chance),
    }
}

/// Merges a thread, or, less often, takes that back.
fn merging(chance: &mut Chance, by: Who, thread: Nth) -> Verb {
    match chance.below(3) {
        0 => Verb::Unmerge { by, thread },
        _ => Verb::Merge {
            by,
            thread,
            into: chance.below(4),
        },
    }
}

fn again(chance: &mut Chance, before: &[Verb]) -> Option<Verb> {
    let posts = |verb: &&Verb| {
        matches!(
            verb,
            Verb::Ask { .. } | Verb::Reply { .. } | Verb::CommentOnThread { .. } | Verb::CommentOnReply { .. }
        )
    };
    let posts: Vec<&Verb> = before.iter().filter(posts).collect();
    (!posts.is_empty()).then(|| posts[chance.below(posts.len())].clone())
}
