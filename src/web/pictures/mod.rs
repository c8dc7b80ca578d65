//! The picture that stands for a thread where other sites link to it: drawn when it is asked for, and kept for a while.

mod canvas;
mod drawing;
mod lettering;

use std::collections::VecDeque;
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use actix_web::HttpResponse;
use actix_web::http::header;
use actix_web::web::{Bytes, Data, Path};
use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use sha2::{Digest, Sha256};
use tokio::sync::{OwnedSemaphorePermit, Semaphore};

use super::middleware::RESOURCE_POLICY;
use super::threads::absent;
use super::views::head;
use super::{Fault, Reply, Site};
use crate::domain::id::ThreadId;
use crate::domain::sight::Sight;
use crate::domain::thread::{Standing, ThreadKind};
use crate::store::threads::{Outline, outline};
use crate::store::{StoreError, merges};
use crate::text::phrases::Phrases;

pub use drawing::{HEIGHT, Scene, WIDTH, draw};

/// Part of each hash: another one gives every picture another address after the drawing has changed.
const DRAWING_VERSION: &str = "1";
/// How many pictures are drawn at once.
const AT_ONCE: usize = 2;
/// How long a request waits for its turn to draw.
const PATIENCE: Duration = Duration::from_secs(3);
/// How many bytes of drawn pictures are kept.
const MOST_KEPT: usize = 4 << 20;

/// The pictures that were drawn lately.
pub struct Pictures {
    drawing: Arc<Semaphore>,
    kept: Mutex<VecDeque<(String, Bytes)>>,
}

impl Default for Pictures {
    fn default() -> Self {
        Self {
            drawing: Arc::new(Semaphore::new(AT_ONCE)),
            kept: Mutex::default(),
        }
    }
}

impl Pictures {
    async fn turn(&self) -> Result<OwnedSemaphorePermit, Fault> {
        let turn = tokio::time::timeout(PATIENCE, Arc::clone(&self.drawing).acquire_owned()).await;
        let busy = || Fault::Busy("too many pictures wait to be drawn".to_owned());
        turn.map_err(|_| busy())?.map_err(|_| busy())
    }

    fn find(&self, hash: &str) -> Option<Bytes> {
        let kept = self.kept.lock().unwrap_or_else(PoisonError::into_inner);
        kept.iter()
            .find(|(known, _)| known == hash)
            .map(|(_, picture)| picture.clone())
    }

    fn keep(&self, hash: String, picture: Bytes) {
        let mut kept = self.kept.lock().unwrap_or_else(PoisonError::into_inner);
        kept.push_back((hash, picture));
        while kept.iter().map(|(_, picture)| picture.len()).sum::<usize>() > MOST_KEPT {
            kept.pop_front();
        }
    }
}

/// `GET /threads/{id}/-/picture-{hash}.png`: a picture that never changes under its address; an older one leads on.
pub async fn show(site: Data<Site>, path: Path<(String, String)>) -> Reply {
    let (id, asked) = path.into_inner();
    let id: ThreadId = id.parse().map_err(|_| Fault::NotFound)?;
    let found = site.store.read(move |db| {
        let here = merges::follow(db, id)?;
        Ok((here, outline(db, Sight::public(), here)?))
    });
    let (id, thread) = match found.await {
        Ok(found) => found,
        Err(StoreError::NotFound) => return Err(absent(&site, Sight::public(), id).await?),
        Err(error) => return Err(error.into()),
    };
    let hash = hash_of(&site, &thread);
    if asked != hash {
        return Ok(HttpResponse::Found()
            .insert_header((header::LOCATION, site.urls.thread_picture(id, &hash)))
            .insert_header((header::CACHE_CONTROL, "no-cache"))
            .finish());
    }
    let picture = match site.pictures.find(&hash) {
        Some(picture) => picture,
        None => drawn(&site, &thread, hash).await?,
    };
    Ok(HttpResponse::Ok()
        .content_type("image/png")
        .insert_header((RESOURCE_POLICY, "cross-origin"))
        .insert_header((header::CACHE_CONTROL, "public, max-age=31536000, immutable"))
        .body(picture))
}

