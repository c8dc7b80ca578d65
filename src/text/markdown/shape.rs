//! How each element of user text is written as HTML, where that differs from comrak's own way.

use std::collections::HashMap;
use std::fmt::{self, Write};

use comrak::Node;
use comrak::html::{ChildRendering, Context, format_node_default};
use comrak::nodes::{NodeCodeBlock, NodeValue, TableAlignment};

use super::{allow, code, picture};

/// The page has the first two levels of headings: the first level of a body is the third of the page.
const LEVELS_ABOVE: u8 = 2;

/// The elements that Markdown has no sign for; they may be written as HTML, without attributes.
const INLINE_TAGS: &[&str] = &[
    "<kbd>", "</kbd>", "<sub>", "</sub>", "<sup>", "</sup>", "<br>", "<br/>", "<br />",
];

/// The same for whole blocks: a long log folds away under its summary.
const BLOCK_TAGS: &[&str] = &["<details>", "</details>", "<summary>", "</summary>"];

/// Elements written as HTML within one another beyond this depth are no text that a person wrote.
const MOST_OPEN_TAGS: usize = 20;

/// The most stretches of code with a colour in one text: each costs more bytes than it holds.
const MOST_COLOURED: usize = 8_000;

/// How far the writing has come.
#[derive(Default)]
pub(super) struct Progress {
    /// Which cell of the present table row comes next.
    column: usize,
    /// How many elements that were written as HTML are open.
    open_tags: usize,
    /// How many stretches of code have a colour so far.
    coloured: usize,
    /// The copies of pictures from elsewhere.
    pub(super) copies: HashMap<String, String>,
}

impl Progress {
    /// The beginning of a text of which some pictures were copied.
    pub(super) fn with(copies: HashMap<String, String>) -> Self {
        Self {
            copies,
            ..Self::default()
        }
    }
}

pub(super) type Written = Result<ChildRendering, fmt::Error>;

/// Writes one node of a body.
pub(super) fn body<'a>(context: &mut Context<Progress>, node: Node<'a>, entering: bool) -> Written {
    match &node.data().value {
        NodeValue::Heading(heading) => {
            let level = heading.level.saturating_add(LEVELS_ABOVE).min(6);
            open_or_close(context, &format!("h{level}"), entering)
        }
        NodeValue::Paragraph if is_in_footnote(node) => open_or_close(context, "p", entering),
        NodeValue::CodeBlock(block) => code_block(context, block, entering),
        NodeValue::HtmlBlock(block) => html_block(context, &block.literal, entering),
        NodeValue::HtmlInline(literal) => html_inline(context, literal, entering),
        NodeValue::Link(link) => anchor(context, node, &link.url, entering),
        NodeValue::Image(link) => picture::picture(context, node, link, entering),
        NodeValue::Table(_) => table(context, node, entering),
        NodeValue::TableRow(_) => {
            context.user.column = 0;
            format_node_default(context, node, entering)
        }
        NodeValue::TableCell => table_cell(context, node, entering),
        NodeValue::TaskItem(task) => task_item(context, task.symbol.is_some(), entering),
        NodeValue::FootnoteReference(reference) => {
            if entering {
                write!(context, "<sup>[{}]</sup>", reference.ix)?;
            }
            Ok(ChildRendering::HTML)
        }
        NodeValue::FootnoteDefinition(_) => footnote(context, node, entering),
        _ => format_node_default(context, node, entering),
    }
}

/// Writes one node of a comment: inlines only.
pub(super) fn comment<'a>(context: &mut Context<Progress>, node: Node<'a>, entering: bool) -> Written {
    match &node.data().value {
        NodeValue::HtmlBlock(block) => html_inline(context, block.literal.trim_end(), entering),
        NodeValue::HtmlInline(literal) => html_inline(context, literal, entering),
        NodeValue::Link(link) => anchor(context, node, &link.url, entering),
        NodeValue::CodeBlock(block) => {
            if entering {
                context.write_str("<code>")?;
                context.escape(block.literal.trim_end())?;
                context.write_str("</code>")?;
            }
            Ok(ChildRendering::HTML)
        }
        NodeValue::Text(_)
        | NodeValue::Code(_)
        | NodeValue::Emph
        | NodeValue::Strong
        | NodeValue::Strikethrough
        | NodeValue::SoftBreak
        | NodeValue::LineBreak => format_node_default(context, node, entering),
        _ => Ok(ChildRendering::HTML),
    }
}

