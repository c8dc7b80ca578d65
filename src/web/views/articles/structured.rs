//! What search engines are told of an article: <https://schema.org/TechArticle>, and where it stands.

use serde_json::{Map, Value, json};

use crate::store::articles::ArticlePage;
use crate::web::Visit;
use crate::web::views::components::Link;
use crate::web::views::json_ld::JsonLd;
use crate::web::views::structured::{at, breadcrumbs, person};

/// The blocks of an article that everybody may read.
pub(super) fn told(visit: &Visit, article: &ArticlePage, way: &[Link]) -> Vec<JsonLd> {
    let urls = &visit.site.urls;
    let here = urls.article(article.id, &article.title);
    let address = urls.absolute(&here);
    let mut said = Map::new();
    let mut say = |name: &str, value: Value| said.insert(name.to_owned(), value);
    say("@context", json!("https://schema.org"));
    say("@type", json!("TechArticle"));
    say("headline", json!(article.title));
    say("abstract", json!(article.short_answer));
    say("url", json!(address));
    say("mainEntityOfPage", json!(address));
    say("inLanguage", json!(article.language.code()));
    say("author", person(visit, &article.author));
    if let Some(published_at) = article.published_at {
        say("datePublished", json!(at(published_at)));
    }
    say("dateModified", json!(at(article.edited_at)));
    if let Some(section) = article.way.last() {
        say("articleSection", json!(section.1));
    }
    if !article.tags.is_empty() {
        say("keywords", json!(article.tags.join(", ")));
    }
    let mut steps = way.to_vec();
    steps.push(Link::new(article.title.clone(), here));
    vec![JsonLd::new(&Value::Object(said)), breadcrumbs(visit, &steps)]
}
