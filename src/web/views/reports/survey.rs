//! What askers say after their questions were resolved, beside how many of those who were asked said it.

use maud::{Markup, html};

use super::{Shown, head};
use crate::domain::figure::Figure;
use crate::domain::survey::Scores;
use crate::reports::statistics::proportion::Proportion;
use crate::store::self_service::reads_words;
use crate::store::surveys::Figures;
use crate::web::Visit;
use crate::web::views::components::charts::estimate;
use crate::web::views::components::{Column, Pen, figure, table};
use crate::web::views::estimates;

pub(super) fn section(visit: &Visit, pen: &Pen<'_>, shown: &Shown<'_>) -> Markup {
    let figures = &shown.kept.report.survey;
    let (question, average, answers) = (
        pen.say("survey-question"),
        pen.say("survey-average"),
        pen.say("survey-answers"),
    );
    let columns = [
        Column::words(&question),
        Column::numbers(&average),
        Column::numbers(&answers),
    ];
    let rows = [
        ("survey-satisfied", &figures.ratings),
        ("survey-easy", &figures.efforts),
    ];
    let row = |(key, scores): (&str, &Scores)| {
        vec![
            html! { (pen.say(key)) },
            html! { (mean(pen, scores)) },
            html! { (figure(pen, figures.answered)) },
        ]
    };
    html! {
        section.report {
            (head(visit, pen, Figure::Survey))
            p { (responded(pen, figures)) }
            @if figures.answered > 0 {
                (table(&pen.say("figure-survey"), &columns, &rows.map(row)))
                @if reads_words(visit.sight()) {
                    p { a href=(visit.site.urls.report_comments(shown.selection)) { (pen.say("survey-comments")) } }
                }
            }
        }
    }
}

/// How many of those who were asked answered.
fn responded(pen: &Pen<'_>, figures: &Figures) -> String {
    let count = |count: i64| u64::try_from(count).unwrap_or(0);
    let Some(share) = Proportion::new(count(figures.answered), count(figures.invited)) else {
        return pen.say("survey-nobody-asked");
    };
    let values = [
        ("share", estimate(pen, &estimates::share(share)).into()),
        ("invited", figure(pen, figures.invited).into()),
    ];
    pen.tell("survey-responded", &values)
}

/// An average to a tenth, of 1 to 5.
fn mean(pen: &Pen<'_>, scores: &Scores) -> String {
    scores
        .average()
        .map_or_else(|| pen.say("chart-empty"), |mean| format!("{mean:.1}"))
}
