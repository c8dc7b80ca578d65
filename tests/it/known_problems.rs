//! Known problems: who ties an announcement to a category, where it is shown, and how it ends.

use tanya::domain::ask_session::session_of;
use tanya::domain::id::ThreadId;
use tanya::domain::subject::Subject;
use tanya::domain::token::FormKey;
use tanya::store::ask_sessions;

use crate::support::{Client, Page, TestApp};

const ASK: &str = "main form[action='/threads/new']";
const TELL: &str = "form[action$='/-/tell-problem']";
const SOLVE: &str = "form[action$='/-/solve-problem']";

fn announce(app: &TestApp, category: &str, title: &str) -> ThreadId {
    app.by("root", |root| root.start(category, "announcement", title, ""))
}

/// Ties an announcement to a category, through the page.
fn tell(client: &Client, thread: ThreadId, category: &str) -> Page {
    client.submit(&format!("/threads/{thread}"), TELL, &[("problem_category", category)])
}

fn shown(page: &Page) -> Vec<String> {
    page.texts(".known-problems .suggestion-title a")
}

#[test]
fn a_moderator_ties_an_announcement_to_a_category_and_says_when_it_is_solved() {
    let app = TestApp::spawn();
    let thread = announce(&app, "news", "Lamps go out at noon");
    let (path, cat) = (format!("/threads/{thread}"), app.signed_in("cat"));
    for name in ["ada", "eve"] {
        assert!(!app.signed_in(name).visit(&path).has(TELL), "{name}");
        let refused = app
            .signed_in(name)
            .post(&format!("{path}/-/tell-problem"), &[("problem_category", "help")]);
        assert_eq!(refused.status, 403, "{name}");
    }
    assert!(
        app.visitor()
            .get("/categories/help")
            .texts(".known-problems")
            .is_empty()
    );
    assert_eq!(tell(&cat, thread, "help").status, 303);
    let page = app.visitor().visit(&path);
    assert!(
        page.text(".notice.warning").contains("A known problem since"),
        "{}",
        page.body
    );
    let category = app.visitor().get("/categories/help");
    assert_eq!(
        shown(&category),
        ["Lamps go out at noon (opens beside this page)"].map(|title| title.replace(" (opens beside this page)", ""))
    );
    assert!(!app.visitor().get("/categories/news").has(".known-problems"));
    assert!(!app.visitor().get("/categories/help?is=open").has(".known-problems"));
    assert_eq!(cat.submit(&path, SOLVE, &[]).status, 303);
    assert!(
        app.visitor()
            .visit(&path)
            .text(".notice.success")
            .contains("This problem was solved")
    );
    assert!(!app.visitor().get("/categories/help").has(".known-problems"));
    let log = cat.get("/moderation/log").body;
    assert!(log.contains("Told of a known problem") && log.contains("Said to be solved"));
    // It may come back.
    assert_eq!(tell(&cat, thread, "help").status, 303);
    assert_eq!(shown(&app.visitor().get("/categories/help")), ["Lamps go out at noon"]);
    cat.submit(&path, "form[action$='/-/delete']", &[("reason", "By mistake.")]);
    assert!(!app.visitor().get("/categories/help").has(".known-problems"));
}

#[test]
fn a_question_is_no_known_problem() {
    let app = TestApp::spawn();
    let question = app.by("ada", |ada| ada.ask("help", "Why does it blink?", "light"));
    let cat = app.signed_in("cat");
    assert!(!cat.visit(&format!("/threads/{question}")).has(TELL));
    let refused = cat.post(
        &format!("/threads/{question}/-/tell-problem"),
        &[("problem_category", "help")],
    );
    assert_eq!(refused.status, 403);
}

