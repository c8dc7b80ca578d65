//! Letters about an account: its address, its password.

use super::sheet::{Sheet, lay_out};
use super::{Letter, Stationery};
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
    let mut before = vec![say("letter-confirm-why")];
    if has_question {
        before.push(say("letter-confirm-question"));
    }
    let sheet = Sheet {
        to,
        subject: say("letter-confirm-subject"),
        greeting: say("letter-greeting"),
        before,
        button: (say("letter-confirm-button"), stationery.urls.confirm_sign_up(token)),
        after: vec![say("letter-confirm-until"), say("letter-confirm-not-you")],
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
    let sheet = Sheet {
        to,
        subject: say("letter-registered-subject"),
        greeting: say("letter-greeting"),
        before: ["letter-registered-why"].into_iter().chain(about).map(say).collect(),
        button: question.map_or_else(sign_in, post),
        after: after.into_iter().flatten().map(say).collect(),
    };
    lay_out(stationery, sheet)
}

/// Leads to the page where a password is chosen.
pub fn forgotten_password(stationery: &Stationery<'_>, to: EmailAddress, name: &str, token: &Token) -> Letter {
    let name = [("name", Value::from(name))];
    let say = |key: &str| stationery.tell(key, &name);
    let sheet = Sheet {
        to,
        subject: say("letter-forgotten-subject"),
        greeting: say("letter-greeting"),
        before: vec![say("letter-forgotten-why")],
        button: (say("letter-forgotten-button"), stationery.urls.reset_password(token)),
        after: vec![say("letter-forgotten-until"), say("letter-forgotten-not-you")],
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
        greeting: say("letter-greeting"),
        before: vec![say("letter-changed-what"), say("letter-changed-not-you")],
        button: (say("letter-changed-button"), urls.absolute(&urls.forgotten_password())),
        after: Vec::new(),
    };
    lay_out(stationery, sheet)
}

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
