//! Did this help? Anybody may say so, once.

use actix_web::HttpRequest;
use serde::Deserialize;

use super::address;
use super::showing::with_opinion;
use crate::domain::ask_session::Visitor;
use crate::domain::body::Reason;
use crate::domain::id::ArticleId;
use crate::domain::problem::{Fault as TextFault, Problems};
use crate::domain::token::Token;
use crate::store::StoreError;
use crate::store::article_opinions::{self, Opining};
use crate::web::extract::{Form, Id};
use crate::web::views::articles::OpinionDraft;
use crate::web::{Fault, Reply, Visit, see_other_with, throttle, views, visitors};

/// Whether it helped, and why not.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct OpinionForm {
    helped: String,
    #[serde(default)]
    reason: String,
}

impl OpinionForm {
    fn read(&self) -> Result<(bool, Reason), Problems> {
        let mut problems = Problems::none();
        let helped = match self.helped.as_str() {
            "yes" => Ok(true),
            "no" => Ok(false),
            _ => Err(TextFault::new("problem-choice")),
        };
        let helped = problems.keep("helped", helped);
        let reason = problems.keep("reason", Reason::parse(&self.reason));
        helped.zip(reason).ok_or(problems)
    }
}

/// `POST /articles/{id}/-/opinion`
pub async fn give(visit: Visit, request: HttpRequest, id: Id<ArticleId>, form: Form<OpinionForm>) -> Reply {
    let (sight, now, id) = (visit.sight(), visit.now, id.0);
    let (helped, reason) = match form.0.read() {
        Ok(read) => read,
        Err(problems) => {
            let draft = OpinionDraft {
                reason: &form.0.reason,
                problems: &views::problems(&visit, &problems),
            };
            return with_opinion(&visit, id, draft).await;
        }
    };
    let network = throttle::network(&visit, &request);
    visit.site.asks.welcome(&network, now).map_err(Fault::TooMany)?;
    let token = visitors::known(&visit.site, &request).unwrap_or_else(Token::random);
    let visitor = Visitor::of(&token);
    let given = visit
        .site
        .store
        .write(move |tx| article_opinions::give(tx, &visitor, sight, id, (helped, &reason), now));
    let notice = match (given.await.map_err(|error: StoreError| error)?, helped) {
        (Opining::Counted | Opining::Changed, true) => "opinion-yes",
        (Opining::Counted | Opining::Changed, false) => "opinion-no",
        (Opining::Unchanged, _) => "opinion-known",
    };
    let answer = see_other_with(&address(&visit, id).await?, notice);
    visitors::remembered(&visit.site, &token, answer)
}
