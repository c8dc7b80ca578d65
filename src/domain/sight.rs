//! What a viewer may see.

use super::account::{User, Viewer};
use super::audience::Audience;
use super::grant::{Grant, Grants};
use super::role::Role;

/// What a viewer may see; every read takes one, and there is no default.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Sight {
    widest: Shared,
    grants: Grants,
    is_whole: bool,
    is_of_groups: bool,
    sees_deleted: bool,
    sees_drafts: bool,
}

/// How far somebody sees among the audiences that any category may have; who sees further sees all before it, too.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Shared {
    /// What is public.
    Public,
    /// What is for everybody with an account.
    SignedIn,
    /// What is for the staff.
    Staff,
}

impl Sight {
    /// What a passer-by sees.
    pub const fn public() -> Self {
        Self::shared(Shared::Public)
    }

    const fn shared(widest: Shared) -> Self {
        Self {
            widest,
            grants: Grants::NONE,
            is_whole: false,
            is_of_groups: false,
            sees_deleted: false,
            sees_drafts: false,
        }
    }

    /// What everybody sees who sees categories of this audience.
    pub fn of_audience(audience: Audience) -> Self {
        match audience {
            Audience::Public => Self::public(),
            Audience::SignedIn => Self::shared(Shared::SignedIn),
            Audience::Staff => Self::shared(Shared::Staff),
            Audience::Private(category) => Self {
                grants: Grants::of([(category, Grant::See)]),
                ..Self::shared(Shared::SignedIn)
            },
        }
    }

    /// What the program itself sees when it works for nobody in particular; lists need the private categories by name, see
    /// [`Sight::with`].
    pub const fn everything() -> Self {
        Self {
            is_whole: true,
            sees_deleted: true,
            sees_drafts: true,
            ..Self::shared(Shared::Staff)
        }
    }

    /// What this viewer sees: staff and administrators what is for the staff, everybody the private categories that their groups
    /// open, administrators all of these, moderators also what was deleted, and whoever writes articles also those that are not published.
    pub fn of(viewer: &Viewer) -> Self {
        match viewer {
            Viewer::Anonymous => Self::public(),
            Viewer::User(user) => Self {
                widest: if user.is_staff || user.role == Role::Admin {
                    Shared::Staff
                } else {
                    Shared::SignedIn
                },
                grants: user.grants,
                is_whole: user.role == Role::Admin,
                is_of_groups: false,
                sees_deleted: user.role >= Role::Moderator,
                sees_drafts: user.writes_articles(),
            },
        }
    }

    /// What somebody looks after: moderators all that they see, others the private categories that their groups let them moderate, and
    /// nothing else.
    pub fn looked_after_by(user: &User) -> Self {
        if user.role >= Role::Moderator {
            return Self::of(&Viewer::User(user.clone()));
        }
        Self {
            grants: user.grants.to_moderate(),
            is_of_groups: true,
            sees_deleted: true,
            ..Self::public()
        }
    }

    /// The same with these private categories.
    pub fn with(self, grants: Grants) -> Self {
        Self { grants, ..self }
    }

    /// What this sight would see if it saw what was deleted, too.
    pub const fn with_deleted(self) -> Self {
        Self {
            sees_deleted: true,
            ..self
        }
    }

    /// How far it sees among the audiences that any category may have.
    pub fn widest(self) -> Shared {
        self.widest
    }

    /// The private categories in sight.
    pub fn grants(self) -> Grants {
        self.grants
    }

    /// Whether only private categories are in sight: what groups let somebody look after who is no moderator.
    pub fn is_of_groups(self) -> bool {
        self.is_of_groups
    }

    /// Whether nothing is out of sight: for the program itself, and whoever runs the forum.
    pub fn is_whole(self) -> bool {
        self.is_whole
    }

    /// The names of the audiences whose categories are in sight, as rows have them.
    pub fn audience_names(self) -> Vec<String> {
        let shared = Audience::SHARED.iter().copied();
        let shared = shared.filter(|audience| self.includes(*audience));
        let private = self.grants.categories().map(Audience::Private);
        shared.chain(private).map(|audience| audience.to_string()).collect()
    }

    /// Whether a category of this audience is in sight.
    pub fn includes(self, audience: Audience) -> bool {
        match audience {
            Audience::Public => !self.is_of_groups,
            Audience::SignedIn => self.widest >= Shared::SignedIn,
            Audience::Staff => self.widest >= Shared::Staff,
            Audience::Private(category) => self.is_whole || self.grants.at(category).is_some(),
        }
    }

    /// Whether articles that are not published are in sight.
    pub fn sees_drafts(self) -> bool {
        self.sees_drafts
    }

    /// Whether what was softly deleted is in sight everywhere.
    pub fn sees_deleted(self) -> bool {
        self.sees_deleted
    }

    /// Whether what was softly deleted is in sight in categories of this audience: also for whoever moderates there.
    pub fn sees_deleted_in(self, audience: Audience) -> bool {
        let grant = match audience {
            Audience::Private(category) => self.grants.at(category),
            _ => None,
        };
        self.sees_deleted || grant == Some(Grant::Moderate)
    }

    /// The same as far as a category of this audience goes, with what was deleted there if that is in sight.
    pub fn at(self, audience: Audience) -> Self {
        Self {
            sees_deleted: self.sees_deleted_in(audience),
            ..self
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::id::{CategoryId, UserId};
    use crate::domain::role::Trust;

    #[test]
    fn a_private_category_is_in_sight_of_its_people_and_nobody_else() {
        let [one, two] = [1, 2].map(CategoryId::stored);
        let member = Sight::of_audience(Audience::Private(one));
        assert!(member.includes(Audience::Private(one)) && member.includes(Audience::SignedIn));
        assert!(!member.includes(Audience::Private(two)) && !member.includes(Audience::Staff));
        assert_eq!(member.audience_names(), ["public", "signed_in", "private-1"]);
        assert!(!Sight::of_audience(Audience::Staff).includes(Audience::Private(one)));
        assert!(Sight::everything().includes(Audience::Private(two)));
    }

    #[test]
    fn whoever_moderates_a_private_category_looks_after_that_and_nothing_else() {
        let [one, two] = [1, 2].map(CategoryId::stored);
        let grants = Grants::of([(one, Grant::Moderate), (two, Grant::Answer)]);
        let user = |role| User {
            id: UserId::stored(1),
            name: String::new(),
            role,
            trust: Trust::Member,
            is_staff: false,
            is_silenced: false,
            language: None,
            grants,
        };
        let sight = Sight::looked_after_by(&user(Role::Helper));
        assert_eq!(sight.audience_names(), ["private-1"]);
        assert!(sight.is_of_groups() && sight.sees_deleted());
        assert!(!sight.includes(Audience::Public) && !sight.includes(Audience::Private(two)));
        let moderator = user(Role::Moderator);
        let whole = Sight::of(&Viewer::User(moderator.clone()));
        assert_eq!(Sight::looked_after_by(&moderator), whole);
        let helper = Sight::of(&Viewer::User(user(Role::Helper)));
        assert!(helper.sees_deleted_in(Audience::Private(one)) && helper.at(Audience::Private(one)).sees_deleted());
        assert!(!helper.sees_deleted_in(Audience::Private(two)) && !helper.sees_deleted_in(Audience::Public));
    }
}