fn open_or_close(context: &mut Context<Progress>, tag: &str, entering: bool) -> Written {
    if entering {
        context.cr()?;
        write!(context, "<{tag}>")?;
    } else {
        write!(context, "</{tag}>")?;
        context.lf()?;
    }
    Ok(ChildRendering::HTML)
}

fn code_block(context: &mut Context<Progress>, block: &NodeCodeBlock, entering: bool) -> Written {
    if entering {
        context.cr()?;
        // A wide block scrolls, so the keyboard must be able to reach it.
        context.write_str("<pre tabindex=\"0\"><code")?;
        let information = block.info.split(|sign: char| sign.is_ascii_whitespace() || sign == ',');
        let language = information.into_iter().next().unwrap_or_default();
        if allow::is_language(language) {
            write!(context, " class=\"language-{language}\"")?;
        }
        context.write_str(">")?;
        coloured(context, language, &block.literal)?;
        context.write_str("</code></pre>")?;
        context.lf()?;
    }
    Ok(ChildRendering::HTML)
}

fn coloured(context: &mut Context<Progress>, language: &str, literal: &str) -> fmt::Result {
    let Some(pieces) = code::pieces(language, literal) else {
        return context.escape(literal);
    };
    let count = pieces.iter().filter(|(token, _)| token.is_some()).count();
    if context.user.coloured + count > MOST_COLOURED {
        return context.escape(literal);
    }
    context.user.coloured += count;
    for (token, text) in pieces {
        match token {
            Some(token) => {
                write!(context, "<span class=\"{}\">", token.class())?;
                context.escape(text)?;
                context.write_str("</span>")?;
            }
            None => context.escape(text)?,
        }
    }
    Ok(())
}

/// What looks like HTML is mostly code without its fence (`<stdio.h>`): it is shown, not swallowed.
fn html_inline(context: &mut Context<Progress>, literal: &str, entering: bool) -> Written {
    if entering && !is_comment(literal) {
        if INLINE_TAGS.contains(&literal) {
            tag(context, literal)?;
        } else {
            context.escape(literal)?;
        }
    }
    Ok(ChildRendering::HTML)
}

fn tag(context: &mut Context<Progress>, tag: &str) -> fmt::Result {
    if tag.starts_with("<br") {
        context.write_str("<br>")
    } else if tag.starts_with("</") {
        context.user.open_tags = context.user.open_tags.saturating_sub(1);
        context.write_str(tag)
    } else if context.user.open_tags < MOST_OPEN_TAGS {
        context.user.open_tags += 1;
        context.write_str(tag)
    } else {
        context.escape(tag)
    }
}

fn html_block(context: &mut Context<Progress>, literal: &str, entering: bool) -> Written {
    let literal = literal.trim();
    if !entering || is_comment(literal) {
        return Ok(ChildRendering::HTML);
    }
    context.cr()?;
    if BLOCK_TAGS.iter().any(|tag| literal.starts_with(tag)) {
        escape_around_block_tags(context, literal)?;
    } else {
        context.write_str("<p>")?;
        for (index, line) in literal.lines().enumerate() {
            if index > 0 {
                context.write_str("<br>")?;
            }
            context.escape(line)?;
        }
        context.write_str("</p>")?;
    }
    context.lf()?;
    Ok(ChildRendering::HTML)
}

