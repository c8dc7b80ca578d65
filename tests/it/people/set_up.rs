//! Who becomes the administrator: by the code of the set-up, or by the command line.

use tanya::domain::email::EmailAddress;
use tanya::domain::person::PersonName;
use tanya::domain::role::{Role, Trust};
use tanya::store::sign_ups::{self, Begun, NewSignUp};
use tanya::store::users::{self, NewUser};

use super::pages::{PASSWORD, path_in};
use crate::support::{Child, Database, TestApp};

#[test]
fn members_alone_do_not_set_a_forum_up_and_nobody_becomes_one_before_it_is() {
    let app = TestApp::spawn_empty();
    let (now, zoe) = (app.now(), EmailAddress::parse("zoe@example.com").unwrap());
    let waiting = NewSignUp {
        name: PersonName::parse("Zoe").unwrap(),
        email: zoe.clone(),
        password_hash: "hash".to_owned(),
        question: None,
        back: None,
        language: None,
        agreed: None,
        ask_session: None,
        doubt: None,
        network: None,
    };
    assert_eq!(app.write(|tx| sign_ups::begin(tx, &waiting, now)), Begun::Started);
    let visitor = app.visitor();
    let link = path_in(&app.letters()[0].text);
    let fields = [("name", "Yan"), ("email", "yan@example.com"), ("password", PASSWORD)];
    for refused in [
        visitor.get("/sign-up"),
        visitor.post("/sign-up", &fields),
        visitor.get(&link),
        visitor.post(&link, &[]),
    ] {
        assert_eq!(refused.location().as_deref(), Some("/set-up"), "{}", refused.path);
    }
    assert_eq!(app.read(|db| users::with_address(db, &zoe)), None);
    assert_eq!(visitor.get("/threads").status, 200, "what is there can be read");
    let member = NewUser {
        name: "Yan",
        email: Some(&zoe),
        password_hash: Some("hash"),
        role: Role::Member,
        trust: Trust::Newcomer,
    };
    app.write(|tx| users::add(tx, &member, now));
    let code = app.site.set_up_code.code().unwrap().to_owned();
    let set_up = |email: &str| {
        let fields = [
            ("code", &*code),
            ("name", "root"),
            ("email", email),
            ("password", PASSWORD),
        ];
        visitor.submit("/set-up", "form.form", &fields)
    };
    assert!(
        set_up("zoe@example.com").has("#email-problem"),
        "the code proves no address"
    );
    assert_eq!(set_up("root@example.com").location().as_deref(), Some("/admin"));
    assert_eq!(app.visitor().get(&link).status, 200, "the letter is good still");
}

#[test]
fn the_command_line_makes_an_administrator_of_an_account_that_is_there() {
    let database = Database::with_cast();
    let folder = tempfile::tempdir().unwrap();
    let address = database.address();
    let promote = |email: &str| {
        let output = Child::run(folder.path(), &["--database-url", &address, "admin", "promote", email]);
        let said = [output.stdout, output.stderr].concat();
        (output.status.success(), String::from_utf8(said).unwrap())
    };
    for (email, succeeds, said) in [
        ("ADA@example.com", true, "is an administrator now"),
        ("ada@example.com", true, "is an administrator already"),
        (
            "nobody@example.com",
            false,
            "No account has the address nobody@example.com",
        ),
        ("nobody", false, "is not an e-mail address"),
    ] {
        let (succeeded, heard) = promote(email);
        assert_eq!((succeeded, heard.contains(said)), (succeeds, true), "{email}: {heard}");
    }
    let app = TestApp::on(database);
    assert_eq!(app.signed_in("ada").get("/admin").status, 200);
    app.work();
}
