//! Categories: made, changed, put in order, archived.

use crate::domain::category::{CategoryDraft, CategoryInput, PRIVATE};
use crate::domain::problem::Problems;
use crate::store::StoreError;
use crate::store::categories::{self, Category, Saving};
use crate::store::grants::{self, Granted};
use crate::web::extract::{Named, Sent};
use crate::web::{Administrator, Fault, Reply, Visit, see_other_with, unprocessable, views};

/// `GET /admin/categories`
pub async fn list(admin: Administrator) -> Reply {
    let visit = admin.0.visit;
    let sight = visit.sight();
    let categories = visit.site.store.read(move |db| categories::list(db, sight)).await?;
    views::admin::categories::list(&visit, &categories).show(&visit)
}

/// `GET /admin/categories/new`
pub async fn new(admin: Administrator) -> Reply {
    let visit = admin.0.visit;
    views::admin::categories::form(&visit, None, &CategoryInput::default(), &[]).show(&visit)
}

/// `POST /admin/categories/new`
pub async fn make(Sent(admin, input): Sent<Administrator, CategoryInput>) -> Reply {
    let visit = admin.0.visit;
    let draft = match CategoryDraft::parse(&input) {
        Ok(draft) => draft,
        Err(problems) => return again(&visit, None, &input, &problems).await,
    };
    let (now, slug) = (visit.now, draft.slug.clone());
    let saving = visit
        .site
        .store
        .write(move |tx| categories::make(tx, &draft, now))
        .await?;
    saved(&visit, None, &input, (&saving, &slug), "category-made").await
}

/// `GET /admin/categories/{slug}`
pub async fn form(admin: Administrator, slug: Named) -> Reply {
    let visit = admin.0.visit;
    let category = find(&visit, slug).await?;
    let input = CategoryInput::from(&category);
    let groups = granted(&visit, &category).await?;
    views::admin::categories::form(&visit, Some((&category, &groups)), &input, &[]).show(&visit)
}

/// `POST /admin/categories/{slug}`: an address that is left still leads to the category.
pub async fn change(Sent(admin, input): Sent<Administrator, CategoryInput>, slug: Named) -> Reply {
    let visit = admin.0.visit;
    let category = find(&visit, slug).await?;
    let draft = match CategoryDraft::parse(&input) {
        Ok(draft) => draft,
        Err(problems) => return again(&visit, Some(&category), &input, &problems).await,
    };
    let (id, now, slug) = (category.id, visit.now, draft.slug.clone());
    let saving = visit
        .site
        .store
        .write(move |tx| categories::change(tx, id, &draft, now))
        .await?;
    saved(&visit, Some(&category), &input, (&saving, &slug), "category-saved").await
}

async fn find(visit: &Visit, slug: Named) -> Result<Category, Fault> {
    let sight = visit.sight();
    let found = visit.site.store.read(move |db| categories::by_slug(db, sight, &slug.0));
    Ok(found.await?)
}

/// What groups are granted, where that counts.
async fn granted(visit: &Visit, category: &Category) -> Result<Vec<Granted>, Fault> {
    if !category.audience.is_private() {
        return Ok(Vec::new());
    }
    let id = category.id;
    Ok(visit.site.store.read(move |db| grants::of_category(db, id)).await?)
}

async fn saved(
    visit: &Visit,
    before: Option<&Category>,
    input: &CategoryInput,
    (saving, slug): (&Saving, &str),
    key: &'static str,
) -> Reply {
    match saving {
        // Nobody but administrators sees a category that has just become private, until groups are chosen for it.
        Saving::Saved(_) if input.audience == PRIVATE && before.is_none_or(|before| !before.audience.is_private()) => {
            see_other_with(&visit.site.urls.admin_category(slug), "category-private")
        }
        Saving::Saved(_) => see_other_with(&visit.site.urls.admin_categories(), key),
        Saving::SlugTaken => again(visit, before, input, &Problems::one("slug", "problem-slug-taken")).await,
    }
}

async fn again(visit: &Visit, before: Option<&Category>, input: &CategoryInput, problems: &Problems) -> Reply {
    let problems = views::problems(visit, problems);
    let groups = match before {
        Some(category) => granted(visit, category).await?,
        None => Vec::new(),
    };
    let before = before.map(|category| (category, groups.as_slice()));
    unprocessable(visit, views::admin::categories::form(visit, before, input, &problems))
}

/// `POST /admin/categories/{slug}/up`
pub async fn up(admin: Administrator, slug: Named) -> Reply {
    shift(&admin.0.visit, slug, true).await
}

/// `POST /admin/categories/{slug}/down`
pub async fn down(admin: Administrator, slug: Named) -> Reply {
    shift(&admin.0.visit, slug, false).await
}

async fn shift(visit: &Visit, slug: Named, up: bool) -> Reply {
    let (sight, now) = (visit.sight(), visit.now);
    let shifted = visit.site.store.write(move |tx| {
        let category = categories::by_slug(tx, sight, &slug.0)?;
        categories::shift(tx, category.id, up, now)
    });
    shifted.await?;
    let key = if up { "category-up" } else { "category-down" };
    see_other_with(&visit.site.urls.admin_categories(), key)
}

/// `POST /admin/categories/{slug}/archive`
pub async fn archive(admin: Administrator, slug: Named) -> Reply {
    set_archived(&admin.0.visit, slug, true).await
}

/// `POST /admin/categories/{slug}/unarchive`
pub async fn unarchive(admin: Administrator, slug: Named) -> Reply {
    set_archived(&admin.0.visit, slug, false).await
}

async fn set_archived(visit: &Visit, slug: Named, archived: bool) -> Reply {
    let (sight, now) = (visit.sight(), visit.now);
    let done = visit.site.store.write(move |tx| {
        let category = categories::by_slug(tx, sight, &slug.0)?;
        // Archiving twice must not move the day on which it was archived.
        if category.archived_at.is_some() == archived {
            return Ok(());
        }
        categories::archive(tx, category.id, archived, now)
    });
    done.await.map_err(|error: StoreError| error)?;
    let key = if archived {
        "category-archived"
    } else {
        "category-unarchived"
    };
    see_other_with(&visit.site.urls.admin_categories(), key)
}
