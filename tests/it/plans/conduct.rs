//! What warnings, silences, suspensions, removals, notes and canned replies ask of the database.

use chrono::{DateTime, Duration, Utc};
use tanya::domain::account::User;
use tanya::domain::body::{Body, Reason};
use tanya::domain::canned_reply::CannedDraft;
use tanya::domain::id::{RestraintId, StaffNoteId, UserId};
use tanya::domain::restraint::{RestraintDraft, RestraintKind};
use tanya::domain::role::Trust;
use tanya::domain::trust::TrustRules;
use tanya::store::{canned_replies, removals, restraints, staff_notes, trust, users};

use super::pages::{Ask, named};
use crate::support::beginning;

/// Whose conduct it is: they wrote a lot, and some of it waits for a moderator.
const PERSON: UserId = UserId::stored(12);
/// An administrator.
const ROOT: UserId = UserId::stored(6);

/// What is asked and written, by name.
pub fn all() -> Vec<(String, Ask)> {
    let now = beginning();
    let mut all = Vec::new();
    all.extend(RestraintKind::ALL.iter().map(|kind| of_restraint(*kind, now)));
    all.push(named("removing a spammer", move |db| {
        let by = users::find(db, ROOT)?;
        removals::remove(db, &by, PERSON, &Reason::default(), now)?;
        let removed = removals::in_force(db, PERSON)?.expect("they are removed");
        removals::go_on(db, removed.id, now)?;
        removals::person(db, removed.id)?;
        removals::bring_back(db, &by, removed.id, now)
    }));
    all.push(named("notes about a member", move |db| {
        staff_notes::note(db, ROOT, PERSON, &Reason::default(), now)?;
        staff_notes::about(db, PERSON)?;
        staff_notes::count(db, PERSON)?;
        staff_notes::take_back(db, ROOT, StaffNoteId::stored(1))
    }));
    all.push(named("canned replies", move |db| {
        let by = users::find(db, ROOT)?;
        let draft = CannedDraft {
            title: "Which version?".to_owned(),
            body: Body::parse("Which version is it?").unwrap(),
            is_shared: true,
        };
        canned_replies::make(db, &by, &draft, now)?;
        let first = canned_replies::of(db, ROOT)?.first().map(|canned| canned.id);
        let first = first.expect("one was made");
        canned_replies::change(db, &by, first, &draft, now)?;
        canned_replies::delete(db, &by, first)
    }));
    all.push(of_trust(now));
    all.push(named("suspensions that have ended", move |db| {
        restraints::sweep(db, now)
    }));
    all
}

fn of_restraint(kind: RestraintKind, now: DateTime<Utc>) -> (String, Ask) {
    named(format!("a {kind}"), move |db| {
        let by = users::find(db, ROOT)?;
        let draft = RestraintDraft {
            kind,
            reason: Reason::default(),
            ends_at: Some(now + Duration::days(7)),
            about: None,
        };
        restraints::impose(db, &by, PERSON, &draft, now)?;
        restraints::pressing(db, PERSON, now)?;
        restraints::in_force(db, PERSON, kind, now)?;
        restraints::notices(db, PERSON)?;
        restraints::notice_all(db, PERSON, now)?;
        users::writer(db, PERSON, now)?;
        restraints::of(db, PERSON)?;
        let newest = restraints::of(db, PERSON)?.first().map(|found| found.0.id);
        let newest = newest.unwrap_or(RestraintId::stored(1));
        restraints::find(db, newest)?;
        if kind == RestraintKind::Warning {
            restraints::read(db, PERSON, newest, now)?;
        }
        restraints::notice(db, PERSON, newest, now)?;
        restraints::lift(db, &by, newest, now)
    })
}

fn of_trust(now: DateTime<Utc>) -> (String, Ask) {
    named("trust", move |db| {
        let rules = TrustRules::default();
        let newcomer = User {
            trust: Trust::Newcomer,
            ..users::find(db, PERSON)?
        };
        trust::own(db, &newcomer, &rules, now)?;
        let weighed = trust::weigh_next(db, &rules, now)?;
        assert!(!weighed.is_empty(), "nobody was here");
        trust::settle(db, &weighed, now)?;
        trust::change(db, None, PERSON, (Trust::Member, Trust::Newcomer), now)
    })
}