/// Draws off the async threads, a few at once.
async fn drawn(site: &Site, thread: &Outline, hash: String) -> Result<Bytes, Fault> {
    let turn = site.pictures.turn().await?;
    // Another request may have drawn it while this one waited.
    if let Some(picture) = site.pictures.find(&hash) {
        return Ok(picture);
    }
    let settings = site.settings();
    let phrases = site.languages.choose(&settings.language);
    let scene = Scene {
        site_name: settings.site_name.clone(),
        title: thread.title.clone(),
        standing: standing(&phrases, thread.kind, thread.standing),
        replies: replies(&phrases, thread),
        look: thread.standing,
    };
    let picture = Bytes::from(with(turn, move || draw(&scene)).await?);
    site.pictures.keep(hash, picture.clone());
    Ok(picture)
}

/// Works on a blocking thread, with the turn along: whoever asked may be gone before it is done.
async fn with(
    turn: OwnedSemaphorePermit,
    work: impl FnOnce() -> Result<Vec<u8>, String> + Send + 'static,
) -> Result<Vec<u8>, Fault> {
    let work = move || {
        let _turn = turn;
        work()
    };
    let drawing = actix_web::web::block(work).await;
    drawing
        .map_err(|error| Fault::Broken(error.to_string()))?
        .map_err(Fault::Broken)
}

/// What the head of a thread's page says of its picture.
pub fn picture_of(site: &Site, id: ThreadId, thread: &Outline) -> head::Picture {
    let phrases = site.languages.choose(&site.settings().language);
    let values = [
        ("title", thread.title.clone().into()),
        ("standing", standing(&phrases, thread.kind, thread.standing).into()),
    ];
    let path = site.urls.thread_picture(id, &hash_of(site, thread));
    head::Picture {
        address: site.urls.absolute(&path),
        alt: phrases.tell("picture-alt", &values),
        width: WIDTH,
        height: HEIGHT,
    }
}

/// Names everything that stands on the picture.
fn hash_of(site: &Site, thread: &Outline) -> String {
    let settings = site.settings();
    let mut hash = Sha256::new();
    let count = thread.reply_count.to_string();
    for part in [
        DRAWING_VERSION,
        &settings.site_name,
        &settings.language,
        &thread.title,
        thread.kind.as_str(),
        thread.standing.as_str(),
        &count,
    ] {
        hash.update(part.as_bytes());
        hash.update([0]);
    }
    let hash = URL_SAFE_NO_PAD.encode(hash.finalize());
    hash.get(..16).unwrap_or(&hash).to_owned()
}

fn standing(phrases: &Phrases, kind: ThreadKind, standing: Standing) -> String {
    phrases.say(match (standing, kind) {
        (Standing::Unanswered, _) => "mark-unanswered",
        (Standing::Answered, _) => "mark-waiting",
        (Standing::Resolved, _) => "mark-resolved",
        (Standing::Closed, _) => "mark-closed",
        (Standing::Talk, ThreadKind::Announcement) => "mark-announcement",
        (Standing::Talk, _) => "mark-discussion",
    })
}

fn replies(phrases: &Phrases, thread: &Outline) -> String {
    if thread.reply_count == 0 {
        return String::new();
    }
    let key = if thread.kind == ThreadKind::Question {
        "thread-answers"
    } else {
        "thread-replies"
    };
    phrases.tell(key, &[("count", thread.reply_count.into())])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[tokio::test]
    async fn who_went_away_holds_a_turn_until_the_picture_is_drawn() {
        let pictures = Pictures::default();
        let (end, ended) = std::sync::mpsc::channel::<()>();
        let drawing = with(pictures.turn().await.unwrap(), move || {
            let _left = ended.recv();
            Ok(Vec::new())
        });
        let gone = tokio::time::timeout(Duration::from_millis(50), drawing).await;
        assert!(gone.is_err(), "it was dropped midway");
        assert_eq!(pictures.drawing.available_permits(), AT_ONCE - 1);
        drop(end);
        let all = pictures.drawing.acquire_many(AT_ONCE as u32);
        let _all = tokio::time::timeout(Duration::from_secs(20), all).await.unwrap();
    }
}
