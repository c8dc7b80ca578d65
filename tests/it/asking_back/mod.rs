//! Asking askers back by letter: reminders of an answer, surveys after a resolution, and the links in both.

mod dead_links;
mod due;
mod reminders;
mod surveys;

use chrono::Duration;
use diesel::connection::SimpleConnection;
use tanya::domain::asking_back::AskingBack;
use tanya::domain::id::{ReplyId, ThreadId};
use tanya::domain::job::Job;
use tanya::domain::question::{FactKind, Outcome};
use tanya::domain::sight::Sight;
use tanya::letters::Letter;
use tanya::reports::reckoner::Reckoner;
use tanya::store::{jobs, questions, settings, threads};

use crate::support::{Page, TestApp};

/// A forum whose outcomes follow what happens.
struct Forum {
    app: TestApp,
    reckoner: Reckoner,
}

impl Forum {
    fn spawn() -> Self {
        let app = TestApp::spawn().with_thread_letters_only_of(&[]);
        let reckoner = Reckoner::new(app.store().clone(), app.clock.clone());
        Self { app, reckoner }
    }

    /// Changes the rule, as the administrator's page does.
    fn rule(&self, change: impl FnOnce(&mut AskingBack)) {
        let now = self.app.now();
        let changed = self
            .app
            .write(|tx| settings::change(tx, |all| change(&mut all.asking_back), now));
        self.app.site.take_settings(changed);
    }

    fn reckon(&self) {
        self.app.settle_changes();
        while self.reckoner.step().unwrap() {}
    }

    /// Lets time pass and the clock ask for what is due; answers the letters that have gone.
    fn days(&self, days: i64) -> Vec<Letter> {
        self.reckon();
        self.app.pass(Duration::days(days));
        self.app.letters()
    }

    /// Looks for whoever is due, now.
    fn look(&self) -> Vec<Letter> {
        self.reckon();
        let now = self.app.now();
        self.app.write(|tx| jobs::enqueue(tx, &Job::AskBack, now));
        self.app.letters()
    }

    /// A question of ada's that bob answered an hour later.
    fn question(&self) -> (ThreadId, ReplyId) {
        let thread = self
            .app
            .by("ada", |ada| ada.ask("help", "How do I open the box?", "box"));
        self.app.clock.pass(Duration::hours(1));
        (thread, self.app.by("bob", |bob| bob.reply(thread, "With the key.")))
    }

    /// A question that was answered three days ago, and the letter that its asker got.
    fn reminded(&self) -> (ThreadId, ReplyId, Letter) {
        let (thread, reply) = self.question();
        let mut letters = self.days(3);
        assert_eq!(letters.len(), 1, "{letters:?}");
        (thread, reply, letters.remove(0))
    }

    fn standing(&self, thread: ThreadId) -> &'static str {
        let outline = self.app.read(|db| threads::outline(db, Sight::everything(), thread));
        outline.standing.as_str()
    }

    fn outcome(&self, thread: ThreadId) -> Outcome {
        self.reckon();
        let kept = self.app.read(|db| questions::kept(db, &[thread]));
        kept[&thread].outcome.clone()
    }

    fn facts(&self, thread: ThreadId) -> Vec<FactKind> {
        let facts = self.app.read(|db| questions::recorded(db, &[thread]));
        facts[&thread].iter().map(|fact| fact.what.kind()).collect()
    }

    fn run(&self, statement: &str) {
        self.app.write(|tx| Ok(tx.batch_execute(statement)?));
    }
}

/// The path of a letter's link for this purpose.
fn way(letter: &Letter, purpose: &str) -> String {
    let beginning = format!("{}/letters/{purpose}/", crate::support::ORIGIN);
    let line = letter.text.lines().find(|line| line.starts_with(&beginning));
    let line = line.unwrap_or_else(|| panic!("no link for {purpose} in\n{}", letter.text));
    assert!(letter.html.contains(line), "the HTML says the same");
    line.trim_start_matches(crate::support::ORIGIN).to_owned()
}

/// What holds for every answer behind a letter's link.
fn check_discreet(page: &Page) {
    assert_eq!(page.header("referrer-policy"), Some("no-referrer"), "{}", page.path);
    let kept = page.header("cache-control").unwrap_or_default();
    assert!(kept.contains("no-store"), "{}: {kept}", page.path);
}

/// Follows a link as programs do that scan letters, many times.
fn scan(app: &TestApp, path: &str) {
    let scanner = app
        .visitor()
        .calling_itself("Mozilla/5.0 (compatible; LinkScanner/1.0)");
    for _ in 0..5 {
        for method in ["GET", "HEAD"] {
            let page = scanner.send_with(method, path, &[], None).unwrap();
            assert_eq!(page.status, 200, "{method} {path}: {}", page.body);
            check_discreet(&page);
            if method == "GET" {
                assert_eq!(page.attributes("meta[name=robots]", "content"), ["noindex"]);
            }
        }
    }
}
