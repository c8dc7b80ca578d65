//! Writing articles: the form of a new one, changing one, and going back to an earlier version.

use serde::Deserialize;

use super::address;
use crate::domain::article::{ArticleDraft, ArticleInput, ArticleKind};
use crate::domain::body::Body;
use crate::domain::id::{ArticleId, ProposalId, ReplyId};
use crate::domain::language::Language;
use crate::domain::problem::Problems;
use crate::domain::title::LONGEST_TITLE;
use crate::domain::token::FormKey;
use crate::store::articles::{self, ArticleSource, Earlier, Refusal, Saving};
use crate::store::sections::{self, Section};
use crate::store::written::Written;
use crate::store::{StoreError, proposals};
use crate::text::SafeHtml;
use crate::text::contents::with_anchors;
use crate::text::guide::Guide;
use crate::urls::{article_named, replies_linked};
use crate::web::extract::{Id, Query, Sent};
use crate::web::page::Page;
use crate::web::preview::{previewed, written};
use crate::web::repeats::draft;
use crate::web::views::articles::ArticleForm;
use crate::web::{Fault, ModeratorOrStaff, Reply, SignedIn, Visit, see_other, see_other_with, unprocessable, views};

/// The fields of the address of the form of a new article.
#[derive(Debug, Deserialize)]
pub struct NewQuery {
    section: Option<String>,
    title: Option<String>,
    proposal: Option<ProposalId>,
}

/// `GET /articles/new`
pub async fn form(writer: ModeratorOrStaff, query: Query<NewQuery>) -> Reply {
    let visit = writer.0.visit;
    let language = Language::parse(&visit.site.settings().language).unwrap_or(Language::English);
    let NewQuery {
        section,
        title,
        proposal,
    } = query.0;
    let input = ArticleInput {
        title: title.unwrap_or_default().chars().take(LONGEST_TITLE).collect(),
        kind: ArticleKind::Article.as_str().to_owned(),
        section: section.unwrap_or_default(),
        audience: "public".to_owned(),
        language: language.code().to_owned(),
        owner: writer.0.user.name,
        form_key: FormKey::random().as_str().to_owned(),
        ..ArticleInput::default()
    };
    let input = match proposal {
        Some(id) => match begun(&visit, id, input).await? {
            Some(input) => input,
            None => return see_other(&visit.site.urls.proposal(id)),
        },
        None => input,
    };
    page(&visit, None, &input, &Said::default()).await?.show(&visit)
}

/// A new article, begun with the draft of an adopted proposal; `None` when it is not adopted, or its article is there.
async fn begun(visit: &Visit, id: ProposalId, input: ArticleInput) -> Result<Option<ArticleInput>, Fault> {
    let sight = visit.sight();
    let found = visit.site.store.read(move |db| {
        let title = proposals::page(db, sight, id)?.row.title;
        Ok(proposals::ticked(db, sight, id)?.zip(Some(title)))
    });
    let Some((ticked, title)) = found.await.map_err(|error: StoreError| error)? else {
        return Ok(None);
    };
    let input = ArticleInput {
        proposal: id.to_string(),
        title,
        ..input
    };
    Ok(Some(match draft(visit, &ticked).await? {
        Some(draft) => ArticleInput {
            title: draft.title,
            short_answer: draft.lead,
            body: draft.markdown,
            ..input
        },
        None => input,
    }))
}

/// What the form says besides what was typed.
#[derive(Default)]
struct Said<'a> {
    problems: Option<&'a Problems>,
    preview: Option<&'a SafeHtml>,
    guide: Option<&'a Guide>,
    raced: Option<&'a ArticleSource>,
}

async fn page(visit: &Visit, id: Option<ArticleId>, input: &ArticleInput, said: &Said<'_>) -> Result<Page, Fault> {
    let sight = visit.sight();
    let sections: Vec<Section> = visit.site.store.read(move |db| sections::list(db, sight)).await?;
    let problems = said
        .problems
        .map(|problems| views::problems(visit, problems))
        .unwrap_or_default();
    let form = ArticleForm {
        id,
        input,
        sections: &sections,
        problems: &problems,
        preview: said.preview,
        guide: said.guide,
        raced: said.raced,
    };
    Ok(views::articles::form(visit, &form).unlisted())
}

async fn mend(visit: &Visit, id: Option<ArticleId>, input: &ArticleInput, problems: &Problems) -> Reply {
    let said = Said {
        problems: Some(problems),
        ..Said::default()
    };
    unprocessable(visit, page(visit, id, input, &said).await?)
}

