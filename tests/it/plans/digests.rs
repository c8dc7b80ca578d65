//! What digests ask of the database: who is due, what happened, rows and letters; and who waits for one question.

use chrono::{DateTime, Duration, Utc};
use tanya::domain::account::Viewer;
use tanya::domain::digest::{Choices, Contents, Window};
use tanya::domain::email::EmailAddress;
use tanya::domain::id::{AwaitingId, CategoryId, DigestId, SubscriberId, TagId, ThreadId, UserId};
use tanya::domain::language::Language;
use tanya::domain::sight::Sight;
use tanya::domain::signed_link::{LinkPurpose, SignedLink};
use tanya::store::digests::{self, Composed};
use tanya::store::{StoreError, awaitings, signed_links, subscribers};

use super::pages::{Ask, named};

/// A subscriber of the filled forum with an account, and one without, who also has the digest of that number.
const MEMBER: SubscriberId = SubscriberId::stored(13);
const ADDRESS: SubscriberId = SubscriberId::stored(913);

/// A moment at which few of the subscribers of the filled forum are due.
fn now() -> DateTime<Utc> {
    "2025-01-01T00:40:00Z".parse().unwrap()
}

fn week() -> Window {
    let to = "2025-01-01T01:00:00Z".parse().unwrap();
    Window {
        from: to - Duration::days(7),
        to,
    }
}

fn email() -> EmailAddress {
    EmailAddress::parse("s13@example.org").unwrap()
}

fn choices() -> Choices {
    Choices {
        categories: vec![CategoryId::stored(1)],
        tags: vec![TagId::stored(3), TagId::stored(4)],
        ..Choices::offered(chrono_tz::UTC, Some(Language::Filipino))
    }
}

/// What is asked and written, by name.
pub fn all() -> Vec<(String, Ask)> {
    of_subscribers().into_iter().chain(of_digests()).collect()
}

fn of_subscribers() -> Vec<(String, Ask)> {
    vec![
        named("asking for digests", |db| {
            subscribers::ask(db, &email(), &choices(), now())?;
            let other = EmailAddress::parse("new@example.org").unwrap();
            let id = subscribers::ask(db, &other, &choices(), now())?;
            subscribers::confirm(db, id, now())?;
            subscribers::choose(db, id, &choices(), now())?;
            subscribers::stop(db, id, now())?;
            subscribers::subscribe(db, UserId::stored(990), &choices(), now())?;
            let third = EmailAddress::parse("s14@example.org").unwrap();
            subscribers::adopt(db, UserId::stored(991), &third)?;
            subscribers::forget(db, UserId::stored(991))?;
            subscribers::sweep(db, now()).map(drop)
        }),
        named("a subscriber", |db| {
            for id in [MEMBER, ADDRESS] {
                let subscriber = subscribers::find(db, id)?.unwrap();
                subscribers::offered(db, Sight::public(), Some(&subscriber.choices))?;
                subscribers::letter_box(db, id)?;
            }
            subscribers::of_member(db, UserId::stored(13))?;
            subscribers::categories_named(db, Sight::public(), &["help".to_owned()])?;
            subscribers::tags_named(db, &["tag-1".to_owned()])?;
            let key = signed_links::key_or_new(db, now())?;
            let link = SignedLink {
                user: UserId::stored(ADDRESS.get()),
                about: Vec::new(),
                expires_at: now(),
            };
            let text = link.sign(&key, LinkPurpose::Choices, &email()).unwrap();
            subscribers::holder(db, LinkPurpose::Choices, &text, now())?;
            subscribers::holder(db, LinkPurpose::StopDigests, &text, now()).map(drop)
        }),
    ]
}

fn of_digests() -> Vec<(String, Ask)> {
    vec![
        named("digests that are due", |db| {
            let settled = digests::settled_to(db, now())?;
            digests::is_any_due(db, settled)?;
            let due = digests::batch(db, now())?;
            let members: Vec<UserId> = due.iter().filter_map(|due| due.member()).collect();
            digests::own(db, &members, week())?;
            let composed: Vec<Composed> = due
                .iter()
                .filter_map(|due| {
                    let course = due.subscriber.course?;
                    let rhythm = &due.subscriber.choices.rhythm;
                    let window = course.window(rhythm, now())?;
                    Some(Composed {
                        subscriber: due.subscriber.id,
                        window,
                        contents: Contents::default(),
                        course: course.after(&window, rhythm),
                    })
                })
                .collect();
            digests::write(db, &composed, now())?;
            digests::sweep(db, now() - Duration::days(300)).map(drop)
        }),
        named("what happened for digests", |db| {
            digests::events(db, week())?;
            digests::figures(db, Sight::of(&Viewer::Anonymous), week())?;
            digests::figures(db, Sight::everything(), week()).map(drop)
        }),
        named("a digest's letter", |db| {
            let told = digests::told(db, DigestId::stored(ADDRESS.get()))?;
            assert!(told.is_some(), "the letter says something");
            digests::note_sent(db, DigestId::stored(ADDRESS.get()), true, now())
        }),
        named("waiting for a question", |db| {
            awaitings::ask(db, ThreadId::stored(12), &email(), None, now())?;
            let awaiting = awaitings::find(db, AwaitingId::stored(12))?.ok_or(StoreError::NotFound)?;
            awaitings::confirm(db, &awaiting, now())?;
            let key = signed_links::key_or_new(db, now())?;
            let link = SignedLink {
                user: UserId::stored(12),
                about: Vec::new(),
                expires_at: now(),
            };
            let text = link.sign(&key, LinkPurpose::TellMe, &awaiting.email).unwrap();
            awaitings::holder(db, &text, now())?;
            awaitings::forget_told(db, &awaiting)?;
            awaitings::forget(db, AwaitingId::stored(12))?;
            awaitings::sweep(db, now() - Duration::days(300)).map(drop)
        }),
    ]
}
