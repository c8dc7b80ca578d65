//! The letter that tells somebody what they were told of a thread.

use super::sheet::{Block, Item, Sheet, lay_out};
use super::specimens::{Example, SPECIMEN, Specimen};
use super::{Heading, Letter, List, Stationery};
use crate::domain::email::EmailAddress;
use crate::domain::id::{ReplyId, TidingId, UserId};
use crate::domain::moderation::Act;
use crate::domain::notification::{NotificationKind, TidingKind};
use crate::domain::role::Role;
use crate::domain::signed_link::LinkPurpose;
use crate::domain::thread::ThreadKind;
use crate::store::authors::Author;
use crate::store::notifications::{Notification, ThreadLetter, Told};
use crate::text::phrases::{Phrases, Value};
use crate::urls::Urls;

/// Where letters are stopped; whole addresses.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StopWays {
    /// Letters about this thread, by one press or one POST.
    pub thread: String,
    /// All letters about threads.
    pub all: String,
}

/// Tells somebody what they were told of a thread; an answer to the letter goes to `reply_to`.
pub fn thread_letter(
    stationery: &Stationery<'_>,
    told: &ThreadLetter,
    ways: StopWays,
    reply_to: Option<EmailAddress>,
) -> Letter {
    let (urls, phrases) = (stationery.urls, stationery.phrases);
    let (thread, title) = &told.thread;
    let values = [
        ("name", Value::from(told.name.as_str())),
        ("thread", Value::from(title.as_str())),
    ];
    let say = |key: &str| stationery.tell(key, &values);
    let mut blocks: Vec<Block> = Vec::new();
    for note in &told.notes {
        blocks.extend(said(stationery, told, note));
    }
    if told.is_more {
        blocks.push(Block::Paragraph(say("letter-told-more")));
    }
    let first = told.notes.first();
    let way = first.and_then(|note| way(urls, &note.told));
    blocks.extend(way.map(|way| Block::Button((say("letter-told-read"), urls.absolute(&way)))));
    if reply_to.is_some() {
        blocks.push(Block::Quiet(say("letter-told-answer")));
    }
    let why = first.map(|note| phrases.say(&format!("letter-why-{}", note.kind)));
    let footer = [
        why.map(Block::Quiet),
        Some(Block::Quiet(say("letter-told-once"))),
        Some(Block::Link((say("letter-stop-thread"), ways.thread.clone()))),
        Some(Block::Link((say("letter-stop-all"), ways.all))),
        Some(Block::Link((say("letter-choose"), urls.absolute(&urls.own_letters())))),
    ];
    let heading = Heading {
        list: Some(List {
            name: title.clone(),
            id: format!("thread-{thread}"),
        }),
        stop: Some(ways.thread),
        reply_to,
        // No letter has this name: all letters to somebody about a thread follow it, and so stand together.
        follows: vec![format!("thread-{thread}-{}", told.reader)],
        ..Heading::default()
    };
    let sheet = Sheet {
        to: told.to.clone(),
        subject: say("letter-told-subject"),
        greeting: Some(say("letter-greeting")),
        blocks,
        footer: footer.into_iter().flatten().collect(),
        heading,
    };
    lay_out(stationery, sheet)
}

/// What is said of one thing.
fn said(stationery: &Stationery<'_>, letter: &ThreadLetter, note: &Notification) -> Vec<Block> {
    let told = &note.told;
    if let (NotificationKind::Article, Some(article)) = (note.kind, &letter.article) {
        return of_article(stationery, article);
    }
    let mut said = vec![Block::Paragraph(stationery.tell(
        "letter-told-sentence",
        &[("sentence", Value::from(sentence(stationery.phrases, note)))],
    ))];
    if !told.reason.is_empty() {
        said.push(Block::Quote(told.reason.clone()));
    } else if !told.excerpt.is_empty() {
        said.push(Block::Quote(told.excerpt.clone()));
    }
    said
}

