//! Giving a file out, to whoever sees the post that it belongs to.

use std::ops::Range;

use actix_web::body::SizedStream;
use actix_web::http::StatusCode;
use actix_web::http::header::{self, EntityTag, HeaderValue};
use actix_web::web::{Bytes, Path};
use actix_web::{HttpRequest, HttpResponse};
use futures_util::stream;

use crate::domain::id::UploadId;
use crate::domain::upload::{Pixels, Upload};
use crate::store::StoreError;
use crate::store::uploads::{self, Found};
use crate::uploads::{Depot, DepotError, depot};
use crate::web::conditional::knows;
use crate::web::middleware::RESOURCE_POLICY;
use crate::web::{Fault, Reply, Visit};

/// How many bytes are read from the store at once.
const PIECE: u64 = 1 << 20;
/// What a file may do in a browser: nothing.
const POLICY: &str = "default-src 'none'; sandbox; frame-ancestors 'none'";

/// `GET /uploads/{id}/{name}`
pub async fn show(visit: Visit, request: HttpRequest, path: Path<(String, String)>) -> Reply {
    let (id, name) = path.into_inner();
    let found = find(&visit, &id, &name).await?;
    let (key, size) = (found.upload.key.clone(), found.upload.bytes.unsigned_abs());
    give(&visit, &request, &found, &key, size).await
}

/// `GET /uploads/{id}/{size}/{name}`: a picture in its own size, such as `1600x900`, or in one of the smaller widths.
pub async fn show_sized(visit: Visit, request: HttpRequest, path: Path<(String, String, String)>) -> Reply {
    let (id, size, name) = path.into_inner();
    let found = find(&visit, &id, &name).await?;
    let pixels = found.upload.pixels.ok_or(Fault::NotFound)?;
    if Pixels::parse(&size) == Some(pixels) {
        let (key, size) = (found.upload.key.clone(), found.upload.bytes.unsigned_abs());
        return give(&visit, &request, &found, &key, size).await;
    }
    let width = pixels.smaller_widths().find(|width| width.to_string() == size);
    let key = depot::smaller(&found.upload.key, width.ok_or(Fault::NotFound)?);
    let size = visit.site.uploads.depot.size(&key).await.map_err(told)?;
    give(&visit, &request, &found, &key, size).await
}

async fn find(visit: &Visit, id: &str, name: &str) -> Result<Found, Fault> {
    let id: UploadId = id.parse().map_err(|_| Fault::NotFound)?;
    let viewer = visit.viewer.clone();
    let found = visit.site.store.read(move |db| uploads::find(db, &viewer, id));
    let found = found.await.map_err(|error: StoreError| error)?;
    if found.upload.name.as_str() == name {
        Ok(found)
    } else {
        Err(Fault::NotFound)
    }
}

async fn give(visit: &Visit, request: &HttpRequest, found: &Found, key: &str, size: u64) -> Reply {
    let tag = EntityTag::new_strong(key.to_owned());
    let mut response = HttpResponse::Ok();
    response.insert_header((header::ETAG, tag.to_string()));
    response.insert_header((header::CONTENT_SECURITY_POLICY, POLICY));
    response.insert_header((header::ACCEPT_RANGES, "bytes"));
    let is_for_all = found.is_public && !visit.site.settings().is_for_members;
    // What is not for everybody is asked for anew each time: a right may end. What is for everybody is kept by browsers that saw it,
    // and by nobody in between, as a post may be deleted or moved.
    let caching = if is_for_all {
        "private, max-age=86400"
    } else {
        "private, no-cache"
    };
    response.insert_header((header::CACHE_CONTROL, caching));
    // Feeds carry the pictures of posts that everybody sees.
    if is_for_all && found.upload.kind.is_picture() {
        response.insert_header((RESOURCE_POLICY, "cross-origin"));
    }
    if knows(request, &tag) {
        return Ok(response.status(StatusCode::NOT_MODIFIED).finish());
    }
    response.content_type(found.upload.kind.media_type());
    response.insert_header((header::CONTENT_DISPOSITION, disposition(&found.upload)?));
    let range = match wanted(request, &tag, size) {
        Wanted::Whole => 0..size,
        Wanted::Part(range) => {
            let said = format!("bytes {}-{}/{size}", range.start, range.end.saturating_sub(1));
            response.status(StatusCode::PARTIAL_CONTENT);
            response.insert_header((header::CONTENT_RANGE, said));
            range
        }
        Wanted::Nothing => {
            response.status(StatusCode::RANGE_NOT_SATISFIABLE);
            response.insert_header((header::CONTENT_RANGE, format!("bytes */{size}")));
            return Ok(response.finish());
        }
    };
    let depot = visit.site.uploads.depot.clone();
    // The first piece tells whether the store answers, while the answer can still say so.
    let first = piece(&depot, key, range.start, range.end).await.map_err(told)?;
    let length = range.end - range.start;
    let rest = range.start + first.len() as u64..range.end;
    let pieces = stream::iter([Ok(first)]);
    Ok(response.body(SizedStream::new(
        length,
        futures_util::StreamExt::chain(pieces, onward(depot, key.to_owned(), rest)),
    )))
}

