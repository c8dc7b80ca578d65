//! In which language a reader is answered: what they set, what they chose in this browser, what the browser asks for, and
//! what the forum speaks.

use tanya::domain::language::Language;
use tanya::store::{settings, users};

use crate::support::{Client, Page, TestApp};

fn asking_for(client: &Client, path: &str, accept_language: &str) -> Page {
    let headers = [("accept-language", accept_language)];
    client.send_with("GET", path, &headers, None).unwrap()
}

fn language(page: &Page) -> String {
    let language = page.attributes("html", "lang").remove(0);
    assert_eq!(page.header("content-language"), Some(&*language), "{}", page.path);
    let vary: Vec<String> = page
        .headers
        .get_all("vary")
        .iter()
        .flat_map(|value| value.to_str().unwrap().split(',').map(|name| name.trim().to_owned()))
        .collect();
    let varies_by = |needed: &str| vary.iter().any(|name| name == needed);
    let is_for_one_reader = page
        .header("cache-control")
        .is_some_and(|value| value.contains("private"));
    assert!(varies_by("accept-language"), "{}: {vary:?}", page.path);
    assert!(varies_by("cookie") || is_for_one_reader, "{}: {vary:?}", page.path);
    language
}

/// Presses a language in the footer of a page.
fn choose(client: &Client, page: &str, code: &str) -> Page {
    client.submit(page, ".site-footer form", &[("language", code)])
}

/// What the forum speaks to those who say nothing.
fn speak(app: &TestApp, language: Language) {
    let mut kept = (*app.site.settings()).clone();
    kept.language = language.code().to_owned();
    let now = app.now();
    app.write(|tx| settings::save(tx, &kept, now));
    app.site.take_settings(kept);
}

#[test]
fn the_setting_comes_before_the_cookie_the_header_and_the_forum() {
    let app = TestApp::spawn();
    let ada = app.signed_in("ada");
    let visitor = app.visitor();
    assert_eq!(language(&asking_for(&visitor, "/", "de")), "en", "the forum's");
    speak(&app, Language::Filipino);
    assert_eq!(language(&asking_for(&visitor, "/", "de")), "fil", "the forum's");
    assert_eq!(language(&visitor.get("/")), "fil", "the forum's");
    assert_eq!(
        language(&asking_for(&visitor, "/", "en;q=0.5, id-ID")),
        "id",
        "the header's"
    );
    assert_eq!(choose(&visitor, "/", "en").status, 303);
    assert_eq!(language(&asking_for(&visitor, "/", "id")), "en", "the cookie's");
    assert_eq!(language(&asking_for(&ada, "/", "id")), "id", "the header's");
    let id = app.user("ada").id;
    app.write(|tx| users::choose_language(tx, id, Some(Language::English)));
    assert_eq!(language(&asking_for(&ada, "/", "id")), "en", "the setting's");
    let other = app.signed_in("ada").with_cookie("language=fil".to_owned());
    assert_eq!(language(&asking_for(&other, "/threads", "id")), "en", "the setting's");
}

#[test]
fn the_footer_changes_the_language_of_the_page_that_one_reads() {
    let app = TestApp::spawn();
    let visitor = app.visitor();
    let chosen = choose(&visitor, "/threads?is=open", "id");
    assert_eq!(
        (chosen.status, chosen.location().as_deref()),
        (303, Some("/threads?is=open"))
    );
    let page = visitor.get("/threads?is=open");
    assert_eq!(language(&page), "id");
    assert!(page.has(".languages [lang=id][aria-current=true]"));
    assert_eq!(
        page.texts(".languages button"),
        ["English", "Bahasa Indonesia", "Filipino"]
    );
    // A fault speaks it too, and the page of a refused form leads back to where the form was.
    assert_eq!(language(&visitor.get("/nowhere")), "id");
    let headers = [
        ("referer", "http://forum.localhost/sign-in?back=/tags"),
        ("sec-fetch-site", "same-origin"),
    ];
    let body = ("application/x-www-form-urlencoded", &b"email=x&password=y&back="[..]);
    let refused = visitor.send_with("POST", "/sign-in", &headers, Some(body)).unwrap();
    assert_eq!(refused.attributes(".languages [name=back]", "value").len(), 1);
}

