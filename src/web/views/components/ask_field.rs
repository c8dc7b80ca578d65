//! The one large field of the home page.

use maud::{Markup, html};

use super::{Icon, Pen, icon};

/// Where a visitor says what is wrong: it carries the words into the ask form.
#[derive(Debug, Clone, Copy)]
pub struct AskField<'a> {
    /// The site's welcome sentence, the heading of the page.
    pub welcome: &'a str,
    /// A line under it.
    pub explanation: Option<&'a str>,
    /// Where asking goes, with the words as `q`.
    pub ask_href: &'a str,
    /// Where searching goes, with the same.
    pub search_href: &'a str,
    /// What was typed before.
    pub value: &'a str,
}

/// The welcome and the large field with its button.
pub fn ask_field(pen: &Pen<'_>, field: &AskField<'_>) -> Markup {
    html! {
        section.welcome {
            h1 { (field.welcome) }
            @if let Some(explanation) = field.explanation { p { (explanation) } }
            form.ask-field aria-label=(field.welcome) method="get" action=(field.ask_href) {
                label.unseen for="ask-field" { (pen.say("ask-field-label")) }
                div.ask-box {
                    (icon(pen, Icon::Question))
                    input type="text" id="ask-field" name="q" value=(field.value) placeholder=(pen.say("ask-field-example"))
                        autocomplete="off" enterkeyhint="go" maxlength="200";
                }
                button.button.primary type="submit" formaction=(field.search_href) { (pen.say("ask-field-search")) }
                button.button type="submit" { (pen.say("ask-field-ask")) }
            }
        }
    }
}
