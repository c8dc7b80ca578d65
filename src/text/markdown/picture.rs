//! How a picture of user text is written: one of this site is shown, in the width that fits; of one that stands elsewhere there is a
//! link, so that no reader's browser asks a stranger for anything.

use std::fmt::Write;

use comrak::Node;
use comrak::html::{ChildRendering, Context};
use comrak::nodes::{NodeLink, NodeValue};

use super::allow::{ELSEWHERE, WIDTHS};
use super::shape::{Progress, Written, leads_somewhere_allowed};
use crate::domain::upload::MOST_IN_A_TEXT;
use crate::urls::{PictureAddress, upload_at};

/// Writes a picture, or the link in its place.
pub(super) fn picture<'a>(context: &mut Context<Progress>, node: Node<'a>, link: &NodeLink, entering: bool) -> Written {
    // What was copied is known by its address as it stands in a link.
    let copy = normal(&link.url).and_then(|known| context.user.copies.get(&known).cloned());
    if let Some(address) = copy.as_deref().or(upload_at(&link.url).map(|_| &*link.url)) {
        shown(context, link, address, entering)
    } else if stands_in_link(node) {
        if entering {
            described(context, node, link)
        } else {
            Ok(ChildRendering::HTML)
        }
    } else if leads_somewhere_allowed(&link.url) && !link.url.is_empty() {
        linked(context, node, link, entering)
    } else {
        Ok(ChildRendering::HTML)
    }
}

fn shown(context: &mut Context<Progress>, link: &NodeLink, address: &str, entering: bool) -> Written {
    if entering {
        context.write_str("<img src=\"")?;
        context.escape_href(address)?;
        context.write_str("\"")?;
        if let Some(address) = PictureAddress::read(address) {
            let pixels = address.pixels;
            write!(context, " width=\"{}\" height=\"{}\"", pixels.width, pixels.height)?;
            if let Some(choices) = address.choices() {
                write!(context, " srcset=\"{choices}\" sizes=\"{WIDTHS}\"")?;
            }
        }
        context.write_str(" alt=\"")?;
        return Ok(ChildRendering::Plain);
    }
    if !link.title.is_empty() {
        context.write_str("\" title=\"")?;
        context.escape(&link.title)?;
    }
    context.write_str("\">")?;
    Ok(ChildRendering::HTML)
}

fn linked<'a>(context: &mut Context<Progress>, node: Node<'a>, link: &NodeLink, entering: bool) -> Written {
    if entering {
        write!(context, "<a class=\"{ELSEWHERE}\" href=\"")?;
        context.escape_href(&link.url)?;
        context.write_str("\">")?;
        described(context, node, link)
    } else {
        context.write_str("</a>")?;
        Ok(ChildRendering::HTML)
    }
}

/// What describes it, or its address, as plain text: a link within a link would end the first one.
fn described<'a>(context: &mut Context<Progress>, node: Node<'a>, link: &NodeLink) -> Written {
    if node.first_child().is_none() {
        context.escape(&link.url)?;
    }
    Ok(ChildRendering::Plain)
}

fn stands_in_link<'a>(node: Node<'a>) -> bool {
    node.ancestors()
        .skip(1)
        .any(|above| matches!(above.data().value, NodeValue::Link(_)))
}

/// An address of the web in the one form by which copies are known, however it was written.
fn normal(address: &str) -> Option<String> {
    let url = url::Url::parse(address).ok()?;
    matches!(url.scheme(), "http" | "https").then(|| url.into())
}

/// The addresses of pictures from elsewhere in HTML that was rendered, as [`super::render_with_copies`] knows them; each once, and no more
/// than are looked after.
pub fn pictures_elsewhere(html: &str) -> Vec<String> {
    let class = format!("class=\"{ELSEWHERE}\"");
    let mut found: Vec<String> = Vec::new();
    for tag in html.split("<a ").skip(1) {
        let tag = tag.split('>').next().unwrap_or_default();
        let href = tag.split("href=\"").nth(1).and_then(|rest| rest.split('"').next());
        let href = href.filter(|_| tag.contains(&class));
        let address = href.and_then(|href| normal(&href.replace("&amp;", "&")));
        found.extend(address.filter(|address| !found.contains(address)));
        if found.len() == MOST_IN_A_TEXT {
            break;
        }
    }
    found
}
