//! What `tanya check` says of where uploads lie, and of mail that comes in.

use std::path::Path;

use super::bucket::Bucket;
use crate::support::Child;

/// What the check says with these variables, and whether all was good.
fn check(folder: &Path, variables: &[(&str, &str)]) -> (String, bool) {
    let mut command = Child::command(folder, &["--data-dir", "data", "check"]);
    let output = command.envs(variables.iter().copied()).output().unwrap();
    (String::from_utf8(output.stdout).unwrap(), output.status.success())
}

/// What lies in a folder, whatever its depth.
fn files(folder: &Path) -> usize {
    let entries = std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
    entries.map(|path| if path.is_dir() { files(&path) } else { 1 }).sum()
}

#[test]
fn a_folder_of_uploads_is_tried_out_and_nothing_stays() {
    let folder = tempfile::tempdir().unwrap();
    let (said, is_good) = check(folder.path(), &[]);
    assert!(
        is_good && said.contains("Uploads: good.") && said.contains("is not there yet"),
        "{said}"
    );
    let uploads = folder.path().join("data/uploads");
    assert!(!uploads.exists(), "a check makes nothing");
    std::fs::create_dir_all(&uploads).unwrap();
    let (said, is_good) = check(folder.path(), &[]);
    assert!(is_good && said.contains("Uploads: good. They lie in "), "{said}");
    assert_eq!(files(&uploads), 0);
    std::fs::write(folder.path().join("letter.txt"), "no folder").unwrap();
    let (said, is_good) = check(folder.path(), &[("TANYA_UPLOADS", "file:letter.txt")]);
    assert!(
        !is_good && said.contains("Uploads: ") && !said.contains("Uploads: good"),
        "{said}"
    );
}

#[test]
fn a_bucket_is_tried_out_and_nothing_stays() {
    let Some(bucket) = Bucket::spawn() else {
        return;
    };
    let folder = tempfile::tempdir().unwrap();
    let named = format!("s3://{}/elsewhere", bucket.name);
    let variables = [
        ("TANYA_UPLOADS", &*named),
        ("AWS_ACCESS_KEY_ID", "forum"),
        ("AWS_SECRET_ACCESS_KEY", "secret"),
        ("AWS_ENDPOINT_URL", &*bucket.store),
    ];
    let (said, is_good) = check(folder.path(), &variables);
    assert!(
        is_good && said.contains(&format!("Uploads: good. The bucket {}", bucket.name)),
        "{said}"
    );
    assert!(bucket.objects().is_empty());
    let missing = format!("s3://not-{}", bucket.name);
    let (said, is_good) = check(
        folder.path(),
        &[&variables[1..], &[("TANYA_UPLOADS", &*missing)]].concat(),
    );
    assert!(
        !is_good && !said.contains("Uploads: good") && !said.contains("secret"),
        "{said}"
    );
}

#[test]
fn whoever_takes_mail_hears_whose_word_about_senders_counts() {
    let folder = tempfile::tempdir().unwrap();
    let (said, _) = check(folder.path(), &[]);
    assert!(!said.contains("Incoming mail"), "{said}");
    let asked = ("TANYA_MAIL_ASK", "ask@forum.example.com");
    let (said, is_good) = check(folder.path(), &[asked]);
    assert!(is_good && said.contains("TANYA_MAIL_AUTHSERV_ID is not set"), "{said}");
    let (said, _) = check(folder.path(), &[asked, ("TANYA_MAIL_AUTHSERV_ID", "mx.example.com")]);
    assert!(said.contains("from whom mx.example.com says"), "{said}");
}
