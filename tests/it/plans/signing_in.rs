//! What signing in asks the store: how somebody stands, whether they were here before, and their second factor.

use chrono::{DateTime, Utc};
use tanya::domain::email::EmailAddress;
use tanya::domain::id::UserId;
use tanya::domain::second_factor::OfferedCode;
use tanya::domain::token::Token;
use tanya::store::known_browsers;
use tanya::store::throttle::{self, Subject};
use tanya::store::users::second_factors;

use super::pages::{Ask, named};

const USER: UserId = UserId::stored(2);

/// A moment within what the filled forum holds.
fn now() -> DateTime<Utc> {
    "2025-01-05T00:00:00Z".parse().unwrap()
}

/// What is asked and written, by name.
pub fn all() -> Vec<(String, Ask)> {
    vec![
        named("how an address stands", |db| {
            let email = EmailAddress::parse("p7@example.com").unwrap();
            throttle::record(db, &Subject::AtHome(&email, "203.0.113.0/24"), now())
        }),
        named("whether a network is known", |db| {
            known_browsers::is_known_network(db, USER, "203.0.113.0/24")
        }),
        named("own second factor", |db| {
            second_factors::begin(db, USER, now())?;
            second_factors::find(db, USER, now())?;
            second_factors::is_on(db, USER)
        }),
        named("a code after the password", |db| {
            let token = second_factors::open_step(db, USER, now())?;
            second_factors::step(db, &token, now())?;
            for code in ["123456", "aaaa-bbbb-cccc-dddd"] {
                let code = OfferedCode::parse(code).unwrap();
                second_factors::complete(db, &Token::random(), USER, &code, now())?;
            }
            second_factors::renew_codes(db, USER)?;
            second_factors::end(db, USER, now())
        }),
        named("sweeping passwords that no code followed", |db| {
            second_factors::sweep(db, now())
        }),
    ]
}
