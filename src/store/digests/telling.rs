//! What the letter of a digest says: its numbers become words when it goes, with what its reader sees by then.

use std::collections::HashMap;

use chrono::{DateTime, Utc};
use diesel::prelude::*;

use super::due::{Due, as_due};
use crate::domain::account::Viewer;
use crate::domain::article::{ArticleState, LinkKind};
use crate::domain::category::Audience;
use crate::domain::digest::{Contents, DigestState, Figures, Item, Rhythm, Section, Settled, Why, Window};
use crate::domain::email::EmailAddress;
use crate::domain::id::{ArticleId, DigestId, ProposalId, SubscriberId, ThreadId};
use crate::domain::language::Language;
use crate::domain::proposal::{ProposalKind, ProposalState};
use crate::domain::sight::Sight;
use crate::domain::thread::Standing;
use crate::store::finding::SimilarThread;
use crate::store::native::among;
use crate::store::proposals::seen_titles;
use crate::store::schema::{acceptances, article_links, articles, digests, proposals, tags};
use crate::store::subscribers::{self, Subscriber};
use crate::store::threads::{ThreadRow, rows_of};
use crate::store::time::{row_time, utc};
use crate::store::{Db, StoreError, duplicates, settings};

/// What a digest's letter says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Told {
    /// Which digest, once it is written.
    pub digest: Option<DigestId>,
    /// Whose it is.
    pub subscriber: SubscriberId,
    /// Where it goes.
    pub to: EmailAddress,
    /// The name of whoever has an account.
    pub name: Option<String>,
    /// The language that they chose.
    pub language: Option<Language>,
    /// What it covers.
    pub window: Window,
    /// When it comes, by whose clocks.
    pub rhythm: Rhythm,
    /// Its sections, each with how many more things there are than it names.
    pub sections: Vec<(Section, Vec<Line>, i64)>,
    /// How questions went, for the staff.
    pub figures: Option<Figures>,
}

/// A thing that is told.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Line {
    /// A question.
    Thread(Box<ThreadLine>),
    /// An article.
    Article(ArticleLine),
    /// An article that is proposed.
    Proposal(ProposalLine),
}

/// A question that is told.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ThreadLine {
    /// The question.
    pub thread: ThreadRow,
    /// Why it is told.
    pub why: Why,
    /// How many things it tells.
    pub count: i64,
    /// The tag for which it is told.
    pub tag: Option<String>,
    /// What settled it, where it is told as resolved.
    pub settled: Option<Settled>,
}

/// An article that is told.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ArticleLine {
    /// Its id.
    pub id: ArticleId,
    /// Its title.
    pub title: String,
    /// What it says in a sentence.
    pub short_answer: String,
    /// When it was published, or its review is due.
    pub at: DateTime<Utc>,
    /// The tag for which it is told.
    pub tag: Option<String>,
}

/// A proposal that is told.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ProposalLine {
    /// Its id.
    pub id: ProposalId,
    /// The title that it proposes.
    pub title: String,
    /// How many people asked.
    pub people: i64,
}

/// What the letter of a digest says; `None` when it has gone, or when nothing of it can be told any more.
pub fn told(db: &mut Db, id: DigestId) -> Result<Option<Told>, StoreError> {
    let row: Option<(i64, chrono::NaiveDateTime, chrono::NaiveDateTime, String)> = digests::table
        .find(id.get())
        .filter(digests::state.eq(DigestState::Composed.as_str()))
        .select((
            digests::subscriber_id,
            digests::began_at,
            digests::ended_at,
            digests::items,
        ))
        .first(db)
        .optional()?;
    let Some((subscriber, from, to, items)) = row else {
        return Ok(None);
    };
    let Some(subscriber) = subscribers::find(db, SubscriberId::stored(subscriber))? else {
        return Ok(None);
    };
    let contents = serde_json::from_str(&items).map_err(|error| StoreError::Unexpected(error.to_string()))?;
    let window = Window {
        from: utc(from),
        to: utc(to),
    };
    let told = telling(db, subscriber, window, &contents)?;
    Ok(told.map(|told| Told {
        digest: Some(id),
        ..told
    }))
}

