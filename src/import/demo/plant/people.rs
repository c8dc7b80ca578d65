//! The people of the demo forum: their accounts, with addresses that lead nowhere.

use chrono::{DateTime, Utc};

use super::{Garden, PlantError, faulty, refused};
use crate::domain::body::Reason;
use crate::domain::email::EmailAddress;
use crate::domain::person::PersonName;
use crate::domain::role::{Role, Trust};
use crate::domain::slug::slug;
use crate::import::demo::content::Person;
use crate::store::users::profiles::{self, Editing};
use crate::store::users::roles::{self, Governance};
use crate::store::users::{self, NewUser};
use crate::text::markdown::render;

impl<'a> Garden<'a> {
    pub(super) fn join(&mut self, person: &'a Person, at: DateTime<Utc>) -> Result<(), PlantError> {
        let keys = self.keys.filter(|keys| keys.name == person.name);
        let email = match keys {
            Some(keys) => keys.email.clone(),
            None => self.free_address(&person.name)?,
        };
        let trust = if person.role >= Role::Helper || person.staff {
            Trust::Regular
        } else {
            Trust::Member
        };
        let new = NewUser {
            name: &person.name,
            email: Some(&email),
            password_hash: keys.map(|keys| keys.password_hash),
            role: person.role,
            trust,
        };
        let id = users::add(self.tx, &new, at)?;
        if person.staff {
            let governance = Governance {
                admin: None,
                user: id,
                reason: Reason::default(),
                now: at,
            };
            roles::set_staff(self.tx, &governance, true)?;
        }
        if !person.about.is_empty() {
            let name = PersonName::parse(&person.name).map_err(|fault| faulty(&person.name, fault))?;
            match profiles::edit(self.tx, id, &name, &person.about, &render(&person.about), at)? {
                Editing::Saved => {}
                Editing::NameTaken | Editing::TooSoon(_) => {
                    return Err(refused(&person.name, "somebody else has this name"));
                }
            }
        }
        let user = users::find(self.tx, id)?;
        self.people.insert(&person.name, user);
        Ok(())
    }

    /// An address at example.com, which never leads anywhere.
    fn free_address(&mut self, name: &str) -> Result<EmailAddress, PlantError> {
        let plain: String = slug(name)
            .chars()
            .filter(|c| c.is_ascii_alphanumeric() || *c == '-')
            .collect();
        let plain = plain.trim_matches('-').replace('-', ".");
        let number = self.people.len() + 1;
        let candidates = [
            format!("{plain}@example.com"),
            format!("{plain}.{number}@example.com"),
            format!("person.{number}@example.com"),
        ];
        for candidate in candidates {
            if let Ok(address) = EmailAddress::parse(&candidate)
                && users::with_address(self.tx, &address)?.is_none()
            {
                return Ok(address);
            }
        }
        Err(refused(name, "no address at example.com is free"))
    }
}
