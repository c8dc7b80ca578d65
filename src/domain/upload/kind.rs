//! What a file is, and how large a picture.

/// The widths, in pixels, in which a picture is kept besides its own, for small screens.
pub const SMALLER_WIDTHS: [u32; 2] = [640, 1280];

crate::named! {
    /// What a file is, told from its bytes. A picture is one that this program wrote.
    pub enum UploadKind {
        /// A picture without loss.
        Png = "png",
        /// A photograph.
        Jpeg = "jpeg",
        /// A document.
        Pdf = "pdf",
        /// Text of any kind, such as a log.
        Text = "text",
        /// An archive, or a document that is one inside.
        Zip = "zip",
        /// Something compressed.
        Gzip = "gzip",
        /// The same.
        Xz = "xz",
        /// The same.
        Zstd = "zstd",
        /// An archive.
        SevenZip = "7z",
        /// A film.
        Mp4 = "mp4",
        /// A film.
        Webm = "webm",
    }
}

impl UploadKind {
    /// Whether pages show it.
    pub fn is_picture(self) -> bool {
        matches!(self, UploadKind::Png | UploadKind::Jpeg)
    }

    /// The type by which it is served.
    pub fn media_type(self) -> &'static str {
        match self {
            UploadKind::Png => "image/png",
            UploadKind::Jpeg => "image/jpeg",
            UploadKind::Pdf => "application/pdf",
            UploadKind::Text => "text/plain; charset=utf-8",
            UploadKind::Zip => "application/zip",
            UploadKind::Gzip => "application/gzip",
            UploadKind::Xz => "application/x-xz",
            UploadKind::Zstd => "application/zstd",
            UploadKind::SevenZip => "application/x-7z-compressed",
            UploadKind::Mp4 => "video/mp4",
            UploadKind::Webm => "video/webm",
        }
    }

    /// The endings of a name that fit; the first is put behind a name that has none of them.
    pub fn endings(self) -> &'static [&'static str] {
        match self {
            UploadKind::Png => &["png"],
            UploadKind::Jpeg => &["jpg", "jpeg"],
            UploadKind::Pdf => &["pdf"],
            UploadKind::Text => &[
                "txt", "log", "md", "csv", "tsv", "json", "xml", "yaml", "yml", "toml", "ini", "cfg", "conf", "diff",
                "patch", "sql",
            ],
            UploadKind::Zip => &["zip", "docx", "xlsx", "pptx", "odt", "ods", "odp", "epub"],
            UploadKind::Gzip => &["gz", "tgz"],
            UploadKind::Xz => &["xz", "txz"],
            UploadKind::Zstd => &["zst"],
            UploadKind::SevenZip => &["7z"],
            UploadKind::Mp4 => &["mp4", "mov"],
            UploadKind::Webm => &["webm"],
        }
    }
}

/// Pixels across and down, as a picture has them that was decoded.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Pixels {
    /// Across.
    pub width: u32,
    /// Down.
    pub height: u32,
}

impl Pixels {
    /// Reads `1600x900`, as an address says it.
    pub fn parse(text: &str) -> Option<Self> {
        let (width, height) = text.split_once('x')?;
        let number = |text: &str| {
            let is_plain = !text.starts_with('0') && text.bytes().all(|byte| byte.is_ascii_digit());
            text.parse().ok().filter(|_| is_plain && text.len() <= 5)
        };
        Some(Self {
            width: number(width)?,
            height: number(height)?,
        })
    }

    /// The smaller widths in which a picture of this size is kept.
    pub fn smaller_widths(self) -> impl Iterator<Item = u32> {
        SMALLER_WIDTHS.into_iter().filter(move |width| *width < self.width)
    }
}

impl std::fmt::Display for Pixels {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{}x{}", self.width, self.height)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pixels_are_two_plain_numbers() {
        let parsed = Pixels::parse("1600x900").unwrap();
        assert_eq!((parsed.width, parsed.height), (1600, 900));
        assert_eq!(parsed.to_string(), "1600x900");
        for wrong in ["", "x", "1600", "0x9", "01x2", "+1x2", "1x2x3", "123456x1", "１x1"] {
            assert_eq!(Pixels::parse(wrong), None, "{wrong}");
        }
    }
}