/// What a letter would say about these contents; `None` when nothing can be told, or nobody is left to read it.
pub fn telling(
    db: &mut Db,
    subscriber: Subscriber,
    window: Window,
    contents: &Contents,
) -> Result<Option<Told>, StoreError> {
    if subscriber.ended_at.is_some() {
        return Ok(None);
    }
    let Some((to, name)) = subscribers::letter_box(db, subscriber.id)? else {
        return Ok(None);
    };
    let Due {
        subscriber,
        viewer: Some(viewer),
        ..
    } = as_due(db, subscriber)?
    else {
        return Ok(None);
    };
    // Whoever has no account reads nothing in a forum that is for members.
    if viewer == Viewer::Anonymous && settings::load(db)?.is_for_members {
        return Ok(None);
    }
    let offered = Section::offered(&viewer);
    let is_wanted = |section: &&Section| !subscriber.choices.left_out.contains(section);
    let mut sections = Vec::new();
    let words = Words::read(db, Sight::of(&viewer), contents)?;
    for section in offered.iter().filter(is_wanted) {
        let (items, more) = contents.of(*section);
        let lines: Vec<Line> = items.into_iter().filter_map(|item| words.line(item)).collect();
        if !lines.is_empty() {
            sections.push((*section, lines, more));
        }
    }
    let figures = contents
        .figures
        .filter(|figures| figures.asked > 0 && offered.contains(&Section::Figures));
    let is_empty = sections.is_empty() && figures.is_none();
    let chosen = viewer.user().map_or(subscriber.choices.language, |user| user.language);
    Ok((!is_empty).then_some(Told {
        digest: None,
        subscriber: subscriber.id,
        to,
        name,
        language: chosen,
        window,
        rhythm: subscriber.choices.rhythm,
        sections,
        figures,
    }))
}

/// The words behind the numbers of a digest, as its reader sees them.
struct Words {
    threads: HashMap<i64, ThreadRow>,
    articles: HashMap<i64, (String, String)>,
    proposals: HashMap<i64, (String, i64)>,
    tags: HashMap<i64, String>,
    settled: HashMap<i64, Settled>,
}

impl Words {
    fn read(db: &mut Db, sight: Sight, contents: &Contents) -> Result<Self, StoreError> {
        let ids = |sections: &[Section]| -> Vec<i64> {
            let items = contents.items.iter().filter(|item| sections.contains(&item.section));
            items.map(|item| item.id).collect()
        };
        let threads = ids(&[
            Section::Waiting,
            Section::ToConfirm,
            Section::OwnOpen,
            Section::Unanswered,
            Section::Resolved,
        ]);
        let threads = rows_of(db, sight, &threads)?;
        Ok(Self {
            threads: threads.into_iter().map(|row| (row.id.get(), row)).collect(),
            articles: articles_of(db, sight, ids(&[Section::Articles, Section::Reviews]))?,
            proposals: proposals_of(db, sight, ids(&[Section::Proposals]))?,
            tags: tags_of(db, contents)?,
            settled: settled_of(db, sight, ids(&[Section::Resolved]))?,
        })
    }

    /// An item in words; `None` when it is no longer what it was, or out of sight.
    fn line(&self, item: &Item) -> Option<Line> {
        let tag = match item.why {
            Why::Tag(id) => self.tags.get(&id).cloned(),
            _ => None,
        };
        match item.section {
            Section::Articles | Section::Reviews => {
                let (title, short_answer) = self.articles.get(&item.id)?.clone();
                Some(Line::Article(ArticleLine {
                    id: ArticleId::stored(item.id),
                    title,
                    short_answer,
                    at: item.at,
                    tag,
                }))
            }
            Section::Proposals => {
                let (title, people) = self.proposals.get(&item.id)?.clone();
                Some(Line::Proposal(ProposalLine {
                    id: ProposalId::stored(item.id),
                    title,
                    people,
                }))
            }
            Section::Waiting => self.thread(item, None, tag),
            Section::ToConfirm => self.thread(item, Some(Standing::Answered), tag),
            Section::OwnOpen | Section::Unanswered => self.thread(item, Some(Standing::Unanswered), tag),
            Section::Resolved => self.resolved(item, tag),
            Section::Figures => None,
        }
    }

    /// A thread; `standing` is where it has to stand still.
    fn thread(&self, item: &Item, standing: Option<Standing>, tag: Option<String>) -> Option<Line> {
        let stands = |row: &&ThreadRow| standing.is_none_or(|standing| row.standing == standing);
        let thread = self.threads.get(&item.id).filter(stands)?;
        Some(Line::Thread(Box::new(ThreadLine {
            thread: thread.clone(),
            why: item.why,
            count: item.count,
            tag,
            settled: None,
        })))
    }

    /// A question that is resolved still, by whatever.
    fn resolved(&self, item: &Item, tag: Option<String>) -> Option<Line> {
        let thread = self.threads.get(&item.id)?;
        let settled = *self.settled.get(&item.id)?;
        Some(Line::Thread(Box::new(ThreadLine {
            thread: thread.clone(),
            why: item.why,
            count: item.count,
            tag,
            settled: Some(settled),
        })))
    }
}

