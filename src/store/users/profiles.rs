//! What a person's page shows, and what they may change of it.

use chrono::{DateTime, Duration, Utc};
use diesel::dsl::exists;
use diesel::prelude::*;

use super::figures::{self, Figures, Unseen};
use super::{SuspensionColumns, role_of, staff_membership, suspension_of, take_turn, trust_of};
use crate::domain::change::{ChangeVerb, Noun};
use crate::domain::id::{ReplyId, ThreadId, UserId};
use crate::domain::person::PersonName;
use crate::domain::restraint::{Person, Span};
use crate::domain::role::{Role, Trust};
use crate::domain::sight::Sight;
use crate::domain::thread::{Standing, ThreadKind};
use crate::store::schema::{acceptances, categories, replies, threads, users};
use crate::store::time::{row_time, utc};
use crate::store::{Db, StoreError, changes};
use crate::text::{RENDERER_VERSION, SafeHtml, markdown};

/// How many threads and replies a person's page shows.
const RECENT: i64 = 10;
/// How long a changed name stays at least; the first change is free.
const NAME_STAYS: Duration = Duration::days(1);

/// A person as their page introduces them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Card {
    /// Their id.
    pub id: UserId,
    /// Their name.
    pub name: String,
    /// What they may do.
    pub role: Role,
    /// What conduct has earned.
    pub trust: Trust,
    /// Whether they answer for the company.
    pub is_staff: bool,
    /// When they came.
    pub created_at: DateTime<Utc>,
    /// From when to when they are kept from signing in.
    pub suspension: Option<Span>,
    /// Whether a moderator removed them with everything that they wrote.
    pub is_removed: bool,
    /// Whether the account was closed; then nothing else of it means anything.
    pub is_closed: bool,
    /// How many threads they started.
    pub thread_count: i64,
    /// How many replies they wrote.
    pub reply_count: i64,
    /// How many of those were accepted.
    pub accepted_count: i64,
}

impl Card {
    /// Whether they are kept from signing in at a moment.
    pub fn is_suspended(&self, now: DateTime<Utc>) -> bool {
        self.suspension.is_some_and(|span| span.holds(now))
    }

    /// The same with only what is in sight.
    fn without(self, unseen: &Unseen) -> Self {
        Self {
            thread_count: (self.thread_count - unseen.thread_count).max(0),
            reply_count: (self.reply_count - unseen.reply_count).max(0),
            accepted_count: (self.accepted_count - unseen.accepted_count).max(0),
            ..self
        }
    }

    /// What decides who may warn, silence and suspend them.
    pub fn person(&self) -> Person {
        Person {
            id: self.id,
            role: self.role,
            is_staff: self.is_staff,
        }
    }
}

/// A person's page.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Profile {
    /// Who it is.
    pub card: Card,
    /// What they say about themselves; empty when they say nothing.
    pub about: SafeHtml,
    /// What their answers did for others.
    pub figures: Figures,
    /// Their latest threads in sight.
    pub threads: Vec<RecentThread>,
    /// Their latest replies in sight.
    pub replies: Vec<RecentReply>,
}

/// A thread on its author's page.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RecentThread {
    /// Its id.
    pub id: ThreadId,
    /// Its title.
    pub title: String,
    /// What kind of thread it is.
    pub kind: ThreadKind,
    /// Where it stands.
    pub standing: Standing,
    /// When it was started.
    pub created_at: DateTime<Utc>,
    /// How many replies it has.
    pub reply_count: i64,
}

/// A reply on its author's page.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RecentReply {
    /// Its id.
    pub id: ReplyId,
    /// The thread that it stands under.
    pub thread: ThreadId,
    /// That thread's title.
    pub title: String,
    /// That thread's kind.
    pub kind: ThreadKind,
    /// When it was written.
    pub created_at: DateTime<Utc>,
    /// Its votes.
    pub score: i64,
    /// Whether it is the accepted answer.
    pub is_accepted: bool,
}

type CardRow = (
    (i64, String, String, String, bool),
    (chrono::NaiveDateTime, SuspensionColumns, bool, bool),
    (i64, i64, i64),
);

/// A person's page, as far as this viewer may see it.
pub fn profile(db: &mut Db, sight: Sight, id: UserId) -> Result<Profile, StoreError> {
    let unseen = figures::unseen(db, sight, id)?;
    let card = card(db, id)?.without(&unseen);
    let (written, html, renderer): (String, String, i16) = users::table
        .find(id.get())
        .select((users::about_markdown, users::about_html, users::renderer))
        .first(db)?;
    let about = SafeHtml::stored(html, renderer).unwrap_or_else(|| markdown::render(&written));
    Ok(Profile {
        card,
        about,
        figures: figures::of(db, sight, &unseen, id)?,
        threads: recent_threads(db, sight, id)?,
        replies: recent_replies(db, sight, id)?,
    })
}

/// Who a person is, with the figures of what is in sight.
pub fn seen_card(db: &mut Db, sight: Sight, id: UserId) -> Result<Card, StoreError> {
    let unseen = figures::unseen(db, sight, id)?;
    Ok(card(db, id)?.without(&unseen))
}

