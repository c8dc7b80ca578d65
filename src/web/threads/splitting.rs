//! Splitting replies off into a thread of their own: the page on which they are chosen, and the act.

use serde::Deserialize;

use super::finding::merged_to;
use crate::domain::body::Reason;
use crate::domain::id::{CategoryId, ReplyId, ThreadId};
use crate::domain::problem::{Fault as TextFault, Problems};
use crate::domain::split::{MOST_SPLIT, SplitDraft, SplitObjection};
use crate::domain::title::Title;
use crate::store::splits::{self, SplitChoice, Splitting};
use crate::store::{StoreError, categories};
use crate::web::extract::{Form, Id, Query};
use crate::web::views::threads::SplitPage;
use crate::web::{Fault, Reply, SignedIn, ThreadModerator, Visit, see_other, see_other_with, unprocessable, views};

/// The fields of the address: the reply with which the choice begins.
#[derive(Debug, Default, Deserialize)]
pub struct SplitQuery {
    #[serde(default)]
    from: String,
}

/// `GET /threads/{id}/-/split`
pub async fn split_form(
    ThreadModerator(SignedIn { visit, .. }): ThreadModerator,
    id: Id<ThreadId>,
    query: Query<SplitQuery>,
) -> Reply {
    if let Some(address) = merged_to(&visit.site, visit.sight(), id.0).await? {
        return see_other(&address);
    }
    let from = query.0.from.parse::<ReplyId>().ok();
    let sent = Sent {
        from,
        replies: from.into_iter().collect(),
        ..Sent::default()
    };
    let choice = choice(&visit, id.0, from).await?;
    page(&visit, id.0, &choice, &sent, &[]).unlisted().show(&visit)
}

async fn choice(visit: &Visit, id: ThreadId, from: Option<ReplyId>) -> Result<SplitChoice, Fault> {
    let sight = visit.sight();
    let choice = visit.site.store.read(move |db| splits::choice(db, sight, id, from));
    Ok(choice.await.map_err(|error: StoreError| error)?)
}

fn page(
    visit: &Visit,
    id: ThreadId,
    choice: &SplitChoice,
    sent: &Sent,
    problems: &[views::components::Problem],
) -> crate::web::page::Page {
    let page = SplitPage {
        thread: id,
        choice,
        from: sent.from,
        ticked: &sent.replies,
        title: &sent.title,
        category: if sent.category.is_empty() {
            &choice.home
        } else {
            &sent.category
        },
        reason: &sent.reason,
        problems,
    };
    views::threads::split(visit, &page)
}

/// What the form brought, as it was typed.
#[derive(Debug, Clone, Default)]
struct Sent {
    from: Option<ReplyId>,
    replies: Vec<ReplyId>,
    title: String,
    category: String,
    reason: String,
}

impl Sent {
    /// Reads the fields, of which a reply comes as often as one is ticked; what no form of ours sends is refused.
    fn read(fields: Vec<(String, String)>) -> Option<Self> {
        let mut sent = Self::default();
        for (name, value) in fields {
            match name.as_str() {
                "from" => sent.from = Some(value.parse().ok()?),
                "split_reply" => sent.replies.push(value.parse().ok()?),
                "split_title" => sent.title = value,
                "split_category" => sent.category = value,
                "split_reason" => sent.reason = value,
                _ => return None,
            }
        }
        sent.replies.sort_unstable();
        sent.replies.dedup();
        Some(sent).filter(|sent| !sent.category.is_empty())
    }

    /// The split that is asked for, in a category if there is one.
    fn draft(&self, category: Option<CategoryId>) -> Result<SplitDraft, Problems> {
        let mut problems = Problems::none();
        let replies = match self.replies.len() {
            0 => Err(TextFault::new("problem-split-none")),
            1..=MOST_SPLIT => Ok(self.replies.clone()),
            _ => Err(TextFault::with_limit("problem-split-many", MOST_SPLIT as i64)),
        };
        let replies = problems.keep("split_reply", replies);
        let title = problems.keep("split_title", Title::parse(&self.title));
        let category = problems.keep("split_category", category.ok_or(TextFault::new("problem-choice")));
        let reason = problems.keep("split_reason", Reason::parse(&self.reason));
        match (replies, title, category, reason) {
            (Some(replies), Some(title), Some(category), Some(reason)) => Ok(SplitDraft {
                replies,
                title,
                category,
                reason,
            }),
            _ => Err(problems),
        }
    }
}

/// `POST /threads/{id}/-/split`
pub async fn split(
    ThreadModerator(SignedIn { visit, user }): ThreadModerator,
    id: Id<ThreadId>,
    form: Form<Vec<(String, String)>>,
) -> Reply {
    let (sight, now, id) = (visit.sight(), visit.now, id.0);
    let sent = Sent::read(form.0).ok_or(Fault::Malformed("malformed-form"))?;
    let category = category_of(&visit, &sent.category).await?;
    let draft = match sent.draft(category) {
        Ok(draft) => draft,
        Err(problems) => return mend(&visit, id, &sent, &problems).await,
    };
    let split = visit
        .site
        .store
        .write(move |tx| splits::split(tx, &user, sight, id, &draft, now));
    match split.await.map_err(|error: StoreError| error)? {
        Splitting::Split(made) => see_other_with(&super::address(&visit, made).await?, "split"),
        Splitting::NotYours => Err(Fault::Forbidden),
        Splitting::Refused(why) => mend(&visit, id, &sent, &refused(why)).await,
    }
}

async fn category_of(visit: &Visit, slug: &str) -> Result<Option<CategoryId>, Fault> {
    let (sight, slug) = (visit.sight(), slug.to_owned());
    let category = visit.site.store.read(move |db| categories::by_slug(db, sight, &slug));
    match category.await {
        Ok(category) => Ok(Some(category.id)),
        Err(StoreError::NotFound) => Ok(None),
        Err(error) => Err(error.into()),
    }
}

fn refused(why: SplitObjection) -> Problems {
    match why {
        SplitObjection::Gone => Problems::one("split_reply", "problem-split-gone"),
        SplitObjection::Merged => Problems::one("split_reply", "problem-split-merged"),
        SplitObjection::Accepted => Problems::one("split_reply", "problem-split-accepted"),
        SplitObjection::Category => Problems::one("split_category", "problem-split-category"),
    }
}

async fn mend(visit: &Visit, id: ThreadId, sent: &Sent, problems: &Problems) -> Reply {
    let (choice, problems) = (choice(visit, id, sent.from).await?, views::problems(visit, problems));
    unprocessable(visit, page(visit, id, &choice, sent, &problems))
}
