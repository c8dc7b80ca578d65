//! Reading a form of several parts: its fields, and one file, as large as its sender may bring.

use std::collections::HashMap;
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use actix_multipart::{Field, Multipart, MultipartError};
use actix_web::HttpRequest;
use actix_web::dev::Payload;
use actix_web::error::PayloadError;
use actix_web::web::Bytes;
use futures_util::{Stream, StreamExt};
use tokio::sync::OwnedSemaphorePermit;

use crate::domain::id::UserId;
use crate::domain::problem::Fault as Refusal;
use crate::domain::upload::MOST_MEGABYTES;
use crate::web::extract::LARGEST_FORM;
use crate::web::{Fault, Visit};

/// How many megabytes of files are in hand at once.
pub(super) const LARGEST_IN_HAND: usize = 256;
/// How many files of one person are in hand at once, so that nobody takes all the room with connections that drip.
const MOST_OF_ONE: usize = 3;
/// The most bytes of a form. A file that is larger than its sender may bring is read past up to here.
const LONGEST_BODY: usize = (2 * MOST_MEGABYTES.unsigned_abs() as usize) << 20;
/// How long a file waits for room.
const PATIENCE: Duration = Duration::from_secs(10);
/// The field of the file.
pub(super) const FILE: &str = "file";
/// The field of its description.
pub(super) const ALT: &str = "alt";

/// What a form brought.
pub(super) struct Brought {
    /// Its other fields, in their order.
    pub(super) fields: Vec<(String, String)>,
    /// What the picture shows.
    pub(super) alt: String,
    /// The file, or why it was not read; `None` when none was chosen.
    pub(super) file: Option<Result<File, Refusal>>,
}

/// A file as it came.
pub(super) struct File {
    /// What its sender calls it.
    pub(super) name: String,
    /// Its bytes.
    pub(super) bytes: Vec<u8>,
    /// The room that it takes.
    pub(super) room: Vec<OwnedSemaphorePermit>,
    /// Its place among its sender's files.
    place: Option<Place>,
}

/// Whose files are in hand, and how many.
#[derive(Debug, Clone, Default)]
pub(super) struct InHand(Arc<Mutex<HashMap<UserId, usize>>>);

/// The place of one file.
struct Place {
    of: UserId,
    all: InHand,
}

impl InHand {
    fn place(&self, of: UserId) -> Option<Place> {
        let mut counts = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let count = counts.entry(of).or_insert(0);
        if *count == MOST_OF_ONE {
            return None;
        }
        *count += 1;
        Some(Place { of, all: self.clone() })
    }
}

impl Drop for Place {
    fn drop(&mut self) {
        let mut counts = self.all.0.lock().unwrap_or_else(PoisonError::into_inner);
        let count = counts.get(&self.of).copied().unwrap_or_default();
        if count > 1 {
            counts.insert(self.of, count - 1);
        } else {
            counts.remove(&self.of);
        }
    }
}

/// Reads the parts. A file that is too large is read past, so that the text around it is not lost.
pub(super) async fn read(request: &HttpRequest, payload: Payload, visit: Option<&Visit>) -> Result<Brought, Fault> {
    if !is_multipart(request) {
        return Err(Fault::WrongType);
    }
    let mut parts = Multipart::new(request.headers(), within(payload, LONGEST_BODY));
    let mut brought = Brought {
        fields: Vec::new(),
        alt: String::new(),
        file: None,
    };
    let mut room = LARGEST_FORM;
    while let Some(part) = parts.next().await {
        let mut part = part.map_err(told)?;
        let name = part.name().ok_or_else(malformed)?.to_owned();
        // What a part costs besides its bytes counts too, so that a thousand empty ones do not pass.
        room = room.checked_sub(name.len() + 100).ok_or(Fault::TooLarge)?;
        if name == FILE && brought.file.is_none() {
            brought.file = read_file(&mut part, visit).await?;
            continue;
        }
        let bytes = part.bytes(room).await.map_err(|_| Fault::TooLarge)?;
        let bytes = bytes.map_err(told)?;
        room = room.checked_sub(bytes.len()).ok_or(Fault::TooLarge)?;
        let text = String::from_utf8(bytes.to_vec()).map_err(|_| Fault::Malformed("malformed-text"))?;
        if name == ALT {
            brought.alt = text;
        } else {
            brought.fields.push((name, text));
        }
    }
    Ok(brought)
}

/// Whether a request says that its body is a form of several parts.
pub(super) fn is_multipart(request: &HttpRequest) -> bool {
    let content_type = request.headers().get(actix_web::http::header::CONTENT_TYPE);
    let content_type = content_type.and_then(|value| value.to_str().ok()).unwrap_or_default();
    let kind = content_type.split(';').next().unwrap_or_default().trim();
    kind.eq_ignore_ascii_case("multipart/form-data")
}

