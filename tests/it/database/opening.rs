//! Opening: a mistyped address makes nothing, a newer or strange database is left alone, and each refusal says what to do.

use std::path::Path;
use std::process::Output;

use diesel::connection::SimpleConnection;
use tanya::store::db::ConnectionPurpose;
use tanya::store::{DatabaseUrl, OpenError, Store};

use crate::support::{Child, Database};

/// What the program says as it gives up.
fn refusal(output: &Output) -> String {
    let said = String::from_utf8_lossy(&output.stderr).into_owned();
    assert!(!output.status.success(), "the program went on: {said}");
    assert_eq!(output.status.code(), Some(1), "{said}");
    assert!(!said.contains("panicked"), "{said}");
    said
}

fn files(folder: &Path) -> Vec<String> {
    let mut names = Vec::new();
    for entry in std::fs::read_dir(folder).unwrap().map(Result::unwrap) {
        names.push(entry.file_name().to_string_lossy().into_owned());
        if entry.path().is_dir() {
            names.extend(files(&entry.path()));
        }
    }
    names
}

#[test]
fn looking_after_a_forum_that_is_not_there_makes_none() {
    let folder = tempfile::tempdir().unwrap();
    let said = refusal(&Child::run(folder.path(), &["admin", "claim-link", "1"]));
    assert!(
        said.contains("There is no forum at /") && said.contains("data/tanya.db"),
        "{said}"
    );
    assert!(said.contains("--data-dir") && said.contains("--database-url"), "{said}");
    assert!(files(folder.path()).is_empty());
}

#[test]
fn an_import_makes_a_forum_only_when_that_is_said() {
    let folder = tempfile::tempdir().unwrap();
    let dump = folder.path().join("dump");
    std::fs::create_dir(&dump).unwrap();
    std::fs::write(dump.join("Users.xml"), "<users></users>").unwrap();
    let import = |more: &[&'static str]| {
        let arguments = [&["import", "stackexchange", "dump"], more].concat();
        Child::run(folder.path(), &arguments)
    };
    let said = refusal(&import(&[]));
    assert!(
        said.contains("There is no forum at /") && said.contains("--data-dir") && said.contains("--create"),
        "{said}"
    );
    let named = &["--database-url", "sqlite:data/own.db"];
    assert!(refusal(&import(named)).contains("--create"));
    assert!(import(&["--dry-run"]).status.success());
    assert!(files(folder.path()).iter().all(|name| !name.ends_with(".db")));
    for (more, file) in [(&[][..], "data/tanya.db"), (named, "data/own.db")] {
        let made = import(&[more, &["--create"]].concat());
        assert!(made.status.success(), "{}", String::from_utf8_lossy(&made.stderr));
        assert!(folder.path().join(file).is_file(), "{file}");
        // Once it is there, a later run needs no word more.
        assert!(import(more).status.success());
    }
}

#[test]
fn a_mistyped_address_never_makes_a_database() {
    let wrong = [
        ("sqlite:tpyo.db", "no database at tpyo.db"),
        ("sqlite://data/tpyo.db", "no database at"),
        ("sqlite:", "no database at"),
        ("sqlite:/nowhere/at/all.db", "no database at"),
        ("tpyo.db", "neither sqlite:PATH nor postgres://"),
        ("data/tanya.db", "neither sqlite:PATH nor postgres://"),
        ("postgress://localhost/tanya", "neither sqlite:PATH nor postgres://"),
        ("mysql://localhost/tanya", "neither sqlite:PATH nor postgres://"),
        ("postgres:oops", "starts like PostgreSQL's"),
        ("postgres://", "starts like PostgreSQL's"),
        ("postgresql:///", ""), // libpq's own way to say "the server of this machine"
    ];
    for (address, sentence) in wrong {
        for command in [&["serve"][..], &["migrate"], &["check"]] {
            let folder = tempfile::tempdir().unwrap();
            let arguments = [&["--database-url", address], command].concat();
            let said = Child::run(folder.path(), &arguments);
            let said = format!("{}{}", String::from_utf8_lossy(&said.stdout), refusal(&said));
            assert!(said.contains(sentence), "{address} {command:?}: {said}");
            let made: Vec<String> = files(folder.path())
                .into_iter()
                .filter(|name| name != "data" && name != "letters")
                .collect();
            assert!(made.is_empty(), "{address} {command:?} made {made:?}");
        }
    }
}

#[test]
fn a_server_that_is_not_there_is_named_without_its_password() {
    let folder = tempfile::tempdir().unwrap();
    let address = "postgres://tanya:hunter2@127.0.0.1:1/tanya";
    let said = refusal(&Child::run(folder.path(), &["--database-url", address, "serve"]));
    assert!(said.contains("reached"), "{said}");
    assert!(!said.contains("hunter2"), "{said}");
    assert!(files(folder.path()).iter().all(|name| name == "data"));
}

#[test]
fn only_a_missing_file_of_the_data_folder_is_made() {
    let folder = tempfile::tempdir().unwrap();
    let mistyped = DatabaseUrl::parse(&format!("sqlite:{}", folder.path().join("x.db").display())).unwrap();
    assert!(matches!(mistyped.check_exists(), Err(OpenError::NoSuchFile(_))));
    assert!(matches!(Store::open(&mistyped), Err(OpenError::NoSuchFile(_))));
    assert!(tanya::store::migrations::migrate(&mistyped).is_err());
    assert!(files(folder.path()).is_empty());
    DatabaseUrl::of_data_dir(folder.path()).check_exists().unwrap();
}

