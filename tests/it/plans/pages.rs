//! What pages ask the store that no example of an address brings about, and what each verb does there.

use chrono::{DateTime, Utc};
use tanya::domain::account::{User, Viewer};
use tanya::domain::body::Reason;
use tanya::domain::cursor::Cursor;
use tanya::domain::document::Document;
use tanya::domain::id::{CategoryId, CommentId, ReplyId, ThreadId, UserId};
use tanya::domain::sight::Sight;
use tanya::domain::thread::{Is, Listing, Sort};
use tanya::domain::token::{Purpose, Token};
use tanya::domain::vote::Vote;
use tanya::store::changes::Position;
use tanya::store::comments::CommentOn;
use tanya::store::threads::{ReplyOrder, Wanted};
use tanya::store::users::{directory, naming, passwords, profiles};
use tanya::store::{
    Db, StoreError, address_changes, announcements, ask_sessions, categories, changes, comments, consents, documents,
    exports, feeds, hints, home, jobs, known_browsers, moderations, monthly_helpers, readings, renderings, replies,
    revisions, search_feeds, sessions, settings, sign_ups, sitemaps, submissions, tags, thanks, threads, throttle,
    users, votes,
};

use super::{articles, asking, asking_back, curating, desk, digests, incoming, letters, merging};
use super::{notifications, proposals, searching, self_service, uploads};
use crate::support::{Content, beginning, place};

pub type Ask = Box<dyn Fn(&mut Db) -> Result<(), StoreError>>;

/// Every page by name, with what it asks.
pub fn all() -> Vec<(String, Ask)> {
    let mut all = lists();
    all.extend(thread_pages());
    all.extend(other_pages());
    all.extend(for_machines());
    all.extend(own_pages());
    all.extend(verbs().into_iter().chain(upkeep()));
    all.extend(searching::all());
    all.extend(asking::all());
    all.extend(asking_back::all());
    all.extend(desk::all().into_iter().chain(digests::all()));
    all.extend(letters::all());
    all.extend(incoming::all());
    all.extend(uploads::all());
    all.extend(articles::all());
    all.extend(merging::all().into_iter().chain(curating::all()));
    all.extend(notifications::all());
    all.extend(proposals::all());
    all.extend(self_service::all());
    all
}

pub fn named<T: 'static>(
    name: impl Into<String>,
    ask: impl Fn(&mut Db) -> Result<T, StoreError> + 'static,
) -> (String, Ask) {
    (name.into(), Box::new(move |db| ask(db).map(|_| ())))
}

const SIGHTS: [Sight; 2] = [Sight::public(), Sight::everything()];
const THREAD: ThreadId = ThreadId::stored(7);
const EVERYTHING: Listing = Listing {
    is: None,
    category: None,
    tag: None,
    sort: Sort::New,
};
const OPEN_THREAD: ThreadId = ThreadId::stored(12);

pub fn cursors() -> [Option<Cursor>; 2] {
    let middle: DateTime<Utc> = "2025-01-02T00:00:00Z".parse().unwrap();
    [
        None,
        Some(Cursor {
            key: middle.timestamp_micros(),
            id: 1_400,
        }),
    ]
}

fn lists() -> Vec<(String, Ask)> {
    let mut lists = vec![
        named("home", |db| home::page(db, Sight::public())),
        named("home of all", |db| home::page(db, Sight::everything())),
    ];
    for sort in Sort::ALL.iter().copied() {
        for is in Is::ALL.iter().copied().map(Some).chain([None]) {
            for (category, tag) in [
                (None, None),
                (Some(1), None),
                (None, Some(1)),
                (None, Some(150)),
                (Some(1), Some(1)),
            ] {
                for (after, sight) in cursors().into_iter().zip(SIGHTS) {
                    let name = format!(
                        "list by {sort}, {is:?}, category {category:?}, label {tag:?}, after {}",
                        after.is_some()
                    );
                    let listing = Listing {
                        is,
                        category: category.map(CategoryId::stored),
                        tag: tag.map(tanya::domain::id::TagId::stored),
                        sort,
                    };
                    let after = after.map(|after| {
                        if sort == Sort::Votes {
                            Cursor { key: 5, ..after }
                        } else {
                            after
                        }
                    });
                    lists.push(named(name, move |db| {
                        threads::list(db, sight, &listing, after, threads::LIST_SIZE)
                    }));
                }
            }
        }
    }
    lists.push(named("pinned", |db| {
        threads::pinned(db, SIGHTS[0], CategoryId::stored(1))
    }));
    lists
}

