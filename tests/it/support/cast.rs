//! The fixed cast, so that tests read like stories: ada asks, bob answers, cat moderates, dan is staff, eve is a helper,
//! and root runs the forum. Everybody's password is [`PASSWORD`].

use chrono::{DateTime, Utc};
use diesel::prelude::*;
use tanya::domain::account::{Password, User};
use tanya::domain::body::Reason;
use tanya::domain::category::CategoryDraft;
use tanya::domain::category::{Audience, Kinds};
use tanya::domain::email::EmailAddress;
use tanya::domain::role::{Role, Trust};
use tanya::passwords::Passwords;
use tanya::store::categories;
use tanya::store::users::roles::{self, Governance};
use tanya::store::users::{self, NewUser};
use tanya::store::{Db, StoreError};

/// Everybody's password.
pub const PASSWORD: &str = "correct horse battery";

/// One of the cast.
#[derive(Debug, Clone, Copy)]
pub struct Player {
    /// Their name.
    pub name: &'static str,
    /// What they may do.
    pub role: Role,
    /// Whether they answer for the company.
    pub is_staff: bool,
}

/// Everybody, in the order of their ids.
pub const CAST: &[Player] = &[
    Player {
        name: "ada",
        role: Role::Member,
        is_staff: false,
    },
    Player {
        name: "bob",
        role: Role::Member,
        is_staff: false,
    },
    Player {
        name: "cat",
        role: Role::Moderator,
        is_staff: false,
    },
    Player {
        name: "dan",
        role: Role::Member,
        is_staff: true,
    },
    Player {
        name: "eve",
        role: Role::Helper,
        is_staff: false,
    },
    Player {
        name: "root",
        role: Role::Admin,
        is_staff: false,
    },
];

/// The categories, by slug: who sees each, and what it takes.
const CATEGORIES: &[(&str, Audience, Kinds)] = &[
    (
        "help",
        Audience::Public,
        Kinds {
            questions: true,
            discussions: true,
            announcements: false,
        },
    ),
    (
        "news",
        Audience::Public,
        Kinds {
            questions: false,
            discussions: true,
            announcements: true,
        },
    ),
    (
        "members",
        Audience::SignedIn,
        Kinds {
            questions: true,
            discussions: true,
            announcements: false,
        },
    ),
    (
        "back-office",
        Audience::Staff,
        Kinds {
            questions: true,
            discussions: true,
            announcements: true,
        },
    ),
];

/// When every story begins.
pub fn beginning() -> DateTime<Utc> {
    "2026-03-02T10:00:00Z".parse().unwrap()
}

/// The address of one of the cast.
pub fn email_of(name: &str) -> EmailAddress {
    EmailAddress::parse(&format!("{name}@example.com")).unwrap()
}

/// Settings of a forum in which nobody is taken for a program: the clock stands still, so that all that is written is sent at once,
/// and no script runs.
const TRUSTING: &[(&str, &str)] = &[("fewest_seconds", "0"), ("proof_bits", "0")];

/// Writes the settings of a forum in which nobody is taken for a program; nothing is told of it, as nobody looks yet.
pub fn trust_everybody(tx: &mut Db) -> Result<(), StoreError> {
    for (name, value) in TRUSTING {
        diesel::sql_query(format!(
            "insert into settings (name, value, changed_at) values ('{name}', '{value}', '2026-03-02 10:00:00')"
        ))
        .execute(tx)?;
    }
    Ok(())
}

/// Lets everybody into an empty forum, and makes its categories.
pub fn move_in(tx: &mut Db) -> Result<(), StoreError> {
    let password = Password::choose(PASSWORD).unwrap();
    for player in CAST {
        let hash = Passwords::cheap().hash_now(&password).unwrap();
        let email = email_of(player.name);
        let user = NewUser {
            name: player.name,
            email: Some(&email),
            password_hash: Some(&hash),
            role: player.role,
            trust: Trust::Member,
        };
        let user = users::add(tx, &user, beginning())?;
        if player.is_staff {
            let governance = Governance {
                admin: None,
                user,
                reason: Reason::default(),
                now: beginning(),
            };
            roles::set_staff(tx, &governance, true)?;
        }
    }
    for (slug, audience, kinds) in CATEGORIES {
        let draft = CategoryDraft {
            slug: (*slug).to_owned(),
            name: slug.to_uppercase(),
            description: format!("What belongs to {slug}."),
            audience: (*audience).into(),
            kinds: *kinds,
            template: Vec::new(),
        };
        categories::make(tx, &draft, beginning())?;
    }
    Ok(())
}

/// One of the cast, as the program knows them.
pub fn user(db: &mut Db, name: &str) -> Result<User, StoreError> {
    let id = users::with_address(db, &email_of(name))?.ok_or(StoreError::NotFound)?;
    users::find(db, id)
}
