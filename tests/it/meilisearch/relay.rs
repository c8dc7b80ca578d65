//! Stands before a real search server and makes the way to it worse: slow, broken, or with something happening on it.

use std::sync::{Arc, Mutex};
use std::time::Duration;

use super::wire::{Request, Wire};

/// How requests fare.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Way {
    /// They get there and back.
    Open,
    /// They get there and back after a while.
    Slow(Duration),
    /// They do not get there.
    Closed,
    /// They get there; whoever asked never hears of it.
    Lossy,
}

type Event = Box<dyn FnOnce() + Send>;

/// The way to a server.
pub struct Relay {
    wire: Wire,
    way: Arc<Mutex<Way>>,
    event: Arc<Mutex<Option<(&'static str, Event)>>>,
}

impl Relay {
    pub fn to(url: &str) -> Self {
        let (way, event) = (Arc::new(Mutex::new(Way::Open)), Arc::new(Mutex::new(None)));
        let (url, ways, events) = (url.to_owned(), Arc::clone(&way), Arc::clone(&event));
        let wire = Wire::listen(move |request| {
            happen(&events, &request);
            let way = *ways.lock().unwrap();
            match way {
                Way::Open => Some(carry(&url, &request)),
                Way::Slow(time) => {
                    std::thread::sleep(time);
                    Some(carry(&url, &request))
                }
                Way::Closed => None,
                Way::Lossy => {
                    carry(&url, &request);
                    None
                }
            }
        });
        Self { wire, way, event }
    }

    pub fn url(&self) -> String {
        self.wire.url()
    }

    pub fn is(&self, way: Way) {
        *self.way.lock().unwrap() = way;
    }

    /// Has something happen once, while the next request whose path ends so is on its way.
    pub fn meanwhile(&self, path: &'static str, event: impl FnOnce() + Send + 'static) {
        *self.event.lock().unwrap() = Some((path, Box::new(event)));
    }
}

fn happen(events: &Mutex<Option<(&'static str, Event)>>, request: &Request) {
    let event = events
        .lock()
        .unwrap()
        .take_if(|(path, _)| request.path.ends_with(*path));
    if let Some((_, event)) = event {
        event();
    }
}

fn carry(url: &str, request: &Request) -> (u16, String) {
    let agent: ureq::Agent = ureq::Agent::config_builder().http_status_as_error(false).build().into();
    let mut carried = ureq::http::Request::builder()
        .method(request.method.as_str())
        .uri(format!("{url}{}", request.path))
        .header("content-type", "application/json");
    if let Some(authorization) = &request.authorization {
        carried = carried.header("authorization", authorization);
    }
    let answer = if request.body.is_empty() {
        agent.run(carried.body(()).unwrap())
    } else {
        agent.run(carried.body(request.body.clone()).unwrap())
    };
    match answer {
        Ok(mut answer) => (answer.status().as_u16(), answer.body_mut().read_to_string().unwrap()),
        Err(error) => (502, format!("\"{error}\"")),
    }
}
