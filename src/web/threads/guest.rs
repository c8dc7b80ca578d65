//! Whoever visits the ask form, as far as its sessions may know: by a random cookie of 30 days, and nothing else.

use std::collections::BTreeMap;

use actix_web::HttpRequest;

use crate::domain::ask_session::{AskSession, Shown, Visitor, session_of, token_for};
use crate::domain::draft::AskInput;
use crate::domain::id::CategoryId;
use crate::domain::secrets::redacted;
use crate::domain::subject::Subject;
use crate::domain::token::{FormKey, Token};
use crate::web::views_counted::is_robot;
use crate::web::{Reply, Visit, throttle, visitors};

/// How much of a title a session keeps, in characters.
const TITLE: usize = 200;

/// One visit to the ask form.
pub struct Guest {
    token: Token,
    is_new: bool,
    is_robot: bool,
    network: String,
    session: AskSession,
}

impl Guest {
    /// Whoever asks with this form; a browser without the cookie is known by the form.
    pub fn of(visit: &Visit, request: &HttpRequest, key: &FormKey) -> Self {
        let known = visitors::known(&visit.site, request);
        let is_new = known.is_none();
        let token = known.or_else(|| token_for(key)).unwrap_or_else(Token::random);
        let visitor = Visitor::of(&token);
        let session = AskSession {
            form: session_of(key),
            is_signed_in: visit.viewer.user().is_some(),
            is_held_out: visitor.is_held_out(visit.site.settings().holdout),
            visitor,
            category: None,
            title: String::new(),
            began_at: visit.now,
            differed_at: None,
            shown: BTreeMap::new(),
        };
        Self {
            token,
            is_new,
            is_robot: is_robot(request),
            network: throttle::network(visit, request),
            session,
        }
    }

    /// The same with what was typed, without what belongs to a person.
    pub fn asking(mut self, input: &AskInput, category: Option<CategoryId>) -> Self {
        let title: String = redacted(&input.title).chars().take(TITLE).collect();
        self.session.title = title.replace('\0', " ").trim().to_owned();
        self.session.category = category;
        self
    }

    /// Whether suggestions are held back.
    pub fn is_held_out(&self) -> bool {
        self.session.is_held_out
    }

    /// By what the visit is known.
    pub fn session_name(&self) -> &str {
        &self.session.form
    }

    /// What this request tells of the visit, with what waits to be written of it.
    pub fn session(&self, visit: &Visit) -> AskSession {
        visit.site.asks.take_with(self.session.clone())
    }

    /// The same, unless it is a robot's or its network has come too often: then nothing is written of it.
    pub fn welcome_session(&self, visit: &Visit) -> Option<AskSession> {
        let is_welcome = !self.is_robot && visit.site.asks.welcome(&self.network, visit.now).is_ok();
        is_welcome.then(|| self.session(visit))
    }

    /// Notes the visit, with what it is shown; a robot's is no visit.
    pub fn note(&self, visit: &Visit, shown: impl IntoIterator<Item = Subject>) {
        let place = |(place, subject): (usize, Subject)| (subject, at_place(visit, place + 1));
        let session = AskSession {
            shown: shown.into_iter().enumerate().map(place).collect(),
            ..self.session.clone()
        };
        self.note_as(visit, session);
    }

    /// Notes that something was opened which was shown at this place.
    pub fn note_opened(&self, visit: &Visit, subject: Subject, place: usize) {
        let shown = Shown {
            opened_at: Some(visit.now),
            ..at_place(visit, place)
        };
        let session = AskSession {
            shown: BTreeMap::from([(subject, shown)]),
            ..self.session.clone()
        };
        self.note_as(visit, session);
    }

    /// Notes that the question is a different one than those that were shown.
    pub fn note_different(&self, visit: &Visit) {
        let session = AskSession {
            differed_at: Some(visit.now),
            ..self.session.clone()
        };
        self.note_as(visit, session);
    }

    fn note_as(&self, visit: &Visit, session: AskSession) {
        if !self.is_robot {
            visit.site.asks.note(&self.network, session, visit.now);
        }
    }

    /// Gives a browser that is new its cookie.
    pub fn welcomed(&self, visit: &Visit, answer: Reply) -> Reply {
        match self.is_new {
            true => visitors::remembered(&visit.site, &self.token, answer),
            false => answer,
        }
    }
}

fn at_place(visit: &Visit, place: usize) -> Shown {
    Shown {
        position: i64::try_from(place).unwrap_or(1).max(1),
        at: visit.now,
        opened_at: None,
    }
}
