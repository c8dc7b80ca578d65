//! Who may do what, as one table.

use maud::{Markup, html};

use super::{Icon, Pen, icon};

/// What a role may do with a verb.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Permission {
    /// Not at all.
    Never,
    /// With what is one's own.
    Own,
    /// With anything.
    Any,
}

/// One verb and what each role may do with it, in the order of the roles.
#[derive(Debug, Clone)]
pub struct PermissionRow {
    /// The verb in words.
    pub verb: String,
    /// One permission for each role.
    pub permissions: Vec<Permission>,
}

/// Verbs down, roles across.
pub fn permission_table(pen: &Pen<'_>, caption: &str, roles: &[&str], rows: &[PermissionRow]) -> Markup {
    html! {
        div.scroll tabindex="0" role="region" aria-label=(caption) {
            table.permissions {
                caption { (caption) }
                thead {
                    tr {
                        th scope="col" { (pen.say("permission-verb")) }
                        @for role in roles { th scope="col" { (role) } }
                    }
                }
                tbody {
                    @for row in rows {
                        tr {
                            th scope="row" { (row.verb) }
                            @for permission in &row.permissions { td { (permission_mark(pen, *permission)) } }
                        }
                    }
                }
            }
        }
    }
}

fn permission_mark(pen: &Pen<'_>, permission: Permission) -> Markup {
    let (drawing, class, key) = match permission {
        Permission::Never => (Icon::Minus, "never", "permission-never"),
        Permission::Own => (Icon::Person, "own", "permission-own"),
        Permission::Any => (Icon::Check, "any", "permission-any"),
    };
    html! { span class={ "permission " (class) } { (icon(pen, drawing)) span { (pen.say(key)) } } }
}
