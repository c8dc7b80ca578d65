//! What a viewer may see.

use super::account::Viewer;
use super::category::Audience;
use super::role::Role;

/// What a viewer may see; every read takes one, and there is no default.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Sight {
    widest: Audience,
    sees_deleted: bool,
    sees_drafts: bool,
}

impl Sight {
    /// What a passer-by sees.
    pub const fn public() -> Self {
        Self::of_audience(Audience::Public)
    }

    /// What everybody sees who sees categories of this audience.
    pub const fn of_audience(audience: Audience) -> Self {
        Self {
            widest: audience,
            sees_deleted: false,
            sees_drafts: false,
        }
    }

    /// What the program itself sees when it works for nobody in particular.
    pub const fn everything() -> Self {
        Self {
            widest: Audience::Staff,
            sees_deleted: true,
            sees_drafts: true,
        }
    }

    /// What this viewer sees: staff and administrators all categories, moderators also what was deleted, and whoever writes
    /// articles also those that are not published.
    pub fn of(viewer: &Viewer) -> Self {
        match viewer {
            Viewer::Anonymous => Self::public(),
            Viewer::User(user) => Self {
                widest: if user.is_staff || user.role == Role::Admin {
                    Audience::Staff
                } else {
                    Audience::SignedIn
                },
                sees_deleted: user.role >= Role::Moderator,
                sees_drafts: user.writes_articles(),
            },
        }
    }

    /// What this sight would see if it saw what was deleted, too.
    pub const fn with_deleted(self) -> Self {
        Self {
            sees_deleted: true,
            ..self
        }
    }

    /// The audiences whose categories are in sight.
    pub fn audiences(self) -> &'static [Audience] {
        match self.widest {
            Audience::Public => &[Audience::Public],
            Audience::SignedIn => &[Audience::Public, Audience::SignedIn],
            Audience::Staff => &[Audience::Public, Audience::SignedIn, Audience::Staff],
        }
    }

    /// The names of these audiences, as rows have them.
    pub fn audience_names(self) -> Vec<&'static str> {
        self.audiences().iter().map(|audience| audience.as_str()).collect()
    }

    /// Whether a category of this audience is in sight.
    pub fn includes(self, audience: Audience) -> bool {
        audience <= self.widest
    }

    /// Whether articles that are not published are in sight.
    pub fn sees_drafts(self) -> bool {
        self.sees_drafts
    }

    /// Whether what was softly deleted is in sight.
    pub fn sees_deleted(self) -> bool {
        self.sees_deleted
    }
}
