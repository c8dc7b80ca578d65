//! What an administrator decides about asking: whom people reach in the end, how many see no suggestions, and when repeated
//! questions propose an article.

use serde::Deserialize;

use super::ask_session::Holdout;
use super::contact::Contact;
use super::problem::Problems;
use super::proposal::ProposalRule;
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
    /// How many people have to ask the same.
    pub fewest_askers: String,
    /// Within how many days.
    pub proposal_days: String,
    /// Whether moderators get a letter of an outbreak.
    #[serde(default)]
    pub tells_outbreaks: bool,
}

impl From<&Settings> for AskingInput {
    fn from(settings: &Settings) -> Self {
        let contact = settings.contact.as_ref();
        Self {
            contact_label: contact.map_or_else(String::new, |contact| contact.label().to_owned()),
            contact_address: contact.map_or_else(String::new, |contact| contact.href().to_owned()),
            holdout: settings.holdout.percent().to_string(),
            fewest_askers: settings.proposal_rule.fewest_askers.to_string(),
            proposal_days: settings.proposal_rule.days.to_string(),
            tells_outbreaks: settings.tells_outbreaks,
        }
    }
}

/// The same, read, to be put into all settings.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Asking {
    contact: Option<Contact>,
    holdout: Holdout,
    proposal_rule: ProposalRule,
    tells_outbreaks: bool,
}

impl AskingInput {
    /// Reads the form.
    pub fn parse(&self) -> Result<Asking, Problems> {
        let mut problems = Problems::none();
        let contact = Contact::parse(&self.contact_label, &self.contact_address, &mut problems);
        let holdout = problems.keep("holdout", Holdout::parse(&self.holdout));
        let fewest_askers = problems.keep("fewest_askers", ProposalRule::parse_askers(&self.fewest_askers));
        let days = problems.keep("proposal_days", ProposalRule::parse_days(&self.proposal_days));
        match (contact, holdout, fewest_askers, days) {
            (Some(contact), Some(holdout), Some(fewest_askers), Some(days)) => Ok(Asking {
                contact,
                holdout,
                proposal_rule: ProposalRule { fewest_askers, days },
                tells_outbreaks: self.tells_outbreaks,
            }),
            _ => Err(problems),
        }
    }
}

impl Asking {
    /// Puts it into the settings; the others stay.
    pub fn put_into(self, settings: &mut Settings) {
        settings.contact = self.contact;
        settings.holdout = self.holdout;
        settings.proposal_rule = self.proposal_rule;
        settings.tells_outbreaks = self.tells_outbreaks;
    }
}
