//! By what a report can be narrowed.

use std::collections::BTreeSet;

use diesel::prelude::*;

use crate::domain::id::{CategoryId, GroupId};
use crate::domain::sight::Sight;
use crate::store::schema::groups;
use crate::store::{Db, StoreError, categories};

/// How many groups are offered at most.
const MOST_GROUPS: i64 = 100;

/// By what a report can be narrowed, as far as the viewer sees it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Choices {
    /// The categories that take questions.
    pub categories: Vec<(CategoryId, String)>,
    /// The labels of the fields of their templates.
    pub labels: Vec<String>,
    /// The groups of people.
    pub groups: Vec<(GroupId, String)>,
}

/// All of them.
pub fn choices(db: &mut Db, sight: Sight) -> Result<Choices, StoreError> {
    let categories = categories::list(db, sight)?;
    let with_questions = || categories.iter().filter(|category| category.kinds.questions);
    let labels: BTreeSet<String> = with_questions()
        .flat_map(|category| category.template.iter().map(|field| field.label.clone()))
        .collect();
    let groups: Vec<(i64, String)> = groups::table
        .order(groups::name)
        .limit(MOST_GROUPS)
        .select((groups::id, groups::name))
        .load(db)?;
    Ok(Choices {
        categories: with_questions()
            .map(|category| (category.id, category.name.clone()))
            .collect(),
        labels: labels.into_iter().collect(),
        groups: groups
            .into_iter()
            .map(|(id, name)| (GroupId::stored(id), name))
            .collect(),
    })
}
