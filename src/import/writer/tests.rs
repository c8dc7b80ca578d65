//! Made-up records written into a database of their own: whole, interrupted, and twice.

use tempfile::TempDir;

use super::*;
use crate::domain::resolution::CloseReason;
use crate::import::Take;
use crate::import::progress::Progress;
use crate::import::record::{
    Acceptance, Author, Category, Closing, Comment, Duplicate, Person, Post, Record, Reply, Tag, Thread, Under,
};
use crate::store::DatabaseUrl;
use crate::store::inspection;
use crate::store::migrations::migrate;
use crate::store::threads::{OldAddress, old_address};

/// Gives made-up records, and stops before one of them when told so.
struct Made {
    records: Vec<Record>,
    stop_before: Option<usize>,
    report: Report,
}

impl Reader for Made {
    fn family(&self) -> &'static str {
        "stackexchange"
    }

    fn report(&self) -> &Report {
        &self.report
    }

    fn size(&self) -> u64 {
        0
    }

    fn each_record(&self, _: &Progress, take: &mut Take<'_>) -> Result<(), ImportError> {
        for (number, record) in self.records.iter().enumerate() {
            if self.stop_before == Some(number) {
                return Err(ImportError::Changed("cut off".to_owned()));
            }
            take(record.clone())?;
        }
        Ok(())
    }
}

fn made(stop_before: Option<usize>) -> Made {
    Made {
        records: records(),
        stop_before,
        report: Report::default(),
    }
}

fn at(day: u32) -> DateTime<Utc> {
    format!("2021-05-{day:02}T10:00:00Z").parse().unwrap()
}

fn post(author: Author, html: &str, day: u32) -> Post {
    Post {
        html: html.to_owned(),
        author,
        created_at: at(day),
        edited_at: None,
        up_count: 3,
        down_count: 1,
        is_hidden: false,
    }
}

fn thread(id: SourceId, closing: Option<Closing>) -> Record {
    Record::Thread(Box::new(Thread {
        id,
        is_question: true,
        opening: None,
        category: 0,
        title: format!("Question {id}"),
        tags: vec!["Api".to_owned(), format!("tag {}", id % 7)],
        post: post(Author::Person(7), "<p>How <em>so</em>?</p>", 1),
        view_count: 5,
        pinned_at: None,
        locked_at: None,
        closing,
    }))
}

fn reply(id: SourceId, thread: SourceId, author: Author, day: u32) -> Record {
    Record::Reply(Box::new(Reply {
        id,
        thread,
        number: Some(2),
        post: post(author, "<p>So</p>", day),
    }))
}

fn comment(id: SourceId, under: Under) -> Record {
    let author = Author::Person(8);
    let markdown = "Is *it*?".to_owned();
    Record::Comment(Comment {
        id,
        under,
        markdown,
        author,
        created_at: at(9),
        up_count: 2,
    })
}

/// Enough questions for several batches; the first three have stories.
fn records() -> Vec<Record> {
    let person = |id, name: &str| {
        let about_html = "<p>Hello</p>".to_owned();
        Record::Person(Person {
            id,
            name: name.to_owned(),
            joined_at: at(1),
            about_html,
        })
    };
    let name = "Help".to_owned();
    let mut records = vec![
        Record::Category(Category {
            id: 0,
            name,
            slug: None,
            takes_questions: true,
        }),
        person(-1, "Community"),
        person(7, "Ada"),
        person(8, "Bob\u{0}\n B"),
        Record::Tag(Tag {
            id: Some(4),
            name: "unused".to_owned(),
        }),
    ];
    let closing = Closing {
        reason: CloseReason::Duplicate,
        by: Author::Gone,
        closed_at: at(9),
    };
    records.push(thread(1, None));
    records.push(thread(2, Some(closing)));
    records.extend((3..1_000).map(|id| thread(id, None)));
    records.push(reply(2_001, 1, Author::Person(8), 3));
    records.push(reply(2_002, 1, Author::Named("gone".to_owned()), 4));
    records.push(reply(2_003, 3, Author::Gone, 5));
    records.extend(
        [(1, Under::Thread(1)), (2, Under::Thread(1)), (3, Under::Reply(2_001))].map(|(id, under)| comment(id, under)),
    );
    records.push(Record::Acceptance(Acceptance {
        thread: 1,
        reply: 2_001,
        by_asker: true,
        accepted_on: chrono::NaiveDate::from_ymd_opt(2021, 5, 1),
    }));
    records.push(Record::Duplicate(Duplicate {
        thread: 2,
        original: 1,
        linked_at: at(9),
    }));
    records
}

fn store() -> (TempDir, Store) {
    let folder = tempfile::tempdir().unwrap();
    let url = DatabaseUrl::of_data_dir(folder.path());
    migrate(&url).unwrap();
    let store = Store::open(&url).unwrap();
    (folder, store)
}

