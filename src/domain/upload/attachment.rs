//! What a form says of a file that was to come along: nothing, or why it was not kept.
//!
//! Whatever a form carries is taken in before its handler reads the fields; the handler then finds the file in the text, or here why
//! it is not there.

use serde::{Deserialize, Deserializer};

use crate::domain::problem::{Fault, Problems};

/// The keys of the sentences that say why a file was not kept.
pub const REFUSALS: &[&str] = &[
    "problem-upload-empty",
    "problem-upload-large",
    "problem-upload-many",
    "problem-upload-none",
    "problem-upload-kind",
    "problem-upload-lying",
    "problem-upload-svg",
    "problem-upload-heic",
    "problem-upload-picture-kind",
    "problem-upload-broken",
    "problem-upload-pixels",
    "problem-upload-busy",
    "problem-upload-full",
    "problem-upload-away",
    "problem-upload-sign-in",
    "problem-upload-not-sent",
];

/// The field of a file, once the file itself was taken out of the form.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct FileField(Option<Fault>);

impl FileField {
    /// Whether the form may go on; else why the file that was chosen is not kept.
    pub fn checked(self) -> Result<(), Problems> {
        let Some(fault) = self.0 else {
            return Ok(());
        };
        let mut problems = Problems::none();
        problems.keep::<()>("file", Err(fault));
        Err(problems)
    }

    /// What the form carries in place of a file that was refused.
    pub fn written(fault: Fault) -> String {
        match fault.limit {
            Some(limit) => format!("{} {limit}", fault.key),
            None => fault.key.to_owned(),
        }
    }

    fn read(text: &str) -> Self {
        if text.is_empty() {
            return Self(None);
        }
        let (key, limit) = text.split_once(' ').unwrap_or((text, ""));
        let known = REFUSALS.iter().find(|known| **known == key);
        // A browser that does not send the file sends its name.
        let key = known.copied().unwrap_or("problem-upload-not-sent");
        Self(Some(Fault {
            key,
            limit: limit.parse().ok(),
        }))
    }
}

impl<'de> Deserialize<'de> for FileField {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        Ok(Self::read(&String::deserialize(deserializer)?))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_refusal_goes_through_a_form_and_nothing_else_does() {
        let fault = Fault::with_limit("problem-upload-large", 4);
        assert_eq!(FileField::read(&FileField::written(fault)).0, Some(fault));
        assert_eq!(FileField::read("").checked(), Ok(()));
        let strange = FileField::read("notice-secret 7").0.unwrap();
        assert_eq!(strange.key, "problem-upload-not-sent");
    }
}
