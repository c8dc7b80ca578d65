//! The only place that formats a path.
//!
//! What belongs here: every address of the site, as a path or, for letters and machines, whole. The patterns that the
//! server listens to stand in `web/routes.rs`.

mod given;
mod groups;
mod keeper;
mod letters;
mod settings;

use crate::domain::cursor::Cursor;
use crate::domain::id::{CommentId, JobId, ReplyId, ThreadId, UserId};
use crate::domain::slug::slug;
use crate::domain::thread::{Is, Sort};
use crate::domain::token::Token;

pub use articles::{article_named, articles_linked, replies_linked};
pub use finding::{FOUND, subject_at};
pub use given::{is_local_path, thread_named};
pub use letters::is_of_letter;
pub use notifications::person_linked;
pub use uploads::{PictureAddress, are_choices, shows_undescribed, upload_at, uploads_shown};

/// Makes addresses, all below the public address of the site.
#[derive(Debug, Clone)]
pub struct Urls {
    base: String,
}

/// What a list of threads is asked for, in the words of its address.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct ThreadsQuery<'a> {
    /// Where the threads stand.
    pub is: Option<Is>,
    /// A category's slug.
    pub category: Option<&'a str>,
    /// A tag's name.
    pub tag: Option<&'a str>,
    /// The order; the default one is left out.
    pub sort: Option<Sort>,
    /// Where the page begins.
    pub after: Option<Cursor>,
}