#[test]
fn a_new_file_is_made_when_that_is_said() {
    let folder = tempfile::tempdir().unwrap();
    let made = Child::run(
        folder.path(),
        &["--database-url", "sqlite:new.db", "migrate", "--create"],
    );
    assert!(made.status.success(), "{}", String::from_utf8_lossy(&made.stderr));
    assert!(folder.path().join("new.db").is_file());
}

fn leave_trace_of_newer_program(database: &Database) {
    let mut db = database.url().open(ConnectionPurpose::Write).unwrap();
    db.batch_execute("insert into __diesel_schema_migrations (version) values ('99991231000000')")
        .unwrap();
}

#[test]
fn a_database_of_a_newer_program_is_left_alone() {
    let database = Database::new();
    leave_trace_of_newer_program(&database);
    let refused = tanya::store::migrations::migrate(database.url()).unwrap_err();
    assert!(
        matches!(&refused, OpenError::Newer(version) if version == "99991231000000"),
        "{refused}"
    );
    let folder = tempfile::tempdir().unwrap();
    let said = refusal(&Child::run(
        folder.path(),
        &["--database-url", &database.address(), "serve"],
    ));
    assert!(
        said.contains("newer than this program") && said.contains("run the newer program"),
        "{said}"
    );
    let check = Child::run(folder.path(), &["--database-url", &database.address(), "check"]);
    assert!(!check.status.success());
}

#[test]
fn a_file_that_is_no_database_is_left_as_it_is() {
    let folder = tempfile::tempdir().unwrap();
    let text = "this is a letter, not a database; ".repeat(200);
    std::fs::write(folder.path().join("letter.txt"), &text).unwrap();
    let said = refusal(&Child::run(
        folder.path(),
        &["--database-url", "sqlite:letter.txt", "serve"],
    ));
    assert!(said.contains("not a database"), "{said}");
    assert_eq!(std::fs::read_to_string(folder.path().join("letter.txt")).unwrap(), text);
}

/// A command that runs as somebody whom the permissions of files bind, which root is not.
fn bound_by_permissions(folder: &Path, arguments: &[&str]) -> Option<Output> {
    let is_root = std::process::Command::new("id")
        .arg("-u")
        .output()
        .ok()?
        .stdout
        .starts_with(b"0\n");
    if !is_root {
        return Some(Child::run(folder, arguments));
    }
    let binary = folder.join("tanya");
    let copied = std::fs::hard_link(env!("CARGO_BIN_EXE_tanya"), &binary).is_ok();
    if !copied {
        std::fs::copy(env!("CARGO_BIN_EXE_tanya"), &binary).unwrap();
    }
    let mut command = std::process::Command::new("setpriv");
    command
        .args(["--reuid=65534", "--regid=65534", "--clear-groups"])
        .arg(binary)
        .args(arguments);
    Child::prepare(&mut command, folder);
    command.output().ok()
}

fn set_mode(path: &Path, mode: u32) {
    use std::os::unix::fs::PermissionsExt;
    std::fs::set_permissions(path, std::fs::Permissions::from_mode(mode)).unwrap();
}

#[test]
fn a_file_that_may_only_be_read_is_refused_with_a_sentence() {
    let database = Database::bare_sqlite();
    tanya::store::migrations::migrate(database.url()).unwrap();
    let folder = database.file().parent().unwrap().to_owned();
    for (folder_mode, file_mode) in [(0o755, 0o444), (0o555, 0o444), (0o555, 0o644), (0o755, 0o000)] {
        set_mode(&database.file(), file_mode);
        set_mode(&folder, 0o755);
        // The folder of the data may be written; only the database may not.
        let place = tempfile::tempdir().unwrap();
        set_mode(place.path(), 0o777);
        let address = database.address();
        set_mode(&folder, folder_mode);
        let Some(output) = bound_by_permissions(
            place.path(),
            &["--database-url", &address, "--data-dir", "data", "serve"],
        ) else {
            eprintln!("skipped: nobody here is bound by permissions");
            return;
        };
        let said = refusal(&output);
        let helps = said.contains("permissions") || said.contains("Permission");
        assert!(helps, "{folder_mode:o} {file_mode:o}: {said}");
    }
    set_mode(&folder, 0o755);
}

#[test]
fn an_address_that_is_taken_is_said_so() {
    let taken = std::net::TcpListener::bind("127.0.0.1:0").unwrap();
    let address = taken.local_addr().unwrap().to_string();
    let folder = tempfile::tempdir().unwrap();
    let output = Child::command(folder.path(), &["serve"])
        .env("TANYA_BIND", &address)
        .output()
        .unwrap();
    let said = refusal(&output);
    assert!(said.contains(&format!("cannot listen on {address}")), "{said}");
}

#[test]
fn every_problem_of_the_configuration_is_said_at_once() {
    let folder = tempfile::tempdir().unwrap();
    let output = Child::command(folder.path(), &["serve"])
        .env("TANYA_BIND", "nowhere")
        .env("TANYA_PUBLIC_URL", "http://forum.example.com")
        .env("DATABASE_URL", "postgres:hunter2")
        .env("SMTP_URL", "mail.example.com:hunter2")
        .output()
        .unwrap();
    let said = refusal(&output);
    for name in ["TANYA_BIND", "TANYA_PUBLIC_URL", "DATABASE_URL", "SMTP_URL"] {
        assert!(said.contains(name), "{name}: {said}");
    }
    assert!(!said.contains("hunter2"), "{said}");
    assert!(
        files(folder.path()).is_empty(),
        "nothing is made before the configuration is good"
    );
}
