//! The settings: one row for each that was ever changed.

use chrono::{DateTime, Utc};
use diesel::prelude::*;

use super::native::NativeDsl;
use super::schema::settings;
use super::time::row_time;
use super::{Db, StoreError, changes};
use crate::domain::change::{ChangeVerb, Noun};
use crate::domain::setting::Settings;

/// The settings as they are; what was never changed has its default.
pub fn load(db: &mut Db) -> Result<Settings, StoreError> {
    let rows: Vec<(String, String)> = settings::table.select((settings::name, settings::value)).load(db)?;
    let mut loaded = Settings::default();
    for (name, value) in rows {
        match name.as_str() {
            "site_name" => loaded.site_name = value,
            "welcome" => loaded.welcome = value,
            "language" => loaded.language = value,
            "sign_up_is_open" => loaded.sign_up_is_open = value == "true",
            _ => {}
        }
    }
    Ok(loaded)
}

/// Changes the settings; every node takes them over within a second.
pub fn save(tx: &mut Db, changed: &Settings, now: DateTime<Utc>) -> Result<(), StoreError> {
    let open = if changed.sign_up_is_open { "true" } else { "false" };
    let rows = [
        ("site_name", changed.site_name.as_str()),
        ("welcome", changed.welcome.as_str()),
        ("language", changed.language.as_str()),
        ("sign_up_is_open", open),
    ];
    for (name, value) in rows {
        let row = (settings::value.eq(value), settings::changed_at.eq(row_time(now)));
        diesel::insert_into(settings::table)
            .values((settings::name.eq(name), row))
            .on_conflict(settings::name)
            .do_update()
            .set(row)
            .native()
            .execute(tx)?;
    }
    changes::record(tx, Noun::Settings, ChangeVerb::Changed, now)
}
