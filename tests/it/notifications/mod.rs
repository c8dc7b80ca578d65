//! What people are told of: each kind, levels, what is undone, pages and the bell.

mod comments;
mod kinds;
mod letters;
mod levels;
mod many;
mod mentions;
mod merges;
mod model;
mod pages;
mod solved;
mod stopping;
mod undone;
mod wishes;

use tanya::domain::account::Viewer;
use tanya::domain::id::{ThreadId, UserId};
use tanya::domain::notification::NotificationKind;
use tanya::domain::sight::Sight;
use tanya::domain::subscription::Level;
use tanya::store::notifications::{self, Notification};
use tanya::store::subscriptions;

use crate::support::TestApp;

/// What one of the cast is told, the newest first.
pub fn notifications_of(app: &TestApp, name: &str) -> Vec<Notification> {
    let user = app.user(name);
    let sight = Sight::of(&Viewer::User(user.clone()));
    app.read(|db| notifications::page(db, user.id, sight, None)).items
}

/// How it concerns them.
pub fn told(app: &TestApp, name: &str) -> Vec<NotificationKind> {
    notifications_of(app, name).iter().map(|told| told.kind).collect()
}

/// What their bell says.
pub fn unread(app: &TestApp, name: &str) -> i64 {
    let user = app.user(name);
    let sight = Sight::of(&Viewer::User(user.clone()));
    app.read(|db| notifications::unread(db, user.id, sight)).count()
}

pub fn id_of(app: &TestApp, name: &str) -> UserId {
    app.user(name).id
}

/// Says how much one of the cast wants to hear of a thread.
pub fn choose(app: &TestApp, name: &str, thread: ThreadId, level: Level) {
    let (id, now) = (id_of(app, name), app.now());
    app.write(|tx| subscriptions::choose_for_thread(tx, id, Sight::everything(), thread, level, now));
}

/// The same of a category.
pub fn choose_category(app: &TestApp, name: &str, slug: &str, level: Level) {
    let (id, now) = (id_of(app, name), app.now());
    app.write(|tx| subscriptions::choose_for_category(tx, id, Sight::everything(), slug, level, now));
}

/// The same of a tag.
pub fn choose_tag(app: &TestApp, name: &str, tag: &str, level: Level) {
    let (id, now) = (id_of(app, name), app.now());
    app.write(|tx| subscriptions::choose_for_tag(tx, id, Sight::everything(), tag, level, now));
}
