//! What mail programs tell by the elements that they write: what is quoted, signed, hidden, or only there for the layout.

use scraper::ElementRef;
use scraper::node::Element;

use crate::mail::incoming::cutting::Mark;

/// What a mail program says with an element.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Sign {
    /// What is in it is quoted.
    Quote,
    /// It is a quotation of the sender's own making, unless a line before it says who is quoted.
    Blockquote,
    /// Its lines are of this kind.
    Lines(Mark),
    /// From here on, all is signature until something is quoted.
    SignatureBegins,
    /// Nothing.
    Nothing,
}

/// Reads the sign of an element.
pub(super) fn sign(element: &Element) -> Sign {
    let id = element.attr("id").unwrap_or_default().to_ascii_lowercase();
    let class = element.attr("class").unwrap_or_default().to_ascii_lowercase();
    let id = id.strip_prefix("x_").unwrap_or(&id);
    let has_class = |name: &str| {
        class
            .split_ascii_whitespace()
            .any(|class| class.strip_prefix("x_").unwrap_or(class) == name)
    };
    let is_signature = [
        "gmail_signature",
        "gmail_signature_prefix",
        "moz-signature",
        "protonmail_signature_block",
        "ios_mail_signature",
        "signature",
    ]
    .iter()
    .any(|name| has_class(name))
        || [
            "signature",
            "applemailsignature",
            "ms-outlook-mobile-signature",
            "composer_signature",
            "mobile-signature",
            "outlooksignature",
        ]
        .contains(&id)
        || element.attr("data-smartmail") == Some("gmail_signature");
    let is_region = class.contains("yahoo_quoted")
        || id.contains("yahoo_quoted")
        || id == "olk_src_body_section"
        || element
            .attr("name")
            .is_some_and(|name| name == "quote" && element.name() == "div");
    if is_region {
        Sign::Quote
    } else if element.name() == "blockquote" {
        blockquote(element, &class)
    } else if id == "divrplyfwdmsg" || id == "mail-editor-reference-message-container" {
        Sign::Lines(Mark::QuoteBegins)
    } else if id == "linebreakatbeginningofsignature" {
        Sign::SignatureBegins
    } else if has_class("gmail_attr") || has_class("moz-cite-prefix") || id == "reply-intro" {
        Sign::Lines(Mark::Attribution)
    } else if is_signature {
        Sign::Lines(Mark::Signature)
    } else {
        Sign::Nothing
    }
}

fn blockquote(element: &Element, class: &str) -> Sign {
    let style = style(element);
    let has_bar =
        style.contains("border-left") && !style.contains("border-left:none") && !style.contains("border-left:0");
    let is_cite = element
        .attr("type")
        .is_some_and(|kind| kind.eq_ignore_ascii_case("cite"))
        || element.attr("cite").is_some();
    // Programs indent with such elements, too, and say that they have no border.
    let is_named = (class.contains("quote") || class.contains("cite")) && !style.contains("border:none");
    if has_bar || is_cite || is_named {
        Sign::Quote
    } else {
        Sign::Blockquote
    }
}

/// The style of an element, in lower case and without blanks.
fn style(element: &Element) -> String {
    let style = element.attr("style").unwrap_or_default();
    style
        .chars()
        .filter(|c| !c.is_whitespace())
        .map(|c| c.to_ascii_lowercase())
        .collect()
}

/// What no reader of the message sees.
pub(super) fn is_hidden(element: &Element) -> bool {
    let is_unseen = matches!(
        element.name(),
        "script"
            | "style"
            | "template"
            | "head"
            | "title"
            | "noscript"
            | "meta"
            | "link"
            | "object"
            | "svg"
            | "math"
            | "input"
            | "select"
            | "button"
            | "textarea"
    );
    let style = style(element);
    is_unseen || style.contains("display:none") || style.contains("mso-hide:all") || element.attr("hidden").is_some()
}

/// Whether a paragraph stands as close to the next one as a line does.
pub(super) fn is_close(paragraph: &Element) -> bool {
    let class = paragraph.attr("class").unwrap_or_default();
    let style = style(paragraph);
    class.starts_with("Mso")
        || class.starts_with("x_Mso")
        || style.contains("margin:0")
        || style.contains("margin-bottom:0") && (style.contains("margin-top:0") || !style.contains("margin-top:"))
}

/// Whether a table shows data, and not only where things stand.
pub(super) fn is_data(table: ElementRef) -> bool {
    let element = table.value();
    let count = |name: &str| {
        table
            .descendent_elements()
            .filter(|inner| inner.value().name() == name)
            .count()
    };
    let is_presented = element
        .attr("role")
        .is_some_and(|role| role == "presentation" || role == "none");
    let is_bordered = element
        .attr("border")
        .is_some_and(|border| border != "0" && !border.is_empty())
        || element
            .attr("class")
            .is_some_and(|class| class.contains("MsoTableGrid") || class.contains("MsoNormalTable") && count("th") > 0)
        || style(element).contains("border-collapse") && element.attr("cellspacing").is_none()
        || count("th") > 0;
    let rows = count("tr");
    !is_presented && is_bordered && rows >= 2 && count("td") + count("th") >= 2 * rows && count("table") <= 1
}

/// The picture of an element, if a post can show it: its address and its words.
pub(super) fn picture(image: &Element) -> Option<(&str, &str)> {
    let from = image.attr("src").map(str::trim).unwrap_or_default();
    let is_speck = ["width", "height"].iter().any(|side| {
        image
            .attr(side)
            .is_some_and(|length| matches!(length.trim_end_matches("px"), "0" | "1" | "2" | "3"))
    });
    let is_of_the_web = from.starts_with("https://") || from.starts_with("http://");
    (is_of_the_web && !is_speck).then(|| (from, image.attr("alt").unwrap_or_default().trim()))
}
