//! Letters that guard an account: another address, a sign-in from somewhere new, the end.

use std::net::IpAddr;

use chrono::{DateTime, Utc};

use super::sheet::{Block, Sheet, lay_out};
use super::specimens::Specimen;
use super::{Heading, Letter, Stationery};
use crate::domain::browser::{Browser, Place};
use crate::domain::email::EmailAddress;
use crate::domain::token::Token;
use crate::text::phrases::Value;
use crate::text::time;

/// Asks to confirm that this is the new address of an account.
pub fn confirm_address(stationery: &Stationery<'_>, to: EmailAddress, name: &str, token: &Token) -> Letter {
    let name = [("name", Value::from(name))];
    let say = |key: &str| stationery.tell(key, &name);
    let sheet = Sheet {
        to,
        subject: say("letter-address-subject"),
        greeting: Some(say("letter-greeting")),
        blocks: vec![
            Block::Paragraph(say("letter-address-why")),
            Block::Button((say("letter-address-button"), stationery.urls.confirm_address(token))),
            Block::Paragraph(say("letter-address-until")),
            Block::Paragraph(say("letter-address-not-you")),
        ],
        footer: Vec::new(),
        heading: Heading::asked_for(),
    };
    lay_out(stationery, sheet)
}

/// Tells the owner of an address that somebody wanted it for another account.
pub fn address_taken(stationery: &Stationery<'_>, to: EmailAddress, name: &str) -> Letter {
    let urls = stationery.urls;
    let name = [("name", Value::from(name))];
    let say = |key: &str| stationery.tell(key, &name);
    let sheet = Sheet {
        to,
        subject: say("letter-taken-subject"),
        greeting: Some(say("letter-greeting")),
        blocks: vec![
            Block::Paragraph(say("letter-taken-why")),
            Block::Button((say("letter-taken-button"), urls.absolute(&urls.sign_in()))),
            Block::Paragraph(say("letter-taken-not-you")),
        ],
        footer: Vec::new(),
        heading: Heading::default(),
    };
    lay_out(stationery, sheet)
}

/// Tells the present address that another one was asked for, and how to stop that.
pub fn address_change_asked(stationery: &Stationery<'_>, to: EmailAddress, name: &str, new: &EmailAddress) -> Letter {
    let urls = stationery.urls;
    let values = [("name", Value::from(name)), ("new", Value::from(new.as_str()))];
    let say = |key: &str| stationery.tell(key, &values);
    let sheet = Sheet {
        to,
        subject: say("letter-asked-subject"),
        greeting: Some(say("letter-greeting")),
        blocks: vec![
            Block::Paragraph(say("letter-asked-what")),
            Block::Paragraph(say("letter-asked-not-you")),
            Block::Button((say("letter-asked-button"), urls.absolute(&urls.forgotten_password()))),
        ],
        footer: Vec::new(),
        heading: Heading::default(),
    };
    lay_out(stationery, sheet)
}

/// Tells the former address that another one took its place.
pub fn address_changed(stationery: &Stationery<'_>, to: EmailAddress, name: &str, new: &EmailAddress) -> Letter {
    let urls = stationery.urls;
    let values = [("name", Value::from(name)), ("new", Value::from(new.as_str()))];
    let say = |key: &str| stationery.tell(key, &values);
    let sheet = Sheet {
        to,
        subject: say("letter-moved-subject"),
        greeting: Some(say("letter-greeting")),
        blocks: vec![
            Block::Paragraph(say("letter-moved-what")),
            Block::Paragraph(say("letter-moved-not-you")),
            Block::Button((say("letter-moved-button"), urls.absolute(&urls.home()))),
        ],
        footer: Vec::new(),
        heading: Heading::default(),
    };
    lay_out(stationery, sheet)
}

/// Tells of a sign-in from a browser and a network that were not seen before.
pub fn new_sign_in(
    stationery: &Stationery<'_>,
    to: EmailAddress,
    name: &str,
    place: &Place,
    at: DateTime<Utc>,
) -> Letter {
    let urls = stationery.urls;
    let values = [
        ("name", Value::from(name)),
        ("browser", Value::from(browser_words(stationery, &place.browser))),
        ("network", Value::from(place.network.as_str())),
        ("at", Value::from(time::exact(stationery.phrases, at))),
    ];
    let say = |key: &str| stationery.tell(key, &values);
    let sheet = Sheet {
        to,
        subject: say("letter-new-subject"),
        greeting: Some(say("letter-greeting")),
        blocks: vec![
            Block::Paragraph(say("letter-new-what")),
            Block::Paragraph(say("letter-new-not-you")),
            Block::Button((say("letter-new-button"), urls.absolute(&urls.own_sessions()))),
        ],
        footer: Vec::new(),
        heading: Heading::default(),
    };
    lay_out(stationery, sheet)
}

