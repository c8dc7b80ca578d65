//! How letters go to a mail server: signed with which key, how fast, and believing whom.

use std::path::PathBuf;

use lettre::message::Mailbox;

use super::Reader;

/// Letters a minute to one domain, when nothing is said: what big providers take from a sender that they hardly know.
const USUAL_PACE: u32 = 300;
/// The selector when nothing is said.
const USUAL_SELECTOR: &str = "tanya";

/// How letters go.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Post {
    /// With which key they are signed (`TANYA_DKIM_KEY`), if they are.
    pub signing: Option<Signing>,
    /// How many go to one domain in a minute (`TANYA_MAIL_PACE`); 0 is as fast as they go.
    pub pace: u32,
    /// Certificates of authorities that are believed besides the public ones (`SSL_CERT_FILE`).
    pub roots: Option<PathBuf>,
}

/// With which key letters are signed (DKIM).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Signing {
    /// The file of the private key.
    pub key: PathBuf,
    /// The domain that signs (`TANYA_DKIM_DOMAIN`).
    pub domain: String,
    /// Under which name the domain publishes the key (`TANYA_DKIM_SELECTOR`).
    pub selector: String,
}

impl Reader<'_> {
    pub(super) fn post(&mut self, mail_from: &str) -> Post {
        Post {
            signing: self.signing(mail_from),
            pace: self.pace(),
            roots: self.get("SSL_CERT_FILE").map(PathBuf::from),
        }
    }

    fn signing(&mut self, mail_from: &str) -> Option<Signing> {
        let domain = self.get("TANYA_DKIM_DOMAIN").map(str::to_owned);
        let selector = self.get("TANYA_DKIM_SELECTOR").map(str::to_owned);
        let Some(key) = self.get("TANYA_DKIM_KEY").map(PathBuf::from) else {
            if domain.or(selector).is_some() {
                self.problem("TANYA_DKIM_KEY, the file of the key that signs letters, is missing.");
            }
            return None;
        };
        let sender = mail_from.parse::<Mailbox>().ok();
        let domain = domain.or_else(|| sender.map(|sender| sender.email.domain().to_owned()))?;
        let selector = selector.unwrap_or_else(|| USUAL_SELECTOR.to_owned());
        for (name, value) in [("TANYA_DKIM_DOMAIN", &domain), ("TANYA_DKIM_SELECTOR", &selector)] {
            let fits = |letter: char| letter.is_ascii_alphanumeric() || matches!(letter, '-' | '.' | '_');
            if !value.chars().all(fits) {
                self.problem(format!("{name} is not a name of letters, digits, hyphens and dots."));
            }
        }
        Some(Signing { key, domain, selector })
    }

    fn pace(&mut self) -> u32 {
        match self.get("TANYA_MAIL_PACE").map(str::parse) {
            None => USUAL_PACE,
            Some(Ok(pace)) => pace,
            Some(Err(_)) => {
                self.problem("TANYA_MAIL_PACE is not a number of letters a minute, such as 300, or 0 for no limit.");
                USUAL_PACE
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use std::collections::HashMap;

    use super::super::{Config, Overrides};
    use super::*;

    fn read(pairs: &[(&str, &str)]) -> Result<Post, String> {
        let owned = |(name, value): &(&str, &str)| ((*name).to_owned(), (*value).to_owned());
        let variables: HashMap<String, String> = pairs.iter().map(owned).collect();
        let config = Config::read(&variables, &Overrides::default());
        config
            .map(|config| config.post)
            .map_err(|problems| problems.to_string())
    }

    #[test]
    fn a_key_signs_for_the_domain_of_the_sender_unless_another_is_said() {
        let post = read(&[
            ("TANYA_DKIM_KEY", "/k.pem"),
            ("TANYA_MAIL_FROM", "Forum <forum@example.com>"),
        ])
        .unwrap();
        let signing = post.signing.unwrap();
        assert_eq!((&*signing.domain, &*signing.selector), ("example.com", "tanya"));
        let post = read(&[
            ("TANYA_DKIM_KEY", "/k.pem"),
            ("TANYA_DKIM_DOMAIN", "example.org"),
            ("TANYA_DKIM_SELECTOR", "s1"),
            ("TANYA_MAIL_PACE", "0"),
        ]);
        let post = post.unwrap();
        let signing = post.signing.unwrap();
        assert_eq!(
            (&*signing.domain, &*signing.selector, post.pace),
            ("example.org", "s1", 0)
        );
        assert_eq!(
            read(&[]).unwrap(),
            Post {
                signing: None,
                pace: USUAL_PACE,
                roots: None
            }
        );
    }

    #[test]
    fn what_cannot_be_is_said() {
        for (pairs, about) in [
            (&[("TANYA_DKIM_SELECTOR", "s1")][..], "TANYA_DKIM_KEY"),
            (
                &[("TANYA_DKIM_KEY", "k"), ("TANYA_DKIM_SELECTOR", "a;b")][..],
                "TANYA_DKIM_SELECTOR",
            ),
            (&[("TANYA_MAIL_PACE", "fast")][..], "TANYA_MAIL_PACE"),
            (&[("TANYA_MAIL_PACE", "-1")][..], "TANYA_MAIL_PACE"),
        ] {
            let said = read(pairs).unwrap_err();
            assert!(said.contains(about) && said.lines().count() == 1, "{said}");
        }
    }
}
