//! Short facts about a thing, as stand in the right column.

use maud::{Markup, html};

use super::{Link, Pen, ThreadMark, thread_mark};

/// A name and what it is.
#[derive(Debug, Clone)]
pub struct Fact {
    /// What the fact is about.
    pub name: String,
    /// The fact.
    pub value: Markup,
}

impl Fact {
    /// A fact from its name and value.
    pub fn new(name: impl Into<String>, value: Markup) -> Self {
        Self {
            name: name.into(),
            value,
        }
    }
}

/// Facts under a heading; nothing when there is none.
pub fn fact_list(heading: Option<&str>, facts: &[Fact]) -> Markup {
    html! {
        @if !facts.is_empty() {
            section.facts {
                @if let Some(heading) = heading { h2 { (heading) } }
                dl {
                    @for fact in facts {
                        div { dt { (fact.name) } dd { (fact.value) } }
                    }
                }
            }
        }
    }
}

/// Links under a heading, such as similar questions; nothing when there is none.
pub fn side_links(heading: &str, links: &[Link]) -> Markup {
    html! {
        @if !links.is_empty() {
            section.facts {
                h2 { (heading) }
                ul { @for link in links { li { a href=(link.href) dir="auto" { (link.label) } } } }
            }
        }
    }
}

/// Links to threads, each with where it stands; nothing when there is none.
pub fn similar_links(pen: &Pen<'_>, heading: &str, threads: &[(Link, ThreadMark)]) -> Markup {
    html! {
        @if !threads.is_empty() {
            section.facts.similar {
                h2 { (heading) }
                ul {
                    @for (link, mark) in threads {
                        li { a href=(link.href) dir="auto" { (link.label) } (thread_mark(pen, *mark)) }
                    }
                }
            }
        }
    }
}
