//! Mail that comes in: the addresses that people write to, and whose word about senders is believed.

use super::Reader;
use crate::domain::email::EmailAddress;
use crate::domain::incoming::Desk;

/// How much of an address's local part stays free for a token.
const LONGEST_LOCAL: usize = 24;

/// The shortest secret, in characters.
const SHORTEST_SECRET: usize = 20;

/// A secret, which is never printed.
#[derive(Clone, PartialEq, Eq)]
pub struct Secret(pub String);

impl std::fmt::Debug for Secret {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Secret(…)")
    }
}

impl Reader<'_> {
    pub(super) fn desk(&mut self) -> Desk {
        let answers = self.our_address("TANYA_MAIL_INCOMING");
        if answers
            .as_ref()
            .is_some_and(|address| local_length(address) > LONGEST_LOCAL)
        {
            self.problem(
                "TANYA_MAIL_INCOMING has more than 24 characters before its @: there is no room left for the token of an answer.",
            );
        }
        let questions = self.our_address("TANYA_MAIL_ASK");
        let mail_server = self.get("TANYA_MAIL_AUTHSERV_ID").map(str::to_lowercase);
        if mail_server
            .as_ref()
            .is_some_and(|name| name.contains(char::is_whitespace))
        {
            self.problem("TANYA_MAIL_AUTHSERV_ID is not a name such as mx.example.com.");
        }
        Desk {
            answers,
            questions,
            mail_server,
        }
    }

    /// The secret of the webhook; a short one could be guessed.
    pub(super) fn incoming_secret(&mut self) -> Option<Secret> {
        let secret = self.get("TANYA_INCOMING_SECRET")?.to_owned();
        if secret.chars().count() < SHORTEST_SECRET {
            self.problem("TANYA_INCOMING_SECRET has fewer than 20 characters: it could be guessed.");
        }
        Some(Secret(secret))
    }

    fn our_address(&mut self, name: &str) -> Option<EmailAddress> {
        let text = self.get(name)?.to_owned();
        let address = EmailAddress::parse(&text).ok().filter(|_| !text.contains('+'));
        if address.is_none() {
            self.problem(format!(
                "{name} is not an address such as reply@forum.example.com, without a plus."
            ));
        }
        address
    }
}

fn local_length(address: &EmailAddress) -> usize {
    address.as_str().split('@').next().unwrap_or_default().len()
}

#[cfg(test)]
mod tests {
    use std::collections::HashMap;

    use super::super::{Config, ConfigProblems, Overrides};

    fn read(pairs: &[(&str, &str)]) -> Result<Config, ConfigProblems> {
        let owned = |(name, value): &(&str, &str)| ((*name).to_owned(), (*value).to_owned());
        let variables = pairs.iter().map(owned).collect::<HashMap<_, _>>();
        Config::read(&variables, &Overrides::default())
    }

    #[test]
    fn addresses_for_incoming_mail_are_read() {
        let config = read(&[
            ("TANYA_MAIL_INCOMING", "reply@forum.example.com"),
            ("TANYA_MAIL_AUTHSERV_ID", "MX.example.com"),
        ]);
        let desk = config.unwrap().desk;
        assert_eq!(desk.answers.unwrap().as_str(), "reply@forum.example.com");
        assert_eq!(
            (desk.questions, desk.mail_server.as_deref()),
            (None, Some("mx.example.com"))
        );
        for wrong in [
            ("TANYA_MAIL_INCOMING", "reply"),
            ("TANYA_MAIL_INCOMING", "reply+x@forum.example.com"),
            ("TANYA_MAIL_INCOMING", "answers-to-letters-of-the-forum@example.com"),
            ("TANYA_MAIL_ASK", "Forum <ask@example.com>"),
            ("TANYA_MAIL_AUTHSERV_ID", "mx one"),
            ("TANYA_INCOMING_SECRET", "hunter2"),
        ] {
            let problems = read(&[wrong]).err().map(|problems| problems.0);
            assert!(!format!("{problems:?}").contains("hunter2"));
            assert_eq!(problems.map(|problems| problems.len()), Some(1), "{wrong:?}");
        }
    }
}
