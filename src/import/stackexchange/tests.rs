//! Made-up dumps, read by both passes.

use tempfile::TempDir;

use super::*;

const USERS: &str = r#"<users>
<row Id="-1" DisplayName="Community" CreationDate="2021-01-01T00:00:00.000" AboutMe="&lt;p&gt;Not a person&lt;/p&gt;" />
<row Id="7" DisplayName="Ada" CreationDate="2021-01-02T00:00:00.000" />
</users>"#;

const POSTS: &str = r#"<posts>
<row Id="2" PostTypeId="2" ParentId="1" CreationDate="2021-02-02T10:00:00.000" Score="1" Body="&lt;p&gt;Yes&lt;/p&gt;" OwnerUserId="7" />
<row Id="1" PostTypeId="1" AcceptedAnswerId="2" CreationDate="2021-02-01T10:00:00.123" Score="0" ViewCount="5" Body="&lt;p&gt;Does it?&lt;/p&gt;" OwnerDisplayName="user23" LastEditDate="2021-02-03T00:00:00" Title="Does it?" Tags="|api|new-tag|" ClosedDate="2021-03-01T00:00:00.000" />
<row Id="3" PostTypeId="5" CreationDate="2021-02-01T10:00:00.000" Body="" />
<row Id="4" PostTypeId="2" ParentId="99" CreationDate="2021-02-02T10:00:00.000" Score="0" Body="lost" />
<row Id="5" PostTypeId="1" AcceptedAnswerId="2" CreationDate="2021-02-05T10:00:00.000" Score="0" Body="again" OwnerUserId="55" Title="Once more" Tags="&lt;api&gt;" />
</posts>"#;

const VOTES: &str = r#"<votes>
<row Id="1" PostId="1" VoteTypeId="2" CreationDate="2021-02-01T00:00:00.000" />
<row Id="2" PostId="1" VoteTypeId="3" CreationDate="2021-02-01T00:00:00.000" />
<row Id="3" PostId="2" VoteTypeId="2" CreationDate="2021-02-01T00:00:00.000" />
<row Id="4" PostId="2" VoteTypeId="1" CreationDate="2021-02-01T00:00:00.000" />
<row Id="5" PostId="2" VoteTypeId="16" CreationDate="2021-02-01T00:00:00.000" />
<row Id="6" PostId="99" VoteTypeId="2" CreationDate="2021-02-01T00:00:00.000" />
</votes>"#;

const COMMENTS: &str = r#"<comments>
<row Id="1" PostId="1" Score="2" Text="Hm *what*?" CreationDate="2021-02-01T11:00:00.000" UserId="7" />
<row Id="2" PostId="2" Score="0" Text="Thanks" CreationDate="2021-02-02T11:00:00.000" UserDisplayName="user23" />
<row Id="3" PostId="3" Score="0" Text="Under a tag's page" CreationDate="2021-02-02T11:00:00.000" UserId="7" />
</comments>"#;

const LINKS: &str = r#"<postlinks>
<row Id="1" CreationDate="2021-02-06T00:00:00.000" PostId="5" RelatedPostId="1" LinkTypeId="3" />
<row Id="2" CreationDate="2021-02-06T00:00:00.000" PostId="5" RelatedPostId="88" LinkTypeId="3" />
<row Id="3" CreationDate="2021-02-06T00:00:00.000" PostId="1" RelatedPostId="5" LinkTypeId="1" />
</postlinks>"#;

const TAGS: &str = r#"<tags>
<row Id="4" TagName="api" Count="2" />
<row Id="5" TagName="unused" Count="0" />
</tags>"#;

const HISTORY: &str = r#"<posthistory>
<row Id="1" PostHistoryTypeId="10" PostId="1" CreationDate="2021-03-01T00:00:00.000" UserId="-1" Comment="102" />
<row Id="2" PostHistoryTypeId="2" PostId="1" CreationDate="2021-02-01T00:00:00.000" UserId="7" Text="Does it?" />
</posthistory>"#;

fn dump(files: &[(&str, &str)]) -> TempDir {
    let folder = tempfile::tempdir().unwrap();
    for (name, content) in files {
        std::fs::write(folder.path().join(name), content).unwrap();
    }
    folder
}

