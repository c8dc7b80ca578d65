//! Roles, the staff, suspension, and failures that slow down.

use chrono::Duration;
use tanya::domain::body::Reason;
use tanya::domain::id::UserId;
use tanya::domain::role::Role;
use tanya::store::throttle::{self, Subject, Trying};
use tanya::store::users::directory;
use tanya::store::users::roles::{self, Governance, Governing};

use super::{Town, address};

fn by(town: &Town, admin: UserId, user: UserId) -> Governance {
    Governance {
        admin: Some(admin),
        user,
        reason: Reason::parse("because").unwrap(),
        now: town.now(),
    }
}

#[test]
fn the_last_administrator_stays() {
    let town = Town::new();
    let cat = town.person("Cat", Role::Admin, true);
    let dan = town.person("Dan", Role::Member, true);
    let change = |user, role| town.write(|tx| roles::change_role(tx, &by(&town, cat, user), role));
    let suspend = |user| town.write(|tx| roles::suspend(tx, &by(&town, cat, user)));
    assert_eq!(change(cat, Role::Member), Governing::LastAdmin);
    assert_eq!(suspend(cat), Governing::LastAdmin);
    assert_eq!(change(dan, Role::Admin), Governing::Done);
    assert_eq!(change(dan, Role::Admin), Governing::Unchanged);
    assert_eq!(change(cat, Role::Member), Governing::Done);
    assert_eq!(change(dan, Role::Member), Governing::LastAdmin);
}

#[test]
fn the_suspended_are_signed_out_and_stay_out() {
    let town = Town::new();
    let cat = town.person("Cat", Role::Admin, true);
    let eve = town.person("Eve", Role::Member, true);
    let before = town.open_session(eve);
    let suspend = || town.write(|tx| roles::suspend(tx, &by(&town, cat, eve)));
    assert_eq!((suspend(), suspend()), (Governing::Done, Governing::Unchanged));
    let told = town.letters();
    assert!(told.len() == 1 && told[0].text.contains("because"), "{told:?}");
    assert!(town.signed_in(&before).is_none());
    let after = town.open_session(eve);
    assert!(town.signed_in(&after).is_none());
    town.forget_password("eve@example.com");
    assert!(town.letters().is_empty());
    let unsuspend = || town.write(|tx| roles::unsuspend(tx, &by(&town, cat, eve)));
    assert_eq!((unsuspend(), unsuspend()), (Governing::Done, Governing::Unchanged));
    assert!(town.signed_in(&after).is_some());
}

#[test]
fn staff_are_known_wherever_they_sign_in() {
    let town = Town::new();
    let cat = town.person("Cat", Role::Admin, true);
    let dan = town.person("Dan", Role::Member, true);
    let session = town.open_session(dan);
    let set = |is_staff| town.write(|tx| roles::set_staff(tx, &by(&town, cat, dan), is_staff));
    assert!(!town.signed_in(&session).unwrap().user.is_staff);
    assert_eq!((set(true), set(true)), (Governing::Done, Governing::Unchanged));
    assert!(town.signed_in(&session).unwrap().user.is_staff);
    assert_eq!(set(false), Governing::Done);
    assert!(!town.signed_in(&session).unwrap().user.is_staff);
}

#[test]
fn the_directory_finds_people_by_the_beginning_of_a_name_or_by_address() {
    let town = Town::new();
    for name in ["Ada", "adam", "Bob"] {
        town.person(name, Role::Member, true);
    }
    let found = |text: &str| {
        let page = town.read(|db| directory::page(db, text, None, 10));
        page.items.into_iter().map(|person| person.name).collect::<Vec<_>>()
    };
    assert_eq!(found(""), ["Bob", "adam", "Ada"]);
    assert_eq!(found("ADA"), ["Ada", "adam"]);
    assert_eq!(found("bob@EXAMPLE.com"), ["Bob"]);
    assert_eq!(found("%"), [""; 0]);
    let first = town.read(|db| directory::page(db, "", None, 2));
    let rest = town.read(|db| directory::page(db, "", first.more, 2));
    assert_eq!((first.items.len(), rest.items.len(), rest.more), (2, 1, None));
    let first = town.read(|db| directory::page(db, "ad", None, 1));
    let rest = town.read(|db| directory::page(db, "ad", first.more, 1));
    let names = [first, rest].map(|page| (page.items[0].name.clone(), page.more.is_some()));
    assert_eq!(names, [("Ada".to_owned(), true), ("adam".to_owned(), false)]);
}

#[test]
fn failures_slow_an_account_down_whoever_fails() {
    let town = Town::new();
    let ada = address("ada@example.com");
    let attempt = |network: &str| {
        let subjects = [Subject::Account(&ada), Subject::Network(network)];
        town.write(|tx| throttle::attempt(tx, &subjects, town.now()))
    };
    for number in 0..5 {
        assert_eq!(attempt(&format!("10.0.0.{number}")), Trying::GoAhead);
    }
    assert_eq!(attempt("10.0.0.9"), Trying::Wait(Duration::seconds(2)));
    town.pass(Duration::seconds(2));
    assert_eq!(attempt("10.0.0.9"), Trying::GoAhead);
    assert_eq!(attempt("10.0.0.9"), Trying::Wait(Duration::seconds(4)));
    town.write(|tx| throttle::clear(tx, &Subject::Account(&ada)));
    assert_eq!(attempt("10.0.0.9"), Trying::GoAhead);
}

#[test]
fn failures_slow_a_network_down_whichever_account_it_tries() {
    let town = Town::new();
    let attempt = |number: usize| {
        let email = address(&format!("user{number}@example.com"));
        let subjects = [Subject::Account(&email), Subject::Network("10.0.0.1")];
        town.write(|tx| throttle::attempt(tx, &subjects, town.now()))
    };
    for number in 0..20 {
        assert_eq!(attempt(number), Trying::GoAhead);
    }
    assert_eq!(attempt(20), Trying::Wait(Duration::seconds(2)));
    town.write(|tx| throttle::take_back(tx, &Subject::Network("10.0.0.1")));
    assert_eq!(attempt(21), Trying::GoAhead);
    town.pass(Duration::hours(25));
    assert_eq!(attempt(22), Trying::GoAhead);
    assert_eq!(town.write(|tx| throttle::sweep(tx, town.now())), 21);
}
