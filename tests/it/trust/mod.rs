//! Trust that grows by conduct, what newcomers may not yet, and what everybody reads of both.

mod by_mail;
mod growing;
mod newcomers;
mod telling;

use chrono::Duration;
use diesel::connection::SimpleConnection;
use tanya::domain::id::ThreadId;
use tanya::domain::role::Trust;
use tanya::domain::trust::TrustRules;
use tanya::store::settings;

use crate::support::TestApp;

/// Takes back what somebody of the cast has earned.
fn be_newcomer(app: &TestApp, name: &str) {
    set_trust(app, name, Trust::Newcomer);
}

fn set_trust(app: &TestApp, name: &str, trust: Trust) {
    let statement = format!("update users set trust = '{trust}' where name = '{name}'");
    app.write(|tx| Ok(tx.batch_execute(&statement)?));
}

fn change_rules(app: &TestApp, change: impl FnOnce(&mut TrustRules)) {
    let now = app.now();
    let settings = app.write(|tx| settings::change(tx, |all| change(&mut all.trust), now));
    app.site.take_settings(settings);
}

/// An hour later: whoever was here meanwhile is weighed.
fn weigh(app: &TestApp) {
    app.pass(Duration::minutes(61));
    app.work();
}

/// Threads of ada's that others answer.
fn threads(app: &TestApp, count: usize) -> Vec<ThreadId> {
    let ask = |nth| {
        app.by("ada", |ada| {
            ada.ask("help", &format!("How do I open box {nth}?"), "box")
        })
    };
    (0..count).map(ask).collect()
}