fn ask(store: &Store, query: &str) -> Vec<String> {
    store.read_now(|db| inspection::lines(db, query)).unwrap()
}

fn run(store: &Store, statement: &str) -> usize {
    store.write_now(|tx| inspection::run(tx, statement)).unwrap()
}

/// Everything that an import may change, in one list.
fn everything(store: &Store) -> Vec<String> {
    let queries = [
        "select id || name || thread_count || reply_count || accepted_count as a from users order by id",
        "select id || slug || thread_count || open_count || resolved_count as a from categories order by id",
        "select name || thread_count as a from tags order by name",
        "select title || standing || reply_count || comment_count || active_at || score || body_markdown || body_html as a \
         from threads order by title",
        "select body_markdown || comment_count || score as a from replies order by id",
        "select position || body_html || up_count as a from comments order by id",
        "select accepted_at || precision || accepted_by_id as a from acceptances",
        "select reason || (original_id is not null) as a from closures",
        "select count(*) as a from duplicate_links",
        "select count(*) as a from thread_tags",
        "select count(*) as a from origins",
        "select count(*) as a from jobs",
    ];
    queries.iter().flat_map(|query| ask(store, query)).collect()
}

#[test]
fn what_was_written_hangs_together() {
    let (_folder, store) = store();
    let report = write(&made(None), &store, "stackexchange/made", at(20)).unwrap();
    let written =
        [Noun::People, Noun::Questions, Noun::Replies, Noun::Comments, Noun::Tags].map(|noun| report.written(noun));
    assert_eq!(written, [3, 999, 3, 3, 9]);
    let counts = "select thread_count || ' ' || reply_count || ' ' || accepted_count as a from users order by id";
    assert_eq!(ask(&store, counts), ["0 0 0", "999 0 0", "0 1 1"]);
    let first = "select standing || ' ' || reply_count || ' ' || comment_count || ' ' || active_at as a \
                 from threads order by id limit 3";
    let expected = [
        "resolved 2 2 2021-05-04 10:00:00",
        "closed 0 0 2021-05-01 10:00:00",
        "answered 1 0 2021-05-05 10:00:00",
    ];
    assert_eq!(ask(&store, first), expected);
    let tags = "select thread_count as a from tags where name in ('api', 'unused') order by name";
    assert_eq!(ask(&store, tags), ["999", "0"]);
    let category = "select slug || thread_count || ' ' || open_count || ' ' || resolved_count as a from categories";
    assert_eq!(ask(&store, category), ["help999 997 1"]);
    let changes = "select count(*) || ' ' || count(distinct noun_id) as a from changes";
    assert_eq!(ask(&store, changes), ["999 999"]);
    assert_eq!(ask(&store, "select count(*) as a from jobs"), ["0"]);
}

#[test]
fn texts_names_and_times_are_kept() {
    let (_folder, store) = store();
    write(&made(None), &store, "stackexchange/made", at(20)).unwrap();
    assert_eq!(
        ask(&store, "select name as a from users order by id"),
        ["Community", "Ada", "Bob B"]
    );
    assert_eq!(
        ask(&store, "select body_markdown as a from threads limit 1"),
        ["How *so*?"]
    );
    assert_eq!(
        ask(&store, "select body_source as a from threads limit 1"),
        ["<p>How <em>so</em>?</p>"]
    );
    assert_eq!(
        ask(&store, "select position as a from comments order by id"),
        ["1", "2", "1"]
    );
    assert_eq!(
        ask(&store, "select accepted_at as a from acceptances"),
        ["2021-05-03 10:00:00"]
    );
    assert_eq!(
        ask(
            &store,
            "select count(*) as a from closures where original_id is not null"
        ),
        ["1"]
    );
}

#[test]
fn old_numbers_lead_to_new_ids() {
    let (_folder, store) = store();
    write(&made(None), &store, "stackexchange/made", at(20)).unwrap();
    let found = store
        .read_now(|db| old_address(db, "stackexchange", &["thread"], 1))
        .unwrap();
    let OldAddress::Thread(thread) = found else {
        panic!("{found:?} is no thread")
    };
    let reply = store
        .read_now(|db| imports::find_numbered_reply(db, thread.get(), 2))
        .unwrap();
    assert_eq!(
        reply.map(|id| id.to_string()),
        ask(&store, "select min(id) as a from replies").first().cloned()
    );
}

#[test]
fn a_second_run_changes_nothing() {
    let (_folder, store) = store();
    write(&made(None), &store, "stackexchange/made", at(20)).unwrap();
    let before = everything(&store);
    let report = write(&made(None), &store, "stackexchange/made", at(21)).unwrap();
    assert_eq!(report.written_in_all(), 0, "{report}");
    assert_eq!(everything(&store), before);
    assert_eq!(ask(&store, "select count(*) as a from changes"), ["999"]);
}

