//! Who may do what, as the table that the program itself decides by.

use maud::{Markup, html};

use super::components::{Fact, Pen, Permission, PermissionRow, fact_list, permission_table};
use super::layout::{narrow, page_head};
use super::trust;
use crate::domain::grant::Grant;
use crate::domain::permission::{Rule, TABLE};
use crate::domain::role::Role;
use crate::store::trust::OwnTrust;
use crate::web::Visit;
use crate::web::page::{Page, pen};

/// The roles with their names and what each stands for.
const ROLES: [(Role, &str); 4] = [
    (Role::Member, "role-member"),
    (Role::Helper, "role-helper"),
    (Role::Moderator, "role-moderator"),
    (Role::Admin, "role-admin"),
];

/// The table, with the roles explained, and how trust grows, beside what whoever reads it did so far.
pub fn page(visit: &Visit, own: Option<&OwnTrust>) -> Page {
    let sprite = visit.site.assets.address(&visit.site.urls, "icons/sprite.svg");
    let pen = pen(visit, &sprite);
    let title = pen.say("permissions-title");
    let content = narrow(html! {
        (page_head(&title, Some(&pen.say("permissions-about")), html! {}))
        (table(&pen))
        div.set-apart.sentences { (fact_list(Some(&pen.say("permissions-roles")), &explained(&pen))) }
        div.set-apart { (trust::part(visit, &pen, own)) }
        div.set-apart.sentences { (fact_list(Some(&pen.say("permissions-private")), &grants(&pen))) }
    });
    Page::new(title, content).description(pen.say("permissions-about"))
}

fn table(pen: &Pen<'_>) -> Markup {
    let names = ROLES.map(|(_, key)| pen.say(key));
    let names: Vec<&str> = names.iter().map(String::as_str).collect();
    let row = |rule: &Rule| PermissionRow {
        verb: pen.say(&format!("verb-{}", rule.verb.as_str().replace('_', "-"))),
        permissions: ROLES.iter().map(|(role, _)| permission(rule, *role)).collect(),
    };
    let rows: Vec<PermissionRow> = TABLE.iter().map(row).collect();
    permission_table(pen, &pen.say("permissions-table"), &names, &rows)
}

/// What a role may do; a verb that is never done to one's own things says so in its words.
fn permission(rule: &Rule, role: Role) -> Permission {
    let reaches = |least: Option<Role>| least.is_some_and(|least| role >= least);
    if reaches(rule.others) {
        Permission::Any
    } else if reaches(rule.own) {
        Permission::Own
    } else {
        Permission::Never
    }
}

fn explained(pen: &Pen<'_>) -> Vec<Fact> {
    let fact = |key: &str| Fact::new(pen.say(key), html! { (pen.say(&format!("{key}-hint"))) });
    ROLES
        .iter()
        .map(|(_, key)| fact(key))
        .chain([fact("role-staff")])
        .collect()
}

/// What a group may be granted in a private category.
fn grants(pen: &Pen<'_>) -> Vec<Fact> {
    let fact = |grant: &Grant| {
        let key = format!("grant-{grant}");
        Fact::new(pen.say(&key), html! { (pen.say(&format!("{key}-hint"))) })
    };
    let admins = Fact::new(pen.say("role-admin"), html! { (pen.say("permissions-private-admins")) });
    Grant::ALL.iter().map(fact).chain([admins]).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::permission::{Whose, allows};
    use crate::text::phrases::Languages;

    #[test]
    fn the_page_says_what_the_program_does() {
        for rule in TABLE {
            for (role, _) in ROLES {
                let others = allows(role, rule.verb, Whose::Others);
                let own = allows(role, rule.verb, Whose::Own);
                let shown = permission(rule, role);
                assert_eq!(shown == Permission::Any, others, "{} {role}", rule.verb);
                assert_eq!(shown == Permission::Never, !others && !own, "{} {role}", rule.verb);
            }
        }
    }

    #[test]
    fn every_verb_has_words() {
        let phrases = Languages::load().unwrap().named("en").unwrap();
        for rule in TABLE {
            let key = format!("verb-{}", rule.verb.as_str().replace('_', "-"));
            assert_ne!(phrases.say(&key), key);
        }
    }
}
