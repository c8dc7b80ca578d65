//! What the derived connection refuses, done on the connection that it holds; and patterns that both databases read alike.

use diesel::backend::Backend;
use diesel::expression::{AppearsOnTable, Expression, SelectableExpression, ValidGrouping};
use diesel::pg::Pg;
use diesel::prelude::*;
use diesel::query_builder::{AstPass, Query, QueryFragment, QueryId};
use diesel::result::QueryResult;
use diesel::serialize::ToSql;
use diesel::sql_types::{Array, BigInt, Bool, HasSqlType, SingleValue, SqlType, Text};
use diesel::sqlite::Sqlite;
use serde::Serialize;

use super::db::{Db, MultiBackend};
use crate::domain::sight::Sight;

/// The pattern of `like ... escape '!'` for what begins with a text: `%` and `_` in it are no wildcards.
pub fn beginning_with(text: &str) -> String {
    let escaped = text.replace('!', "!!").replace('%', "!%").replace('_', "!_");
    format!("{escaped}%")
}

/// What a sight includes, as a statement that is written by hand lists it: names of this program, with nothing to escape.
pub fn audiences(sight: Sight) -> String {
    let names: Vec<String> = sight.audience_names().iter().map(|name| format!("'{name}'")).collect();
    names.join(", ")
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

/// A value of which a list travels as one parameter.
pub trait Listed: Serialize + ToSql<Self::Column, Pg> + std::fmt::Debug {
    /// What a column of such values is.
    type Column: SqlType + SingleValue + 'static;
}

impl Listed for i64 {
    type Column = BigInt;
}

impl Listed for &str {
    type Column = Text;
}

impl Listed for String {
    type Column = Text;
}

/// Whether a column holds one of some values.
///
/// `eq_any` writes a statement for each number of values, and on SQLite none of them is kept: a page would spend more time on
/// planning than on reading. This is one statement, however many values there are.
#[derive(Debug, Clone)]
pub struct Among<C, V> {
    column: C,
    values: Vec<V>,
    list: String,
}

/// The column is one of the values.
pub fn among<C, V: Listed>(column: C, values: impl IntoIterator<Item = V>) -> Among<C, V> {
    let values: Vec<V> = values.into_iter().collect();
    // Numbers and texts always have a form in JSON.
    let list = serde_json::to_string(&values).unwrap_or_default();
    Among { column, values, list }
}

impl<C: QueryId, V: 'static> QueryId for Among<C, V> {
    type QueryId = Among<C::QueryId, V>;
    const HAS_STATIC_QUERY_ID: bool = C::HAS_STATIC_QUERY_ID;
}

impl<C: Expression, V> Expression for Among<C, V> {
    type SqlType = Bool;
}

impl<C, V, Tables> AppearsOnTable<Tables> for Among<C, V>
where
    C: AppearsOnTable<Tables>,
    Self: Expression,
{
}

impl<C, V, Tables> SelectableExpression<Tables> for Among<C, V>
where
    C: SelectableExpression<Tables>,
    Self: AppearsOnTable<Tables>,
{
}

impl<C: ValidGrouping<G>, V, G> ValidGrouping<G> for Among<C, V> {
    type IsAggregate = C::IsAggregate;
}

impl<C: QueryFragment<Sqlite>, V> QueryFragment<Sqlite> for Among<C, V> {
    fn walk_ast<'b>(&'b self, mut pass: AstPass<'_, 'b, Sqlite>) -> QueryResult<()> {
        self.column.walk_ast(pass.reborrow())?;
        pass.push_sql(" in (select value from json_each(");
        pass.push_bind_param::<Text, _>(&self.list)?;
        pass.push_sql("))");
        Ok(())
    }
}

impl<C, V> QueryFragment<Pg> for Among<C, V>
where
    C: QueryFragment<Pg>,
    V: Listed,
    Pg: HasSqlType<V::Column>,
    Vec<V>: ToSql<Array<V::Column>, Pg>,
{
    fn walk_ast<'b>(&'b self, mut pass: AstPass<'_, 'b, Pg>) -> QueryResult<()> {
        self.column.walk_ast(pass.reborrow())?;
        pass.push_sql(" = any(");
        pass.push_bind_param::<Array<V::Column>, _>(&self.values)?;
        pass.push_sql(")");
        Ok(())
    }
}

impl<C, V> QueryFragment<MultiBackend> for Among<C, V>
where
    Self: QueryFragment<Sqlite> + QueryFragment<Pg>,
    MultiBackend: Backend,
{
    fn walk_ast<'b>(&'b self, pass: AstPass<'_, 'b, MultiBackend>) -> QueryResult<()> {
        MultiBackend::walk_variant_ast(self, pass)
    }
}

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
