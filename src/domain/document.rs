//! Terms, privacy and imprint: which there are, in which version, and to which people agree.

use super::body::{LONGEST_BODY, lines};
use super::problem::Fault;

crate::named! {
    /// A text that the forum's keeper answers for.
    pub enum Document {
        /// The terms of use.
        Terms = "terms",
        /// What happens to people's data.
        Privacy = "privacy",
        /// Who runs the forum.
        Imprint = "imprint",
    }
}

impl Document {
    /// Whether people agree to it when they sign up; an imprint is only there to be read.
    pub fn is_agreed_to(self) -> bool {
        matches!(self, Document::Terms | Document::Privacy)
    }
}

/// A document that is in force.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct InForce {
    /// Which document.
    pub document: Document,
    /// Its newest version, from 1.
    pub version: i64,
    /// The newest version that asks people who have an account to agree again; whoever agreed to it or to a later one
    /// has nothing to do. `None` when no version asked.
    pub asked: Option<i64>,
}

/// The documents in force, in the order of [`Document::ALL`]; one whose text was taken away is not among them.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Documents(Vec<InForce>);

/// The versions that a person agrees to, as a form carries them: `terms-2 privacy-1`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Agreed(Vec<(Document, i64)>);

impl Documents {
    /// These documents, in any order.
    pub fn new(mut all: Vec<InForce>) -> Self {
        all.sort_unstable_by_key(|one| one.document);
        Self(all)
    }

    /// Those that can be read.
    pub fn iter(&self) -> impl Iterator<Item = &InForce> {
        self.0.iter()
    }

    /// Those that people agree to when they sign up.
    pub fn to_agree(&self) -> impl Iterator<Item = &InForce> {
        self.iter().filter(|one| one.document.is_agreed_to())
    }

    /// What somebody agrees to who signs up now; `None` when there is nothing to agree to.
    pub fn agreement(&self) -> Option<Agreed> {
        let all: Vec<_> = self.to_agree().map(|one| (one.document, one.version)).collect();
        (!all.is_empty()).then_some(Agreed(all))
    }

    /// The least version of each document that people with an account must have agreed to.
    pub fn asked(&self) -> Vec<(Document, i64)> {
        let asked = |one: &InForce| one.asked.map(|version| (one.document, version));
        self.to_agree().filter_map(asked).collect()
    }

    /// Reads what a form says was agreed to: it must be what is in force.
    pub fn parse_agreed(&self, offered: &str) -> Result<Option<Agreed>, Fault> {
        let Some(agreement) = self.agreement() else {
            return Ok(None);
        };
        if offered == agreement.to_string() {
            Ok(Some(agreement))
        } else if offered.is_empty() {
            Err(Fault::new("problem-not-agreed"))
        } else {
            Err(Fault::new("problem-agreed-to-older"))
        }
    }
}

impl Agreed {
    /// Reads what a row kept; what it cannot read was not agreed to.
    pub fn stored(text: &str) -> Self {
        let one = |part: &str| {
            let (document, version) = part.rsplit_once('-')?;
            Some((Document::parse(document)?, version.parse().ok()?))
        };
        Self(text.split(' ').filter_map(one).collect())
    }

    /// Each document with its version.
    pub fn iter(&self) -> impl Iterator<Item = (Document, i64)> {
        self.0.iter().copied()
    }
}

impl std::fmt::Display for Agreed {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let parts: Vec<String> = self
            .iter()
            .map(|(document, version)| format!("{document}-{version}"))
            .collect();
        f.write_str(&parts.join(" "))
    }
}

/// The Markdown of a document; empty when there is none (any more).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DocumentText(String);

impl DocumentText {
    /// Reads a form's text; line ends become `\n`, blank ends are cut.
    pub fn parse(text: &str) -> Result<Self, Fault> {
        let text = lines(text)?.trim().to_owned();
        if text.len() > LONGEST_BODY {
            return Err(Fault::with_limit("problem-body-long", LONGEST_BODY as i64 / 1024));
        }
        Ok(Self(text))
    }

    /// The Markdown.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn documents() -> Documents {
        let one = |document, version, asked| InForce {
            document,
            version,
            asked,
        };
        Documents::new(vec![
            one(Document::Imprint, 4, Some(4)),
            one(Document::Privacy, 1, None),
            one(Document::Terms, 3, Some(2)),
        ])
    }

    #[test]
    fn one_agrees_to_what_is_in_force_and_to_nothing_else() {
        let documents = documents();
        let agreed = documents.parse_agreed("terms-3 privacy-1").unwrap().unwrap();
        assert_eq!(Agreed::stored(&agreed.to_string()), agreed);
        let problem = |offered| documents.parse_agreed(offered).unwrap_err().key;
        assert_eq!(problem(""), "problem-not-agreed");
        assert_eq!(problem("terms-2 privacy-1"), "problem-agreed-to-older");
        assert_eq!(Documents::default().parse_agreed("").unwrap(), None);
    }

    #[test]
    fn people_with_an_account_are_asked_for_what_asks_and_never_for_the_imprint() {
        assert_eq!(documents().asked(), [(Document::Terms, 2)]);
    }
}
