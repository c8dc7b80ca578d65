//! Live updates: a stream of server-sent events that says which thread has a new answer, and to whom something new was told.
//!
//! What belongs here: who listens, and within which bounds. What does not: how a change is noticed (`web/upkeep.rs`).
//!
//! A browser opens one stream for all its tabs (`assets/js/live.js`). An event names a thread and a reply, never their
//! words; who may not see the thread is not told. A reader that does not read is dropped, and so is every stream after a
//! quarter of an hour: the browser comes again by itself, with the rights that it has by then.

use std::collections::HashMap;
use std::sync::{Arc, Mutex, PoisonError};
use std::time::{Duration, Instant};

use actix_web::http::header;
use actix_web::web::Bytes;
use actix_web::{HttpRequest, HttpResponse};
use futures_util::stream;
use tokio::sync::mpsc;

use super::extract::{Id, Query};
use super::{Fault, Reply, Site, Visit, client};
use crate::domain::change::{ChangeVerb, Noun};
use crate::domain::id::{ThreadId, UserId};
use crate::domain::network::network_of;
use crate::domain::sight::Sight;
use crate::store::announcements::{self, Announcement};
use crate::store::changes::Change;
use crate::store::{StoreError, merges, notifications};

/// The most streams of this node.
const MOST: usize = 2_000;
/// The most streams of one network: an office behind one address, not a flood.
const MOST_OF_A_NETWORK: usize = 60;
/// Events that wait for a reader; one that falls further behind is dropped.
const WAITING: usize = 32;
/// How long a stream lasts.
const LONGEST: Duration = Duration::from_secs(15 * 60);

/// Who listens.
#[derive(Default)]
pub struct Live {
    rooms: Arc<Mutex<Rooms>>,
}

#[derive(Default)]
struct Rooms {
    is_open: bool,
    readers: Vec<Reader>,
    networks: HashMap<String, usize>,
    count: usize,
}

struct Reader {
    sight: Sight,
    user: Option<UserId>,
    since: Instant,
    sender: mpsc::Sender<Bytes>,
}

/// A place among the listeners, given back when the stream is dropped.
struct Place {
    rooms: Arc<Mutex<Rooms>>,
    network: String,
}

impl Live {
    /// Lets readers in; before this, and after [`Live::close`], there is nothing to listen to.
    pub fn open(&self) {
        self.lock().is_open = true;
    }

    /// Ends every stream, so that a shutdown need not wait for them.
    pub fn close(&self) {
        let mut rooms = self.lock();
        rooms.is_open = false;
        rooms.readers.clear();
    }

    /// How many streams are open.
    pub fn count(&self) -> usize {
        self.lock().count
    }

    /// Whether anybody listens.
    pub fn is_heard(&self) -> bool {
        !self.lock().readers.is_empty()
    }

    /// Tells everybody who may see it, and drops who does not keep up.
    pub fn announce(&self, news: &[Announcement]) {
        let events: Vec<_> = news.iter().map(|one| (one, event(one))).collect();
        self.lock().readers.retain(|reader| {
            let mut seen = events.iter().filter(|(one, _)| reader.sight.includes(one.audience));
            seen.all(|(_, event)| reader.sender.try_send(event.clone()).is_ok())
        });
    }

    /// Ends the streams of those who may see less by now; their browsers come again, with the rights that they have then.
    fn dismiss(&self, changes: &[Change]) {
        let concerns = |reader: &Reader| {
            changes.iter().any(|change| match change.noun {
                Some(Noun::User(id)) => reader.user == Some(id),
                Some(Noun::Category(id)) => reader.sight.grants().at(id).is_some(),
                _ => false,
            })
        };
        self.lock().readers.retain(|reader| !concerns(reader));
    }

    /// The people among those who listen.
    fn people(&self) -> Vec<UserId> {
        self.lock().readers.iter().filter_map(|reader| reader.user).collect()
    }

    /// Says to these people that they were told of something; what, they ask.
    fn call(&self, people: &[UserId]) {
        let event = Bytes::from_static(b"event: notification\ndata: {}\n\n");
        self.lock().readers.retain(|reader| {
            let is_called = reader.user.is_some_and(|user| people.contains(&user));
            !is_called || reader.sender.try_send(event.clone()).is_ok()
        });
    }

