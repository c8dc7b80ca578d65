//! What questions say of the fields of their categories' templates, one row for each field, so that reports can be narrowed to it.

use std::collections::{BTreeMap, BTreeSet};

use diesel::prelude::*;

use crate::domain::category::TemplateAnswer;
use crate::domain::id::ThreadId;
use crate::domain::report::LONGEST_ANSWER;
use crate::store::native::{among, each};
use crate::store::schema::{question_fields, threads};
use crate::store::{Db, StoreError};

/// How many rows one statement writes.
const ROWS: usize = 1_000;

/// The answers of questions, by question and label.
type Answers = BTreeMap<(i64, String), String>;

/// Has the rows of these questions say what the questions say; an answer of many words narrows nothing and has no row.
pub(super) fn keep(tx: &mut Db, ids: &BTreeSet<ThreadId>) -> Result<(), StoreError> {
    let said = said(tx, ids)?;
    let kept: Vec<(i64, String, String)> = question_fields::table
        .filter(among(question_fields::thread_id, ids.iter().map(|id| id.get())))
        .load(tx)?;
    let kept: Answers = kept
        .into_iter()
        .map(|(id, label, answer)| ((id, label), answer))
        .collect();
    let stale = |(key, answer): (&(i64, String), &String)| (said.get(key) != Some(answer)).then_some(key.0);
    let is_new = |(key, answer): (&(i64, String), &String)| (kept.get(key) != Some(answer)).then_some(key.0);
    let changed: BTreeSet<i64> = kept
        .iter()
        .filter_map(stale)
        .chain(said.iter().filter_map(is_new))
        .collect();
    if changed.is_empty() {
        return Ok(());
    }
    let former = among(question_fields::thread_id, changed.iter().copied());
    diesel::delete(question_fields::table.filter(former)).execute(tx)?;
    let rows: Vec<_> = said
        .iter()
        .filter(|((id, _), _)| changed.contains(id))
        .map(|((id, label), answer)| {
            (
                question_fields::thread_id.eq(id),
                question_fields::label.eq(label),
                question_fields::answer.eq(answer),
            )
        })
        .collect();
    for rows in rows.chunks(ROWS) {
        each!(tx => diesel::insert_into(question_fields::table).values(rows).execute(tx))?;
    }
    Ok(())
}

fn said(db: &mut Db, ids: &BTreeSet<ThreadId>) -> Result<Answers, StoreError> {
    let rows: Vec<(i64, String)> = threads::table
        .filter(among(threads::id, ids.iter().map(|id| id.get())))
        .filter(threads::template_answers.ne("[]"))
        .select((threads::id, threads::template_answers))
        .load(db)?;
    let mut said = Answers::new();
    for (id, text) in rows {
        let strange = |_| StoreError::Unexpected(format!("template answers of thread {id}"));
        let answers: Vec<TemplateAnswer> = serde_json::from_str(&text).map_err(strange)?;
        for given in answers {
            let (label, answer) = (given.label.trim(), given.answer.trim());
            if !answer.is_empty() && answer.chars().count() <= LONGEST_ANSWER {
                said.insert((id, label.to_owned()), answer.to_owned());
            }
        }
    }
    Ok(said)
}
