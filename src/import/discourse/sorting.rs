//! Sorts the posts of one topic: what it starts with, its replies, its moderators' acts, and what is skipped and why.
//!
//! Both passes sort through here, so that what the first one counts is what the second one gives.

use std::collections::HashSet;

use super::topic::{Topic, TopicPost};
use crate::import::record::SourceId;
use crate::import::report::{Noun, Report};

/// A small action: what Discourse shows as a line between posts.
const SMALL_ACTION: i64 = 3;
/// A post that only staff may read.
const WHISPER: i64 = 4;

/// What was already seen, so that nothing is taken twice.
#[derive(Default)]
pub struct Seen {
    topics: HashSet<SourceId>,
    posts: HashSet<SourceId>,
}

/// A topic whose posts are sorted.
pub struct Sorted {
    /// Everything but the posts.
    pub topic: Topic,
    /// What it starts with.
    pub first: TopicPost,
    /// The replies that are kept, in the order of the topic.
    pub replies: Vec<TopicPost>,
    /// The acts of moderators.
    pub acts: Vec<TopicPost>,
}

/// Sorts the posts of a topic and counts them; `None` when the topic is skipped.
pub fn sort(mut topic: Topic, seen: &mut Seen, report: &mut Report) -> Option<Sorted> {
    let mut posts = std::mem::take(&mut topic.post_stream.posts);
    if let Some(reason) = why_not(&topic, seen) {
        return skip_topic(reason, &posts, report);
    }
    posts.sort_by_key(|post| post.post_number);
    let missing = missing(&topic, &posts);
    let (mut replies, mut acts) = (Vec::with_capacity(posts.len()), Vec::new());
    let mut skipped = Vec::new();
    for post in posts {
        if !seen.posts.insert(post.id.0) {
            skipped.push((post, "the same post again"));
        } else if post.post_type == Some(SMALL_ACTION) {
            acts.push(post);
        } else if let Some(reason) = why_not_post(&post) {
            skipped.push((post, reason));
        } else {
            replies.push(post);
        }
    }
    if replies.is_empty() {
        let all: Vec<_> = skipped.into_iter().map(|(post, _)| post).chain(acts).collect();
        return skip_topic("no post in it that is kept", &all, report);
    }
    let first = replies.remove(0);
    for (post, reason) in &skipped {
        report.skip(Noun::Replies, reason, 1);
        report.skip(Noun::UpVotes, "on a post that is not kept", post.likes().unsigned_abs());
    }
    report.skip(Noun::Replies, "listed in the topic but not in the file", missing);
    count(&first, &replies, &acts, report);
    Some(Sorted {
        topic,
        first,
        replies,
        acts,
    })
}

fn why_not(topic: &Topic, seen: &mut Seen) -> Option<&'static str> {
    if topic
        .archetype
        .as_ref()
        .is_some_and(|archetype| archetype.0 != "regular")
    {
        Some("a private message")
    } else if topic.deleted_at.is_some() {
        Some("deleted at the source")
    } else if !seen.topics.insert(topic.id.0) {
        Some("the same topic again")
    } else {
        None
    }
}

fn why_not_post(post: &TopicPost) -> Option<&'static str> {
    if post.post_type == Some(WHISPER) {
        Some("a whisper among staff")
    } else if post.deleted_at.is_some() || post.user_deleted == Some(true) {
        Some("deleted at the source")
    } else if post.cooked.0.trim().is_empty() {
        Some("empty")
    } else {
        None
    }
}

fn missing(topic: &Topic, posts: &[TopicPost]) -> u64 {
    let served: HashSet<SourceId> = posts.iter().map(|post| post.id.0).collect();
    topic
        .post_stream
        .stream
        .iter()
        .filter(|id| !served.contains(&id.0))
        .count() as u64
}

/// A topic that is skipped counts as a discussion: only a category of the kept ones makes it a question.
fn skip_topic(reason: &str, posts: &[TopicPost], report: &mut Report) -> Option<Sorted> {
    report.skip(Noun::Discussions, reason, 1);
    let replies = posts
        .iter()
        .filter(|post| post.post_number > 1 && post.post_type != Some(SMALL_ACTION))
        .count();
    report.skip(Noun::Replies, "in a topic that is not kept", replies as u64);
    let acts = posts.iter().filter(|post| post.post_type == Some(SMALL_ACTION)).count();
    report.skip(Noun::Moderations, "in a topic that is not kept", acts as u64);
    let likes: i64 = posts.iter().map(TopicPost::likes).sum();
    report.skip(Noun::UpVotes, "on a post that is not kept", likes.unsigned_abs());
    None
}

fn count(first: &TopicPost, replies: &[TopicPost], acts: &[TopicPost], report: &mut Report) {
    let likes: i64 = replies.iter().chain([first]).map(TopicPost::likes).sum();
    let hidden = replies
        .iter()
        .chain([first])
        .filter(|post| post.hidden == Some(true))
        .count();
    let unliked: i64 = acts.iter().map(TopicPost::likes).sum();
    report.keep(Noun::Replies, replies.len() as u64);
    report.keep(Noun::Moderations, acts.len() as u64);
    report.keep(Noun::UpVotes, likes.unsigned_abs());
    report.keep(Noun::HiddenPosts, hidden as u64);
    report.skip(Noun::UpVotes, "on a post that is not kept", unliked.unsigned_abs());
}
