//! Reads one XML file of a dump, row by row: `<posts>` around many `<row … />`.
//!
//! Knows XML and where in the file a row stands; knows nothing of what a row means.

use std::borrow::Cow;
use std::fs::File;
use std::io::{BufRead, BufReader, Read};
use std::path::Path;

use chrono::{DateTime, NaiveDateTime, Utc};
use quick_xml::events::attributes::Attribute;
use quick_xml::events::{BytesStart, Event};
use quick_xml::{Reader, XmlVersion};

use crate::import::error::{Fault, ImportError};
use crate::import::progress::Progress;

/// How much of a file is held while it is read.
const BUFFER: usize = 64 * 1024;

/// One row: its attributes, still as they stand in the file.
pub struct Row<'a> {
    attributes: Vec<Attribute<'a>>,
}

/// Gives every row of a file to `take`; a file that is not there has none.
///
/// # Errors
/// The file cannot be read, is not well-formed, or `take` found a fault in a row: with file, line and reason.
pub fn each_row(
    file: &Path,
    root: &str,
    progress: &Progress,
    take: &mut dyn FnMut(&Row<'_>) -> Result<(), Fault>,
) -> Result<(), ImportError> {
    let opened = match File::open(file) {
        Ok(opened) => opened,
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => return Ok(()),
        Err(error) => return Err(ImportError::unreadable(file, error)),
    };
    let mut reader = Reader::from_reader(BufReader::with_capacity(BUFFER, opened));
    let mut place = Place::Before;
    let mut start = 0;
    let mut buffer = Vec::new();
    loop {
        buffer.clear();
        let event = match reader.read_event_into(&mut buffer) {
            Ok(event) => event,
            Err(error) => return Err(not_well_formed(file, start, reader.buffer_position(), &error)),
        };
        let ended = matches!(event, Event::Eof);
        place = place
            .after(&event, root, take)
            .map_err(|fault| fault.at(file, || line_of(file, start)))?;
        if ended {
            return Ok(());
        }
        progress.advance(reader.buffer_position().saturating_sub(start));
        start = reader.buffer_position();
    }
}

/// Where in the file the reader is.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Place {
    Before,
    Inside,
    InRow,
    After,
}

impl Place {
    fn after(
        self,
        event: &Event<'_>,
        root: &str,
        take: &mut dyn FnMut(&Row<'_>) -> Result<(), Fault>,
    ) -> Result<Self, Fault> {
        match (self, event) {
            (place, Event::Decl(_) | Event::Comment(_) | Event::PI(_)) => Ok(place),
            (place, Event::Text(text)) if text.chars().all(|c| c.is_whitespace() || c == '\u{feff}') => Ok(place),
            (Self::Before, Event::Start(tag)) if tag.name().as_ref() == root => Ok(Self::Inside),
            (Self::Before, Event::Empty(tag)) if tag.name().as_ref() == root => Ok(Self::After),
            (Self::Inside, Event::Empty(tag)) if tag.name().as_ref() == "row" => take(&Row::of(tag)?).map(|()| self),
            (Self::Inside, Event::Start(tag)) if tag.name().as_ref() == "row" => {
                take(&Row::of(tag)?).map(|()| Self::InRow)
            }
            (Self::InRow, Event::End(_)) => Ok(Self::Inside),
            (Self::Inside, Event::End(_)) => Ok(Self::After),
            (Self::After, Event::Eof) => Ok(Self::After),
            (Self::Before, Event::Eof) => Err(Fault::Row(format!("no <{root}> in the file"))),
            (_, Event::Eof) => Err(Fault::Row(format!("the file ends before </{root}>: it was cut off"))),
            (Self::Before, Event::Text(_)) => Err(Fault::Row("this is not XML".to_owned())),
            (Self::Before, Event::Start(tag) | Event::Empty(tag)) => Err(Fault::Row(format!(
                "<{}> where <{root}> was expected",
                tag.name().as_ref()
            ))),
            (Self::Inside, Event::Start(tag) | Event::Empty(tag)) => Err(Fault::Row(format!(
                "<{}> where <row> was expected",
                tag.name().as_ref()
            ))),
            _ => Err(Fault::Row(format!("something other than a <row> in <{root}>"))),
        }
    }
}

impl<'a> Row<'a> {
    fn of(tag: &'a BytesStart<'_>) -> Result<Self, Fault> {
        let mut attributes = Vec::with_capacity(20);
        for attribute in tag.attributes() {
            let attribute = attribute.map_err(|error| Fault::Row(format!("an attribute: {error}")))?;
            attributes.push(attribute);
        }
        Ok(Self { attributes })
    }

