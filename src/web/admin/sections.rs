//! Sections of articles: made, changed, put in order, deleted while nothing stands in them.

use crate::domain::id::SectionId;
use crate::domain::problem::Problems;
use crate::domain::section::{SectionDraft, SectionInput};
use crate::domain::sight::Sight;
use crate::store::StoreError;
use crate::store::sections::{self, Arranging, Section};
use crate::web::extract::{Id, Sent};
use crate::web::{Administrator, Fault, Reply, Visit, see_other_with, unprocessable, views};

/// `GET /admin/sections`
pub async fn list(admin: Administrator) -> Reply {
    let visit = admin.0.visit;
    let sections = all(&visit).await?;
    views::admin::sections::list(&visit, &sections).show(&visit)
}

async fn all(visit: &Visit) -> Result<Vec<Section>, Fault> {
    Ok(visit
        .site
        .store
        .read(|db| sections::list(db, Sight::everything()))
        .await?)
}

/// `GET /admin/sections/new`
pub async fn new(admin: Administrator) -> Reply {
    page(&admin.0.visit, None, &SectionInput::default(), None).await
}

/// `POST /admin/sections/new`
pub async fn make(Sent(admin, input): Sent<Administrator, SectionInput>) -> Reply {
    let visit = admin.0.visit;
    let draft = match SectionDraft::parse(&input) {
        Ok(draft) => draft,
        Err(problems) => return page(&visit, None, &input, Some(&problems)).await,
    };
    let now = visit.now;
    let arranging = visit
        .site
        .store
        .write(move |tx| sections::make(tx, &draft, now))
        .await?;
    saved(&visit, None, &input, arranging, "section-made").await
}

/// `GET /admin/sections/{id}`
pub async fn form(admin: Administrator, id: Id<SectionId>) -> Reply {
    let visit = admin.0.visit;
    let section = find(&visit, id.0).await?;
    page(&visit, Some(id.0), &SectionInput::from(&section), None).await
}

async fn find(visit: &Visit, id: SectionId) -> Result<Section, Fault> {
    let found = visit
        .site
        .store
        .read(move |db| sections::find(db, Sight::everything(), id));
    Ok(found.await?)
}

/// `POST /admin/sections/{id}`
pub async fn change(Sent(admin, input): Sent<Administrator, SectionInput>, id: Id<SectionId>) -> Reply {
    let (visit, id) = (admin.0.visit, id.0);
    let draft = match SectionDraft::parse(&input) {
        Ok(draft) => draft,
        Err(problems) => return page(&visit, Some(id), &input, Some(&problems)).await,
    };
    let now = visit.now;
    let arranging = visit
        .site
        .store
        .write(move |tx| sections::change(tx, id, &draft, now))
        .await?;
    saved(&visit, Some(id), &input, arranging, "section-saved").await
}

async fn saved(
    visit: &Visit,
    id: Option<SectionId>,
    input: &SectionInput,
    arranging: Arranging,
    notice: &'static str,
) -> Reply {
    match arranging {
        Arranging::Done(_) => see_other_with(&visit.site.urls.admin_sections(), notice),
        Arranging::TooDeep | Arranging::NotEmpty => {
            let problems = Problems::one("parent", "problem-section-deep");
            page(visit, id, input, Some(&problems)).await
        }
    }
}

async fn page(visit: &Visit, id: Option<SectionId>, input: &SectionInput, problems: Option<&Problems>) -> Reply {
    let sections = all(visit).await?;
    let said = problems
        .map(|problems| views::problems(visit, problems))
        .unwrap_or_default();
    let page = views::admin::sections::form(visit, &sections, id, input, &said);
    match problems {
        Some(_) => unprocessable(visit, page),
        None => page.show(visit),
    }
}

/// `POST /admin/sections/{id}/up`
pub async fn up(admin: Administrator, id: Id<SectionId>) -> Reply {
    shift(&admin.0.visit, id.0, true).await
}

/// `POST /admin/sections/{id}/down`
pub async fn down(admin: Administrator, id: Id<SectionId>) -> Reply {
    shift(&admin.0.visit, id.0, false).await
}

async fn shift(visit: &Visit, id: SectionId, up: bool) -> Reply {
    let now = visit.now;
    let shifted = visit.site.store.write(move |tx| sections::shift(tx, id, up, now));
    shifted.await.map_err(|error: StoreError| error)?;
    see_other_with(&visit.site.urls.admin_sections(), "section-moved")
}

/// `POST /admin/sections/{id}/delete`
pub async fn delete(admin: Administrator, id: Id<SectionId>) -> Reply {
    let (visit, id) = (admin.0.visit, id.0);
    let now = visit.now;
    let arranging = visit.site.store.write(move |tx| sections::delete(tx, id, now)).await?;
    let notice = match arranging {
        Arranging::Done(_) => "section-deleted",
        Arranging::NotEmpty | Arranging::TooDeep => "section-not-empty",
    };
    see_other_with(&visit.site.urls.admin_sections(), notice)
}
