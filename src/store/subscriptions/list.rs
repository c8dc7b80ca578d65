//! All that somebody watches or muted, as their own page lists it: what is out of their sight by now is left out.

use diesel::prelude::*;
use diesel::sql_types::{BigInt, Bool, Nullable, Text};

use crate::domain::category::Audience;
use crate::domain::cursor::{Cursor, PageOf};
use crate::domain::id::{ThreadId, UserId};
use crate::domain::sight::Sight;
use crate::domain::subscription::Level;
use crate::store::{Db, StoreError, tags};

/// How many stand on a page.
pub const PAGE: i64 = 30;

/// Something of which somebody wants to hear more, or less.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Wished {
    /// What it is.
    pub of: WishedOf,
    /// How much they want to hear.
    pub level: Level,
}

/// What somebody said that they want to hear of.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum WishedOf {
    /// A thread.
    Thread {
        /// It, or where it stands since it was merged.
        id: ThreadId,
        /// Its title.
        title: String,
        /// Whether they started it.
        is_own: bool,
    },
    /// A category.
    Category {
        /// Its name in addresses.
        slug: String,
        /// Its name.
        name: String,
    },
    /// A tag, by its name.
    Tag(String),
}

#[derive(QueryableByName)]
struct Row {
    #[diesel(sql_type = BigInt)]
    id: i64,
    #[diesel(sql_type = Text)]
    level: String,
    #[diesel(sql_type = Nullable<BigInt>)]
    thread_id: Option<i64>,
    #[diesel(sql_type = Nullable<Text>)]
    title: Option<String>,
    #[diesel(sql_type = Nullable<Text>)]
    audience: Option<String>,
    #[diesel(sql_type = Bool)]
    is_own: bool,
    #[diesel(sql_type = Bool)]
    is_past: bool,
    #[diesel(sql_type = Nullable<Text>)]
    slug: Option<String>,
    #[diesel(sql_type = Nullable<Text>)]
    name: Option<String>,
    #[diesel(sql_type = Nullable<Text>)]
    tag: Option<String>,
}

/// What somebody watches or muted, what they said of last first. A page may hold less than it could: what is gone or out of sight
/// leaves its place empty, as does a merged thread of which they said something where it stands.
pub fn page(db: &mut Db, reader: UserId, sight: Sight, after: Option<Cursor>) -> Result<PageOf<Wished>, StoreError> {
    let rows: Vec<Row> = diesel::sql_query(
        "select wished.id as id, wished.level as level, threads.id as thread_id, threads.title as title, \
             coalesce(categories.audience, homes.audience) as audience, \
             coalesce(threads.author_id = $1, 1 = 0) as is_own, \
             (threads.deleted_at is not null or (merges.id is not null and exists (select 1 from subscriptions as nearer \
                 where nearer.thread_id = threads.id and nearer.user_id = $1))) as is_past, \
             categories.slug as slug, categories.name as name, tags.name as tag from \
             (select id, level, thread_id, category_id, tag_id from subscriptions \
              where user_id = $1 and id < $2 and level <> 'normal' order by id desc limit $3) as wished \
         left join merges on merges.thread_id = wished.thread_id and merges.undone_at is null \
         left join replies on replies.id = merges.opening_id \
         left join threads on threads.id = coalesce(replies.thread_id, wished.thread_id) \
         left join categories as homes on homes.id = threads.category_id \
         left join categories on categories.id = wished.category_id \
         left join tags on tags.id = wished.tag_id order by wished.id desc",
    )
    .bind::<BigInt, _>(reader.get())
    .bind::<BigInt, _>(after.map_or(i64::MAX, |after| after.id))
    .bind::<BigInt, _>(PAGE + 1)
    .load(db)?;
    let position = |row: &Row| Cursor { key: 0, id: row.id };
    let PageOf { items: mut rows, more } = PageOf::cut(rows, usize::try_from(PAGE).unwrap_or_default(), position);
    let named: Vec<String> = rows.iter().filter_map(|row| row.tag.clone()).collect();
    let named = tags::in_sight_of(db, sight, &named)?;
    let is_seen = |row: &Row| match (&row.tag, &row.audience) {
        (Some(tag), _) => named.contains(tag),
        (None, Some(audience)) => Audience::parse(audience).is_some_and(|audience| sight.includes(audience)),
        (None, None) => false,
    };
    rows.retain(|row| !row.is_past && is_seen(row));
    let mut items: Vec<Wished> = Vec::new();
    for row in rows {
        let wished = wished(row)?;
        // Of threads that were merged into one only the first is listed.
        if !items.iter().any(|known| known.of == wished.of) {
            items.push(wished);
        }
    }
    Ok(PageOf { items, more })
}

fn wished(row: Row) -> Result<Wished, StoreError> {
    let strange = || StoreError::Unexpected(format!("subscription {}", row.id));
    let level = Level::parse(&row.level).ok_or_else(strange)?;
    let thread = row.thread_id.map(ThreadId::stored).zip(row.title);
    let of = match (thread, row.slug.zip(row.name), row.tag) {
        (Some((id, title)), _, _) => WishedOf::Thread {
            id,
            title,
            is_own: row.is_own,
        },
        (None, Some((slug, name)), _) => WishedOf::Category { slug, name },
        (None, None, Some(tag)) => WishedOf::Tag(tag),
        (None, None, None) => return Err(strange()),
    };
    Ok(Wished { of, level })
}
