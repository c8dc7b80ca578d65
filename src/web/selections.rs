//! Acts on a selection: the page that says what will happen, the act, and taking it back.

use super::extract::{Form, Id, NoFields};
use super::{Fault, Moderator, Reply, SignedIn, Visit, see_other_with, unprocessable, views};
use crate::domain::body::Reason;
use crate::domain::case::Piece;
use crate::domain::id::{CategoryId, SelectionId};
use crate::domain::problem::{Fault as TextFault, Problems};
use crate::domain::resolution::CloseReason;
use crate::domain::selection::{Doing, MOST_SELECTED, Order, SelectionAct};
use crate::domain::tag::TagName;
use crate::store::selections::{self, Outcome, Plan};
use crate::store::{StoreError, categories};
use crate::urls::is_local_path;

/// What the forms brought, as it was typed.
#[derive(Debug, Clone, Default)]
pub struct Sent {
    /// What is ticked.
    pub pieces: Vec<Piece>,
    /// What is to be done to it.
    pub act: Option<SelectionAct>,
    /// The slug of a category.
    pub category: String,
    /// Why threads are closed.
    pub close: String,
    /// The tags that threads get.
    pub tags: String,
    /// Why.
    pub reason: String,
    /// Where the page is on which it was ticked.
    pub back: String,
}

impl Sent {
    /// Reads the fields, of which a piece comes as often as one is ticked; what no form of ours sends is refused.
    fn read(fields: Vec<(String, String)>) -> Option<Self> {
        let mut sent = Self::default();
        for (name, value) in fields {
            match name.as_str() {
                "thread" => sent.pieces.push(Piece::Thread(value.parse().ok()?)),
                "reply" => sent.pieces.push(Piece::Reply(value.parse().ok()?)),
                "selection_act" => sent.act = Some(SelectionAct::parse(&value)?),
                "selection_category" => sent.category = value,
                "selection_close" => sent.close = value,
                "selection_tags" => sent.tags = value,
                "selection_reason" => sent.reason = value,
                "back" => sent.back = value,
                _ => return None,
            }
        }
        sent.pieces.sort_unstable();
        sent.pieces.dedup();
        Some(sent).filter(|sent| sent.act.is_some())
    }

    fn way_back(&self, visit: &Visit) -> String {
        match is_local_path(&self.back) {
            true => self.back.clone(),
            false => visit.site.urls.threads(),
        }
    }

    /// What is said of a selection that is none.
    fn objection(&self) -> Option<&'static str> {
        match self.pieces.len() {
            0 => Some("selection-empty"),
            1..=MOST_SELECTED => None,
            _ => Some("selection-many"),
        }
    }

    /// The act that is asked for, into a category if there is one.
    fn order(&self, category: Option<CategoryId>) -> Result<Order, Problems> {
        let mut problems = Problems::none();
        let choice = TextFault::new("problem-choice");
        let reason = problems.keep("selection_reason", Reason::required(&self.reason));
        let doing = match self.act {
            Some(SelectionAct::Delete) => Some(Doing::Delete),
            Some(SelectionAct::Lock) => Some(Doing::Lock),
            Some(SelectionAct::Close) => {
                let why = CloseReason::parse(&self.close).filter(|why| *why != CloseReason::Duplicate);
                problems.keep("selection_close", why.ok_or(choice)).map(Doing::Close)
            }
            Some(SelectionAct::Move) => problems
                .keep("selection_category", category.ok_or(choice))
                .map(Doing::Move),
            Some(SelectionAct::Retag) => problems
                .keep("selection_tags", TagName::parse_list(&self.tags))
                .map(Doing::Retag),
            None => None,
        };
        match (doing, reason) {
            (Some(doing), Some(reason)) => Ok(Order {
                pieces: self.pieces.clone(),
                doing,
                reason,
            }),
            _ => Err(problems),
        }
    }
}

/// `POST /moderation/selection`: says what will happen, and asks why.
pub async fn plan(Moderator(SignedIn { visit, .. }): Moderator, form: Form<Vec<(String, String)>>) -> Reply {
    let sent = Sent::read(form.0).ok_or(Fault::Malformed("malformed-form"))?;
    if let Some(objection) = sent.objection() {
        return see_other_with(&sent.way_back(&visit), objection);
    }
    let plan = load(&visit, &sent).await?;
    views::selections::confirm(&visit, &plan, &sent, &[])
        .unlisted()
        .show(&visit)
}

async fn load(visit: &Visit, sent: &Sent) -> Result<Plan, Fault> {
    let act = sent.act.ok_or(Fault::Malformed("malformed-form"))?;
    let (sight, pieces) = (visit.sight(), sent.pieces.clone());
    let plan = visit
        .site
        .store
        .read(move |db| selections::plan(db, sight, &pieces, act));
    Ok(plan.await.map_err(|error: StoreError| error)?)
}

/// `POST /moderation/selection/do`
pub async fn carry_out(Moderator(SignedIn { visit, user }): Moderator, form: Form<Vec<(String, String)>>) -> Reply {
    let sent = Sent::read(form.0).ok_or(Fault::Malformed("malformed-form"))?;
    if let Some(objection) = sent.objection() {
        return see_other_with(&sent.way_back(&visit), objection);
    }
    let order = match sent.order(category_of(&visit, &sent.category).await?) {
        Ok(order) => order,
        Err(problems) => return mend(&visit, &sent, &problems).await,
    };
    let (sight, now) = (visit.sight(), visit.now);
    let done = visit
        .site
        .store
        .write(move |tx| selections::carry_out(tx, &user, sight, &order, now));
    let outcome = done.await.map_err(|error: StoreError| error)?;
    see_other_with(
        &sent.way_back(&visit),
        told(outcome, ["selection-done", "selection-partly"]),
    )
}

/// What is said of an outcome: the first of these when it is whole, the second when something was left.
fn told(outcome: Outcome, [whole, partly]: [&'static str; 2]) -> &'static str {
    match (outcome.done_count, outcome.left_count) {
        (0, _) => "unchanged",
        (_, 0) => whole,
        _ => partly,
    }
}

async fn category_of(visit: &Visit, slug: &str) -> Result<Option<CategoryId>, Fault> {
    if slug.is_empty() {
        return Ok(None);
    }
    let (sight, slug) = (visit.sight(), slug.to_owned());
    let category = visit.site.store.read(move |db| categories::by_slug(db, sight, &slug));
    match category.await {
        Ok(category) => Ok(Some(category.id)),
        Err(StoreError::NotFound) => Ok(None),
        Err(error) => Err(error.into()),
    }
}

/// The page again with what is to be mended.
async fn mend(visit: &Visit, sent: &Sent, problems: &Problems) -> Reply {
    let (plan, problems) = (load(visit, sent).await?, views::problems(visit, problems));
    unprocessable(visit, views::selections::confirm(visit, &plan, sent, &problems))
}

/// `POST /moderation/selections/{id}/undo`: takes all of it back that is in force.
pub async fn undo(Moderator(SignedIn { visit, user }): Moderator, id: Id<SelectionId>, _: Form<NoFields>) -> Reply {
    let (sight, now, id) = (visit.sight(), visit.now, id.0);
    let undone = visit
        .site
        .store
        .write(move |tx| selections::undo(tx, &user, sight, id, now));
    match undone.await.map_err(|error: StoreError| error)? {
        Some(outcome) => {
            let key = told(outcome, ["selection-undone", "selection-partly-undone"]);
            see_other_with(&visit.site.urls.moderation_log(), key)
        }
        None => Err(Fault::Forbidden),
    }
}
