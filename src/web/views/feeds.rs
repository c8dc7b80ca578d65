//! Atom feeds: <https://www.rfc-editor.org/rfc/rfc4287>. Links are whole, as readers of feeds stand on no page of ours.

use std::io::Write;

use chrono::{DateTime, SecondsFormat, Utc};
use quick_xml::Writer;
use quick_xml::events::{BytesDecl, BytesText, Event};
use url::Url;

use crate::store::authors::Author;
use crate::store::feeds::{ArticleEntry, ReplyEntry, ThreadEntry};
use crate::text::SafeHtml;
use crate::text::absolute::with_whole_addresses;
use crate::text::phrases::Phrases;
use crate::urls::Urls;

/// What a feed is about.
pub struct Feed<'a> {
    /// The addresses of the site.
    pub urls: &'a Urls,
    /// The site's own language.
    pub phrases: &'a Phrases,
    /// The name of the site.
    pub site_name: &'a str,
    /// Its title.
    pub title: String,
    /// The path of the feed itself.
    pub path: String,
    /// The path of the page that tells the same.
    pub page: String,
}

/// An entry, whatever it tells of.
struct Entry<'a> {
    id: String,
    address: String,
    title: String,
    author: &'a Author,
    published_at: DateTime<Utc>,
    updated_at: DateTime<Utc>,
    tags: &'a [String],
    body: &'a SafeHtml,
}

type Written = Result<(), std::io::Error>;

