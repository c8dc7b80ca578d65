//! Letters as values: each is composed from what it says, in the reader's words, as text and as HTML.
//!
//! What belongs here: what a letter says and how it looks. What does not: when it is written (`jobs`), how it travels
//! (`mail`), and any row of the database.

mod account;
mod asking_back;
mod by_mail;
mod conduct;
mod digest;
mod heading;
mod notifications;
mod repeats;
mod security;
pub mod sheet;
pub mod specimens;
mod subscribing;

pub use account::{already_registered, confirm_sign_up, forgotten_password, invitation, password_changed};
pub use asking_back::{Ways, reminder, survey};
pub use by_mail::{Unposted, confirm_question, unposted};
pub use conduct::{Conduct, restrained, restraint_lifted};
pub use digest::{SubscriberWays, digest};
pub use heading::{Heading, List};
pub use notifications::{StopWays, sentence, thread_letter, way};
pub use repeats::outbreak;
pub use security::{
    account_closed, address_change_asked, address_changed, address_taken, confirm_address, new_sign_in,
    second_factor_changed,
};
pub use subscribing::{Awaited, already_subscribed, confirm_awaiting, confirm_digests, resolved};

use crate::domain::email::EmailAddress;
use crate::text::phrases::{Phrases, Value};
use crate::urls::Urls;

/// The content of one e-mail.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Letter {
    /// Who gets it.
    pub to: EmailAddress,
    /// What it is about, in one line.
    pub subject: String,
    /// The whole letter as plain text.
    pub text: String,
    /// The same as HTML.
    pub html: String,
    /// What it says to mail programs.
    pub heading: Heading,
}

/// What every letter is written on: the reader's words, the site's name and its addresses.
#[derive(Clone, Copy)]
pub struct Stationery<'a> {
    /// The phrases in the reader's language.
    pub phrases: &'a Phrases,
    /// The site's addresses.
    pub urls: &'a Urls,
    /// The site's name.
    pub site_name: &'a str,
}

impl Stationery<'_> {
    /// A phrase that may mention the site's name.
    fn tell(&self, key: &str, values: &[(&str, Value)]) -> String {
        let mut all = vec![("site", Value::from(self.site_name))];
        all.extend_from_slice(values);
        self.phrases.tell(key, &all)
    }
}
