//! How later work is getting on.

use maud::{Markup, html};

use super::{Icon, Pen, icon};

/// How a job is getting on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum JobState {
    /// Its time has not come.
    Waiting,
    /// A worker has it.
    Running,
    /// It failed and will run again.
    Retrying,
    /// It is done.
    Done,
    /// It failed too often and waits for somebody.
    Dead,
}

/// The state of a job as an icon and a word.
pub fn job_state(pen: &Pen<'_>, state: JobState) -> Markup {
    let (drawing, class, key) = match state {
        JobState::Waiting => (Icon::Clock, "closed", "job-waiting"),
        JobState::Running => (Icon::ArrowRight, "unanswered", "job-running"),
        JobState::Retrying => (Icon::Reopen, "waiting", "job-retrying"),
        JobState::Done => (Icon::Check, "resolved", "job-done"),
        JobState::Dead => (Icon::Alert, "dead", "job-dead"),
    };
    html! { span class={ "mark " (class) } { (icon(pen, drawing)) (pen.say(key)) } }
}

/// How far long work has come.
pub fn progress(pen: &Pen<'_>, label: &str, done: i64, all: i64) -> Markup {
    let told = pen.tell("job-progress", &[("done", done.into()), ("all", all.into())]);
    html! {
        div.progress {
            span { (label) }
            progress max=(all) value=(done) aria-label=(label) { (told) }
            span.count { (told) }
        }
    }
}
