//! Who is offered to bring a file along with a text.

use super::components::{Attaching, Problem, problem_with};
use crate::web::Visit;

/// What an editor offers to this viewer: nothing to visitors, nor to whom nothing is allowed.
pub struct Offer {
    source: String,
    megabytes: i64,
}

impl Offer {
    /// The offer to whoever looks.
    pub fn to(visit: &Visit) -> Option<Self> {
        let limit = visit.site.settings().uploads.of(visit.viewer.user()?);
        (limit.megabytes > 0 && limit.a_day > 0).then(|| Self {
            source: visit.site.urls.uploads(),
            megabytes: limit.megabytes,
        })
    }

    /// The same for a form that comes back.
    pub fn again<'a>(&'a self, alt: &'a str, problems: &'a [Problem]) -> Attaching<'a> {
        Attaching {
            source: &self.source,
            megabytes: self.megabytes,
            alt,
            problem: problem_with(problems, "file"),
        }
    }
}