#[test]
fn somebody_who_is_signed_in_keeps_the_choice_wherever_they_read() {
    let app = TestApp::spawn();
    let (here, there) = (app.signed_in("ada"), app.signed_in("ada"));
    let saved = here.submit("/settings", "main form[action='/language']", &[("language", "fil")]);
    assert_eq!(saved.location().as_deref(), Some("/settings"));
    assert_eq!(app.user("ada").language, Some(Language::Filipino));
    assert_eq!(language(&asking_for(&there, "/", "id")), "fil");
    assert!(here.get("/settings").has("#language option[value=fil][selected]"));
    let left = here.submit("/settings", "main form[action='/language']", &[("language", "browser")]);
    assert_eq!(left.status, 303);
    assert_eq!(app.user("ada").language, None);
    assert_eq!(language(&asking_for(&here, "/", "id")), "id", "the browser's again");
}

#[test]
fn nobody_is_led_away_and_no_language_is_made_up() {
    let app = TestApp::spawn();
    let visitor = app.visitor();
    for back in ["https://evil.example/", "//evil.example", "/\\evil.example", "evil", ""] {
        let page = visitor.post("/language", &[("language", "id"), ("back", back)]);
        assert_eq!(page.location().as_deref(), Some("/"), "{back}");
    }
    for made_up in ["", "xx", "EN", "id-ID", "../en"] {
        let page = app.visitor().post("/language", &[("language", made_up), ("back", "/")]);
        assert_eq!(page.status, 400, "{made_up}");
        let reader = app.visitor().with_cookie(format!("language={made_up}"));
        assert_eq!(language(&asking_for(&reader, "/", "id")), "id", "{made_up}");
    }
}

#[test]
fn letters_speak_the_language_of_who_gets_them() {
    let app = TestApp::spawn();
    let forget = || {
        let asked = app
            .visitor()
            .submit("/forgotten-password", "form.form", &[("email", "ada@example.com")]);
        assert_eq!(asked.status, 200);
        app.letters().remove(0)
    };
    assert!(forget().text.contains("Hello"));
    speak(&app, Language::Indonesian);
    assert!(forget().text.contains("Halo"), "the forum's, when they chose none");
    let id = app.user("ada").id;
    app.write(|tx| users::choose_language(tx, id, Some(Language::Filipino)));
    let letter = forget();
    assert!(letter.text.contains("Kumusta") && letter.html.contains("<html lang=\"fil\" dir=\"ltr\">"));
}

#[test]
fn whoever_signs_up_keeps_the_language_that_they_chose_before() {
    let app = TestApp::spawn();
    let visitor = app.visitor();
    choose(&visitor, "/sign-up", "id");
    let fields = [
        ("name", "Gita"),
        ("email", "gita@example.com"),
        ("password", "a good long one"),
    ];
    assert_eq!(visitor.submit("/sign-up", "main form", &fields).status, 303);
    let letter = app.letters().remove(0);
    assert!(letter.text.contains("Halo Gita"), "{}", letter.text);
    let link = letter
        .text
        .lines()
        .find(|line| line.contains("/sign-up/confirm/"))
        .unwrap();
    let path = link.split_once("localhost").unwrap().1;
    assert_eq!(app.visitor().submit(path, "main form", &[]).status, 303);
    assert_eq!(app.user("gita").language, Some(Language::Indonesian));
}

#[test]
fn a_phrase_that_a_language_lacks_is_counted_at_the_figures() {
    let app = TestApp::spawn();
    let figure = || {
        let page = app.visitor().get("/metrics");
        let line = page
            .body
            .lines()
            .find(|line| line.starts_with("tanya_missing_phrases_total"));
        line.unwrap().split(' ').next_back().unwrap().to_owned()
    };
    assert_eq!(figure(), "0");
    let phrases = app.site.languages.speak(Language::Indonesian);
    assert_eq!(phrases.say("no-such-phrase"), "no-such-phrase");
    assert_eq!((figure(), figure()), ("1".to_owned(), "1".to_owned()));
}
