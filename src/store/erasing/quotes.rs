//! What others wrote about a text, and quoted it: notes, flags, reasons, proposals, and drafts of articles. What readers of an
//! article see by now is its authors' own.

use chrono::{DateTime, Utc};
use diesel::prelude::*;

use super::{AT_ONCE, Pieces};
use crate::domain::article::ArticleState;
use crate::domain::change::{ChangeVerb, Noun};
use crate::domain::erasing::Quotations;
use crate::domain::id::ArticleId;
use crate::store::articles::Texts;
use crate::store::native::among;
use crate::store::schema::{
    article_citations, article_links, article_revisions, articles, cases, closures, flags, moderations,
    proposal_members, proposals, removals, removed_pieces, reopenings, restraints, selections, tidings,
};
use crate::store::{Db, StoreError, articles as article_store, changes};

/// A column of plain text, of the rows that belong to some numbers.
macro_rules! unquote {
    ($tx:ident, $quotations:ident, $table:ident . $column:ident, $of:expr, $ids:expr) => {
        for some in $ids.chunks(AT_ONCE) {
            let rows: Vec<(i64, Option<String>)> = $table::table
                .filter(among($of, some.iter().copied()))
                .select(($table::id, $table::$column.nullable()))
                .load($tx)?;
            for (id, text) in rows {
                if let Some(text) = text.and_then(|text| $quotations.without(&text)) {
                    diesel::update($table::table.find(id))
                        .set($table::$column.eq(text))
                        .execute($tx)?;
                }
            }
        }
    };
}

/// Takes the paragraphs away that quote these pieces; answers the cases about them.
pub(super) fn forget(
    tx: &mut Db,
    pieces: &Pieces,
    quotations: &Quotations,
    now: DateTime<Utc>,
) -> Result<Vec<i64>, StoreError> {
    let home = [pieces.home];
    unquote!(tx, quotations, closures.note, closures::thread_id, home);
    unquote!(tx, quotations, reopenings.reason, reopenings::thread_id, home);
    unquote!(tx, quotations, tidings.reason, tidings::thread_id, home);
    unquote!(
        tx,
        quotations,
        moderations.reason,
        moderations::thread_id.assume_not_null(),
        home
    );
    let selected = selections_of(tx, pieces.home)?;
    unquote!(tx, quotations, selections.reason, selections::id, selected);
    let cases = of_cases(tx, pieces, quotations)?;
    of_restraints(tx, pieces, quotations)?;
    of_removals(tx, pieces, quotations)?;
    let proposals = proposals_of(tx, pieces.home)?;
    unquote!(tx, quotations, proposals.title, proposals::id, proposals);
    unquote!(tx, quotations, proposals.reason, proposals::id, proposals);
    for draft in drafts(tx, pieces, &proposals)? {
        of_draft(tx, draft, quotations, now)?;
    }
    Ok(cases)
}

/// The acts on several pieces that were done to something in the thread.
fn selections_of(db: &mut Db, home: i64) -> Result<Vec<i64>, StoreError> {
    let found: Vec<Option<i64>> = moderations::table
        .filter(moderations::thread_id.eq(home))
        .filter(moderations::selection_id.is_not_null())
        .select(moderations::selection_id)
        .load(db)?;
    Ok(found.into_iter().flatten().collect())
}

fn of_cases(tx: &mut Db, pieces: &Pieces, quotations: &Quotations) -> Result<Vec<i64>, StoreError> {
    let mut found: Vec<i64> = Vec::new();
    macro_rules! add {
        ($of:ident, $ids:expr) => {
            for some in $ids.chunks(AT_ONCE) {
                let rows = cases::table.filter(among(cases::$of.assume_not_null(), some.iter().copied()));
                found.extend(rows.select(cases::id).load::<i64>(tx)?);
            }
        };
    }
    add!(thread_id, pieces.threads);
    add!(reply_id, pieces.replies);
    add!(comment_id, pieces.comments);
    unquote!(tx, quotations, flags.words, flags::case_id, found);
    unquote!(tx, quotations, cases.note, cases::id, found);
    // These are words of the text itself.
    for some in found.chunks(AT_ONCE) {
        diesel::update(cases::table.filter(among(cases::id, some.iter().copied())))
            .set(cases::held_words.eq(""))
            .execute(tx)?;
    }
    Ok(found)
}

