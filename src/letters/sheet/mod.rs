//! How every letter looks: one column of 600 px, readable as plain text and in the dark, with no picture and nothing that tracks.
//!
//! What belongs here: the blocks that letters are made of, and how they are laid out, once as text and once as HTML.

mod html;
mod text;

use super::{Heading, Letter, Stationery};
use crate::domain::email::EmailAddress;

/// Words, and the whole address to which they lead.
pub type Button = (String, String);

/// What a letter says, before it is laid out.
pub struct Sheet {
    /// Who gets it.
    pub to: EmailAddress,
    /// What it is about.
    pub subject: String,
    /// How it begins.
    pub greeting: Option<String>,
    /// What it says, from above.
    pub blocks: Vec<Block>,
    /// What stands below, smaller, beside the forum's name: why the letter came, and how to get fewer.
    pub footer: Vec<Block>,
    /// What it says to mail programs.
    pub heading: Heading,
}

/// A piece of a letter.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Block {
    /// Ordinary text.
    Paragraph(String),
    /// The title of a section.
    Title(String),
    /// A thing to read: a thread, an article.
    Item(Item),
    /// Somebody's own words.
    Quote(String),
    /// The next step.
    Button(Button),
    /// Another step, quieter.
    OtherButton(Button),
    /// Small print.
    Quiet(String),
    /// A quiet link on a line of its own.
    Link(Button),
}

/// A thing to read.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Item {
    /// Its title.
    pub title: String,
    /// Its whole address.
    pub href: String,
    /// Quiet facts, such as who, when, and how many answers.
    pub about: Vec<String>,
    /// How it begins.
    pub excerpt: Option<String>,
    /// Why it is in this letter.
    pub reason: Option<String>,
}

/// What stands between the facts about an item.
const BETWEEN: &str = " · ";
/// How much of a letter its preheader shows; programs cut what is longer.
const PREHEADER: usize = 120;

/// Lays a letter out, as text and as HTML.
pub fn lay_out(stationery: &Stationery<'_>, sheet: Sheet) -> Letter {
    let text = text::of(stationery, &sheet);
    let html = html::of(stationery, &sheet);
    Letter {
        to: sheet.to,
        subject: sheet.subject,
        text,
        html,
        heading: sheet.heading,
    }
}

impl Sheet {
    /// What a list of letters shows beside the subject: what is said first, rather than whom it greets.
    fn preheader(&self) -> Option<String> {
        let said = self.blocks.iter().find_map(|block| match block {
            Block::Paragraph(text) | Block::Quote(text) => Some(text.as_str()),
            Block::Item(item) => Some(item.title.as_str()),
            _ => None,
        })?;
        Some(said.chars().take(PREHEADER).collect())
    }

    /// Buttons, whose addresses are told once more as text: some programs show no links.
    fn buttons(&self) -> impl Iterator<Item = &Button> {
        self.blocks.iter().filter_map(|block| match block {
            Block::Button(button) | Block::OtherButton(button) => Some(button),
            _ => None,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::phrases::Languages;
    use crate::urls::Urls;

    fn laid_out(blocks: Vec<Block>, footer: Vec<Block>) -> Letter {
        let languages = Languages::load().unwrap();
        let phrases = languages.named("en").unwrap();
        let stationery = Stationery {
            phrases: &phrases,
            urls: &Urls::new(&url::Url::parse("https://forum.example.com").unwrap()),
            site_name: "Lamp & Co",
        };
        let sheet = Sheet {
            to: EmailAddress::parse("ada@example.com").unwrap(),
            subject: "About lamps".to_owned(),
            greeting: Some("Hello <Ada>,".to_owned()),
            blocks,
            footer,
            heading: Heading::default(),
        };
        lay_out(&stationery, sheet)
    }

    fn to(words: &str, path: &str) -> Button {
        (words.to_owned(), format!("https://forum.example.com{path}"))
    }

    fn every_block() -> Vec<Block> {
        let item = Item {
            title: "How do I <open> it?".to_owned(),
            href: "https://forum.example.com/threads/7".to_owned(),
            about: vec!["by Bob".to_owned(), "2 answers".to_owned()],
            excerpt: Some("It has\nno handle.".to_owned()),
            reason: Some("You watch lamps.".to_owned()),
        };
        vec![
            Block::Paragraph("Something happened.".to_owned()),
            Block::Title("Open questions".to_owned()),
            Block::Item(item),
            Block::Quote("First line\nsecond line".to_owned()),
            Block::Button(to("Read it", "/a")),
            Block::OtherButton(to("Not now", "/b")),
            Block::Quiet("Small print.".to_owned()),
        ]
    }

    #[test]
    fn text_is_laid_out_for_people() {
        let footer = vec![
            Block::Quiet("You watch this thread.".to_owned()),
            Block::Link(to("Stop", "/stop")),
        ];
        let expected = "Hello <Ada>,\n\nSomething happened.\n\nOpen questions\n--------------\n\nHow do I <open> it?\n\
            https://forum.example.com/threads/7\nby Bob · 2 answers\nIt has\nno handle.\nYou watch lamps.\n\n\
            > First line\n> second line\n\nRead it:\nhttps://forum.example.com/a\n\nNot now:\nhttps://forum.example.com/b\n\n\
            Small print.\n\n-- \nLamp & Co\nhttps://forum.example.com/\n\nYou watch this thread.\n\nStop:\nhttps://forum.example.com/stop\n";
        assert_eq!(laid_out(every_block(), footer).text, expected);
    }

    #[test]
    fn html_says_the_same_and_hides_only_what_it_says_anyway() {
        let html = laid_out(every_block(), vec![Block::Link(to("Stop", "/stop"))]).html;
        for part in [
            "Hello &lt;Ada&gt;,",
            ">How do I &lt;open&gt; it?</a>",
            "href=\"https://forum.example.com/threads/7\"",
            "by Bob · 2 answers",
            "First line<br>second line",
            "href=\"https://forum.example.com/b\"",
            "href=\"https://forum.example.com/stop\"",
            "prefers-color-scheme:dark",
            "Lamp &amp; Co",
        ] {
            assert!(html.contains(part), "{part} is not in {html}");
        }
        assert_eq!(html.matches("Something happened.").count(), 2, "once as the preheader");
        assert!(!html.contains("<img") && !html.contains("<script") && !html.contains("http://"));
    }

    #[test]
    fn a_letter_without_buttons_repeats_no_address() {
        let html = laid_out(vec![Block::Paragraph("Only words.".to_owned())], Vec::new()).html;
        assert!(!html.contains("does not work"), "{html}");
    }
}
