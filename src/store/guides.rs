//! How often each step of a guide worked, and did not: figures for whoever keeps it.

use diesel::prelude::*;

use super::articles::look;
use super::native::{NativeDsl, among};
use super::schema::guide_answers;
use super::{Db, StoreError};
use crate::domain::article::ArticleState;
use crate::domain::guide::{Outcome, Plan};
use crate::domain::id::ArticleId;
use crate::domain::sight::Sight;
use crate::text::SafeHtml;
use crate::text::guide::Guide;

/// Counts how a step of a published guide ended, `count` times; drafts are only tried out.
///
/// Answers are figures, as views are: the change log says nothing of them.
pub fn count_answer(
    tx: &mut Db,
    sight: Sight,
    id: ArticleId,
    step: &str,
    outcome: Outcome,
    count: i64,
) -> Result<(), StoreError> {
    let article = look(tx, sight, id)?;
    if article.state != ArticleState::Published {
        return Ok(());
    }
    diesel::insert_into(guide_answers::table)
        .values((guide_answers::article_id.eq(article.id), guide_answers::step.eq(step)))
        .on_conflict_do_nothing()
        .native()
        .execute(tx)?;
    let (worked, failed) = match outcome {
        Outcome::Worked => (count, 0),
        Outcome::DidNot => (0, count),
    };
    diesel::update(guide_answers::table.find((article.id, step)))
        .set((
            guide_answers::worked_count.eq(guide_answers::worked_count + worked),
            guide_answers::failed_count.eq(guide_answers::failed_count + failed),
        ))
        .execute(tx)?;
    Ok(())
}

/// How often each step of a plan worked, and did not, in the order of the steps. The caller has seen to the sight.
pub fn answers(db: &mut Db, id: ArticleId, plan: &Plan) -> Result<Vec<(i64, i64)>, StoreError> {
    let rows: Vec<(String, i64, i64)> = guide_answers::table
        .filter(guide_answers::article_id.eq(id.get()))
        .select((
            guide_answers::step,
            guide_answers::worked_count,
            guide_answers::failed_count,
        ))
        .load(db)?;
    let of = |name: &str| {
        rows.iter()
            .find(|row| row.0 == name)
            .map_or((0, 0), |row| (row.1, row.2))
    };
    Ok(plan.steps().iter().map(|step| of(&step.name)).collect())
}

/// Forgets the answers to steps that the text of an article no longer has, so that there are never more than it has steps.
pub(super) fn keep_steps_of(tx: &mut Db, id: i64, text: &SafeHtml) -> Result<(), StoreError> {
    let guide = Guide::read(text).ok();
    let steps = guide.iter().flat_map(|guide| guide.plan.steps());
    let names: Vec<String> = steps.map(|step| step.name.clone()).collect();
    let of_article = guide_answers::table.filter(guide_answers::article_id.eq(id));
    diesel::delete(of_article.filter(diesel::dsl::not(among(guide_answers::step, names)))).execute(tx)?;
    Ok(())
}