    /// Shows that the streams are alive, and ends those that have lasted long enough.
    pub fn tick(&self) {
        let sign = Bytes::from_static(b":\n\n");
        self.lock()
            .readers
            .retain(|reader| reader.since.elapsed() < LONGEST && reader.sender.try_send(sign.clone()).is_ok());
    }

    /// A place for one more reader; none while closed or full.
    fn enter(
        &self,
        network: &str,
        sight: Sight,
        user: Option<UserId>,
    ) -> Result<(Place, mpsc::Receiver<Bytes>), Refusal> {
        let mut rooms = self.lock();
        if !rooms.is_open {
            return Err(Refusal::Closed);
        }
        let of_network = rooms.networks.get(network).copied().unwrap_or_default();
        if rooms.count >= MOST || of_network >= MOST_OF_A_NETWORK {
            return Err(Refusal::Full);
        }
        let (sender, receiver) = mpsc::channel(WAITING);
        rooms.count += 1;
        rooms.networks.insert(network.to_owned(), of_network + 1);
        rooms.readers.push(Reader {
            sight,
            user,
            since: Instant::now(),
            sender,
        });
        let place = Place {
            rooms: Arc::clone(&self.rooms),
            network: network.to_owned(),
        };
        Ok((place, receiver))
    }

    fn lock(&self) -> std::sync::MutexGuard<'_, Rooms> {
        self.rooms.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

enum Refusal {
    Closed,
    Full,
}

impl Drop for Place {
    fn drop(&mut self) {
        let mut rooms = self.rooms.lock().unwrap_or_else(PoisonError::into_inner);
        rooms.count -= 1;
        if let Some(count) = rooms.networks.get_mut(&self.network) {
            *count -= 1;
            if *count == 0 {
                rooms.networks.remove(&self.network);
            }
        }
    }
}

fn event(news: &Announcement) -> Bytes {
    let news = serde_json::json!({ "thread": news.thread, "reply": news.reply });
    Bytes::from(format!("event: reply\ndata: {news}\n\n"))
}

/// `GET /live`: the stream.
pub async fn listen(visit: Visit, request: HttpRequest) -> Reply {
    let network = network_of(client::address(&request, &visit.site));
    let (place, receiver) = match visit.site.live.enter(&network, visit.sight(), visit.viewer.id()) {
        Ok(entered) => entered,
        // After either answer a browser gives up; the script comes again within a minute.
        Err(Refusal::Closed) => return Ok(HttpResponse::NoContent().finish()),
        Err(Refusal::Full) => return Err(Fault::Busy("too many live streams are open".to_owned())),
    };
    let hello = Bytes::from_static(b"retry: 5000\n\n");
    let events = stream::unfold(
        (Some(hello), receiver, place),
        |(hello, mut receiver, place)| async move {
            let next = match hello {
                Some(hello) => Some(hello),
                None => receiver.recv().await,
            };
            next.map(|bytes| (Ok::<_, actix_web::Error>(bytes), (None, receiver, place)))
        },
    );
    Ok(HttpResponse::Ok()
        .content_type("text/event-stream")
        .insert_header((header::CACHE_CONTROL, "no-store"))
        .insert_header(("x-accel-buffering", "no"))
        .streaming(Box::pin(events)))
}

/// The fields of the address of what is new.
#[derive(Debug, serde::Deserialize)]
pub struct NewestQuery {
    #[serde(default)]
    known: i64,
}

/// `GET /threads/{id}/-/newest?known=`: the newest reply, when there are more than are known, for a tab that was hidden.
pub async fn newest(visit: Visit, id: Id<ThreadId>, query: Query<NewestQuery>) -> Reply {
    let (sight, id, known) = (visit.sight(), id.0, query.0.known);
    let newest = visit.site.store.read(move |db| {
        let here = merges::follow(db, id)?;
        announcements::newest(db, sight, here, known)
    });
    let newest = newest.await.map_err(|error: StoreError| error)?;
    Ok(HttpResponse::Ok()
        .insert_header((header::CACHE_CONTROL, "no-store"))
        .json(serde_json::json!({ "thread": id, "reply": newest })))
}

/// Tells the listeners of replies that were just posted, and those who were told of something, on whichever node.
pub async fn tell(site: &Site, changes: &[Change]) {
    if site.live.is_heard() {
        site.live.dismiss(changes);
        tell_of_replies(site, changes).await;
        call(site, changes).await;
    }
}

async fn call(site: &Site, changes: &[Change]) {
    let tidings = changes.iter().filter_map(|change| match change.noun {
        Some(Noun::Tiding(id)) => Some(id),
        _ => None,
    });
    let (tidings, people) = (tidings.collect::<Vec<_>>(), site.live.people());
    if tidings.is_empty() || people.is_empty() {
        return;
    }
    let told = site
        .store
        .read(move |db| notifications::told_among(db, &tidings, &people));
    match told.await {
        Ok(people) => site.live.call(&people),
        Err(error) => tracing::debug!(%error, "people could not be called"),
    }
}

async fn tell_of_replies(site: &Site, changes: &[Change]) {
    let made = changes
        .iter()
        .filter_map(|change| match (change.noun, change.verb) {
            (Some(Noun::Reply(id)), Some(ChangeVerb::Made)) => Some(id),
            _ => None,
        })
        .collect::<Vec<_>>();
    if made.is_empty() {
        return;
    }
    match site.store.read(move |db| announcements::of_replies(db, &made)).await {
        Ok(news) => site.live.announce(&news),
        Err(error) => tracing::debug!(%error, "new replies could not be announced"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::account::Viewer;
    use crate::domain::category::Audience;
    use crate::domain::id::ReplyId;

    fn news(audience: Audience) -> Announcement {
        Announcement {
            thread: ThreadId::stored(7),
            reply: ReplyId::stored(9),
            audience,
        }
    }

    fn visitor() -> Sight {
        Sight::of(&Viewer::Anonymous)
    }

    fn open() -> Live {
        let live = Live::default();
        live.open();
        live
    }

    #[test]
    fn readers_hear_what_they_may_see() {
        let live = open();
        let Ok((_place, mut receiver)) = live.enter("here", visitor(), None) else {
            panic!("there is room");
        };
        live.announce(&[news(Audience::Staff), news(Audience::Public)]);
        let heard = receiver.try_recv().unwrap();
        assert_eq!(&*heard, b"event: reply\ndata: {\"reply\":9,\"thread\":7}\n\n");
        assert!(receiver.try_recv().is_err(), "one of two");
    }

    #[test]
    fn only_those_who_were_told_are_called() {
        let live = open();
        let (ada, bob) = (UserId::stored(1), UserId::stored(2));
        let mut receivers: Vec<_> = [None, Some(ada), Some(bob)]
            .into_iter()
            .filter_map(|user| live.enter("here", visitor(), user).ok())
            .collect();
        assert_eq!(live.people(), [ada, bob]);
        live.call(&[bob]);
        let heard: Vec<bool> = receivers
            .iter_mut()
            .map(|(_, receiver)| receiver.try_recv().is_ok())
            .collect();
        assert_eq!(heard, [false, false, true]);
    }

    #[test]
    fn a_reader_that_does_not_read_is_dropped() {
        let live = open();
        let Ok((_place, mut receiver)) = live.enter("here", visitor(), None) else {
            panic!("there is room");
        };
        for _ in 0..=WAITING {
            live.announce(&[news(Audience::Public)]);
        }
        assert!(!live.is_heard());
        let mut heard = 0;
        while receiver.try_recv().is_ok() {
            heard += 1;
        }
        assert_eq!(heard, WAITING);
        assert_eq!(receiver.try_recv(), Err(mpsc::error::TryRecvError::Disconnected));
    }

    #[test]
    fn there_is_room_for_so_many_and_places_are_given_back() {
        let live = open();
        let places: Vec<_> = (0..MOST_OF_A_NETWORK)
            .map_while(|_| live.enter("here", visitor(), None).ok())
            .collect();
        assert_eq!(places.len(), MOST_OF_A_NETWORK);
        assert!(live.enter("here", visitor(), None).is_err());
        let there = live.enter("there", visitor(), None).ok();
        assert!(there.is_some() && live.count() == MOST_OF_A_NETWORK + 1);
        drop(places);
        assert_eq!(live.count(), 1);
        assert!(live.enter("here", visitor(), None).is_ok());
    }

    #[test]
    fn closing_ends_every_stream() {
        let live = open();
        let Ok((_place, mut receiver)) = live.enter("here", visitor(), None) else {
            panic!("there is room");
        };
        live.close();
        assert_eq!(receiver.try_recv(), Err(mpsc::error::TryRecvError::Disconnected));
        assert!(matches!(live.enter("here", visitor(), None), Err(Refusal::Closed)));
    }
}