fn thread_pages() -> Vec<(String, Ask)> {
    let mut pages = Vec::new();
    let moderator = |db: &mut Db| users::find(db, UserId::stored(3)).map(Viewer::User);
    for order in [ReplyOrder::Helpful, ReplyOrder::Oldest] {
        for (after, reply) in [(None, None), (cursors()[1], None), (None, Some(9_050))] {
            let after = after.map(|after| {
                if order == ReplyOrder::Helpful {
                    Cursor { key: 3, ..after }
                } else {
                    after
                }
            });
            let wanted = Wanted {
                order: Some(order),
                after,
                reply: reply.map(ReplyId::stored),
            };
            let name = format!("thread by {order}, after {}, reply {reply:?}", after.is_some());
            pages.push(named(name.clone(), move |db| {
                threads::page(db, &Viewer::Anonymous, Sight::public(), THREAD, wanted)
            }));
            pages.push(named(format!("{name}, moderator"), move |db| {
                let viewer = moderator(db)?;
                threads::page(db, &viewer, Sight::everything(), OPEN_THREAD, wanted)
            }));
        }
    }
    for id in [9, 10, 11, 13, 15, 16] {
        let page = move |db: &mut Db| {
            threads::page(
                db,
                &Viewer::Anonymous,
                Sight::everything(),
                ThreadId::stored(id),
                Wanted::default(),
            )
        };
        pages.push(named(format!("thread {id}"), page));
    }
    pages.extend([
        named("comments of a thread", |db| {
            threads::comments_of(db, Sight::public(), THREAD, None, None, 50)
        }),
        named("comments of a reply", |db| {
            threads::comments_of(db, Sight::public(), THREAD, Some(ReplyId::stored(8)), cursors()[1], 50)
        }),
        named("history", |db| revisions::history(db, THREAD, None)),
        named("history of a reply", |db| {
            revisions::history(db, THREAD, Some(ReplyId::stored(9)))
        }),
        named("edit form", |db| threads::source(db, Sight::public(), THREAD)),
        named("edit form of a reply", |db| {
            replies::source(db, Sight::public(), ReplyId::stored(6))
        }),
        named("edit form of a comment", |db| {
            comments::source(db, Sight::public(), CommentId::stored(6))
        }),
        named("old address", |db| {
            threads::old_address(db, "stackexchange", &["thread", "reply"], 70)
        }),
    ]);
    pages
}

fn other_pages() -> Vec<(String, Ask)> {
    let now = beginning();
    vec![
        named("every request", move |db| users::find_signed_in(db, "hash 7", now)),
        named("settings", settings::load),
        named("profile", |db| {
            profiles::profile(db, Sight::public(), UserId::stored(2))
        }),
        named("profile in full", |db| {
            profiles::profile(db, Sight::everything(), UserId::stored(2))
        }),
        named("names of a thread and of all", |db| {
            naming::beginning(db, Sight::everything(), Some(THREAD), "person 7", 8)
        }),
        named("own settings", |db| profiles::own(db, UserId::stored(2))),
        named("own sessions", move |db| sessions::of_user(db, UserId::stored(2), now)),
        named("category", |db| categories::by_slug(db, Sight::public(), "help")),
        named("tags", |db| tags::page(db, Sight::everything(), "", 0, 60)),
        named("tags, page two", |db| tags::page(db, Sight::public(), "", 60, 60)),
        named("completion", |db| tags::complete(db, Sight::public(), "tag-1", 8)),
        named("completion of all", |db| {
            tags::complete(db, Sight::everything(), "tag-1", 8)
        }),
        named("a label", |db| tags::by_name(db, Sight::everything(), "tag-1")),
        named("moderation log", |db| {
            moderations::page(db, Sight::everything(), None, 50)
        }),
        named("moderation log, page two", |db| {
            moderations::page(db, Sight::public(), cursors()[1], 50)
        }),
        named("people", |db| directory::page(db, "", None, 50)),
        named("people, page two", |db| directory::page(db, "", cursors()[1], 50)),
        named("people by name", |db| directory::page(db, "person 7", None, 50)),
        named("person", |db| directory::person_row(db, UserId::stored(2))),
        named("sign in", |db| {
            passwords::credentials(
                db,
                &tanya::domain::email::EmailAddress::parse("p7@example.org").unwrap(),
            )
        }),
        named("a letter's link", move |db| {
            let token = Token::offered(&"A".repeat(43)).unwrap();
            tanya::store::tokens::peek(db, Purpose::ResetPassword, &token, now)
        }),
        named("jobs that wait", |db| jobs::page(db, false, None, 50)),
        named("jobs that are dead", |db| jobs::page(db, true, cursors()[1], 50)),
        named("worker looks", move |db| jobs::is_any_due(db, now)),
        named("worker claims", move |db| jobs::claim(db, "worker", now)),
        named("follower reads", |db| changes::after(db, Position::default(), 100)),
        named("follower begins", changes::end),
        named("search server is looked at", |db| search_feeds::seen(db, "meilisearch")),
    ]
}