fn small() -> TempDir {
    let tags = "<tags><row Id=\"4\" TagName=\"api\" Count=\"2\" /></tags>";
    dump(&[
        ("Users.xml", USERS),
        ("Posts.xml", POSTS),
        ("Votes.xml", VOTES),
        ("Comments.xml", COMMENTS),
        ("PostLinks.xml", LINKS),
        ("PostHistory.xml", HISTORY),
        ("Tags.xml", tags),
    ])
}

fn records(folder: &TempDir) -> Vec<Record> {
    let dump = Dump::check(folder.path(), "Questions").unwrap();
    let mut records = Vec::new();
    dump.each_record(&Progress::unseen(), &mut |record| {
        records.push(record);
        Ok(())
    })
    .unwrap();
    records
}

#[test]
fn a_small_dump_is_counted() {
    let folder = small();
    let dump = Dump::check(folder.path(), "Questions").unwrap();
    let report = dump.report();
    let both = |noun| (report.read(noun), report.kept(noun));
    assert_eq!(both(Noun::People), (2, 2));
    assert_eq!(both(Noun::Questions), (2, 2));
    assert_eq!(both(Noun::Replies), (2, 1));
    assert_eq!(both(Noun::OtherPosts), (1, 0));
    assert_eq!(both(Noun::Comments), (3, 2));
    assert_eq!(both(Noun::UpVotes), (3, 2));
    assert_eq!(both(Noun::DownVotes), (1, 1));
    assert_eq!(both(Noun::OtherVotes), (2, 1));
    assert_eq!(both(Noun::Acceptances), (2, 1));
    assert_eq!(both(Noun::DuplicateLinks), (2, 1));
    assert_eq!(both(Noun::RelatedLinks), (1, 0));
    assert_eq!(both(Noun::Closures), (1, 1));
    assert_eq!(both(Noun::Tags), (2, 2));
    assert_eq!(both(Noun::History), (2, 1));
}

#[test]
fn records_come_after_what_they_refer_to() {
    let records = records(&small());
    let order: Vec<&str> = records
        .iter()
        .map(|record| match record {
            Record::Category(_) => "category",
            Record::Person(_) => "person",
            Record::Tag(_) => "tag",
            Record::Thread(_) => "thread",
            Record::Reply(_) => "reply",
            Record::Comment(_) => "comment",
            Record::Acceptance(_) => "acceptance",
            Record::Duplicate(_) => "duplicate",
            Record::Act(_) => "act",
        })
        .collect();
    let expected = [
        "category",
        "person",
        "person",
        "tag",
        "thread",
        "thread",
        "reply",
        "comment",
        "comment",
        "acceptance",
        "duplicate",
    ];
    assert_eq!(order, expected);
}

#[test]
fn a_question_keeps_its_author_votes_tags_and_closing() {
    let thread = records(&small()).into_iter().find_map(|record| match record {
        Record::Thread(thread) => Some(thread),
        _ => None,
    });
    let thread = thread.unwrap();
    assert_eq!(
        (thread.id, thread.title.as_str(), thread.view_count),
        (1, "Does it?", 5)
    );
    assert_eq!(thread.tags, ["api", "new-tag"]);
    assert_eq!((thread.post.up_count, thread.post.down_count), (1, 1));
    assert_eq!(thread.post.author, Author::Named("user23".into()));
    assert_eq!(thread.post.created_at.to_rfc3339(), "2021-02-01T10:00:00.123+00:00");
    let closing = thread.closing.unwrap();
    assert_eq!(
        (closing.reason, closing.by),
        (CloseReason::OffTopic, Author::Person(-1))
    );
}

#[test]
fn an_acceptance_is_known_to_the_day() {
    let accepted = records(&small()).into_iter().find_map(|record| match record {
        Record::Acceptance(acceptance) => Some(acceptance.accepted_on),
        _ => None,
    });
    assert_eq!(accepted, Some(chrono::NaiveDate::from_ymd_opt(2021, 2, 1)));
}

#[test]
fn missing_files_are_empty_ones() {
    let folder = dump(&[("Posts.xml", POSTS)]);
    let dump = Dump::check(folder.path(), "Questions").unwrap();
    assert_eq!(dump.report().kept(Noun::Questions), 2);
    assert_eq!(dump.report().kept(Noun::People), 0);
    let author = records(&folder).into_iter().find_map(|record| match record {
        Record::Reply(reply) => Some(reply.post.author),
        _ => None,
    });
    assert_eq!(author, Some(Author::Named("user7".into())));
}

