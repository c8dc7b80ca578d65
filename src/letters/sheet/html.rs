//! A letter as HTML. Styles stand at each element, as many programs take no others; those of the dark stand above, for the
//! programs that know them.

use maud::{DOCTYPE, Markup, html};

use super::{BETWEEN, Block, Item, Sheet};
use crate::letters::Stationery;

const PAGE: &str = "margin:0;padding:24px 12px;background:#f6f5f3;color:#22201d;\
    font:17px/1.55 system-ui,-apple-system,'Segoe UI',Roboto,sans-serif";
const COLUMN: &str =
    "max-width:600px;margin:0 auto;padding:24px;background:#ffffff;border:1px solid #e2dfda;border-radius:8px";
const PREHEADER: &str = "display:none;max-height:0;overflow:hidden";
const SITE: &str = "margin:0 0 24px;font-weight:600;color:#5c574f";
const PARAGRAPH: &str = "margin:0 0 16px;overflow-wrap:anywhere";
const TITLE: &str = "margin:28px 0 12px;font-size:20px;line-height:1.3";
const ITEM: &str = "margin:0 0 20px;overflow-wrap:anywhere";
const LINE: &str = "margin:0 0 4px";
const LINK: &str = "color:#1f5fa8;font-weight:600";
const QUOTE: &str = "margin:0 0 16px;padding:0 16px;border-inline-start:3px solid #e2dfda;overflow-wrap:anywhere";
const ROW: &str = "margin:24px 0";
const BUTTON: &str = "display:inline-block;padding:12px 20px;background:#1f5fa8;color:#ffffff;text-decoration:none;\
    border-radius:6px;font-weight:600";
const OTHER_BUTTON: &str = "display:inline-block;padding:11px 19px;border:1px solid #1f5fa8;color:#1f5fa8;\
    text-decoration:none;border-radius:6px;font-weight:600";
const QUIET: &str = "margin:0 0 16px;font-size:14px;color:#5c574f;overflow-wrap:anywhere";
const QUIET_LINE: &str = "margin:0 0 4px;font-size:14px;color:#5c574f";
const QUIET_LINK: &str = "color:#5c574f";
const FOOTER: &str = "margin:28px 0 0;padding:16px 0 0;border-top:1px solid #e2dfda";

/// The colours of the dark; they win over those at the elements.
const DARK: &str = ":root{color-scheme:light dark}\
    @media (prefers-color-scheme:dark){\
    .page{background:#1a1917!important;color:#e9e6e1!important}\
    .column{background:#242220!important;border-color:#3d3a36!important}\
    .quiet{color:#b5afa6!important}\
    .rule{border-color:#4a4641!important}\
    .link{color:#92bbf0!important}\
    .other{color:#92bbf0!important;border-color:#92bbf0!important}\
    }";

pub(super) fn of(stationery: &Stationery<'_>, sheet: &Sheet) -> String {
    html! {
        (DOCTYPE)
        html lang=(stationery.phrases.language()) dir=(stationery.phrases.direction()) {
            head {
                meta charset="utf-8";
                meta name="viewport" content="width=device-width, initial-scale=1";
                meta name="color-scheme" content="light dark";
                title { (sheet.subject) }
                style { (DARK) }
            }
            body class="page" style=(PAGE) {
                @if let Some(preheader) = sheet.preheader() { div style=(PREHEADER) { (preheader) } }
                div class="column" style=(COLUMN) {
                    p class="quiet" style=(SITE) { (stationery.site_name) }
                    @if let Some(greeting) = &sheet.greeting { p style=(PARAGRAPH) { (greeting) } }
                    @for said in &sheet.blocks { (block(said)) }
                    (addresses(stationery, sheet))
                    (footer(stationery, sheet))
                }
            }
        }
    }
    .into_string()
}

fn block(block: &Block) -> Markup {
    html! {
        @match block {
            Block::Paragraph(text) => p style=(PARAGRAPH) { (lines(text)) },
            Block::Title(text) => h2 style=(TITLE) { (text) },
            Block::Item(about) => (item(about)),
            Block::Quote(text) => blockquote class="rule" style=(QUOTE) { (lines(text)) },
            Block::Button((label, href)) => p style=(ROW) { a href=(href) style=(BUTTON) { (label) } },
            Block::OtherButton((label, href)) => {
                p style=(ROW) { a class="other" href=(href) style=(OTHER_BUTTON) { (label) } }
            }
            Block::Quiet(text) => p class="quiet" style=(QUIET) { (lines(text)) },
            Block::Link((label, href)) => {
                p class="quiet" style=(QUIET) { a class="quiet" href=(href) style=(QUIET_LINK) { (label) } }
            }
        }
    }
}

fn item(item: &Item) -> Markup {
    html! {
        div style=(ITEM) {
            p style=(LINE) { a class="link" href=(item.href) style=(LINK) { (item.title) } }
            @if !item.about.is_empty() { p class="quiet" style=(QUIET_LINE) { (item.about.join(BETWEEN)) } }
            @if let Some(excerpt) = &item.excerpt { p style=(LINE) { (lines(excerpt)) } }
            @if let Some(reason) = &item.reason { p class="quiet" style=(QUIET_LINE) { (reason) } }
        }
    }
}

/// Text with the breaks of its lines.
fn lines(text: &str) -> Markup {
    html! {
        @for (nth, line) in text.lines().enumerate() {
            @if nth > 0 { br; }
            (line)
        }
    }
}

/// The addresses of the buttons once more, for programs that show no links.
fn addresses(stationery: &Stationery<'_>, sheet: &Sheet) -> Markup {
    html! {
        @for (nth, (label, href)) in sheet.buttons().enumerate() {
            p class="quiet" style=(QUIET) {
                @if nth == 0 { (stationery.phrases.say("letter-address-below")) } @else { (label) ":" }
                br; (href)
            }
        }
    }
}

fn footer(stationery: &Stationery<'_>, sheet: &Sheet) -> Markup {
    let home = stationery.urls.absolute(&stationery.urls.home());
    html! {
        div class="rule" style=(FOOTER) {
            p class="quiet" style=(QUIET) {
                a class="quiet" href=(home) style=(QUIET_LINK) { (stationery.site_name) }
            }
            @for said in &sheet.footer { (block(said)) }
        }
    }
}
