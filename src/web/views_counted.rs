//! Views of threads and articles, gathered in memory and written in one go, so that a reader never waits for a write.

use std::collections::HashMap;
use std::sync::{Mutex, PoisonError};

use actix_web::HttpRequest;
use actix_web::http::header;

use crate::domain::id::{ArticleId, ThreadId, UserId};

/// The most threads and articles whose views are kept between two writes; a flood of addresses cannot grow it.
const MOST: usize = 100_000;

/// What is viewed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Viewed {
    /// A thread.
    Thread(ThreadId),
    /// An article.
    Article(ArticleId),
}

/// Views that wait to be written; a crash loses at most those of the last seconds.
#[derive(Default)]
pub struct ViewCounter {
    waiting: Mutex<HashMap<Viewed, i64>>,
}

impl ViewCounter {
    /// Counts a view, unless the author or a robot looks.
    pub fn count(&self, request: &HttpRequest, viewed: Viewed, author: Option<UserId>, viewer: Option<UserId>) {
        if (viewer.is_some() && viewer == author) || is_robot(request) {
            return;
        }
        let mut waiting = self.waiting.lock().unwrap_or_else(PoisonError::into_inner);
        if waiting.len() < MOST || waiting.contains_key(&viewed) {
            *waiting.entry(viewed).or_default() += 1;
        }
    }

    /// Takes what waits, to write it.
    pub fn take(&self) -> Vec<(Viewed, i64)> {
        let mut waiting = self.waiting.lock().unwrap_or_else(PoisonError::into_inner);
        waiting.drain().collect()
    }
}

/// Who says nothing of themselves, says that they are a robot, or fetches a page before anybody asked for it.
pub(super) fn is_robot(request: &HttpRequest) -> bool {
    let agent = request
        .headers()
        .get(header::USER_AGENT)
        .and_then(|value| value.to_str().ok())
        .unwrap_or_default();
    let is_prefetch = request.headers().contains_key("sec-purpose") || request.headers().contains_key("purpose");
    agent.is_empty() || is_prefetch || robots().is_bot(agent)
}

fn robots() -> &'static isbot::Bots {
    static ROBOTS: std::sync::OnceLock<isbot::Bots> = std::sync::OnceLock::new();
    ROBOTS.get_or_init(isbot::Bots::default)
}
