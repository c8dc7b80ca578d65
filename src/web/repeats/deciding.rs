//! What is decided on a proposal. Whoever comes too late is told, and shown what they saw and what is so now.

use super::showing::{mend, stale};
use super::ticks::{Fields, Sent as Decided};
use crate::domain::account::User;
use crate::domain::body::Reason;
use crate::domain::id::ProposalId;
use crate::domain::problem::Problems;
use crate::domain::proposal::ProposalKind;
use crate::store::proposals::{self, Deciding, Turn};
use crate::store::{Db, StoreError};
use crate::web::extract::{Id, Sent};
use crate::web::{Fault, ModeratorOrStaff, Reply, SignedIn, Visit, see_other, see_other_with};

type Form = Sent<ModeratorOrStaff, Fields>;

/// Somebody decides on a proposal.
struct Act {
    visit: Visit,
    user: User,
    id: ProposalId,
    sent: Decided,
}

impl Act {
    fn read(sent: Form, id: Id<ProposalId>) -> Result<Self, Fault> {
        let Sent(ModeratorOrStaff(SignedIn { visit, user }), fields) = sent;
        let sent = Decided::read(&fields)?;
        Ok(Self {
            visit,
            user,
            id: id.0,
            sent,
        })
    }

    /// Has the store decide, in the turn of whoever sent the form.
    async fn decide<T: Send + 'static>(
        &self,
        verb: impl FnOnce(&mut Db, Turn<'_>, &Decided) -> Result<Deciding<T>, StoreError> + Send + 'static,
    ) -> Result<Deciding<T>, Fault> {
        let (user, sent) = (self.user.clone(), self.sent.clone());
        let (sight, id, now) = (self.visit.sight(), self.id, self.visit.now);
        let decided = self.visit.site.store.write(move |tx| {
            let turn = Turn {
                by: &user,
                sight,
                id,
                version: sent.version,
                now,
            };
            verb(tx, turn, &sent)
        });
        Ok(decided.await.map_err(|error: StoreError| error)?)
    }

    /// What everything but success leads to.
    async fn instead<T>(self, deciding: Deciding<T>) -> Reply {
        match deciding {
            Deciding::Done(_) => see_other(&self.address()),
            Deciding::Changed | Deciding::DecidedBefore => stale(&self.visit, self.id, self.sent).await,
            Deciding::NotYours => Err(Fault::Forbidden),
            Deciding::Nothing => self.mend(&Problems::one("ticked", "problem-ticked")).await,
        }
    }

    async fn mend(self, problems: &Problems) -> Reply {
        mend(&self.visit, self.id, self.sent, problems).await
    }

    fn address(&self) -> String {
        self.visit.site.urls.proposal(self.id)
    }
}

/// `POST /moderation/repeats/{id}/adopt`: leads to the form of the article.
pub async fn adopt(sent: Form, id: Id<ProposalId>) -> Reply {
    let act = Act::read(sent, id)?;
    let sight = act.visit.sight();
    let adopted = act.decide(move |tx, turn, sent| {
        let deciding = proposals::adopt(tx, turn, &sent.ticks)?;
        let row = proposals::page(tx, sight, turn.id)?.row;
        Ok(match deciding {
            Deciding::Done(()) => Deciding::Done((row.kind, row.article)),
            Deciding::Changed => Deciding::Changed,
            Deciding::DecidedBefore => Deciding::DecidedBefore,
            Deciding::NotYours => Deciding::NotYours,
            Deciding::Nothing => Deciding::Nothing,
        })
    });
    let urls = &act.visit.site.urls;
    match adopted.await? {
        Deciding::Done((ProposalKind::Revision, Some((article, _)))) => see_other(&urls.article_part(article, "edit")),
        Deciding::Done(_) => see_other(&urls.new_article_for(act.id)),
        deciding => act.instead(deciding).await,
    }
}

/// `POST /moderation/repeats/{id}/put-back`: nobody writes the article after all.
pub async fn put_back(sent: Form, id: Id<ProposalId>) -> Reply {
    let act = Act::read(sent, id)?;
    match act.decide(|tx, turn, _| proposals::put_back(tx, turn)).await? {
        Deciding::Done(()) => see_other_with(&act.address(), "proposal-put-back"),
        deciding => act.instead(deciding).await,
    }
}

/// `POST /moderation/repeats/{id}/link`
pub async fn link(sent: Form, id: Id<ProposalId>) -> Reply {
    let act = Act::read(sent, id)?;
    match act
        .decide(|tx, turn, sent| proposals::link(tx, turn, &sent.ticks))
        .await?
    {
        Deciding::Done(told) if told.passed_over > 0 => see_other_with(&act.address(), "proposal-linked-some"),
        Deciding::Done(_) => see_other_with(&act.address(), "proposal-linked"),
        deciding => act.instead(deciding).await,
    }
}

/// `POST /moderation/repeats/{id}/decline`
pub async fn decline(sent: Form, id: Id<ProposalId>) -> Reply {
    let act = Act::read(sent, id)?;
    let mut problems = Problems::none();
    let Some(reason) = problems.keep("reason", Reason::required(&act.sent.reason)) else {
        return act.mend(&problems).await;
    };
    match act
        .decide(move |tx, turn, _| proposals::decline(tx, turn, &reason))
        .await?
    {
        Deciding::Done(()) => see_other_with(&act.visit.site.urls.repeats(), "proposal-declined"),
        deciding => act.instead(deciding).await,
    }
}

/// `POST /moderation/repeats/{id}/merge`
pub async fn merge(sent: Form, id: Id<ProposalId>) -> Reply {
    let act = Act::read(sent, id)?;
    let Some(other) = act.sent.other else {
        return act.mend(&Problems::one("other", "problem-choice")).await;
    };
    match act.decide(move |tx, turn, _| proposals::merge(tx, turn, other)).await? {
        Deciding::Done(()) => see_other_with(&act.address(), "proposal-merged"),
        deciding => act.instead(deciding).await,
    }
}

/// `POST /moderation/repeats/{id}/split`: what is ticked, or the one whose own button was pressed, is not the same.
pub async fn split(sent: Form, id: Id<ProposalId>) -> Reply {
    let act = Act::read(sent, id)?;
    let split = act.decide(|tx, turn, sent| {
        let ticked = match sent.alone {
            Some(alone) => [alone].into(),
            None => sent.ticks.ticked.clone(),
        };
        proposals::split(tx, turn, &ticked)
    });
    match split.await? {
        Deciding::Done(()) => see_other_with(&act.address(), "proposal-split"),
        deciding => act.instead(deciding).await,
    }
}
