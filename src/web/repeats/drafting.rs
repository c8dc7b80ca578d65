//! The draft of the article that a proposal asks for, put together anew for whoever looks: its answers may have changed.

use crate::domain::id::ThreadId;
use crate::domain::language::Language;
use crate::repeats::drafting::{self, Outcome};
use crate::store::{StoreError, evidence};
use crate::text::{SafeHtml, markdown};
use crate::web::{Fault, Visit};

/// A draft as it is shown, and as it begins an article.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Draft {
    /// The title.
    pub title: String,
    /// The short answer.
    pub lead: String,
    /// The text.
    pub markdown: String,
    /// How that will look.
    pub html: SafeHtml,
}

/// The draft that these questions give, each with how like the others it is; `None` when their answers say too little.
pub async fn draft(visit: &Visit, questions: &[(ThreadId, i64)]) -> Result<Option<Draft>, Fault> {
    let (sight, questions) = (visit.sight(), questions.to_vec());
    let read = visit.site.store.read(move |db| evidence::read(db, sight, &questions));
    let evidence = read.await.map_err(|error: StoreError| error)?;
    // An article is written for everybody: its headings are in the forum's language.
    let language = Language::parse(&visit.site.settings().language).unwrap_or(Language::English);
    let (phrases, urls) = (visit.site.languages.speak(language), visit.site.urls.clone());
    let work = move || match drafting::draft(&evidence, &phrases, &urls) {
        Outcome::Draft(drafted) => Some(Draft {
            html: markdown::render(&drafted.markdown),
            title: drafted.title,
            lead: drafted.lead,
            markdown: drafted.markdown,
        }),
        Outcome::NeedsAnswer => None,
    };
    let drafted = actix_web::web::block(work).await;
    drafted.map_err(|error| Fault::Broken(error.to_string()))
}
