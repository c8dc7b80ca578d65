//! Links in rows: where the reader is, what else there is to see.

use maud::{Markup, html};

use super::{Icon, Pen, figure, icon};

/// A link with its words; `current` when it leads to the page that shows it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Link {
    /// The words of the link.
    pub label: String,
    /// Where it leads.
    pub href: String,
    /// Whether the reader is there already.
    pub current: bool,
}

impl Link {
    /// A link to another page.
    pub fn new(label: impl Into<String>, href: impl Into<String>) -> Self {
        Self {
            label: label.into(),
            href: href.into(),
            current: false,
        }
    }

    /// The same link, saying whether the reader is there already.
    pub fn current_if(self, current: bool) -> Self {
        Self { current, ..self }
    }

    pub(crate) fn aria_current(&self) -> Option<&'static str> {
        self.current.then_some("page")
    }
}

/// The way from the home page down to this page; the page itself is not part of it.
pub fn breadcrumb(pen: &Pen<'_>, way: &[Link]) -> Markup {
    html! {
        nav.breadcrumb aria-label=(pen.say("breadcrumb-label")) {
            ol {
                @for step in way {
                    li { a href=(step.href) dir="auto" { (step.label) } }
                }
            }
        }
    }
}

/// Links that narrow a list, each saying what it shows, with a count where it is known.
pub fn filter_links(pen: &Pen<'_>, label: &str, filters: &[(Link, Option<i64>)]) -> Markup {
    html! {
        nav.filters aria-label=(label) {
            ul {
                @for (link, count) in filters {
                    li {
                        a href=(link.href) aria-current=[link.aria_current()] {
                            (link.label)
                            @if let Some(count) = count { " " span.count { (figure(pen, *count)) } }
                        }
                    }
                }
            }
        }
    }
}

/// Pages of one subject side by side, such as the parts of the administration.
pub fn link_tabs(label: &str, tabs: &[Link]) -> Markup {
    html! {
        nav.tabs aria-label=(label) {
            ul {
                @for tab in tabs {
                    li { a href=(tab.href) aria-current=[tab.aria_current()] { (tab.label) } }
                }
            }
        }
    }
}

/// The tags of a thread.
pub fn tag_links(pen: &Pen<'_>, tags: &[Link]) -> Markup {
    html! {
        @if !tags.is_empty() {
            ul.tags aria-label=(pen.say("tags-label")) {
                @for tag in tags {
                    li { a.tag href=(tag.href) rel="tag" { (icon(pen, Icon::Tag)) bdi { (tag.label) } } }
                }
            }
        }
    }
}

/// All tags side by side, each with how many threads carry it.
pub fn tag_index(pen: &Pen<'_>, tags: &[(Link, i64)]) -> Markup {
    html! {
        ul.tag-index {
            @for (tag, threads) in tags {
                li {
                    a.tag href=(tag.href) { (icon(pen, Icon::Tag)) bdi { (tag.label) } }
                    span.count { (figure(pen, *threads)) span.unseen { " " (pen.tell("tag-index-threads", &[("count", (*threads).into())])) } }
                }
            }
        }
    }
}
