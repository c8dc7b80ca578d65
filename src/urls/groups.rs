//! Addresses of groups, and of what they are granted.

use super::{Urls, encode};
use crate::domain::id::{GroupId, InvitationId};
use crate::domain::token::Token;

impl Urls {
    /// The groups.
    pub fn admin_groups(&self) -> String {
        "/admin/groups".to_owned()
    }

    /// A group, with its people.
    pub fn admin_group(&self, id: GroupId) -> String {
        format!("/admin/groups/{id}")
    }

    /// What is done to a group: `put`, `take`, `delete`.
    pub fn admin_group_part(&self, id: GroupId, part: &str) -> String {
        format!("/admin/groups/{id}/{part}")
    }

    /// The invitations.
    pub fn admin_invitations(&self) -> String {
        "/admin/invitations".to_owned()
    }

    /// Takes an invitation back.
    pub fn admin_invitation_end(&self, id: InvitationId) -> String {
        format!("/admin/invitations/{id}/end")
    }

    /// Where an invitation leads; whole, for a letter or to be handed on.
    pub fn invitation(&self, token: &Token) -> String {
        self.absolute(&format!("/invitations/{}", token.reveal()))
    }

    /// Grants a group something in a private category.
    pub fn admin_category_groups(&self, slug: &str) -> String {
        format!("/admin/categories/{}/groups", encode(slug))
    }
}
