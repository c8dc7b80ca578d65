//! How many never had to ask: visits to the ask form, the effect of suggestions, what was read instead of asking, and searches.

use maud::{Markup, html};

use crate::domain::account::User;
use crate::domain::ask_session::AskOutcome;
use crate::domain::figure::Figure;
use crate::domain::report_settings::ReportSettings;
use crate::domain::worth::Worth;
use crate::reports::self_service::{Effect, Known, Saved, Searches, SelfService, Shown, Visits};
use crate::reports::statistics::proportion::Proportion;
use crate::store::self_service::WordsRow;
use crate::web::Visit;
use crate::web::page::pen;
use crate::web::views::components::charts::{Bar, Measure, Picture, bar_chart, estimate};
use crate::web::views::components::{Column, Pen, figure, table, time_ago};
use crate::web::views::estimates;

/// The section of the report page.
pub fn section(visit: &Visit, figures: &SelfService, settings: &ReportSettings) -> Markup {
    let sprite = visit.site.assets.address(&visit.site.urls, "icons/sprite.svg");
    let pen = pen(visit, &sprite);
    html! {
        section.report.wide #self-service {
            h2 { (pen.say("self-service-title")) }
            (visits(visit, &pen, figures))
            (effect(visit, &pen, &figures.effect, settings.contact_worth.as_ref()))
            (instead(visit, &pen, figures))
            (searches(visit, &pen, &figures.searches))
        }
    }
}

/// The name of a figure as a heading, with the way to its definition.
pub(super) fn defined(visit: &Visit, pen: &Pen<'_>, about: Figure) -> Markup {
    let name = pen.say(&format!("figure-{about}"));
    html! { h3 { (name) } (definition(visit, pen, about, &name)) }
}

fn definition(visit: &Visit, pen: &Pen<'_>, about: Figure, name: &str) -> Markup {
    html! {
        p.defined {
            a href=(visit.site.urls.report_definition(about)) {
                (pen.say("reports-defined")) span.unseen { ": " (name) }
            }
        }
    }
}

/// A share with its interval, and of how many; what stands for it where there is nothing to take a share of.
pub(super) fn share(pen: &Pen<'_>, proportion: Option<Proportion>) -> String {
    proportion.map_or_else(
        || pen.say("report-nothing"),
        |proportion| estimate(pen, &estimates::share(proportion)),
    )
}

/// A number of things in full.
pub(super) fn many(pen: &Pen<'_>, count: u64) -> String {
    figure(pen, i64::try_from(count).unwrap_or(i64::MAX))
}

/// An amount of money.
pub(super) fn money(pen: &Pen<'_>, hundredths: i64, currency: &str) -> String {
    let whole = figure(pen, (hundredths / 100).abs());
    let values = [
        ("sign", sign(hundredths < 0).to_owned().into()),
        ("whole", whole.into()),
        ("hundredths", format!("{:02}", (hundredths % 100).abs()).into()),
        ("currency", currency.to_owned().into()),
    ];
    pen.tell("report-money", &values)
}

fn sign(is_negative: bool) -> &'static str {
    if is_negative { "\u{2212}" } else { "" }
}

fn visits(visit: &Visit, pen: &Pen<'_>, figures: &SelfService) -> Markup {
    let (shown, held_out) = (&figures.visits, &figures.held_out);
    let is_empty = shown.all() == 0 && held_out.all() == 0;
    html! {
        (defined(visit, pen, Figure::AskVisits))
        @if is_empty {
            p { (pen.say("self-service-no-visits")) }
        } @else {
            (endings(pen, shown))
            div.admin-table { (endings_of_both(pen, shown, held_out)) }
        }
    }
}

fn outcome_name(pen: &Pen<'_>, outcome: AskOutcome) -> String {
    pen.say(&format!("ask-outcome-{outcome}"))
}

/// How the visits with suggestions ended that are over.
fn endings(pen: &Pen<'_>, visits: &Visits) -> Markup {
    let bar = |outcome: &AskOutcome| {
        let share = visits.share(*outcome)?;
        Some(Bar {
            label: outcome_name(pen, *outcome),
            measure: Measure::Share(estimates::share(share)),
        })
    };
    let bars: Vec<Bar> = AskOutcome::ALL.iter().filter_map(bar).collect();
    let solved = visits.count(AskOutcome::Solved) + visits.count(AskOutcome::Joined);
    let values = [
        ("count", many(pen, visits.all()).into()),
        ("solved", many(pen, solved).into()),
        ("posted", many(pen, visits.count(AskOutcome::Posted)).into()),
    ];
    let (title, finding) = (
        pen.say("self-service-endings"),
        pen.tell("self-service-endings-finding", &values),
    );
    let picture = Picture {
        id: "ask-endings",
        title: &title,
        finding: &finding,
    };
    bar_chart(pen, &picture, &pen.say("self-service-ending"), &bars)
}

