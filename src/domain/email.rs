//! An address of e-mail.

use super::problem::Fault;

/// An address that a letter can be sent to; kept as it was typed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct EmailAddress(String);

impl EmailAddress {
    /// Reads an address: one `@`, a local part of RFC 5321's plain characters, a domain with a dot; at most 254 bytes.
    pub fn parse(text: &str) -> Result<Self, Fault> {
        let wrong = Fault::new("problem-email");
        let text = text.trim();
        let (local, domain) = text.rsplit_once('@').ok_or(wrong)?;
        let local_is_good = !local.is_empty()
            && local.len() <= 64
            && !local.starts_with('.')
            && !local.ends_with('.')
            && !local.contains("..")
            && local
                .chars()
                .all(|c| c.is_ascii_alphanumeric() || "!#$%&'*+-/=?^_`{|}~.".contains(c));
        let label_is_good = |label: &str| {
            !label.is_empty()
                && label.len() <= 63
                && !label.starts_with('-')
                && !label.ends_with('-')
                && label.chars().all(|c| c.is_ascii_alphanumeric() || c == '-')
        };
        let domain_is_good = domain.contains('.') && domain.split('.').all(label_is_good);
        if text.len() <= 254 && local_is_good && domain_is_good {
            Ok(Self(text.to_owned()))
        } else {
            Err(wrong)
        }
    }

    /// The address, to show and to send to.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// What stands behind the `@`, in lower case.
    pub fn domain(&self) -> String {
        let domain = self.0.rsplit_once('@').map(|(_, domain)| domain);
        domain.unwrap_or_default().to_lowercase()
    }

    /// The address in lower case, to compare: no mail server in use tells cases apart.
    pub fn folded(&self) -> String {
        self.0.to_lowercase()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_addresses_are_addresses() {
        for good in ["ada@example.com", "a.b+c@x-y.example.org", " ada@example.com "] {
            assert!(EmailAddress::parse(good).is_ok(), "{good}");
        }
        for bad in [
            "",
            "ada",
            "@x.y",
            "ada@",
            "ada@localhost",
            "a b@x.y",
            "a@x..y",
            "a\n@x.y",
            "a@-x.y",
            ".a@x.y",
        ] {
            assert!(EmailAddress::parse(bad).is_err(), "{bad}");
        }
    }
}