/// An article that answers the reader's question, and how to say that it does not.
fn of_article(stationery: &Stationery<'_>, told: &crate::store::proposals::Told) -> Vec<Block> {
    let urls = stationery.urls;
    let question = urls.absolute(&urls.thread(told.thread.0, &told.thread.1));
    let values = [
        ("question", Value::from(told.thread.1.as_str())),
        ("article", Value::from(told.article.1.as_str())),
        ("address", Value::from(question)),
    ];
    let why = if told.was_settled {
        "letter-article-why-settled"
    } else {
        "letter-article-why"
    };
    vec![
        Block::Paragraph(stationery.tell(why, &values)),
        Block::Item(Item {
            title: told.article.1.clone(),
            href: urls.absolute(&urls.article(told.article.0, &told.article.1)),
            excerpt: Some(told.short_answer.clone()),
            ..Item::default()
        }),
        Block::Paragraph(stationery.tell("letter-article-not-working", &values)),
    ]
}

/// What happened, in a sentence without its end.
pub fn sentence(phrases: &Phrases, note: &Notification) -> String {
    let name = note
        .told
        .by
        .name
        .clone()
        .unwrap_or_else(|| phrases.say("former-member"));
    phrases.tell(&key(note.kind, &note.told), &[("name", name.into())])
}

fn key(kind: NotificationKind, told: &Told) -> String {
    let is_question = told.thread_kind == ThreadKind::Question;
    match (kind, told.kind) {
        (NotificationKind::Moderated, _) => {
            let act = told.act.unwrap_or(Act::Edit);
            // Threads are closed, moved and merged; edited and deleted are single posts too.
            let is_of_post = told.reply.is_some() || told.comment.is_some();
            let is_one = is_of_post && matches!(act, Act::Edit | Act::Delete | Act::Hold);
            let post = if is_one { "-post" } else { "" };
            format!("told-moderated-{}{post}", act.as_str().replace('_', "-"))
        }
        (NotificationKind::Around, TidingKind::Asked) => "told-around-asked".to_owned(),
        (NotificationKind::Answered | NotificationKind::Watched | NotificationKind::Around, fact) => {
            let comment = if fact == TidingKind::Commented { "-comment" } else { "" };
            let talk = if is_question { "" } else { "-talk" };
            format!("told-{kind}{comment}{talk}")
        }
        _ => format!("told-{kind}"),
    }
}

/// Where it stands, as a path; what is gone stands nowhere.
pub fn way(urls: &Urls, told: &Told) -> Option<String> {
    let (id, title) = &told.thread;
    let is_of_post = told.reply.is_some() || told.comment.is_some();
    if told.act == Some(Act::Delete) {
        return (!told.is_thread_gone && is_of_post).then(|| urls.thread(*id, title));
    }
    Some(match (told.comment, told.reply) {
        (Some(comment), _) => urls.comment(comment),
        (None, Some(reply)) => urls.reply(reply),
        (None, None) => urls.thread(*id, title),
    })
}

/// A letter about an answer; its links lead nowhere.
pub(super) const SPECIMENS: &[Specimen] = &[Specimen {
    kind: "thread-letter",
    compose: |stationery, example| {
        let way = |purpose| stationery.urls.in_letter(purpose, SPECIMEN);
        let ways = StopWays {
            thread: way(LinkPurpose::Stop),
            all: way(LinkPurpose::StopAll),
        };
        thread_letter(stationery, &specimen(example), ways, None)
    },
}];

fn specimen(example: &Example) -> ThreadLetter {
    let told = Told {
        kind: TidingKind::Replied,
        act: None,
        reason: String::new(),
        by: Author {
            id: None,
            name: Some(example.answerer.clone()),
            role: Some(Role::Member),
            is_staff: false,
            removed: None,
        },
        thread: example.thread.clone(),
        thread_kind: ThreadKind::Question,
        is_thread_gone: false,
        reply: Some(ReplyId::stored(1)),
        comment: None,
        article: None,
        excerpt: example.answer.clone(),
    };
    let note = Notification {
        tiding: TidingId::stored(1),
        kind: NotificationKind::Answered,
        happened_at: example.now,
        is_read: false,
        told,
    };
    ThreadLetter {
        to: example.to.clone(),
        name: example.name.clone(),
        reader: UserId::stored(1),
        thread: example.thread.clone(),
        notes: vec![note],
        is_more: false,
        article: None,
    }
}

#[cfg(test)]
mod tests {
    use chrono::DateTime;

    use super::*;
    use crate::domain::id::{ArticleId, ThreadId};
    use crate::text::phrases::Languages;