fn of_restraints(tx: &mut Db, pieces: &Pieces, quotations: &Quotations) -> Result<(), StoreError> {
    let (threads, replies, comments) = (&pieces.threads, &pieces.replies, &pieces.comments);
    unquote!(
        tx,
        quotations,
        restraints.reason,
        restraints::thread_id.assume_not_null(),
        threads
    );
    unquote!(
        tx,
        quotations,
        restraints.reason,
        restraints::reply_id.assume_not_null(),
        replies
    );
    unquote!(
        tx,
        quotations,
        restraints.reason,
        restraints::comment_id.assume_not_null(),
        comments
    );
    Ok(())
}

/// Why people were removed who wrote these.
fn of_removals(tx: &mut Db, pieces: &Pieces, quotations: &Quotations) -> Result<(), StoreError> {
    let mut found: Vec<i64> = Vec::new();
    macro_rules! add {
        ($of:ident, $ids:expr) => {
            for some in $ids.chunks(AT_ONCE) {
                let piece = removed_pieces::$of.assume_not_null();
                let rows = removed_pieces::table.filter(among(piece, some.iter().copied()));
                found.extend(rows.select(removed_pieces::removal_id).load::<i64>(tx)?);
            }
        };
    }
    add!(thread_id, pieces.threads);
    add!(reply_id, pieces.replies);
    add!(comment_id, pieces.comments);
    found.sort_unstable();
    found.dedup();
    unquote!(tx, quotations, removals.reason, removals::id, found);
    Ok(())
}

fn proposals_of(db: &mut Db, home: i64) -> Result<Vec<i64>, StoreError> {
    Ok(proposal_members::table
        .filter(proposal_members::thread_id.eq(home))
        .select(proposal_members::proposal_id)
        .load(db)?)
}

/// The articles that nobody but their writers reads yet, and that cite one of these, are linked to the thread, or were drafted of what
/// is proposed for it.
fn drafts(db: &mut Db, pieces: &Pieces, proposals: &[i64]) -> Result<Vec<i64>, StoreError> {
    let mut found: Vec<i64> = article_links::table
        .filter(article_links::thread_id.eq(pieces.home))
        .select(article_links::article_id)
        .load(db)?;
    for some in pieces.replies.chunks(AT_ONCE) {
        let rows = article_citations::table.filter(among(article_citations::reply_id, some.iter().copied()));
        found.extend(rows.select(article_citations::article_id).load::<i64>(db)?);
    }
    for some in proposals.chunks(AT_ONCE) {
        let rows = proposals::table.filter(among(proposals::id, some.iter().copied()));
        let of_proposals: Vec<Option<i64>> = rows.select(proposals::article_id).load(db)?;
        found.extend(of_proposals.into_iter().flatten());
    }
    let unread = [ArticleState::Draft.as_str(), ArticleState::Review.as_str()];
    Ok(articles::table
        .filter(among(articles::id, found))
        .filter(among(articles::state, unread))
        .select(articles::id)
        .load(db)?)
}

fn of_draft(tx: &mut Db, id: i64, quotations: &Quotations, now: DateTime<Utc>) -> Result<(), StoreError> {
    let texts: Texts = articles::table
        .find(id)
        .select((articles::title, articles::short_answer, articles::body_markdown))
        .first(tx)?;
    if let Some(texts) = without(texts, quotations) {
        article_store::reword(tx, id, &texts)?;
        changes::record(tx, Noun::Article(ArticleId::stored(id)), ChangeVerb::Changed, now)?;
    }
    let versions: Vec<(i64, Texts)> = article_revisions::table
        .filter(article_revisions::article_id.eq(id))
        .select((
            article_revisions::number,
            (
                article_revisions::title,
                article_revisions::short_answer,
                article_revisions::body_markdown,
            ),
        ))
        .load(tx)?;
    for (number, texts) in versions {
        if let Some(texts) = without(texts, quotations) {
            article_store::reword_version(tx, (id, number), &texts)?;
        }
    }
    Ok(())
}

fn without((title, short_answer, body): Texts, quotations: &Quotations) -> Option<Texts> {
    let parts = [&title, &short_answer, &body].map(|text| quotations.without(text));
    if parts.iter().all(Option::is_none) {
        return None;
    }
    let [new_title, new_answer, new_body] = parts;
    Some((
        new_title.unwrap_or(title),
        new_answer.unwrap_or(short_answer),
        new_body.unwrap_or(body),
    ))
}
