//! What an act would do to a selection, piece by piece.

use std::collections::HashMap;

use diesel::dsl::exists;
use diesel::prelude::*;

use crate::domain::case::Piece;
use crate::domain::category::Audience;
use crate::domain::id::{ReplyId, ThreadId};
use crate::domain::selection::SelectionAct;
use crate::domain::sight::Sight;
use crate::store::authors::{Author, Authors};
use crate::store::native::among;
use crate::store::schema::{categories as categories_table, closures, replies, threads};
use crate::store::{Db, StoreError, categories};
use crate::text::excerpt::excerpt;

/// How much of a reply is told, in characters.
const EXCERPT: usize = 140;

/// A piece of a selection.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Planned {
    /// What it is.
    pub piece: Piece,
    /// The thread that it is, or in which it stands.
    pub thread: ThreadId,
    /// The title of that.
    pub title: String,
    /// Who wrote it.
    pub author: Author,
    /// How it begins, of a reply.
    pub excerpt: Option<String>,
    /// Whether the act changes anything of it.
    pub will: bool,
}

/// What an act would do.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Plan {
    /// The pieces in sight, in the order of their threads.
    pub rows: Vec<Planned>,
    /// The slugs and names of the categories that threads may be moved into.
    pub categories: Vec<(String, String)>,
}

impl Plan {
    /// How many pieces it would change.
    pub fn count(&self) -> i64 {
        let count = self.rows.iter().filter(|row| row.will).count();
        i64::try_from(count).unwrap_or(i64::MAX)
    }
}

struct Found {
    title: String,
    author: (Option<i64>, Option<String>),
    is_deleted: bool,
    is_locked: bool,
    is_closed: bool,
}

impl Found {
    /// Whether an act changes anything of the thread; where it goes, and which tags it gets, is asked only then.
    fn takes(&self, act: SelectionAct) -> bool {
        match act {
            SelectionAct::Close => !self.is_deleted && !self.is_closed,
            SelectionAct::Lock => !self.is_deleted && !self.is_locked,
            SelectionAct::Delete | SelectionAct::Move | SelectionAct::Retag => !self.is_deleted,
        }
    }
}

type ReplyRow = (i64, i64, (Option<i64>, Option<String>), bool, String);

/// What an act would do to these pieces; what is out of sight is left out.
pub fn plan(db: &mut Db, sight: Sight, pieces: &[Piece], act: SelectionAct) -> Result<Plan, StoreError> {
    let reply_rows: Vec<ReplyRow> = replies::table
        .filter(among(replies::id, pieces.iter().filter_map(|piece| piece.columns().1)))
        .select((
            replies::id,
            replies::thread_id,
            (replies::author_id, replies::author_name),
            replies::deleted_at.is_not_null(),
            replies::body_markdown,
        ))
        .load(db)?;
    let own: Vec<i64> = pieces.iter().filter_map(|piece| piece.columns().0).collect();
    let around = reply_rows.iter().map(|row| row.1);
    let homes = homes(db, sight, own.iter().copied().chain(around).collect())?;
    let people = homes.values().map(|home| home.author.0);
    let people: Vec<Option<i64>> = people.chain(reply_rows.iter().map(|row| row.2.0)).collect();
    let authors = Authors::load(db, people)?;
    let mut rows: Vec<Planned> = own
        .into_iter()
        .filter_map(|id| Some((id, homes.get(&id)?)))
        .map(|(id, home)| Planned {
            piece: Piece::Thread(ThreadId::stored(id)),
            thread: ThreadId::stored(id),
            title: home.title.clone(),
            author: authors.of(home.author.0, home.author.1.clone()),
            excerpt: None,
            will: home.takes(act),
        })
        .collect();
    for (id, thread, author, is_deleted, body) in reply_rows {
        let (piece, Some(home)) = (Piece::Reply(ReplyId::stored(id)), homes.get(&thread)) else {
            continue;
        };
        rows.push(Planned {
            piece,
            thread: ThreadId::stored(thread),
            title: home.title.clone(),
            author: authors.of(author.0, author.1),
            excerpt: Some(excerpt(&body, EXCERPT)),
            will: act.takes(piece) && !is_deleted,
        });
    }
    rows.sort_by_key(|row| (row.thread, row.piece));
    let categories = match act {
        SelectionAct::Move => destinations(db, sight)?,
        _ => Vec::new(),
    };
    Ok(Plan { rows, categories })
}

type HomeRow = (i64, String, (Option<i64>, Option<String>), String, (bool, bool, bool));

/// These threads, as far as they are in sight.
fn homes(db: &mut Db, sight: Sight, ids: Vec<i64>) -> Result<HashMap<i64, Found>, StoreError> {
    let closure = closures::table
        .filter(closures::thread_id.eq(threads::id))
        .filter(closures::ended_at.is_null());
    let rows: Vec<HomeRow> = threads::table
        .inner_join(categories_table::table)
        .filter(among(threads::id, ids))
        .select((
            threads::id,
            threads::title,
            (threads::author_id, threads::author_name),
            categories_table::audience,
            (
                threads::deleted_at.is_not_null(),
                threads::locked_at.is_not_null(),
                exists(closure),
            ),
        ))
        .load(db)?;
    let mut found = HashMap::new();
    for (id, title, author, audience, (is_deleted, is_locked, is_closed)) in rows {
        let is_in_sight = Audience::parse(&audience).is_some_and(|audience| sight.includes(audience));
        if is_in_sight && (!is_deleted || sight.sees_deleted()) {
            let home = Found {
                title,
                author,
                is_deleted,
                is_locked,
                is_closed,
            };
            found.insert(id, home);
        }
    }
    Ok(found)
}

fn destinations(db: &mut Db, sight: Sight) -> Result<Vec<(String, String)>, StoreError> {
    let all = categories::list(db, sight)?.into_iter();
    let open = all.filter(|category| category.archived_at.is_none());
    Ok(open.map(|category| (category.slug, category.name)).collect())
}
