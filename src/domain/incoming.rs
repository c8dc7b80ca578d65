//! Messages that come in by mail: where they may go, how they came, and what became of them.

use super::email::EmailAddress;
use super::trust::Limit;

/// The largest message that is taken, in bytes.
pub const LARGEST: usize = 25 * 1024 * 1024;

/// Where people write to, and whose word about senders is believed; all of it is configured.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Desk {
    /// The address that answers go to, each with its token; `None` when nobody answers by mail.
    pub answers: Option<EmailAddress>,
    /// The address that questions go to.
    pub questions: Option<EmailAddress>,
    /// The name by which our mail server signs what it found about a sender (RFC 8601).
    pub mail_server: Option<String>,
}

impl Desk {
    /// What stands behind the plus of the first of these recipients that is one of ours; addresses come in lower case.
    pub fn route<'a>(&self, recipients: &'a [String]) -> Option<Route<'a>> {
        recipients.iter().find_map(|recipient| self.route_of(recipient))
    }

    /// Which of these recipients is ours: what a message says of others, or where else it was handed on, is nobody's business.
    pub fn recipient<'a>(&self, recipients: &'a [String]) -> Option<&'a str> {
        let ours = recipients.iter().find(|recipient| self.route_of(recipient).is_some());
        ours.map(String::as_str)
    }

    fn route_of<'a>(&self, recipient: &'a str) -> Option<Route<'a>> {
        let answer = self.answers.as_ref().and_then(|ours| detail(recipient, ours));
        let question = self.questions.as_ref().and_then(|ours| detail(recipient, ours));
        match (answer, question) {
            // Both may be one address: then a token tells an answer.
            (Some(detail), None) | (Some(detail @ Some(_)), Some(_)) => Some(Route::Answer(detail)),
            (_, Some(detail)) => Some(Route::Question(detail)),
            (None, None) => None,
        }
    }
}

/// A mailbox out of which messages come (IMAP).
#[derive(Clone, PartialEq, Eq)]
pub struct Mailbox {
    /// The server's name.
    pub host: String,
    /// Its port.
    pub port: u16,
    /// Whether it is spoken to by TLS.
    pub is_encrypted: bool,
    /// Whose mailbox it is.
    pub user: String,
    /// The password, which is never printed.
    pub password: String,
    /// The folder that is looked into.
    pub folder: String,
}

impl std::fmt::Debug for Mailbox {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Mailbox({}:{}, {}, …)", self.host, self.port, self.folder)
    }
}

/// What a message wants, by the address that it went to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Route<'a> {
    /// To answer in a thread, which its token names.
    Answer(Option<&'a str>),
    /// To ask, perhaps in a category, which its slug names.
    Question(Option<&'a str>),
}

/// What stands behind the plus of a recipient, when it is our address otherwise.
fn detail<'a>(recipient: &'a str, ours: &EmailAddress) -> Option<Option<&'a str>> {
    let ours = ours.folded();
    let (our_local, our_domain) = ours.rsplit_once('@')?;
    let (local, domain) = recipient.rsplit_once('@')?;
    let rest = local.strip_prefix(our_local).filter(|_| domain == our_domain)?;
    match rest.strip_prefix('+') {
        Some(detail) => Some(Some(detail).filter(|detail| !detail.is_empty())),
        None => rest.is_empty().then_some(None),
    }
}

crate::named! {
    /// How a message came in.
    pub enum Source {
        /// Through `tanya receive-mail`.
        Pipe = "pipe",
        /// Through the webhook.
        Webhook = "webhook",
        /// Out of a mailbox.
        Mailbox = "mailbox",
    }
}

crate::named! {
    /// What became of a message.
    pub enum Outcome {
        /// It is a reply now.
        Posted = "posted",
        /// It is a question that waits to be confirmed.
        Asked = "asked",
        /// It could not be posted.
        Refused = "refused",
        /// No person wrote it, so nobody is answered.
        Ignored = "ignored",
        /// It had come in before.
        Repeated = "repeated",
        /// It tells of a letter of ours, and was noted.
        Reported = "reported",
    }
}

