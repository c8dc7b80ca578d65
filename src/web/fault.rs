//! What a page says when it cannot answer: one type, one page, one line in the log.

use std::fmt;

use actix_web::http::StatusCode;
use actix_web::http::header::{self, HeaderValue};
use actix_web::{HttpResponse, ResponseError};
use chrono::Duration;

use super::throttle::whole_seconds;
use crate::passwords::PasswordsError;
use crate::search::embedded::IndexError;
use crate::store::StoreError;

/// What every handler answers.
pub type Reply = Result<HttpResponse, Fault>;

/// Why a request has no ordinary answer.
#[derive(Debug)]
pub enum Fault {
    /// There is no such thing in sight.
    NotFound,
    /// It was there, in public, and was deleted.
    Gone,
    /// The address knows no such method; these it knows.
    WrongMethod(String),
    /// The viewer is known and may not.
    Forbidden,
    /// The viewer may read and not write at present.
    Silenced,
    /// The thread is locked or closed to this.
    Locked,
    /// The viewer must sign in first, and is led back to this path.
    SignInNeeded(String),
    /// The viewer's role asks for a second factor first, which is set up at this path.
    SecondFactorNeeded(String),
    /// The request is no request that a form of this site makes; the key of the sentence that says why.
    Malformed(&'static str),
    /// The body is larger than any form of this site.
    TooLarge,
    /// The body came so slowly that nobody waits for it any more.
    TooSlow,
    /// The body is of a type that no form of this site sends.
    WrongType,
    /// The request came from another site.
    Forged,
    /// So often does nobody ask: this long is to wait.
    TooMany(Duration),
    /// The server is busy; trying again will help. What it waited for is said in the log.
    Busy(String),
    /// The database cannot be written: read-only or out of room.
    CannotSave(StoreError),
    /// Something that should not happen; said in the log, not on the page.
    Broken(String),
}

impl Fault {
    /// The key of the page's sentences: `fault-<key>-title` and `fault-<key>`.
    pub fn key(&self) -> &'static str {
        match self {
            Fault::NotFound => "not-found",
            Fault::Gone => "gone",
            Fault::WrongMethod(_) => "wrong-method",
            Fault::Forbidden => "forbidden",
            Fault::Silenced => "silenced",
            Fault::Locked => "locked",
            Fault::SignInNeeded(_) => "sign-in-needed",
            Fault::SecondFactorNeeded(_) => "second-factor-needed",
            Fault::Malformed(key) => key,
            Fault::TooLarge => "too-large",
            Fault::TooSlow => "too-slow",
            Fault::WrongType => "wrong-type",
            Fault::Forged => "forged",
            Fault::TooMany(_) => "too-many",
            Fault::Busy(_) => "busy",
            Fault::CannotSave(_) => "cannot-save",
            Fault::Broken(_) => "broken",
        }
    }

    /// What of a form the page gives back.
    pub fn gives_back(&self) -> GivesBack {
        match self {
            // No page of ours sends such a form, so none would send it again.
            Fault::WrongMethod(_)
            | Fault::Malformed(_)
            | Fault::TooLarge
            | Fault::TooSlow
            | Fault::WrongType
            | Fault::Forged => GivesBack::Nothing,
            Fault::NotFound | Fault::Gone | Fault::Silenced => GivesBack::Text,
            Fault::Forbidden | Fault::Locked | Fault::SignInNeeded(_) | Fault::SecondFactorNeeded(_) => GivesBack::Form,
            Fault::TooMany(_) | Fault::Busy(_) | Fault::CannotSave(_) | Fault::Broken(_) => GivesBack::Form,
        }
    }

    /// Its line in the log, if it is a cause that an operator should know.
    pub fn cause(&self) -> Option<String> {
        match self {
            Fault::CannotSave(error) => Some(error.to_string()),
            Fault::Broken(cause) | Fault::Busy(cause) => Some(cause.clone()),
            _ => None,
        }
    }
}

impl fmt::Display for Fault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.key())
    }
}

