//! What is wrong with a form, in the reader's words.

use super::components::Problem;
use crate::domain::problem::{Fault, Problems};
use crate::text::phrases::Value;
use crate::web::Visit;

/// Every problem with the sentence that says it.
pub fn problems(visit: &Visit, problems: &Problems) -> Vec<Problem> {
    let said = |problem: &crate::domain::problem::Problem| {
        let limit: Vec<(&str, Value)> = problem
            .limit
            .iter()
            .map(|limit| ("limit", Value::from(*limit)))
            .collect();
        Problem::new(problem.field, visit.phrases.tell(problem.key, &limit)).labelled(label(visit, problem.field))
    };
    problems.iter().map(said).collect()
}

/// One problem that only the store could find.
pub fn problem(visit: &Visit, field: &str, key: &str) -> Problem {
    Problem::new(field, visit.say(key)).labelled(label(visit, field))
}

/// One problem that is known by its sentence and its figure.
pub fn fault(visit: &Visit, field: &'static str, fault: Fault) -> Problem {
    let mut problems = Problems::none();
    problems.keep::<()>(field, Err(fault));
    let said = self::problems(visit, &problems).pop();
    said.unwrap_or_else(|| problem(visit, field, fault.key))
}

/// The name of a field, for the list of problems; what askers are asked in a category has a name of its own.
pub fn label(visit: &Visit, field: &str) -> Option<String> {
    let key = format!("problem-field-{}", field.replace('_', "-"));
    visit.phrases.has(&key).then(|| visit.say(&key))
}
