//! Redaction: words that nobody may read are taken out of everything that a thread left behind, in one transaction and for good.
//!
//! Nothing of the words is kept: not in the log, not in an earlier version, not in what waits to be read. The search index, kept
//! pages and meanings follow the change log; letters are composed of rows when they go, so none holds words of its own.

/// A column of plain text, of the rows that belong to some numbers.
macro_rules! plain {
    ($db:ident, $search:ident, $kind:ident, $table:ident . $column:ident, $of:expr, $ids:expr) => {
        for some in $ids.chunks(AT_ONCE) {
            let rows: Vec<(i64, Option<String>)> = $table::table
                .filter(among($of, some.iter().copied()))
                .select(($table::id, $table::$column.nullable()))
                .load($db)?;
            for (id, text) in rows {
                let text = text.and_then(|text| $search.meet(PlaceKind::$kind, None, &text));
                if let Some(text) = text {
                    diesel::update($table::table.find(id))
                        .set($table::$column.eq(text))
                        .execute($db)?;
                }
            }
        }
    };
}

mod articles;
mod rewriting;

use chrono::{DateTime, Utc};
use diesel::prelude::*;

use super::moderations::log;
use super::outcome::Deed;
use super::schema::{
    article_citations, article_links, cases, comments, merges, proposal_members, proposals, replies, threads,
};
use super::threads::{hold, title_of};
use super::{Db, StoreError, changes, spam_lessons};
use crate::domain::account::User;
use crate::domain::body::Reason;
use crate::domain::change::{ChangeVerb, Noun};
use crate::domain::id::{ArticleId, ReplyId, ThreadId};
use crate::domain::moderation::Act;
use crate::domain::permission::{Verb, may_in};
use crate::domain::redaction::{Hit, Words};
use crate::domain::sight::Sight;
use crate::store::native::among;

/// How many rows are named in one statement.
const AT_ONCE: usize = 200;
/// How many places are told on the page that asks.
const MOST_TOLD: usize = 50;
/// How many merges are followed back at most.
const MOST_MERGES: usize = 200;

crate::named! {
    /// What kind of text words stand in.
    pub enum PlaceKind {
        /// A title, of now or of before.
        Title = "title",
        /// A thread's own text.
        Text = "text",
        /// What an asker wrote into a template.
        Answers = "answers",
        /// A reply.
        Reply = "reply",
        /// A comment.
        Comment = "comment",
        /// An earlier version.
        Version = "version",
        /// What moderators and flaggers wrote about it.
        Note = "note",
        /// A file's name, or what a picture shows.
        File = "file",
        /// An article that came of the thread, or one of its versions, a draft too.
        Article = "article",
        /// What repeated questions propose.
        Proposal = "proposal",
        /// The subject of a message that came by mail.
        Message = "message",
    }
}

/// A text in which the words stand.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Place {
    /// What it is.
    pub kind: PlaceKind,
    /// The reply that it is, or is a version of.
    pub reply: Option<ReplyId>,
    /// How often they stand in it.
    pub count: usize,
    /// Where, unless it is out of the viewer's sight.
    pub hits: Vec<Hit>,
}

/// Everything that a redaction would change.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Places {
    /// In how many texts the words stand.
    pub text_count: usize,
    /// How often.
    pub count: usize,
    /// The first of these texts.
    pub told: Vec<Place>,
}

/// Where the words stand in what a thread left behind; absent when it is out of sight.
pub fn plan(db: &mut Db, sight: Sight, id: ThreadId, words: &Words) -> Result<Places, StoreError> {
    title_of(db, sight, id)?;
    let reach = Reach::of(db, id)?;
    let mut search = Search::new(words, Some(sight));
    rewriting::all(db, &mut search, &reach)?;
    Ok(search.found)
}

/// Takes the words out of all that a thread left behind; answers how often they stood there.
pub fn redact(
    tx: &mut Db,
    by: &User,
    sight: Sight,
    id: ThreadId,
    (words, reason): (&Words, &Reason),
    now: DateTime<Utc>,
) -> Result<Deed<usize>, StoreError> {
    let held = hold(tx, sight, id)?;
    if !may_in(by, held.audience, Verb::Redact, held.author) {
        return Ok(Deed::NotYours);
    }
    let reach = Reach::of(tx, id)?;
    let mut search = Search::new(words, None);
    rewriting::all(tx, &mut search, &reach)?;
    rewriting::forget_messages(tx, &reach)?;
    rewriting::copy_pictures(tx, &search, now)?;
    if search.found.count == 0 {
        return Ok(Deed::Unchanged);
    }
    log(tx, by, &held, Act::Redact, reason.as_str(), now)?;
    for thread in &reach.threads {
        changes::record(tx, Noun::Thread(ThreadId::stored(*thread)), ChangeVerb::Changed, now)?;
    }
    for reply in &search.replies {
        changes::record(tx, Noun::Reply(*reply), ChangeVerb::Changed, now)?;
    }
    for article in &search.articles {
        changes::record(tx, Noun::Article(*article), ChangeVerb::Changed, now)?;
    }
    let authors = reach.authors(tx)?;
    spam_lessons::forget_words(tx, &reach.cases, &authors, words, now)?;
    Ok(Deed::Done(search.found.count))
}

/// What a thread left behind, by number: those that were merged into it with it.
struct Reach {
    threads: Vec<i64>,
    replies: Vec<i64>,
    comments: Vec<i64>,
    cases: Vec<i64>,
    articles: Vec<i64>,
    proposals: Vec<i64>,
}

macro_rules! ids {
    ($db:ident, $table:ident, $of:expr, $ids:expr) => {{
        let mut found: Vec<i64> = Vec::new();
        for some in $ids.chunks(AT_ONCE) {
            let rows = $table::table.filter(among($of, some.iter().copied()));
            found.extend(rows.select($table::id).load::<i64>($db)?);
        }
        found
    }};
}