fn for_machines() -> Vec<(String, Ask)> {
    vec![
        named("feed of all", |db| feeds::threads(db, Sight::public(), &EVERYTHING)),
        named("feed of what waits", |db| {
            let is = Some(Is::Unanswered);
            feeds::threads(db, Sight::public(), &Listing { is, ..EVERYTHING })
        }),
        named("feed of a category", |db| {
            let category = Some(CategoryId::stored(1));
            feeds::threads(db, Sight::public(), &Listing { category, ..EVERYTHING })
        }),
        named("feed of articles", |db| feeds::articles(db, Sight::public())),
        named("feed of a thread", |db| feeds::replies(db, Sight::public(), THREAD)),
        named("sitemap", |db| {
            tanya::web::sitemaps::plan(db, 10, 50_000)?;
            sitemaps::threads(db, Sight::public(), 0, 50_000, 1_000)
        }),
        named("sitemap, another part", |db| {
            tanya::web::sitemaps::plan(db, 10, 500)?;
            sitemaps::threads(db, Sight::public(), 700, 50_000, 1_000)
        }),
        named("sitemap of labels", |db| sitemaps::tags(db, Sight::public(), 5_000)),
        named("picture", |db| threads::outline(db, Sight::public(), THREAD)),
        named("what is gone", |db| {
            threads::is_gone(db, Sight::public(), THREAD)?;
            replies::is_gone(db, Sight::public(), ReplyId::stored(9))
        }),
    ]
}

/// What people see of themselves, and what stands beside lists.
fn own_pages() -> Vec<(String, Ask)> {
    let now = beginning();
    vec![
        named("address that waits", move |db| {
            address_changes::waiting(db, UserId::stored(2), now)
        }),
        named("first steps", |db| hints::steps(db, UserId::stored(2))),
        named("helpers of a category", |db| {
            monthly_helpers::of_category(db, CategoryId::stored(1))
        }),
        named("what is new", |db| {
            let found = threads::list(db, Sight::public(), &EVERYTHING, None, threads::LIST_SIZE)?;
            let mut rows = found.items;
            readings::mark(db, UserId::stored(2), &readings::Readings::new(), &mut rows)?;
            readings::new_replies(db, UserId::stored(2), THREAD, None)
        }),
        named("what is new since a moment ago", move |db| {
            let waiting = readings::Reading { at: now, seen_count: 3 };
            readings::new_replies(db, UserId::stored(2), THREAD, Some(waiting))
        }),
        named("consent that is due", |db| {
            consents::is_due(db, UserId::stored(2), &[(Document::Terms, 1)])?;
            consents::of(db, UserId::stored(2))
        }),
        named("documents", |db| {
            documents::in_force(db)?;
            documents::find(db, Document::Privacy, Some(2))?;
            documents::find(db, Document::Privacy, None)
        }),
        named("announcements", |db| {
            announcements::of_replies(db, &[ReplyId::stored(9_050)])?;
            announcements::newest(db, Sight::public(), THREAD, 0)
        }),
        named("own data", |db| {
            exports::account(db, UserId::stored(2))?;
            for part in exports::Part::ALL.iter().copied() {
                exports::page(db, UserId::stored(2), part, None)?;
                exports::page(db, UserId::stored(2), part, cursors()[1])?;
            }
            Ok(())
        }),
    ]
}

