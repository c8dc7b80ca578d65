//! Tags: renamed, described, merged, given synonyms, deleted.

use serde::Deserialize;

use crate::domain::category::LONGEST_DESCRIPTION;
use crate::domain::problem::{Fault as ProblemFault, Problems};
use crate::domain::setting::line;
use crate::domain::tag::TagName;
use crate::store::StoreError;
use crate::store::tag_synonyms::{self, MOST_SYNONYMS, Naming, TagChange};
use crate::store::tags::{self, Renaming, Tag};
use crate::web::extract::{Named, Query, Sent};
use crate::web::views::components::Problem;
use crate::web::{Administrator, Fault, Reply, SignedIn, Visit, see_other_with, unprocessable, views};

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
    /// Whether its former name leads to it from now on.
    #[serde(default)]
    pub keep_name: bool,
}

/// The form of a synonym.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SynonymForm {
    synonym: String,
}

/// A tag with the names that lead to it.
#[derive(Debug)]
pub struct WithSynonyms {
    /// The tag.
    pub tag: Tag,
    /// These names.
    pub synonyms: Vec<String>,
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
    let found = find(&visit, name).await?;
    views::admin::tags::form(&visit, &found, &TagEntry::empty(&found.tag)).show(&visit)
}

/// What stands in the forms of a tag's page.
#[derive(Debug)]
pub struct TagEntry<'a> {
    /// The fields of the tag.
    pub form: TagForm,
    /// The other tag that has the typed name already.
    pub twin: Option<&'a Tag>,
    /// The synonym that was typed.
    pub synonym: &'a str,
    /// What is wrong.
    pub problems: Vec<Problem>,
}

impl TagEntry<'_> {
    fn empty(tag: &Tag) -> Self {
        Self {
            form: TagForm {
                name: tag.name.clone(),
                description: tag.description.clone(),
                merge: false,
                keep_name: true,
            },
            twin: None,
            synonym: "",
            problems: Vec::new(),
        }
    }
}

/// `POST /admin/tags/{name}/edit`: a name that is another tag's asks first, then merges the two.
pub async fn change(Sent(admin, form): Sent<Administrator, TagForm>, name: Named) -> Reply {
    let SignedIn { visit, user } = admin.0;
    let found = find(&visit, name).await?;
    let to = match form.parse() {
        Ok(to) => to,
        Err(problems) => return mend(&visit, &found, form, None, &problems),
    };
    let (tag, now) = (found.tag.clone(), visit.now);
    let changed = visit
        .site
        .store
        .write(move |tx| tag_synonyms::change_tag(tx, user.id, &tag, &to, now));
    match changed.await? {
        Renaming::Renamed => see_other_with(&visit.site.urls.admin_tags(), "tag-saved"),
        Renaming::Merged => see_other_with(&visit.site.urls.admin_tags(), "tag-merged"),
        Renaming::NameTaken(twin) => mend(&visit, &found, form, Some(&twin), &Problems::none()),
    }
}

impl TagForm {
    fn parse(&self) -> Result<TagChange, Problems> {
        let mut problems = Problems::none();
        let name = problems.keep("name", TagName::parse(&self.name));
        let description = problems.keep("description", line(&self.description, 0, LONGEST_DESCRIPTION));
        match (name, description) {
            (Some(name), Some(description)) => Ok(TagChange {
                name,
                description,
                may_merge: self.merge,
                keeps_name: self.keep_name,
            }),
            _ => Err(problems),
        }
    }
}

/// The page again with what was typed.
fn mend(visit: &Visit, found: &WithSynonyms, form: TagForm, twin: Option<&Tag>, problems: &Problems) -> Reply {
    let entry = TagEntry {
        form,
        twin,
        synonym: "",
        problems: views::problems(visit, problems),
    };
    unprocessable(visit, views::admin::tags::form(visit, found, &entry))
}

/// `POST /admin/tags/{name}/synonyms`: another name leads to the tag from now on.
pub async fn add_synonym(Sent(admin, form): Sent<Administrator, SynonymForm>, name: Named) -> Reply {
    let SignedIn { visit, user } = admin.0;
    let found = find(&visit, name).await?;
    let mut problems = Problems::none();
    let Some(synonym) = problems.keep("synonym", TagName::parse(&form.synonym)) else {
        return mend_synonym(&visit, &found, &form, &problems);
    };
    let (id, now) = (found.tag.id(), visit.now);
    let naming = visit
        .site
        .store
        .write(move |tx| tag_synonyms::add(tx, user.id, id, &synonym, now));
    let fault = match naming.await.map_err(|error: StoreError| error)? {
        Naming::Added => return see_other_with(&page_of(&visit, &found.tag), "synonym-added"),
        Naming::Unchanged => return see_other_with(&page_of(&visit, &found.tag), "unchanged"),
        Naming::Taken => ProblemFault::new("problem-synonym-taken"),
        Naming::TooMany => ProblemFault::with_limit("problem-synonyms-many", MOST_SYNONYMS),
    };
    problems.keep::<()>("synonym", Err(fault));
    mend_synonym(&visit, &found, &form, &problems)
}

/// The page again with the synonym that is to be mended.
fn mend_synonym(visit: &Visit, found: &WithSynonyms, form: &SynonymForm, problems: &Problems) -> Reply {
    let entry = TagEntry {
        synonym: &form.synonym,
        problems: views::problems(visit, problems),
        ..TagEntry::empty(&found.tag)
    };
    unprocessable(visit, views::admin::tags::form(visit, found, &entry))
}

/// `POST /admin/tags/{name}/synonyms/remove`: a name leads to the tag no more.
pub async fn remove_synonym(Sent(admin, form): Sent<Administrator, SynonymForm>, name: Named) -> Reply {
    let SignedIn { visit, user } = admin.0;
    let found = find(&visit, name).await?;
    let malformed = |_| Fault::Malformed("malformed-form");
    let synonym = TagName::parse(&form.synonym).map_err(malformed)?;
    let (id, now) = (found.tag.id(), visit.now);
    let removed = visit
        .site
        .store
        .write(move |tx| tag_synonyms::remove(tx, user.id, id, &synonym, now));
    let is_gone = removed.await.map_err(|error: StoreError| error)?;
    let key = if is_gone { "synonym-removed" } else { "unchanged" };
    see_other_with(&page_of(&visit, &found.tag), key)
}

fn page_of(visit: &Visit, tag: &Tag) -> String {
    visit.site.urls.admin_tag_part(&tag.name, "edit")
}

/// `POST /admin/tags/{name}/delete`: the form behind the button says what is lost.
pub async fn delete(admin: Administrator, name: Named) -> Reply {
    let visit = admin.0.visit;
    let (sight, now) = (visit.sight(), visit.now);
    let deleted = visit.site.store.write(move |tx| {
        let tag = tags::called(tx, sight, &name.0)?;
        tags::delete(tx, tag.id(), now)
    });
    deleted.await.map_err(|error: StoreError| error)?;
    see_other_with(&visit.site.urls.admin_tags(), "tag-deleted")
}

async fn find(visit: &Visit, name: Named) -> Result<WithSynonyms, Fault> {
    let sight = visit.sight();
    let found = visit.site.store.read(move |db| {
        let tag = tags::called(db, sight, &name.0)?;
        let synonyms = tag_synonyms::of_tag(db, tag.id())?;
        Ok(WithSynonyms { tag, synonyms })
    });
    Ok(found.await.map_err(|error: StoreError| error)?)
}
