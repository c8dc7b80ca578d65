//! A thread's page as each viewer sees it, compared with the model.

use std::collections::BTreeSet;

use tanya::domain::thread::ThreadKind;
use tanya::domain::vote::Vote;
use tanya::store::StoreError;
use tanya::store::threads::{self, PostView, ThreadPage, Wanted};

use super::compare::{nth_comment, nth_reply, nth_thread, sorted_by, who};
use super::memory::{Memory, score, sees_deleted};
use super::real::{Real, at};
use super::verbs::{Nth, Who};
use crate::support::beginning;

/// A thread's page, whole or out of sight.
pub fn page(real: &mut Real<'_>, memory: &Memory, viewer: Option<Who>, nth: Nth) {
    let (looker, sight, id) = (real.viewer(viewer), real.sight(viewer), real.threads[nth]);
    let page = match threads::page(real.tx, &looker, sight, id, Wanted::default()) {
        Ok(page) => page,
        Err(StoreError::NotFound) => {
            assert!(
                !memory.sees_thread(viewer, nth),
                "thread {nth} is out of sight for {viewer:?}"
            );
            return;
        }
        Err(error) => panic!("thread {nth} for {viewer:?}: {error}"),
    };
    assert!(
        memory.sees_thread(viewer, nth),
        "thread {nth} is in sight for {viewer:?}"
    );
    let thread = &memory.threads[nth];
    assert_eq!(
        (page.standing, page.reply_count),
        (memory.standing(nth), memory.reply_count(nth)),
        "thread {nth}"
    );
    assert_eq!(page.me_too_count, thread.me_toos.len() as i64);
    assert_eq!(
        page.has_me_too,
        viewer.is_some_and(|who| thread.me_toos.contains_key(&who))
    );
    assert_eq!(page.post.deleted_at.is_some(), thread.is_deleted);
    assert_eq!(page.post.edited_at.is_some(), thread.is_edited);
    check_post(real, memory, viewer, &page.post, (nth, None));
    check_replies(real, memory, viewer, nth, &page);
    check_settled(real, memory, viewer, nth, &page);
}

/// The replies in their order, the accepted one apart.
fn check_replies(real: &Real<'_>, memory: &Memory, viewer: Option<Who>, nth: Nth, page: &ThreadPage) {
    let accepted = memory.threads[nth].accepted.map(|one| one.reply);
    let found: Vec<Nth> = page.replies.items.iter().map(|(id, _)| nth_reply(real, *id)).collect();
    let mut expected: Vec<Nth> = (0..memory.replies.len())
        .filter(|reply| memory.replies[*reply].thread == nth && Some(*reply) != accepted)
        .filter(|reply| !memory.replies[*reply].is_gone)
        .filter(|reply| !memory.replies[*reply].is_deleted || sees_deleted(viewer))
        .collect();
    if memory.threads[nth].kind == ThreadKind::Question {
        expected = sorted_by(expected, |reply| score(&memory.replies[reply].votes));
    } else {
        expected.sort_by_key(|reply| (memory.replies[*reply].posted_at, *reply));
    }
    assert_eq!(found, expected, "replies of thread {nth} for {viewer:?}");
    assert_eq!(page.accepted.as_ref().map(|(id, _)| nth_reply(real, *id)), accepted);
    for (id, post) in page.replies.items.iter().chain(&page.accepted) {
        let reply = nth_reply(real, *id);
        assert_eq!(post.edited_at.is_some(), memory.replies[reply].is_edited);
        assert_eq!(post.deleted_at.is_some(), memory.replies[reply].is_deleted);
        check_post(real, memory, viewer, post, (nth, Some(reply)));
    }
}

/// The text, votes and comments of a thread's own post or of a reply.
fn check_post(real: &Real<'_>, memory: &Memory, viewer: Option<Who>, post: &PostView, of: (Nth, Option<Nth>)) {
    let (votes, author, body) = match of.1 {
        Some(reply) => (
            &memory.replies[reply].votes,
            memory.replies[reply].author,
            &memory.replies[reply].body,
        ),
        None => (
            &memory.threads[of.0].votes,
            memory.threads[of.0].author,
            &memory.threads[of.0].body,
        ),
    };
    let up = votes.values().filter(|up| **up).count() as i64;
    assert_eq!(
        (post.up_count, post.down_count),
        (up, votes.len() as i64 - up),
        "votes of {of:?}"
    );
    let own = viewer
        .and_then(|who| votes.get(&who))
        .map(|up| if *up { Vote::Up } else { Vote::Down });
    assert_eq!(post.own_vote, own, "own vote of {viewer:?} on {of:?}");
    assert_eq!(who(real, &post.author), Some(author));
    assert!(
        post.body.as_str().contains(body.as_str()),
        "{of:?} says {body}, not {}",
        post.body.as_str()
    );
    let comments = memory.comments_of(of.0, of.1);
    let live = comments.iter().filter(|nth| !memory.comments[**nth].is_deleted).count() as i64;
    assert_eq!(post.comment_count, live, "comments of {of:?}");
    let first = comments
        .into_iter()
        .take(usize::try_from(threads::COMMENTS_ON_PAGE).unwrap());
    let expected: Vec<Nth> = first
        .filter(|nth| !memory.comments[*nth].is_deleted || sees_deleted(viewer))
        .collect();
    let found: Vec<Nth> = post
        .comments
        .iter()
        .map(|comment| nth_comment(real, comment.id))
        .collect();
    assert_eq!(found, expected, "comments of {of:?} for {viewer:?}");
    for (comment, nth) in post.comments.iter().zip(expected) {
        assert!(
            comment.body.as_str().contains(&memory.comments[nth].body),
            "comment {nth}"
        );
    }
}

/// Who accepted, closed and reopened, and what repeats it.
fn check_settled(real: &Real<'_>, memory: &Memory, viewer: Option<Who>, nth: Nth, page: &ThreadPage) {
    let thread = &memory.threads[nth];
    let found = page.acceptance.as_ref().map(|one| {
        (
            nth_reply(real, one.reply),
            who(real, &one.by),
            one.on_behalf,
            one.at.time(),
        )
    });
    let expected = thread
        .accepted
        .map(|one| (one.reply, Some(one.by), one.on_behalf, Some(at(one.at.0))));
    assert_eq!(found, expected, "acceptance in thread {nth}");
    let closure = page.closure.as_ref().map(|one| {
        (
            who(real, &one.by),
            one.original.as_ref().map(|original| nth_thread(real, original.id)),
        )
    });
    let original = |original: Nth| memory.last_original(viewer, original);
    let expected = thread
        .closed
        .map(|(by, repeats)| (Some(by), repeats.and_then(original)));
    assert_eq!(closure, expected, "closure of thread {nth} for {viewer:?}");
    let reopened = page.reopening.as_ref().map(|one| who(real, &one.by));
    let expected = thread.reopened.filter(|_| memory.standing(nth).is_open()).map(Some);
    assert_eq!(reopened, expected, "reopening of thread {nth}");
    let repeats = memory
        .visible(viewer)
        .into_iter()
        .filter(|other| memory.repeats(*other, nth))
        .collect::<BTreeSet<_>>();
    assert_eq!(page.duplicates.count, repeats.len() as i64, "repeats of thread {nth}");
    assert_eq!(
        page.duplicates
            .newest
            .iter()
            .map(|(id, _)| nth_thread(real, *id))
            .collect::<BTreeSet<_>>(),
        repeats,
        "repeats of thread {nth}"
    );
    assert!(page.post.created_at > beginning());
}
