//! From the bytes that somebody sent to those that are kept.

use super::{picture, recognising};
use crate::domain::problem::Fault;
use crate::domain::upload::{FileName, Pixels, UploadKind};

/// A file that may be kept: recognised, cleaned, and, if it is a picture, written anew.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Prepared {
    /// What it is.
    pub kind: UploadKind,
    /// What it is called.
    pub name: FileName,
    /// Its bytes.
    pub bytes: Vec<u8>,
    /// How large a picture is.
    pub pixels: Option<Pixels>,
    /// The same picture in smaller widths.
    pub smaller: Vec<(u32, Vec<u8>)>,
}

impl Prepared {
    /// Reads a file that somebody sent. A picture takes up to some seconds and as much memory as its pixels.
    pub fn read(file: Vec<u8>, sent_name: &str) -> Result<Self, Fault> {
        let kind = match recognising::recognise(&file, sent_name)? {
            recognising::Recognised::Picture(format) => return picture::rewrite(&file, format, sent_name),
            recognising::Recognised::File(kind) => kind,
        };
        Ok(Self {
            kind,
            name: FileName::clean(sent_name, kind),
            bytes: file,
            pixels: None,
            smaller: Vec::new(),
        })
    }
}
