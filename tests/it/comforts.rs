//! Small help with reading and writing: quotations, names, the latest reply, coloured code, keys.

use tanya::domain::id::{ReplyId, ThreadId};

use crate::support::{Client, TestApp};

fn ask(app: &TestApp) -> ThreadId {
    app.by("ada", |ada| ada.ask("help", "Why does the light blink?", "light"))
}

fn reply(app: &TestApp, thread: ThreadId, name: &str, text: &str) -> ReplyId {
    app.by(name, |by| by.reply(thread, text))
}

/// What the answer form holds.
fn typed(client: &Client, path: &str) -> String {
    let page = client.visit(path);
    assert_eq!(page.status, 200, "{path}");
    page.text("#answer textarea")
}

#[test]
fn a_post_is_quoted_into_the_answer_form_without_a_script() {
    let app = TestApp::spawn();
    let thread = ask(&app);
    let first = reply(&app, thread, "bob", "Restart *it*.\n\n> a quotation\n\nThen wait.");
    let eve = app.signed_in("eve");
    let page = eve.visit(&format!("/threads/{thread}"));
    let links = page.attributes("a[data-quote]", "href");
    assert_eq!(links.len(), 2, "{links:?}");
    assert!(links[1].ends_with(&format!("?quote=reply-{first}#answer")), "{links:?}");
    assert_eq!(
        page.attributes("a[data-quote]", "data-quote")[1],
        format!("[bob](/replies/{first}):")
    );
    let quoted = typed(&eve, &links[1].replace("#answer", ""));
    assert!(
        quoted.starts_with(&format!("> [bob](/replies/{first}): > > Restart *it*.")),
        "{quoted}"
    );
    assert!(
        quoted.contains("> Then wait.") && !quoted.contains("a quotation"),
        "{quoted}"
    );
    let question = typed(&eve, &links[0].replace("#answer", ""));
    assert!(question.starts_with("> [ada](/threads/"), "{question}");
}

#[test]
fn only_what_is_in_sight_and_of_this_thread_is_quoted() {
    let app = TestApp::spawn();
    let (thread, other) = (ask(&app), ask(&app));
    let elsewhere = reply(&app, other, "bob", "The words of another thread.");
    let deleted = reply(&app, thread, "bob", "Words that were taken back.");
    let page = app.signed_in("bob");
    page.post(&format!("/replies/{deleted}/delete"), &[]);
    let eve = app.signed_in("eve");
    for post in [
        format!("reply-{elsewhere}"),
        format!("reply-{deleted}"),
        "reply-0".into(),
        "x".into(),
        "".into(),
    ] {
        let text = typed(&eve, &format!("/threads/{thread}?quote={post}"));
        assert_eq!(text, "", "{post}");
    }
    let visitor = app.visitor().visit(&format!("/threads/{thread}?quote=question"));
    assert_eq!(visitor.status, 200);
    assert!(!visitor.has("#answer textarea") && !visitor.has("a[data-quote]"));
}

#[test]
fn names_are_completed_those_of_the_thread_first() {
    let app = TestApp::spawn();
    let thread = ask(&app);
    for name in ["Boa [x](y)", "Boba"] {
        app.write(|tx| {
            let user = tanya::store::users::NewUser {
                name,
                email: None,
                password_hash: None,
                role: tanya::domain::role::Role::Member,
                trust: tanya::domain::role::Trust::Member,
            };
            tanya::store::users::add(tx, &user, app.now())
        });
    }
    let eve = app.signed_in("eve");
    let complete = |query: &str| -> Vec<(String, String)> {
        let page = eve.get(&format!("/users/complete?{query}"));
        assert_eq!(page.status, 200, "{}", page.body);
        let found: Vec<serde_json::Value> = serde_json::from_str(&page.body).unwrap();
        let word = |person: &serde_json::Value, key: &str| person[key].as_str().unwrap().to_owned();
        found
            .iter()
            .map(|person| (word(person, "name"), word(person, "link")))
            .collect()
    };
    let names = |query: &str| complete(query).into_iter().map(|(name, _)| name).collect::<Vec<_>>();
    assert_eq!(names("q=bo"), ["Boa [x](y)", "bob", "Boba"]);
    reply(&app, thread, "bob", "It waits.");
    assert_eq!(names(&format!("q=BO&thread={thread}")), ["bob", "Boa [x](y)", "Boba"]);
    assert!(complete("q=boa")[0].1.starts_with("[@Boa \\[x\\](y)](/users/"));
    assert_eq!(names("q=b"), [""; 0], "a single letter asks for nobody");
    assert_eq!(names("q=%25%25"), [""; 0], "a wildcard is no name");
    assert_eq!(names("q=bo&thread=999999"), ["Boa [x](y)", "bob", "Boba"]);
    assert_eq!(app.visitor().get("/users/complete?q=bo").status, 303);
}

#[test]
fn a_thread_leads_to_its_latest_reply() {
    let app = TestApp::spawn();
    let thread = ask(&app);
    let path = format!("/threads/{thread}/-/latest");
    let none = app.visitor().get(&path).location().unwrap();
    assert!(!none.contains("reply"), "{none}");
    reply(&app, thread, "bob", "One.");
    let last = reply(&app, thread, "bob", "Two.");
    let found = app.visitor().get(&path).location().unwrap();
    assert!(found.ends_with(&format!("?reply={last}")), "{found}");
    let staff = app.by("dan", |dan| dan.ask("back-office", "Where is the key?", ""));
    assert_eq!(app.visitor().get(&format!("/threads/{staff}/-/latest")).status, 404);
}

#[test]
fn code_has_colours_and_the_keys_have_a_sheet() {
    let app = TestApp::spawn();
    let thread = ask(&app);
    reply(&app, thread, "bob", "```rust\nlet light = \"</span><script>\";\n```");
    let page = app.visitor().visit(&format!("/threads/{thread}"));
    assert_eq!(page.text(".prose .code-keyword"), "let");
    assert_eq!(page.text(".prose .code-text"), "\"</span><script>\"");
    assert!(page.has("template#comforts[data-copy]") && !page.has("template#comforts[data-people]"));
    let sheet = app.visitor().get("/about/shortcuts");
    assert!(sheet.has("#shortcuts kbd") && sheet.has("#shortcuts [hidden] input[data-shortcuts-switch]"));
    assert!(page.has("footer a[href='/about/shortcuts']"));
}
