//! A question by mail waits with a sign-up until its sender confirms it by a link, whether they have an account or not: a message
//! can be forged, the letter with the link goes to the address that it names.

use chrono::{DateTime, Utc};

use super::attached::with_names;
use super::read_incoming::{Verdict, identity, is_proven, settle, settle_in};
use super::{JobError, Workshop};
use crate::domain::account::Viewer;
use crate::domain::draft::{AskInput, ThreadDraft};
use crate::domain::email::EmailAddress;
use crate::domain::id::{IncomingId, UserId};
use crate::domain::incoming::{Outcome, Why};
use crate::domain::person::{LONGEST_NAME, PersonName};
use crate::domain::sight::Sight;
use crate::domain::thread::ThreadKind;
use crate::domain::title::{LONGEST_TITLE, Title};
use crate::mail::incoming::Incoming;
use crate::passwords::Passwords;
use crate::store::categories::{self, Category};
use crate::store::sign_ups::{self, NewSignUp};
use crate::store::throttle::{self, Subject, Trying};
use crate::store::written::Written;
use crate::store::{Db, StoreError, incoming, newcomers, restraints, screening, settings, users};

/// What programs put before a subject when they answer or hand on, in lower case.
const PREFIXES: &[&str] = &[
    "re", "aw", "fwd", "fw", "wg", "tr", "rv", "res", "enc", "antw", "bls", "trs", "回复", "转发",
];

pub(super) fn run(
    workshop: &Workshop,
    id: IncomingId,
    message: &Incoming,
    slug: Option<&str>,
    now: DateTime<Utc>,
) -> Result<(), JobError> {
    let verdict = match prepared(workshop, message, slug, now)? {
        Ok(new) => {
            workshop.store.write_now(|tx| {
                let verdict = keep(tx, message, &new, now)?;
                settle_in(tx, id, &verdict, Some(message), now)
            })?;
            return Ok(());
        }
        Err(verdict) => verdict,
    };
    settle(workshop, id, &verdict, Some(message), now)
}

/// The sign-up that will keep the question, or why there is none.
fn prepared(
    workshop: &Workshop,
    message: &Incoming,
    slug: Option<&str>,
    now: DateTime<Utc>,
) -> Result<Result<NewSignUp, Verdict>, JobError> {
    let Some(from) = message.from.clone() else {
        return Ok(Err(Verdict::refused(Why::Unreadable)));
    };
    if !is_proven(workshop, message) {
        return Ok(Err(Verdict::refused(Why::Unproven)));
    }
    let site = workshop.store.read_now(settings::load)?;
    let user = workshop.store.read_now(|db| users::with_address(db, &from))?;
    let refused = |why| Ok(Err(Verdict::refused(why).about(user, None)));
    if user.is_none() && !site.sign_up_is_open {
        return refused(Why::SignUpClosed);
    }
    if let Some(why) = kept_out(workshop, user, now)? {
        return refused(why);
    }
    if message.own.is_empty() {
        return refused(Why::Nothing);
    }
    let category = workshop.store.read_now(|db| category(db, slug))?;
    let Some(category) = category else {
        return refused(Why::NoCategory);
    };
    let chosen = match user {
        Some(user) => workshop.store.read_now(|db| users::chosen_language(db, user))?,
        None => None,
    };
    let phrases = workshop.phrases_of(chosen, &site);
    let input = AskInput {
        kind: ThreadKind::Question.as_str().to_owned(),
        category: category.slug.clone(),
        title: title(message),
        body: with_names(&message.own, &message.attachments, &phrases),
        ..AskInput::default()
    };
    if let Some(why) = turned_down(workshop, user, &input, &category, now)? {
        return refused(why);
    }
    let question = serde_json::to_string(&input).map_err(|error| StoreError::Unexpected(error.to_string()))?;
    Ok(Ok(NewSignUp {
        name: name(message, &from),
        email: from,
        password_hash: Passwords::nobodys(),
        question: Some(question),
        back: None,
        language: None,
        agreed: None,
        ask_session: None,
        doubt: None,
        network: None,
    }))
}

