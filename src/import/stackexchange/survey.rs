//! The first pass over a dump: checks every row, writes nothing, and remembers what the second pass must know beforehand.
//!
//! What is remembered is a few numbers a post, never its text.

use std::collections::{HashMap, HashSet};
use std::path::Path;

use chrono::NaiveDate;

use super::ids::Ids;
use super::posts::{self, CommentRow, PostRow, QuestionRow};
use super::rows::{Row, each_row};
use crate::domain::resolution::CloseReason;
use crate::import::error::{Fault, ImportError};
use crate::import::progress::Progress;
use crate::import::record::{Author, SourceId};
use crate::import::report::{Noun, Report};

/// Why something under a post is skipped.
const NOT_KEPT: &str = "on a post that is not in the dump or not kept";

/// What the first pass learnt.
#[derive(Default)]
pub struct Survey {
    /// Everybody with an account.
    pub people: HashSet<SourceId>,
    /// Every question and answer that is kept.
    pub posts: HashMap<SourceId, PostFacts>,
    /// Question and accepted answer, in the order of the dump.
    pub accepted: Vec<(SourceId, SourceId)>,
    /// On which day an answer was accepted.
    pub accepted_on: HashMap<SourceId, NaiveDate>,
    /// Why a question was closed and by whom, where the dump says so.
    pub closed_for: HashMap<SourceId, (CloseReason, Author)>,
    /// Questions that some link calls a duplicate.
    pub called_duplicate: HashSet<SourceId>,
    /// Pairs of duplicate and original that are kept.
    pub duplicates: HashSet<(SourceId, SourceId)>,
    /// The names of the tags that `Tags.xml` lists.
    pub tags: HashSet<String>,
    /// Comments that are kept.
    pub comments: HashSet<SourceId>,
    seen: Seen,
    /// What was read, kept and skipped.
    pub report: Report,
}

/// The numbers of rows so far, so that none counts twice.
#[derive(Default)]
struct Seen {
    tags: HashMap<SourceId, String>,
    votes: Ids,
    comments: Ids,
    links: Ids,
}

/// What the second pass must know of a post.
#[derive(Debug, Clone, Copy, Default)]
pub struct PostFacts {
    /// The question, if this is an answer.
    pub parent: Option<SourceId>,
    /// Votes for it.
    pub up_count: i64,
    /// Votes against it.
    pub down_count: i64,
}

impl Survey {
    /// Reads the whole dump.
    ///
    /// # Errors
    /// A file is malformed or cannot be read: with file, line and reason.
    pub fn of(folder: &Path, progress: &Progress) -> Result<Self, ImportError> {
        let mut survey = Self::default();
        let mut scores = HashMap::new();
        each_row(&folder.join("Users.xml"), "users", progress, &mut |row| {
            survey.user(row)
        })?;
        each_row(&folder.join("Tags.xml"), "tags", progress, &mut |row| survey.tag(row))?;
        let mut in_use = HashSet::new();
        let mut accepted = Vec::new();
        each_row(&folder.join("Posts.xml"), "posts", progress, &mut |row| {
            let id = row.needs_id("Id")?;
            if scores.insert(id, row.number("Score")?.unwrap_or(0)).is_some() {
                return Err(twice(id));
            }
            survey.post(row, &mut in_use, &mut accepted)
        })?;
        survey.drop_orphans();
        survey.count_tags(&in_use);
        survey.settle_acceptances(&accepted);
        let votes = folder.join("Votes.xml");
        each_row(&votes, "votes", progress, &mut |row| survey.vote(row))?;
        survey.compare_scores(&scores);
        each_row(&folder.join("Comments.xml"), "comments", progress, &mut |row| {
            survey.comment(row)
        })?;
        each_row(&folder.join("PostLinks.xml"), "postlinks", progress, &mut |row| {
            survey.link(row)
        })?;
        each_row(&folder.join("PostHistory.xml"), "posthistory", progress, &mut |row| {
            survey.history(row)
        })?;
        each_row(&folder.join("Badges.xml"), "badges", progress, &mut |row| {
            survey.badge(row)
        })?;
        Ok(survey)
    }

