//! Made-up archives, read by both passes.

use tempfile::TempDir;

use super::*;
use crate::import::report::Noun;

fn post(id: i64, number: i64, more: &str) -> String {
    format!(
        r#"{{"id":{id},"username":"ada","user_id":7,"created_at":"2020-01-0{number}T10:00:00.000Z",
        "updated_at":"2020-02-01T00:00:00.000Z","cooked":"<p>Post {number}</p>","post_number":{number},"post_type":1,
        "version":1,"hidden":false,"actions_summary":[{{"id":2,"count":3}}]{more}}}"#
    )
}

fn topic(id: i64, category: i64, posts: &[String], more: &str) -> String {
    format!(
        r#"{{"post_stream":{{"posts":[{}],"stream":[]}},"id":{id},"title":"Topic {id}","category_id":{category},
        "archetype":"regular","views":9,"visible":true,"closed":false,"archived":false{more}}}"#,
        posts.join(",\n")
    )
}

fn answered() -> String {
    let hidden = post(13, 3, "").replace(r#""hidden":false"#, r#""hidden":true"#);
    let action = post(14, 4, r#","action_code":"closed.enabled""#)
        .replace(r#""post_type":1"#, r#""post_type":3"#)
        .replace("<p>Post 4</p>", "<p>It is <em>settled</em>.</p>")
        .replace(r#""count":3"#, r#""count":0"#);
    let more = r#","tags":["shader",{"id":3,"name":"lua"}],"accepted_answer":{"post_number":2,"username":"ada"}"#;
    topic(1, 10, &[post(11, 1, ""), post(12, 2, ""), hidden, action], more)
        .replace(r#""closed":false"#, r#""closed":true"#)
}

fn archive(files: &[(&str, &str)]) -> TempDir {
    let folder = tempfile::tempdir().unwrap();
    for (name, content) in files {
        let file = folder.path().join(name);
        std::fs::create_dir_all(file.parent().unwrap()).unwrap();
        std::fs::write(file, content).unwrap();
    }
    folder
}

fn small() -> TempDir {
    let talk = topic(2, 6, &[post(21, 1, ""), post(22, 2, "")], "");
    let message = topic(3, 6, &[post(31, 1, "")], "").replace("regular", "private_message");
    archive(&[
        ("deep/er/one.1.json", &answered()),
        ("two.2.json", &talk),
        ("three.3.json", &message),
        ("site.json", "{\"categories\":[]}"),
        ("._two.2.json", "not ours"),
    ])
}

fn records(topics: &Topics) -> Vec<Record> {
    let mut records = Vec::new();
    topics
        .each_record(&Progress::unseen(), &mut |record| {
            records.push(record);
            Ok(())
        })
        .unwrap();
    records
}

fn counts(report: &Report) -> Vec<(u64, u64)> {
    use Noun::*;
    [
        Questions,
        Discussions,
        Replies,
        UpVotes,
        Acceptances,
        Moderations,
        HiddenPosts,
        Closures,
        People,
        Tags,
        OtherFiles,
    ]
    .map(|noun| (report.read(noun), report.kept(noun)))
    .to_vec()
}

#[test]
fn a_small_archive_is_counted() {
    let folder = small();
    let topics = Topics::check(folder.path(), None, None).unwrap();
    let expected = [
        (1, 1),
        (2, 1),
        (3, 3),
        (18, 15),
        (1, 1),
        (1, 1),
        (1, 1),
        (1, 1),
        (1, 1),
        (2, 2),
        (1, 0),
    ];
    assert_eq!(counts(topics.report()), expected, "{}", topics.report());
}

#[test]
fn a_packed_archive_gives_the_same() {
    let folder = small();
    let packed = tempfile::tempdir().unwrap();
    let file = std::fs::File::create(packed.path().join("all.tar.zst")).unwrap();
    let mut tar = tar::Builder::new(zstd::Encoder::new(file, 1).unwrap().auto_finish());
    tar.append_dir_all("posts", folder.path()).unwrap();
    drop(tar.into_inner().unwrap());
    let plain = Topics::check(folder.path(), None, None).unwrap();
    let inside = Topics::check(packed.path(), None, None).unwrap();
    let itself = Topics::check(&packed.path().join("all.tar.zst"), None, None).unwrap();
    assert_eq!(plain.report(), inside.report());
    assert_eq!(plain.report(), itself.report());
    assert_eq!(records(&plain).len(), records(&itself).len());
    std::fs::write(packed.path().join("all.tar.zst"), b"not packed at all").unwrap();
    assert!(Topics::check(packed.path(), None, None).is_err());
}

#[test]
fn a_topic_becomes_a_thread_with_its_acts() {
    let folder = small();
    let topics = Topics::check(folder.path(), None, None).unwrap();
    let records = records(&topics);
    let thread = records.iter().find_map(|record| match record {
        Record::Thread(thread) if thread.id == 1 => Some(thread),
        _ => None,
    });
    let thread = thread.unwrap();
    assert!(thread.is_question);
    assert_eq!(thread.tags, ["shader", "lua"]);
    assert_eq!((thread.post.up_count, thread.post.edited_at), (3, None));
    let closing = thread.closing.clone().unwrap();
    assert_eq!(
        (closing.by, closing.closed_at.to_rfc3339()),
        (Author::Person(7), "2020-01-04T10:00:00+00:00".into())
    );
    let acceptance = Acceptance {
        thread: 1,
        reply: 12,
        by_asker: false,
        accepted_on: None,
    };
    assert!(records.contains(&Record::Acceptance(acceptance)));
    let reasons: Vec<_> = records
        .iter()
        .filter_map(|record| match record {
            Record::Act(act) => Some(act.reason.as_str()),
            _ => None,
        })
        .collect();
    assert_eq!(reasons, ["It is settled."]);
    let hidden = records
        .iter()
        .any(|record| matches!(record, Record::Reply(reply) if reply.id == 13 && reply.post.is_hidden));
    assert!(hidden);
}

#[test]
fn questions_and_names_can_be_given() {
    let folder = small();
    let names = folder.path().join("names.txt");
    std::fs::write(&names, "6 Talk\n10 Help\n").unwrap();
    let topics = Topics::check(folder.path(), Some(&names), Some(&[6, 99])).unwrap();
    assert_eq!(topics.report().kept(Noun::Acceptances), 0);
    assert_eq!(topics.report().notes.len(), 1);
    let categories: Vec<_> = records(&topics)
        .into_iter()
        .filter_map(|record| match record {
            Record::Category(category) => Some((category.name, category.takes_questions)),
            _ => None,
        })
        .collect();
    assert_eq!(categories, [("Talk".to_owned(), true), ("Help".to_owned(), false)]);
}

#[test]
fn a_bad_file_stops_at_its_line() {
    let error = |content: &str| {
        let folder = archive(&[("a.1.json", content)]);
        match Topics::check(folder.path(), None, None) {
            Err(error @ ImportError::Malformed { .. }) => {
                error.to_string().replace(&format!("{}/", folder.path().display()), "")
            }
            Err(other) => panic!("{other}"),
            Ok(_) => String::from("nothing wrong"),
        }
    };
    let good = topic(1, 10, &[post(11, 1, ""), post(12, 2, "")], "");
    assert_eq!(error(&good), "nothing wrong");
    assert!(error("").starts_with("a.1.json, line 1: EOF"), "{}", error(""));
    assert!(error("hello").starts_with("a.1.json, line 1: expected value"));
    assert!(error(good.get(..good.len() - 40).unwrap()).starts_with("a.1.json, line "));
    assert!(error(&good.replace("\"id\":12", "\"id\":99999999999999999999")).starts_with("a.1.json, line 4: "));
    assert!(error(&good.replace("\"id\":12", "\"id\":-12")).starts_with("a.1.json, line 4: the number -12"));
    assert!(error(&good.replace("Post 2", "Post \\u0000")).starts_with("a.1.json, line 5: a null character"));
    assert!(error(&good.replace("2020-01-02T10", "yesterday")).starts_with("a.1.json, line 4: "));
    assert!(error(&good.replace("\"title\"", "\"tittle\"")).contains("missing field `title`"));
}
