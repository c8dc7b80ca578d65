//! What a file is, told from its first bytes and never from its name; the name may only lie about it.

use std::io::Cursor;

use image::{ImageFormat, ImageReader};

use crate::domain::problem::Fault;
use crate::domain::upload::UploadKind;

/// What a file is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Recognised {
    /// A picture to be written anew.
    Picture(ImageFormat),
    /// A file that is kept as it is, and only ever downloaded.
    File(UploadKind),
}

/// The first bytes of what is kept as it is.
const FIRST_BYTES: &[(&[u8], UploadKind)] = &[
    (b"%PDF-", UploadKind::Pdf),
    (b"PK\x03\x04", UploadKind::Zip),
    (b"PK\x05\x06", UploadKind::Zip),
    (b"\x1f\x8b", UploadKind::Gzip),
    (b"\xfd7zXZ\0", UploadKind::Xz),
    (b"\x28\xb5\x2f\xfd", UploadKind::Zstd),
    (b"7z\xbc\xaf\x27\x1c", UploadKind::SevenZip),
    (b"\x1a\x45\xdf\xa3", UploadKind::Webm),
];

/// Endings by which a name says that it is a picture.
const PICTURE_ENDINGS: &[&str] = &[
    "png", "jpg", "jpeg", "gif", "webp", "bmp", "tif", "tiff", "heic", "heif", "avif", "ico", "svg",
];

/// Tells what a file is, or why it is not taken.
pub fn recognise(file: &[u8], name: &str) -> Result<Recognised, Fault> {
    if file.is_empty() {
        return Err(Fault::new("problem-upload-empty"));
    }
    if let Some(format) = picture_format(file) {
        return Ok(Recognised::Picture(format));
    }
    if let Some(problem) = strange_picture(file) {
        return Err(Fault::new(problem));
    }
    let ending = name.rsplit_once('.').map(|(_, ending)| ending.to_ascii_lowercase());
    if ending.is_some_and(|ending| PICTURE_ENDINGS.contains(&&*ending)) {
        return Err(Fault::new("problem-upload-lying"));
    }
    let by_first_bytes = FIRST_BYTES.iter().find(|(first, _)| file.starts_with(first));
    if let Some((_, kind)) = by_first_bytes {
        return Ok(Recognised::File(*kind));
    }
    match brand(file) {
        Some(_) => Ok(Recognised::File(UploadKind::Mp4)),
        None if is_text(file) => Ok(Recognised::File(UploadKind::Text)),
        None => Err(Fault::new("problem-upload-kind")),
    }
}

/// How many pixels the head of a picture promises; it may lie, and is only believed in what it asks for.
pub fn size_of(file: &[u8]) -> Option<u64> {
    let format = picture_format(file)?;
    let reader = ImageReader::with_format(Cursor::new(file), format);
    let (width, height) = reader.into_dimensions().ok()?;
    Some(u64::from(width) * u64::from(height))
}

fn picture_format(file: &[u8]) -> Option<ImageFormat> {
    let formats: [(&[u8], ImageFormat); 4] = [
        (b"\x89PNG\r\n\x1a\n", ImageFormat::Png),
        (b"\xff\xd8\xff", ImageFormat::Jpeg),
        (b"GIF87a", ImageFormat::Gif),
        (b"GIF89a", ImageFormat::Gif),
    ];
    let known = formats.iter().find(|(first, _)| file.starts_with(first));
    let is_webp = file.starts_with(b"RIFF") && file.get(8..12) == Some(b"WEBP");
    known
        .map(|(_, format)| *format)
        .or(is_webp.then_some(ImageFormat::WebP))
}

/// The sentence about a picture of a kind that is not taken.
fn strange_picture(file: &[u8]) -> Option<&'static str> {
    let of_phones: [&[u8]; 8] = [b"heic", b"heix", b"heim", b"heis", b"hevc", b"mif1", b"msf1", b"avif"];
    if brand(file).is_some_and(|brand| of_phones.contains(&brand)) {
        return Some("problem-upload-heic");
    }
    let others: [&[u8]; 4] = [b"BM", b"II*\0", b"MM\0*", b"8BPS"];
    if others.iter().any(|first| file.starts_with(first)) && !is_text(file) {
        return Some("problem-upload-picture-kind");
    }
    is_svg(file).then_some("problem-upload-svg")
}

/// The brand of a file made of boxes, as films and pictures of telephones are.
fn brand(file: &[u8]) -> Option<&[u8]> {
    (file.get(4..8) == Some(b"ftyp")).then(|| file.get(8..12)).flatten()
}

/// A drawing that may hold a script: wherever its first element stands, and in whatever case.
fn is_svg(file: &[u8]) -> bool {
    let begin = file.get(..file.len().min(4096)).unwrap_or_default();
    // Of UTF-16 the ASCII characters are left when its zeros go.
    let plain: Vec<u8> = begin
        .iter()
        .filter(|byte| **byte != 0)
        .map(u8::to_ascii_lowercase)
        .collect();
    let text = String::from_utf8_lossy(&plain);
    let text = text.trim_start_matches(|character: char| character.is_whitespace() || !character.is_ascii());
    text.starts_with("<svg") || (text.starts_with('<') && text.contains("<svg") && !text.contains("<html"))
}

/// Text is UTF-8 without control characters but those of lines, tabs, pages and colours of terminals.
fn is_text(file: &[u8]) -> bool {
    let is_strange = |byte: &u8| matches!(byte, 0..=8 | 11 | 14..=26 | 28..=31 | 127);
    std::str::from_utf8(file).is_ok() && !file.iter().any(is_strange)
}