#[test]
fn a_tag_or_link_whose_whole_row_stands_twice_is_skipped_by_both_passes() {
    let folder = small();
    let again = |text: &str, row: usize| {
        let row = text.lines().nth(row).unwrap();
        text.replace(row, &format!("{row}\n{row}"))
    };
    std::fs::write(folder.path().join("Tags.xml"), again(TAGS, 1)).unwrap();
    std::fs::write(folder.path().join("PostLinks.xml"), again(LINKS, 1)).unwrap();
    let dump = Dump::check(folder.path(), "Questions").unwrap();
    // Two of the list, one of them again, and one that only a question names.
    assert_eq!((dump.report().read(Noun::Tags), dump.report().kept(Noun::Tags)), (4, 3));
    assert_eq!(dump.report().kept(Noun::DuplicateLinks), 1);
    let database = crate::store::DatabaseUrl::of_data_dir(folder.path());
    crate::store::migrations::migrate(&database).unwrap();
    let store = crate::store::Store::open(&database).unwrap();
    let now = "2026-01-01T00:00:00Z".parse().unwrap();
    let report = crate::import::writer::write(&dump, &store, "stackexchange/small", now).unwrap();
    assert_eq!(
        (report.written(Noun::Tags), report.written(Noun::DuplicateLinks)),
        (3, 1)
    );
}

#[test]
fn a_bad_dump_stops_at_its_line() {
    let error = |name: &str, content: &str| {
        let folder = small();
        std::fs::write(folder.path().join(name), content).unwrap();
        match Dump::check(folder.path(), "Questions") {
            Err(ImportError::Malformed { file, line, reason }) => {
                format!("{} {line} {reason}", file.file_name().unwrap().to_string_lossy())
            }
            Err(other) => other.to_string(),
            Ok(_) => String::from("nothing wrong"),
        }
    };
    assert_eq!(
        error("Users.xml", "<users>\n<row Id=\"1\" />\n</users>"),
        "Users.xml 2 no DisplayName"
    );
    assert_eq!(
        error("Posts.xml", &POSTS.replace("Id=\"5\" Post", "Id=\"1\" Post")),
        "Posts.xml 6 Id 1 a second time"
    );
    assert_eq!(
        error("Posts.xml", &POSTS.replace(" ParentId=\"99\"", "")),
        "Posts.xml 5 no ParentId"
    );
    assert_eq!(
        error("Posts.xml", &POSTS.replace(" Title=\"Once more\"", "")),
        "Posts.xml 6 no Title"
    );
    assert_eq!(
        error("Posts.xml", &POSTS.replace("Title=\"Once more\"", "Title=\" \"")),
        "Posts.xml 6 Title is empty"
    );
    for (name, content, again, line) in [
        ("Users.xml", USERS, ("Id=\"7\"", "Id=\"-1\""), 3),
        ("Posts.xml", POSTS, ("Id=\"3\"", "Id=\"2\""), 4),
        ("Tags.xml", TAGS, ("Id=\"5\"", "Id=\"4\""), 3),
        ("Votes.xml", VOTES, ("Id=\"2\"", "Id=\"1\""), 3),
        // The second is under a post that is not kept.
        ("Comments.xml", COMMENTS, ("Id=\"3\"", "Id=\"2\""), 4),
        ("PostLinks.xml", LINKS, ("Id=\"2\"", "Id=\"1\""), 3),
    ] {
        let said = error(name, &content.replace(again.0, again.1));
        assert!(
            said.starts_with(&format!("{name} {line} Id ")) && said.ends_with(" a second time"),
            "{said}"
        );
    }
    assert!(
        error("Votes.xml", &VOTES.replace("PostId=\"99\"", "PostId=\"none\"")).starts_with("Votes.xml 7 PostId is ")
    );
    assert!(
        error("PostLinks.xml", LINKS.trim_end_matches("</postlinks>")).starts_with("PostLinks.xml 5 the file ends")
    );
    let nowhere = Dump::check(Path::new("/nonexistent"), "Questions");
    assert!(matches!(nowhere, Err(ImportError::Unreadable { .. })));
    assert!(matches!(
        Dump::check(tempfile::tempdir().unwrap().path(), "Q"),
        Err(ImportError::Unreadable { .. })
    ));
}
