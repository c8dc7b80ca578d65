//! Requests to the server, as its own crate words them, carried by `ureq` on the thread that asks.
//!
//! The crate's client is asynchronous; ours is done when it is asked the first time, as whoever asks has a thread for it: a
//! page one of the blocking threads, the feed one of its own.

use std::future::Future;
use std::time::Duration;

use async_trait::async_trait;
use futures_util::FutureExt;
use futures_util::io::AsyncRead;
use meilisearch_sdk::client::Client;
use meilisearch_sdk::errors::{Error, ErrorCode, MeilisearchCommunicationError, MeilisearchError};
use meilisearch_sdk::request::{HttpClient, Method};
use serde::Serialize;
use serde::de::DeserializeOwned;
use ureq::http::{Request, header};

/// Longer answers, in bytes, are no answers.
const LONGEST_ANSWER: u64 = 64_000_000;

/// Why the server did not do what was asked.
#[derive(Debug, thiserror::Error)]
pub enum ServerError {
    /// There is no index of that name.
    #[error("the search server has no such index")]
    NoIndex,
    /// It could not be asked, or its answer could not be read.
    #[error("the search server: {0}")]
    Failed(String),
    /// It took something on and could not do it.
    #[error("the search server could not do task {0}: {1}")]
    Task(u32, String),
}

impl From<Error> for ServerError {
    fn from(error: Error) -> Self {
        match error {
            Error::Meilisearch(MeilisearchError {
                error_code: ErrorCode::IndexNotFound,
                ..
            }) => ServerError::NoIndex,
            Error::Meilisearch(error) => ServerError::Failed(error.error_message),
            error => ServerError::Failed(error.to_string()),
        }
    }
}

/// Where a server is, and the key that it wants, which is never printed.
#[derive(Clone)]
pub struct Server {
    url: String,
    authorization: Option<String>,
    agent: ureq::Agent,
}

impl std::fmt::Debug for Server {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Server").field("url", &self.url).finish_non_exhaustive()
    }
}

impl Server {
    /// The server at this address. Nothing is sent yet.
    pub fn new(url: &url::Url, key: Option<&str>) -> Self {
        // What the environment says of proxies is for the world outside; a redirect would take the key along.
        let config = ureq::Agent::config_builder()
            .http_status_as_error(false)
            .max_redirects(0)
            .proxy(None)
            .user_agent("tanya")
            .build();
        Self {
            url: url.as_str().trim_end_matches('/').to_owned(),
            authorization: key.map(|key| format!("Bearer {key}")),
            agent: config.into(),
        }
    }

    /// Its address.
    pub fn url(&self) -> &str {
        &self.url
    }

    /// The crate's client, whose requests may take so long each.
    pub fn client(&self, patience: Duration) -> Client<Http> {
        Client::new_with_client(&self.url, None::<String>, self.http(patience))
    }

    /// Asks for what the crate has no words for; the path begins with a slash.
    pub fn ask<T: DeserializeOwned>(&self, path: &str, patience: Duration) -> Result<T, ServerError> {
        let method: Method<(), ()> = Method::Get { query: () };
        let url = format!("{}{path}", self.url);
        Ok(self.http(patience).carry(&url, &method, None, 200)?)
    }

    fn http(&self, patience: Duration) -> Http {
        Http {
            agent: self.agent.clone(),
            authorization: self.authorization.clone(),
            patience,
        }
    }
}

/// What came of a request of the crate's: it never waits, so it is done when it is asked once.
pub fn done<T>(asked: impl Future<Output = Result<T, Error>>) -> Result<T, ServerError> {
    match asked.now_or_never() {
        Some(outcome) => Ok(outcome?),
        None => Err(ServerError::Failed("a request waits for another thread".to_owned())),
    }
}

/// Carries the requests of the crate's client.
#[derive(Clone)]
pub struct Http {
    agent: ureq::Agent,
    authorization: Option<String>,
    patience: Duration,
}

impl Http {
    fn carry<Query: Serialize, Body, Output: DeserializeOwned>(
        &self,
        url: &str,
        method: &Method<Query, Body>,
        body: Option<(&str, Vec<u8>)>,
        expected: u16,
    ) -> Result<Output, Error> {
        let query = serde_urlencoded::to_string(method.query()).map_err(other)?;
        let address = if query.is_empty() {
            url.to_owned()
        } else {
            format!("{url}?{query}")
        };
        let mut request = Request::builder().method(name_of(method)).uri(address);
        if let Some(authorization) = &self.authorization {
            request = request.header(header::AUTHORIZATION, authorization);
        }
        let answer = match body {
            Some((content_type, body)) => {
                let request = request.header(header::CONTENT_TYPE, content_type).body(body);
                self.run(request.map_err(other)?)
            }
            None => self.run(request.body(()).map_err(other)?),
        };
        let (status, text) = answer?;
        read(status, expected, &text, url)
    }

    fn run(&self, request: Request<impl ureq::AsSendBody>) -> Result<(u16, String), Error> {
        let configured = self.agent.configure_request(request);
        let request = configured.timeout_global(Some(self.patience)).build();
        let mut answer = self.agent.run(request).map_err(other)?;
        let text = answer.body_mut().with_config().limit(LONGEST_ANSWER).read_to_string();
        Ok((answer.status().as_u16(), text.map_err(other)?))
    }
}

fn read<Output: DeserializeOwned>(status: u16, expected: u16, text: &str, url: &str) -> Result<Output, Error> {
    if status == expected {
        let text = if text.is_empty() { "null" } else { text };
        return Ok(serde_json::from_str(text)?);
    }
    Err(match serde_json::from_str::<MeilisearchError>(text) {
        Ok(said) => said.into(),
        // A proxy in between, or no such server at all.
        Err(_) => MeilisearchCommunicationError {
            status_code: status,
            message: None,
            url: url.to_owned(),
        }
        .into(),
    })
}

#[async_trait]
impl HttpClient for Http {
    async fn request<Query, Body, Output>(
        &self,
        url: &str,
        method: Method<Query, Body>,
        expected_status_code: u16,
    ) -> Result<Output, Error>
    where
        Query: Serialize + Send + Sync,
        Body: Serialize + Send + Sync,
        Output: DeserializeOwned + 'static + Send,
    {
        let body = method.body().map(serde_json::to_vec).transpose()?;
        let body = body.map(|body| ("application/json", body));
        self.carry(url, &method, body, expected_status_code)
    }

    async fn stream_request<Query, Body, Output>(
        &self,
        url: &str,
        method: Method<Query, Body>,
        content_type: &str,
        expected_status_code: u16,
    ) -> Result<Output, Error>
    where
        Query: Serialize + Send + Sync,
        Body: AsyncRead + Send + Sync + 'static,
        Output: DeserializeOwned + 'static,
    {
        let _ = (url, method, content_type, expected_status_code);
        Err(other("nothing is streamed to the search server"))
    }
}

fn other(error: impl Into<Box<dyn std::error::Error + Send + Sync>>) -> Error {
    Error::Other(error.into())
}

fn name_of<Query, Body>(method: &Method<Query, Body>) -> &'static str {
    match method {
        Method::Get { .. } => "GET",
        Method::Post { .. } => "POST",
        Method::Patch { .. } => "PATCH",
        Method::Put { .. } => "PUT",
        Method::Delete { .. } => "DELETE",
    }
}
