//! What was typed comes back, whatever keeps it from being taken.

use tanya::domain::id::{CommentId, ReplyId, ThreadId};
use tanya::store::comments::CommentOn;

use crate::support::{Client, Database, FilledForm, Page, TestApp};

const TEXT: &str = "Line one.\n\nLine <two> & three.";
const PASSWORD: &str = "correct horse battery";
const AGAIN: &str = "form[data-goes-on]";

/// A forum with a thread, a reply and a comment of bob's.
pub struct BobsPosts {
    pub app: TestApp,
    pub thread: ThreadId,
    pub reply: ReplyId,
    pub comment: CommentId,
}

impl BobsPosts {
    pub fn new() -> Self {
        let app = TestApp::spawn();
        let thread = app.by("bob", |bob| bob.ask("help", "Where is the key?", "key"));
        let reply = app.by("bob", |bob| bob.reply(thread, "Under the mat."));
        let comment = app.by("bob", |bob| bob.comment(CommentOn::Reply(reply), "Which mat?"));
        Self {
            app,
            thread,
            reply,
            comment,
        }
    }

    fn path(&self) -> String {
        format!("/threads/{}", self.thread)
    }

    /// Every form of bob's that posts, with the text in it, and the name of its field.
    fn forms(&self, bob: &Client) -> Vec<(FilledForm, &'static str)> {
        let (thread, reply) = (self.path(), self.reply);
        let comment_on = format!("form[action='/replies/{reply}/comments']");
        let forms = [
            (thread.clone(), "form[action$='/-/replies']".to_owned(), "body"),
            (thread.clone(), "form[action$='/-/comments']".to_owned(), "comment"),
            (thread.clone(), comment_on, "comment"),
            (format!("{thread}/-/edit"), "main form".to_owned(), "body"),
            (format!("/replies/{reply}/edit"), "main form".to_owned(), "body"),
            (
                format!("/comments/{}/edit", self.comment),
                "main form".to_owned(),
                "comment",
            ),
        ];
        let filled = |(path, form, field): (String, String, &'static str)| {
            (bob.visit(&path).form(&form).with(&[(field, TEXT)]), field)
        };
        forms.into_iter().map(filled).collect()
    }

    fn by_cat(&self, act: &str) {
        let form = format!("form[action$='/-/{act}']");
        assert_eq!(self.app.signed_in("cat").submit(&self.path(), &form, &[]).status, 303);
    }
}

/// The text stands on the page to be read, and in the form that sends it again.
fn check_given_back(page: &Page, status: u16, field: &str) {
    assert_eq!(page.status, status, "{} {}", page.path, page.body);
    assert!(page.has(&format!("textarea#kept-{field}[readonly]")), "{}", page.body);
    let read = page.html();
    let area = scraper::Selector::parse(&format!("#kept-{field}")).unwrap();
    let text: String = read.select(&area).flat_map(|area| area.text()).collect();
    assert_eq!(text.trim_start_matches('\n'), TEXT);
    assert_eq!(page.form(AGAIN).value(field), Some(TEXT));
}

#[test]
fn whoever_is_signed_out_meanwhile_signs_in_and_sends_it_again() {
    let forum = BobsPosts::new();
    let bob = forum.app.signed_in("bob");
    for (form, field) in forum.forms(&bob) {
        assert_eq!(bob.post("/sign-out", &[]).status, 303);
        let page = bob.send_form(&form);
        check_given_back(&page, 403, field);
        let sign_in = page.attributes("main a[target=_blank]", "href").remove(0);
        assert!(sign_in.starts_with("/sign-in?"), "{sign_in}");
        let fields = [("email", "bob@example.com"), ("password", PASSWORD)];
        assert_eq!(bob.submit(&sign_in, "form[action='/sign-in']", &fields).status, 303);
        let posted = bob.send_form(&page.form(AGAIN));
        assert_eq!(posted.status, 303, "{}: {}", form.action, posted.body);
        assert!(
            bob.visit(&posted.location().unwrap())
                .body
                .contains("Line &lt;two&gt; &amp; three.")
        );
    }
    assert_eq!(
        forum.app.visitor().post(&format!("{}/-/up", forum.path()), &[]).status,
        303
    );
}

