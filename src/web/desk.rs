//! The desk: what is flagged or held, one case after the other, decided by pressing one button.

use serde::Deserialize;

use super::doubts::{LAST, after_cases};
use super::extract::{Form, Id, NoFields};
use super::removals::comes_back_whole;
use super::views::desk::{Case, Desk};
use super::{Fault, Reply, SignedIn, ThreadModerator, Visit, see_other, see_other_with, unprocessable, views};
use crate::domain::account::User;
use crate::domain::body::Reason;
use crate::domain::case::Decision;
use crate::domain::id::CaseId;
use crate::domain::problem::Problems;
use crate::domain::sight::Sight;
use crate::store::cases::{self, Deciding, QueueRow, Turn};
use crate::store::questions::anomalies;
use crate::store::{Db, StoreError, doubts, staff_notes};

/// `GET /moderation`
pub async fn show(ThreadModerator(SignedIn { visit, user }): ThreadModerator) -> Reply {
    let (sight, now, id) = (Sight::looked_after_by(&user), visit.now, user.id);
    let (seen, reads_reports, admits) = (visit.sight(), user.reads_reports(), user.admits());
    let found = visit.site.store.read(move |db| {
        Ok(Desk {
            queue: cases::queue(db, sight, now)?,
            last: cases::last_decision(db, sight, id, now)?,
            anomalies: match reads_reports {
                true => anomalies::count(db, seen)?,
                false => 0,
            },
            doubts: match admits {
                true => doubts::queue(db)?,
                false => Vec::new(),
            },
            last_doubt: match admits {
                true => doubts::last_decision(db, id, now - LAST)?,
                false => None,
            },
        })
    });
    let desk = found.await.map_err(|error: StoreError| error)?;
    views::desk::desk(&visit, &desk, id).show(&visit)
}

/// How many cases, and people, wait for somebody who has a desk.
pub(super) fn waiting_count(db: &mut Db, user: &User) -> Result<i64, StoreError> {
    let people = match user.admits() {
        true => doubts::waiting_count(db)?,
        false => 0,
    };
    Ok(cases::waiting_count(db, Sight::looked_after_by(user))? + people)
}

/// `GET /moderation/cases/{id}`: whoever opens a case has it in hand for ten minutes, unless somebody else has.
pub async fn case(ThreadModerator(SignedIn { visit, user }): ThreadModerator, id: Id<CaseId>) -> Reply {
    let id = id.0;
    let mut page = load(&visit, &user, id).await?;
    if page.case.decided.is_none() && !page.case.row.is_with_another(user.id) {
        let (claimer, now) = (user.clone(), visit.now);
        let claimed = visit.site.store.write(move |tx| {
            let (by, sight) = (&claimer, Sight::looked_after_by(&claimer));
            cases::claim(tx, Turn { by, sight, id, now })
        });
        if !claimed.await.map_err(|error: StoreError| error)? {
            // Somebody was quicker: the page tells who.
            page = load(&visit, &user, id).await?;
        }
    }
    views::desk::case(&visit, &page, "", &[]).show(&visit)
}

async fn load(visit: &Visit, user: &User, id: CaseId) -> Result<Case, Fault> {
    let (sight, now, viewer) = (Sight::looked_after_by(user), visit.now, user.id);
    let reads_notes = user.reads_reports();
    let found = visit.site.store.read(move |db| {
        let case = cases::page(db, sight, id, now)?;
        let note_count = match case.row.author.id {
            Some(author) if reads_notes => staff_notes::count(db, author)?,
            _ => 0,
        };
        Ok(Case {
            case,
            note_count,
            queue: cases::queue(db, sight, now)?,
            last: cases::last_decision(db, sight, viewer, now)?,
            viewer,
        })
    });
    Ok(found.await.map_err(|error: StoreError| error)?)
}

/// The form that decides.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct DecisionForm {
    /// Which button was pressed.
    #[serde(default)]
    decision: String,
    #[serde(default)]
    reason: String,
}

impl DecisionForm {
    /// What was decided, and why; a decision that no button offers is none that this site asked for.
    fn parse(&self) -> Result<Result<(Decision, Reason), Problems>, Fault> {
        let mut problems = Problems::none();
        let reason = problems.keep("reason", Reason::parse(&self.reason));
        if self.decision.is_empty() {
            problems.add("decision", "problem-decision");
        }
        let decision = Decision::parse(&self.decision).filter(|decision| Decision::OFFERED.contains(decision));
        if decision.is_none() && !self.decision.is_empty() {
            return Err(Fault::Malformed("malformed-form"));
        }
        Ok(decision.zip(reason).ok_or(problems))
    }
}

