//! A text taken apart into the steps of a guide: each of its highest headings begins one, and the lines at the end of a step
//! say where it leads.
//!
//! It is the rendered text that is read, so that whatever looks like a heading in a block of code, or in a quotation, is none.

use super::SafeHtml;
use super::contents::{CLOSING, OPENING, headings, tags};
use super::excerpt::words;
use crate::domain::guide::{Exit, Plan, Said};
use crate::domain::problem::Problems;

/// The level of a step's heading on its page.
const STEP: u8 = 2;
/// The deepest heading that a page can have.
const DEEPEST: u8 = 6;
/// The most characters of a heading or a line that are read.
const LONGEST: usize = 200;

/// A guide: the plan of its steps, and their texts.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Guide {
    /// What stands before the first step; may be empty.
    pub intro: SafeHtml,
    /// Where the steps lead.
    pub plan: Plan,
    /// The texts of the steps, without their headings and without the lines that say where they lead.
    pub texts: Vec<SafeHtml>,
}

impl Guide {
    /// Reads a rendered text, or says what keeps it from being a guide.
    pub fn read(text: &SafeHtml) -> Result<Self, Problems> {
        let html = text.as_str();
        let blocks = blocks(html);
        let level = blocks.iter().filter_map(|block| block.heading()).min();
        let heads: Vec<usize> = blocks
            .iter()
            .enumerate()
            .filter(|(_, block)| level.is_some() && block.heading() == level)
            .map(|(at, _)| at)
            .collect();
        let (mut said, mut texts) = (Vec::new(), Vec::new());
        for (number, head) in heads.iter().enumerate() {
            let end = heads.get(number + 1).copied().unwrap_or(blocks.len());
            let name = blocks.get(*head).map_or("", |block| block.html);
            let (exits, text) = taken_apart(blocks.get(head + 1..end).unwrap_or_default());
            said.push(Said {
                name: words(&SafeHtml(name.to_owned()), LONGEST),
                exits,
            });
            texts.push(with_levels(&text, level.unwrap_or(STEP)));
        }
        let before = heads.first().copied().unwrap_or(blocks.len());
        Ok(Self {
            plan: Plan::of(&said)?,
            intro: SafeHtml(joined(blocks.get(..before).unwrap_or_default())),
            texts,
        })
    }

    /// The text of the step at a place; there is none behind the last.
    pub fn text(&self, at: usize) -> Option<&SafeHtml> {
        self.texts.get(at)
    }
}

/// What stands at the top of a text: an element with all that is in it.
#[derive(Debug, Clone, Copy)]
struct Block<'a> {
    name: &'a str,
    html: &'a str,
}

impl Block<'_> {
    /// The level of a heading.
    fn heading(self) -> Option<u8> {
        self.name.strip_prefix('h').and_then(|level| level.parse().ok())
    }
}

/// The elements at the top of a text, in their order.
fn blocks(html: &str) -> Vec<Block<'_>> {
    let mut found = Vec::new();
    let (mut depth, mut begun) = (0_usize, 0);
    for (begin, end) in tags(html) {
        let tag = html.get(begin + 1..end - 1).unwrap_or_default();
        let name = tag.trim_start_matches('/');
        let name = name.split([' ', '/']).next().unwrap_or_default();
        let is_alone = matches!(name, "br" | "hr" | "img");
        if tag.starts_with('/') {
            depth = depth.saturating_sub(1);
        } else {
            if depth == 0 {
                begun = begin;
            }
            depth += usize::from(!is_alone);
        }
        if depth == 0 {
            let html = html.get(begun..end).unwrap_or_default();
            found.push(Block { name, html });
        }
    }
    found
}