crate::named! {
    /// Why a message could not be posted, or was not meant to be.
    pub enum Why {
        /// It cannot be read as a message, or is too large.
        Unreadable = "unreadable",
        /// It went to none of our addresses.
        NoAddress = "no-address",
        /// Its address has no token, or one that nobody here made.
        BadToken = "bad-token",
        /// It is from another address than the account's.
        OtherSender = "other-sender",
        /// Nobody vouches for who it is from.
        Unproven = "unproven",
        /// The account is suspended.
        Suspended = "suspended",
        /// The account may read and not write.
        Silenced = "silenced",
        /// The account has to agree to the terms first.
        Consent = "consent",
        /// The thread is not there any more, or out of sight.
        NoThread = "no-thread",
        /// The thread takes no replies, or none of theirs.
        Locked = "locked",
        /// Nothing was written above the quotation.
        Nothing = "nothing",
        /// What was written cannot be a post: too long, or without a title.
        Unfit = "unfit",
        /// Words stand in it that may not stand in a post.
        Blocked = "blocked",
        /// It has more links than a newcomer's post may have.
        TooManyLinks = "too-many-links",
        /// A newcomer wrote as much as they may in their first day.
        FirstDay = "first-day",
        /// No category takes questions by mail.
        NoCategory = "no-category",
        /// Nobody may sign up at present.
        SignUpClosed = "sign-up-closed",
        /// Too many messages came from there.
        TooMany = "too-many",
        /// A program wrote it.
        Automatic = "automatic",
        /// This forum takes no mail.
        Off = "off",
    }
}

impl Why {
    /// Whether the sender is told: only about what they can do something, and never about what is not from them.
    pub fn is_told(self) -> bool {
        match self {
            Why::OtherSender
            | Why::BadToken
            | Why::Suspended
            | Why::Silenced
            | Why::Consent
            | Why::NoThread
            | Why::Locked
            | Why::Nothing
            | Why::Unfit
            | Why::Blocked
            | Why::TooManyLinks
            | Why::FirstDay
            | Why::NoCategory
            | Why::SignUpClosed => true,
            Why::Unreadable | Why::NoAddress | Why::Unproven | Why::TooMany | Why::Automatic | Why::Off => false,
        }
    }

    /// Whether somebody without an account is told, too: they asked, and would have got a letter to confirm that anyway.
    pub fn is_told_to_strangers(self) -> bool {
        matches!(
            self,
            Why::SignUpClosed | Why::NoCategory | Why::Unfit | Why::Blocked | Why::TooManyLinks | Why::Nothing
        )
    }

    /// Why a newcomer's message is not posted yet.
    pub fn of_limit(limit: Limit) -> Self {
        match limit {
            Limit::Links { .. } => Why::TooManyLinks,
            Limit::Threads { .. } | Limit::Replies { .. } => Why::FirstDay,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn desk() -> Desk {
        Desk {
            answers: EmailAddress::parse("Reply@forum.example.org").ok(),
            questions: EmailAddress::parse("ask@forum.example.org").ok(),
            mail_server: None,
        }
    }

    #[test]
    fn the_address_says_what_a_message_wants() {
        let route = |recipients: &[&str]| {
            let recipients: Vec<String> = recipients.iter().map(|one| (*one).to_owned()).collect();
            desk().route(&recipients).map(|route| format!("{route:?}"))
        };
        let said = |recipients: &[&str]| route(recipients).unwrap_or_default();
        assert_eq!(said(&["reply+abc@forum.example.org"]), "Answer(Some(\"abc\"))");
        assert_eq!(
            said(&["x@y.example", "reply+a+b@forum.example.org"]),
            "Answer(Some(\"a+b\"))"
        );
        assert_eq!(said(&["reply@forum.example.org"]), "Answer(None)");
        assert_eq!(said(&["ask@forum.example.org"]), "Question(None)");
        assert_eq!(
            said(&["ask+printers@forum.example.org"]),
            "Question(Some(\"printers\"))"
        );
        for other in [
            "reply+a@forum.example.com",
            "replyx@forum.example.org",
            "xreply+a@forum.example.org",
            "",
            "@",
        ] {
            assert_eq!(route(&[other]), None, "{other}");
        }
    }

    #[test]
    fn one_address_may_serve_for_both() {
        let both = EmailAddress::parse("forum@example.org").ok();
        let desk = Desk {
            answers: both.clone(),
            questions: both,
            mail_server: None,
        };
        let answer = ["forum+t@example.org".to_owned()];
        let question = ["forum@example.org".to_owned()];
        assert_eq!(desk.route(&answer), Some(Route::Answer(Some("t"))));
        assert_eq!(desk.route(&question), Some(Route::Question(None)));
        assert_eq!(Desk::default().route(&question), None);
    }
}