fn endings_of_both(pen: &Pen<'_>, shown: &Visits, held_out: &Visits) -> Markup {
    let labels = [
        "self-service-ending",
        "self-service-shown",
        "self-service-share",
        "self-service-held-out",
        "self-service-share",
    ];
    let [ending, with, share_with, without, share_without] = labels.map(|key| pen.say(key));
    let columns = [
        Column::words(&ending),
        Column::numbers(&with),
        Column::numbers(&share_with),
        Column::numbers(&without),
        Column::numbers(&share_without),
    ];
    let row = |outcome: &AskOutcome| {
        vec![
            html! { (outcome_name(pen, *outcome)) },
            html! { (many(pen, shown.count(*outcome))) },
            html! { (share(pen, shown.share(*outcome))) },
            html! { (many(pen, held_out.count(*outcome))) },
            html! { (share(pen, held_out.share(*outcome))) },
        ]
    };
    let rows: Vec<Vec<Markup>> = AskOutcome::ALL.iter().map(row).collect();
    table(&pen.say("self-service-endings-of-both"), &columns, &rows)
}

fn effect(visit: &Visit, pen: &Pen<'_>, effect: &Effect, worth: Option<&Worth>) -> Markup {
    html! {
        (defined(visit, pen, Figure::HoldoutEffect))
        @match effect {
            Effect::Unknown { shown, held_out } => (unknown(pen, *shown, *held_out)),
            Effect::Known(known) => {
                (found(pen, known))
                (defined(visit, pen, Figure::ContactsSaved))
                (saved(pen, known, worth))
            }
        }
    }
}

fn unknown(pen: &Pen<'_>, shown: u64, held_out: u64) -> Markup {
    let values = [
        ("shown", many(pen, shown).into()),
        ("held-out", many(pen, held_out).into()),
    ];
    let key = match held_out {
        0 => "effect-nobody-held-out",
        _ => "effect-unknown",
    };
    html! { p { (pen.tell(key, &values)) } }
}

/// Both shares, and by how much they differ.
fn found(pen: &Pen<'_>, known: &Known) -> Markup {
    let [side, visitors, posted] = ["effect-side", "effect-visitors", "effect-posted"].map(|key| pen.say(key));
    let columns = [
        Column::words(&side),
        Column::numbers(&visitors),
        Column::numbers(&posted),
    ];
    let row = |key: &str, side: Proportion| {
        vec![
            html! { (pen.say(key)) },
            html! { (many(pen, side.of())) },
            html! { (share(pen, Some(side))) },
        ]
    };
    let rows = [
        row("self-service-shown", known.shown),
        row("self-service-held-out", known.held_out),
    ];
    let interval = known.difference.interval;
    let values = [
        ("difference", points(pen, known.difference.difference).into()),
        ("low", points(pen, interval.low).into()),
        ("high", points(pen, interval.high).into()),
    ];
    let verdict = match known.shows() {
        Shown::Fewer => "effect-fewer",
        Shown::More => "effect-more",
        Shown::Nothing => "effect-nothing",
    };
    html! {
        p { strong { (pen.say(verdict)) } " " (pen.tell("effect-difference", &values)) }
        div.admin-table { (table(&pen.say("figure-holdout-effect"), &columns, &rows)) }
    }
}

/// A difference of shares in percentage points, to a tenth.
fn points(pen: &Pen<'_>, difference: f64) -> String {
    tenths(pen, difference * 100.0)
}

/// A number to a tenth, with its sign when it is less than nothing.
fn tenths(pen: &Pen<'_>, number: f64) -> String {
    let tenths = (number * 10.0).round() as i64;
    let values = [
        ("sign", sign(tenths < 0).to_owned().into()),
        ("whole", figure(pen, (tenths / 10).abs()).into()),
        ("tenths", (tenths % 10).abs().into()),
    ];
    pen.tell("report-tenths", &values)
}

fn saved(pen: &Pen<'_>, known: &Known, worth: Option<&Worth>) -> Markup {
    let saved = known.saved();
    let [count, low, high] = [saved.contacts, saved.low, saved.high].map(|contacts| tenths(pen, contacts));
    let values = [
        ("visitors", many(pen, known.shown.of()).into()),
        ("count", count.into()),
        ("low", low.into()),
        ("high", high.into()),
    ];
    html! {
        p { (pen.tell("contacts-saved-sentence", &values)) }
        @if known.shows() == Shown::Nothing { p { (pen.say("contacts-saved-nothing")) } }
        @match worth {
            Some(worth) => p { (worth_of(pen, &saved, worth)) },
            None => p.hint { (pen.say("contacts-saved-no-worth")) },
        }
    }
}