/// The lines at the end of a step that say where it leads, and its text before them.
fn taken_apart(blocks: &[Block<'_>]) -> (Vec<Exit>, String) {
    let mut exits = Vec::new();
    let mut kept = blocks;
    while let Some((last, before)) = kept.split_last() {
        let Some(said) = exits_of(*last) else { break };
        exits.splice(0..0, said);
        kept = before;
    }
    (exits, joined(kept))
}

/// What a block says about where a step leads; nothing when it says anything else.
fn exits_of(block: Block<'_>) -> Option<Vec<Exit>> {
    if !matches!(block.name, "p" | "ul" | "ol") {
        return None;
    }
    let lines = block.html.split("<br>").flat_map(|part| part.split("</li>"));
    let lines = lines.map(|line| words(&SafeHtml(line.to_owned()), LONGEST));
    let exits: Option<Vec<Exit>> = lines
        .filter(|line| !line.is_empty())
        .map(|line| Exit::read(&line))
        .collect();
    exits.filter(|exits| !exits.is_empty())
}

fn joined(blocks: &[Block<'_>]) -> String {
    let htmls: Vec<&str> = blocks.iter().map(|block| block.html).collect();
    htmls.join("\n")
}

/// The text of a step with its headings below that of the step, which was written at this level.
fn with_levels(html: &str, level: u8) -> SafeHtml {
    let mut moved = String::with_capacity(html.len());
    let mut written = 0;
    for (deep, begin, end) in headings(html) {
        let deep = deep.saturating_sub(level).saturating_add(STEP).clamp(STEP + 1, DEEPEST);
        moved.push_str(html.get(written..begin - OPENING).unwrap_or_default());
        let inside = html.get(begin..end).unwrap_or_default();
        moved.push_str(&format!("<h{deep}>{inside}</h{deep}>"));
        written = end + CLOSING;
    }
    moved.push_str(html.get(written..).unwrap_or_default());
    SafeHtml(moved)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::domain::guide::{Ending, Leads, Outcome};
    use crate::text::markdown::render;

    fn read(markdown: &str) -> Guide {
        Guide::read(&render(markdown)).unwrap()
    }

    #[test]
    fn headings_begin_steps_and_their_last_lines_lead_on() {
        let guide = read(
            "Before you begin.\n\n## Look *at* it\n\nIs it on?\n\n### Closely\n\nYes.\n\nIt worked: **solved**\nIt did not: Turn it on\n\n\
             ## Aside\n\nx\n\n## Turn it on\n\n- It did not -> Aside\n- It worked: contact\n",
        );
        assert_eq!(guide.intro.as_str(), "<p>Before you begin.</p>");
        let names: Vec<&str> = guide.plan.steps().iter().map(|step| step.name.as_str()).collect();
        assert_eq!(names, ["Look at it", "Aside", "Turn it on"]);
        assert_eq!(
            guide.text(0).unwrap().as_str(),
            "<p>Is it on?</p>\n<h3>Closely</h3>\n<p>Yes.</p>"
        );
        assert_eq!(guide.text(2).unwrap().as_str(), "");
        assert_eq!(guide.plan.leads(0, Outcome::DidNot), Some(Leads::Step(2)));
        assert_eq!(guide.plan.leads(2, Outcome::Worked), Some(Leads::End(Ending::Contact)));
        assert_eq!(guide.plan.leads(2, Outcome::DidNot), Some(Leads::Step(1)));
    }

    #[test]
    fn lines_may_stand_apart_and_only_at_the_end() {
        let guide = read("# A\n\nIt worked: ask\n\nBut wait.\n\nIt worked: contact\n\nIt did not: ask");
        assert!(guide.text(0).unwrap().as_str().contains("It worked: ask"));
        assert_eq!(guide.plan.leads(0, Outcome::Worked), Some(Leads::End(Ending::Contact)));
        let guide = read("# A\n\nIt worked: ask\nor something else");
        assert!(guide.text(0).unwrap().as_str().contains("or something else"));
    }

    #[test]
    fn what_only_looks_like_a_step_is_none() {
        let guide = read(
            "# A\n\n```\n# B\n\nIt did not: X\n```\n\n> # C\n\n---\n\n<details>\n\n# D\n\n</details>\n\n![p](/x.png \"<h3>\")",
        );
        assert_eq!(guide.plan.steps().len(), 1);
        let text = guide.text(0).unwrap().as_str();
        assert!(
            text.contains("# B") && text.contains("<hr>") && text.contains("<blockquote>\n<h3>C</h3>"),
            "{text}"
        );
    }

    #[test]
    fn a_text_without_headings_is_no_guide() {
        for text in ["", "plain", "> # quoted"] {
            let problems = Guide::read(&render(text)).unwrap_err();
            assert_eq!(problems.of("body").unwrap().key, "problem-guide-no-step", "{text}");
        }
    }

    proptest! {
        #[test]
        fn any_text_is_a_guide_or_says_why_not(text in "[#a-c *_`>\n:.<&|-]{0,200}|\\PC{0,200}") {
            match Guide::read(&render(&text)) {
                Ok(guide) => prop_assert_eq!(guide.texts.len(), guide.plan.steps().len()),
                Err(problems) => prop_assert!(!problems.is_empty()),
            }
        }
    }
}
