//! Help while asking: what may answer a question already, what should not stand in public, and what is kept of a visit.

mod articles;
mod secrets;
mod sessions;

use std::time::{Duration, Instant};

use tanya::domain::ask_session::{AskSession, session_of};
use tanya::domain::id::ThreadId;
use tanya::domain::token::FormKey;
use tanya::search::embedded::Visible;
use tanya::search::follower::Follower;
use tanya::store::ask_sessions::{self, Ended};
use tanya::store::settings;
use tanya::web::upkeep;

use crate::support::{Client, FilledForm, Page, TestApp};

const PATIENCE: Duration = Duration::from_secs(30);
const TITLE: &str = "Why does the copper lantern flicker at dusk?";
const ASK: &str = "main form[action='/threads/new']";

/// A forum in which a question was resolved, another one waits, and a third one only staff may see.
struct Forum {
    app: TestApp,
    resolved: ThreadId,
    waiting: ThreadId,
}

impl Forum {
    fn spawn() -> Self {
        let app = TestApp::spawn();
        let resolved = app.by("ada", |ada| ada.ask("help", "Copper lantern flickers at dusk", "light"));
        let words =
            "Welcome to the forum, and thank you. Clean the copper contacts of the lantern with vinegar. Good luck.";
        let reply = app.by("bob", |bob| bob.reply(resolved, words));
        app.by("ada", |ada| ada.accept(reply));
        let waiting = app.by("bob", |bob| {
            bob.ask("help", "My lantern of copper flickers at dusk too", "light")
        });
        app.by("dan", |dan| {
            dan.ask("back-office", "Secret copper lantern that flickers at dusk", "light")
        });
        for number in 0..40 {
            app.by("bob", |bob| {
                bob.ask(
                    "help",
                    &format!("Where is invoice number {number} of the watering plan?"),
                    "light",
                )
            });
        }
        let forum = Self { app, resolved, waiting };
        forum.fill();
        forum
    }

    /// Follows until all three are found: PostgreSQL holds changes back while a transaction is open anywhere.
    fn fill(&self) {
        let mut follower = self.follower();
        let until = Instant::now() + PATIENCE;
        loop {
            follower.catch_up().unwrap();
            let search = &self.app.site.search;
            let likely = search
                .likely(TITLE, "", &Visible::default(), self.app.now(), 10)
                .unwrap();
            if likely.len() == 3 {
                return;
            }
            assert!(Instant::now() < until, "{likely:?}");
        }
    }

    fn follower(&self) -> Follower {
        let (store, search) = (self.app.store().clone(), self.app.site.search.clone());
        Follower::new(store, search, self.app.clock.clone())
    }

    /// Has the index follow once.
    fn follow(&self) {
        self.app.settle_changes();
        self.follower().catch_up().unwrap();
    }

    /// What the script of the form is given.
    fn suggested(&self, client: &Client, key: &FormKey, title: &str) -> Page {
        let fields = [("form_key", key.as_str()), ("category", "help"), ("title", title)];
        let page = client.post("/threads/new/suggestions", &fields);
        assert_eq!(page.status, 200, "{}", page.body);
        page
    }

    /// The ask form as this browser fills it in.
    fn form(&self, client: &Client, title: &str, body: &str) -> FilledForm {
        let page = client.get("/threads/new?category=help");
        page.form(ASK)
            .with(&[("category", "help"), ("title", title), ("body", body)])
    }

    /// What is kept of the visit with this form.
    fn kept(&self, form: &FilledForm) -> Option<(AskSession, Option<Ended>)> {
        self.write_asks();
        let key = FormKey::offered(form.value("form_key").unwrap()).unwrap();
        self.app.read(|db| ask_sessions::find(db, &session_of(&key)))
    }

    fn write_asks(&self) {
        actix_web::rt::System::new().block_on(upkeep::write_asks(&self.app.site));
    }

