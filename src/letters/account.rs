//! Letters about an account: its address, its password.

use super::sheet::{Block, Button, Sheet, lay_out};
use super::specimens::Specimen;
use super::{Heading, Letter, Stationery};
use crate::domain::email::EmailAddress;
use crate::domain::token::Token;
use crate::text::phrases::Value;

/// Asks to confirm the address of a sign-up; with a question waiting it says that confirming posts it.
pub fn confirm_sign_up(
    stationery: &Stationery<'_>,
    to: EmailAddress,
    name: &str,
    has_question: bool,
    token: &Token,
) -> Letter {
    let name = [("name", Value::from(name))];
    let say = |key: &str| stationery.tell(key, &name);
    let about = has_question.then_some("letter-confirm-question");
    let before = ["letter-confirm-why"].into_iter().chain(about);
    let button = (say("letter-confirm-button"), stationery.urls.confirm_sign_up(token));
    let sheet = Sheet {
        to,
        subject: say("letter-confirm-subject"),
        greeting: Some(say("letter-greeting")),
        blocks: around(
            before.map(say),
            button,
            ["letter-confirm-until", "letter-confirm-not-you"].map(say),
        ),
        footer: Vec::new(),
        heading: Heading::asked_for(),
    };
    lay_out(stationery, sheet)
}

/// Tells the owner of an address that somebody signed up with it although it has an account; with a question kept, its
/// button leads to where they read and post it. The question itself is a stranger's words, and stays out of the letter.
pub fn already_registered(
    stationery: &Stationery<'_>,
    to: EmailAddress,
    name: &str,
    question: Option<&Token>,
) -> Letter {
    let urls = stationery.urls;
    let values = [
        ("name", Value::from(name)),
        ("forgotten", Value::from(urls.absolute(&urls.forgotten_password()))),
    ];
    let say = |key: &str| stationery.tell(key, &values);
    let sign_in = || (say("letter-registered-button"), urls.absolute(&urls.sign_in()));
    let post = |token| (say("letter-registered-question-button"), urls.confirm_sign_up(token));
    let about = question.map(|_| "letter-registered-question");
    let until = question.map(|_| "letter-confirm-until");
    let after = [
        until,
        Some("letter-registered-forgotten"),
        Some("letter-registered-not-you"),
    ];
    let before = ["letter-registered-why"].into_iter().chain(about);
    let button = question.map_or_else(sign_in, post);
    let sheet = Sheet {
        to,
        subject: say("letter-registered-subject"),
        greeting: Some(say("letter-greeting")),
        blocks: around(before.map(say), button, after.into_iter().flatten().map(say)),
        footer: Vec::new(),
        heading: Heading::default(),
    };
    lay_out(stationery, sheet)
}

/// Paragraphs around the one next step.
fn around(
    before: impl IntoIterator<Item = String>,
    button: Button,
    after: impl IntoIterator<Item = String>,
) -> Vec<Block> {
    let before = before.into_iter().map(Block::Paragraph);
    let after = after.into_iter().map(Block::Paragraph);
    before.chain([Block::Button(button)]).chain(after).collect()
}

/// Leads to the page where a password is chosen.
pub fn forgotten_password(stationery: &Stationery<'_>, to: EmailAddress, name: &str, token: &Token) -> Letter {
    let name = [("name", Value::from(name))];
    let say = |key: &str| stationery.tell(key, &name);
    let sheet = Sheet {
        to,
        subject: say("letter-forgotten-subject"),
        greeting: Some(say("letter-greeting")),
        blocks: vec![
            Block::Paragraph(say("letter-forgotten-why")),
            Block::Button((say("letter-forgotten-button"), stationery.urls.reset_password(token))),
            Block::Paragraph(say("letter-forgotten-until")),
            Block::Paragraph(say("letter-forgotten-not-you")),
        ],
        footer: Vec::new(),
        heading: Heading::asked_for(),
    };
    lay_out(stationery, sheet)
}

/// Invites somebody without an account; its link proves their address.
pub fn invitation(stationery: &Stationery<'_>, to: EmailAddress, by: &str, token: &Token) -> Letter {
    let by = [("by", Value::from(by))];
    let say = |key: &str| stationery.tell(key, &by);
    let button = (say("letter-invitation-button"), stationery.urls.invitation(token));
    let sheet = Sheet {
        to,
        subject: say("letter-invitation-subject"),
        greeting: None,
        blocks: around(
            [say("letter-invitation-why")],
            button,
            ["letter-invitation-until", "letter-invitation-not-you"].map(say),
        ),
        footer: Vec::new(),
        heading: Heading::default(),
    };
    lay_out(stationery, sheet)
}

