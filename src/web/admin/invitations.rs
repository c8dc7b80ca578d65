//! Invitations: given by link or by letter, and taken back.

use actix_web::http::header::{self, HeaderValue};

use crate::domain::cursor::Cursor;
use crate::domain::id::InvitationId;
use crate::domain::invitation::{InvitationDraft, InvitationInput};
use crate::domain::moderation::Occasion;
use crate::domain::problem::Problems;
use crate::store::{StoreError, groups, invitations};
use crate::web::extract::{After, Id, NoFields, Sent};
use crate::web::{Administrator, Reply, SignedIn, Visit, see_other_with, unprocessable, views};

/// How many invitations stand on a page.
const SIZE: i64 = 50;

/// `GET /admin/invitations`
pub async fn list(admin: Administrator, after: After) -> Reply {
    page(&admin.0.visit, after.0, &InvitationInput::default(), None).await
}

async fn page(visit: &Visit, after: Option<Cursor>, input: &InvitationInput, problems: Option<&Problems>) -> Reply {
    let found = visit
        .site
        .store
        .read(move |db| Ok::<_, StoreError>((invitations::page(db, after, SIZE)?, groups::list(db)?)));
    let (given, groups) = found.await?;
    let said = problems.map(|problems| views::problems(visit, problems));
    let said = said.as_deref().unwrap_or_default();
    let page = views::admin::invitations::list(visit, (&given, after.is_some()), &groups, input, said);
    match problems {
        Some(_) => unprocessable(visit, page),
        None => page.show(visit),
    }
}

/// `POST /admin/invitations`: a letter goes, or the answer shows the link, once; no address, log or cache keeps it.
pub async fn give(Sent(admin, input): Sent<Administrator, InvitationInput>) -> Reply {
    let SignedIn { visit, user } = admin.0;
    let draft = match InvitationDraft::parse(&input) {
        Ok(draft) => draft,
        Err(problems) => return page(&visit, None, &input, Some(&problems)).await,
    };
    let on = Occasion {
        reason: draft.reason.clone(),
        ..Occasion::of(user.id, visit.now)
    };
    let given = visit
        .site
        .store
        .write(move |tx| invitations::give(tx, &draft, &on))
        .await?;
    let Some(token) = given else {
        return see_other_with(&visit.site.urls.admin_invitations(), "invitation-sent");
    };
    let mut response = views::admin::invitations::link(&visit, &token).response(&visit);
    response
        .headers_mut()
        .insert(header::CACHE_CONTROL, HeaderValue::from_static("no-store"));
    Ok(response)
}

/// `POST /admin/invitations/{id}/end`
pub async fn end(Sent(admin, _): Sent<Administrator, NoFields>, id: Id<InvitationId>) -> Reply {
    let (SignedIn { visit, user }, id) = (admin.0, id.0);
    let on = Occasion::of(user.id, visit.now);
    let ended = visit.site.store.write(move |tx| invitations::end(tx, id, &on));
    ended.await.map_err(|error: StoreError| error)?;
    see_other_with(&visit.site.urls.admin_invitations(), "invitation-ended")
}