    /// The text of an attribute, or nothing when the row has no such attribute.
    ///
    /// # Errors
    /// The text holds an unknown entity or a null character.
    pub fn text(&self, name: &str) -> Result<Option<Cow<'_, str>>, Fault> {
        let Some(attribute) = self.attributes.iter().find(|attribute| attribute.key.0 == name) else {
            return Ok(None);
        };
        let fault = |reason: String| Fault::Row(format!("{name}: {reason}"));
        let text = attribute
            .normalized_value(XmlVersion::Implicit1_0)
            .map_err(|error| fault(error.to_string()))?;
        if text.contains('\0') {
            return Err(fault("a null character".to_owned()));
        }
        Ok(Some(text))
    }

    /// The text of an attribute that every such row must have.
    ///
    /// # Errors
    /// There is no such attribute, or its text is bad.
    pub fn needs_text(&self, name: &str) -> Result<Cow<'_, str>, Fault> {
        self.text(name)?.ok_or_else(|| missing(name))
    }

    /// A whole number, or nothing when the row has no such attribute.
    ///
    /// # Errors
    /// It is not a whole number of at most 63 bits.
    pub fn number(&self, name: &str) -> Result<Option<i64>, Fault> {
        let Some(text) = self.text(name)?.filter(|text| !text.is_empty()) else {
            return Ok(None);
        };
        text.parse()
            .map(Some)
            .map_err(|_| Fault::Row(format!("{name} is {text:?}, not a whole number within 63 bits")))
    }

    /// A whole number that every such row must have.
    ///
    /// # Errors
    /// It is missing, or not a whole number of at most 63 bits.
    pub fn needs_number(&self, name: &str) -> Result<i64, Fault> {
        self.number(name)?.ok_or_else(|| missing(name))
    }

    /// The number of a post or comment: 1 or more.
    ///
    /// # Errors
    /// It is missing, not a number, or less than 1.
    pub fn needs_id(&self, name: &str) -> Result<i64, Fault> {
        match self.needs_number(name)? {
            id if id > 0 => Ok(id),
            id => Err(Fault::Row(format!("{name} is {id}, but the numbers start at 1"))),
        }
    }

    /// A time, or nothing when the row has no such attribute.
    ///
    /// # Errors
    /// It is not a date and time such as `2021-04-27T15:06:44.553`.
    pub fn time(&self, name: &str) -> Result<Option<DateTime<Utc>>, Fault> {
        let Some(text) = self.text(name)?.filter(|text| !text.is_empty()) else {
            return Ok(None);
        };
        let naive = text.strip_suffix('Z').unwrap_or(&text);
        match NaiveDateTime::parse_from_str(naive, "%Y-%m-%dT%H:%M:%S%.f") {
            Ok(time) if is_plausible(time) => Ok(Some(time.and_utc())),
            Ok(_) => Err(Fault::Row(format!(
                "{name} is {text:?}, which is not in the years 1970 to 9999"
            ))),
            Err(_) => Err(Fault::Row(format!(
                "{name} is {text:?}, not a time such as 2021-04-27T15:06:44.553"
            ))),
        }
    }

    /// A time that every such row must have.
    ///
    /// # Errors
    /// It is missing or not a time.
    pub fn needs_time(&self, name: &str) -> Result<DateTime<Utc>, Fault> {
        self.time(name)?.ok_or_else(|| missing(name))
    }
}

fn is_plausible(time: NaiveDateTime) -> bool {
    use chrono::Datelike;
    (1970..=9999).contains(&time.year())
}

fn missing(name: &str) -> Fault {
    Fault::Row(format!("no {name}"))
}

/// Says on which line the file stops being XML, and why.
fn not_well_formed(file: &Path, start: u64, position: u64, error: &quick_xml::Error) -> ImportError {
    let line = match (error, first_line_that_is_not_text(file)) {
        (quick_xml::Error::Encoding(_) | quick_xml::Error::Io(_), Some(line)) => line,
        (quick_xml::Error::Syntax(_), _) => line_of(file, start),
        _ => line_of(file, position),
    };
    ImportError::Malformed {
        file: file.to_owned(),
        line,
        reason: error.to_string(),
    }
}

/// The line on which a byte of the file stands, counted from 1.
fn line_of(file: &Path, position: u64) -> u64 {
    let Ok(opened) = File::open(file) else { return 1 };
    let mut reader = BufReader::with_capacity(BUFFER, opened.take(position));
    let mut lines = 1;
    loop {
        let length = match reader.fill_buf() {
            Ok([]) | Err(_) => return lines,
            Ok(bytes) => {
                lines += bytes.iter().filter(|byte| **byte == b'\n').count() as u64;
                bytes.len()
            }
        };
        reader.consume(length);
    }
}

