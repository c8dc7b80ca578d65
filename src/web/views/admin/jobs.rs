//! The lists of jobs.

use maud::{Markup, html};

use super::{Part, part};
use crate::domain::cursor::PageOf;
use crate::domain::job::MOST_ATTEMPTS;
use crate::store::jobs::JobRow;
use crate::web::Visit;
use crate::web::page::{Page, pen};
use crate::web::views::components::{
    Column, Icon, JobState, Link, Pen, PostButton, Weight, empty_state, figure, filter_links, job_state, onward_pager,
    post_button, table, time_ago,
};
use crate::web::views::layout::page_head;

/// The kinds of job that have words of their own; one that a newer program wrote is shown by its name.
const KINDS: &[(&str, &str)] = &[
    ("confirm_sign_up", "job-confirm-sign-up"),
    ("already_registered", "job-already-registered"),
    ("forgotten_password", "job-forgotten-password"),
    ("invite", "job-invite"),
    ("password_changed", "job-password-changed"),
    ("confirm_address", "job-confirm-address"),
    ("address_change_asked", "job-address-change-asked"),
    ("address_changed", "job-address-changed"),
    ("new_sign_in", "job-new-sign-in"),
    ("second_factor_changed", "job-second-factor-changed"),
    ("account_closed", "job-account-closed"),
    ("tell_restraint", "job-tell-restraint"),
    ("outbreak_noticed", "job-outbreak-noticed"),
    ("remind_asker", "job-remind-asker"),
    ("invite_to_survey", "job-invite-to-survey"),
    ("test_letter", "job-test-letter"),
    ("go_on_removing", "job-go-on-removing"),
    ("scan_posts", "job-scan-posts"),
    ("ask_back", "job-ask-back"),
    ("spread_tiding", "job-spread-tiding"),
    ("post_thread_letters", "job-post-thread-letters"),
    ("thread_letter", "job-thread-letter"),
    ("confirm_digests", "job-confirm-digests"),
    ("compose_digests", "job-compose-digests"),
    ("send_digest", "job-send-digest"),
    ("confirm_awaiting", "job-confirm-awaiting"),
    ("tell_resolved", "job-tell-resolved"),
    ("read_incoming", "job-read-incoming"),
    ("answer_incoming", "job-answer-incoming"),
    ("confirm_question", "job-confirm-question"),
    ("count_helpers", "job-count-helpers"),
    ("weigh_trust", "job-weigh-trust"),
    ("tell_meanings", "job-tell-meanings"),
    ("copy_pictures", "job-copy-pictures"),
    ("remove_bytes", "job-remove-bytes"),
    ("render_again", "job-render-again"),
    ("sweep", "job-sweep"),
];

/// Error messages up to this length stand in the row; longer ones open.
const SHORT: usize = 120;

/// One page of the waiting or the dead jobs; `counts` are both.
pub fn page(visit: &Visit, dead: bool, counts: (i64, i64), jobs: &PageOf<JobRow>, is_further: bool) -> Page {
    let sprite = visit.site.assets.address(&visit.site.urls, "icons/sprite.svg");
    let pen = pen(visit, &sprite);
    let urls = &visit.site.urls;
    let title = pen.say("admin-jobs");
    let about = pen.tell("jobs-about", &[("attempts", MOST_ATTEMPTS.into())]);
    let lists = [
        (
            Link::new(pen.say("jobs-waiting"), urls.admin_jobs()).current_if(!dead),
            Some(counts.0),
        ),
        (
            Link::new(pen.say("jobs-dead"), urls.admin_dead_jobs()).current_if(dead),
            Some(counts.1),
        ),
    ];
    let here = if dead {
        urls.admin_dead_jobs()
    } else {
        urls.admin_jobs()
    };
    let older = jobs.more.map(|after| urls.page_after(&here, after));
    let content = html! {
        (page_head(&title, Some(&about), html! {}))
        (filter_links(&pen, &title, &lists))
        @if jobs.items.is_empty() {
            (nothing(&pen, dead))
        } @else {
            (rows(visit, &pen, dead, &jobs.items))
        }
        (onward_pager(&pen, is_further.then_some(here.as_str()), older.as_deref()))
    };
    part(visit, &pen, Part::Jobs, &title, &content)
}

fn nothing(pen: &Pen<'_>, dead: bool) -> Markup {
    let (title, about) = if dead {
        ("jobs-no-dead-title", "jobs-no-dead")
    } else {
        ("jobs-none-title", "jobs-none")
    };
    empty_state(pen, Icon::Check, &pen.say(title), &pen.say(about), html! {})
}

