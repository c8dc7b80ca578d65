//! Every kind of letter, to look at with things of this forum, and to send to oneself.

use actix_web::HttpResponse;
use actix_web::http::header::{self, HeaderValue};
use serde::Deserialize;

use crate::domain::id::UserId;
use crate::domain::job::Job;
use crate::domain::language::Language;
use crate::letters::specimens::{Example, Specimen, of_kind};
use crate::letters::{Letter, Stationery};
use crate::store::{Db, StoreError, jobs, users};
use crate::web::extract::{Named, Query};
use crate::web::{Administrator, Fault, Reply, Visit, see_other_with, views};

/// What a letter may do that is looked at in a browser: be styled, and nothing else.
const POLICY: &str = "default-src 'none'; style-src 'unsafe-inline'; form-action 'none'; frame-ancestors 'none'; base-uri 'none'; sandbox";

/// In which language a letter is shown.
#[derive(Debug, Deserialize)]
pub struct SpecimenQuery {
    #[serde(default)]
    r#in: String,
}

/// `GET /admin/letters/specimens`
pub async fn list(admin: Administrator) -> Reply {
    let visit = admin.0.visit;
    views::admin::specimens::list(&visit).show(&visit)
}

/// `GET /admin/letters/specimens/{kind}`: what it says, and what it says to mail programs.
pub async fn show(admin: Administrator, kind: Named, query: Query<SpecimenQuery>) -> Reply {
    let (visit, specimen, language) = chosen(admin, &kind, &query)?;
    let letter = compose(&visit.0, visit.1, specimen, language).await?;
    views::admin::specimens::one(&visit.0, specimen.kind, &letter, language).show(&visit.0)
}

/// `GET /admin/letters/specimens/{kind}/html`: as a mail program shows it.
pub async fn show_html(admin: Administrator, kind: Named, query: Query<SpecimenQuery>) -> Reply {
    let (visit, specimen, language) = chosen(admin, &kind, &query)?;
    let letter = compose(&visit.0, visit.1, specimen, language).await?;
    Ok(HttpResponse::Ok()
        .content_type("text/html; charset=utf-8")
        .insert_header((header::CONTENT_SECURITY_POLICY, HeaderValue::from_static(POLICY)))
        .insert_header((header::CACHE_CONTROL, HeaderValue::from_static("private, no-store")))
        .insert_header(("x-robots-tag", "noindex"))
        .body(letter.html))
}

/// `POST /admin/letters/specimens/{kind}/send`: to whoever asks.
pub async fn send(admin: Administrator, kind: Named) -> Reply {
    let (visit, user) = (admin.0.visit, admin.0.user.id);
    let specimen = of_kind(&kind.0).ok_or(Fault::NotFound)?;
    let (now, job) = (
        visit.now,
        Job::TestLetter {
            specimen: specimen.kind.to_owned(),
            user,
        },
    );
    let written = visit.site.store.write(move |tx| jobs::enqueue(tx, &job, now));
    written.await.map_err(|error: StoreError| error)?;
    see_other_with(&visit.site.urls.admin_specimen(specimen.kind, None), "specimen-sent")
}

type Chosen = ((Visit, UserId), &'static Specimen, Language);

fn chosen(admin: Administrator, kind: &Named, query: &Query<SpecimenQuery>) -> Result<Chosen, Fault> {
    let specimen = of_kind(&kind.0).ok_or(Fault::NotFound)?;
    let visit = admin.0.visit;
    let own = Language::parse(visit.phrases.language()).unwrap_or(Language::English);
    let language = Language::parse(&query.0.r#in).unwrap_or(own);
    Ok(((visit, admin.0.user.id), specimen, language))
}

/// Composes it for whoever looks, with things of this forum.
async fn compose(visit: &Visit, user: UserId, specimen: &Specimen, language: Language) -> Result<Letter, Fault> {
    let phrases = visit.site.languages.speak(language);
    let (told, now) = (phrases.clone(), visit.now);
    let read = visit.site.store.read(move |db: &mut Db| {
        let Some((to, name)) = users::letter_box(db, user)? else {
            return Err(StoreError::NotFound);
        };
        Example::of_forum(db, &told, to, &name, now)
    });
    let example = read.await?;
    let settings = visit.site.settings();
    let stationery = Stationery {
        phrases: &phrases,
        urls: &visit.site.urls,
        site_name: &settings.site_name,
    };
    Ok((specimen.compose)(&stationery, &example))
}