/// Tells that a code is asked for after the password from now on, or not any more.
pub fn second_factor_changed(stationery: &Stationery<'_>, to: EmailAddress, name: &str, is_on: bool) -> Letter {
    let urls = stationery.urls;
    let name = [("name", Value::from(name))];
    let say = |key: &str| stationery.tell(key, &name);
    let (subject, what) = match is_on {
        true => ("letter-second-factor-on-subject", "letter-second-factor-on-what"),
        false => ("letter-second-factor-off-subject", "letter-second-factor-off-what"),
    };
    let sheet = Sheet {
        to,
        subject: say(subject),
        greeting: Some(say("letter-greeting")),
        blocks: vec![
            Block::Paragraph(say(what)),
            Block::Paragraph(say("letter-changed-not-you")),
            Block::Button((say("letter-changed-button"), urls.absolute(&urls.forgotten_password()))),
        ],
        footer: Vec::new(),
        heading: Heading::default(),
    };
    lay_out(stationery, sheet)
}

fn browser_words(stationery: &Stationery<'_>, browser: &Browser) -> String {
    match (browser.program, browser.system) {
        (Some(program), Some(system)) => {
            let values = [("browser", Value::from(program)), ("system", Value::from(system))];
            stationery.tell("session-on", &values)
        }
        (Some(name), None) | (None, Some(name)) => name.to_owned(),
        (None, None) => stationery.tell("session-unknown", &[]),
    }
}

/// Confirms that an account was closed.
pub fn account_closed(stationery: &Stationery<'_>, to: EmailAddress, name: &str) -> Letter {
    let urls = stationery.urls;
    let name = [("name", Value::from(name))];
    let say = |key: &str| stationery.tell(key, &name);
    let sheet = Sheet {
        to,
        subject: say("letter-closed-subject"),
        greeting: Some(say("letter-greeting")),
        blocks: vec![
            Block::Paragraph(say("letter-closed-what")),
            Block::Paragraph(say("letter-closed-not-you")),
            Block::Button((say("letter-closed-button"), urls.absolute(&urls.home()))),
        ],
        footer: Vec::new(),
        heading: Heading::default(),
    };
    lay_out(stationery, sheet)
}

/// One of each.
pub(super) const SPECIMENS: &[Specimen] = &[
    Specimen {
        kind: "confirm-address",
        compose: |stationery, example| {
            confirm_address(stationery, example.to.clone(), &example.name, &Token::specimen())
        },
    },
    Specimen {
        kind: "address-taken",
        compose: |stationery, example| address_taken(stationery, example.to.clone(), &example.name),
    },
    Specimen {
        kind: "address-change-asked",
        compose: |stationery, example| address_change_asked(stationery, example.to.clone(), &example.name, &example.to),
    },
    Specimen {
        kind: "address-changed",
        compose: |stationery, example| address_changed(stationery, example.to.clone(), &example.name, &example.to),
    },
    Specimen {
        kind: "new-sign-in",
        compose: |stationery, example| {
            let place = Place::of("Firefox/130;Linux", IpAddr::from([203, 0, 113, 7]));
            new_sign_in(stationery, example.to.clone(), &example.name, &place, example.now)
        },
    },
    Specimen {
        kind: "second-factor-on",
        compose: |stationery, example| second_factor_changed(stationery, example.to.clone(), &example.name, true),
    },
    Specimen {
        kind: "second-factor-off",
        compose: |stationery, example| second_factor_changed(stationery, example.to.clone(), &example.name, false),
    },
    Specimen {
        kind: "account-closed",
        compose: |stationery, example| account_closed(stationery, example.to.clone(), &example.name),
    },
];

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::phrases::Languages;
    use crate::urls::Urls;

    #[test]
    fn every_letter_has_its_words_and_one_way_on() {
        let languages = Languages::load().unwrap();
        let phrases = languages.named("en").unwrap();
        let urls = Urls::new(&url::Url::parse("https://forum.example.com").unwrap());
        let stationery = Stationery {
            phrases: &phrases,
            urls: &urls,
            site_name: "Lamps",
        };
        let address = |text| EmailAddress::parse(text).unwrap();
        let (ada, new) = (address("ada@example.com"), address("ada@example.org"));
        let token = Token::offered(&"t".repeat(43)).unwrap();
        let at = DateTime::from_timestamp(1_800_000_000, 0).unwrap();
        let place = |agent: &str| Place::of(agent, "203.0.113.7".parse().unwrap());
        for letter in [
            confirm_address(&stationery, ada.clone(), "Ada", &token),
            address_taken(&stationery, ada.clone(), "Ada"),
            address_change_asked(&stationery, ada.clone(), "Ada", &new),
            address_changed(&stationery, ada.clone(), "Ada", &new),
            new_sign_in(&stationery, ada.clone(), "Ada", &place("curl/8"), at),
            second_factor_changed(&stationery, ada.clone(), "Ada", true),
            second_factor_changed(&stationery, ada.clone(), "Ada", false),
            account_closed(&stationery, ada.clone(), "Ada"),
        ] {
            assert!(letter.text.contains("https://forum.example.com/"), "{}", letter.text);
            assert!(letter.text.contains("Ada") && letter.subject.contains("Lamps"));
        }
        let told = new_sign_in(&stationery, ada, "Ada", &place("Firefox/130 Linux"), at).text;
        assert!(
            told.contains("Firefox on Linux") && told.contains("203.0.113.0/24"),
            "{told}"
        );
        assert_eq!(languages.missing_count(), 0);
    }
}