    /// Changes what is decided about help while asking, through the page.
    fn decide(&self, label: &str, address: &str, holdout: &str) -> Page {
        let fields = [
            ("contact_label", label),
            ("contact_address", address),
            ("holdout", holdout),
        ];
        self.app
            .signed_in("root")
            .submit("/admin/asking", "main form[action='/admin/asking']", &fields)
    }
}

#[test]
fn what_may_answer_it_is_shown_with_the_sentence_that_matters() {
    let forum = Forum::spawn();
    forum.decide("", "", "0");
    let page = forum.suggested(&forum.app.visitor(), &FormKey::random(), TITLE);
    assert_eq!(
        page.texts(".suggestion-text"),
        [
            "Accepted answer: Clean the copper contacts of the lantern with vinegar.",
            "This is about My lantern of copper flickers at dusk too.",
        ]
    );
    assert_eq!(page.texts(".suggestion .mark"), ["Resolved", "Unanswered"]);
    assert_eq!(
        page.texts(".suggestions h2"),
        ["These may answer it already", "Others wait for this too"]
    );
    assert!(!page.body.contains("Secret"), "what is out of sight is not suggested");
    assert_eq!(page.header("cache-control"), Some("private, no-store"));
    let staff = forum.suggested(&forum.app.signed_in("dan"), &FormKey::random(), TITLE);
    assert!(staff.body.contains("Secret"));
    for nothing in ["", "zzzz qqqq", "Something about tomatoes"] {
        let page = forum.suggested(&forum.app.visitor(), &FormKey::random(), nothing);
        assert!(!page.has(".suggestions"), "{nothing}: {}", page.body);
    }
}

#[test]
fn whoever_has_seen_no_suggestions_is_shown_them_once_before_their_question_is_posted() {
    let forum = Forum::spawn();
    forum.decide("Write to us", "mailto:help@example.com", "0");
    let eve = forum.app.signed_in("eve");
    let form = forum.form(&eve, TITLE, "It *flickers*.\n\nEvery day.");
    let step = eve.send_form(&form);
    assert_eq!(
        (step.status, step.text("h1").as_str()),
        (200, "These may answer it already")
    );
    assert_eq!(step.texts(".suggestion").len(), 2);
    assert_eq!(step.attributes(".contact a", "href"), ["mailto:help@example.com"]);
    let carried = step.form(ASK);
    for name in ["form_key", "title", "body", "category", "tags"] {
        assert_eq!(
            carried.value(name).unwrap_or_default(),
            form.value(name).unwrap_or_default(),
            "{name}"
        );
    }
    let changed = eve.send_form(&carried.clone().pressing("/threads/new/preview"));
    assert_eq!(
        changed.form(ASK).value("body").map(str::trim),
        Some("It *flickers*.\n\nEvery day.")
    );
    let posted = eve.send_form(&carried.with(&[("different", "yes")]));
    assert!(
        posted
            .location()
            .is_some_and(|to| to.ends_with("/why-does-the-copper-lantern-flicker-at-dusk"))
    );
    // By now the index may know the question itself; whoever sends the same form again is led to it.
    forum.follow();
    let again = eve.send_form(&form);
    assert_eq!((again.status, again.location()), (303, posted.location()));
    let other = forum.form(&eve, "Where do tomatoes grow?", "In pots?");
    assert_eq!(
        eve.send_form(&other).status,
        303,
        "where there is nothing to show nothing is shown"
    );
}

#[test]
fn what_the_script_has_shown_is_not_shown_again() {
    let forum = Forum::spawn();
    forum.decide("", "", "0");
    let eve = forum.app.signed_in("eve");
    let key = FormKey::random();
    let seen = forum.suggested(&eve, &key, TITLE);
    assert_eq!(seen.attributes("input[name=suggested_for]", "value"), [TITLE]);
    let fields = |title: &'static str, seen_for: &'static str| {
        vec![
            ("form_key", key.as_str()),
            ("category", "help"),
            ("title", title),
            ("body", "It flickers."),
            ("suggested_for", seen_for),
        ]
    };
    assert_eq!(
        eve.post("/threads/new", &fields("A copper lantern flickers at dusk", TITLE))
            .status,
        200
    );
    assert_eq!(eve.post("/threads/new", &fields(TITLE, TITLE)).status, 303);
}

