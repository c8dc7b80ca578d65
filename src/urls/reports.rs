//! Addresses of reports.

use super::Urls;

impl Urls {
    /// The definition of a figure, by its name.
    pub fn report_definition(&self, slug: &str) -> String {
        format!("/reports/definitions#{slug}")
    }
}