/// `POST /articles/new/preview`
pub async fn preview_new(sent: Sent<ModeratorOrStaff, ArticleInput>) -> Reply {
    let Sent(writer, input) = sent;
    preview(&writer.0.visit, None, &input).await
}

/// `POST /articles/{id}/-/edit/preview`
pub async fn preview_edit(sent: Sent<ModeratorOrStaff, ArticleInput>, id: Id<ArticleId>) -> Reply {
    let Sent(writer, input) = sent;
    may_edit(&writer.0, id.0).await?;
    preview(&writer.0.visit, Some(id.0), &input).await
}

async fn preview(visit: &Visit, id: Option<ArticleId>, input: &ArticleInput) -> Reply {
    let shown = match previewed(&input.body).await? {
        Ok(shown) => shown,
        Err(problems) => return mend(visit, id, input, &problems).await,
    };
    let guide = is_guide(input).then(|| Guide::read(&shown)).transpose();
    // Its headings stand right under the page's title, as they will on its own page.
    let (shown, _) = with_anchors(&shown);
    let said = Said {
        preview: Some(&shown),
        problems: guide.as_ref().err(),
        guide: guide.as_ref().ok().and_then(Option::as_ref),
        ..Said::default()
    };
    let page = page(visit, id, input, &said).await?;
    match guide {
        Ok(_) => page.show(visit),
        Err(_) => unprocessable(visit, page),
    }
}

fn is_guide(input: &ArticleInput) -> bool {
    ArticleKind::chosen(&input.kind) == Ok(ArticleKind::Guide)
}

/// What a form brings, with its text rendered; all that is wrong with it is said at once.
async fn read(visit: &Visit, input: &ArticleInput) -> Result<Result<(ArticleDraft, Written), Problems>, Fault> {
    let parsed = ArticleDraft::parse(input, article_named);
    let body = match Body::parse(&input.body) {
        Ok(body) => Some(written(body).await?),
        Err(_) => None,
    };
    let as_guide = body.as_ref().filter(|_| is_guide(input));
    let as_guide = as_guide.map(|body| Guide::read(&body.shown())).transpose();
    Ok(match (parsed, body, as_guide) {
        (Ok(mut draft), Some(body), Ok(_)) => {
            draft.cites = cited(visit, &body);
            Ok((draft, body))
        }
        (parsed, _, as_guide) => {
            let mut problems = parsed.err().unwrap_or_default();
            problems.extend(as_guide.err().unwrap_or_default());
            Err(problems)
        }
    })
}

/// `POST /articles/new`
pub async fn create(sent: Sent<ModeratorOrStaff, ArticleInput>) -> Reply {
    let Sent(ModeratorOrStaff(SignedIn { visit, user }), input) = sent;
    let Some(key) = FormKey::offered(&input.form_key) else {
        return Err(Fault::Malformed("malformed-form"));
    };
    let (draft, body) = match read(&visit, &input).await? {
        Ok(read) => read,
        Err(problems) => return mend(&visit, None, &input, &problems).await,
    };
    let (sight, now) = (visit.sight(), visit.now);
    let proposal: Option<ProposalId> = input.proposal.parse().ok();
    let saving = visit.site.store.write(move |tx| {
        let saving = articles::write(tx, &user, sight, &draft, &body, key.as_str(), now)?;
        if let (Saving::Saved(article), Some(proposal)) = (&saving, proposal) {
            proposals::written(tx, proposal, *article)?;
        }
        Ok(saving)
    });
    let saving = saving.await.map_err(|error: StoreError| error)?;
    saved(&visit, None, &input, saving, "article-written").await
}

/// `GET /articles/{id}/-/edit`
pub async fn edit_form(writer: ModeratorOrStaff, id: Id<ArticleId>) -> Reply {
    let source = may_edit(&writer.0, id.0).await?;
    let visit = writer.0.visit;
    page(&visit, Some(id.0), &source.input, &Said::default())
        .await?
        .show(&visit)
}

async fn may_edit(SignedIn { visit, user }: &SignedIn, id: ArticleId) -> Result<ArticleSource, Fault> {
    let sight = visit.sight();
    let source = visit.site.store.read(move |db| articles::source(db, sight, id));
    let source = source.await.map_err(|error: StoreError| error)?;
    if source.state.may_be_edited_by(user) {
        Ok(source)
    } else {
        Err(Fault::Forbidden)
    }
}