async fn read_file(part: &mut Field, visit: Option<&Visit>) -> Result<Option<Result<File, Refusal>>, Fault> {
    let sent_name = part.content_disposition().and_then(|said| said.get_filename());
    let mut file = File {
        name: sent_name.unwrap_or_default().to_owned(),
        bytes: Vec::new(),
        room: Vec::new(),
        place: None,
    };
    let limit = visit.and_then(|visit| Some(visit.site.settings().uploads.of(visit.viewer.user()?)));
    let mut refusal = match (limit, visit) {
        (Some(limit), _) if limit.megabytes > 0 && limit.a_day > 0 => None,
        (Some(_), _) => Some(Refusal::new("problem-upload-none")),
        (None, Some(_)) => Some(Refusal::new("problem-upload-sign-in")),
        (None, None) => Some(Refusal::new("problem-upload-away")),
    };
    if let Some((visit, user)) = visit.and_then(|visit| Some((visit, visit.viewer.user()?)))
        && refusal.is_none()
    {
        file.place = visit.site.uploads.of_each.place(user.id);
        refusal = file.place.is_none().then_some(Refusal::new("problem-upload-busy"));
    }
    let most = limit.map_or(0, |limit| limit.bytes());
    let mut came = 0;
    while let Some(chunk) = part.next().await {
        let chunk = chunk.map_err(told)?;
        came += chunk.len();
        if refusal.is_none() && came > most {
            let megabytes = limit.map_or(0, |limit| limit.megabytes);
            refusal = Some(Refusal::with_limit("problem-upload-large", megabytes));
        }
        if refusal.is_none() && came > file.room.len() << 20 {
            match one_more(visit).await {
                Some(permit) => file.room.push(permit),
                None => refusal = Some(Refusal::new("problem-upload-busy")),
            }
        }
        if refusal.is_some() {
            file.bytes = Vec::new();
            file.room.clear();
        } else {
            file.bytes.extend_from_slice(&chunk);
        }
    }
    // A browser sends an empty file without a name where none was chosen.
    if came == 0 && file.name.is_empty() {
        return Ok(None);
    }
    Ok(Some(refusal.map_or(Ok(file), Err)))
}

/// Room for another megabyte; a chunk is never larger.
async fn one_more(visit: Option<&Visit>) -> Option<OwnedSemaphorePermit> {
    let room = Arc::clone(&visit?.site.uploads.in_hand).acquire_owned();
    tokio::time::timeout(PATIENCE, room).await.ok()?.ok()
}

/// A body that ends with an error where it becomes longer than this.
fn within(payload: Payload, most: usize) -> impl Stream<Item = Result<Bytes, PayloadError>> {
    let mut left = most;
    payload.map(move |chunk| {
        let chunk = chunk?;
        left = left.checked_sub(chunk.len()).ok_or(PayloadError::Overflow)?;
        Ok(chunk)
    })
}

fn told(error: MultipartError) -> Fault {
    match error {
        MultipartError::Payload(PayloadError::Overflow) => Fault::TooLarge,
        _ => malformed(),
    }
}

fn malformed() -> Fault {
    Fault::Malformed("malformed-form")
}

#[cfg(test)]
mod tests {
    use std::pin::Pin;

    use futures_util::stream;

    use super::*;

    type BoxedPayloadStream = Pin<Box<dyn Stream<Item = Result<Bytes, PayloadError>>>>;

    #[test]
    fn nobody_has_more_in_hand_than_their_share() {
        let (all, ada, bob) = (InHand::default(), UserId::stored(1), UserId::stored(2));
        let mut places: Vec<_> = (0..MOST_OF_ONE).map(|_| all.place(ada)).collect();
        assert!(places.iter().all(Option::is_some));
        assert!(all.place(ada).is_none());
        assert!(all.place(bob).is_some());
        places.pop();
        places.push(all.place(ada));
        assert!(places.iter().all(Option::is_some));
        drop(places);
        assert!(all.0.lock().unwrap().is_empty(), "nobody is remembered");
    }

    #[test]
    fn a_body_ends_where_it_becomes_too_long() {
        let chunks: BoxedPayloadStream = Box::pin(stream::iter((0..10).map(|_| Ok(Bytes::from_static(b"0123456789")))));
        let body = Payload::Stream { payload: chunks };
        let read: Vec<_> = futures_util::FutureExt::now_or_never(within(body, 35).collect()).unwrap();
        assert!(read.iter().take(3).all(Result::is_ok));
        let too_long = read.get(3).unwrap().as_ref().unwrap_err();
        assert!(
            matches!(told(MultipartError::Payload(PayloadError::Overflow)), Fault::TooLarge),
            "{too_long}"
        );
    }
}
