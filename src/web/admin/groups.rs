//! Groups: made, filled with people, and granted something in private categories.

use serde::Deserialize;

use crate::domain::body::Reason;
use crate::domain::cursor::Cursor;
use crate::domain::grant::Grant;
use crate::domain::group::{GroupDraft, GroupInput};
use crate::domain::id::{GroupId, UserId};
use crate::domain::moderation::Occasion;
use crate::domain::person::PersonName;
use crate::domain::problem::Problems;
use crate::store::groups::{self, Gathering};
use crate::store::outcome::Deed;
use crate::store::{Db, StoreError, categories, grants};
use crate::web::extract::{After, Id, Named, Sent};
use crate::web::views::admin::groups::{GroupPage, Typed};
use crate::web::{Administrator, Fault, Reply, SignedIn, Visit, see_other_with, unprocessable, views};

/// How many people of a group stand on a page.
const SIZE: i64 = 100;

/// Who is put into a group or taken out of it: by name as it was typed, or by number as a button knows it.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PersonForm {
    #[serde(default)]
    person: String,
    #[serde(default)]
    user: String,
    #[serde(default)]
    from: String,
    #[serde(default)]
    put_reason: String,
}

/// What a group is granted; no level takes it back.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct GrantForm {
    group: String,
    level: String,
    #[serde(default)]
    reason: String,
}

/// Why a group is taken apart.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct WhyForm {
    #[serde(default)]
    delete_reason: String,
}

/// `GET /admin/groups`
pub async fn list(admin: Administrator) -> Reply {
    let visit = admin.0.visit;
    all(&visit, &GroupInput::default(), None).await
}

async fn all(visit: &Visit, input: &GroupInput, problems: Option<&Problems>) -> Reply {
    let found = visit.site.store.read(groups::list).await?;
    let said = problems.map(|problems| views::problems(visit, problems));
    let page = views::admin::groups::list(visit, &found, input, said.as_deref().unwrap_or_default());
    match problems {
        Some(_) => unprocessable(visit, page),
        None => page.show(visit),
    }
}

/// `POST /admin/groups`
pub async fn make(Sent(admin, input): Sent<Administrator, GroupInput>) -> Reply {
    let SignedIn { visit, user } = admin.0;
    let by = user.id;
    let draft = match GroupDraft::parse(&input) {
        Ok(draft) => draft,
        Err(problems) => return all(&visit, &input, Some(&problems)).await,
    };
    let on = occasion(&visit, by, &draft.reason);
    let made = visit.site.store.write(move |tx| groups::make(tx, &draft, &on)).await?;
    match made {
        Gathering::Done(id) => see_other_with(&visit.site.urls.admin_group(id), "group-made"),
        Gathering::NameTaken | Gathering::BuiltIn => {
            all(&visit, &input, Some(&Problems::one("name", "problem-group-name-taken"))).await
        }
    }
}

/// `GET /admin/groups/{id}`
pub async fn show(admin: Administrator, id: Id<GroupId>, after: After) -> Reply {
    page(&admin.0.visit, id.0, after.0, Typed::default(), &Problems::none()).await
}

async fn page(visit: &Visit, id: GroupId, after: Option<Cursor>, typed: Typed, problems: &Problems) -> Reply {
    let found = visit.site.store.read(move |db| {
        Ok::<_, StoreError>(GroupPage {
            group: groups::find(db, id)?,
            grants: grants::of_group(db, id)?,
            members: groups::members(db, id, after, SIZE)?,
            is_further: after.is_some(),
        })
    });
    let found = found.await?;
    let said = views::problems(visit, problems);
    let page = views::admin::groups::page(visit, &found, &typed, &said);
    match problems.is_empty() {
        true => page.show(visit),
        false => unprocessable(visit, page),
    }
}

/// `POST /admin/groups/{id}`
pub async fn change(Sent(admin, input): Sent<Administrator, GroupInput>, id: Id<GroupId>) -> Reply {
    let (SignedIn { visit, user }, id) = (admin.0, id.0);
    let typed = |input: GroupInput| Typed {
        words: Some(input),
        ..Typed::default()
    };
    let draft = match GroupDraft::parse(&input) {
        Ok(draft) => draft,
        Err(problems) => return page(&visit, id, None, typed(input), &problems).await,
    };
    let on = occasion(&visit, user.id, &draft.reason);
    let changed = visit
        .site
        .store
        .write(move |tx| groups::change(tx, id, &draft, &on))
        .await?;
    match changed {
        Gathering::Done(_) => see_other_with(&visit.site.urls.admin_group(id), "group-saved"),
        Gathering::BuiltIn => Err(Fault::Forbidden),
        Gathering::NameTaken => {
            let problems = Problems::one("name", "problem-group-name-taken");
            page(&visit, id, None, typed(input), &problems).await
        }
    }
}

