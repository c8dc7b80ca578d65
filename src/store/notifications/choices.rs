//! Which kinds of what they are told people want by mail.

use std::collections::{HashMap, HashSet};

use diesel::prelude::*;

use crate::domain::id::UserId;
use crate::domain::notification::NotificationKind;
use crate::store::native::{NativeDsl, among};
use crate::store::schema::letter_choices;
use crate::store::{Db, StoreError};

/// What people chose who chose something.
pub(super) struct Choices(HashMap<(i64, String), bool>);

impl Choices {
    /// Whether somebody wants this kind by mail.
    pub(super) fn is_by_mail(&self, person: i64, kind: NotificationKind) -> bool {
        let chosen = self.0.get(&(person, kind.as_str().to_owned()));
        chosen.copied().unwrap_or(kind.is_by_mail_at_first())
    }
}

/// What these people chose: one query, however many they are.
pub(super) fn of(db: &mut Db, people: &[i64]) -> Result<Choices, StoreError> {
    let rows: Vec<(i64, String, bool)> = letter_choices::table
        .filter(among(letter_choices::user_id, people.iter().copied()))
        .select((
            letter_choices::user_id,
            letter_choices::kind,
            letter_choices::is_by_mail,
        ))
        .load(db)?;
    let chosen = rows
        .into_iter()
        .map(|(person, kind, is_by_mail)| ((person, kind), is_by_mail));
    Ok(Choices(chosen.collect()))
}

/// The kinds that somebody wants by mail.
pub fn by_mail(db: &mut Db, reader: UserId) -> Result<HashSet<NotificationKind>, StoreError> {
    let choices = of(db, &[reader.get()])?;
    let kinds = NotificationKind::ALL.iter().copied();
    Ok(kinds.filter(|kind| choices.is_by_mail(reader.get(), *kind)).collect())
}

/// Keeps which kinds somebody wants by mail, and that they want no others.
pub fn choose_by_mail(tx: &mut Db, reader: UserId, kinds: &HashSet<NotificationKind>) -> Result<(), StoreError> {
    for kind in NotificationKind::ALL {
        let chosen = letter_choices::is_by_mail.eq(kinds.contains(kind));
        diesel::insert_into(letter_choices::table)
            .values((
                letter_choices::user_id.eq(reader.get()),
                letter_choices::kind.eq(kind.as_str()),
                chosen,
            ))
            .on_conflict((letter_choices::user_id, letter_choices::kind))
            .do_update()
            .set(chosen)
            .native()
            .execute(tx)?;
    }
    Ok(())
}