#[test]
fn the_number_of_a_first_post_that_an_earlier_run_did_not_keep_is_made_up_for() {
    let (_folder, store) = store();
    let mut dump = made(None);
    for record in &mut dump.records {
        if let Record::Thread(thread) = record {
            thread.opening = Some(50_000 + thread.id);
        }
    }
    write(&dump, &store, "discourse/made", at(20)).unwrap();
    let before = everything(&store);
    assert_eq!(run(&store, "delete from origins where noun = 'opening'"), 999);
    let report = write(&dump, &store, "discourse/made", at(21)).unwrap();
    assert_eq!(report.written_in_all(), 0, "{report}");
    assert_eq!(everything(&store), before);
    let found = store.read_now(|db| old_address(db, "stackexchange", &["opening"], 50_001));
    assert!(matches!(found, Ok(OldAddress::Thread(_))), "{found:?}");
}

#[test]
fn an_interrupted_run_goes_on_where_it_stopped() {
    let (_folder, whole) = store();
    write(&made(None), &whole, "stackexchange/made", at(20)).unwrap();
    let (_folder, store) = store();
    let last = records().len();
    for stop in [0, 3, 500, 900, last - 7, last - 3, last - 1] {
        let stopped = write(&made(Some(stop)), &store, "stackexchange/made", at(20));
        assert!(matches!(stopped, Err(ImportError::Changed(_))));
    }
    assert_ne!(ask(&store, "select count(*) as a from threads"), ["0"]);
    write(&made(None), &store, "stackexchange/made", at(20)).unwrap();
    assert_eq!(everything(&store), everything(&whole));
    assert_eq!(ask(&store, "select count(distinct noun_id) as a from changes"), ["999"]);
}

#[test]
fn what_people_settled_since_stays() {
    let (_folder, store) = store();
    write(&made(None), &store, "stackexchange/made", at(20)).unwrap();
    let undo = [
        "update acceptances set ended_at = '2021-06-01 00:00:00'",
        "delete from duplicate_links",
    ];
    for statement in undo {
        assert_eq!(run(&store, statement), 1);
    }
    let report = write(&made(None), &store, "stackexchange/made", at(21)).unwrap();
    assert_eq!(report.written_in_all(), 0, "{report}");
    assert_eq!(ask(&store, "select count(*) as a from acceptances"), ["1"]);
}

#[test]
fn the_same_dump_under_another_name_is_refused() {
    let (_folder, store) = store();
    write(&made(None), &store, "stackexchange/made", at(20)).unwrap();
    let again = write(&made(None), &store, "stackexchange/moved", at(21));
    assert!(matches!(again, Err(ImportError::Refused(reason)) if reason.contains("stackexchange/made")));
    assert_eq!(ask(&store, "select count(*) as a from threads"), ["999"]);
}

#[test]
fn a_thread_that_was_deleted_for_good_stays_away() {
    let (_folder, store) = store();
    write(&made(None), &store, "stackexchange/made", at(20)).unwrap();
    assert_eq!(run(&store, "delete from threads where title = 'Question 3'"), 1);
    let mut more = made(None);
    more.records.push(reply(2_004, 3, Author::Gone, 6));
    let report = write(&more, &store, "stackexchange/made", at(21)).unwrap();
    assert_eq!(report.written_in_all(), 0, "{report}");
}

#[test]
fn a_newer_dump_adds_what_is_new() {
    let (_folder, store) = store();
    write(&made(None), &store, "stackexchange/made", at(20)).unwrap();
    let mut more = made(None);
    more.records.push(reply(2_004, 4, Author::Person(8), 6));
    more.records.push(comment(9, Under::Thread(1)));
    let report = write(&more, &store, "stackexchange/made", at(21)).unwrap();
    assert_eq!((report.written(Noun::Replies), report.written(Noun::Comments)), (1, 1));
    let standing = "select standing as a from threads where title = 'Question 4'";
    assert_eq!(ask(&store, standing), ["answered"]);
    assert_eq!(
        ask(&store, "select max(position) as a from comments where reply_id is null"),
        ["3"]
    );
    assert_eq!(ask(&store, "select count(*) as a from changes"), ["1001"]);
}

#[test]
fn names_that_are_addresses_of_something_else_become_others() {
    let (_folder, store) = store();
    let mut renamed = made(None);
    for record in &mut renamed.records {
        match record {
            Record::Category(category) => category.name = "New".to_owned(),
            Record::Tag(tag) => tag.name = "Complete".to_owned(),
            _ => {}
        }
    }
    for day in [20, 21] {
        write(&renamed, &store, "stackexchange/made", at(day)).unwrap();
        assert_eq!(ask(&store, "select slug as a from categories"), ["new-2"]);
        assert_eq!(
            ask(&store, "select name as a from tags where name like 'complete%'"),
            ["complete-tag"]
        );
    }
}