fn escape_around_block_tags(context: &mut Context<Progress>, literal: &str) -> fmt::Result {
    let mut rest = literal;
    while !rest.is_empty() {
        if let Some(tag) = BLOCK_TAGS.iter().find(|tag| rest.starts_with(**tag)) {
            self::tag(context, tag)?;
            rest = rest.get(tag.len()..).unwrap_or_default();
            continue;
        }
        let next = rest.char_indices().skip(1).find(|(_, character)| *character == '<');
        let (text, after) = rest.split_at(next.map_or(rest.len(), |(at, _)| at));
        context.escape(text)?;
        rest = after;
    }
    Ok(())
}

fn is_comment(literal: &str) -> bool {
    literal.starts_with("<!--") && literal.ends_with("-->")
}

fn anchor<'a>(context: &mut Context<Progress>, node: Node<'a>, url: &str, entering: bool) -> Written {
    if leads_somewhere_allowed(url) {
        format_node_default(context, node, entering)
    } else {
        Ok(ChildRendering::HTML)
    }
}

pub(super) fn leads_somewhere_allowed(url: &str) -> bool {
    match url.split_once([':', '/', '?', '#']) {
        Some((scheme, _)) if url.get(scheme.len()..).is_some_and(|rest| rest.starts_with(':')) => allow::SCHEMES
            .iter()
            .any(|allowed| scheme.eq_ignore_ascii_case(allowed)),
        _ => true,
    }
}

fn table<'a>(context: &mut Context<Progress>, node: Node<'a>, entering: bool) -> Written {
    if entering {
        context.cr()?;
        context.write_str("<div class=\"table-scroll\" tabindex=\"0\">")?;
        context.lf()?;
    }
    let children = format_node_default(context, node, entering)?;
    if !entering {
        context.write_str("</div>")?;
        context.lf()?;
    }
    Ok(children)
}

fn table_cell<'a>(context: &mut Context<Progress>, node: Node<'a>, entering: bool) -> Written {
    let Some(row) = node.parent() else {
        return Ok(ChildRendering::HTML);
    };
    let tag = if matches!(row.data().value, NodeValue::TableRow(true)) {
        "th"
    } else {
        "td"
    };
    if !entering {
        write!(context, "</{tag}>")?;
        return Ok(ChildRendering::HTML);
    }
    let alignment = row.parent().and_then(|table| match &table.data().value {
        NodeValue::Table(table) => table.alignments.get(context.user.column).copied(),
        _ => None,
    });
    context.user.column += 1;
    context.cr()?;
    write!(context, "<{tag}")?;
    match alignment {
        Some(TableAlignment::Left) => context.write_str(" class=\"align-left\"")?,
        Some(TableAlignment::Center) => context.write_str(" class=\"align-center\"")?,
        Some(TableAlignment::Right) => context.write_str(" class=\"align-right\"")?,
        Some(TableAlignment::None) | None => {}
    }
    context.write_str(">")?;
    Ok(ChildRendering::HTML)
}

/// A sign instead of a form field: there is nothing to fill in, and a field would want a label.
fn task_item(context: &mut Context<Progress>, done: bool, entering: bool) -> Written {
    let children = open_or_close(context, "li", entering)?;
    if entering {
        context.write_str(if done { "☑ " } else { "☐ " })?;
    }
    Ok(children)
}

/// Footnotes have numbers, not links: two posts of one page would share their ids.
fn footnote<'a>(context: &mut Context<Progress>, node: Node<'a>, entering: bool) -> Written {
    if entering && !is_footnote(node.previous_sibling()) {
        context.cr()?;
        context.write_str("<hr>\n<ol class=\"footnotes\">")?;
    }
    let children = open_or_close(context, "li", entering)?;
    if !entering && !is_footnote(node.next_sibling()) {
        context.write_str("</ol>")?;
        context.lf()?;
    }
    Ok(children)
}

fn is_in_footnote<'a>(node: Node<'a>) -> bool {
    is_footnote(node.parent())
}

fn is_footnote<'a>(node: Option<Node<'a>>) -> bool {
    node.is_some_and(|node| matches!(node.data().value, NodeValue::FootnoteDefinition(_)))
}