    fn user(&mut self, row: &Row<'_>) -> Result<(), Fault> {
        let id = row.needs_number("Id")?;
        row.needs_text("DisplayName")?;
        row.needs_time("CreationDate")?;
        row.text("AboutMe")?;
        if !self.people.insert(id) {
            return Err(twice(id));
        }
        self.report.keep(Noun::People, 1);
        Ok(())
    }

    fn tag(&mut self, row: &Row<'_>) -> Result<(), Fault> {
        let id = row.needs_id("Id")?;
        let name = row.needs_text("TagName")?;
        let name = name.trim();
        if name.is_empty() {
            return Err(Fault::Row("TagName is empty".to_owned()));
        }
        if self.seen.tags.get(&id).is_some_and(|other| other != name) {
            return Err(twice(id));
        }
        self.seen.tags.insert(id, name.to_owned());
        match self.tags.insert(name.to_owned()) {
            true => self.report.keep(Noun::Tags, 1),
            false => self.report.skip(Noun::Tags, "the same tag again", 1),
        }
        Ok(())
    }

    fn post(
        &mut self,
        row: &Row<'_>,
        in_use: &mut HashSet<String>,
        accepted: &mut Vec<(SourceId, SourceId)>,
    ) -> Result<(), Fault> {
        let (id, facts) = match PostRow::read(row)? {
            PostRow::Question(question) => {
                check_title(&question)?;
                in_use.extend(question.tags.iter().cloned());
                self.report.keep(Noun::Questions, 1);
                self.report
                    .keep(Noun::Closures, u64::from(question.closed_at.is_some()));
                accepted.extend(question.accepted_answer.map(|answer| (question.post.id, answer)));
                (question.post.id, PostFacts::default())
            }
            PostRow::Answer(answer) => (
                answer.post.id,
                PostFacts {
                    parent: Some(answer.parent),
                    ..PostFacts::default()
                },
            ),
            PostRow::Other(kind) => {
                self.report.skip(Noun::OtherPosts, &posts::other_post(kind), 1);
                return Ok(());
            }
        };
        self.posts.insert(id, facts);
        Ok(())
    }

    /// Forgets answers whose question the dump does not have.
    fn drop_orphans(&mut self) {
        let answers = self.posts.values().filter(|facts| facts.parent.is_some()).count();
        let orphans: Vec<SourceId> = self
            .posts
            .iter()
            .filter(|(_, facts)| facts.parent.is_some_and(|parent| !self.is_question(parent)))
            .map(|(id, _)| *id)
            .collect();
        for id in &orphans {
            self.posts.remove(id);
        }
        self.report.keep(Noun::Replies, (answers - orphans.len()) as u64);
        self.report
            .skip(Noun::Replies, "the question is not in the dump", orphans.len() as u64);
    }

    fn count_tags(&mut self, in_use: &HashSet<String>) {
        let unlisted = in_use.difference(&self.tags).count() as u64;
        self.report.keep(Noun::Tags, unlisted);
        if unlisted > 0 {
            self.report.notes.push(format!(
                "{unlisted} tags stand on questions but not in Tags.xml; they are made"
            ));
        }
    }

    fn settle_acceptances(&mut self, accepted: &[(SourceId, SourceId)]) {
        for (question, answer) in accepted {
            if self
                .posts
                .get(answer)
                .is_some_and(|facts| facts.parent == Some(*question))
            {
                self.accepted.push((*question, *answer));
                self.report.keep(Noun::Acceptances, 1);
            } else {
                self.report.skip(
                    Noun::Acceptances,
                    "the accepted answer is not among the question's answers",
                    1,
                );
            }
        }
    }

    fn vote(&mut self, row: &Row<'_>) -> Result<(), Fault> {
        let id = row.needs_id("Id")?;
        let post = row.needs_number("PostId")?;
        let kind = row.needs_number("VoteTypeId")?;
        let at = row.needs_time("CreationDate")?;
        if !self.seen.votes.insert(id) {
            return Err(twice(id));
        }
        let noun = match kind {
            2 => Noun::UpVotes,
            3 => Noun::DownVotes,
            _ => Noun::OtherVotes,
        };
        let Some(facts) = self.posts.get_mut(&post) else {
            self.report.skip(noun, NOT_KEPT, 1);
            return Ok(());
        };
        match kind {
            1 if facts.parent.is_some() => {
                let day = self.accepted_on.entry(post).or_insert(at.date_naive());
                *day = at.date_naive().max(*day);
                self.report.keep(Noun::OtherVotes, 1);
            }
            2 => {
                facts.up_count += 1;
                self.report.keep(Noun::UpVotes, 1);
            }
            3 => {
                facts.down_count += 1;
                self.report.keep(Noun::DownVotes, 1);
            }
            _ => self.report.skip(Noun::OtherVotes, &posts::other_vote(kind), 1),
        }
        Ok(())
    }

