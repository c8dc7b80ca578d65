//! What an import read, kept and skipped, and why: a table for people, JSON for programs.

use std::collections::BTreeMap;
use std::fmt;

use serde::{Deserialize, Serialize};

/// What is counted.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Noun {
    /// Accounts.
    People,
    /// Places for threads.
    Categories,
    /// Subjects.
    Tags,
    /// Threads that can be resolved.
    Questions,
    /// Threads that cannot.
    Discussions,
    /// Posts under threads.
    Replies,
    /// Short notes.
    Comments,
    /// Votes for a post, or likes.
    UpVotes,
    /// Votes against a post.
    DownVotes,
    /// Replies that answer their question.
    Acceptances,
    /// Threads that were closed.
    Closures,
    /// Threads that ask the same as another.
    DuplicateLinks,
    /// Acts of moderators.
    Moderations,
    /// Threads and replies that were hidden at the source and stay hidden; counted among those too.
    HiddenPosts,
    /// Links that only say "see also".
    RelatedLinks,
    /// Votes of other kinds.
    OtherVotes,
    /// Posts of other kinds.
    OtherPosts,
    /// Honours.
    Badges,
    /// Earlier versions, and what happened to a post.
    History,
    /// Files of the dump that hold something else.
    OtherFiles,
}

impl Noun {
    /// The words in the table.
    #[must_use]
    pub fn words(self) -> &'static str {
        match self {
            Self::People => "people",
            Self::Categories => "categories",
            Self::Tags => "tags",
            Self::Questions => "questions",
            Self::Discussions => "discussions",
            Self::Replies => "replies",
            Self::Comments => "comments",
            Self::UpVotes => "up votes",
            Self::DownVotes => "down votes",
            Self::Acceptances => "acceptances",
            Self::Closures => "closures",
            Self::DuplicateLinks => "duplicate links",
            Self::Moderations => "moderators' acts",
            Self::HiddenPosts => "hidden posts",
            Self::RelatedLinks => "related links",
            Self::OtherVotes => "other votes",
            Self::OtherPosts => "other posts",
            Self::Badges => "badges",
            Self::History => "history rows",
            Self::OtherFiles => "other files",
        }
    }
}

/// How many of one noun were read, kept, skipped and written.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Tally {
    /// How many the dump holds.
    pub read: u64,
    /// How many of them are kept.
    pub kept: u64,
    /// How many are not, by reason.
    pub skipped: BTreeMap<String, u64>,
    /// How many rows this run added, where a row stands for one; absent until something was written.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub written: Option<u64>,
}

/// What an import read, kept and skipped.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Report {
    /// The name under which the forum remembers this dump.
    pub source: String,
    /// Whether nothing was written.
    pub dry_run: bool,
    /// The counts.
    pub nouns: BTreeMap<Noun, Tally>,
    /// What a person should know besides.
    pub notes: Vec<String>,
}

impl Report {
    /// Counts things that are kept.
    pub fn keep(&mut self, noun: Noun, count: u64) {
        let tally = self.nouns.entry(noun).or_default();
        tally.read += count;
        tally.kept += count;
    }

    /// Counts things that are skipped, with the reason.
    pub fn skip(&mut self, noun: Noun, reason: &str, count: u64) {
        if count == 0 {
            return;
        }
        let tally = self.nouns.entry(noun).or_default();
        tally.read += count;
        match tally.skipped.get_mut(reason) {
            Some(known) => *known += count,
            None => {
                tally.skipped.insert(reason.to_owned(), count);
            }
        }
    }

    /// Counts rows that this run added.
    pub fn wrote(&mut self, noun: Noun, count: u64) {
        *self.nouns.entry(noun).or_default().written.get_or_insert(0) += count;
    }

    /// How many of this noun are kept.
    #[must_use]
    pub fn kept(&self, noun: Noun) -> u64 {
        self.nouns.get(&noun).map_or(0, |tally| tally.kept)
    }

    /// How many of this noun the dump holds.
    #[must_use]
    pub fn read(&self, noun: Noun) -> u64 {
        self.nouns.get(&noun).map_or(0, |tally| tally.read)
    }

    /// How many of this noun this run added.
    #[must_use]
    pub fn written(&self, noun: Noun) -> u64 {
        self.nouns.get(&noun).and_then(|tally| tally.written).unwrap_or(0)
    }

    /// How many rows this run added, of all nouns.
    #[must_use]
    pub fn written_in_all(&self) -> u64 {
        self.nouns.values().filter_map(|tally| tally.written).sum()
    }
}

impl fmt::Display for Report {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let last = if self.dry_run { "" } else { "written" };
        writeln!(
            f,
            "{:<18}{:>10}{:>10}{:>10}{:>10}",
            self.source, "read", "kept", "skipped", last
        )?;
        for (noun, tally) in self
            .nouns
            .iter()
            .filter(|(_, tally)| tally.read > 0 || tally.written > Some(0))
        {
            let skipped = tally.read.saturating_sub(tally.kept);
            let written = tally.written.map(|count| count.to_string()).unwrap_or_default();
            let line = format!(
                "{:<18}{:>10}{:>10}{skipped:>10}{written:>10}",
                noun.words(),
                tally.read,
                tally.kept
            );
            writeln!(f, "{}", line.trim_end())?;
            for (reason, count) in &tally.skipped {
                writeln!(f, "    {count} skipped: {reason}")?;
            }
        }
        for note in &self.notes {
            writeln!(f, "note: {note}")?;
        }
        if self.dry_run {
            writeln!(f, "Nothing was written: this was a dry run.")?;
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_read_is_kept_or_skipped() {
        let mut report = Report {
            source: "stackexchange/small".into(),
            dry_run: true,
            ..Report::default()
        };
        report.keep(Noun::DuplicateLinks, 5);
        report.skip(Noun::DuplicateLinks, "the other question is not in the dump", 4);
        report.skip(Noun::DuplicateLinks, "the other question is not in the dump", 1);
        assert_eq!(
            (report.read(Noun::DuplicateLinks), report.kept(Noun::DuplicateLinks)),
            (10, 5)
        );
        let table = report.to_string();
        assert!(
            table.contains("duplicate links           10         5         5\n"),
            "{table}"
        );
        assert!(
            table.contains("    5 skipped: the other question is not in the dump\n"),
            "{table}"
        );
        let json = serde_json::to_string(&report).unwrap();
        assert_eq!(serde_json::from_str::<Report>(&json).unwrap(), report);
        assert!(json.contains("\"duplicate_links\""), "{json}");
    }
}
