//! What is wrong with a form: each problem names its field and the sentence that says it.

/// One thing to mend in a form.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Problem {
    /// The name of the form's field.
    pub field: &'static str,
    /// The key of the sentence in the fluent files.
    pub key: &'static str,
    /// The figure that the sentence mentions as `$limit`: characters, bytes, items.
    pub limit: Option<i64>,
}

/// All that is wrong with a form; never empty where it is an error.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Problems(Vec<Problem>);

impl Problems {
    /// A form with nothing wrong so far.
    pub fn none() -> Self {
        Self::default()
    }

    /// A form with this one problem.
    pub fn one(field: &'static str, key: &'static str) -> Self {
        Self(vec![Problem {
            field,
            key,
            limit: None,
        }])
    }

    /// Notes another problem.
    pub fn add(&mut self, field: &'static str, key: &'static str) {
        self.0.push(Problem {
            field,
            key,
            limit: None,
        });
    }

    /// Keeps a parsed value, or notes its problem under `field`.
    pub fn keep<T>(&mut self, field: &'static str, parsed: Result<T, Fault>) -> Option<T> {
        match parsed {
            Ok(value) => Some(value),
            Err(fault) => {
                self.0.push(Problem {
                    field,
                    key: fault.key,
                    limit: fault.limit,
                });
                None
            }
        }
    }

    /// Notes what is wrong with another part of the form.
    pub fn extend(&mut self, others: Problems) {
        self.0.extend(others.0);
    }

    /// Whether there is nothing to mend.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// In the order in which they were noted.
    pub fn iter(&self) -> impl Iterator<Item = &Problem> {
        self.0.iter()
    }

    /// The first problem of a field.
    pub fn of(&self, field: &str) -> Option<&Problem> {
        self.0.iter().find(|problem| problem.field == field)
    }
}

/// Why a text is not the value that it should be; the field is known where the form is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Fault {
    /// The key of the sentence in the fluent files.
    pub key: &'static str,
    /// The figure that the sentence mentions.
    pub limit: Option<i64>,
}

impl Fault {
    /// A fault without a figure.
    pub const fn new(key: &'static str) -> Self {
        Self { key, limit: None }
    }

    /// A fault whose sentence mentions a figure.
    pub const fn with_limit(key: &'static str, limit: i64) -> Self {
        Self {
            key,
            limit: Some(limit),
        }
    }
}
