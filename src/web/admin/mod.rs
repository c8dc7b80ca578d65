//! Running the forum: settings, categories, tags, people, jobs. For administrators only; every handler's signature says so.

pub mod appearance;
pub mod asking;
pub mod categories;
pub mod documents;
pub mod groups;
pub mod incoming;
pub mod invitations;
pub mod jobs;
pub mod letters;
pub mod moderation;
pub mod people;
pub mod reports;
pub mod scans;
pub mod sections;
pub mod settings;
pub mod specimens;
pub mod tags;
pub mod trust;
pub mod uploads;
pub mod watched_words;

use super::{Administrator, Fault, Reply, Visit, views};
use crate::domain::setting::Settings;
use crate::store::{Db, StoreError, hints, overview, settings as settings_store};

/// `GET /admin`: what there is, what needs a hand, and the first steps until they are taken or sent away.
pub async fn overview(admin: Administrator) -> Reply {
    let (visit, id) = (admin.0.visit, admin.0.user.id);
    let read = visit.site.store.read(move |db: &mut Db| {
        let overview = overview::load(db)?;
        Ok::<_, StoreError>((overview, hints::steps(db, id)?))
    });
    let (overview, steps) = read.await?;
    views::admin::overview::page(&visit, &overview, steps).show(&visit)
}

/// Changes settings, and has this node follow them at once; others do within a second.
async fn change_settings(visit: &Visit, change: impl FnOnce(&mut Settings) + Send + 'static) -> Result<(), Fault> {
    let now = visit.now;
    let saved = visit
        .site
        .store
        .write(move |tx| settings_store::change(tx, change, now));
    visit
        .site
        .take_settings(saved.await.map_err(|error: StoreError| error)?);
    Ok(())
}