/// What settled these questions, as far as something does that is in sight.
fn settled_of(db: &mut Db, sight: Sight, ids: Vec<i64>) -> Result<HashMap<i64, Settled>, StoreError> {
    let accepted: Vec<i64> = acceptances::table
        .filter(among(acceptances::thread_id, ids.iter().copied()))
        .filter(acceptances::ended_at.is_null())
        .select(acceptances::thread_id)
        .load(db)?;
    let linked: Vec<i64> = article_links::table
        .filter(among(article_links::thread_id, ids.iter().copied()))
        .filter(article_links::kind.eq(LinkKind::Answers.as_str()))
        .filter(article_links::ended_at.is_null())
        .select(article_links::thread_id)
        .load(db)?;
    let mut settled = HashMap::new();
    for id in ids {
        let how = if accepted.contains(&id) {
            Some(Settled::ByAnswer)
        } else if linked.contains(&id) {
            Some(Settled::ByArticle)
        } else {
            let last = duplicates::last_original(db, sight, ThreadId::stored(id))?;
            let solves = |last: &SimilarThread| last.id.get() != id && last.standing == Standing::Resolved;
            last.filter(solves).map(|_| Settled::ByOriginal)
        };
        settled.extend(how.map(|how| (id, how)));
    }
    Ok(settled)
}

fn articles_of(db: &mut Db, sight: Sight, ids: Vec<i64>) -> Result<HashMap<i64, (String, String)>, StoreError> {
    let rows: Vec<(i64, String, String, String)> = articles::table
        .filter(among(articles::id, ids))
        .filter(articles::state.eq(ArticleState::Published.as_str()))
        .select((
            articles::id,
            articles::audience,
            articles::title,
            articles::short_answer,
        ))
        .load(db)?;
    let seen = rows.into_iter().filter_map(|(id, audience, title, short)| {
        let audience = Audience::parse(&audience).filter(|audience| sight.includes(*audience));
        audience.map(|_| (id, (title, short)))
    });
    Ok(seen.collect())
}

fn proposals_of(db: &mut Db, sight: Sight, ids: Vec<i64>) -> Result<HashMap<i64, (String, i64)>, StoreError> {
    let rows: Vec<(i64, (String, String, i64))> = proposals::table
        .filter(among(proposals::id, ids))
        .filter(proposals::state.eq(ProposalState::Open.as_str()))
        .filter(among(proposals::audience, sight.audience_names()))
        .select((
            proposals::id,
            (proposals::kind, proposals::title, proposals::people_count),
        ))
        .load(db)?;
    let (of_articles, of_groups): (Vec<_>, Vec<_>) = rows
        .into_iter()
        .partition(|(_, (kind, ..))| kind == ProposalKind::Revision.as_str());
    let people: HashMap<i64, i64> = of_groups.iter().map(|(id, (.., people))| (*id, *people)).collect();
    let titles = of_groups.into_iter().map(|(id, (_, title, _))| (id, title));
    let titles = seen_titles(db, sight, titles.collect())?;
    let mut told: HashMap<i64, (String, i64)> = of_articles
        .into_iter()
        .map(|(id, (_, title, people))| (id, (title, people)))
        .collect();
    told.extend(
        titles
            .into_iter()
            .filter_map(|(id, title)| Some((id, (title, *people.get(&id)?)))),
    );
    Ok(told)
}

fn tags_of(db: &mut Db, contents: &Contents) -> Result<HashMap<i64, String>, StoreError> {
    let ids = contents.items.iter().filter_map(|item| match item.why {
        Why::Tag(id) => Some(id),
        _ => None,
    });
    let rows: Vec<(i64, String)> = tags::table
        .filter(among(tags::id, ids))
        .select((tags::id, tags::name))
        .load(db)?;
    Ok(rows.into_iter().collect())
}

/// Writes down that the letter of a digest has gone, or that there is nothing left to tell.
pub fn note_sent(tx: &mut Db, id: DigestId, has_gone: bool, now: DateTime<Utc>) -> Result<(), StoreError> {
    let (state, sent_at) = if has_gone {
        (DigestState::Sent, Some(row_time(now)))
    } else {
        (DigestState::Empty, None)
    };
    let composed = digests::table
        .find(id.get())
        .filter(digests::state.eq(DigestState::Composed.as_str()));
    diesel::update(composed)
        .set((
            digests::state.eq(state.as_str()),
            digests::sent_at.eq(sent_at),
            digests::items.eq(""),
        ))
        .execute(tx)?;
    Ok(())
}
