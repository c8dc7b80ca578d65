//! What articles do.

use chrono::Duration;
use diesel::connection::SimpleConnection;
use tanya::domain::article::LinkKind;
use tanya::domain::ask_session::{Ending, Visitor};
use tanya::domain::body::Reason;
use tanya::domain::id::ArticleId;
use tanya::domain::report::{Period, Selection};
use tanya::domain::sight::Sight;
use tanya::domain::subject::Subject;
use tanya::reports::knowledge::{Knowledge, knowledge};
use tanya::store::article_opinions;
use tanya::store::knowledge::articles;

use super::Forum;

struct Written {
    forum: Forum,
    public: ArticleId,
    staff: ArticleId,
}

fn written() -> Written {
    let forum = Forum::spawn();
    let section = forum.app.by("cat", |cat| cat.section("Boxes", None));
    let article = |title: &str, audience: &str| forum.app.by("root", |root| root.article(section, title, audience));
    let (public, staff) = (
        article("Opening boxes", "public"),
        article("Keys of the staff", "staff"),
    );
    Written { forum, public, staff }
}

impl Written {
    fn figures(&self, sight: Sight) -> Knowledge {
        self.figures_of(sight, &Selection::usual(self.forum.now))
    }

    fn figures_of(&self, sight: Sight, selection: &Selection) -> Knowledge {
        self.forum
            .app
            .read(|db| knowledge(db, sight, selection, self.forum.now))
    }

    fn opine(&self, visitor: usize, article: ArticleId, has_helped: bool) {
        let visitor = Visitor::stored(format!("reader {visitor}"));
        let (now, reason) = (self.forum.now, Reason::default());
        self.forum
            .app
            .write(|tx| article_opinions::give(tx, &visitor, Sight::everything(), article, (has_helped, &reason), now));
    }
}

#[test]
fn articles_are_counted_by_what_they_answered_and_solved() {
    let written = written();
    let forum = &written.forum;
    let (one, other) = (forum.thread(), forum.thread());
    let hidden = forum
        .app
        .by("dan", |dan| dan.ask("back-office", "Where is the key?", "key"));
    for (thread, article) in [(one, written.public), (other, written.public), (hidden, written.staff)] {
        forum
            .app
            .by("root", |root| root.link(thread, article, LinkKind::Answers));
    }
    let solved = Subject::Article(written.public);
    forum.end(&forum.visit("a", 3), Ending::Solved, solved);
    forum.end(&forum.visit("b", 100), Ending::Solved, solved);
    let dan = written.figures(forum.sight("dan"));
    assert_eq!((dan.totals.answered, dan.totals.solved), (3, 1));
    let told: Vec<(i64, i64)> = dan.paying.iter().map(|row| (row.answered, row.solved)).collect();
    assert_eq!(told, [(2, 1), (1, 0)]);
    let cat = written.figures(forum.sight("cat"));
    assert_eq!((cat.totals.answered, cat.totals.solved), (2, 1));
    assert_eq!(cat.paying.len(), 1);
    assert_eq!(cat.totals.contacts(), cat.paying[0].contacts());
    let narrowed = Selection {
        category: Some(forum.category("news")),
        ..Selection::usual(forum.now)
    };
    assert_eq!(written.figures_of(forum.sight("dan"), &narrowed).totals.contacts(), 0);
    let day = |days| forum.ago(days).date_naive();
    let before = Selection::of(Period::of_days(day(120), day(90)).unwrap());
    let earlier = written.figures_of(forum.sight("dan"), &before).totals;
    assert_eq!((earlier.answered, earlier.solved), (0, 1));
}

#[test]
fn what_does_not_help_is_named_and_what_is_due() {
    let written = written();
    for visitor in 0..3 {
        written.opine(visitor, written.public, false);
        written.opine(visitor + 3, written.public, true);
        written.opine(visitor, written.staff, visitor > 0);
    }
    let figures = written.figures(Sight::everything());
    assert_eq!((figures.totals.helped, figures.totals.not_helped), (5, 4));
    let named: Vec<i64> = figures.failing.iter().map(|row| row.number).collect();
    assert_eq!(named, [written.public.get()]);
    assert_eq!(written.figures(Sight::public()).totals.helped, 3);
    assert_eq!(figures.totals.due, 0);
    written.forum.app.write(|tx| {
        let due = format!(
            "update articles set review_at = '2026-03-01 00:00:00' where id = {}",
            written.staff
        );
        Ok(tx.batch_execute(&due)?)
    });
    let due = written.figures(Sight::everything());
    assert_eq!((due.totals.due, due.due[0].number), (1, written.staff.get()));
    let public = written.figures(Sight::public());
    assert_eq!((public.totals.due, public.due.len()), (0, 0));
}

#[test]
fn pages_of_articles_hold_each_in_sight_once() {
    let written = written();
    let selection = Selection::usual(written.forum.now);
    let numbers = |sight: Sight| {
        let (mut numbers, mut after) = (Vec::new(), None);
        loop {
            let page = written.forum.app.read(|db| articles(db, sight, &selection, after, 1));
            let Some(row) = page.first() else {
                return numbers;
            };
            numbers.push(row.number);
            after = Some(row.id());
        }
    };
    assert_eq!(numbers(Sight::public()), [written.public.get()]);
    assert_eq!(
        numbers(Sight::everything()),
        [written.public.get(), written.staff.get()]
    );
}

#[test]
fn without_articles_there_is_nothing_to_tell() {
    let forum = Forum::spawn();
    let selection = Selection::usual(forum.now + Duration::days(400));
    let figures = forum
        .app
        .read(|db| knowledge(db, Sight::everything(), &selection, forum.now));
    assert_eq!(figures.totals.contacts(), 0);
    assert!(figures.paying.is_empty() && figures.failing.is_empty() && figures.due.is_empty());
}
