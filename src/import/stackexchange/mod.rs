//! Reads a Stack Exchange dump: a folder with `Posts.xml`, `Users.xml`, `Comments.xml`, `Votes.xml`, `Tags.xml`,
//! `PostLinks.xml`, `PostHistory.xml` and `Badges.xml`. A file that is missing is an empty one.
//!
//! `rows.rs` knows XML, `posts.rs` knows what a row means, `survey.rs` is the first pass. The second pass, here, gives
//! records: people, tags, questions, answers, comments, acceptances, duplicate links, in this order.

mod ids;
mod posts;
mod rows;
mod survey;

use std::collections::HashSet;
use std::path::{Path, PathBuf};

use posts::{AnswerRow, CommentRow, PostFields, PostRow, QuestionRow, author};
use rows::{Row, each_row};
use survey::Survey;

use crate::domain::resolution::CloseReason;

use super::error::{Fault, ImportError};
use super::progress::Progress;
use super::record::{
    Acceptance, Author, Category, Closing, Comment, Duplicate, Person, Post, Record, Reply, SourceId, Tag, Thread,
    Under,
};
use super::report::{Noun, Report};
use super::{Reader, Take};

/// The files of a dump.
const FILES: [&str; 8] = [
    "Users.xml",
    "Tags.xml",
    "Posts.xml",
    "Votes.xml",
    "Comments.xml",
    "PostLinks.xml",
    "PostHistory.xml",
    "Badges.xml",
];

/// The only category of a dump: Stack Exchange knows none.
const CATEGORY: SourceId = 0;

/// A dump that was checked.
pub struct Dump {
    folder: PathBuf,
    category: String,
    survey: Survey,
}

impl Dump {
    /// Checks a whole dump and writes nothing. Its questions will live in the category of the given name.
    ///
    /// # Errors
    /// A file is malformed or cannot be read (with file, line and reason), or the folder holds no dump.
    pub fn check(folder: &Path, category: &str) -> Result<Self, ImportError> {
        let entries = std::fs::metadata(folder).map_err(|error| ImportError::unreadable(folder, error))?;
        if !entries.is_dir() {
            return Err(ImportError::unreadable(folder, "not a folder"));
        }
        if !FILES.iter().any(|file| folder.join(file).exists()) {
            return Err(ImportError::unreadable(
                folder,
                "no Posts.xml or other file of a Stack Exchange dump in it",
            ));
        }
        let progress = Progress::new("checking", FILES.iter().map(|file| size(folder, file)).sum());
        let mut survey = Survey::of(folder, &progress)?;
        progress.finish();
        survey.report.keep(Noun::Categories, 1);
        Ok(Self {
            folder: folder.to_owned(),
            category: category.to_owned(),
            survey,
        })
    }

    fn file(&self, name: &str) -> PathBuf {
        self.folder.join(name)
    }

    fn person(&self, row: &Row<'_>) -> Result<Record, Fault> {
        let id = row.needs_number("Id")?;
        let name = row.needs_text("DisplayName")?;
        let name = match name.trim() {
            "" => format!("user{id}"),
            name => name.to_owned(),
        };
        Ok(Record::Person(Person {
            id,
            name,
            joined_at: row.needs_time("CreationDate")?,
            about_html: row.text("AboutMe")?.unwrap_or_default().into_owned(),
        }))
    }

    fn question(&self, row: QuestionRow<'_>) -> Option<Record> {
        let id = row.post.id;
        let closing = row.closed_at.map(|closed_at| {
            let (reason, by) = self
                .survey
                .closed_for
                .get(&id)
                .cloned()
                .unwrap_or_else(|| self.guess(id));
            Closing { reason, by, closed_at }
        });
        Some(Record::Thread(Box::new(Thread {
            id,
            is_question: true,
            opening: None,
            category: CATEGORY,
            title: row.title.into_owned(),
            tags: row.tags,
            post: self.post(row.post)?,
            view_count: row.view_count,
            pinned_at: None,
            locked_at: None,
            closing,
        })))
    }

    fn guess(&self, question: SourceId) -> (CloseReason, Author) {
        match self.survey.called_duplicate.contains(&question) {
            true => (CloseReason::Duplicate, Author::Gone),
            false => (CloseReason::Other, Author::Gone),
        }
    }

    fn answer(&self, row: AnswerRow<'_>) -> Option<Record> {
        let (id, thread) = (row.post.id, row.parent);
        Some(Record::Reply(Box::new(Reply {
            id,
            thread,
            number: None,
            post: self.post(row.post)?,
        })))
    }