fn worth_of(pen: &Pen<'_>, saved: &Saved, worth: &Worth) -> String {
    let [amount, low, high] = [saved.contacts, saved.low, saved.high]
        .map(|contacts| money(pen, worth.of_contacts(contacts), &worth.currency));
    let each = money(pen, worth.hundredths, &worth.currency);
    let values = [("amount", amount), ("low", low), ("high", high), ("each", each)];
    pen.tell(
        "contacts-saved-worth",
        &values.map(|(name, value)| (name, value.into())),
    )
}

/// What was read instead of asking, as far as what is kept can tell.
fn instead(visit: &Visit, pen: &Pen<'_>, figures: &SelfService) -> Markup {
    let searches = &figures.searches;
    let opened = searches.counts.answer_opened;
    let lines = [
        ("instead-searches", searches.share(opened)),
        ("instead-visits", figures.visits.answered_unposted()),
    ];
    let [what, count, of, share_of] =
        ["instead-what", "report-count", "report-of", "self-service-share"].map(|key| pen.say(key));
    let columns = [
        Column::words(&what),
        Column::numbers(&count),
        Column::numbers(&of),
        Column::numbers(&share_of),
    ];
    let rows = lines.map(|(key, proportion)| counted(pen, key, proportion));
    html! {
        (defined(visit, pen, Figure::ViewsWithoutQuestion))
        div.admin-table { (table(&pen.say("figure-views-without-question"), &columns, &rows)) }
        p.hint { (pen.say("instead-limits")) }
    }
}

/// A line of a table: how many, of how many, and which share that is.
fn counted(pen: &Pen<'_>, key: &str, proportion: Option<Proportion>) -> Vec<Markup> {
    vec![
        html! { (pen.say(key)) },
        html! { (many(pen, proportion.map_or(0, Proportion::hits))) },
        html! { (many(pen, proportion.map_or(0, Proportion::of))) },
        html! { (share(pen, proportion)) },
    ]
}

fn searches(visit: &Visit, pen: &Pen<'_>, searches: &Searches) -> Markup {
    let counts = &searches.counts;
    let lines = [
        ("searches-found-none", counts.none),
        ("searches-unopened", counts.unopened),
        ("searches-without-article", counts.without_article),
    ];
    let [what, count, of, share_of] =
        ["searches-ended", "report-count", "report-of", "self-service-share"].map(|key| pen.say(key));
    let columns = [
        Column::words(&what),
        Column::numbers(&count),
        Column::numbers(&of),
        Column::numbers(&share_of),
    ];
    let rows = lines.map(|(key, count)| counted(pen, key, searches.share(count)));
    let reads_reports = visit.viewer.user().is_some_and(User::reads_reports);
    html! {
        (defined(visit, pen, Figure::SearchesWithoutAnswer))
        @if counts.all == 0 {
            p { (pen.say("searches-none-in-period")) }
        } @else {
            div.admin-table { (table(&pen.say("figure-searches-without-answer"), &columns, &rows)) }
        }
        @if reads_reports && !searches.words.is_empty() { (words(visit, pen, searches)) }
    }
}

/// The words themselves, for those who may read them, with the way to all of them.
fn words(visit: &Visit, pen: &Pen<'_>, searches: &Searches) -> Markup {
    let labels = [
        "searches-words",
        "searches-count",
        "searches-found-none",
        "searches-unopened",
        "searches-last",
    ];
    let [words, count, none, unopened, last] = labels.map(|key| pen.say(key));
    let columns = [
        Column::words(&words),
        Column::numbers(&count),
        Column::numbers(&none),
        Column::numbers(&unopened),
        Column::words(&last),
    ];
    let urls = &visit.site.urls;
    let row = |row: &WordsRow| {
        vec![
            html! { a href=(urls.found(&row.words, 1)) dir="auto" { (row.words) } },
            html! { (figure(pen, row.search_count)) },
            html! { (figure(pen, row.none_count)) },
            html! { (figure(pen, row.unopened_count)) },
            time_ago(pen, row.searched_at),
        ]
    };
    let rows: Vec<Vec<Markup>> = searches.words.iter().map(row).collect();
    let caption = pen.count("searches-words-of-days", searches.days.days());
    html! {
        p { (caption) }
        div.admin-table.searched { (table(&caption, &columns, &rows)) }
        p { a href=(urls.searches_of(searches.days)) { (pen.say("searches-all")) } }
    }
}