fn first_line_that_is_not_text(file: &Path) -> Option<u64> {
    let mut reader = BufReader::new(File::open(file).ok()?);
    let mut line = Vec::new();
    for number in 1.. {
        line.clear();
        if reader.read_until(b'\n', &mut line).ok()? == 0 {
            return None;
        }
        if std::str::from_utf8(&line).is_err() {
            return Some(number);
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(content: &[u8]) -> Result<Vec<String>, String> {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("Posts.xml");
        std::fs::write(&file, content).unwrap();
        let mut seen = Vec::new();
        each_row(&file, "posts", &Progress::unseen(), &mut |row| {
            row.needs_id("Id")?;
            row.time("At")?;
            seen.push(row.text("Body")?.unwrap_or_default().into_owned());
            Ok(())
        })
        .map(|()| seen)
        .map_err(|error| error.to_string().replace(&format!("{}/", folder.path().display()), ""))
    }

    #[test]
    fn rows_are_read_with_and_without_a_byte_order_mark() {
        let plain = "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n<posts>\n  <row Id=\"1\" Body=\"a&#xA;&lt;b&gt; &amp; ü\" />\n</posts>";
        assert_eq!(read(plain.as_bytes()).unwrap(), ["a\n<b> & ü"]);
        assert_eq!(read(format!("\u{feff}{plain}").as_bytes()).unwrap(), ["a\n<b> & ü"]);
        assert_eq!(read(b"<posts/>").unwrap(), [""; 0]);
    }

    #[test]
    fn a_missing_file_is_an_empty_one() {
        let folder = tempfile::tempdir().unwrap();
        let mut count = 0;
        each_row(
            &folder.path().join("Badges.xml"),
            "badges",
            &Progress::unseen(),
            &mut |_| {
                count += 1;
                Ok(())
            },
        )
        .unwrap();
        assert_eq!(count, 0);
    }

    #[test]
    fn a_fault_names_file_line_and_reason() {
        let with = |row: &str| read(format!("<posts>\n<row Id=\"1\"/>\n{row}\n</posts>\n").as_bytes()).unwrap_err();
        assert_eq!(with("<row Body=\"x\"/>"), "Posts.xml, line 3: no Id");
        assert_eq!(
            with("<row Id=\"99999999999999999999\"/>"),
            "Posts.xml, line 3: Id is \"99999999999999999999\", not a whole number within 63 bits"
        );
        assert_eq!(
            with("<row Id=\"0\"/>"),
            "Posts.xml, line 3: Id is 0, but the numbers start at 1"
        );
        assert_eq!(
            with("<row Id=\"2\" At=\"yesterday\"/>"),
            "Posts.xml, line 3: At is \"yesterday\", not a time such as 2021-04-27T15:06:44.553"
        );
        assert!(with("<row Id=\"2\" At=\"0001-01-01T00:00:00\"/>").contains("1970"));
        assert!(with("<row Id=\"2\" Body=\"&#0;\"/>").starts_with("Posts.xml, line 3: Body: "));
        assert_eq!(
            with("<row Id=\"2\" Body=\"\0\"/>"),
            "Posts.xml, line 3: Body: a null character"
        );
        assert!(with("<row Id=\"2\" Body=\"&nosuch;\"/>").starts_with("Posts.xml, line 3: Body: "));
        assert!(with("<row Id=\"2\" Id=\"3\"/>").starts_with("Posts.xml, line 3: an attribute: "));
        assert!(with("<other Id=\"2\"/>").starts_with("Posts.xml, line 3: <other> where <row> was expected"));
        assert!(with("words").starts_with("Posts.xml, line "));
    }

    #[test]
    fn what_is_not_a_dump_is_refused() {
        assert_eq!(read(b"").unwrap_err(), "Posts.xml, line 1: no <posts> in the file");
        assert_eq!(
            read(b"Id,Title\n1,Hello\n").unwrap_err(),
            "Posts.xml, line 1: this is not XML"
        );
        assert_eq!(
            read(b"<users></users>").unwrap_err(),
            "Posts.xml, line 1: <users> where <posts> was expected"
        );
        assert_eq!(
            read(b"<posts>\n<row Id=\"1\"/>\n").unwrap_err(),
            "Posts.xml, line 3: the file ends before </posts>: it was cut off"
        );
        assert!(
            read(b"<posts>\n<row Id=\"1\"/>\n<row Id=\"2")
                .unwrap_err()
                .starts_with("Posts.xml, line 3: ")
        );
        assert!(
            read(b"<posts>\n<row Id=\"1\"/>\n</users>\n")
                .unwrap_err()
                .starts_with("Posts.xml, line 3: ")
        );
        assert!(
            read(b"<posts>\n<row Id=\"1\" Body=\"\xff\xfe\"/>\n</posts>")
                .unwrap_err()
                .starts_with("Posts.xml, line 2: ")
        );
    }
}