    fn laid_out(change: impl Fn(&mut ThreadLetter)) -> Vec<Letter> {
        let languages = Languages::load().unwrap();
        let urls = Urls::new(&url::Url::parse("https://forum.example.com").unwrap());
        let now = DateTime::from_timestamp(1_800_000_000, 0).unwrap();
        let letters = ["en", "id", "fil"].map(|language| {
            let phrases = languages.named(language).unwrap();
            let stationery = Stationery {
                phrases: &phrases,
                urls: &urls,
                site_name: "Lamps",
            };
            let ada = EmailAddress::parse("ada@example.com").unwrap();
            let mut told = specimen(&Example::of_nothing(&phrases, ada, "Ada", now));
            told.thread = (ThreadId::stored(7), "How do I <open> it?".to_owned());
            change(&mut told);
            let ways = StopWays {
                thread: "https://forum.example.com/letters/stop/x".to_owned(),
                all: "https://forum.example.com/letters/stop-all/y".to_owned(),
            };
            let reply_to = EmailAddress::parse("answers@example.com").ok();
            let letter = thread_letter(&stationery, &told, ways, reply_to.clone());
            assert_eq!(letter.heading.reply_to, reply_to);
            letter
        });
        assert_eq!(languages.missing_count(), 0);
        letters.into()
    }

    #[test]
    fn every_kind_has_its_words_and_its_reason_in_every_language() {
        for kind in NotificationKind::ALL {
            let letters = laid_out(|told| {
                for note in &mut told.notes {
                    note.kind = *kind;
                    note.told.act = (*kind == NotificationKind::Moderated).then_some(Act::Move);
                }
            });
            for letter in letters {
                for part in ["letters/stop/x", "letters/stop-all/y", "/settings/letters"] {
                    assert!(
                        letter.text.contains(part) && letter.html.contains(part),
                        "{kind}: {part}"
                    );
                }
                assert!(
                    !letter.text.contains("told-") && !letter.text.contains("letter-why"),
                    "{kind}"
                );
                assert_eq!(letter.subject, "How do I <open> it?");
            }
        }
    }

    #[test]
    fn a_comment_is_no_answer() {
        for (kind, thread, expected) in [
            (
                NotificationKind::Answered,
                ThreadKind::Question,
                "commented on an answer to your question",
            ),
            (
                NotificationKind::Answered,
                ThreadKind::Discussion,
                "commented on a reply in your thread",
            ),
            (
                NotificationKind::Watched,
                ThreadKind::Question,
                "commented on a question that you watch",
            ),
            (
                NotificationKind::Watched,
                ThreadKind::Discussion,
                "commented in a thread that you watch",
            ),
        ] {
            let letters = laid_out(|told| {
                for note in &mut told.notes {
                    note.kind = kind;
                    note.told.kind = TidingKind::Commented;
                    note.told.thread_kind = thread;
                }
            });
            assert!(letters[0].text.contains(expected), "{}", letters[0].text);
            assert!(
                letters.iter().all(|letter| !letter.text.contains("told-")),
                "{expected}"
            );
        }
    }

    #[test]
    fn acts_that_are_told_have_their_words() {
        for act in Act::ALL.iter().filter(|act| crate::domain::notification::tells(**act)) {
            for is_of_post in [true, false] {
                laid_out(|told| {
                    for note in &mut told.notes {
                        note.kind = NotificationKind::Moderated;
                        note.told.act = Some(*act);
                        note.told.reply = is_of_post.then_some(ReplyId::stored(1));
                    }
                });
            }
        }
    }

    #[test]
    fn an_article_is_told_with_its_short_answer_and_a_way_to_say_that_it_does_not_help() {
        let letters = laid_out(|told| {
            for note in &mut told.notes {
                note.kind = NotificationKind::Article;
            }
            told.article = Some(crate::store::proposals::Told {
                asker: UserId::stored(1),
                thread: (ThreadId::stored(7), "How do I open it?".to_owned()),
                article: (ArticleId::stored(3), "Reset the hub".to_owned()),
                short_answer: "Hold the button.".to_owned(),
                was_settled: false,
            });
        });
        for letter in letters {
            for part in [
                "Reset the hub",
                "Hold the button.",
                "https://forum.example.com/articles/3/reset-the-hub",
                "https://forum.example.com/threads/7/how-do-i-open-it",
            ] {
                assert!(letter.text.contains(part), "{part}: {}", letter.text);
            }
        }
    }
}
