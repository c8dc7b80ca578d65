//! What a person gets when they ask for their data: everything that they wrote and did, a page at a time.
//!
//! No sight is asked for: one's own words are one's own wherever they stand by now, deleted ones too.

mod digests;
mod hearing;
mod opinions;
mod traces;

use chrono::{DateTime, NaiveDateTime, Utc};
use diesel::prelude::*;
use serde::Serialize;
use serde_json::Value;

pub use digests::OwnDigests;
pub use traces::{Consent, WaitingAddress};

use digests::own_digests;
use hearing::{own_letter_choices, own_notifications, own_subscriptions};
use opinions::{own_acceptances, own_flags, own_me_toos, own_reply_votes, own_surveys, own_thanks, own_thread_votes};
use traces::{
    own_articles, own_consents, own_doubts, own_places, own_readings, own_reopenings, own_restraints, own_revisions,
    own_uploads, own_waiting_address,
};

use super::schema::{comments, group_members, groups, replies, sessions, threads, users};
use super::time::utc;
use super::{Db, StoreError};
use crate::domain::browser::Browser;
use crate::domain::cursor::{Cursor, PageOf};
use crate::domain::id::{CommentId, ReplyId, ThreadId, UserId};

/// How many rows are read in one transaction.
const PAGE: i64 = 200;

crate::named! {
    /// One list of the file.
    pub enum Part {
        /// The browsers that are signed in.
        Sessions = "sessions",
        /// The browsers and networks that they signed in from before.
        Places = "known_browsers",
        /// Threads that they started.
        Threads = "threads",
        /// Replies that they wrote.
        Replies = "replies",
        /// Articles that they wrote, as they are now.
        Articles = "articles",
        /// Comments that they wrote.
        Comments = "comments",
        /// Earlier versions of their own posts.
        Revisions = "revisions",
        /// Why they opened threads again.
        Reopenings = "reopenings",
        /// The pictures and files that they brought.
        Uploads = "uploads",
        /// Their votes on threads.
        ThreadVotes = "thread_votes",
        /// Their votes on replies.
        ReplyVotes = "reply_votes",
        /// The problems that they have too.
        MeToos = "me_toos",
        /// The replies for which they thanked.
        Thanks = "thanks",
        /// What they flagged.
        Flags = "flags",
        /// What moderators said to them.
        Restraints = "restraints",
        /// Why a moderator looked at their account.
        Doubts = "doubts",
        /// The answers that they accepted.
        Acceptances = "acceptances",
        /// What they said when they were asked how satisfied they are.
        Surveys = "surveys",
        /// What they have read, and when.
        Readings = "readings",
        /// What they were told of.
        Notifications = "notifications",
        /// What they want to hear of, and how much.
        Subscriptions = "subscriptions",
        /// What of it they want by mail.
        LetterChoices = "letter_choices",
    }
}

/// Where a row can be looked at.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Post {
    /// A thread with its title.
    Thread(ThreadId, String),
    /// A reply.
    Reply(ReplyId),
    /// A comment.
    Comment(CommentId),
}

/// A row of the file.
#[derive(Debug, Clone, PartialEq)]
pub struct Item {
    /// Where it can be looked at.
    pub post: Option<Post>,
    /// What it says.
    pub fields: Value,
}

/// What the file begins with.
#[derive(Debug, Clone, Serialize)]
pub struct Account {
    /// The number of the account.
    pub id: i64,
    /// The name.
    pub name: String,
    /// The address.
    pub email: Option<String>,
    /// What they may do.
    pub role: String,
    /// The groups that they are in.
    pub groups: Vec<String>,
    /// When they came.
    pub created_at: DateTime<Utc>,
    /// When they were last here.
    pub seen_at: Option<DateTime<Utc>>,
    /// When they last took another name.
    pub renamed_at: Option<DateTime<Utc>>,
    /// The language that they chose.
    pub language: Option<String>,
    /// What they say of themselves, as Markdown.
    pub about: String,
    /// The address that waits to take the place of the present one.
    pub waiting_address: Option<WaitingAddress>,
    /// What they agreed to.
    pub consents: Vec<Consent>,
    /// What they chose of digests, if they ever asked for them.
    pub digests: Option<OwnDigests>,
}