#[test]
fn a_visitor_goes_on_from_the_step_to_the_letter_and_the_visit_ends_with_the_question() {
    let forum = Forum::spawn();
    forum.decide("", "", "0");
    let visitor = forum.app.visitor();
    let password = "seven dry watering cans";
    let person = [("name", "Zoe"), ("email", "zoe@example.com"), ("password", password)];
    let form = forum.form(&visitor, TITLE, "It flickers.").with(&person);
    let step = visitor.send_form(&form);
    assert_eq!(step.text("h1"), "These may answer it already");
    assert!(!step.body.contains(password), "no page sends a password back");
    let carried = step.form(ASK);
    assert_eq!(
        (carried.value("name"), carried.value("email")),
        (Some("Zoe"), Some("zoe@example.com"))
    );
    let forgot = visitor.send_form(&carried.clone().with(&[("different", "yes")]));
    assert_eq!(forgot.status, 422);
    assert_eq!(forgot.form(ASK).value("title"), Some(TITLE));
    let sent = visitor.send_form(&carried.with(&[("password", password), ("different", "yes")]));
    assert_eq!(sent.location().as_deref(), Some("/sign-up/sent"));
    assert!(forum.kept(&form).unwrap().1.is_none(), "nothing is posted yet");
    let letters = forum.app.letters();
    let link = letters[0]
        .text
        .split_whitespace()
        .find(|word| word.contains("/sign-up/confirm/"))
        .unwrap();
    let link = &link[link.find("/sign-up").unwrap()..];
    let posted = visitor.submit(link, "main form", &[]);
    assert!(posted.location().is_some_and(|to| to.starts_with("/threads/")));
    let (session, ended) = forum.kept(&form).unwrap();
    assert_eq!(ended.unwrap().ending.as_str(), "posted");
    assert!(session.differed_at.is_some() && !session.is_signed_in);
    assert_eq!(session.title, TITLE);
    forum.app.work();
}

#[test]
fn a_way_to_a_person_is_offered_wherever_people_may_find_nothing() {
    let forum = Forum::spawn();
    let visitor = forum.app.visitor();
    let pages = ["/threads/new", "/search?q=zzzzqqqq"];
    for page in pages {
        assert!(!visitor.get(page).has(".contact"), "{page}");
    }
    for wrong in [
        "data:text/html,x",
        "http://help.example.com",
        "https://user:word@help.example.com",
        "",
    ] {
        let refused = forum.decide("Write to us", wrong, "5");
        assert_eq!(refused.status, 422, "{wrong}");
        assert!(refused.has("#contact_address[aria-invalid]"), "{}", refused.body);
    }
    assert_eq!(
        forum
            .decide("Write to us", "https://help.example.com/form", "51")
            .status,
        422
    );
    assert_eq!(
        forum.decide("Write to us", "https://help.example.com/form", "5").status,
        303
    );
    for page in pages {
        let page = visitor.get(page);
        assert_eq!(
            page.attributes(".contact a", "href"),
            ["https://help.example.com/form"],
            "{}",
            page.body
        );
        assert_eq!(page.texts(".contact a"), ["Write to us"]);
    }
    let fields = [("form_key", FormKey::random()), ("title", FormKey::random())];
    let fields = fields.each_ref().map(|(name, value)| (*name, value.as_str()));
    let different = visitor.post("/threads/new/different", &fields);
    assert_eq!(different.texts(".contact a"), ["Write to us"]);
    assert_eq!(different.attributes("input[name=different]", "value"), ["yes"]);
    assert_eq!(forum.decide("", "", "5").status, 303);
    assert!(!visitor.get("/threads/new").has(".contact"));
    assert_eq!(forum.app.read(settings::load).contact, None);
}
