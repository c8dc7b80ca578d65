//! How many never had to ask, and what articles do: figures beside counts by hand.

mod effect;
mod knowledge;
mod rows;
mod searches;
mod settings;
mod visits;

use chrono::{DateTime, Duration, Utc};
use tanya::domain::account::Viewer;
use tanya::domain::ask_session::{AskSession, Ending, Shown, Visitor};
use tanya::domain::id::{CategoryId, ThreadId};
use tanya::domain::report::Selection;
use tanya::domain::sight::Sight;
use tanya::domain::subject::Subject;
use tanya::reports::self_service::{SelfService, self_service};
use tanya::store::{ask_sessions, categories};

use crate::support::TestApp;

/// A forum whose ask form is visited.
pub struct Forum {
    app: TestApp,
    /// When figures are asked for.
    now: DateTime<Utc>,
}

impl Forum {
    pub fn spawn() -> Self {
        let app = TestApp::spawn();
        app.leaves_jobs();
        let now = app.now();
        Self { app, now }
    }

    pub fn ago(&self, days: i64) -> DateTime<Utc> {
        self.now - Duration::days(days)
    }

    pub fn category(&self, slug: &str) -> CategoryId {
        self.app
            .read(|db| categories::by_slug(db, Sight::everything(), slug))
            .id
    }

    /// A visit with suggestions that begins so many days ago, by a visitor of this name.
    pub fn visit(&self, visitor: &str, days: i64) -> AskSession {
        AskSession {
            form: format!("form {visitor} {days} {}", rand::random::<u64>()),
            visitor: Visitor::stored(format!("visitor {visitor}")),
            is_signed_in: false,
            is_held_out: false,
            category: Some(self.category("help")),
            title: "Why?".to_owned(),
            began_at: self.ago(days),
            differed_at: None,
            shown: [].into(),
        }
    }

    pub fn held_out(&self, visitor: &str, days: i64) -> AskSession {
        AskSession {
            is_held_out: true,
            ..self.visit(visitor, days)
        }
    }

    /// The same visit, in which something is opened at once.
    pub fn opening(&self, mut session: AskSession, subject: Subject) -> AskSession {
        let shown = Shown {
            position: 1,
            at: session.began_at,
            opened_at: Some(session.began_at),
        };
        session.shown.insert(subject, shown);
        session
    }

    /// Writes a visit that ends in no way.
    pub fn keep(&self, session: &AskSession) {
        self.app.write(|tx| ask_sessions::keep(tx, session));
    }

    /// Writes a visit that ends five minutes after it began.
    pub fn end(&self, session: &AskSession, ending: Ending, subject: Subject) {
        self.end_at(session, ending, subject, session.began_at + Duration::minutes(5));
    }

    pub fn end_at(&self, session: &AskSession, ending: Ending, subject: Subject, at: DateTime<Utc>) {
        self.app.write(|tx| ask_sessions::end(tx, session, ending, subject, at));
    }

    /// A visitor who posts a question.
    pub fn post(&self, session: &AskSession) {
        self.end(session, Ending::Posted, Subject::Thread(self.thread()));
    }

    /// A question that nobody answered.
    pub fn thread(&self) -> ThreadId {
        self.app
            .by("ada", |ada| ada.ask("help", "How do I open the box?", "box"))
    }

    /// A question with an accepted answer.
    pub fn resolved(&self) -> ThreadId {
        let thread = self.thread();
        let reply = self.app.by("bob", |bob| bob.reply(thread, "With the key."));
        self.app.by("ada", |ada| ada.accept(reply));
        thread
    }

    pub fn sight(&self, name: &str) -> Sight {
        Sight::of(&Viewer::User(self.app.user(name)))
    }

    /// The figures of the last ninety days.
    pub fn figures(&self, sight: Sight) -> SelfService {
        self.figures_of(sight, &Selection::usual(self.now))
    }

    pub fn figures_of(&self, sight: Sight, selection: &Selection) -> SelfService {
        self.app.read(|db| self_service(db, sight, selection, self.now))
    }
}
