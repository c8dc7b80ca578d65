//! What stands above a person's page.

use maud::{Markup, html};

use super::{Face, avatar, role_mark};

/// The person's face, name and roles, and short facts in one quiet row.
pub fn person_head(name: &str, roles: &[String], facts: &[Markup]) -> Markup {
    person_head_of(name, name, roles, facts)
}

/// The same above a page of something that is theirs, which its heading says.
pub fn person_head_of(heading: &str, name: &str, roles: &[String], facts: &[Markup]) -> Markup {
    html! {
        header.person-head {
            (avatar(name, Face::Large))
            div {
                h1 { bdi { (heading) } }
                p.thread-line {
                    @for role in roles { (role_mark(role)) }
                    @for fact in facts { span.fact { (fact) } }
                }
            }
        }
    }
}
