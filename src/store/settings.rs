//! The settings: one row for each that was ever changed.

use chrono::{DateTime, Utc};
use diesel::prelude::*;

use super::native::NativeDsl;
use super::schema::settings;
use super::time::row_time;
use super::{Db, StoreError, changes, documents};
use crate::domain::ask_session::Holdout;
use crate::domain::asking_back::AskingBack;
use crate::domain::case::HidingRule;
use crate::domain::change::{ChangeVerb, Noun};
use crate::domain::colour::{Colour, Palette};
use crate::domain::contact::Contact;
use crate::domain::footer;
use crate::domain::proposal::ProposalRule;
use crate::domain::second_factor::SecondFactorDuty;
use crate::domain::setting::{Logo, Settings, parse_letters_a_day};

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
            "is_for_members" => loaded.is_for_members = value == "true",
            "moderators_invite" => loaded.moderators_invite = value == "true",
            "accent" => loaded.accent = readable(&value).unwrap_or(loaded.accent),
            "logo" => loaded.logo = Logo::stored(&value),
            "contact" => loaded.contact = Contact::stored(&value),
            "holdout" => loaded.holdout = Holdout::parse(&value).unwrap_or_default(),
            "fewest_askers" => {
                let rule = &mut loaded.proposal_rule;
                rule.fewest_askers = ProposalRule::parse_askers(&value).unwrap_or(rule.fewest_askers);
            }
            "proposal_days" => {
                let rule = &mut loaded.proposal_rule;
                rule.days = ProposalRule::parse_days(&value).unwrap_or(rule.days);
            }
            "reminder_days" => {
                let rule = &mut loaded.asking_back;
                rule.reminder_days = AskingBack::parse_reminder_days(&value).unwrap_or(rule.reminder_days);
            }
            "has_surveys" => loaded.asking_back.has_surveys = value == "true",
            "survey_share" => {
                let rule = &mut loaded.asking_back;
                rule.survey_share = AskingBack::parse_survey_share(&value).unwrap_or(rule.survey_share);
            }
            "quiet_days" => {
                let rule = &mut loaded.asking_back;
                rule.quiet_days = AskingBack::parse_quiet_days(&value).unwrap_or(rule.quiet_days);
            }
            "tells_outbreaks" => loaded.tells_outbreaks = value == "true",
            "letters_a_day" => loaded.letters_a_day = parse_letters_a_day(&value).unwrap_or(loaded.letters_a_day),
            "second_factor" => loaded.second_factor = SecondFactorDuty::parse(&value).unwrap_or(loaded.second_factor),
            "members_to_hide" => loaded.hiding_rule = HidingRule::parse(&value).unwrap_or_default(),
            "content_licence" => loaded.content_licence = value,
            "footer_links" => loaded.footer_links = footer::parse(&value).unwrap_or_default(),
            _ => {
                loaded.reports.take_row(&name, &value);
                loaded.uploads.take_row(&name, &value);
                loaded.spam.take_row(&name, &value);
                loaded.trust.take_row(&name, &value);
            }
        }
    }
    loaded.documents = documents::in_force(db)?;
    Ok(loaded)
}

/// An accent that this program can read; another version may have had other rules.
fn readable(value: &str) -> Option<Colour> {
    Colour::parse(value).filter(|accent| Palette::of(*accent).is_ok())
}

/// Changes some settings and answers all of them, so that two administrators who change different things both succeed.
pub fn change(tx: &mut Db, put_into: impl FnOnce(&mut Settings), now: DateTime<Utc>) -> Result<Settings, StoreError> {
    let mut settings = load(tx)?;
    put_into(&mut settings);
    save(tx, &settings, now)?;
    Ok(settings)
}

/// Changes the settings, except for the documents, which are published; every node takes them over within a second.
pub fn save(tx: &mut Db, changed: &Settings, now: DateTime<Utc>) -> Result<(), StoreError> {
    let word = |is_so: bool| if is_so { "true" } else { "false" };
    let (accent, logo) = (changed.accent.to_string(), changed.logo.as_ref().map(Logo::to_row));
    let (logo, footer_links) = (logo.unwrap_or_default(), footer::lines(&changed.footer_links));
    let contact = changed.contact.as_ref().map(Contact::to_row).unwrap_or_default();
    let holdout = changed.holdout.percent().to_string();
    let ProposalRule { fewest_askers, days } = changed.proposal_rule;
    let (fewest_askers, days) = (fewest_askers.to_string(), days.to_string());
    let asking_back = changed.asking_back;
    let [reminder_days, survey_share, quiet_days] = [
        asking_back.reminder_days,
        asking_back.survey_share,
        asking_back.quiet_days,
    ]
    .map(|number| number.to_string());
    let letters_a_day = changed.letters_a_day.to_string();
    let members_to_hide = changed.hiding_rule.members().to_string();
    let rows = [
        ("site_name", changed.site_name.as_str()),
        ("welcome", changed.welcome.as_str()),
        ("language", changed.language.as_str()),
        ("sign_up_is_open", word(changed.sign_up_is_open)),
        ("is_for_members", word(changed.is_for_members)),
        ("moderators_invite", word(changed.moderators_invite)),
        ("accent", &accent),
        ("logo", &logo),
        ("footer_links", &footer_links),
        ("contact", &contact),
        ("holdout", &holdout),
        ("fewest_askers", &fewest_askers),
        ("proposal_days", &days),
        ("reminder_days", &reminder_days),
        ("has_surveys", word(asking_back.has_surveys)),
        ("survey_share", &survey_share),
        ("quiet_days", &quiet_days),
        ("tells_outbreaks", word(changed.tells_outbreaks)),
        ("letters_a_day", &letters_a_day),
        ("second_factor", changed.second_factor.as_str()),
        ("members_to_hide", &members_to_hide),
        ("content_licence", changed.content_licence.as_str()),
    ];
    let (of_reports, of_uploads) = (changed.reports.to_rows(), changed.uploads.to_rows());
    let (of_spam, of_trust) = (changed.spam.to_rows(), changed.trust.to_rows());
    let others = of_reports.iter().chain(&of_uploads).chain(&of_spam).chain(&of_trust);
    for (name, value) in rows
        .into_iter()
        .chain(others.map(|(name, value)| (*name, value.as_str())))
    {
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
