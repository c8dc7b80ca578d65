//! Proposals: what groups of repeated questions propose, what moderators decide, and what comes of it.

mod deciding;
mod kinds;
mod outbreaks;
mod pages;
mod publishing;
mod races;
mod recognised;
mod revisions;
mod sight;

use std::time::{Duration, Instant};

use tanya::domain::account::User;
use tanya::domain::article::ArticleState;
use tanya::domain::id::{ArticleId, ProposalId, ReplyId, ThreadId};
use tanya::domain::notification::NotificationKind;
use tanya::domain::proposal::{ProposalKind, ProposalRule};
use tanya::domain::role::{Role, Trust};
use tanya::domain::sight::Sight;
use tanya::repeats::proposing::Proposer;
use tanya::store::proposals::{self, ProposalPage, ProposalRow};
use tanya::store::settings;
use tanya::store::users::{self, NewUser};

use crate::support::{Client, Content, FilledForm, TestApp};

const PATIENCE: Duration = Duration::from_secs(30);

/// A forum whose groups propose.
struct Forum {
    app: TestApp,
    proposer: Proposer,
}

impl Forum {
    fn spawn() -> Self {
        let app = TestApp::spawn().with_thread_letters_only_of(&[NotificationKind::Article]);
        app.leaves_jobs();
        app.scanned();
        // What comes later was not made by that scan.
        app.clock.pass(chrono::Duration::hours(1));
        Self {
            app,
            proposer: Proposer::default(),
        }
    }

    fn ask(&self, name: &str, title: &str) -> ThreadId {
        self.app.by(name, |by| by.ask("help", title, "box"))
    }

    /// A question of somebody whom nobody knew before.
    fn ask_as_new(&self, number: usize, title: &str) -> ThreadId {
        let author = self.person(number);
        let now = self.app.now();
        self.app
            .write(|tx| Content { tx, author, now }.ask("help", title, "box"))
    }

    fn person(&self, number: usize) -> User {
        let now = self.app.now();
        let name = format!("Person {number}");
        self.app.write(|tx| {
            let user = NewUser {
                name: &name,
                email: None,
                password_hash: None,
                role: Role::Member,
                trust: Trust::Member,
            };
            let id = users::add(tx, &user, now)?;
            users::find(tx, id)
        })
    }

    /// The same question by three people, in one group.
    fn three(&self) -> Vec<ThreadId> {
        let ids: Vec<ThreadId> = ["ada", "bob", "eve"]
            .map(|name| self.ask(name, &format!("{name} wonders how the box opens")))
            .into();
        self.app.group(&ids);
        ids
    }

    /// An accepted answer to the first of three questions in one group.
    fn answered(&self) -> Vec<ThreadId> {
        let ids = self.three();
        self.accept(ids[0]);
        ids
    }

    fn accept(&self, thread: ThreadId) -> ReplyId {
        let reply = self
            .app
            .by("dan", |dan| dan.reply(thread, "Hold the button for ten seconds."));
        self.app.by("cat", |cat| cat.accept(reply));
        reply
    }

    fn section(&self) -> tanya::domain::id::SectionId {
        self.app.by("cat", |cat| cat.section("Devices", None))
    }

    fn article(&self, title: &str) -> ArticleId {
        let section = self.section();
        self.app.by("cat", |cat| cat.article(section, title, "public"))
    }

    fn publish(&self, article: ArticleId) {
        self.app.by("cat", |cat| {
            cat.bring(article, ArticleState::Draft, ArticleState::Published)
        });
    }

    /// Has proposals follow until it is so: PostgreSQL holds changes back while a transaction is open anywhere.
    fn until(&self, what: &str, is_so: impl Fn(&[ProposalRow]) -> bool) -> Vec<ProposalRow> {
        let until = Instant::now() + PATIENCE;
        loop {
            self.app.propose(&self.proposer);
            let rows = self.app.proposed();
            if is_so(&rows) {
                return rows;
            }
            assert!(Instant::now() < until, "{what}: {rows:?}");
        }
    }

    /// The one open proposal, once it is of this kind.
    fn one(&self, kind: ProposalKind) -> ProposalRow {
        let rows = self.until(kind.as_str(), |rows| rows.len() == 1 && rows[0].kind == kind);
        rows.into_iter().next().unwrap()
    }

    fn none(&self) {
        self.until("nothing is proposed", <[ProposalRow]>::is_empty);
    }

    fn page(&self, id: ProposalId) -> ProposalPage {
        self.app.read(|db| proposals::page(db, Sight::everything(), id))
    }

    fn threads(&self, id: ProposalId) -> Vec<ThreadId> {
        self.page(id).questions.iter().map(|question| question.0).collect()
    }

    fn rule(&self, rule: ProposalRule) {
        let now = self.app.now();
        self.app
            .write(|tx| settings::change(tx, |settings| settings.proposal_rule = rule, now));
    }
}

/// The form of a proposal's members.
const MEMBERS: &str = "form.proposal-form";

/// The form of a proposal, about to be adopted by whoever looks at it.
fn adopting(client: &Client, id: ProposalId) -> FilledForm {
    let form = client.get(&path(id)).form(MEMBERS);
    form.pressing(&format!("{}/adopt", path(id)))
}

fn path(id: ProposalId) -> String {
    format!("/moderation/repeats/{id}")
}