#[test]
fn what_a_lock_a_closure_or_a_deletion_refuses_comes_back() {
    let forum = BobsPosts::new();
    let bob = forum.app.signed_in("bob");
    let forms = forum.forms(&bob);
    forum.by_cat("lock");
    for (form, field) in &forms {
        let page = bob.send_form(form);
        match page.status {
            // The thread's page is shown again with the form in it.
            422 => assert_eq!(
                page.form(&format!("form[action='{}']", form.action)).value(field),
                Some(TEXT)
            ),
            _ => check_given_back(&page, 409, field),
        }
    }
    forum.by_cat("unlock");
    let again = bob.send_form(&forms[3].0);
    assert_eq!(again.status, 303, "{}", again.body);
    forum.by_cat("delete");
    for (form, field) in &forms {
        let page = bob.send_form(form);
        assert!(matches!(page.status, 404 | 410), "{} {}", form.action, page.status);
        assert!(
            page.has(&format!("#kept-{field}[readonly]")) && !page.has(AGAIN),
            "{}",
            page.body
        );
    }
}

#[test]
fn what_may_not_be_done_comes_back_too_but_never_a_secret_or_what_another_site_sent() {
    let forum = BobsPosts::new();
    let ada = forum.app.signed_in("ada");
    let path = format!("{}/-/edit", forum.path());
    let fields = [
        ("title", "The key is mine"),
        ("tags", ""),
        ("body", TEXT),
        ("password", "a secret"),
        ("new_password", "b"),
    ];
    let refused = ada.post(&path, &fields[..3]);
    check_given_back(&refused, 403, "body");
    let forged = [("sec-fetch-site", "cross-site")];
    let body = Some((
        "application/x-www-form-urlencoded",
        &b"title=The+key+is+mine&tags=&body=Theirs"[..],
    ));
    let forged = ada.send_with("POST", &path, &forged, body).unwrap();
    assert!(
        forged.status == 403 && !forged.body.contains("Theirs"),
        "{}",
        forged.body
    );
    let nobody = forum.app.visitor().post(&path, &fields);
    assert_eq!(nobody.status, 403);
    assert!(nobody.form(AGAIN).value("password").is_none() && !nobody.body.contains("a secret"));
}

#[test]
fn what_the_database_cannot_take_comes_back() {
    let forum = BobsPosts::new();
    let bob = forum.app.signed_in("bob");
    let forms = forum.forms(&bob);
    let (off, on) = if Database::is_postgres() {
        (
            "set session characteristics as transaction read only",
            "set session characteristics as transaction read write",
        )
    } else {
        ("pragma max_page_count = 1", "pragma max_page_count = 1000000")
    };
    let on_writer = |statement: &'static str| {
        use diesel::connection::SimpleConnection;
        forum.app.write(|tx| Ok(tx.batch_execute(statement)?));
    };
    on_writer(off);
    let long = TEXT.repeat(2_000);
    let page = bob.send_form(&forms[0].0.clone().with(&[("body", &long)]));
    assert_eq!(page.status, 507, "{}", page.body);
    assert_eq!(page.form(AGAIN).value("body"), Some(&*long));
    on_writer(on);
    assert_eq!(bob.send_form(&page.form(AGAIN)).status, 303);
}

#[test]
fn a_preview_or_a_reason_that_is_too_long_is_mended_in_its_form() {
    let forum = BobsPosts::new();
    let bob = forum.app.signed_in("bob");
    let too_long = "é".repeat(33 * 1024);
    let path = forum.path();
    for (page, action) in [
        ("/threads/new".to_owned(), "/threads/new/preview".to_owned()),
        (path.clone(), format!("{path}/-/replies/preview")),
        (format!("{path}/-/edit"), format!("{path}/-/edit/preview")),
        (
            format!("/replies/{}/edit", forum.reply),
            format!("/replies/{}/edit/preview", forum.reply),
        ),
    ] {
        let form = action.trim_end_matches("/preview");
        let form = bob.visit(&page).form(&format!("form[action='{form}']"));
        let form = form.with(&[("body", &too_long)]).pressing(&action);
        let answer = bob.send_form(&form);
        assert_eq!(answer.status, 422, "{action}: {}", answer.body);
        assert!(answer.text(".problems").contains("64"), "{action}");
        let again = answer.form(&format!("form[action='{}']", action.trim_end_matches("/preview")));
        assert_eq!(again.value("body"), Some(&*too_long), "{action}");
    }
    let (cat, reason) = (forum.app.signed_in("cat"), "x".repeat(501));
    for action in [format!("{path}/-/delete"), format!("/replies/{}/delete", forum.reply)] {
        let form = format!("form[action='{action}']");
        let answer = cat.submit(&path, &form, &[("reason", &reason)]);
        assert_eq!(answer.status, 422, "{action}: {}", answer.body);
        assert!(answer.has("#reason[aria-invalid]"), "{action}");
        assert_eq!(answer.form(&form).value("reason"), Some(&*reason));
        assert_eq!(
            cat.send_form(&answer.form(&form).with(&[("reason", "spam")])).status,
            303
        );
        if action.starts_with(&path) {
            forum.by_cat("undelete");
        }
    }
}
