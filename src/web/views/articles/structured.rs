//! What search engines are told of an article: <https://schema.org/TechArticle>, or <https://schema.org/HowTo> when it is a
//! guide, and where it stands.

use serde_json::{Map, Value, json};

use super::page::Shown;
use crate::text::excerpt::words;
use crate::text::guide::Guide;
use crate::web::Visit;
use crate::web::views::components::Link;
use crate::web::views::json_ld::JsonLd;
use crate::web::views::structured::{at, breadcrumbs, person};

/// How many characters of a step are told; a longer one ends in `…`.
const LONGEST_STEP: usize = 1_000;

/// The blocks of an article that everybody may read.
pub(super) fn told(visit: &Visit, shown: &Shown, way: &[Link]) -> Vec<JsonLd> {
    let (urls, article) = (&visit.site.urls, &shown.article);
    let here = urls.article(article.id, &article.title);
    let address = urls.absolute(&here);
    let mut said = Map::new();
    let mut say = |name: &str, value: Value| said.insert(name.to_owned(), value);
    say("@context", json!("https://schema.org"));
    match &shown.guide {
        Some(guide) => {
            say("@type", json!("HowTo"));
            say("name", json!(article.title));
            say("step", json!(steps(guide)));
        }
        None => {
            say("@type", json!("TechArticle"));
            say("headline", json!(article.title));
        }
    }
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

fn steps(guide: &Guide) -> Vec<Value> {
    let steps = guide.plan.steps().iter().zip(&guide.texts).zip(1..);
    let step = steps.map(|((step, text), position)| {
        let text = words(text, LONGEST_STEP);
        let text = if text.is_empty() { &step.name } else { &text };
        json!({ "@type": "HowToStep", "position": position, "name": step.name, "text": text })
    });
    step.collect()
}