impl Reach {
    fn of(db: &mut Db, id: ThreadId) -> Result<Self, StoreError> {
        let threads = merged_into(db, id)?;
        let replies = ids!(db, replies, replies::thread_id, threads);
        let mut comments = ids!(db, comments, comments::reply_id.assume_not_null(), replies);
        for some in threads.chunks(AT_ONCE) {
            let own = comments::table
                .filter(among(comments::thread_id, some.iter().copied()))
                .filter(comments::reply_id.is_null());
            comments.extend(own.select(comments::id).load::<i64>(db)?);
        }
        let mut cases = ids!(db, cases, cases::thread_id.assume_not_null(), threads);
        cases.extend(ids!(db, cases, cases::reply_id.assume_not_null(), replies));
        cases.extend(ids!(db, cases, cases::comment_id.assume_not_null(), comments));
        let proposals = proposals_of(db, &threads)?;
        let articles = articles_of(db, &threads, &replies, &proposals)?;
        Ok(Self {
            threads,
            replies,
            comments,
            cases,
            articles,
            proposals,
        })
    }

    /// Who wrote the threads and replies.
    fn authors(&self, db: &mut Db) -> Result<Vec<i64>, StoreError> {
        let mut found: Vec<Option<i64>> = Vec::new();
        for some in self.threads.chunks(AT_ONCE) {
            let rows = threads::table.filter(among(threads::id, some.iter().copied()));
            found.extend(rows.select(threads::author_id).load::<Option<i64>>(db)?);
        }
        for some in self.replies.chunks(AT_ONCE) {
            let rows = replies::table.filter(among(replies::id, some.iter().copied()));
            found.extend(rows.select(replies::author_id).load::<Option<i64>>(db)?);
        }
        found.sort_unstable();
        found.dedup();
        Ok(found.into_iter().flatten().collect())
    }
}

/// A thread and those that stand in it, however often they were merged.
fn merged_into(db: &mut Db, id: ThreadId) -> Result<Vec<i64>, StoreError> {
    let mut threads = vec![id.get()];
    let mut newest = threads.clone();
    while !newest.is_empty() && threads.len() < MOST_MERGES {
        let merged: Vec<i64> = merges::table
            .filter(among(merges::target_id, newest))
            .filter(merges::undone_at.is_null())
            .select(merges::thread_id)
            .load(db)?;
        newest = merged.into_iter().filter(|one| !threads.contains(one)).collect();
        threads.extend(&newest);
    }
    Ok(threads)
}

fn proposals_of(db: &mut Db, threads: &[i64]) -> Result<Vec<i64>, StoreError> {
    let mut found: Vec<i64> = Vec::new();
    for some in threads.chunks(AT_ONCE) {
        let rows = proposal_members::table.filter(among(proposal_members::thread_id, some.iter().copied()));
        found.extend(rows.select(proposal_members::proposal_id).load::<i64>(db)?);
    }
    found.sort_unstable();
    found.dedup();
    Ok(found)
}

/// The articles that came of threads: those that cite a reply, are linked to a thread, or were drafted of a proposal.
fn articles_of(db: &mut Db, threads: &[i64], replies: &[i64], proposals: &[i64]) -> Result<Vec<i64>, StoreError> {
    let mut found: Vec<i64> = Vec::new();
    for some in threads.chunks(AT_ONCE) {
        let rows = article_links::table.filter(among(article_links::thread_id, some.iter().copied()));
        found.extend(rows.select(article_links::article_id).load::<i64>(db)?);
    }
    for some in replies.chunks(AT_ONCE) {
        let rows = article_citations::table.filter(among(article_citations::reply_id, some.iter().copied()));
        found.extend(rows.select(article_citations::article_id).load::<i64>(db)?);
    }
    for some in proposals.chunks(AT_ONCE) {
        let rows = proposals::table.filter(among(proposals::id, some.iter().copied()));
        let articles: Vec<Option<i64>> = rows.select(proposals::article_id).load(db)?;
        found.extend(articles.into_iter().flatten());
    }
    found.sort_unstable();
    found.dedup();
    Ok(found)
}

/// Looks for the words, and takes them out unless it only looks.
struct Search<'a> {
    words: &'a Words,
    /// Whoever only looks, and what they see.
    looks: Option<Sight>,
    found: Places,
    replies: Vec<ReplyId>,
    articles: Vec<ArticleId>,
    /// The posts whose pictures from elsewhere are to be copied anew.
    pictures: Vec<crate::domain::upload::PostId>,
}

impl<'a> Search<'a> {
    fn new(words: &'a Words, looks: Option<Sight>) -> Self {
        Self {
            words,
            looks,
            found: Places::default(),
            replies: Vec::new(),
            articles: Vec::new(),
            pictures: Vec::new(),
        }
    }

    /// The text without the words, when it is to be written; `None` when they do not stand there, or it only looks.
    fn meet(&mut self, kind: PlaceKind, reply: Option<i64>, text: &str) -> Option<String> {
        self.meet_seen(kind, reply, text, true)
    }

    fn meet_seen(&mut self, kind: PlaceKind, reply: Option<i64>, text: &str, is_seen: bool) -> Option<String> {
        let redacted = self.words.redact(text)?;
        self.found.text_count += 1;
        self.found.count += redacted.count;
        if self.found.told.len() < MOST_TOLD {
            self.found.told.push(Place {
                kind,
                reply: reply.map(ReplyId::stored),
                count: redacted.count,
                hits: if is_seen { redacted.hits } else { Vec::new() },
            });
        }
        self.looks.is_none().then_some(redacted.text)
    }
}
