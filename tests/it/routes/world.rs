//! A forum with something behind every address, and an example of each.

use diesel::connection::SimpleConnection;
use diesel::prelude::*;
use diesel::sql_types::BigInt;
use tanya::domain::document::{Document, DocumentText};
use tanya::domain::email::EmailAddress;
use tanya::domain::id::{ArticleId, CommentId, ReplyId, SectionId, ThreadId};
use tanya::domain::job::Job;
use tanya::domain::token::Purpose;
use tanya::store::comments::CommentOn;
use tanya::store::documents::{self, Draft};
use tanya::store::tokens::{self, Errand};
use tanya::store::written::Written;
use tanya::store::{address_changes, jobs, sessions, settings};

use crate::support::{Client, Page, TestApp, give_up, place};

/// A secret that was never handed out.
const UNKNOWN_SECRET: &str = "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA";

#[derive(QueryableByName)]
pub(super) struct Newest {
    #[diesel(sql_type = BigInt)]
    pub(super) id: i64,
}

/// A forum with something behind every address.
pub struct World {
    pub app: TestApp,
}

impl World {
    pub fn new() -> Self {
        Self::on(TestApp::spawn())
    }

    /// The same in a forum that is there already, with the cast.
    pub fn on(app: TestApp) -> Self {
        app.leaves_jobs();
        let (root, now) = (app.user("root").id, app.now());
        for document in Document::ALL {
            let text = DocumentText::parse("Be kind.").unwrap();
            let draft = Draft {
                document: *document,
                after: 0,
                written: Written::document(&text),
                text,
                asks_consent: false,
            };
            app.write(|tx| documents::publish(tx, &draft, root, now));
        }
        app.site.take_settings(app.read(settings::load));
        Self { app }
    }

    /// A browser of this viewer, who is nobody when the name is empty; signed in without the page.
    pub fn browser(&self, viewer: &str) -> Client {
        match self.session(viewer) {
            Some(cookie) => self.app.visitor().with_cookie(cookie),
            None => self.app.visitor(),
        }
    }

    /// The cookie of a session that begins now.
    pub(super) fn session(&self, viewer: &str) -> Option<String> {
        if viewer.is_empty() {
            return None;
        }
        let (user, now) = (self.app.user(viewer).id, self.app.now());
        let token = self
            .app
            .write(|tx| sessions::open(tx, user, &place("a browser of tests"), now));
        Some(format!("session={}", token.reveal()))
    }

    /// Sends a request in a session of its own, so that none ends another's.
    pub fn send(&self, viewer: &str, method: &str, path: &str, site: &str) -> Page {
        let cookie = self.session(viewer);
        let mut headers = vec![("sec-fetch-site", site)];
        headers.extend(cookie.as_deref().map(|cookie| ("cookie", cookie)));
        let body =
            matches!(method, "POST" | "PUT" | "PATCH").then_some(("application/x-www-form-urlencoded", &b""[..]));
        self.app.visitor().send_with(method, path, &headers, body).unwrap()
    }

    pub fn thread(&self) -> ThreadId {
        self.app
            .by("ada", |ada| ada.ask("help", "How do I open the box?", "box"))
    }

    pub fn reply(&self) -> ReplyId {
        let thread = self.thread();
        self.app.by("bob", |bob| bob.reply(thread, "With the key."))
    }

    pub fn comment(&self) -> CommentId {
        let reply = self.reply();
        self.app
            .by("ada", |ada| ada.comment(CommentOn::Reply(reply), "Which one?"))
    }

    /// A section with a published article.
    pub fn article(&self) -> (SectionId, ArticleId) {
        self.app.by("cat", |cat| {
            let section = cat.section("Devices", None)?;
            Ok((section, cat.article(section, "How do I open the box?", "public")?))
        })
    }

    /// A draft that its staff may change.
    pub fn draft(&self) -> ArticleId {
        let (section, _) = self.article();
        self.app
            .by("dan", |dan| dan.draft(section, "How will I open the box?", "public"))
    }

    /// The number under which an imported forum had a thing; its address there leads to what it is now.
    pub(super) fn origin(&self, family: &str, noun: &str) -> i64 {
        let id = match noun {
            "thread" => self.thread().get(),
            "reply" => self.reply().get(),
            // The cast and the first category.
            _ => 1,
        };
        let number = 100_000 + id;
        let row = format!(
            "insert into origins (source, noun, source_id, family, noun_id) \
             values ('forum.example.org', '{noun}', {number}, '{family}', {id}) on conflict do nothing"
        );
        self.app.write(|tx| Ok(tx.batch_execute(&row)?));
        number
    }

    /// A dead job.
    pub(super) fn job(&self) -> i64 {
        let now = self.app.now();
        let id = self.app.write(|tx| {
            jobs::enqueue(tx, &Job::Sweep, now)?;
            give_up(tx, "a test", now)
        });
        id.get()
    }

    /// A secret that was handed out.
    pub(super) fn secret(&self, purpose: Purpose) -> String {
        let (user, now) = (self.app.user("bob").id, self.app.now());
        let errand = match purpose {
            Purpose::ResetPassword => Errand::ResetPassword(user),
            Purpose::ClaimAccount => Errand::ClaimAccount(user),
            Purpose::ChangeAddress => {
                let email = EmailAddress::parse("BOB@example.com").unwrap();
                self.app.write(|tx| address_changes::ask(tx, user, &email, now));
                Errand::ChangeAddress(user)
            }
            Purpose::ConfirmSignUp => return UNKNOWN_SECRET.to_owned(),
        };
        self.app.write(|tx| tokens::issue(tx, errand, now)).reveal().to_owned()
    }

    /// A question that has an answer.
    pub(super) fn reply_of(&self) -> ThreadId {
        let thread = self.thread();
        self.app.by("bob", |bob| bob.reply(thread, "With the key."));
        thread
    }

    /// A picture of ada's that stands in a question.
    pub(super) fn picture(&self) -> String {
        use crate::uploads::{address, png, upload};
        let line = upload(&self.browser("ada"), "shot.png", &png(20), "A box");
        self.app
            .by("ada", |ada| ada.ask_saying("help", "How do I open the box?", &line));
        address(&line)
    }

    /// The hashed name of an embedded file.
    pub(super) fn asset(&self) -> String {
        let page = self.app.visitor().get("/sign-in");
        page.attributes("link[rel=stylesheet]", "href").remove(0)
    }
}