/// The other pieces, each read when it is asked for.
fn onward(
    depot: Depot,
    key: String,
    range: Range<u64>,
) -> impl futures_util::Stream<Item = Result<Bytes, actix_web::Error>> {
    stream::unfold(Some((depot, key, range)), |left| async {
        let (depot, key, range) = left?;
        if range.is_empty() {
            return None;
        }
        match piece(&depot, &key, range.start, range.end).await {
            Ok(bytes) => {
                let next = range.start + bytes.len() as u64..range.end;
                Some((Ok(bytes), Some((depot, key, next))))
            }
            Err(error) => Some((Err(told(error).into()), None)),
        }
    })
}

async fn piece(depot: &Depot, key: &str, start: u64, end: u64) -> Result<Bytes, DepotError> {
    if start >= end {
        return Ok(Bytes::new());
    }
    let bytes = depot.piece(key, start..end.min(start + PIECE)).await?;
    if bytes.is_empty() {
        return Err(DepotError::Failed(format!("{key} is shorter than it was")));
    }
    Ok(Bytes::from(bytes))
}

fn told(error: DepotError) -> Fault {
    match error {
        DepotError::Missing(_) => Fault::Broken(error.to_string()),
        DepotError::Full(_) | DepotError::Failed(_) => Fault::Busy(error.to_string()),
    }
}

/// Pictures are shown, everything else is downloaded; the name travels in both of the ways of RFC 6266.
fn disposition(upload: &Upload) -> Result<HeaderValue, Fault> {
    let way = if upload.kind.is_picture() {
        "inline"
    } else {
        "attachment"
    };
    let name = upload.name.as_str();
    let plain: String = name
        .chars()
        .map(|character| match character {
            '"' | '\\' | '%' => '_',
            _ if character.is_ascii_graphic() || character == ' ' => character,
            _ => '_',
        })
        .collect();
    let whole: String = url::form_urlencoded::byte_serialize(name.as_bytes()).collect();
    let whole = whole.replace('+', "%20").replace('*', "%2A");
    HeaderValue::from_str(&format!("{way}; filename=\"{plain}\"; filename*=UTF-8''{whole}"))
        .map_err(|error| Fault::Broken(error.to_string()))
}

#[derive(Debug, PartialEq, Eq)]
enum Wanted {
    Whole,
    Part(Range<u64>),
    Nothing,
}

/// Which part a request wants: one range, of the file that it knows. Several are answered with the whole.
fn wanted(request: &HttpRequest, tag: &EntityTag, size: u64) -> Wanted {
    let headers = request.headers();
    let text = |name| headers.get(name).and_then(|value| value.to_str().ok());
    let is_same = text(header::IF_RANGE).is_none_or(|known| known == tag.to_string());
    match text(header::RANGE).and_then(|said| said.strip_prefix("bytes=")) {
        Some(said) if is_same => part(said, size),
        _ => Wanted::Whole,
    }
}

fn part(said: &str, size: u64) -> Wanted {
    let Some((start, end)) = said.split_once('-').filter(|_| !said.contains(',')) else {
        return Wanted::Whole;
    };
    let range = match (start.trim().parse::<u64>(), end.trim().parse::<u64>()) {
        (Ok(start), Ok(end)) if start <= end => start..end.saturating_add(1).min(size),
        (Ok(start), Err(_)) if end.trim().is_empty() => start..size,
        (Err(_), Ok(last)) if start.trim().is_empty() => size.saturating_sub(last)..size,
        _ => return Wanted::Whole,
    };
    if range.is_empty() {
        Wanted::Nothing
    } else {
        Wanted::Part(range)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_range_is_a_part_and_what_is_none_is_the_whole() {
        for (said, expected) in [
            ("0-9", Wanted::Part(0..10)),
            ("5-", Wanted::Part(5..100)),
            ("-10", Wanted::Part(90..100)),
            ("90-1000", Wanted::Part(90..100)),
            ("-1000", Wanted::Part(0..100)),
            ("100-", Wanted::Nothing),
            ("-0", Wanted::Nothing),
            ("0-1,5-6", Wanted::Whole),
            ("9-1", Wanted::Whole),
            ("x", Wanted::Whole),
        ] {
            assert_eq!(part(said, 100), expected, "{said}");
        }
    }
}
