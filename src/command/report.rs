//! `tanya report`: the figures of reports and the rows behind them, from the command line.

use std::io::Write;

use clap::{Args, ValueEnum};
use serde_json::json;

use tanya::app;
use tanya::clock::Clock;
use tanya::config::Config;
use tanya::domain::report::{Selection, SelectionInput};
use tanya::domain::sight::Sight;
use tanya::reports::cohort::Rules;
use tanya::reports::opening_hours::opening_hours;
use tanya::reports::reckoner::Reckoner;
use tanya::reports::report;
use tanya::reports::rows::{QuestionRow, csv, head};
use tanya::store::questions::cohort;
use tanya::store::{Store, StoreError, settings};

use super::{Failure, viewer};

/// How many rows are read at once.
const AT_ONCE: i64 = 2_000;

/// What is reported, and how it is written.
#[derive(Debug, Args)]
pub struct Arguments {
    /// The figures as JSON, or the questions behind them as CSV.
    #[arg(long, value_enum, default_value_t = Format::Json)]
    format: Format,
    /// The first day, as 2026-03-01; by default 90 days back.
    #[arg(long, value_name = "DAY", default_value = "")]
    from: String,
    /// The last day; by default today.
    #[arg(long, value_name = "DAY", default_value = "")]
    to: String,
    /// Only questions of the category of this number.
    #[arg(long, value_name = "NUMBER", default_value = "")]
    category: String,
    /// Only questions with this tag.
    #[arg(long, value_name = "TAG", default_value = "")]
    tag: String,
    /// Only questions that answer a field of the template, with --answer.
    #[arg(long, value_name = "LABEL", requires = "answer", default_value = "")]
    field: String,
    /// What they answer to --field.
    #[arg(long, value_name = "TEXT", default_value = "")]
    answer: String,
    /// Only questions of the members of the group of this number.
    #[arg(long, value_name = "NUMBER", default_value = "")]
    askers: String,
    /// Count "questions" or "people".
    #[arg(long, value_name = "WHAT", default_value = "")]
    counting: String,
    /// Count "calendar" or "business" hours.
    #[arg(long, value_name = "HOURS", default_value = "")]
    waiting: String,
    /// Only what this viewer sees: `public`, or the address of somebody with an account.
    #[arg(long = "as", value_name = "VIEWER")]
    viewer: Option<String>,
}

#[derive(Debug, Clone, Copy, ValueEnum)]
enum Format {
    Json,
    Csv,
}

impl Arguments {
    fn input(&self) -> SelectionInput {
        SelectionInput {
            from: self.from.clone(),
            to: self.to.clone(),
            category: self.category.clone(),
            tag: self.tag.clone(),
            field: self.field.clone(),
            answer: self.answer.clone(),
            askers: self.askers.clone(),
            counting: self.counting.clone(),
            waiting: self.waiting.clone(),
        }
    }
}

/// Brings what came of each question up to date, and prints what is reported of those that were chosen.
pub fn run(config: &Config, arguments: &Arguments) -> Result<(), Failure> {
    let now = Clock::system().now();
    let (selection, problems) = arguments.input().parse(now);
    if let Some(problem) = problems.iter().next() {
        return Err(format!("--{} is not understood.", problem.field).into());
    }
    let store = app::open_store(config)?;
    let sight = viewer::sight(&store, arguments.viewer.as_deref())?;
    let reckoner = Reckoner::new(store.clone(), Clock::system());
    while reckoner.step()? {}
    let hours = store.read_now::<_, StoreError>(settings::load)?.reports.hours;
    let hours = opening_hours(&hours);
    let mut out = std::io::stdout().lock();
    match arguments.format {
        Format::Json => {
            let work = |readers: [&mut _; 2]| report::work_out(readers, sight, &selection, hours.as_ref(), now);
            let figures = store.read_by_two_now::<_, StoreError>(work)?;
            writeln!(out, "{}", json!({ "figures": figures }))?;
        }
        Format::Csv => {
            let rules = Rules::of(&selection, hours.as_ref(), now);
            write_rows(&store, sight, (&selection, &rules), &mut out)?;
        }
    }
    Ok(())
}

fn write_rows(
    store: &Store,
    sight: Sight,
    (selection, rules): (&Selection, &Rules<'_>),
    out: &mut impl Write,
) -> Result<(), Failure> {
    let mut after = None;
    out.write_all(head().as_bytes())?;
    loop {
        let read = |db: &mut _| cohort::next_counted(db, sight, selection, after, AT_ONCE);
        let rows = store.read_now::<_, StoreError>(read)?;
        let Some(last) = rows.last() else { return Ok(()) };
        after = Some((last.asked, last.thread));
        let rows: Vec<QuestionRow> = rows.iter().map(|row| QuestionRow::of(row, rules)).collect();
        out.write_all(&csv(&rows, false)?)?;
    }
}
