//! What an administrator decides about asking: whom people reach in the end, how many see no suggestions, when repeated
//! questions propose an article, and when askers are asked back.

use serde::Deserialize;

use super::ask_session::Holdout;
use super::asking_back::AskingBack;
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
    /// How many days after an answer its asker is reminded.
    pub reminder_days: String,
    /// Whether there are surveys.
    #[serde(default)]
    pub has_surveys: bool,
    /// The share of resolutions that are followed by one, in percent.
    pub survey_share: String,
    /// For how many days nobody is asked again.
    pub quiet_days: String,
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
            reminder_days: settings.asking_back.reminder_days.to_string(),
            has_surveys: settings.asking_back.has_surveys,
            survey_share: settings.asking_back.survey_share.to_string(),
            quiet_days: settings.asking_back.quiet_days.to_string(),
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
    asking_back: AskingBack,
}

impl AskingInput {
    /// Reads the form.
    pub fn parse(&self) -> Result<Asking, Problems> {
        let mut problems = Problems::none();
        let contact = Contact::parse(&self.contact_label, &self.contact_address, &mut problems);
        let holdout = problems.keep("holdout", Holdout::parse(&self.holdout));
        let fewest_askers = problems.keep("fewest_askers", ProposalRule::parse_askers(&self.fewest_askers));
        let days = problems.keep("proposal_days", ProposalRule::parse_days(&self.proposal_days));
        let asking_back = self.asking_back(&mut problems);
        match (contact, holdout, fewest_askers, days, asking_back) {
            (Some(contact), Some(holdout), Some(fewest_askers), Some(days), Some(asking_back)) => Ok(Asking {
                contact,
                holdout,
                proposal_rule: ProposalRule { fewest_askers, days },
                tells_outbreaks: self.tells_outbreaks,
                asking_back,
            }),
            _ => Err(problems),
        }
    }

    fn asking_back(&self, problems: &mut Problems) -> Option<AskingBack> {
        let reminder_days = problems.keep("reminder_days", AskingBack::parse_reminder_days(&self.reminder_days));
        let survey_share = problems.keep("survey_share", AskingBack::parse_survey_share(&self.survey_share));
        let quiet_days = problems.keep("quiet_days", AskingBack::parse_quiet_days(&self.quiet_days));
        Some(AskingBack {
            reminder_days: reminder_days?,
            has_surveys: self.has_surveys,
            survey_share: survey_share?,
            quiet_days: quiet_days?,
        })
    }
}

impl Asking {
    /// Puts it into the settings; the others stay.
    pub fn put_into(self, settings: &mut Settings) {
        settings.contact = self.contact;
        settings.holdout = self.holdout;
        settings.proposal_rule = self.proposal_rule;
        settings.tells_outbreaks = self.tells_outbreaks;
        settings.asking_back = self.asking_back;
    }
}
