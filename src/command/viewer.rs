//! For whom a command prints threads.

use tanya::domain::account::Viewer;
use tanya::domain::email::EmailAddress;
use tanya::domain::sight::Sight;
use tanya::store::{Store, StoreError, grants, users};

use super::Failure;

/// What is written for whoever passes by.
const PUBLIC: &str = "public";

/// What this viewer sees: `public`, or the address of somebody with an account; without one everything, as whoever runs commands could
/// read the database.
pub(super) fn sight(store: &Store, viewer: Option<&str>) -> Result<Sight, Failure> {
    let Some(viewer) = viewer else {
        return Ok(store.read_now::<_, StoreError>(grants::everything)?);
    };
    if viewer == PUBLIC {
        return Ok(Sight::public());
    }
    let nobody = || format!("Nobody has the address {viewer}.");
    let email = EmailAddress::parse(viewer).map_err(|_| nobody())?;
    let found = store.read_now::<_, StoreError>(|db| match users::with_address(db, &email)? {
        Some(user) => users::find(db, user).map(Some),
        None => Ok(None),
    })?;
    let user = found.ok_or_else(nobody)?;
    Ok(Sight::of(&Viewer::User(user)))
}