/// Who they are.
pub fn account(db: &mut Db, user: UserId) -> Result<Account, StoreError> {
    type Row = (
        (String, Option<String>, String, String, Option<String>),
        (NaiveDateTime, Option<NaiveDateTime>, Option<NaiveDateTime>),
    );
    let ((name, email, role, about, language), (created_at, seen_at, renamed_at)): Row = users::table
        .find(user.get())
        .select((
            (
                users::name,
                users::email,
                users::role,
                users::about_markdown,
                users::language,
            ),
            (users::created_at, users::seen_at, users::renamed_at),
        ))
        .first(db)?;
    let groups = group_members::table
        .inner_join(groups::table)
        .filter(group_members::user_id.eq(user.get()))
        .select(groups::name)
        .load(db)?;
    Ok(Account {
        id: user.get(),
        name,
        email,
        role,
        groups,
        created_at: utc(created_at),
        seen_at: seen_at.map(utc),
        renamed_at: renamed_at.map(utc),
        language,
        about,
        waiting_address: own_waiting_address(db, user)?,
        consents: own_consents(db, user)?,
        digests: own_digests(db, user)?,
    })
}

/// The next rows of a list behind a position, in an order of their own.
pub fn page(db: &mut Db, user: UserId, part: Part, after: Option<Cursor>) -> Result<PageOf<Item>, StoreError> {
    let user = user.get();
    let mut rows = match part {
        Part::Sessions => own_sessions(db, user, after)?,
        Part::Places => own_places(db, user, after)?,
        Part::Threads => own_threads(db, user, after)?,
        Part::Replies => own_replies(db, user, after)?,
        Part::Articles => own_articles(db, user, after)?,
        Part::Comments => own_comments(db, user, after)?,
        Part::Revisions => own_revisions(db, user, after)?,
        Part::Reopenings => own_reopenings(db, user, after)?,
        Part::Uploads => own_uploads(db, user, after)?,
        Part::ThreadVotes => own_thread_votes(db, user, after)?,
        Part::ReplyVotes => own_reply_votes(db, user, after)?,
        Part::MeToos => own_me_toos(db, user, after)?,
        Part::Thanks => own_thanks(db, user, after)?,
        Part::Flags => own_flags(db, user, after)?,
        Part::Restraints => own_restraints(db, user, after)?,
        Part::Doubts => own_doubts(db, user, after)?,
        Part::Acceptances => own_acceptances(db, user, after)?,
        Part::Surveys => own_surveys(db, user, after)?,
        Part::Readings => own_readings(db, user, after)?,
        Part::Notifications => own_notifications(db, user, after)?,
        Part::Subscriptions => own_subscriptions(db, user, after)?,
        Part::LetterChoices => own_letter_choices(db, user, after)?,
    };
    let size = usize::try_from(PAGE).unwrap_or_default();
    let more = (rows.len() > size)
        .then(|| rows.get(size - 1).map(|(cursor, _)| *cursor))
        .flatten();
    rows.truncate(size);
    let items = rows.into_iter().map(|(_, item)| item).collect();
    Ok(PageOf { items, more })
}

type Rows = Result<Vec<(Cursor, Item)>, StoreError>;

/// Rows behind a time and an id, in the order of an index over author, time and id.
macro_rules! written {
    ($table:ident, $user:expr, $after:expr) => {{
        let from = $after.unwrap_or(Cursor { key: i64::MIN, id: 0 });
        let at = from.moment().unwrap_or_default().naive_utc();
        $table::table
            .filter($table::author_id.eq(Some($user)))
            .filter($table::created_at.ge(at))
            .filter($table::created_at.gt(at).or($table::id.gt(from.id)))
            .order(($table::created_at, $table::id))
            .limit(PAGE + 1)
    }};
}

fn written_at(at: NaiveDateTime, id: i64) -> Cursor {
    Cursor::at(utc(at), id)
}

fn after_id(after: Option<Cursor>) -> i64 {
    after.map_or(0, |after| after.id)
}

fn by_id(id: i64) -> Cursor {
    Cursor { key: 0, id }
}

