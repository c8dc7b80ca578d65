//! Tags: renamed, described, merged, deleted.

use serde::Deserialize;

use crate::domain::category::LONGEST_DESCRIPTION;
use crate::domain::problem::Problems;
use crate::domain::setting::line;
use crate::domain::tag::TagName;
use crate::store::StoreError;
use crate::store::tags::{self, Renaming, Tag};
use crate::web::extract::{Named, Query, Sent};
use crate::web::{Administrator, Fault, Reply, Visit, see_other_with, unprocessable, views};

/// How many tags stand on a page.
const SIZE: usize = 50;

/// What of the list is asked for.
#[derive(Debug, Deserialize)]
pub struct TagsQuery {
    #[serde(default)]
    q: String,
    page: Option<u16>,
}

/// The fields of a tag's form.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct TagForm {
    /// Its name.
    pub name: String,
    /// What it stands for.
    pub description: String,
    /// Whether a name that is another tag's is meant.
    #[serde(default)]
    pub merge: bool,
}

/// `GET /admin/tags`: in order of use.
pub async fn list(admin: Administrator, query: Query<TagsQuery>) -> Reply {
    let visit = admin.0.visit;
    let TagsQuery { q, page } = query.0;
    let page = page.unwrap_or(1).max(1);
    let beginning = q.trim().trim_start_matches('#').to_lowercase();
    let (skip, most) = (i64::from(page - 1) * SIZE as i64, SIZE as i64 + 1);
    let sight = visit.sight();
    let mut tags = visit
        .site
        .store
        .read(move |db| tags::page(db, sight, &beginning, skip, most))
        .await?;
    let has_more = tags.len() > SIZE;
    tags.truncate(SIZE);
    views::admin::tags::list(&visit, &q, page, &tags, has_more).show(&visit)
}

/// `GET /admin/tags/{name}/edit`
pub async fn form(admin: Administrator, name: Named) -> Reply {
    let visit = admin.0.visit;
    let tag = find(&visit, name).await?;
    let form = TagForm {
        name: tag.name.clone(),
        description: tag.description.clone(),
        merge: false,
    };
    views::admin::tags::form(&visit, &tag, &form, None, &[]).show(&visit)
}

/// `POST /admin/tags/{name}/edit`: a name that is another tag's asks first, then merges the two.
pub async fn change(Sent(admin, form): Sent<Administrator, TagForm>, name: Named) -> Reply {
    let visit = admin.0.visit;
    let tag = find(&visit, name).await?;
    let mut problems = Problems::none();
    let name = problems.keep("name", TagName::parse(&form.name));
    let description = problems.keep("description", line(&form.description, 0, LONGEST_DESCRIPTION));
    let (Some(name), Some(description)) = (name, description) else {
        let problems = views::problems(&visit, &problems);
        return unprocessable(&visit, views::admin::tags::form(&visit, &tag, &form, None, &problems));
    };
    let (id, may_merge, now) = (tag.id(), form.merge, visit.now);
    let changed = visit
        .site
        .store
        .write(move |tx| tags::change(tx, id, &name, &description, may_merge, now));
    match changed.await? {
        Renaming::Renamed => see_other_with(&visit.site.urls.admin_tags(), "tag-saved"),
        Renaming::Merged => see_other_with(&visit.site.urls.admin_tags(), "tag-merged"),
        Renaming::NameTaken(twin) => {
            unprocessable(&visit, views::admin::tags::form(&visit, &tag, &form, Some(&twin), &[]))
        }
    }
}

/// `POST /admin/tags/{name}/delete`: the form behind the button says what is lost.
pub async fn delete(admin: Administrator, name: Named) -> Reply {
    let visit = admin.0.visit;
    let (sight, now) = (visit.sight(), visit.now);
    let deleted = visit.site.store.write(move |tx| {
        let tag = tags::by_name(tx, sight, &name.0)?;
        tags::delete(tx, tag.id(), now)
    });
    deleted.await.map_err(|error: StoreError| error)?;
    see_other_with(&visit.site.urls.admin_tags(), "tag-deleted")
}

async fn find(visit: &Visit, name: Named) -> Result<Tag, Fault> {
    let sight = visit.sight();
    let found = visit.site.store.read(move |db| tags::by_name(db, sight, &name.0));
    Ok(found.await?)
}
