//! What search engines are told of a page: questions with their answers, discussions, and where a page stands.
//!
//! The fields are those that Google documents as required and recommended:
//! <https://developers.google.com/search/docs/appearance/structured-data/qapage>,
//! <https://developers.google.com/search/docs/appearance/structured-data/discussion-forum> and
//! <https://developers.google.com/search/docs/appearance/structured-data/breadcrumb>.

use chrono::{DateTime, SecondsFormat, Utc};
use serde_json::{Map, Value, json};

use super::components::Link;
use super::json_ld::JsonLd;
use super::threads::{name_of, page_of};
use crate::domain::category::Audience;
use crate::domain::thread::ThreadKind;
use crate::store::authors::Author;
use crate::store::threads::{PostView, ReplyView, ThreadPage};
use crate::text::excerpt::words;
use crate::web::Visit;

/// How many characters of a text are told; a longer one ends in `…`.
const LONGEST_TEXT: usize = 5_000;
const CONTEXT: &str = "https://schema.org";

/// What is told of a thread: nothing of what the public does not see, and nothing to people, who read the page itself.
pub fn thread(visit: &Visit, thread: &ThreadPage) -> Vec<JsonLd> {
    let is_public = thread.category.audience == Audience::Public && thread.post.deleted_at.is_none();
    if !is_public || visit.viewer.user().is_some() || !thread.is_first_page {
        return Vec::new();
    }
    let urls = &visit.site.urls;
    let way = [
        Link::new(visit.say("way-home"), urls.home()),
        Link::new(thread.category.name.clone(), urls.category(&thread.category.slug)),
        Link::new(thread.title.clone(), urls.thread(thread.id, &thread.title)),
    ];
    let told = Told { visit, thread };
    let mut blocks = Vec::new();
    if thread.kind != ThreadKind::Question {
        blocks.push(JsonLd::new(&told.discussion()));
    } else if told.replies().next().is_some() {
        blocks.push(JsonLd::new(&told.question()));
    }
    blocks.push(breadcrumbs(visit, &way));
    blocks
}

/// Where a page stands: the way to it from the home page, itself at the end.
pub fn breadcrumbs(visit: &Visit, way: &[Link]) -> JsonLd {
    let steps = way.iter().zip(1..).map(|(link, position)| {
        json!({
            "@type": "ListItem",
            "position": position,
            "name": link.label,
            "item": visit.site.urls.absolute(&link.href),
        })
    });
    JsonLd::new(&json!({
        "@context": CONTEXT,
        "@type": "BreadcrumbList",
        "itemListElement": steps.collect::<Vec<_>>(),
    }))
}

struct Told<'a> {
    visit: &'a Visit,
    thread: &'a ThreadPage,
}

impl<'a> Told<'a> {
    fn replies(&self) -> impl Iterator<Item = &'a ReplyView> {
        let thread = self.thread;
        let replies = thread.accepted.iter().chain(&thread.replies.items);
        replies.filter(|(_, reply)| reply.deleted_at.is_none())
    }

    fn address(&self) -> String {
        let urls = &self.visit.site.urls;
        urls.absolute(&urls.thread(self.thread.id, &self.thread.title))
    }

    fn question(&self) -> Value {
        let mut question = self.post("Question", &self.thread.post);
        question.insert("name".to_owned(), json!(self.thread.title));
        question.insert("answerCount".to_owned(), json!(self.thread.reply_count));
        question.insert("upvoteCount".to_owned(), json!(votes(&self.thread.post)));
        let accepted = self.thread.accepted.as_ref().map(|(id, _)| *id);
        let (best, others): (Vec<_>, Vec<_>) = self.replies().partition(|(id, _)| Some(*id) == accepted);
        if let Some(best) = best.first() {
            question.insert("acceptedAnswer".to_owned(), self.answer(best));
        }
        if !others.is_empty() {
            let others: Vec<Value> = others.into_iter().map(|reply| self.answer(reply)).collect();
            question.insert("suggestedAnswer".to_owned(), json!(others));
        }
        json!({ "@context": CONTEXT, "@type": "QAPage", "url": self.address(), "mainEntity": question })
    }

    fn answer(&self, (id, reply): &ReplyView) -> Value {
        let urls = &self.visit.site.urls;
        let mut answer = self.post("Answer", reply);
        answer.insert("url".to_owned(), json!(urls.absolute(&urls.reply(*id))));
        answer.insert("upvoteCount".to_owned(), json!(votes(reply)));
        Value::Object(answer)
    }

    fn discussion(&self) -> Value {
        let thread = self.thread;
        let mut posting = self.post("DiscussionForumPosting", &thread.post);
        let mut add = |name: &str, value: Value| posting.insert(name.to_owned(), value);
        add("@context", json!(CONTEXT));
        add("headline", json!(thread.title));
        add("url", json!(self.address()));
        add("mainEntityOfPage", json!(self.address()));
        add("commentCount", json!(thread.reply_count));
        let likes = counter("LikeAction", thread.post.up_count);
        let comments = counter("CommentAction", thread.reply_count);
        add("interactionStatistic", json!([likes, comments]));
        let replies: Vec<Value> = self.replies().map(|reply| self.comment(reply)).collect();
        if !replies.is_empty() {
            add("comment", json!(replies));
        }
        Value::Object(posting)
    }

    fn comment(&self, (id, reply): &ReplyView) -> Value {
        let urls = &self.visit.site.urls;
        let mut comment = self.post("Comment", reply);
        comment.insert("url".to_owned(), json!(urls.absolute(&urls.reply(*id))));
        let likes = counter("LikeAction", reply.up_count);
        comment.insert("interactionStatistic".to_owned(), likes);
        Value::Object(comment)
    }

    /// What every post says: who wrote what, and when.
    fn post(&self, kind: &str, post: &PostView) -> Map<String, Value> {
        let mut said = Map::new();
        said.insert("@type".to_owned(), json!(kind));
        let text = words(&post.body, LONGEST_TEXT);
        // A picture alone has no words, and the field must not be empty.
        let text = if text.is_empty() { "…" } else { text.as_str() };
        said.insert("text".to_owned(), json!(text));
        said.insert("author".to_owned(), person(self.visit, &post.author));
        said.insert("datePublished".to_owned(), json!(at(post.created_at)));
        if let Some(edited_at) = post.edited_at {
            said.insert("dateModified".to_owned(), json!(at(edited_at)));
        }
        said
    }
}

/// Who wrote something.
pub fn person(visit: &Visit, author: &Author) -> Value {
    let name = name_of(visit, author);
    match page_of(visit, author) {
        Some(page) => json!({ "@type": "Person", "name": name, "url": visit.site.urls.absolute(&page) }),
        None => json!({ "@type": "Person", "name": name }),
    }
}

/// Where votes go both ways, Google asks for one figure of both.
fn votes(post: &PostView) -> i64 {
    post.up_count - post.down_count
}

fn counter(action: &str, count: i64) -> Value {
    json!({
        "@type": "InteractionCounter",
        "interactionType": format!("{CONTEXT}/{action}"),
        "userInteractionCount": count,
    })
}

/// A time as it is told.
pub fn at(time: DateTime<Utc>) -> String {
    time.to_rfc3339_opts(SecondsFormat::Secs, true)
}
