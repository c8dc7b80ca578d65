//! Terms, privacy and imprint, as everybody reads them.

use actix_web::web::Path;

use super::{Fault, Reply, Visit, views};
use crate::domain::document::Document;
use crate::store::{StoreError, documents};

/// `GET /about/terms`
pub async fn terms(visit: Visit) -> Reply {
    show(&visit, Document::Terms, None).await
}

/// `GET /about/terms/{version}`
pub async fn terms_version(visit: Visit, version: Path<String>) -> Reply {
    show(&visit, Document::Terms, Some(&version)).await
}

/// `GET /about/privacy`
pub async fn privacy(visit: Visit) -> Reply {
    show(&visit, Document::Privacy, None).await
}

/// `GET /about/privacy/{version}`
pub async fn privacy_version(visit: Visit, version: Path<String>) -> Reply {
    show(&visit, Document::Privacy, Some(&version)).await
}

/// `GET /about/imprint`
pub async fn imprint(visit: Visit) -> Reply {
    show(&visit, Document::Imprint, None).await
}

/// `GET /about/imprint/{version}`
pub async fn imprint_version(visit: Visit, version: Path<String>) -> Reply {
    show(&visit, Document::Imprint, Some(&version)).await
}

/// A document without a text does not exist; its older versions do.
async fn show(visit: &Visit, document: Document, version: Option<&str>) -> Reply {
    let wanted = version
        .map(|version| number(version).ok_or(Fault::NotFound))
        .transpose()?;
    let found = visit.site.store.read(move |db| documents::find(db, document, wanted));
    let found = found.await.map_err(|error: StoreError| error)?;
    if found.markdown.is_empty() {
        return Err(Fault::NotFound);
    }
    let page = views::documents::page(visit, document, &found);
    let page = match wanted {
        Some(_) => page.unlisted(),
        None => page.canonical(visit, &visit.site.urls.document(document, None)),
    };
    page.show(visit)
}

/// A number as our own addresses write it.
fn number(text: &str) -> Option<i64> {
    text.parse()
        .ok()
        .filter(|number: &i64| *number > 0 && number.to_string() == text)
}
