//! What a post consists of, between its HTML and its Markdown.

/// A part of a post that stands on lines of its own.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum Block {
    Paragraph(Vec<Span>),
    Heading { level: usize, spans: Vec<Span> },
    Code { language: String, text: String },
    Quote(Vec<Block>),
    List { start: Option<u32>, items: Vec<Vec<Block>> },
    Table(Vec<Vec<Vec<Span>>>),
    Details { summary: Vec<Span>, blocks: Vec<Block> },
    Rule,
}

/// A part of a line.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum Span {
    Text(String),
    Code(String),
    Styled(Style, Vec<Span>),
    Link {
        to: String,
        title: String,
        spans: Vec<Span>,
    },
    Image {
        from: String,
        alt: String,
        title: String,
    },
    Break,
}

/// How a stretch of text differs from what is around it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Style {
    Emphasis,
    Strong,
    Struck,
    Key,
    Below,
    Above,
}

impl Span {
    pub(super) fn text(text: &str) -> Span {
        Span::Text(text.to_owned())
    }

    pub(super) fn link(to: &str, text: &str) -> Span {
        Span::Link {
            to: to.to_owned(),
            title: String::new(),
            spans: vec![Span::text(text)],
        }
    }
}