/// Why somebody with an account may not ask at present, if they may not.
fn kept_out(workshop: &Workshop, user: Option<UserId>, now: DateTime<Utc>) -> Result<Option<Why>, JobError> {
    let Some(user) = user else { return Ok(None) };
    Ok(workshop.store.read_now::<_, StoreError>(|db| {
        if incoming::is_suspended(db, user, now)? {
            return Ok(Some(Why::Suspended));
        }
        Ok(restraints::is_silenced(db, user, now)?.then_some(Why::Silenced))
    })?)
}

/// Why what was written cannot be a question here, or not yet, if it cannot; a stranger will be a newcomer.
fn turned_down(
    workshop: &Workshop,
    user: Option<UserId>,
    input: &AskInput,
    category: &Category,
    now: DateTime<Utc>,
) -> Result<Option<Why>, JobError> {
    let Ok(draft) = ThreadDraft::parse(input, Some(&category.ask_rules())) else {
        return Ok(Some(Why::Unfit));
    };
    let written = Written::body(&draft.body);
    Ok(workshop.store.read_now::<_, StoreError>(|db| {
        let author = user.map(|user| users::writer(db, user, now)).transpose()?;
        if let Some(limit) = newcomers::limit_of_thread(db, author.as_ref(), &written, now)? {
            return Ok(Some(Why::of_limit(limit)));
        }
        let words = screening::blocked_in(db, author.as_ref(), input)?;
        Ok(words.map(|_| Why::Blocked))
    })?)
}

/// The category with this slug, or the first one that everybody sees and that takes a question without answers to its template.
fn category(db: &mut Db, slug: Option<&str>) -> Result<Option<Category>, StoreError> {
    let takes = |category: &Category| {
        category.kinds.questions
            && category.archived_at.is_none()
            && !category.template.iter().any(|field| field.required)
    };
    let categories = categories::list(db, Sight::of(&Viewer::Anonymous))?;
    let named = |category: &Category| slug.is_none_or(|slug| category.slug == slug);
    Ok(categories
        .into_iter()
        .find(|category| named(category) && takes(category)))
}

/// The subject without what programs put before it; the first words of a message whose subject is too short to be a title.
fn title(message: &Incoming) -> String {
    let mut subject = message.subject.trim();
    while let Some((prefix, rest)) = subject.split_once([':', '：']) {
        let prefix = prefix.trim().to_lowercase();
        let prefix = prefix.split('[').next().unwrap_or_default();
        if !PREFIXES.contains(&prefix) {
            break;
        }
        subject = rest.trim();
    }
    let shortened = |text: &str| text.chars().take(LONGEST_TITLE).collect::<String>();
    let subject = shortened(subject);
    if Title::parse(&subject).is_ok() {
        return subject;
    }
    let words = |line: &&str| line.chars().any(char::is_alphanumeric);
    shortened(message.own.lines().find(words).unwrap_or_default().trim())
}

/// The name beside the address, or else what stands before its `@`.
fn name(message: &Incoming, from: &EmailAddress) -> PersonName {
    let shortened = |text: &str| text.chars().take(LONGEST_NAME).collect::<String>();
    let local = from.as_str().split('@').next().unwrap_or_default();
    let candidates = [message.from_name.as_str(), local, "Member"];
    let mut good = candidates
        .iter()
        .filter_map(|name| PersonName::parse(&shortened(name)).ok());
    #[expect(clippy::expect_used, reason = "the last candidate is a name")]
    good.next().expect("a name")
}

fn keep(tx: &mut Db, message: &Incoming, new: &NewSignUp, now: DateTime<Utc>) -> Result<Verdict, StoreError> {
    if incoming::is_known(tx, &identity(message))? {
        return Ok(Verdict::ended(Outcome::Repeated, None));
    }
    let user: Option<UserId> = users::with_address(tx, &new.email)?;
    if let Trying::Wait(_) = throttle::attempt(tx, &[Subject::LettersTo(&new.email)], now)? {
        return Ok(Verdict::refused(Why::TooMany).about(user, None));
    }
    sign_ups::begin_by_mail(tx, new, now)?;
    Ok(Verdict::ended(Outcome::Asked, None).about(user, None))
}