#[test]
fn whoever_is_about_to_ask_sees_it_first_and_waits_with_others() {
    let app = TestApp::spawn();
    let thread = announce(&app, "news", "Lamps go out at noon");
    tell(&app.signed_in("cat"), thread, "help");
    let ada = app.signed_in("ada");
    // With the form, with the script, and on the step before posting.
    let form = ada.get("/threads/new?category=help");
    assert_eq!(shown(&form), ["Lamps go out at noon (opens beside this page)"]);
    assert!(shown(&ada.get("/threads/new")).is_empty());
    let key = FormKey::random();
    let typed = [("form_key", key.as_str()), ("category", "help"), ("title", "")];
    let fragment = ada.post("/threads/new/suggestions", &typed);
    assert_eq!(shown(&fragment).len(), 1);
    let elsewhere = [("form_key", key.as_str()), ("category", "members"), ("title", "x")];
    assert!(shown(&ada.post("/threads/new/suggestions", &elsewhere)).is_empty());
    let different = ada.post("/threads/new/different", &typed);
    assert_eq!(shown(&different).len(), 1, "{}", different.body);
    let fields = [
        ("category", "help"),
        ("title", "My lamp is out"),
        ("body", "Since noon."),
    ];
    let step = ada.send_form(&form.form(ASK).with(&fields));
    assert_eq!((step.status, shown(&step).len()), (200, 1));

    assert!(step.has("button[form=of-suggestions][formaction='/threads/new/me-too'][name=thread]"));
    let key = step.form("#of-suggestions").value("form_key").unwrap().to_owned();
    let pressed = [("form_key", &*key), ("thread", &*thread.to_string())];
    let joined = ada.post("/threads/new/me-too", &pressed);
    assert_eq!(joined.status, 303, "{}", joined.body);
    let page = ada.visit(&joined.location().unwrap());
    assert!(
        page.texts(".thread-line .fact")
            .contains(&"1 person has this".to_owned())
    );
    let key = FormKey::offered(step.form(ASK).value("form_key").unwrap()).unwrap();
    let (_, ended) = app.read(|db| ask_sessions::find(db, &session_of(&key))).unwrap();
    let ended = ended.unwrap();
    assert_eq!(
        (ended.ending.as_str(), ended.subject),
        ("joined", Some(Subject::Thread(thread)))
    );
    // Whoever goes on has seen it, and posts.
    let eve = app.signed_in("eve");
    let step = eve.send_form(&eve.get("/threads/new?category=help").form(ASK).with(&fields));
    assert_eq!(step.status, 200);
    assert_eq!(eve.send_form(&step.form(ASK).with(&[("different", "yes")])).status, 303);
}

#[test]
fn me_too_counts_on_a_known_problem_while_it_is_one() {
    let app = TestApp::spawn();
    let thread = announce(&app, "news", "Lamps go out at noon");
    let (path, cat, ada) = (format!("/threads/{thread}"), app.signed_in("cat"), app.signed_in("ada"));
    let join = |client: &Client, part: &str| client.post(&format!("{path}/-/{part}"), &[]).status;
    assert_eq!(join(&ada, "me-too"), 403, "it is an announcement like others");
    tell(&cat, thread, "help");
    let pressed = ada.submit("/categories/help", "form[action$='/-/me-too']", &[]);
    assert_eq!(pressed.status, 303);
    assert!(
        ada.visit(&path)
            .has("form[action$='/-/not-me-too'] [aria-pressed=true]")
    );
    let root = app.signed_in("root");
    assert!(!root.visit(&path).has("form[action$='me-too']"), "it is root's own");
    let visitor = app.visitor().get("/categories/help");
    assert_eq!(visitor.texts(".known-problems .suggestion-act a"), ["Me too"]);
    cat.submit(&path, SOLVE, &[]);
    assert_eq!(join(&app.signed_in("bob"), "me-too"), 403);
    assert_eq!(join(&ada, "not-me-too"), 303, "taking it back is always possible");
}

#[test]
fn what_is_out_of_sight_is_shown_to_nobody_who_asks() {
    let app = TestApp::spawn();
    let secret = announce(&app, "back-office", "A recall that nobody knows of");
    let root = app.signed_in("root");
    assert_eq!(tell(&root, secret, "help").status, 303);
    for path in ["/categories/help", "/threads/new?category=help"] {
        for name in ["", "ada", "cat"] {
            let client = if name.is_empty() {
                app.visitor()
            } else {
                app.signed_in(name)
            };
            assert!(!client.get(path).body.contains("recall"), "{path} for {name:?}");
        }
        assert_eq!(shown(&root.get(path)).len(), 1, "{path}");
    }
    // A moderator who is not of the staff cannot tell of a problem in a category that they do not see.
    let open = announce(&app, "news", "Lamps go out at noon");
    let refused = app.signed_in("cat").post(
        &format!("/threads/{open}/-/tell-problem"),
        &[("problem_category", "back-office")],
    );
    assert_eq!(refused.status, 404);
}
