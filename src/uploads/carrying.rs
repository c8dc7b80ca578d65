//! Requests to an S3-compatible store, as its client words them, carried by `ureq` on a blocking thread.

use std::time::Duration;

use async_trait::async_trait;
use http_body_util::{BodyExt, Full};
use object_store::ClientOptions;
use object_store::client::{
    HttpClient, HttpConnector, HttpError, HttpErrorKind, HttpRequest, HttpResponse, HttpResponseBody, HttpService,
};

/// How long a store may take to connect.
const CONNECTING: Duration = Duration::from_secs(5);
/// How long it may take for one request, with all that travels.
const PATIENCE: Duration = Duration::from_secs(60);
/// Longer answers, in bytes, are no answers; a file is read by pieces.
const LONGEST_ANSWER: u64 = 64 << 20;

/// Makes what carries the requests.
#[derive(Debug, Clone, Copy)]
pub struct Connector;

impl HttpConnector for Connector {
    fn connect(&self, _: &ClientOptions) -> object_store::Result<HttpClient> {
        // A redirect would take the signature along; what the environment says of proxies is for the world outside.
        let config = ureq::Agent::config_builder()
            .http_status_as_error(false)
            .max_redirects(0)
            .proxy(None)
            .user_agent("tanya")
            .timeout_connect(Some(CONNECTING))
            .timeout_global(Some(PATIENCE))
            .build();
        Ok(HttpClient::new(Carrier(config.into())))
    }
}

#[derive(Debug)]
struct Carrier(ureq::Agent);

#[async_trait]
impl HttpService for Carrier {
    async fn call(&self, request: HttpRequest) -> Result<HttpResponse, HttpError> {
        let (head, body) = request.into_parts();
        let body = body.collect().await?.to_bytes();
        let agent = self.0.clone();
        let work = move || carry(&agent, ureq::http::Request::from_parts(head, body.to_vec()));
        let carried = tokio::task::spawn_blocking(work).await;
        carried.map_err(|error| HttpError::new(HttpErrorKind::Unknown, error))?
    }
}

fn carry(agent: &ureq::Agent, request: ureq::http::Request<Vec<u8>>) -> Result<HttpResponse, HttpError> {
    let sends_nothing = matches!(request.method().as_str(), "GET" | "HEAD" | "DELETE");
    let answer = if sends_nothing {
        agent.run(request.map(|_| ()))
    } else {
        agent.run(request)
    };
    let (head, mut body) = answer.map_err(told)?.into_parts();
    let bytes = body.with_config().limit(LONGEST_ANSWER).read_to_vec().map_err(told)?;
    let body = Full::new(bytes.into()).map_err(|never: std::convert::Infallible| match never {});
    Ok(HttpResponse::from_parts(head, HttpResponseBody::new(body)))
}

fn told(error: ureq::Error) -> HttpError {
    let kind = match &error {
        ureq::Error::Timeout(_) => HttpErrorKind::Timeout,
        ureq::Error::ConnectionFailed | ureq::Error::HostNotFound => HttpErrorKind::Connect,
        ureq::Error::Io(error) if error.kind() == std::io::ErrorKind::ConnectionRefused => HttpErrorKind::Connect,
        ureq::Error::Io(_) => HttpErrorKind::Interrupted,
        _ => HttpErrorKind::Unknown,
    };
    HttpError::new(kind, error)
}
