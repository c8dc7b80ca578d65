//! A question that begins with what its asker did of a guide: nobody has to type, or to remember, what they tried.

use crate::domain::draft::AskInput;
use crate::domain::guide::Outcome;
use crate::domain::id::ArticleId;
use crate::domain::title::LONGEST_TITLE;
use crate::text::quotation::escaped;
use crate::web::articles::{NoWay, Way, way};
use crate::web::{Fault, Visit};

/// The question of whoever comes from a guide; nothing for others, and when the guide is no longer there.
pub async fn begun(visit: &Visit, guide: &str, done: &str) -> Result<Result<Option<AskInput>, NoWay>, Fault> {
    let Ok(id) = guide.parse::<ArticleId>() else {
        return Ok(Ok(None));
    };
    match way(visit, id, done).await {
        Ok(Ok(way)) => Ok(Ok(Some(input(visit, &way)))),
        Ok(Err(no_way)) => Ok(Err(no_way)),
        Err(Fault::NotFound | Fault::Gone) => Ok(Ok(None)),
        Err(fault) => Err(fault),
    }
}

fn input(visit: &Visit, way: &Way) -> AskInput {
    let article = &way.shown.article;
    let title = visit
        .phrases
        .tell("guide-ask-title", &[("guide", article.title.clone().into())]);
    AskInput {
        title: match title.chars().count() <= LONGEST_TITLE {
            true => title,
            false => article.title.clone(),
        },
        tags: article.tags.join(", "),
        body: body(visit, way),
        ..AskInput::default()
    }
}

/// The steps in the order in which they were taken, each with how it ended, and room for what happens now.
fn body(visit: &Visit, way: &Way) -> String {
    let (article, urls) = (&way.shown.article, &visit.site.urls);
    let address = urls.absolute(&urls.article(article.id, &article.title));
    let guide = format!("[{}]({address})", escaped(&article.title));
    let mut body = visit.phrases.tell("guide-ask-followed", &[("guide", guide.into())]);
    body.push_str("\n\n");
    for (number, (place, outcome)) in way.walk.taken().iter().enumerate() {
        let key = match outcome {
            Outcome::Worked => "guide-did-work",
            Outcome::DidNot => "guide-did-not-work",
        };
        let name = escaped(way.guide.plan.name(*place));
        body.push_str(&format!("{}. {name}: {}\n", number + 1, visit.say(key)));
    }
    body.push('\n');
    body.push_str(&visit.say("guide-ask-now"));
    body.push(' ');
    body
}
