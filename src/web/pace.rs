//! Bodies that come too slowly are cut: a connection that drips must not hold a place for ever.
//!
//! What belongs here: how long is waited for a body. How long for the head of a request says `app`, how large a body may be its reader.

use std::cell::Cell;
use std::io;
use std::rc::Rc;
use std::time::Duration;

use actix_web::dev::Payload;
use actix_web::error::PayloadError;
use actix_web::http::Method;
use futures_util::{StreamExt, stream};
use tokio::time::{Instant, timeout_at};

/// Bytes a second that a body keeps up with on the whole, once its grace is over: the slowest of mobile networks are faster.
const SLOWEST: u64 = 4 * 1024;
/// How long a body may take at all.
const LONGEST: Duration = Duration::from_secs(10 * 60);

/// How long is waited for what somebody sends.
#[derive(Debug, Clone, Copy)]
pub struct Patience {
    /// For the head of a request, from the moment that it begins.
    pub head: Duration,
    /// For a body, before its pace counts.
    pub body: Duration,
}

impl Patience {
    /// For people, who may have a bad connection.
    pub const fn for_people() -> Self {
        Self {
            head: Duration::from_secs(10),
            body: Duration::from_secs(20),
        }
    }
}

/// Whether a body was cut.
#[derive(Debug, Clone, Default)]
pub struct Cut(Rc<Cell<bool>>);

impl Cut {
    /// Whether it was.
    pub fn is_made(&self) -> bool {
        self.0.get()
    }
}

/// A body that ends with an error as soon as it is too slow; what has none passes as it is.
pub fn kept_up(method: &Method, payload: Payload, patience: Patience) -> (Payload, Cut) {
    let cut = Cut::default();
    if method.is_safe() {
        return (payload, cut);
    }
    let (begun, told) = (Instant::now(), cut.clone());
    let chunks = stream::unfold(Some((payload, 0_u64)), move |state| {
        let told = told.clone();
        async move {
            let (mut payload, come) = state?;
            match timeout_at(begun + due(patience, come), payload.next()).await {
                Ok(Some(Ok(chunk))) => {
                    let come = come.saturating_add(chunk.len() as u64);
                    Some((Ok(chunk), Some((payload, come))))
                }
                Ok(Some(Err(error))) => Some((Err(error), None)),
                Ok(None) => None,
                Err(_) => {
                    told.0.set(true);
                    Some((Err(PayloadError::Io(io::ErrorKind::TimedOut.into())), None))
                }
            }
        }
    });
    // A form of several parts asks once more after the end.
    let payload = Box::pin(chunks.fuse());
    (Payload::Stream { payload }, cut)
}

/// How long after its beginning a body is cut when nothing comes after these bytes.
fn due(patience: Patience, come: u64) -> Duration {
    let by_pace = patience.body.saturating_add(Duration::from_secs(come / SLOWEST));
    by_pace.min(LONGEST)
}

#[cfg(test)]
mod tests {
    use actix_web::web::Bytes;

    use super::*;

    #[test]
    fn a_body_has_its_grace_then_a_pace_and_an_end() {
        let due = |come| due(Patience::for_people(), come).as_secs();
        assert_eq!([due(0), due(4_095), due(256 * 1024), due(u64::MAX)], [20, 20, 84, 600]);
    }

    /// A body of so many chunks that come at once; then nothing comes, or it ends.
    fn body(chunks: usize, ends: bool) -> Payload {
        let come = stream::iter((0..chunks).map(|_| Ok(Bytes::from_static(b"chunk"))));
        let payload: std::pin::Pin<Box<dyn futures_util::Stream<Item = Result<Bytes, PayloadError>>>> = match ends {
            true => Box::pin(come),
            false => Box::pin(come.chain(stream::pending())),
        };
        Payload::Stream { payload }
    }

    async fn read(method: &Method, payload: Payload) -> (usize, bool) {
        let patience = Patience {
            head: Duration::from_millis(50),
            body: Duration::from_millis(50),
        };
        let (mut payload, cut) = kept_up(method, payload, patience);
        let mut count = 0;
        while let Some(Ok(chunk)) = payload.next().await {
            count += chunk.len();
        }
        (count, cut.is_made())
    }

    #[tokio::test]
    async fn a_body_that_stops_is_cut_and_one_that_ends_is_not() {
        assert_eq!(read(&Method::POST, body(3, false)).await, (15, true));
        assert_eq!(read(&Method::POST, body(3, true)).await, (15, false));
        assert_eq!(read(&Method::POST, Payload::None).await, (0, false));
        assert_eq!(read(&Method::GET, body(3, true)).await, (15, false));
    }
}
