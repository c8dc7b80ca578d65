//! The line of Markdown by which a text shows a picture, or leads to a file.

use super::phrases::Phrases;
use super::quotation::escaped;
use crate::domain::upload::Upload;

/// The line for an upload with this address.
pub fn line(phrases: &Phrases, upload: &Upload, address: &str) -> String {
    if upload.kind.is_picture() {
        format!("![{}]({address})", escaped(&upload.alt))
    } else {
        let size = file_size(phrases, upload.bytes);
        format!("[{} ({size})]({address})", escaped(upload.name.as_str()))
    }
}

/// A size in whole kilobytes, or in megabytes where there are ten at least; never less than there is.
fn file_size(phrases: &Phrases, bytes: i64) -> String {
    const KILO: i64 = 1 << 10;
    const MEGA: i64 = 1 << 20;
    let (key, unit) = if bytes < 10 * MEGA {
        ("size-kilobytes", KILO)
    } else {
        ("size-megabytes", MEGA)
    };
    let size = bytes.max(1).saturating_add(unit - 1) / unit;
    phrases.tell(key, &[("size", size.into())])
}
