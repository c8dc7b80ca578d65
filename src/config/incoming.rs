//! Mail that comes in: the addresses that people write to, and whose word about senders is believed.

use super::Reader;
use crate::domain::email::EmailAddress;
use crate::domain::incoming::{Desk, Mailbox};

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

    /// The mailbox out of which messages come.
    pub(super) fn mailbox(&mut self) -> Option<Mailbox> {
        let text = self.get("TANYA_IMAP_URL")?.to_owned();
        let url = url::Url::parse(&text).ok();
        let mailbox = url.as_ref().and_then(mailbox_of);
        if mailbox.is_none() {
            self.problem(
                "TANYA_IMAP_URL is not an address such as imaps://user:password@imap.example.com/INBOX; \
                 without TLS (imap://) it may only be this machine's own.",
            );
        }
        mailbox
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

fn mailbox_of(url: &url::Url) -> Option<Mailbox> {
    let is_encrypted = url.scheme() == "imaps";
    // Of such an address the library keeps the host as it is written.
    let is_here = matches!(url.host_str(), Some("localhost" | "127.0.0.1" | "[::1]"));
    if !is_encrypted && (url.scheme() != "imap" || !is_here) {
        return None;
    }
    let decoded = |text: &str| percent_decoded(text).filter(|text| !text.is_empty());
    let folder = url.path().trim_start_matches('/');
    Some(Mailbox {
        host: url
            .host_str()
            .map(|host| host.trim_matches(['[', ']']).to_owned())
            .filter(|host| !host.is_empty())?,
        port: url.port().unwrap_or(if is_encrypted { 993 } else { 143 }),
        is_encrypted,
        user: decoded(url.username())?,
        password: decoded(url.password()?)?,
        folder: decoded(folder).unwrap_or_else(|| "INBOX".to_owned()),
    })
}

/// What stands in an address behind percent signs.
fn percent_decoded(text: &str) -> Option<String> {
    let pairs = format!("x={}", text.replace('+', "%2B"));
    let decoded = url::form_urlencoded::parse(pairs.as_bytes()).next()?.1.into_owned();
    (!decoded.contains('\u{FFFD}')).then_some(decoded)
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
            ("TANYA_IMAP_URL", "imap://forum:hunter2@imap.example.com"),
            ("TANYA_IMAP_URL", "imaps://imap.example.com"),
        ] {
            let problems = read(&[wrong]).err().map(|problems| problems.0);
            assert!(!format!("{problems:?}").contains("hunter2"));
            assert_eq!(problems.map(|problems| problems.len()), Some(1), "{wrong:?}");
        }
    }

    #[test]
    fn a_mailbox_is_read_and_its_password_never_told() {
        let config = read(&[(
            "TANYA_IMAP_URL",
            "imaps://forum%40example.com:hunter2%2F+@imap.example.com/Forum%20mail",
        )]);
        let mailbox = config.unwrap().mailbox.unwrap();
        assert_eq!(
            (mailbox.user.as_str(), mailbox.password.as_str()),
            ("forum@example.com", "hunter2/+")
        );
        assert_eq!(
            (mailbox.port, mailbox.folder.as_str(), mailbox.is_encrypted),
            (993, "Forum mail", true)
        );
        assert!(!format!("{mailbox:?}").contains("hunter2"));
        let local = read(&[("TANYA_IMAP_URL", "imap://forum:x@127.0.0.1:1430")])
            .unwrap()
            .mailbox
            .unwrap();
        assert_eq!((local.port, local.folder.as_str()), (1430, "INBOX"));
    }
}
