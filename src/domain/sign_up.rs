//! What a visitor types to get an account, and what people say about themselves.

use super::account::Password;
use super::body::lines;
use super::document::{Agreed, Documents};
use super::email::EmailAddress;
use super::person::PersonName;
use super::problem::{Fault, Problems};

/// The longest text about oneself, in characters.
pub const LONGEST_ABOUT: usize = 2_000;

/// What was typed into the fields of a sign-up, as it was typed.
#[derive(Clone, Default)]
pub struct SignUpInput {
    /// The name.
    pub name: String,
    /// The address.
    pub email: String,
    /// The password; never printed, never sent back.
    pub password: String,
    /// The documents that were agreed to, as the form names them.
    pub agreed: String,
}

/// A sign-up whose every field is good.
#[derive(Debug, Clone)]
pub struct SignUpDraft {
    /// The name that others will see.
    pub name: PersonName,
    /// The address to confirm.
    pub email: EmailAddress,
    /// The password.
    pub password: Password,
    /// What the visitor agreed to, when there is something to agree to.
    pub agreed: Option<Agreed>,
}

impl SignUpDraft {
    /// Reads the fields `name`, `email`, `password` and `agreed`; notes what is wrong in `problems`.
    pub fn parse(input: &SignUpInput, documents: &Documents, problems: &mut Problems) -> Option<Self> {
        let name = problems.keep("name", PersonName::parse(&input.name));
        let email = problems.keep("email", EmailAddress::parse(&input.email));
        let password = problems.keep("password", Password::choose(&input.password));
        let agreed = problems.keep("agreed", documents.parse_agreed(&input.agreed));
        Some(Self {
            name: name?,
            email: email?,
            password: password?,
            agreed: agreed?,
        })
    }
}

/// What a person says about themselves, as Markdown; may be empty.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct About(String);

impl About {
    /// Reads a form's text.
    pub fn parse(text: &str) -> Result<Self, Fault> {
        let text = lines(text)?;
        let text = text.trim();
        if text.chars().count() > LONGEST_ABOUT {
            return Err(Fault::with_limit("problem-about-long", LONGEST_ABOUT as i64));
        }
        Ok(Self(text.to_owned()))
    }

    /// The Markdown.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_problem_of_a_sign_up_is_noted() {
        let input = SignUpInput {
            name: "a@b".into(),
            email: "nobody".into(),
            password: "short".into(),
            agreed: String::new(),
        };
        let mut problems = Problems::none();
        assert!(SignUpDraft::parse(&input, &Documents::default(), &mut problems).is_none());
        let fields: Vec<_> = problems.iter().map(|problem| problem.field).collect();
        assert_eq!(fields, ["name", "email", "password"]);
    }

    #[test]
    fn what_people_say_about_themselves_is_short_and_plain() {
        assert_eq!(About::parse(" hello\r\nworld ").unwrap().as_str(), "hello\nworld");
        assert!(About::parse(&"é".repeat(LONGEST_ABOUT)).is_ok());
        assert!(About::parse(&"é".repeat(LONGEST_ABOUT + 1)).is_err());
        assert!(About::parse("a\0b").is_err());
    }
}
