//! Which parts of a message are its text, and what else is attached. Attachments are named, and never opened.

use super::entity::{Content, Entity, Head};
use super::plain::Flow;
use super::{decode, markup, plain};

/// The most attachments that are named.
const MOST_NAMED: usize = 20;
/// The longest name that is kept, in characters.
const LONGEST_NAME: usize = 100;
/// The most bytes of text that are read, over all parts.
const MOST_TEXT: usize = 3_000_000;

/// What was attached to a message.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Attachments {
    /// The names of the first ones.
    pub names: Vec<String>,
    /// How many there are besides.
    pub more_count: usize,
}

impl Attachments {
    fn add(&mut self, head: &Head) {
        let (kind, form) = head.kind();
        if matches!(
            form.as_str(),
            "pgp-signature" | "pkcs7-signature" | "x-pkcs7-signature" | "delivery-status"
        ) {
            return;
        }
        let said = head.file_name().map(clean).filter(|name| !name.is_empty());
        let name = said.unwrap_or_else(|| clean(&format!("{kind}/{form}").replace('/', "-")));
        if self.names.len() < MOST_NAMED {
            self.names.push(name);
        } else {
            self.more_count += 1;
        }
    }
}

/// The last part of a file's name, without what no name should hold.
fn clean(name: &str) -> String {
    let last = name.rsplit(['/', '\\']).next().unwrap_or(name);
    let plain = |c: char| {
        if c.is_control() || "\u{202A}\u{202B}\u{202C}\u{202D}\u{202E}".contains(c) {
            ' '
        } else {
            c
        }
    };
    let name: String = last.chars().take(LONGEST_NAME).map(plain).collect();
    name.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// A text in the forms in which it came.
#[derive(Default)]
struct Text {
    plain: Option<(String, Flow)>,
    html: Option<String>,
}

/// The sender's own words as Markdown, and what was attached.
pub(super) fn read(message: &Entity) -> (String, Attachments) {
    let mut reader = Reader {
        attachments: Attachments::default(),
        room: MOST_TEXT,
    };
    let texts = reader.texts(message);
    // HTML can spell out what no byte of it was.
    let mut own = own(&texts);
    own.retain(decode::is_wanted);
    (own, reader.attachments)
}

struct Reader {
    attachments: Attachments,
    room: usize,
}

impl Reader {
    fn texts(&mut self, entity: &Entity) -> Vec<Text> {
        let (_, form) = entity.head.kind();
        match &entity.body {
            Content::Bytes(bytes) => self.leaf(&entity.head, bytes).into_iter().collect(),
            Content::Parts(parts) if form == "alternative" => self.either(parts),
            Content::Parts(parts) => parts.iter().flat_map(|part| self.texts(part)).collect(),
        }
    }

    fn leaf(&mut self, head: &Head, bytes: &[u8]) -> Option<Text> {
        let (kind, form) = head.kind();
        let is_text = kind == "text" && matches!(form.as_str(), "plain" | "html") && !head.is_attachment();
        if !is_text || head.file_name().is_some() || self.room == 0 {
            if !is_text || head.file_name().is_some() {
                self.attachments.add(head);
            }
            return None;
        }
        let text = decode::text(head, bytes);
        self.room = self.room.saturating_sub(text.len());
        let says = |name: &str, value: &str| {
            head.parameter(name)
                .is_some_and(|said| said.eq_ignore_ascii_case(value))
        };
        let flow = Flow {
            is_flowed: says("format", "flowed"),
            deletes_space: says("delsp", "yes"),
        };
        let is_html = form == "html";
        Some(Text {
            plain: (!is_html).then(|| (text.clone(), flow)),
            html: is_html.then_some(text),
        })
    }

    /// The forms of one text; forms that are neither plain nor HTML say the same and are no attachments.
    fn either(&mut self, parts: &[Entity]) -> Vec<Text> {
        let mut whole = Text::default();
        for part in parts {
            let (kind, form) = part.head.kind();
            if kind == "text" && !matches!(form.as_str(), "plain" | "html") {
                continue;
            }
            for text in self.texts(part) {
                whole.plain = whole.plain.or(text.plain);
                whole.html = match (whole.html, text.html) {
                    // A picture may stand between two pieces of one page.
                    (Some(before), Some(after)) => Some(before + "<br>\n" + &after),
                    (before, after) => before.or(after),
                };
            }
        }
        vec![whole]
    }
}

fn own(texts: &[Text]) -> String {
    let has_html = texts.iter().any(|text| text.html.is_some());
    let own = if has_html {
        markup::own(&page(texts))
    } else {
        String::new()
    };
    if !own.is_empty() {
        return own;
    }
    let flow = texts
        .iter()
        .find_map(|text| text.plain.as_ref())
        .map(|(_, flow)| *flow)
        .unwrap_or_default();
    let plain: Vec<&str> = texts
        .iter()
        .filter_map(|text| text.plain.as_ref())
        .map(|(text, _)| text.as_str())
        .collect();
    plain::own(&plain.join("\n\n"), flow)
}

/// All texts as one page.
fn page(texts: &[Text]) -> String {
    let mut page = String::new();
    for text in texts {
        match (&text.html, &text.plain) {
            (Some(html), _) => page.push_str(html),
            (None, Some((plain, _))) => {
                page.push_str("<div>");
                for line in plain.split('\n') {
                    page.push_str(&line.replace('&', "&amp;").replace('<', "&lt;"));
                    page.push_str("<br>\n");
                }
                page.push_str("</div>");
            }
            (None, None) => {}
        }
    }
    page
}
