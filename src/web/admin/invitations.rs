//! Invitations: given by link or by letter, and taken back; by administrators, and by moderators where the forum lets them.

use actix_web::http::header::{self, HeaderValue};

use crate::domain::cursor::Cursor;
use crate::domain::id::InvitationId;
use crate::domain::invitation::{InvitationDraft, InvitationInput};
use crate::domain::problem::Problems;
use crate::store::{StoreError, invitations};
use crate::web::extract::{After, Id, NoFields, Sent};
use crate::web::{Fault, Inviter, Reply, SignedIn, see_other_with, unprocessable, views};

/// How many invitations stand on a page.
const SIZE: i64 = 50;

/// `GET /admin/invitations`: all of them, for administrators; for others those that they gave.
pub async fn list(inviter: Inviter, after: After) -> Reply {
    page(&inviter.0, after.0, &InvitationInput::default(), None).await
}

async fn page(
    SignedIn { visit, user }: &SignedIn,
    after: Option<Cursor>,
    input: &InvitationInput,
    problems: Option<&Problems>,
) -> Reply {
    let by = user.clone();
    let found = visit.site.store.read(move |db| {
        let given = invitations::page(db, &by, after, SIZE)?;
        Ok::<_, StoreError>((given, invitations::groups_to_offer(db, &by)?))
    });
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
pub async fn give(Sent(inviter, fields): Sent<Inviter, Vec<(String, String)>>) -> Reply {
    let input = InvitationInput::read(&fields).ok_or(Fault::Malformed("malformed-form"))?;
    let draft = match InvitationDraft::parse(&input) {
        Ok(draft) => draft,
        Err(problems) => return page(&inviter.0, None, &input, Some(&problems)).await,
    };
    let SignedIn { visit, user } = inviter.0;
    let now = visit.now;
    let given = visit
        .site
        .store
        .write(move |tx| invitations::give(tx, &user, &draft, now));
    let given = given.await.map_err(|error: StoreError| error)?;
    let Some(token) = given.done().ok_or(Fault::Forbidden)? else {
        return see_other_with(&visit.site.urls.admin_invitations(), "invitation-sent");
    };
    let mut response = views::admin::invitations::link(&visit, &token).response(&visit);
    response
        .headers_mut()
        .insert(header::CACHE_CONTROL, HeaderValue::from_static("no-store"));
    Ok(response)
}

/// `POST /admin/invitations/{id}/end`
pub async fn end(Sent(inviter, _): Sent<Inviter, NoFields>, id: Id<InvitationId>) -> Reply {
    let (SignedIn { visit, user }, id) = (inviter.0, id.0);
    let now = visit.now;
    let ended = visit.site.store.write(move |tx| invitations::end(tx, &user, id, now));
    ended.await.map_err(|error: StoreError| error)?;
    see_other_with(&visit.site.urls.admin_invitations(), "invitation-ended")
}
