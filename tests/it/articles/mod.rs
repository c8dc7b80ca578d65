//! The knowledge base: states, sight, versions, opinions, and the threads that articles answer.

mod citations;
mod guide_forms;
mod guides;
mod input;
mod languages;
mod links;
mod opinions;
mod sections;
mod sight;
mod states;
mod versions;

use tanya::domain::id::{ArticleId, SectionId};

use crate::support::TestApp;

const EDIT: &str = "form[action$='/-/edit']";

/// A section with a published article for everybody, by cat.
fn published(app: &TestApp) -> (SectionId, ArticleId) {
    app.by("cat", |cat| {
        let section = cat.section("Devices", None)?;
        Ok((section, cat.article(section, "How do I open the box?", "public")?))
    })
}

/// The address of an article.
fn path(id: ArticleId) -> String {
    format!("/articles/{id}")
}