    /// The post with its votes, or nothing if the first pass dropped it.
    fn post(&self, fields: PostFields<'_>) -> Option<Post> {
        let facts = self.survey.posts.get(&fields.id)?;
        Some(Post {
            author: author(fields.owner, fields.owner_name.as_deref(), |id| {
                self.survey.people.contains(&id)
            }),
            html: fields.body.into_owned(),
            created_at: fields.created_at,
            edited_at: fields.edited_at,
            up_count: facts.up_count,
            down_count: facts.down_count,
            is_hidden: false,
        })
    }

    fn comment(&self, row: CommentRow<'_>) -> Option<Record> {
        let facts = self.survey.posts.get(&row.post)?;
        self.survey.comments.contains(&row.id).then(|| {
            Record::Comment(Comment {
                id: row.id,
                under: if facts.parent.is_some() {
                    Under::Reply(row.post)
                } else {
                    Under::Thread(row.post)
                },
                author: author(row.owner, row.owner_name.as_deref(), |id| {
                    self.survey.people.contains(&id)
                }),
                markdown: row.text.into_owned(),
                created_at: row.created_at,
                up_count: row.score,
            })
        })
    }

    fn duplicate(&self, row: &Row<'_>) -> Result<Option<Record>, Fault> {
        let (thread, original) = (row.needs_number("PostId")?, row.needs_number("RelatedPostId")?);
        let linked_at = row.needs_time("CreationDate")?;
        let is_kept = row.needs_number("LinkTypeId")? == 3 && self.survey.duplicates.contains(&(thread, original));
        Ok(is_kept.then_some(Record::Duplicate(Duplicate {
            thread,
            original,
            linked_at,
        })))
    }

    /// Reads `Posts.xml` and takes what `pick` makes of its rows.
    fn posts(
        &self,
        progress: &Progress,
        take: &mut Take<'_>,
        pick: impl Fn(PostRow<'_>) -> Option<Record>,
    ) -> Result<(), ImportError> {
        each_row(&self.file("Posts.xml"), "posts", progress, &mut |row| {
            pick(PostRow::read(row)?).map_or(Ok(()), |record| Ok(take(record)?))
        })
    }
}

impl Reader for Dump {
    fn family(&self) -> &'static str {
        "stackexchange"
    }

    fn report(&self) -> &Report {
        &self.survey.report
    }

    fn size(&self) -> u64 {
        [
            "Users.xml",
            "Tags.xml",
            "Posts.xml",
            "Posts.xml",
            "Comments.xml",
            "PostLinks.xml",
        ]
        .iter()
        .map(|file| size(&self.folder, file))
        .sum()
    }

    fn each_record(&self, progress: &Progress, take: &mut Take<'_>) -> Result<(), ImportError> {
        let name = self.category.clone();
        take(Record::Category(Category {
            id: CATEGORY,
            name,
            slug: None,
            takes_questions: true,
        }))?;
        each_row(&self.file("Users.xml"), "users", progress, &mut |row| {
            Ok(take(self.person(row)?)?)
        })?;
        let mut tags = HashSet::new();
        each_row(&self.file("Tags.xml"), "tags", progress, &mut |row| {
            let (id, name) = (row.needs_id("Id")?, row.needs_text("TagName")?.trim().to_owned());
            // The first pass let a row stand twice when it says the same.
            match tags.insert(id) {
                true => Ok(take(Record::Tag(Tag { id: Some(id), name }))?),
                false => Ok(()),
            }
        })?;
        // Questions first: an answer may stand before its question in a dump that was put together by hand.
        self.posts(progress, take, |row| match row {
            PostRow::Question(question) => self.question(question),
            PostRow::Answer(_) | PostRow::Other(_) => None,
        })?;
        self.posts(progress, take, |row| match row {
            PostRow::Answer(answer) => self.answer(answer),
            PostRow::Question(_) | PostRow::Other(_) => None,
        })?;
        each_row(&self.file("Comments.xml"), "comments", progress, &mut |row| {
            self.comment(CommentRow::read(row)?)
                .map_or(Ok(()), |record| Ok(take(record)?))
        })?;
        for (thread, reply) in &self.survey.accepted {
            take(Record::Acceptance(Acceptance {
                thread: *thread,
                reply: *reply,
                by_asker: true,
                accepted_on: self.survey.accepted_on.get(reply).copied(),
            }))?;
        }
        each_row(&self.file("PostLinks.xml"), "postlinks", progress, &mut |row| {
            self.duplicate(row)?.map_or(Ok(()), |record| Ok(take(record)?))
        })
    }
}

fn size(folder: &Path, file: &str) -> u64 {
    std::fs::metadata(folder.join(file)).map_or(0, |found| found.len())
}

#[cfg(test)]
mod tests;
