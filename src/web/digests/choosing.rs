//! The form of choices: what it offers, and what was typed into it.

use super::Fields;
use crate::domain::account::Viewer;
use crate::domain::digest::{Choices, ChoicesInput, Section};
use crate::domain::sight::Sight;
use crate::store::StoreError;
use crate::store::subscribers::{self, Offered, Subscriber};
use crate::web::views::components::Problem;
use crate::web::{Fault, Visit, views};

/// A form, read.
pub(super) enum Form {
    /// It can be written down, as it was typed.
    Good(Choices, ChoicesInput),
    /// There is something to mend.
    Wrong(ChoicesInput, Vec<Problem>),
}

impl Form {
    /// What was typed, with what is wrong with it.
    pub(super) fn problems(self) -> (ChoicesInput, Vec<Problem>) {
        match self {
            Form::Good(_, input) => (input, Vec::new()),
            Form::Wrong(input, problems) => (input, problems),
        }
    }
}

/// What somebody gets who changes nothing: weekly, by the clocks of those who answer here, in the language of the page.
pub(super) fn first(visit: &Visit, viewer: &Viewer) -> ChoicesInput {
    let zone = visit.site.settings().reports.hours.zone;
    let language = visit.chosen.filter(|_| viewer.user().is_none());
    let sections = Section::offered(viewer);
    ChoicesInput::of(&Choices::offered(zone, language), Vec::new(), &[], &sections)
}

/// What a viewer can choose, and what of it is chosen.
pub(super) async fn offered(visit: &Visit, viewer: &Viewer, subscriber: Option<&Subscriber>) -> Result<Offered, Fault> {
    let (sight, chosen) = (Sight::of(viewer), subscriber.map(|one| one.choices.clone()));
    let read = visit
        .site
        .store
        .read(move |db| subscribers::offered(db, sight, chosen.as_ref()));
    Ok(read.await.map_err(|error: StoreError| error)?)
}

/// Reads the fields over what stood in the form before; what no form of ours sends is refused.
pub(super) async fn read(visit: &Visit, viewer: &Viewer, fields: &Fields, before: ChoicesInput) -> Result<Form, Fault> {
    let mut input = before;
    for (name, value) in fields {
        input.take(name, value).ok_or(Fault::Malformed("malformed-form"))?;
    }
    let choices = match input.parse(&Section::offered(viewer)) {
        Ok(choices) => choices,
        Err(problems) => return Ok(Form::Wrong(input, views::problems(visit, &problems))),
    };
    let (sight, slugs) = (Sight::of(viewer), input.categories.clone());
    let names = input.tag_names().unwrap_or_default();
    let found = visit.site.store.read(move |db| {
        let names: Vec<String> = names.iter().map(|name| name.as_str().to_owned()).collect();
        let categories = subscribers::categories_named(db, sight, &slugs)?;
        Ok::<_, StoreError>((categories, subscribers::tags_named(db, &names)?))
    });
    match found.await? {
        (categories, Some(tags)) => {
            let choices = Choices {
                categories,
                tags,
                ..choices
            };
            Ok(Form::Good(choices, input))
        }
        (_, None) => Ok(Form::Wrong(
            input,
            vec![views::problem(visit, "tags", "problem-no-tag")],
        )),
    }
}
