//! JSON that machines read in a page: the only thing that may stand inside a `<script>`.
//!
//! A data block of this type is no script: browsers do not run it, and the content security policy does not block it.

use maud::{Markup, Render, html};
use serde_json::Value;

/// A block of structured data.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct JsonLd(Escaped);

/// JSON in which nothing can end the element.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Escaped(String);

impl JsonLd {
    /// The block that says this.
    pub fn new(value: &Value) -> Self {
        // Outside strings, JSON knows none of these characters, so each stands in a string and may be written as a number.
        let escaped = value
            .to_string()
            .replace('<', "\\u003c")
            .replace('>', "\\u003e")
            .replace('&', "\\u0026")
            .replace('\u{2028}', "\\u2028")
            .replace('\u{2029}', "\\u2029");
        Self(Escaped(escaped))
    }
}

impl Render for JsonLd {
    fn render(&self) -> Markup {
        html! { script type="application/ld+json" { (self.0) } }
    }
}

impl Render for Escaped {
    fn render_to(&self, buffer: &mut String) {
        buffer.push_str(&self.0);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_in_it_ends_the_element_and_it_reads_as_it_was_meant() {
        let value = serde_json::json!({ "name": "</script><!-- & \u{2028} \u{2029} \" \\" });
        let block = JsonLd::new(&value);
        let text = block.render().into_string();
        let inside = text.strip_prefix("<script type=\"application/ld+json\">").unwrap();
        let inside = inside.strip_suffix("</script>").unwrap();
        assert!(!inside.contains(['<', '>', '&', '\u{2028}', '\u{2029}']), "{inside}");
        assert_eq!(serde_json::from_str::<Value>(inside).unwrap(), value);
    }
}