macro_rules! fixed {
    ($($(#[$meta:meta])* $name:ident = $path:literal;)+) => {
        $($(#[$meta])* pub fn $name(&self) -> String { $path.to_owned() })+
    };
}

mod articles;
mod asking;
mod curating;
mod desk;
mod digests;
mod finding;
mod machines;
mod merging;
mod notifications;
mod repeats;
mod reports;
mod uploads;
mod watching;

impl Urls {
    /// Addresses below `base`, such as `https://forum.example.com`.
    pub fn new(base: &url::Url) -> Self {
        Self {
            base: base.as_str().trim_end_matches('/').to_owned(),
        }
    }

    /// A path as a whole address, for letters and machines.
    pub fn absolute(&self, path: &str) -> String {
        format!("{}{path}", self.base)
    }

    /// Whether browsers reach the site by TLS.
    pub fn is_secure(&self) -> bool {
        self.base.starts_with("https:")
    }

    /// Whether only this machine reaches the site, as while it is being built.
    pub fn is_loopback(&self) -> bool {
        let host = url::Url::parse(&self.base).ok();
        match host.as_ref().and_then(url::Url::host) {
            Some(url::Host::Domain(name)) => name == "localhost" || name.ends_with(".localhost"),
            Some(url::Host::Ipv4(address)) => address.is_loopback(),
            Some(url::Host::Ipv6(address)) => address.is_loopback(),
            None => false,
        }
    }

    /// Scheme, host and port, as browsers write it in `Origin`.
    pub fn origin(&self) -> String {
        url::Url::parse(&self.base)
            .map(|url| url.origin().ascii_serialization())
            .unwrap_or_default()
    }

    fixed! {
        /// The stream of what is new.
        live = "/live";
        /// The home page.
        home = "/";
        /// All threads.
        threads = "/threads";
        /// Choose the language.
        language = "/language";
        /// The ask form.
        new_thread = "/threads/new";
        /// The preview of a text that is being written.
        preview = "/preview";
        /// The preview of a thread that is being written, without a script.
        preview_new_thread = "/threads/new/preview";
        /// All tags.
        tags = "/tags";
        /// Completion of tags.
        tag_completion = "/tags/complete";
        /// Sign in.
        sign_in = "/sign-in";
        /// Sign out.
        sign_out = "/sign-out";
        /// Sign up.
        sign_up = "/sign-up";
        /// Where to look for the letter.
        sign_up_sent = "/sign-up/sent";
        /// Forgot the password.
        forgotten_password = "/forgotten-password";
        /// One's own settings.
        settings = "/settings";
        /// Change the password.
        change_password = "/settings/password";
        /// Sign out everywhere else.
        end_other_sessions = "/settings/sessions/end";
        /// The first administrator.
        set_up = "/set-up";
        /// Who may do what.
        permissions = "/about/permissions";
        /// The keys that lead somewhere.
        shortcuts = "/about/shortcuts";
        /// Searches without an answer.
        searches = "/reports/searches";
        /// The administration's front page.
        admin = "/admin";
        /// The settings of the forum.
        admin_settings = "/admin/settings";
        /// How the forum looks.
        admin_appearance = "/admin/appearance";
        /// How it would look.
        admin_appearance_preview = "/admin/appearance/preview";
        /// Takes the picture out of the header.
        admin_remove_logo = "/admin/appearance/remove-logo";
        /// Terms, privacy and imprint.
        admin_documents = "/admin/documents";
        /// Agrees to the documents in force.
        consent = "/consent";
        /// Every component, for those who build the forum.
        design = "/design";
        /// The categories.
        admin_categories = "/admin/categories";
        /// A new category.
        admin_new_category = "/admin/categories/new";
        /// The tags.
        admin_tags = "/admin/tags";
        /// The people.
        admin_people = "/admin/people";
        /// The jobs.
        admin_jobs = "/admin/jobs";
    }

    /// A list of threads.
    pub fn threads_where(&self, query: &ThreadsQuery<'_>) -> String {
        self.with_threads_query("/threads", query)
    }

    /// A list of threads below another address, such as a category's.
    pub fn with_threads_query(&self, path: &str, query: &ThreadsQuery<'_>) -> String {
        let mut pairs = Vec::new();
        let mut add = |name: &str, value: &str| pairs.push(format!("{name}={}", encode(value)));
        if let Some(is) = query.is {
            add("is", is.as_str());
        }
        if let Some(category) = query.category {
            add("category", category);
        }
        if let Some(tag) = query.tag {
            add("tag", tag);
        }
        if let Some(sort) = query.sort.filter(|sort| *sort != Sort::Active) {
            add("sort", sort.as_str());
        }
        if let Some(after) = query.after {
            add("after", &after.encode());
        }
        with_query(path.to_owned(), &pairs)
    }

    /// A thread.
    pub fn thread(&self, id: ThreadId, title: &str) -> String {
        format!("/threads/{id}/{}", encode(&slug(title)))
    }

    /// Something of a thread: `edit`, `replies`, `accept` …
    pub fn thread_part(&self, id: ThreadId, part: &str) -> String {
        format!("/threads/{id}/-/{part}")
    }

    /// Asks whether a thread has more replies than are known.
    pub fn newest_reply(&self, id: ThreadId, known: i64) -> String {
        format!("/threads/{id}/-/newest?known={known}")
    }

    /// A thread with the answer form holding a quotation of one of its posts: `question`, or `reply-12`.
    pub fn thread_quoting(&self, id: ThreadId, title: &str, post: &str) -> String {
        format!("{}?quote={}#answer", self.thread(id, title), encode(post))
    }

    /// The ask form with a category already chosen.
    pub fn new_thread_in(&self, category: &str) -> String {
        format!("/threads/new?category={}", encode(category))
    }

    /// A reply's permanent address.
    pub fn reply(&self, id: ReplyId) -> String {
        format!("/replies/{id}")
    }

    /// Where a reply stands on its thread's page.
    pub fn reply_on_page(&self, thread: ThreadId, title: &str, id: ReplyId) -> String {
        format!("{}?reply={id}#reply-{id}", self.thread(thread, title))
    }

    /// Something of a reply: `edit`, `vote` …
    pub fn reply_part(&self, id: ReplyId, part: &str) -> String {
        format!("/replies/{id}/{part}")
    }

    /// A comment's permanent address.
    pub fn comment(&self, id: CommentId) -> String {
        format!("/comments/{id}")
    }

    /// Where a comment stands on a page that shows it.
    pub fn comment_on_page(&self, page: &str, id: CommentId) -> String {
        format!("{page}#comment-{id}")
    }

    /// Where a reply's comment stands on its thread's page.
    pub fn comment_on_reply_on_page(&self, thread: ThreadId, title: &str, reply: ReplyId, id: CommentId) -> String {
        format!("{}?reply={reply}#comment-{id}", self.thread(thread, title))
    }

    /// Something of a comment: `edit`, `delete` …
    pub fn comment_part(&self, id: CommentId, part: &str) -> String {
        format!("/comments/{id}/{part}")
    }

    /// A page of all tags, or of those that begin so.
    pub fn tags_page(&self, beginning: &str, page: i64) -> String {
        let mut pairs = Vec::new();
        if !beginning.is_empty() {
            pairs.push(format!("q={}", encode(beginning)));
        }
        if page > 0 {
            pairs.push(format!("page={page}"));
        }
        with_query("/tags".to_owned(), &pairs)
    }

    /// A thread's page with its replies in this order (`helpful`, `oldest`), from a position on.
    pub fn replies_of(&self, thread: &str, order: Option<&str>, after: Option<Cursor>) -> String {
        let mut pairs = Vec::new();
        pairs.extend(order.map(|order| format!("order={order}")));
        pairs.extend(after.map(|after| format!("after={}", after.encode())));
        let fragment = "#replies";
        format!("{}{fragment}", with_query(thread.to_owned(), &pairs))
    }

    /// A category.
    pub fn category(&self, slug: &str) -> String {
        format!("/categories/{}", encode(slug))
    }

    /// A tag.
    pub fn tag(&self, name: &str) -> String {
        format!("/tags/{}", encode(name))
    }

    /// A person.
    pub fn user(&self, id: UserId, name: &str) -> String {
        format!("/users/{id}/{}", encode(&slug(name)))
    }

    /// The sign-in form that leads back to a path of this site.
    pub fn sign_in_and_return(&self, back: &str) -> String {
        returning(self.sign_in(), back)
    }

    /// The sign-up form; confirming the address leads back to a path of this site.
    pub fn sign_up_and_return(&self, back: &str) -> String {
        returning(self.sign_up(), back)
    }

    /// Where an address is confirmed; whole, for a letter.
    pub fn confirm_sign_up(&self, token: &Token) -> String {
        self.absolute(&format!("/sign-up/confirm/{}", token.reveal()))
    }

    /// Where a new password is chosen; whole, for a letter.
    pub fn reset_password(&self, token: &Token) -> String {
        self.absolute(&format!("/reset-password/{}", token.reveal()))
    }

    /// Where an imported account is claimed; whole, for an administrator to hand on.
    pub fn claim_account(&self, token: &Token) -> String {
        self.absolute(&format!("/claim/{}", token.reveal()))
    }

    /// The tags in order of use whose name begins so, from one of the pages (from 1).
    pub fn admin_tags_from(&self, beginning: &str, page: u16) -> String {
        let mut pairs = Vec::new();
        if !beginning.is_empty() {
            pairs.push(format!("q={}", encode(beginning)));
        }
        if page > 1 {
            pairs.push(format!("page={page}"));
        }
        with_query(self.admin_tags(), &pairs)
    }

    /// The people whose name begins so.
    pub fn admin_people_named(&self, beginning: &str) -> String {
        let pairs = [format!("q={}", encode(beginning))];
        with_query(self.admin_people(), if beginning.is_empty() { &[] } else { &pairs })
    }

    /// The jobs that were given up.
    pub fn admin_dead_jobs(&self) -> String {
        with_query(self.admin_jobs(), &["state=dead".to_owned()])
    }

    /// A category's form.
    pub fn admin_category(&self, slug: &str) -> String {
        format!("/admin/categories/{}", encode(slug))
    }

    /// Something of a tag.
    pub fn admin_tag_part(&self, name: &str, part: &str) -> String {
        format!("/admin/tags/{}/{part}", encode(name))
    }

    /// A person's form.
    pub fn admin_person(&self, id: UserId) -> String {
        format!("/admin/people/{id}")
    }

    /// Something of a person: `role`, `staff`, `suspend`, `claim-link` …
    pub fn admin_person_part(&self, id: UserId, part: &str) -> String {
        format!("/admin/people/{id}/{part}")
    }

    /// Gives a dead job another round.
    pub fn admin_job_retry(&self, id: JobId) -> String {
        format!("/admin/jobs/{id}/retry")
    }

    /// A path with a cursor: the next page of any list.
    pub fn page_after(&self, path: &str, after: Cursor) -> String {
        let joint = if path.contains('?') { '&' } else { '?' };
        format!("{path}{joint}after={}", after.encode())
    }
}

fn returning(address: String, back: &str) -> String {
    if back.is_empty() {
        address
    } else {
        format!("{address}?back={}", encode(back))
    }
}

fn with_query(path: String, pairs: &[String]) -> String {
    if pairs.is_empty() {
        path
    } else {
        format!("{path}?{}", pairs.join("&"))
    }
}

/// Percent-encodes one segment or value.
fn encode(text: &str) -> String {
    let encoded: String = url::form_urlencoded::byte_serialize(text.as_bytes()).collect();
    encoded.replace('+', "%20")
}

#[cfg(test)]
mod tests;
