//! Reads the Fluent files that travel inside the program.

use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentError, FluentResource, FluentValue};
use rust_embed::RustEmbed;

use super::PhrasesError;
use crate::domain::language::Language;

#[derive(RustEmbed)]
#[folder = "assets/locales/"]
pub(super) struct Locales;

/// Reads every file of one language; `None` when there is none.
pub(super) fn load_language(language: Language) -> Result<Option<FluentBundle<FluentResource>>, PhrasesError> {
    let name = language.code();
    let identifier = name.parse().map_err(|_| PhrasesError::NoLanguage(name.to_owned()))?;
    let mut bundle = FluentBundle::new_concurrent(vec![identifier]);
    // The marks would show up as boxes in some letters; only words that run the other way need them.
    bundle.set_use_isolating(language.runs_from_the_right());
    bundle.set_formatter(Some(match language.thousands_sign() {
        '.' => with_points,
        _ => with_commas,
    }));
    bundle
        .add_builtins()
        .map_err(|error| unreadable(name, &error.to_string()))?;
    let folder = format!("{name}/");
    let mut is_empty = true;
    for file in Locales::iter().filter(|file| file.starts_with(&folder) && file.ends_with(".ftl")) {
        add_file(&mut bundle, &file)?;
        is_empty = false;
    }
    Ok((!is_empty).then_some(bundle))
}

fn add_file(bundle: &mut FluentBundle<FluentResource>, file: &str) -> Result<(), PhrasesError> {
    let embedded = Locales::get(file).ok_or_else(|| unreadable(file, "it is not there"))?;
    let source = String::from_utf8(embedded.data.into_owned()).map_err(|error| unreadable(file, &error.to_string()))?;
    let resource = FluentResource::try_new(source).map_err(|(_, errors)| {
        let reasons: Vec<String> = errors
            .iter()
            .map(|error| format!("{error} at byte {}", error.pos.start))
            .collect();
        unreadable(file, &reasons.join("; "))
    })?;
    bundle.add_resource(resource).map_err(|errors| {
        let keys: Vec<String> = errors
            .iter()
            .map(|error| match error {
                FluentError::Overriding { id, .. } => id.clone(),
                other => other.to_string(),
            })
            .collect();
        PhrasesError::Repeated {
            file: file.to_owned(),
            key: keys.join(", "),
        }
    })
}

fn unreadable(file: &str, reason: &str) -> PhrasesError {
    PhrasesError::Unreadable {
        file: file.to_owned(),
        reason: reason.to_owned(),
    }
}

fn with_commas<M>(value: &FluentValue, _memoizer: &M) -> Option<String> {
    with_thousands_parted(value, ',')
}

fn with_points<M>(value: &FluentValue, _memoizer: &M) -> Option<String> {
    with_thousands_parted(value, '.')
}

pub(super) fn with_thousands_parted(value: &FluentValue, sign: char) -> Option<String> {
    match value {
        FluentValue::Number(number) if number.options.use_grouping => {
            let plain = number.as_string().into_owned();
            let whole = plain.split('.').next().unwrap_or_default();
            let fraction = plain.get(whole.len()..).unwrap_or_default();
            let digits = whole.trim_start_matches('-');
            // A minus, not the hyphen that a program writes.
            let mut parted = if whole.starts_with('-') { "\u{2212}" } else { "" }.to_owned();
            for (index, digit) in digits.chars().enumerate() {
                if index > 0 && (digits.len() - index).is_multiple_of(3) {
                    parted.push(sign);
                }
                parted.push(digit);
            }
            Some(parted + fraction)
        }
        _ => None,
    }
}
