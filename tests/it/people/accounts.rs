//! Accounts come into being and are claimed; sessions begin and end.

use chrono::Duration;
use tanya::domain::id::UserId;
use tanya::domain::person::PersonName;
use tanya::domain::role::Role;
use tanya::store::sign_ups::{Begun, Confirmation};
use tanya::store::users::passwords::{self, ClaimLink, Claiming, Resetting};
use tanya::store::users::profiles::{self, Editing};
use tanya::store::users::{self, Registering};
use tanya::store::{sessions, sign_ups};
use tanya::text::markdown;

use super::{Town, address, token_in};

#[test]
fn an_account_is_there_once_its_address_is_confirmed() {
    let town = Town::new();
    assert_eq!(
        town.begin("Ada", "ada@example.com", Some("{\"title\":\"…\"}")),
        Begun::Started
    );
    let before = town.read(|db| users::with_address(db, &address("ada@example.com")));
    assert_eq!(before, None);
    let letters = town.letters();
    assert_eq!(letters.len(), 1);
    assert!(letters[0].text.contains("question"));
    let token = token_in(&letters[0]);
    let waiting = town.read(|db| sign_ups::peek(db, &token, town.now())).unwrap();
    assert_eq!((waiting.name.as_str(), waiting.question.is_some()), ("Ada", true));
    let Confirmation::Confirmed { user, question, .. } = town.confirm(&token) else {
        panic!("not confirmed")
    };
    assert_eq!(question.as_deref(), Some("{\"title\":\"…\"}"));
    let found = town.read(|db| passwords::credentials(db, &address("ADA@example.com")));
    let found = found.unwrap();
    assert_eq!(
        (found.user, found.password_hash.as_deref()),
        (user, Some("hash of Ada"))
    );
    assert_eq!(town.confirm(&token), Confirmation::AlreadyConfirmed);
}

#[test]
fn a_letter_to_confirm_is_good_for_two_days() {
    let town = Town::new();
    town.begin("Ada", "ada@example.com", None);
    let token = token_in(&town.letters()[0]);
    town.pass(Duration::hours(49));
    assert_eq!(town.confirm(&token), Confirmation::Expired);
}

#[test]
fn an_address_that_has_an_account_gets_another_letter_and_no_second_account() {
    let town = Town::new();
    let ada = town.resident("Ada", "ada@example.com");
    assert_eq!(town.begin("Eve", "Ada@Example.com", None), Begun::AlreadyRegistered);
    let letters = town.letters();
    assert_eq!(letters.len(), 1);
    assert_eq!(letters[0].to, address("ada@example.com"));
    assert!(letters[0].text.contains("/sign-in"));
    assert_eq!(
        town.read(|db| users::with_address(db, &address("ada@example.com"))),
        Some(ada)
    );
}

#[test]
fn a_question_for_an_address_that_has_an_account_is_kept_and_changes_nothing_else() {
    let town = Town::new();
    let ada = town.resident("Ada", "ada@example.com");
    let before = town.read(|db| passwords::credentials(db, &address("ada@example.com")));
    let begun = town.begin("Eve", "ada@example.com", Some("{\"title\":\"…\"}"));
    assert_eq!(begun, Begun::AlreadyRegistered);
    let token = token_in(&town.letters()[0]);
    let waiting = town.read(|db| sign_ups::peek(db, &token, town.now())).unwrap();
    assert_eq!((waiting.name.as_str(), waiting.account), ("Ada", Some(ada)));
    assert_eq!(town.confirm(&token), Confirmation::Kept { user: ada });
    assert_eq!(town.confirm(&token), Confirmation::AlreadyConfirmed);
    let after = town.read(|db| passwords::credentials(db, &address("ada@example.com")));
    assert_eq!((after, town.name_of(ada).as_str()), (before, "Ada"));
    // Once the account is gone, the letter makes none with what a stranger chose.
    town.begin("Eve", "ada@example.com", Some("1"));
    let token = token_in(&town.letters()[0]);
    town.write(|tx| users::closing::close(tx, ada, town.now()));
    assert_eq!(town.read(|db| sign_ups::peek(db, &token, town.now())), None);
    assert_eq!(town.confirm(&token), Confirmation::Expired);
    town.letters();
}

