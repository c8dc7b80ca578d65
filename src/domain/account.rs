//! A person with an account, as the rest of the program knows them.

use super::grant::Grants;
use super::id::UserId;
use super::language::Language;
use super::permission::{Verb, Whose, allows};
use super::problem::Fault;
use super::role::{Role, Trust};

/// The shortest password, in characters.
pub const SHORTEST_PASSWORD: usize = 10;
/// The longest password, in bytes: argon2 would take more, a flood should not.
pub const LONGEST_PASSWORD: usize = 200;

/// A person who is signed in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct User {
    /// Their id.
    pub id: UserId,
    /// The name that others see.
    pub name: String,
    /// What they may do.
    pub role: Role,
    /// What conduct has earned.
    pub trust: Trust,
    /// Whether they answer for the company.
    pub is_staff: bool,
    /// Whether they may read and not write at present.
    pub is_silenced: bool,
    /// The language that they chose for pages and letters, if they did.
    pub language: Option<Language>,
    /// The private categories that they see, and what they may do there.
    pub grants: Grants,
}

impl User {
    /// Whether what they may is bounded, as nobody knows them yet; whoever has a role is known by it.
    pub fn is_newcomer(&self) -> bool {
        self.trust == Trust::Newcomer && self.role == Role::Member && !self.is_staff
    }

    /// Whether they are shown what the forum's figures tell: moderators, administrators, and the staff.
    pub fn reads_reports(&self) -> bool {
        self.is_staff || self.role >= Role::Moderator
    }

    /// Whether there is something for them to look after: for moderators, administrators, and whoever moderates a private category.
    pub fn has_desk(&self) -> bool {
        self.admits() || self.grants.moderates()
    }

    /// Whether they look at those who signed up in a way that programs do: who moderates one category has no hand in that.
    pub fn admits(&self) -> bool {
        allows(self.role, Verb::Decide, Whose::Others)
    }

    /// Whether they write articles, or at least drafts of them: moderators, administrators, and the staff.
    pub fn writes_articles(&self) -> bool {
        self.is_staff || allows(self.role, Verb::WriteArticle, Whose::Own)
    }
}

/// Whoever looks.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Viewer {
    /// Nobody that we know.
    Anonymous,
    /// A person with an account.
    User(User),
}

impl Viewer {
    /// The person, when it is one that we know.
    pub fn user(&self) -> Option<&User> {
        match self {
            Viewer::Anonymous => None,
            Viewer::User(user) => Some(user),
        }
    }

    /// Their id, when we know them.
    pub fn id(&self) -> Option<UserId> {
        self.user().map(|user| user.id)
    }
}

/// A password as it was typed; never printed, never stored.
#[derive(Clone)]
pub struct Password(String);

impl std::fmt::Debug for Password {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Password(…)")
    }
}

impl Password {
    /// Reads a new password: at least 10 characters, not all the same.
    pub fn choose(text: &str) -> Result<Self, Fault> {
        let length = text.chars().count();
        let first = text.chars().next();
        if length < SHORTEST_PASSWORD {
            return Err(Fault::with_limit("problem-password-short", SHORTEST_PASSWORD as i64));
        }
        if text.len() > LONGEST_PASSWORD {
            return Err(Fault::with_limit("problem-password-long", LONGEST_PASSWORD as i64));
        }
        if text.chars().all(|c| Some(c) == first) {
            return Err(Fault::new("problem-password-plain"));
        }
        Ok(Self(text.to_owned()))
    }

    /// Takes a password to compare with the stored one; cut to what could ever match.
    pub fn offered(text: &str) -> Self {
        Self(text.chars().take(LONGEST_PASSWORD).collect())
    }

    /// The bytes to hash.
    pub fn as_bytes(&self) -> &[u8] {
        self.0.as_bytes()
    }
}