/// `POST /admin/groups/{id}/put`: somebody comes into the group.
pub async fn put(Sent(admin, form): Sent<Administrator, PersonForm>, id: Id<GroupId>) -> Reply {
    let (SignedIn { visit, user: by }, id) = (admin.0, id.0);
    let (user, reason) = match read(&visit, &form).await? {
        Ok(read) => read,
        Err(problems) => return page(&visit, id, None, form.typed(), &problems).await,
    };
    let on = occasion(&visit, by.id, &reason);
    let put = act(&visit, move |tx| groups::put(tx, id, user, &on)).await?;
    done(&visit, id, user, &form, put, "group-joined")
}

/// `POST /admin/groups/{id}/take`: somebody leaves the group.
pub async fn take(Sent(admin, form): Sent<Administrator, PersonForm>, id: Id<GroupId>) -> Reply {
    let (SignedIn { visit, user: by }, id) = (admin.0, id.0);
    let (user, reason) = match read(&visit, &form).await? {
        Ok(read) => read,
        Err(problems) => return page(&visit, id, None, form.typed(), &problems).await,
    };
    let on = occasion(&visit, by.id, &reason);
    let taken = act(&visit, move |tx| groups::take(tx, id, user, &on)).await?;
    done(&visit, id, user, &form, taken, "group-left")
}

fn occasion(visit: &Visit, by: UserId, reason: &Reason) -> Occasion {
    Occasion {
        reason: reason.clone(),
        ..Occasion::of(by, visit.now)
    }
}

impl PersonForm {
    fn typed(self) -> Typed {
        Typed {
            person: self.person,
            put_reason: self.put_reason,
            ..Typed::default()
        }
    }
}

/// Whom a form means, and why.
async fn read(visit: &Visit, form: &PersonForm) -> Result<Result<(UserId, Reason), Problems>, Fault> {
    let mut problems = Problems::none();
    let user = meant(visit, form).await?;
    if user.is_none() {
        problems.add("person", "problem-group-person");
    }
    let reason = problems.keep("put_reason", Reason::parse(&form.put_reason));
    Ok(user.zip(reason).ok_or(problems))
}

/// Whom a form means.
async fn meant(visit: &Visit, form: &PersonForm) -> Result<Option<UserId>, Fault> {
    if let Ok(user) = form.user.parse() {
        return Ok(Some(user));
    }
    // What is no name is nobody's.
    let Ok(name) = PersonName::parse(&form.person) else {
        return Ok(None);
    };
    Ok(visit.site.store.read(move |db| groups::named(db, &name)).await?)
}

async fn act(
    visit: &Visit,
    verb: impl FnOnce(&mut Db) -> Result<Deed, StoreError> + Send + 'static,
) -> Result<Deed, Fault> {
    Ok(visit.site.store.write(verb).await?)
}

fn done(visit: &Visit, id: GroupId, user: UserId, form: &PersonForm, deed: Deed, key: &'static str) -> Reply {
    let urls = &visit.site.urls;
    let back = match form.from.as_str() {
        "person" => urls.admin_person(user),
        _ => urls.admin_group(id),
    };
    if deed == Deed::Unchanged {
        return see_other_with(&back, "group-unchanged");
    }
    deed.done().ok_or(Fault::Forbidden)?;
    see_other_with(&back, key)
}

/// `POST /admin/groups/{id}/delete`
pub async fn delete(Sent(admin, form): Sent<Administrator, WhyForm>, id: Id<GroupId>) -> Reply {
    let (SignedIn { visit, user }, id) = (admin.0, id.0);
    let mut problems = Problems::none();
    let Some(reason) = problems.keep("delete_reason", Reason::parse(&form.delete_reason)) else {
        let typed = Typed {
            delete_reason: form.delete_reason,
            ..Typed::default()
        };
        return page(&visit, id, None, typed, &problems).await;
    };
    let on = occasion(&visit, user.id, &reason);
    let deleted = visit.site.store.write(move |tx| groups::delete(tx, id, &on)).await?;
    match deleted {
        Gathering::Done(_) => see_other_with(&visit.site.urls.admin_groups(), "group-deleted"),
        Gathering::BuiltIn | Gathering::NameTaken => Err(Fault::Forbidden),
    }
}

/// `POST /admin/categories/{slug}/groups`: what a group may do in a private category.
pub async fn grant(Sent(admin, form): Sent<Administrator, GrantForm>, slug: Named) -> Reply {
    let SignedIn { visit, user } = admin.0;
    let reason = Reason::parse(&form.reason).map_err(|_| Fault::Malformed("malformed-form"))?;
    let group: GroupId = form.group.parse().map_err(|_| Fault::Malformed("malformed-form"))?;
    let level = match form.level.as_str() {
        "" => None,
        level => Some(Grant::parse(level).ok_or(Fault::Malformed("malformed-form"))?),
    };
    let (sight, on) = (visit.sight(), occasion(&visit, user.id, &reason));
    let granted = visit.site.store.write(move |tx| {
        let category = categories::by_slug(tx, sight, &slug.0)?;
        if category.audience.is_private() {
            grants::grant(tx, category.id, group, level, &on)?;
        }
        Ok::<_, StoreError>(category)
    });
    let category = granted.await?;
    if !category.audience.is_private() {
        return Err(Fault::Forbidden);
    }
    see_other_with(&visit.site.urls.admin_category(&category.slug), "group-grant-saved")
}
