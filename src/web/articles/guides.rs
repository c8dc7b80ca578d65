//! Walking through a guide: a step for each answer, and where it ends. The way so far stands in the address.

use actix_web::HttpRequest;
use serde::Deserialize;

use super::showing::found;
use crate::domain::article::ArticleState;
use crate::domain::ask_session::Visitor;
use crate::domain::body::Reason;
use crate::domain::guide::{Ending, Leads, Outcome, Walk};
use crate::domain::id::ArticleId;
use crate::domain::token::Token;
use crate::store::{StoreError, article_opinions, guides};
use crate::text::guide::Guide;
use crate::web::cache::Shows;
use crate::web::extract::{Form, Id, Query};
use crate::web::views::articles::Shown;
use crate::web::views_counted::is_robot;
use crate::web::{Fault, Reply, Visit, see_other, see_other_with, throttle, views, visitors};

/// The way so far, as addresses carry it.
#[derive(Debug, Deserialize)]
pub struct DoneQuery {
    #[serde(default)]
    done: String,
}

/// The answer to a step: the way up to it, and how it ended.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct AnswerForm {
    #[serde(default)]
    done: String,
    outcome: Outcome,
}

/// A guide with the way that somebody has gone through it.
pub struct Way {
    /// The guide's page.
    pub shown: Shown,
    /// Its steps.
    pub guide: Guide,
    /// The way so far.
    pub walk: Walk,
}

/// Why there is no way: the page to which its reader is led, who is told why.
pub struct NoWay {
    address: String,
    notice: &'static str,
}

impl NoWay {
    /// Leads there.
    pub fn answer(&self) -> Reply {
        see_other_with(&self.address, self.notice)
    }
}

/// `GET /articles/{id}/-/guide`: the step to which the way leads, or the guide's end.
pub async fn step(visit: Visit, id: Id<ArticleId>, query: Query<DoneQuery>) -> Reply {
    let way = match way(&visit, id.0, &query.0.done).await? {
        Ok(way) => way,
        Err(no_way) => return no_way.answer(),
    };
    let is_start = way.walk.taken().is_empty();
    if is_start || way.ending(&visit) == Some(Ending::Ask) {
        return see_other(&way.address(&visit));
    }
    views::articles::guide(&visit, &way).kept(Shows::Lists).show(&visit)
}

/// `POST /articles/{id}/-/guide`: the present step is answered and counted, and the way goes on.
pub async fn go_on(visit: Visit, request: HttpRequest, id: Id<ArticleId>, form: Form<AnswerForm>) -> Reply {
    let way = match way(&visit, id.0, &form.0.done).await? {
        Ok(way) => way,
        Err(no_way) => return no_way.answer(),
    };
    let Some(walk) = way.walk.then(&way.guide.plan, form.0.outcome) else {
        return see_other(&way.address(&visit));
    };
    let next = Way { walk, ..way };
    let is_counted = next.shown.article.state == ArticleState::Published
        && !is_robot(&request)
        && visit
            .site
            .asks
            .welcome(&throttle::network(&visit, &request), visit.now)
            .is_ok();
    let answer = see_other(&next.address(&visit));
    if is_counted {
        count(&visit, &request, &next, answer).await
    } else {
        answer
    }
}

/// Counts the last answer of a way; that it solved the problem is an opinion of the guide.
async fn count(visit: &Visit, request: &HttpRequest, way: &Way, answer: Reply) -> Reply {
    let Some((place, outcome)) = way.walk.taken().last().copied() else {
        return answer;
    };
    let (sight, now, id) = (visit.sight(), visit.now, way.shown.article.id);
    let step = way.guide.plan.name(place).to_owned();
    let is_solved = way.walk.at() == Leads::End(Ending::Solved);
    let token = visitors::known(&visit.site, request).unwrap_or_else(Token::random);
    let visitor = Visitor::of(&token);
    let counted = visit.site.store.write(move |tx| {
        guides::count_answer(tx, sight, id, &step, outcome, 1)?;
        if is_solved {
            article_opinions::give(tx, &visitor, sight, id, (true, &Reason::default()), now)?;
        }
        Ok(())
    });
    counted.await.map_err(|error: StoreError| error)?;
    match is_solved {
        true => visitors::remembered(&visit.site, &token, answer),
        false => answer,
    }
}

/// The guide with this number, and the way through it that an address carries.
pub async fn way(visit: &Visit, id: ArticleId, done: &str) -> Result<Result<Way, NoWay>, Fault> {
    let shown = found(visit, id).await?;
    let address = visit.site.urls.article(id, &shown.article.title);
    let Some(guide) = shown.guide.clone() else {
        return Ok(Err(NoWay {
            address,
            notice: "guide-is-article",
        }));
    };
    Ok(match Walk::parse(done, &guide.plan) {
        Some(walk) => Ok(Way { shown, guide, walk }),
        None => Err(NoWay {
            address,
            notice: "guide-changed",
        }),
    })
}

impl Way {
    /// How it ended, if it did; where no contact is set, the forum has to help.
    pub fn ending(&self, visit: &Visit) -> Option<Ending> {
        match self.walk.at() {
            Leads::Step(_) => None,
            Leads::End(Ending::Contact) if visit.site.settings().contact.is_none() => Some(Ending::Ask),
            Leads::End(ending) => Some(ending),
        }
    }

    /// The page to which it leads.
    pub fn address(&self, visit: &Visit) -> String {
        let (urls, article) = (&visit.site.urls, &self.shown.article);
        match self.ending(visit) {
            Some(Ending::Ask) => urls.ask_from_guide(article.id, &self.walk),
            _ => urls.guide_step(article.id, &article.title, &self.walk),
        }
    }
}