#[test]
fn two_letters_to_one_address_make_one_account_and_keep_both_questions() {
    let town = Town::new();
    town.begin("Ada", "ada@example.com", Some("1"));
    town.begin("Ada", "ada@example.com", Some("2"));
    let tokens: Vec<_> = town.letters().iter().map(token_in).collect();
    let confirmed: Vec<(UserId, Option<String>)> = tokens
        .iter()
        .map(|token| match town.confirm(token) {
            Confirmation::Confirmed { user, question, .. } => (user, question),
            other => panic!("{other:?}"),
        })
        .collect();
    assert_eq!(confirmed[0].0, confirmed[1].0);
    assert_eq!(
        (confirmed[0].1.as_deref(), confirmed[1].1.as_deref()),
        (Some("1"), Some("2"))
    );
}

#[test]
fn a_name_is_taken_only_by_an_account_and_gets_a_number_on_a_clash() {
    let town = Town::new();
    assert_eq!(town.begin("Ada", "one@example.com", None), Begun::Started);
    assert_eq!(town.begin("ada", "two@example.com", None), Begun::Started);
    assert_eq!(town.begin("ADA", "three@example.com", None), Begun::Started);
    let tokens: Vec<_> = town.letters().iter().map(token_in).collect();
    let names: Vec<String> = tokens
        .iter()
        .map(|token| match town.confirm(token) {
            Confirmation::Confirmed { user, .. } => town.name_of(user),
            other => panic!("{other:?}"),
        })
        .collect();
    assert_eq!(names, ["Ada", "ada 2", "ADA 3"]);
    assert_eq!(town.begin("Ada", "four@example.com", None), Begun::NameTaken);
}

#[test]
fn a_person_may_keep_a_shared_name_and_not_take_anothers() {
    let town = Town::new();
    let ada = town.person("Ada", Role::Member, true);
    town.person("Bob", Role::Member, true);
    let edit = |name: &str| {
        let (name, about) = (PersonName::parse(name).unwrap(), "**hello**");
        town.write(|tx| profiles::edit(tx, ada, &name, about, &markdown::render(about), town.now()))
    };
    assert_eq!(edit("BOB"), Editing::NameTaken);
    assert_eq!(edit("ADA"), Editing::Saved);
    let sight = tanya::domain::sight::Sight::public();
    let profile = town.read(|db| profiles::profile(db, sight, ada));
    assert_eq!(profile.card.name, "ADA");
    assert!(profile.about.as_str().contains("<strong>hello</strong>"));
    assert!(profile.threads.is_empty() && profile.replies.is_empty());
}

#[test]
fn a_session_slides_and_is_written_down_once_an_hour() {
    let town = Town::new();
    let ada = town.person("Ada", Role::Member, true);
    let token = town.open_session(ada);
    let found = town.signed_in(&token).unwrap();
    assert_eq!((found.user.id, found.is_due), (ada, false));
    town.pass(Duration::days(59));
    assert!(town.signed_in(&token).unwrap().is_due);
    town.write(|tx| sessions::touch(tx, found.session, town.now()));
    assert!(!town.signed_in(&token).unwrap().is_due);
    town.pass(Duration::days(59));
    assert!(town.signed_in(&token).is_some());
    town.pass(Duration::days(2));
    assert!(town.signed_in(&token).is_none());
}

#[test]
fn a_changed_password_ends_every_other_session() {
    let town = Town::new();
    let ada = town.person("Ada", Role::Member, true);
    let (here, there) = (town.open_session(ada), town.open_session(ada));
    let session = town.signed_in(&here).unwrap().session;
    town.write(|tx| passwords::change(tx, ada, session, "another hash", town.now()));
    assert!(town.signed_in(&here).is_some());
    assert!(town.signed_in(&there).is_none());
    assert_eq!(town.letters().len(), 1);
    town.write(|tx| sessions::end(tx, session));
    assert!(town.signed_in(&here).is_none());
}

