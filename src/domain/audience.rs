//! Who may see a category, and what belongs to one.

use std::borrow::Cow;
use std::fmt;

use serde::{Deserialize, Serialize};

use super::id::CategoryId;

/// What a private category is called in a form, before it has a number.
pub const PRIVATE: &str = "private";

/// Who may see a thing.
///
/// They have no order of their own: the staff and the people of a private category may be anybody to each other. See
/// [`Audience::is_within`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Audience {
    /// Everybody.
    Public,
    /// Everybody with an account.
    SignedIn,
    /// The group `staff`.
    Staff,
    /// Those whose groups have a grant for this category. It has a name of its own in rows, so that a list of names says all that
    /// somebody sees.
    Private(CategoryId),
}

impl Audience {
    /// Those that any number of categories may have, from the widest to the narrowest.
    pub const SHARED: &'static [Self] = &[Self::Public, Self::SignedIn, Self::Staff];

    /// The name as rows have it.
    pub fn name(self) -> Cow<'static, str> {
        match self {
            Self::Public => Cow::Borrowed("public"),
            Self::SignedIn => Cow::Borrowed("signed_in"),
            Self::Staff => Cow::Borrowed("staff"),
            Self::Private(category) => Cow::Owned(format!("{PRIVATE}-{category}")),
        }
    }

    /// Reads the name of a row back; `None` for anything else.
    pub fn parse(text: &str) -> Option<Self> {
        let private = |text: &str| text.strip_prefix(PRIVATE)?.strip_prefix('-')?.parse().ok();
        Self::parse_shared(text).or_else(|| private(text).map(Self::Private))
    }

    /// Reads the name of an audience that a form may choose for anything.
    pub fn parse_shared(text: &str) -> Option<Self> {
        Self::SHARED.iter().copied().find(|audience| audience.name() == text)
    }

    /// Whether everybody of this audience belongs to the other one too, so that what is for the other may be told here.
    pub fn is_within(self, other: Self) -> bool {
        match (self, other) {
            (_, Self::Public) => true,
            (Self::Public, _) => false,
            (_, Self::SignedIn) => true,
            (Self::SignedIn, _) => false,
            (one, other) => one == other,
        }
    }

    /// Whether it is that of one private category.
    pub fn is_private(self) -> bool {
        matches!(self, Self::Private(_))
    }
}

impl fmt::Display for Audience {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.name())
    }
}

impl Serialize for Audience {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(&self.name())
    }
}

impl<'de> Deserialize<'de> for Audience {
    /// Reads one that anything may be for: a private category has no name outside its own rows.
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = Cow::<'de, str>::deserialize(deserializer)?;
        Self::parse_shared(&text).ok_or_else(|| serde::de::Error::custom("not an Audience"))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const ONE: Audience = Audience::Private(CategoryId::stored(1));
    const TWO: Audience = Audience::Private(CategoryId::stored(12));

    #[test]
    fn a_name_leads_back_to_its_audience() {
        for audience in Audience::SHARED.iter().copied().chain([ONE, TWO]) {
            assert_eq!(Audience::parse(&audience.name()), Some(audience));
        }
        for strange in [
            "",
            "private",
            "private-",
            "private-0",
            "private-x",
            "private--1",
            "private-01",
            "everybody",
        ] {
            assert_eq!(Audience::parse(strange), None, "{strange}");
        }
        assert_eq!(Audience::parse_shared("private-12"), None);
    }

    #[test]
    fn the_staff_and_the_people_of_a_private_category_are_no_part_of_each_other() {
        let all = [Audience::Public, Audience::SignedIn, Audience::Staff, ONE, TWO];
        for one in all {
            assert!(one.is_within(one) && one.is_within(Audience::Public));
        }
        for narrow in [Audience::Staff, ONE, TWO] {
            assert!(narrow.is_within(Audience::SignedIn) && !Audience::SignedIn.is_within(narrow));
        }
        for (one, other) in [(Audience::Staff, ONE), (ONE, Audience::Staff), (ONE, TWO)] {
            assert!(!one.is_within(other), "{one} {other}");
        }
    }
}