/// `POST /moderation/cases/{id}/decide`: the next case is there at once.
pub async fn decide(
    ThreadModerator(SignedIn { visit, user }): ThreadModerator,
    id: Id<CaseId>,
    form: Form<DecisionForm>,
) -> Reply {
    let (decision, reason) = match form.0.parse()? {
        Ok(read) => read,
        Err(problems) => return mend(&visit, &user, id.0, &form.0.reason, &problems).await,
    };
    let (sight, now, id) = (Sight::looked_after_by(&user), visit.now, id.0);
    let decided = visit.site.store.write(move |tx| {
        let by = &user;
        decide_and_go_on(tx, Turn { by, sight, id, now }, decision, &reason)
    });
    match decided.await.map_err(|error: StoreError| error)? {
        (Deciding::Done, Some(next)) => see_other(&visit.site.urls.case(next)),
        (Deciding::Done, None) => after_cases(&visit).await,
        (Deciding::DecidedBefore, _) => see_other_with(&visit.site.urls.case(id), "decided-before"),
        (Deciding::NotYours, _) => Err(Fault::Forbidden),
        (Deciding::Erased, _) => see_other_with(&visit.site.urls.case(id), "erased"),
        (Deciding::AuthorRemoved(author), _) => comes_back_whole(&visit, author),
    }
}

/// The page of a case again, with the reason that is to be mended.
async fn mend(visit: &Visit, user: &User, id: CaseId, typed: &str, problems: &Problems) -> Reply {
    let page = load(visit, user, id).await?;
    let problems = views::problems(visit, problems);
    unprocessable(visit, views::desk::case(visit, &page, typed, &problems))
}

fn decide_and_go_on(
    tx: &mut Db,
    turn: Turn<'_>,
    decision: Decision,
    reason: &Reason,
) -> Result<(Deciding, Option<CaseId>), StoreError> {
    let before = cases::row(tx, turn.sight, turn.id, turn.now)?;
    let deciding = cases::decide(tx, turn, decision, reason)?;
    Ok((deciding, next(tx, turn, &before)?))
}

/// The case that comes behind another one.
fn next(db: &mut Db, turn: Turn<'_>, had: &QueueRow) -> Result<Option<CaseId>, StoreError> {
    let queue: Vec<QueueRow> = cases::queue(db, turn.sight, turn.now)?;
    Ok(cases::next(&queue, turn.by.id, Some(had)).map(|row| row.id))
}

/// `POST /moderation/cases/{id}/give-back`: somebody else may have it; the next one is there.
pub async fn give_back(
    ThreadModerator(SignedIn { visit, user }): ThreadModerator,
    id: Id<CaseId>,
    _: Form<NoFields>,
) -> Reply {
    let (sight, now, id) = (Sight::looked_after_by(&user), visit.now, id.0);
    let given = visit.site.store.write(move |tx| {
        let turn = Turn {
            by: &user,
            sight,
            id,
            now,
        };
        let had = cases::row(tx, sight, id, now)?;
        cases::give_back(tx, turn)?;
        next(tx, turn, &had)
    });
    match given.await.map_err(|error: StoreError| error)? {
        Some(next) => see_other(&visit.site.urls.case(next)),
        None => see_other_with(&visit.site.urls.desk(), "given-back"),
    }
}

/// `POST /moderation/cases/{id}/put-back`: the decision is taken back, and the case stands there again.
pub async fn put_back(
    ThreadModerator(SignedIn { visit, user }): ThreadModerator,
    id: Id<CaseId>,
    _: Form<NoFields>,
) -> Reply {
    let (sight, now, id) = (Sight::looked_after_by(&user), visit.now, id.0);
    let done = visit.site.store.write(move |tx| {
        cases::put_back(
            tx,
            Turn {
                by: &user,
                sight,
                id,
                now,
            },
        )
    });
    let address = visit.site.urls.case(id);
    match done.await.map_err(|error: StoreError| error)? {
        Deciding::Done => see_other_with(&address, "put-back"),
        Deciding::DecidedBefore => see_other_with(&address, "unchanged"),
        Deciding::NotYours => Err(Fault::Forbidden),
        Deciding::Erased => see_other_with(&address, "erased"),
        Deciding::AuthorRemoved(author) => comes_back_whole(&visit, author),
    }
}
