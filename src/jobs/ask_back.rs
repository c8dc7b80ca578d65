//! Looks for askers who are to be asked whether an answer solved their question, or how satisfied they are, a piece at a time.

use chrono::{DateTime, Utc};

use super::{JobError, Workshop};
use crate::domain::asking_back::AskingBack;
use crate::domain::cursor::Cursor;
use crate::store::{Db, StoreError, reminders, settings, surveys};

type Step = fn(&mut Db, &AskingBack, Option<Cursor>, DateTime<Utc>) -> Result<Option<Cursor>, StoreError>;

pub(super) fn run(workshop: &Workshop, now: DateTime<Utc>) -> Result<(), JobError> {
    let rule = workshop.store.read_now(settings::load)?.asking_back;
    let steps: [Step; 2] = [reminders::step, surveys::step];
    for step in steps {
        let mut after = None;
        // By batches, between which others write.
        loop {
            after = workshop.store.write_now(|tx| step(tx, &rule, after, now))?;
            if after.is_none() {
                break;
            }
        }
    }
    Ok(())
}