fn own_sessions(db: &mut Db, user: i64, after: Option<Cursor>) -> Rows {
    let rows: Vec<(i64, String, String, NaiveDateTime, NaiveDateTime)> = sessions::table
        .filter(sessions::user_id.eq(user))
        .filter(sessions::id.gt(after_id(after)))
        .order(sessions::id)
        .limit(PAGE + 1)
        .select((
            sessions::id,
            sessions::agent,
            sessions::network,
            sessions::created_at,
            sessions::seen_at,
        ))
        .load(db)?;
    let item = |(id, label, network, created_at, seen_at): (i64, String, String, _, _)| {
        let browser = Browser::labelled(&label);
        let fields = serde_json::json!({
            "browser": browser.program,
            "system": browser.system,
            "network": network,
            "created_at": utc(created_at),
            "seen_at": utc(seen_at),
        });
        (by_id(id), Item { post: None, fields })
    };
    Ok(rows.into_iter().map(item).collect())
}

fn own_threads(db: &mut Db, user: i64, after: Option<Cursor>) -> Rows {
    type Row = (
        i64,
        String,
        String,
        String,
        String,
        NaiveDateTime,
        Option<NaiveDateTime>,
        Option<NaiveDateTime>,
    );
    let rows: Vec<Row> = written!(threads, user, after)
        .select((
            threads::id,
            threads::kind,
            threads::title,
            threads::template_answers,
            threads::body_markdown,
            threads::created_at,
            threads::edited_at,
            threads::deleted_at,
        ))
        .load(db)?;
    let item = |(id, kind, title, answers, body, created_at, edited_at, deleted_at): Row| {
        let answers: Value = serde_json::from_str(&answers).unwrap_or_default();
        let fields = serde_json::json!({
            "id": id,
            "kind": kind,
            "title": title,
            "template_answers": answers,
            "markdown": body,
            "created_at": utc(created_at),
            "edited_at": edited_at.map(utc),
            "deleted_at": deleted_at.map(utc),
        });
        let post = Some(Post::Thread(ThreadId::stored(id), title));
        (written_at(created_at, id), Item { post, fields })
    };
    Ok(rows.into_iter().map(item).collect())
}

fn own_replies(db: &mut Db, user: i64, after: Option<Cursor>) -> Rows {
    type Row = (
        i64,
        i64,
        String,
        NaiveDateTime,
        Option<NaiveDateTime>,
        Option<NaiveDateTime>,
    );
    let rows: Vec<Row> = written!(replies, user, after)
        .select((
            replies::id,
            replies::thread_id,
            replies::body_markdown,
            replies::created_at,
            replies::edited_at,
            replies::deleted_at,
        ))
        .load(db)?;
    let item = |(id, thread, body, created_at, edited_at, deleted_at): Row| {
        let fields = serde_json::json!({
            "id": id,
            "thread_id": thread,
            "markdown": body,
            "created_at": utc(created_at),
            "edited_at": edited_at.map(utc),
            "deleted_at": deleted_at.map(utc),
        });
        let post = Some(Post::Reply(ReplyId::stored(id)));
        (written_at(created_at, id), Item { post, fields })
    };
    Ok(rows.into_iter().map(item).collect())
}

fn own_comments(db: &mut Db, user: i64, after: Option<Cursor>) -> Rows {
    type Row = (i64, i64, Option<i64>, String, NaiveDateTime, Option<NaiveDateTime>);
    let rows: Vec<Row> = written!(comments, user, after)
        .select((
            comments::id,
            comments::thread_id,
            comments::reply_id,
            comments::body_markdown,
            comments::created_at,
            comments::deleted_at,
        ))
        .load(db)?;
    let item = |(id, thread, reply, body, created_at, deleted_at): Row| {
        let fields = serde_json::json!({
            "id": id,
            "thread_id": thread,
            "reply_id": reply,
            "markdown": body,
            "created_at": utc(created_at),
            "deleted_at": deleted_at.map(utc),
        });
        let post = Some(Post::Comment(CommentId::stored(id)));
        (written_at(created_at, id), Item { post, fields })
    };
    Ok(rows.into_iter().map(item).collect())
}
