//! White space where Markdown can stand it: one space between words, none at the edges of a line or of an emphasis.

use super::tree::{Span, Style};

/// Text with each run of white space as one space, as a browser shows it.
pub(super) fn collapsed(text: &str) -> Span {
    let mut collapsed = String::with_capacity(text.len());
    for character in text.chars() {
        if !is_space(character) {
            collapsed.push(character);
        } else if !collapsed.ends_with(' ') {
            collapsed.push(' ');
        }
    }
    Span::Text(collapsed)
}

/// The words of an attribute on one line.
pub(super) fn words(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Spans to paragraphs: two or more line breaks in a row part them.
pub(super) fn paragraphs(spans: Vec<Span>) -> Vec<Vec<Span>> {
    let spans = lifted(spans);
    let mut paragraphs = Vec::new();
    let mut present = Vec::new();
    let mut breaks = 0;
    for span in spans {
        match &span {
            Span::Break => breaks += 1,
            Span::Text(text) if breaks > 0 && is_blank(text) => continue,
            _ => {
                if breaks > 1 {
                    paragraphs.push(std::mem::take(&mut present));
                }
                breaks = 0;
            }
        }
        present.push(span);
    }
    paragraphs.push(present);
    paragraphs
        .into_iter()
        .map(trimmed)
        .filter(|spans| !spans.is_empty())
        .collect()
}

/// Spans on one line: each break becomes a space.
pub(super) fn line(spans: Vec<Span>) -> Vec<Span> {
    trimmed(lifted(without_breaks(spans)))
}

/// Spans on lines of one paragraph: several breaks in a row become one.
pub(super) fn lines(spans: Vec<Span>) -> Vec<Span> {
    let mut spans = trimmed(lifted(spans));
    spans.dedup_by(|second, first| *second == Span::Break && *first == Span::Break);
    spans
}

fn without_breaks(spans: Vec<Span>) -> Vec<Span> {
    let on_one_line = |span| match span {
        Span::Break => Span::text(" "),
        Span::Styled(style, inner) => Span::Styled(style, without_breaks(inner)),
        Span::Link { to, title, spans } => Span::Link {
            to,
            title,
            spans: without_breaks(spans),
        },
        other => other,
    };
    spans.into_iter().map(on_one_line).collect()
}

/// Lifts white space and breaks at the edges of emphasis and links out of them, joins neighbours of one style, drops
/// what is empty, and an emphasis within the same emphasis.
fn lifted(spans: Vec<Span>) -> Vec<Span> {
    let mut lifted_spans = Vec::with_capacity(spans.len());
    for span in spans {
        match span {
            Span::Styled(style, inner) => {
                let inner = without_style(lifted(inner), style);
                let (before, inner, after) = edges(inner);
                lifted_spans.extend(before);
                if !inner.is_empty() {
                    push(&mut lifted_spans, Span::Styled(style, single_breaks(inner)));
                }
                lifted_spans.extend(after);
            }
            Span::Link { to, title, spans } => {
                let (before, inner, after) = edges(lifted(spans));
                lifted_spans.extend(before);
                if !inner.is_empty() {
                    lifted_spans.push(Span::Link {
                        to,
                        title,
                        spans: single_breaks(inner),
                    });
                }
                lifted_spans.extend(after);
            }
            Span::Code(text) if text.trim().is_empty() => push(&mut lifted_spans, Span::text(" ")),
            other => push(&mut lifted_spans, other),
        }
    }
    lifted_spans
}

/// Adds a span, as part of the one before it where the two are of one kind.
fn push(spans: &mut Vec<Span>, span: Span) {
    match (spans.last_mut(), span) {
        (Some(Span::Text(before)), Span::Text(text)) => before.push_str(&text),
        (Some(Span::Code(before)), Span::Code(text)) => before.push_str(&text),
        (Some(Span::Styled(style, before)), Span::Styled(same, inner)) if *style == same => before.extend(inner),
        (_, span) => spans.push(span),
    }
}

fn without_style(spans: Vec<Span>, unwanted: Style) -> Vec<Span> {
    let mut plain = Vec::with_capacity(spans.len());
    for span in spans {
        match span {
            Span::Styled(style, inner) if style == unwanted => {
                inner.into_iter().for_each(|span| push(&mut plain, span))
            }
            Span::Styled(style, inner) => push(&mut plain, Span::Styled(style, without_style(inner, unwanted))),
            other => push(&mut plain, other),
        }
    }
    plain
}

fn single_breaks(spans: Vec<Span>) -> Vec<Span> {
    let mut single: Vec<Span> = Vec::with_capacity(spans.len());
    for span in spans {
        match (&span, single.last()) {
            (Span::Break, Some(Span::Break)) => {}
            (Span::Text(text), Some(Span::Break)) if is_blank(text) => {}
            _ => single.push(span),
        }
    }
    single
}

fn edges(mut spans: Vec<Span>) -> (Vec<Span>, Vec<Span>, Vec<Span>) {
    let mut before = Vec::new();
    let mut after = Vec::new();
    while let Some(edge) = spans.first_mut().and_then(|span| edge_of(span, str::trim_start)) {
        before.push(edge.space);
        if !edge.is_rest {
            spans.remove(0);
        }
    }
    while let Some(edge) = spans.last_mut().and_then(|span| edge_of(span, str::trim_end)) {
        after.insert(0, edge.space);
        if !edge.is_rest {
            spans.pop();
        }
    }
    (before, spans, after)
}

struct Edge {
    space: Span,
    is_rest: bool,
}

/// Takes the white space off one side of a span.
fn edge_of(span: &mut Span, trim: fn(&str) -> &str) -> Option<Edge> {
    match span {
        Span::Break => Some(Edge {
            space: Span::Break,
            is_rest: false,
        }),
        Span::Text(text) => {
            let rest = trim(text);
            if rest.len() == text.len() {
                return text.is_empty().then(|| Edge {
                    space: Span::text(""),
                    is_rest: false,
                });
            }
            let is_rest = !rest.is_empty();
            *text = rest.to_owned();
            Some(Edge {
                space: Span::text(" "),
                is_rest,
            })
        }
        _ => None,
    }
}

/// Takes white space off the ends of a paragraph and of each of its lines, and doubled spaces from within.
fn trimmed(spans: Vec<Span>) -> Vec<Span> {
    let mut trimmed: Vec<Span> = Vec::with_capacity(spans.len());
    let mut at_start = true;
    for span in spans {
        match span {
            Span::Text(text) => {
                let text = if at_start { text.trim_start_matches(' ') } else { &text };
                if !text.is_empty() {
                    at_start = text.ends_with(' ');
                    push(&mut trimmed, Span::text(text));
                }
            }
            Span::Break => {
                trim_last(&mut trimmed);
                if !trimmed.is_empty() {
                    trimmed.push(Span::Break);
                }
                at_start = true;
            }
            other => {
                at_start = false;
                push(&mut trimmed, other);
            }
        }
    }
    while trim_last(&mut trimmed) || trimmed.pop_if(|last| *last == Span::Break).is_some() {}
    let is_visible = |span: &Span| !matches!(span, Span::Text(text) if text.trim().is_empty());
    if trimmed.iter().any(|span| is_visible(span) && *span != Span::Break) {
        trimmed
    } else {
        Vec::new()
    }
}

/// Takes the white space off the end; true when the last span was nothing else.
fn trim_last(spans: &mut Vec<Span>) -> bool {
    let Some(Span::Text(text)) = spans.last_mut() else {
        return false;
    };
    text.truncate(text.trim_end_matches(' ').len());
    let is_gone = text.is_empty();
    if is_gone {
        spans.pop();
    }
    is_gone
}

fn is_blank(text: &str) -> bool {
    text.chars().all(is_space)
}

fn is_space(character: char) -> bool {
    matches!(character, ' ' | '\t' | '\n' | '\r' | '\x0C')
}