/// Says that a password was changed, so that its owner notices when it was somebody else.
pub fn password_changed(stationery: &Stationery<'_>, to: EmailAddress, name: &str) -> Letter {
    let urls = stationery.urls;
    let name = [("name", Value::from(name))];
    let say = |key: &str| stationery.tell(key, &name);
    let sheet = Sheet {
        to,
        subject: say("letter-changed-subject"),
        greeting: Some(say("letter-greeting")),
        blocks: vec![
            Block::Paragraph(say("letter-changed-what")),
            Block::Paragraph(say("letter-changed-not-you")),
            Block::Button((say("letter-changed-button"), urls.absolute(&urls.forgotten_password()))),
        ],
        footer: Vec::new(),
        heading: Heading::default(),
    };
    lay_out(stationery, sheet)
}

/// One of each.
pub(super) const SPECIMENS: &[Specimen] = &[
    Specimen {
        kind: "confirm-sign-up",
        compose: |stationery, example| {
            confirm_sign_up(stationery, example.to.clone(), &example.name, true, &Token::specimen())
        },
    },
    Specimen {
        kind: "already-registered",
        compose: |stationery, example| {
            let token = Token::specimen();
            already_registered(stationery, example.to.clone(), &example.name, Some(&token))
        },
    },
    Specimen {
        kind: "forgotten-password",
        compose: |stationery, example| {
            forgotten_password(stationery, example.to.clone(), &example.name, &Token::specimen())
        },
    },
    Specimen {
        kind: "invitation",
        compose: |stationery, example| invitation(stationery, example.to.clone(), &example.name, &Token::specimen()),
    },
    Specimen {
        kind: "password-changed",
        compose: |stationery, example| password_changed(stationery, example.to.clone(), &example.name),
    },
];

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::phrases::{Languages, Phrases};
    use crate::urls::Urls;

    fn with_stationery(check: impl FnOnce(&Stationery<'_>)) {
        let languages = Languages::load().unwrap();
        let phrases: Phrases = languages.named("en").unwrap();
        let urls = Urls::new(&url::Url::parse("https://forum.example.com").unwrap());
        let site_name = "Lamp & Co";
        check(&Stationery {
            phrases: &phrases,
            urls: &urls,
            site_name,
        });
        assert_eq!(languages.missing_count(), 0);
    }

    fn ada() -> EmailAddress {
        EmailAddress::parse("ada@example.com").unwrap()
    }

    #[test]
    fn the_letter_to_confirm_reads_the_same_as_text_and_as_html() {
        with_stationery(|stationery| {
            let token = Token::offered(&"t".repeat(43)).unwrap();
            let letter = confirm_sign_up(stationery, ada(), "Ada <3", true, &token);
            let address = format!("https://forum.example.com/sign-up/confirm/{}", "t".repeat(43));
            assert!(letter.text.lines().any(|line| line == address), "{}", letter.text);
            assert!(letter.html.contains(&format!("href=\"{address}\"")));
            assert!(letter.html.contains("Lamp &amp; Co") && letter.html.contains("Ada &lt;3"));
            assert!(letter.text.contains("Lamp & Co") && letter.text.contains("Ada <3"));
            assert!(!letter.html.contains("<img") && !letter.html.contains("<script"));
        });
    }

    #[test]
    fn a_question_is_mentioned_only_when_one_waits() {
        with_stationery(|stationery| {
            let token = Token::offered(&"t".repeat(43)).unwrap();
            let with = confirm_sign_up(stationery, ada(), "Ada", true, &token);
            let without = confirm_sign_up(stationery, ada(), "Ada", false, &token);
            assert!(with.text.contains("question") && !without.text.contains("question"));
        });
    }

    #[test]
    fn every_other_letter_has_its_words() {
        with_stationery(|stationery| {
            let token = Token::offered(&"t".repeat(43)).unwrap();
            for letter in [
                already_registered(stationery, ada(), "Ada", None),
                already_registered(stationery, ada(), "Ada", Some(&token)),
                forgotten_password(stationery, ada(), "Ada", &token),
                password_changed(stationery, ada(), "Ada"),
            ] {
                assert!(letter.text.contains("https://forum.example.com/"));
                assert!(!letter.subject.is_empty() && !letter.subject.contains('\n'));
            }
        });
    }
}
