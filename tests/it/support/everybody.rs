//! Whoever looks at a forum besides the cast: one of each kind that conduct makes.

use tanya::domain::body::Reason;
use tanya::domain::restraint::{RestraintDraft, RestraintKind};
use tanya::domain::role::{Role, Trust};
use tanya::store::restraints;
use tanya::store::users::{self, NewUser};

use super::TestApp;
use super::cast::email_of;

/// nina is new, rex is known for long, sid is silenced, and sue is suspended.
const OTHERS: &[&str] = &["nina", "rex", "sid", "sue"];

impl TestApp {
    /// Lets nina, rex, sid and sue in.
    pub fn let_in_the_others(&self) {
        let (root, now) = (self.user("root"), self.now());
        for name in OTHERS {
            let email = email_of(name);
            let new = NewUser {
                name,
                email: Some(&email),
                password_hash: None,
                role: Role::Member,
                trust: match *name {
                    "nina" => Trust::Newcomer,
                    "rex" => Trust::Regular,
                    _ => Trust::Member,
                },
            };
            let kind = match *name {
                "sid" => Some(RestraintKind::Silence),
                "sue" => Some(RestraintKind::Suspension),
                _ => None,
            };
            self.write(|tx| {
                let user = users::add(tx, &new, now)?;
                let Some(kind) = kind else { return Ok(()) };
                let draft = RestraintDraft {
                    kind,
                    reason: Reason::parse("Enough of it.").unwrap(),
                    ends_at: None,
                    about: None,
                };
                restraints::impose(tx, &root, user, &draft, now).map(drop)
            });
        }
        self.work();
        let sid = self.user("sid").id;
        assert!(self.read(|db| restraints::is_silenced(db, sid, now)));
    }
}
