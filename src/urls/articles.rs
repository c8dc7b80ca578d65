//! Addresses of articles and their sections.

use super::{Urls, encode, with_query};
use crate::domain::cursor::Cursor;
use crate::domain::guide::Walk;
use crate::domain::id::{ArticleId, ReplyId, SectionId};
use crate::domain::slug::slug;

impl Urls {
    fixed! {
        /// The sections of the knowledge base.
        articles = "/articles";
        /// What is asked most, with short answers.
        frequent_questions = "/articles/faq";
        /// The form of a new article.
        new_article = "/articles/new";
        /// How a new article will look, without a script.
        preview_new_article = "/articles/new/preview";
        /// What needs a hand among the articles.
        article_desk = "/moderation/articles";
        /// The sections, to be put in order.
        admin_sections = "/admin/sections";
        /// A new section.
        admin_new_section = "/admin/sections/new";
    }

    /// An article.
    pub fn article(&self, id: ArticleId, title: &str) -> String {
        format!("/articles/{id}/{}", encode(&slug(title)))
    }

    /// Something of an article: `edit`, `history`, `opinion` …
    pub fn article_part(&self, id: ArticleId, part: &str) -> String {
        format!("/articles/{id}/-/{part}")
    }

    /// The step of a guide at which a walk stands: its heading, so that reading goes on there.
    pub fn guide_step(&self, id: ArticleId, title: &str, walk: &Walk) -> String {
        if walk.taken().is_empty() {
            return format!("{}#step", self.article(id, title));
        }
        format!("/articles/{id}/-/guide?done={walk}#step")
    }

    /// The form of a new thread, with what was done of a guide written into it.
    pub fn ask_from_guide(&self, id: ArticleId, walk: &Walk) -> String {
        with_query(self.new_thread(), &[format!("guide={id}"), format!("done={walk}")])
    }

    /// A section, from a position on.
    pub fn section(&self, id: SectionId, name: &str, after: Option<Cursor>) -> String {
        let pairs: Vec<String> = after
            .map(|after| format!("after={}", after.encode()))
            .into_iter()
            .collect();
        with_query(format!("/articles/sections/{id}/{}", encode(&slug(name))), &pairs)
    }

    /// The form of a new article in a section.
    pub fn new_article_in(&self, id: SectionId) -> String {
        with_query(self.new_article(), &[format!("section={id}")])
    }

    /// The form of a new article with a title that was typed elsewhere.
    pub fn new_article_about(&self, typed: &str) -> String {
        with_query(self.new_article(), &[format!("title={}", encode(typed))])
    }

    /// A section's form.
    pub fn admin_section(&self, id: SectionId) -> String {
        format!("/admin/sections/{id}")
    }

    /// Something of a section: `up`, `down`, `delete`.
    pub fn admin_section_part(&self, id: SectionId, part: &str) -> String {
        format!("/admin/sections/{id}/{part}")
    }
}

/// An article named by its number or by any of its addresses, as people paste it.
pub fn article_named(text: &str) -> Option<ArticleId> {
    let text = text.trim().trim_start_matches('#');
    let after = text.split_once("/articles/").map_or(text, |(_, rest)| rest);
    after
        .split(['/', '?', '#'])
        .next()
        .and_then(|number| number.parse().ok())
}

/// The articles that links in HTML lead to, below the address `base` or without one; each once, eight at most.
pub fn articles_linked(html: &str, base: &str) -> Vec<ArticleId> {
    const MOST: usize = 8;
    let mut found = Vec::new();
    for link in html.split("href=\"").skip(1) {
        let address = link.split('"').next().unwrap_or_default();
        let path = address.strip_prefix(base).unwrap_or(address);
        let id = path.strip_prefix("/articles/").and_then(|_| article_named(path));
        if let Some(id) = id.filter(|id| !found.contains(id) && found.len() < MOST) {
            found.push(id);
        }
    }
    found
}

/// The answers that links in HTML lead to, below the address `base` or without one; each once, a hundred at most.
///
/// An answer's address is its own one, or its place on its thread's page.
pub fn replies_linked(html: &str, base: &str) -> Vec<ReplyId> {
    const MOST: usize = 100;
    let mut found = Vec::new();
    for link in html.split("href=\"").skip(1) {
        let address = link.split('"').next().unwrap_or_default();
        let path = address.strip_prefix(base).unwrap_or(address);
        let named = path.strip_prefix("/replies/");
        let on_page = path
            .strip_prefix("/threads/")
            .and_then(|rest| rest.split_once("?reply="))
            .map(|(_, id)| id);
        let id = named
            .or(on_page)
            .and_then(|rest| rest.split(['/', '?', '#', '&']).next()?.parse().ok());
        if let Some(id) = id.filter(|id| !found.contains(id) && found.len() < MOST) {
            found.push(id);
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_article_is_named_by_its_number_or_by_any_of_its_addresses() {
        for text in ["7", " #7 ", "/articles/7/x", "https://forum.example/articles/7?a#b"] {
            assert_eq!(article_named(text), Some(ArticleId::stored(7)), "{text}");
        }
        for text in ["", "x", "/articles/faq", "/articles/0", "0", "-7"] {
            assert_eq!(article_named(text), None, "{text}");
        }
    }

    #[test]
    fn links_to_answers_of_this_site_are_found_in_a_text() {
        let html = "<a href=\"/replies/7\">a</a> <a href=\"https://f.example/replies/8#x\">b</a> \
            <a href=\"https://other.example/replies/9\">c</a> <a href=\"/threads/3/x?reply=10#reply-10\">d</a> \
            <a href=\"/threads/3/x\">e</a> <a href=\"/replies/7\">a</a>";
        let found: Vec<i64> = replies_linked(html, "https://f.example")
            .iter()
            .map(|id| id.get())
            .collect();
        assert_eq!(found, [7, 8, 10]);
    }

    #[test]
    fn links_to_articles_of_this_site_are_found_in_a_text() {
        let html = "<a href=\"/articles/7/x\">a</a> <a href=\"https://f.example/articles/8\" rel=\"x\">b</a> \
            <a href=\"https://other.example/articles/9\">c</a> /articles/10 <a href=\"/articles/7\">a</a>";
        let found: Vec<i64> = articles_linked(html, "https://f.example")
            .iter()
            .map(|id| id.get())
            .collect();
        assert_eq!(found, [7, 8]);
    }
}