    fn compare_scores(&mut self, scores: &HashMap<SourceId, i64>) {
        let differing = self
            .posts
            .iter()
            .filter(|(id, facts)| {
                scores
                    .get(*id)
                    .is_some_and(|score| *score != facts.up_count - facts.down_count)
            })
            .count();
        if differing > 0 {
            let note = format!(
                "{differing} posts have a Score that their votes in the dump do not add up to; the votes count"
            );
            self.report.notes.push(note);
        }
    }

    fn comment(&mut self, row: &Row<'_>) -> Result<(), Fault> {
        let comment = CommentRow::read(row)?;
        if !self.seen.comments.insert(comment.id) {
            return Err(twice(comment.id));
        }
        if !self.posts.contains_key(&comment.post) {
            self.report.skip(Noun::Comments, NOT_KEPT, 1);
        } else if comment.text.trim().is_empty() {
            self.report.skip(Noun::Comments, "empty", 1);
        } else {
            self.comments.insert(comment.id);
            self.report.keep(Noun::Comments, 1);
        }
        Ok(())
    }

    fn link(&mut self, row: &Row<'_>) -> Result<(), Fault> {
        let id = row.needs_id("Id")?;
        let (from, to) = (row.needs_number("PostId")?, row.needs_number("RelatedPostId")?);
        let kind = row.needs_number("LinkTypeId")?;
        row.needs_time("CreationDate")?;
        if kind != 3 {
            self.report
                .skip(Noun::RelatedLinks, "Tanya keeps no links that only say \"see also\"", 1);
            return Ok(());
        }
        if !self.seen.links.insert(id) && !self.duplicates.contains(&(from, to)) {
            return Err(twice(id));
        }
        self.called_duplicate.insert(from);
        let skipped = if !self.posts.contains_key(&from) || !self.posts.contains_key(&to) {
            "one of the two questions is not in the dump"
        } else if !self.is_question(from) || !self.is_question(to) {
            "not between two questions"
        } else if from == to {
            "from a question to itself"
        } else if self.duplicates.insert((from, to)) {
            self.report.keep(Noun::DuplicateLinks, 1);
            return Ok(());
        } else {
            "the same link again"
        };
        self.report.skip(Noun::DuplicateLinks, skipped, 1);
        Ok(())
    }

    fn history(&mut self, row: &Row<'_>) -> Result<(), Fault> {
        row.needs_id("Id")?;
        let post = row.needs_number("PostId")?;
        row.needs_time("CreationDate")?;
        if row.needs_number("PostHistoryTypeId")? == 10 && self.is_question(post) {
            let reason = posts::closed_for(&row.text("Comment")?.unwrap_or_default());
            let name = row.text("UserDisplayName")?;
            let by = posts::author(row.number("UserId")?, name.as_deref(), |id| self.people.contains(&id));
            self.closed_for.insert(post, (reason, by));
            self.report.keep(Noun::History, 1);
        } else {
            self.report.skip(Noun::History, "only the present version is kept", 1);
        }
        Ok(())
    }

    fn badge(&mut self, row: &Row<'_>) -> Result<(), Fault> {
        row.needs_id("Id")?;
        self.report.skip(Noun::Badges, "Tanya has no badges", 1);
        Ok(())
    }

    fn is_question(&self, id: SourceId) -> bool {
        self.posts.get(&id).is_some_and(|facts| facts.parent.is_none())
    }
}

fn check_title(question: &QuestionRow<'_>) -> Result<(), Fault> {
    match question.title.trim().is_empty() {
        true => Err(Fault::Row("Title is empty".to_owned())),
        false => Ok(()),
    }
}

fn twice(id: SourceId) -> Fault {
    Fault::Row(format!("Id {id} a second time"))
}