impl From<StoreError> for Fault {
    fn from(error: StoreError) -> Self {
        match error {
            StoreError::NotFound => Fault::NotFound,
            StoreError::Busy(cause) | StoreError::Unreachable(cause) => Fault::Busy(cause.to_string()),
            StoreError::ReadOnly | StoreError::Full => Fault::CannotSave(error),
            StoreError::Conflict | StoreError::Unexpected(_) => Fault::Broken(error.to_string()),
        }
    }
}

impl From<IndexError> for Fault {
    fn from(error: IndexError) -> Self {
        Fault::Broken(error.to_string())
    }
}

impl From<PasswordsError> for Fault {
    fn from(error: PasswordsError) -> Self {
        match error {
            PasswordsError::Busy => Fault::Busy("too many passwords wait to be hashed".to_owned()),
            PasswordsError::Failed(cause) => Fault::Broken(cause),
        }
    }
}

impl ResponseError for Fault {
    fn status_code(&self) -> StatusCode {
        match self {
            Fault::NotFound => StatusCode::NOT_FOUND,
            Fault::Gone => StatusCode::GONE,
            Fault::WrongMethod(_) => StatusCode::METHOD_NOT_ALLOWED,
            Fault::Forbidden | Fault::Forged | Fault::Silenced => StatusCode::FORBIDDEN,
            Fault::Locked => StatusCode::CONFLICT,
            Fault::SignInNeeded(_) | Fault::SecondFactorNeeded(_) => StatusCode::SEE_OTHER,
            Fault::Malformed(_) => StatusCode::BAD_REQUEST,
            Fault::TooLarge => StatusCode::PAYLOAD_TOO_LARGE,
            Fault::TooSlow => StatusCode::REQUEST_TIMEOUT,
            Fault::WrongType => StatusCode::UNSUPPORTED_MEDIA_TYPE,
            Fault::TooMany(_) => StatusCode::TOO_MANY_REQUESTS,
            Fault::Busy(_) => StatusCode::SERVICE_UNAVAILABLE,
            Fault::CannotSave(_) => StatusCode::INSUFFICIENT_STORAGE,
            Fault::Broken(_) => StatusCode::INTERNAL_SERVER_ERROR,
        }
    }

    /// A bare answer; `middleware::faults` writes the page around it.
    fn error_response(&self) -> HttpResponse {
        let mut response = HttpResponse::build(self.status_code()).finish();
        let header = match self {
            Fault::SignInNeeded(address) | Fault::SecondFactorNeeded(address) => {
                Some((header::LOCATION, address.clone()))
            }
            Fault::WrongMethod(allowed) => Some((header::ALLOW, allowed.clone())),
            Fault::TooMany(wait) => Some((header::RETRY_AFTER, whole_seconds(*wait).num_seconds().to_string())),
            Fault::Busy(_) => Some((header::RETRY_AFTER, "5".to_owned())),
            _ => None,
        };
        if let Some((name, value)) = header
            && let Ok(value) = HeaderValue::from_str(&value)
        {
            response.headers_mut().insert(name, value);
        }
        response.extensions_mut().insert(FaultKey::of(self));
        response
    }
}

/// Which fault an answer stands for, until its page is written.
#[derive(Debug, Clone, Copy)]
pub struct FaultKey {
    /// The key of the page's sentences.
    pub key: &'static str,
    /// What of a form the page gives back.
    pub gives_back: GivesBack,
    /// Whether its viewer signs in and sends the form again.
    pub signs_in: bool,
    /// How long is to wait, where that is told.
    pub wait: Option<Duration>,
}

impl FaultKey {
    /// Of this fault.
    pub fn of(fault: &Fault) -> Self {
        Self {
            key: fault.key(),
            gives_back: fault.gives_back(),
            signs_in: matches!(fault, Fault::SignInNeeded(_)),
            wait: match fault {
                Fault::TooMany(wait) => Some(*wait),
                _ => None,
            },
        }
    }
}

/// What the page of a fault gives back of a form.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum GivesBack {
    /// Nothing.
    Nothing,
    /// What was typed, to be copied.
    Text,
    /// The whole form, to be sent again.
    Form,
}