/// Who a person is, in a few words, with the figures of all that there is.
pub fn card(db: &mut Db, id: UserId) -> Result<Card, StoreError> {
    let row: CardRow = users::table
        .find(id.get())
        .select((
            (
                users::id,
                users::name,
                users::role,
                users::trust,
                exists(staff_membership()),
            ),
            (
                users::created_at,
                (users::suspended_at, users::suspended_until),
                users::closed_at.is_not_null(),
                users::removed_at.is_not_null(),
            ),
            (users::thread_count, users::reply_count, users::accepted_count),
        ))
        .first(db)?;
    let (
        (id, name, role, trust, is_staff),
        (created_at, suspension, is_closed, is_removed),
        (thread_count, reply_count, accepted_count),
    ) = row;
    Ok(Card {
        id: UserId::stored(id),
        name,
        role: role_of(&role)?,
        trust: trust_of(&trust)?,
        is_staff,
        created_at: utc(created_at),
        suspension: suspension_of(suspension),
        is_closed,
        is_removed,
        thread_count,
        reply_count,
        accepted_count,
    })
}

fn recent_threads(db: &mut Db, sight: Sight, author: UserId) -> Result<Vec<RecentThread>, StoreError> {
    let rows: Vec<(i64, String, String, String, chrono::NaiveDateTime, i64)> = threads::table
        .inner_join(categories::table)
        .filter(threads::author_id.eq(author.get()))
        .filter(threads::deleted_at.is_null())
        .filter(categories::audience.eq_any(sight.audience_names()))
        .order((threads::created_at.desc(), threads::id.desc()))
        .limit(RECENT)
        .select((
            threads::id,
            threads::title,
            threads::kind,
            threads::standing,
            threads::created_at,
            threads::reply_count,
        ))
        .load(db)?;
    let thread = |(id, title, kind, standing, created_at, reply_count): (_, _, String, String, _, _)| {
        Ok(RecentThread {
            id: ThreadId::stored(id),
            title,
            kind: kind_of(&kind)?,
            standing: Standing::parse(&standing)
                .ok_or_else(|| StoreError::Unexpected(format!("{standing:?} is no standing")))?,
            created_at: utc(created_at),
            reply_count,
        })
    };
    rows.into_iter().map(thread).collect()
}

fn recent_replies(db: &mut Db, sight: Sight, author: UserId) -> Result<Vec<RecentReply>, StoreError> {
    type Row = (i64, i64, String, String, chrono::NaiveDateTime, i64, bool);
    let rows: Vec<Row> = replies::table
        .inner_join(threads::table.inner_join(categories::table))
        .filter(replies::author_id.eq(author.get()))
        .filter(replies::deleted_at.is_null())
        .filter(threads::deleted_at.is_null())
        .filter(categories::audience.eq_any(sight.audience_names()))
        .order((replies::created_at.desc(), replies::id.desc()))
        .limit(RECENT)
        .select((
            replies::id,
            threads::id,
            threads::title,
            threads::kind,
            replies::created_at,
            replies::score,
            exists(
                acceptances::table
                    .filter(acceptances::reply_id.eq(replies::id))
                    .filter(acceptances::ended_at.is_null()),
            ),
        ))
        .load(db)?;
    let reply = |(id, thread, title, kind, created_at, score, is_accepted): Row| {
        Ok(RecentReply {
            id: ReplyId::stored(id),
            thread: ThreadId::stored(thread),
            title,
            kind: kind_of(&kind)?,
            created_at: utc(created_at),
            score,
            is_accepted,
        })
    };
    rows.into_iter().map(reply).collect()
}

fn kind_of(text: &str) -> Result<ThreadKind, StoreError> {
    ThreadKind::parse(text).ok_or_else(|| StoreError::Unexpected(format!("{text:?} is no kind of thread")))
}

/// What a person may change of their own.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Own {
    /// Their name.
    pub name: String,
    /// Their address.
    pub email: Option<String>,
    /// What they say about themselves, as they wrote it.
    pub about: String,
}

/// What a person may change of their own, for the form.
pub fn own(db: &mut Db, id: UserId) -> Result<Own, StoreError> {
    let (name, email, about) = users::table
        .find(id.get())
        .select((users::name, users::email, users::about_markdown))
        .first(db)?;
    Ok(Own { name, email, about })
}

/// How changing one's own profile ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Editing {
    /// It is kept.
    Saved,
    /// Somebody else has that name.
    NameTaken,
    /// The name was changed lately; it can be again after this long.
    TooSoon(Duration),
}

/// Keeps a changed name and what a person says about themselves.
pub fn edit(
    tx: &mut Db,
    id: UserId,
    name: &PersonName,
    about: &str,
    rendered: &SafeHtml,
    now: DateTime<Utc>,
) -> Result<Editing, StoreError> {
    take_turn(tx)?;
    let others = users::table
        .filter(users::name_folded.eq(name.folded()))
        .filter(users::id.ne(id.get()));
    let (before, folded, renamed_at): (String, String, Option<chrono::NaiveDateTime>) = users::table
        .find(id.get())
        .select((users::name, users::name_folded, users::renamed_at))
        .first(tx)?;
    // Imported people may share a name: whoever has it may keep it, nobody else may take it.
    if folded != name.folded() && diesel::select(exists(others)).get_result(tx)? {
        return Ok(Editing::NameTaken);
    }
    let is_renamed = before != name.as_str();
    let until = renamed_at.map(|at| utc(at) + NAME_STAYS).filter(|until| *until > now);
    if let (true, Some(until)) = (is_renamed, until) {
        return Ok(Editing::TooSoon(until - now));
    }
    diesel::update(users::table.find(id.get()))
        .set((
            users::name.eq(name.as_str()),
            users::name_folded.eq(name.folded()),
            users::renamed_at.eq(if is_renamed { Some(row_time(now)) } else { renamed_at }),
            users::about_markdown.eq(about),
            users::about_html.eq(rendered.as_str()),
            users::renderer.eq(RENDERER_VERSION),
        ))
        .execute(tx)?;
    changes::record(tx, Noun::User(id), ChangeVerb::Changed, now)?;
    Ok(Editing::Saved)
}