/// What writing asks; each is done and stays done, as the plan is all that is looked at.
fn verbs() -> Vec<(String, Ask)> {
    fn user(db: &mut Db, id: i64) -> Result<(User, Sight), StoreError> {
        Ok((users::find(db, UserId::stored(id))?, Sight::everything()))
    }
    let now = beginning();
    let by = move |db: &mut Db, id: i64, write: &dyn Fn(&mut Content<'_>) -> Result<(), StoreError>| {
        let (author, _) = user(db, id)?;
        write(&mut Content { tx: db, author, now })
    };
    vec![
        named("asking", move |db| {
            by(db, 1, &|ada| {
                ada.ask("help", "A new question", "tag-7, tag-8").map(|_| ())
            })
        }),
        named("replying", move |db| {
            by(db, 2, &|bob| bob.reply(OPEN_THREAD, "An answer").map(|_| ()))
        }),
        named("commenting", move |db| {
            by(db, 2, &|bob| {
                bob.comment(CommentOn::Thread(OPEN_THREAD), "A note").map(|_| ())
            })
        }),
        named("accepting", move |db| {
            let (moderator, sight) = user(db, 3)?;
            replies::accept(db, &moderator, sight, ReplyId::stored(9_050), now)
        }),
        named("voting", move |db| {
            let (moderator, sight) = user(db, 3)?;
            votes::on_thread(db, &moderator, sight, THREAD, Some(Vote::Down), now)?;
            votes::on_reply(db, &moderator, sight, ReplyId::stored(9_051), Some(Vote::Down), now)?;
            thanks::thank(db, &moderator, sight, ReplyId::stored(9_051), true, now)?;
            votes::me_too(db, &moderator, sight, THREAD, true, now)
        }),
        named("signing in", move |db| {
            tanya::store::sessions::open(db, UserId::stored(2), &place("Opera OPR/1"), now)
        }),
        named("deleting and bringing back", move |db| {
            let (moderator, sight) = user(db, 3)?;
            let no = Reason::parse("").unwrap();
            replies::delete(db, &moderator, sight, ReplyId::stored(9_052), &no, now)?;
            replies::undelete(db, &moderator, sight, ReplyId::stored(9_052), now)?;
            threads::delete(db, &moderator, sight, OPEN_THREAD, &no, now)?;
            threads::undelete(db, &moderator, sight, OPEN_THREAD, now)
        }),
        named("counting views", |db| threads::add_views(db, &[(THREAD, 1)])),
    ]
}

/// What is asked beside pages and verbs.
fn upkeep() -> Vec<(String, Ask)> {
    let now = beginning();
    vec![
        named("trying to sign in", move |db| {
            throttle::attempt(db, &[throttle::Subject::Network("10.0.7")], now)?;
            throttle::take_back(db, &throttle::Subject::Network("10.0.7"))?;
            throttle::clear(db, &throttle::Subject::Network("10.0.7"))
        }),
        named("noting what was read", move |db| {
            let reading = readings::Reading { at: now, seen_count: 3 };
            readings::put(db, &[(UserId::stored(2), THREAD, reading)])
        }),
        named("sweeping", |db| {
            // When little has run out yet, as after each other sweep.
            let early: DateTime<Utc> = "2025-01-01T00:30:00Z".parse().unwrap();
            throttle::sweep(db, early)?;
            sign_ups::sweep(db, early)?;
            address_changes::sweep(db, early)?;
            tanya::store::tokens::sweep(db, early)?;
            sessions::sweep(db, early)?;
            submissions::sweep(db, early)?;
            ask_sessions::sweep(db, early)?;
            known_browsers::sweep(db, early)
        }),
        named("rendering again", |db| renderings::any_outdated(db, 2)),
    ]
}