impl Feed<'_> {
    /// The feed of these threads.
    pub fn of_threads(&self, threads: &[ThreadEntry]) -> Result<String, std::io::Error> {
        let entries: Vec<Entry<'_>> = threads.iter().map(|entry| self.thread(entry)).collect();
        self.write(&entries)
    }

    fn thread<'a>(&self, entry: &'a ThreadEntry) -> Entry<'a> {
        let thread = &entry.thread;
        Entry {
            id: self.urls.absolute(&self.urls.thread_without_title(thread.id)),
            address: self.urls.absolute(&self.urls.thread(thread.id, &thread.title)),
            title: thread.title.clone(),
            author: &thread.author,
            published_at: thread.created_at,
            updated_at: entry.updated_at,
            tags: &thread.tags,
            body: &entry.body,
        }
    }

    /// The feed of these replies.
    pub fn of_replies(&self, replies: &[ReplyEntry]) -> Result<String, std::io::Error> {
        let entries: Vec<Entry<'_>> = replies.iter().map(|entry| self.reply(entry)).collect();
        self.write(&entries)
    }

    fn reply<'a>(&self, entry: &'a ReplyEntry) -> Entry<'a> {
        let address = self.urls.absolute(&self.urls.reply(entry.id));
        let values = [("author", self.name_of(&entry.author).into())];
        Entry {
            id: address.clone(),
            address,
            title: self.phrases.tell("feed-reply-by", &values),
            author: &entry.author,
            published_at: entry.created_at,
            updated_at: entry.updated_at,
            tags: &[],
            body: &entry.body,
        }
    }

    /// The feed of these articles.
    pub fn of_articles(&self, articles: &[ArticleEntry]) -> Result<String, std::io::Error> {
        let entries: Vec<Entry<'_>> = articles.iter().map(|entry| self.article(entry)).collect();
        self.write(&entries)
    }

    fn article<'a>(&self, entry: &'a ArticleEntry) -> Entry<'a> {
        Entry {
            id: self.urls.absolute(&self.urls.article_without_title(entry.id)),
            address: self.urls.absolute(&self.urls.article(entry.id, &entry.title)),
            title: entry.title.clone(),
            author: &entry.author,
            published_at: entry.published_at,
            updated_at: entry.updated_at,
            tags: &[],
            body: &entry.body,
        }
    }

    fn write(&self, entries: &[Entry<'_>]) -> Result<String, std::io::Error> {
        let mut xml = Writer::new(Vec::new());
        xml.write_event(Event::Decl(BytesDecl::new("1.0", Some("utf-8"), None)))?;
        let feed = xml.create_element("feed").with_attributes([
            ("xmlns", "http://www.w3.org/2005/Atom"),
            ("xml:lang", self.phrases.language()),
        ]);
        feed.write_inner_content(|xml| self.write_inside(xml, entries))?;
        String::from_utf8(xml.into_inner()).map_err(std::io::Error::other)
    }

    fn write_inside<W: Write>(&self, xml: &mut Writer<W>, entries: &[Entry<'_>]) -> Written {
        let own = self.urls.absolute(&self.path);
        let updated_at = entries.iter().map(|entry| entry.updated_at).max();
        text(xml, "id", &own)?;
        text(xml, "title", &format!("{} · {}", self.title, self.site_name))?;
        text(xml, "updated", &at(updated_at.unwrap_or_default()))?;
        link(xml, "self", "application/atom+xml", &own)?;
        link(xml, "alternate", "text/html", &self.urls.absolute(&self.page))?;
        text(xml, "generator", "Tanya")?;
        entries.iter().try_for_each(|entry| {
            let element = xml.create_element("entry");
            element
                .write_inner_content(|xml| self.write_entry(xml, entry))
                .map(|_| ())
        })
    }

    fn write_entry<W: Write>(&self, xml: &mut Writer<W>, entry: &Entry<'_>) -> Written {
        text(xml, "id", &entry.id)?;
        text(xml, "title", &entry.title)?;
        link(xml, "alternate", "text/html", &entry.address)?;
        text(xml, "published", &at(entry.published_at))?;
        text(xml, "updated", &at(entry.updated_at))?;
        let author = xml.create_element("author");
        author.write_inner_content(|xml| {
            text(xml, "name", &self.name_of(entry.author))?;
            match entry.author.id.zip(entry.author.name.as_deref()) {
                Some((id, name)) => text(xml, "uri", &self.urls.absolute(&self.urls.user(id, name))),
                None => Ok(()),
            }
        })?;
        for tag in entry.tags {
            xml.create_element("category")
                .with_attribute(("term", tag.as_str()))
                .write_empty()?;
        }
        let body = match Url::parse(&entry.address) {
            Ok(address) => with_whole_addresses(entry.body, &address),
            Err(error) => return Err(std::io::Error::other(error)),
        };
        let content = xml.create_element("content").with_attribute(("type", "html"));
        content.write_text_content(BytesText::new(&allowed(&body)))?;
        Ok(())
    }

    fn name_of(&self, author: &Author) -> String {
        let name = author.name.clone();
        name.unwrap_or_else(|| self.phrases.say("former-member"))
    }
}

/// When the newest of the threads changed.
pub fn threads_changed_at(threads: &[ThreadEntry]) -> Option<DateTime<Utc>> {
    threads.iter().map(|entry| entry.updated_at).max()
}

/// When the newest of the replies changed.
pub fn replies_changed_at(replies: &[ReplyEntry]) -> Option<DateTime<Utc>> {
    replies.iter().map(|entry| entry.updated_at).max()
}

/// When the newest of the articles changed.
pub fn articles_changed_at(articles: &[ArticleEntry]) -> Option<DateTime<Utc>> {
    articles.iter().map(|entry| entry.updated_at).max()
}

fn text<W: Write>(xml: &mut Writer<W>, name: &str, value: &str) -> Written {
    let element = xml.create_element(name);
    element.write_text_content(BytesText::new(&allowed(value))).map(|_| ())
}

fn link<W: Write>(xml: &mut Writer<W>, relation: &str, kind: &str, address: &str) -> Written {
    let attributes = [("rel", relation), ("type", kind), ("href", address)];
    xml.create_element("link")
        .with_attributes(attributes)
        .write_empty()
        .map(|_| ())
}

/// The text without what XML knows no way to write: control characters, which people do paste.
fn allowed(text: &str) -> String {
    let is_allowed = |c: &char| matches!(c, '\t' | '\n' | '\r' | ' '..='\u{FFFD}' | '\u{10000}'..);
    text.chars().filter(is_allowed).collect()
}

fn at(time: DateTime<Utc>) -> String {
    time.to_rfc3339_opts(SecondsFormat::Secs, true)
}
