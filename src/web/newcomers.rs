//! What newcomers may not post yet, said beside the field whose text they get back.

use super::views::components::Problem;
use super::{Visit, views};
use crate::domain::account::User;
use crate::domain::problem::{Fault, Problems};
use crate::domain::trust::Limit;
use crate::store::written::Written;
use crate::text::phrases::Value;
use crate::text::time;

/// Why something was not posted, and what will be possible when.
pub fn problem(visit: &Visit, field: &'static str, limit: Limit) -> Problem {
    let (key, most, until) = match limit {
        Limit::Links { most } => {
            return views::fault(visit, field, Fault::with_limit("problem-newcomer-links", most));
        }
        Limit::Threads { most, until } => ("problem-newcomer-threads", most, until),
        Limit::Replies { most, until } => ("problem-newcomer-replies", most, until),
    };
    let values = [
        ("limit", Value::from(most)),
        ("at", Value::from(time::exact(&visit.phrases, until))),
    ];
    Problem::new(field, visit.phrases.tell(key, &values)).labelled(views::problem_label(visit, field))
}

/// What is wrong with the links of a text that is to replace another one.
pub fn check_links(visit: &Visit, editor: &User, field: &'static str, text: &Written) -> Result<(), Problems> {
    let limits = visit.site.settings().trust.newcomer;
    let mut problems = Problems::none();
    problems.keep(field, limits.check_links(Some(editor), text.links()));
    match problems.is_empty() {
        true => Ok(()),
        false => Err(problems),
    }
}
