//! A forum with something behind every address, and an example of each.

use diesel::connection::SimpleConnection;
use diesel::prelude::*;
use diesel::sql_types::BigInt;
use tanya::domain::document::{Document, DocumentText};
use tanya::domain::email::EmailAddress;
use tanya::domain::id::{ArticleId, CommentId, ReplyId, SectionId, ThreadId};
use tanya::domain::job::Job;
use tanya::domain::signed_link::LinkPurpose as To;
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
    fn session(&self, viewer: &str) -> Option<String> {
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
    fn origin(&self, family: &str, noun: &str) -> i64 {
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
    fn job(&self) -> i64 {
        let now = self.app.now();
        let id = self.app.write(|tx| {
            jobs::enqueue(tx, &Job::Sweep, now)?;
            give_up(tx, "a test", now)
        });
        id.get()
    }

    /// A secret that was handed out.
    fn secret(&self, purpose: Purpose) -> String {
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
    fn picture(&self) -> String {
        use crate::uploads::{address, png, upload};
        let line = upload(&self.browser("ada"), "shot.png", &png(20), "A box");
        self.app
            .by("ada", |ada| ada.ask_saying("help", "How do I open the box?", &line));
        address(&line)
    }

    /// The hashed name of an embedded file.
    fn asset(&self) -> String {
        let page = self.app.visitor().get("/sign-in");
        page.attributes("link[rel=stylesheet]", "href").remove(0)
    }
}

pub type Example = fn(&World) -> String;

/// Where something stands for each pattern that has a part to fill in.
pub const EXAMPLES: &[(&str, Example)] = &[
    ("/assets/{name}", |world| world.asset()),
    ("/uploads/{id}/{name}", |world| world.picture().replace("/20x20", "")),
    ("/uploads/{id}/{size}/{name}", |world| world.picture()),
    ("/sign-up/confirm/{token}", |world| {
        format!("/sign-up/confirm/{}", world.secret(Purpose::ConfirmSignUp))
    }),
    ("/reset-password/{token}", |world| {
        format!("/reset-password/{}", world.secret(Purpose::ResetPassword))
    }),
    ("/claim/{token}", |world| {
        format!("/claim/{}", world.secret(Purpose::ClaimAccount))
    }),
    ("/invitations/{token}", |world| world.invitation()),
    ("/letters/solved/{token}", |world| world.letter_link(To::Solved)),
    ("/letters/not-working/{token}", |world| {
        world.letter_link(To::NotWorking)
    }),
    ("/letters/survey/{token}", |world| world.letter_link(To::Survey)),
    ("/letters/confirm-digests/{token}", |world| {
        world.subscriber_link(To::ConfirmDigests)
    }),
    ("/letters/choices/{token}", |world| world.subscriber_link(To::Choices)),
    ("/letters/stop-digests/{token}", |world| {
        world.subscriber_link(To::StopDigests)
    }),
    ("/letters/tell-me/{token}", |world| world.awaiting_link()),
    ("/letters/stop/{token}", |world| world.letter_link(To::Stop)),
    ("/letters/stop-all/{token}", |world| world.letter_link(To::StopAll)),
    ("/settings/address/confirm/{token}", |world| {
        format!("/settings/address/confirm/{}", world.secret(Purpose::ChangeAddress))
    }),
    ("/settings/sessions/{id}/end", |world| {
        let (user, now) = (world.app.user("bob").id, world.app.now());
        world.session("bob");
        let sessions = world.app.read(|db| sessions::of_user(db, user, now));
        format!("/settings/sessions/{}/end", sessions[0].id)
    }),
    ("/users/{id}", |_| "/users/1".to_owned()),
    ("/users/{id}/{name}", |_| "/users/1/ada".to_owned()),
    ("/threads/{id}", |world| format!("/threads/{}", world.thread())),
    ("/threads/{id}/{slug}", |world| {
        format!("/threads/{}/how-do-i-open-the-box", world.thread())
    }),
    ("/replies/{id}", |world| format!("/replies/{}", world.reply())),
    ("/comments/{id}", |world| format!("/comments/{}", world.comment())),
    ("/threads/{id}/-/picture-{hash}.png", |world| {
        format!("/threads/{}/-/picture-old.png", world.thread())
    }),
    ("/sitemaps/threads-{number}.xml", |world| {
        world.thread();
        "/sitemaps/threads-1.xml".to_owned()
    }),
    ("/feeds/categories/{slug}.atom", |_| {
        "/feeds/categories/help.atom".to_owned()
    }),
    ("/feeds/tags/{name}.atom", |world| {
        world.thread();
        "/feeds/tags/box.atom".to_owned()
    }),
    ("/feeds/threads/{id}.atom", |world| {
        format!("/feeds/threads/{}.atom", world.thread())
    }),
    ("/articles/sections/{id}", |world| {
        format!("/articles/sections/{}", world.article().0)
    }),
    ("/articles/sections/{id}/{slug}", |world| {
        format!("/articles/sections/{}/devices", world.article().0)
    }),
    ("/articles/{id}", |world| format!("/articles/{}", world.article().1)),
    ("/articles/{id}/{slug}", |world| {
        format!("/articles/{}/how-do-i-open-the-box", world.article().1)
    }),
    ("/articles/{id}/-/guide", |world| {
        format!("/articles/{}/-/guide", world.article().1)
    }),
    ("/articles/{id}/-/reviewed", |world| {
        format!("/articles/{}/-/reviewed", world.article().1)
    }),
    ("/articles/{id}/-/suggested", |world| {
        format!("/articles/{}/-/suggested", world.article().1)
    }),
    ("/categories/{slug}", |_| "/categories/help".to_owned()),
    ("/categories/{slug}/watch", |_| "/categories/help/watch".to_owned()),
    ("/tags/{name}/watch", |world| {
        world.thread();
        "/tags/box/watch".to_owned()
    }),
    ("/notifications/{id}/read", |_| "/notifications/1/read".to_owned()),
    ("/tags/{name}", |world| {
        world.thread();
        "/tags/box".to_owned()
    }),
    ("/questions/{id}", |world| {
        format!("/questions/{}", world.origin("stackexchange", "thread"))
    }),
    ("/questions/{id}/{slug}", |world| {
        format!("/questions/{}/x", world.origin("stackexchange", "thread"))
    }),
    ("/questions/{id}/{slug}/{answer}", |world| {
        let question = world.origin("stackexchange", "thread");
        format!("/questions/{question}/x/{}", world.origin("stackexchange", "reply"))
    }),
    ("/q/{id}", |world| {
        format!("/q/{}", world.origin("stackexchange", "thread"))
    }),
    ("/q/{id}/{by}", |world| {
        format!("/q/{}/7", world.origin("stackexchange", "thread"))
    }),
    ("/a/{id}", |world| {
        format!("/a/{}", world.origin("stackexchange", "reply"))
    }),
    ("/a/{id}/{by}", |world| {
        format!("/a/{}/7", world.origin("stackexchange", "reply"))
    }),
    ("/t/{slug}", |world| {
        format!("/t/{}", world.origin("discourse", "thread"))
    }),
    ("/t/{slug}/{id}", |world| {
        format!("/t/a-slug/{}", world.origin("discourse", "thread"))
    }),
    ("/t/{slug}/{id}/{post}", |world| {
        format!("/t/a-slug/{}/2", world.origin("discourse", "thread"))
    }),
    ("/p/{id}", |world| format!("/p/{}", world.origin("discourse", "reply"))),
    ("/c/{slug}/{id}", |world| {
        format!("/c/help/{}", world.origin("discourse", "category"))
    }),
    ("/c/{parent}/{slug}/{id}", |world| {
        format!("/c/all/help/{}", world.origin("discourse", "category"))
    }),
    ("/u/{name}", |world| {
        world.origin("discourse", "user");
        "/u/ada".to_owned()
    }),
    ("/about/terms/{version}", |_| "/about/terms/1".to_owned()),
    ("/about/privacy/{version}", |_| "/about/privacy/1".to_owned()),
    ("/about/imprint/{version}", |_| "/about/imprint/1".to_owned()),
    ("/admin/letters/specimens/{kind}", |_| {
        "/admin/letters/specimens/reminder".to_owned()
    }),
    ("/admin/letters/specimens/{kind}/html", |_| {
        "/admin/letters/specimens/reminder/html".to_owned()
    }),
    ("/admin/letters/specimens/{kind}/send", |_| {
        "/admin/letters/specimens/reminder/send".to_owned()
    }),
    ("/admin/letters/{id}/retry", |world| {
        format!("/admin/letters/{}/retry", world.job())
    }),
    ("/admin/letters/{id}/discard", |world| {
        format!("/admin/letters/{}/discard", world.job())
    }),
    ("/admin/jobs/{id}/retry", |world| {
        format!("/admin/jobs/{}/retry", world.job())
    }),
];

/// Patterns whose examples follow from their beginning.
const FAMILIES: &[(&str, &str, Example)] = &[
    ("/threads/{id}/", "{id}", |world| world.thread().to_string()),
    ("/replies/{id}/", "{id}", |world| world.reply().to_string()),
    ("/comments/{id}/", "{id}", |world| world.comment().to_string()),
    ("/articles/{id}/", "{id}", |world| world.draft().to_string()),
    ("/settings/canned-replies/{id}", "{id}", |world| {
        world.canned_reply().to_string()
    }),
    ("/moderation/people/{id}", "{id}", |_| "2".to_owned()),
    ("/moderation/restraints/{id}/", "{id}", |world| {
        world.warning().to_string()
    }),
    ("/warnings/{id}/", "{id}", |world| world.warning().to_string()),
    ("/notifications/conduct/{id}/", "{id}", |world| {
        world.warning().to_string()
    }),
    ("/moderation/removals/{id}/", "{id}", |world| {
        world.removal().to_string()
    }),
    ("/moderation/notes/{id}/", "{id}", |world| world.note().to_string()),
    // Nothing was done under this number: there is nothing to take back.
    ("/moderation/selections/{id}/", "{id}", |_| "1".to_owned()),
    ("/moderation/log/{id}/", "{id}", |world| world.act().to_string()),
    ("/moderation/cases/{id}", "{id}", |world| world.case().to_string()),
    ("/moderation/repeats/{id}", "{id}", |world| {
        world.app.proposal().to_string()
    }),
    ("/admin/sections/{id}", "{id}", |world| world.article().0.to_string()),
    ("/admin/people/{id}", "{id}", |_| "2".to_owned()),
    ("/admin/invitations/{id}", "{id}", |world| {
        world.invitation();
        "1".to_owned()
    }),
    ("/admin/groups/{id}", "{id}", |world| world.group().to_string()),
    ("/admin/categories/{slug}", "{slug}", |_| "members".to_owned()),
    ("/admin/documents/{document}", "{document}", |_| "terms".to_owned()),
    ("/admin/tags/{name}", "{name}", |world| {
        world.thread();
        "box".to_owned()
    }),
];

/// A path that a pattern matches, with something behind it; a new thing at every call.
pub fn example(world: &World, pattern: &str) -> String {
    if !pattern.contains('{') {
        return pattern.to_owned();
    }
    if let Some((_, example)) = EXAMPLES.iter().find(|(known, _)| *known == pattern) {
        return example(world);
    }
    let family = FAMILIES.iter().find(|(beginning, _, _)| pattern.starts_with(beginning));
    let (_, part, fill) = family.unwrap_or_else(|| panic!("the route {pattern} has no example: add one here"));
    let path = pattern.replacen(part, &fill(world), 1);
    assert!(!path.contains('{'), "the route {pattern} has no example: add one here");
    path
}