/// `POST /articles/{id}/-/edit`
pub async fn change(sent: Sent<ModeratorOrStaff, ArticleInput>, id: Id<ArticleId>) -> Reply {
    let Sent(ModeratorOrStaff(SignedIn { visit, user }), input) = sent;
    let (sight, now, id) = (visit.sight(), visit.now, id.0);
    let version: i64 = input.after.parse().map_err(|_| Fault::Malformed("malformed-form"))?;
    let (draft, body) = match read(&visit, &input).await? {
        Ok(read) => read,
        Err(problems) => return mend(&visit, Some(id), &input, &problems).await,
    };
    let saving = visit
        .site
        .store
        .write(move |tx| articles::edit(tx, &user, sight, id, version, &draft, &body, now));
    let saving = saving.await.map_err(|error: StoreError| error)?;
    saved(&visit, Some(id), &input, saving, "article-saved").await
}

/// The answers of this site that a text leads to.
fn cited(visit: &Visit, body: &Written) -> Vec<ReplyId> {
    replies_linked(body.html(), &visit.site.urls.absolute(""))
}

async fn saved(
    visit: &Visit,
    id: Option<ArticleId>,
    input: &ArticleInput,
    saving: Saving,
    notice: &'static str,
) -> Reply {
    match saving {
        Saving::Saved(id) => see_other_with(&address(visit, id).await?, notice),
        Saving::SavedBefore(id) => see_other_with(&address(visit, id).await?, "unchanged"),
        Saving::Unchanged => match id {
            Some(id) => see_other_with(&address(visit, id).await?, "unchanged"),
            None => Err(Fault::Forbidden),
        },
        Saving::NotYours => Err(Fault::Forbidden),
        Saving::CitesDeleted => {
            let problems = Problems::one("despite_deleted", "problem-article-cites-deleted");
            mend(visit, id, input, &problems).await
        }
        Saving::Refused(refusal) => mend(visit, id, input, &refused(refusal)).await,
        Saving::Raced(newest) => {
            // Sent again, it takes the place of the version that is shown beside it.
            let input = ArticleInput {
                after: newest.input.after.clone(),
                ..input.clone()
            };
            let said = Said {
                problems: Some(&Problems::one("body", "problem-article-outrun")),
                raced: Some(&newest),
                ..Said::default()
            };
            unprocessable(visit, page(visit, id, &input, &said).await?)
        }
    }
}

fn refused(refusal: Refusal) -> Problems {
    match refusal {
        Refusal::Section => Problems::one("section", "problem-section"),
        Refusal::Original => Problems::one("original", "problem-article-original"),
        Refusal::LanguageTaken => Problems::one("language", "problem-article-language-taken"),
        Refusal::Owner => Problems::one("owner", "problem-article-owner"),
        Refusal::SeeAlso => Problems::one("see_also", "problem-article-unknown"),
    }
}

/// An earlier version of an article in sight, rendered before it is written; nothing when the article is a guide and that
/// version is none.
async fn earlier(visit: &Visit, id: ArticleId, number: i64) -> Result<Option<Earlier>, Fault> {
    let sight = visit.sight();
    let found = visit.site.store.read(move |db| {
        let source = articles::source(db, sight, id)?;
        Ok((source, articles::revision(db, id, number)?))
    });
    let (source, revision) = found.await.map_err(|error: StoreError| error)?;
    let body = Body::parse(&revision.body).map_err(|fault| Fault::Broken(fault.key.to_owned()))?;
    let body = written(body).await?;
    if is_guide(&source.input) && Guide::read(&body.shown()).is_err() {
        return Ok(None);
    }
    Ok(Some(Earlier {
        cites: cited(visit, &body),
        body,
        reason: visit.phrases.tell("article-restored", &[("number", number.into())]),
        revision,
    }))
}

/// The button that goes back to an earlier version: the newest one that its page showed, and which to go back to.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RestoreForm {
    version: i64,
    number: i64,
}

/// `POST /articles/{id}/-/restore`
pub async fn restore(sent: Sent<ModeratorOrStaff, RestoreForm>, id: Id<ArticleId>) -> Reply {
    let Sent(ModeratorOrStaff(SignedIn { visit, user }), form) = sent;
    let (sight, now, id) = (visit.sight(), visit.now, id.0);
    let Some(earlier) = earlier(&visit, id, form.number).await? else {
        return see_other_with(&address(&visit, id).await?, "article-was-no-guide");
    };
    let saving = visit
        .site
        .store
        .write(move |tx| articles::restore(tx, &user, sight, id, form.version, &earlier, now));
    let notice = match saving.await.map_err(|error: StoreError| error)? {
        Saving::Saved(_) => "article-saved",
        Saving::Raced(_) => "article-raced",
        Saving::NotYours => return Err(Fault::Forbidden),
        Saving::SavedBefore(_) | Saving::Unchanged | Saving::CitesDeleted | Saving::Refused(_) => "unchanged",
    };
    see_other_with(&address(&visit, id).await?, notice)
}
