//! What somebody hears of, and what of it goes by mail.

use std::collections::HashSet;

use serde::Deserialize;

use crate::domain::notification::NotificationKind;
use crate::store::{StoreError, notifications, users};
use crate::web::extract::Form;
use crate::web::{Reply, SignedIn, see_other_with, views};

/// The fields of the form; a box that is not ticked is not sent.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct LettersForm {
    watches_answered: Option<String>,
    answered: Option<String>,
    watched: Option<String>,
    around: Option<String>,
    accepted: Option<String>,
    mentioned: Option<String>,
    commented: Option<String>,
    solved: Option<String>,
    article: Option<String>,
    moderated: Option<String>,
}

impl LettersForm {
    fn kinds(&self) -> HashSet<NotificationKind> {
        let ticked = |kind: &NotificationKind| {
            let box_of_kind = match kind {
                NotificationKind::Answered => &self.answered,
                NotificationKind::Watched => &self.watched,
                NotificationKind::Around => &self.around,
                NotificationKind::Accepted => &self.accepted,
                NotificationKind::Mentioned => &self.mentioned,
                NotificationKind::Commented => &self.commented,
                NotificationKind::Solved => &self.solved,
                NotificationKind::Article => &self.article,
                NotificationKind::Moderated => &self.moderated,
            };
            box_of_kind.is_some()
        };
        NotificationKind::ALL.iter().copied().filter(ticked).collect()
    }
}

/// `GET /settings/letters`
pub async fn show(SignedIn { visit, user }: SignedIn) -> Reply {
    let own = visit.site.store.read(move |db| {
        let watches = users::watches_answered(db, user.id)?;
        Ok((watches, notifications::by_mail(db, user.id)?))
    });
    let (watches, kinds) = own.await.map_err(|error: StoreError| error)?;
    views::settings::letters(&visit, watches, &kinds)
        .unlisted()
        .show(&visit)
}

/// `POST /settings/letters`
pub async fn save(SignedIn { visit, user }: SignedIn, form: Form<LettersForm>) -> Reply {
    let (watches, kinds) = (form.0.watches_answered.is_some(), form.0.kinds());
    let kept = visit.site.store.write(move |tx| {
        users::watch_answered(tx, user.id, watches)?;
        notifications::choose_by_mail(tx, user.id, &kinds)
    });
    kept.await.map_err(|error: StoreError| error)?;
    see_other_with(&visit.site.urls.own_letters(), "letters-saved")
}
