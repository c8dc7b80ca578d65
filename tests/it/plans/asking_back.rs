//! What asking askers back asks of the database: who is due, what letters and their pages say, and what is read of surveys.

use chrono::{DateTime, Utc};
use tanya::domain::asking_back::AskingBack;
use tanya::domain::cursor::Cursor;
use tanya::domain::email::EmailAddress;
use tanya::domain::id::{CategoryId, GroupId, ReplyId, SurveyId, ThreadId, UserId};
use tanya::domain::report::{FieldChoice, Period, Selection};
use tanya::domain::sight::Sight;
use tanya::domain::signed_link::{LinkPurpose, SignedLink};
use tanya::domain::survey::SurveyInput;
use tanya::domain::tag::TagName;
use tanya::store::{reminders, signed_links, surveys, users};

use super::pages::{Ask, named};

/// A question of the filled forum, and the number of its asker.
const THREAD: ThreadId = ThreadId::stored(12);
const ASKER: UserId = UserId::stored(13);
/// A survey that nobody has answered, and whoever was invited to it.
const INVITED: UserId = UserId::stored(14);
const SURVEY: SurveyId = SurveyId::stored(100_013);

/// A moment after all that the filled forum holds.
fn now() -> DateTime<Utc> {
    "2025-01-05T00:00:00Z".parse().unwrap()
}

/// So many days after the first few questions of the filled forum, so that only they are due.
fn few(days: i64) -> DateTime<Utc> {
    let first: DateTime<Utc> = "2025-01-01T00:10:00Z".parse().unwrap();
    first + chrono::Duration::days(days)
}

fn positions() -> [Option<Cursor>; 2] {
    let at: DateTime<Utc> = "2025-01-01T00:02:00Z".parse().unwrap();
    let key = at.timestamp_micros();
    [None, Some(Cursor { key, id: 2 })]
}

/// What is asked and written, by name.
/// The same, as narrow as it can be chosen.
fn some_of(all: &Selection) -> Selection {
    Selection {
        category: Some(CategoryId::stored(1)),
        tag: TagName::parse("tag-1").ok(),
        askers: Some(GroupId::stored(1)),
        field: Some(FieldChoice {
            label: "Version".to_owned(),
            answer: "2".to_owned(),
        }),
        ..all.clone()
    }
}

pub fn all() -> Vec<(String, Ask)> {
    let rule = AskingBack::default();
    let mut all = vec![
        named("a reminder", |db| {
            reminders::told(db, THREAD)?;
            let asker = users::find(db, ASKER)?;
            reminders::question(db, &asker, THREAD)?;
            reminders::solved(db, &asker, THREAD, ReplyId::stored(11), now())?;
            reminders::not_working(db, &asker, THREAD, None, "key of a letter", now())?;
            reminders::note_posted(db, THREAD, now())
        }),
        named("a survey", |db| {
            surveys::invitation(db, SURVEY)?;
            let invited = users::find(db, INVITED)?;
            surveys::page(db, &invited, SURVEY)?;
            let input = SurveyInput {
                rating: "1".to_owned(),
                effort: "5".to_owned(),
                comment: "Why?".to_owned(),
            };
            surveys::answer(db, INVITED, SURVEY, &input.parse().unwrap(), now())?;
            surveys::note_posted(db, SURVEY, now())
        }),
        named("a letter's link", |db| {
            let key = signed_links::key_or_new(db, now())?;
            let link = SignedLink {
                user: ASKER,
                about: vec![12],
                expires_at: now() + chrono::Duration::days(1),
            };
            let address = EmailAddress::parse("p7@example.org").unwrap();
            let text = link.sign(&key, LinkPurpose::Survey, &address).unwrap();
            signed_links::open(db, LinkPurpose::Survey, &text, now())?;
            signed_links::end_key(db, now())?;
            signed_links::any_key(db, 1)?;
            signed_links::forget_ended_keys(db).map(drop)
        }),
    ];
    for after in positions() {
        all.push(named("askers who are due", move |db| {
            reminders::step(db, &rule, after, few(3))?;
            surveys::step(db, &rule, after, few(1))
        }));
        for sight in [Sight::public(), Sight::everything()] {
            all.push(named("figures of surveys", move |db| {
                let from = "2025-01-03T01:00:00Z".parse().unwrap();
                let all = Selection::of(Period { from, until: now() });
                for selection in [some_of(&all), all] {
                    surveys::figures(db, sight, &selection)?;
                    surveys::rows(db, sight, &selection, after, 1_000)?;
                    surveys::comments(db, sight, &selection, after)?;
                }
                Ok(())
            }));
        }
    }
    all
}
