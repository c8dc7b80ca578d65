//! Articles in several languages: lists name each once, as its reader reads it.

use tanya::domain::article::{ArticleInput, ArticleState};
use tanya::domain::id::ArticleId;

use crate::support::TestApp;

#[test]
fn lists_name_an_article_once_in_the_language_of_the_reader() {
    let app = TestApp::spawn();
    let (section, original) = app.by("cat", |cat| {
        let section = cat.section("Devices", None)?;
        cat.article(section, "How do I close the box?", "public")?;
        Ok((section, cat.article(section, "How do I open the box?", "public")?))
    });
    let input = |title: &str, language: &str, audience: &str, original: ArticleId| ArticleInput {
        title: title.to_owned(),
        section: section.to_string(),
        audience: audience.to_owned(),
        language: language.to_owned(),
        original: original.to_string(),
        short_answer: "Tekan.".to_owned(),
        body: "Tekan tombolnya.".to_owned(),
        ..ArticleInput::default()
    };
    app.by("cat", |cat| {
        let id = cat.draft_of(&input("Bagaimana membuka kotak?", "id", "public", original))?;
        cat.bring(id, ArticleState::Draft, ArticleState::Published)?;
        let hidden = cat.draft_of(&input("Paano buksan ang kahon?", "fil", "signed_in", original))?;
        cat.bring(hidden, ArticleState::Draft, ArticleState::Published)
    });
    for (language, open) in [
        ("en", "How do I open the box?"),
        ("id", "Bagaimana membuka kotak?"),
        // The Filipino version is not for visitors: they are shown the original.
        ("fil", "How do I open the box?"),
    ] {
        let visitor = app.visitor().with_cookie(format!("language={language}"));
        for (page, titles) in [
            ("/articles", ".article-row .thread-title"),
            ("/articles/faq", ".faq dt"),
        ] {
            let named = visitor.visit(page).texts(titles);
            assert_eq!(named.len(), 2, "{language}, {page}: {named:?}");
            assert!(named.iter().any(|title| title == open), "{language}, {page}: {named:?}");
            assert!(
                named.iter().any(|title| title == "How do I close the box?"),
                "{named:?}"
            );
        }
    }
    // A section holds what stands in it, and says in which language.
    let listed = app.visitor().visit(&format!("/articles/sections/{section}/devices"));
    assert_eq!(
        listed.texts(".article-row [lang=id]").last().map(String::as_str),
        Some("Bahasa Indonesia")
    );
}
