//! Known problems: a moderator ties an announcement to a category, and says when it is solved.

use serde::Deserialize;

use super::after_deed;
use crate::domain::id::ThreadId;
use crate::store::{StoreError, categories, known_problems};
use crate::web::extract::{Form, Id, NoFields};
use crate::web::{Reply, SignedIn, ThreadModerator};

/// The form that ties an announcement to a category.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ProblemForm {
    problem_category: String,
}

/// `POST /threads/{id}/-/tell-problem`
pub async fn tell_problem(
    ThreadModerator(SignedIn { visit, user }): ThreadModerator,
    id: Id<ThreadId>,
    form: Form<ProblemForm>,
) -> Reply {
    let (sight, now, id, slug) = (visit.sight(), visit.now, id.0, form.0.problem_category);
    let deed = visit.site.store.write(move |tx| {
        let category = categories::by_slug(tx, sight, &slug)?;
        known_problems::begin(tx, &user, sight, id, category.id, now)
    });
    let deed = deed.await.map_err(|error: StoreError| error)?;
    after_deed(&visit, id, deed, "problem-told").await
}

/// `POST /threads/{id}/-/solve-problem`
pub async fn solve_problem(
    ThreadModerator(SignedIn { visit, user }): ThreadModerator,
    id: Id<ThreadId>,
    _fields: Form<NoFields>,
) -> Reply {
    let (sight, now, id) = (visit.sight(), visit.now, id.0);
    let deed = visit
        .site
        .store
        .write(move |tx| known_problems::end(tx, &user, sight, id, now));
    let deed = deed.await.map_err(|error: StoreError| error)?;
    after_deed(&visit, id, deed, "problem-solved").await
}
