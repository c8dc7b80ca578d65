//! How much the viewer wants to hear of a thread, a category or a tag.

use serde::Deserialize;

use super::extract::{Form, Id, Named};
use super::threads::address;
use super::{Fault, Reply, SignedIn, see_other_with};
use crate::domain::id::ThreadId;
use crate::domain::subscription::Level;
use crate::store::{StoreError, subscriptions};
use crate::urls::is_local_path;

/// The field of the buttons.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct LevelForm {
    level: String,
    /// The page to come back to, where it is not the thing's own.
    #[serde(default)]
    back: String,
}

impl LevelForm {
    fn level(&self) -> Result<Level, Fault> {
        Level::parse(&self.level).ok_or(Fault::Malformed("malformed-form"))
    }

    /// Where the page is that the form stood on.
    fn way_back(&self) -> Option<String> {
        is_local_path(&self.back).then(|| self.back.clone())
    }
}

/// `POST /threads/{id}/-/watch`
pub async fn thread(SignedIn { visit, user }: SignedIn, id: Id<ThreadId>, form: Form<LevelForm>) -> Reply {
    let (level, sight, now, id) = (form.0.level()?, visit.sight(), visit.now, id.0);
    let chosen = visit
        .site
        .store
        .write(move |tx| subscriptions::choose_for_thread(tx, user.id, sight, id, level, now));
    let id = chosen.await.map_err(|error: StoreError| error)?;
    let back = match form.0.way_back() {
        Some(back) => back,
        None => address(&visit, id).await?,
    };
    see_other_with(&back, notice(level))
}

/// `POST /categories/{slug}/watch`
pub async fn category(SignedIn { visit, user }: SignedIn, slug: Named, form: Form<LevelForm>) -> Reply {
    let (level, sight, now) = (form.0.level()?, visit.sight(), visit.now);
    let back = form.0.way_back().unwrap_or_else(|| visit.site.urls.category(&slug.0));
    let chosen = visit
        .site
        .store
        .write(move |tx| subscriptions::choose_for_category(tx, user.id, sight, &slug.0, level, now));
    chosen.await.map_err(|error: StoreError| error)?;
    see_other_with(&back, notice(level))
}

/// `POST /tags/{name}/watch`
pub async fn tag(SignedIn { visit, user }: SignedIn, name: Named, form: Form<LevelForm>) -> Reply {
    let (level, sight, now) = (form.0.level()?, visit.sight(), visit.now);
    let back = form.0.way_back().unwrap_or_else(|| visit.site.urls.tag(&name.0));
    let chosen = visit
        .site
        .store
        .write(move |tx| subscriptions::choose_for_tag(tx, user.id, sight, &name.0, level, now));
    chosen.await.map_err(|error: StoreError| error)?;
    see_other_with(&back, notice(level))
}

fn notice(level: Level) -> &'static str {
    match level {
        Level::Watching => "watching",
        Level::Normal => "watching-normal",
        Level::Muted => "watching-muted",
    }
}