fn rows(visit: &Visit, pen: &Pen<'_>, dead: bool, jobs: &[JobRow]) -> Markup {
    let (caption, when) = if dead {
        ("jobs-dead", "job-dead-since")
    } else {
        ("jobs-waiting", "job-when")
    };
    let last = if dead { "job-acts" } else { "job-state" };
    let labels = ["job-kind", "job-written", when, "job-attempts", "job-error", last];
    let [kind, written, when, attempts, error, last] = labels.map(|key| pen.say(key));
    let columns = [
        Column::words(&kind),
        Column::words(&written),
        Column::words(&when),
        Column::numbers(&attempts),
        Column::words(&error),
        if dead {
            Column::buttons(&last)
        } else {
            Column::words(&last)
        },
    ];
    let rows: Vec<Vec<Markup>> = jobs.iter().map(|job| row(visit, pen, job)).collect();
    html! { div.admin-table.level { (table(&pen.say(caption), &columns, &rows)) } }
}

/// A dead job ends with a button, a waiting one with its state.
fn row(visit: &Visit, pen: &Pen<'_>, job: &JobRow) -> Vec<Markup> {
    let named = kind(pen, &job.kind);
    let last = match job.dead_at {
        Some(_) => retry(visit, pen, job, &named),
        None => job_state(pen, state(job)),
    };
    vec![
        html! { (named) },
        time_ago(pen, job.created_at),
        time_ago(pen, job.dead_at.unwrap_or(job.run_at)),
        html! { (figure(pen, job.attempt_count)) },
        error(pen, job.last_error.as_deref()),
        last,
    ]
}

fn retry(visit: &Visit, pen: &Pen<'_>, job: &JobRow, named: &str) -> Markup {
    let (action, label) = (visit.site.urls.admin_job_retry(job.id), pen.say("job-retry"));
    let button = PostButton {
        weight: Weight::Secondary,
        about: Some(named),
        icon: Some(Icon::Reopen),
        ..PostButton::new(&action, &label)
    };
    post_button(pen, &button)
}

pub(super) fn kind(pen: &Pen<'_>, name: &str) -> String {
    let known = KINDS.iter().find(|(known, _)| *known == name);
    known.map_or_else(|| name.to_owned(), |(_, key)| pen.say(key))
}

pub(super) fn state(job: &JobRow) -> JobState {
    match job {
        JobRow { is_claimed: true, .. } => JobState::Running,
        JobRow { attempt_count: 1.., .. } => JobState::Retrying,
        _ => JobState::Waiting,
    }
}

pub(super) fn error(pen: &Pen<'_>, message: Option<&str>) -> Markup {
    let message = message.unwrap_or_default();
    let is_short = message.chars().count() <= SHORT;
    let beginning: String = message.chars().take(SHORT).collect();
    html! {
        @if message.is_empty() {
        } @else if is_short {
            span.error-text { (message) }
        } @else {
            details.error-text {
                summary { (beginning) "… " span.more { (pen.say("job-error-whole")) } }
                p { (message) }
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::id::{IncomingId, InvitationId, KnownBrowserId, SignUpId, UserId};
    use crate::domain::job::Job;
    use crate::text::phrases::Languages;

    #[test]
    fn every_kind_of_job_has_words() {
        let phrases = Languages::load().unwrap().named("en").unwrap();
        let (user, message) = (UserId::stored(1), IncomingId::stored(1));
        let jobs = [
            Job::ConfirmSignUp {
                sign_up: SignUpId::stored(1),
            },
            Job::AlreadyRegistered { user, sign_up: None },
            Job::ForgottenPassword { email: String::new() },
            Job::Invite {
                invitation: InvitationId::stored(1),
            },
            Job::PasswordChanged { user },
            Job::SecondFactorChanged { user, is_on: true },
            Job::ConfirmAddress { user },
            Job::AddressChangeAsked { user },
            Job::AddressChanged {
                user,
                former: String::new(),
            },
            Job::NewSignIn {
                browser: KnownBrowserId::stored(1),
            },
            Job::AccountClosed {
                email: String::new(),
                name: String::new(),
            },
            Job::TestLetter {
                specimen: String::new(),
                user,
            },
            Job::AskBack,
            Job::ReadIncoming { message },
            Job::AnswerIncoming { message },
            Job::ConfirmQuestion {
                sign_up: SignUpId::stored(1),
            },
            Job::CountHelpers,
            Job::WeighTrust,
            Job::TellMeanings,
            Job::RenderAgain,
            Job::Sweep,
        ];
        for job in jobs {
            let (_, key) = KINDS.iter().find(|(kind, _)| *kind == job.kind()).unwrap();
            assert_ne!(phrases.say(key), *key);
        }
    }
}
