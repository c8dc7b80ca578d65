//! Addresses that machines read: feeds, sitemaps, pictures.

use super::{Urls, encode};
use crate::domain::id::{ArticleId, ThreadId};

impl Urls {
    fixed! {
        /// What robots may read.
        robots = "/robots.txt";
        /// Every address that search engines should know.
        sitemap = "/sitemap.xml";
        /// The part of the sitemap that lists no threads.
        sitemap_of_pages = "/sitemaps/pages.xml";
        /// The newest threads, as a feed.
        feed_of_all = "/feeds/all.atom";
        /// The newest questions that nobody has answered, as a feed.
        feed_of_unanswered = "/feeds/unanswered.atom";
        /// The newest articles, as a feed.
        feed_of_articles = "/feeds/articles.atom";
        /// How browsers search here.
        search_description = "/opensearch.xml";
    }

    /// What robots need not read, in the words of `robots.txt`: what is for people only, and the same in another order.
    pub fn closed_to_robots(&self) -> &'static [&'static str] {
        &[
            "/sign-in",
            "/sign-up",
            "/forgotten-password",
            "/reset-password/",
            "/claim/",
            "/letters/",
            "/set-up",
            "/settings",
            "/admin",
            "/moderation/",
            "/reports/",
            "/preview",
            "/tags/complete",
            "/threads/new/preview",
            "/threads/*/-/edit",
            "/threads/*/-/suggested",
            "/threads/*/-/history",
            "/threads/*/-/comments",
            "/replies/*/edit",
            "/replies/*/history",
            "/replies/*/comments",
            "/articles/*/-/",
            "/*?*sort=",
            "/*?*order=",
            "/*?*q=",
        ]
    }

    /// An embedded file by its hashed name.
    pub fn asset(&self, hashed_name: &str) -> String {
        format!("/assets/{hashed_name}")
    }

    /// A part of the sitemap that lists threads, from 1.
    pub fn sitemap_of_threads(&self, number: i64) -> String {
        format!("/sitemaps/threads-{number}.xml")
    }

    /// The newest threads of a category, as a feed.
    pub fn feed_of_category(&self, slug: &str) -> String {
        format!("/feeds/categories/{}.atom", encode(slug))
    }

    /// The newest threads with a tag, as a feed.
    pub fn feed_of_tag(&self, name: &str) -> String {
        format!("/feeds/tags/{}.atom", encode(name))
    }

    /// The newest replies of a thread, as a feed.
    pub fn feed_of_thread(&self, id: ThreadId) -> String {
        format!("/feeds/threads/{id}.atom")
    }

    /// An article whatever its title: its name in feeds.
    pub fn article_without_title(&self, id: ArticleId) -> String {
        format!("/articles/{id}")
    }

    /// A thread whatever its title: its name in feeds.
    pub fn thread_without_title(&self, id: ThreadId) -> String {
        format!("/threads/{id}")
    }

    /// The picture that stands for a thread elsewhere; what it shows is in the hash.
    pub fn thread_picture(&self, id: ThreadId, hash: &str) -> String {
        format!("/threads/{id}/-/picture-{hash}.png")
    }
}
