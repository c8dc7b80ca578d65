//! Every form of every page with anything in its fields: a clear answer, and nothing that was typed is lost.

use tanya::web::routes::TABLE;

use crate::routes::{World, example};
use crate::support::{Client, FilledForm, Page};

/// The longest body of a post.
const LONGEST_BODY: usize = 64 * 1024;

/// A form whose every field is there, with one of them changed.
fn with(form: &FilledForm, name: &str, value: &str) -> FilledForm {
    form.clone().with(&[(name, value)])
}

/// Every form of every page that this viewer can open, once.
fn forms_of(world: &World, browser: &Client) -> Vec<FilledForm> {
    let mut forms: Vec<FilledForm> = Vec::new();
    for route in TABLE.iter().filter(|route| route.method == "GET") {
        let page = browser.visit(&example(world, route.path));
        for form in page
            .forms()
            .into_iter()
            // Those of the page of all components lead nowhere.
            .filter(|form| form.is_post && !form.written.is_empty() && !form.action.starts_with('#'))
        {
            let is_known = forms.iter().any(|known| shape(known) == shape(&form));
            if !is_known {
                forms.push(form);
            }
        }
    }
    forms
}

/// What makes two forms the same form for different things.
fn shape(form: &FilledForm) -> (String, Vec<String>) {
    let action = form.action.split(|c: char| c.is_ascii_digit()).collect();
    (action, form.fields.iter().map(|(name, _)| name.clone()).collect())
}

#[test]
fn every_field_of_every_form_takes_anything_and_loses_nothing() {
    let world = World::new();
    let longest = "x".repeat(LONGEST_BODY);
    let texts = [
        longest.clone(),
        format!("{longest}x"),
        "é".repeat(LONGEST_BODY / 2 + 1),
        "a\0b".to_owned(),
        "a\u{1b}[31mb".to_owned(),
        " ".to_owned(),
        "\u{202e}\u{200b}".to_owned(),
        "<script>alert(1)</script>".to_owned(),
        "'; drop table users; --".to_owned(),
    ];
    for viewer in ["", "ada", "root"] {
        let browser = world.browser(viewer);
        for form in forms_of(&world, &browser) {
            for name in &form.written {
                for text in &texts {
                    let filled = with(&form, name, text);
                    // Previews first: what is sent may end the form.
                    let previews = form.ways.iter().map(|way| filled.clone().pressing(way));
                    for filled in previews.chain([filled.clone()]) {
                        let page = world.browser(viewer).send_form(&filled);
                        let what: String = text.chars().take(20).collect();
                        let what = format!("{name} = {what:?} ({} bytes) as {viewer:?}:", text.len());
                        let what = format!("{what} {} {}", filled.action, page.status);
                        assert!(page.status < 500, "{what}\n{}", page.body);
                        check_kept(&page, &form, name, text, &what);
                    }
                }
            }
        }
    }
}

/// The parser of HTML puts another character in the place of a null, as browsers do.
fn comparable(text: &str) -> String {
    text.replace(['\0', '\u{fffd}', '\r'], "").trim().to_owned()
}

/// A form that was refused shows what was typed, beside what is wrong with it; any other refusal gives it back.
fn check_kept(page: &Page, form: &FilledForm, name: &str, text: &str, what: &str) {
    let is_secret = name.contains("password") || name.contains("code");
    if page.status != 422 {
        let texts = page
            .forms()
            .into_iter()
            .filter_map(|form| form.value(name).map(comparable));
        // Below a fault it stands in a field of its own, outside of any form.
        let below = page
            .texts("textarea[readonly]")
            .into_iter()
            .map(|kept| comparable(&kept));
        let is_given_back = texts.into_iter().chain(below).any(|known| known == comparable(text));
        // A link that an earlier text has used up is gone, with its form.
        let is_used_up = page.status == 410;
        let is_refused = page.status >= 400 && !is_used_up && !is_secret && !text.trim().is_empty();
        assert!(
            !is_refused || is_given_back,
            "{what} lost what was typed\n{}",
            page.body
        );
        return;
    }
    assert!(
        page.has("[role=alert], .error, .problem, [aria-invalid=true]"),
        "{what} {} says nothing",
        form.action
    );
    for said in page.texts(".problems li") {
        assert!(
            said.contains(": "),
            "{what} {} does not name the field: {said}",
            form.action
        );
    }
    let again = page
        .forms()
        .into_iter()
        .find(|again| again.action.split('?').next() == form.action.split('?').next());
    let again = again.unwrap_or_else(|| panic!("{what} {} is gone\n{}", form.action, page.body));
    let kept = again.value(name).map(comparable);
    if !is_secret {
        assert_eq!(
            kept,
            Some(comparable(text)),
            "{what} {} lost what was typed",
            form.action
        );
    }
    // Which version of a document a form follows, and what else it shows meanwhile, is the forum's to say: nobody typed it.
    let is_typed =
        |other: &str| other != name && !["after", "seen", "shown"].contains(&other) && !other.contains("password");
    for (other, value) in form.fields.iter().filter(|(other, _)| is_typed(other)) {
        // Of boxes that share a name each is kept.
        let is_kept = again.fields.iter().any(|(name, kept)| name == other && kept == value);
        assert!(is_kept, "{what} {} lost {other}: {value}", form.action);
    }
}