#[test]
fn a_forgotten_password_is_chosen_anew_through_the_letter_once() {
    let town = Town::new();
    let ada = town.person("Ada", Role::Member, true);
    let session = town.open_session(ada);
    town.forget_password("ADA@example.com");
    town.forget_password("ada@example.com");
    let letters = town.letters();
    assert_eq!(letters.len(), 2);
    let reset = |letter| {
        let token = token_in(letter);
        town.write(|tx| passwords::reset(tx, &token, "another hash", town.now()))
    };
    assert_eq!(reset(&letters[1]), Resetting::Done(ada));
    assert_eq!(reset(&letters[1]), Resetting::Expired);
    assert_eq!(reset(&letters[0]), Resetting::Expired, "the older letter is void, too");
    assert!(town.signed_in(&session).is_none());
}

#[test]
fn no_letter_goes_to_an_unknown_address() {
    let town = Town::new();
    town.forget_password("nobody@example.com");
    assert!(town.letters().is_empty());
}

#[test]
fn an_imported_account_is_claimed_by_link_and_letter() {
    let town = Town::new();
    let ada = town.person("Ada", Role::Member, false);
    let ClaimLink::Issued(link) = town.write(|tx| passwords::issue_claim(tx, ada, town.now())) else {
        panic!("not claimable")
    };
    let claim = |email: &str| town.write(|tx| passwords::claim(tx, &link, &address(email), None, town.now()));
    // A mistyped address can be corrected, and its letter is void then.
    assert_eq!(claim("mistyped@example.com"), Claiming::LetterSent);
    let mistyped = token_in(&town.letters()[0]);
    assert_eq!(claim("ada@example.com"), Claiming::LetterSent);
    let letters = town.letters();
    assert_eq!(letters[0].to, address("ada@example.com"));
    let reset = |token| town.write(|tx| passwords::reset(tx, token, "a hash", town.now()));
    assert_eq!(reset(&mistyped), Resetting::Expired);
    assert_eq!(reset(&token_in(&letters[0])), Resetting::Done(ada));
    assert_eq!(claim("eve@example.com"), Claiming::Expired);
    let again = town.write(|tx| passwords::issue_claim(tx, ada, town.now()));
    assert_eq!(again, ClaimLink::NotClaimable);
}

#[test]
fn claiming_tells_nothing_of_an_address_that_has_an_account() {
    let town = Town::new();
    let bob = town.person("Bob", Role::Member, true);
    let ada = town.person("Ada", Role::Member, false);
    let ClaimLink::Issued(link) = town.write(|tx| passwords::issue_claim(tx, ada, town.now())) else {
        panic!("not claimable")
    };
    let claimed = town.write(|tx| passwords::claim(tx, &link, &address("bob@example.com"), None, town.now()));
    assert_eq!(claimed, Claiming::LetterSent);
    assert!(town.letters()[0].subject.contains("already"), "its owner learns of it");
    let holder = town.read(|db| users::with_address(db, &address("bob@example.com")));
    assert_eq!(holder, Some(bob));
}

#[test]
fn only_one_of_many_becomes_the_first_administrator() {
    let town = Town::new();
    assert!(town.read(users::needs_set_up));
    let outcomes: Vec<Registering> = std::thread::scope(|scope| {
        let register = |number: usize| {
            let town = &town;
            scope.spawn(move || {
                let name = PersonName::parse(&format!("Admin {number}")).unwrap();
                let email = address(&format!("admin{number}@example.com"));
                town.write(|tx| users::register_admin(tx, &name, &email, "hash", town.now()))
            })
        };
        let threads: Vec<_> = (0..4).map(register).collect();
        threads.into_iter().map(|thread| thread.join().unwrap()).collect()
    });
    let first = outcomes
        .iter()
        .filter(|outcome| matches!(outcome, Registering::Registered(_)));
    assert_eq!(first.count(), 1);
    assert!(!town.read(users::needs_set_up));
}
