//! What the derived connection refuses, done on the connection that it holds; and patterns that both databases read alike.

use diesel::backend::Backend;
use diesel::pg::Pg;
use diesel::prelude::*;
use diesel::query_builder::{AstPass, Query, QueryFragment, QueryId};
use diesel::result::QueryResult;
use diesel::sqlite::Sqlite;

use super::db::{Db, MultiBackend};

/// The pattern of `like ... escape '!'` for what begins with a text: `%` and `_` in it are no wildcards.
pub fn beginning_with(text: &str) -> String {
    let escaped = text.replace('!', "!!").replace('%', "!%").replace('_', "!_");
    format!("{escaped}%")
}

/// A query that each database writes in its own dialect, such as an upsert.
#[derive(Debug, Clone, Copy, QueryId)]
pub struct Native<Q>(Q);

/// Gives every query of both dialects its [`Native`] form.
pub trait NativeDsl: Sized {
    /// Lets the database that is open write the query.
    fn native(self) -> Native<Self> {
        Native(self)
    }
}

impl<Q: QueryFragment<Sqlite> + QueryFragment<Pg>> NativeDsl for Q {}

impl<Q> QueryFragment<MultiBackend> for Native<Q>
where
    Q: QueryFragment<Sqlite> + QueryFragment<Pg>,
    MultiBackend: Backend,
{
    fn walk_ast<'b>(&'b self, pass: AstPass<'_, 'b, MultiBackend>) -> QueryResult<()> {
        MultiBackend::walk_variant_ast(&self.0, pass)
    }
}

impl<Q: Query> Query for Native<Q> {
    type SqlType = Q::SqlType;
}

impl<Q> RunQueryDsl<Db> for Native<Q> {}

/// Runs one expression on the concrete connection, for what only that can do.
macro_rules! each {
    ($db:ident => $body:expr) => {
        match $db {
            $crate::store::db::Db::Sqlite($db) => $body,
            $crate::store::db::Db::Postgres($db) => $body,
        }
    };
}
pub(crate) use each;
