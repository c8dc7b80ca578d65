//! What an administrator decides about help while asking: whom people reach in the end, and how many see no suggestions.

use serde::Deserialize;

use super::ask_session::Holdout;
use super::contact::Contact;
use super::problem::Problems;
use super::setting::Settings;

/// The form of the admin page, as it was typed.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct AskingInput {
    /// What the contact is called.
    pub contact_label: String,
    /// Where it leads.
    pub contact_address: String,
    /// The share of visitors without suggestions, in percent.
    pub holdout: String,
}

impl From<&Settings> for AskingInput {
    fn from(settings: &Settings) -> Self {
        let contact = settings.contact.as_ref();
        Self {
            contact_label: contact.map_or_else(String::new, |contact| contact.label().to_owned()),
            contact_address: contact.map_or_else(String::new, |contact| contact.href().to_owned()),
            holdout: settings.holdout.percent().to_string(),
        }
    }
}

/// The same, read, to be put into all settings.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Asking {
    contact: Option<Contact>,
    holdout: Holdout,
}

impl AskingInput {
    /// Reads the form.
    pub fn parse(&self) -> Result<Asking, Problems> {
        let mut problems = Problems::none();
        let contact = Contact::parse(&self.contact_label, &self.contact_address, &mut problems);
        let holdout = problems.keep("holdout", Holdout::parse(&self.holdout));
        match (contact, holdout) {
            (Some(contact), Some(holdout)) => Ok(Asking { contact, holdout }),
            _ => Err(problems),
        }
    }
}

impl Asking {
    /// Puts it into the settings; the others stay.
    pub fn put_into(self, settings: &mut Settings) {
        settings.contact = self.contact;
        settings.holdout = self.holdout;
    }
}
